//! link → merge: which rows are one event, and which a person must look at.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::RowId;
use crate::words::Said;

/// What two rows are to each other. Pairs that are plainly different are not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Judgement {
    Same,
    Ask,
}

/// A statement about two rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// The row of the higher institution, or the earlier of one file.
    pub left: RowId,
    pub right: RowId,
    pub judgement: Judgement,
    /// From 0 to 1.
    pub score: f64,
    /// Why, in words: «даты совпадают», «названия похожи на 93 %».
    pub reasons: Vec<Said>,
}

/// All links, in the order of their rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Links {
    pub links: Vec<Link>,
    /// Groups of rows that are one event, two or more each: the higher institution first; in the order of their first
    /// rows. Which of them leads is for merge to say.
    pub clusters: Vec<Vec<RowId>>,
}

/// What a person said about two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    Same,
    Different,
}

/// People's decisions about the rows of this run, by pair; they win over every judgement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdicts {
    /// The smaller row first: a decision knows no left and right.
    decided: BTreeMap<(RowId, RowId), Verdict>,
}

impl Verdicts {
    /// Adds a decision. A later one about the same pair replaces the former.
    pub fn decide(&mut self, one: RowId, other: RowId, verdict: Verdict) {
        self.decided.insert(pair(one, other), verdict);
    }

    #[must_use]
    pub fn about(&self, one: &RowId, other: &RowId) -> Option<Verdict> {
        self.decided.get(&pair(one.clone(), other.clone())).copied()
    }

    /// Every decided pair, the smaller row first, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&RowId, &RowId, Verdict)> {
        self.decided.iter().map(|((one, other), verdict)| (one, other, *verdict))
    }
}

fn pair(one: RowId, other: RowId) -> (RowId, RowId) {
    if one <= other { (one, other) } else { (other, one) }
}
