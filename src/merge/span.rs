//! Reports → the report of a longer period that they are parts of. In: the parts, in time. Out: one report, in which an
//! event that runs through several parts stands once.
//!
//! It judges nothing anew: which rows are one event was decided in the parts. Two events of different parts are one where a
//! row stands in both, or where one institution gives the same title and the same first day in both; what another part says
//! alike by chance, on another day, stays another event.

use std::collections::{BTreeMap, BTreeSet};

use super::{Error, count, order, span_answers};
use crate::finding::Finding;
use crate::flow::{Consolidated, Event, KeptCorrection, Part, ReceivedFile, RowId, Tally};
use crate::form::Form;
use crate::phrase::dates::Days;
use crate::record::{FieldKey, Period};

/// An event of a part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Told {
    part: usize,
    /// Its place in the part's report.
    at: usize,
}

/// The report of `period`, made of its parts.
///
/// # Errors
/// When an event of a part is lost on the way, or counted twice.
pub fn join(period: Period, form: &Form, parts: Vec<Part>) -> Result<Consolidated, Error> {
    let run: Vec<&Consolidated> = parts.iter().filter_map(|part| part.data.as_deref()).collect();
    let groups = groups(&run);
    let mut drafts: Vec<(Event, &Vec<Told>)> = groups.iter().map(|group| (one(&run, group), group)).collect();
    drafts.sort_by_cached_key(|(event, group)| (order::key(form, event), (*group).clone()));
    let mut numbers: BTreeMap<(usize, u32), u32> = BTreeMap::new();
    let mut events = Vec::with_capacity(drafts.len());
    for ((event, group), number) in drafts.into_iter().zip(1..) {
        numbers.extend(group.iter().map(|told| ((told.part, run[told.part].events[told.at].number), number)));
        events.push(Event { number, ..event });
    }
    let files: Vec<ReceivedFile> = run.iter().flat_map(|part| part.files.iter().cloned()).collect();
    let known: BTreeSet<_> = files.iter().map(|file| file.card.id.clone()).collect();
    let earlier = run.iter().flat_map(|part| part.earlier.iter().cloned());
    let mut earlier: BTreeMap<_, _> = earlier.map(|card| (card.arrival, card)).collect();
    earlier.retain(|_, card| !known.contains(&card.id));
    let mut decisions: Vec<_> = run.iter().flat_map(|part| part.decisions.iter().cloned()).collect();
    decisions.sort_by_key(|decision| decision.number);
    decisions.dedup_by_key(|decision| decision.number);
    Ok(Consolidated {
        period,
        tally: tally(&run, &groups, &events)?,
        counters: counters(&run),
        answers: span_answers::answers(&run),
        refused: run.iter().flat_map(|part| part.refused.iter().cloned()).collect(),
        waiting: run.iter().flat_map(|part| part.waiting.iter().cloned()).collect(),
        accepted: run.iter().flat_map(|part| part.accepted.iter().cloned()).collect(),
        corrections: corrections(&run, &numbers),
        // A question is asked, and answered, where its rows were sent.
        questions: Vec::new(),
        decisions,
        findings: findings(&run),
        earlier: earlier.into_values().collect(),
        own: Vec::new(),
        unusable: run.iter().flat_map(|part| part.unusable.iter().cloned()).collect(),
        files,
        events,
        parts,
    })
}

/// Which events of the parts are one, each group in time.
fn groups(run: &[&Consolidated]) -> Vec<Vec<Told>> {
    let all: Vec<Told> = run
        .iter()
        .enumerate()
        .flat_map(|(part, data)| (0..data.events.len()).map(move |at| Told { part, at }))
        .collect();
    let mut leader: BTreeMap<Told, Told> = all.iter().map(|told| (*told, *told)).collect();
    let mut by_row: BTreeMap<&RowId, Told> = BTreeMap::new();
    let mut by_words: BTreeMap<Entry<'_>, Vec<Told>> = BTreeMap::new();
    for told in &all {
        let event = &run[told.part].events[told.at];
        for row in &event.rows {
            let first = *by_row.entry(&row.id).or_insert(*told);
            unite(&mut leader, first, *told);
        }
        for entry in entries(event) {
            by_words.entry(entry).or_default().push(*told);
        }
    }
    for same in by_words.values().filter(|same| is_one_of_each(same)) {
        same.windows(2).for_each(|pair| unite(&mut leader, pair[0], pair[1]));
    }
    let mut groups: BTreeMap<Told, Vec<Told>> = BTreeMap::new();
    for told in all {
        groups.entry(first_of(&leader, told)).or_default().push(told);
    }
    groups.into_values().collect()
}

/// By which an institution's report of an event is known in a later part: who, what, since when.
type Entry<'a> = (&'a str, &'a str, jiff::civil::Date);

fn entries(event: &Event) -> impl Iterator<Item = Entry<'_>> {
    let title = event.understood.title.key.as_str();
    let first = event.understood.days.as_ref().map(Days::first).filter(|_| !title.is_empty());
    let codes: BTreeSet<&str> = event.rows.iter().filter_map(|row| row.institution.as_deref()).collect();
    codes.into_iter().filter_map(move |code| Some((code, title, first?)))
}

/// Two events of one part that read alike are two: which of them goes on in another part cannot be told.
fn is_one_of_each(same: &[Told]) -> bool {
    let parts: BTreeSet<usize> = same.iter().map(|told| told.part).collect();
    parts.len() == same.len()
}

fn first_of(leader: &BTreeMap<Told, Told>, told: Told) -> Told {
    let mut at = told;
    while let Some(next) = leader.get(&at).filter(|next| **next != at) {
        at = *next;
    }
    at
}

fn unite(leader: &mut BTreeMap<Told, Told>, one: Told, other: Told) {
    let (one, other) = (first_of(leader, one), first_of(leader, other));
    leader.insert(one.max(other), one.min(other));
}

/// The event as the last part has it in which somebody told of it, with the rows of all.
fn one(run: &[&Consolidated], group: &[Told]) -> Event {
    let event = |told: &Told| &run[told.part].events[told.at];
    let told_anew = group.iter().rev().find(|told| event(told).carried_from.is_none());
    let mut chosen = event(told_anew.unwrap_or(&group[0])).clone();
    for told in group {
        for row in &event(told).rows {
            if chosen.rows.iter().all(|known| known.id != row.id) {
                chosen.rows.push(row.clone());
            }
        }
    }
    chosen
}

/// The sum of the parts. A row that tells anew of an event of an earlier part is merged with it.
fn tally(run: &[&Consolidated], groups: &[Vec<Told>], events: &[Event]) -> Result<Tally, Error> {
    let sum = |of: fn(&Tally) -> u32| run.iter().map(|part| of(&part.tally)).sum::<u32>();
    let is_anew = |told: &&Told| run[told.part].events[told.at].carried_from.is_none();
    let told_anew = groups.iter().map(|group| group.iter().filter(is_anew).count());
    let told_again: usize = told_anew.map(|told| told.saturating_sub(1)).sum();
    let carried = events.iter().filter(|event| event.carried_from.is_some()).count();
    let tally = Tally {
        received: sum(|tally| tally.received),
        in_report: count(events.iter().filter(|event| event.carried_from.is_none()).count()),
        merged: sum(|tally| tally.merged) + count(told_again),
        refused: sum(|tally| tally.refused),
        waiting: sum(|tally| tally.waiting),
        carried: count(carried),
    };
    let told = tally.in_report + tally.merged + tally.refused + tally.waiting;
    if tally.adds_up() { Ok(tally) } else { Err(Error::Sum { told: told as usize, counted: tally.received as usize }) }
}

fn counters(run: &[&Consolidated]) -> BTreeMap<FieldKey, i64> {
    let mut sums: BTreeMap<FieldKey, i64> = BTreeMap::new();
    for (key, n) in run.iter().flat_map(|part| &part.counters) {
        let sum = sums.entry(key.clone()).or_default();
        *sum = sum.saturating_add(*n);
    }
    sums
}

/// Corrections with the numbers that their events have now.
fn corrections(run: &[&Consolidated], numbers: &BTreeMap<(usize, u32), u32>) -> Vec<KeptCorrection> {
    let of_part = |(part, data): (usize, &&Consolidated)| -> Vec<KeptCorrection> {
        let number = |number: u32| numbers.get(&(part, number)).copied();
        let moved =
            data.corrections.iter().map(|kept| KeptCorrection { event: kept.event.and_then(number), ..kept.clone() });
        moved.collect()
    };
    let mut all: Vec<KeptCorrection> = run.iter().enumerate().flat_map(of_part).collect();
    all.sort_by_key(|kept| kept.correction.number);
    all
}

/// What is said of no file in particular, of the register above all, is said once.
fn findings(run: &[&Consolidated]) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    let mut of_none: Vec<&Finding> = Vec::new();
    for finding in run.iter().flat_map(|part| &part.findings) {
        if finding.place.parcel.is_none() {
            if of_none.contains(&finding) {
                continue;
            }
            of_none.push(finding);
        }
        all.push(finding.clone());
    }
    all
}
