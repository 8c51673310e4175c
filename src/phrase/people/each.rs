//! A number of a text in, whether it is so many in each of so many out: «3 команды по 12 человек».
//!
//! It multiplies nothing itself.

use super::nouns::Class;
use super::numbers::Number;
use super::scan::{Count, Scan};

impl Scan<'_> {
    /// «по 12 человек», «в каждой 25», "12 players each".
    pub(super) fn is_each(&self, number: &Number, count: &Count, before: Option<&Count>) -> bool {
        let led = number.first.checked_sub(1).map_or("", |at| self.word(at));
        let (next, after) = (self.word(count.last + 1), self.word(count.last + 2));
        let behind = matches!(next, "each" | "apiece") && !matches!(after, "day" | "week" | "month");
        // «2 человека от каждой школы»
        let from_each = matches!(next, "от" | "из" | "с" | "from") && (after.starts_with("кажд") || after == "each");
        let of_group = matches!(led, "of" | "with")
            && before
                .is_some_and(|before| before.class() == Some(Class::Organisation) && before.last + 2 == number.first);
        matches!(led, "по" | "каждой" | "каждом" | "каждая" | "каждый" | "каждую")
            || behind
            || from_each
            || of_group
    }

    /// Whether a count before says how many times: «3 команды по 12 человек».
    pub(super) fn multiplies(&self, before: &Count, number: &Number) -> bool {
        let between = |at: usize| {
            matches!(self.word(at), "по" | "в" | "каждой" | "каждом" | "каждая" | "каждый" | "каждую" | "of" | "with")
        };
        let groups = before.noun.is_some_and(|noun| noun.class == Class::Organisation || noun.lemma == "семья");
        groups
            && self.sentences.get(number.first) == Some(&before.sentence)
            && (before.last + 1..number.first).all(between)
    }

    /// «по 2 участника от 10 школ».
    pub(super) fn is_each_of(&self, each: &Count, groups: &Count) -> bool {
        groups.class() == Some(Class::Organisation)
            && groups.first == each.last + 2
            && matches!(self.word(each.last + 1), "от" | "из" | "с" | "from")
    }
}
