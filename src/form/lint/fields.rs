//! Fields: keys, roles, dictionaries, constraints, headings, examples.

use std::collections::BTreeMap;

use regex::Regex;

use super::{Asked, Known, folded, is_name, no_blank_items, no_longer_than, not_blank, one_line, unknown};
use crate::form::source::{Mistakes, Node};
use crate::form::{FieldType, Role};
use crate::words::Args;

/// What Excel shows of a heading and of the message beside a chosen cell.
const HEADING_MAX: usize = 255;
const HELP_MAX: usize = 255;
/// Columns of a sheet, less the running number.
const FIELDS_MAX: usize = 16_383;
/// Words that the expression language keeps for itself: no rule could name such a field.
const RESERVED: [&str; 21] = [
    "true",
    "false",
    "null",
    "in",
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];
/// Roles of the title sheet; all others belong to the table.
const OF_HEADER: [Role; 7] =
    [Role::Institution, Role::Period, Role::Nil, Role::Counter, Role::Responsible, Role::Phone, Role::Email];
/// The keys of the dictionary of the role `attendance`.
const ATTENDANCE: [&str; 3] = ["on-site", "online", "both"];

pub(super) fn check(known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let mut keys = Vec::new();
    for (sheet, in_header) in [(&known.header, true), (&known.table, false)] {
        let mut roles = Vec::new();
        for field in sheet {
            key(field, &mut keys, mistakes);
            role(field, in_header, &mut roles, mistakes);
            dictionary(field, known, mistakes);
            constraints(field, mistakes);
            texts(field, mistakes);
            example(field, known, mistakes);
        }
        headings(sheet, mistakes);
    }
    if let Some(field) = known.table.get(FIELDS_MAX) {
        mistakes.add(field.node.span(), "form-too-many-fields", Args::new().with("max", FIELDS_MAX));
    }
}

fn key<'t>(field: &Asked<'t>, seen: &mut Vec<&'t str>, mistakes: &mut Mistakes<'_>) {
    let (Some(key), Some(node)) = (field.key, field.node.get("key")) else { return };
    let args = Args::new().with("name", key);
    if !is_name(key, '_') || key.len() > 60 {
        mistakes.add(node.span(), "form-bad-key", args);
    } else if RESERVED.contains(&key) {
        mistakes.add(node.span(), "form-reserved-key", args);
    } else if seen.contains(&key) {
        mistakes.add(node.span(), "form-key-twice", args);
    }
    seen.push(key);
}

fn role(field: &Asked<'_>, in_header: bool, seen: &mut Vec<Role>, mistakes: &mut Mistakes<'_>) {
    let (Some(role), Some(node)) = (field.role, field.node.get("role")) else { return };
    let args = || Args::new().with("name", node.text().unwrap_or_default());
    if OF_HEADER.contains(&role) != in_header {
        let id = if in_header { "form-role-of-table" } else { "form-role-of-header" };
        mistakes.add(node.span(), id, args());
    } else if seen.contains(&role) {
        mistakes.add(node.span(), "form-role-twice", args());
    } else {
        fits(field, role, node, mistakes);
    }
    seen.push(role);
}

/// Whether a role suits the type and the dictionary of its field.
fn fits(field: &Asked<'_>, role: Role, node: Node<'_>, mistakes: &mut Mistakes<'_>) {
    let (kind, listed) = match role {
        Role::Nil => (FieldType::Boolean, Some(false)),
        Role::Counter | Role::Total | Role::Foreign => (FieldType::Integer, Some(false)),
        Role::Start | Role::End => (FieldType::Date, Some(false)),
        Role::Section | Role::Country | Role::Attendance | Role::Unit => (FieldType::String, Some(true)),
        Role::JointWith => (FieldType::String, None),
        _ => (FieldType::String, Some(false)),
    };
    let args = || Args::new().with("name", node.text().unwrap_or_default());
    if field.is_not(kind) {
        let expected = match kind {
            FieldType::String => "string",
            FieldType::Integer => "integer",
            FieldType::Number => "number",
            FieldType::Date => "date",
            FieldType::Boolean => "boolean",
        };
        mistakes.add(node.span(), "form-role-type", args().with("expected", expected));
    } else if listed == Some(true) && field.dictionary.is_none() {
        mistakes.add(node.span(), "form-role-needs-dictionary", args());
    } else if listed == Some(false) && field.dictionary.is_some() {
        mistakes.add(node.span(), "form-role-without-dictionary", args());
    }
}

fn dictionary(field: &Asked<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let (Some(name), Some(node)) = (field.dictionary, field.node.get("dictionary")) else { return };
    let Some(dictionary) = known.dictionaries.get(name) else {
        unknown(node, "form-unknown-dictionary", known.dictionaries.keys().copied(), mistakes);
        return;
    };
    if field.is_not(FieldType::String) {
        mistakes.add(node.span(), "form-dictionary-type", Args::new());
    }
    if field.role == Some(Role::Attendance) {
        for key in dictionary.items_at("entries").filter_map(|entry| entry.get("key")) {
            if key.text().is_some_and(|key| !ATTENDANCE.contains(&key)) {
                unknown(key, "form-bad-attendance", ATTENDANCE, mistakes);
            }
        }
    }
}

fn constraints(field: &Asked<'_>, mistakes: &mut Mistakes<'_>) {
    let Some(node) = field.node.get("constraints") else { return };
    let no_text = field.is_not(FieldType::String) || field.dictionary.is_some();
    let no_number = field.is_not(FieldType::Integer) && field.is_not(FieldType::Number);
    for pair in node.pairs() {
        let idle = match pair.key {
            "minLength" | "maxLength" | "pattern" => no_text,
            "minimum" | "maximum" => no_number,
            _ => false,
        };
        if idle {
            mistakes.add(pair.key_span, "form-idle-constraint", Args::new().with("key", pair.key));
        }
    }
    for (least, most) in [("minLength", "maxLength"), ("minimum", "maximum")] {
        if let (Some(low), Some(high)) = (node.get(least), node.get(most))
            && low.number() > high.number()
        {
            mistakes.add(low.span(), "form-crossed", Args::new().with("least", least).with("most", most));
        }
    }
    if let Some(pattern) = node.get("pattern")
        && let Err(error) = Regex::new(&format!("^(?:{})$", pattern.text().unwrap_or_default()))
    {
        // The last line of the error says what is wrong; those before it draw the pattern.
        let said = error.to_string().lines().last().unwrap_or_default().trim_start_matches("error: ").to_owned();
        mistakes.add(pattern.span(), "form-bad-regex", Args::new().with("said", said));
    }
}

fn texts(field: &Asked<'_>, mistakes: &mut Mistakes<'_>) {
    not_blank(field.node.get("label"), mistakes);
    one_line(field.node.get("label"), HEADING_MAX, mistakes);
    for (_, wording) in field.node.get("help").into_iter().flat_map(Node::wordings) {
        no_longer_than(wording, HELP_MAX, mistakes);
    }
    no_blank_items(field.node, "synonyms", mistakes);
}

/// A heading by which a field is found again leads to that field alone.
fn headings(sheet: &[Asked<'_>], mistakes: &mut Mistakes<'_>) {
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for (index, field) in sheet.iter().enumerate() {
        let labels = field.node.get("label").into_iter().flat_map(Node::wordings).map(|(_, wording)| wording);
        for heading in labels.chain(field.node.items_at("synonyms")) {
            let Some(text) = heading.text().filter(|text| !text.trim().is_empty()) else { continue };
            let owner = *owners.entry(folded(text)).or_insert(index);
            if owner != index {
                let other = sheet[owner].key.unwrap_or_default();
                mistakes.add(heading.span(), "form-heading-twice", Args::new().with("name", text).with("other", other));
            }
        }
    }
}

/// An example is a value that the field would take.
fn example(field: &Asked<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let Some(kind) = field.kind else { return };
    let constraints = field.node.get("constraints");
    for (_, wording) in field.node.get("example").into_iter().flat_map(Node::wordings) {
        let text = wording.text().unwrap_or_default().trim();
        let fine = text.is_empty() || constraints.is_none_or(|constraints| within(text, kind, constraints));
        let fine = fine
            && match (kind, field.dictionary) {
                _ if text.is_empty() => true,
                (FieldType::String, Some(name)) => {
                    known.dictionaries.get(name).is_none_or(|dictionary| super::dictionaries::holds(*dictionary, text))
                }
                (FieldType::String, None) => true,
                (FieldType::Integer, _) => text.parse::<i64>().is_ok(),
                (FieldType::Number, _) => text.replace(',', ".").parse::<f64>().is_ok_and(f64::is_finite),
                (FieldType::Date, _) => is_day(text),
                (FieldType::Boolean, _) => ["да", "нет", "yes", "no"].contains(&folded(text).as_str()),
            };
        if !fine {
            mistakes.add(wording.span(), "form-bad-example", Args::new().with("name", text));
        }
    }
}

/// Whether a value keeps within the constraints of its field.
fn within(text: &str, kind: FieldType, constraints: Node<'_>) -> bool {
    let bound = |key: &str| constraints.get(key).and_then(Node::number);
    let between = |n: f64, least: &str, most: &str| {
        bound(least).is_none_or(|least| n >= least) && bound(most).is_none_or(|most| n <= most)
    };
    match kind {
        FieldType::Integer | FieldType::Number => {
            text.replace(',', ".").parse().is_ok_and(|n: f64| between(n, "minimum", "maximum"))
        }
        FieldType::String => {
            #[expect(clippy::cast_precision_loss, reason = "a cell holds 32,767 characters")]
            let length = text.chars().count() as f64;
            let pattern =
                constraints.text_at("pattern").and_then(|pattern| Regex::new(&format!("^(?:{pattern})$")).ok());
            between(length, "minLength", "maxLength") && pattern.is_none_or(|pattern| pattern.is_match(text))
        }
        FieldType::Date | FieldType::Boolean => true,
    }
}

/// `05.03.2024` or `2024-03-05`.
fn is_day(text: &str) -> bool {
    use jiff::civil::Date;
    Date::strptime("%d.%m.%Y", text).is_ok() || Date::strptime("%Y-%m-%d", text).is_ok()
}
