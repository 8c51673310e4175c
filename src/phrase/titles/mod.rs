//! Titles of events: what makes two of them the same, and what sets them apart.
//!
//! In goes a title as written, out comes a [`Title`]: what is compared, and apart from it the numbers and proper names that
//! tell like titles from one another. It judges no pair: whether two rows are one event is not known here.

mod numbers;
mod taken;

use std::collections::BTreeSet;

pub use taken::Stemming;

/// A title taken apart for comparison.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Title {
    /// What the title says, in the order in which it says it: casefolded, ё→е, no dashes, quotes and punctuation, numbers
    /// in digits («XVII» as «17», «18-й» as «18»), words cut to their stems so that «в выставке» and «выставка» are the
    /// same, lead words («участие делегации … в») removed, single spaces.
    pub key: String,
    /// Stems of the words that matter: neither small words nor numbers.
    pub stems: Vec<String>,
    /// Ordinals, editions, years as numbers: «XVII», «18-й», «восьмого», «2024».
    pub ordinals: BTreeSet<u32>,
    /// Proper names, stemmed: «брестск», «витебск», words in quotation marks. Those of the lead words are among them
    /// («участие делегации Лугового района в …»), so that two delegations are told apart; one side having a name that the
    /// other has not is therefore no contradiction by itself.
    pub names: BTreeSet<String>,
    /// Those of the names that stand in quotation marks: what the event itself is called.
    pub quoted: BTreeSet<String>,
}

/// Takes a title apart.
#[must_use]
pub fn read(title: &str) -> Title {
    taken::apart(title)
}

#[cfg(test)]
mod tests;
