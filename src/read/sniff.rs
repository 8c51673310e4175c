//! What a file really is, by its content. The extension is never trusted: an xlsx named .xls is an xlsx.
//!
//! In: bytes. Out: a format that svod reads, or what stands there instead. It refuses to repair anything.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::book;

/// Formats of workbooks that svod reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// `xlsx`, `xlsm`, `xltx`.
    Xlsx,
    Xlsb,
    Xls,
    /// `ods`, `ots`.
    Ods,
    /// `fods`: an `ods` in one file.
    FlatOds,
    /// The XML workbook of Excel 2003.
    SpreadsheetMl,
    /// A web page with a table.
    Html,
    /// Text with separators.
    Csv,
    /// A Word document with a table.
    Docx,
}

impl Format {
    /// Whether it is a zip package of parts.
    pub(super) fn is_package(self) -> bool {
        matches!(self, Self::Xlsx | Self::Xlsb | Self::Ods | Self::Docx)
    }
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sniffed {
    Workbook {
        format: Format,
        macros: bool,
    },
    /// Encrypted with a password.
    Locked,
    /// Zero bytes.
    Empty,
    /// Begins like a workbook, but breaks off.
    Damaged,
    /// Something else; the word by which F07 distinguishes it.
    Foreign(&'static str),
}

const OLE: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// First bytes of formats that are plainly something else.
const SIGNATURES: [(&[u8], &str); 14] = [
    (b"%PDF", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"\x89PNG", "image"),
    (b"\xFF\xD8\xFF", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\0", "image"),
    (b"MM\0*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xBC\xAF\x27\x1C", "archive"),
    (b"\x1F\x8B", "archive"),
    (b"BZh", "archive"),
    (b"From ", "mail"),
    (b"Received:", "mail"),
];

/// Formats whose mark does not stand at the very beginning, or is long.
fn by_inner_mark(bytes: &[u8]) -> Option<&'static str> {
    // The name of signed data, as [PKCS #7] writes it.
    const SIGNED: &[u8] = &[0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
    let at = |from: usize, mark: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(mark));
    if at(0, b"\x30") && bytes[..bytes.len().min(24)].windows(SIGNED.len()).any(|window| window == SIGNED) {
        Some("signature")
    } else if at(4, b"ftyp") || (at(0, b"RIFF") && at(8, b"WEBP")) || at(0, b"AT&TFORM") {
        Some("image")
    } else {
        None
    }
}

/// How far the text of a file is looked at, in bytes.
const HEAD: usize = 4096;

/// Tells what a file is.
pub(super) fn sniff(bytes: &[u8]) -> Sniffed {
    if bytes.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace()) {
        Sniffed::Empty
    } else if bytes.starts_with(OLE) {
        compound(bytes)
    } else if bytes.starts_with(b"PK") {
        package(bytes)
    } else if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)) {
        Sniffed::Foreign(what)
    } else if let Some(what) = by_inner_mark(bytes) {
        Sniffed::Foreign(what)
    } else if is_bare_biff(bytes) {
        Sniffed::Workbook { format: Format::Xls, macros: false }
    } else {
        text(bytes)
    }
}

/// A workbook of Excel before 97 that does not stand in a compound file; calamine refuses it in its own words.
fn is_bare_biff(bytes: &[u8]) -> bool {
    matches!(bytes, [0x09, 0x00 | 0x02 | 0x04 | 0x08, 0x04 | 0x06 | 0x08 | 0x10, 0x00, ..])
}

/// A compound file by the names in its directory, whose entries are aligned to their length of 128 bytes.
fn compound(bytes: &[u8]) -> Sniffed {
    let has = |name: &str| {
        let mut wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        wanted.extend([0, 0]);
        bytes.chunks_exact(128).skip(4).any(|entry| entry.starts_with(&wanted))
    };
    if has("EncryptedPackage") {
        Sniffed::Locked
    } else if has("Workbook") || has("Book") {
        Sniffed::Workbook { format: Format::Xls, macros: has("_VBA_PROJECT_CUR") }
    } else if has("WordDocument") {
        Sniffed::Foreign("doc")
    } else if has("PowerPoint Document") {
        Sniffed::Foreign("slides")
    } else if has("__properties_version1.0") {
        Sniffed::Foreign("mail")
    } else {
        Sniffed::Damaged
    }
}

/// A zip by the names of its parts.
fn package(bytes: &[u8]) -> Sniffed {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Sniffed::Damaged };
    let kind = document_kind(&mut archive);
    let names: Vec<String> = archive
        .file_names_raw()
        .map(|name| String::from_utf8_lossy(name).to_ascii_lowercase().replace('\\', "/"))
        .collect();
    let has = |end: &str| names.iter().any(|name| name.ends_with(end));
    let within = |folder: &str| names.iter().any(|name| name.starts_with(folder));
    if let Some(kind) = kind {
        return match kind {
            "spreadsheet" => {
                // LibreOffice writes the two indexes of its macro libraries into many files without a macro.
                let is_index =
                    |name: &str| ["script-lb.xml", "script-lc.xml"].iter().any(|index| name.ends_with(index));
                let macros =
                    names.iter().any(|name| name.starts_with("basic/") && !name.ends_with('/') && !is_index(name));
                Sniffed::Workbook { format: Format::Ods, macros }
            }
            "text" => Sniffed::Foreign("odt"),
            "presentation" => Sniffed::Foreign("slides"),
            "graphics" => Sniffed::Foreign("image"),
            _ => Sniffed::Foreign("unknown"),
        };
    }
    if has("workbook.bin") {
        Sniffed::Workbook { format: Format::Xlsb, macros: has("vbaproject.bin") }
    } else if has("workbook.xml") || within("xl/") {
        // Macros of Excel 4 stand in sheets of their own.
        let macros = has("vbaproject.bin") || within("xl/macrosheets/");
        Sniffed::Workbook { format: Format::Xlsx, macros }
    } else if within("word/") || content_types(&mut archive).contains("wordprocessingml") {
        document(&mut archive)
    } else if within("ppt/") {
        Sniffed::Foreign("slides")
    } else if has("index/document.iwa") {
        Sniffed::Foreign("numbers")
    } else {
        Sniffed::Foreign("archive")
    }
}

/// The kind of a file of the `OpenDocument` family, by its `mimetype`.
fn document_kind(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Option<&'static str> {
    let kind = head(archive, "mimetype");
    let kind = kind.trim().strip_prefix("application/vnd.oasis.opendocument.")?;
    Some(
        ["spreadsheet", "text", "presentation", "graphics"]
            .into_iter()
            .find(|known| kind.starts_with(known))
            .unwrap_or(""),
    )
}

/// A Word document: one with a table may hold the rows.
fn document(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Sniffed {
    let has_table = archive.by_name("word/document.xml").is_ok_and(book::has_table);
    if has_table { Sniffed::Workbook { format: Format::Docx, macros: false } } else { Sniffed::Foreign("word") }
}

fn content_types(archive: &mut ZipArchive<Cursor<&[u8]>>) -> String {
    head(archive, "[Content_Types].xml")
}

/// The beginning of a part, as text; empty where it cannot be read.
fn head(archive: &mut ZipArchive<Cursor<&[u8]>>, part: &str) -> String {
    let mut head = Vec::new();
    if let Ok(file) = archive.by_name(part) {
        // Whatever came before an error is enough to tell a kind.
        let _ = file.take(HEAD as u64).read_to_end(&mut head);
    }
    String::from_utf8_lossy(&head).into_owned()
}

/// A file that is text.
fn text(bytes: &[u8]) -> Sniffed {
    let head = &bytes[..bytes.len().min(HEAD)];
    let readable = book::decode(head, None);
    if readable
        .chars()
        .any(|c| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{C}' | '\u{1A}' | '\u{80}'..='\u{9F}'))
    {
        return Sniffed::Foreign("unknown");
    }
    let workbook = |format| Sniffed::Workbook { format, macros: false };
    let lower = readable.to_lowercase();
    let start = lower.trim_start();
    if is_page(start) {
        // Tables may stand behind long styles.
        let has_table = bytes.windows(6).any(|bytes| bytes.eq_ignore_ascii_case(b"<table"))
            || book::decode(bytes, None).to_lowercase().contains("<table");
        if has_table { workbook(Format::Html) } else { Sniffed::Foreign("html") }
    } else if start.starts_with('<') {
        if lower.contains("urn:schemas-microsoft-com:office:spreadsheet") {
            workbook(Format::SpreadsheetMl)
        } else if lower.contains("oasis.opendocument.spreadsheet") && lower.contains("office:document") {
            workbook(Format::FlatOds)
        } else {
            Sniffed::Foreign("xml")
        }
    } else if start.starts_with("[internetshortcut]") || (start.starts_with('{') && start.contains("docs.google.com")) {
        Sniffed::Foreign("link")
    } else if is_archived_page(&lower) {
        Sniffed::Foreign("mht")
    } else if ["mime-version:", "\nfrom:", "\nsubject:"].iter().filter(|field| lower.contains(*field)).count() >= 2 {
        Sniffed::Foreign("mail")
    } else if book::is_table(whole_lines(&readable, bytes.len() > HEAD)) {
        workbook(Format::Csv)
    } else {
        Sniffed::Foreign("text")
    }
}

/// Whether a text in lower case begins like a web page.
fn is_page(start: &str) -> bool {
    let begins = ["<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div", "<center"];
    begins.iter().any(|tag| start.starts_with(tag)) || (start.starts_with('<') && start.contains("<html"))
}

/// Whether a text in lower case begins like a page of Excel or of a browser in one file, which is built like a letter.
fn is_archived_page(head: &str) -> bool {
    let marks = ["x-document-type:", "snapshot-content-location:", "from: <saved by", "from: \"saved by"];
    head.contains("mime-version:") && marks.iter().any(|mark| head.contains(mark))
}

/// The beginning of a text without the line that was cut.
fn whole_lines(head: &str, is_cut: bool) -> &str {
    let end = if is_cut { head.rfind('\n') } else { None };
    &head[..end.unwrap_or(head.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::sample::zipped;

    #[test]
    fn workbooks_are_known_by_what_they_hold() {
        let bytes = rust_xlsxwriter::Workbook::new().save_to_buffer().unwrap();
        assert_eq!(sniff(&bytes), Sniffed::Workbook { format: Format::Xlsx, macros: false });
        let parts: [(&str, &[u8]); 3] =
            [("[Content_Types].xml", b""), ("xl/workbook.bin", b""), ("xl/vbaProject.bin", b"")];
        assert_eq!(sniff(&zipped(&parts)), Sniffed::Workbook { format: Format::Xlsb, macros: true });
        let parts: [(&str, &[u8]); 2] =
            [("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"")];
        assert_eq!(sniff(&zipped(&parts)), Sniffed::Workbook { format: Format::Ods, macros: false });
    }

    #[test]
    fn tables_under_another_flag_are_known_by_what_they_hold() {
        let spreadsheet = "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>";
        let flat =
            "<?xml version='1.0'?><office:document office:mimetype='application/vnd.oasis.opendocument.spreadsheet'>";
        let wide: Vec<u8> = "\u{FEFF}№\tНазвание\r\n1\tВечер".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, format) in [
            ("\u{FEFF} <HTML><style>td{}</style><TABLE>".as_bytes(), Format::Html),
            ("№;Название\n1;Фестиваль".as_bytes(), Format::Csv),
            (b"\xB9 \xEF/\xEF;\xCE\xF0\xE3\r\n1;\xCC\xF3\xE7\xE5\xE9", Format::Csv),
            (&wide, Format::Csv),
            (spreadsheet.as_bytes(), Format::SpreadsheetMl),
            (flat.as_bytes(), Format::FlatOds),
        ] {
            assert_eq!(sniff(bytes), Sniffed::Workbook { format, macros: false });
        }
        let document = zipped(&[("word/document.xml", b"<w:document><w:tbl></w:tbl></w:document>")]);
        assert_eq!(sniff(&document), Sniffed::Workbook { format: Format::Docx, macros: false });
    }

    #[test]
    fn a_locked_workbook_is_told_from_a_broken_one() {
        let mut bytes = OLE.to_vec();
        bytes.resize(1024, 0);
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        bytes.resize(2048, 0);
        assert_eq!(sniff(&bytes), Sniffed::Locked);
        assert_eq!(sniff(&bytes[..1024]), Sniffed::Damaged);
    }

    #[test]
    fn what_is_sent_instead_of_a_workbook_is_called_by_its_name() {
        for (bytes, what) in [
            (&b"%PDF-1.7"[..], "pdf"),
            (b"\xFF\xD8\xFF\xE0 jpeg", "image"),
            ("\u{FEFF}<html><p>Отчёт".as_bytes(), "html"),
            (b"{\\rtf1", "rtf"),
            ("Мероприятия не проводились".as_bytes(), "text"),
            (b"MIME-Version: 1.0\nSubject: x\n", "mail"),
            (b"\x01\x02\x03", "unknown"),
            (b"<?xml version='1.0'?><rows/>", "xml"),
        ] {
            assert_eq!(sniff(bytes), Sniffed::Foreign(what));
        }
        assert_eq!(sniff(&zipped(&[("word/document.xml", b"")])), Sniffed::Foreign("word"));
        assert_eq!(sniff(&zipped(&[("Отчёт.xlsx", b"")])), Sniffed::Foreign("archive"));
        assert_eq!(sniff(b""), Sniffed::Empty);
        assert_eq!(sniff(b"PK\x03\x04"), Sniffed::Damaged);
    }
}
