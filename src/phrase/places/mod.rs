//! Places as people write them: city, region, country, venue, address on the web.
//!
//! Text in, a place out, with what was inferred. It knows tables of countries, regions and larger cities; a town that
//! no table knows is kept as written.

mod attendance;
mod chunks;
mod gazetteer;
mod lands;
mod marks;
mod read;
mod rest;
mod regions;
mod scan;
#[cfg(test)]
mod tests;
mod venue;
mod venues;
mod web;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::countries::{Country, by_code};
use super::tokens::{Token, tokens};

pub use read::read;

/// Where the report is from: what a place without a country means.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Home {
    /// ISO code of the home country.
    pub country: String,
    /// «Смоленская область».
    pub region: String,
    /// Towns and known venues of the region.
    #[serde(default)]
    pub places: Vec<KnownPlace>,
}

/// A place that a form or the settings name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownPlace {
    /// As the report writes it: «Вязьма», «Дом Советов».
    pub name: String,
    /// Other spellings, inflected forms.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The city, where the place is a venue.
    #[serde(default)]
    pub city: Option<String>,
    /// The region, where it is not the home region.
    #[serde(default)]
    pub region: Option<String>,
    /// ISO code of the country, where it is not the home country.
    #[serde(default)]
    pub country: Option<String>,
}

/// How an event is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    OnSite,
    Online,
    Both,
}

/// A part of a place that was not written but inferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    City,
    Region,
    Country,
}

/// What a phrase says about a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Nominative, as written otherwise: «Шеньян» stays «Шеньян».
    pub city: Option<String>,
    pub region: Option<String>,
    /// An online event has none.
    pub country: Option<Country>,
    pub venue: Option<String>,
    pub url: Option<String>,
    pub attendance: Attendance,
    pub inferred: BTreeSet<Part>,
    /// Several cities, where several are named.
    pub cities: Vec<String>,
    /// «по месту нахождения учреждения»: a phrase that names no place.
    pub not_given: bool,
}

impl Reading {
    /// The region of the city, where the phrase or what was inferred from it says one, or else where the table does:
    /// «Гродненская область» for «г. Гродно, Республика Беларусь».
    #[must_use]
    pub fn region_or_known(&self) -> Option<String> {
        self.region.clone().or_else(|| known_region(self.city.as_deref()?, self.country?).map(str::to_owned))
    }
}

/// The region that the table has for a city of Russia, Belarus or the USA; `None` where it knows several.
#[must_use]
pub fn known_region(city: &str, country: Country) -> Option<&'static str> {
    let words = tokens(city);
    let (_, _, rows) = gazetteer::cities_at(&words, 0).filter(|(count, ..)| *count == words.len())?;
    let rows: Vec<_> = rows.into_iter().filter(|row| row.country == country.code).collect();
    read::one_region(&rows)
}

/// Whether two spellings mean one city: «Шеньян» and «Шэньян», «г. Орёл» and «Орел».
#[must_use]
pub fn same_city(left: &str, right: &str) -> bool {
    let (left, right) = (bare_city(left), bare_city(right));
    let folded = |words: &[Token]| words.iter().map(|token| token.word.clone()).collect::<Vec<_>>();
    if left.is_empty() || right.is_empty() {
        return false;
    }
    if folded(&left) == folded(&right) {
        return true;
    }
    let rows = |words: &[Token]| {
        let found = gazetteer::cities_at(words, 0).filter(|(count, ..)| *count == words.len());
        found.map(|(_, _, rows)| rows).unwrap_or_default()
    };
    let (left, right) = (rows(&left), rows(&right));
    left.iter().any(|one| right.iter().any(|other| one.rank == other.rank))
}

/// What the spellings of one city have in common, to look cities up by: nearly always the same for two of which
/// [`same_city`] says that they are one.
#[must_use]
pub fn city_key(city: &str) -> String {
    let words = bare_city(city);
    let known = gazetteer::cities_at(&words, 0).filter(|(count, ..)| *count == words.len());
    match known.and_then(|(_, _, rows)| rows.iter().map(|row| row.rank).min()) {
        Some(rank) => rank.to_string(),
        None => words.iter().map(|token| token.word.as_str()).collect::<Vec<_>>().join(" "),
    }
}

/// The words of a city's name without «г.».
fn bare_city(text: &str) -> Vec<Token> {
    let mut words = tokens(text);
    if words.len() > 1
        && words.first().is_some_and(|first| matches!(first.word.as_str(), "г" | "гор" | "город" | "пос" | "пгт"))
    {
        words.remove(0);
    }
    words
}

/// The countries whose regions a text names, each once, in its order: «Гродненской и Минской областей» is Belarus.
#[must_use]
pub fn countries_of_regions(text: &str) -> Vec<Country> {
    /// How far behind the adjective its noun may stand: «Брестской, Гродненской и Минской областей».
    const REACH: usize = 8;
    let words = tokens(text);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let noun = (at + 1..words.len().min(at + REACH)).any(|at| words[at].word.starts_with("област"));
        let country = noun.then(|| gazetteer::region_of_adjective(&words[at])).flatten().and_then(by_code);
        if let Some(country) = country.filter(|country| !found.contains(country)) {
            found.push(country);
        }
    }
    found
}

/// The country of a region that starts there: «Витебской области».
pub(super) fn country_of_region(tokens: &[Token], at: usize, _home: &Home) -> Option<Country> {
    scan::region_country(tokens, at)
}
