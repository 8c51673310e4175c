//! Table Schema: what stands in each column.
//!
//! In: the form's fields. Out: the shapes of the standard. A constraint is stated only where all values keep to it: a person
//! may have decided otherwise than the form wants, and two texts that were united may be longer than either may be. So
//! whoever checks the package against its schema finds nothing.

use regex::Regex;
use serde::Serialize;

use crate::form::{self, FieldType};

/// The schema of a table.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Schema {
    pub(super) fields: Vec<Field>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) primary_key: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) foreign_keys: Vec<ForeignKey>,
    /// An empty cell is nothing, never an empty text.
    missing_values: [&'static str; 1],
}

/// A column that names a row of another table.
#[derive(Serialize)]
pub(super) struct ForeignKey {
    pub(super) fields: String,
    pub(super) reference: Reference,
}

/// The table and column that is named.
#[derive(Serialize)]
pub(super) struct Reference {
    pub(super) resource: &'static str,
    pub(super) fields: String,
}

/// A column.
#[derive(Serialize)]
pub(super) struct Field {
    pub(super) name: String,
    #[serde(rename = "type")]
    kind: FieldType,
    title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    description: String,
    #[serde(skip_serializing_if = "Constraints::is_empty")]
    constraints: Constraints,
}

#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Constraints {
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    required: bool,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unique: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pattern: Option<String>,
    #[serde(rename = "enum", skip_serializing_if = "Vec::is_empty")]
    allowed: Vec<String>,
}

impl Schema {
    pub(super) fn of(fields: Vec<Field>) -> Self {
        Self { fields, primary_key: None, foreign_keys: Vec::new(), missing_values: [""] }
    }
}

impl Field {
    /// A column of svod's own.
    pub(super) fn new(name: impl Into<String>, kind: FieldType, title: String) -> Self {
        Self { name: name.into(), kind, title, description: String::new(), constraints: Constraints::default() }
    }

    /// A field of the form, with the keys that it allows.
    pub(super) fn of(field: &form::Field, title: &str, description: &str, allowed: Vec<String>) -> Self {
        let given = &field.constraints;
        let constraints = Constraints {
            required: given.required,
            unique: false,
            min_length: given.min_length,
            max_length: given.max_length,
            minimum: given.minimum,
            maximum: given.maximum,
            pattern: given
                .pattern
                .as_deref()
                .filter(|pattern| is_read_by_others(pattern))
                .map(|one| format!("({one})")),
            allowed,
        };
        Self { constraints, ..Self::new(field.key.as_str(), field.kind, title.to_owned()).described(description) }
    }

    pub(super) fn described(mut self, description: &str) -> Self {
        description.clone_into(&mut self.description);
        self
    }

    pub(super) fn required(mut self) -> Self {
        self.constraints.required = true;
        self
    }

    pub(super) fn unique(mut self) -> Self {
        self.constraints.unique = true;
        self
    }

    pub(super) fn at_least(mut self, minimum: f64) -> Self {
        self.constraints.minimum = Some(minimum);
        self
    }

    pub(super) fn one_of(mut self, allowed: &[&str]) -> Self {
        self.constraints.allowed = allowed.iter().map(|key| (*key).to_owned()).collect();
        self
    }

    /// Drops the constraints that one of the values does not keep to.
    pub(super) fn keep_to<'a>(&mut self, values: impl Iterator<Item = &'a str>) {
        let constraints = &mut self.constraints;
        let pattern = constraints.pattern.as_ref().map(|pattern| Regex::new(&format!("^{pattern}$")));
        for value in values {
            if value.is_empty() {
                constraints.required = false;
                continue;
            }
            let length = u32::try_from(value.chars().count()).unwrap_or(u32::MAX);
            constraints.min_length = constraints.min_length.filter(|least| length >= *least);
            constraints.max_length = constraints.max_length.filter(|most| length <= *most);
            if let Ok(number) = value.parse::<f64>() {
                constraints.minimum = constraints.minimum.filter(|least| number >= *least);
                constraints.maximum = constraints.maximum.filter(|most| number <= *most);
            }
            if !matches!(&pattern, Some(Ok(pattern)) if pattern.is_match(value)) {
                constraints.pattern = None;
            }
            if !constraints.allowed.iter().any(|key| key == value) {
                constraints.allowed.clear();
            }
        }
    }
}

impl Constraints {
    fn is_empty(&self) -> bool {
        let bounds = self.minimum.is_none() && self.maximum.is_none();
        let lengths = self.min_length.is_none() && self.max_length.is_none();
        !self.required && !self.unique && bounds && lengths && self.pattern.is_none() && self.allowed.is_empty()
    }
}

/// Whether every common library of regular expressions reads the pattern alike: no classes of Unicode, no flags, no sets.
fn is_read_by_others(pattern: &str) -> bool {
    let mut letters = pattern.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let odd = match letter {
            '\\' => {
                letters.next().is_none_or(|escaped| escaped.is_ascii_alphanumeric() && !"sSdDwWntr".contains(escaped))
            }
            '(' => next == Some('?'),
            '[' | '&' | '~' => before == letter,
            _ => false,
        };
        if odd {
            return false;
        }
        before = letter;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_that_only_some_libraries_read_is_left_out() {
        for common in ["[A-Z]{2}-[0-9]{4}", r"[^@\s]+@[^@\s]+", r"\+7 \(\d+\)", "a|b"] {
            assert!(is_read_by_others(common), "{common}");
        }
        for own in [r"\p{Lu}+", "(?i)abc", "[[:alpha:]]", "[a-z&&[^b]]", r"abc\z"] {
            assert!(!is_read_by_others(own), "{own}");
        }
    }

    #[test]
    fn a_constraint_that_a_value_breaks_is_not_stated() {
        let field = || Field::new("n", FieldType::Integer, String::new()).required().at_least(1.0);
        let mut kept = field();
        kept.keep_to(["1", "20"].into_iter());
        assert!(kept.constraints.required && kept.constraints.minimum == Some(1.0));
        let mut broken = field();
        broken.keep_to(["0", ""].into_iter());
        assert!(broken.constraints.is_empty());
    }
}
