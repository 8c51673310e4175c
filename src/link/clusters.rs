//! Which rows are one event, once every pair is judged.
//!
//! A chain is no proof: if one row is the same as two others that are not the same as each other, one of the two joins is
//! wrong, and no order of the rows tells which. So rows are put together only where all of them are judged the same as each
//! other and as nothing else; a pair that is the same but contested by a third row becomes a question. That makes the result
//! independent of any order, and no veto can be walked around.

use std::collections::{BTreeMap, BTreeSet};

/// Splits pairs that are judged the same, given by positions with the smaller first, into groups that hold together and
/// pairs that are contested. Groups are in order, and so are their members.
pub(super) fn clusters(same: &BTreeSet<(usize, usize)>) -> (Vec<Vec<usize>>, BTreeSet<(usize, usize)>) {
    let mut neighbours: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (left, right) in same {
        neighbours.entry(*left).or_default().extend([*left, *right]);
        neighbours.entry(*right).or_default().extend([*left, *right]);
    }
    let mut twins: BTreeMap<&BTreeSet<usize>, Vec<usize>> = BTreeMap::new();
    for (row, around) in &neighbours {
        twins.entry(around).or_default().push(*row);
    }
    let mut groups: Vec<Vec<usize>> = twins.into_values().filter(|group| group.len() > 1).collect();
    groups.sort();
    let contested =
        same.iter().filter(|(left, right)| neighbours.get(left) != neighbours.get(right)).copied().collect();
    (groups, contested)
}
