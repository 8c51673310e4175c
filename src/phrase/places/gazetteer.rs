//! Words of a text in, cities, regions and venues of the tables out.
//!
//! It says what a name may mean; which meaning is meant is for `read` to say.

use std::sync::LazyLock;

use super::super::lexicon::Lexicon;
use super::super::tokens::{Token, fold};
use super::regions::REGIONS;
use super::venues::{VENUES, adjective_of};

/// A row of the table of regions.
#[derive(Debug)]
pub(super) struct Region {
    /// ISO code.
    pub(super) country: &'static str,
    pub(super) name: &'static str,
    pub(super) aliases: &'static [&'static str],
}

/// A row of the table of cities.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct City {
    /// ISO code.
    pub(super) country: &'static str,
    /// Empty where the table does not say.
    pub(super) region: &'static str,
    /// The usual Russian name.
    pub(super) name: &'static str,
    /// The name that was found: another spelling, perhaps.
    pub(super) found: &'static str,
    /// The place in the table: larger cities come first.
    pub(super) rank: usize,
}

struct Gazetteer {
    cities: Lexicon<City>,
    regions: Lexicon<&'static Region>,
    venues: Lexicon<&'static str>,
    /// «смоленский» → «Смоленск».
    adjectives: Lexicon<City>,
}

/// How many of the largest Russian and Belarusian cities lend their names to institutions.
const LARGEST: usize = 2600;

static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut gazetteer = Gazetteer {
        cities: Lexicon::default(),
        regions: Lexicon::default(),
        venues: Lexicon::default(),
        adjectives: Lexicon::default(),
    };
    let lines = include_str!("cities.tsv").lines().filter(|line| !line.starts_with('#'));
    for (rank, line) in lines.enumerate() {
        let mut fields = line.split('\t');
        let mut next = || fields.next().unwrap_or_default();
        let (country, region, name, english, others) = (next(), next(), next(), next(), next());
        let names = std::iter::once(name).chain(others.split('|')).chain(english.split('|'));
        for found in names.filter(|name| !name.is_empty()) {
            gazetteer.cities.add(found, City { country, region, name, found, rank });
        }
        if rank < LARGEST && matches!(country, "RU" | "BY") {
            let adjective = adjective_of(&fold(name));
            gazetteer.adjectives.add(&adjective, City { country, region, name, found: name, rank });
        }
    }
    for region in REGIONS {
        for name in std::iter::once(&region.name).chain(region.aliases) {
            gazetteer.regions.add(name, region);
        }
    }
    for (venue, city) in VENUES {
        gazetteer.venues.add(venue, *city);
    }
    gazetteer
});

/// Cities of one name: its number of words, whether it stands in the nominative, the rows, larger first.
pub(super) type Named = (usize, bool, Vec<City>);

/// The cities whose name starts there.
pub(super) fn cities_at(tokens: &[Token], at: usize) -> Option<Named> {
    let hits = GAZETTEER.cities.at(tokens, at);
    let first = hits.first()?;
    Some((first.words, first.exact, hits.iter().map(|hit| *hit.value).collect()))
}

/// The region whose name starts there.
pub(super) fn region_at(tokens: &[Token], at: usize) -> Option<(usize, &'static Region)> {
    GAZETTEER.regions.at(tokens, at).first().map(|hit| (hit.words, *hit.value))
}

/// The ISO code of the region whose adjective a word is: «Брестской» of «Брестская область».
pub(super) fn region_of_adjective(token: &Token) -> Option<&'static str> {
    let adjective = |name: &'static str| name.strip_suffix(" область").map(fold);
    let stem = |name: String| name.strip_suffix("ая").map(str::to_owned);
    let regions = REGIONS.iter().filter(|_| token.capital && token.word.contains("ск"));
    let mut named = regions.filter(|region| {
        adjective(region.name).and_then(stem).is_some_and(|stem| {
            token
                .word
                .strip_prefix(&stem)
                .is_some_and(|end| matches!(end, "ая" | "ой" | "ую" | "ою" | "ие" | "их" | "ими"))
        })
    });
    named.next().map(|region| region.country)
}

/// The city of a venue that everybody knows.
pub(super) fn venue_at(tokens: &[Token], at: usize) -> Option<(usize, &'static str)> {
    GAZETTEER.venues.at(tokens, at).first().map(|hit| (hit.words, *hit.value))
}

/// The city that an adjective comes from: «Санкт-Петербургский».
pub(super) fn city_of_adjective(tokens: &[Token], at: usize) -> Option<City> {
    GAZETTEER.adjectives.at(tokens, at).first().map(|hit| *hit.value)
}
