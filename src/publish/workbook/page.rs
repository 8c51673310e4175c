//! What all sheets have in common: a title with a line of explanation, and paper.
//!
//! In: a sheet and words. Out: the sheet's head, its print setup. It knows nothing of what stands below.

use std::ops::Range;

use rust_xlsxwriter::{Color, Format, IgnoreError, Worksheet, XlsxError};

use super::book::Book;
use crate::style;

/// The row of the title.
const TITLE: u32 = 0;
/// The row of the explanation; under it, one is left blank.
const LEAD: u32 = 1;
/// The first row that a sheet may fill.
pub(super) const FIRST_ROW: u32 = 3;
/// ISO A4, as workbooks number paper.
const A4: u8 = 9;

/// Writes the title and the explanation over `columns`, whose widths together are `width` characters.
pub(super) fn head(
    sheet: &mut Worksheet,
    title: &str,
    lead: &str,
    columns: Range<u16>,
    width: f64,
) -> Result<(), XlsxError> {
    let Range { start, end } = columns;
    style::text(sheet, TITLE, start, title, &style::heading().unset_text_wrap())?;
    sheet.set_row_height(TITLE, 27)?;
    // A line longer than a screen is not read.
    let seen = width.min(150.0);
    merged(sheet, (LEAD, start), (LEAD, end.saturating_sub(1)), lead, &style::caption())?;
    sheet.set_row_height(LEAD, style::row_height([(lead, seen)]))?;
    Ok(())
}

/// Characters that still can be read on one page across which they are shrunk.
const ONE_PAGE: f64 = 240.0;
/// Characters of a page where a table takes several of them anyhow.
const EACH_PAGE: f64 = 170.0;
/// More rows than a sheet has are not.
const LAST_ROW: u32 = 1_048_575;
const LAST_COLUMN: u16 = 255;

/// Pages side by side that a table of `width` characters needs.
pub(super) fn pages_for(width: f64) -> u16 {
    if width <= ONE_PAGE {
        return 1;
    }
    let mut pages = 2;
    while f64::from(pages) * EACH_PAGE < width && pages < 9 {
        pages += 1;
    }
    pages
}

/// Paper and screen: A4 landscape, as wide as the page, `header_row` on every page, numbered pages.
pub(super) fn set_up(sheet: &mut Worksheet, book: &Book, header_row: Option<u32>, tab: Color) -> Result<(), XlsxError> {
    let title = book.title.replace('&', "&&");
    let pages = book.say("footer-pages");
    sheet
        .set_paper_size(A4)
        .set_landscape()
        .set_margins(0.4, 0.4, 0.45, 0.6, 0.25, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_footer(format!("&L&\"Arial,Regular\"&8{title}. &A&R&\"Arial,Regular\"&8{pages}"))
        .set_screen_gridlines(false)
        .set_tab_color(tab);
    // Values are shown as they were sent: «120» in a column of texts is no mistake of the reader's.
    sheet.ignore_error_range(0, 0, LAST_ROW, LAST_COLUMN, IgnoreError::NumberStoredAsText)?;
    if let Some(row) = header_row {
        sheet.set_repeat_rows(row, row)?;
    }
    Ok(())
}

/// Writes text over several cells, or into the one that they are.
pub(super) fn merged(
    sheet: &mut Worksheet,
    first: (u32, u16),
    last: (u32, u16),
    words: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if first == last {
        return style::text(sheet, first.0, first.1, words, format);
    }
    sheet.merge_range(first.0, first.1, last.0, last.1, &style::clean(words), format).map(drop)
}

/// Writes a link over several cells.
pub(super) fn merged_link(
    sheet: &mut Worksheet,
    first: (u32, u16),
    last: (u32, u16),
    words: &str,
    url: Option<&str>,
    format: &Format,
) -> Result<(), XlsxError> {
    merged(sheet, first, last, words, format)?;
    match url {
        Some(url) => link(sheet, first.0, first.1, words, url, format),
        None => Ok(()),
    }
}

/// Writes a link, underlined in the colour of headings.
pub(super) fn link(
    sheet: &mut Worksheet,
    row: u32,
    col: u16,
    words: &str,
    url: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    let words = style::clean(words);
    // An empty text would show the bare address.
    let words = if words.is_empty() { "→".into() } else { words };
    let format = format.clone().set_font_color(style::ACCENT).set_underline(rust_xlsxwriter::FormatUnderline::Single);
    sheet.write_url_with_options(row, col, url, words.as_ref(), "", Some(&format)).map(drop)
}
