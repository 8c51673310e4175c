//! Dates as people write them, and dates as the report writes them.
//!
//! A phrase and its [`Context`] go in, a [`Reading`] comes out. On the way the phrase becomes tokens (`token`) with the
//! help of a `lexicon` and of `numeric` patterns; a `tidy` pass rids these of times and weekdays; the `grammar` puts them
//! in the `shape` of points, ranges and lists; `resolve` lays them on the calendar. [`write()`] is the way back: what is
//! written reads as it was. Nothing is guessed silently: what was inferred is flagged, and a phrase that is not wholly
//! understood has no days. Words that have nothing to do with dates («финал», a city) are passed over, but no number is.

mod days;
mod grammar;
mod joined;
mod lexicon;
mod numeric;
mod resolve;
mod shape;
mod tables;
mod tidy;
mod token;
mod write;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

pub use days::Days;
pub use write::write;

use crate::record::Period;

/// What stands around a phrase and completes it.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The year that a phrase without one means.
    pub year: i16,
    /// The period that is collected («в течение квартала»).
    pub period: Option<Period>,
}

/// How finely a date is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Precision {
    Day,
    Month,
    Quarter,
    HalfYear,
    Year,
    Season,
    Approx,
    Unknown,
}

/// What was inferred, ignored or wrong; the names are those of the phrase collections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The phrase did not say the year, or not for every date in it.
    YearFromContext,
    /// «этого года», «с.г.».
    RelativeYear,
    TimeIgnored,
    WeekdayChecked,
    WeekdayMismatch,
    /// Days were given in words: «второго марта».
    Words,
    Approx,
    OpenStart,
    OpenEnd,
    LatinLookalike,
    /// Day and month could be the other way round: 7/05/2024.
    AmbiguousOrder,
    Recurring,
    /// A day that the calendar does not have.
    Invalid,
    /// The end lies before the start.
    Reversed,
    /// Postponed, cancelled, planned.
    NotHeld,
    /// A two-digit year was completed.
    ShortYear,
    /// A typing error was mended.
    Typo,
}

impl Flag {
    /// Whether the flag still says something when no days were understood. What was inferred for days does not.
    fn outlives_days(self) -> bool {
        !matches!(
            self,
            Self::YearFromContext
                | Self::RelativeYear
                | Self::Words
                | Self::WeekdayChecked
                | Self::WeekdayMismatch
                | Self::ShortYear
                | Self::AmbiguousOrder
        )
    }
}

/// What a phrase means. `days` is `None` when it is to be reported, not guessed; that is [`Precision::Unknown`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub days: Option<Days>,
    pub flags: BTreeSet<Flag>,
}

impl Reading {
    /// How finely the days are known; [`Precision::Unknown`] where there are none.
    #[must_use]
    pub fn precision(&self) -> Precision {
        self.days.as_ref().map_or(Precision::Unknown, |days| days.precision)
    }

    fn of(days: Days, flags: BTreeSet<Flag>) -> Self {
        Self { days: Some(days), flags }
    }

    fn unknown(mut flags: BTreeSet<Flag>) -> Self {
        flags.retain(|flag| flag.outlives_days());
        Self { days: None, flags }
    }
}

/// Reads a phrase.
#[must_use]
pub fn read(text: &str, context: &Context) -> Reading {
    if super::is_too_long(text) {
        return Reading::unknown(BTreeSet::new());
    }
    if let Some(reading) = numeric::serial(text) {
        return reading;
    }
    let scanned = token::scan(text);
    let tidied = tidy::tidy(&scanned.tokens);
    let mut flags = scanned.flags;
    flags.extend(tidied.flags);
    if flags.contains(&Flag::NotHeld) {
        return Reading::unknown([Flag::NotHeld].into());
    }
    match grammar::parse(&tidied.tokens) {
        Ok(phrase) => resolve::resolve(phrase, &tidied.weekdays, *context, flags),
        Err(trouble) => {
            flags.extend(trouble.flag());
            Reading::unknown(flags)
        }
    }
}

#[cfg(test)]
mod tests;
