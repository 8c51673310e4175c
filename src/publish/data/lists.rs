//! Long lists of `events.json`: each of their items is made when it is written, for a large collection has a hundred
//! thousand rows and findings.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Serialize, Serializer};

use super::cards::{LeftOut, RowCard};
use crate::finding::{AllTold, Finding};
use crate::flow::{RefusedRow, SourceRow, WaitingRow};
use crate::record::FieldKey;
use crate::words::Language;

/// Rows that are not in the report.
pub(super) enum RowsLeftOut<'a> {
    Refused(&'a [RefusedRow], Language),
    Waiting(&'a [WaitingRow], Language),
}

impl Serialize for RowsLeftOut<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Refused(rows, language) => {
                serializer.collect_seq(rows.iter().map(|row| card(&row.source, &row.values, &row.findings, language)))
            }
            Self::Waiting(rows, language) => {
                serializer.collect_seq(rows.iter().map(|row| card(&row.source, &row.values, &row.findings, language)))
            }
        }
    }
}

fn card<'a>(
    source: &SourceRow,
    values: &'a BTreeMap<FieldKey, Arc<str>>,
    findings: &'a [Finding],
    language: Language,
) -> LeftOut<'a> {
    LeftOut { row: RowCard::of(source), values, findings: AllTold::of(findings, language) }
}
