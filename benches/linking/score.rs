//! How good links are: pairwise precision, recall, F1, questions. In: links and the truth. Out: figures.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use svod::flow::{Judgement, Links, Row, RowId};

use super::synthetic::{Sibling, Told, Variation};

/// Pairs of rows, of one kind of variation.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Found {
    pub(crate) true_pairs: usize,
    pub(crate) joined: usize,
    /// Not joined, but a question leads to it.
    pub(crate) asked: usize,
}

/// The figures of a run.
#[derive(Debug, Default)]
pub(crate) struct Score {
    pub(crate) rows: usize,
    pub(crate) pairs: Found,
    pub(crate) wrongly_joined: usize,
    pub(crate) questions: usize,
    pub(crate) idle: usize,
    /// By how the two differ: the larger difference from the first report of the event.
    pub(crate) by_variation: BTreeMap<Variation, Found>,
    /// Wrong joins and idle questions about siblings, by what the siblings are; none: no siblings at all.
    pub(crate) by_sibling: BTreeMap<Option<Sibling>, (usize, usize)>,
    /// Some pairs that went wrong, by number of their telling.
    pub(crate) wrong: Vec<(usize, usize)>,
    pub(crate) idly_asked: Vec<(usize, usize)>,
    pub(crate) missed: Vec<(usize, usize)>,
    pub(crate) only_asked: Vec<(usize, usize)>,
}

impl Score {
    pub(crate) fn of(links: &Links, rows: &[(usize, Row)], told: &[Told]) -> Self {
        let position: HashMap<&RowId, usize> = rows.iter().map(|(at, row)| (&row.id, *at)).collect();
        let at = |id: &RowId| position[id];
        let mut group: HashMap<usize, usize> = HashMap::new();
        for (number, cluster) in links.clusters.iter().enumerate() {
            group.extend(cluster.iter().map(|id| (at(id), told.len() + number)));
        }
        let group_of = |row: usize| group.get(&row).copied().unwrap_or(row);
        let mut score = Self { rows: rows.len(), ..Self::default() };
        let mut asked: BTreeSet<(usize, usize)> = BTreeSet::new();
        for link in links.links.iter().filter(|link| link.judgement == Judgement::Ask) {
            let (left, right) = (at(&link.left), at(&link.right));
            let (one, other) = (group_of(left), group_of(right));
            if !asked.insert((one.min(other), one.max(other))) {
                continue;
            }
            score.questions += 1;
            if told[left].event != told[right].event {
                score.idle += 1;
                score.by_sibling.entry(siblings(told, left, right)).or_default().1 += 1;
                score.idly_asked.push((left, right));
            }
        }
        score.joins(links, told, &at);
        let asked = |one: usize, other: usize| {
            let (one, other) = (group_of(one), group_of(other));
            asked.contains(&(one.min(other), one.max(other)))
        };
        let mut events: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (at, _) in rows {
            events.entry(told[*at].event).or_default().push(*at);
        }
        for reports in events.values() {
            for (n, left) in reports.iter().enumerate() {
                for right in &reports[n + 1..] {
                    let joined = group_of(*left) == group_of(*right);
                    let through = || {
                        reports.iter().any(|third| leads(group_of(*left), group_of(*right), group_of(*third), &asked))
                    };
                    score.count((*left, *right), told, joined, || asked(*left, *right) || through());
                }
            }
        }
        score
    }

    fn joins(&mut self, links: &Links, told: &[Told], at: &dyn Fn(&RowId) -> usize) {
        for cluster in &links.clusters {
            let members: Vec<usize> = cluster.iter().map(at).collect();
            for (n, left) in members.iter().enumerate() {
                for right in members[n + 1..].iter().filter(|right| told[**right].event != told[*left].event) {
                    self.wrongly_joined += 1;
                    self.by_sibling.entry(siblings(told, *left, *right)).or_default().0 += 1;
                    self.wrong.push((*left, *right));
                }
            }
        }
    }

    fn count(&mut self, (left, right): (usize, usize), told: &[Told], joined: bool, asked: impl Fn() -> bool) {
        let variation = told[left].variation.max(told[right].variation);
        let asked = !joined && asked();
        match (joined, asked) {
            (true, _) => {}
            (false, true) => self.only_asked.push((left, right)),
            (false, false) => self.missed.push((left, right)),
        }
        for found in [&mut self.pairs, self.by_variation.entry(variation).or_default()] {
            found.true_pairs += 1;
            found.joined += usize::from(joined);
            found.asked += usize::from(asked);
        }
    }

    pub(crate) fn precision(&self) -> f64 {
        share(self.pairs.joined, self.pairs.joined + self.wrongly_joined)
    }

    /// Precision of what is joined and asked about together.
    pub(crate) fn precision_with_questions(&self) -> f64 {
        let right = self.pairs.joined + self.pairs.asked;
        share(right, right + self.wrongly_joined + self.idle)
    }

    pub(crate) fn per_hundred(&self, n: usize) -> f64 {
        100.0 * share(n, self.rows)
    }
}

impl Found {
    pub(crate) fn recall(&self) -> f64 {
        share(self.joined, self.true_pairs)
    }

    pub(crate) fn recall_with_questions(&self) -> f64 {
        share(self.joined + self.asked, self.true_pairs)
    }
}

pub(crate) fn f1(precision: f64, recall: f64) -> f64 {
    if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
}

/// Two groups meet through a third, each step joined or asked about.
fn leads(one: usize, other: usize, third: usize, asked: &dyn Fn(usize, usize) -> bool) -> bool {
    (one == third || asked(one, third)) && (third == other || asked(third, other))
}

fn siblings(told: &[Told], left: usize, right: usize) -> Option<Sibling> {
    let near = told[left].event.abs_diff(told[right].event) == 1;
    told[left].sibling.filter(|kind| near && told[right].sibling == Some(*kind))
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows are small")]
pub(crate) fn share(part: usize, of: usize) -> f64 {
    if of == 0 { 1.0 } else { part as f64 / of as f64 }
}
