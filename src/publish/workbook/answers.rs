//! Who has answered and when; those that are silent stand out.
//!
//! In: the answers. Out: a table with one row for each institution.

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{Cell, Column, Grid, Rows, Tone};
use super::links;
use super::names::SheetKind;
use super::standing;
use crate::flow::{Account, Answer, State};
use crate::record::FieldKey;
use crate::style;

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let counters: Vec<&FieldKey> = book.data.counters.keys().collect();
    let columns = |all: &[(&str, f64)]| -> Vec<Column> {
        all.iter().map(|(id, width)| Column { heading: book.say(id), width: *width }).collect()
    };
    let mut all = columns(&[("institution", 32.0), ("state", 27.0)]);
    if book.subject().accounts.is_some() {
        all.extend(columns(&standing::COLUMNS));
    }
    all.extend(columns(&[
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
    ]));
    all.extend(counters.iter().map(|key| Column { heading: book.label(key), width: 13.0 }));
    all.push(Column { heading: book.say("email"), width: 24.0 });
    let accounts = book.subject().accounts.map(|accounts| accounts.accounts.iter());
    let accounts = accounts.into_iter().flatten().map(Some).chain(std::iter::repeat(None));
    let grid = Grid {
        name: "svod_answers",
        columns: all,
        rows: Rows::new(
            book.data.answers.iter().zip(accounts).map(|(answer, account)| row(book, &counters, answer, account)),
        ),
        frozen: 1,
        when_empty: book.say("no-answers"),
    };
    let mut lead = book.say("lead-answers");
    if let Some(accounts) = book.subject().accounts {
        lead = format!("{lead}\n{}", standing::in_words(book, accounts));
    }
    grid.titled(sheet, book, (book.names.of(SheetKind::Answers), &lead), style::READY_INK)?;
    Ok(())
}

fn row(book: &Book, counters: &[&FieldKey], answer: &Answer, account: Option<&Account>) -> Vec<Cell> {
    let (tone, state) = if let Some(account) = account {
        standing::state(book, answer, account)
    } else {
        let (tone, id) = self::state(answer.state);
        (tone, book.say(id))
    };
    let last = Book::current_file(answer);
    let received = answer.received.or(last.map(|card| card.received.date()));
    let file = last.map_or(Cell::Blank, |card| Cell::Link(card.name.to_string(), links::original(&card.stored, None)));
    let silent = answer.state == State::Silent;
    // A zero beside "silent" would look like an answer.
    let count = |n: u32| if silent { Cell::Blank } else { Cell::count(n) };
    let mut cells = vec![
        Cell::Toned(if silent { tone } else { Tone::Plain }, answer.institution.called().to_owned()),
        Cell::Toned(tone, state),
    ];
    cells.extend(account.into_iter().flat_map(standing::cells));
    cells.extend([
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
    ]);
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
