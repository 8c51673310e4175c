//! What calamine leaves out of an `ods`: hidden rows, hidden columns, merged ranges.
//!
//! In: the bytes of a workbook that has passed inspection. Out: the shape of each sheet. Besides: the one file of a flat
//! `fods`, packed as calamine wants it.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor, Write};

use quick_xml::events::BytesStart;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::encoding::decode;
use super::open::Unreadable;
use super::package::without_declaration;
use super::sheet_xml::{attribute, each_element};
use super::xlsx::within_sheet;
use super::{Merge, Shape};

/// Hidden rows that a run may add: a hidden tail of a million blank rows means nothing.
const LONGEST_RUN: u32 = 10_000;

/// The shapes of the sheets, by their names.
pub(super) fn shapes(bytes: &[u8]) -> BTreeMap<String, Shape> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    archive.by_name("content.xml").map(|file| read(BufReader::new(file))).unwrap_or_default()
}

/// The package of a flat document: its one file holds what the `content.xml` of a package does.
pub(super) fn packed(bytes: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let text = decode(bytes, None);
    let options = SimpleFileOptions::default();
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &str); 3] = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &tight(without_declaration(&text))),
    ];
    for (name, part) in parts {
        package.start_file(name, options).map_err(|_| Unreadable::Damaged)?;
        package.write_all(part.as_bytes()).map_err(|_| Unreadable::Damaged)?;
    }
    package.finish().map(Cursor::into_inner).map_err(|_| Unreadable::Damaged)
}

/// The text without the line ends and indents between its tags, which calamine takes for content out of place.
fn tight(text: &str) -> String {
    let mut tight = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(end) = rest.find('>') {
        tight.push_str(&rest[..=end]);
        rest = &rest[end + 1..];
        let next = rest.trim_start();
        if next.starts_with('<') && rest[..rest.len() - next.len()].contains('\n') {
            rest = next;
        }
    }
    tight.push_str(rest);
    tight
}

/// Where the reader stands in a sheet.
#[derive(Default)]
struct Cursors {
    /// The next row and the next column of cells.
    row: u32,
    col: u32,
    /// The row that the cells belong to.
    current: u32,
    /// The next column of `table-column`.
    column: u32,
}

fn read(xml: impl BufRead) -> BTreeMap<String, Shape> {
    let mut shapes: BTreeMap<String, Shape> = BTreeMap::new();
    let mut name = String::new();
    let mut at = Cursors::default();
    each_element(xml, |element| {
        match element.name().as_ref() {
            "table:table" => {
                name = attribute(element, "name").unwrap_or_default();
                at = Cursors::default();
                shapes.entry(name.clone()).or_default();
            }
            "table:table-column" => {
                let repeated = number(element, "number-columns-repeated");
                if is_hidden(element)
                    && let Some(shape) = shapes.get_mut(&name)
                {
                    let hidden = at.column..at.column.saturating_add(repeated.min(LONGEST_RUN));
                    shape.hidden_columns.extend(hidden.filter_map(|col| u16::try_from(col).ok()));
                }
                at.column = at.column.saturating_add(repeated);
            }
            "table:table-row" => {
                let repeated = number(element, "number-rows-repeated");
                if is_hidden(element)
                    && let Some(shape) = shapes.get_mut(&name)
                {
                    shape.hidden_rows.extend(at.row..at.row.saturating_add(repeated.min(LONGEST_RUN)));
                }
                at.current = at.row;
                at.row = at.row.saturating_add(repeated);
                at.col = 0;
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let (rows, columns) =
                    (number(element, "number-rows-spanned"), number(element, "number-columns-spanned"));
                if (rows > 1 || columns > 1)
                    && let Some(merge) = spanned(at.current, at.col, rows, columns)
                    && let Some(shape) = shapes.get_mut(&name)
                {
                    shape.merged.push(merge);
                }
                at.col = at.col.saturating_add(number(element, "number-columns-repeated"));
            }
            _ => {}
        }
        true
    });
    shapes
}

fn spanned(row: u32, col: u32, rows: u32, columns: u32) -> Option<Merge> {
    let last = (row.checked_add(rows - 1)?, col.checked_add(columns - 1)?);
    Some(Merge { first: within_sheet((row, col))?, last: within_sheet(last)? })
}

/// A count of an attribute; one where it is absent or zero.
fn number(element: &BytesStart<'_>, key: &str) -> u32 {
    attribute(element, key).and_then(|n| n.parse().ok()).unwrap_or(1).max(1)
}

/// Hidden by hand (`collapse`) or by a filter.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "visibility").is_some_and(|how| how != "visible")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn cells_that_are_joined_beyond_the_sheet_are_not_joined() {
        for spanned in ["table:number-columns-spanned=\"16385\"", "table:number-rows-spanned=\"1048577\""] {
            let xml = format!(
                r#"<table:table table:name="Мероприятия"><table:table-row><table:table-cell {spanned}/>
                </table:table-row></table:table>"#
            );
            assert_eq!(read(xml.as_bytes())["Мероприятия"].merged, []);
        }
    }

    #[test]
    fn filtered_rows_hidden_columns_and_spans_are_found() {
        let xml = r#"<table:table table:name="Мероприятия">
            <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
            <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
            <table:table-row table:visibility="filter"><table:table-cell/>
              <table:table-cell table:number-rows-spanned="2" table:number-columns-spanned="1"/></table:table-row>
            </table:table>"#;
        let shapes = read(xml.as_bytes());
        let shape = &shapes["Мероприятия"];
        assert_eq!(shape.hidden_columns, BTreeSet::from([2]));
        assert_eq!(shape.hidden_rows, BTreeSet::from([3]));
        assert_eq!(shape.merged.iter().map(Merge::in_words).collect::<Vec<_>>(), ["B4:B5"]);
    }
}
