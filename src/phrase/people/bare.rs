//! A number that no noun follows: what stands around it that says that people are counted.
//!
//! «очно – 40», «51 – РФ», «20 (из них 5 – граждане Сербии)». In goes a number of a scanned text, out whether it counts people.

use super::super::countries::Mention;
use super::nouns::{Class, noun};
use super::numbers::{Number, Value};
use super::scan::{Count, Scan};

impl Scan<'_> {
    /// «очно – 40», "45 in person and 60 online".
    pub(super) fn has_attendance(&self, since: usize, number: &Number, stop: usize) -> bool {
        let word = |at: usize| {
            matches!(
                self.word(at),
                "очно"
                    | "онлайн"
                    | "офлайн"
                    | "оффлайн"
                    | "дистанционно"
                    | "заочно"
                    | "online"
                    | "person"
                    | "remotely"
                    | "virtually"
                    | "offline"
            )
        };
        (since.max(number.first.saturating_sub(3))..number.first).any(word)
            || (number.last + 1..stop.min(number.last + 4)).any(word)
    }

    /// «51 – РФ», «в том числе 30 из Беларуси»: a bare number inside a breakdown.
    pub(super) fn is_share(&self, since: usize, number: &Number) -> bool {
        self.in_brackets(number.first) || (since..number.first).any(|at| self.is_marker(at))
    }

    /// «20 (из них 5 – граждане Сербии)»: whoever is told of behind «из них» says that people are counted.
    pub(super) fn is_told_out(&self, number: &Number) -> bool {
        let opens = self.opens_sentence(number.first) && self.is_marker(number.last + 1);
        let of_people = |at: usize| {
            let people = noun(self.word(at)).is_some_and(|noun| noun.class == Class::People);
            people || self.lands.iter().any(|land| land.first == at)
        };
        let part = self.numbers.iter().map(|other| other.first).find(|first| *first > number.last);
        let rest = || {
            (part.unwrap_or(self.tokens.len())..self.tokens.len()).take_while(|at| self.is_in_sentence_of(number, *at))
        };
        let of_thing = rest().any(|at| noun(self.word(at)).is_some_and(|noun| noun.class == Class::Thing));
        opens && !of_thing && rest().any(of_people)
    }

    fn is_in_sentence_of(&self, number: &Number, at: usize) -> bool {
        self.sentences.get(at) == self.sentences.get(number.first)
    }

    /// «охват 15000 человек»: whoever was reached has not taken part.
    pub(super) fn is_reach(&self, count: &Count) -> bool {
        let label = count.first.saturating_sub(3)..count.first;
        label
            .rev()
            .take_while(|at| !self.before(at + 1).contains([',', ';', '.']))
            .any(|at| self.word(at).starts_with("охват"))
    }

    /// «Индия – 12, Китай – 5»: another line of a list of people.
    pub(super) fn is_next_line(&self, number: &Number, before: &Count) -> bool {
        let dashed = |at: usize| self.before(at).contains(['–', '—']) || self.before(at).contains(" - ");
        let same = self.sentences.get(number.first) == Some(&before.sentence);
        same && before.is_people() && before.last < number.first && dashed(number.first) && dashed(before.first)
    }

    /// «3 участника из Беларуси, 5 из России», «12 белорусских хоккеистов и 15 российских».
    pub(super) fn is_of_same_people(&self, number: &Number, before: &Count) -> bool {
        let same = self.sentences.get(number.first) == Some(&before.sentence);
        let next = number.last + 1;
        let from = matches!(self.word(next), "из" | "from");
        let dashed = self.before(next).contains(['–', '—']) || self.before(next).contains(" - ");
        let land = self.lands.iter().any(|land| {
            if land.adjective {
                land.first == next
            } else {
                from && (next..next + 3).contains(&land.first)
                    || dashed && land.first == next
                    || self.is_from_before(land, number.first)
            }
        });
        // «5 спортсменов из Минска, 7 из Витебска»
        let town = from && self.tokens.get(next + 1).is_some_and(|token| token.capital && !token.digits);
        same && before.is_people() && (land || town)
    }

    /// «из Индии 3»
    pub(super) fn is_from_before(&self, land: &Mention, number: usize) -> bool {
        land.last + 1 == number
            && self.before(number).trim().is_empty()
            && land.first.checked_sub(1).is_some_and(|at| matches!(self.word(at), "из" | "from"))
    }

    /// «15 с российской стороны», «с китайской стороны – 12»: people of either side are counted.
    pub(super) fn is_of_side(&self, number: &Number) -> bool {
        let sides = || (0..self.tokens.len()).any(|at| matches!(self.word(at), "стороны" | "сторона"));
        let with = |at: usize| matches!(self.word(at), "с" | "со");
        let next = number.last + 1;
        let behind = with(next) && self.lands.iter().any(|land| land.adjective && land.first == next + 1);
        let before = self.lands.iter().any(|land| {
            let led = land.first.checked_sub(1).is_some_and(with);
            let side = matches!(self.word(land.last + 1), "стороны" | "сторона");
            land.adjective && (led || side) && land.last + 1 + usize::from(side) == number.first
        });
        (behind || before) && sides()
    }

    /// «РФ – 20»: a country, a dash, a number.
    pub(super) fn is_of_land(&self, number: &Number) -> bool {
        let gap = self.before(number.first);
        let dashed = gap.contains(['–', '—', ':']) || gap.contains(" - ");
        dashed && self.lands.iter().any(|land| !land.adjective && land.last + 1 == number.first)
    }

    /// «5 мая – 30»: a date, a dash, a number.
    pub(super) fn is_of_date(&self, number: &Number) -> bool {
        let leads = |date: &&Number| date.value == Value::Date && date.last + 1 == number.first && self.labels(date);
        self.numbers.iter().any(|date| leads(&date))
    }
}
