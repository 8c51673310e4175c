//! A table that an institution returns, in each of the formats: every row that was written is read.
//!
//! The first byte chooses the format. Rows stand between [`BETWEEN`], the texts of a row between line ends.

use svod::flow::Content;
use svod::phrase::text;

use crate::packages::{self, BETWEEN};
use crate::{judge, samples};

/// Headings of the columns that are written.
const HEADINGS: [&str; 4] = ["Наименование мероприятия", "Место проведения", "Даты словами", "Участники"];
/// Stands in every row, which is therefore no heading of a section.
const DAYS: &str = "5 марта 2024 года";

type Row = [String; 4];

pub(crate) fn rows(bytes: &[u8]) {
    let Some((format, rest)) = bytes.split_first() else { return };
    let format = format % 6;
    let rows: Vec<Row> = rest
        .split(|byte| *byte == BETWEEN)
        .take(40)
        .enumerate()
        .map(|(number, row)| written(number, row, format))
        .collect();
    let reading = judge::reading(&file(&rows, format));
    let Some(submission) = &reading.submission else { panic!("format {format}: no table: {:?}", reading.findings) };
    let read: Vec<Row> = submission
        .rows
        .iter()
        .map(|row| {
            ["title", "place", "dates_text", "participants"]
                .map(|key| row.cells.get(key).map_or_else(String::new, |cell| said(&cell.content)))
        })
        .collect();
    let bare = |rows: &[Row]| rows.iter().map(|row| row.each_ref().map(|cell| bare(cell))).collect::<Vec<_>>();
    assert_eq!(bare(&read), bare(&rows), "format {format}: what was read is not what was written");
}

/// The texts of a row: a title that cannot be taken for a heading, and whatever was made up.
fn written(number: usize, row: &[u8], format: u8) -> Row {
    let row = String::from_utf8_lossy(row);
    let mut texts = row.splitn(3, '\n').map(|text| fit(text, format));
    let mut next = || texts.next().unwrap_or_default();
    let title = format!("Вечер {number}: {}", next());
    [title, next(), DAYS.to_owned(), next()]
}

/// Characters that a file of any format may hold, but for the one that says that a byte was lost. Of separators, text with separators gets its own one only: which one
/// it is must be found out.
fn fit(text: &str, format: u8) -> String {
    let separator = |c: char| format == 0 && matches!(c, '\t' | '|' | ',');
    text.chars().filter(|c| !c.is_control() && !separator(*c) && !matches!(c, '\u{FFFD}'..='\u{FFFF}')).collect()
}

fn said(content: &Content) -> String {
    match content {
        Content::Text(text) => text.to_string(),
        Content::Number(number) => number.to_string(),
        other => format!("{other:?}"),
    }
}

/// A text without what programs change at will: white space and invisible characters.
fn bare(cell: &str) -> String {
    text::clean(cell).split_whitespace().collect()
}

fn file(rows: &[Row], format: u8) -> Vec<u8> {
    let heading = HEADINGS.map(str::to_owned);
    let all: Vec<&Row> = std::iter::once(&heading).chain(rows).collect();
    match format {
        0 => samples::delimited(&all).into_bytes(),
        1 => samples::page(&all).into_bytes(),
        2 => samples::spreadsheet_2003(&all).into_bytes(),
        3 => packages::docx(samples::word(&all).as_bytes()),
        4 => packages::ods(samples::open_document(&all).as_bytes()),
        _ => packages::xlsx(samples::sheet(&all).as_bytes()),
    }
}
