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

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    let report = Report::of(book.data, book.form, book.language)?;
    let writer = Writer::new(&report, book);
    let mut row = writer.title(sheet)?;
    let header = row;
    writer.header(sheet, row)?;
    row += 1;
    for section in &report.sections {
        if let Some(heading) = &section.heading {
            writer.section(sheet, row, heading)?;
            row += 1;
        }
        for entry in &section.rows {
            row = writer.entry(sheet, row, entry)?;
        }
    }
    if let Some(closing) = &report.closing {
        writer.closing(sheet, row + 1, closing)?;
    }
    page::set_up(sheet, book, Some(header), style::ACCENT)?;
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
            sheet.set_row_height(row, 19.5)?;
            row += 1;
        }
        sheet.set_row_height(row, 9)?;
        Ok(row + 1)
    }

    fn header(&self, sheet: &mut Worksheet, row: u32) -> Result<(), XlsxError> {
        let format = framed().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        for (col, column) in (0..).zip(&self.report.columns) {
            style::text(sheet, row, col, &column.heading, &format)?;
        }
        let cells = self.report.columns.iter().map(|column| column.heading.as_str());
        sheet.set_row_height(row, fit::height(cells.zip(self.points())).min(400.0)).map(drop)
    }

    fn section(&self, sheet: &mut Worksheet, row: u32, heading: &str) -> Result<(), XlsxError> {
        let format = framed().set_bold().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
        page::merged(sheet, (row, 0), (row, self.last), heading, &format)?;
        let width = self.points().sum();
        sheet.set_row_height(row, fit::height([(heading, width)]).min(400.0)).map(drop)
    }

    /// Writes an event and returns the row after it.
    fn entry(&self, sheet: &mut Worksheet, row: u32, entry: &ReportRow) -> Result<u32, XlsxError> {
        let texts = entry.cells.iter().map(String::as_str);
        let (rows, height) = fit::split(fit::height(texts.zip(self.points())));
        for row in row..row + rows {
            sheet.set_row_height(row, height)?;
        }
        for ((col, text), align) in (0..).zip(&entry.cells).zip(&self.aligns) {
            let format = framed().set_align(FormatAlign::Top).set_align(*align);
            page::merged(sheet, (row, col), (row + rows - 1, col), text, &format)?;
        }
        Ok(row + rows)
    }

    fn closing(&self, sheet: &mut Worksheet, row: u32, words: &str) -> Result<(), XlsxError> {
        let format = serif().set_text_wrap().set_align(FormatAlign::Left).set_align(FormatAlign::Top);
        page::merged(sheet, (row, 0), (row, self.last), words, &format)?;
        sheet.set_row_height(row, fit::height([(words, self.points().sum())]).min(400.0)).map(drop)
    }

    /// Widths of the columns, in points.
    fn points(&self) -> impl Iterator<Item = f64> {
        self.widths.iter().map(|width| width * POINTS_PER_MM)
    }
}

fn serif() -> Format {
    Format::new().set_font_name("Times New Roman").set_font_size(fit::SIZE)
}

fn framed() -> Format {
    serif().set_border(FormatBorder::Thin).set_text_wrap()
}
