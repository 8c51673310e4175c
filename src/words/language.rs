//! The languages that svod speaks, and texts that a form gives in each of them.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// A language of messages and artifacts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The two-letter code, as in settings and file names.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    pub(super) fn identifier(self) -> LanguageIdentifier {
        match self {
            Self::Ru => unic_langid::langid!("ru-RU"),
            Self::En => unic_langid::langid!("en-GB"),
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A word that names no language of svod.
#[derive(Debug, thiserror::Error)]
#[error("«{0}» is not a language that svod speaks: ru, en")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(word.trim()))
            .ok_or_else(|| UnknownLanguage(word.to_owned()))
    }
}

/// A text that a form or the settings give: one for every language, or one for all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged, deny_unknown_fields)]
pub enum LocalText {
    /// The same in every language.
    Same(String),
    /// One for each language; the first that is there stands in for one that is not.
    Each {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ru: Option<String>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        en: Option<String>,
    },
}

impl Default for LocalText {
    fn default() -> Self {
        Self::Same(String::new())
    }
}

impl LocalText {
    /// The text in `language`, else in the other one, else empty.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match self {
            Self::Same(text) => text,
            Self::Each { ru, en } => {
                let (first, second) = match language {
                    Language::Ru => (ru, en),
                    Language::En => (en, ru),
                };
                first.as_deref().or(second.as_deref()).unwrap_or_default()
            }
        }
    }

    /// Every wording, in the order of [`Language::ALL`].
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (first, second) = match self {
            Self::Same(text) => (Some(text.as_str()), None),
            Self::Each { ru, en } => (ru.as_deref(), en.as_deref()),
        };
        first.into_iter().chain(second)
    }

    /// Whether no wording says anything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all().all(|text| text.trim().is_empty())
    }
}

impl From<&str> for LocalText {
    fn from(text: &str) -> Self {
        Self::Same(text.to_owned())
    }
}
