use std::io::Read;

use super::*;
use crate::publish::fixture;
use crate::words::Language;

fn russian() -> Artifact {
    workbook(&fixture::subject(&fixture::consolidated(), &fixture::form(), &fixture::register(), Language::Ru)).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn sheet(bytes: &[u8], kind: SheetKind) -> String {
    let at = SheetKind::all(&fixture::consolidated()).iter().position(|other| *other == kind).unwrap();
    part(bytes, &format!("xl/worksheets/sheet{}.xml", at + 1))
}

/// All words of the workbook.
fn words_of(bytes: &[u8]) -> String {
    part(bytes, "xl/sharedStrings.xml")
}

/// Writes the workbooks into the folder that `SVOD_LOOK` names, to be looked at.
#[test]
fn workbooks_can_be_looked_at() {
    let Ok(folder) = std::env::var("SVOD_LOOK") else {
        println!("SVOD_LOOK is not set: nothing is written");
        return;
    };
    let (data, form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
    let subject = |language| fixture::subject(&data, &form, &register, language);
    let english = workbook(&subject(Language::En)).unwrap();
    let (plain_data, plain_form) = (fixture::plain_consolidated(), fixture::plain_form());
    let plain = workbook(&fixture::subject(&plain_data, &plain_form, &register, Language::En)).unwrap();
    let asked = |language| questions(&subject(language)).unwrap().unwrap();
    let (ru, en) = (asked(Language::Ru), asked(Language::En));
    for (name, artifact) in
        [("ru", russian()), ("en", english), ("plain", plain), ("questions-ru", ru), ("questions-en", en)]
    {
        #[expect(clippy::disallowed_methods, reason = "only when a person asks to look")]
        std::fs::write(format!("{folder}/{name}.xlsx"), artifact.bytes).unwrap();
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(russian().bytes, russian().bytes);
}

#[test]
fn the_workbook_has_the_name_that_the_form_gives_it() {
    assert_eq!(russian().name, "Свод за I квартал 2024 года.xlsx");
}

#[test]
fn text_from_a_cell_never_becomes_a_formula() {
    let bytes = russian().bytes;
    for kind in SheetKind::all(&fixture::consolidated()).iter().copied() {
        assert!(!sheet(&bytes, kind).contains("<f>"), "{kind:?}");
    }
    assert!(words_of(&bytes).contains("=ССЫЛКА("));
}

#[test]
fn the_sum_of_rows_is_shown_with_its_check() {
    assert!(words_of(&russian().bytes).contains("Сходится: 18 = 13 + 2 + 2 + 1."));
    let mut wrong = fixture::consolidated();
    wrong.tally.merged = 1;
    let artifact = workbook(&fixture::subject(&wrong, &fixture::form(), &fixture::register(), Language::Ru)).unwrap();
    assert!(words_of(&artifact.bytes).contains("Не сходится: получено 18"));
}

#[test]
fn sources_lead_to_the_cell_of_the_original() {
    let bytes = russian().bytes;
    let links = sheet(&bytes, SheetKind::Sources);
    assert!(links.contains("location=\"'Мероприятия'!G7\""), "no place in the file");
    let targets = part(&bytes, "xl/worksheets/_rels/sheet9.xml.rels");
    assert!(targets.contains("Target=\"../../2024-Q1/received/002%20Отчёт%20музея%20(испр.)%20№1.xlsx\""), "{targets}");
    assert!(targets.contains("100%25.xlsx") && targets.contains("%5Bсвод%5D"), "{targets}");
}

#[test]
fn a_decision_may_be_written_and_nothing_else() {
    let bytes = russian().bytes;
    let questions = sheet(&bytes, SheetKind::Questions);
    assert!(questions.contains("<sheetProtection"));
    assert!(questions.contains("одно мероприятие,разные мероприятия,одно: верна левая строка"));
    assert!(words_of(&bytes).contains("svod-answer ") && words_of(&bytes).contains("svod-choice "));
    assert!(words_of(&bytes).contains("Ранее решено: одно мероприятие; верно слева: «"));
}

#[test]
fn people_of_different_units_are_never_added() {
    let bytes = russian().bytes;
    let words = words_of(&bytes);
    for unit in ["Участников", "Посетителей", "Просмотров"] {
        assert!(words.contains(&format!(">{unit}<")), "{unit}");
    }
    assert!(words.contains("Численность указана в 10 из 13 мероприятий"));
    let summary = sheet(&bytes, SheetKind::Summary);
    assert!(summary.contains("<v>1962</v>") && summary.contains("<v>579</v>"));
    assert!(!summary.contains("<v>2541</v>"));
}

#[test]
fn silent_institutions_stand_on_the_first_sheet() {
    assert!(words_of(&russian().bytes).contains("учреждение не ответило: Государственный архив области"));
}

#[test]
fn a_form_without_sections_and_people_has_a_workbook_too() {
    let data = fixture::plain_consolidated();
    let artifact =
        workbook(&fixture::subject(&data, &fixture::plain_form(), &fixture::register(), Language::En)).unwrap();
    assert_eq!(artifact.name, "Training activities, Q1 2024.xlsx");
    let words = words_of(&artifact.bytes);
    assert!(words.contains("Reading aloud") && !words.contains("How many people"));
}

#[test]
fn sheet_names_are_not_longer_than_excel_allows() {
    for language in Language::ALL {
        let data = fixture::consolidated();
        let (form, register) = (fixture::form(), fixture::register());
        let book = Book::new(fixture::subject(&data, &form, &register, language)).unwrap();
        for kind in SheetKind::all(&fixture::consolidated()).iter().copied() {
            assert!(book.names.of(kind).encode_utf16().count() <= 31);
        }
    }
}
