//! Rows that fit two rows of one institution alike. In: judged pairs. Out: the same, with questions where it is not clear which of
//! the two is meant.
//!
//! An institution reports an event once. Where a row with a title of its own resembles two rows of another institution, at most
//! one of them is the same event.

use std::collections::{BTreeMap, BTreeSet};

use super::clusters::Pair;
use super::features::Features;
use super::judge::Finding;
use crate::flow::Judgement;
use crate::words::Said;

/// By so much the odds must be better than those of the next best.
const CLEAR: f64 = 3.0;

pub(super) fn doubt(found: &mut BTreeMap<Pair, Finding>, features: &Features) {
    let mut by_row: BTreeMap<(usize, u32), Vec<(Pair, f64)>> = BTreeMap::new();
    for (pair, finding) in found.iter() {
        let strength = if finding.equal { f64::INFINITY } else { odds(finding.score) };
        for (row, other) in [(pair.0, pair.1), (pair.1, pair.0)] {
            by_row.entry((row, features.rows[other].institution)).or_default().push((*pair, strength));
        }
    }
    let mut doubtful: BTreeSet<Pair> = BTreeSet::new();
    for rivals in by_row.values().filter(|rivals| rivals.len() > 1) {
        for (pair, strength) in rivals {
            let next = rivals.iter().filter(|(other, _)| other != pair).map(|(_, strength)| *strength);
            if next.fold(f64::NEG_INFINITY, f64::max) + CLEAR > *strength {
                doubtful.insert(*pair);
            }
        }
    }
    for pair in doubtful {
        if let Some(finding) = found.get_mut(&pair)
            && finding.judgement == Some(Judgement::Same)
            && !finding.equal
        {
            finding.judgement = Some(Judgement::Ask);
            finding.reasons.push(Said::plain("link-rival"));
        }
    }
}

fn odds(score: f64) -> f64 {
    (score / (1.0 - score).max(1e-9)).ln() * 2.0
}
