//! What each institution answered in the parts of a longer period, taken together.
//!
//! In: the parts. Out: one answer for each institution, in the register's order: all its files, the sum of its rows, and the
//! state that a person must know of first.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::flow::{Answer, Consolidated, State, Tally};

pub(super) fn answers(run: &[&Consolidated]) -> Vec<Answer> {
    // The register as the last part knows it; those that were asked only before come after.
    let mut order: Vec<&Arc<str>> = Vec::new();
    let mut by_code: BTreeMap<&Arc<str>, Vec<&Answer>> = BTreeMap::new();
    for answer in run.iter().rev().flat_map(|part| &part.answers) {
        let code = &answer.institution.code;
        let given = by_code.entry(code).or_default();
        if given.is_empty() {
            order.push(code);
        }
        given.insert(0, answer);
    }
    order.into_iter().filter_map(|code| together(by_code.get(code)?)).collect()
}

/// The answers of one institution, in time.
fn together(given: &[&Answer]) -> Option<Answer> {
    let (last, before) = given.split_last()?;
    let mut answer = (*last).clone();
    let mut versions = Vec::new();
    for other in before {
        versions.extend(other.versions.iter().cloned());
        answer.state = graver(answer.state, other.state);
        answer.received = answer.received.max(other.received);
        answer.rows = sum(answer.rows, other.rows);
        answer.errors += other.errors;
        answer.warnings += other.warnings;
        for (key, n) in &other.counters {
            let sum = answer.counters.entry(key.clone()).or_default();
            *sum = sum.saturating_add(*n);
        }
    }
    versions.append(&mut answer.versions);
    answer.versions = versions;
    Some(answer)
}

fn sum(one: Tally, other: Tally) -> Tally {
    Tally {
        received: one.received + other.received,
        in_report: one.in_report + other.in_report,
        merged: one.merged + other.merged,
        refused: one.refused + other.refused,
        waiting: one.waiting + other.waiting,
        carried: one.carried + other.carried,
    }
}

/// Of two states the one that a person must know of. Silent is who never answered.
fn graver(one: State, other: State) -> State {
    let weight = |state: State| match state {
        State::Silent => 0,
        State::Nil => 1,
        State::InOrder => 2,
        State::WithWarnings => 3,
        State::WithErrors => 4,
        State::Unusable => 5,
    };
    if weight(one) >= weight(other) { one } else { other }
}
