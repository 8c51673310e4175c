//! Whose a file is and for when.

use rust_xlsxwriter::Workbook;

use super::super::{Context, read};
use super::{
    codes, form, issued, parcel, passport, quarter, reading, reading_of, the_register, three_entries, usual,
    write_passport,
};
use crate::flow::{Proof, Reading};
use crate::layout::{Passport, Token};

fn for_museum() -> Passport {
    Passport { form: "fairs".into(), version: 2, institution: "museum".into(), period: "2024-Q1".into(), token: None }
}

/// A workbook with a passport, and a title sheet that says this and that; an empty text leaves the cell empty.
fn with(card: Option<&Passport>, institution: &str, period: &str) -> Workbook {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Титул").unwrap();
    sheet.write(5, 1, "Учреждение").unwrap();
    sheet.write(6, 1, "Отчётный период").unwrap();
    sheet.write(5, 3, "Вписано заранее").unwrap();
    if !institution.is_empty() {
        sheet.write(5, 2, institution).unwrap();
    }
    if !period.is_empty() {
        sheet.write(6, 2, period).unwrap();
    }
    book.define_name("svod_institution", "='Титул'!$C$6").unwrap();
    book.define_name("svod_period", "='Титул'!$C$7").unwrap();
    three_entries(issued(&mut book));
    if let Some(card) = card {
        passport(&mut book, card);
    }
    book
}

fn known(reading: &Reading) -> (Option<&str>, Option<String>) {
    let known = &reading.submission.as_ref().unwrap().known;
    (known.institution.as_deref(), known.period.map(|period| period.to_string()))
}

const Q1: &str = "I квартал 2024 года";

#[test]
fn the_hidden_sheet_is_enough() {
    let reading = reading(with(Some(&for_museum()), "", ""));
    assert_eq!(known(&reading), (Some("museum"), Some("2024-Q1".to_owned())));
    assert_eq!(codes(&reading.findings), Vec::<String>::new());
    assert_eq!(reading.submission.unwrap().known.version, Some(2));
}

#[test]
fn a_template_that_was_issued_to_another_institution_is_told_and_its_hidden_sheet_is_not_believed() {
    let bytes = |issued_to: &str| {
        let token = Token::of(b"key", "fairs", issued_to, "2024-Q1");
        with(Some(&Passport { token, ..for_museum() }), "", Q1).save_to_buffer().unwrap()
    };
    let (form, register) = (form(), the_register());
    let context = Context::new(&form, &register, quarter()).with_key(Some(b"key"));
    let own = read(&parcel(bytes("museum"), "отчёт.xlsx"), &context);
    assert_eq!((known(&own).0, codes(&own.findings)), (Some("museum"), Vec::new()));
    let claimed = read(&parcel(bytes("theatre"), "отчёт.xlsx"), &context);
    assert_eq!((known(&claimed).0, codes(&claimed.findings)), (None, vec!["T10".to_owned(), "T06".to_owned()]));
}

#[test]
fn only_the_token_of_an_institution_proves_that_a_file_is_its_own() {
    let (form, register) = (form(), the_register());
    let proof_under = |key: Option<&[u8]>, mut book: Workbook| {
        let context = Context::new(&form, &register, quarter()).with_key(key);
        read(&parcel(book.save_to_buffer().unwrap(), "Музей льна.xlsx"), &context)
            .submission
            .map(|submission| submission.known.proof)
    };
    let token = Token::of(b"key", &form.form.id, "museum", "2024-Q1");
    let genuine = Passport { token, ..for_museum() };
    let key: Option<&[u8]> = Some(b"key");
    assert_eq!(proof_under(key, with(Some(&genuine), "Музей льна", Q1)), Some(Proof::Token));
    assert_eq!(proof_under(key, with(Some(&genuine), "", Q1)), Some(Proof::Token));
    assert_eq!(proof_under(None, with(Some(&genuine), "Музей льна", Q1)), Some(Proof::Unasked));
    assert_eq!(proof_under(key, with(Some(&for_museum()), "Музей льна", Q1)), Some(Proof::Missing), "no token");
    assert_eq!(proof_under(key, with(None, "Музей льна", Q1)), Some(Proof::Missing), "no hidden sheet");
    assert_eq!(proof_under(key, with(None, "", Q1)), Some(Proof::Missing), "known by the file's name");
    for title in ["Театр кукол", "Дворец спорта"] {
        assert_eq!(proof_under(key, with(Some(&genuine), title, Q1)), Some(Proof::Contradicted), "{title}");
    }
    let stolen = Passport { institution: "theatre".into(), ..genuine };
    assert_eq!(proof_under(key, with(Some(&stolen), "Театр кукол", Q1)), Some(Proof::Contradicted));
}

#[test]
fn without_it_the_title_sheet_is_believed() {
    let reading = reading(with(None, "гбук \"Озёрский музей льна\"", "1 кв. 2024"));
    assert_eq!(known(&reading), (Some("museum"), Some("2024-Q1".to_owned())));
    assert_eq!(codes(&reading.findings), Vec::<String>::new());
}

#[test]
fn a_file_speaks_for_the_institution_that_its_title_names_and_nothing_proves_it() {
    let reading = reading(with(Some(&for_museum()), "Театр кукол", Q1));
    assert_eq!(known(&reading).0, Some("theatre"));
    assert_eq!(codes(&reading.findings), ["T16"]);
    assert_eq!(reading.findings[0].place.cell_in_words(), "Титул, C6");
}

#[test]
fn a_title_that_was_edited_a_little_changes_nothing() {
    for title in ["Озёрский музей льна (филиал)", "Музей льна, г. Озёрск", "ГБУК Озерский музей льна"]
    {
        let reading = reading(with(Some(&for_museum()), title, Q1));
        assert_eq!(known(&reading).0, Some("museum"), "{title}");
        assert_eq!(codes(&reading.findings), Vec::<String>::new(), "{title}");
    }
}

#[test]
fn a_title_that_names_nobody_is_told_but_the_hidden_sheet_stands() {
    let reading = reading(with(Some(&for_museum()), "Дворец спорта", Q1));
    assert_eq!(known(&reading).0, Some("museum"));
    assert_eq!(codes(&reading.findings), ["T07"]);
}

#[test]
fn a_changed_hidden_sheet_proves_nothing() {
    let mut rows = for_museum().rows();
    rows[2].1 = "theatre".to_owned();
    let mut book = with(None, "Музей льна", Q1);
    write_passport(&mut book, &rows);
    let reading = reading(book);
    assert_eq!(known(&reading).0, Some("museum"));
    assert_eq!(codes(&reading.findings), ["T09"]);
}

#[test]
fn an_institution_that_the_register_lacks_is_told_with_the_nearest() {
    let reading_of_title = reading(with(None, "Театр куклы", Q1));
    assert_eq!(known(&reading_of_title).0, None);
    assert_eq!(codes(&reading_of_title.findings), ["T01"]);
    assert_eq!(serde_json::to_value(&reading_of_title.findings[0].args).unwrap()["hint"], "Театр кукол");
    let unknown = Passport { institution: "circus".into(), ..for_museum() };
    let reading = reading(with(Some(&unknown), "Музей льна", Q1));
    assert_eq!((known(&reading).0, codes(&reading.findings)), (None, vec!["T01".to_owned()]));
}

#[test]
fn the_files_name_is_the_last_resort_and_only_by_whole_words() {
    let bytes = || with(None, "", Q1).save_to_buffer().unwrap();
    assert_eq!(known(&reading_of(bytes(), "Отчёт Театр кукол.xlsx")).0, Some("theatre"));
    let nobody = reading_of(bytes(), "Отчёт театральный.xlsx");
    assert_eq!((known(&nobody).0, codes(&nobody.findings)), (None, vec!["T06".to_owned()]));
}

#[test]
fn another_period_is_told_and_a_contradiction_leaves_it_open() {
    let before = Passport { period: "2023-Q4".into(), ..for_museum() };
    let another = reading(with(Some(&before), "Музей льна", "IV квартал 2023 года"));
    assert_eq!(known(&another).1.as_deref(), Some("2023-Q4"));
    assert_eq!(codes(&another.findings), ["T02"]);
    let contradiction = reading(with(Some(&before), "Музей льна", Q1));
    assert_eq!(known(&contradiction).1, None);
    assert_eq!(codes(&contradiction.findings), ["T07"]);
}

#[test]
fn a_period_that_is_not_stated_is_the_collected_one_and_told() {
    let reading = reading(with(None, "Музей льна", ""));
    assert_eq!(known(&reading).1, Some(quarter().to_string()));
    assert_eq!(codes(&reading.findings), ["T08"]);
}

#[test]
fn another_form_and_an_older_version_are_told() {
    let other = Passport { form: "budget".into(), ..for_museum() };
    assert_eq!(codes(&reading(with(Some(&other), "", "")).findings), ["F01"]);
    let older = Passport { version: 1, ..for_museum() };
    let reading = reading(with(Some(&older), "", ""));
    assert_eq!(codes(&reading.findings), ["F02"]);
    assert_eq!(reading.submission.unwrap().known.version, Some(1));
}

#[test]
fn advice_beside_an_empty_input_is_not_taken_for_its_value() {
    let reading = reading(with(Some(&for_museum()), "", Q1));
    assert!(!reading.submission.unwrap().header.contains_key("institution"));
}

#[test]
fn the_usual_workbook_needs_no_names() {
    assert_eq!(known(&reading(usual())), (Some("museum"), Some("2024-Q1".to_owned())));
}
