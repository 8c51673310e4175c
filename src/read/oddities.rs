//! What is odd about a workbook as a whole, before anything is understood of its table.
//!
//! In: a book. Out: findings. Nothing that was left out of a book is left out in silence.

use std::sync::Arc;

use super::Source;
use super::book::Book;
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::Content;
use crate::words::Args;

/// So many examples are named.
const SHOWN: usize = 5;

/// Macros and links to other files.
pub(super) fn of_file(book: &Book, source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    if book.macros {
        findings.push(source.finding(FindingKind::MacrosPresent, Args::new()));
    }
    if !book.linked.is_empty() {
        let args = Args::new().with("value", some(&book.linked)).with("count", book.linked.len());
        findings.push(source.finding(FindingKind::ExternalValues, args));
    }
    if let Some(encoding) = &book.guessed {
        findings.push(source.finding(FindingKind::GuessedEncoding, Args::new().with("value", encoding.as_str())));
    }
    findings
}

/// Days counted from another year, sheets that could not be read beside the table's, and values that stand at no place of the table's sheet.
pub(super) fn of_sheets(book: &Book, table: usize, source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, sheet) in book.sheets.iter().enumerate() {
        let has_days = || sheet.cells.values().any(|cell| matches!(cell.content, Content::DateTime(_)));
        if index == table && book.since_1904 && has_days() {
            findings.push(source.finding(FindingKind::DateSystem1904, Args::new()));
        }
        let place = Place { sheet: Some(Arc::clone(&sheet.name)), ..source.place() };
        if sheet.broken {
            findings.push(Finding::new(FindingKind::DamagedSheet, place, Args::new().with("name", &*sheet.name)));
        } else if index == table && !sheet.stray.is_empty() {
            let args = Args::new().with("value", some(&sheet.stray)).with("count", sheet.stray.len());
            findings.push(Finding::new(FindingKind::MisplacedValues, place, args));
        }
    }
    findings
}

/// «XFE1048577, ZZZZ1, …».
fn some(names: &[String]) -> String {
    const LONGEST: usize = 60;
    let short = |name: &String| name.chars().take(LONGEST).collect::<String>();
    let shown: Vec<String> = names.iter().take(SHOWN).map(short).collect();
    let more = if names.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", shown.join(", "))
}
