//! Files that are odd in one way each, and what must come of it: no value is lost, and none is wrong, without a word.

use rust_xlsxwriter::Workbook;

use super::{codes, column, cover, finding, issued, line, reading, reading_of, submitted, three_entries, usual};
use crate::flow::sample::repacked;
use crate::flow::{Content, Reading};

const TITLES: [&str; 3] = ["Льняная ярмарка", "Медовый торг", "Гончарный ряд"];

/// The usual workbook with the XML of its sheets changed, and other parts besides.
fn changed(change: impl Fn(String) -> String, more: &[(&str, &[u8])]) -> Vec<u8> {
    let in_sheet = |name: &str, text: String| {
        let text = if name.contains("worksheets/sheet2") { change(text) } else { text };
        text.into_bytes()
    };
    repacked(&usual().save_to_buffer().unwrap(), in_sheet, more)
}

/// The usual workbook with another cell in the place of the second entry's title.
fn with_title(cell: &str) -> Reading {
    let title = regex::Regex::new(r#"<c r="C6"[^>]*><v>[^<]*</v></c>"#).unwrap();
    let bytes = changed(|sheet| title.replace(&sheet, cell).into_owned(), &[]);
    reading_of(bytes, "отчёт.xlsx")
}

#[test]
fn a_cell_that_cannot_be_read_costs_itself_and_not_the_sheet() {
    for (cell, content) in [
        (r#"<c r="C6" t="s"><v>99999</v></c>"#, Content::Unreadable("99999".into())),
        (r#"<c r="C6" t="zz"><v>5</v></c>"#, Content::Unreadable("5".into())),
        (r#"<c r="C6" t="n"><v>abc</v></c>"#, Content::Unreadable("abc".into())),
        (r#"<c r="C6" t="b"><v>7</v></c>"#, Content::Unreadable("7".into())),
        (r#"<c r="C6"><v>1e999</v></c>"#, Content::Unreadable("inf".into())),
        (r#"<c r="C6" t="e"><v>#SPILL!</v></c>"#, Content::Error("#SPILL!".into())),
    ] {
        let submission = with_title(cell).submission.unwrap_or_else(|| panic!("{cell}"));
        assert_eq!(submission.rows.len(), 3, "{cell}");
        assert_eq!(submission.rows[1].cells["title"].content, content, "{cell}");
        assert_eq!(column(&submission, "title")[2], "Гончарный ряд");
    }
}

#[test]
fn a_cell_at_no_place_is_told_and_the_others_are_read() {
    for reference in ["AAAAAAAAA1", "привет"] {
        let reading = with_title(&format!(r#"<c r="{reference}"><v>5</v></c>"#));
        assert!(finding(&reading.findings, "L09").message(crate::words::Language::Ru).contains(reference));
        assert_eq!(reading.submission.unwrap().rows.len(), 3);
    }
}

#[test]
fn parts_whose_names_differ_in_case_alone_are_refused_as_doubled() {
    let bytes = changed(|sheet| sheet, &[("xl/worksheets/SHEET1.xml", b"<worksheet/>")]);
    let reading = reading_of(bytes, "отчёт.xlsx");
    assert_eq!(codes(&reading.findings), ["F03"]);
    assert!(finding(&reading.findings, "F03").message(crate::words::Language::Ru).contains("две части с одним именем"));
}

#[test]
fn data_connections_and_formulas_that_ask_outside_are_told() {
    let connections =
        br#"<connections><connection id="1"><dbPr connection="Data Source=srv"/></connection></connections>"#;
    let reading = reading_of(changed(|sheet| sheet, &[("xl/connections.xml", connections)]), "отчёт.xlsx");
    assert!(finding(&reading.findings, "F11").message(crate::words::Language::Ru).contains("Data Source=srv"));
    for formula in ["cmd|'/C calc'!A0", "[1]Лист1!A1", "WEBSERVICE(\"http://example.org\")"] {
        let reading = with_title(&format!(r#"<c r="C6" t="str"><f>{formula}</f><v>Медовый торг</v></c>"#));
        assert_eq!(codes(&reading.findings)[0], "F11", "{formula}");
    }
    let reading = with_title(r#"<c r="C6" t="str"><f>Таблица1[Название]</f><v>Медовый торг</v></c>"#);
    assert_eq!(codes(&reading.findings), ["V07"]);
}

#[test]
fn rows_without_height_and_columns_without_width_are_hidden() {
    let row = |sheet: String| sheet.replace("<row r=\"6\"", "<row r=\"6\" ht=\"0\" customHeight=\"1\"");
    assert_eq!(codes(&reading_of(changed(row, &[]), "отчёт.xlsx").findings), ["L04"]);
    let column = |sheet: String| {
        sheet.replacen(
            "<sheetData>",
            "<cols><col min=\"3\" max=\"3\" width=\"0\" customWidth=\"1\"/></cols><sheetData>",
            1,
        )
    };
    assert_eq!(codes(&reading_of(changed(column, &[]), "отчёт.xlsx").findings), ["L04"]);
}

#[test]
fn a_table_on_a_hidden_sheet_is_taken_and_told() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    three_entries(sheet);
    sheet.set_very_hidden(true);
    assert_eq!(submitted(book).1, ["L14"]);
}

#[test]
fn signatures_notes_and_subheadings_are_no_entries_and_are_told() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    three_entries(sheet);
    line(sheet, 8, 4, &["Директор", "", "/Ким А. Б./"]);
    line(sheet, 9, 9, &["Исп. Петрова"]);
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["L13"]);
    let told = finding(&reading.findings, "L13").message(crate::words::Language::Ru);
    assert!(told.contains("Директор") && told.contains("Исп. Петрова"), "{told}");
    assert_eq!(column(&reading.submission.unwrap(), "title"), TITLES);
}

#[test]
fn totals_in_many_words_and_column_letters_are_no_entries() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    line(sheet, 4, 1, &["А", "Б", "1", "2", "3", "4"]);
    line(sheet, 5, 1, &["Ремёсла", "Льняная ярмарка", "г. Озёрск"]);
    line(sheet, 6, 1, &["-", "–", "-", "—"]);
    line(sheet, 7, 1, &["Итого за I квартал 2024 года по всем ярмаркам области:", "", "", "", "", "120 человек"]);
    let (submission, codes) = submitted(book);
    assert_eq!(codes, Vec::<String>::new());
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка"]);
}

const HEADING: &str = "<tr><td>Раздел<td>Название<td>Место проведения";
const FIRST: &str = "<tr><td>Ремёсла<td>Льняная ярмарка<td>г. Озёрск";
const SECOND: &str = "<tr><td>Ремёсла<td>Медовый торг<td>г. Озёрск";

#[test]
fn a_table_that_goes_on_in_a_second_one_is_read_to_its_end() {
    for second in [SECOND.to_owned(), format!("{HEADING}{SECOND}")] {
        let page = format!("<table>{HEADING}{FIRST}</table>\n<br><table>{second}</table>");
        let submission = reading_of(page.into_bytes(), "отчёт.xls").submission.unwrap();
        assert_eq!(column(&submission, "title"), ["Льняная ярмарка", "Медовый торг"]);
    }
    let page = format!("<table>{HEADING}{FIRST}</table>Прошлый год<table>{HEADING}{SECOND}</table>");
    let reading = reading_of(page.into_bytes(), "отчёт.xls");
    assert_eq!(codes(&reading.findings).last().map(String::as_str), Some("L08"));
}

#[test]
fn a_quotation_mark_that_is_never_closed_loses_no_line_in_silence() {
    let line = "Ремёсла;Медовый торг;г. Озёрск\n";
    let open = "Ремёсла;\"Льняная ярмарка;г. Озёрск\n";
    let text = format!("Раздел;Название;Место проведения\n{}{open}{line}", line.repeat(5));
    let submission = reading_of(text.into_bytes(), "отчёт.csv").submission.unwrap();
    assert!(matches!(submission.rows[5].cells["title"].content, Content::Unreadable(_)));
}

#[test]
fn a_guessed_encoding_is_told_and_a_damaged_letter_is_no_letter() {
    let text = format!("Раздел;Название;Место проведения\n{}", "Ремёсла;Льняная ярмарка;г. Озёрск\n".repeat(3));
    let narrow = encoding_rs::WINDOWS_1251.encode(&text).0.into_owned();
    assert!(codes(&reading_of(narrow, "отчёт.csv").findings).contains(&"F14".to_owned()));
    let mut damaged = text.into_bytes();
    let at = damaged.windows(4).position(|bytes| bytes == "Льн".as_bytes().get(..4).unwrap()).unwrap();
    damaged[at] = 0xFF;
    let submission = reading_of(damaged, "отчёт.csv").submission.unwrap();
    assert!(matches!(submission.rows[0].cells["title"].content, Content::Unreadable(_)));
    assert_eq!(column(&submission, "title")[1], "Льняная ярмарка");
}

#[test]
fn what_is_sent_instead_is_called_by_its_name() {
    let signature = b"\x30\x82\x05\x10\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02";
    let page = b"MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related\r\n\r\n";
    for (bytes, name) in [
        (&signature[..], "электронной подписи"),
        (page, "MHT"),
        (b"[InternetShortcut]\r\nURL=https://example.org\r\n", "ссылка"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "снимок"),
    ] {
        let reading = reading_of(bytes.to_vec(), "отчёт.xlsx");
        assert!(finding(&reading.findings, "F07").message(crate::words::Language::Ru).contains(name), "{name}");
    }
    for empty in [&b"  \r\n "[..], &[0; 64]] {
        assert_eq!(codes(&reading_of(empty.to_vec(), "отчёт.xlsx").findings), ["F04"]);
    }
}
