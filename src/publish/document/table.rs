//! The report's table: header row, headings of sections, rows; each stays whole and with what follows it where that surely fits.
//!
//! In: the [`Report`] model, the space of a page. Out: a table of a document, and whether what stands before and after it may be
//! kept together.

use std::io;

use super::super::{Report, ReportColumn, ReportRow, ReportSection};
use super::grid::{self, RowKind};
use super::pages::{self, Pages, Room};
use super::paragraph::{Hold, Xml, held, twips, width};

/// Points of the letters of the table, of the title and of the closing sentence.
const TEXT: f64 = 12.0;
const LARGE: f64 = 14.0;
/// Points that a heading of a section, and a remark, leave free above and below, and that stand above the closing sentence.
const AROUND: f64 = 6.0;
const ABOVE_CLOSING: f64 = 12.0;
const POINTS_IN_MM: f64 = 72.0 / 25.4;

/// A report's table on pages of a size.
pub(super) struct Table<'a> {
    report: &'a Report,
    widths: Vec<u32>,
    pages: Pages,
    /// Points of the closing sentence and of what follows it on its page.
    ending: f64,
    room: Room,
}

impl<'a> Table<'a> {
    /// The table of `report` on pages of `room`; `after` points follow the closing sentence on its page.
    pub(super) fn of(report: &'a Report, room: Room, after: f64) -> Self {
        let widths = widths(&report.columns, room.width);
        let headings = report.columns.iter().map(|column| column.heading.as_str());
        let pages = Pages::new(room, pages::row_height(headings.zip(widths.iter().copied()), TEXT));
        let closing = report.closing.as_deref().map_or(0.0, |closing| across(closing, room, LARGE) + ABOVE_CLOSING);
        Self { report, widths, pages, ending: closing + after, room }
    }

    /// Whether the title stays with the table: all of it above the header row and the first row fits a page.
    pub(super) fn opening(&self) -> Hold {
        let title: f64 = self.report.title.iter().map(|line| across(line, self.room, LARGE)).sum();
        let remarks: f64 = self.report.remarks.iter().map(|line| across(line, self.room, TEXT) + AROUND).sum();
        let blank = across("", self.room, LARGE);
        let first = self.report.sections.first().map_or(0.0, |section| {
            let row = section.rows.first().map_or(0.0, |row| self.height(row));
            let heading = self.heading_height(section);
            // A row that breaks begins anywhere.
            heading + if self.pages.keep_row(row, heading) { row } else { LARGE }
        });
        Hold::kept_if(self.pages.keep_together(title + remarks + blank, first))
    }

    /// Whether the closing sentence stays whole, and with what follows it.
    pub(super) fn closing(&self) -> Hold {
        Hold::kept_if(self.pages.keep_row(self.ending, 0.0))
    }

    /// Writes it; a report of no columns has none.
    pub(super) fn write(&self, xml: &mut Xml) -> io::Result<()> {
        if self.widths.is_empty() {
            return Ok(());
        }
        grid::table(xml, &self.widths, |xml| {
            self.head(xml)?;
            let last = self.report.sections.len().saturating_sub(1);
            let sections = self.report.sections.iter().enumerate();
            sections.into_iter().try_for_each(|(at, section)| self.section(xml, section, at == last))
        })
    }

    /// The row of headings, which stands on every page.
    fn head(&self, xml: &mut Xml) -> io::Result<()> {
        let repeated = self.pages.repeat_head();
        grid::row(xml, if repeated { RowKind::Header } else { RowKind::MayBreak }, |xml| {
            let mut columns = self.report.columns.iter().zip(&self.widths);
            columns.try_for_each(|(column, width)| {
                cell(xml, *width, 1, "SvodHead", &column.heading, Hold::kept_if(repeated))
            })
        })
    }

    /// A section's heading and its rows. The `last` row of the report stays with what follows the table, where that fits: a
    /// signature does not stand on a page of its own.
    fn section(&self, xml: &mut Xml, section: &ReportSection, last: bool) -> io::Result<()> {
        if let Some(heading) = &section.heading {
            let kept = self.pages.keep_heading(self.heading_height(section));
            grid::row(xml, RowKind::whole_if(kept), |xml| {
                cell(xml, self.total(), self.widths.len(), "SvodSection", heading, Hold::kept_if(kept))
            })?;
        }
        let end = section.rows.len().saturating_sub(1);
        section.rows.iter().enumerate().try_for_each(|(at, row)| {
            let before = if at == 0 { self.heading_height(section) } else { 0.0 };
            let high = self.height(row);
            let with_ending = last && at == end && self.pages.keep_row(high, before + self.ending);
            let kind = RowKind::whole_if(with_ending || self.pages.keep_row(high, before));
            self.row(xml, row, kind, Hold::kept_if(with_ending))
        })
    }

    fn row(&self, xml: &mut Xml, row: &ReportRow, kind: RowKind, hold: Hold) -> io::Result<()> {
        grid::row(xml, kind, |xml| {
            row.cells.iter().zip(&self.widths).enumerate().try_for_each(|(at, (text, width))| {
                let style = match (at, hold) {
                    (0, Hold::Free) => "SvodNumber",
                    (0, Hold::Kept) => "SvodNumberKept",
                    (_, Hold::Free) => "SvodCell",
                    (_, Hold::Kept) => "SvodCellKept",
                };
                cell(xml, *width, 1, style, text, Hold::Kept)
            })
        })
    }

    fn total(&self) -> u32 {
        self.widths.iter().sum()
    }

    fn height(&self, row: &ReportRow) -> f64 {
        pages::row_height(row.cells.iter().map(String::as_str).zip(self.widths.iter().copied()), TEXT)
    }

    /// Height of a section's heading; of one without a heading, nothing.
    fn heading_height(&self, section: &ReportSection) -> f64 {
        let heading = section.heading.as_deref();
        heading.map_or(0.0, |heading| pages::row_height([(heading, self.total())], TEXT) + AROUND)
    }
}

/// Height of a text across the page.
fn across(text: &str, room: Room, size: f64) -> f64 {
    pages::height(text, room.width * POINTS_IN_MM, size)
}

/// The columns' shares of the printable width, in twips.
fn widths(columns: &[ReportColumn], printable: f64) -> Vec<u32> {
    let asked: f64 = columns.iter().map(|column| column.width_mm).sum();
    columns.iter().map(|column| twips(column.width_mm / asked * printable)).collect()
}

/// A cell over `span` columns; every line of its text is a paragraph.
fn cell(xml: &mut Xml, twips: u32, span: usize, style: &str, text: &str, hold: Hold) -> io::Result<()> {
    xml.create_element("w:tc").write_inner_content(|xml| {
        xml.create_element("w:tcPr").write_inner_content(|xml| {
            width(xml, "w:tcW", twips)?;
            if span > 1 {
                xml.create_element("w:gridSpan").with_attribute(("w:val", span.to_string().as_str())).write_empty()?;
            }
            if style == "SvodHead" {
                xml.create_element("w:vAlign").with_attribute(("w:val", "center")).write_empty()?;
            }
            Ok(())
        })?;
        text.split('\n').try_for_each(|line| held(xml, style, line, hold))
    })?;
    Ok(())
}
