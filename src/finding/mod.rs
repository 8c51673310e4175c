//! What is wrong or doubtful in the data: its kind, a severity, the cell, and a sentence.
//!
//! A finding is never a Rust error: errors say that svod could not do its job, findings that the data is wrong.

mod catalogue;
mod document;
mod kind;
mod told;

use std::sync::Arc;

use serde::Serialize;

pub use catalogue::{CATALOGUE, Entry, FindingKind, entry};
pub use document::{document, explain, title};
pub use kind::Severity;
pub use told::{AllTold, Told};

use crate::record::{CellRef, FieldKey, Origin, ParcelId};
use crate::words::{self, Args, Language, LocalText};

/// Id of the word for a severity.
#[must_use]
pub fn severity_id(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "severity-note",
        Severity::Warning => "severity-warning",
        Severity::Error => "severity-error",
    }
}

/// Where a finding stands. What is not known is absent.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Place {
    pub parcel: Option<ParcelId>,
    /// The file's name as it arrived.
    pub file: Option<Arc<str>>,
    /// Code of the institution in the register.
    pub institution: Option<Arc<str>>,
    pub sheet: Option<Arc<str>>,
    pub cell: Option<CellRef>,
    pub field: Option<FieldKey>,
}

impl Place {
    /// The place of a value.
    #[must_use]
    pub fn of(origin: &Origin) -> Self {
        Self {
            parcel: Some(origin.parcel.clone()),
            sheet: Some(Arc::clone(&origin.sheet)),
            cell: Some(origin.cell),
            ..Self::default()
        }
    }

    /// A file as a whole.
    #[must_use]
    pub fn file(parcel: &ParcelId, file: &Arc<str>) -> Self {
        Self { parcel: Some(parcel.clone()), file: Some(Arc::clone(file)), ..Self::default() }
    }

    /// «Мероприятия, G14», or the sheet, or nothing.
    #[must_use]
    pub fn cell_in_words(&self) -> String {
        match (&self.sheet, self.cell) {
            (Some(sheet), Some(cell)) => format!("{sheet}, {cell}"),
            (Some(sheet), None) => sheet.to_string(),
            (None, Some(cell)) => cell.to_string(),
            (None, None) => String::new(),
        }
    }
}

/// Something wrong or doubtful in the data.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    #[serde(rename = "code")]
    pub kind: FindingKind,
    pub severity: Severity,
    pub place: Place,
    pub args: Args,
    /// The sentence of a form's own rule; `None` for the catalogue's.
    pub own_words: Option<LocalText>,
}

impl Finding {
    /// A finding of the catalogue, with the severity that it has there.
    #[must_use]
    pub fn new(kind: FindingKind, place: Place, args: Args) -> Self {
        let severity = entry(&kind).map_or(Severity::Error, |entry| entry.severity);
        Self { kind, severity, place, args, own_words: None }
    }

    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// What is wrong, what was understood, how to mend it; without the place.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        match &self.own_words {
            Some(own) => own.get(language).to_owned(),
            None => words::text(language, &format!("finding-{}", self.kind), &self.args),
        }
    }

    /// The same with the cell before it: «Мероприятия, G14: …».
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let place = self.place.cell_in_words();
        if place.is_empty() { self.message(language) } else { format!("{place}: {}", self.message(language)) }
    }
}

#[cfg(test)]
mod tests;
