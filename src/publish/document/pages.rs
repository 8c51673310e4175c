//! Which rows of a table stay on one page, and which may break.
//!
//! In: texts with the widths of their columns, the space between a page's margins. Out: heights in points, rather too high than
//! too low, and what follows from them. A row that may not break and is taller than its page loses its end: LibreOffice prints
//! what fits. It writes nothing.

use crate::style;

/// The space between the margins of a page, in millimetres.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Room {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// What [`style::lines`] counts in, a digit of Arial, in parts of the letters' size. Times takes a tenth less than Arial.
const DIGIT: f64 = 0.556;
/// Height of a line in parts of the letters' size; Times asks for 1.15.
const LINE: f64 = 1.2;
const POINTS_IN_MM: f64 = 72.0 / 25.4;
const TWIPS_IN_POINT: f64 = 20.0;
/// Twips that a cell leaves free on its left and right together.
const INSET: f64 = 216.0;
/// The highest header row that is repeated, and the highest row that stays whole, in parts of a page. As in the PDF, a row of
/// more than half a page breaks: else too much of the page before it would be left empty. Half a page of print is reckoned as
/// six tenths.
const HIGHEST_HEAD: f64 = 1.0 / 3.0;
const HIGHEST_ROW: f64 = 0.6;
/// The highest heading that stays with its first row, in parts of what the header row leaves.
const HIGHEST_HEADING: f64 = 1.0 / 4.0;

/// Height of a text across `width` points in letters of `size` points.
pub(super) fn height(text: &str, width: f64, size: f64) -> f64 {
    f64::from(style::lines(text, width / (size * DIGIT))) * size * LINE
}

/// Height of a row: that of its highest cell. Widths are in twips.
pub(super) fn row_height<'a>(cells: impl IntoIterator<Item = (&'a str, u32)>, size: f64) -> f64 {
    let cell = |(text, twips): (&str, u32)| height(text, (f64::from(twips) - INSET) / TWIPS_IN_POINT, size);
    cells.into_iter().map(cell).fold(0.0, f64::max)
}

/// Points of a row of the summary that stays whole: a quarter of its page, which its blocks share.
const LOW: f64 = 180.0;

/// Whether a row of the summary stays whole.
pub(super) fn keep_low<'a>(cells: impl IntoIterator<Item = (&'a str, u32)>, size: f64) -> bool {
    row_height(cells, size) <= LOW
}

/// The pages that a table runs over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pages {
    page: f64,
    head: f64,
}

impl Pages {
    /// Pages of `room`, for a table whose header row is `head` points high.
    pub(super) fn new(room: Room, head: f64) -> Self {
        Self { page: room.height * POINTS_IN_MM, head }
    }

    /// Whether the header row stands on every page; one that is very high stands on the first, and may break.
    pub(super) fn repeat_head(self) -> bool {
        self.head <= self.page * HIGHEST_HEAD
    }

    fn below_head(self) -> f64 {
        if self.repeat_head() { self.page - self.head } else { self.page }
    }

    /// Whether a heading of that height stays whole, and with the row after it.
    pub(super) fn keep_heading(self, heading: f64) -> bool {
        heading <= self.below_head() * HIGHEST_HEADING
    }

    /// Whether a row stays whole, on one page with what is `kept` to it: the heading before it, the closing sentence after it.
    pub(super) fn keep_row(self, row: f64, kept: f64) -> bool {
        row <= self.page * HIGHEST_ROW && row + kept <= self.below_head()
    }

    /// Whether so many points of a page are together below `above`, the header row among them.
    pub(super) fn keep_together(self, above: f64, rest: f64) -> bool {
        above + self.head + rest <= self.page
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A4: Room = Room { width: 267.0, height: 170.0 };

    #[test]
    fn a_row_stays_whole_only_where_it_surely_fits_under_the_header_row() {
        let pages = |head| Pages::new(A4, head);
        assert!(pages(30.0).keep_row(289.0, 0.0) && !pages(30.0).keep_row(290.0, 0.0));
        assert!(!pages(30.0).keep_row(240.0, 220.0), "what is kept to it counts");
        assert!(!pages(150.0).keep_row(240.0, 100.0), "the header row counts");
        assert!(
            !pages(300.0).repeat_head() && pages(300.0).keep_row(240.0, 200.0),
            "a header row that is not repeated does not"
        );
    }

    #[test]
    fn a_narrow_column_makes_a_row_high_and_so_do_line_ends() {
        let text = "слово ".repeat(60);
        let high = |twips| row_height([(text.as_str(), twips)], 12.0);
        assert!(high(2_000) > 2.0 * high(4_000));
        assert!((row_height([("\n\n", 4_000)], 12.0) - 3.0 * 12.0 * LINE).abs() < 0.01);
        assert!(row_height([("слово", 100)], 12.0) >= 5.0 * 12.0, "narrower than its margins");
    }
}
