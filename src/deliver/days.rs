//! Working days: weekends, holidays, and Saturdays that are worked.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which days are worked beside the usual five of the week.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Calendar {
    /// Days off: `2024-05-01`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub holidays: Vec<Date>,
    /// Days of a weekend that are worked.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub worked: Vec<Date>,
}

impl Calendar {
    #[must_use]
    pub fn is_working(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.worked.contains(&day) || (!weekend && !self.holidays.contains(&day))
    }

    /// Working days after `from`, up to `to` and with it; none where `to` is not later.
    #[must_use]
    pub fn between(&self, from: Date, to: Date) -> u32 {
        let mut count = 0;
        let mut day = from;
        while day < to {
            let Ok(next) = day.checked_add(1.day()) else { break };
            day = next;
            count += u32::from(self.is_working(day));
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn weekends_and_holidays_are_off_unless_they_are_worked() {
        let calendar = Calendar { holidays: vec![date(2024, 5, 1)], worked: vec![date(2024, 4, 27)] };
        // 26 April 2024 is a Friday.
        let worked: Vec<bool> = (26..=30).map(|day| calendar.is_working(date(2024, 4, day))).collect();
        assert_eq!(worked, [true, true, false, true, true]);
        assert_eq!(calendar.between(date(2024, 4, 26), date(2024, 5, 2)), 4);
        assert_eq!(calendar.between(date(2024, 5, 2), date(2024, 4, 26)), 0);
    }
}
