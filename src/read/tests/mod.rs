//! Workbooks made here, each with one of the oddities that come back, and what is read from them.

mod answers;
mod formats;
mod identities;
mod layouts;
mod quirks;
mod refusals;
mod registers;
mod values;

use std::sync::Arc;

use jiff::civil::date;
use rust_xlsxwriter::{Workbook, Worksheet};

use super::{Context, read};
use crate::finding::Finding;
use crate::flow::{Content, Parcel, ParcelCard, RawRow, Reading, Submission};
use crate::form::Form;
use crate::layout::Passport;
use crate::record::{ParcelId, Period};
use crate::register::{Institution, Register};

const FORM: &str = r#"
[form]
id = "fairs"
version = 2
title = { ru = "Ярмарки", en = "Fairs" }
languages = ["ru", "en"]
frequency = "quarter"
rows = "{ $n }"
[sheets]
title = { ru = "Титул", en = "Cover" }
table = { ru = "Ярмарки", en = "Fairs" }
dictionaries = { ru = "Справочники", en = "Lists" }
guide = { ru = "Как заполнять", en = "Guide" }
[[header]]
key = "institution"
role = "institution"
label = { ru = "Учреждение", en = "Institution" }
[[header]]
key = "period"
role = "period"
label = { ru = "Отчётный период", en = "Period" }
synonyms = ["Период"]
[[header]]
key = "receptions"
type = "integer"
role = "counter"
label = { ru = "Число приёмов", en = "Receptions" }
[table]
rows = 50
[[table.fields]]
key = "section"
role = "section"
label = { ru = "Раздел", en = "Section" }
dictionary = "sections"
constraints = { required = true }
[[table.fields]]
key = "title"
role = "title"
label = { ru = "Название", en = "Title" }
synonyms = ["Наименование мероприятия"]
constraints = { required = true }
[[table.fields]]
key = "place"
role = "place"
label = { ru = "Место проведения", en = "Place" }
constraints = { required = true }
[[table.fields]]
key = "start"
type = "date"
role = "start"
label = { ru = "Начало", en = "Start" }
[[table.fields]]
key = "end"
type = "date"
role = "end"
label = { ru = "Окончание", en = "End" }
[[table.fields]]
key = "total"
type = "integer"
role = "total"
label = { ru = "Всего людей", en = "Total" }
[dictionaries.sections]
entries = [
  { key = "crafts", label = { ru = "Ремёсла", en = "Crafts" }, aliases = ["Народные промыслы"] },
  { key = "food", label = { ru = "Продукты", en = "Food" } },
]
[report]
title = ["Ярмарки"]
sheet = "Свод"
workbook-name = "Свод"
document-name = "Отчёт"
columns = [{ heading = "№", width = 10, content = "number" }]
"#;

/// Labels of the table, in the form's order.
const LABELS: [&str; 6] = ["Раздел", "Название", "Место проведения", "Начало", "Окончание", "Всего людей"];
const KEYS: [&str; 6] = ["section", "title", "place", "start", "end", "total"];

fn form() -> Form {
    toml::from_str(FORM).unwrap()
}

fn the_register() -> Register {
    Register {
        institutions: vec![
            Institution::called_so("museum", "ГБУК «Озёрский музей льна»", "Музей льна"),
            Institution::called_so("theatre", "Озёрский театр кукол", "Театр кукол"),
        ],
    }
}

fn quarter() -> Period {
    "2024-Q1".parse().unwrap()
}

fn parcel(bytes: Vec<u8>, name: &str) -> Parcel {
    let card = ParcelCard {
        id: ParcelId("00112233aabbccdd".into()),
        name: name.into(),
        stored: String::new(),
        size: bytes.len() as u64,
        received: date(2024, 4, 3).at(10, 0, 0, 0),
        arrival: 1,
        within: None,
    };
    Parcel { card: Arc::new(card), bytes: bytes.into() }
}

fn reading_of(bytes: Vec<u8>, name: &str) -> Reading {
    let (form, register) = (form(), the_register());
    read(&parcel(bytes, name), &Context::new(&form, &register, quarter()))
}

fn reading(mut book: Workbook) -> Reading {
    reading_of(book.save_to_buffer().unwrap(), "отчёт.xlsx")
}

/// A submission, and the codes of the findings in their order.
fn submitted(book: Workbook) -> (Submission, Vec<String>) {
    let reading = reading(book);
    let codes = codes(&reading.findings);
    (reading.submission.unwrap(), codes)
}

fn codes(findings: &[Finding]) -> Vec<String> {
    findings.iter().map(|finding| finding.kind.to_string()).collect()
}

fn finding<'a>(findings: &'a [Finding], code: &str) -> &'a Finding {
    findings.iter().find(|finding| finding.kind.code() == code).unwrap_or_else(|| panic!("no {code} in {findings:?}"))
}

fn text<'a>(row: &'a RawRow, key: &str) -> &'a str {
    match row.cells.get(key).map(|cell| &cell.content) {
        Some(Content::Text(text)) => text,
        _ => "",
    }
}

/// What stands in one field of every row.
fn column<'a>(submission: &'a Submission, key: &str) -> Vec<&'a str> {
    submission.rows.iter().map(|row| text(row, key)).collect()
}

/// A title sheet that says whose and for when, by labels.
fn cover(book: &mut Workbook) {
    let sheet = book.add_worksheet().set_name("Титул").unwrap();
    sheet.write(5, 1, "Учреждение").unwrap().write(5, 2, "Музей льна").unwrap();
    sheet.write(6, 1, "Отчётный период").unwrap().write(6, 2, "I квартал 2024 года").unwrap();
    sheet.write(7, 1, "Число приёмов").unwrap().write(7, 2, 3).unwrap();
}

/// Writes texts into a row from a column on; an empty text leaves its cell alone.
fn line(sheet: &mut Worksheet, row: u32, col: u16, texts: &[&str]) {
    for (col, text) in (col..).zip(texts) {
        if !text.is_empty() {
            sheet.write(row, col, *text).unwrap();
        }
    }
}

/// A table as svod issues it: keys hidden in row 3, labels in row 4, the running number before them.
fn issued(book: &mut Workbook) -> &mut Worksheet {
    let sheet = book.add_worksheet().set_name("Ярмарки").unwrap();
    sheet.write(0, 0, "Ярмарки за квартал").unwrap();
    line(sheet, 2, 1, &KEYS);
    sheet.set_row_hidden(2).unwrap();
    sheet.write(3, 0, "№").unwrap();
    line(sheet, 3, 1, &LABELS);
    sheet
}

/// Three entries under an issued heading.
fn three_entries(sheet: &mut Worksheet) {
    for (row, title) in (4..).zip(["Льняная ярмарка", "Медовый торг", "Гончарный ряд"])
    {
        sheet.write(row, 0, row - 3).unwrap();
        line(sheet, row, 1, &["Ремёсла", title, "г. Озёрск"]);
    }
}

fn passport(book: &mut Workbook, passport: &Passport) {
    write_passport(book, &passport.rows());
}

fn write_passport(book: &mut Workbook, rows: &[(&'static str, String)]) {
    let sheet = book.add_worksheet().set_name(Passport::SHEET).unwrap();
    for (row, (key, value)) in (0..).zip(rows) {
        sheet.write(row, 0, *key).unwrap().write(row, 1, value).unwrap();
    }
    sheet.set_very_hidden(true);
}

/// The usual workbook: cover, table, three entries.
fn usual() -> Workbook {
    let mut book = Workbook::new();
    cover(&mut book);
    three_entries(issued(&mut book));
    book
}
