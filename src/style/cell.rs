//! Putting words, numbers and days into cells. Text is always written as a string.

use std::borrow::Cow;

use jiff::civil::Date;
use rust_xlsxwriter::{ExcelDateTime, Format, Worksheet, XlsxError};

/// Characters that a cell holds, counted as Excel counts (UTF-16 units).
pub const LIMIT: usize = 32_767;
/// Stands at the end of a text that was longer than a cell can be.
const CUT: &str = " […]";

/// Writes text as a string, whatever it begins with: `=1+1` stays text. Characters that XML cannot hold are dropped; what
/// is longer than a cell can be is cut and ends in « […]».
///
/// # Errors
/// When the cell lies outside the sheet.
pub fn text(sheet: &mut Worksheet, row: u32, col: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    sheet.write_string_with_format(row, col, clean(words), format).map(drop)
}

/// Writes a whole number; one too large to be held exactly is written as text.
///
/// # Errors
/// When the cell lies outside the sheet.
pub fn integer(sheet: &mut Worksheet, row: u32, col: u16, value: i64, format: &Format) -> Result<(), XlsxError> {
    match exact(value) {
        Some(number) => sheet.write_number_with_format(row, col, number, format).map(drop),
        None => text(sheet, row, col, &value.to_string(), format),
    }
}

/// A whole number as spreadsheets hold it; none where they would silently change the last ones of more than 15 digits.
#[must_use]
pub fn exact(value: i64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "below 2^53")]
    (value.unsigned_abs() < 1_000_000_000_000_000).then_some(value as f64)
}

/// Writes a number; what is not finite is written as text.
///
/// # Errors
/// When the cell lies outside the sheet.
pub fn number(sheet: &mut Worksheet, row: u32, col: u16, value: f64, format: &Format) -> Result<(), XlsxError> {
    if value.is_finite() {
        sheet.write_number_with_format(row, col, value, format).map(drop)
    } else {
        text(sheet, row, col, &value.to_string(), format)
    }
}

/// Writes a day; one before 1900, which spreadsheets do not know, is written as text.
///
/// # Errors
/// When the cell lies outside the sheet.
pub fn date(sheet: &mut Worksheet, row: u32, col: u16, day: Date, format: &Format) -> Result<(), XlsxError> {
    match excel_day(day) {
        Some(known) => sheet.write_date_with_format(row, col, &known, format).map(drop),
        None => text(sheet, row, col, &written_day(day), format),
    }
}

/// A day that spreadsheets do not know, in words.
#[must_use]
pub fn written_day(day: Date) -> String {
    day.strftime("%d.%m.%Y").to_string()
}

/// A day as spreadsheets count it; none before 1900.
#[must_use]
pub fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// The text as a cell can hold it: without control characters, line ends as `\n`, not longer than [`LIMIT`].
#[must_use]
pub fn clean(words: &str) -> Cow<'_, str> {
    let words = if words.chars().any(is_foreign) {
        let folded = words.replace("\r\n", "\n").replace('\r', "\n");
        Cow::Owned(folded.chars().filter(|c| !is_foreign(*c)).collect::<String>())
    } else {
        Cow::Borrowed(words)
    };
    if words.encode_utf16().count() <= LIMIT {
        return words;
    }
    let mut room = LIMIT - CUT.encode_utf16().count();
    let kept = words.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    });
    Cow::Owned(kept.chain(CUT.chars()).collect())
}

/// What XML 1.0 cannot hold, and the carriage return, which it would change.
fn is_foreign(c: char) -> bool {
    (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}
