//! The table of events: a row each, a column for every field of the form, then what was understood.
//!
//! In: the events. Out: a table.

use super::super::Subject;
use super::columns::Column;
use super::say;
use super::schema::Field;
use super::table::{Cell, Table};
use crate::flow::Event;
use crate::form::{self, FieldType};
use crate::phrase::dates;
use crate::record::Value;

/// The table's name.
pub(super) const NAME: &str = "events";

/// Names of svod's own columns around those of the form; each as it is free.
pub(super) struct Names {
    pub(super) number: String,
    dates: String,
    understood: Vec<(Column, String)>,
    institutions: String,
    rows: String,
    carried_from: String,
}

impl Names {
    pub(super) fn of(subject: &Subject) -> Self {
        let free = |name: &str| free(&subject.form.table.fields, name);
        Self {
            number: free("number"),
            dates: free("dates"),
            understood: Column::ALL.map(|column| (column, free(&column.name()))).into(),
            institutions: free("institutions"),
            rows: free("source_rows"),
            carried_from: free("carried_from"),
        }
    }
}

/// The name; a field of the form that is called the same comes first.
fn free(fields: &[form::Field], name: &str) -> String {
    let mut name = name.to_owned();
    while fields.iter().any(|field| field.key.as_str() == name) {
        name.push('_');
    }
    name
}

pub(super) fn table(subject: &Subject) -> Table {
    let names = Names::of(subject);
    let rows = subject.data.events.iter().map(|event| row(subject, &names, event)).collect();
    let told = (say(subject, "events"), say(subject, "events-told"));
    Table::new(NAME, told, fields(subject, &names), rows).with_primary_key(&names.number)
}

fn fields(subject: &Subject, names: &Names) -> Vec<Field> {
    let mut fields =
        vec![Field::new(&names.number, FieldType::Integer, subject.say("number")).required().unique().at_least(1.0)];
    fields.extend(subject.form.table.fields.iter().map(|field| {
        let allowed = subject.form.dictionary_of(field).map(|dictionary| &dictionary.entries);
        let allowed = allowed.into_iter().flatten().map(|entry| entry.key.clone()).collect();
        Field::of(field, field.label.get(subject.language), field.help.get(subject.language), allowed)
    }));
    fields.push(Field::new(&names.dates, FieldType::String, say(subject, "dates")));
    fields.extend(names.understood.iter().map(|(column, name)| column.field(subject, name.clone())));
    fields.extend([
        Field::new(&names.institutions, FieldType::String, subject.say("reported-by"))
            .described(&say(subject, "institution-codes")),
        Field::new(&names.rows, FieldType::Integer, subject.say("source-rows")).required().at_least(0.0),
        Field::new(&names.carried_from, FieldType::String, say(subject, "carried-from")),
    ]);
    fields
}

fn row(subject: &Subject, names: &Names, event: &Event) -> Vec<Cell> {
    let mut cells = vec![Cell::plain(&event.number)];
    cells.extend(subject.form.table.fields.iter().map(|field| {
        let value = event.value(field.key.as_str());
        value.map_or(Cell::Blank, |value| cell(subject, field, value))
    }));
    let days = event.understood.days.as_ref();
    cells.push(days.map_or(Cell::Blank, |days| Cell::text(dates::write(days, subject.language))));
    cells.extend(names.understood.iter().map(|(column, _)| column.cell(event)));
    let mut codes: Vec<&str> = Vec::new();
    for code in event.rows.iter().filter_map(|row| row.institution.as_deref()) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    cells.extend([Cell::text(codes.join(" ")), Cell::plain(&event.rows.len()), Cell::maybe(event.carried_from)]);
    cells
}

/// A value; the keys of a dictionary are the form's own and stay as they are.
fn cell(subject: &Subject, field: &form::Field, value: &Value) -> Cell {
    match value {
        Value::Text(text) => {
            let known = subject.form.dictionary_of(field).is_some_and(|dictionary| dictionary.entry(text).is_some());
            if known { Cell::plain(text) } else { Cell::text(text) }
        }
        other => plain(other),
    }
}

/// A value that is no text, as Table Schema writes it.
pub(super) fn plain(value: &Value) -> Cell {
    match value {
        Value::Text(text) => Cell::text(text),
        Value::Date(day) => Cell::plain(day),
        other => Cell::plain(other),
    }
}
