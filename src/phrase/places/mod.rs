//! Places as people write them: city, region, country, venue, address on the web.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::countries::Country;

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

/// Reads a phrase.
#[must_use]
pub fn read(_text: &str, _home: &Home) -> Reading {
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

/// Whether two spellings mean one city: «Шеньян» and «Шэньян», «г. Орёл» and «Орел».
#[must_use]
pub fn same_city(_left: &str, _right: &str) -> bool {
    false
}
