//! check → link: typed rows, each accepted, refused, or waiting, and what was found.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Known, ParcelCard};
use crate::finding::Finding;
use crate::phrase::countries::Country;
use crate::phrase::dates::Days;
use crate::phrase::places::Attendance;
use crate::phrase::titles::Title;
use crate::record::{Datum, FieldKey, Origin, Value};

/// A row is named by its parcel, sheet and first cell.
pub type RowId = Origin;

/// What was understood of a row by the roles of its fields; what the text did not say is absent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Understood {
    pub days: Option<Days>,
    pub city: Option<String>,
    pub region: Option<String>,
    /// Where it was held; an event online has none.
    pub country: Option<Country>,
    pub url: Option<String>,
    pub attendance: Option<Attendance>,
    /// People; the number in its own column comes before that in the text.
    pub total: Option<u64>,
    /// Key of the unit in the form's dictionary, else the word of the text.
    pub unit: Option<String>,
    pub foreign: Option<u64>,
    /// Countries other than the home country that took part.
    pub partners: Vec<Country>,
    /// Key of the kind of event in the form's dictionary `kinds`, if it has one.
    pub kind: Option<String>,
    pub title: Title,
}

/// A typed row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: RowId,
    /// Code in the register; `None` where the file's institution is not known.
    pub institution: Option<Arc<str>>,
    /// Values that were understood, by field.
    pub fields: BTreeMap<FieldKey, Datum>,
    pub understood: Understood,
}

impl Row {
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.fields.get(key).map(|datum| &datum.value)
    }

    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.value(key).and_then(Value::as_text)
    }

    /// Number of the row on its sheet, as people count.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.id.cell.row + 1
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    Accepted,
    /// Has errors of its own.
    Refused,
    /// Is in order, but its file waits for a person: unknown institution, another period, …
    Waiting,
}

/// A row with its findings.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedRow {
    pub row: Row,
    pub standing: Standing,
    pub findings: Vec<Finding>,
}

/// A submission that was checked. A parcel without a table has no rows and says in `findings` why.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    pub parcel: Arc<ParcelCard>,
    pub known: Known,
    /// "There was nothing to report" is marked.
    pub nil: bool,
    /// Typed values of the title sheet.
    pub header: BTreeMap<FieldKey, Datum>,
    pub rows: Vec<CheckedRow>,
    /// Findings about the file, its layout and its title sheet; those of rows stand with the rows.
    pub findings: Vec<Finding>,
    /// Whether the file counts as its institution's answer: a table was read, and institution and period are right.
    pub usable: bool,
}

impl Checked {
    /// All findings, those of the file first.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.rows.iter().flat_map(|row| &row.findings))
    }
}
