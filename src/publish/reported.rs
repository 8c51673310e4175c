//! Of how many organisations a counter of the title sheet is known, for whoever prints its sum.
//!
//! In: the consolidated data. Out: words where somebody is missing. Silence, a file that cannot be used and an answer without the
//! number are alike: the sum does not know of them.

use std::collections::BTreeMap;

use crate::flow::{Answer, Consolidated};
use crate::record::FieldKey;
use crate::words::{self, Args, Language};

/// How many of those who were asked gave a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reported {
    gave: usize,
    of: usize,
    /// Whether they were asked in several parts of a longer period; then only who gave it in every part is counted.
    in_parts: bool,
    /// Whether anybody gave it at all.
    known: bool,
}

impl Reported {
    /// Who gave the counter of that key. Parts that were not run are named elsewhere.
    pub(super) fn of(data: &Consolidated, key: &FieldKey) -> Self {
        let gave = |answer: &Answer| answer.counters.contains_key(key);
        let known = data.answers.iter().any(gave);
        if data.parts.is_empty() {
            let n = data.answers.iter().filter(|answer| gave(answer)).count();
            return Self { gave: n, of: data.answers.len(), in_parts: false, known };
        }
        let mut always: BTreeMap<&str, bool> = BTreeMap::new();
        for answer in data.parts.iter().filter_map(|part| part.data.as_deref()).flat_map(|part| &part.answers) {
            *always.entry(&answer.institution.code).or_insert(true) &= gave(answer);
        }
        let n = always.values().filter(|always| **always).count();
        Self { gave: n, of: always.len(), in_parts: true, known }
    }

    /// Whether the sum says anything: of nobody's numbers there is none.
    pub(super) fn is_known(self) -> bool {
        self.known || self.of == 0
    }

    /// «по сведениям 17 из 19 организаций»; nothing where all of them gave it.
    pub(super) fn words(self, language: Language) -> Option<String> {
        let id = if self.in_parts { "publish-reported-of-parts" } else { "publish-reported" };
        let args = Args::new().with("n", self.gave).with("of", self.of);
        (self.gave < self.of).then(|| words::text(language, id, &args))
    }
}
