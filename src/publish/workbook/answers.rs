//! Who has answered and when; those that are silent stand out.
//!
//! In: the answers. Out: a table with one row for each institution.

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{Cell, Column, Grid, Rows, Tone};
use super::links;
use super::names::SheetKind;
use crate::flow::{Answer, State};
use crate::record::FieldKey;
use crate::style;

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let counters: Vec<&FieldKey> = book.data.counters.keys().collect();
    let fixed = [
        ("institution", 32.0),
        ("state", 27.0),
        ("received", 12.0),
        ("file", 38.0),
        ("versions", 10.0),
        ("rows-received", 11.0),
        ("rows-in-report", 11.0),
        ("rows-merged", 13.0),
        ("rows-refused", 12.0),
        ("rows-waiting", 10.0),
        ("errors", 10.0),
        ("warnings", 16.0),
    ];
    let mut columns: Vec<Column> =
        fixed.iter().map(|(id, width)| Column { heading: book.say(id), width: *width }).collect();
    columns.extend(counters.iter().map(|key| Column { heading: book.label(key), width: 13.0 }));
    columns.push(Column { heading: book.say("email"), width: 24.0 });
    let grid = Grid {
        name: "svod_answers",
        columns,
        rows: Rows::new(book.data.answers.iter().map(|answer| row(book, &counters, answer))),
        frozen: 1,
        when_empty: book.say("no-answers"),
    };
    grid.sheet(sheet, book, SheetKind::Answers, style::READY_INK)?;
    Ok(())
}

fn row(book: &Book, counters: &[&FieldKey], answer: &Answer) -> Vec<Cell> {
    let (tone, state) = state(answer.state);
    let last = Book::current_file(answer);
    let received = answer.received.or(last.map(|card| card.received.date()));
    let file = last.map_or(Cell::Blank, |card| Cell::Link(card.name.to_string(), links::original(&card.stored, None)));
    let silent = answer.state == State::Silent;
    // A zero beside "silent" would look like an answer.
    let count = |n: u32| if silent { Cell::Blank } else { Cell::count(n) };
    let mut cells = vec![
        Cell::Toned(if silent { tone } else { Tone::Plain }, answer.institution.called().to_owned()),
        Cell::Toned(tone, book.say(state)),
        Cell::day(received),
        file,
        count(u32::try_from(answer.versions.len()).unwrap_or(u32::MAX)),
        count(answer.rows.received),
        count(answer.rows.in_report),
        count(answer.rows.merged),
        count(answer.rows.refused),
        count(answer.rows.waiting),
        count(answer.errors),
        count(answer.warnings),
    ];
    cells.extend(counters.iter().map(|key| answer.counters.get(*key).map_or(Cell::Blank, |n| Cell::Count(*n))));
    cells.push(Cell::Text(answer.institution.email.clone()));
    cells
}

/// The colour of a state and its message.
pub(super) fn state(state: State) -> (Tone, &'static str) {
    match state {
        State::Silent => (Tone::Bad, "state-silent"),
        State::Nil => (Tone::Good, "state-nil"),
        State::InOrder => (Tone::Good, "state-in-order"),
        State::WithWarnings => (Tone::Doubtful, "state-with-warnings"),
        State::WithErrors => (Tone::Bad, "state-with-errors"),
        State::Unusable => (Tone::Bad, "state-unusable"),
    }
}
