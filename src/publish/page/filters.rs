//! What the events can be chosen by: section, month, country, format.
//!
//! In: the events. Out: lists of choices, and for each event the values that it answers to. Without a script nothing of it
//! is shown.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::{Report, Subject, sentences};
use super::say;
use crate::flow::Event;
use crate::phrase::places::Attendance;
use crate::record::Interval;
use crate::words::{self, Args};

/// A list to choose from. Its name is that of the attribute of the rows.
pub(super) struct Select {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) choices: Vec<Choice>,
}

/// One choice.
pub(super) struct Choice {
    pub(super) value: String,
    pub(super) label: String,
}

/// The lists that leave a choice.
pub(super) fn selects(subject: &Subject, report: &Report) -> Vec<Select> {
    let select = |name: &'static str, choices: Vec<(String, String)>| Select {
        name,
        label: say(subject.language, &format!("filter-{name}"), &Args::new()),
        choices: choices.into_iter().map(|(value, label)| Choice { value, label }).collect(),
    };
    let all = [
        ("section", sections(report)),
        ("month", months(subject)),
        ("country", countries(subject)),
        ("format", formats(subject)),
    ];
    all.into_iter().filter(|(_, choices)| choices.len() > 1).map(|(name, choices)| select(name, choices)).collect()
}

fn sections(report: &Report) -> Vec<(String, String)> {
    let named = report.sections.iter().enumerate();
    named.filter_map(|(at, section)| Some((at.to_string(), section.heading.clone()?))).collect()
}

fn months(subject: &Subject) -> Vec<(String, String)> {
    let held: BTreeSet<_> = subject.data.events.iter().flat_map(|event| months_of(subject, event)).collect();
    let name = |month: &Date| words::plain(subject.language, &format!("month-{}", month.month()));
    held.iter().map(|month| (month.month().to_string(), sentences::capitalised(&name(month)))).collect()
}

fn countries(subject: &Subject) -> Vec<(String, String)> {
    let all =
        subject.data.events.iter().flat_map(|event| event.understood.country.iter().chain(&event.understood.partners));
    let by_name: BTreeMap<String, &str> = all.map(|country| (subject.country(*country), country.code)).collect();
    by_name.into_iter().map(|(name, code)| (code.to_owned(), name)).collect()
}

fn formats(subject: &Subject) -> Vec<(String, String)> {
    let held: BTreeSet<&str> =
        subject.data.events.iter().filter_map(|event| event.understood.attendance.map(format)).collect();
    let ways = [Attendance::OnSite, Attendance::Online, Attendance::Both].map(format);
    let held = ways.into_iter().filter(|way| held.contains(way));
    held.map(|way| (way.to_owned(), sentences::capitalised(&subject.say(&format!("attendance-{way}"))))).collect()
}

fn format(way: Attendance) -> &'static str {
    match way {
        Attendance::OnSite => "on-site",
        Attendance::Online => "online",
        Attendance::Both => "both",
    }
}

/// The first days of the months of the period in which the event was held.
fn months_of(subject: &Subject, event: &Event) -> Vec<Date> {
    let period = subject.data.period;
    let mut held = Vec::new();
    for number in 0..i64::from(period.frequency().months()) {
        let Ok(first) = period.first_day().checked_add(number.months()) else { continue };
        let Some(month) = Interval::new(first, first.last_of_month()) else { continue };
        let days = event.understood.days.iter().flat_map(|days| &days.intervals);
        if days.into_iter().any(|days| days.overlaps(month)) {
            held.push(first);
        }
    }
    held
}

/// What a row answers to, by the name of the list; several values are set apart by spaces.
pub(super) fn keys(subject: &Subject, section: usize, event: &Event) -> Vec<(&'static str, String)> {
    let countries: BTreeSet<&str> =
        event.understood.country.iter().chain(&event.understood.partners).map(|country| country.code).collect();
    let months: Vec<String> = months_of(subject, event).iter().map(|month| month.month().to_string()).collect();
    vec![
        ("section", section.to_string()),
        ("month", months.join(" ")),
        ("country", countries.into_iter().collect::<Vec<_>>().join(" ")),
        ("format", event.understood.attendance.map(format).unwrap_or_default().to_owned()),
    ]
}
