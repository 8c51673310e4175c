//! Files that give nothing, and what is said of them.

use rust_xlsxwriter::Workbook;

use super::super::{Context, read};
use super::{codes, form, line, parcel, quarter, reading, reading_of, the_register, usual};
use crate::read::Limits;
use crate::words::Language;

#[test]
fn what_is_no_workbook_is_called_by_its_name() {
    for (bytes, code) in [
        (Vec::new(), "F04"),
        (b"%PDF-1.7".to_vec(), "F07"),
        ("<html><p>Отчёт".as_bytes().to_vec(), "F07"),
        (b"PK\x03\x04".to_vec(), "F03"),
        (vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "F03"),
    ] {
        let reading = reading_of(bytes, "отчёт.xlsx");
        assert!(reading.submission.is_none());
        assert_eq!(codes(&reading.findings), [code]);
    }
}

#[test]
fn reasons_are_words_in_both_languages() {
    let reading = reading_of(b"%PDF".to_vec(), "скан.xlsx");
    let value = serde_json::to_value(&reading.findings[0].args).unwrap()["value"].clone();
    assert_eq!(value["ru"], "это документ PDF");
    assert_eq!(value["en"], "it is a PDF document");
    for what in
        ["pdf", "word", "slides", "image", "html", "csv", "text", "rtf", "xml", "archive", "mail", "numbers", "unknown"]
    {
        assert!(crate::words::has(Language::Ru, &format!("read-kind-{what}")), "{what}");
    }
    for what in ["size", "inflated", "parts", "strings", "sheets", "cells", "memory", "time"] {
        assert!(crate::words::has(Language::Ru, &format!("read-limit-{what}")), "{what}");
    }
}

#[test]
fn a_workbook_without_the_table_is_not_the_form() {
    let mut book = Workbook::new();
    line(book.add_worksheet(), 0, 0, &["Название", "Цена", "Количество"]);
    assert_eq!(codes(&reading(book).findings), ["F01"]);
}

#[test]
fn a_list_of_sections_and_a_sentence_are_no_heading() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    line(sheet, 0, 0, &["Раздел", "Страна", "Всего людей"]);
    line(sheet, 1, 0, &["Ремёсла", "Россия"]);
    assert_eq!(codes(&reading(book).findings), ["F01"]);
}

#[test]
fn limits_are_kept() {
    let (form, register) = (form(), the_register());
    let bytes = usual().save_to_buffer().unwrap();
    let tight = [
        Limits { file: 100, ..Limits::default() },
        Limits { parts: 2, ..Limits::default() },
        Limits { inflated: 1000, ..Limits::default() },
        Limits { sheets: 1, ..Limits::default() },
        Limits { cells: 10, ..Limits::default() },
    ];
    for limits in tight {
        let context = Context { limits, ..Context::new(&form, &register, quarter()) };
        let reading = read(&parcel(bytes.clone(), "отчёт.xlsx"), &context);
        assert_eq!(codes(&reading.findings), ["F08"], "{:?}", context.limits);
    }
}

#[test]
fn no_cut_and_no_changed_byte_makes_it_panic() {
    let whole = usual().save_to_buffer().unwrap();
    for end in (0..whole.len()).step_by(whole.len() / 23) {
        let _ = reading_of(whole[..end].to_vec(), "отчёт.xlsx");
    }
    for at in (0..whole.len()).step_by(whole.len() / 37) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x5A;
        let _ = reading_of(bytes, "отчёт.xlsx");
    }
}
