//! Rows that errors keep out of the report, or a file that waits for a person, with the reasons; and rows that were taken
//! in spite of their errors. Where it can be decided, there is a cell for it.
//!
//! In: refused, waiting and accepted rows. Out: a table with the rows as they were received.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{Cell, Column, Grid, Tone};
use super::names::SheetKind;
use super::row_answers::Answers;
use crate::finding::{Finding, Severity};
use crate::flow::{AcceptedRow, RowPrint, SourceRow};
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

/// A row of the table: its cells from «what became of it» on, and what may be decided about it.
struct Entry {
    cells: Vec<Cell>,
    about: Option<About>,
}

/// Whether a person may take any row as it is.
pub(super) fn asks(book: &Book) -> bool {
    let refused = book.data.refused.iter().map(|row| &row.print);
    refused.chain(book.data.waiting.iter().map(|row| &row.print)).any(Option::is_some)
}

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let mut columns: Vec<Column> =
        FIXED.iter().map(|(id, width)| Column { heading: book.say(id), width: *width }).collect();
    columns.extend(book.form.table.fields.iter().map(|field| Column {
        heading: field.label.get(book.language).to_owned(),
        width: if field.is_long_text() { 40.0 } else { 20.0 },
    }));
    let about = u16::try_from(columns.len()).unwrap_or(u16::MAX);
    columns.push(Column { heading: book.say("row-key"), width: 14.0 });
    let refused = book.data.refused.iter().map(|it| {
        let became = Cell::Toned(Tone::Bad, book.say("refused"));
        out(book, became, &it.source, &it.values, &it.findings, it.print.as_ref())
    });
    let waiting = book.data.waiting.iter().map(|it| {
        let became = Cell::Toned(Tone::Doubtful, book.say("waiting"));
        out(book, became, &it.source, &it.values, &it.findings, it.print.as_ref())
    });
    let entries: Vec<Entry> =
        refused.chain(waiting).chain(book.data.accepted.iter().map(|it| accepted(book, it))).collect();
    let (cells, abouts): (Vec<_>, Vec<_>) = entries.into_iter().map(|entry| (entry.cells, entry.about)).unzip();
    let grid = Grid {
        name: "svod_left_out",
        columns,
        rows: cells.into_iter().zip(1..).map(|(cells, n)| numbered(n, cells)).collect(),
        frozen: 1,
        when_empty: book.say("nothing-left-out"),
    };
    let empty = grid.rows.is_empty();
    grid.sheet(sheet, book, SheetKind::LeftOut, style::CONTRADICTION_INK)?;
    if !empty {
        let answers =
            Answers { answer: ANSWER, reason: Some(REASON), about, choices: &ANSWERS_ABOUT_ROW, rows: abouts };
        answers.prepare(sheet, book)?;
    }
    Ok(())
}

/// A row that is not in the report.
fn out(
    book: &Book,
    became: Cell,
    source: &SourceRow,
    values: &BTreeMap<FieldKey, Arc<str>>,
    findings: &[Finding],
    print: Option<&RowPrint>,
) -> Entry {
    let about = print.map(|row| About::Row {
        institution: row.institution.clone(),
        print: row.print.clone(),
        called: called(book, values),
    });
    let tone = if about.is_some() { Tone::Input } else { Tone::Plain };
    let answer = [Cell::Blank.painted(tone), Cell::Blank.painted(tone)];
    Entry { cells: cells(book, became, answer, source, values, &reasons(book, findings)), about }
}

/// A row that was taken as it is: the answer stands there, and may be taken back.
fn accepted(book: &Book, row: &AcceptedRow) -> Entry {
    let acceptance = &row.acceptance;
    let became = Cell::Toned(Tone::Good, book.say("accepted"));
    let answer = [words::plain(book.language, ANSWERS_ABOUT_ROW[0]), acceptance.given.reason.clone()];
    let answer = answer.map(|words| Cell::Text(words).painted(Tone::Input));
    let why: Vec<String> = row.findings.iter().map(|finding| finding.sentence(book.language)).collect();
    Entry {
        cells: cells(book, became, answer, &row.source, &row.values, &why.join("\n")),
        about: Some(About::Taken { number: acceptance.number }),
    }
}

fn cells(
    book: &Book,
    became: Cell,
    answer: [Cell; 2],
    source: &SourceRow,
    values: &BTreeMap<FieldKey, Arc<str>>,
    why: &str,
) -> Vec<Cell> {
    let institution = source.institution.as_deref().map(|code| book.institution(code)).unwrap_or_default();
    let mut cells = vec![became];
    cells.extend(answer);
    cells.extend([
        Cell::Text(why.to_owned()),
        Cell::Text(institution),
        Cell::Text(source.file.to_string()),
        Cell::Link(format!("{}, {}", source.id.sheet, source.id.cell), book.link(&source.id)),
    ]);
    let fields = book.form.table.fields.iter();
    cells.extend(fields.map(|field| values.get(&field.key).map_or(Cell::Blank, |value| Cell::Text(value.to_string()))));
    cells.push(Cell::Blank);
    cells
}

/// What a row is called: its title, else whatever it says first.
fn called(book: &Book, values: &BTreeMap<FieldKey, Arc<str>>) -> String {
    let title = book.form.with_role(Role::Title).and_then(|field| values.get(&field.key));
    title.or(values.values().next()).map(|words| words.chars().take(120).collect()).unwrap_or_default()
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
