//! A workbook looked into and changed cell by cell, without an office program: as somebody does who knows the format.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use regex::Regex;
use zip::write::SimpleFileOptions;

/// The parts of an XLSX file, as svod writes it.
#[derive(Clone)]
pub(crate) struct Package(Vec<(String, Vec<u8>)>);

impl Package {
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let part = |at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        };
        Self((0..zip::ZipArchive::new(Cursor::new(bytes)).unwrap().len()).map(part).collect())
    }

    pub(crate) fn save(&self) -> Vec<u8> {
        let parts: Vec<(&str, &[u8])> = self.0.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        zipped(&parts)
    }

    fn part(&self, name: &str) -> String {
        let (_, bytes) = self.0.iter().find(|(known, _)| known == name).unwrap_or_else(|| panic!("no {name}"));
        String::from_utf8(bytes.clone()).unwrap()
    }

    fn put(&mut self, name: &str, text: String) {
        self.0.iter_mut().find(|(known, _)| known == name).unwrap().1 = text.into_bytes();
    }

    /// Names of the sheets, in their order.
    pub(crate) fn sheets(&self) -> Vec<String> {
        let name = Regex::new(r#"<sheet name="([^"]*)""#).unwrap();
        name.captures_iter(&self.part("xl/workbook.xml")).map(|found| plain(&found[1])).collect()
    }

    fn path(&self, sheet: &str) -> String {
        let at = self.sheets().iter().position(|name| name == sheet).unwrap_or_else(|| panic!("no sheet {sheet}"));
        format!("xl/worksheets/sheet{}.xml", at + 1)
    }

    /// The texts and numbers of a sheet, by their cells.
    pub(crate) fn cells(&self, sheet: &str) -> BTreeMap<String, String> {
        let shared = Regex::new(r"(?s)<si><t[^>]*?>(.*?)</t></si>|<si><t/></si>").unwrap();
        let shared: Vec<String> = shared
            .captures_iter(&self.part("xl/sharedStrings.xml"))
            .map(|found| plain(found.get(1).map_or("", |text| text.as_str())))
            .collect();
        let cell = Regex::new(r#"(?s)<c r="([A-Z]+[0-9]+)"([^>/]*)>(?:<v>|<is><t[^>]*>)(.*?)(?:</v>|</t></is>)</c>"#);
        let text = |found: &regex::Captures<'_>| {
            let is_shared = found[2].contains("t=\"s\"");
            if is_shared { shared[found[3].parse::<usize>().unwrap()].clone() } else { plain(&found[3]) }
        };
        let page = self.part(&self.path(sheet));
        cell.unwrap().captures_iter(&page).map(|found| (found[1].to_owned(), text(&found))).collect()
    }

    /// The first cell of a sheet that begins with these words.
    pub(crate) fn find(&self, sheet: &str, words: &str) -> String {
        let cells = self.cells(sheet);
        let mut found: Vec<&String> =
            cells.iter().filter(|(_, text)| text.starts_with(words)).map(|(at, _)| at).collect();
        found.sort_by_key(|at| row_of(at));
        (*found.first().unwrap_or_else(|| panic!("no «{words}» in {sheet}: {cells:?}"))).clone()
    }

    /// Writes a text into a cell that is there, in the place of what it holds.
    pub(crate) fn set(&mut self, sheet: &str, cell: &str, text: &str) -> &mut Self {
        let path = self.path(sheet);
        let page = self.part(&path);
        let pattern = format!(r#"(?s)<c r="{cell}"((?: s="[0-9]+")?)[^>]*?(?:/>|>.*?</c>)"#);
        let found = Regex::new(&pattern).unwrap();
        assert!(found.is_match(&page), "no cell {cell} in {sheet}");
        let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let written = |at: &regex::Captures<'_>| {
            format!("<c r=\"{cell}\"{} t=\"inlineStr\"><is><t xml:space=\"preserve\">{escaped}</t></is></c>", &at[1])
        };
        self.put(&path, found.replace(&page, written).into_owned());
        self
    }

    /// Swaps what two cells hold.
    pub(crate) fn swap(&mut self, sheet: &str, one: &str, other: &str) -> &mut Self {
        let cells = self.cells(sheet);
        self.set(sheet, one, &cells[other]).set(sheet, other, &cells[one])
    }

    /// Takes a sheet's cells away.
    pub(crate) fn empty(&mut self, sheet: &str) -> &mut Self {
        let path = self.path(sheet);
        let page = self.part(&path);
        let rows = Regex::new(r"(?s)<sheetData>.*</sheetData>").unwrap();
        self.put(&path, rows.replace(&page, "<sheetData/>").into_owned());
        self
    }
}

/// An archive of these files.
pub(crate) fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn plain(escaped: &str) -> String {
    escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The row of a cell, as people count.
pub(crate) fn row_of(cell: &str) -> u32 {
    cell.trim_start_matches(|letter: char| letter.is_ascii_uppercase()).parse().unwrap()
}
