//! Packages that tests make or change.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A zip of these parts.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A package of text with its parts changed, and `more` parts after them.
pub(crate) fn repacked(package: &[u8], change: impl Fn(&str, String) -> Vec<u8>, more: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(package)).unwrap();
    let mut changed = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        let bytes = change(&name, text);
        changed.push((name, bytes));
    }
    let parts: Vec<(&str, &[u8])> = changed.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    zipped(&[&parts, more].concat())
}
