//! Names in, a finder out: which name of a table starts at a word of a text, in whatever case.
//!
//! It keeps nominatives only and looks them up by their first letters. It does not know what its names mean.

use std::collections::HashMap;

use super::inflect::is_form;
use super::tokens::{Gap, Token, tokens};

/// A table of names, each of one word or several.
pub(super) struct Lexicon<T> {
    names: Vec<Name<T>>,
    by_letters: HashMap<String, Vec<usize>>,
}

struct Name<T> {
    words: Vec<Word>,
    value: T,
}

struct Word {
    folded: String,
    /// «РБ», "US": capital letters only, and never inflected.
    abbreviation: bool,
}

/// A name that was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'a, T> {
    /// How many words of the text it takes.
    pub(super) words: usize,
    /// It stands in the nominative.
    pub(super) exact: bool,
    pub(super) value: &'a T,
}

impl<T> Default for Lexicon<T> {
    fn default() -> Self {
        Self { names: Vec::new(), by_letters: HashMap::new() }
    }
}

impl<T> Lexicon<T> {
    /// Adds a name. Names that were added earlier are found earlier.
    pub(super) fn add(&mut self, name: &str, value: T) {
        let words: Vec<Word> = tokens(name)
            .into_iter()
            .map(|token| Word { abbreviation: token.caps && token.word.chars().count() <= 4, folded: token.word })
            .collect();
        let Some(first) = words.first() else { return };
        let letters = if first.folded.chars().count() >= 5 { 3 } else { 2 };
        self.by_letters.entry(letters_of(&first.folded, letters).to_owned()).or_default().push(self.names.len());
        self.names.push(Name { words, value });
    }

    /// The longest names that start at `tokens[at]`; those in the nominative alone, where there are any.
    pub(super) fn at(&self, tokens: &[Token], at: usize) -> Vec<Hit<'_, T>> {
        let mut hits: Vec<Hit<'_, T>> = Vec::new();
        let Some(first) = tokens.get(at) else { return hits };
        for letters in [3, 2] {
            for index in self.by_letters.get(letters_of(&first.word, letters)).into_iter().flatten() {
                let Some(name) = self.names.get(*index) else { continue };
                let Some(exact) = matches_at(&name.words, tokens, at) else { continue };
                let hit = Hit { words: name.words.len(), exact, value: &name.value };
                let best = hits.first().map(|best| (best.words, best.exact));
                match best.map_or(std::cmp::Ordering::Greater, |best| (hit.words, hit.exact).cmp(&best)) {
                    std::cmp::Ordering::Greater => hits = vec![hit],
                    std::cmp::Ordering::Equal => hits.push(hit),
                    std::cmp::Ordering::Less => {}
                }
            }
        }
        hits
    }
}

/// Whether the words stand there, and whether all in the nominative.
fn matches_at(words: &[Word], tokens: &[Token], at: usize) -> Option<bool> {
    let mut exact = true;
    for (offset, word) in words.iter().enumerate() {
        let token = tokens.get(at + offset)?;
        if offset > 0 && !joins(token.before, tokens.get(at + offset - 1)) {
            return None;
        }
        if word.abbreviation {
            if !(token.caps || token.capital && token.word.len() == 1) || token.word != word.folded {
                return None;
            }
        } else if !is_form(&token.word, &word.folded) {
            return None;
        }
        exact &= token.word == word.folded;
    }
    Some(exact)
}

/// A full stop is inside a name only after something as short as "St." or "U.S."
fn joins(gap: Gap, before: Option<&Token>) -> bool {
    match gap {
        Gap::Joined => true,
        Gap::Stop => before.is_some_and(|token| token.word.chars().count() <= 2),
        Gap::Break => false,
    }
}

fn letters_of(word: &str, letters: usize) -> &str {
    word.char_indices().nth(letters).and_then(|(end, _)| word.get(..end)).unwrap_or(word)
}
