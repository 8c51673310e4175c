//! Tables with and without a frame: properties and columns, then whatever rows are written into them.
//!
//! In: widths, and whoever writes the rows. Out: a table of a document.

use std::io;

use super::paragraph::{Xml, twips, width};

/// Shares of `printable` millimetres, in twips.
pub(super) fn widths(shares: &[f64], printable: f64) -> Vec<u32> {
    shares.iter().map(|share| twips(share * printable)).collect()
}

/// A table with a frame, as wide as its columns together.
pub(super) fn table(xml: &mut Xml, widths: &[u32], rows: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    xml.create_element("w:tbl").write_inner_content(|xml| {
        properties(xml, widths.iter().sum())?;
        columns(xml, widths)?;
        rows(xml)
    })?;
    Ok(())
}

/// A table without a frame, whose cells leave little room around their text.
pub(super) fn bare(xml: &mut Xml, widths: &[u32], rows: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    xml.create_element("w:tbl").write_inner_content(|xml| {
        xml.create_element("w:tblPr").write_inner_content(|xml| {
            width(xml, "w:tblW", widths.iter().sum())?;
            xml.create_element("w:tblLayout").with_attribute(("w:type", "fixed")).write_empty()?;
            xml.create_element("w:tblCellMar").write_inner_content(|xml| {
                width(xml, "w:left", 28)?;
                width(xml, "w:right", 28)
            })?;
            Ok(())
        })?;
        columns(xml, widths)?;
        rows(xml)
    })?;
    Ok(())
}

fn properties(xml: &mut Xml, total: u32) -> io::Result<()> {
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

fn columns(xml: &mut Xml, widths: &[u32]) -> io::Result<()> {
    xml.create_element("w:tblGrid").write_inner_content(|xml| {
        widths.iter().map(u32::to_string).try_for_each(|width| {
            xml.create_element("w:gridCol").with_attribute(("w:w", width.as_str())).write_empty().map(drop)
        })
    })?;
    Ok(())
}

/// What a row may do at the end of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// Whole, and repeated on every page.
    Header,
    Whole,
    MayBreak,
}

impl RowKind {
    pub(super) fn whole_if(whole: bool) -> Self {
        if whole { Self::Whole } else { Self::MayBreak }
    }
}

/// A row.
pub(super) fn row(xml: &mut Xml, kind: RowKind, cells: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
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

/// A cell, its text in the middle of its height.
pub(super) fn cell(xml: &mut Xml, twips: u32, content: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    xml.create_element("w:tc").write_inner_content(|xml| {
        xml.create_element("w:tcPr").write_inner_content(|xml| {
            width(xml, "w:tcW", twips)?;
            xml.create_element("w:vAlign").with_attribute(("w:val", "center")).write_empty()?;
            Ok(())
        })?;
        content(xml)
    })?;
    Ok(())
}
