//! The named formats. Each is a function, so that a caller may add to it: `style::body().set_unlocked()`.
//!
//! The font is Arial: Liberation Sans, which every Linux has, is as wide to the last digit, so that LibreOffice breaks
//! lines where Excel does.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use super::palette::{
    ACCENT, BORDER, CONTRADICTION, CONTRADICTION_INK, HEADER, INK, INPUT, INPUT_BORDER, MISSING, MISSING_INK, MUTED,
    READY, READY_INK, SECTION,
};

pub(super) const FONT: &str = "Arial";
pub(super) const SIZE: u8 = 10;
/// How days are shown; the form of the date does not depend on the reader's computer.
const DAY: &str = "dd\\.mm\\.yyyy";

/// The font and nothing else: what every other format stands on.
#[must_use]
pub fn base() -> Format {
    Format::new().set_font_name(FONT).set_font_size(SIZE).set_font_color(INK)
}

/// Running text without a frame, wrapped, at the top of its cell.
#[must_use]
pub fn plain() -> Format {
    base().set_text_wrap().set_align(FormatAlign::Top)
}

/// The title of a sheet.
#[must_use]
pub fn heading() -> Format {
    base()
        .set_bold()
        .set_font_size(16)
        .set_font_color(ACCENT)
        .set_text_wrap()
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::VerticalCenter)
}

/// What stands under a title, in a lighter ink.
#[must_use]
pub fn caption() -> Format {
    base().set_font_color(MUTED).set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

/// The heading of a part of a sheet, or of the rows of a section.
#[must_use]
pub fn section() -> Format {
    framed()
        .set_bold()
        .set_font_color(ACCENT)
        .set_background_color(SECTION)
        .set_text_wrap()
        .set_align(FormatAlign::Left)
        .set_indent(1)
        .set_align(FormatAlign::VerticalCenter)
}

/// The heading of a column.
#[must_use]
pub fn header_cell() -> Format {
    framed()
        .set_bold()
        .set_font_color(ACCENT)
        .set_background_color(HEADER)
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
}

/// What an input is called.
#[must_use]
pub fn label() -> Format {
    base().set_font_color(ACCENT).set_bold().set_text_wrap().set_align(FormatAlign::VerticalCenter)
}

/// Advice beside an input.
#[must_use]
pub fn hint() -> Format {
    base().set_font_size(9).set_font_color(MUTED).set_text_wrap().set_align(FormatAlign::VerticalCenter).set_indent(1)
}

/// A note inside running text: small and light.
#[must_use]
pub fn note() -> Format {
    base().set_font_size(9).set_font_color(MUTED).set_text_wrap().set_align(FormatAlign::Top)
}

/// A key or a check sum, for machines.
#[must_use]
pub fn code() -> Format {
    base().set_font_size(8).set_font_color(MUTED)
}

/// A cell of a table: framed, wrapped, at the top.
#[must_use]
pub fn body() -> Format {
    framed().set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Left)
}

/// A day in a table.
#[must_use]
pub fn body_date() -> Format {
    framed().set_num_format(DAY).set_align(FormatAlign::Top).set_align(FormatAlign::Center)
}

/// A whole number in a table.
#[must_use]
pub fn body_integer() -> Format {
    framed().set_num_format("0").set_align(FormatAlign::Top).set_align(FormatAlign::Right)
}

/// A cell to fill in with text; unlocked.
#[must_use]
pub fn input() -> Format {
    entry().set_text_wrap()
}

/// A cell to fill in with a day; unlocked.
#[must_use]
pub fn input_date() -> Format {
    entry().set_num_format(DAY)
}

/// A cell to fill in with a whole number; unlocked.
#[must_use]
pub fn input_integer() -> Format {
    entry().set_num_format("0")
}

/// A cell to fill in with a number; unlocked.
#[must_use]
pub fn input_number() -> Format {
    entry().set_num_format("General")
}

/// Fill and ink of what is still missing; for conditional formats, which change no font.
#[must_use]
pub fn missing() -> Format {
    Format::new().set_background_color(MISSING).set_font_color(MISSING_INK)
}

/// Fill and ink of what contradicts; for conditional formats.
#[must_use]
pub fn contradiction() -> Format {
    Format::new().set_background_color(CONTRADICTION).set_font_color(CONTRADICTION_INK).set_bold()
}

/// Fill and ink of what is in order; for conditional formats.
#[must_use]
pub fn ready() -> Format {
    Format::new().set_background_color(READY).set_font_color(READY_INK)
}

/// A cell of a table that a warning is about.
#[must_use]
pub fn warning() -> Format {
    body().set_background_color(MISSING).set_font_color(MISSING_INK)
}

/// A cell of a table that an error is about.
#[must_use]
pub fn error() -> Format {
    body().set_background_color(CONTRADICTION).set_font_color(CONTRADICTION_INK)
}

fn framed() -> Format {
    with_frame(base())
}

fn entry() -> Format {
    base()
        .set_border(FormatBorder::Thin)
        .set_border_color(INPUT_BORDER)
        .set_background_color(INPUT)
        .set_align(FormatAlign::VerticalCenter)
        .set_align(FormatAlign::Left)
        .set_indent(1)
        .set_unlocked()
}

/// The same format, showing days as 05.03.2024.
#[must_use]
pub fn as_day(format: Format) -> Format {
    format.set_num_format(DAY)
}

/// The same format with the thin frame of a table's cell.
#[must_use]
pub fn with_frame(format: Format) -> Format {
    format.set_border(FormatBorder::Thin).set_border_color(BORDER)
}
