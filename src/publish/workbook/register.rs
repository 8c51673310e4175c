//! All events in one flat table: every field, what was understood of it, and who reported it.
//!
//! In: the events. Out: an Excel table to filter, sort and count in. The columns of fields may be edited: [`super::editable`]
//! has what is needed to read the edits back.

use rust_xlsxwriter::Worksheet;

use super::super::Error;
use super::book::Book;
use super::grid::{self, Cell, Column, Grid, Rows, Tone};
use super::names::SheetKind;
use crate::flow::Event;
use crate::form::{Field, FieldType, Role};
use crate::layout::editable::{CALCULATED, ROW_ID, row_key};
use crate::phrase::places::Attendance;
use crate::record::Value;
use crate::style;
use crate::words::Args;

/// Widths of the columns that say who reported an event.
const REPORTED: [(&str, f64); 3] = [("reported-by", 30.0), ("source-rows", 14.0), ("findings-of-row", 12.0)];

/// What a column of the register holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Content<'a> {
    /// May be edited.
    Field(&'a Field),
    /// Worked out by svod.
    Calculated,
    /// The key of the row; hidden.
    Key,
}

/// A column of the register.
pub(super) struct RegisterColumn<'a> {
    /// By which it is found again.
    pub(super) id: String,
    pub(super) content: Content<'a>,
    column: Column,
}

/// The columns, from the left.
pub(super) fn columns<'a>(book: &'a Book) -> Vec<RegisterColumn<'a>> {
    let calculated = |id: &str, width: f64| RegisterColumn {
        id: format!("{CALCULATED}{id}"),
        content: Content::Calculated,
        column: column(&book.say(id), width),
    };
    let mut columns = vec![calculated("number", 6.0)];
    columns.extend(book.form.table.fields.iter().map(|field| RegisterColumn {
        id: field.key.to_string(),
        content: Content::Field(field),
        column: column(field.label.get(book.language), width(field)),
    }));
    columns.extend(Understood::asked_by(book).into_iter().map(|one| calculated(one.heading(), one.width())));
    columns.extend(REPORTED.map(|(id, width)| calculated(id, width)));
    let key = column(&book.say("row-key"), 14.0);
    columns.push(RegisterColumn { id: ROW_ID.to_owned(), content: Content::Key, column: key });
    columns
}

/// Their headings, as they are written.
pub(super) fn headings(columns: &[RegisterColumn]) -> Vec<String> {
    grid::headings(columns.iter().map(|it| &it.column))
}

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let mut columns = columns(book);
    if book.is_of_parts() {
        columns.retain(|column| column.content != Content::Key);
    }
    let rows = book.data.events.iter();
    let rows = rows.map(|event| if book.is_of_parts() { bare_row(book, event) } else { row(book, event) });
    let grid = Grid {
        name: "svod_entries",
        rows: Rows::new(rows),
        columns: columns.into_iter().map(|it| it.column).collect(),
        frozen: 1,
        when_empty: book.say("no-events"),
    };
    if book.is_of_parts() {
        let (name, lead) = (book.names.of(SheetKind::Register), book.say("lead-register-of-parts"));
        return Ok(grid.titled(sheet, book, (name, &lead), style::ACCENT)?);
    }
    grid.sheet(sheet, book, SheetKind::Register, style::ACCENT)?;
    if !book.data.events.is_empty() {
        super::editable::prepare(sheet, book)?;
    }
    Ok(())
}

fn column(heading: &str, width: f64) -> Column {
    Column { heading: heading.to_owned(), width }
}

fn width(field: &Field) -> f64 {
    match (field.kind, field.role) {
        _ if field.is_long_text() => 48.0,
        (FieldType::Date | FieldType::Integer | FieldType::Number | FieldType::Boolean, _) => 13.0,
        (_, Some(Role::Title | Role::Content | Role::People | Role::Documents)) => 48.0,
        (_, Some(Role::Place | Role::Section)) => 30.0,
        _ => 20.0,
    }
}

/// The cells of an event, in the order of [`columns`].
fn row(book: &Book, event: &Event) -> Vec<Cell> {
    let mut cells = vec![Cell::count(event.number)];
    cells.extend(book.form.table.fields.iter().map(|field| value(book, event, field).painted(tone(event, field))));
    cells.extend(Understood::asked_by(book).iter().map(|one| one.cell(book, event)));
    cells.extend([
        Cell::Text(reported_by(book, event)),
        Cell::count(event.rows.len()),
        Cell::count(event.findings.len()),
        event.rows.first().map_or(Cell::Blank, |lead| Cell::Text(row_key(&lead.id))),
    ]);
    cells
}

/// The same without colours and key, for the sheet that keeps what was written.
pub(super) fn bare_row(book: &Book, event: &Event) -> Vec<Cell> {
    let bare = |cell| match cell {
        Cell::Painted(_, cell) => *cell,
        other => other,
    };
    let mut cells: Vec<Cell> = row(book, event).into_iter().map(bare).collect();
    cells.pop();
    cells
}

/// A cell that may be edited looks like one; the coordinator's own value stands out.
fn tone(event: &Event, field: &Field) -> Tone {
    let merged = event.fields.get(&field.key).or_else(|| event.cleared.get(&field.key));
    match merged.and_then(|merged| merged.correction.as_ref()) {
        Some(corrected) if corrected.formerly.is_some() => Tone::Doubtful,
        Some(_) => Tone::Good,
        None => Tone::Input,
    }
}

fn value(book: &Book, event: &Event, field: &Field) -> Cell {
    cell(book, field, event.value(field.key.as_str()))
}

/// A value as it stands in the register.
pub(super) fn cell(book: &Book, field: &Field, value: Option<&Value>) -> Cell {
    match value {
        None => Cell::Blank,
        Some(Value::Integer(n)) => Cell::Count(*n),
        Some(Value::Number(n)) => Cell::Number(*n),
        Some(Value::Date(day)) => Cell::Day(*day),
        Some(other) => Cell::Text(book.reads(&field.key, other)),
    }
}

/// Who reported the event, and, where nobody did so in this period, in which one.
fn reported_by(book: &Book, event: &Event) -> String {
    let mut lines = institutions(book, event);
    lines.extend(event.carried_from.map(|period| {
        let args = Args::new().with("period", period.name(book.language));
        book.say_with("carried-from", &args)
    }));
    lines.join("\n")
}

/// What the institutions that reported the event are called, the lead first, each once.
pub(super) fn institutions(book: &Book, event: &Event) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for code in event.rows.iter().filter_map(|row| row.institution.as_deref()) {
        let name = book.institution(code);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// What svod understood of a row, a column each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Understood {
    First,
    Last,
    City,
    Region,
    Country,
    Attendance,
    Partners,
    Kind,
    Total,
    Unit,
    Foreign,
}

impl Understood {
    /// The columns that make sense for the form: what it does not ask cannot be understood.
    fn asked_by(book: &Book) -> Vec<Self> {
        let asks = |role| book.form.with_role(role).is_some();
        let dates = asks(Role::Start) || asks(Role::DatesText);
        let place = asks(Role::Place);
        let people = asks(Role::People) || asks(Role::Total);
        let all = [
            (Self::First, dates),
            (Self::Last, dates),
            (Self::City, place),
            (Self::Region, place),
            (Self::Country, place || asks(Role::Country)),
            (Self::Attendance, place || asks(Role::Attendance)),
            (Self::Partners, asks(Role::People) || asks(Role::Country)),
            (Self::Kind, book.form.dictionaries.contains_key("kinds")),
            (Self::Total, people),
            (Self::Unit, people),
            (Self::Foreign, asks(Role::People) || asks(Role::Foreign)),
        ];
        all.into_iter().filter(|(_, asked)| *asked).map(|(one, _)| one).collect()
    }

    fn heading(self) -> &'static str {
        match self {
            Self::First => "understood-first",
            Self::Last => "understood-last",
            Self::City => "understood-city",
            Self::Region => "understood-region",
            Self::Country => "understood-country",
            Self::Attendance => "understood-attendance",
            Self::Partners => "understood-partners",
            Self::Kind => "understood-kind",
            Self::Total => "understood-total",
            Self::Unit => "understood-unit",
            Self::Foreign => "understood-foreign",
        }
    }

    fn width(self) -> f64 {
        match self {
            Self::Partners | Self::Kind | Self::Region => 24.0,
            Self::City | Self::Country => 18.0,
            _ => 14.0,
        }
    }

    fn cell(self, book: &Book, event: &Event) -> Cell {
        let it = &event.understood;
        let text = |text: &Option<String>| text.clone().map_or(Cell::Blank, Cell::Text);
        match self {
            Self::First => Cell::day(it.days.as_ref().map(crate::phrase::dates::Days::first)),
            Self::Last => Cell::day(it.days.as_ref().map(crate::phrase::dates::Days::last)),
            Self::City => text(&it.city),
            Self::Region => text(&it.region),
            Self::Country => it.country.map_or(Cell::Blank, |country| Cell::Text(book.country(country))),
            Self::Attendance => it.attendance.map_or(Cell::Blank, |way| Cell::Text(book.say(attendance(way)))),
            Self::Partners => {
                let names: Vec<String> = it.partners.iter().map(|country| book.country(*country)).collect();
                Cell::Text(names.join(", "))
            }
            Self::Kind => it.kind.as_deref().map_or(Cell::Blank, |key| Cell::Text(book.entry("kinds", key))),
            Self::Total => it.total.map_or(Cell::Blank, Cell::count),
            Self::Unit => it.unit.as_deref().map_or(Cell::Blank, |key| Cell::Text(book.unit(key))),
            Self::Foreign => it.foreign.map_or(Cell::Blank, Cell::count),
        }
    }
}

/// The message for a way of holding an event.
pub(super) fn attendance(way: Attendance) -> &'static str {
    match way {
        Attendance::OnSite => "attendance-on-site",
        Attendance::Online => "attendance-online",
        Attendance::Both => "attendance-both",
    }
}
