//! When two rows are one event, and what becomes of their fields.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::record::FieldKey;

/// How rows are compared.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct LinkPolicy {
    /// Titles at least this alike, on overlapping days in a place that agrees, are asked about.
    #[validate(range(min = 0.0, max = 1.0))]
    pub ask_from: f64,
    /// Fields that must be equal besides the key for two rows to be joined without asking.
    pub equal: Vec<FieldKey>,
}

impl Default for LinkPolicy {
    fn default() -> Self {
        Self { ask_from: 0.72, equal: Vec::new() }
    }
}

/// What becomes of each field; what is not named is the lead's.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct MergePolicy {
    /// The rule of each field, by its key: `place = "most-specific"`.
    pub fields: BTreeMap<FieldKey, MergeRule>,
}

impl MergePolicy {
    #[must_use]
    pub fn rule(&self, key: &FieldKey) -> MergeRule {
        self.fields.get(key).copied().unwrap_or_default()
    }
}

/// What becomes of one field when two rows are one event. Numbers are never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum MergeRule {
    /// The lead's; where the lead has none, the other's. Differences are left unsaid.
    #[default]
    Lead,
    /// The lead's, and a warning where they differ.
    LeadWarn,
    /// The lead's, and a question where they differ; of numbers a warning as well.
    LeadAsk,
    /// The more specific of two that agree, else as `lead-ask`.
    MostSpecific,
    /// The lead's text and the sentences of the other that it lacks.
    UnionSentences,
    /// The lead's lines and the lines of the other that it lacks.
    UnionLines,
}
