//! The periods that a longer one is made of, side by side: the first figures, and who answered in which of them.
//!
//! In: the headline and the parts. Out: a table each. A part that was not run says so in its heading, and its cells are empty.

use std::collections::BTreeMap;

use rust_xlsxwriter::Worksheet;

use super::super::{Error, Headline, Relation};
use super::answers::state;
use super::book::Book;
use super::grid::{Cell, Column, Grid, Rows, Tone};
use super::names::SheetKind;
use crate::flow::{Part, State};
use crate::style;
use crate::words::Args;

/// Width of a part's column, in characters.
const PART: f64 = 22.0;

/// The first figures of every part, and of the whole.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let headline = Headline::of(book.subject(), &book.figures);
    let parts: Vec<_> = headline.beside.iter().filter(|beside| beside.relation == Relation::Part).collect();
    let rows = headline.lines.iter().enumerate().map(|(at, line)| {
        let mut cells = vec![Cell::Text(line.words.clone())];
        cells.extend(parts.iter().map(|part| part.values.get(at).copied().flatten().map_or(Cell::Blank, Cell::Count)));
        cells.push(Cell::Count(line.n));
        cells.push(Cell::Toned(Tone::Faint, line.remark.clone()));
        cells
    });
    let mut columns = vec![Column { heading: book.say("figure"), width: 40.0 }];
    columns.extend(headings(book));
    columns.push(Column { heading: book.data.period.name(book.language), width: 20.0 });
    columns.push(Column { heading: book.say("figure-remark"), width: 48.0 });
    let grid =
        Grid { name: "svod_parts", columns, rows: Rows::new(rows), frozen: 1, when_empty: book.say("no-events") };
    grid.sheet(sheet, book, SheetKind::Parts, style::ACCENT)?;
    Ok(())
}

/// The state of every institution in every part.
pub(super) fn answers(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let mut columns = vec![Column { heading: book.say("institution"), width: 44.0 }];
    columns.extend(headings(book));
    let states: Vec<Option<BTreeMap<&str, State>>> = book.data.parts.iter().map(states).collect();
    let rows = book.data.answers.iter().map(|answer| {
        let mut cells = vec![Cell::Text(answer.institution.called().to_owned())];
        cells.extend(states.iter().map(|states| {
            let found = states.as_ref().and_then(|states| states.get(&*answer.institution.code));
            found.map_or(Cell::Blank, |found| {
                let (tone, words) = state(*found);
                Cell::Toned(tone, book.say(words))
            })
        }));
        cells
    });
    let rows = Rows::new(rows);
    let grid = Grid { name: "svod_answers", columns, rows, frozen: 1, when_empty: book.say("no-answers") };
    let (name, lead) = (book.names.of(SheetKind::Answers), book.say("lead-answers-of-parts"));
    grid.titled(sheet, book, (name, &lead), style::READY_INK)?;
    Ok(())
}

fn headings(book: &Book) -> Vec<Column> {
    let heading = |part: &Part| {
        let name = part.period.name(book.language);
        let missing = || book.say_with("part-missing-heading", &Args::new().with("period", name.as_str()));
        Column { heading: if part.data.is_some() { name.clone() } else { missing() }, width: PART }
    };
    book.data.parts.iter().map(heading).collect()
}

fn states(part: &Part) -> Option<BTreeMap<&str, State>> {
    let answers = &part.data.as_deref()?.answers;
    Some(answers.iter().map(|answer| (&*answer.institution.code, answer.state)).collect())
}
