//! `docs/reading.md`: what it says that an institution is told is what it is told.

use std::fs;
use std::path::Path;

use svod::finding::CATALOGUE;

fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[test]
fn every_finding_of_files_tables_and_values_that_reading_gives_stands_on_the_page() {
    let page = text("docs/reading.md");
    // Said of a collection, not of how a file was read.
    let elsewhere = ["F02", "F05", "F06", "F10", "F13", "F15", "V04", "V05"];
    let missing: Vec<String> = CATALOGUE
        .iter()
        .map(|entry| entry.kind.to_string())
        .filter(|code| code.starts_with(['F', 'L', 'V']) && !elsewhere.contains(&code.as_str()))
        .filter(|code| !page.contains(code.as_str()))
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_message_that_is_quoted_is_said_by_svod() {
    let said = ["locales/ru/findings.ftl", "locales/ru/read.ftl"].map(text).concat();
    let page = text("docs/reading.md");
    let quoted = page.lines().filter(|line| line.starts_with('|')).flat_map(|line| {
        let pieces = line.split('«').skip(1).filter_map(|rest| rest.split_once('»').map(|(quote, _)| quote));
        pieces.filter(|quote| quote.contains('…')).collect::<Vec<_>>()
    });
    let mut wrong = Vec::new();
    for quote in quoted {
        let pieces =
            quote.split('…').map(|piece| piece.trim().trim_end_matches(['.', ':', ','])).filter(|p| !p.is_empty());
        for piece in pieces.flat_map(|piece| piece.split(": ")) {
            if !said.contains(piece) {
                wrong.push(piece.to_owned());
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}
