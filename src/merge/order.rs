//! The report's order: by section, by day, the longer first, by title. Never by who sent it in, save where all of these are
//! equal.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::Desk;
use super::events::Draft;
use super::lead::rank;
use crate::flow::{Event, MergedField, Understood};
use crate::form::{Form, Role};
use crate::phrase::dates::Precision;
use crate::phrase::text;
use crate::record::Origin;

/// Puts events in the report's order.
pub(super) fn sort(desk: Desk<'_>, drafts: &mut [Draft]) {
    drafts.sort_by_cached_key(|draft| {
        let title = desk.form.with_role(Role::Title).and_then(|field| draft.fields.get(&field.key));
        (of(desk.form, draft.section.as_deref(), &draft.understood, title), sender(desk, draft))
    });
}

/// The place of an event in the report, but for who sent it in.
pub(super) fn key(form: &Form, event: &Event) -> Key {
    let title = form.with_role(Role::Title).and_then(|field| event.fields.get(&field.key));
    of(form, event.section.as_deref(), &event.understood, title)
}

/// Section, days, title.
pub(super) type Key = ((usize, Option<String>), (bool, Option<(Date, bool, Reverse<Date>)>), String);

fn of(form: &Form, own: Option<&str>, understood: &Understood, title: Option<&MergedField>) -> Key {
    let title = text::fold(&title.map(|field| field.value.to_string()).unwrap_or_default());
    (section(form, own), days(understood), title)
}

/// Sections in the order of their dictionary, then those that it does not know by name, then events without one.
fn section(form: &Form, own: Option<&str>) -> (usize, Option<String>) {
    let Some(section) = own else { return (usize::MAX, None) };
    let dictionary = form.report.group_by.as_ref().and_then(|key| form.field(key.as_str()));
    let entries = dictionary.and_then(|field| form.dictionary_of(field)).map(|dictionary| &dictionary.entries);
    match entries.and_then(|entries| entries.iter().position(|entry| entry.key == section)) {
        Some(place) => (place, None),
        None => (usize::MAX - 1, Some(text::fold(section))),
    }
}

/// By the first day, a month as its end and after the days that are known better; the longer of two first. Events without
/// days come last.
fn days(understood: &Understood) -> (bool, Option<(Date, bool, Reverse<Date>)>) {
    let key =
        understood.days.as_ref().map(|days| (days.sort_day(), days.precision != Precision::Day, Reverse(days.last())));
    (key.is_none(), key)
}

fn sender(desk: Desk<'_>, draft: &Draft) -> Option<((usize, String), Origin)> {
    draft.lead().map(|at| (rank(desk, at), desk.intake.row(at).id.clone()))
}
