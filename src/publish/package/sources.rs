//! The table of sources: which file and which cell every value came from.
//!
//! In: the events with the sources of their fields. Out: a table whose rows name their event.

use std::collections::BTreeMap;

use super::super::Subject;
use super::events::{self, Names, plain};
use super::say;
use super::schema::{Field, ForeignKey, Reference};
use super::table::{Cell, Table};
use crate::flow::{Event, SourceValue};
use crate::form::FieldType;
use crate::record::{FieldKey, ParcelId};

/// What the files are called.
type Files<'a> = BTreeMap<&'a ParcelId, &'a str>;

const EVENT: &str = "event";

pub(super) fn table(subject: &Subject) -> Table {
    let field = |name: &str, kind: FieldType, title: String| Field::new(name, kind, title);
    let fields = vec![
        field(EVENT, FieldType::Integer, subject.say("number")).required(),
        field("field", FieldType::String, subject.say("field")).required(),
        field("value", FieldType::String, subject.say("value")),
        field("raw", FieldType::String, subject.say("as-received")),
        field("used", FieldType::Boolean, subject.say("used")).required(),
        field("institution", FieldType::String, subject.say("institution")),
        field("corrected_by", FieldType::String, say(subject, "corrected-by")),
        field("corrected_on", FieldType::Date, say(subject, "corrected-on")),
        field("file", FieldType::String, subject.say("file")).required(),
        field("fingerprint", FieldType::String, say(subject, "fingerprint")).required(),
        field("sheet", FieldType::String, say(subject, "sheet")),
        field("cell", FieldType::String, subject.say("cell")).required(),
    ];
    let files = subject.data.files.iter().map(|file| &file.card).chain(&subject.data.earlier);
    let files: Files = files.map(|card| (&card.id, &*card.name)).collect();
    let rows = subject.data.events.iter().flat_map(|event| rows(subject, &files, event)).collect();
    let told = (say(subject, "sources"), say(subject, "sources-told"));
    let number = Names::of(subject).number;
    Table::new("sources", told, fields, rows).with_foreign_key(ForeignKey {
        fields: EVENT.to_owned(),
        reference: Reference { resource: events::NAME, fields: number },
    })
}

/// The values of an event, in the form's order of fields.
fn rows<'a>(subject: &'a Subject, files: &'a Files, event: &'a Event) -> impl Iterator<Item = Vec<Cell>> + 'a {
    let keys = subject.form.table.fields.iter().map(|field| &field.key);
    let merged = |key: &FieldKey| event.fields.get(key).or_else(|| event.cleared.get(key));
    let given = keys.filter_map(move |key| merged(key).map(|merged| (key, merged)));
    given.flat_map(move |(key, merged)| {
        merged.sources.iter().map(move |source| row(subject, files, event.number, key, source))
    })
}

fn row(subject: &Subject, files: &Files, number: u32, key: &FieldKey, source: &SourceValue) -> Vec<Cell> {
    let parcel = &source.origin.parcel;
    let signed = source.corrected.as_ref();
    vec![
        Cell::plain(&number),
        Cell::plain(key),
        plain(&source.value),
        Cell::text(&*source.raw),
        Cell::plain(&source.used),
        source.institution.as_deref().map_or(Cell::Blank, Cell::text),
        signed.map_or(Cell::Blank, |signed| Cell::text(signed.who().get(subject.language))),
        Cell::maybe(signed.map(|signed| signed.at.date())),
        Cell::text(files.get(parcel).map_or_else(|| parcel.to_string(), |name| (*name).to_owned())),
        Cell::plain(parcel),
        Cell::text(&*source.origin.sheet),
        Cell::plain(&source.origin.cell),
    ]
}
