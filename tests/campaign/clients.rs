//! Letters as people's mail programs write them, each with its own oddity.

use std::io::{Cursor, Write};

use cfb::CompoundFile;
use data_encoding::BASE64_MIME;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const HEAD: &str = "To: svod@region.example\r\nSubject: =?utf-8?B?0J7RgtGH0ZHRgg==?=\r\nMIME-Version: 1.0\r\n";
const TEXT: &str = "Content-Type: text/plain; charset=utf-8\r\n\r\nНаправляем отчёт.\r\n";

/// A name with Cyrillic letters, in pieces (RFC 2231).
pub(crate) const NAMED: &str =
    "attachment;\r\n filename*0*=utf-8''%D0%9E%D1%82;\r\n filename*1*=%D1%87%D1%91%D1%82.xlsx";

/// A letter with a workbook; `disposition` is the attachment's.
pub(crate) fn letter(from: &str, disposition: &str, workbook: &[u8]) -> Vec<u8> {
    with_part(
        from,
        &format!("Content-Type: application/octet-stream\r\nContent-Disposition: {disposition}\r\n"),
        workbook,
    )
}

/// A letter with a file; `headers` are the attachment's own.
pub(crate) fn with_part(from: &str, headers: &str, file: &[u8]) -> Vec<u8> {
    mixed(from, &[TEXT.to_owned(), part(headers, file)])
}

/// What an office packs first.
pub(crate) fn zipped(from: &str, workbook: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("Отчёт.xlsx", SimpleFileOptions::default()).unwrap();
    archive.write_all(workbook).unwrap();
    letter(from, "attachment; filename=report.zip", &archive.finish().unwrap().into_inner())
}

/// A letter that somebody else passes on.
pub(crate) fn forwarded(from: &str, inner: &[u8]) -> Vec<u8> {
    let inner = String::from_utf8(inner.to_vec()).unwrap().replace("\"x\"", "\"y\"").replace("--x", "--y");
    mixed(
        from,
        &["Content-Type: text/plain\r\n\r\nFYI\r\n".to_owned(), format!("Content-Type: message/rfc822\r\n\r\n{inner}")],
    )
}

/// The workbook beside the picture of a signature, after a text in HTML; it has no name of its own, as of telephones.
pub(crate) fn nameless(from: &str, workbook: &[u8]) -> Vec<u8> {
    let picture =
        part("Content-Type: image/png\r\nContent-ID: <sign>\r\nContent-Disposition: inline\r\n", b"\x89PNG\r\n\x1a\n");
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    let html = "Content-Type: text/html; charset=koi8-r\r\n\r\n<p>FYI <img src=\"cid:sign\"></p>\r\n".to_owned();
    mixed(from, &[html, picture, part(&format!("Content-Type: {kind}\r\n"), workbook)])
}

/// What Outlook sends to those whom it takes for its own kind: the workbook lies in a `winmail.dat` (TNEF).
pub(crate) fn winmail(from: &str, name: &str, workbook: &[u8]) -> Vec<u8> {
    let le = |n: usize| u32::try_from(n).unwrap().to_le_bytes();
    let attribute = |id: u32, data: &[u8]| {
        let sum = data.iter().fold(0_u16, |sum, byte| sum.wrapping_add(u16::from(*byte)));
        [&[2][..], &id.to_le_bytes(), &le(data.len()), data, &sum.to_le_bytes()].concat()
    };
    let mut wide = utf16(name);
    let length = wide.len();
    wide.resize(length.next_multiple_of(4), 0);
    let properties = [&le(1)[..], &[0x1F, 0, 0x07, 0x37], &le(1), &le(length), &wide].concat();
    let file = [
        &[0x78, 0x9F, 0x3E, 0x22, 1, 0][..],
        &attribute(0x0006_9002, &[0; 14]),
        &attribute(0x0001_8010, b"REPORT~1.XLS\0"),
        &attribute(0x0006_800F, workbook),
        &attribute(0x0006_9005, &properties),
    ];
    with_part(from, "Content-Type: application/ms-tnef; name=\"winmail.dat\"\r\n", &file.concat())
}

/// A letter of Outlook saved as a file (`msg`) and attached.
pub(crate) fn attached_message(from: &str, name: &str, workbook: &[u8]) -> Vec<u8> {
    const FOLDER: &str = "/__attach_version1.0_#00000000";
    let mut message = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    message.create_storage(FOLDER).unwrap();
    let mut stream = |path: &str, bytes: &[u8]| message.create_stream(path).unwrap().write_all(bytes).unwrap();
    stream("/__properties_version1.0", &[0; 32]);
    stream(&format!("{FOLDER}/__substg1.0_37010102"), workbook);
    stream(&format!("{FOLDER}/__substg1.0_3707001F"), &utf16(name));
    message.flush().unwrap();
    letter(from, "attachment; filename=\"=?utf-8?B?0L/QuNGB0YzQvNC+Lm1zZw==?=\"", &message.into_inner().into_inner())
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn part(headers: &str, file: &[u8]) -> String {
    format!("{headers}Content-Transfer-Encoding: base64\r\n\r\n{}", BASE64_MIME.encode(file))
}

fn mixed(from: &str, parts: &[String]) -> Vec<u8> {
    let parts: String = parts.iter().fold(String::new(), |all, part| format!("{all}--x\r\n{part}\r\n"));
    format!("From: {from}\r\n{HEAD}Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n{parts}--x--\r\n").into_bytes()
}
