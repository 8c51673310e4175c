//! Codes and severities.

use std::borrow::Cow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::words::{self, Language};

/// A stable code such as `D04`: one of the catalogue, or one that a form's own rule brings.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Code(Cow<'static, str>);

impl Code {
    pub(super) const fn known(code: &'static str) -> Self {
        Self(Cow::Borrowed(code))
    }

    #[must_use]
    pub fn new(code: &str) -> Self {
        Self(Cow::Owned(code.to_owned()))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
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
