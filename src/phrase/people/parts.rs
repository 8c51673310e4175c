//! Counts of a text in, which of them only tell a part of another out: «в т.ч.», «из них», «12 из 30».
//!
//! It adds nothing up.

use super::nouns::Class;
use super::scan::{Count, Scan};

impl Scan<'_> {
    /// Whether the count only tells a part of one before it.
    pub(super) fn is_part(&self, count: &Count, before: Option<&Count>) -> bool {
        // A new date starts anew: «14 мая – 40 человек, в т.ч. 5 детей, 15 мая – 55».
        let before = before.filter(|before| before.date == count.date);
        let dated = count.date.checked_sub(1).and_then(|date| self.numbers.get(date)).map_or(0, |date| date.last + 1);
        let from = before.map_or(dated, |before| before.last + 1);
        let same_sentence = |at: usize| self.sentences.get(at) == Some(&count.sentence);
        let mut marked = before.is_some_and(|before| {
            // «8 человек: 3 из Беларуси, 5 из России»
            let explained = before.is_people()
                && before.noun.is_some()
                && self.before(before.last + 1).trim_start().starts_with(':');
            before.sentence == count.sentence && (before.part || explained && count.is_people())
        });
        for at in (from..count.first).filter(|at| same_sentence(*at)) {
            if self.before(at).contains(';') || self.before(at).contains(')') && !self.in_brackets(at) {
                marked = false;
            }
            marked |= self.is_marker(at);
        }
        if self.before(count.first).contains(';') {
            marked = false;
        }
        // «180 спортсменов (15 команд)»: teams are no part of people.
        if count.in_brackets
            && count.class() != Some(Class::Organisation)
            && before
                .is_some_and(|before| before.is_people() && !before.in_brackets && before.sentence == count.sentence)
        {
            return true;
        }
        // «13 из которых», but not «55 человек, из них 7».
        let of_which = self.is_marker(count.last + 1) && matches!(self.word(count.last + 1), "из" | "of");
        let parted = self.before(count.last + 1).contains(',');
        marked || of_which && !parted && before.is_some()
    }

    /// «12 иностранцев из 30 участников», «из 30 участников 20 – дети»: whichever stands behind «из» is the whole.
    pub(super) fn mark_of(&self, counts: &mut [Count]) {
        let people: Vec<usize> = (0..counts.len()).filter(|at| counts[*at].is_people()).collect();
        for pair in people.windows(2) {
            let (first, second) = (&counts[pair[0]], &counts[pair[1]]);
            let of = |at: usize| matches!(self.word(at), "из" | "of");
            if first.sentence != second.sentence {
                continue;
            }
            if first.last + 2 == second.first && of(first.last + 1) {
                counts[pair[0]].part = true;
            } else if first.first.checked_sub(1).is_some_and(|at| of(at) && self.opens_sentence(at)) {
                counts[pair[1]].part = true;
            }
        }
    }

    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| self.sentences.get(before) != self.sentences.get(at))
    }

    /// «в т.ч.», «в том числе», «из них», «включая», "including".
    pub(super) fn is_marker(&self, at: usize) -> bool {
        let next = self.word(at + 1);
        match self.word(at) {
            "в" => next == "т" && self.word(at + 2) == "ч" || next == "том" && self.word(at + 2) == "числе",
            "из" => matches!(next, "них" | "которых"),
            "среди" => matches!(next, "них" | "которых"),
            "включая" | "including" | "incl" | "вкл" => true,
            "of" => matches!(next, "whom" | "them" | "which"),
            _ => false,
        }
    }
}
