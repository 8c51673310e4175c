//! Parts of a package in UTF-16 or in an alphabet of eight bits, which the reader of workbooks does not take.
//!
//! In: the bytes of a package that has passed inspection. Out: the same package with these parts in UTF-8, or nothing
//! where there are none. It refuses to change anything else.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::encoding::decode;

/// Parts in a zip that is written anew only to be read once.
const UNPACKED: zip::CompressionMethod = zip::CompressionMethod::Stored;

/// The package with all its text in UTF-8, where it was not.
pub(super) fn in_utf8(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let wide: BTreeMap<usize, Foreign> =
        (0..archive.len()).filter_map(|index| Some((index, foreign(&mut archive, index)?))).collect();
    if wide.is_empty() {
        return None;
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).ok()?;
        if let Some(Foreign { declared }) = wide.get(&index) {
            content = without_declaration(&decode(&content, declared.as_deref())).as_bytes().to_vec();
        }
        writer.start_file(name, SimpleFileOptions::default().compression_method(UNPACKED)).ok()?;
        writer.write_all(&content).ok()?;
    }
    writer.finish().ok().map(Cursor::into_inner)
}

/// An encoding that is not UTF-8, as the part names it; one of UTF-16 shows by itself.
struct Foreign {
    declared: Option<String>,
}

/// Whether a part is in another encoding than UTF-8: it begins with a mark of UTF-16 or a tag in it, or names one, which is
/// then given.
fn foreign(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> Option<Foreign> {
    const HEAD: u64 = 100;
    let mut head = Vec::new();
    archive.by_index(index).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    if matches!(head.get(..2)?, [0xFF, 0xFE] | [0xFE, 0xFF] | [b'<', 0] | [0, b'<']) {
        return Some(Foreign { declared: None });
    }
    let head = String::from_utf8_lossy(&head);
    let (_, rest) = head.strip_prefix("<?xml")?.split_once("encoding=")?;
    let name: String = rest.chars().skip(1).take_while(|c| !matches!(c, '"' | '\'')).collect();
    let is_plain = ["utf-8", "utf8", "us-ascii"].iter().any(|plain| name.eq_ignore_ascii_case(plain));
    (!is_plain).then_some(Foreign { declared: Some(name) })
}

/// The XML declaration names the encoding that the part had.
pub(super) fn without_declaration(text: &str) -> &str {
    match text.trim_start().strip_prefix("<?xml").and_then(|rest| rest.split_once("?>")) {
        Some((_, rest)) => rest,
        None => text,
    }
}
