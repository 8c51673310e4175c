//! Numbers of a text in, what makes a head count doubtful out: loose numbers, «ежедневно», one who is named and not
//! counted; and numbers that count nobody who was there.

use super::Flag;
use super::nouns::{Class, noun};
use super::numbers::Number;
use super::scan::{Count, Scan};
use crate::phrase::tokens::Gap;

impl Scan<'_> {
    /// A number that nothing is known of beside people who are counted: it may have been meant.
    pub(super) fn is_loose_end(&self, number: &Number, before: &Count) -> bool {
        let same = self.sentences.get(number.first) == Some(&before.sentence);
        let each = number.first > 0 && self.word(number.first - 1) == "по";
        let next = self.word(number.last + 1);
        let word = next.chars().count() > 2 && self.before(number.last + 1).trim().is_empty();
        // «12 и более», «40 и 50»: what follows is no noun that could be people.
        let plural = ["ов", "ев", "ей", "ых", "их", "ек", "ок", "ый", "ий", "а", "я", "ц", "ли", "ись"]
            .iter()
            .any(|end| next.ends_with(end));
        // «зарегистрировано 120 человек, присутствовало 95»
        let last = self.tokens.get(number.last + 1).is_none_or(|next| next.before == Gap::Break);
        let verb = number.first > 0
            && ["ло", "ли", "лись", "лось"].iter().any(|end| self.word(number.first - 1).ends_with(end));
        let unknown = word && plural && noun(next).is_none();
        same && before.is_people() && !before.total && !before.part && !each && (unknown || last && verb)
    }

    /// «30 человек ежедневно», «30 человек в день», «средняя посещаемость – 30»: so many each time.
    pub(super) fn is_repeated(&self) -> bool {
        let every = |at: usize| {
            let word = self.word(at);
            ["ежедневн", "еженедельн", "ежемесячн", "средн"].iter().any(|stem| word.starts_with(stem))
                || matches!(word, "daily" | "weekly" | "monthly" | "average")
                || matches!(word, "каждый" | "каждую") && matches!(self.word(at + 1), "день" | "неделю" | "месяц")
                || matches!(word, "per" | "each" | "every") && matches!(self.word(at + 1), "day" | "week" | "month")
        };
        let time = |at: usize| matches!(self.word(at), "день" | "неделю" | "месяц" | "смену" | "час");
        let behind = |count: &Count| {
            let next = count.last + 1;
            self.word(next) == "в" && time(next + 1) || time(next) && self.before(next).contains('/')
        };
        self.counts.iter().any(Count::is_people)
            && ((0..self.tokens.len()).any(every) || self.counts.iter().any(|count| count.is_people() && behind(count)))
    }

    /// «директор музея, 2 сотрудника»: one who is named without a number beside those who are counted.
    pub(super) fn names_one_more(&self) -> bool {
        let one = |at: usize| {
            let word = self.word(at);
            let singular = noun(word).is_some_and(|noun| {
                let said = noun.lemma.replace('ё', "е") == word || at > 0 && matches!(self.word(at - 1), "a" | "an");
                noun.class == Class::People && noun.lemma != "человек" && said
            });
            let opens = self.tokens.get(at).is_some_and(|token| token.before == Gap::Break)
                || at > 0 && matches!(self.word(at - 1), "и" | "с" | "a" | "an");
            let label = self.before(at + 1).contains(['–', '—', ':', '-', '(']);
            singular && opens && !label && !self.counts.iter().any(|count| (count.first..=count.last).contains(&at))
        };
        // In a list in words the last one is counted: «двое …, один … и сопровождающий».
        let words =
            self.counts.iter().filter(|count| count.is_people()).all(|count| count.flags.contains(&Flag::Words));
        let beside = |at: usize| {
            let near = |count: &&Count| count.is_people() && self.sentences.get(at) == Some(&count.sentence);
            self.counts.iter().any(|count| near(&count))
                && !(words && at + 1 == self.tokens.len())
                && !self.counts.iter().any(|count| count.total)
        };
        (0..self.tokens.len()).any(|at| one(at) && beside(at))
    }

    /// «2024» and nothing else may be a year.
    pub(super) fn is_bare_year(&self) -> bool {
        matches!(self.tokens.as_slice(), [token] if token.word.len() == 4 && (token.word.starts_with("19") || token.word.starts_with("20")))
    }

    /// «aged 7-12», «план – 15»: a number that counts nobody who was there.
    pub(super) fn is_no_count(&self, number: &Number) -> bool {
        let Some(before) = number.first.checked_sub(1) else { return false };
        let word = self.word(before);
        matches!(word, "aged" | "age" | "ages" | "grade" | "grades" | "room" | "day" | "part" | "stage")
            || matches!(word, "план" | "плану" | "планировалось" | "ожидалось" | "planned" | "expected")
    }

    /// «(2003 = 3462)», «(в 2023 году – 412)», «против 400».
    pub(super) fn is_of_another_year(&self, number: &Number) -> bool {
        let year = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                token.digits && token.word.len() == 4 && (token.word.starts_with("19") || token.word.starts_with("20"))
            })
        };
        let here = number.first;
        let equals = self.before(here).contains('=') || self.before(number.last + 1).contains('=');
        let bracket = self.in_brackets(here)
            && (here.saturating_sub(5)..here).any(|at| {
                year(at) && self.sentences.get(at) == self.sentences.get(here) && self.in_brackets(at)
                    || matches!(self.word(at), "прошлом" | "прошлого" | "предыдущем" | "ранее" | "last")
            });
        let against = here > 0 && matches!(self.word(here - 1), "против" | "versus" | "against");
        equals || bracket || against
    }
}
