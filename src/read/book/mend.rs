//! Sheets without the cells over which calamine would give up a whole sheet.
//!
//! In: the bytes of a package that has passed inspection, and which cells of which parts. Out: the same package with these
//! cells emptied, to be read once; what they hold was taken down by the survey. It refuses to change anything else.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read, Write};

use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::sheet_xml::attribute;
use crate::record::CellRef;

/// Cells of a part by their number in its XML, from zero.
pub(super) type Cells = BTreeSet<usize>;

/// The package with these cells emptied; nothing where it cannot be written.
pub(super) fn mended(bytes: &[u8], parts: &BTreeMap<String, Cells>) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file(name.as_str(), options).ok()?;
        if let Some(cells) = parts.get(&name) {
            writer.write_all(&without(BufReader::new(part), cells)?).ok()?;
        } else {
            let mut content = Vec::new();
            part.read_to_end(&mut content).ok()?;
            writer.write_all(&content).ok()?;
        }
    }
    writer.finish().ok().map(Cursor::into_inner)
}

/// The XML with these cells emptied, or left out where they stand at no place.
fn without(xml: impl std::io::BufRead, cells: &Cells) -> Option<Vec<u8>> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut writer = Writer::new(Vec::new());
    let (mut buffer, mut inner) = (Vec::new(), Vec::new());
    let mut number = 0;
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).ok()?;
        let (Event::Start(element) | Event::Empty(element)) = &event else {
            if matches!(event, Event::Eof) {
                return Some(writer.into_inner());
            }
            writer.write_event(event).ok()?;
            continue;
        };
        let is_cell = element.local_name().as_ref() == "c";
        number += usize::from(is_cell);
        if !is_cell || !cells.contains(&(number - 1)) {
            writer.write_event(event).ok()?;
            continue;
        }
        if matches!(event, Event::Start(_)) {
            reader.read_to_end_into(element.name(), &mut inner).ok()?;
            inner.clear();
        }
        emptied(element, &mut writer)?;
    }
}

/// A cell with a text in the place of what it held: an empty one would not be seen.
fn emptied(cell: &BytesStart<'_>, writer: &mut Writer<Vec<u8>>) -> Option<()> {
    let reference = attribute(cell, "r");
    if reference.as_ref().is_some_and(|reference| CellRef::parse(reference).is_none()) {
        return Some(());
    }
    let name = cell.name();
    let name: &str = name.as_ref();
    let value = format!("{}v", name.strip_suffix('c')?);
    let mut start = BytesStart::new(name);
    if let Some(reference) = &reference {
        start.push_attribute(("r", reference.as_str()));
    }
    start.push_attribute(("t", "str"));
    writer.write_event(Event::Start(start)).ok()?;
    writer.write_event(Event::Start(BytesStart::new(value.as_str()))).ok()?;
    writer.write_event(Event::Text(BytesText::new("?"))).ok()?;
    writer.write_event(Event::End(BytesEnd::new(value.as_str()))).ok()?;
    writer.write_event(Event::End(BytesEnd::new(name))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_cells_that_are_named_are_emptied() {
        let xml = r#"<x:row><x:c r="A1" s="1"><x:v>1</x:v></x:c><x:c r="B1" t="zz"><x:v>2</x:v></x:c><x:c r="привет"/></x:row>"#;
        let mended = without(xml.as_bytes(), &Cells::from([1, 2])).unwrap();
        let expected = r#"<x:row><x:c r="A1" s="1"><x:v>1</x:v></x:c><x:c r="B1" t="str"><x:v>?</x:v></x:c></x:row>"#;
        assert_eq!(String::from_utf8(mended).unwrap(), expected);
    }
}
