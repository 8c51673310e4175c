//! An edition: what a report said when it was published, kept so that the next one can tell what it says differently.
//!
//! In: the consolidated data. Out: a record that is written as JSON, and read again. It knows nothing of files, and of which
//! edition comes next: that is for the pipeline.

mod difference;
mod pairing;
mod told;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use self::difference::{Difference, differences};
pub(super) use self::told::told;
use super::headline::{Headline, grouped};
use super::report::reads;
use super::{Error, Figures, Report, Subject};
use crate::flow::Event;
use crate::form::Role;
use crate::phrase::dates::Days;
use crate::record::{FieldKey, ParcelId, Period};
use crate::words::Language;

/// What a report said when it was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    pub period: Period,
    /// From 1.
    pub number: u32,
    pub language: Language,
    /// Title, remarks and closing sentence, as they are printed.
    pub lines: Vec<String>,
    /// The first figures, with their words.
    pub figures: Vec<EditionFigure>,
    /// In the report's order.
    pub events: Vec<EditionEvent>,
    /// SHA-256 of the files that were published with it, by path in its folder; none where an older svod kept it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub files: BTreeMap<String, ParcelId>,
}

/// A figure of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionFigure {
    pub id: String,
    pub words: String,
    /// The number, and what it is of.
    pub value: String,
}

/// An event of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionEvent {
    pub number: u32,
    pub called: String,
    /// The form's fields that have a value, in the form's order, as they read.
    pub fields: Vec<EditionField>,
    /// By which it is found again in another edition.
    marks: Marks,
}

/// A field of an event of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EditionField {
    pub key: FieldKey,
    pub label: String,
    pub value: String,
}

/// By which an event is found again, whatever of it was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Marks {
    /// The title's words without what does not tell titles apart.
    title: String,
    first_day: Option<Date>,
    /// Where its rows stand in the files received.
    rows: Vec<String>,
    /// Codes of the institutions that reported it.
    institutions: Vec<String>,
}

impl Edition {
    /// What the report says now.
    ///
    /// # Errors
    /// When a sentence of the form cannot be said.
    pub fn of(subject: &Subject, number: u32) -> Result<Self, Error> {
        let report = Report::of(subject.data, subject.form, subject.language)?;
        let lines = report.title.iter().chain(&report.remarks).chain(&report.closing).cloned();
        Ok(Self {
            period: subject.data.period,
            number,
            language: subject.language,
            lines: lines.collect(),
            figures: figures(subject),
            events: subject.data.events.iter().map(|event| EditionEvent::of(subject, event)).collect(),
            files: BTreeMap::new(),
        })
    }

    /// Whether both say the same, word for word; where the rows stand that it is known from does not matter.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |events: &[EditionEvent]| -> Vec<_> {
            events.iter().map(|event| (event.number, event.called.clone(), event.fields.clone())).collect()
        };
        self.lines == other.lines && self.figures == other.figures && said(&self.events) == said(&other.events)
    }

    /// The same as JSON.
    ///
    /// # Errors
    /// Never, but for what JSON does not know.
    pub fn to_json(&self) -> Result<Vec<u8>, Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads what [`Self::to_json`] wrote.
    ///
    /// # Errors
    /// With the reason, where it is something else.
    pub fn from_json(bytes: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(bytes).map_err(|error| error.to_string())
    }
}

fn figures(subject: &Subject) -> Vec<EditionFigure> {
    let headline = Headline::of(subject, &Figures::of(subject));
    let figure = |line: super::Line| {
        let number = grouped(line.n, subject.language);
        let value = if line.remark.is_empty() { number } else { format!("{number} ({})", line.remark) };
        EditionFigure { id: line.id, words: line.words, value }
    };
    headline.lines.into_iter().map(figure).collect()
}

impl EditionEvent {
    fn of(subject: &Subject, event: &Event) -> Self {
        let fields = subject.form.table.fields.iter().filter_map(|field| {
            let value = event.value(field.key.as_str())?;
            Some(EditionField {
                key: field.key.clone(),
                label: field.label.get(subject.language).to_owned(),
                value: reads(subject.form, &field.key, value, subject.language),
            })
        });
        let title = subject.form.with_role(Role::Title).and_then(|field| event.text(field.key.as_str()));
        let mut institutions: Vec<String> =
            event.rows.iter().filter_map(|row| row.institution.as_deref().map(str::to_owned)).collect();
        institutions.sort();
        institutions.dedup();
        Self {
            number: event.number,
            called: title.unwrap_or_default().to_owned(),
            fields: fields.collect(),
            marks: Marks {
                title: event.understood.title.key.clone(),
                first_day: event.understood.days.as_ref().map(Days::first),
                rows: event
                    .rows
                    .iter()
                    .map(|row| format!("{} {}!{}", row.id.parcel, row.id.sheet, row.id.cell))
                    .collect(),
                institutions,
            },
        }
    }
}
