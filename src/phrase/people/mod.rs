//! Head counts as people write them: «более 300 человек, в т.ч. 45 иностранных граждан».

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::countries::Country;

/// What was inferred; the names are those of the phrase collections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    AtLeast,
    AtMost,
    Approx,
    Words,
    Sum,
    SumOfDates,
}

/// What a participants' text says about people. `None` is "no number", never a guess.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    pub total: Option<u64>,
    /// The word for one of them, singular: «участник», «посетитель», «человек».
    pub unit: Option<String>,
    pub flags: BTreeSet<Flag>,
    /// Countries named.
    pub countries: Vec<Country>,
    /// Organisations, teams, companies: never people.
    pub organisations: Option<u64>,
    /// Foreigners among the total.
    pub foreign: Option<u64>,
}

/// Reads a participants' text. `home` is the home country and region, to tell whose delegation is foreign.
#[must_use]
pub fn read(_text: &str, _home: &super::places::Home) -> Reading {
    Reading::default()
}
