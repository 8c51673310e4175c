//! Countries: ISO 3166 codes with Russian and English names, aliases and inflected forms.
//!
//! Text in, countries out. It knows names and adjectives of countries, and nothing of cities, regions or people.

mod mention;
mod table;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

pub(super) use mention::{Mention, is_kind_of_state, mentions};

use super::tokens::{fold, tokens};

/// A country, by its ISO 3166-1 alpha-2 code, or a custom code of ours for what the standard does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country {
    /// `BY`; `X-AB` for Abkhazia, `X-OS` for South Ossetia, `X-PM` for Transnistria, `XK` for Kosovo.
    pub code: &'static str,
    /// The short form: «Беларусь».
    pub ru: &'static str,
    pub en: &'static str,
}

/// A row of the table.
struct Entry {
    code: &'static str,
    ru: &'static str,
    en: &'static str,
    /// Other names, in either language.
    aliases: &'static [&'static str],
    /// «белорусский», "Belarusian".
    adjectives: &'static [&'static str],
}

impl Entry {
    const fn country(&self) -> Country {
        Country { code: self.code, ru: self.ru, en: self.en }
    }
}

static ALL: LazyLock<Vec<Country>> = LazyLock::new(|| table::ENTRIES.iter().map(Entry::country).collect());

/// The country of that code, in whatever case the code is written.
#[must_use]
pub fn by_code(code: &str) -> Option<Country> {
    let code = code.trim().to_ascii_uppercase();
    let at = table::ENTRIES.binary_search_by(|entry| entry.code.cmp(code.as_str())).ok()?;
    table::ENTRIES.get(at).map(Entry::country)
}

/// The country that `text` names, and nothing beside it («РБ», «Республика Беларусь», "Belarus").
///
/// The case of letters does not matter, nor does the grammatical case.
#[must_use]
pub fn named(text: &str) -> Option<Country> {
    let upper = text.trim().to_uppercase();
    let words = tokens(&upper);
    let found = mention::all_in(&words);
    let first = found.first()?;
    let mut left = 0;
    for (index, token) in words.iter().enumerate() {
        if found.iter().any(|mention| (mention.first..=mention.last).contains(&index)) {
            continue;
        }
        if !is_kind_of_state(&token.word) {
            return None;
        }
        left += 1;
    }
    let one = found.iter().all(|mention| mention.country == first.country);
    (one && (left > 0 || found.iter().any(|mention| !mention.adjective))).then_some(first.country)
}

/// Every country that running text mentions, in any case form or as an adjective, each once, in the order of the text.
///
/// A name alone in quotation marks («Россия» as the name of an exhibition) is no mention.
#[must_use]
pub fn mentioned(text: &str) -> Vec<Country> {
    let mut found = Vec::new();
    for mention in mentions(text, &tokens(text)) {
        if !found.contains(&mention.country) {
            found.push(mention.country);
        }
    }
    found
}

/// Every country, in the order of the codes.
#[must_use]
pub fn all() -> &'static [Country] {
    &ALL
}

/// How alike two names must be for a suggestion, from 0 to 1.
const NEAR: f64 = 0.7;

/// The name that comes nearest to what cannot be understood: for "did you mean".
#[must_use]
pub fn nearest(text: &str) -> Option<Country> {
    if let Some(country) = named(text) {
        return Some(country);
    }
    let asked = fold(text.trim());
    let comparator = rapidfuzz::fuzz::RatioBatchComparator::new(asked.chars());
    let mut best: Option<(f64, Country)> = None;
    for entry in table::ENTRIES {
        for name in [entry.ru, entry.en].iter().chain(entry.aliases).filter(|name| name.chars().count() > 3) {
            let score = comparator.similarity(fold(name).chars());
            if score >= NEAR && best.is_none_or(|(most, _)| score > most) {
                best = Some((score, entry.country()));
            }
        }
    }
    best.map(|(_, country)| country)
}
