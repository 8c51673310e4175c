//! Whether two rows agree on where and when: what link judges by, and what merge must know before it puts together what two
//! rows say. In: what was understood of two rows. Out: on which part of the place they agree or differ, and whether their
//! days are the same.
//!
//! It knows nothing of titles, and does not decide what follows from a difference.

use super::Understood;
use crate::phrase::dates::Days;
use crate::phrase::places::{self, Attendance};
use crate::phrase::text;
use crate::record::Interval;

/// A part of a place that two rows can agree or differ on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PlacePart {
    Country,
    Region,
    City,
    /// The site of an event online.
    Host,
    /// On site or online.
    Attendance,
}

/// How the places of two rows stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PlaceMatch {
    /// The finest part that both name is the same.
    Same(PlacePart),
    /// They name no part in common: nothing speaks for one place, nothing against it.
    Open,
    /// They differ in a part that two reports of one event may well give differently.
    Doubtful(PlacePart),
    /// They cannot be one place.
    Apart(PlacePart),
}

impl PlaceMatch {
    /// Whether nothing speaks against one place.
    #[must_use]
    pub fn agrees(self) -> bool {
        matches!(self, Self::Same(_) | Self::Open)
    }
}

impl Understood {
    /// How the places of two rows stand to each other. Symmetrical.
    #[must_use]
    pub fn place_match(&self, other: &Self) -> PlaceMatch {
        let (mine, theirs) = (self.attendance, other.attendance);
        match (mine == Some(Attendance::Online), theirs == Some(Attendance::Online)) {
            (false, false) => on_the_map(self, other),
            (true, false) if theirs == Some(Attendance::OnSite) => PlaceMatch::Doubtful(PlacePart::Attendance),
            (false, true) if mine == Some(Attendance::OnSite) => PlaceMatch::Doubtful(PlacePart::Attendance),
            _ => on_the_web(self, other),
        }
    }

    /// Whether both give the same days, however they cut them into runs («25 и 26 марта», «25-26 марта»); `None` where one of
    /// them gives none.
    #[must_use]
    pub fn same_days(&self, other: &Self) -> Option<bool> {
        let (mine, theirs) = self.days.as_ref().zip(other.days.as_ref())?;
        Some(runs(mine) == runs(theirs))
    }

    /// The site of its address on the web: `https://www.example.org/a b` is `example.org`.
    #[must_use]
    pub fn host(&self) -> Option<String> {
        let url = self.url.as_deref()?.trim().to_lowercase();
        let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
        let host: String = rest.chars().take_while(|c| !matches!(c, '/' | '?' | '#' | ':')).collect();
        let host = host.trim().trim_start_matches("www.").trim_end_matches('.');
        (!host.is_empty()).then(|| host.to_owned())
    }
}

/// Its days in the longest runs that they make.
pub(super) fn runs(days: &Days) -> Vec<Interval> {
    let mut runs: Vec<Interval> = Vec::new();
    for next in &days.intervals {
        match runs.last_mut() {
            Some(last) if last.end.tomorrow().is_ok_and(|after| next.start <= after) => {
                last.end = last.end.max(next.end);
            }
            _ => runs.push(*next),
        }
    }
    runs
}

fn on_the_map(left: &Understood, right: &Understood) -> PlaceMatch {
    if let (Some(mine), Some(theirs)) = (left.country, right.country)
        && mine.code != theirs.code
    {
        return PlaceMatch::Apart(PlacePart::Country);
    }
    let regions = left.region.as_deref().zip(right.region.as_deref());
    let other_region = regions.is_some_and(|(mine, theirs)| !same_name(mine, theirs));
    if let Some((mine, theirs)) = left.city.as_deref().zip(right.city.as_deref()) {
        return match (same_name(mine, theirs) || places::same_city(mine, theirs), other_region) {
            (false, _) => PlaceMatch::Apart(PlacePart::City),
            // Towns of one name lie in many regions.
            (true, true) => PlaceMatch::Doubtful(PlacePart::Region),
            (true, false) => PlaceMatch::Same(PlacePart::City),
        };
    }
    match regions {
        // Regions are named too freely to rule a pair out by them.
        Some(_) if other_region => PlaceMatch::Doubtful(PlacePart::Region),
        Some(_) => PlaceMatch::Same(PlacePart::Region),
        None if left.country.is_some() && right.country.is_some() => PlaceMatch::Same(PlacePart::Country),
        None => PlaceMatch::Open,
    }
}

fn on_the_web(left: &Understood, right: &Understood) -> PlaceMatch {
    match left.host().zip(right.host()) {
        None => PlaceMatch::Open,
        Some((mine, theirs)) if mine == theirs => PlaceMatch::Same(PlacePart::Host),
        Some(_) => PlaceMatch::Doubtful(PlacePart::Host),
    }
}

fn same_name(left: &str, right: &str) -> bool {
    text::fold(left) == text::fold(right)
}
