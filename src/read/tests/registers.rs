//! The register of institutions.

use jiff::civil::date;
use rust_xlsxwriter::Workbook;

use super::super::{Limits, register, unfold};
use super::{codes, line};
use crate::words::Language;

fn read(rows: &[&[&str]]) -> (crate::register::Register, Vec<crate::finding::Finding>) {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Учреждения").unwrap();
    for (row, texts) in (0..).zip(rows) {
        line(sheet, row, 0, texts);
    }
    register(unfold(&book.save_to_buffer().unwrap(), &Limits::default()), "institutions.xlsx").unwrap()
}

#[test]
fn a_register_is_read_by_keys_or_by_labels_of_either_language() {
    let headings: [&[&[&str]]; 3] = [
        &[&["code", "name", "short_name", "email", "contact", "lang", "since", "until"], &["Код", "Название"]],
        &[
            &["Реестр"],
            &[
                "Код",
                "Полное название",
                "Краткое название",
                "Электронная почта",
                "Контактное лицо",
                "Язык",
                "Участвует с",
                "Участвует по",
            ],
        ],
        &[&["Code", "Name", "Short name", "E-mail", "Contact", "Language", "Since", "Until"]],
    ];
    for heading in headings {
        let mut rows = heading.to_vec();
        rows.push(&[
            "museum",
            "Музей  льна",
            "Музей",
            "a@example.org; b@example.org",
            "Вера",
            "en",
            "01.01.2024",
            "2024-12-31",
        ]);
        let (register, findings) = read(&rows);
        assert_eq!(findings, []);
        let museum = &register.institutions[0];
        assert_eq!((&*museum.code, museum.name.as_str(), museum.called()), ("museum", "Музей льна", "Музей"));
        assert_eq!((museum.email.as_str(), museum.language), ("a@example.org, b@example.org", Language::En));
        assert_eq!((museum.since, museum.until), (Some(date(2024, 1, 1)), Some(date(2024, 12, 31))));
    }
}

#[test]
fn bad_entries_are_told_with_their_cells_and_cost_no_more_than_they_must() {
    let (register, findings) = read(&[
        &["code", "name", "email", "lang", "since", "until"],
        &["museum", "Музей", "не адрес"],
        &["museum", "Двойник"],
        &["", "Без кода"],
        &["theatre", ""],
        &["school", "Музей", "", "fr", "вчера"],
        &["park", "Парк", "", "", "01.02.2024", "01.01.2024"],
    ]);
    let kept: Vec<&str> = register.institutions.iter().map(|institution| &*institution.code).collect();
    assert_eq!(kept, ["museum", "school", "park"]);
    assert_eq!(codes(&findings), ["G03", "G02", "G01", "G01", "G03", "G03", "G02", "G05"]);
    assert_eq!(findings[0].place.cell_in_words(), "Учреждения, C2");
    assert_eq!(register.institutions[0].email, "");
    assert_eq!(register.institutions[2].until, None);
}

#[test]
fn a_workbook_without_the_table_is_an_empty_register_and_a_finding() {
    let (register, findings) = read(&[&["Что-то", "другое"]]);
    assert!(register.institutions.is_empty());
    assert_eq!(codes(&findings), ["G04"]);
}

#[test]
fn what_is_no_workbook_is_an_error() {
    assert!(register(unfold(b"%PDF", &Limits::default()), "institutions.xlsx").is_err());
}
