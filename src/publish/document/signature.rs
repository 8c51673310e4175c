//! The place where the report is signed: post, signature and name, each on a line with a caption under it.
//!
//! In: the language, the width of the page. Out: a table without a frame, held together with what stands above it. It
//! knows nobody's name: the lines are filled in by hand.

use std::io;

use super::grid::{RowKind, row};
use super::paragraph::{Xml, paragraph, twips, width};
use crate::words::{self, Language};

/// Shares of the width: post, gap, signature, gap, name. Each line has the caption of that message under it.
const PARTS: [(f64, Option<&str>); 5] = [
    (0.42, Some("document-post")),
    (0.03, None),
    (0.22, Some("document-signature")),
    (0.03, None),
    (0.30, Some("document-name")),
];

/// Points that it takes, with the empty line above it.
pub(super) const HEIGHT: f64 = 60.0;

/// Writes the place for the signature across `printable` millimetres.
pub(super) fn place(xml: &mut Xml, language: Language, printable: f64) -> io::Result<()> {
    let widths = PARTS.map(|(share, _)| twips(share * printable));
    // The line end keeps this table apart from the one above where no closing sentence stands between them.
    paragraph(xml, "SvodBeforeSignature", "")?;
    xml.create_element("w:tbl").write_inner_content(|xml| {
        xml.create_element("w:tblPr").write_inner_content(|xml| {
            width(xml, "w:tblW", widths.iter().sum())?;
            xml.create_element("w:tblLayout").with_attribute(("w:type", "fixed")).write_empty()?;
            Ok(())
        })?;
        xml.create_element("w:tblGrid").write_inner_content(|xml| {
            widths.iter().try_for_each(|width| {
                let width = width.to_string();
                xml.create_element("w:gridCol").with_attribute(("w:w", width.as_str())).write_empty().map(drop)
            })
        })?;
        line(xml, &widths)?;
        captions(xml, &widths, language)
    })?;
    // A document does not end with a table.
    paragraph(xml, "SvodEnd", "")
}

/// The row that is written on.
fn line(xml: &mut Xml, widths: &[u32]) -> io::Result<()> {
    row(xml, RowKind::Whole, |xml| {
        widths.iter().zip(PARTS).try_for_each(|(width, (_, caption))| {
            cell(xml, *width, caption.is_some(), |xml| paragraph(xml, "SvodSignature", ""))
        })
    })
}

/// The row of the captions, in small letters.
fn captions(xml: &mut Xml, widths: &[u32], language: Language) -> io::Result<()> {
    row(xml, RowKind::Whole, |xml| {
        widths.iter().zip(PARTS).try_for_each(|(width, (_, caption))| {
            let words = caption.map(|id| words::plain(language, id)).unwrap_or_default();
            cell(xml, *width, false, |xml| paragraph(xml, "SvodCaption", &words))
        })
    })
}

/// A cell, with a line at its foot where something is written on it.
fn cell(
    xml: &mut Xml,
    twips: u32,
    underlined: bool,
    content: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    xml.create_element("w:tc").write_inner_content(|xml| {
        xml.create_element("w:tcPr").write_inner_content(|xml| {
            width(xml, "w:tcW", twips)?;
            if underlined {
                xml.create_element("w:tcBorders").write_inner_content(|xml| {
                    xml.create_element("w:bottom")
                        .with_attributes([("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "000000")])
                        .write_empty()?;
                    Ok(())
                })?;
            }
            Ok(())
        })?;
        content(xml)
    })?;
    Ok(())
}
