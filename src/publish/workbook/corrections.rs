//! The coordinator's corrections that were not taken back, and what became of them; with a cell to keep one over what the
//! institution says by now, or to give the institution's value back.
//!
//! In: corrections with their state. Out: a table on a sheet of the workbook of questions.

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{self, Cell, Column, Grid, Rows, Tone};
use super::row_answers::Answers;
use crate::flow::{Content, CorrectionState, KeptCorrection};
use crate::layout::answer_sheets::{ANSWERS_ABOUT_CORRECTION, About};
use crate::record::Value;
use crate::style;

const COLUMNS: [(&str, f64); 11] = [
    ("number", 6.0),
    ("correction-state", 26.0),
    ("row-decision", 26.0),
    ("document-of", 15.0),
    ("field", 26.0),
    ("correction-given", 44.0),
    ("correction-becomes", 44.0),
    ("correction-now", 44.0),
    ("correction-signed", 24.0),
    ("file", 30.0),
    ("row-key", 14.0),
];
const ANSWER: u16 = 2;
const ABOUT: u16 = 10;

/// Whether a person is asked about any of them.
pub(super) fn asks(book: &Book) -> bool {
    book.data.corrections.iter().any(|it| it.state == CorrectionState::AskedAgain)
}

/// Gives the digests of what may be answered.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<Vec<String>, Error> {
    let columns: Vec<Column> =
        COLUMNS.iter().map(|(id, width)| Column { heading: book.say(id), width: *width }).collect();
    let headings = grid::headings(&columns);
    let shown = || book.data.corrections.iter().map(|it| row(book, it));
    let grid = Grid {
        name: "svod_corrections",
        columns,
        rows: Rows::new(shown()),
        frozen: 1,
        when_empty: book.say("no-corrections"),
    };
    let (title, lead) = (book.say("sheet-corrections"), book.say("lead-corrections"));
    grid.titled(sheet, book, (&title, &lead), style::READY_INK)?;
    let about = |it: &KeptCorrection| {
        let now = it.now.as_ref().map(Content::from);
        Some(About::Correction { number: it.correction.number, now: serde_json::to_string(&now).ok()? })
    };
    let rows = book.data.corrections.iter().map(about).collect();
    let choices = &ANSWERS_ABOUT_CORRECTION;
    let answers = Answers { answer: ANSWER, reason: None, about: ABOUT, choices, headings, rows };
    Ok(answers.prepare(sheet, book, shown())?)
}

fn row(book: &Book, it: &KeptCorrection) -> Vec<Cell> {
    let correction = &it.correction;
    let (tone, state) = match it.state {
        CorrectionState::Stands => (Tone::Good, "correction-stands"),
        CorrectionState::AskedAgain => (Tone::Doubtful, "correction-asked-again"),
        CorrectionState::NotTaken => (Tone::Bad, "correction-not-taken"),
        CorrectionState::Idle => (Tone::Faint, "correction-idle"),
        CorrectionState::Homeless => (Tone::Bad, "correction-homeless"),
    };
    let content = |content: Option<&Content>| Cell::Text(content.map(ToString::to_string).unwrap_or_default());
    let now = |value: &Value| Cell::Text(book.reads(&correction.edit.field, value));
    vec![
        Cell::count(correction.number),
        Cell::Toned(tone, book.say(state)),
        Cell::Blank.painted(Tone::Input),
        it.event.map_or(Cell::Blank, Cell::count),
        Cell::Text(book.label(&correction.edit.field)),
        content(correction.edit.given.as_ref()),
        content(correction.edit.becomes.as_ref()),
        it.now.as_ref().map_or(Cell::Blank, now),
        Cell::Text(correction.signed.in_words(book.language)),
        Cell::Text(correction.file.to_string()),
        Cell::Blank,
    ]
}
