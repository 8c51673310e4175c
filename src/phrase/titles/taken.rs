//! A title taken apart: words, their stems, numbers and proper names; lead words found and left out.
//!
//! In goes a title, out comes a [`Title`]. It compares nothing.

use std::collections::{BTreeSet, HashMap};

use rust_stemmers::{Algorithm, Stemmer};

use super::{Title, numbers};
use crate::phrase::text;

/// A word of a title.
struct Word {
    /// As written.
    raw: String,
    /// Lower-case, «ё» as «е».
    folded: String,
    quoted: bool,
    /// First of the title, or of a sentence in it: its capital says nothing.
    initial: bool,
    number: Option<u32>,
}

/// Words too small to matter.
const SMALL: [&str; 40] = [
    "в", "во", "на", "и", "по", "с", "со", "для", "о", "об", "от", "до", "из", "за", "к", "ко", "у", "при", "под",
    "над", "г", "не", "год", "года", "году", "the", "of", "in", "on", "at", "and", "for", "to", "a", "an", "with",
    "by", "from", "as", "its",
];

/// Stems of capitalised words that name a kind of thing, not a thing.
const KINDS: [&str; 54] = [
    "международн",
    "межрегиональн",
    "всероссийск",
    "республиканск",
    "областн",
    "городск",
    "региональн",
    "национальн",
    "государствен",
    "открыт",
    "ежегодн",
    "традицион",
    "молодежн",
    "детск",
    "женск",
    "мужск",
    "юношеск",
    "студенческ",
    "творческ",
    "спортивн",
    "делов",
    "научн",
    "практическ",
    "выставк",
    "ярмарк",
    "форум",
    "фестивал",
    "конференц",
    "конкурс",
    "чемпионат",
    "турнир",
    "кубк",
    "первенств",
    "соревнован",
    "встреч",
    "заседан",
    "совещан",
    "визит",
    "мисс",
    "саммит",
    "концерт",
    "программ",
    "проект",
    "област",
    "район",
    "город",
    "республик",
    "федерац",
    "кра",
    "округ",
    "intern",
    "forum",
    "exhibit",
    "festiv",
];

/// Stems of words by which a title begins that only say what was done: «проведение», «организация и проведение».
const DOINGS: [&str; 9] = [
    "участи",
    "проведени",
    "организаци",
    "подготовк",
    "participation",
    "holding",
    "organisation",
    "organization",
    "participating",
];

pub(super) fn apart(title: &str) -> Title {
    let (mended, _) = text::mend_lookalikes(&text::one_line(title));
    let words = words(&mended);
    let stemmer = Stems::new();
    let lead = lead_length(&words);
    let quoted = words.iter().filter(|word| word.quoted && word.number.is_none());
    let quoted = quoted.filter(|word| !SMALL.contains(&word.folded.as_str())).map(|word| stemmer.stem(&word.folded));
    let mut taken = Title { names: names(&words, &stemmer), quoted: quoted.collect(), ..Title::default() };
    let mut key = Vec::new();
    for word in &words[lead..] {
        if let Some(number) = word.number {
            taken.ordinals.insert(number);
            key.push(number.to_string());
        } else {
            let stem = stemmer.stem(&word.folded);
            if !SMALL.contains(&word.folded.as_str()) {
                taken.stems.push(stem.clone());
            }
            key.push(stem);
        }
    }
    taken.key = key.join(" ");
    taken
}

/// Cuts the words of running text to their stems; remembers those it has seen, for running text repeats itself.
pub struct Stemming {
    stems: Stems,
    seen: HashMap<String, Option<String>>,
    folded: String,
}

impl Default for Stemming {
    fn default() -> Self {
        Self { stems: Stems::new(), seen: HashMap::new(), folded: String::new() }
    }
}

impl Stemming {
    /// Gives the stem of every word that matters and every number in digits, in order.
    pub fn each(&mut self, text: &str, mut found: impl FnMut(&str)) {
        for word in text.split(|c: char| !is_of_a_word(c)).filter(|word| !word.is_empty()) {
            self.folded.clear();
            for c in word.chars() {
                match c {
                    'а'..='я' | 'a'..='z' | '0'..='9' => self.folded.push(c),
                    _ => self.folded.extend(c.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c })),
                }
            }
            if let Some(stem) = self.seen.get(&self.folded) {
                if let Some(stem) = &stem {
                    found(stem);
                }
                continue;
            }
            let stem = self.matters().then(|| self.stems.stem(&self.folded));
            if let Some(stem) = &stem {
                found(stem);
            }
            self.seen.insert(self.folded.clone(), stem);
        }
    }

    /// Neither a small word nor an initial.
    fn matters(&self) -> bool {
        let digits = self.folded.starts_with(|c: char| c.is_ascii_digit());
        (digits || self.folded.chars().nth(1).is_some()) && !SMALL.contains(&self.folded.as_str())
    }
}

struct Stems {
    russian: Stemmer,
    english: Stemmer,
}

impl Stems {
    fn new() -> Self {
        Self { russian: Stemmer::create(Algorithm::Russian), english: Stemmer::create(Algorithm::English) }
    }

    fn stem(&self, folded: &str) -> String {
        let stemmer = if folded.chars().any(text::is_cyrillic) { &self.russian } else { &self.english };
        stemmer.stem(folded).into_owned()
    }
}

/// The words with what stands about them: quotation marks and ends of sentences.
fn words(title: &str) -> Vec<Word> {
    let chars: Vec<char> = title.chars().collect();
    let quoted = quoted(&chars);
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    let mut initial = true;
    while at < chars.len() {
        if !chars[at].is_alphanumeric() {
            initial |= matches!(chars[at], '.' | '!' | '?')
                && chars.get(at + 1).is_none_or(|c| *c == ' ')
                && !short(words.last());
            at += 1;
            continue;
        }
        let length = chars[at..].iter().take_while(|c| c.is_alphanumeric() || is_mark(**c)).count();
        let raw: String = chars[at..at + length].iter().collect();
        let after_hyphen = at > 0 && text::is_dash(chars[at - 1]);
        let ending = after_hyphen && is_ending(&raw) && words.last().is_some_and(|word| word.number.is_some());
        if !ending {
            let folded = raw.to_lowercase().replace('ё', "е");
            words.push(Word { number: numbers::number(&raw), folded, raw, quoted: quoted[at], initial });
        }
        initial = false;
        at += length;
    }
    words
}

/// A letter, a digit or a mark; those that are frequent are told without a look into the tables.
fn is_of_a_word(c: char) -> bool {
    match c {
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => true,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric() || is_mark(c),
    }
}

/// A mark above or below a letter, that composition left standing.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// «г.», «им.»: the stop ends no sentence.
fn short(word: Option<&Word>) -> bool {
    word.is_some_and(|word| word.raw.chars().count() <= 3)
}

/// The ending of an ordinal: «18-й», «9-го».
fn is_ending(raw: &str) -> bool {
    [
        "й", "ый", "ой", "я", "ая", "е", "ое", "го", "ого", "му", "ому", "м", "ом", "ю", "ую", "х", "ых", "th", "st",
        "nd", "rd",
    ]
    .contains(&raw)
}

/// Which characters stand in quotation marks. Marks in titles are often unbalanced («Дворец «Юность»), so every opening mark
/// goes to the next closing one, and one that is never closed opens nothing.
fn quoted(chars: &[char]) -> Vec<bool> {
    let mut inside = vec![false; chars.len()];
    let mut opened: Option<usize> = None;
    for (at, &c) in chars.iter().enumerate() {
        if !text::is_quote(c) || apostrophe(chars, at) {
            continue;
        }
        let opens = match c {
            '«' | '„' | '‘' | '‹' => true,
            '»' | '”' | '›' => false,
            // The rest both open and close: they open before a word.
            _ => opened.is_none() && chars.get(at + 1).is_some_and(|next| next.is_alphanumeric()),
        };
        if opens {
            opened.get_or_insert(at);
        } else if let Some(start) = opened.take() {
            inside[start..at].fill(true);
        }
    }
    inside
}

fn apostrophe(chars: &[char], at: usize) -> bool {
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric());
    matches!(chars[at], '\'' | '’') && letter(at.checked_sub(1)) && letter(at.checked_add(1))
}

/// How many words at the start only say what was done: «участие [делегации …] в», «организация и проведение», "the".
fn lead_length(words: &[Word]) -> usize {
    let mut lead = 0;
    loop {
        let rest = &words[lead..];
        let taken = one_lead(rest);
        if taken == 0 || taken >= rest.len() {
            return lead;
        }
        lead += taken;
    }
}

fn one_lead(words: &[Word]) -> usize {
    let is = |at: usize, known: &[&str]| words.get(at).is_some_and(|word| known.contains(&word.folded.as_str()));
    let doing = |at: usize| {
        words.get(at).is_some_and(|word| DOINGS.iter().any(|stem| word.folded.starts_with(stem)) && !word.quoted)
    };
    if is(0, &["the", "o", "о", "об"]) && (doing(1) || is(0, &["the"])) {
        return 1;
    }
    if is(0, &["taking", "took", "take", "принятие"]) && is(1, &["part", "участия"]) && is(2, &["in", "в", "во"])
    {
        return 3;
    }
    if !doing(0) {
        return 0;
    }
    let mut end = 1;
    while is(end, &["и", "and"]) && doing(end + 1) {
        end += 2;
    }
    let last = &words[end - 1].folded;
    if last.starts_with("участи") || last.starts_with("participat") {
        return participation(words, end);
    }
    if is(end, &["of"]) { end + 1 } else { end }
}

/// «участие в», «участие делегации Лугового района в»: up to the first «в» that a word of moderate distance leads to.
fn participation(words: &[Word], end: usize) -> usize {
    const FARTHEST: usize = 10;
    let until = words.len().min(end + FARTHEST);
    let found = (end..until)
        .take_while(|&at| !words[at].quoted || at == end)
        .find(|&at| ["в", "во", "in"].contains(&words[at].folded.as_str()));
    found.map_or(0, |at| at + 1)
}

/// Words in quotation marks, and words whose capital is their own.
fn names(words: &[Word], stemmer: &Stems) -> BTreeSet<String> {
    // In a title all in capitals a capital says nothing.
    let shouted = words.iter().all(|word| word.raw == word.raw.to_uppercase());
    words
        .iter()
        .filter(|word| word.number.is_none() && !SMALL.contains(&word.folded.as_str()))
        .filter_map(|word| {
            let stem = stemmer.stem(&word.folded);
            let capital = word.raw.starts_with(char::is_uppercase) && !shouted;
            // «Брестская …»: at the start too a name in -ский is a name.
            let own = capital && (!word.initial || is_of_a_place(&stem));
            (word.quoted || own && !KINDS.contains(&stem.as_str())).then_some(stem)
        })
        .collect()
}

/// A stem in -ск that may be made of a place name.
fn is_of_a_place(stem: &str) -> bool {
    stem.ends_with("ск") && stem.chars().count() > 4
}
