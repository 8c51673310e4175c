//! A text in, its counts out: each number with what it counts, how sure it is, and where it stands.
//!
//! It adds nothing up: that is for `sum`.

use std::collections::BTreeSet;

use super::super::countries::{Mention, mentions};
use super::super::tokens::{Gap, Token, tokens};
use super::Flag;
use super::kind::Kind;
use super::nouns::{Class, Noun, noun};
use super::numbers::{Number, Value, numbers};
use super::origin::is_foreign_word;
use super::sentences::sentences;

/// A text taken apart.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: Vec<Token>,
    /// The sentence of each token.
    pub(super) sentences: Vec<usize>,
    pub(super) numbers: Vec<Number>,
    pub(super) counts: Vec<Count>,
    /// Countries that the text mentions.
    pub(super) lands: Vec<Mention>,
    /// A number beside a head count was left out, and may have been meant: «12 белорусских хоккеистов и 15 российских».
    pub(super) loose: bool,
}

/// A number that counts something.
#[derive(Debug, Clone)]
pub(super) struct Count {
    /// `None` for a range, which names no single number.
    pub(super) value: Option<u64>,
    pub(super) flags: BTreeSet<Flag>,
    /// What is counted; `None` for a number that stands bare: «очно – 40».
    pub(super) noun: Option<Noun>,
    /// The people in the label before it: «Количество посетителей – 40 человек».
    pub(super) label: Option<Noun>,
    /// As what they are counted, where the text states it.
    pub(super) kind: Option<Kind>,
    /// Tokens of the number and of what it counts.
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) sentence: usize,
    /// «общее количество», «всего», "total".
    pub(super) total: bool,
    /// It stands after «в т.ч.», «из них», or in brackets after a count.
    pub(super) part: bool,
    pub(super) in_brackets: bool,
    /// The number of the date label before it; 0 where there is none.
    pub(super) date: usize,
    /// The year that the count was told of; 0 where none was named.
    pub(super) year: u64,
}

/// Those whose name in the singular tells of their people: «делегация – 12».
const GROUPS: &[&str] = &[
    "делегация",
    "команда",
    "сборная",
    "группа",
    "коллектив",
    "ансамбль",
    "хор",
    "оркестр",
    "труппа",
    "отряд",
    "экипаж",
];

impl Count {
    pub(super) fn class(&self) -> Option<Class> {
        self.noun.map(|noun| noun.class)
    }

    /// So many in each of so many.
    fn multiply(&mut self, times: &Self) {
        self.value = self.value.and_then(|each| times.value.map(|times| each.saturating_mul(times)));
        self.flags.extend(times.flags.iter().copied());
        self.flags.insert(if self.value.is_some() { Flag::Sum } else { Flag::Approx });
    }

    /// People are counted, by name or, in a bare number, by what stands around it.
    pub(super) fn is_people(&self) -> bool {
        self.noun.is_none_or(|noun| noun.class == Class::People)
    }
}

impl<'a> Scan<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let tokens = tokens(text);
        let sentences = sentences(text, &tokens);
        let numbers = numbers(text, &tokens);
        let lands = mentions(text, &tokens);
        let mut scan = Self { text, tokens, sentences, numbers, counts: Vec::new(), lands, loose: false };
        scan.counts = scan.count();
        scan.loose |= scan.is_repeated() || scan.names_one_more() || scan.is_bare_year();
        scan
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    /// The text between two tokens.
    pub(super) fn between(&self, left: usize, right: usize) -> &str {
        match (self.tokens.get(left), self.tokens.get(right)) {
            (Some(left), Some(right)) => self.text.get(left.end..right.start).unwrap_or_default(),
            (Some(left), None) => self.text.get(left.end..).unwrap_or_default(),
            (None, Some(right)) => self.text.get(..right.start).unwrap_or_default(),
            (None, None) => "",
        }
    }

    /// The text between a token and the one before it.
    pub(super) fn before(&self, at: usize) -> &str {
        match at.checked_sub(1) {
            Some(left) => self.between(left, at),
            None => self.tokens.first().and_then(|first| self.text.get(..first.start)).unwrap_or_default(),
        }
    }

    fn count(&mut self) -> Vec<Count> {
        let mut counts: Vec<Count> = Vec::new();
        let mut date = 0;
        let mut year = 0;
        let mut each: Option<Count> = None;
        let numbers = self.numbers.clone();
        for (index, number) in numbers.iter().enumerate() {
            let value = match number.value {
                Value::Exact(value) => Some(value),
                Value::Range(..) => None,
                Value::Date => {
                    if self.labels(number) {
                        date = index + 1;
                    }
                    continue;
                }
                Value::Other => {
                    year = self.year_of(number).unwrap_or(year);
                    continue;
                }
            };
            if self.is_of_another_year(number) || self.is_no_count(number) {
                continue;
            }
            let stop = self.numbers.get(index + 1).map_or(self.tokens.len(), |next| next.first);
            let since =
                index.checked_sub(1).and_then(|before| self.numbers.get(before)).map_or(0, |before| before.last + 1);
            let Some(mut count) = self.count_of(number, value, since, stop, counts.last()) else {
                self.loose |= counts.last().is_some_and(|before| self.is_loose_end(number, before));
                continue;
            };
            if self.is_each(number, &count, counts.last()) {
                let times = counts.last().filter(|before| self.multiplies(before, number));
                let Some(times) = times else {
                    each = Some(count);
                    continue;
                };
                count.multiply(times);
            }
            if let Some(mut of_each) = each.take().filter(|each| self.is_each_of(each, &count)) {
                of_each.multiply(&count);
                counts.push(of_each);
            }
            count.year = year;
            count.date = date;
            let told = counts.iter().rev().find(|before| before.is_people()).map_or(0, |before| before.last + 1);
            count.kind = self.stated_kind(number, count.noun, count.last, told);
            count.part = self.is_part(&count, counts.last());
            counts.push(count);
        }
        self.mark_of(&mut counts);
        counts
    }

    fn count_of(
        &self,
        number: &Number,
        value: Option<u64>,
        since: usize,
        stop: usize,
        before: Option<&Count>,
    ) -> Option<Count> {
        let sentence = *self.sentences.get(number.first)?;
        let since = (since..number.first).find(|at| self.sentences.get(*at) == Some(&sentence)).unwrap_or(number.first);
        let label = self.label(since, number);
        let (noun, last) = self
            .counted(number, stop)
            .or_else(|| self.shared(number, stop))
            .or_else(|| label.map(|noun| (noun, number.last)))
            .map_or((None, number.last), |(noun, last)| (Some(noun), last));
        // «из них 30 иностранных»: the adjective has no noun, and goes with its number.
        let last = last + usize::from(noun.is_none() && is_foreign_word(self.word(number.last + 1)));
        let noun = noun.or_else(|| before.filter(|before| self.is_of_same_people(number, before))?.noun);
        let total = self.is_total(since, number.first)
            || (number.last + 1..=last + 1).any(|at| self.word(at) == "in" && self.word(at + 1) == "total");
        let thing = label.is_some_and(|label| label.class == Class::Thing) && last == number.last;
        let bare = noun.is_none()
            && !total
            && !self.has_attendance(since, number, stop)
            && !self.is_share(since, number)
            && !self.is_of_land(number)
            && !self.is_of_date(number)
            && !self.is_told_out(number)
            && !self.is_of_side(number)
            && !before.is_some_and(|before| self.is_next_line(number, before));
        if bare && !self.is_alone(number) || thing {
            return None;
        }
        let mut flags = self.hedges(number);
        if number.words {
            flags.insert(Flag::Words);
        }
        if number.sum {
            flags.insert(Flag::Sum);
        }
        if value.is_none() {
            flags.insert(Flag::Approx);
        }
        // «30 чел. +», «30 чел. и более»
        let signed = last + 1 == self.tokens.len() && self.before(last + 1).trim().ends_with('+');
        if signed || self.is_followed_by_more(last) {
            flags.insert(Flag::AtLeast);
        }
        Some(Count {
            value,
            flags,
            noun,
            label: label.filter(|label| label.class == Class::People),
            kind: None,
            first: number.first,
            last,
            sentence,
            total,
            part: false,
            in_brackets: self.in_brackets(number.first),
            date: 0,
            year: 0,
        })
    }

    /// The noun after the number, over its adjectives.
    fn counted(&self, number: &Number, stop: usize) -> Option<(Noun, usize)> {
        let sentence = self.sentences.get(number.first)?;
        for at in number.last + 1..stop.min(number.last + 8) {
            let token = self.tokens.get(at)?;
            let parted = token.before == Gap::Break && !self.is_aside(at);
            if parted || self.sentences.get(at) != Some(sentence) {
                return None;
            }
            // «86 чел» has its noun at once; «12 апреля – 30»: a dash parts.
            if self.before(at).contains(['–', '—', '=']) || self.before(at).contains(" - ") {
                return None;
            }
            if at > number.last + 1 && token.word == "лиц" && self.word(at - 1).starts_with("юридическ") {
                return noun("организация").map(|noun| (noun, at));
            }
            if let Some(noun) = noun(&token.word) {
                // «9 золотых медалистов»: adjectives used as nouns give way to the noun they belong to.
                let next = noun_after(self, at, stop);
                return Some(next.unwrap_or((noun, at)));
            }
            if !self.is_modifier(at) {
                return None;
            }
        }
        None
    }

    /// «12 белорусских и 18 российских участников»: the noun that the next number has.
    fn shared(&self, number: &Number, stop: usize) -> Option<(Noun, usize)> {
        self.shared_by_people(number, stop).or_else(|| self.shared_by_things(number, 6))
    }

    /// «1 и 2 курсов», «5, 6, 7 классов»: what a list of bare numbers ends with; `depth` is how far it is followed.
    fn shared_by_things(&self, number: &Number, depth: usize) -> Option<(Noun, usize)> {
        let at = self.numbers.partition_point(|other| other.first <= number.first);
        let next = self.numbers.get(at).filter(|_| depth > 0)?;
        let listed = match next.first - number.last {
            1 => self.before(next.first).trim() == ",",
            2 => matches!(self.word(number.last + 1), "и" | "and"),
            _ => false,
        };
        let stop = self.numbers.get(at + 1).map_or(self.tokens.len(), |after| after.first);
        let (noun, _) = if listed {
            self.counted(next, stop).or_else(|| self.shared_by_things(next, depth - 1))?
        } else {
            return None;
        };
        (noun.class == Class::Thing).then_some((noun, number.last))
    }

    fn shared_by_people(&self, number: &Number, stop: usize) -> Option<(Noun, usize)> {
        let next = self.numbers.iter().find(|next| next.first == stop)?;
        let and = stop.checked_sub(1).filter(|at| *at > number.last + 1 && matches!(self.word(*at), "и" | "and"))?;
        let adjectives = (number.last + 1..and).all(|at| self.is_modifier(at));
        let joined =
            (number.last + 1..=stop).all(|at| self.tokens.get(at).is_some_and(|token| token.before == Gap::Joined));
        let after = self.numbers.iter().find(|after| after.first > stop).map_or(self.tokens.len(), |after| after.first);
        let (noun, _) =
            self.counted(next, after).filter(|(noun, _)| noun.class == Class::People && adjectives && joined)?;
        Some((noun, and))
    }

    /// A bracketed aside that ends right before the token: «(2003 = 3462)».
    fn is_aside(&self, at: usize) -> bool {
        self.before(at).trim() == ")"
    }

    fn is_modifier(&self, at: usize) -> bool {
        const ENDS: &[&str] = &[
            "ых", "их", "ого", "его", "ый", "ий", "ая", "яя", "ой", "ей", "ые", "ие", "ому", "ым", "им", "ыми", "ими",
            "ую",
        ];
        const STOPS: &[&str] = &[
            "from",
            "of",
            "in",
            "on",
            "at",
            "including",
            "and",
            "over",
            "with",
            "to",
            "by",
            "which",
            "who",
            "них",
            "их",
            "которых",
            "своих",
            "online",
        ];
        let word = self.word(at);
        if STOPS.contains(&word) {
            return false;
        }
        let latin = word.is_ascii() && !word.is_empty();
        let compound =
            self.tokens.get(at + 1).is_some_and(|next| next.before == Gap::Joined) && self.before(at + 1).contains('-');
        let stop_word = matches!(word, "и" | "более" | "больше");
        latin
            || compound
            || matches!(word, "с" | "юных")
            || stop_word && self.is_and_more(at)
            || ENDS.iter().any(|end| word.ends_with(end))
    }

    /// «10 и более регионов».
    fn is_and_more(&self, at: usize) -> bool {
        let more = |word: &str| matches!(word, "более" | "больше");
        self.word(at) == "и" && more(self.word(at + 1)) || more(self.word(at)) && at > 0 && self.word(at - 1) == "и"
    }

    /// The noun of the label that leads up to the number with a dash, a colon, or as "attendees 455".
    fn label(&self, since: usize, number: &Number) -> Option<Noun> {
        let first = number.first;
        let start = since.max(first.saturating_sub(8));
        let gap_is_label = |at: usize| {
            let gap = self.before(at);
            gap.contains(['–', '—', ':', '=']) || gap.contains(" - ")
        };
        let hedged = (start + 1..=first).rev().take(4).find(|at| gap_is_label(*at));
        let last_word = first.checked_sub(1)?;
        let people = noun(self.word(last_word)).is_some_and(|noun| noun.class == Class::People);
        let direct = self.tokens.get(last_word).is_some_and(|token| people || token.word.is_ascii() && !token.digits)
            && self.tokens.get(first).is_some_and(|token| token.before == Gap::Joined);
        let upto = hedged.or((direct || self.is_linked_by_a_verb(first)).then_some(first))?;
        // «12 000 просмотров, участников – 40»: what stands after the comma is the label, if it names anything.
        let comma = (start..upto).rev().find(|at| self.before(*at).contains([',', ';'])).unwrap_or(start);
        let nouns_from = |from: usize| (from..upto).filter_map(|at| self.labelled(at, number)).collect::<Vec<Noun>>();
        let nearest = nouns_from(comma);
        let in_label = if nearest.is_empty() { nouns_from(start) } else { nearest };
        in_label.iter().find(|noun| matches!(noun.class, Class::Thing | Class::People)).or(in_label.first()).copied()
    }

    /// What a word of a label counts: «команд – 5» teams, «команда – 5» people, and «школа – 5» nobody knows.
    fn labelled(&self, at: usize, number: &Number) -> Option<Noun> {
        let found = noun(self.word(at))?;
        let one = found.class == Class::Organisation
            && found.lemma.to_lowercase().replace('ё', "е") == self.word(at)
            && number.value != Value::Exact(1);
        if !one {
            return Some(found);
        }
        if GROUPS.contains(&found.lemma) { noun("человек") } else { None }
    }

    fn is_total(&self, since: usize, first: usize) -> bool {
        (since..first).rev().take(8).any(|at| {
            let word = self.word(at);
            matches!(word, "всего" | "итого" | "total" | "overall" | "сложности" | "сложностью")
                || word.starts_with("общ")
                    && matches!(word, "общее" | "общая" | "общим" | "общей" | "общего" | "общую" | "общ")
        })
    }

    /// The year that a count behind it is told of: «в 2023 году – 35 человек».
    fn year_of(&self, number: &Number) -> Option<u64> {
        let token = self.tokens.get(number.first).filter(|token| token.digits && token.word.len() == 4)?;
        let told = self.labels(number) || number.first > 0 && matches!(self.word(number.first - 1), "в" | "in");
        token.word.parse().ok().filter(|_| told)
    }

    /// A date that stands before its counts with a colon or a dash.
    pub(super) fn labels(&self, date: &Number) -> bool {
        let after = self.before(date.last + 1);
        after.contains([':', '–', '—']) || after.contains(" - ") || after.contains('(')
    }

    pub(super) fn in_brackets(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let before = self.text.get(..token.start).unwrap_or_default();
        match (before.rfind('('), before.rfind(')')) {
            (Some(open), Some(closed)) => open > closed,
            (Some(_), None) => true,
            _ => false,
        }
    }
}

/// «10 взрослых спортсменов»: the noun behind a noun that is an adjective by form.
fn noun_after(scan: &Scan<'_>, at: usize, stop: usize) -> Option<(Noun, usize)> {
    let word = scan.word(at);
    let adjective = ["ых", "их", "ихся", "ые", "ие"].iter().any(|end| word.ends_with(end)) && word != "граждан";
    let next = (at + 1 < stop && adjective && scan.tokens.get(at + 1)?.before == Gap::Joined)
        .then(|| noun(scan.word(at + 1)))??;
    let plural =
        ["ов", "ев", "ей", "ий", "ы", "и", "ек", "ниц", "ок"].iter().any(|end| scan.word(at + 1).ends_with(end));
    (next.class == Class::People && plural).then_some((next, at + 1))
}
