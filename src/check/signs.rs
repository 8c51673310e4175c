//! Signs: word stems that tell, in running text, that an entry of a dictionary is meant.

use crate::form::Dictionary;
use crate::phrase::text;

/// The signs of a dictionary, folded.
#[derive(Debug, Default)]
pub(super) struct Signs {
    /// Sign and the key of its entry.
    signs: Vec<(String, String)>,
}

impl Signs {
    pub(super) fn of(dictionary: &Dictionary) -> Self {
        let of_entry = |entry: &crate::form::Entry| {
            let key = entry.key.clone();
            let folded = entry.signs.iter().map(|sign| text::fold(sign)).filter(|sign| !sign.is_empty());
            folded.map(|sign| (sign, key.clone())).collect::<Vec<_>>()
        };
        Self { signs: dictionary.entries.iter().flat_map(of_entry).collect() }
    }

    /// The entry whose sign stands first in the text, at the start of a word; of those that stand there the longest.
    pub(super) fn first_in(&self, written: &str) -> Option<&str> {
        let folded = format!(" {}", text::fold(written));
        self.signs
            .iter()
            .filter_map(|(sign, key)| {
                let at = folded
                    .match_indices(sign.as_str())
                    .map(|(at, _)| at)
                    .find(|at| folded[..*at].chars().next_back().is_some_and(|before| !before.is_alphanumeric()))?;
                Some((at, std::cmp::Reverse(sign.len()), key.as_str()))
            })
            .min_by_key(|(at, length, _)| (*at, *length))
            .map(|(_, _, key)| key)
    }
}
