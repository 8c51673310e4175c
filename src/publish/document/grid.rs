//! A framed table: its properties, its columns, then whatever rows are written into it.
//!
//! In: widths, and whoever writes the rows. Out: a table of a document.

use std::io;

use super::body::{Xml, table_properties, twips};

/// Shares of `printable` millimetres, in twips.
pub(super) fn widths(shares: &[f64], printable: f64) -> Vec<u32> {
    shares.iter().map(|share| twips(share * printable)).collect()
}

/// A table with a frame, as wide as its columns together.
pub(super) fn table(xml: &mut Xml, widths: &[u32], rows: impl FnOnce(&mut Xml) -> io::Result<()>) -> io::Result<()> {
    xml.create_element("w:tbl").write_inner_content(|xml| {
        table_properties(xml, widths.iter().sum())?;
        xml.create_element("w:tblGrid").write_inner_content(|xml| {
            widths.iter().try_for_each(|width| {
                let width = width.to_string();
                xml.create_element("w:gridCol").with_attribute(("w:w", width.as_str())).write_empty().map(drop)
            })
        })?;
        rows(xml)
    })?;
    Ok(())
}
