//! Inspection of an untrusted workbook before any library unfolds it.
//!
//! In: bytes. Out: whether they may be read, and if not, which limit they break. Nothing that a file says of its own
//! size is believed: parts are inflated here, counted, and thrown away.

use std::io::{BufReader, Cursor, Read};

use quick_xml::events::Event;
use serde::{Deserialize, Serialize};
use zip::{CompressionMethod, ZipArchive};

use super::book::Unreadable;

/// What may be spent on one workbook. The defaults hold a return of 120,000 rows and stop a bomb of a few kilobytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub file: u64,
    /// Parts of the package.
    pub parts: u64,
    /// Bytes of all parts together when inflated.
    pub inflated: u64,
    /// Strings in the table of shared strings.
    pub strings: u64,
    pub sheets: u64,
    /// Cells that are not empty, in all sheets.
    pub cells: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { file: 64 << 20, parts: 2_000, inflated: 256 << 20, strings: 4_000_000, sheets: 250, cells: 4_000_000 }
    }
}

/// Which limit a file breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Limit {
    Size,
    Inflated,
    Parts,
    Strings,
    Sheets,
    Cells,
    /// Of the worker process.
    Memory,
    Time,
}

impl Limit {
    /// Id of the sentence that says which limit it is.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::Size => "read-limit-size",
            Self::Inflated => "read-limit-inflated",
            Self::Parts => "read-limit-parts",
            Self::Strings => "read-limit-strings",
            Self::Sheets => "read-limit-sheets",
            Self::Cells => "read-limit-cells",
            Self::Memory => "read-limit-memory",
            Self::Time => "read-limit-time",
        }
    }
}

/// A limit that a file breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Exceeded {
    pub(super) what: Limit,
    /// What is allowed: megabytes for size, inflated size and memory, seconds for time, else a count.
    pub(super) allowed: u64,
}

impl Exceeded {
    pub(super) fn sheets(allowed: u64) -> Self {
        Self { what: Limit::Sheets, allowed }
    }

    pub(super) fn cells(allowed: u64) -> Self {
        Self { what: Limit::Cells, allowed }
    }

    fn parts(allowed: u64) -> Self {
        Self { what: Limit::Parts, allowed }
    }

    fn strings(allowed: u64) -> Self {
        Self { what: Limit::Strings, allowed }
    }

    fn inflated(bytes: u64) -> Self {
        Self { what: Limit::Inflated, allowed: bytes >> 20 }
    }

    fn size(bytes: u64) -> Self {
        Self { what: Limit::Size, allowed: bytes >> 20 }
    }
}

/// Checks the size of a file, of whatever format.
pub(super) fn inspect_size(bytes: &[u8], limits: &Limits) -> Result<(), Exceeded> {
    if bytes.len() as u64 > limits.file { Err(Exceeded::size(limits.file)) } else { Ok(()) }
}

/// Checks a workbook that is a package of parts (`xlsx`, `xlsb`, `ods`).
pub(super) fn inspect_package(bytes: &[u8], limits: &Limits) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() as u64 > limits.parts {
        return Err(Exceeded::parts(limits.parts).into());
    }
    // Of two parts of one name, readers take different ones: what one program shows, another would not read.
    if archive.has_duplicate_names() || has_likenesses(&archive) {
        return Err(Unreadable::Doubled);
    }
    let mut left = limits.inflated;
    for index in 0..archive.len() {
        let raw = archive.by_index_raw(index).map_err(|_| Unreadable::Damaged)?;
        if raw.encrypted() {
            return Err(Unreadable::Locked);
        }
        if !matches!(raw.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
            return Err(Unreadable::Packed);
        }
        drop(raw);
        let file = archive.by_index(index).map_err(|_| Unreadable::Damaged)?;
        let is_strings = file.name_raw().to_ascii_lowercase().ends_with(b"sharedstrings.xml");
        let counted = inflate(file, left)?;
        if counted.bytes >= left {
            return Err(Exceeded::inflated(limits.inflated).into());
        }
        left -= counted.bytes;
        // A string has at least one tag of its own; its end tag and its text's make it three more in earnest files.
        if is_strings && (counted.tags > limits.strings.saturating_mul(4) || claims_more(&mut archive, index, limits)) {
            return Err(Exceeded::strings(limits.strings).into());
        }
    }
    Ok(())
}

/// Whether names differ in nothing but case and the kind of slash, which programs take for one and the same.
fn has_likenesses(archive: &ZipArchive<Cursor<&[u8]>>) -> bool {
    let mut seen = std::collections::BTreeSet::new();
    let plain = |name: &[u8]| String::from_utf8_lossy(name).to_lowercase().replace('\\', "/");
    archive.file_names_raw().any(|name| !seen.insert(plain(name)))
}

struct Counted {
    bytes: u64,
    tags: u64,
}

/// Inflates a part and throws it away; stops at `most` bytes.
fn inflate(part: impl Read, most: u64) -> Result<Counted, Unreadable> {
    let mut part = part.take(most);
    let mut counted = Counted { bytes: 0, tags: 0 };
    let mut buffer = vec![0; 64 << 10];
    loop {
        match part.read(&mut buffer) {
            Ok(0) => return Ok(counted),
            Ok(read) => {
                counted.bytes += read as u64;
                counted.tags += buffer[..read].iter().map(|byte| u64::from(*byte == b'<')).sum::<u64>();
            }
            // Cut short, a wrong check sum, or a compression that no office program writes.
            Err(_) => return Err(Unreadable::Damaged),
        }
    }
}

/// Whether the table of strings announces more strings than are allowed: readers make room for them at once.
fn claims_more(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, limits: &Limits) -> bool {
    let Ok(file) = archive.by_index(index) else { return false };
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(file));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                return element
                    .attributes()
                    .with_checks(false)
                    .flatten()
                    .filter(|attribute| attribute.key.local_name().as_ref() == "uniqueCount")
                    .any(|attribute| {
                        let digits = attribute.value.trim();
                        !digits.is_empty() && digits.parse::<u64>().map_or(true, |count| count > limits.strings)
                    });
            }
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::sample::zipped;

    fn limits() -> Limits {
        Limits { inflated: 1 << 20, parts: 3, strings: 100, ..Limits::default() }
    }

    #[test]
    fn a_bomb_is_refused_by_what_it_really_inflates_to() {
        let bomb = zipped(&[("xl/a.xml", &vec![b' '; 2 << 20])]);
        assert!(bomb.len() < 10_000);
        assert_eq!(inspect_package(&bomb, &limits()), Err(Exceeded::inflated(1 << 20).into()));
        assert_eq!(inspect_package(&zipped(&[("xl/a.xml", b"<a/>")]), &limits()), Ok(()));
    }

    #[test]
    fn too_many_parts_are_refused() {
        let parts = [("a", &b""[..]), ("b", b""), ("c", b""), ("d", b"")];
        assert_eq!(inspect_package(&zipped(&parts), &limits()), Err(Exceeded::parts(3).into()));
    }

    #[test]
    fn a_table_of_strings_is_not_believed() {
        for claim in ["40000000000", "18446744073709551615", "99999999999999999999999"] {
            let strings = format!(r#"<?xml version="1.0"?><!-- x --><sst count="1" uniqueCount="{claim}"><si/></sst>"#);
            let package = zipped(&[("xl/sharedStrings.xml", strings.as_bytes())]);
            assert_eq!(inspect_package(&package, &limits()), Err(Exceeded::strings(100).into()), "{claim}");
        }
        let many = format!("<sst>{}</sst>", "<si/>".repeat(500));
        let package = zipped(&[("xl/sharedStrings.xml", many.as_bytes())]);
        assert_eq!(inspect_package(&package, &limits()), Err(Exceeded::strings(100).into()));
    }

    #[test]
    fn a_package_that_breaks_off_is_damaged() {
        let whole = zipped(&[("xl/a.xml", b"<a/>")]);
        assert_eq!(inspect_package(&whole[..whole.len() / 2], &limits()), Err(Unreadable::Damaged));
    }
}
