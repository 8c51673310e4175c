//! The document itself: title, table, closing sentence, place for the signature.

use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;

use super::super::{Report, ReportColumn, ReportSection};
use super::frame::Paper;
use super::{grid, signature};
use crate::style;
use crate::words::Language;

pub(super) type Xml = Writer<Vec<u8>>;

/// A twentieth of a point; 1 mm is 56.7 of them.
const TWIPS_IN_MM: f64 = 1440.0 / 25.4;
/// A4 landscape, ISO 216: 297 × 210 mm.
const PAGE: (f64, f64) = (297.0, 210.0);
/// Left margin wide enough for a binder, GOST R 7.0.97-2016: left 20, right 10, top and bottom 20 mm.
const MARGINS: Margins = Margins { left: 20.0, right: 10.0, top: 20.0, bottom: 20.0 };
/// Rows up to this many characters in their longest cell stay on one page; longer ones may break.
const UNBROKEN: usize = 900;

struct Margins {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

/// Writes the report's body, `printable` millimetres wide: all of it, and the place for a signature.
pub(super) fn report(xml: &mut Xml, report: &Report, language: Language, printable: f64) -> io::Result<()> {
    unsigned(xml, report, printable)?;
    signature::place(xml, language, printable)
}

/// Title, remarks, table, closing sentence.
pub(super) fn unsigned(xml: &mut Xml, report: &Report, printable: f64) -> io::Result<()> {
    for line in &report.title {
        paragraph(xml, "SvodTitle", line)?;
    }
    for line in &report.remarks {
        paragraph(xml, "SvodRemark", line)?;
    }
    paragraph(xml, "SvodTitle", "")?;
    if !report.columns.is_empty() {
        table(xml, report, printable)?;
    }
    report.closing.iter().try_for_each(|closing| paragraph(xml, "SvodClosing", closing))
}

/// A paragraph in a style; the line ends of the text become line breaks.
pub(super) fn paragraph(xml: &mut Xml, style: &str, text: &str) -> io::Result<()> {
    xml.create_element("w:p").write_inner_content(|xml| {
        xml.create_element("w:pPr").write_inner_content(|xml| {
            xml.create_element("w:pStyle").with_attribute(("w:val", style)).write_empty()?;
            Ok(())
        })?;
        run(xml, text)
    })?;
    Ok(())
}

fn run(xml: &mut Xml, text: &str) -> io::Result<()> {
    if text.is_empty() {
        return Ok(());
    }
    xml.create_element("w:r").write_inner_content(|xml| {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                xml.create_element("w:br").write_empty()?;
            }
            xml.create_element("w:t")
                .with_attribute(("xml:space", "preserve"))
                .write_text_content(BytesText::new(&style::clean(line)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn table(xml: &mut Xml, report: &Report, printable: f64) -> io::Result<()> {
    let widths = widths(&report.columns, printable);
    grid::table(xml, &widths, |xml| {
        let headings: Vec<&str> = report.columns.iter().map(|column| column.heading.as_str()).collect();
        head_row(xml, &widths, &headings)?;
        for (at, section) in report.sections.iter().enumerate() {
            let last = at + 1 == report.sections.len();
            section_rows(xml, section, &widths, last)?;
        }
        Ok(())
    })
}

/// A section's heading and its rows. The `last` row of the report stays with what follows the table: a signature does not
/// stand on a page of its own.
fn section_rows(xml: &mut Xml, section: &ReportSection, widths: &[u32], last: bool) -> io::Result<()> {
    if let Some(heading) = &section.heading {
        section_row(xml, heading, widths.len(), widths.iter().sum())?;
    }
    let (end, before) = match section.rows.split_last() {
        Some((end, before)) if last => (Some(end), before),
        _ => (None, &section.rows[..]),
    };
    before.iter().try_for_each(|row| body_row_of(xml, &cells_of(&row.cells), widths, Follow::Freely))?;
    end.map_or(Ok(()), |row| body_row_of(xml, &cells_of(&row.cells), widths, Follow::Kept))
}

/// Whether what follows a row must stand on the same page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    Freely,
    Kept,
}

/// The width between the margins, in millimetres.
pub(super) fn printable() -> f64 {
    PAGE.0 - MARGINS.left - MARGINS.right
}

/// The columns' shares of the printable width, in twips.
fn widths(columns: &[ReportColumn], printable: f64) -> Vec<u32> {
    let asked: f64 = columns.iter().map(|column| column.width_mm).sum();
    columns.iter().map(|column| twips(column.width_mm / asked * printable)).collect()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is at most some 17,000 twips wide")]
pub(super) fn twips(mm: f64) -> u32 {
    (mm * TWIPS_IN_MM).round().max(0.0) as u32
}

pub(super) fn table_properties(xml: &mut Xml, total: u32) -> io::Result<()> {
    xml.create_element("w:tblPr").write_inner_content(|xml| {
        width(xml, "w:tblW", total)?;
        xml.create_element("w:tblBorders").write_inner_content(|xml| {
            for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                xml.create_element(side)
                    .with_attributes([("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")])
                    .write_empty()?;
            }
            Ok(())
        })?;
        xml.create_element("w:tblLayout").with_attribute(("w:type", "fixed")).write_empty()?;
        // As svod has it, whatever the usual table of a letterhead is.
        xml.create_element("w:tblCellMar").write_inner_content(|xml| {
            for (side, twips) in [("w:top", 0), ("w:left", 108), ("w:bottom", 0), ("w:right", 108)] {
                width(xml, side, twips)?;
            }
            Ok(())
        })?;
        // Says to programs that read aloud that the first row is the header.
        xml.create_element("w:tblLook")
            .with_attributes([("w:val", "0020"), ("w:firstRow", "1"), ("w:lastRow", "0"), ("w:firstColumn", "0")])
            .write_empty()?;
        Ok(())
    })?;
    Ok(())
}

pub(super) fn width(xml: &mut Xml, element: &str, twips: u32) -> io::Result<()> {
    xml.create_element(element)
        .with_attributes([("w:w", twips.to_string().as_str()), ("w:type", "dxa")])
        .write_empty()?;
    Ok(())
}

/// What a row may do at the end of a page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    /// Repeated on every page.
    Header,
    Whole,
    MayBreak,
}

fn row(xml: &mut Xml, kind: RowKind, cells: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    xml.create_element("w:tr").write_inner_content(|xml| {
        if kind != RowKind::MayBreak {
            xml.create_element("w:trPr").write_inner_content(|xml| {
                xml.create_element("w:cantSplit").write_empty()?;
                if kind == RowKind::Header {
                    xml.create_element("w:tblHeader").write_empty()?;
                }
                Ok(())
            })?;
        }
        cells(xml)
    })?;
    Ok(())
}

/// A cell over `span` columns; every line of its text is a paragraph.
fn cell(xml: &mut Xml, twips: u32, span: usize, style: &str, text: &str) -> io::Result<()> {
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
        text.split('\n').try_for_each(|line| paragraph(xml, style, line))
    })?;
    Ok(())
}

/// The row of headings, which stands on every page.
pub(super) fn head_row(xml: &mut Xml, widths: &[u32], headings: &[impl AsRef<str>]) -> io::Result<()> {
    row(xml, RowKind::Header, |xml| {
        headings.iter().zip(widths).try_for_each(|(heading, width)| cell(xml, *width, 1, "SvodHead", heading.as_ref()))
    })
}

/// A heading across the table.
pub(super) fn section_row(xml: &mut Xml, heading: &str, span: usize, total: u32) -> io::Result<()> {
    row(xml, RowKind::Whole, |xml| cell(xml, total, span, "SvodSection", heading))
}

/// The texts of a row.
pub(super) fn cells_of(cells: &[String]) -> Vec<&str> {
    cells.iter().map(String::as_str).collect()
}

/// A row; one that is very long may break over pages.
pub(super) fn body_row_of(xml: &mut Xml, cells: &[&str], widths: &[u32], follow: Follow) -> io::Result<()> {
    let longest = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
    let kind = if longest <= UNBROKEN { RowKind::Whole } else { RowKind::MayBreak };
    row(xml, kind, |xml| {
        cells.iter().zip(widths).enumerate().try_for_each(|(index, (text, width))| {
            let style = match (index, follow) {
                (0, Follow::Freely) => "SvodNumber",
                (0, Follow::Kept) => "SvodNumberKept",
                (_, Follow::Freely) => "SvodCell",
                (_, Follow::Kept) => "SvodCellKept",
            };
            cell(xml, *width, 1, style, text)
        })
    })
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
