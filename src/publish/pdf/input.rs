//! The report → the values that `report.typ` prints. Text goes there as data and is never read as markup.
//!
//! In: the [`Report`] model. Out: a dictionary of Typst. It knows the widths of the page, and nothing of its look.

use jiff::civil::Date;
use typst::foundations::{Array, Datetime, Dict, IntoValue, Value, dict};
use typst::layout::Abs;

use super::super::{Report, ReportSection};
use super::fonts::FONTS;
use super::lines::{self, Measure, Piece};
use crate::words::{self, Language};

/// Millimetres between the margins of A4 landscape, GOST R 7.0.97-2016: left 20, right 10.
const PRINTABLE: f64 = 297.0 - 20.0 - 10.0;
/// Millimetres that a cell leaves free on either side.
const INSET: f64 = 1.6;
/// Points of the text in the table, of the title and of what stands under the table.
const TEXT: f64 = 10.5;
const TITLE: f64 = 13.5;
const CLOSING: f64 = 13.0;
/// Millimetres of a point.
const POINT: f64 = 25.4 / 72.0;

/// Shares of the width for the signature: post, gap, signature, gap, name, each with the caption of that message.
const SIGNATURE: [(f64, Option<&str>); 5] = [
    (0.42, Some("document-post")),
    (0.03, None),
    (0.22, Some("document-signature")),
    (0.03, None),
    (0.30, Some("document-name")),
];

/// Where the table is parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Parting {
    /// Where the pages end.
    ByPages,
    /// Before the last row, too: so a signature does not stand on a page of its own.
    BeforeLastRow,
}

/// The report as `report.typ` takes it. It bears a `date` that no clock gave: the last day of its period.
pub(super) fn report(report: &Report, name: &str, date: Date, language: Language, parting: Parting) -> Dict {
    let asked: f64 = report.columns.iter().map(|column| column.width_mm).sum();
    let widths: Vec<f64> = report.columns.iter().map(|column| column.width_mm / asked * PRINTABLE).collect();
    let columns = report.columns.iter().zip(&widths).map(|(column, width)| text(&column.heading, *width, TEXT));
    let title = report.title.iter().flat_map(|line| lines_of(line, PRINTABLE, TITLE));
    dict! {
        "name" => if report.title.is_empty() { name.to_owned() } else { report.title.join(" ") },
        "date" => day(date),
        "lang" => language.code(),
        "region" => region(language),
        "look" => dict! {
            "text" => Abs::pt(TEXT),
            "title" => Abs::pt(TITLE),
            "closing" => Abs::pt(CLOSING),
            "inset" => Abs::mm(INSET),
        },
        "title" => title.collect::<Array>(),
        "remarks" => report.remarks.iter().map(|remark| text(remark, PRINTABLE, TEXT)).collect::<Array>(),
        "widths" => widths.iter().map(|width| Abs::mm(*width).into_value()).collect::<Array>(),
        "columns" => columns.collect::<Array>(),
        "sections" => report.sections.iter().map(|it| section(it, &widths)).collect::<Array>(),
        "closing" => report.closing.as_deref().map(|closing| text(closing, PRINTABLE, CLOSING)),
        "signature" => SIGNATURE.iter().map(|part| signed(*part, language)).collect::<Array>(),
        "parted" => parting == Parting::BeforeLastRow,
    }
}

fn region(language: Language) -> &'static str {
    match language {
        Language::Ru => "RU",
        Language::En => "GB",
    }
}

fn day(date: Date) -> Option<Datetime> {
    Datetime::from_ymd(date.year().into(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?)
}

fn section(section: &ReportSection, widths: &[f64]) -> Value {
    let row = |cells: &[String]| -> Value {
        cells.iter().zip(widths).map(|(cell, width)| text(cell, *width, TEXT)).collect::<Array>().into_value()
    };
    dict! {
        "heading" => section.heading.as_deref().map(|heading| text(heading, PRINTABLE, TEXT)),
        "rows" => section.rows.iter().map(|it| row(&it.cells)).collect::<Array>(),
    }
    .into_value()
}

fn signed((share, caption): (f64, Option<&str>), language: Language) -> Value {
    let caption = caption.map(|id| words::plain(language, id));
    dict! { "share" => share, "caption" => caption }.into_value()
}

/// A text that stands in a place so many millimetres wide, in letters of so many points.
fn text(text: &str, width: f64, size: f64) -> Value {
    lines_of(text, width, size).collect::<Array>().into_value()
}

fn lines_of(text: &str, width: f64, size: f64) -> impl Iterator<Item = Value> {
    let measure = Measure { fonts: &FONTS, width: (width - 2.0 * INSET) / (size * POINT) };
    lines::lines(text, measure).into_iter().map(|line| line.into_iter().map(piece).collect::<Array>().into_value())
}

fn piece(piece: Piece) -> Value {
    match piece {
        Piece::Text(text) => text.into_value(),
        Piece::Word(word) => dict! { "word" => word }.into_value(),
        Piece::Whole(word) => dict! { "whole" => word }.into_value(),
    }
}
