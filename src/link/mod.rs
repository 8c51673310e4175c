//! Which rows tell of one event. In: the accepted rows of the files that count. Out: [`Links`]: pairs that are the same, pairs
//! that a person must look at, and the groups that follow.
//!
//! Blocking ([`candidates`]) picks the pairs worth comparing, a judge compares each of them, and groups are drawn only where
//! every member agrees with every other. The rules go by the roles of a form's fields: what a form does not ask for is not
//! compared. It knows nothing of files, of what becomes of joined rows, and of people's decisions.

mod candidates;
mod clusters;
mod days;
mod judge;
mod reasons;
mod veto;

use std::collections::{BTreeMap, BTreeSet};

pub use judge::Comparison;
use judge::Judge;

use crate::flow::{Judgement, Link, Links, Row, RowId, Verdict, Verdicts};
use crate::form::Form;
use crate::register::Register;
use crate::words::Said;

/// Links the accepted rows of the files that count. Their order does not matter; what a person decided stands.
#[must_use]
pub fn link(rows: &[&Row], form: &Form, register: &Register, verdicts: &Verdicts) -> Links {
    let rows = in_order(rows, register);
    let judge = Judge::new(form);
    let mut judged: BTreeMap<(usize, usize), (Judgement, Comparison)> = BTreeMap::new();
    for (left, right) in candidates::candidates(&rows) {
        let comparison = judge.compare(rows[left], rows[right]);
        if let Some(judgement) = comparison.judgement {
            judged.insert((left, right), (judgement, comparison));
        }
    }
    settle(&mut judged, &rows, &judge, verdicts);
    let same: BTreeSet<(usize, usize)> =
        judged.iter().filter(|(_, (judgement, _))| *judgement == Judgement::Same).map(|(pair, _)| *pair).collect();
    let (groups, contested) = clusters::clusters(&same);
    for pair in contested {
        if let Some((judgement, comparison)) = judged.get_mut(&pair) {
            *judgement = Judgement::Ask;
            comparison.reasons.push(Said::plain("link-contested"));
        }
    }
    let id = |at: usize| -> RowId { rows[at].id.clone() };
    Links {
        links: judged
            .into_iter()
            .map(|((left, right), (judgement, comparison))| Link {
                left: id(left),
                right: id(right),
                judgement,
                score: comparison.score,
                reasons: comparison.reasons,
            })
            .collect(),
        clusters: groups.into_iter().map(|group| group.into_iter().map(id).collect()).collect(),
    }
}

/// Puts people's decisions in the place of judgements; rows that are not in this run are passed over.
fn settle(
    judged: &mut BTreeMap<(usize, usize), (Judgement, Comparison)>,
    rows: &[&Row],
    judge: &Judge<'_>,
    verdicts: &Verdicts,
) {
    let position: BTreeMap<&RowId, usize> = rows.iter().zip(0..).map(|(row, at)| (&row.id, at)).collect();
    for (one, other, verdict) in verdicts.iter() {
        let (Some(one), Some(other)) = (position.get(one), position.get(other)) else { continue };
        let pair = (*one.min(other), *one.max(other));
        match verdict {
            Verdict::Same => {
                let comparison = judge.compare(rows[pair.0], rows[pair.1]);
                judged.insert(pair, (Judgement::Same, comparison));
            }
            Verdict::Different => drop(judged.remove(&pair)),
        }
    }
}

/// Compares two rows and says why they are, may be or cannot be one event.
#[must_use]
pub fn compare(left: &Row, right: &Row, form: &Form) -> Comparison {
    Judge::new(form).compare(left, right)
}

/// Rows of the higher institution first, those of one file by their cells.
fn in_order<'a>(rows: &[&'a Row], register: &Register) -> Vec<&'a Row> {
    let mut rows = rows.to_vec();
    rows.sort_by_cached_key(|row| {
        let code = row.institution.as_deref().unwrap_or_default();
        (register.rank(code), code.to_owned(), row.id.clone())
    });
    rows
}

#[cfg(test)]
mod tests;
