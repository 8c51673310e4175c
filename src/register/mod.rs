//! The register of institutions: who is asked. It knows nothing of files.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::record::Period;
use crate::words::Language;

/// One institution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Institution {
    pub code: Arc<str>,
    pub name: String,
    pub short_name: String,
    pub email: String,
    pub contact: String,
    pub language: Language,
    /// First and last day on which it is asked.
    pub since: Option<Date>,
    pub until: Option<Date>,
}

impl Institution {
    /// An institution that tests know by its names alone.
    #[cfg(test)]
    pub(crate) fn called_so(code: &str, name: &str, short_name: &str) -> Self {
        Self {
            code: code.into(),
            name: name.to_owned(),
            short_name: short_name.to_owned(),
            email: String::new(),
            contact: String::new(),
            language: Language::Ru,
            since: None,
            until: None,
        }
    }

    /// The short name, else the name.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.short_name.is_empty() { &self.name } else { &self.short_name }
    }

    /// What stands in its cell of addresses, word by word: commas, semicolons and spaces part them.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        let words = self.email.split(|c: char| c == ',' || c == ';' || c.is_whitespace() || c.is_control());
        words.filter(|word| !word.is_empty())
    }

    /// Whether it is written to at that address.
    #[must_use]
    pub fn has_address(&self, address: &str) -> bool {
        let wanted = address.trim().to_lowercase();
        self.addresses().any(|known| known.to_lowercase() == wanted)
    }

    /// Whether it is asked for `period`: whether one of the period's days lies between since and until.
    #[must_use]
    pub fn is_active_in(&self, period: Period) -> bool {
        self.since.is_none_or(|since| since <= period.last_day())
            && self.until.is_none_or(|until| until >= period.first_day())
    }
}

/// The name by which an institution is offered in a list: no other institution is understood by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedName {
    pub code: Arc<str>,
    pub name: String,
}

/// All institutions, in the order of the register: the higher one leads where two report one event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    pub institutions: Vec<Institution>,
}

impl Register {
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Institution> {
        self.institutions.iter().find(|institution| &*institution.code == code)
    }

    /// Whether one of the institutions is written to at that address.
    #[must_use]
    pub fn knows_address(&self, address: &str) -> bool {
        self.institutions.iter().any(|institution| institution.has_address(address))
    }

    /// Its place in the register; those that are not in it come last.
    #[must_use]
    pub fn rank(&self, code: &str) -> usize {
        self.institutions.iter().position(|institution| &*institution.code == code).unwrap_or(self.institutions.len())
    }

    pub fn active_in(&self, period: Period) -> impl Iterator<Item = &Institution> {
        self.institutions.iter().filter(move |institution| institution.is_active_in(period))
    }
}
