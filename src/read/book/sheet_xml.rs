//! What calamine leaves out of an `xlsx`: where the sheets' XML is, to be surveyed, and which other files it links to.
//!
//! In: the bytes of a workbook that has passed inspection. Out: a survey of each sheet that could be found; a sheet
//! without one is simply read as if nothing were hidden.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::mend::Cells;
use super::survey::{Survey, survey};

pub(super) type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What a pass over each of the sheets gave, by their names; and which cells of which parts must be mended.
pub(super) fn surveys(bytes: &[u8]) -> (BTreeMap<String, Survey>, BTreeMap<String, Cells>) {
    let (mut surveys, mut refused) = (BTreeMap::new(), BTreeMap::new());
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return (surveys, refused) };
    let strings = strings(&mut archive);
    for (name, part) in sheets(&mut archive) {
        if let Ok(file) = archive.by_name(&part) {
            let mut survey = survey(BufReader::new(file), strings);
            if !survey.refused.is_empty() {
                refused.insert(part, std::mem::take(&mut survey.refused));
            }
            surveys.insert(name, survey);
        }
    }
    (surveys, refused)
}

/// How many shared strings a workbook has.
fn strings(archive: &mut Archive<'_>) -> u64 {
    let workbook = workbook_part(archive);
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", workbook.as_str()));
    let relations = relations(&text(archive, &format!("{folder}/_rels/{file}.rels")));
    let Some(table) = relations.iter().find(|relation| relation.kind.ends_with("/sharedStrings")) else { return 0 };
    let mut strings = 0;
    if let Ok(file) = archive.by_name(&resolve(folder, &table.target)) {
        each_element(BufReader::new(file), |element| {
            strings += u64::from(element.local_name().as_ref() == "si");
            true
        });
    }
    strings
}

/// Whether a workbook counts its days from 1904.
pub(super) fn since_1904(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    let workbook = workbook_part(&mut archive);
    let mut since_1904 = false;
    each_element(text(&mut archive, &workbook).as_bytes(), |element| {
        since_1904 |= element.local_name().as_ref() == "workbookPr" && is_set(element, "date1904");
        !since_1904
    });
    since_1904
}

/// The files that a workbook takes values from, as it names them.
pub(super) fn linked(bytes: &[u8]) -> Vec<String> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let parts: Vec<String> = archive
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .filter(|name| name.to_ascii_lowercase().contains("externallinks/externallink"))
        .collect();
    let targets = |archive: &mut Archive<'_>, part: &str| -> Option<Vec<String>> {
        let (folder, file) = part.rsplit_once('/')?;
        let relations = relations(&text(archive, &format!("{folder}/_rels/{file}.rels")));
        Some(relations.into_iter().map(|relation| relation.target).collect())
    };
    let mut linked = Vec::new();
    for part in parts {
        match targets(&mut archive, &part) {
            Some(targets) if !targets.is_empty() => linked.extend(targets),
            _ => linked.push(part),
        }
    }
    linked.extend(connections(&mut archive));
    linked.sort();
    linked.dedup();
    linked
}

/// Where a workbook asks for data when it is opened.
fn connections(archive: &mut Archive<'_>) -> Vec<String> {
    let mut found = Vec::new();
    each_element(text(archive, "xl/connections.xml").as_bytes(), |element| {
        let source = match element.local_name().as_ref() {
            "dbPr" => attribute(element, "connection"),
            "webPr" => attribute(element, "url"),
            "textPr" => attribute(element, "sourceFile"),
            _ => None,
        };
        found.extend(source);
        true
    });
    found
}

/// The part that holds the list of sheets.
fn workbook_part(archive: &mut Archive<'_>) -> String {
    main_part(archive).unwrap_or_else(|| "xl/workbook.xml".to_owned())
}

/// The part of a package that holds its document.
pub(super) fn main_part(archive: &mut Archive<'_>) -> Option<String> {
    let roots = relations(&text(archive, "_rels/.rels"));
    let main = roots.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"))?;
    Some(resolve("", &main.target))
}

/// Sheet names with the parts that hold them.
fn sheets(archive: &mut Archive<'_>) -> Vec<(String, String)> {
    let workbook = workbook_part(archive);
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

pub(super) fn is_set(element: &BytesStart<'_>, key: &str) -> bool {
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
    use super::*;

    #[test]
    fn relations_point_where_they_say() {
        assert_eq!(resolve("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolve("xl", "../other/sheet1.xml"), "other/sheet1.xml");
    }
}
