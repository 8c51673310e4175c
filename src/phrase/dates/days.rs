//! The days of an event: runs of days in order, and how finely they are known.
//!
//! In go runs of days in any order; out come [`Days`] that are sorted and free of overlap. It knows no wording.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Precision;
use crate::record::Interval;

/// The days of an event.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Days {
    /// In order, never empty, never overlapping.
    pub intervals: Vec<Interval>,
    pub precision: Precision,
}

impl Days {
    /// Runs of days, put in order; those that share a day become one. `None` where there are none.
    ///
    /// Neighbouring runs stay apart: «25 и 26 марта» are two days, «25-26 марта» is one run.
    #[must_use]
    pub fn new(mut intervals: Vec<Interval>, precision: Precision) -> Option<Self> {
        intervals.sort_unstable();
        let mut joined: Vec<Interval> = Vec::with_capacity(intervals.len());
        for interval in intervals {
            match joined.last_mut() {
                Some(last) if last.overlaps(interval) => last.end = last.end.max(interval.end),
                _ => joined.push(interval),
            }
        }
        (!joined.is_empty()).then_some(Self { intervals: joined, precision })
    }

    /// One day.
    #[must_use]
    pub fn single(day: Date) -> Self {
        Self { intervals: vec![Interval::day(day)], precision: Precision::Day }
    }

    /// From one day to another, both included; `None` where that is reversed.
    #[must_use]
    pub fn range(start: Date, end: Date) -> Option<Self> {
        Some(Self { intervals: vec![Interval::new(start, end)?], precision: Precision::Day })
    }

    /// The month of `day`, known no finer.
    #[must_use]
    pub fn month(day: Date) -> Self {
        let interval = Interval { start: day.first_of_month(), end: day.last_of_month() };
        Self { intervals: vec![interval], precision: Precision::Month }
    }

    #[must_use]
    pub fn first(&self) -> Date {
        self.intervals.iter().map(|interval| interval.start).min().unwrap_or_default()
    }

    #[must_use]
    pub fn last(&self) -> Date {
        self.intervals.iter().map(|interval| interval.end).max().unwrap_or_default()
    }

    /// The day by which events are put in order: the first one; but what is known by the month or more coarsely goes by
    /// the end of its first run, so that «март» stands after «16-18 марта».
    #[must_use]
    pub fn sort_day(&self) -> Date {
        match self.precision {
            Precision::Day | Precision::Approx | Precision::Unknown => self.first(),
            Precision::Month | Precision::Quarter | Precision::HalfYear | Precision::Year | Precision::Season => {
                self.intervals.first().map_or_else(|| self.last(), |interval| interval.end)
            }
        }
    }

    /// How many days there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        let days = |interval: &Interval| (interval.end - interval.start).get_days() + 1;
        self.intervals.iter().map(|interval| u32::try_from(days(interval)).unwrap_or_default()).sum()
    }

    /// Whether the two have a day in common.
    #[must_use]
    pub fn overlap(&self, other: &Self) -> bool {
        self.intervals.iter().any(|mine| other.intervals.iter().any(|theirs| mine.overlaps(*theirs)))
    }
}
