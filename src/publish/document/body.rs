//! The document itself: title, table, closing sentence, place for the signature; the paper that it is printed on.

use std::io;

use super::super::Report;
use super::pages::Room;
use super::paragraph::{Xml, held, twips};
use super::signature;
use super::table::Table;
use crate::words::Language;

/// A4 landscape, ISO 216: 297 × 210 mm.
const PAGE: (f64, f64) = (297.0, 210.0);
/// Left margin wide enough for a binder, GOST R 7.0.97-2016: left 20, right 10, top and bottom 20 mm.
const MARGINS: Margins = Margins { left: 20.0, right: 10.0, top: 20.0, bottom: 20.0 };

/// How the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paper {
    Landscape,
    Portrait,
}

struct Margins {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Writes the report's body on pages of `room`: all of it, and the place for a signature.
pub(super) fn report(xml: &mut Xml, report: &Report, language: Language, room: Room) -> io::Result<()> {
    body(xml, report, room, signature::HEIGHT)?;
    signature::place(xml, language, room.width)
}

/// Title, remarks, table, closing sentence.
pub(super) fn unsigned(xml: &mut Xml, report: &Report, room: Room) -> io::Result<()> {
    body(xml, report, room, 0.0)
}

/// The same where `after` points follow on the page of the closing sentence.
fn body(xml: &mut Xml, report: &Report, room: Room, after: f64) -> io::Result<()> {
    let table = Table::of(report, room, after);
    let opening = table.opening();
    for line in &report.title {
        held(xml, "SvodTitle", line, opening)?;
    }
    for line in &report.remarks {
        held(xml, "SvodRemark", line, opening)?;
    }
    held(xml, "SvodTitle", "", opening)?;
    table.write(xml)?;
    report.closing.iter().try_for_each(|closing| held(xml, "SvodClosing", closing, table.closing()))
}

/// The space between the margins.
pub(super) fn room(paper: Paper) -> Room {
    let (width, height) = match paper {
        Paper::Landscape => PAGE,
        Paper::Portrait => (PAGE.1, PAGE.0),
    };
    Room { width: width - MARGINS.left - MARGINS.right, height: height - MARGINS.top - MARGINS.bottom }
}

/// Page size, margins, what stands at the foot of every page, and the number of the page, which the first page does not bear.
pub(super) fn section(xml: &mut Xml, paper: Paper, has_foot: bool) -> io::Result<()> {
    let mm = |mm: f64| twips(mm).to_string();
    let (long, short) = (mm(PAGE.0), mm(PAGE.1));
    xml.create_element("w:sectPr").write_inner_content(|xml| {
        xml.create_element("w:headerReference")
            .with_attributes([("w:type", "default"), ("r:id", "rId3")])
            .write_empty()?;
        for pages in ["default", "first"].into_iter().filter(|_| has_foot) {
            xml.create_element("w:footerReference")
                .with_attributes([("w:type", pages), ("r:id", "rId4")])
                .write_empty()?;
        }
        let size = xml.create_element("w:pgSz");
        match paper {
            Paper::Landscape => {
                size.with_attributes([("w:w", long.as_str()), ("w:h", short.as_str()), ("w:orient", "landscape")])
            }
            Paper::Portrait => size.with_attributes([("w:w", short.as_str()), ("w:h", long.as_str())]),
        }
        .write_empty()?;
        xml.create_element("w:pgMar")
            .with_attributes([
                ("w:top", mm(MARGINS.top).as_str()),
                ("w:right", mm(MARGINS.right).as_str()),
                ("w:bottom", mm(MARGINS.bottom).as_str()),
                ("w:left", mm(MARGINS.left).as_str()),
                ("w:header", "567"),
                ("w:footer", "567"),
                ("w:gutter", "0"),
            ])
            .write_empty()?;
        xml.create_element("w:titlePg").write_empty()?;
        Ok(())
    })?;
    Ok(())
}
