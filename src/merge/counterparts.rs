//! Which row of a newer file is which row of the one that it replaced. In: the rows of both, from top to bottom. Out: for
//! each old row its counterpart, each new row at most once.
//!
//! Rows are told by what they say, never by where they stand: what says the same goes first, then what has the same title
//! and days, then the same title, then what has more in common than not.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::flow::CheckedRow;

/// For each of the `old` rows the place of its counterpart among the `new` ones.
pub(super) fn counterparts(old: &[CheckedRow], new: &[CheckedRow]) -> Vec<Option<usize>> {
    let mut pairing = Pairing { found: vec![None; old.len()], taken: BTreeSet::new() };
    pairing.alike(old, new, |row| Some(row.print()));
    pairing.alike(old, new, |row| {
        let days = row.row.understood.days.as_ref()?;
        Some(format!("{} {days:?}", title(row)?))
    });
    pairing.alike(old, new, |row| title(row).map(str::to_owned));
    pairing.by_likeness(old, new);
    pairing.found
}

fn title(row: &CheckedRow) -> Option<&str> {
    Some(row.row.understood.title.key.as_str()).filter(|key| !key.is_empty())
}

struct Pairing {
    found: Vec<Option<usize>>,
    /// New rows that have their old one.
    taken: BTreeSet<usize>,
}

impl Pairing {
    /// Pairs what is still free and of which `key` says the same, in order.
    fn alike(&mut self, old: &[CheckedRow], new: &[CheckedRow], key: impl Fn(&CheckedRow) -> Option<String>) {
        let mut waiting: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (at, row) in new.iter().enumerate().filter(|(at, _)| !self.taken.contains(at)) {
            if let Some(key) = key(row) {
                waiting.entry(key).or_default().push_back(at);
            }
        }
        for (row, found) in old.iter().zip(&mut self.found).filter(|(_, found)| found.is_none()) {
            let counterpart = key(row).and_then(|key| waiting.get_mut(&key)?.pop_front());
            self.taken.extend(counterpart);
            *found = counterpart;
        }
    }

    /// Pairs what is left and has more than half of its cells in common, the likest first.
    fn by_likeness(&mut self, old: &[CheckedRow], new: &[CheckedRow]) {
        let left: Vec<(usize, BTreeMap<_, _>)> = old
            .iter()
            .enumerate()
            .filter(|(at, _)| self.found.get(*at) == Some(&None))
            .map(|(at, row)| (at, row.as_received()))
            .collect();
        let free: Vec<(usize, BTreeMap<_, _>)> = new
            .iter()
            .enumerate()
            .filter(|(at, _)| !self.taken.contains(at))
            .map(|(at, row)| (at, row.as_received()))
            .collect();
        let mut pairs: Vec<(Reverse<usize>, usize, usize)> = Vec::new();
        for (at, mine) in &left {
            for (other, theirs) in &free {
                let same = mine.iter().filter(|(key, said)| theirs.get(*key) == Some(*said)).count();
                if same * 2 > mine.len().max(theirs.len()) {
                    pairs.push((Reverse(same), *at, *other));
                }
            }
        }
        pairs.sort_unstable();
        for (_, at, other) in pairs {
            if let Some(found @ None) = self.found.get_mut(at)
                && self.taken.insert(other)
            {
                *found = Some(other);
            }
        }
    }
}
