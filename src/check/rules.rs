//! The form's own rules across fields, in the Common Expression Language.
//!
//! A rule is true where all is well. It is compiled once and tried on made-up values of its fields' types, so that a rule
//! that can never be worked out stops svod before any file is checked. What remains at run time: a rule that reads a
//! field that is not given holds, if one of its named fields is absent; any other failure (a division by zero) is said of
//! the row as R05, for a rule that was not applied must not look like one that holds.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use cel::objects::{Key, Map};
use cel::{Context, Env, ExecutionError, Program};

use super::Error;
use super::draft::{Draft, local, quote};
use crate::finding::{Finding, FindingKind};
use crate::form::{Field, FieldType, Form, Rule};
use crate::record::{Datum, FieldKey, Period, Value};
use crate::words::{Arg, Args, Language, LocalText, Pattern};

/// The values of the title sheet, as rules see them.
pub(super) struct HeaderValues(cel::Value);

/// All rules, ready to be worked out.
pub(super) struct Rulebook {
    rules: Vec<Ready>,
    period: cel::Value,
    /// CEL's functions; made once, for that takes longer than working out a rule.
    functions: Arc<Env>,
}

impl std::fmt::Debug for Rulebook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rulebook").field("rules", &self.rules).finish_non_exhaustive()
    }
}

#[derive(Debug)]
struct Ready {
    rule: Rule,
    program: Program,
    /// The fields of the row that the expression reads.
    reads: Vec<FieldKey>,
    /// The rule's own sentence, in the order of [`Language::ALL`].
    sentence: Option<[Pattern; 2]>,
}

impl Rulebook {
    pub(super) fn of(form: &Form, period: Period) -> Result<Self, Error> {
        let days = [("first", period.first_day()), ("last", period.last_day())];
        let period = map(days.into_iter().map(|(name, day)| (name, cel::Value::from(day.to_string()))));
        let functions = Arc::new(Env::stdlib());
        let tried = |row, header| context(&functions, row, header, period.clone());
        let rules = form.rules.iter().map(|rule| ready(form, rule, tried)).collect::<Result<_, _>>()?;
        Ok(Self { rules, period, functions })
    }

    /// The findings of all rules for one row.
    pub(super) fn check(&self, draft: &Draft<'_>, header: &HeaderValues) -> Vec<Finding> {
        if self.rules.is_empty() {
            return Vec::new();
        }
        let row = of_data(&draft.fields);
        let context = context(&self.functions, row, header.0.clone(), self.period.clone());
        self.rules.iter().filter_map(|ready| ready.check(draft, &context)).collect()
    }
}

/// What rules see of the title sheet.
pub(super) fn values(header: &BTreeMap<FieldKey, Datum>) -> HeaderValues {
    HeaderValues(of_data(header))
}

impl Ready {
    fn check(&self, draft: &Draft<'_>, context: &Context<'_, '_>) -> Option<Finding> {
        // A cell that was not understood has its own finding; a rule would only repeat it in other words.
        let misread = |finding: &Finding| {
            finding.is_error() && finding.place.field.as_ref().is_some_and(|field| self.reads.contains(field))
        };
        if draft.findings.iter().any(misread) {
            return None;
        }
        let absent = || self.rule.fields.iter().any(|key| !draft.fields.contains_key(key));
        match self.program.execute(context) {
            Ok(cel::Value::Bool(true)) => None,
            Ok(cel::Value::Bool(false)) => Some(self.broken(draft)),
            Err(_) if absent() => None,
            Ok(other) => Some(self.undecided(draft, &format!("{:?}", other.type_of()))),
            Err(error) => Some(self.undecided(draft, &error.to_string())),
        }
    }

    fn broken(&self, draft: &Draft<'_>) -> Finding {
        let mut finding = self.at_first_cell(draft, self.rule.code.clone());
        finding.severity = self.rule.severity;
        finding.args = finding
            .args
            .with("value", self.values_in_words(draft))
            .with("expected", "")
            .with("understood", "")
            .with("hint", "");
        for field in &draft.checker.form.table.fields {
            let arg = draft
                .fields
                .get(&field.key)
                .map_or_else(|| Arg::Text(String::new()), |datum| shown(draft, field, datum));
            finding.args = finding.args.with(field.key.as_str(), arg);
        }
        finding.own_words = self.sentence.as_ref().map(|sentence| said(sentence, &finding.args, &self.rule));
        finding
    }

    fn undecided(&self, draft: &Draft<'_>, reason: &str) -> Finding {
        let mut finding = self.at_first_cell(draft, FindingKind::RuleNotEvaluated);
        finding.args = Args::new()
            .with("field", self.rule.code.code())
            .with("value", quote(reason))
            .with("expected", self.values_in_words(draft));
        finding
    }

    /// A finding at the first named field that has a cell, else at the row.
    fn at_first_cell(&self, draft: &Draft<'_>, code: FindingKind) -> Finding {
        let (key, cell) = self
            .rule
            .fields
            .iter()
            .find_map(|key| draft.raw.cells.get(key).map(|cell| (Some(key), &cell.origin)))
            .unwrap_or((self.rule.fields.first(), &draft.raw.origin));
        let label = key.map(|key| draft.checker.form.label(key)).unwrap_or_default();
        Finding::new(code, draft.scene.place(cell, key), Args::new().with("field", label))
    }

    /// «Всего: 10; из них иностранных: 20».
    fn values_in_words(&self, draft: &Draft<'_>) -> LocalText {
        local(|language| {
            let named = self.rule.fields.iter().map(|key| {
                let value = draft.fields.get(key).map_or_else(|| "–".to_owned(), |datum| quote(&datum.raw));
                format!("{}: {value}", draft.checker.form.label(key).get(language))
            });
            named.collect::<Vec<_>>().join("; ")
        })
    }
}

/// A value as the sentence of a rule says it: the label of a dictionary's entry, not its key.
fn shown(draft: &Draft<'_>, field: &Field, datum: &Datum) -> Arg {
    let label = |key: &str| draft.checker.form.dictionary_of(field)?.entry(key).map(|entry| entry.label.clone());
    match &datum.value {
        Value::Integer(n) => Arg::Count(*n),
        Value::Date(day) => Arg::Day(*day),
        Value::Text(text) => label(text).map_or_else(|| Arg::Text(quote(text)), Arg::Local),
        other @ (Value::Boolean(_) | Value::Number(_)) => Arg::Text(other.to_string()),
    }
}

fn said(sentence: &[Pattern; 2], args: &Args, rule: &Rule) -> LocalText {
    let [ru, en] = sentence;
    // Compiled with every argument there is; what fails still shows the rule's code.
    let say = |pattern: &Pattern| pattern.say(args).unwrap_or_else(|_| rule.code.to_string());
    LocalText::Each { ru: Some(say(ru)), en: Some(say(en)) }
}

fn ready(
    form: &Form,
    rule: &Rule,
    context: impl Fn(cel::Value, cel::Value) -> Context<'static, 'static>,
) -> Result<Ready, Error> {
    let wrong = |reason: String| Error::Rule { code: rule.code.to_string(), reason };
    let program = Program::compile(&rule.assert).map_err(|e| wrong(e.to_string()))?;
    // Every field given, then none.
    for given in [true, false] {
        let sample = |fields: &[Field]| {
            let given = fields.iter().filter(|_| given).zip(101..);
            map(given.map(|(field, n)| (field.key.as_str(), made_up(field, n))))
        };
        match program.execute(&context(sample(&form.table.fields), sample(&form.header))) {
            Ok(cel::Value::Bool(_)) => {}
            Ok(other) => return Err(wrong(format!("it gives {:?}, not true or false", other.type_of()))),
            Err(error) if is_of_types(&error, given) => return Err(wrong(error.to_string())),
            Err(_) => {}
        }
    }
    let reads =
        form.table.fields.iter().map(|field| field.key.clone()).filter(|key| reads(&rule.assert, key)).collect();
    Ok(Ready { rule: rule.clone(), program, reads, sentence: sentence(form, rule)? })
}

/// Whether an expression reads a field of the row: whether `row.key` stands in it.
fn reads(expression: &str, key: &FieldKey) -> bool {
    let named = format!("row.{key}");
    let ends = |at: usize| !expression[at..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    expression.match_indices(&named).any(|(at, _)| ends(at + named.len()))
}

/// Whether an error will come back with any values of those types.
fn is_of_types(error: &ExecutionError, all_given: bool) -> bool {
    match error {
        ExecutionError::UndeclaredReference(_) => true,
        ExecutionError::NoSuchKey(_)
        | ExecutionError::NoSuchOverload(_)
        | ExecutionError::InvalidArgumentCount { .. }
        | ExecutionError::UnexpectedType { .. }
        | ExecutionError::ValuesNotComparable(..)
        | ExecutionError::NotSupportedAsMethod { .. } => all_given,
        _ => false,
    }
}

fn sentence(form: &Form, rule: &Rule) -> Result<Option<[Pattern; 2]>, Error> {
    let Some(message) = &rule.message else { return Ok(None) };
    let wrong = |reason: String| Error::Message { code: rule.code.to_string(), reason };
    let parse = |language: Language| {
        let pattern = Pattern::parse(language, message.get(language)).map_err(|e| wrong(e.to_string()))?;
        let sample = form.table.fields.iter().fold(sample_args(), |args, field| args.with(field.key.as_str(), ""));
        pattern.say(&sample).map_err(|e| wrong(e.to_string()))?;
        Ok(pattern)
    };
    Ok(Some([parse(Language::Ru)?, parse(Language::En)?]))
}

fn sample_args() -> Args {
    ["field", "value", "expected", "understood", "hint"].into_iter().fold(Args::new(), |args, name| args.with(name, ""))
}

/// A value of the field's type; all different, so that differences are not zero.
fn made_up(field: &Field, n: i64) -> cel::Value {
    match (&field.dictionary, field.kind) {
        (None, FieldType::Integer) => cel::Value::Int(n),
        (None, FieldType::Number) => cel::Value::Float(1.5),
        (None, FieldType::Boolean) => cel::Value::Bool(true),
        (None, FieldType::Date) => cel::Value::from("2024-03-05"),
        (Some(_), _) | (None, FieldType::String) => cel::Value::from(n.to_string()),
    }
}

fn of_data(fields: &BTreeMap<FieldKey, Datum>) -> cel::Value {
    map(fields.iter().map(|(key, datum)| (key.as_str(), of_value(&datum.value))))
}

fn of_value(value: &Value) -> cel::Value {
    match value {
        Value::Boolean(yes) => cel::Value::Bool(*yes),
        Value::Integer(n) => cel::Value::Int(*n),
        Value::Number(n) => cel::Value::Float(*n),
        Value::Date(day) => cel::Value::from(day.to_string()),
        Value::Text(text) => cel::Value::from(text.as_str()),
    }
}

fn map<'k>(entries: impl Iterator<Item = (&'k str, cel::Value)>) -> cel::Value {
    // CEL's own map is a hash map; rules only look keys up in it.
    let entries: HashMap<Key, cel::Value> = entries.map(|(key, value)| (Key::from(key), value)).collect();
    cel::Value::Map(Map::from(entries))
}

fn context(functions: &Arc<Env>, row: cel::Value, header: cel::Value, period: cel::Value) -> Context<'static, 'static> {
    let mut context = Context::with_env(Arc::clone(functions));
    context.add_variable_from_value("row", row);
    context.add_variable_from_value("header", header);
    context.add_variable_from_value("period", period);
    context
}
