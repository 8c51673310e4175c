//! What makes the register sheet one that may be edited and dropped back: ids and keys, lists, and a copy of what was
//! written.
//!
//! In: the register's columns and events. Out: a hidden row of ids, checks of what is typed, and two very hidden sheets:
//! the lists of the drop-downs, and every cell as svod wrote it, of which the workbook's mark has a digest. The sheet is not
//! protected: a protected one cannot be sorted. How edits are read back is not known here, only what they are compared with.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Formula, Workbook, Worksheet, XlsxError};

use super::book::Book;
use super::grid::{Cell, Looks};
use super::page;
use super::register::{self, Content, RegisterColumn};
use crate::flow::Event;
use crate::form::{Field, FieldType};
use crate::layout::Unit;
use crate::layout::editable::{
    FIELDS_ID, HOLDS_GIVEN, HOLDS_HEADINGS, HOLDS_ID, HOLDS_WRITTEN, LISTS_SHEET, ROW_ID, UNIT_OF_COPY, WRITTEN_SHEET,
    row_key,
};
use crate::record::{CellRef, column_letters};
use crate::style;

/// The hidden row of ids, between the explanation and the headings.
const ID_ROW: u32 = page::FIRST_ROW - 1;

/// Makes the register sheet ready for edits.
pub(super) fn prepare(sheet: &mut Worksheet, book: &Book) -> Result<(), XlsxError> {
    let first = page::FIRST_ROW + 1;
    let last = page::FIRST_ROW + u32::try_from(book.data.events.len()).unwrap_or(u32::MAX - first);
    let lists = lists(book);
    for (col, column) in (0..).zip(register::columns(book)) {
        style::text(sheet, ID_ROW, col, &column.id, &style::code())?;
        let validation = match column.content {
            Content::Field(field) => choice(book, field, &lists)?,
            Content::Calculated => Some(refusal(book)?),
            Content::Key => {
                sheet.set_column_hidden(col)?;
                None
            }
        };
        if let Some(validation) = validation {
            sheet.add_data_validation(first, col, last, col, &validation)?;
        }
    }
    sheet.set_row_hidden(ID_ROW).map(drop)
}

/// Nothing may be typed into what svod works out.
fn refusal(book: &Book) -> Result<DataValidation, XlsxError> {
    DataValidation::new()
        .allow_custom(Formula::new("=FALSE"))
        .set_error_title(book.say("not-editable"))?
        .set_error_message(book.say("not-editable-hint"))
        .map(|validation| validation.set_error_style(DataValidationErrorStyle::Stop))
}

/// The drop-down of a field that takes its values from a list.
fn choice(book: &Book, field: &Field, lists: &[List]) -> Result<Option<DataValidation>, XlsxError> {
    let validation = if let Some(list) = lists.iter().find(|list| list.field == field.key.as_str()) {
        DataValidation::new().allow_list_formula(Formula::new(format!("={}", list.range)))
    } else if field.kind == FieldType::Boolean {
        DataValidation::new().allow_list_strings(&[book.say("yes"), book.say("no")])?
    } else {
        return Ok(None);
    };
    validation
        .set_error_title(field.label.get(book.language).chars().take(32).collect::<String>())?
        .set_error_message(book.say("choose-from-list"))
        .map(|validation| Some(validation.set_error_style(DataValidationErrorStyle::Warning)))
}

/// The values that a field may have, and where they stand.
struct List<'a> {
    field: &'a str,
    column: u16,
    labels: Vec<&'a str>,
    range: String,
}

fn lists<'a>(book: &'a Book) -> Vec<List<'a>> {
    let fields = book.form.table.fields.iter();
    let labelled = fields.filter_map(|field| {
        let entries = &book.form.dictionary_of(field)?.entries;
        let labels: Vec<&str> = entries.iter().map(|entry| entry.label.get(book.language)).collect();
        (!labels.is_empty()).then_some((field.key.as_str(), labels))
    });
    (0..)
        .zip(labelled)
        .map(|(column, (field, labels))| {
            let last = u32::try_from(labels.len()).unwrap_or(1) - 1;
            let range = style::range(LISTS_SHEET, CellRef::new(0, column), CellRef::new(last, column));
            List { field, column, labels, range }
        })
        .collect()
}

/// Adds the very hidden sheets; gives the digest of the one that keeps what was written.
pub(super) fn write(file: &mut Workbook, book: &Book) -> Result<Option<String>, XlsxError> {
    if book.data.events.is_empty() {
        return Ok(None);
    }
    let sheet = file.add_worksheet().set_name(LISTS_SHEET)?;
    for list in lists(book) {
        for (row, label) in (0..).zip(&list.labels) {
            style::text(sheet, row, list.column, label, &style::code())?;
        }
    }
    sheet.protect().set_very_hidden(true);
    written(file.add_worksheet().set_name(WRITTEN_SHEET)?, book).map(Some)
}

/// What each row of the sheet of written cells begins with.
const LEADING: [&str; 3] = [HOLDS_ID, ROW_ID, FIELDS_ID];

/// The headings, every cell as it was written, and the institutions' values where the coordinator's stand.
fn written(sheet: &mut Worksheet, book: &Book) -> Result<String, XlsxError> {
    let columns: Vec<RegisterColumn> = register::columns(book);
    let own = columns.iter().filter(|column| column.content != Content::Key).map(|column| column.id.as_str());
    let text = |words: &str| Cell::Text(words.to_owned());
    let begins = |holds: &str, lead: Cell, fields: &str| [text(holds), lead, text(fields)];
    let mut copy = Copy { sheet, looks: Looks::new(), next: 0, unit: Unit::new(UNIT_OF_COPY) };
    copy.row(LEADING.into_iter().chain(own).map(text))?;
    let headings = register::headings(&columns).into_iter().map(Cell::Text);
    copy.row(begins(HOLDS_HEADINGS, Cell::Blank, "").into_iter().chain(headings))?;
    for event in &book.data.events {
        let Some(lead) = event.rows.first() else { continue };
        let lead = Cell::Text(row_key(&lead.id));
        let cells = register::bare_row(book, event);
        copy.row(begins(HOLDS_WRITTEN, lead.clone(), "").into_iter().chain(cells))?;
        let corrected = corrected(event);
        if !corrected.is_empty() {
            let cells = given(book, &columns, event);
            copy.row(begins(HOLDS_GIVEN, lead, &corrected.join(" ")).into_iter().chain(cells))?;
        }
    }
    let digest = copy.unit.digest();
    sheet.protect().set_very_hidden(true);
    Ok(digest)
}

/// The sheet of written cells with the digest of what stands in it.
struct Copy<'a> {
    sheet: &'a mut Worksheet,
    looks: Looks,
    next: u32,
    unit: Unit,
}

impl Copy<'_> {
    fn row(&mut self, cells: impl Iterator<Item = Cell>) -> Result<(), XlsxError> {
        self.unit.line();
        for (col, cell) in (0..).zip(cells).filter(|(_, cell)| *cell != Cell::Blank) {
            self.looks.put(self.sheet, self.next, col, &cell, false)?;
            cell.digest(&mut self.unit, &column_letters(col));
        }
        self.next += 1;
        Ok(())
    }
}

/// Keys of the fields in which the coordinator's value stands.
fn corrected(event: &Event) -> Vec<&str> {
    let fields = event.fields.iter().chain(&event.cleared);
    fields.filter(|(_, field)| field.correction.is_some()).map(|(key, _)| key.as_str()).collect()
}

/// What the institutions say where the coordinator's value stands; nothing in the other columns.
fn given(book: &Book, columns: &[RegisterColumn], event: &Event) -> Vec<Cell> {
    let value = |column: &RegisterColumn| {
        let Content::Field(field) = column.content else { return Cell::Blank };
        let merged = event.fields.get(&field.key).or_else(|| event.cleared.get(&field.key));
        let given = merged.and_then(|merged| merged.correction.as_ref()).and_then(|it| it.given.as_ref());
        register::cell(book, field, given)
    };
    columns.iter().map(value).collect()
}
