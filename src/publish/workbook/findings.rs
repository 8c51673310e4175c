//! All findings in one table: how much it weighs, whose it is, the cell, what is wrong and how to mend it.
//!
//! In: the findings. Out: a table, errors first; each cell's address leads to the original.

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{Cell, Column, Grid, Rows, Tone};
use super::links;
use super::names::SheetKind;
use crate::finding::{Finding, Severity};
use crate::style;
use crate::words;

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let columns = [
        ("severity", 17.0),
        ("code", 8.0),
        ("institution", 26.0),
        ("file", 26.0),
        ("cell", 20.0),
        ("field", 20.0),
        ("what-is-wrong", 54.0),
        ("how-to-mend", 54.0),
    ];
    let mut findings: Vec<&Finding> = book.data.findings.iter().collect();
    findings.sort_by_key(|finding| weight(finding.severity));
    let grid = Grid {
        name: "svod_findings",
        columns: columns.iter().map(|(id, width)| Column { heading: book.say(id), width: *width }).collect(),
        rows: Rows::new(findings.into_iter().map(|finding| row(book, finding))),
        frozen: 2,
        when_empty: book.say("no-findings"),
    };
    grid.sheet(sheet, book, SheetKind::Findings, style::MISSING_INK)?;
    Ok(())
}

fn row(book: &Book, finding: &Finding) -> Vec<Cell> {
    let place = &finding.place;
    let file = place.parcel.as_ref().and_then(|id| book.file(id));
    let known = place.institution.as_deref().map(|code| book.institution(code));
    let institution = known.or_else(|| file.map(|file| file.institution.clone())).unwrap_or_default();
    let name = place.file.as_deref().map(str::to_owned).or_else(|| file.map(|file| file.card.name.to_string()));
    let stored = file.map(|file| file.card.stored.as_str());
    let at = place.sheet.as_deref().zip(place.cell);
    let (tone, severity) = severity(finding.severity);
    vec![
        Cell::Toned(tone, book.say(severity)),
        Cell::Text(finding.kind.to_string()),
        Cell::Text(institution),
        Cell::Text(name.unwrap_or_default()),
        Cell::Link(place.cell_in_words(), stored.and_then(|stored| links::original(stored, at))).or_file(book, stored),
        place.field.as_ref().map_or(Cell::Blank, |key| Cell::Text(book.label(key))),
        Cell::Text(finding.message(book.language)),
        Cell::Text(explanation(book, finding)),
    ]
}

impl Cell {
    /// A finding about a whole file leads to the file.
    fn or_file(self, book: &Book, stored: Option<&str>) -> Self {
        match (self, stored) {
            (Self::Link(words, _), Some(stored)) if words.is_empty() => {
                Self::Link(book.say("whole-file"), links::original(stored, None))
            }
            (cell, _) => cell,
        }
    }
}

/// How to mend it; a form's own rule says that in its message.
fn explanation(book: &Book, finding: &Finding) -> String {
    let id = format!("finding-{}-explain", finding.kind);
    if finding.own_words.is_none() && words::has(book.language, &id) {
        words::text(book.language, &id, &finding.args)
    } else {
        String::new()
    }
}

/// What must be mended stands before what must only be looked at.
fn weight(severity: Severity) -> u8 {
    match severity {
        Severity::Error => 0,
        Severity::Warning => 1,
        Severity::Note => 2,
    }
}

/// The colour of a severity and its message.
pub(super) fn severity(severity: Severity) -> (Tone, &'static str) {
    match severity {
        Severity::Error => (Tone::Bad, "severity-error"),
        Severity::Warning => (Tone::Doubtful, "severity-warning"),
        Severity::Note => (Tone::Faint, "severity-note"),
    }
}
