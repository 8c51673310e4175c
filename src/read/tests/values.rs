//! What cells hold.

use jiff::civil::date;
use rust_xlsxwriter::{Format, Formula, Workbook};

use super::{codes, cover, finding, issued, line, reading, submitted};
use crate::flow::Content;

#[test]
fn days_numbers_and_yes_or_no_keep_their_kind() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    line(sheet, 4, 1, &["Ремёсла", "Льняная ярмарка", "г. Озёрск", "", "5 марта"]);
    sheet.write_with_format(4, 4, 45_356, &Format::new().set_num_format("dd.mm.yyyy")).unwrap();
    sheet.write(4, 6, 120).unwrap();
    let (submission, _) = submitted(book);
    let cells = &submission.rows[0].cells;
    assert_eq!(cells["start"].content, Content::DateTime(date(2024, 3, 5).at(0, 0, 0, 0)));
    assert_eq!(cells["end"].content, Content::Text("5 марта".into()));
    assert_eq!(cells["total"].content, Content::Number(120.0));
}

#[test]
fn a_formula_where_text_belongs_is_taken_and_told() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    line(sheet, 4, 1, &["Ремёсла", "", "г. Озёрск"]);
    sheet.write_formula(4, 2, Formula::new("=A1").set_result("Льняная ярмарка")).unwrap();
    sheet.write_formula(4, 6, Formula::new("=10+20").set_result("30")).unwrap();
    let reading = reading(book);
    assert_eq!(codes(&reading.findings), ["V07"]);
    assert_eq!(finding(&reading.findings, "V07").place.cell_in_words(), "Ярмарки, C5");
    let cells = &reading.submission.unwrap().rows[0].cells;
    assert_eq!(cells["title"].content, Content::Text("Льняная ярмарка".into()));
    assert_eq!(cells["total"].content, Content::Number(30.0));
}

#[test]
fn error_values_are_kept_as_such() {
    let mut book = Workbook::new();
    cover(&mut book);
    let sheet = issued(&mut book);
    line(sheet, 4, 1, &["Ремёсла", "Льняная ярмарка"]);
    sheet.write_formula(4, 3, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    let (submission, _) = submitted(book);
    assert!(matches!(&submission.rows[0].cells["place"].content, Content::Error(_) | Content::Text(_)));
}
