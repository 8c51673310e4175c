use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::*;
use crate::publish::fixture;

const W: &str = parts::W;

/// A letterhead whose body holds these paragraphs, each as the texts of its runs.
fn letterhead(paragraphs: &[&[&str]]) -> Vec<u8> {
    let paragraphs: String = paragraphs
        .iter()
        .map(|runs| {
            let runs: String = runs.iter().map(|text| format!("<w:r><w:t>{text}</w:t></w:r>")).collect();
            format!("<w:p>{runs}</w:p>")
        })
        .collect();
    let section = r#"<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="850" w:top="1" w:bottom="1" w:header="1" w:footer="1" w:gutter="0"/></w:sectPr>"#;
    packed(&format!(r#"<w:document xmlns:w="{W}"><w:body>{paragraphs}{section}</w:body></w:document>"#))
}

fn packed(document: &str) -> Vec<u8> {
    let relation = |kind: &str, target: &str| {
        format!(r#"<Relationships><Relationship Id="a" Type="http://x/{kind}" Target="{target}"/></Relationships>"#)
    };
    let styles =
        format!(r#"<w:styles xmlns:w="{W}"><w:style w:styleId="SvodTitle"/><w:style w:styleId="Own"/></w:styles>"#);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("_rels/.rels", relation("officeDocument", "word/document.xml")),
        ("word/_rels/document.xml.rels", relation("styles", "styles.xml")),
        ("word/document.xml", document.to_owned()),
        ("word/styles.xml", styles),
        ("word/media/arms.png", "a picture".to_owned()),
    ] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn filled(letterhead: &[u8]) -> Result<Vec<u8>, Error> {
    let (data, form) = (fixture::consolidated(), fixture::form());
    let report = Report::of(&data, &form, Language::Ru).unwrap();
    fill(letterhead, &report, Language::Ru)
}

fn refused(letterhead: &[u8]) -> LetterheadError {
    match filled(letterhead) {
        Err(Error::Letterhead(error)) => error,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_mark_is_replaced_and_everything_else_is_kept() {
    let bytes = filled(&letterhead(&[&["Правительство"], &["{{ Отч", "ёт }}"], &["Исполнитель"]])).unwrap();
    let document = part(&bytes, "word/document.xml");
    assert!(!document.contains("{{"), "{document}");
    let at = |words: &str| document.find(words).unwrap();
    assert!(at("Правительство") < at("<w:tbl>") && at("</w:tbl>") < at("Исполнитель"));
    assert_eq!(part(&bytes, "word/media/arms.png"), "a picture");
}

#[test]
fn the_report_is_as_wide_as_the_paper_leaves_it() {
    let document = part(&filled(&letterhead(&[&["{{report}}"]])).unwrap(), "word/document.xml");
    let width: u32 = document.split("<w:tblW w:w=\"").nth(1).unwrap().split('"').next().unwrap().parse().unwrap();
    assert!(width.abs_diff(11_906 - 1701 - 850) < 10, "{width}");
}

#[test]
fn a_style_that_the_letterhead_has_stays_its_own() {
    let styles = part(&filled(&letterhead(&[&["{{report}}"]])).unwrap(), "word/styles.xml");
    assert_eq!(styles.matches(r#"w:styleId="SvodTitle""#).count(), 1);
    assert!(styles.contains(r#"<w:style w:styleId="SvodTitle"/>"#) && styles.contains("SvodSection"));
}

#[test]
fn a_letterhead_without_a_place_or_with_several_is_refused_in_words() {
    assert_eq!(refused(&letterhead(&[&["Правительство"]])), LetterheadError::NoPlace);
    assert_eq!(refused(&letterhead(&[&["Отчёт: {{report}}"]])), LetterheadError::NoPlace);
    assert_eq!(refused(&letterhead(&[&["{{report}}"], &["{{отчет}}"]])), LetterheadError::SeveralPlaces);
}

#[test]
fn what_is_no_document_is_refused_and_nothing_panics() {
    let whole = letterhead(&[&["{{report}}"]]);
    for at in (0..whole.len()).step_by(7) {
        assert!(filled(&whole[..at]).is_err(), "cut at {at}");
        let mut changed = whole.clone();
        changed[at] ^= 0x55;
        let _ = filled(&changed);
    }
    assert_eq!(refused(&[0xD0, 0xCF, 0x11, 0xE0, 0]), LetterheadError::Locked);
    let deep = format!("<w:document><w:body>{}", "<w:p>".repeat(100_000));
    assert_eq!(refused(&packed(&deep)), LetterheadError::Damaged);
}

#[test]
fn a_part_that_unfolds_beyond_the_limit_is_not_read_to_its_end() {
    let bomb = format!("<w:document><w:body>{}", " ".repeat(20 << 20));
    assert_eq!(refused(&packed(&bomb)), LetterheadError::TooLarge);
}
