//! Dates as people write them, and dates as the report writes them.

use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::record::{Interval, Period};
use crate::words::Language;

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
    YearFromContext,
    RelativeYear,
    TimeIgnored,
    WeekdayChecked,
    WeekdayMismatch,
    Words,
    Approx,
    OpenStart,
    OpenEnd,
    LatinLookalike,
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

/// The days of an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Days {
    /// In order, never empty, never overlapping.
    pub intervals: Vec<Interval>,
    pub precision: Precision,
}

impl Days {
    #[must_use]
    pub fn first(&self) -> Date {
        self.intervals.iter().map(|interval| interval.start).min().unwrap_or_default()
    }

    #[must_use]
    pub fn last(&self) -> Date {
        self.intervals.iter().map(|interval| interval.end).max().unwrap_or_default()
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> bool {
        self.intervals.iter().any(|mine| other.intervals.iter().any(|theirs| mine.overlaps(*theirs)))
    }
}

/// What a phrase means. `days` is `None` exactly when `precision` is [`Precision::Unknown`]: to be reported, not guessed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub days: Option<Days>,
    pub flags: BTreeSet<Flag>,
}

/// Reads a phrase.
#[must_use]
pub fn read(_text: &str, _context: &Context) -> Reading {
    Reading { days: None, flags: BTreeSet::new() }
}

/// Writes days in the official wording: «5-9 февраля 2024 года», «18 января – 18 февраля 2024 года»,
/// «16 февраля, 5 марта 2024 года», «март 2024 года».
#[must_use]
pub fn write(_days: &Days, _language: Language) -> String {
    String::new()
}
