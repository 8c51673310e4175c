//! What is collected for, or put together from what was collected: a month, a quarter, a half-year, nine months, a year.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Interval;
use crate::words::{self, Args, Language};

/// How often a form is collected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Frequency {
    /// Periods such as `2024-03`.
    Month,
    /// Periods such as `2024-Q1`.
    Quarter,
    /// Periods such as `2024-H1`.
    HalfYear,
    /// `2024-9M`: from January to September. No form is collected for it, so no form may name it.
    #[serde(skip)]
    #[schemars(skip)]
    NineMonths,
    /// Periods such as `2024`.
    Year,
}

impl Frequency {
    /// Months in one period.
    #[must_use]
    pub fn months(self) -> i8 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::HalfYear => 6,
            Self::NineMonths => 9,
            Self::Year => 12,
        }
    }

    /// An example of how a period of this kind is written.
    #[must_use]
    pub fn example(self) -> &'static str {
        match self {
            Self::Month => "2024-03",
            Self::Quarter => "2024-Q1",
            Self::HalfYear => "2024-H1",
            Self::NineMonths => "2024-9M",
            Self::Year => "2024",
        }
    }
}

/// A period: `2024-03`, `2024-Q1`, `2024-H1`, `2024-9M`, `2024`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    year: i16,
    frequency: Frequency,
    /// Which one of the year, from 1.
    number: i8,
}

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quarter {
    First,
    Second,
    Third,
    Fourth,
}

/// Words that name no period.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a period; periods are written 2024-Q1, 2024-03, 2024-H1, 2024-9M or 2024")]
pub struct NotAPeriod(pub String);

impl Period {
    /// The `number`-th period of `year`, from 1; the year lies within 1900–2199.
    #[must_use]
    pub fn new(year: i16, frequency: Frequency, number: i8) -> Option<Self> {
        ((1900..2200).contains(&year) && (1..=12 / frequency.months()).contains(&number)).then_some(Self {
            year,
            frequency,
            number,
        })
    }

    /// A quarter of a year that is known beforehand.
    #[must_use]
    pub const fn quarter_of(year: i16, quarter: Quarter) -> Self {
        let number = match quarter {
            Quarter::First => 1,
            Quarter::Second => 2,
            Quarter::Third => 3,
            Quarter::Fourth => 4,
        };
        Self { year, frequency: Frequency::Quarter, number }
    }

    /// The period in which `day` lies.
    #[must_use]
    pub fn containing(frequency: Frequency, day: Date) -> Self {
        Self { year: day.year(), frequency, number: (day.month() - 1) / frequency.months() + 1 }
    }

    #[must_use]
    pub fn year(self) -> i16 {
        self.year
    }

    #[must_use]
    pub fn frequency(self) -> Frequency {
        self.frequency
    }

    #[must_use]
    pub fn number(self) -> i8 {
        self.number
    }

    #[must_use]
    pub fn first_day(self) -> Date {
        date(self.year, (self.number - 1) * self.frequency.months() + 1, 1)
    }

    #[must_use]
    pub fn last_day(self) -> Date {
        date(self.year, self.number * self.frequency.months(), 1).last_of_month()
    }

    /// The period of its kind that follows it; none at the end of the reckoning.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        let last = 12 / self.frequency.months();
        let (year, number) = if self.number < last { (self.year, self.number + 1) } else { (self.year + 1, 1) };
        Self::new(year, self.frequency, number)
    }

    /// The period of its kind before it; none at the beginning of the reckoning.
    #[must_use]
    pub fn previous(self) -> Option<Self> {
        let last = 12 / self.frequency.months();
        let (year, number) = if self.number > 1 { (self.year, self.number - 1) } else { (self.year - 1, last) };
        Self::new(year, self.frequency, number)
    }

    /// The same period of the year before.
    #[must_use]
    pub fn a_year_before(self) -> Option<Self> {
        Self::new(self.year - 1, self.frequency, self.number)
    }

    /// The shorter periods that it is made of, in their order; none where it is not made of such periods.
    #[must_use]
    pub fn parts(self, frequency: Frequency) -> Vec<Self> {
        let (whole, part) = (self.frequency.months(), frequency.months());
        if part >= whole || whole % part != 0 {
            return Vec::new();
        }
        let before = (self.number - 1) * whole / part;
        (1..=whole / part).filter_map(|number| Self::new(self.year, frequency, before + number)).collect()
    }

    /// All its days.
    #[must_use]
    pub fn days(self) -> Interval {
        Interval { start: self.first_day(), end: self.last_day() }
    }

    /// «I квартал 2024 года», "Q1 2024".
    #[must_use]
    pub fn name(self, language: Language) -> String {
        self.say("period", "month", language)
    }

    /// «в I квартале 2024 года», "in Q1 2024".
    #[must_use]
    pub fn name_within(self, language: Language) -> String {
        self.say("period-in", "month-in", language)
    }

    fn say(self, message: &str, month: &str, language: Language) -> String {
        let kind = match self.frequency {
            Frequency::Month => "month",
            Frequency::Quarter => "quarter",
            Frequency::HalfYear => "half",
            Frequency::NineMonths => "nine",
            Frequency::Year => "year",
        };
        let roman = ["I", "II", "III", "IV"].get(usize::try_from(self.number - 1).unwrap_or(0)).copied();
        let args = Args::new()
            .with("year", self.year.to_string())
            .with("number", self.number.to_string())
            .with("roman", roman.unwrap_or_default())
            .with("month", words::plain(language, &format!("{month}-{}", self.number)));
        words::text(language, &format!("{message}-{kind}"), &args)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.frequency {
            Frequency::Month => write!(f, "{}-{:02}", self.year, self.number),
            Frequency::Quarter => write!(f, "{}-Q{}", self.year, self.number),
            Frequency::HalfYear => write!(f, "{}-H{}", self.year, self.number),
            Frequency::NineMonths => write!(f, "{}-9M", self.year),
            Frequency::Year => write!(f, "{}", self.year),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAPeriod(text.to_owned());
        let trimmed = text.trim().to_ascii_uppercase();
        let (year, rest) = trimmed.split_once('-').map_or((trimmed.as_str(), None), |(year, rest)| (year, Some(rest)));
        let (frequency, number) = match rest {
            None => (Frequency::Year, "1"),
            Some("9M") => (Frequency::NineMonths, "1"),
            Some(rest) => match rest.split_at_checked(1) {
                Some(("Q", number)) => (Frequency::Quarter, number),
                Some(("H", number)) => (Frequency::HalfYear, number),
                Some(("M", number)) => (Frequency::Month, number),
                _ => (Frequency::Month, rest),
            },
        };
        if year.len() != 4 || !number.bytes().all(|b| b.is_ascii_digit()) {
            return Err(wrong());
        }
        let year = year.parse().map_err(|_| wrong())?;
        let number = number.parse().map_err(|_| wrong())?;
        Self::new(year, frequency, number).ok_or_else(wrong)
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_written_as_they_are_read() {
        for text in ["2024-Q1", "2024-03", "2024-H2", "2024-9M", "2024"] {
            assert_eq!(text.parse::<Period>().map(|period| period.to_string()).ok().as_deref(), Some(text));
        }
        for text in ["2024-Q5", "2024-13", "24-Q1", "2024-", "2024-Q", "Q1", "2024-Q1-1"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_quarter_has_its_days_and_names() {
        let quarter: Period = "2024-Q1".parse().unwrap();
        assert_eq!((quarter.first_day(), quarter.last_day()), (date(2024, 1, 1), date(2024, 3, 31)));
        assert_eq!(quarter.name(Language::Ru), "I квартал 2024 года");
        assert_eq!(quarter.name_within(Language::Ru), "в I квартале 2024 года");
        assert_eq!("2024-02".parse::<Period>().unwrap().name(Language::En), "February 2024");
        assert_eq!(quarter.next(), "2024-Q2".parse().ok());
        assert_eq!("2023-12".parse::<Period>().unwrap().next(), "2024-01".parse().ok());
        assert_eq!(quarter.previous(), "2023-Q4".parse().ok());
        assert_eq!(quarter.a_year_before(), "2023-Q1".parse().ok());
    }

    #[test]
    fn before_the_second_of_its_kind_the_preposition_has_a_vowel() {
        let within = |text: &str| text.parse::<Period>().unwrap().name_within(Language::Ru);
        assert_eq!(within("2024-Q2"), "во II квартале 2024 года");
        assert_eq!(within("2024-H2"), "во II полугодии 2024 года");
        assert_eq!([within("2024-Q3"), within("2024-Q4")], ["в III квартале 2024 года", "в IV квартале 2024 года"]);
        assert_eq!([within("2024-H1"), within("2024")], ["в I полугодии 2024 года", "в 2024 году"]);
        assert_eq!([within("2024-02"), within("2024-9M")], ["в феврале 2024 года", "в январе – сентябре 2024 года"]);
    }

    #[test]
    fn a_longer_period_is_made_of_shorter_ones() {
        let parts = |text: &str, frequency| -> Vec<String> {
            text.parse::<Period>().unwrap().parts(frequency).iter().map(ToString::to_string).collect()
        };
        assert_eq!(parts("2024", Frequency::Quarter), ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]);
        assert_eq!(parts("2024-H2", Frequency::Quarter), ["2024-Q3", "2024-Q4"]);
        assert_eq!(parts("2024-9M", Frequency::Quarter), ["2024-Q1", "2024-Q2", "2024-Q3"]);
        assert_eq!(parts("2024-Q2", Frequency::Month), ["2024-04", "2024-05", "2024-06"]);
        assert_eq!(parts("2024", Frequency::HalfYear), ["2024-H1", "2024-H2"]);
        for (text, frequency) in [("2024-Q1", Frequency::Quarter), ("2024-9M", Frequency::HalfYear)] {
            assert!(parts(text, frequency).is_empty(), "{text}");
        }
        let nine: Period = "2024-9M".parse().unwrap();
        assert_eq!((nine.first_day(), nine.last_day()), (date(2024, 1, 1), date(2024, 9, 30)));
        assert_eq!(nine.name_within(Language::Ru), "в январе – сентябре 2024 года");
    }
}
