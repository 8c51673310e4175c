//! A typed value, and a value together with the cell that it came from.

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Origin;

/// The key of a field in a form: `title`, `start`, …
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct FieldKey(pub Arc<str>);

impl FieldKey {
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self(Arc::from(key))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FieldKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::borrow::Borrow<str> for FieldKey {
    fn borrow(&self) -> &str {
        &self.0
    }
}

/// A value of one of the form language's types. What is not given is absent, never a value.
///
/// The value of a dictionary field is the key of its entry, as text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    Boolean(bool),
    Integer(i64),
    Number(f64),
    Date(Date),
    Text(String),
}

impl Value {
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Integer(n) => Some(*n),
            _ => None,
        }
    }

    #[must_use]
    pub fn as_date(&self) -> Option<Date> {
        match self {
            Self::Date(day) => Some(*day),
            _ => None,
        }
    }

    #[must_use]
    pub fn as_boolean(&self) -> Option<bool> {
        match self {
            Self::Boolean(yes) => Some(*yes),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    /// As people write it: days as `05.03.2024`, numbers without grouping.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Boolean(yes) => write!(f, "{yes}"),
            Self::Integer(n) => write!(f, "{n}"),
            Self::Number(n) => write!(f, "{n}"),
            Self::Date(day) => write!(f, "{}", day.strftime("%d.%m.%Y")),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// A value with the cell that it came from, and what stood there to the letter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Datum {
    pub value: Value,
    pub origin: Origin,
    /// The cell's content as received, before cleaning.
    pub raw: Arc<str>,
}
