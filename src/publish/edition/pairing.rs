//! Which event of an earlier edition is which of a later one.
//!
//! In: the events of both. Out: pairs, and what has no counterpart. It tries the surest sign first: the very row, then title
//! and day, then the title, then day, institution and cell, then day and institution. An event is paired once, and only where a sign names one event alone.

use std::collections::BTreeMap;

use super::{EditionEvent, Marks};
use crate::record::ParcelId;

/// The places of an event in the earlier and the later edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pair {
    Added(usize),
    Removed(usize),
    Kept(usize, usize),
}

type Sign = fn(&Marks) -> Vec<String>;

/// Signs by which an event is known again, the surest first.
const SIGNS: [Sign; 5] = [
    |marks| marks.rows.iter().map(|row| short(row)).collect(),
    |marks| marks.first_day.map(|day| format!("{day} {}", marks.title)).into_iter().collect(),
    |marks| Some(marks.title.clone()).filter(|title| !title.is_empty()).into_iter().collect(),
    // The same cell of a newer file of the same institution, on the same day.
    |marks| {
        let cells = marks.rows.iter().filter_map(|row| row.split_once(' ')).map(|(_, cell)| cell);
        let day = marks.first_day;
        let of_day = |cell: &str| Some(format!("{} {cell} {}", day?, marks.institutions.join(" ")));
        cells.filter_map(of_day).collect()
    },
    |marks| {
        let day = marks.first_day.iter();
        day.flat_map(|day| marks.institutions.iter().map(move |code| format!("{day} {code}"))).collect()
    },
];

/// The place of a row with the first digits of its file's id: an older edition has no others.
fn short(row: &str) -> String {
    let (file, cell) = row.split_once(' ').unwrap_or((row, ""));
    format!("{} {cell}", ParcelId(file.into()).head())
}

/// The events of both editions, in the order of the later; what was removed stands last.
pub(super) fn pairs(before: &[EditionEvent], after: &[EditionEvent]) -> Vec<Pair> {
    let mut was: Vec<Option<usize>> = vec![None; after.len()];
    let mut taken = vec![false; before.len()];
    for sign in SIGNS {
        let old = by_sign(before, sign, |at| taken[at]);
        let new = by_sign(after, sign, |at| was[at].is_some());
        for (word, at) in new {
            let (Some(at), Some(Some(from))) = (at, old.get(&word)) else { continue };
            if was[at].is_none() && !taken[*from] {
                was[at] = Some(*from);
                taken[*from] = true;
            }
        }
    }
    let kept = was.iter().enumerate().map(|(at, from)| from.map_or(Pair::Added(at), |from| Pair::Kept(from, at)));
    let removed = taken.iter().enumerate().filter(|(_, taken)| !**taken).map(|(at, _)| Pair::Removed(at));
    kept.chain(removed).collect()
}

/// The one event that has a sign; `None` where several have it.
fn by_sign(events: &[EditionEvent], sign: Sign, done: impl Fn(usize) -> bool) -> BTreeMap<String, Option<usize>> {
    let mut found: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (at, event) in events.iter().enumerate().filter(|(at, _)| !done(*at)) {
        for word in sign(&event.marks) {
            found.entry(word).and_modify(|one| *one = None).or_insert(Some(at));
        }
    }
    found
}
