//! A number of a text in, how sure it is out: «более», «около», «до», «не менее», "50+".
//!
//! It looks at the words about the number alone and knows nothing of what is counted.

use std::collections::BTreeSet;

use super::Flag;
use super::numbers::Number;
use super::scan::Scan;

/// Words that say only how sure a number is: beside them it still stands alone.
const BESIDE: &[&str] = &[
    "не",
    "более",
    "больше",
    "менее",
    "меньше",
    "свыше",
    "чем",
    "около",
    "примерно",
    "порядка",
    "приблизительно",
    "почти",
    "ориентировочно",
    "ок",
    "прим",
    "количество",
    "число",
    "численность",
    "до",
    "максимум",
    "минимум",
    "и",
    "over",
    "more",
    "less",
    "fewer",
    "than",
    "about",
    "around",
    "nearly",
    "almost",
    "some",
    "approximately",
    "up",
    "to",
    "at",
    "least",
    "a",
    "of",
    "no",
    "or",
    "so",
    "max",
    "maximum",
    "minimum",
];

impl Scan<'_> {
    /// Nothing else is written but words about how sure the number is.
    pub(super) fn is_alone(&self, number: &Number) -> bool {
        let others = (0..self.tokens.len()).filter(|at| !(number.first..=number.last).contains(at));
        others.into_iter().all(|at| BESIDE.contains(&self.word(at)))
    }

    /// «более», «около», «до», «не менее», «50+».
    pub(super) fn hedges(&self, number: &Number) -> BTreeSet<Flag> {
        let mut flags: BTreeSet<Flag> = self.hedge_before(number).into_iter().collect();
        flags.extend(self.sign_before(number));
        flags.extend(self.hedge_behind(number));
        flags
    }

    fn hedge_before(&self, number: &Number) -> Option<Flag> {
        let near = number.first.saturating_sub(3)..number.first;
        for at in near.rev() {
            if self.sentences.get(at) != self.sentences.get(number.first)
                || self.before(at + 1).contains([',', ';', '(', ')'])
            {
                return None;
            }
            let flag = self.hedge(at);
            if flag.is_some() || self.before(at + 1).contains(['–', '—', ':']) {
                return flag;
            }
        }
        None
    }

    fn hedge(&self, at: usize) -> Option<Flag> {
        let back = |steps: usize| at.checked_sub(steps).map_or("", |at| self.word(at));
        let negated =
            matches!(back(1), "не" | "no" | "not") || matches!(back(2), "no" | "not") && self.word(at) == "than";
        match (self.word(at), back(1)) {
            ("менее" | "меньше" | "ниже", _) | ("than", "less" | "fewer") => {
                Some(if negated { Flag::AtLeast } else { Flag::AtMost })
            }
            ("более" | "больше" | "выше" | "превышает", _) | ("than", "more") => {
                Some(if negated { Flag::AtMost } else { Flag::AtLeast })
            }
            ("свыше" | "св" | "минимум" | "over" | "превысило" | "above" | "least" | "minimum", _) => {
                Some(Flag::AtLeast)
            }
            ("до" | "максимум" | "under" | "below" | "maximum" | "most", _) | ("to", "up") => {
                Some(Flag::AtMost)
            }
            ("of", "maximum") => Some(Flag::AtMost),
            (
                "около"
                | "примерно"
                | "порядка"
                | "приблизительно"
                | "ориентировочно"
                | "предположительно"
                | "предварительно"
                | "почти"
                | "прим"
                | "ок"
                | "about"
                | "approximately"
                | "approx"
                | "around"
                | "some"
                | "nearly"
                | "almost"
                | "roughly"
                | "среднем",
                _,
            ) => Some(Flag::Approx),
            _ => None,
        }
    }

    /// «~20», «>20», «≤ 20».
    fn sign_before(&self, number: &Number) -> Option<Flag> {
        let start = self.tokens.get(number.first).map_or(0, |token| token.start);
        let before = self.text.get(..start).unwrap_or_default().trim_end();
        match before.chars().next_back()? {
            '~' | '≈' => Some(Flag::Approx),
            '>' | '≥' => Some(Flag::AtLeast),
            '<' | '≤' => Some(Flag::AtMost),
            _ => None,
        }
    }

    /// «50 человек и более»: behind what is counted, and not before the next number.
    pub(super) fn is_followed_by_more(&self, last: usize) -> bool {
        let more = match self.word(last + 1) {
            "и" => matches!(self.word(last + 2), "более" | "больше" | "выше" | "свыше"),
            "or" => self.word(last + 2) == "more",
            _ => false,
        };
        more && !self.numbers.iter().any(|number| (last + 3..last + 5).contains(&number.first))
    }

    /// «50+», «50 и более», «500 с лишним», "50 or so", «20?».
    fn hedge_behind(&self, number: &Number) -> Option<Flag> {
        let next = number.last + 1;
        let gap = self.between(number.last, next).trim_start();
        let added = self.tokens.get(next).is_some_and(|next| next.digits);
        match (self.word(next), self.word(next + 1)) {
            _ if gap.starts_with('+') && !added => Some(Flag::AtLeast),
            _ if gap.starts_with('?') => Some(Flag::Approx),
            ("более" | "больше", _) if gap.starts_with('(') => Some(Flag::AtLeast),
            ("и", "более" | "больше" | "выше") | ("or", "more") | ("с", "лишним") => {
                Some(Flag::AtLeast)
            }
            ("or", "so") | ("odd", _) => Some(Flag::Approx),
            ("max" | "maximum" | "максимум", _) | (_, "max" | "maximum" | "максимум") => {
                Some(Flag::AtMost)
            }
            _ => None,
        }
    }
}
