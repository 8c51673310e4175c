//! read → check: a parcel that is known, with its raw cells.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{ParcelCard, Proof};
use crate::finding::Finding;
use crate::record::{FieldKey, Origin, Period, Value};

/// What a cell holds, as the file says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Content {
    Text(Arc<str>),
    Number(f64),
    Boolean(bool),
    /// A number that the file shows as a date.
    DateTime(DateTime),
    /// An error value: `#REF!`.
    Error(String),
    /// A formula whose value was not stored.
    NoValue,
    /// Something that is no value, as it stands there: a text that is not in the file, a kind that nobody knows.
    Unreadable(String),
}

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct RawCell {
    pub content: Content,
    pub origin: Origin,
}

/// A cell of the title sheet.
pub type HeaderCell = RawCell;

/// A row of the table that is not empty.
#[derive(Debug, Clone, PartialEq)]
pub struct RawRow {
    /// The leftmost cell of the row in the table: names the row.
    pub origin: Origin,
    /// Cells that are not empty, by field.
    pub cells: BTreeMap<FieldKey, RawCell>,
    pub hidden: bool,
}

/// Whose a file is and for when, as far as it can be told without guessing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Known {
    /// Code of an institution that the register holds.
    pub institution: Option<Arc<str>>,
    pub period: Option<Period>,
    /// Version of the form, from the hidden sheet.
    pub version: Option<u32>,
    /// On what it rests that the file is that institution's.
    pub proof: Proof,
}

/// A parcel that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Submission {
    pub known: Known,
    pub header: BTreeMap<FieldKey, HeaderCell>,
    pub rows: Vec<RawRow>,
    /// Name of the sheet that the table was found in.
    pub sheet: Arc<str>,
}

/// What came of reading a parcel: the submission, if there is a table to be had, and what was noticed.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    pub parcel: Arc<ParcelCard>,
    /// `None` where the file cannot be used; the findings say why.
    pub submission: Option<Submission>,
    /// Code of the institution that the file's name names, where the file cannot be opened and says nothing itself: whoever
    /// is so named is told that it cannot be used.
    pub presumed: Option<Arc<str>>,
    /// The address that a letter came from; `None` for any other file.
    pub sender: Option<String>,
    pub findings: Vec<Finding>,
}

impl From<&Value> for Content {
    /// A value as a cell would hold it.
    fn from(value: &Value) -> Self {
        match value {
            Value::Boolean(yes) => Self::Boolean(*yes),
            #[expect(clippy::cast_precision_loss, reason = "cells hold whole numbers as such")]
            Value::Integer(n) => Self::Number(*n as f64),
            Value::Number(n) => Self::Number(*n),
            Value::Date(day) => Self::DateTime(day.at(0, 0, 0, 0)),
            Value::Text(text) => Self::Text(text.as_str().into()),
        }
    }
}

impl std::fmt::Display for Content {
    /// As people read it: days as `05.03.2024`, numbers without grouping, truth as it is written in the reader's words.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Error(text) | Self::Unreadable(text) => f.write_str(text),
            Self::Number(n) => write!(f, "{n}"),
            Self::Boolean(yes) => write!(f, "{yes}"),
            Self::DateTime(moment) => write!(f, "{}", moment.date().strftime("%d.%m.%Y")),
            Self::NoValue => Ok(()),
        }
    }
}
