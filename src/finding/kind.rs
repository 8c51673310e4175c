//! Kinds of findings as codes, and severities.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::FindingKind;
use crate::words::{self, Language};

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Ord for FindingKind {
    fn cmp(&self, other: &Self) -> Ordering {
        self.code().cmp(other.code())
    }
}

impl PartialOrd for FindingKind {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Serialize for FindingKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for FindingKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::of_code(&String::deserialize(deserializer)?))
    }
}

impl JsonSchema for FindingKind {
    fn schema_name() -> Cow<'static, str> {
        "Code".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A stable code such as `D04`: one of the catalogue, or one that a form's own rule brings.",
            "type": "string"
        })
    }
}

/// How much a finding weighs. Ordered: a note is less than an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Said so that it is known; nothing needs to be done.
    Note,
    /// Doubtful; the row is taken.
    Warning,
    /// Wrong; the row (or the file) is not taken.
    Error,
}

impl Severity {
    /// «ошибка», "warning".
    #[must_use]
    pub fn name(self, language: Language) -> String {
        let id = match self {
            Self::Note => "severity-note",
            Self::Warning => "severity-warning",
            Self::Error => "severity-error",
        };
        words::plain(language, id)
    }
}
