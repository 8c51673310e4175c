//! The returned workbooks of the demonstration, made from `sample-workbooks/region.toml`. They are committed; this says
//! when they are stale. `SVOD_BLESS=1 cargo test samples` makes them anew.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use svod::form::{self, Form};
use svod::layout::Layout;
use svod::register::{Institution, Register};
use svod::template::{self, Issue};
use svod::words::Language;

use crate::campaign::Returned;

#[derive(Deserialize)]
struct Region {
    institutions: Vec<Asked>,
    returns: Vec<Return>,
    oddities: Vec<Oddity>,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Asked {
    code: String,
    name: String,
    short_name: String,
    contact: String,
}

#[derive(Deserialize)]
struct Return {
    institution: String,
    /// Name of an institution that the register does not hold.
    stranger: Option<String>,
    #[serde(default)]
    period: Option<String>,
    file: String,
    header: BTreeMap<String, toml::Value>,
    #[serde(default)]
    rows: Vec<BTreeMap<String, toml::Value>>,
}

#[derive(Deserialize)]
struct Oddity {
    kind: String,
    of: Option<String>,
    file: String,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-workbooks")
}

fn as_text(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

fn institution(code: &str, name: &str, short_name: &str, contact: &str) -> Institution {
    Institution {
        code: code.into(),
        name: name.to_owned(),
        short_name: short_name.to_owned(),
        email: format!("{code}@example.org"),
        contact: contact.to_owned(),
        language: Language::Ru,
        since: None,
        until: None,
    }
}

fn register(region: &Region) -> Register {
    let institutions = region.institutions.iter();
    Register {
        institutions: institutions.map(|it| institution(&it.code, &it.name, &it.short_name, &it.contact)).collect(),
    }
}

/// Every file of the inbox, by name.
fn returned(region: &Region, form: &Form, register: &Register) -> BTreeMap<String, Vec<u8>> {
    let layout = Layout::of(form, Language::Ru);
    let mut files = BTreeMap::new();
    for sent in &region.returns {
        let stranger = sent.stranger.as_ref().map(|name| institution(&sent.institution, name, "", ""));
        let institution = stranger.as_ref().or_else(|| register.by_code(&sent.institution)).unwrap();
        let mut contents =
            sent.header.iter().fold(Returned::new(), |returned, (key, value)| returned.with(key, &as_text(value)));
        for row in &sent.rows {
            let cells: Vec<(&str, String)> = row.iter().map(|(key, value)| (key.as_str(), as_text(value))).collect();
            let cells: Vec<(&str, &str)> = cells.iter().map(|(key, value)| (*key, value.as_str())).collect();
            contents = contents.row(&cells);
        }
        let period = sent.period.as_deref().unwrap_or("2024-Q1").parse().unwrap();
        let issue = Issue { institution, period, language: Language::Ru, deadline: None, key: None };
        let artifact = template::workbook(form, &layout, &issue, &contents.contents(form)).unwrap();
        files.insert(sent.file.clone(), artifact.bytes);
    }
    for oddity in &region.oddities {
        let of = || files[oddity.of.as_ref().unwrap()].clone();
        let bytes = match oddity.kind.as_str() {
            "cut" => {
                let bytes = of();
                bytes[..bytes.len() * 6 / 10].to_vec()
            }
            "copy" => of(),
            "empty" => Vec::new(),
            "lock" => b"\x05svod ".to_vec(),
            "foreign" => price_list(),
            other => panic!("{other} is no kind of oddity"),
        };
        files.insert(oddity.file.clone(), bytes);
    }
    files
}

/// A workbook that has nothing to do with the form.
fn price_list() -> Vec<u8> {
    let mut book = svod::style::new_book("Прайс-лист").unwrap();
    let sheet = book.add_worksheet().set_name("Цены").unwrap();
    for (row, (name, price)) in [("Бумага, пачка", 320.0), ("Папка", 18.5), ("Скобы, коробка", 54.0)].iter().enumerate()
    {
        let row = u32::try_from(row).unwrap();
        sheet.write_string(row, 0, *name).unwrap();
        sheet.write_number(row, 1, *price).unwrap();
    }
    svod::style::save(book).unwrap()
}

#[test]
fn the_samples_are_what_their_description_says() {
    let text = fs::read_to_string(folder().join("region.toml")).unwrap();
    let region: Region = toml::from_str(&text).unwrap();
    let form = form::load(form::builtin("international-events").unwrap()).unwrap();
    let register = register(&region);
    let mut wanted: BTreeMap<PathBuf, Vec<u8>> = returned(&region, &form, &register)
        .into_iter()
        .map(|(name, bytes)| (folder().join("returned").join(name), bytes))
        .collect();
    let artifact = template::register_workbook(&register, Language::Ru).unwrap();
    wanted.insert(folder().join("institutions.xlsx"), artifact.bytes);
    if std::env::var_os("SVOD_BLESS").is_some() {
        fs::create_dir_all(folder().join("returned")).unwrap();
        for (path, bytes) in &wanted {
            fs::write(path, bytes).unwrap();
        }
    }
    for (path, bytes) in &wanted {
        let there = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(there == *bytes, "{} is stale: SVOD_BLESS=1 cargo test samples", path.display());
    }
    let there = fs::read_dir(folder().join("returned")).unwrap().count();
    assert_eq!(there, wanted.len() - 1, "no file lies there that the description does not know");
}
