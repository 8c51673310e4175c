//! A dictionary made ready for looking up: every spelling folded once. Text in, entry out; a near miss is told apart from
//! a hit, and what resembles two entries alike is no entry.

use std::collections::BTreeMap;

use rapidfuzz::fuzz::ratio;

use crate::form::Dictionary;
use crate::phrase::text;
use crate::words::LocalText;

/// From this likeness on a single entry is taken for a misspelling.
const NEAR: f64 = 0.9;
/// No other entry may come as near as this to the nearest one.
const MARGIN: f64 = 0.04;
/// Every word of a misspelling must resemble its counterpart: «в сфере связи» is not «в сфере спорта».
const WORD: f64 = 0.7;
/// Shorter words are too easily another one.
const SHORTEST: usize = 5;
/// From this likeness on an entry is worth asking about.
const WORTH_ASKING: f64 = 0.6;

/// What a dictionary says to a text.
#[derive(Debug, PartialEq)]
pub(super) enum Found<'a> {
    /// The entry's key; the text is its key, label or alias.
    Exact(&'a str),
    /// The entry's key and label; the text is a misspelling of it and of no other.
    Near(&'a str, &'a LocalText),
    /// No entry; perhaps this label was meant.
    Nothing(Option<&'a LocalText>),
}

/// A dictionary ready for looking up.
#[derive(Debug)]
pub(super) struct Vocabulary {
    entries: Vec<(String, LocalText)>,
    /// Folded spelling → entry. Where two entries share a spelling, the first one has it.
    spellings: BTreeMap<String, usize>,
}

impl Vocabulary {
    pub(super) fn of(dictionary: &Dictionary) -> Self {
        let mut spellings = BTreeMap::new();
        // Keys and labels go before the aliases of any entry.
        for (index, entry) in dictionary.entries.iter().enumerate() {
            for spelling in std::iter::once(entry.key.as_str()).chain(entry.label.all()) {
                spellings.entry(text::fold(spelling)).or_insert(index);
            }
        }
        for (index, entry) in dictionary.entries.iter().enumerate() {
            for alias in &entry.aliases {
                spellings.entry(text::fold(alias)).or_insert(index);
            }
        }
        spellings.remove("");
        let entries = dictionary.entries.iter().map(|entry| (entry.key.clone(), entry.label.clone())).collect();
        Self { entries, spellings }
    }

    /// The label of a key.
    pub(super) fn label(&self, key: &str) -> Option<&LocalText> {
        self.entries.iter().find(|(own, _)| own == key).map(|(_, label)| label)
    }

    pub(super) fn find(&self, written: &str) -> Found<'_> {
        // Nearly every cell was filled from the drop-down: it is mended only where it is not found as it stands.
        let as_written = text::fold(written);
        if let Some(key) = self.key_of(&as_written) {
            return Found::Exact(key);
        }
        let (mended, _) = text::mend_lookalikes(&text::one_line(written));
        let folded = text::fold(&mended);
        let unnumbered = folded.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        match self.key_of(&folded).or_else(|| self.key_of(unnumbered)) {
            Some(key) => Found::Exact(key),
            None => self.nearest(unnumbered),
        }
    }

    fn key_of(&self, folded: &str) -> Option<&str> {
        self.spellings.get(folded).and_then(|index| self.entries.get(*index)).map(|(key, _)| key.as_str())
    }

    fn nearest(&self, folded: &str) -> Found<'_> {
        let mut best: Option<(f64, usize, &str)> = None;
        let mut second = 0.0_f64;
        for (spelling, index) in &self.spellings {
            let likeness = ratio(folded.chars(), spelling.chars());
            match best {
                Some((top, holder, _)) if likeness <= top => {
                    if holder != *index {
                        second = second.max(likeness);
                    }
                }
                _ => {
                    if let Some((top, holder, _)) = best
                        && holder != *index
                    {
                        second = second.max(top);
                    }
                    best = Some((likeness, *index, spelling));
                }
            }
        }
        let Some((likeness, index, spelling)) = best.filter(|(likeness, ..)| *likeness >= WORTH_ASKING) else {
            return Found::Nothing(None);
        };
        let Some((key, label)) = self.entries.get(index) else { return Found::Nothing(None) };
        let near = likeness >= NEAR
            && likeness - second >= MARGIN
            && folded.chars().count() >= SHORTEST
            && word_by_word(folded, spelling);
        if near { Found::Near(key, label) } else { Found::Nothing(Some(label)) }
    }
}

/// Whether two spellings differ inside of words only. Where the words are parted differently, spaces are left aside.
fn word_by_word(left: &str, right: &str) -> bool {
    let [left_words, right_words] = [left, right].map(|side| side.split(' ').collect::<Vec<_>>());
    if left_words.len() == right_words.len() {
        return left_words.iter().zip(&right_words).all(|(l, r)| ratio(l.chars(), r.chars()) >= WORD);
    }
    let [left, right] = [left, right].map(|side| side.replace(' ', ""));
    ratio(left.chars(), right.chars()) >= 0.96
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Entry;

    fn vocabulary(labels: &[&str]) -> Vocabulary {
        let entry = |label: &&str| Entry {
            key: format!("key of {label}"),
            label: LocalText::from(*label),
            aliases: vec![format!("другое {label}")],
            people: true,
            signs: Vec::new(),
            of_many: LocalText::default(),
            counted: LocalText::default(),
        };
        Vocabulary::of(&Dictionary { entries: labels.iter().map(entry).collect(), ..Dictionary::default() })
    }

    const FIELDS: [&str; 3] = ["Сотрудничество в сфере спорта", "Сотрудничество в сфере туризма", "Наука и школы"];

    #[test]
    fn case_quotes_numbers_and_aliases_do_not_matter() {
        let words = vocabulary(&FIELDS);
        let sport = Found::Exact("key of Сотрудничество в сфере спорта");
        for written in [FIELDS[0], "  сотрудничество  в сфере «СПОРТА».", "1. Сотрудничество в сфере спорта"]
        {
            assert_eq!(words.find(written), sport, "{written}");
        }
        assert_eq!(words.find("Другое наука и школы"), Found::Exact("key of Наука и школы"));
    }

    #[test]
    fn a_misspelling_of_one_entry_is_taken_and_told() {
        let words = vocabulary(&FIELDS);
        for written in ["Сотрудничесво в сфере спорта", "Сотрудничество в сфере спорт"]
        {
            assert!(matches!(words.find(written), Found::Near("key of Сотрудничество в сфере спорта", _)), "{written}");
        }
    }

    #[test]
    fn another_word_is_not_a_misspelling_but_worth_asking_about() {
        let words = vocabulary(&FIELDS);
        assert!(matches!(words.find("Сотрудничество в сфере связи"), Found::Nothing(Some(_))));
        assert_eq!(words.find("Погода"), Found::Nothing(None));
    }

    #[test]
    fn what_resembles_two_entries_alike_is_neither() {
        let words = vocabulary(&["восточный район", "восточная район"]);
        assert!(matches!(words.find("восточны район"), Found::Nothing(Some(_)) | Found::Near(..)));
        assert!(matches!(vocabulary(&["Нигерия", "Нигериа"]).find("Нигери"), Found::Nothing(Some(_))));
    }
}
