//! The rules of the house, as plain scans of the sources. `docs/architecture.md` says why each of them is there.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Nouns, in import order: each may import only those before it.
const GROUND_FLOOR: &[&str] = &["words", "record", "finding", "phrase", "form", "register", "layout", "flow", "style"];
/// Verbs: none imports another.
const ROOMS: &[&str] = &["template", "deliver", "collect", "read", "check", "decide", "link", "merge", "publish"];
const SERVICES: &[&str] = &["ledger", "outside"];
/// Files that may be longer: tables and catalogues of facts.
const LONG_TABLES: &[&str] = &[];
const LONGEST: usize = 600;
/// The packages that the project's card names.
const OF_THE_CARD: [&str; 6] = ["calamine", "rust_xlsxwriter", "serde", "clap", "validator", "tracing"];

/// A source file: its path below `src`, its room, its text without what tests add.
struct Source {
    path: String,
    room: String,
    text: String,
}

fn below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(below(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    below(&root, "rs")
        .into_iter()
        .map(|file| {
            let path = file.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
            let house = path.split_once('/').map_or_else(|| path.replace(".rs", ""), |(first, _)| first.to_owned());
            Source { room: house, text: fs::read_to_string(&file).unwrap(), path }
        })
        .collect()
}

/// Modules that are compiled for tests only: tests, and the made-up data that they share.
fn is_test(source: &Source) -> bool {
    let last = source.path.rsplit('/').next().unwrap_or_default();
    last.ends_with("tests.rs")
        || source.path.contains("/tests/")
        || source.path.contains("/sample/")
        || ["fixture.rs", "sample.rs"].contains(&last)
}

/// The source up to its first test module.
fn code(source: &Source) -> &str {
    source.text.split("#[cfg(test)]").next().unwrap_or_default()
}

/// Modules of the crate that the code names: `crate::x`, also in braces.
fn imports(code: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        if let Some(list) = part.strip_prefix('{') {
            let mut depth = 0;
            let mut word = String::new();
            for letter in list.chars() {
                match letter {
                    '{' => depth += 1,
                    '}' if depth == 0 => break,
                    '}' => depth -= 1,
                    _ if depth > 0 => {}
                    ',' | ':' => {
                        found.insert(std::mem::take(&mut word).trim().to_owned());
                        if letter == ':' {
                            depth = 0;
                        }
                    }
                    _ => word.push(letter),
                }
            }
            found.insert(word.trim().to_owned());
        } else {
            found.insert(part.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect());
        }
    }
    found.retain(|word| {
        GROUND_FLOOR.iter().chain(ROOMS).chain(SERVICES).chain(&["pipeline", "cli"]).any(|room| room == word)
    });
    found
}

fn assert_none(broken: &[String], rule: &str) {
    assert!(broken.is_empty(), "{rule}:\n  {}", broken.join("\n  "));
}

#[test]
fn a_ground_floor_module_imports_only_those_before_it() {
    let mut broken = Vec::new();
    for source in sources() {
        let Some(place) = GROUND_FLOOR.iter().position(|room| *room == source.room) else { continue };
        for import in imports(code(&source)) {
            let allowed = import == source.room || GROUND_FLOOR[..place].contains(&import.as_str());
            if !allowed {
                broken.push(format!("{} imports {import}", source.path));
            }
        }
    }
    assert_none(&broken, "the ground floor is a stack");
}

#[test]
fn no_room_imports_another_room_or_a_service() {
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| ROOMS.contains(&source.room.as_str())) {
        for import in imports(code(source)) {
            if import != source.room && !GROUND_FLOOR.contains(&import.as_str()) {
                broken.push(format!("{} imports {import}", source.path));
            }
        }
    }
    assert_none(&broken, "rooms meet in the pipeline only");
}

#[test]
fn services_know_the_ground_floor_and_nobody_knows_the_pipeline() {
    let mut broken = Vec::new();
    for source in sources() {
        for import in imports(code(&source)) {
            let from_service = SERVICES.contains(&source.room.as_str()) && import != source.room;
            let into_pipeline = import == "pipeline" && source.room != "pipeline" && source.room != "cli";
            if (from_service && !GROUND_FLOOR.contains(&import.as_str())) || into_pipeline || import == "cli" {
                broken.push(format!("{} imports {import}", source.path));
            }
        }
    }
    assert_none(&broken, "cli → pipeline → rooms → ground floor");
}

#[test]
fn each_library_stays_in_its_rooms() {
    let homes: &[(&str, &[&str])] = &[
        ("calamine::", &["read"]),
        ("rust_xlsxwriter::", &["template", "deliver", "publish", "style"]),
        ("typst::", &["publish"]),
        ("typst_layout::", &["publish"]),
        ("typst_pdf::", &["publish"]),
        ("lettre::", &["deliver", "outside"]),
        ("imap::{", &["outside"]),
        ("rustls::", &["outside"]),
        ("clap::", &["cli"]),
        ("clap_complete::", &["cli"]),
        ("miette::", &["cli"]),
        ("indicatif::", &["cli"]),
        ("comfy_table::", &["cli"]),
        ("rusqlite::", &["ledger"]),
        ("fluent_bundle::", &["words"]),
        ("std::fs", &["outside", "cli/log.rs"]),
        ("std::net", &["outside"]),
        ("SystemTime", &["outside"]),
        ("Instant::now", &["outside"]),
        ("Zoned::now", &["outside"]),
        ("println!", &[]),
        ("print!(", &[]),
        ("std::env::", &["outside", "cli"]),
        ("HashMap", &["check", "link", "phrase"]),
    ];
    let mut broken = Vec::new();
    for source in sources().iter().filter(|source| !is_test(source)) {
        for (word, rooms) in homes {
            let at_home = rooms.iter().any(|room| *room == source.room || *room == source.path);
            if !at_home && code(source).contains(word) {
                broken.push(format!("{} uses {word}", source.path));
            }
        }
    }
    assert_none(&broken, "a library has its rooms");
}

#[test]
fn every_file_says_what_it_is_and_none_is_too_long() {
    let mut broken = Vec::new();
    for source in sources() {
        if !is_test(&source) && !source.text.starts_with("//!") {
            broken.push(format!("{} does not open with //!", source.path));
        }
        let lines = source.text.lines().count();
        if lines > LONGEST && !LONG_TABLES.contains(&source.path.as_str()) {
            broken.push(format!("{} has {lines} lines", source.path));
        }
        if source.path == "main.rs" && lines > 60 {
            broken.push(format!("main.rs has {lines} lines"));
        }
    }
    assert_none(&broken, "a file says what it is, and ends");
}

#[test]
fn names_explain_and_imports_are_spelled_out() {
    let mut broken = Vec::new();
    for source in sources() {
        let last = source.path.rsplit('/').next().unwrap_or_default().replace(".rs", "");
        for name in ["utils", "util", "common", "helpers", "helper", "misc"] {
            if source.path.split('/').any(|part| part == name) || last == name {
                broken.push(format!("{} is called {name}", source.path));
            }
        }
        if !is_test(&source) && code(&source).contains("use super::*") {
            broken.push(format!("{} imports super::*", source.path));
        }
    }
    assert_none(&broken, "names explain themselves");
}

#[test]
fn data_never_stops_the_program() {
    let mut broken = Vec::new();
    let macros = ["todo", "unimplemented", "dbg", "panic"].map(|name| format!("{name}!("));
    let words = [".unwrap()", ".expect("].map(str::to_owned).into_iter().chain(macros);
    let words: Vec<String> = words.collect();
    for source in sources().iter().filter(|source| !is_test(source)) {
        for word in &words {
            if code(source).contains(word) {
                broken.push(format!("{} uses {word}", source.path));
            }
        }
    }
    assert_none(&broken, "nothing panics on data");
}

#[test]
fn a_room_and_its_service_of_the_readme_stand_in_the_map() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/architecture.md")).unwrap();
    for room in GROUND_FLOOR.iter().chain(ROOMS).chain(SERVICES).chain(&["pipeline", "cli"]) {
        assert!(map.contains(&format!("`{room}/`")), "docs/architecture.md does not tell of {room}/");
    }
}

#[test]
fn the_packages_of_the_card_stand_in_the_root_manifest_whatever_crates_there_are() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    let optional = |name: &str| dependencies[name].get("optional").and_then(toml::Value::as_bool) == Some(true);
    let lacking: Vec<&str> =
        OF_THE_CARD.into_iter().filter(|name| !dependencies.contains_key(*name) || optional(name)).collect();
    assert_eq!(lacking, Vec::<&str>::new(), "always built, and named where everybody looks first");
}
