//! A scanned phrase in, the place out: what was said comes first, then what follows from it.

use std::collections::BTreeSet;

use super::super::countries::{Country, by_code};
use super::super::inflect::is_form;
use super::super::tokens::{fold, tokens};
use super::attendance::attendance;
use super::gazetteer::{City, cities_at, city_of_adjective, venue_at};
use super::rest::venue_of;
use super::scan::{RegionName, Scan, Town, What};
use super::{Attendance, Home, KnownPlace, Part, Reading, web};

/// Phrases that name no place.
const NOT_GIVEN: &[&str] = &[
    "по месту нахождения",
    "по месту расположения",
    "по месту проведения",
    "по согласованию",
    "место уточняется",
    "уточняется",
    "не указано",
    "по назначению",
    "по месту жительства",
    "по месту работы",
    "там же",
    "to be confirmed",
    "tbc",
    "tbd",
];

/// Reads a phrase.
#[must_use]
pub fn read(text: &str, home: &Home) -> Reading {
    if super::super::is_too_long(text) {
        return Reading { not_given: true, ..nothing() };
    }
    let parted = web::part(&without_artefacts(text));
    let scan = Scan::of(&parted.text);
    let folded = fold(&parted.text);
    if parted.url.is_none() && (scan.tokens.is_empty() || NOT_GIVEN.iter().any(|phrase| folded.contains(phrase))) {
        return Reading { not_given: true, ..nothing() };
    }
    let mut place = Place::said(&scan, home);
    let placed = place.town.is_some() || place.cities.len() > 1;
    let attendance = attendance(&folded, placed, place.region.is_some(), parted.url.is_some());
    let venue = venue_of(&scan, place.town.as_ref().is_some_and(|town| town.marked), place.unknown);
    if attendance == Attendance::Online {
        let cities = several(place.cities);
        return Reading { url: parted.url, venue, attendance, cities, ..nothing() };
    }
    place.infer(&scan, home);
    Reading {
        city: place.town.map(|town| town.name),
        region: place.region.map(|region| region.name),
        country: place.country,
        venue,
        url: parted.url,
        attendance,
        inferred: place.inferred,
        cities: several(place.cities),
        not_given: false,
    }
}

/// One city is no list.
fn several(cities: Vec<String>) -> Vec<String> {
    if cities.len() > 1 { cities } else { Vec::new() }
}

fn nothing() -> Reading {
    Reading {
        city: None,
        region: None,
        country: None,
        venue: None,
        url: None,
        attendance: Attendance::OnSite,
        inferred: BTreeSet::new(),
        cities: Vec::new(),
        not_given: false,
    }
}

/// What a phrase says of a place, and then what follows from it.
#[derive(Default)]
struct Place {
    town: Option<Town>,
    cities: Vec<String>,
    region: Option<RegionName>,
    country: Option<Country>,
    inferred: BTreeSet<Part>,
    /// The town is written with its district.
    district: bool,
    /// All towns that stand for themselves, as the table knows them.
    towns: Vec<Town>,
    /// The words of a town that no table knows.
    unknown: Option<(usize, usize)>,
}

impl Place {
    fn said(scan: &Scan<'_>, home: &Home) -> Self {
        let mut place = Self::default();
        // What stands for itself goes before what is part of a venue's name.
        for strong in [true, false] {
            let office = !strong && names_office(scan);
            for span in scan.spans.iter().filter(|span| span.strong == strong) {
                match &span.what {
                    What::City(town) => place.add(town, strong),
                    What::Region(region) if place.region.is_none() => place.region = Some(region.clone()),
                    What::Country(country) if place.country.is_none() && !office => place.country = Some(*country),
                    What::District => place.district = true,
                    _ => {}
                }
            }
        }
        place.tell_georgias_apart(scan);
        place.part_list_and_country();
        if place.town.is_none() {
            place.find_home_town(scan, home);
        }
        if place.town.is_none() && (place.country.is_some() || place.region.is_some()) {
            place.unknown = scan.unknown_town();
            place.town = place.unknown.map(|(first, last)| Town {
                name: scan.slice(first, last).to_owned(),
                rows: Vec::new(),
                marked: false,
                village: false,
            });
        }
        place
    }

    /// "Atlanta, Georgia": the state, where its town or the USA stand beside.
    fn tell_georgias_apart(&mut self, scan: &Scan<'_>) {
        let english = scan.tokens.iter().any(|token| token.word == "georgia");
        if !english || self.country.is_none_or(|country| country.code != "GE") {
            return;
        }
        let usa = scan.spans.iter().any(|span| matches!(&span.what, What::Country(country) if country.code == "US"));
        let town_in =
            |code: &str| self.town.as_ref().is_some_and(|town| town.rows.iter().any(|row| row.country == code));
        if usa || town_in("US") && !town_in("GE") {
            self.country = if usa { by_code("US") } else { None };
            self.region = Some(RegionName { name: "Джорджия".to_owned(), country: Some("US") });
        }
    }

    /// «г. Смоленск и г. Витебск (Республика Беларусь)»: the country is that of the other town.
    fn part_list_and_country(&mut self) {
        let (Some(town), Some(country)) = (&self.town, self.country) else { return };
        let lies_there = |town: &Town| town.rows.iter().any(|row| row.country == country.code);
        if !town.rows.is_empty() && !lies_there(town) && self.towns.iter().any(lies_there) {
            self.country = None;
        }
    }

    fn add(&mut self, town: &Town, strong: bool) {
        if strong {
            self.towns.push(town.clone());
        }
        if strong && !self.cities.contains(&town.name) {
            self.cities.push(town.name.clone());
        }
        if self.town.is_none() {
            self.town = Some(town.clone());
        }
    }

    /// Towns and venues of the region that the settings name.
    fn find_home_town(&mut self, scan: &Scan<'_>, home: &Home) {
        let found = home.places.iter().find_map(|known| Some((known, mention_of_place(scan, known)?)));
        let Some((known, (first, last))) = found else { return };
        let name = known.city.as_ref().unwrap_or(&known.name);
        self.town = Some(Town { name: name.clone(), rows: Vec::new(), marked: false, village: false });
        if known.city.is_some() {
            self.inferred.insert(Part::City);
        } else if stands_alone(scan, first, last) {
            self.unknown = Some((first, last));
        }
        if self.region.is_none() {
            let name = known.region.clone().unwrap_or_else(|| home.region.clone());
            self.region = Some(RegionName { name, country: None });
            self.inferred.insert(Part::Region);
        }
        if self.country.is_none() {
            self.country = by_code(known.country.as_deref().unwrap_or(&home.country));
            self.inferred.insert(Part::Country);
        }
    }

    fn infer(&mut self, scan: &Scan<'_>, home: &Home) {
        if self.town.is_none() && self.region.is_none() && self.country.is_none() {
            self.infer_from_venue(scan, home);
        }
        self.part_region_and_country(scan);
        if self.country.is_none() && self.region.is_some() {
            self.infer_country_of_region(home);
        }
        let Some(town) = &self.town else {
            if self.country.is_none() && !is_foreign_writing(scan, home) && !is_abroad(scan) {
                self.country = by_code(&home.country);
                self.inferred.insert(Part::Country);
            }
            return;
        };
        let rows = self.fitting(&town.rows, home);
        if self.country.is_none() {
            let row = rows.first().map_or(home.country.as_str(), |row| row.country);
            self.country = by_code(row);
            if !self.district {
                self.inferred.insert(Part::Country);
            }
        }
        let russian = self.country.is_some_and(|country| country.code == "RU");
        if self.region.is_none() && russian && !self.district {
            let at_home = rows.iter().find(|row| row.region == home.region).map(|row| row.region);
            let of_table = if town.village { None } else { one_region(&rows) };
            let of_profile = || home.places.iter().find(|known| is_town_called(known, &town.name));
            let profile_says = || of_profile().map(|known| known.region.as_deref().unwrap_or(&home.region));
            let known = at_home.or(of_table).or_else(|| same_as_region(&town.name)).or_else(profile_says);
            if let Some(name) = known {
                self.region = Some(RegionName { name: name.to_owned(), country: None });
                self.inferred.insert(Part::Region);
            }
        }
    }

    /// The rows of the table that the stated country and region leave; those at home first, then the larger.
    fn fitting(&self, rows: &[City], home: &Home) -> Vec<City> {
        let fits = |row: &&City| self.country.is_none_or(|country| country.code == row.country);
        let mut left: Vec<City> = rows.iter().filter(fits).copied().collect();
        let largest = left.first().map_or(0, |row| row.rank);
        // A small town at home does not outweigh a capital of the same name.
        let outweighed = |row: &City| row.country == home.country && row.rank > largest.saturating_mul(20) + 600;
        left.sort_by_key(|row| (row.region != home.region, row.country != home.country || outweighed(row), row.rank));
        let country = left.first().map(|row| row.country);
        left.retain(|row| Some(row.country) == country);
        left
    }

    /// «Псковская область и Республика Беларусь»: two places; the first is meant.
    fn part_region_and_country(&mut self, scan: &Scan<'_>) {
        let (Some(region), Some(country)) = (&self.region, self.country) else { return };
        if region.country.is_none_or(|code| code == country.code) {
            return;
        }
        let first =
            scan.spans.iter().find(|span| span.strong && matches!(span.what, What::Region(_) | What::Country(_)));
        if first.is_some_and(|span| matches!(span.what, What::Region(_))) {
            self.country = None;
        } else {
            self.region = None;
        }
    }

    fn infer_country_of_region(&mut self, home: &Home) {
        let Some(region) = &self.region else { return };
        let at_home = region.name == home.region;
        let code = if at_home { Some(home.country.as_str()) } else { region.country };
        self.country = code.and_then(by_code).or_else(|| by_code(&home.country));
        // The profile itself says whose the home region is; any other is looked up.
        if !at_home {
            self.inferred.insert(Part::Country);
        }
    }

    /// «на ВДНХ», «Санкт-Петербургский государственный аграрный университет».
    fn infer_from_venue(&mut self, scan: &Scan<'_>, home: &Home) {
        let named = (0..scan.tokens.len()).find_map(|at| venue_at(&scan.tokens, at)).and_then(|(_, city)| {
            let words = tokens(city);
            cities_at(&words, 0).map(|(_, _, rows)| (city.to_owned(), rows))
        });
        let institution = scan.tokens.iter().any(|token| INSTITUTIONS.iter().any(|name| is_form(&token.word, name)));
        let of_adjective = || {
            let city = (0..scan.tokens.len())
                .filter(|at| institution && scan.tokens.get(*at).is_some_and(|token| token.capital || *at == 0))
                .filter(|at| !scan.is_district_at(at + 1))
                .filter_map(|at| city_of_adjective(&scan.tokens, at))
                .find(|city| !AFTER_PERSONS.contains(&city.name))?;
            Some((city.name.to_owned(), vec![city]))
        };
        if let Some((name, rows)) = named.or_else(of_adjective) {
            let rows = self.fitting(&rows, home);
            self.town = Some(Town { name, rows, marked: false, village: false });
            self.inferred.insert(Part::City);
        } else if let Some(country) = scan.country_of_name().filter(|_| institution) {
            self.country = Some(country);
            self.inferred.insert(Part::Country);
        }
    }
}

/// Institutions that are named after their city.
const INSTITUTIONS: &[&str] = &[
    "университет",
    "институт",
    "академия",
    "консерватория",
    "филармония",
    "театр",
    "музей",
    "колледж",
    "цирк",
    "школа",
    "гимназия",
    "лицей",
    "зоопарк",
    "стадион",
    "дворец",
    "библиотека",
    "завод",
    "больница",
    "галерея",
    "техникум",
];

/// Cities whose adjective is that of a person, too: «Пушкинский музей» stands in no Пушкино.
const AFTER_PERSONS: &[&str] = &[
    "Пушкин",
    "Пушкино",
    "Чехов",
    "Киров",
    "Королёв",
    "Жуковский",
    "Гагарин",
    "Дзержинск",
    "Ломоносов",
    "Мичуринск",
    "Советск",
    "Октябрьский",
    "Октябрьск",
    "Первомайск",
    "Комсомольск",
    "Калинин",
    "Ленинск",
    "Мирный",
    "Кировск",
    "Чаплыгин",
];

/// «Praha» in a phrase without a Russian letter: a place that no table knows is not at home for that.
fn is_foreign_writing(scan: &Scan<'_>, home: &Home) -> bool {
    const CYRILLIC: &[&str] = &["RU", "BY", "KZ", "KG", "TJ", "UA", "BG", "RS", "MK", "MN"];
    let letters = || scan.text.chars().filter(|letter| letter.is_alphabetic());
    CYRILLIC.contains(&home.country.as_str())
        && letters().any(|letter| letter.is_ascii())
        && !letters().any(|letter| matches!(letter, '\u{400}'..='\u{4ff}'))
}

/// «за рубежом»: some country, and not that of the region.
fn is_abroad(scan: &Scan<'_>) -> bool {
    let folded = fold(scan.text);
    ["за рубежом", "за границей", "зарубеж", "заграниц", "abroad", "overseas"].iter().any(|sign| folded.contains(sign))
}

/// Cities that are regions of their own.
fn same_as_region(city: &str) -> Option<&str> {
    super::scan::is_city_of_its_own(city).then_some(city)
}

/// The region of the rows, where there is but one, or one city is much larger than its namesakes.
pub(super) fn one_region(rows: &[City]) -> Option<&'static str> {
    let mut rows = rows.to_vec();
    rows.sort_by_key(|row| row.rank);
    let first = rows.first().filter(|row| !row.region.is_empty())?;
    let rival = rows.iter().find(|row| row.region != first.region);
    rival.is_none_or(|rival| rival.rank > first.rank * 3).then_some(first.region)
}

/// An embassy stands outside of the country that its name names.
fn names_office(scan: &Scan<'_>) -> bool {
    ["посольств", "консульств", "представительств", "embassy"]
        .iter()
        .any(|start| scan.tokens.iter().any(|token| token.word.starts_with(start)))
}

/// Where a place of the profile stands in the text: not in the name of a street, a district or a person.
fn mention_of_place(scan: &Scan<'_>, known: &KnownPlace) -> Option<(usize, usize)> {
    let town = known.city.is_none();
    std::iter::once(&known.name).chain(&known.aliases).find_map(|name| {
        let name = tokens(name);
        let stands_at = |at: usize| {
            name.iter().enumerate().all(|(offset, part)| {
                scan.tokens.get(at + offset).is_some_and(|token| {
                    // «в усадьбе»: a name that begins with a common word is not always capital.
                    (token.capital || !part.capital) && is_form(&token.word, &part.word)
                })
            })
        };
        let length = name.len().checked_sub(1)?;
        (0..scan.tokens.len())
            .map(|at| (at, at + length))
            .find(|&(first, last)| stands_at(first) && !(town && scan.is_of_another_name(first, last)))
    })
}

/// «Речегорск, Дом культуры»: nothing but commas and brackets parts the name from what else is said.
fn stands_alone(scan: &Scan<'_>, first: usize, last: usize) -> bool {
    let parts = |between: &str| between.contains([',', ';', ':', '(', ')', '\n']);
    (first == 0 || parts(scan.before(first))) && (last + 1 == scan.tokens.len() || parts(scan.before(last + 1)))
}

/// Whether a place of the profile is the town of that name.
fn is_town_called(known: &KnownPlace, name: &str) -> bool {
    known.city.is_none() && std::iter::once(&known.name).chain(&known.aliases).any(|called| fold(called) == fold(name))
}

/// Takes out what word processors leave behind, and folds white space except line ends.
fn without_artefacts(text: &str) -> String {
    let mut clean = text.to_owned();
    while let Some(start) = clean.find("[bookmark:") {
        let end = clean.get(start..).and_then(|rest| rest.find(']')).map_or(clean.len(), |end| start + end + 1);
        clean.replace_range(start..end, " ");
    }
    clean.chars().map(|letter| if letter.is_whitespace() && letter != '\n' { ' ' } else { letter }).collect()
}
