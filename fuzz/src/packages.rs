//! Packs parts that were made up into files that are sound but for them: what is mutated is the XML, not the zip.

use std::io::{Cursor, Write};

use cfb::CompoundFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::biff;

/// Stands between the parts; it cannot stand in XML.
pub(crate) const BETWEEN: u8 = 0x1E;

/// The parts that the bytes of target `xlsx` are, in their order, and what is taken where they end earlier.
pub(crate) const XLSX: [(&str, &str); 8] = [
    ("xl/worksheets/sheet1.xml", "<worksheet/>"),
    (
        "xl/sharedStrings.xml",
        "<sst><si><t>Наименование мероприятия</t></si><si><t>Место проведения</t></si>\
         <si><t>Ярмарка льна</t></si></sst>",
    ),
    (
        "xl/styles.xml",
        r#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Мероприятия" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    ("[Content_Types].xml", "<Types/>"),
    ("xl/vbaProject.bin", ""),
];

pub(crate) fn zipped<'a>(parts: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        // Two parts of one name are the business of target `inspection`.
        if writer.start_file(name, options).is_ok() {
            writer.write_all(bytes).expect("a zip in memory");
        }
    }
    writer.finish().expect("a zip in memory").into_inner()
}

pub(crate) fn xlsx(bytes: &[u8]) -> Vec<u8> {
    let mut given = bytes.splitn(XLSX.len(), |byte| *byte == BETWEEN);
    let parts = XLSX.map(|(name, usual)| (name, given.next().unwrap_or(usual.as_bytes())));
    zipped(parts.into_iter().filter(|(_, part)| !part.is_empty()))
}

pub(crate) fn xlsb(bytes: &[u8]) -> Vec<u8> {
    let (chosen, given) = bytes.split_first().map_or((0, bytes), |(first, rest)| (usize::from(*first), rest));
    let usual = biff::xlsb_parts();
    let chosen = chosen % usual.len();
    let parts = usual.iter().enumerate().map(|(at, (name, part))| (*name, if at == chosen { given } else { part }));
    let relations =
        [("xl/_rels/workbook.bin.rels", biff::XLSB_RELATIONS.as_bytes()), ("[Content_Types].xml", b"<Types/>")];
    zipped(parts.chain(relations))
}

pub(crate) fn xls(stream: &[u8]) -> Vec<u8> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).expect("a file in memory");
    file.create_stream("/Workbook").and_then(|mut part| part.write_all(stream)).expect("a file in memory");
    file.flush().expect("a file in memory");
    file.into_inner().into_inner()
}

pub(crate) fn ods(content: &[u8]) -> Vec<u8> {
    zipped([
        ("mimetype", &b"application/vnd.oasis.opendocument.spreadsheet"[..]),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content),
    ])
}

pub(crate) fn docx(document: &[u8]) -> Vec<u8> {
    zipped([("[Content_Types].xml", &b"<Types/>"[..]), ("word/document.xml", document)])
}
