//! What each institution answered: its state, its versions, what became of its rows, and the counters of its title sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::intake::{File, Part};
use super::notes::Notes;
use super::sum::Sum;
use super::{Desk, count};
use crate::finding::{Finding, Severity};
use crate::flow::{Answer, FileState, State, Tally, Version};
use crate::form::{Form, Role};
use crate::record::{FieldKey, Value};
use crate::register::Institution;
use crate::words::Language;

/// One answer for each institution that is asked, in the register's order, then for those that answered unasked.
pub(super) fn answers(desk: Desk<'_>, sum: &Sum, notes: &Notes) -> Vec<Answer> {
    let asked: Vec<&Institution> = desk.register.active_in(desk.period).collect();
    let codes: BTreeSet<&Arc<str>> = asked.iter().map(|institution| &institution.code).collect();
    let heard: BTreeSet<&Arc<str>> =
        desk.intake.files().filter_map(|(_, file)| file.checked.known.institution.as_ref()).collect();
    let mut unasked: Vec<Institution> =
        heard.into_iter().filter(|code| !codes.contains(code)).map(|code| institution(desk, code)).collect();
    unasked.sort_by_key(|institution| desk.register.rank(&institution.code));
    let tallies = tallies(desk, sum);
    asked.into_iter().cloned().chain(unasked).map(|institution| answer(desk, institution, &tallies, notes)).collect()
}

/// Sums of the title sheet's counters; one that nobody gave is zero.
pub(super) fn sums(form: &Form, answers: &[Answer]) -> BTreeMap<FieldKey, i64> {
    let sum = |key: &FieldKey| -> i64 {
        answers.iter().filter_map(|answer| answer.counters.get(key)).fold(0, |sum, n| sum.saturating_add(*n))
    };
    counters(form).map(|key| (key.clone(), sum(key))).collect()
}

fn counters(form: &Form) -> impl Iterator<Item = &FieldKey> {
    form.header.iter().filter(|field| field.role == Some(Role::Counter)).map(|field| &field.key)
}

/// An institution that the register holds; one that it does not is known by its code alone.
fn institution(desk: Desk<'_>, code: &Arc<str>) -> Institution {
    desk.register.by_code(code).cloned().unwrap_or_else(|| Institution {
        code: Arc::clone(code),
        name: code.to_string(),
        short_name: String::new(),
        email: String::new(),
        contact: String::new(),
        language: Language::default(),
        since: None,
        until: None,
    })
}

fn answer(desk: Desk<'_>, institution: Institution, tallies: &BTreeMap<Arc<str>, Tally>, notes: &Notes) -> Answer {
    let files: Vec<(usize, &File)> = desk
        .intake
        .files()
        .filter(|(_, file)| file.checked.known.institution.as_ref() == Some(&institution.code))
        .collect();
    let current = files.iter().find(|(_, file)| file.part.counts());
    let held = files.iter().filter(|(_, file)| matches!(file.part, Part::Received(FileState::Held(_))));
    let findings: Vec<&Finding> = current
        .or(files.last())
        .into_iter()
        .flat_map(|(at, file)| file.checked.all_findings().chain(notes.of_file(*at)))
        .chain(held.flat_map(|(_, file)| &file.checked.findings))
        .collect();
    let of = |severity: Severity| count(findings.iter().filter(|finding| finding.severity == severity).count());
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let rows = tallies.get(&institution.code).copied().unwrap_or_default();
    let state = match current {
        None if files.is_empty() => State::Silent,
        None => State::Unusable,
        Some(_) if errors > 0 || rows.refused > 0 || rows.waiting > 0 => State::WithErrors,
        Some((_, file)) if file.checked.nil => State::Nil,
        Some(_) if warnings > 0 => State::WithWarnings,
        Some(_) => State::InOrder,
    };
    Answer {
        state,
        received: current.map(|(_, file)| file.checked.parcel.received.date()),
        versions: files.iter().filter_map(|(_, file)| version(file)).collect(),
        rows,
        errors,
        warnings,
        counters: current.map(|(_, file)| given(desk.form, file)).unwrap_or_default(),
        institution,
    }
}

fn version(file: &File) -> Option<Version> {
    let Part::Received(state) = &file.part else { return None };
    Some(Version {
        parcel: Arc::clone(&file.checked.parcel),
        state: state.clone(),
        rows: count(file.checked.rows.len()),
    })
}

/// The counters that the title sheet gives.
fn given(form: &Form, file: &File) -> BTreeMap<FieldKey, i64> {
    let value = |key: &FieldKey| match &file.checked.header.get(key)?.value {
        Value::Integer(n) => Some((key.clone(), *n)),
        _ => None,
    };
    counters(form).filter_map(value).collect()
}

/// What became of each institution's rows. An event counts for its lead; the others' rows were merged into it.
fn tallies(desk: Desk<'_>, sum: &Sum) -> BTreeMap<Arc<str>, Tally> {
    let mut tallies: BTreeMap<Arc<str>, Tally> = BTreeMap::new();
    for (at, place) in sum.places() {
        if let Some(code) = desk.intake.institution(at) {
            place.add_to(tallies.entry(Arc::clone(code)).or_default());
        }
    }
    tallies
}
