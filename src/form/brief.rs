//! The summary on one page: its title, its opening sentence, its blocks and their order.
//!
//! Every text is a Fluent pattern that sees what the report's patterns see. A form without this part has svod's own blocks.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::words::LocalText;

/// The summary on one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Brief {
    /// Name of the summary's document, without extension: «Справка за { $period }».
    pub document_name: LocalText,
    /// Lines of the title, centred.
    #[validate(length(min = 1))]
    pub title: Vec<LocalText>,
    /// The sentence under the title. `$n` is the number of events, `$asked` that of the institutions, `$answered` how many of
    /// them answered, `$abroad` how many events were abroad.
    #[serde(default)]
    pub opening: Option<LocalText>,
    /// What is shown, in that order. What a form does not ask for, or of what there is nothing, is left out.
    #[validate(length(min = 1))]
    pub blocks: Vec<BriefBlock>,
}

/// A block of the summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct BriefBlock {
    /// What it shows.
    pub show: BriefContent,
    /// Its heading; without one it has svod's own. `$n` is the number of what is shown.
    #[serde(default)]
    pub title: Option<LocalText>,
}

/// What a block of the summary shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum BriefContent {
    /// Events, answers, documents, counters, people by unit, each beside what it was in the periods that are compared with.
    Figures,
    /// Events by section of the report.
    Sections,
    /// Events by the month in which they begin.
    Months,
    /// Events in the home region, elsewhere in the country, abroad.
    Whereabouts,
    /// Events by country.
    Countries,
    /// Events on site and online.
    Formats,
    /// Events by partner country, with their share of all events.
    Partners,
    /// Events by kind.
    Kinds,
    /// The events with the most people, at most five.
    Largest,
    /// Signed documents with their parties.
    Documents,
    /// How the institutions answered: in time, late, nothing to report, silent; and how many reports were merged.
    Answers,
}

impl BriefContent {
    /// Everything, in the order in which it stands where a form does not say.
    pub const ALL: [Self; 11] = [
        Self::Figures,
        Self::Sections,
        Self::Months,
        Self::Whereabouts,
        Self::Countries,
        Self::Partners,
        Self::Formats,
        Self::Kinds,
        Self::Largest,
        Self::Documents,
        Self::Answers,
    ];
}
