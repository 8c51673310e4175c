//! Paragraphs in a style, and the measures of everything that holds them.
//!
//! In: text. Out: elements of a document. It knows nothing of tables and pages.

use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;

use crate::style;

/// Writes the elements of a document.
pub(super) type Xml = Writer<Vec<u8>>;

/// A twentieth of a point; 1 mm is 56.7 of them.
const TWIPS_IN_MM: f64 = 1440.0 / 25.4;

/// Whether something stays on one page with what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    Kept,
    Free,
}

impl Hold {
    pub(super) fn kept_if(kept: bool) -> Self {
        if kept { Self::Kept } else { Self::Free }
    }
}

/// A paragraph in a style; the line ends of the text become line breaks.
pub(super) fn paragraph(xml: &mut Xml, style: &str, text: &str) -> io::Result<()> {
    held(xml, style, text, Hold::Kept)
}

/// A paragraph in a style that keeps it together and with the next; set free, it is neither.
pub(super) fn held(xml: &mut Xml, style: &str, text: &str, hold: Hold) -> io::Result<()> {
    xml.create_element("w:p").write_inner_content(|xml| {
        xml.create_element("w:pPr").write_inner_content(|xml| {
            xml.create_element("w:pStyle").with_attribute(("w:val", style)).write_empty()?;
            for property in ["w:keepNext", "w:keepLines"].into_iter().filter(|_| hold == Hold::Free) {
                xml.create_element(property).with_attribute(("w:val", "0")).write_empty()?;
            }
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

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is at most some 17,000 twips wide")]
pub(super) fn twips(mm: f64) -> u32 {
    (mm * TWIPS_IN_MM).round().max(0.0) as u32
}

/// An element that says how wide something is.
pub(super) fn width(xml: &mut Xml, element: &str, twips: u32) -> io::Result<()> {
    xml.create_element(element)
        .with_attributes([("w:w", twips.to_string().as_str()), ("w:type", "dxa")])
        .write_empty()?;
    Ok(())
}
