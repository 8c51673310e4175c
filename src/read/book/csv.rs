//! Text with separators: CSV, TSV and their kin, under whatever extension they come.
//!
//! In: bytes. Out: a book of one sheet; every line of the table is a row. Encoding and separator are found out from the
//! text itself. It refuses text in which no separator makes columns.

use std::collections::BTreeMap;

use ::csv::{Reader, ReaderBuilder, StringRecord};

use super::encoding::{decode, guessed};
use super::grid::content;
use super::open::{Budget, Unreadable};
use super::xlsx::within_sheet;
use super::{Book, Cell, Shape, Sheet, note_stray};
use crate::flow::Content;

/// Separators, the likelier first: of two that fit equally, the earlier is taken.
const SEPARATORS: [u8; 4] = [b';', b'\t', b'|', b','];

/// So many records are looked at to find out the separator.
const RECORDS_SEEN: usize = 60;

/// Reads a text with separators.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Book, Unreadable> {
    let text = with_plain_line_ends(&decode(bytes, None));
    let (separator, text) = announced(&text);
    let separator = separator.or_else(|| self::separator(text)).ok_or(Unreadable::Damaged)?;
    budget.sheet()?;
    let mut sheet = Sheet {
        name: "CSV".into(),
        visible: true,
        cells: BTreeMap::new(),
        shape: Shape::default(),
        broken: false,
        stray: Vec::new(),
    };
    let mut reader = records(text, separator);
    let mut record = StringRecord::new();
    let (mut row, mut lines) = (0_u32, 1);
    // Nothing but text that is no UTF-8 is an error of a flexible reader, and this text is.
    while reader.read_record(&mut record).is_ok_and(|more| more) {
        // Lines that hold nothing are passed over by the reader, but a person counts them.
        let inside: u64 = record.iter().map(line_ends).sum();
        let empty = (reader.position().line() - lines).saturating_sub(inside + 1);
        lines = reader.position().line();
        row = row.saturating_add(u32::try_from(empty).unwrap_or(u32::MAX));
        for (col, field) in (0_u32..).zip(record.iter()) {
            let content = if is_swallowed(field, separator) {
                Some(Content::Unreadable(field.trim().to_owned()))
            } else {
                content(field)
            };
            let Some(content) = content else { continue };
            let Some(at) = within_sheet((row, col)) else {
                note_stray(&mut sheet.stray, (row, col));
                continue;
            };
            budget.cell()?;
            sheet.cells.insert(at, Cell { content, formula: false });
        }
        row = row.saturating_add(1);
    }
    Ok(Book { sheets: vec![sheet], guessed: guessed(bytes, None), ..Book::default() })
}

/// Whether a field holds whole lines of the table: a quotation mark was opened in it and never closed.
fn is_swallowed(field: &str, separator: u8) -> bool {
    field.contains('\n') && field.bytes().filter(|byte| *byte == separator).count() > 2
}

/// Whether a text is a table with a separator.
pub(in crate::read) fn is_table(text: &str) -> bool {
    let (announced, text) = announced(text);
    announced.is_some() || separator(text).is_some()
}

/// The first line `sep=;`, which Excel understands, and the text behind it.
fn announced(text: &str) -> (Option<u8>, &str) {
    let rest = text.strip_prefix("sep=").or_else(|| text.strip_prefix("SEP="));
    let named = rest.and_then(|rest| {
        let (first, rest) = (rest.chars().next()?, rest.get(1..)?);
        let separator = u8::try_from(first).ok().filter(|byte| SEPARATORS.contains(byte))?;
        rest.starts_with(['\r', '\n']).then(|| (Some(separator), rest.trim_start_matches(['\r', '\n'])))
    });
    named.unwrap_or((None, text))
}

/// The separator that gives the most records of one width. Commas stand in sentences, so they must make more columns.
fn separator(text: &str) -> Option<u8> {
    let mut best: Option<(usize, u8)> = None;
    for separator in SEPARATORS {
        let widths: Vec<usize> =
            records(text, separator).into_records().take(RECORDS_SEEN).flatten().map(|record| record.len()).collect();
        let least = if separator == b',' { 3 } else { 2 };
        let fitting = widths
            .iter()
            .filter(|width| **width >= least)
            .map(|width| (widths.iter().filter(|other| *other == width).count(), *width))
            .max();
        let Some((agreeing, width)) = fitting else { continue };
        if agreeing >= 2 && agreeing * 5 >= widths.len() * 2 {
            let score = agreeing * width;
            if best.is_none_or(|(other, _)| score > other) {
                best = Some((score, separator));
            }
        }
    }
    best.map(|(_, separator)| separator)
}

fn records(text: &str, separator: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(text.as_bytes())
}

/// Every line ends with a line feed, the last one too.
fn with_plain_line_ends(text: &str) -> String {
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

fn line_ends(field: &str) -> u64 {
    field.bytes().map(|byte| u64::from(byte == b'\n')).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Limits;

    fn said(text: &[u8]) -> Vec<(String, String)> {
        let book = read(text, &mut Budget::new(&Limits::default())).unwrap();
        let sheet = &book.sheets[0];
        sheet.cells.keys().map(|at| (at.to_string(), sheet.said(at.row, at.col))).collect()
    }

    #[test]
    fn the_separator_is_found_out() {
        for separator in [";", "\t", "|", ","] {
            let text = ["№", "Название", "Место"].join(separator) + "\r\n" + &["1", "Вечер", "Озёрск"].join(separator);
            let said = said(text.as_bytes());
            assert_eq!(said[4], ("B2".to_owned(), "Вечер".to_owned()), "{separator:?}");
        }
    }

    #[test]
    fn a_quoted_field_may_hold_separators_quotes_and_line_ends() {
        let said = said("a;b;c\n1;\"Вечер «Струны»;\nс \"\"гостями\"\"\";x\n\n2;y;z\n".as_bytes());
        assert_eq!(said[4], ("B2".to_owned(), "Вечер «Струны»;\nс \"гостями\"".to_owned()));
        assert_eq!(said[6].0, "A4", "an empty line is a row that a person counts");
    }

    #[test]
    fn what_excel_is_told_of_the_separator_is_no_row() {
        assert_eq!(said(b"sep=|\r\na;b|c\r\n")[0], ("A1".to_owned(), "a;b".to_owned()));
    }

    #[test]
    fn a_line_beyond_the_last_row_is_told() {
        let text = format!("a;b\n{}c;d\n", "\n".repeat(1_048_575));
        let book = read(text.as_bytes(), &mut Budget::new(&Limits::default())).unwrap();
        assert_eq!(book.sheets[0].stray, ["R1048577C1", "R1048577C2"]);
    }

    #[test]
    fn sentences_are_no_table() {
        let letter = "Уважаемые коллеги, направляем отчёт.\nМероприятий, к сожалению, не было.\nС уважением, музей.\n";
        assert!(!is_table(letter));
        assert!(!is_table("Мероприятия не проводились"));
        assert!(is_table("Отчёт музея\n\n№;Название;Место\n1;Вечер;Озёрск\n"));
    }
}
