//! The figures of the summary: events by section, country, month, kind, institution; people by unit, never added up across
//! units.
//!
//! In: the events. Out: labelled counts, in the order in which they are shown. It writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::super::sentences;
use super::book::Book;
use crate::flow::Event;
use crate::form::{Dictionary, Role};
use crate::phrase::dates::Days;
use crate::phrase::places::Attendance;
use crate::words;

/// Labelled counts with a heading.
pub(super) struct Figures {
    /// The word in the ids of the messages: `by-section`.
    pub(super) id: &'static str,
    pub(super) entries: Vec<(String, u32)>,
    /// Whether the entries follow each other in time.
    pub(super) in_time: bool,
}

/// People of one unit.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct People {
    pub(super) events: u32,
    pub(super) total: u64,
    pub(super) foreign: u64,
}

/// All figures that the form's fields allow.
pub(super) fn all(book: &Book) -> Vec<Figures> {
    let asks = |role| book.form.with_role(role).is_some();
    let place = asks(Role::Place) || asks(Role::Country);
    let dates = asks(Role::Start) || asks(Role::DatesText);
    let people = asks(Role::People);
    [
        sections(book),
        dates.then(|| months(book)),
        place.then(|| countries(book)),
        people.then(|| partners(book)),
        kinds(book),
        Some(institutions(book)),
    ]
    .into_iter()
    .flatten()
    .filter(|figures| !figures.entries.is_empty())
    .map(|mut figures| {
        figures.entries.iter_mut().for_each(|(label, _)| *label = sentences::capitalised(label));
        figures
    })
    .collect()
}

/// Every section of the dictionary, those without an event, too.
fn sections(book: &Book) -> Option<Figures> {
    let field = book.form.field(book.form.report.group_by.as_ref()?.as_str())?;
    let dictionary = book.form.dictionary_of(field)?;
    let counts = tally(book, |event| vec![event.section.clone().unwrap_or_default()]);
    Some(Figures { id: "by-section", entries: by_dictionary(book, dictionary, &counts), in_time: false })
}

fn kinds(book: &Book) -> Option<Figures> {
    let dictionary = book.form.dictionaries.get("kinds")?;
    let counts = tally(book, |event| vec![event.understood.kind.clone().unwrap_or_default()]);
    let mut entries = by_dictionary(book, dictionary, &counts);
    entries.retain(|(_, n)| *n > 0);
    sort(&mut entries);
    Some(Figures { id: "by-kind", entries, in_time: false })
}

/// Counts in the order of the dictionary, and what is not in it at the end.
fn by_dictionary(book: &Book, dictionary: &Dictionary, counts: &BTreeMap<String, u32>) -> Vec<(String, u32)> {
    let known = dictionary
        .entries
        .iter()
        .map(|entry| (entry.label.get(book.language).to_owned(), counts.get(&entry.key).copied().unwrap_or(0)));
    let mut entries: Vec<(String, u32)> = known.collect();
    let others: u32 = counts.iter().filter(|(key, _)| dictionary.entry(key).is_none()).map(|(_, n)| n).sum();
    if others > 0 {
        entries.push((book.say("not-given"), others));
    }
    entries
}

fn countries(book: &Book) -> Figures {
    let counts = tally(book, |event| {
        vec![match (&event.understood.country, event.understood.attendance) {
            (Some(country), _) => book.country(country),
            (None, Some(Attendance::Online)) => book.say("attendance-online"),
            (None, _) => book.say("not-given"),
        }]
    });
    Figures { id: "by-country", entries: sorted(counts), in_time: false }
}

fn partners(book: &Book) -> Figures {
    let counts = tally(book, |event| event.understood.partners.iter().map(|country| book.country(country)).collect());
    Figures { id: "by-partner", entries: sorted(counts), in_time: false }
}

/// By the month in which they begin; what began before the period comes first, what has no days last.
fn months(book: &Book) -> Figures {
    let period = book.data.period;
    let mut entries: Vec<(String, u32)> = Vec::new();
    let starts: Vec<_> = book.data.events.iter().map(|event| event.understood.days.as_ref().map(Days::first)).collect();
    let count = |holds: &dyn Fn(jiff::civil::Date) -> bool| -> u32 {
        u32::try_from(starts.iter().filter(|start| start.is_some_and(holds)).count()).unwrap_or(u32::MAX)
    };
    entries.push((book.say("began-before"), count(&|day| day < period.first_day())));
    for number in 0..period.frequency().months() {
        let month = period.first_day().month() + number;
        let label = words::plain(book.language, &format!("month-{month}"));
        entries.push((label, count(&|day| day.year() == period.year() && day.month() == month)));
    }
    entries.push((book.say("began-after"), count(&|day| day > period.last_day())));
    let without = starts.iter().filter(|start| start.is_none()).count();
    entries.push((book.say("without-days"), u32::try_from(without).unwrap_or(u32::MAX)));
    let inner = entries.len() - 2;
    let mut at = 0;
    // The months always stand there; what lies outside of them only where there is something.
    entries.retain(|(_, n)| {
        at += 1;
        *n > 0 || (at > 1 && at <= inner)
    });
    Figures { id: "by-month", entries, in_time: true }
}

/// How many events each institution reported; an event of two institutions counts with both.
fn institutions(book: &Book) -> Figures {
    let counts = tally(book, |event| {
        let codes: BTreeSet<_> = event.rows.iter().filter_map(|row| row.institution.as_deref()).collect();
        codes.into_iter().map(|code| book.institution(code)).collect()
    });
    Figures { id: "by-institution", entries: sorted(counts), in_time: false }
}

fn tally(book: &Book, keys: impl Fn(&Event) -> Vec<String>) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for event in &book.data.events {
        for key in keys(event) {
            *counts.entry(key).or_default() += 1;
        }
    }
    counts
}

fn sorted(counts: BTreeMap<String, u32>) -> Vec<(String, u32)> {
    let mut entries: Vec<_> = counts.into_iter().collect();
    sort(&mut entries);
    entries
}

/// The most first; equal ones stay in their order.
fn sort(entries: &mut [(String, u32)]) {
    entries.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
}

/// People by unit, in the order of the form's dictionary; each with the label that the unit has there.
pub(super) fn people(book: &Book) -> Vec<(String, People)> {
    let mut by_unit: BTreeMap<Option<&str>, People> = BTreeMap::new();
    for event in &book.data.events {
        if let Some(total) = event.understood.total {
            let people = by_unit.entry(event.understood.unit.as_deref()).or_default();
            people.events += 1;
            people.total = people.total.saturating_add(total);
            people.foreign = people.foreign.saturating_add(event.understood.foreign.unwrap_or(0));
        }
    }
    let units = book.form.with_role(Role::Unit).and_then(|field| book.form.dictionary_of(field));
    let order = |key: Option<&str>| match (key, units) {
        (Some(key), Some(units)) => units.entries.iter().position(|entry| entry.key == key).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    let mut found: Vec<_> = by_unit.into_iter().collect();
    found.sort_by_key(|(key, _)| order(*key));
    let counted: Vec<String> = found.iter().map(|(key, _)| of_many(book, *key)).collect();
    let label = |at: usize, key: Option<&str>| {
        let words = &counted[at];
        // Two units of one word («участник» and «человек») are told apart by their own labels.
        let shared = counted.iter().filter(|other| *other == words).count() > 1;
        match key {
            Some(key) if shared => format!("{words} ({})", super::register::unit(book, key)),
            _ => words.clone(),
        }
    };
    found.into_iter().enumerate().map(|(at, (key, people))| (label(at, key), people)).collect()
}

/// «участников»: what the total of a unit is a number of.
fn of_many(book: &Book, key: Option<&str>) -> String {
    let Some(key) = key else { return book.say("unit-unknown") };
    let units = book.form.with_role(Role::Unit).and_then(|field| book.form.dictionary_of(field));
    let words = units.and_then(|units| units.entry(key)).map(|entry| entry.of_many.get(book.language));
    words.filter(|words| !words.is_empty()).map_or_else(|| super::register::unit(book, key), str::to_owned)
}

/// How many events say how many people there were.
pub(super) fn with_a_number(book: &Book) -> usize {
    book.data.events.iter().filter(|event| event.understood.total.is_some()).count()
}

/// Signed documents: the event's number, its title, a line of its field of documents.
pub(super) fn documents(book: &Book) -> Vec<(u32, String, String)> {
    let key = |role| book.form.with_role(role).map(|field| field.key.as_str());
    let Some(documents) = key(Role::Documents) else { return Vec::new() };
    let mut found = Vec::new();
    for event in &book.data.events {
        let title = key(Role::Title).and_then(|title| event.text(title)).unwrap_or_default();
        let lines = event.text(documents).unwrap_or_default().lines().map(str::trim).filter(|line| !line.is_empty());
        found.extend(lines.map(|line| (event.number, title.to_owned(), line.to_owned())));
    }
    found
}
