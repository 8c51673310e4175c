//! The figures of the period, computed once for every writer: events by section, country, month, kind, institution; people
//! by unit, never added up across units; how the institutions answered.
//!
//! In: the consolidated data. Out: labelled counts, in the order in which they are shown. It writes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::{Subject, sentences};
use crate::flow::{Answer, Event, State, Understood};
use crate::form::{Dictionary, Role};
use crate::phrase::dates::Days;
use crate::phrase::places::{self, Attendance, Home};
use crate::phrase::text;
use crate::words::{self, Args, Pattern};

/// Labelled counts with a heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breakdown {
    /// The word in the ids of the messages: `by-section`.
    pub id: &'static str,
    pub entries: Vec<(String, u32)>,
    /// Whether the entries follow each other in time.
    pub in_time: bool,
}

/// People of one unit.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct People {
    pub events: u32,
    pub total: u64,
    pub foreign: u64,
}

/// Everything that is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// Events in the report.
    pub events: usize,
    /// Of them those that several rows tell of.
    pub joint: usize,
    pub answers: Answers,
    /// The breakdowns that the form's fields allow, each with an entry at least.
    pub breakdowns: Vec<Breakdown>,
    /// By unit, in the order of the form's dictionary.
    pub people: Vec<(String, People)>,
    /// Events outside the home country.
    pub abroad: usize,
    /// Events that say how many people there were.
    pub with_a_number: usize,
    /// `None` where the form does not ask for documents.
    pub documents: Option<Vec<SignedDocument>>,
    /// The largest by people, at most five, the largest first.
    pub largest: Vec<Largest>,
}

/// How the institutions answered.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    pub asked: usize,
    /// With an answer that can be used; a file that cannot is none.
    pub answered: usize,
    /// Of them those that had nothing to report.
    pub nil: usize,
    /// Of them those whose answer came on the last day or before; `None` where no day was set.
    pub in_time: Option<usize>,
    pub unusable: usize,
    pub silent: usize,
}

/// A signed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedDocument {
    /// Number of its event.
    pub number: u32,
    /// Title of its event.
    pub title: String,
    pub document: String,
}

/// An event with many people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Largest {
    pub number: u32,
    pub title: String,
    pub total: u64,
    /// «участников».
    pub of: String,
    /// The word behind the number: «участника» of 104; none where the form has none.
    pub counted: Option<String>,
}

/// Events that are shown as the largest.
const LARGEST: usize = 5;

impl Figures {
    /// Counts everything.
    #[must_use]
    pub fn of(subject: &Subject) -> Self {
        let events = &subject.data.events;
        Self {
            events: events.len(),
            joint: events.iter().filter(|event| event.rows.len() > 1).count(),
            answers: answers(subject),
            breakdowns: breakdowns(subject),
            people: people(subject),
            abroad: abroad(subject),
            with_a_number: events.iter().filter(|event| event.understood.total.is_some()).count(),
            documents: subject.asks(Role::Documents).then(|| documents(subject)),
            largest: largest(subject),
        }
    }

    /// The breakdown of that name, if the form allows it.
    #[must_use]
    pub fn breakdown(&self, id: &str) -> Option<&Breakdown> {
        self.breakdowns.iter().find(|breakdown| breakdown.id == id)
    }
}

fn abroad(subject: &Subject) -> usize {
    let home = subject.form.region.home().country;
    let is_abroad = |event: &&Event| event.understood.country.is_some_and(|country| country.code != home);
    subject.data.events.iter().filter(is_abroad).count()
}

/// How the institutions answered; of a longer period in all of its parts together.
fn answers(subject: &Subject) -> Answers {
    if subject.data.parts.is_empty() {
        return answers_of_one(subject);
    }
    let parts = subject.data.parts.iter().filter_map(|part| subject.of_part(part));
    parts.map(|part| answers_of_one(&part)).fold(Answers::default(), Answers::and)
}

impl Answers {
    fn and(self, other: Self) -> Self {
        Self {
            asked: self.asked + other.asked,
            answered: self.answered + other.answered,
            nil: self.nil + other.nil,
            in_time: [self.in_time, other.in_time].into_iter().flatten().reduce(|one, more| one + more),
            unusable: self.unusable + other.unusable,
            silent: self.silent + other.silent,
        }
    }
}

fn answers_of_one(subject: &Subject) -> Answers {
    let all = &subject.data.answers;
    let with = |holds: &dyn Fn(&Answer) -> bool| all.iter().filter(|answer| holds(answer)).count();
    let usable = |answer: &Answer| answer.state.is_answer();
    Answers {
        asked: all.len(),
        answered: with(&usable),
        nil: with(&|answer| answer.state == State::Nil),
        in_time: subject
            .deadline
            .map(|last| with(&|answer| usable(answer) && answer.received.is_some_and(|day| day <= last))),
        unusable: with(&|answer| answer.state == State::Unusable),
        silent: with(&|answer| answer.state == State::Silent),
    }
}

fn breakdowns(subject: &Subject) -> Vec<Breakdown> {
    let asks = |role| subject.asks(role);
    let place = asks(Role::Place) || asks(Role::Country);
    let dates = asks(Role::Start) || asks(Role::DatesText);
    let people = asks(Role::People);
    [
        sections(subject),
        dates.then(|| months(subject)),
        place.then(|| countries(subject)),
        place.then(|| whereabouts(subject)).flatten(),
        place.then(|| formats(subject)),
        people.then(|| partners(subject)),
        kinds(subject),
        Some(institutions(subject)),
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
fn sections(subject: &Subject) -> Option<Breakdown> {
    let field = subject.form.field(subject.form.report.group_by.as_ref()?.as_str())?;
    let dictionary = subject.form.dictionary_of(field)?;
    let counts = tally(subject, |event| vec![event.section.clone().unwrap_or_default()]);
    Some(Breakdown { id: "by-section", entries: by_dictionary(subject, dictionary, &counts), in_time: false })
}

fn kinds(subject: &Subject) -> Option<Breakdown> {
    let dictionary = subject.form.dictionaries.get("kinds")?;
    let counts = tally(subject, |event| vec![event.understood.kind.clone().unwrap_or_default()]);
    let mut entries = by_dictionary(subject, dictionary, &counts);
    entries.retain(|(_, n)| *n > 0);
    sort(&mut entries);
    Some(Breakdown { id: "by-kind", entries, in_time: false })
}

/// Counts in the order of the dictionary, and what is not in it at the end.
fn by_dictionary(subject: &Subject, dictionary: &Dictionary, counts: &BTreeMap<String, u32>) -> Vec<(String, u32)> {
    let known = dictionary
        .entries
        .iter()
        .map(|entry| (entry.label.get(subject.language).to_owned(), counts.get(&entry.key).copied().unwrap_or(0)));
    let mut entries: Vec<(String, u32)> = known.collect();
    let others: u32 = counts.iter().filter(|(key, _)| dictionary.entry(key).is_none()).map(|(_, n)| n).sum();
    if others > 0 {
        entries.push((subject.say("not-given"), others));
    }
    entries
}

fn countries(subject: &Subject) -> Breakdown {
    let counts = tally(subject, |event| {
        vec![match (&event.understood.country, event.understood.attendance) {
            (Some(country), _) => subject.country(*country),
            (None, Some(Attendance::Online)) => subject.say("attendance-online"),
            (None, _) => subject.say("not-given"),
        }]
    });
    Breakdown { id: "by-country", entries: sorted(counts), in_time: false }
}

/// At home, elsewhere in the country, abroad. Without a home region nothing can be told apart.
fn whereabouts(subject: &Subject) -> Option<Breakdown> {
    let home = subject.form.region.home();
    if home.country.is_empty() || home.region.is_empty() {
        return None;
    }
    let mut entries = vec![
        (home.region.clone(), 0_u32),
        (subject.say("elsewhere"), 0),
        (subject.say("region-not-given"), 0),
        (subject.say("abroad"), 0),
        (subject.say("attendance-online"), 0),
        (subject.say("not-given"), 0),
    ];
    let known = HomeNames::of(&home);
    for event in &subject.data.events {
        if let Some((_, n)) = entries.get_mut(whereabout(&event.understood, &known)) {
            *n += 1;
        }
    }
    entries.retain(|(_, n)| *n > 0);
    Some(Breakdown { id: "by-whereabouts", entries, in_time: false })
}

/// The names by which the home region is known, folded.
struct HomeNames<'a> {
    country: &'a str,
    region: String,
    /// What the form or the settings name as a place of the region.
    towns: BTreeSet<String>,
}

impl<'a> HomeNames<'a> {
    fn of(home: &'a Home) -> Self {
        let places = home.places.iter().filter(|place| place.region.is_none() && place.country.is_none());
        let names = places.flat_map(|place| std::iter::once(&place.name).chain(&place.aliases).chain(&place.city));
        Self {
            country: &home.country,
            region: text::fold(&home.region),
            towns: names.map(|name| text::fold(name)).collect(),
        }
    }
}

/// The place of an event among the entries of [`whereabouts`].
fn whereabout(understood: &Understood, home: &HomeNames) -> usize {
    let Some(country) = understood.country else {
        return if understood.attendance == Some(Attendance::Online) { 4 } else { 5 };
    };
    if country.code != home.country {
        return 3;
    }
    let city = understood.city.as_deref();
    let region = understood.region.as_deref().map(text::fold).or_else(|| {
        let at_home = home.towns.contains(&text::fold(city?));
        if at_home { Some(home.region.clone()) } else { places::known_region(city?, country).map(text::fold) }
    });
    match region {
        Some(region) if region == home.region => 0,
        Some(_) => 1,
        None => 2,
    }
}

/// On site, online, both.
fn formats(subject: &Subject) -> Breakdown {
    let mut entries = Vec::new();
    for (way, id) in [
        (Some(Attendance::OnSite), "attendance-on-site"),
        (Some(Attendance::Online), "attendance-online"),
        (Some(Attendance::Both), "attendance-both"),
        (None, "not-given"),
    ] {
        let n = subject.data.events.iter().filter(|event| event.understood.attendance == way).count();
        entries.push((subject.say(id), u32::try_from(n).unwrap_or(u32::MAX)));
    }
    entries.retain(|(_, n)| *n > 0);
    Breakdown { id: "by-format", entries, in_time: false }
}

fn partners(subject: &Subject) -> Breakdown {
    let counts =
        tally(subject, |event| event.understood.partners.iter().map(|country| subject.country(*country)).collect());
    Breakdown { id: "by-partner", entries: sorted(counts), in_time: false }
}

/// By the month in which they begin; what began before the period comes first, what has no days last.
fn months(subject: &Subject) -> Breakdown {
    let period = subject.data.period;
    let mut entries: Vec<(String, u32)> = Vec::new();
    let starts: Vec<_> =
        subject.data.events.iter().map(|event| event.understood.days.as_ref().map(Days::first)).collect();
    let count = |holds: &dyn Fn(jiff::civil::Date) -> bool| -> u32 {
        u32::try_from(starts.iter().filter(|start| start.is_some_and(holds)).count()).unwrap_or(u32::MAX)
    };
    entries.push((subject.say("began-before"), count(&|day| day < period.first_day())));
    for number in 0..period.frequency().months() {
        let month = period.first_day().month() + number;
        let label = words::plain(subject.language, &format!("month-{month}"));
        entries.push((label, count(&|day| day.year() == period.year() && day.month() == month)));
    }
    entries.push((subject.say("began-after"), count(&|day| day > period.last_day())));
    let without = starts.iter().filter(|start| start.is_none()).count();
    entries.push((subject.say("without-days"), u32::try_from(without).unwrap_or(u32::MAX)));
    let inner = entries.len() - 2;
    let mut at = 0;
    // The months always stand there; what lies outside of them only where there is something.
    entries.retain(|(_, n)| {
        at += 1;
        *n > 0 || (at > 1 && at <= inner)
    });
    Breakdown { id: "by-month", entries, in_time: true }
}

/// How many events each institution reported; an event of two institutions counts with both.
fn institutions(subject: &Subject) -> Breakdown {
    let counts = tally(subject, |event| {
        let codes: BTreeSet<_> = event.rows.iter().filter_map(|row| row.institution.as_deref()).collect();
        codes.into_iter().map(|code| subject.institution(code)).collect()
    });
    Breakdown { id: "by-institution", entries: sorted(counts), in_time: false }
}

fn tally(subject: &Subject, keys: impl Fn(&Event) -> Vec<String>) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for event in &subject.data.events {
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
fn people(subject: &Subject) -> Vec<(String, People)> {
    let mut by_unit: BTreeMap<Option<&str>, People> = BTreeMap::new();
    for event in &subject.data.events {
        if let Some(total) = event.understood.total {
            let people = by_unit.entry(event.understood.unit.as_deref()).or_default();
            people.events += 1;
            people.total = people.total.saturating_add(total);
            people.foreign = people.foreign.saturating_add(event.understood.foreign.unwrap_or(0));
        }
    }
    let units = subject.form.with_role(Role::Unit).and_then(|field| subject.form.dictionary_of(field));
    let order = |key: Option<&str>| match (key, units) {
        (Some(key), Some(units)) => units.entries.iter().position(|entry| entry.key == key).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    let mut found: Vec<_> = by_unit.into_iter().collect();
    found.sort_by_key(|(key, _)| order(*key));
    let counted: Vec<String> = found.iter().map(|(key, _)| of_many(subject, *key)).collect();
    let label = |at: usize, key: Option<&str>| {
        let words = &counted[at];
        // Two units of one word («участник» and «человек») are told apart by their own labels.
        let shared = counted.iter().filter(|other| *other == words).count() > 1;
        match key {
            Some(key) if shared => format!("{words} ({})", subject.unit(key)),
            _ => words.clone(),
        }
    };
    found.into_iter().enumerate().map(|(at, (key, people))| (label(at, key), people)).collect()
}

/// «участников»: what the total of a unit is a number of.
fn of_many(subject: &Subject, key: Option<&str>) -> String {
    let Some(key) = key else { return subject.say("unit-unknown") };
    let units = subject.form.with_role(Role::Unit).and_then(|field| subject.form.dictionary_of(field));
    let words = units.and_then(|units| units.entry(key)).map(|entry| entry.of_many.get(subject.language));
    words.filter(|words| !words.is_empty()).map_or_else(|| subject.unit(key), str::to_owned)
}

/// «участника» of 104: the form's word for a unit behind a number.
fn counted(subject: &Subject, key: Option<&str>, total: u64) -> Option<String> {
    let units = subject.form.with_role(Role::Unit).and_then(|field| subject.form.dictionary_of(field))?;
    let pattern = units.entry(key?)?.counted.get(subject.language);
    let pattern = Pattern::parse(subject.language, pattern).ok()?;
    pattern.say(&Args::new().with("n", total)).ok().map(|word| word.trim().to_owned())
}

/// Signed documents: a line of the field of documents each.
fn documents(subject: &Subject) -> Vec<SignedDocument> {
    let key = subject.form.with_role(Role::Documents).map(|field| field.key.as_str());
    let mut found = Vec::new();
    for event in &subject.data.events {
        let text = key.and_then(|key| event.text(key)).unwrap_or_default();
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        found.extend(lines.map(|line| SignedDocument {
            number: event.number,
            title: title(subject, event),
            document: line.to_owned(),
        }));
    }
    found
}

fn title(subject: &Subject, event: &Event) -> String {
    let field = subject.form.with_role(Role::Title);
    field.and_then(|field| event.text(field.key.as_str())).unwrap_or_default().to_owned()
}

/// The events with the most people; what is counted in other things than people is not compared with them.
fn largest(subject: &Subject) -> Vec<Largest> {
    let units = subject.form.with_role(Role::Unit).and_then(|field| subject.form.dictionary_of(field));
    let counts_people = |event: &Event| {
        let unit = event.understood.unit.as_deref();
        unit.and_then(|key| units?.entry(key)).is_none_or(|entry| entry.people)
    };
    let events = subject.data.events.iter().filter(|event| counts_people(event));
    let mut found: Vec<Largest> = events
        .filter_map(|event| {
            let total = event.understood.total.filter(|total| *total > 0)?;
            let unit = event.understood.unit.as_deref();
            let (of, counted) = (of_many(subject, unit), counted(subject, unit, total));
            Some(Largest { number: event.number, title: title(subject, event), total, of, counted })
        })
        .collect();
    found.sort_by_key(|largest| std::cmp::Reverse(largest.total));
    found.truncate(LARGEST);
    found
}
