//! The table of institutions: a row each, with how it answered and what became of its rows.
//!
//! In: the answers. Out: a table.

use super::super::Subject;
use super::say;
use super::schema::Field;
use super::table::{Cell, Table};
use crate::flow::{Answer, State};
use crate::form::{FieldType, Role};
use crate::record::FieldKey;

const STATES: [&str; 6] = ["silent", "nil", "in-order", "with-warnings", "with-errors", "unusable"];
/// Whole numbers that every answer has; the words are those of the messages.
const NUMBERS: [&str; 8] = [
    "versions",
    "rows-received",
    "rows-in-report",
    "rows-merged",
    "rows-refused",
    "rows-waiting",
    "errors",
    "warnings",
];

pub(super) fn table(subject: &Subject) -> Table {
    let counters = counters(subject);
    let rows = subject.data.answers.iter().map(|answer| row(subject, &counters, answer)).collect();
    let told = (say(subject, "institutions"), say(subject, "institutions-told"));
    Table::new("institutions", told, fields(subject, &counters), rows).with_primary_key("code")
}

/// The counters of the title sheet, in the form's order.
fn counters<'a>(subject: &Subject<'a>) -> Vec<&'a FieldKey> {
    let header = subject.form.header.iter();
    header.filter(|field| field.role == Some(Role::Counter)).map(|field| &field.key).collect()
}

fn fields(subject: &Subject, counters: &[&FieldKey]) -> Vec<Field> {
    let mut fields = vec![
        Field::new("code", FieldType::String, say(subject, "code")).required().unique(),
        Field::new("name", FieldType::String, subject.say("institution")).required(),
        Field::new("state", FieldType::String, subject.say("state")).required().one_of(&STATES),
        Field::new("received", FieldType::Date, subject.say("received")),
        Field::new("in_time", FieldType::Boolean, say(subject, "in-time")),
    ];
    let number = |word: &str| Field::new(word.replace('-', "_"), FieldType::Integer, subject.say(word));
    fields.extend(NUMBERS.iter().map(|word| number(word).required().at_least(0.0)));
    fields.extend(counters.iter().map(|key| {
        let title = subject.form.label(key).get(subject.language).to_owned();
        Field::new(format!("counter_{key}"), FieldType::Integer, title)
    }));
    fields
}

fn row(subject: &Subject, counters: &[&FieldKey], answer: &Answer) -> Vec<Cell> {
    let institution = &answer.institution;
    let rows = answer.rows;
    let in_time = subject.deadline.zip(answer.received).map(|(last, day)| day <= last);
    let mut cells = vec![
        Cell::text(&*institution.code),
        Cell::text(&institution.name),
        Cell::plain(&state(answer.state)),
        Cell::maybe(answer.received),
        Cell::maybe(in_time),
        Cell::plain(&answer.versions.len()),
    ];
    let numbers =
        [rows.received, rows.in_report, rows.merged, rows.refused, rows.waiting, answer.errors, answer.warnings];
    cells.extend(numbers.map(|n| Cell::plain(&n)));
    cells.extend(counters.iter().map(|key| Cell::maybe(answer.counters.get(*key))));
    cells
}

fn state(state: State) -> &'static str {
    match state {
        State::Silent => "silent",
        State::Nil => "nil",
        State::InOrder => "in-order",
        State::WithWarnings => "with-warnings",
        State::WithErrors => "with-errors",
        State::Unusable => "unusable",
    }
}
