//! Whether a workbook of svod's own still says what svod wrote, wherever that decides what is understood of it.
//!
//! In: a book, the digests of its mark. Out: the first place where it says something else. What a person fills in is not
//! looked at; rows that were taken out, columns that were moved, and rows in another order are no difference.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::answers::Columns;
use super::book::{Book, Sheet};
use super::{edits, row_answers};
use crate::flow::Content;
use crate::layout::answer_sheets::{ABOUT_ID, ANSWER_ID, REASON_ID, SHOWN_ID, UNIT_OF_HEADINGS, UNIT_OF_ROW};
use crate::layout::editable::{UNIT_OF_COPY, WRITTEN_SHEET};
use crate::layout::{Held, QuestionColumn, QuestionKey, Refers, UNIT_OF_QUESTION, Unit};
use crate::record::column_letters;

/// A row of a sheet, from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) sheet: Arc<str>,
    pub(super) row: u32,
}

/// The first row in which it says something else than svod wrote.
pub(super) fn altered(book: &Book, refers: &Refers) -> Option<Row> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for unit in &refers.units {
        *left.entry(unit).or_default() += 1;
    }
    let mut registers = 0;
    for sheet in &book.sheets {
        let here = |row| Some(Row { sheet: Arc::clone(&sheet.name), row });
        if &*sheet.name == WRITTEN_SHEET {
            if refers.copy.as_ref() != Some(&copy(sheet)) {
                return here(0);
            }
            continue;
        }
        registers += edits::rows_of_ids(sheet);
        if registers > 1 {
            return here(0);
        }
        for (row, digest) in units(sheet) {
            // Each may stand there once: what was copied is not svod's.
            match left.get_mut(digest.as_str()) {
                Some(count) if *count > 0 => *count -= 1,
                _ => return here(row),
            }
        }
    }
    None
}

/// The digests of everything on a sheet that has cells for an answer, with a row of each.
pub(super) fn units(sheet: &Sheet) -> Vec<(u32, String)> {
    questions(sheet).into_iter().chain(rows(sheet)).collect()
}

/// The digest of the copy of the register.
fn copy(sheet: &Sheet) -> String {
    let mut unit = Unit::new(UNIT_OF_COPY);
    for row in sheet.rows_from(0) {
        unit.line();
        for (col, cell) in sheet.row(row) {
            unit.cell(&column_letters(col), held(&cell.content));
        }
    }
    unit.digest()
}

/// The digests of the questions on a sheet, with the rows in which they end. What stands behind the last of them and has no
/// key belongs to none.
fn questions(sheet: &Sheet) -> Vec<(u32, String)> {
    let Some(columns) = Columns::find(sheet) else { return Vec::new() };
    let mut digests = Vec::new();
    let mut unit = Unit::new(UNIT_OF_QUESTION);
    let mut open = None;
    for row in sheet.rows_from(columns.first_row) {
        let key = QuestionKey::parse(&columns.said(sheet, row, QuestionColumn::Key));
        let filled_in = key.as_ref().map(QuestionKey::column);
        unit.line();
        for column in QuestionColumn::ALL.into_iter().filter(|column| Some(*column) != filled_in) {
            let at = columns.cell(row, column);
            if let Some(cell) = sheet.cell(at.row, at.col) {
                unit.cell(column.word(), held(&cell.content));
            }
        }
        match key {
            Some(QuestionKey::Note(_)) => {
                digests.push((row, std::mem::replace(&mut unit, Unit::new(UNIT_OF_QUESTION)).digest()));
                open = None;
            }
            Some(_) => open = Some(row),
            None => {}
        }
    }
    digests.extend(open.map(|row| (row, unit.digest())));
    digests
}

/// The digests of the headings and the rows of a sheet on which rows are answered.
fn rows(sheet: &Sheet) -> Vec<(u32, String)> {
    let Some((ids_row, ids)) = row_answers::ids(sheet) else { return Vec::new() };
    let is_ours = |id: &str| [ABOUT_ID, ANSWER_ID, REASON_ID].contains(&id) || id.starts_with(SHOWN_ID);
    let ids: Vec<(&str, u16)> = ids.iter().map(|(id, col)| (id.as_str(), *col)).filter(|(id, _)| is_ours(id)).collect();
    let digest = |kind: &str, row: u32, left_out: &[&str]| {
        let mut unit = Unit::new(kind);
        for (id, col) in ids.iter().filter(|(id, _)| !left_out.contains(id)) {
            if let Some(cell) = sheet.cell(row, *col) {
                unit.cell(id, held(&cell.content));
            }
        }
        (row, unit.digest())
    };
    let about = ids.iter().find(|(id, _)| *id == ABOUT_ID).map_or(0, |(_, col)| *col);
    let mut below = sheet.rows_from(ids_row + 1);
    let headings = below.next().map(|row| digest(UNIT_OF_HEADINGS, row, &[]));
    let rows = below.filter(|row| sheet.cell(*row, about).is_some());
    let rows = rows.map(|row| digest(UNIT_OF_ROW, row, &[ANSWER_ID, REASON_ID]));
    headings.into_iter().chain(rows).collect()
}

fn held(content: &Content) -> Held<'_> {
    match content {
        Content::Text(text) => Held::Text(text),
        Content::Number(number) => Held::Number(*number),
        Content::Boolean(yes) => Held::Truth(*yes),
        Content::DateTime(moment) => Held::Moment(*moment),
        Content::Error(text) | Content::Unreadable(text) => Held::Other(text),
        Content::NoValue => Held::Other(""),
    }
}
