//! Rules across fields, in the Common Expression Language.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::finding::{FindingKind, Severity};
use crate::record::FieldKey;
use crate::words::LocalText;

/// What must hold for every row.
///
/// The expression sees `row`, a map of field keys to values (text, int, double, bool; days as text `2024-03-05`; what is
/// not given is absent: `has(row.total)`), `header`, the same of the title sheet, and `period` with `first` and `last`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Rule {
    /// A code of the catalogue (its words are used), or one of the form's own.
    pub code: FindingKind,
    /// How grave it is when the rule does not hold.
    pub severity: Severity,
    /// CEL; true where all is well.
    #[validate(length(min = 1, max = 2000))]
    pub assert: String,
    /// Fields that the finding is about; it stands at the first of them that has a cell.
    #[validate(length(min = 1))]
    pub fields: Vec<FieldKey>,
    /// The sentence; needed where the code is not of the catalogue. A Fluent pattern over the fields of the row.
    #[serde(default)]
    pub message: Option<LocalText>,
}
