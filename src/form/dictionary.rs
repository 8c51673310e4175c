//! Dictionaries: the values that a field may take, with their other spellings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::words::{Language, LocalText};

/// Allowed values.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dictionary {
    /// Heading on the template's sheet of dictionaries.
    #[serde(default)]
    pub title: LocalText,
    /// `"countries"`: the entries are those of ISO 3166 with CLDR's names, and `entries` adds to them or replaces.
    #[serde(default)]
    pub builtin: Option<String>,
    /// The allowed values, in the order of the drop-down list.
    #[serde(default)]
    #[validate(nested)]
    pub entries: Vec<Entry>,
}

/// One allowed value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Entry {
    /// The value that svod keeps.
    #[validate(length(min = 1, max = 64))]
    pub key: String,
    /// The value as it stands in the drop-down and in the report.
    pub label: LocalText,
    /// Other spellings that are understood as this value.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// For units: whether it counts people («просмотр» does not).
    #[serde(default = "yes")]
    pub people: bool,
    /// What tells, in running text, that this entry is meant (kinds of events, kinds of documents, units): beginnings of
    /// words, «ярмарк», or of several words of which the last is cut, «прием делегац». Of several, the one that stands first in the text is meant.
    #[serde(default)]
    pub signs: Vec<String>,
    /// The report's words for a total of this unit, after «Общее количество»: «участников», «посетителей».
    #[serde(default)]
    pub of_many: LocalText,
    /// For units: the word behind a number, a pattern that chooses among «участник», «участника» and «участников» by `$n`. Without it
    /// the number stands behind `of-many`: «участников – 104».
    #[serde(default)]
    pub counted: LocalText,
}

fn yes() -> bool {
    true
}

impl Dictionary {
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    /// The label of `key` in `language`, else the key itself.
    #[must_use]
    pub fn label<'a>(&'a self, key: &'a str, language: Language) -> &'a str {
        self.entry(key).map_or(key, |entry| entry.label.get(language))
    }
}
