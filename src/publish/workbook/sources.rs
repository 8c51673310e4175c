//! Where every value comes from: event by event, field by field, the institution, the file and the cell.
//!
//! In: the events with the sources of their fields. Out: a table whose cells lead to the originals.

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{Cell, Column, Grid, Rows, Tone};
use super::names::SheetKind;
use crate::flow::{Event, MergedField, SourceValue};
use crate::form::Field;
use crate::style;
use crate::words::Args;

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let columns = [
        ("number", 6.0),
        ("field", 26.0),
        ("value", 56.0),
        ("as-received", 34.0),
        ("used", 17.0),
        ("institution", 30.0),
        ("file", 30.0),
        ("cell", 20.0),
    ];
    let grid = Grid {
        name: "svod_sources",
        columns: columns.iter().map(|(id, width)| Column { heading: book.say(id), width: *width }).collect(),
        rows: Rows::new(book.data.events.iter().flat_map(|event| rows(book, event))),
        frozen: 2,
        when_empty: book.say("no-events"),
    };
    grid.sheet(sheet, book, SheetKind::Sources, style::MUTED)?;
    Ok(())
}

/// The values of an event, in the form's order of fields.
fn rows<'a>(book: &'a Book, event: &'a Event) -> impl Iterator<Item = Vec<Cell>> + 'a {
    let fields = book.form.table.fields.iter();
    let merged = |field: &Field| event.fields.get(&field.key).or_else(|| event.cleared.get(&field.key));
    let given = fields.filter_map(move |field| merged(field).map(|merged| (field, merged)));
    given.flat_map(move |(field, merged)| {
        merged.sources.iter().map(move |source| row(book, event.number, field, merged, source))
    })
}

fn row(book: &Book, number: u32, field: &Field, merged: &MergedField, source: &SourceValue) -> Vec<Cell> {
    let used = if source.corrected.is_some() {
        Cell::Toned(Tone::Good, book.say("used-corrected"))
    } else if merged.correction.is_some() {
        Cell::Toned(Tone::Faint, book.say("used-overruled"))
    } else if let Some(decision) = merged.decided.as_ref().filter(|_| source.used) {
        let args = Args::new().with("signed", decision.signed(book.language));
        Cell::Toned(Tone::Good, book.say_with("used-decided", &args))
    } else if source.used {
        Cell::Text(book.say("used-yes"))
    } else if source.value == merged.value {
        Cell::Toned(Tone::Faint, book.say("used-same"))
    } else {
        Cell::Toned(Tone::Doubtful, book.say("used-no"))
    };
    let institution = source.institution.as_deref().map(|code| book.institution(code));
    let corrected = source.corrected.as_ref().map(|signed| {
        let args = Args::new().with("name", signed.who()).with("day", signed.at.date());
        book.say_with("corrected-by", &args)
    });
    // What was received is shown only where it reads differently.
    let value = book.reads(&field.key, &source.value);
    let raw = if source.raw.trim() == value.trim() { String::new() } else { source.raw.to_string() };
    vec![
        Cell::count(number),
        Cell::Text(field.label.get(book.language).to_owned()),
        Cell::Text(value),
        Cell::Text(raw),
        used,
        Cell::Text(institution.or(corrected).unwrap_or_default()),
        Cell::Text(book.file_name(&source.origin.parcel)),
        Cell::Link(format!("{}, {}", source.origin.sheet, source.origin.cell), book.link(&source.origin)),
    ]
}
