//! What a phrase is made of once its words are in order: points, ranges of them, their years as said.
//!
//! These are the nouns between the `grammar`, which makes them, and `resolve`, which
//! lays them on the calendar.

use jiff::civil::Weekday;

use super::Flag;
use super::token::{Season, Unit};

/// What stands at a point of a phrase, its year aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// A number whose month or unit stands with a neighbour.
    Bare(i16),
    Day {
        day: i16,
        month: i16,
        doubtful: bool,
    },
    /// "week of 4 March": the week that the day lies in.
    WeekOf {
        day: i16,
        month: i16,
    },
    Month(i8),
    Quarter(i16),
    HalfYear(i16),
    Season(Season),
    Year,
    /// The first months of a year: «9 месяцев».
    Months(i16),
    Part(PartOf, i8),
    /// «вторая среда апреля»; `None` is the last one.
    Nth(Option<i16>, Weekday, i8),
    /// «отчётный квартал»: the period that is collected.
    Reported(Option<Unit>),
}

/// A part of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartOf {
    /// A third: 1, 2, 3.
    Decade(i16),
    /// A half: 1, 2.
    Half(i16),
    /// A week: 1 to 4; `None` is the last one.
    Week(Option<i16>),
}

/// Where a year comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum YearSaid {
    Full(i16),
    Short(i16),
    /// So many years after that of the context.
    Relative(i8),
    /// «в течение года»: that of the context.
    Understood,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    pub what: What,
    pub year: Option<YearSaid>,
    /// "October 9": numbers that follow are days of the same month.
    pub month_first: bool,
    /// The day was given in words.
    pub words: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    Single(Point),
    Range(Point, Point),
}

impl Item {
    pub(super) fn points(&self) -> impl Iterator<Item = &Point> {
        let (first, second) = match self {
            Self::Single(point) => (point, None),
            Self::Range(start, end) => (start, Some(end)),
        };
        std::iter::once(first).chain(second)
    }

    pub(super) fn points_mut(&mut self) -> impl Iterator<Item = &mut Point> {
        let (first, second) = match self {
            Self::Single(point) => (point, None),
            Self::Range(start, end) => (start, Some(end)),
        };
        std::iter::once(first).chain(second)
    }
}

/// A phrase that was understood.
pub(super) type Phrase = Vec<Item>;

/// Why a phrase was not understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trouble {
    NotUnderstood,
    OpenStart,
    OpenEnd,
    Invalid,
    /// «в начале года»: something, but no days.
    Vague,
}

impl Trouble {
    pub(super) fn flag(self) -> Option<Flag> {
        match self {
            Self::NotUnderstood => None,
            Self::OpenStart => Some(Flag::OpenStart),
            Self::OpenEnd => Some(Flag::OpenEnd),
            Self::Invalid => Some(Flag::Invalid),
            Self::Vague => Some(Flag::Approx),
        }
    }
}
