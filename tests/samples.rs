//! The samples: templates, returned workbooks and the consolidated workbook of the demonstration, made from
//! `sample-workbooks/region.toml`. They are committed; this says when they are stale. `SVOD_BLESS=1 cargo test samples` makes
//! them anew; once more where the returned ones changed, for the program that consolidates them has them built in.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use svod::form::{self, Form};
use svod::layout::Layout;
use svod::read;
use svod::register::{Institution, ListedName, Register};
use svod::template::{self, Contents, Issue};
use svod::words::Language;

use crate::campaign::{Returned, files, svod};

#[derive(Deserialize)]
struct Region {
    key: String,
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
    let names = read::listed_names(register);
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
        let key = Some(region.key.as_bytes());
        let issue = Issue {
            institution: Some(institution),
            names: &names,
            period,
            language: Language::Ru,
            deadline: None,
            key,
        };
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

/// The empty templates, by name: the one for all, and that of one institution. They are those of the demonstration.
fn templates(region: &Region, form: &Form, register: &Register) -> BTreeMap<String, Vec<u8>> {
    let names: Vec<ListedName> = read::listed_names(register);
    let deadline = Some("2024-04-05".parse().unwrap());
    let layout = Layout::of(form, Language::Ru);
    let institutions = [None, register.by_code("museum")];
    let issued = institutions.into_iter().map(|institution| {
        let key = institution.map(|_| region.key.as_bytes());
        let period = "2024-Q1".parse().unwrap();
        let issue = Issue { institution, names: &names, period, language: Language::Ru, deadline, key };
        let artifact = template::workbook(form, &layout, &issue, &Contents::default()).unwrap();
        (artifact.name, artifact.bytes)
    });
    issued.collect()
}

/// Compares the samples of a folder with what is wanted, or writes them.
fn compare(folder: &Path, wanted: &BTreeMap<String, Vec<u8>>) {
    if is_blessed() {
        fs::create_dir_all(folder).unwrap();
        for (name, bytes) in wanted {
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
    for (name, bytes) in wanted {
        let path = folder.join(name);
        let there = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(there == *bytes, "{} is stale: SVOD_BLESS=1 cargo test samples", path.display());
    }
}

fn is_blessed() -> bool {
    std::env::var_os("SVOD_BLESS").is_some()
}

#[test]
fn the_samples_are_what_their_description_says() {
    let text = fs::read_to_string(folder().join("region.toml")).unwrap();
    let region: Region = toml::from_str(&text).unwrap();
    let form = form::load(form::builtin("international-events").unwrap()).unwrap();
    let register = register(&region);
    let artifact = template::register_workbook(&register, Language::Ru).unwrap();
    compare(&folder(), &BTreeMap::from([("institutions.xlsx".to_owned(), artifact.bytes)]));
    let (empty, returned) = (templates(&region, &form, &register), returned(&region, &form, &register));
    for (part, wanted) in [("templates", &empty), ("returned", &returned)] {
        let stale = files_of(part) != *wanted;
        compare(&folder().join(part), wanted);
        if stale && is_blessed() {
            // The program has them built in: it is built anew.
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pipeline/demo.rs");
            let source = fs::File::options().append(true).open(source).unwrap();
            source.set_modified(std::time::SystemTime::now()).unwrap();
        }
        assert_eq!(files_of(part).len(), wanted.len(), "no file lies there that the description does not know");
    }
}

/// The samples of a folder, by name.
fn files_of(part: &str) -> BTreeMap<String, Vec<u8>> {
    let folder = folder().join(part);
    if folder.exists() { files(&folder).into_iter().collect() } else { BTreeMap::new() }
}

#[test]
fn the_consolidated_workbook_and_the_templates_among_the_samples_are_those_of_the_demonstration() {
    let temporary = tempfile::tempdir().unwrap();
    let root = temporary.path().join("demo");
    let output = svod(&["demo", root.to_str().unwrap(), "--format", "json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let built_in: BTreeMap<String, Vec<u8>> = files(&root.join("returned")).into_iter().collect();
    assert!(built_in == files_of("returned"), "the program was built with older samples: run the same command again");
    let shown = |part: &str| files(&root.join("2024-Q1").join(part)).into_iter().collect::<BTreeMap<_, _>>();
    let templates = shown("templates");
    for (name, bytes) in files_of("templates") {
        assert!(templates.get(&name) == Some(&bytes), "{name}");
    }
    let wanted = shown("report").into_iter().filter(|(name, _)| name.starts_with("Свод "));
    let wanted: BTreeMap<String, Vec<u8>> = wanted.collect();
    assert_eq!(wanted.len(), 1, "{:?}", wanted.keys());
    compare(&folder().join("consolidated"), &wanted);
}
