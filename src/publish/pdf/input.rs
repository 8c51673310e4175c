//! The report → the values that `report.typ` prints. Text goes there as data and is never read as markup.
//!
//! In: a model of a report. Out: a dictionary of Typst. It knows the widths of the page, and nothing of its look.

use jiff::civil::Date;
use typst::foundations::{Array, Datetime, Dict, IntoValue, Value, dict};
use typst::layout::Abs;

use super::super::{Report, ReportSection};
use super::fonts::FONTS;
use super::lines::{self, Measure, Piece};
use super::press::Parting;
use crate::words::{self, Language};

/// Millimetres between the margins of A4 landscape, GOST R 7.0.97-2016: left 20, right 10.
const PRINTABLE: f64 = 297.0 - 20.0 - 10.0;
/// Millimetres that a cell leaves free on either side.
const INSET: f64 = 1.6;
/// Points of the text in the table, of the title and of what stands under the table.
const TEXT: f64 = 10.5;
const TITLE: f64 = 13.5;
const CLOSING: f64 = 13.0;
/// A row of so many lines is less than half a page high.
const LOW: f64 = 18.0;
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

/// What is known of a document besides what it says.
#[derive(Clone, Copy)]
pub(super) struct About<'a> {
    /// What it is known by.
    pub(super) name: &'a str,
    /// It bears a date that no clock gave: the last day of its period.
    pub(super) date: Date,
    pub(super) language: Language,
    /// At the foot of every page.
    pub(super) foot: Option<&'a str>,
}

/// Whether there is a place for a signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signed {
    Yes,
    No,
}

/// A report as `report.typ` takes it.
pub(super) fn report(report: &Report, about: About, signed: Signed, parting: Parting) -> Dict {
    let asked: f64 = report.columns.iter().map(|column| column.width_mm).sum();
    let widths: Vec<f64> = report.columns.iter().map(|column| column.width_mm / asked * PRINTABLE).collect();
    let columns = report.columns.iter().zip(&widths).map(|(column, width)| text(&column.heading, *width, TEXT));
    let parts = SIGNATURE.iter().filter(|_| signed == Signed::Yes);
    dict! {
        "paper" => paper(&report.title, about),
        "look" => dict! {
            "text" => Abs::pt(TEXT),
            "title" => Abs::pt(TITLE),
            "closing" => Abs::pt(CLOSING),
            "inset" => Abs::mm(INSET),
        },
        "title" => title(&report.title, PRINTABLE, TITLE),
        "remarks" => report.remarks.iter().map(|remark| text(remark, PRINTABLE, TEXT)).collect::<Array>(),
        "widths" => widths.iter().map(|width| Abs::mm(*width).into_value()).collect::<Array>(),
        "columns" => columns.collect::<Array>(),
        "sections" => report.sections.iter().map(|it| section(it, &widths)).collect::<Array>(),
        "closing" => report.closing.as_deref().map(|closing| text(closing, PRINTABLE, CLOSING)),
        "signature" => parts.map(|part| caption(*part, about.language)).collect::<Array>(),
        "parted" => parting == Parting::BeforeLastRow,
    }
}

/// What every page and the file itself say of a document with these lines of a title.
pub(super) fn paper(title: &[String], about: About) -> Dict {
    dict! {
        "name" => if title.is_empty() { about.name.to_owned() } else { title.join(" ") },
        "date" => day(about.date),
        "lang" => about.language.code(),
        "region" => region(about.language),
        "foot" => about.foot,
    }
}

/// The lines of a title.
pub(super) fn title(title: &[String], width: f64, size: f64) -> Array {
    title.iter().flat_map(|line| lines_of(line, width, size)).collect()
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
        let texts = cells.iter().zip(widths).map(|(cell, width)| text(cell, *width, TEXT)).collect::<Array>();
        let low = cells.iter().zip(widths).all(|(cell, width)| lines::at_most(cell, measure(*width, TEXT)) <= LOW);
        dict! { "cells" => texts, "low" => low }.into_value()
    };
    dict! {
        "heading" => section.heading.as_deref().map(|heading| text(heading, PRINTABLE, TEXT)),
        "rows" => section.rows.iter().map(|it| row(&it.cells)).collect::<Array>(),
    }
    .into_value()
}

fn caption((share, caption): (f64, Option<&str>), language: Language) -> Value {
    let caption = caption.map(|id| words::plain(language, id));
    dict! { "share" => share, "caption" => caption }.into_value()
}

/// A text that stands in a place so many millimetres wide, in letters of so many points.
pub(super) fn text(text: &str, width: f64, size: f64) -> Value {
    lines_of(text, width, size).collect::<Array>().into_value()
}

fn lines_of(text: &str, width: f64, size: f64) -> impl Iterator<Item = Value> {
    lines::lines(text, measure(width, size))
        .into_iter()
        .map(|line| line.into_iter().map(piece).collect::<Array>().into_value())
}

/// A place so many millimetres wide, for letters of so many points.
fn measure(width: f64, size: f64) -> Measure<'static> {
    Measure { fonts: &FONTS, width: (width - 2.0 * INSET) / (size * POINT) }
}

fn piece(piece: Piece) -> Value {
    match piece {
        Piece::Text(text) => text.into_value(),
        Piece::Word(word) => dict! { "word" => word }.into_value(),
        Piece::Whole(word) => dict! { "whole" => word }.into_value(),
    }
}
