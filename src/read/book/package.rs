//! Parts of a package in UTF-16, which the reader of workbooks does not take.
//!
//! In: the bytes of a package that has passed inspection. Out: the same package with these parts in UTF-8, or nothing
//! where there are none. It refuses to change anything else.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::encoding::decode;

/// Parts in a zip that is written anew only to be read once.
const UNPACKED: zip::CompressionMethod = zip::CompressionMethod::Stored;

/// The package with all its text in UTF-8, where it was not.
pub(super) fn in_utf8(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let wide: Vec<usize> = (0..archive.len()).filter(|index| is_wide(&mut archive, *index)).collect();
    if wide.is_empty() {
        return None;
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        if wide.contains(&index) {
            content = without_declaration(&decode(&content, None)).as_bytes().to_vec();
        }
        writer.start_file(name, SimpleFileOptions::default().compression_method(UNPACKED)).ok()?;
        writer.write_all(&content).ok()?;
    }
    writer.finish().ok().map(Cursor::into_inner)
}

/// Whether a part begins with a mark of UTF-16, or with a tag in it.
fn is_wide(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> bool {
    let mut head = [0; 2];
    let read = archive.by_index(index).is_ok_and(|mut part| part.read_exact(&mut head).is_ok());
    read && matches!(head, [0xFF, 0xFE] | [0xFE, 0xFF] | [b'<', 0] | [0, b'<'])
}

/// The XML declaration names the encoding that the part had.
pub(super) fn without_declaration(text: &str) -> &str {
    match text.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest,
        None => text,
    }
}
