//! A run of days.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Days from `start` to `end`, both of them included; never reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Interval {
    pub start: Date,
    pub end: Date,
}

impl Interval {
    /// The run of days, unless it would be reversed.
    #[must_use]
    pub fn new(start: Date, end: Date) -> Option<Self> {
        (start <= end).then_some(Self { start, end })
    }

    /// One day.
    #[must_use]
    pub fn day(day: Date) -> Self {
        Self { start: day, end: day }
    }

    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }

    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
