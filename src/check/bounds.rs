//! The constraints of a field: longer, shorter, larger, smaller than allowed, or not of the pattern. Value in, findings
//! out. Whether a field may be empty is not asked here.

use std::collections::BTreeMap;

use regex::Regex;

use super::draft::{message, quote};
use super::{Error, numbers};
use crate::finding::FindingKind;
use crate::form::Field;
use crate::record::{FieldKey, Value};
use crate::words::{Args, LocalText};

/// The patterns of all fields; a pattern must match the whole text.
pub(super) fn patterns<'f>(fields: impl Iterator<Item = &'f Field>) -> Result<BTreeMap<FieldKey, Regex>, Error> {
    let mut patterns = BTreeMap::new();
    for field in fields {
        if let Some(pattern) = &field.constraints.pattern {
            let whole = Regex::new(&format!("^(?:{pattern})$"))
                .map_err(|e| Error::Pattern { field: field.key.to_string(), reason: e.to_string() })?;
            patterns.insert(field.key.clone(), whole);
        }
    }
    Ok(patterns)
}

/// What is wrong with a typed value, as V04.
pub(super) fn check(field: &Field, value: &Value, pattern: Option<&Regex>) -> Vec<(FindingKind, Args)> {
    let constraints = &field.constraints;
    let mut expected: Vec<LocalText> = Vec::new();
    if let Value::Text(text) = value
        && field.dictionary.is_none()
    {
        let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let said = |id: &str, bound: u32| message(id, &Args::new().with("count", bound).with("actual", length));
        expected.extend(constraints.max_length.filter(|max| length > *max).map(|max| said("expects-max-length", max)));
        expected.extend(constraints.min_length.filter(|min| length < *min).map(|min| said("expects-min-length", min)));
        if pattern.is_some_and(|pattern| !pattern.is_match(text)) {
            expected.push(as_in_example(field));
        }
    }
    if let Some(n) = number(value) {
        let said = |id: &str, bound: f64| message(id, &Args::new().with("bound", numbers::shown(bound)));
        expected.extend(constraints.minimum.filter(|min| n < *min).map(|min| said("expects-minimum", min)));
        expected.extend(constraints.maximum.filter(|max| n > *max).map(|max| said("expects-maximum", max)));
    }
    expected
        .into_iter()
        .map(|expected| {
            (FindingKind::OutOfBounds, Args::new().with("value", quote(&value.to_string())).with("expected", expected))
        })
        .collect()
}

fn as_in_example(field: &Field) -> LocalText {
    if field.example.is_empty() {
        return message("expects-pattern", &Args::new());
    }
    message("expects-pattern-example", &Args::new().with("example", field.example.clone()))
}

#[expect(clippy::cast_precision_loss, reason = "bounds are far below 2^53")]
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Integer(n) => Some(*n as f64),
        Value::Number(n) => Some(*n),
        _ => None,
    }
}
