//! What a file within an archive is, by its first bytes, its directory and, for plain text only, its name.
//!
//! In: bytes. Out: a workbook, something that holds files, or anything else. It refuses to look closer: that is the
//! business of `read`.

use std::io::Cursor;

use zip::ZipArchive;

use super::{Wrapper, winmail};

/// How a file is dealt with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Wrapper(Wrapper),
    /// An archive that is not opened here: `rar`, `7z`, `gz`.
    OtherArchive,
    /// An office document of any program.
    Workbook,
    Other,
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
const OTHER_ARCHIVES: [&[u8]; 5] = [b"Rar!", b"7z\xBC\xAF\x27\x1C", b"\x1F\x8B", b"BZh", b"\xFD7zXZ\0"];

/// Extensions of tables that are plain text, which no first bytes tell.
const TABLES: [&str; 9] = [".csv", ".tsv", ".xls", ".xlsx", ".xml", ".fods", ".htm", ".html", ".txt"];

/// Parts of which every package of an office program has one.
const OFFICE_PARTS: [&str; 4] = ["[content_types].xml", "mimetype", "index/document.iwa", "xl/workbook.xml"];

/// So much of a letter's head is looked at.
const HEAD: usize = 4096;

pub(super) fn of(bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK") {
        zipped(bytes)
    } else if bytes.starts_with(OLE) {
        compound(bytes)
    } else if bytes.starts_with(&winmail::SIGNATURE) {
        Kind::Wrapper(Wrapper::Winmail)
    } else if OTHER_ARCHIVES.iter().any(|signature| bytes.starts_with(signature)) {
        Kind::OtherArchive
    } else if is_letter(bytes) {
        Kind::Wrapper(Wrapper::Letter)
    } else {
        Kind::Other
    }
}

pub(super) fn is_named_like_a_table(name: &str) -> bool {
    let lower = name.to_lowercase();
    TABLES.iter().any(|end| lower.ends_with(end))
}

fn zipped(bytes: &[u8]) -> Kind {
    // One that breaks off is told to be damaged by whoever reads it as a workbook.
    let Ok(archive) = ZipArchive::new(Cursor::new(bytes)) else { return Kind::Workbook };
    let is_office = archive.file_names_raw().any(|name| {
        let name = String::from_utf8_lossy(name).to_ascii_lowercase().replace('\\', "/");
        OFFICE_PARTS.contains(&name.as_str()) || name.starts_with("word/") || name.starts_with("xl/")
    });
    if is_office { Kind::Workbook } else { Kind::Wrapper(Wrapper::Zip) }
}

/// A compound file by the names in its directory, whose entries are aligned to their length of 128 bytes.
fn compound(bytes: &[u8]) -> Kind {
    let wanted: Vec<u8> = "__properties_version1.0".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let is_message = bytes.chunks_exact(128).skip(4).any(|entry| entry.starts_with(&wanted));
    if is_message { Kind::Wrapper(Wrapper::Message) } else { Kind::Workbook }
}

/// Whether a text begins with the fields of a letter.
fn is_letter(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let text = String::from_utf8_lossy(head);
    let fields = text.lines().skip_while(|line| line.starts_with("From ")).take_while(|line| !line.trim().is_empty());
    let (mut known, mut foreign) = (0, 0);
    for line in fields.filter(|line| !line.starts_with([' ', '\t'])) {
        match line.split_once(':') {
            Some((name, _)) if is_field(name) => {
                known += usize::from(FIELDS.contains(&name.trim().to_ascii_lowercase().as_str()));
            }
            _ => foreign += 1,
        }
    }
    known >= 2 && foreign == 0 && !is_archived_page(&text)
}

/// Whether it is a page of Excel or of a browser in one file (`mht`), which is built like a letter and holds no files.
fn is_archived_page(head: &str) -> bool {
    let head = head.to_ascii_lowercase();
    ["x-document-type:", "snapshot-content-location:", "from: <saved by", "from: \"saved by"]
        .iter()
        .any(|mark| head.contains(mark))
}

const FIELDS: [&str; 9] =
    ["from", "to", "subject", "date", "mime-version", "message-id", "received", "content-type", "return-path"];

fn is_field(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_')
}
