//! The quarter on one sheet: main figures, then tables, each with its native chart beside it.
//!
//! In: the figures. Out: numbers in cells and charts over them. Participants and visitors stand apart and are never added.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet, XlsxError};

use super::super::{Breakdown, Error, Headline, Line, SignedDocument};
use super::book::Book;
use super::charts;
use super::names::SheetKind;
use super::page::{self, merged};
use crate::style;
use crate::words::Args;

/// Label, number, gap, then the columns that charts and long texts lie over.
const WIDTHS: [f64; 7] = [52.0, 14.0, 3.0, 25.0, 25.0, 25.0, 25.0];
const LAST: u16 = 6;
/// Height in points of a row where a chart lies: the chart's height is counted in such rows.
const ROW: f64 = 15.0;
const PIXELS: u32 = 20;
/// Per cent at which the sheet is as wide as A4 landscape.
const SCALE: u16 = 78;
/// What a page holds at that scale, in points.
const PAGE: f64 = 650.0;
/// Height of the title with what stands under it, in points.
const HEAD: f64 = 58.0;
/// Height of a row with a large number, in points; no row of the main figures is higher, but for long words.
const LARGE: f64 = 22.0;

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    for (col, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(col, width)?;
    }
    let name = book.names.of(SheetKind::Summary);
    page::head(sheet, name, &book.say("lead-summary"), 0..LAST + 1, WIDTHS.iter().sum())?;
    let headline = Headline::of(book.subject(), &book.figures);
    let mut row = main_figures(sheet, book, &headline, page::FIRST_ROW)? + 1;
    row = people(sheet, book, &headline, row)?;
    // A chart is not torn: where it would be, a new page begins.
    let mut used = HEAD + f64::from(row - page::FIRST_ROW) * LARGE;
    let mut breaks = Vec::new();
    for figures in &book.figures.breakdowns {
        let height = block_height(figures);
        if used + height > PAGE {
            breaks.push(row);
            used = 0.0;
        }
        used += height;
        row = block(sheet, book, figures, row)? + 1;
    }
    documents(sheet, book, row)?;
    page::set_up(sheet, book, None, style::ACCENT)?;
    // Breaks are kept only where the page is scaled by a number.
    sheet.set_print_scale(SCALE).set_page_breaks(&breaks)?;
    Ok(())
}

/// Height of a table with its chart, in points.
fn block_height(figures: &Breakdown) -> f64 {
    let table: f64 = figures.entries.iter().map(|(label, _)| entry_height(label)).sum();
    let chart = f64::from(charts::height(figures)) * 0.75 + 2.0 * ROW;
    21.0 + ROW + chart.max(18.0 + table)
}

fn entry_height(label: &str) -> f64 {
    style::row_height([(label, WIDTHS[0])]).max(ROW)
}

fn heading(sheet: &mut Worksheet, row: u32, words: &str) -> Result<(), XlsxError> {
    merged(sheet, (row, 0), (row, LAST), words, &style::section().set_font_size(11))?;
    sheet.set_row_height(row, 21).map(drop)
}

fn large() -> Format {
    style::body_integer()
        .set_bold()
        .set_font_size(14)
        .set_font_color(style::ACCENT)
        .set_align(FormatAlign::VerticalCenter)
}

/// A large number with what it counts and a remark.
fn figure(sheet: &mut Worksheet, row: u32, words: &str, n: i64, remark: &str) -> Result<(), XlsxError> {
    style::text(sheet, row, 0, words, &style::body().set_align(FormatAlign::VerticalCenter))?;
    style::integer(sheet, row, 1, n, &large().set_indent(1))?;
    if !remark.is_empty() {
        merged(sheet, (row, 3), (row, LAST), remark, &style::caption())?;
    }
    let over: f64 = WIDTHS[3..].iter().sum();
    sheet.set_row_height(row, style::row_height([(words, WIDTHS[0]), (remark, over)]).max(LARGE)).map(drop)
}

fn main_figures(sheet: &mut Worksheet, book: &Book, headline: &Headline, row: u32) -> Result<u32, XlsxError> {
    heading(sheet, row, &book.say("main-figures"))?;
    lines(sheet, book, headline, row + 1, |line| !line.people)
}

/// People by unit. A form that does not ask for people has none.
fn people(sheet: &mut Worksheet, book: &Book, headline: &Headline, row: u32) -> Result<u32, XlsxError> {
    if headline.lines.iter().all(|line| !line.people) {
        return Ok(row);
    }
    heading(sheet, row, &book.say("people"))?;
    let row = lines(sheet, book, headline, row + 1, |line| line.people)?;
    let known = Args::new().with("n", book.figures.with_a_number).with("of", book.figures.events);
    let words = book.say_with("people-known", &known);
    merged(sheet, (row, 0), (row, LAST), &words, &style::caption())?;
    sheet.set_row_height(row, style::row_height([(words.as_str(), 160.0)]).max(20.0))?;
    Ok(row + 2)
}

/// Lines of the headline, each with what it is of and what it was before; and the row after them.
fn lines(
    sheet: &mut Worksheet,
    book: &Book,
    headline: &Headline,
    mut row: u32,
    wanted: impl Fn(&Line) -> bool,
) -> Result<u32, XlsxError> {
    for (at, line) in headline.lines.iter().enumerate().filter(|(_, line)| wanted(line)) {
        let remark = Some(line.remark.clone()).filter(|remark| !remark.is_empty());
        let remarks: Vec<String> = remark.into_iter().chain(headline.changes(at, book.language)).collect();
        figure(sheet, row, &line.words, line.n, &remarks.join("; "))?;
        row += 1;
    }
    Ok(row)
}

/// A table with its chart, and the row after both.
fn block(sheet: &mut Worksheet, book: &Book, figures: &Breakdown, mut row: u32) -> Result<u32, XlsxError> {
    let title = book.say(figures.id);
    heading(sheet, row, &title)?;
    row += 1;
    style::text(sheet, row, 0, &book.say(&format!("{}-label", figures.id)), &style::header_cell())?;
    style::text(sheet, row, 1, &book.say("count"), &style::header_cell())?;
    sheet.set_row_height(row, 18)?;
    let top = row;
    row += 1;
    let first = row;
    for (label, n) in &figures.entries {
        style::text(sheet, row, 0, label, &style::body())?;
        style::integer(sheet, row, 1, i64::from(*n), &style::body_integer().set_indent(1))?;
        sheet.set_row_height(row, entry_height(label))?;
        row += 1;
    }
    let chart = charts::chart(figures, book.names.of(SheetKind::Summary), first, &title);
    sheet.insert_chart_with_offset(top, 3, &chart, 0, 4)?;
    let under_chart = top + charts::height(figures).div_ceil(PIXELS) + 1;
    for blank in row..under_chart {
        sheet.set_row_height(blank, ROW)?;
    }
    Ok(row.max(under_chart))
}

fn documents(sheet: &mut Worksheet, book: &Book, mut row: u32) -> Result<(), XlsxError> {
    let Some(documents) = book.figures.documents.as_deref().filter(|documents| !documents.is_empty()) else {
        return Ok(());
    };
    heading(sheet, row, &book.say("documents"))?;
    row += 1;
    style::text(sheet, row, 0, &book.say("document-of"), &style::header_cell())?;
    style::text(sheet, row, 1, &book.say("number"), &style::header_cell())?;
    merged(sheet, (row, 3), (row, LAST), &book.say("document"), &style::header_cell())?;
    sheet.set_row_height(row, 18)?;
    row += 1;
    for SignedDocument { number, title, document } in documents {
        style::text(sheet, row, 0, title, &style::body())?;
        style::integer(sheet, row, 1, i64::from(*number), &style::body_integer().set_indent(1))?;
        merged(sheet, (row, 3), (row, LAST), document, &style::body())?;
        let width = WIDTHS[3..].iter().sum();
        sheet.set_row_height(row, style::row_height([(title.as_str(), WIDTHS[0]), (document.as_str(), width)]))?;
        row += 1;
    }
    Ok(())
}
