//! link → merge: which rows are one event, and which a person must look at.

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
