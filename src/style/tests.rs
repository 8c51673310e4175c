use jiff::civil::date;

use super::*;
use crate::record::CellRef;

fn book_with(words: &str) -> Vec<u8> {
    let mut book = new_book("Проба").unwrap();
    let sheet = book.add_worksheet();
    text(sheet, 0, 0, words, &body()).unwrap();
    super::date(sheet, 0, 1, date(2024, 3, 5), &body_date()).unwrap();
    super::date(sheet, 0, 2, date(1899, 3, 5), &body_date()).unwrap();
    integer(sheet, 0, 3, i64::MAX, &body_integer()).unwrap();
    save(book).unwrap()
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut archive.by_name(name).unwrap(), &mut text).unwrap();
    text
}

#[test]
fn text_never_becomes_a_formula() {
    let bytes = book_with("=HYPERLINK(\"http://example.org\")");
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>"), "{sheet}");
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("=HYPERLINK("));
}

#[test]
fn the_same_words_give_the_same_bytes() {
    assert_eq!(book_with("Да"), book_with("Да"));
}

#[test]
fn what_a_cell_cannot_hold_is_dropped_or_cut_with_a_sign() {
    assert_eq!(clean("а\u{0}б\u{b}в\r\nг\rд\tе"), "абв\nг\nд\tе");
    let long = clean(&"ж😀".repeat(20_000)).into_owned();
    assert!(long.encode_utf16().count() <= LIMIT && long.ends_with(" […]"));
    assert_eq!(clean(&"ж".repeat(LIMIT)).chars().count(), LIMIT);
}

#[test]
fn sheet_names_are_what_excel_accepts_and_differ() {
    assert_eq!(sheet_name("Свод: I/II [проба]?", &[]), "Свод I II проба");
    assert_eq!(sheet_name("'Да'", &[]), "Да");
    assert_eq!(sheet_name("", &[]), "_");
    assert_eq!(sheet_name("Титул", &["ТИТУЛ", "Титул (2)"]), "Титул (3)");
    let long = "Очень длинное название листа свода";
    assert!(sheet_name(long, &[&sheet_name(long, &[])]).encode_utf16().count() <= 31);
}

#[test]
fn file_names_are_what_windows_accepts() {
    assert_eq!(file_name("ГБУК «Музей» – I квартал 2024 года", "xlsx"), "ГБУК «Музей» – I квартал 2024 года.xlsx");
    assert_eq!(file_name("a<b>:\"c\"/\\|?*. . ", "xlsx"), "a-b--'c'-----.xlsx");
    assert_eq!(file_name("../../etc", "xlsx"), "-..-etc.xlsx");
    assert_eq!(file_name("con", "xlsx"), "_con.xlsx");
    assert_eq!(file_name("LPT1.x", "xlsx"), "_LPT1.x.xlsx");
    assert_eq!(file_name("...", "xlsx"), "_.xlsx");
    assert!(file_name(&"ж".repeat(400), "xlsx").len() <= 255);
}

#[test]
fn references_quote_the_sheet() {
    let cell = CellRef::new(5, 2);
    assert_eq!(range("Д'Артаньян", cell, cell), "'Д''Артаньян'!$C$6");
    assert_eq!(range("Титул", cell, CellRef::new(8, 2)), "'Титул'!$C$6:$C$9");
    assert_eq!(defined_name("list_", "document-kinds"), "list_document_kinds");
}

#[test]
fn a_row_is_as_high_as_its_longest_cell() {
    let one = row_height([("Да", 20.0)]);
    let many = row_height([("Да", 20.0), ("Встреча с делегацией города‑побратима в областной библиотеке", 20.0)]);
    assert!(many > one * 2.5, "{one} {many}");
    assert_eq!(lines("раз\nдва\n", 40.0), 3);
    assert!(row_height([("слово ".repeat(2000).as_str(), 10.0)]) <= 409.0);
}
