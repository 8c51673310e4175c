//! What calamine leaves out of an `xlsx`: hidden rows, hidden columns, and merged ranges of which some are broken.
//!
//! In: the bytes of a workbook that has passed inspection. Out: the shape of each sheet that could be found; a sheet
//! without one is simply read as if nothing were hidden.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::{Merge, Shape};
use crate::record::CellRef;

pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// A sheet has no more columns.
const LAST_COLUMN: u32 = 16_383;

/// The shapes of the sheets, by their names.
pub(super) fn shapes(bytes: &[u8]) -> BTreeMap<String, Shape> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return BTreeMap::new() };
    let mut shapes = BTreeMap::new();
    for (name, part) in sheets(&mut archive) {
        if let Ok(file) = archive.by_name(&part) {
            shapes.insert(name, shape(BufReader::new(file)));
        }
    }
    shapes
}

/// The part of a package that holds its document.
pub(super) fn main_part(archive: &mut Archive<'_>) -> Option<String> {
    let roots = relations(&text(archive, "_rels/.rels"));
    let main = roots.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"))?;
    Some(resolve("", &main.target))
}

/// Sheet names with the parts that hold them.
fn sheets(archive: &mut Archive<'_>) -> Vec<(String, String)> {
    let workbook = main_part(archive).unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", workbook.as_str()));
    let relations = relations(&text(archive, &format!("{folder}/_rels/{file}.rels")));
    let mut sheets = Vec::new();
    each_element(text(archive, &workbook).as_bytes(), |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
            && let Some(relation) = relations.iter().find(|relation| relation.id == id)
        {
            sheets.push((name, resolve(folder, &relation.target)));
        }
        true
    });
    sheets
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(xml: &str) -> Vec<Relation> {
    let mut relations = Vec::new();
    each_element(xml.as_bytes(), |element| {
        if element.local_name().as_ref() == "Relationship"
            && let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target"))
        {
            relations.push(Relation { id, kind: attribute(element, "Type").unwrap_or_default(), target });
        }
        true
    });
    relations
}

/// The part that a relation of a part in `folder` points to.
fn resolve(folder: &str, target: &str) -> String {
    let path = match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("{folder}/{target}"),
    };
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// Reads a sheet for all that its cells do not say.
fn shape(xml: impl BufRead) -> Shape {
    let mut shape = Shape::default();
    // Rows may leave out their number; it is then one more than that of the row before.
    let mut next_row = 0_u32;
    each_element(xml, |element| {
        match element.local_name().as_ref() {
            "col" if is_set(element, "hidden") => {
                let number = |key| attribute(element, key).and_then(|n| n.parse::<u32>().ok());
                let (min, max) = (number("min").unwrap_or(1), number("max").unwrap_or(0));
                let columns = min.saturating_sub(1)..=max.saturating_sub(1).min(LAST_COLUMN);
                shape.hidden_columns.extend(columns.filter_map(|col| u16::try_from(col).ok()));
            }
            "row" => {
                let row = attribute(element, "r").and_then(|n| n.parse::<u32>().ok());
                let row = row.map_or(next_row, |row| row.saturating_sub(1));
                if is_set(element, "hidden") {
                    shape.hidden_rows.insert(row);
                }
                next_row = row.saturating_add(1);
            }
            "mergeCell" => shape.merged.extend(attribute(element, "ref").as_deref().and_then(merge)),
            _ => {}
        }
        true
    });
    shape
}

fn merge(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':')?;
    let (first, last) = (CellRef::parse(first)?, CellRef::parse(last)?);
    (first.row <= last.row && first.col <= last.col).then_some(Merge { first, last })
}

/// Calls `visit` for every element that opens, until it says stop, the text ends, or it is no XML.
pub(super) fn each_element(xml: impl BufRead, mut visit: impl FnMut(&BytesStart<'_>) -> bool) {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                if !visit(&element) {
                    return;
                }
            }
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(element: &BytesStart<'_>, key: &str) -> Option<String> {
    element
        .attributes()
        .with_checks(false)
        .flatten()
        .find(|attribute| attribute.key.local_name().as_ref() == key)
        .and_then(|attribute| {
            attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
        })
}

fn is_set(element: &BytesStart<'_>, key: &str) -> bool {
    attribute(element, key).is_some_and(|value| value == "1" || value == "true" || value == "on")
}

fn text(archive: &mut Archive<'_>, part: &str) -> String {
    let mut bytes = Vec::new();
    if let Ok(mut file) = archive.by_name(part) {
        // What was inflated before an error is still worth looking at.
        let _ = file.read_to_end(&mut bytes);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn hidden_rows_columns_and_merged_ranges_are_found_and_broken_ones_passed_over() {
        let xml = r#"<x:worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>
            <sheetData><row r="4" hidden="true"><c/></row><row hidden="1"/><row r="9"/></sheetData>
            <mergeCells><mergeCell ref="B5:B7"/><mergeCell ref="B7:ПРИВЕТ"/><mergeCell ref="C9:B1"/></mergeCells>"#;
        let shape = shape(xml.as_bytes());
        assert_eq!(shape.hidden_columns, BTreeSet::from([1, 2]));
        assert_eq!(shape.hidden_rows, BTreeSet::from([3, 4]));
        assert_eq!(shape.merged.iter().map(Merge::in_words).collect::<Vec<_>>(), ["B5:B7"]);
    }

    #[test]
    fn relations_point_where_they_say() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "../other/sheet1.xml"), "other/sheet1.xml");
    }
}
