//! The report as it is signed: title, six columns, section rows, closing sentence, in Times New Roman.
//!
//! In: the report's model. Out: the sheet. Long texts stand in cells that are merged downwards, because Excel knows no row
//! beyond 409 points.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::super::{Error, Report, ReportRow};
use super::book::Book;
use super::{fit, page};
use crate::form::ColumnContent;
use crate::style;

/// The width that A4 landscape leaves between the margins, in millimetres.
const PAGE_MM: f64 = 276.0;
const POINTS_PER_MM: f64 = 72.0 / 25.4;
const PIXELS_PER_MM: f64 = 96.0 / 25.4;

/// Per cent at which the columns fit the page: LibreOffice makes them a twentieth wider than Excel.
const SCALE: u16 = 93;
/// Height of a line of the title, in points.
const TITLE_LINE: f64 = 19.5;
/// Height of the blank row before the closing sentence, in points.
const LAST_GAP: f64 = 15.0;

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let report = Report::of(book.data, book.form, book.language)?;
    let writer = Writer::new(&report, book);
    let mut row = writer.title(sheet)?;
    let header = row;
    let header_height = writer.header(sheet, row)?;
    let mut pages = Pages::new(f64::from(row) * TITLE_LINE, header_height);
    row += 1;
    for section in &report.sections {
        if let Some(heading) = &section.heading {
            let height = writer.section(sheet, row, heading)?;
            let next = section.rows.first().map_or(0.0, |entry| writer.entry_height(entry).1);
            pages.heading(row, height, next);
            row += 1;
        }
        for entry in &section.rows {
            row = writer.entry(sheet, row, entry, &mut pages)?;
        }
    }
    if let Some(closing) = &report.closing {
        let height = writer.closing(sheet, row + 1, closing)?;
        pages.row(row + 1, height + LAST_GAP);
    }
    page::set_up(sheet, book, Some(header), style::ACCENT)?;
    // Breaks are kept only where the page is scaled by a number.
    sheet.set_print_scale(SCALE).set_print_center_horizontally(true).set_page_breaks(&pages.breaks)?;
    // What is signed bears no other words than its own.
    sheet.set_footer("&C&\"Times New Roman,Regular\"&10&P").set_print_first_page_number(1);
    sheet.set_freeze_panes(header + 1, 0)?;
    Ok(())
}

struct Writer<'a> {
    report: &'a Report,
    /// Widths of the columns, in millimetres of the page.
    widths: Vec<f64>,
    aligns: Vec<FormatAlign>,
    last: u16,
}

impl<'a> Writer<'a> {
    fn new(report: &'a Report, book: &Book) -> Self {
        let sum: f64 = report.columns.iter().map(|column| column.width_mm).sum();
        let aligns = book.form.report.columns.iter().map(|column| match column.content {
            ColumnContent::Number | ColumnContent::Dates => FormatAlign::Center,
            _ => FormatAlign::Left,
        });
        Self {
            widths: report.columns.iter().map(|column| column.width_mm * PAGE_MM / sum.max(1.0)).collect(),
            aligns: aligns.collect(),
            last: u16::try_from(report.columns.len().saturating_sub(1)).unwrap_or(u16::MAX),
            report,
        }
    }

    /// Writes the title, sets the columns, and returns the row of the headings.
    fn title(&self, sheet: &mut Worksheet) -> Result<u32, XlsxError> {
        for (col, width) in (0..).zip(&self.widths) {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a column is narrower than A4"
            )]
            sheet.set_column_width_pixels(col, (width * PIXELS_PER_MM) as u32)?;
        }
        let format = serif().set_bold().set_font_size(14).set_align(FormatAlign::Center);
        let lines = self.report.title.iter().flat_map(|line| line.split('\n'));
        let mut row = 0;
        for line in lines {
            page::merged(sheet, (row, 0), (row, self.last), line.trim(), &format)?;
            sheet.set_row_height(row, TITLE_LINE)?;
            row += 1;
        }
        let remark = serif().set_italic().set_font_size(12).set_align(FormatAlign::Center);
        for line in &self.report.remarks {
            page::merged(sheet, (row, 0), (row, self.last), line, &remark)?;
            sheet.set_row_height(row, fit::height([(line.as_str(), self.points().sum())]))?;
            row += 1;
        }
        sheet.set_row_height(row, 9)?;
        Ok(row + 1)
    }

    fn header(&self, sheet: &mut Worksheet, row: u32) -> Result<f64, XlsxError> {
        let format = framed().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        for (col, column) in (0..).zip(&self.report.columns) {
            style::text(sheet, row, col, &column.heading, &format)?;
        }
        let cells = self.report.columns.iter().map(|column| column.heading.as_str());
        let height = fit::height(cells.zip(self.points())).min(400.0);
        sheet.set_row_height(row, height)?;
        Ok(height)
    }

    fn section(&self, sheet: &mut Worksheet, row: u32, heading: &str) -> Result<f64, XlsxError> {
        let format = framed().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        page::merged(sheet, (row, 0), (row, self.last), heading, &format)?;
        let width = self.points().sum();
        let height = fit::height([(heading, width)]).min(400.0);
        sheet.set_row_height(row, height)?;
        Ok(height)
    }

    /// The number of sheet rows that an event takes, and the height of each.
    fn entry_height(&self, entry: &ReportRow) -> (u32, f64) {
        let texts = entry.cells.iter().map(String::as_str);
        fit::split(fit::height(texts.zip(self.points())))
    }

    /// Writes an event and returns the row after it.
    fn entry(&self, sheet: &mut Worksheet, row: u32, entry: &ReportRow, pages: &mut Pages) -> Result<u32, XlsxError> {
        let (rows, height) = self.entry_height(entry);
        for row in row..row + rows {
            sheet.set_row_height(row, height)?;
            pages.row(row, height);
        }
        for ((col, text), align) in (0..).zip(&entry.cells).zip(&self.aligns) {
            let format = framed().set_align(FormatAlign::Top).set_align(*align);
            page::merged(sheet, (row, col), (row + rows - 1, col), text, &format)?;
        }
        Ok(row + rows)
    }

    fn closing(&self, sheet: &mut Worksheet, row: u32, words: &str) -> Result<f64, XlsxError> {
        let format = serif().set_text_wrap().set_align(FormatAlign::Left).set_align(FormatAlign::Top);
        page::merged(sheet, (row, 0), (row, self.last), words, &format)?;
        let height = fit::height([(words, self.points().sum())]).min(400.0);
        sheet.set_row_height(row, height)?;
        Ok(height)
    }

    /// Widths of the columns, in points.
    fn points(&self) -> impl Iterator<Item = f64> {
        self.widths.iter().map(|width| width * POINTS_PER_MM)
    }
}

/// Where pages end: Excel keeps no heading with its rows, so that the breaks are set before it breaks by itself.
struct Pages {
    /// Points of the page that are taken.
    used: f64,
    /// Height of the headings that every page begins with, in points.
    repeated: f64,
    after_heading: bool,
    breaks: Vec<u32>,
}

impl Pages {
    /// What a page holds at [`SCALE`], in points: a little less than the paper, for printers differ.
    const ROOM: f64 = 548.0;
    /// Breaks that one sheet may hold: Excel's limit is 1,026.
    const MOST: usize = 1_000;

    fn new(title: f64, repeated: f64) -> Self {
        Self { used: title + repeated, repeated, after_heading: false, breaks: Vec::new() }
    }

    /// A heading, which stays with the row after it.
    fn heading(&mut self, row: u32, height: f64, next: f64) {
        self.place(row, height, next);
        self.after_heading = true;
    }

    fn row(&mut self, row: u32, height: f64) {
        self.place(row, height, 0.0);
        self.after_heading = false;
    }

    fn place(&mut self, row: u32, height: f64, with: f64) {
        if !self.after_heading && self.used + height + with > Self::ROOM && self.used > self.repeated {
            if self.breaks.len() < Self::MOST {
                self.breaks.push(row);
            }
            self.used = self.repeated;
        }
        self.used += height;
    }
}

fn serif() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(fit::SIZE)
}

fn framed() -> Format {
    serif().set_border(FormatBorder::Thin).set_text_wrap()
}
