//! Where the table stands, and what became of its heading.

use rust_xlsxwriter::{Format, Workbook};

use super::{LABELS, codes, column, cover, finding, issued, line, reading, submitted, text, three_entries, usual};
use crate::flow::Content;
use crate::record::CellRef;

const TITLES: [&str; 3] = ["Льняная ярмарка", "Медовый торг", "Гончарный ряд"];

#[test]
fn an_issued_workbook_is_read_without_a_finding() {
    let (submission, codes) = submitted(usual());
    assert_eq!(codes, Vec::<String>::new());
    assert_eq!(column(&submission, "title"), TITLES);
    assert_eq!(&*submission.sheet, "Ярмарки");
    let first = &submission.rows[0];
    assert_eq!(first.origin.cell.to_string(), "B5");
    assert_eq!(first.cells["title"].origin.cell.to_string(), "C5");
    assert_eq!(submission.header["receptions"].content, Content::Number(3.0));
    assert_eq!(submission.header["receptions"].origin.cell.to_string(), "C8");
    assert_eq!(submission.known.institution.as_deref(), Some("museum"));
    assert_eq!(submission.known.period, Some(super::quarter()));
}

#[test]
fn columns_are_known_by_their_keys_wherever_they_were_moved_and_whatever_they_are_called() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Лист1").unwrap();
    line(sheet, 6, 3, &["title", "place", "section"]);
    line(sheet, 7, 3, &["Как называлось", "Где", "Про что"]);
    sheet.set_row_hidden(6).unwrap();
    line(sheet, 8, 3, &["Льняная ярмарка", "г. Озёрск", "Ремёсла"]);
    let (submission, codes) = submitted(book);
    assert_eq!(codes, Vec::<String>::new());
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка"]);
    assert_eq!(column(&submission, "section"), ["Ремёсла"]);
}

#[test]
fn without_keys_labels_are_enough_on_any_sheet_row_and_column() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Отчёт (2)").unwrap();
    sheet.write(0, 0, "Сведения о ярмарках").unwrap();
    line(sheet, 5, 2, &["МЕСТО\u{A0}ПРОВЕДЕНИЯ *", "Нaзвaниe", "раздел:", "Начало\n(дд.мм.гггг)"]);
    line(sheet, 6, 2, &["г. Озёрск", "Льняная ярмарка", "Ремёсла", "05.03.2024"]);
    let (submission, codes) = submitted(book);
    assert_eq!(codes, ["L12"]);
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка"]);
    assert_eq!(column(&submission, "start"), ["05.03.2024"]);
}

#[test]
fn a_synonym_is_understood_and_noted() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    line(sheet, 0, 0, &["Раздел", "Наименование мероприятия", "Место проведения"]);
    line(sheet, 1, 0, &["Ремёсла", "Льняная ярмарка", "г. Озёрск"]);
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["L01"]);
    assert_eq!(reading.findings[0].place.cell_in_words(), "Ярмарки, B1");
    assert_eq!(column(&reading.submission.unwrap(), "title"), ["Льняная ярмарка"]);
}

#[test]
fn a_column_under_the_label_of_another_field_is_that_field() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    // The labels of title and place were exchanged; the hidden keys were not.
    line(sheet, 3, 2, &["Место проведения", "Название"]);
    line(sheet, 4, 1, &["Ремёсла", "г. Озёрск", "Льняная ярмарка"]);
    let (submission, codes) = submitted(book);
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка"]);
    assert_eq!(column(&submission, "place"), ["г. Озёрск"]);
    assert_eq!(codes, ["L01", "L01"]);
}

#[test]
fn a_heading_of_two_rows_is_one_heading() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    let plain = Format::new();
    for (col, label) in (0..).zip(["Раздел", "Название", "Место проведения"]) {
        sheet.merge_range(2, col, 3, col, label, &plain).unwrap();
    }
    sheet.merge_range(2, 3, 2, 4, "Сроки", &plain).unwrap();
    line(sheet, 3, 3, &["Начало", "Окончание"]);
    line(sheet, 4, 0, &["1", "2", "3", "4", "5"]);
    line(sheet, 5, 0, &["Ремёсла", "Льняная ярмарка", "г. Озёрск", "05.03.2024", "06.03.2024"]);
    let (submission, codes) = submitted(book);
    assert_eq!(codes, ["L12"]);
    assert_eq!(column(&submission, "end"), ["06.03.2024"]);
}

#[test]
fn a_missing_required_column_and_an_unknown_one_are_told() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    line(sheet, 0, 0, &["№ п/п", "Раздел", "Название", "Погода"]);
    line(sheet, 1, 0, &["1", "Ремёсла", "Льняная ярмарка", "ясно"]);
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["L03", "L02"]);
    let unknown = finding(&reading.findings, "L02");
    assert_eq!(unknown.place.cell, Some(CellRef::new(0, 3)));
    assert_eq!(reading.submission.unwrap().rows.len(), 1);
}

#[test]
fn of_two_columns_for_one_field_none_is_preferred_silently() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    line(sheet, 0, 0, &["Раздел", "Название", "Место проведения", "Название"]);
    line(sheet, 1, 0, &["Ремёсла", "Льняная ярмарка", "г. Озёрск", "Ярмарка льна"]);
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["L05"]);
    assert_eq!(reading.findings[0].place.cell_in_words(), "Ярмарки, D1");
}

#[test]
fn a_second_sheet_with_entries_is_not_counted_twice() {
    let mut book = usual();
    let copy = book.add_worksheet().set_name("Ярмарки старые").unwrap();
    line(copy, 0, 0, &LABELS);
    line(copy, 1, 0, &["Ремёсла", "Прошлогодняя", "г. Озёрск"]);
    copy.set_very_hidden(true);
    let (submission, codes) = submitted(book);
    assert_eq!(codes, ["L08"]);
    assert_eq!(column(&submission, "title"), TITLES);
}

#[test]
fn the_guides_worked_example_is_no_entry() {
    let mut book = Workbook::new();
    cover(&mut book);
    let guide = book.add_worksheet().set_name("Как заполнять").unwrap();
    line(guide, 0, 0, &LABELS);
    line(guide, 1, 0, &["Ремёсла", "Пример", "г. Озёрск"]);
    issued(&mut book);
    let (submission, codes) = submitted(book);
    assert_eq!(codes, Vec::<String>::new());
    assert!(submission.rows.is_empty());
}

#[test]
fn sections_totals_and_repeated_headings_are_not_entries() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    let labels = ["№", "Название", "Место проведения", "Всего людей"];
    line(sheet, 0, 0, &labels);
    line(sheet, 1, 0, &["1", "2", "3", "4"]);
    sheet.merge_range(2, 0, 2, 3, "I. Народные промыслы", &Format::new()).unwrap();
    line(sheet, 3, 1, &["Льняная ярмарка", "г. Озёрск", "20"]);
    sheet.write(4, 0, "Итого по разделу").unwrap().write(4, 3, 20).unwrap();
    line(sheet, 5, 0, &labels);
    line(sheet, 6, 0, &["Раздел 2. Продукты"]);
    line(sheet, 7, 1, &["Медовый торг", "г. Озёрск", "30"]);
    line(sheet, 8, 0, &["ВСЕГО:", "", "", "50"]);
    let (submission, codes) = submitted(book);
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка", "Медовый торг"]);
    assert_eq!(column(&submission, "section"), ["Народные промыслы", "Продукты"]);
    assert_eq!(submission.rows[0].cells["section"].origin.cell.to_string(), "A3");
    assert_eq!(codes, Vec::<String>::new());
}

#[test]
fn a_section_chosen_in_its_own_column_is_the_beginning_of_an_entry() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    line(sheet, 4, 1, &["Ремёсла"]);
    line(sheet, 5, 1, &["", "Льняная ярмарка", "г. Озёрск"]);
    let (submission, _) = submitted(book);
    assert_eq!(column(&submission, "section"), ["Ремёсла", ""]);
}

#[test]
fn hidden_rows_and_columns_are_taken_and_told() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    three_entries(sheet);
    sheet.set_row_hidden(5).unwrap();
    sheet.set_column_hidden(3).unwrap();
    let (submission, codes) = submitted(book);
    assert_eq!(codes, ["L04", "L04"]);
    assert_eq!(submission.rows.iter().map(|row| row.hidden).collect::<Vec<_>>(), [false, true, false]);
}

#[test]
fn a_value_merged_downwards_holds_for_every_row() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    for (row, title) in (4..).zip(TITLES) {
        line(sheet, row, 2, &[title, "г. Озёрск"]);
    }
    sheet.merge_range(4, 1, 6, 1, "Ремёсла", &Format::new()).unwrap();
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["L06"]);
    let submission = reading.submission.unwrap();
    assert_eq!(column(&submission, "section"), ["Ремёсла"; 3]);
    assert_eq!(submission.rows[2].cells["section"].origin.cell.to_string(), "B5", "the anchor's cell");
}

#[test]
fn a_merged_cell_over_empty_rows_makes_no_rows() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    line(sheet, 4, 2, &["Льняная ярмарка", "г. Озёрск"]);
    sheet.merge_range(4, 1, 9, 1, "Ремёсла", &Format::new()).unwrap();
    let (submission, _) = submitted(book);
    assert_eq!(submission.rows.len(), 1);
}

#[test]
fn rows_beyond_a_long_gap_are_taken_and_told() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    three_entries(sheet);
    line(sheet, 1007, 1, &["Ремёсла", "Забытая", "г. Озёрск"]);
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["L07"]);
    assert_eq!(reading.findings[0].place.cell_in_words(), "Ярмарки, B1008");
    assert_eq!(reading.submission.unwrap().rows.len(), 4);
}

#[test]
fn white_space_and_running_numbers_are_no_entries() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    for row in 4..54 {
        sheet.write_formula(row, 0, "=ROW()-4").unwrap();
    }
    line(sheet, 4, 1, &["Ремёсла", "Льняная ярмарка", "г. Озёрск"]);
    line(sheet, 5, 1, &[" ", "\u{A0}\n", "\u{200B}"]);
    let (submission, codes) = submitted(book);
    assert_eq!(codes, Vec::<String>::new());
    assert_eq!(submission.rows.len(), 1);
    assert_eq!(text(&submission.rows[0], "title"), "Льняная ярмарка");
}

#[test]
fn a_title_that_begins_with_a_total_is_an_entry() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    line(sheet, 4, 1, &["Ремёсла", "Всего понемногу", "г. Озёрск"]);
    assert_eq!(submitted(book).0.rows.len(), 1);
}

#[test]
fn a_misspelt_heading_is_understood_and_noted() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    line(sheet, 0, 0, &["Раздел", "Назване", "Место проведнеия", "Всего людей"]);
    line(sheet, 1, 0, &["Ремёсла", "Льняная ярмарка", "г. Озёрск", "20"]);
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["L01", "L01", "L12"]);
    assert_eq!(reading.findings[0].place.cell_in_words(), "Ярмарки, B1");
    let submission = reading.submission.unwrap();
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка"]);
    assert_eq!(column(&submission, "place"), ["г. Озёрск"]);
}

#[test]
fn two_headings_that_come_near_to_one_field_are_asked_about() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    line(sheet, 0, 0, &["Раздел", "Место проведения", "Назване", "Навзание"]);
    line(sheet, 1, 0, &["Ремёсла", "г. Озёрск", "Льняная ярмарка", "Ярмарка льна"]);
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["L03", "L11", "L11"]);
    assert_eq!(column(&reading.submission.unwrap(), "title"), [""]);
}

#[test]
fn a_section_that_the_form_does_not_know_is_no_entry_but_is_kept() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    line(sheet, 0, 0, &["Название", "Место проведения", "Всего людей"]);
    sheet.merge_range(1, 0, 1, 2, "Прочие радости", &Format::new()).unwrap();
    line(sheet, 2, 0, &["Льняная ярмарка", "г. Озёрск", "20"]);
    line(sheet, 3, 0, &["Раздел II. Внебюджет"]);
    line(sheet, 4, 0, &["Медовый торг", "г. Озёрск", "30"]);
    let (submission, _) = submitted(book);
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка", "Медовый торг"]);
    assert_eq!(column(&submission, "section"), ["Прочие радости", "Раздел II. Внебюджет"]);
}

#[test]
fn a_line_across_the_table_that_heads_nothing_is_not_lost() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    line(sheet, 0, 0, &["Название", "Место проведения", "Раздел"]);
    line(sheet, 1, 0, &["Льняная ярмарка", "г. Озёрск", "Ремёсла"]);
    sheet.merge_range(2, 0, 2, 2, "Медовый торг перенесён на осень", &Format::new()).unwrap();
    let (submission, _) = submitted(book);
    assert_eq!(submission.rows.len(), 2);
}

#[test]
fn a_label_spread_over_two_rows_is_one_label() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    for top in [2, 5] {
        line(sheet, top, 3, &["", "", "Место", "Всего"]);
        line(sheet, top + 1, 3, &["Раздел", "Название", "проведения", "людей"]);
    }
    line(sheet, 4, 3, &["Ремёсла", "Льняная ярмарка", "г. Озёрск", "20"]);
    line(sheet, 7, 3, &["Ремёсла", "Медовый торг", "г. Озёрск", "30"]);
    let (submission, codes) = submitted(book);
    assert_eq!(codes, ["L12"]);
    assert_eq!(column(&submission, "title"), ["Льняная ярмарка", "Медовый торг"]);
    assert_eq!(column(&submission, "place"), ["г. Озёрск"; 2]);
}

#[test]
fn values_beside_the_table_with_no_heading_over_them_are_told() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    three_entries(sheet);
    sheet.write(5, 9, "перенесено на апрель").unwrap();
    let (_, codes) = submitted(book);
    assert_eq!(codes, ["L02"]);
}
