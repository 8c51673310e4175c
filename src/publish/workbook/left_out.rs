//! Rows that are not in the report, with the reasons: errors of their own, or a file that waits for a person.
//!
//! In: refused and waiting rows. Out: a table with the rows as they were received.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{Cell, Column, Grid, Tone};
use super::names::SheetKind;
use crate::finding::{Finding, Severity};
use crate::flow::SourceRow;
use crate::record::FieldKey;
use crate::style;

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let fixed =
        [("number", 6.0), ("what-became", 16.0), ("institution", 32.0), ("file", 30.0), ("row", 20.0), ("why", 62.0)];
    let mut columns: Vec<Column> =
        fixed.iter().map(|(id, width)| Column { heading: book.say(id), width: *width }).collect();
    columns.extend(book.form.table.fields.iter().map(|field| Column {
        heading: field.label.get(book.language).to_owned(),
        width: if field.is_long_text() { 40.0 } else { 20.0 },
    }));
    let refused = book.data.refused.iter().map(|it| row(book, true, &it.source, &it.values, &it.findings));
    let waiting = book.data.waiting.iter().map(|it| row(book, false, &it.source, &it.values, &it.findings));
    let grid = Grid {
        name: "svod_left_out",
        columns,
        rows: refused.chain(waiting).zip(1..).map(|(cells, n)| numbered(n, cells)).collect(),
        frozen: 1,
        when_empty: book.say("nothing-left-out"),
    };
    grid.sheet(sheet, book, SheetKind::LeftOut, style::CONTRADICTION_INK)?;
    Ok(())
}

fn row(
    book: &Book,
    refused: bool,
    source: &SourceRow,
    values: &BTreeMap<FieldKey, Arc<str>>,
    findings: &[Finding],
) -> Vec<Cell> {
    let became = if refused {
        Cell::Toned(Tone::Bad, book.say("refused"))
    } else {
        Cell::Toned(Tone::Doubtful, book.say("waiting"))
    };
    let institution = source.institution.as_deref().map(|code| book.institution(code)).unwrap_or_default();
    let mut cells = vec![
        became,
        Cell::Text(institution),
        Cell::Text(source.file.to_string()),
        Cell::Link(format!("{}, {}", source.id.sheet, source.id.cell), book.link(&source.id)),
        Cell::Text(reasons(book, findings)),
    ];
    let fields = book.form.table.fields.iter();
    cells.extend(fields.map(|field| values.get(&field.key).map_or(Cell::Blank, |value| Cell::Text(value.to_string()))));
    cells
}

/// The cells after their running number, by which people speak of a row.
fn numbered(n: i64, mut cells: Vec<Cell>) -> Vec<Cell> {
    cells.insert(0, Cell::Count(n));
    cells
}

/// What keeps the row out: its errors, and where there are none, whatever was found.
fn reasons(book: &Book, findings: &[Finding]) -> String {
    let has_errors = findings.iter().any(|finding| finding.severity == Severity::Error);
    let weighty = findings.iter().filter(|finding| !has_errors || finding.is_error());
    let said: Vec<String> = weighty.map(|finding| finding.sentence(book.language)).collect();
    said.join("\n")
}
