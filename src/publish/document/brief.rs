//! The summary on one page of A4: title, opening sentence, the first figures, then blocks in two columns.
//!
//! In: the [`Brief`] model. Out: the bytes of a DOCX. Where there is much to show, the smallest of it is put together until
//! everything fits the page; what is left out here stands in the workbook.

use std::io;

use super::super::brief::{Brief, FigureTable, Lines, Shown};
use super::super::{Error, Subject};
use super::bars;
use super::body::Paper;
use super::frame::{self, Sheet};
use super::grid::{self, RowKind};
use super::pages;
use super::paragraph::{Xml, paragraph, width};
use super::shrink;
use crate::flow::{Artifact, ArtifactKind};
use crate::style;

/// A4 upright between its margins, in millimetres.
pub(super) const PRINTABLE: f64 = 180.0;
/// A column of blocks, and the gap between the two.
pub(super) const COLUMN: f64 = 87.0;
const GAP: f64 = 6.0;
/// Points of the letters of the figures.
const FIGURE: f64 = 9.5;

/// Writes the summary.
///
/// # Errors
/// When a sentence of the form cannot be said.
pub fn brief(subject: &Subject) -> Result<Artifact, Error> {
    let brief = Brief::of(subject)?;
    let shown = shrink::to_one_page(&brief, subject);
    let (title, foot) = (brief.title.join(" "), brief.edition.as_deref());
    let sheet = Sheet { paper: Paper::Portrait, title: &title, foot, language: subject.language };
    let bytes = frame::document(&sheet, |xml| page(xml, subject, &brief, &shown))?;
    let name = style::file_name(&Brief::name(subject)?, "docx");
    Ok(Artifact { kind: ArtifactKind::Brief, name, bytes })
}

fn page(xml: &mut Xml, subject: &Subject, brief: &Brief, shown: &[Shown]) -> io::Result<()> {
    for line in &brief.title {
        paragraph(xml, "SvodBriefTitle", line)?;
    }
    for remark in &brief.remarks {
        paragraph(xml, "SvodRemark", remark)?;
    }
    if let Some(opening) = &brief.opening {
        paragraph(xml, "SvodOpening", opening)?;
    }
    for (title, tables) in brief.tables(subject) {
        paragraph(xml, "SvodBlock", &title)?;
        for (at, table) in tables.iter().enumerate() {
            if at > 0 {
                // Two tables that touch would be one.
                paragraph(xml, "SvodBar", "")?;
            }
            figures(xml, table)?;
        }
    }
    if shown.is_empty() {
        return paragraph(xml, "SvodBar", "");
    }
    paragraph(xml, "SvodEnd", "")?;
    columns(xml, shown)?;
    // A document does not end with a table.
    paragraph(xml, "SvodEnd", "")
}

/// The first figures, each with its remark, beside the parts or the periods that are compared with.
fn figures(xml: &mut Xml, table: &FigureTable) -> io::Result<()> {
    let columns = u32::try_from(table.headings.len()).unwrap_or(1).saturating_sub(1).max(1);
    let share = shrink::number_width(table) / PRINTABLE;
    let mut shares = vec![1.0 - share * f64::from(columns)];
    shares.extend((0..columns).map(|_| share));
    let widths = grid::widths(&shares, PRINTABLE);
    grid::table(xml, &widths, |xml| {
        grid::row(xml, keeps(&table.headings, &widths), |xml| {
            table
                .headings
                .iter()
                .zip(&widths)
                .try_for_each(|(words, width)| grid::cell(xml, *width, |xml| paragraph(xml, "SvodFigureBeside", words)))
        })?;
        table.rows.iter().try_for_each(|row| figure(xml, row, &widths, table.by_figure))
    })
}

/// A row of the figures: words, then numbers, the first of which may be the report's own.
fn figure(xml: &mut Xml, cells: &[String], widths: &[u32], own: bool) -> io::Result<()> {
    grid::row(xml, keeps(cells, widths), |xml| {
        for (at, (text, width)) in cells.iter().zip(widths).enumerate() {
            let style = match at {
                0 => "SvodFigure",
                1 if own => "SvodFigureOwn",
                _ => "SvodFigureBeside",
            };
            grid::cell(xml, *width, |xml| paragraph(xml, style, text))?;
        }
        Ok(())
    })
}

fn keeps(cells: &[String], widths: &[u32]) -> RowKind {
    RowKind::whole_if(pages::keep_low(cells.iter().map(String::as_str).zip(widths.iter().copied()), FIGURE))
}

/// The blocks, one under the other in two columns that end at about the same height.
fn columns(xml: &mut Xml, shown: &[Shown]) -> io::Result<()> {
    let (left, right) = shown.split_at(shrink::middle(shown));
    let widths = grid::widths(&[COLUMN / PRINTABLE, GAP / PRINTABLE, COLUMN / PRINTABLE], PRINTABLE);
    grid::bare(xml, &widths, |xml| {
        xml.create_element("w:tr").write_inner_content(|xml| {
            let blocks = [left, &[], right];
            blocks.into_iter().zip(&widths).try_for_each(|(blocks, width)| column(xml, blocks, *width))
        })?;
        Ok(())
    })
}

fn column(xml: &mut Xml, blocks: &[Shown], twips: u32) -> io::Result<()> {
    xml.create_element("w:tc").write_inner_content(|xml| {
        xml.create_element("w:tcPr").write_inner_content(|xml| width(xml, "w:tcW", twips))?;
        for block in blocks {
            paragraph(xml, "SvodBlock", &block.title)?;
            match &block.lines {
                Lines::Bars(drawn) => bars::write(xml, drawn, COLUMN)?,
                Lines::Pairs(lines) => pairs(xml, lines)?,
                Lines::List(lines) => {
                    lines.iter().try_for_each(|line| paragraph(xml, "SvodItem", line))?;
                }
            }
        }
        // A cell does not end with a table.
        paragraph(xml, "SvodEnd", "")
    })?;
    Ok(())
}

/// Words on the left, what belongs to them on the right.
fn pairs(xml: &mut Xml, lines: &[(String, String)]) -> io::Result<()> {
    let widths = grid::widths(&[shrink::WORDS, 1.0 - shrink::WORDS], COLUMN);
    grid::bare(xml, &widths, |xml| {
        for (words, value) in lines {
            let whole = pages::keep_low([(words.as_str(), widths[0]), (value.as_str(), widths[1])], bars::SMALL);
            grid::row(xml, RowKind::whole_if(whole), |xml| {
                grid::cell(xml, widths[0], |xml| paragraph(xml, "SvodBar", words))?;
                grid::cell(xml, widths[1], |xml| paragraph(xml, "SvodValue", value))
            })?;
        }
        Ok(())
    })
}
