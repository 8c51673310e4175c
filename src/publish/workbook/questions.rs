//! What a person must decide: two rows side by side, what differs in colour, why it is asked, and cells for the answer.
//!
//! In: the questions. Out: a protected sheet in which the decision and the note may be written. Beside each decision stand,
//! in hidden columns, the cells of both rows and the field, so that the answer can be read back wherever it was moved to.

use rust_xlsxwriter::{
    ConditionalFormatBlank, DataValidation, DataValidationErrorStyle, Format, ProtectionOptions, Worksheet, XlsxError,
};

use super::super::Error;
use super::book::Book;
use super::names::SheetKind;
use super::page::{self, merged};
use crate::flow::{Question, QuestionKind, SourceRow};
use crate::layout::editable::row_key;
use crate::style;
use crate::words::Args;

const WIDTHS: [f64; 3] = [28.0, 70.0, 70.0];
const LEFT: u16 = 1;
const RIGHT: u16 = 2;
/// First of the hidden columns: a mark, the number of the question, the left row, the right row, the field.
const KEYS: u16 = 3;
/// Stands in the first hidden column of a row that holds a decision.
const MARK: &str = "svod-question";

pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<(), Error> {
    for (col, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(col, width)?;
    }
    let questions = &book.data.questions;
    let lead = book.say(if questions.is_empty() { "no-questions" } else { "lead-questions" });
    page::head(sheet, book.names.of(SheetKind::Questions), &lead, 0..3, WIDTHS.iter().sum())?;
    page::set_up(sheet, book, None, style::MISSING_INK)?;
    if questions.is_empty() {
        return Ok(());
    }
    let mut row = page::FIRST_ROW;
    for question in questions {
        row = block(sheet, book, question, row)? + 1;
    }
    for col in KEYS..KEYS + 5 {
        sheet.set_column_hidden(col)?;
    }
    sheet.set_freeze_panes(page::FIRST_ROW - 1, 1)?;
    let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&options);
    Ok(())
}

/// Writes one question and returns the row after it.
fn block(sheet: &mut Worksheet, book: &Book, question: &Question, mut row: u32) -> Result<u32, XlsxError> {
    headline(sheet, book, question, row)?;
    row += 1;
    why(sheet, book, question, row)?;
    row += 1;
    style::text(sheet, row, 0, &book.say("field"), &style::header_cell())?;
    style::text(sheet, row + 1, 0, &book.say("row"), &faint())?;
    side(sheet, book, row, LEFT, &question.left)?;
    side(sheet, book, row, RIGHT, &question.right)?;
    row += 2;
    row = fields(sheet, book, question, row)?;
    decision(sheet, book, question, row)?;
    Ok(row + 2)
}

fn headline(sheet: &mut Worksheet, book: &Book, question: &Question, row: u32) -> Result<(), XlsxError> {
    let field = question.conflict.as_ref().map(|conflict| book.label(&conflict.field)).unwrap_or_default();
    let events: Vec<String> = question.events.iter().map(u32::to_string).collect();
    let args = Args::new()
        .with("number", question.number)
        .with("of", book.data.questions.len())
        .with("field", field)
        .with("n", events.len())
        .with("events", events.join(", "));
    let id = match question.kind {
        QuestionKind::SameEvent => "question-same",
        QuestionKind::Conflict => "question-conflict",
    };
    let words = book.say_with(id, &args);
    merged(sheet, (row, 0), (row, RIGHT), &words, &style::section().set_font_size(11))?;
    sheet.set_row_height(row, 22).map(drop)
}

/// The reasons in words; the likeness of the titles is one of them.
fn why(sheet: &mut Worksheet, book: &Book, question: &Question, row: u32) -> Result<(), XlsxError> {
    let reasons: Vec<String> = question.reasons.iter().map(|reason| reason.text(book.language)).collect();
    let words = reasons.join("; ");
    style::text(sheet, row, 0, &book.say("why-asked"), &faint())?;
    merged(sheet, (row, LEFT), (row, RIGHT), &words, &style::body())?;
    sheet.set_row_height(row, style::row_height([(words.as_str(), WIDTHS[1] + WIDTHS[2])]).max(18.0)).map(drop)
}

fn faint() -> Format {
    style::body().set_font_color(style::MUTED)
}

/// Whose row it is, and under it the link to the row.
fn side(sheet: &mut Worksheet, book: &Book, row: u32, col: u16, source: &SourceRow) -> Result<(), XlsxError> {
    let institution = source.institution.as_deref().map(|code| book.institution(code));
    let institution = institution.unwrap_or_else(|| book.say("institution-unknown"));
    style::text(sheet, row, col, &institution, &style::header_cell())?;
    sheet.set_row_height(row, 21)?;
    sheet.set_row_height(row + 1, 16)?;
    let words = format!("{}: {}, {}", source.file, source.id.sheet, source.id.cell);
    match book.link(&source.id) {
        Some(url) => page::link(sheet, row + 1, col, &words, &url, &style::body()),
        None => style::text(sheet, row + 1, col, &words, &style::body()),
    }
}

/// The values of both rows; what contradicts is marked. For a conflict, only its field is.
fn fields(sheet: &mut Worksheet, book: &Book, question: &Question, mut row: u32) -> Result<u32, XlsxError> {
    for field in &book.form.table.fields {
        let left = question.left_values.get(&field.key).map_or("", String::as_str);
        let right = question.right_values.get(&field.key).map_or("", String::as_str);
        if left.is_empty() && right.is_empty() {
            continue;
        }
        let asked = question.conflict.as_ref().is_none_or(|conflict| conflict.field == field.key);
        let contradicts = left != right && !left.is_empty() && !right.is_empty();
        let format = if contradicts && asked { style::warning() } else { style::body() };
        style::text(sheet, row, 0, field.label.get(book.language), &faint())?;
        let (left, right) = (book.reads_text(field, left), book.reads_text(field, right));
        style::text(sheet, row, LEFT, &left, &format)?;
        style::text(sheet, row, RIGHT, &right, &format)?;
        sheet.set_row_height(row, style::row_height([(left.as_str(), WIDTHS[1]), (right.as_str(), WIDTHS[2])]))?;
        row += 1;
    }
    Ok(row)
}

/// The cells for the decision and the note, and the hidden keys.
fn decision(sheet: &mut Worksheet, book: &Book, question: &Question, row: u32) -> Result<(), XlsxError> {
    let choices = match question.kind {
        QuestionKind::SameEvent => ["decision-same", "decision-different", "decision-later"],
        QuestionKind::Conflict => ["decision-left", "decision-right", "decision-later"],
    };
    let choices: Vec<String> = choices.iter().map(|id| book.say(id)).collect();
    let validation = DataValidation::new()
        .allow_list_strings(&choices)?
        .set_input_title(book.say("decision"))?
        .set_input_message(book.say("decision-hint"))?
        .set_error_title(book.say("decision"))?
        .set_error_message(book.say("decision-wrong"))?
        .set_error_style(DataValidationErrorStyle::Stop);
    style::text(sheet, row, 0, &book.say("decision"), &style::label())?;
    sheet.write_blank(row, LEFT, &style::input().set_bold())?;
    sheet.add_data_validation(row, LEFT, row, LEFT, &validation)?;
    let decided = ConditionalFormatBlank::new().invert().set_format(style::ready());
    sheet.add_conditional_format(row, LEFT, row, LEFT, &decided)?;
    style::text(sheet, row, RIGHT, &book.say("decision-advice"), &style::hint())?;
    sheet.set_row_height(row, 24)?;
    style::text(sheet, row + 1, 0, &book.say("decision-note"), &style::label())?;
    merged(sheet, (row + 1, LEFT), (row + 1, RIGHT), "", &style::input())?;
    sheet.set_row_height(row + 1, 24)?;

    let field = question.conflict.as_ref().map_or_else(String::new, |conflict| conflict.field.to_string());
    let keys =
        [MARK.to_owned(), question.number.to_string(), row_key(&question.left.id), row_key(&question.right.id), field];
    for (col, key) in (KEYS..).zip(keys) {
        style::text(sheet, row, col, &key, &style::code())?;
    }
    Ok(())
}
