//! Which rows tell of one event. In: the accepted rows of the files that count. Out: [`Links`]: pairs that are the same, pairs
//! that a person must look at, and the groups that follow.
//!
//! Rows are made compact ([`features`]); those that have a clue in common meet ([`candidates`]); a judge hears what
//! [`witness`]es say of each pair and whether a [`mod@veto`] holds; groups are drawn so that no chain joins what is kept apart
//! ([`mod@clusters`]). The rules go by the roles of a form's fields and by its policy: what a form does not ask for is not
//! compared. It knows nothing of files and of what becomes of joined rows. How good it is: `docs/linking.md`.

mod candidates;
mod clusters;
mod days;
mod features;
mod house;
mod judge;
mod opposites;
mod pair;
mod points;
mod reasons;
mod rivals;
mod run;
mod veto;
mod witness;
mod wording;

use std::collections::{BTreeMap, HashMap};

use rayon::prelude::*;

use candidates::Meetings;
use clusters::{Judged, Pair};
use features::Features;
pub use judge::Comparison;
use judge::{Finding, Judge};

use crate::flow::{Judgement, Link, Links, Row, RowId, Verdict, Verdicts};
use crate::form::Form;
use crate::register::Register;
use crate::words::Said;

/// Links the accepted rows of the files that count. Their order does not matter; what a person decided stands.
#[must_use]
pub fn link(rows: &[&Row], form: &Form, register: &Register, verdicts: &Verdicts) -> Links {
    let rows = in_order(rows, register);
    let features = Features::of(&rows, form);
    let judge = Judge::new(&rows, &features, form, register);
    let mut found = judged(&judge, &Meetings::of(&features, form.links.near_days), rows.len());
    rivals::doubt(&mut found, &features);
    let mut decided = Judged::default();
    settle(&mut found, &mut decided, &rows, &judge, verdicts);
    let same = found.iter().filter(|(_, finding)| finding.judgement == Some(Judgement::Same));
    decided.same = same.map(|(pair, _)| *pair).filter(|pair| !decided.decided_same.contains(pair)).collect();
    let clusters = clusters::clusters(&decided, |(left, right)| judge.keeps_apart(left, right));
    for (pairs, why) in [(clusters.contested, "link-contested"), (clusters.contradicted, "link-contradicted")] {
        for pair in pairs {
            if let Some(finding) = found.get_mut(&pair) {
                finding.judgement = Some(Judgement::Ask);
                finding.reasons.push(Said::plain(why));
            }
        }
    }
    let id = |at: usize| -> RowId { rows[at].id.clone() };
    let links = found.into_iter().filter_map(|((left, right), finding)| {
        let Finding { judgement, score, reasons, .. } = finding;
        Some(Link { left: id(left), right: id(right), judgement: judgement?, score, reasons })
    });
    Links {
        links: links.collect(),
        clusters: clusters.groups.into_iter().map(|group| group.into_iter().map(id).collect()).collect(),
    }
}

/// Judges every pair that meets; those that are plainly different are left out.
fn judged(judge: &Judge<'_>, meetings: &Meetings<'_>, rows: usize) -> BTreeMap<Pair, Finding> {
    let of_row = |row: usize| -> Vec<(Pair, Finding)> {
        let others = meetings.with(row).into_iter().filter_map(|other| usize::try_from(other).ok());
        let pairs = others.map(|other| (row.min(other), row.max(other)));
        let findings = pairs.map(|pair| (pair, judge.judge(pair.0, pair.1)));
        findings.filter(|(_, finding)| finding.judgement.is_some()).collect()
    };
    let all: Vec<Vec<(Pair, Finding)>> = (0..rows).into_par_iter().map(of_row).collect();
    all.into_iter().flatten().collect()
}

/// Puts people's decisions in the place of judgements; rows that are not in this run are passed over.
fn settle(
    found: &mut BTreeMap<Pair, Finding>,
    decided: &mut Judged,
    rows: &[&Row],
    judge: &Judge<'_>,
    verdicts: &Verdicts,
) {
    let position: BTreeMap<&RowId, usize> = match verdicts.iter().next() {
        Some(_) => rows.iter().zip(0..).map(|(row, at)| (&row.id, at)).collect(),
        None => BTreeMap::new(),
    };
    for (one, other, verdict) in verdicts.iter() {
        let (Some(one), Some(other)) = (position.get(one), position.get(other)) else { continue };
        let pair = (*one.min(other), *one.max(other));
        match verdict {
            Verdict::Same => {
                decided.decided_same.insert(pair);
                let finding = judge.explain(pair.0, pair.1);
                found.insert(pair, Finding { judgement: Some(Judgement::Same), ..finding });
            }
            Verdict::Different => {
                decided.decided_different.insert(pair);
                found.remove(&pair);
            }
        }
    }
}

/// Compares two rows as if there were no others, and says why they are, may be or cannot be one event.
#[must_use]
pub fn compare(left: &Row, right: &Row, form: &Form) -> Comparison {
    let rows = [left, right];
    let features = Features::of(&rows, form);
    let finding = Judge::new(&rows, &features, form, &Register::default()).explain(0, 1);
    Comparison { judgement: finding.judgement, score: finding.score, reasons: finding.reasons }
}

/// The pairs of rows that are compared at all; for measuring what is left out.
#[must_use]
pub fn compared<'a>(rows: &[&'a Row], form: &Form, register: &Register) -> Vec<(&'a RowId, &'a RowId)> {
    let rows = in_order(rows, register);
    let features = Features::of(&rows, form);
    let meetings = Meetings::of(&features, form.links.near_days);
    let of_row = |row: usize| {
        let others = meetings.with(row).into_iter().filter_map(|other| usize::try_from(other).ok());
        others.map(|other| (&rows[row].id, &rows[other].id)).collect::<Vec<_>>()
    };
    (0..rows.len()).into_par_iter().flat_map_iter(of_row).collect()
}

/// Rows of the higher institution first, those of one file by their cells.
fn in_order<'a>(rows: &[&'a Row], register: &Register) -> Vec<&'a Row> {
    let ranks: HashMap<&str, usize> =
        register.institutions.iter().enumerate().rev().map(|(rank, one)| (&*one.code, rank)).collect();
    let rank = |row: &Row| {
        let code = row.institution.as_deref().unwrap_or_default();
        ranks.get(code).copied().unwrap_or(register.institutions.len())
    };
    let mut ranked: Vec<(usize, &Row)> = rows.iter().map(|row| (rank(row), *row)).collect();
    ranked.par_sort_by(|(mine, one), (theirs, other)| {
        mine.cmp(theirs).then_with(|| one.institution.cmp(&other.institution)).then_with(|| one.id.cmp(&other.id))
    });
    ranked.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests;
