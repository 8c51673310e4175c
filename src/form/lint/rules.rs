//! Rules: that they compile, name what exists, and can be answered for every row, also for one with empty cells.

use std::collections::{BTreeMap, BTreeSet};

use cel::common::ast::{EntryExpr, Expr, IdedExpr};
use cel::{Context, ExecutionError, Program};

use super::{Asked, Known, patterns, unknown_name};
use crate::finding::{self, FindingKind};
use crate::form::FieldType;
use crate::form::source::{Mistakes, Node};
use crate::record::Value;
use crate::words::Args;

/// Names that a rule sees.
const NAMES: [&str; 3] = ["row", "header", "period"];
const OF_PERIOD: [&str; 2] = ["first", "last"];
/// Characters in an expression, as [`crate::form::Rule`] demands.
const LONGEST: usize = 2000;
/// Up to so many fields every choice of empty cells is tried.
const TRIED: usize = 8;

pub(super) fn check(root: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    for rule in root.items_at("rules") {
        code(rule, mistakes);
        if let Some(message) = rule.get("message") {
            super::not_blank(Some(message), mistakes);
            let keys: Vec<&str> = known.table.iter().filter_map(|field| field.key).collect();
            patterns::check(message, known, &keys, mistakes);
        }
        for key in rule.items_at("fields") {
            known.field_or_mistake(key, mistakes);
        }
        if let Some(assert) = rule.get("assert").filter(|assert| assert.text().is_some_and(|text| !text.is_empty())) {
            expression(assert, known, mistakes);
        }
    }
}

fn code(rule: Node<'_>, mistakes: &mut Mistakes<'_>) {
    let Some((node, code)) = rule.get("code").and_then(|node| Some((node, node.text()?))) else { return };
    let args = Args::new().with("name", code);
    let letters = code.chars().take_while(char::is_ascii_uppercase).count();
    let digits = code.get(letters..).unwrap_or_default();
    let formed = (1..=3).contains(&letters)
        && (2..=3).contains(&digits.len())
        && digits.bytes().all(|digit| digit.is_ascii_digit());
    if !formed {
        mistakes.add(node.span(), "form-bad-code", args);
    } else if finding::entry(&FindingKind::of_code(code)).is_none() && rule.get("message").is_none() {
        mistakes.add(node.span(), "form-code-without-message", args);
    }
}

fn expression(node: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let source = node.text().unwrap_or_default();
    // Its length is a mistake of shape already; a chain of thousands of terms would be as deep as it is long.
    if source.chars().count() > LONGEST || !super::shallow(node, mistakes) {
        return;
    }
    let program = match Program::compile(source) {
        Ok(program) => program,
        Err(errors) => {
            let said = errors.errors.first().map_or_else(String::new, |error| error.msg.clone());
            mistakes.add(node.span(), "form-bad-expression", Args::new().with("said", said));
            return;
        }
    };
    let mut seen = Seen::default();
    seen.walk(program.expression(), &[]);
    let before = mistakes.count();
    for name in &seen.unknown {
        let span = mistakes.within(node.span(), name);
        unknown_name(span, name, "form-unknown-name", NAMES, mistakes);
    }
    for (owner, part) in &seen.parts {
        let allowed: Vec<&str> = match *owner {
            "row" => known.table.iter().filter_map(|field| field.key).collect(),
            "header" => known.header.iter().filter_map(|field| field.key).collect(),
            _ => OF_PERIOD.to_vec(),
        };
        if !allowed.contains(part) {
            let span = mistakes.within(node.span(), &format!("{owner}.{part}"));
            unknown_name(span, part, "form-unknown-part", allowed, mistakes);
        }
    }
    // What is already known to be wrong is not said once more as a failure.
    if mistakes.count() == before && known.types_are_sound() {
        tried(&program, node, known, &seen, mistakes);
    }
}

/// Runs a rule on rows with and without the fields that it names: whatever goes wrong here would go wrong on data.
fn tried(program: &Program, node: Node<'_>, known: &Known<'_>, seen: &Seen<'_>, mistakes: &mut Mistakes<'_>) {
    let mut named: Vec<(bool, &Asked<'_>)> = Vec::new();
    for (in_row, owner, sheet) in [(true, "row", &known.table), (false, "header", &known.header)] {
        let is_named = |field: &&Asked<'_>| field.key.is_some_and(|key| seen.parts.contains(&(owner, key)));
        named.extend(sheet.iter().filter(is_named).map(|field| (in_row, field)));
    }
    // Where there are too many for every choice: none, each alone empty, all empty.
    let choices: Vec<usize> = if named.len() <= TRIED {
        (0..1 << named.len()).collect()
    } else {
        (0..named.len().min(63)).map(|bit| 1 << bit).chain([0, usize::MAX]).collect()
    };
    for (choice, number) in choices.iter().flat_map(|choice| [7, 0].map(|number| (choice, number))) {
        let (mut row, mut header) = (BTreeMap::new(), BTreeMap::new());
        for (bit, (in_row, field)) in named.iter().enumerate() {
            if choice >> bit.min(63) & 1 == 0 {
                let map = if *in_row { &mut row } else { &mut header };
                map.insert(field.key.unwrap_or_default(), sample(field, known, number));
            }
        }
        if let Some((id, args)) = answer(program, seen, row, header) {
            mistakes.add(node.span(), id, args);
            return;
        }
    }
}

type Sample<'t> = BTreeMap<&'t str, Value>;

/// What is wrong with the answer of a rule, if anything is.
fn answer(program: &Program, seen: &Seen<'_>, row: Sample<'_>, header: Sample<'_>) -> Option<(&'static str, Args)> {
    let days = [("first", "2024-01-01"), ("last", "2024-03-31")];
    let period: Sample<'_> = days.into_iter().map(|(key, day)| (key, Value::Text(day.to_owned()))).collect();
    let mut context = Context::default();
    for (name, values) in [("row", row), ("header", header), ("period", period)] {
        if let Err(error) = context.add_variable(name, values) {
            return Some(("form-rule-fails", Args::new().with("said", error.to_string())));
        }
    }
    let named = |name: &str| Args::new().with("name", name);
    match program.execute(&context) {
        Ok(cel::Value::Bool(_)) => None,
        Ok(_) => Some(("form-rule-answers-no-yes", Args::new())),
        Err(ExecutionError::NoSuchKey(key)) => {
            let owner = if seen.parts.contains(&("row", key.as_str())) { "row" } else { "header" };
            Some(("form-rule-unguarded", named(&key).with("owner", owner)))
        }
        Err(ExecutionError::UndeclaredReference(name)) => Some(("form-unknown-function", named(&name))),
        Err(ExecutionError::DivisionByZero(_) | ExecutionError::RemainderByZero(_)) => {
            Some(("form-rule-divides-by-zero", Args::new()))
        }
        Err(error @ (ExecutionError::NoSuchOverload(_) | ExecutionError::ValuesNotComparable(..))) => {
            Some(("form-rule-mixes-types", Args::new().with("said", error.to_string())))
        }
        Err(error) => Some(("form-rule-fails", Args::new().with("said", error.to_string()))),
    }
}

/// A value of the field's type.
fn sample(field: &Asked<'_>, known: &Known<'_>, number: i64) -> Value {
    match field.kind {
        Some(FieldType::Integer) => Value::Integer(number),
        #[expect(clippy::cast_precision_loss, reason = "a one-digit sample")]
        Some(FieldType::Number) => Value::Number(number as f64),
        Some(FieldType::Boolean) => Value::Boolean(number == 0),
        Some(FieldType::Date) => Value::Date(jiff::civil::date(2024, 3, 5)),
        Some(FieldType::String) | None => {
            let dictionary = field.dictionary.and_then(|name| known.dictionaries.get(name));
            let key = dictionary.and_then(|dictionary| dictionary.items_at("entries").find_map(|e| e.text_at("key")));
            Value::Text(key.unwrap_or("text").to_owned())
        }
    }
}

/// The names in an expression.
#[derive(Default)]
struct Seen<'e> {
    /// `row.total` as `("row", "total")`.
    parts: BTreeSet<(&'static str, &'e str)>,
    unknown: BTreeSet<&'e str>,
}

impl<'e> Seen<'e> {
    /// `own` are the names that a macro such as `all(x, …)` brings.
    fn walk(&mut self, expr: &'e IdedExpr, own: &[&'e str]) {
        match &expr.expr {
            Expr::Unspecified | Expr::Literal(_) => {}
            Expr::Ident(name) => {
                let known = name.starts_with('@') || own.contains(&name.as_str()) || NAMES.contains(&name.as_str());
                if !known {
                    self.unknown.insert(name);
                }
            }
            Expr::Select(select) => {
                if let Expr::Ident(owner) = &select.operand.expr
                    && !own.contains(&owner.as_str())
                    && let Some(owner) = NAMES.into_iter().find(|name| name == owner)
                {
                    self.parts.insert((owner, &select.field));
                } else {
                    self.walk(&select.operand, own);
                }
            }
            Expr::Call(call) => {
                call.target.iter().for_each(|target| self.walk(target, own));
                call.args.iter().for_each(|argument| self.walk(argument, own));
            }
            Expr::List(list) => list.elements.iter().for_each(|element| self.walk(element, own)),
            Expr::Map(map) => map.entries.iter().for_each(|entry| self.entry(&entry.expr, own)),
            Expr::Struct(fields) => fields.entries.iter().for_each(|entry| self.entry(&entry.expr, own)),
            Expr::Comprehension(inner) => {
                self.walk(&inner.iter_range, own);
                let mut own = own.to_vec();
                own.extend([inner.iter_var.as_str(), inner.accu_var.as_str()]);
                own.extend(inner.iter_var2.as_deref());
                for part in [&inner.accu_init, &inner.loop_cond, &inner.loop_step, &inner.result] {
                    self.walk(part, &own);
                }
            }
        }
    }

    fn entry(&mut self, entry: &'e EntryExpr, own: &[&'e str]) {
        match entry {
            EntryExpr::StructField(field) => self.walk(&field.value, own),
            EntryExpr::MapEntry(pair) => {
                self.walk(&pair.key, own);
                self.walk(&pair.value, own);
            }
        }
    }
}
