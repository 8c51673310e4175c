//! From calamine's values to ours.
//!
//! In: a cell as calamine gives it. Out: its content, or nothing where it is blank. Nothing is cleaned here: what a
//! blank cell is, is all that is decided.

use calamine::{Data, DataRef, ExcelDateTime};
use jiff::civil::{Date, DateTime};

use crate::flow::Content;
pub(in crate::read) use crate::record::is_blank;

/// Serial numbers at and beyond this are later than 9999-12-31 and are no dates.
const END_OF_DATES: f64 = 2_958_466.0;

/// The content of a cell, together with whether a formula stands there; `None` where it is blank.
pub(super) fn content(value: Data, has_formula: bool) -> Option<Content> {
    let content = match value {
        Data::Empty if has_formula => Content::NoValue,
        Data::Empty => return None,
        Data::String(text) | Data::DurationIso(text) if is_blank(&text) => return None,
        Data::String(text) | Data::DurationIso(text) => Content::Text(text.into()),
        #[expect(clippy::cast_precision_loss, reason = "Excel itself keeps numbers as f64")]
        Data::Int(number) => Content::Number(number as f64),
        Data::Float(number) => self::number(number),
        Data::Bool(yes) => Content::Boolean(yes),
        Data::DateTime(serial) => moment(&serial).map_or_else(|| number(serial.as_f64()), Content::DateTime),
        Data::DateTimeIso(text) => iso(&text).map_or_else(|| Content::Text(text.as_str().into()), Content::DateTime),
        Data::Error(error) => Content::Error(error.to_string()),
    };
    Some(content)
}

/// A number; what lies beyond all numbers, as `1e999` and `NaN` do, is none.
fn number(number: f64) -> Content {
    if number.is_finite() { Content::Number(number) } else { Content::Unreadable(number.to_string()) }
}

/// The same for a borrowed value.
pub(super) fn borrowed(value: &DataRef<'_>, has_formula: bool) -> Option<Content> {
    content(Data::from(value.clone()), has_formula)
}

/// A serial number as a moment; a duration, a mere time of day and what lies outside the calendar are none.
fn moment(serial: &ExcelDateTime) -> Option<DateTime> {
    if serial.is_duration() || !(1.0..END_OF_DATES).contains(&serial.as_f64()) {
        return None;
    }
    let (year, month, day, hour, minute, second, milli) = serial.to_ymd_hms_milli();
    let narrow = |part: u8| i8::try_from(part).ok();
    DateTime::new(
        i16::try_from(year).ok()?,
        narrow(month)?,
        narrow(day)?,
        narrow(hour)?,
        narrow(minute)?,
        narrow(second)?,
        i32::from(milli) * 1_000_000,
    )
    .ok()
}

/// `2024-03-05`, `2024-03-05T10:00:00`, also with a zone, which says nothing about the day that was meant.
pub(super) fn iso(text: &str) -> Option<DateTime> {
    let text = text.trim();
    text.parse::<DateTime>().ok().or_else(|| Some(text.get(..10)?.parse::<Date>().ok()?.at(0, 0, 0, 0)))
}

/// A content as a person reads it.
pub(in crate::read) fn said(content: &Content) -> String {
    match content {
        Content::Text(text) => text.trim().to_owned(),
        Content::Number(number) => number.to_string(),
        Content::Boolean(yes) => yes.to_string(),
        Content::DateTime(moment) => moment.strftime("%d.%m.%Y").to_string(),
        Content::Error(text) | Content::Unreadable(text) => text.clone(),
        Content::NoValue => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;
    use jiff::civil::date;

    use super::*;

    fn serial(value: f64, is_1904: bool) -> Data {
        Data::DateTime(ExcelDateTime::new(value, ExcelDateTimeType::DateTime, is_1904))
    }

    #[test]
    fn a_number_with_a_date_format_is_a_day_in_both_calendars() {
        let day = Some(Content::DateTime(date(2024, 2, 5).at(0, 0, 0, 0)));
        assert_eq!(content(serial(45_327.0, false), false), day);
        assert_eq!(content(serial(45_327.0 - 1_462.0, true), false), day);
        assert_eq!(content(Data::DateTimeIso("2024-02-05".to_owned()), false), day);
        assert_eq!(content(Data::DateTimeIso("2024-02-05T00:00:00Z".to_owned()), false), day);
    }

    #[test]
    fn what_is_no_day_stays_a_number() {
        assert_eq!(content(serial(0.5, false), false), Some(Content::Number(0.5)));
        assert_eq!(content(serial(-3.0, false), false), Some(Content::Number(-3.0)));
        assert_eq!(content(serial(60.0, false), false), Some(Content::Number(60.0)), "29 February 1900 never was");
    }

    #[test]
    fn what_is_beyond_all_numbers_is_no_number() {
        for (number, said) in [(f64::NAN, "NaN"), (f64::INFINITY, "inf"), (f64::NEG_INFINITY, "-inf")] {
            let unreadable = Some(Content::Unreadable(said.to_owned()));
            assert_eq!(content(Data::Float(number), false), unreadable);
            assert_eq!(content(serial(number, false), false), unreadable);
        }
    }

    #[test]
    fn a_formula_without_a_value_is_neither_blank_nor_zero() {
        assert_eq!(content(Data::Empty, true), Some(Content::NoValue));
        assert_eq!(content(Data::Empty, false), None);
        assert_eq!(content(Data::String(" \u{A0}\u{200B}\n".to_owned()), false), None);
    }
}
