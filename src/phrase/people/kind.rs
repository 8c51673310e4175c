//! As what people are counted: those who take part, visitors, those who look on.
//!
//! In: a number of a scanned text with the noun that stands by it. Out: the kind that the text states, wherever it states it. «Человек»
//! is only what is counted in: «Общее количество посетителей – 98 человек» counts visitors, «выставку посетило 98 человек»
//! does, too. It reads no numbers and adds nothing up.

use serde::{Deserialize, Serialize};

use super::nouns::{Class, Noun, noun};
use super::numbers::Number;
use super::scan::Scan;

/// As what the people are counted in a report. Kinds are never added to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Participant,
    Visitor,
    Spectator,
}

impl Kind {
    /// The Russian word for one of them.
    #[must_use]
    pub const fn ru(self) -> &'static str {
        match self {
            Self::Participant => "участник",
            Self::Visitor => "посетитель",
            Self::Spectator => "зритель",
        }
    }

    /// The kind of people where the text states none: by the word at the number, or, where that only counts, by the word before.
    pub(super) fn of(unit: &str, label: Option<&str>) -> Self {
        let lemma = label.filter(|_| MEASURES.contains(&unit)).unwrap_or(unit);
        match lemma {
            "посетитель" | "экскурсант" | "гость" => Self::Visitor,
            "зритель" | "болельщик" => Self::Spectator,
            _ => Self::Participant,
        }
    }

    /// The kind that a noun states by itself: a student may take part or look on.
    fn stated(noun: Noun) -> Option<Self> {
        match noun.lemma {
            "участник" | "участница" | "делегат" | "слушатель" | "слушательница" => {
                Some(Self::Participant)
            }
            "посетитель" => Some(Self::Visitor),
            "зритель" | "болельщик" => Some(Self::Spectator),
            _ => None,
        }
    }
}

/// Nouns that people are counted in, and that say nothing of them.
const MEASURES: &[&str] = &["человек", "персона", "лицо"];
/// What may stand between whoever is counted and a number: «количество участников составило 40».
const LINKS: &[&str] = &[
    "составило",
    "составила",
    "составил",
    "составили",
    "составляет",
    "составляло",
    "составит",
    "было",
    "будет",
    "стало",
    "стали",
    "насчитывалось",
    "насчитывает",
    "достигло",
    "достигла",
    "достигает",
    "превысило",
    "превышает",
    "равно",
    "оказалось",
    "собралось",
    "was",
    "were",
    "is",
    "are",
    "totalled",
    "totaled",
    "reached",
    "exceeded",
    "came",
    "amounted",
    "to",
];
/// Words beside a number that say how sure it is, as far as a link may stand before them.
const HEDGES: &[&str] = &[
    "не",
    "более",
    "менее",
    "свыше",
    "около",
    "примерно",
    "порядка",
    "почти",
    "до",
    "чем",
    "всего",
    "уже",
    "ориентировочно",
    "over",
    "about",
    "nearly",
    "almost",
    "more",
    "than",
    "approximately",
];
/// Whoever stands behind one of these is not counted: «спектакль для зрителей: 25 артистов».
const PREPOSITIONS: &[&str] =
    &["для", "перед", "с", "со", "к", "ко", "от", "у", "о", "об", "при", "по", "between", "for", "with", "from", "to"];

/// What a word says of those who are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clue {
    /// A verb or a noun made of one: «посетило», «охват».
    Act(Kind),
    /// Whoever is named.
    Named(Kind),
}

impl Scan<'_> {
    /// The kind that the text states of a number: by the noun at the number, else by the nearest word before it that names them
    /// or tells what they did, else by the verb right behind. `last` is the last word of what is counted, `from` where the
    /// count before it ends.
    pub(super) fn stated_kind(&self, number: &Number, noun: Option<Noun>, last: usize, from: usize) -> Option<Kind> {
        let own = noun.filter(|_| last > number.last);
        if own.is_some_and(|noun| noun.class != Class::People) {
            return None;
        }
        let measured = own.is_none_or(|noun| MEASURES.contains(&noun.lemma));
        own.and_then(Kind::stated)
            .or_else(|| self.kind_before(number.first, from, measured))
            .or_else(|| self.kind_behind(last).filter(|_| measured))
    }

    fn kind_before(&self, number: usize, from: usize, measured: bool) -> Option<Kind> {
        let linked = self.is_linked(number);
        let mut near = true;
        for at in (from..number).rev() {
            let gap = self.before(at + 1);
            if self.sentences.get(at) != self.sentences.get(number) || gap.contains(';') {
                return None;
            }
            // A verb tells of its own clause.
            near &= !gap.contains([',', ')']);
            match self.clue(at) {
                Some(Clue::Act(kind)) if near => return Some(self.subject_of(at).unwrap_or(kind)),
                Some(Clue::Act(kind)) if linked && self.word(at).starts_with("посетив") => return Some(kind),
                Some(Clue::Named(kind)) if linked && (measured || !self.is_governed(at)) => return Some(kind),
                _ => {}
            }
        }
        None
    }

    /// «98 человек посетили выставку»; of «делегация (12 человек) посетила» the delegation has been there.
    fn kind_behind(&self, last: usize) -> Option<Kind> {
        let at = last + 1;
        let joined = self.before(at).trim().is_empty() && self.sentences.get(at) == self.sentences.get(last);
        match self.clue(at).filter(|_| joined)? {
            Clue::Act(kind) if ["ли", "ло", "ют", "ed"].iter().any(|end| self.word(at).ends_with(end)) => {
                Some(kind)
            }
            _ => None,
        }
    }

    fn clue(&self, at: usize) -> Option<Clue> {
        let word = self.word(at);
        if let Some(kind) = noun(word).and_then(Kind::stated) {
            return Some(Clue::Named(kind));
        }
        let begins = |stems: &[&str]| stems.iter().any(|stem| word.starts_with(stem));
        // «посетил 21 человек» is told of people, «министр посетил завод» is not: one alone is no crowd.
        let one = ["посетил", "посетила", "побывал", "побывала", "посмотрел", "посмотрела"].contains(&word);
        if one {
            return None;
        }
        if begins(&["участвова", "участи", "выступ", "присутств"]) || matches!(word, "participated" | "attended")
        {
            Some(Clue::Act(Kind::Participant))
        } else if begins(&["посети", "посеща", "посещ", "побыва"]) || word == "visited" {
            Some(Clue::Act(Kind::Visitor))
        } else if begins(&["посмотре", "просмотре", "смотре", "аудитори", "охват", "охвач"])
            || matches!(word, "watched" | "viewed" | "audience")
        {
            Some(Clue::Act(Kind::Spectator))
        } else {
            None
        }
    }

    /// «участники посетили 98 …»: whoever is named right before the verb.
    fn subject_of(&self, verb: usize) -> Option<Kind> {
        let at = verb.checked_sub(1)?;
        let joined = self.sentences.get(at) == self.sentences.get(verb) && self.before(verb).trim().is_empty();
        let many = self.word(at).ends_with(['и', 'ы']);
        noun(self.word(at)).filter(|_| joined && many).and_then(Kind::stated)
    }

    /// Whether a number is told of what stands before it: «участников – 40», «участники (40 человек)», «участниками стали 40
    /// человек», «зрителей 300».
    fn is_linked(&self, number: usize) -> bool {
        let marked = |at: usize| {
            let gap = self.before(at + 1);
            gap.contains(['–', '—', ':', '=', '(']) || gap.contains(" - ")
        };
        let people = |at: usize| noun(self.word(at)).is_some_and(|noun| noun.class == Class::People);
        self.is_led_by(number, |at| marked(at) || LINKS.contains(&self.word(at)) || people(at))
    }

    /// «Количество участников составило 40».
    pub(super) fn is_linked_by_a_verb(&self, number: usize) -> bool {
        self.is_led_by(number, |at| LINKS.contains(&self.word(at)))
    }

    /// Whether one of the words before the number does, with nothing between them but how sure the number is.
    fn is_led_by(&self, number: usize, does: impl Fn(usize) -> bool) -> bool {
        for at in (0..number).rev().take(5) {
            if self.sentences.get(at) != self.sentences.get(number) {
                return false;
            }
            if does(at) {
                return true;
            }
            if self.before(at + 1).contains([',', ';', ')']) || !HEDGES.contains(&self.word(at)) {
                return false;
            }
        }
        false
    }

    fn is_governed(&self, at: usize) -> bool {
        (1..=2).any(|back| at.checked_sub(back).is_some_and(|at| PREPOSITIONS.contains(&self.word(at))))
    }
}

/// Counts of one kind out of several: those who take part, else those of the kind that is told of first. What states no kind goes
/// with any.
pub(super) fn of_one_kind<T>(counts: Vec<T>, kind: impl Fn(&T) -> Option<Kind>) -> Vec<T> {
    let stated: Vec<Kind> = counts.iter().filter_map(&kind).collect();
    let taking_part = stated.iter().copied().find(|kind| *kind == Kind::Participant);
    let Some(one) = taking_part.or(stated.first().copied()) else { return counts };
    counts.into_iter().filter(|count| kind(count).is_none_or(|kind| kind == one)).collect()
}
