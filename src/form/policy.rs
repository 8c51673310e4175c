//! When two rows are one event, and what becomes of their fields.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::record::FieldKey;

/// How rows are compared. What a form leaves out serves as it is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct LinkPolicy {
    /// How sure svod must be of one event for a person to be asked, from 0 to 1; also how alike titles must be where nothing
    /// speaks against it.
    #[validate(range(min = 0.0, max = 1.0))]
    pub ask_from: f64,
    /// How sure it must be to join two rows with different titles without asking. Nothing may speak against it besides.
    #[validate(range(min = 0.0, max = 1.0))]
    pub join_from: f64,
    /// Fields that must not differ for two rows to be joined without asking.
    pub equal: Vec<FieldKey>,
    /// Fields whose words testify, besides those of the roles `content`, `people` and `documents`.
    pub witnesses: Vec<FieldKey>,
    /// Days by which the dates of one event may be off for a person still to be asked, where all else agrees.
    #[validate(range(max = 31))]
    pub near_days: u8,
    /// What keeps two rows apart, however alike they are.
    pub vetoes: Vec<Veto>,
    /// What the witnesses weigh against each other.
    #[validate(nested)]
    pub weights: LinkWeights,
}

impl Default for LinkPolicy {
    fn default() -> Self {
        Self {
            ask_from: 0.72,
            join_from: 0.97,
            equal: Vec::new(),
            witnesses: Vec::new(),
            near_days: 2,
            vetoes: Veto::ALL.to_vec(),
            weights: LinkWeights::default(),
        }
    }
}

/// Something that keeps two rows apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Veto {
    /// No day in common.
    Days,
    /// Another country or town.
    Place,
    /// «17-й» and «18-й».
    Edition,
    /// «… 2023» and «… 2024».
    Year,
    /// Names in the same place of both titles, and words that exclude each other: «Дня Брестской области» and «Дня Витебской
    /// области», «среди юношей» and «среди девушек».
    Name,
    /// A day of an exhibition is not the exhibition.
    Part,
}

impl Veto {
    pub const ALL: [Self; 6] = [Self::Days, Self::Place, Self::Edition, Self::Year, Self::Name, Self::Part];
}

/// How much each witness counts: 1 is as usual, 0 not at all.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct LinkWeights {
    /// Words that both titles have; the rarer among the rows, the more they say.
    #[validate(range(min = 0.0, max = 10.0))]
    pub title: f64,
    /// Words that both have in the content and in other texts.
    #[validate(range(min = 0.0, max = 10.0))]
    pub text: f64,
    /// The house.
    #[validate(range(min = 0.0, max = 10.0))]
    pub venue: f64,
    /// Head counts.
    #[validate(range(min = 0.0, max = 10.0))]
    pub total: f64,
    /// Countries that took part.
    #[validate(range(min = 0.0, max = 10.0))]
    pub partners: f64,
    /// «Joint with» names the other institution.
    #[validate(range(min = 0.0, max = 10.0))]
    pub joint: f64,
}

impl Default for LinkWeights {
    fn default() -> Self {
        Self { title: 1.0, text: 1.0, venue: 1.0, total: 1.0, partners: 1.0, joint: 1.0 }
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
