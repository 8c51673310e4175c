//! Rows that errors keep out of the report, or a file that waits for a person, with the reasons; and rows that were taken
//! in spite of their errors. Where it can be decided, there is a cell for it.
//!
//! In: refused, waiting and accepted rows. Out: a table with the rows as they were received.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{self, Cell, Column, Grid, Rows, Tone};
use super::names::SheetKind;
use super::row_answers::Answers;
use crate::finding::Finding;
use crate::flow::{AcceptedRow, RefusedRow, RowPrint, WaitingRow};
use crate::form::Role;
use crate::layout::answer_sheets::{ANSWERS_ABOUT_ROW, About};
use crate::record::FieldKey;
use crate::style;
use crate::words;

/// The columns before those of the fields, with their widths.
const FIXED: [(&str, f64); 8] = [
    ("number", 6.0),
    ("what-became", 16.0),
    ("row-decision", 20.0),
    ("row-reason", 34.0),
    ("why", 62.0),
    ("institution", 32.0),
    ("file", 30.0),
    ("row", 20.0),
];
const ANSWER: u16 = 2;
const REASON: u16 = 3;

/// A row of the table.
#[derive(Clone, Copy)]
enum LeftOut<'a> {
    Refused(&'a RefusedRow),
    Waiting(&'a WaitingRow),
    /// It was taken as it is: the answer stands there, and may be taken back.
    Accepted(&'a AcceptedRow),
}

/// Whether a person may take any row as it is.
pub(super) fn asks(book: &Book) -> bool {
    left_out(book).any(|row| row.print().is_some())
}

/// Gives the digests of what may be answered.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<Vec<String>, Error> {
    let mut columns: Vec<Column> =
        FIXED.iter().map(|(id, width)| Column { heading: book.say(id), width: *width }).collect();
    columns.extend(book.form.table.fields.iter().map(|field| Column {
        heading: field.label.get(book.language).to_owned(),
        width: if field.is_long_text() { 40.0 } else { 20.0 },
    }));
    let about = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    columns.push(Column { heading: book.say("row-key"), width: 14.0 });
    let headings = grid::headings(&columns);
    let shown = || left_out(book).zip(1..).map(|(row, n)| row.cells(book, n));
    let grid = Grid {
        name: "svod_left_out",
        columns,
        rows: Rows::new(shown()),
        frozen: 1,
        when_empty: book.say("nothing-left-out"),
    };
    grid.sheet(sheet, book, SheetKind::LeftOut, style::CONTRADICTION_INK)?;
    let rows: Vec<Option<About>> = left_out(book).map(|row| row.about(book)).collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let answers = Answers { answer: ANSWER, reason: Some(REASON), about, choices: &ANSWERS_ABOUT_ROW, headings, rows };
    Ok(answers.prepare(sheet, book, shown())?)
}

fn left_out<'a>(book: &Book<'a>) -> impl Iterator<Item = LeftOut<'a>> {
    let data = book.data;
    let refused = data.refused.iter().map(LeftOut::Refused);
    let waiting = data.waiting.iter().map(LeftOut::Waiting);
    refused.chain(waiting).chain(data.accepted.iter().map(LeftOut::Accepted))
}

impl<'a> LeftOut<'a> {
    /// Its cells, the running number first: by that people speak of a row.
    fn cells(self, book: &Book, n: i64) -> Vec<Cell> {
        let (became, source, values, why) = match self {
            Self::Refused(row) => {
                let became = Cell::Toned(Tone::Bad, book.say("refused"));
                (became, &row.source, &row.values, reasons(book, &row.findings))
            }
            Self::Waiting(row) => {
                let became = Cell::Toned(Tone::Doubtful, book.say("waiting"));
                (became, &row.source, &row.values, reasons(book, &row.findings))
            }
            Self::Accepted(row) => {
                let became = Cell::Toned(Tone::Good, book.say("accepted"));
                (became, &row.source, &row.values, sentences(book, &row.findings))
            }
        };
        let institution = source.institution.as_deref().map(|code| book.institution(code)).unwrap_or_default();
        let mut cells = vec![Cell::Count(n), became];
        cells.extend(self.answer(book));
        cells.extend([
            Cell::Text(why),
            Cell::Text(institution),
            Cell::Text(source.file.to_string()),
            Cell::Link(format!("{}, {}", source.id.sheet, source.id.cell), book.link(&source.id)),
        ]);
        let value = |key| values.get(key).map_or(Cell::Blank, |value| Cell::Text(value.to_string()));
        cells.extend(book.form.table.fields.iter().map(|field| value(&field.key)));
        cells.push(Cell::Blank);
        cells
    }

    /// The cells for an answer and its reason.
    fn answer(self, book: &Book) -> [Cell; 2] {
        if let Self::Accepted(row) = self {
            let answer = [words::plain(book.language, ANSWERS_ABOUT_ROW[0]), row.acceptance.given.reason.clone()];
            return answer.map(|words| Cell::Text(words).painted(Tone::Input));
        }
        let tone = if self.print().is_some() { Tone::Input } else { Tone::Plain };
        [Cell::Blank.painted(tone), Cell::Blank.painted(tone)]
    }

    /// By what it may be taken as it is.
    fn print(self) -> Option<&'a RowPrint> {
        match self {
            Self::Refused(row) => row.print.as_ref(),
            Self::Waiting(row) => row.print.as_ref(),
            Self::Accepted(_) => None,
        }
    }

    /// What may be decided about it.
    fn about(self, book: &Book) -> Option<About> {
        let values = match self {
            Self::Refused(row) => &row.values,
            Self::Waiting(row) => &row.values,
            Self::Accepted(row) => return Some(About::Taken { number: row.acceptance.number }),
        };
        let RowPrint { institution, print } = self.print()?.clone();
        Some(About::Row { institution, print, called: called(book, values) })
    }
}

/// What a row is called: its title, else whatever it says first.
fn called(book: &Book, values: &BTreeMap<FieldKey, Arc<str>>) -> String {
    let title = book.form.with_role(Role::Title).and_then(|field| values.get(&field.key));
    title.or(values.values().next()).map(|words| words.chars().take(120).collect()).unwrap_or_default()
}

/// What keeps the row out: its errors, and where there are none, whatever was found.
fn reasons(book: &Book, findings: &[Finding]) -> String {
    let has_errors = findings.iter().any(Finding::is_error);
    sentences(book, findings.iter().filter(|finding| !has_errors || finding.is_error()))
}

fn sentences<'a>(book: &Book, findings: impl IntoIterator<Item = &'a Finding>) -> String {
    let said: Vec<String> = findings.into_iter().map(|finding| finding.sentence(book.language)).collect();
    said.join("\n")
}
