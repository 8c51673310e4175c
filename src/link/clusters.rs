//! Which rows are one event, once every pair is judged. In: pairs that are the same, pairs that are kept apart, and who said so.
//! Out: groups, and the pairs that are to be asked about after all.
//!
//! A chain joins: where A is B and B is C, all three are one event even if A and C are worded too differently to tell. But no
//! chain joins what a veto or a person keeps apart: if A and C are kept apart, one of the two joins is wrong, and no order of
//! the rows tells which. Then every join is asked about whose two rows are not kept apart from the same rows. What is left holds
//! together: a row that is kept apart from a member would be kept apart from all of them, itself included.
//!
//! A person's "same" stands even against a veto between its two rows. Persons who contradict each other are asked again.

use std::collections::{BTreeMap, BTreeSet};

/// Positions of two rows, the smaller first.
pub(super) type Pair = (usize, usize);

/// What was judged and decided.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Joined by svod.
    pub(super) same: BTreeSet<Pair>,
    /// Joined by a person.
    pub(super) decided_same: BTreeSet<Pair>,
    /// Kept apart by a person.
    pub(super) decided_different: BTreeSet<Pair>,
}

/// What follows.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Clusters {
    /// Groups of two rows or more; they are in order, and so are their members.
    pub(super) groups: Vec<Vec<usize>>,
    /// Joins that a third row contests.
    pub(super) contested: BTreeSet<Pair>,
    /// Persons' joins that persons contradict.
    pub(super) contradicted: BTreeSet<Pair>,
}

/// Draws the groups. `vetoed` says whether svod keeps two rows apart.
pub(super) fn clusters(judged: &Judged, vetoed: impl Fn(Pair) -> bool) -> Clusters {
    let mut found = Clusters::default();
    let mut decided = Sets::default();
    for (members, links) in components(&judged.decided_same, &BTreeSet::new()) {
        if pairs_of(&members).any(|pair| judged.decided_different.contains(&pair)) {
            found.contradicted.extend(links);
        } else {
            decided.unite(&members);
        }
    }
    let upheld: BTreeSet<Pair> = judged.decided_same.difference(&found.contradicted).copied().collect();
    for (members, links) in components(&judged.same, &upheld) {
        let apart = |pair: &Pair| {
            judged.decided_different.contains(pair) || (!judged.decided_same.contains(pair) && vetoed(*pair))
        };
        let enemies = enemies(&members, &decided, apart);
        let (kept, contested): (Vec<Pair>, Vec<Pair>) = links.into_iter().partition(|(left, right)| {
            let (left, right) = (decided.of(*left), decided.of(*right));
            left == right || enemies.get(&left) == enemies.get(&right)
        });
        found.contested.extend(contested.iter().filter(|pair| !upheld.contains(*pair)));
        let kept: BTreeSet<Pair> = kept.into_iter().collect();
        found.groups.extend(components(&kept, &BTreeSet::new()).into_iter().map(|(members, _)| members));
    }
    found.groups.sort();
    found
}

/// From whom each row, or each group of a person, is kept apart.
fn enemies(members: &[usize], decided: &Sets, apart: impl Fn(&Pair) -> bool) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut enemies: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for pair in pairs_of(members) {
        let (left, right) = (decided.of(pair.0), decided.of(pair.1));
        if left != right && apart(&pair) {
            enemies.entry(left).or_default().insert(right);
            enemies.entry(right).or_default().insert(left);
        }
    }
    enemies
}

fn pairs_of(members: &[usize]) -> impl Iterator<Item = Pair> {
    members.iter().enumerate().flat_map(|(at, left)| members[at + 1..].iter().map(|right| (*left, *right)))
}

/// Rows that are one by persons' decisions: each with the first of them.
#[derive(Debug, Default)]
struct Sets(BTreeMap<usize, usize>);

impl Sets {
    fn unite(&mut self, members: &[usize]) {
        if let Some(first) = members.first() {
            self.0.extend(members.iter().map(|member| (*member, *first)));
        }
    }

    fn of(&self, row: usize) -> usize {
        self.0.get(&row).copied().unwrap_or(row)
    }
}

/// Rows that hang together by these links, in order, with the links.
fn components(links: &BTreeSet<Pair>, more: &BTreeSet<Pair>) -> Vec<(Vec<usize>, Vec<Pair>)> {
    let mut neighbours: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (left, right) in links.union(more) {
        neighbours.entry(*left).or_default().push(*right);
        neighbours.entry(*right).or_default().push(*left);
    }
    let mut number: BTreeMap<usize, usize> = BTreeMap::new();
    let mut found: Vec<(Vec<usize>, Vec<Pair>)> = Vec::new();
    for start in neighbours.keys() {
        if number.contains_key(start) {
            continue;
        }
        let mut members = Vec::new();
        let mut waiting = vec![*start];
        while let Some(row) = waiting.pop() {
            if number.insert(row, found.len()).is_none() {
                members.push(row);
                waiting.extend(neighbours.get(&row).into_iter().flatten());
            }
        }
        members.sort_unstable();
        found.push((members, Vec::new()));
    }
    for pair in links.union(more) {
        if let Some(links) = number.get(&pair.0).and_then(|at| found.get_mut(*at)) {
            links.1.push(*pair);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(pairs: &[Pair]) -> BTreeSet<Pair> {
        pairs.iter().copied().collect()
    }

    fn drawn(same: &[Pair], decided_same: &[Pair], decided_different: &[Pair], vetoes: &[Pair]) -> Clusters {
        let judged =
            Judged { same: set(same), decided_same: set(decided_same), decided_different: set(decided_different) };
        clusters(&judged, |pair| vetoes.contains(&pair))
    }

    #[test]
    fn a_chain_without_a_veto_is_one_event() {
        assert_eq!(drawn(&[(0, 1), (1, 2)], &[], &[], &[]).groups, vec![vec![0, 1, 2]]);
    }

    #[test]
    fn a_veto_across_a_chain_makes_questions_of_its_links() {
        let found = drawn(&[(0, 1), (1, 2)], &[], &[], &[(0, 2)]);
        assert!(found.groups.is_empty());
        assert_eq!(found.contested, set(&[(0, 1), (1, 2)]));
    }

    #[test]
    fn twins_on_either_side_of_a_veto_stay_together() {
        let found = drawn(&[(0, 1), (1, 2), (2, 3)], &[], &[], &[(0, 2), (0, 3), (1, 2), (1, 3)]);
        assert_eq!(found.groups, vec![vec![0, 1], vec![2, 3]]);
        assert_eq!(found.contested, set(&[(1, 2)]));
    }

    #[test]
    fn a_person_joins_against_a_veto() {
        assert_eq!(drawn(&[], &[(0, 1)], &[], &[(0, 1)]).groups, vec![vec![0, 1]]);
        assert_eq!(drawn(&[], &[(0, 1), (1, 2)], &[], &[(0, 2)]).groups, vec![vec![0, 1, 2]]);
    }

    #[test]
    fn a_person_keeps_apart_what_a_chain_would_join() {
        let found = drawn(&[(0, 1), (1, 2)], &[], &[(0, 2)], &[]);
        assert!(found.groups.is_empty());
    }

    #[test]
    fn what_a_person_joined_stays_joined_and_the_third_is_asked_about() {
        let found = drawn(&[(1, 2)], &[(0, 1)], &[], &[(0, 2)]);
        assert_eq!(found.groups, vec![vec![0, 1]]);
        assert_eq!(found.contested, set(&[(1, 2)]));
    }

    #[test]
    fn persons_who_contradict_each_other_are_asked_again() {
        let found = drawn(&[], &[(0, 1), (1, 2)], &[(0, 2)], &[]);
        assert!(found.groups.is_empty());
        assert_eq!(found.contradicted, set(&[(0, 1), (1, 2)]));
    }

    #[test]
    fn a_join_inside_contradicted_decisions_does_not_stand_either() {
        let found = drawn(&[(0, 1)], &[(0, 1), (1, 2)], &[(0, 2)], &[]);
        assert_eq!(found.contradicted, set(&[(0, 1), (1, 2)]));
    }
}
