//! What a person must decide: two rows side by side, what differs in colour, why it is asked, what was decided before, and
//! cells for the answer: about the rows as a whole, and about each field in which they differ.
//!
//! In: the questions. Out: a protected sheet in which answers, choices and notes may be written. Hidden words say what each
//! of them is about ([`QuestionKey`]), so that it is read back wherever it was moved to; the workbook's mark has a digest of
//! each question, so that nobody else changes what is answered.

use std::collections::BTreeMap;

use rust_xlsxwriter::{
    ConditionalFormatBlank, DataValidation, DataValidationErrorStyle, Format, ProtectionOptions, Worksheet, XlsxError,
};

use super::super::Error;
use super::book::Book;
use super::page;
use crate::flow::{Former, Question, QuestionKind, SourceRow};
use crate::form::Field;
use crate::layout::{Held, QuestionColumn, QuestionKey, UNIT_OF_QUESTION, Unit};
use crate::record::FieldKey;
use crate::style;
use crate::words::{self, Args};

const WIDTHS: [f64; 4] = [26.0, 66.0, 66.0, 15.0];
const LABEL: u16 = 0;
const LEFT: u16 = 1;
const RIGHT: u16 = 2;
const CHOICE: u16 = 3;
/// The hidden row that names the columns.
const WORDS_ROW: u32 = page::FIRST_ROW - 1;

/// Answers to choose from where it is asked whether two rows are one event, and where it is asked who is right.
const ANSWERS: [&str; 5] = ["answer-same", "answer-different", "answer-same-left", "answer-same-right", "answer-later"];
const ANSWERS_TO_CONFLICT: [&str; 4] = ["answer-left", "answer-right", "answer-different", "answer-later"];
const SIDES: [&str; 2] = ["answer-side-left", "answer-side-right"];

/// `title` stands over the questions. Gives the digest of each.
pub(super) fn write(sheet: &mut Worksheet, book: &Book, title: &str) -> Result<Vec<String>, Error> {
    for (col, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(col, width)?;
    }
    let questions = &book.data.questions;
    let lead = book.say(if questions.is_empty() { "no-questions" } else { "lead-questions" });
    page::head(sheet, title, &lead, 0..4, WIDTHS.iter().sum())?;
    page::set_up(sheet, book, None, style::MISSING_INK)?;
    if questions.is_empty() {
        return Ok(Vec::new());
    }
    for column in QuestionColumn::ALL {
        style::text(sheet, WORDS_ROW, column.index(), column.word(), &style::code())?;
    }
    sheet.set_row_hidden(WORDS_ROW)?;
    let mut row = page::FIRST_ROW;
    let mut digests = Vec::new();
    for question in questions {
        sheet.set_row_height(row, 9)?;
        let mut asked = Asked { sheet: &mut *sheet, lines: BTreeMap::new() };
        row = block(&mut asked, book, question, row + 1)?;
        digests.push(asked.digest());
    }
    for column in [QuestionColumn::Key, QuestionColumn::Matter] {
        sheet.set_column_hidden(column.index())?;
    }
    sheet.set_freeze_panes(page::FIRST_ROW, 1)?;
    let options = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&options);
    Ok(digests)
}

/// The sheet, and the words of one question on it.
struct Asked<'a> {
    sheet: &'a mut Worksheet,
    lines: BTreeMap<u32, BTreeMap<u16, String>>,
}

impl Asked<'_> {
    fn note(&mut self, row: u32, col: u16, words: &str) {
        self.lines.entry(row).or_default().insert(col, style::clean(words).into_owned());
    }

    fn text(&mut self, row: u32, col: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
        self.note(row, col, words);
        style::text(self.sheet, row, col, words, format)
    }

    /// Words over several columns of a row.
    fn merged(&mut self, row: u32, (first, last): (u16, u16), words: &str, format: &Format) -> Result<(), XlsxError> {
        self.note(row, first, words);
        page::merged(self.sheet, (row, first), (row, last), words, format)
    }

    fn link(&mut self, row: u32, col: u16, words: &str, url: &str) -> Result<(), XlsxError> {
        self.note(row, col, words);
        page::link(self.sheet, row, col, words, url, &style::body())
    }

    /// The digest of the question, as it is read back.
    fn digest(self) -> String {
        let mut unit = Unit::new(UNIT_OF_QUESTION);
        for cells in self.lines.values() {
            unit.line();
            for column in QuestionColumn::ALL {
                unit.cell(column.word(), Held::Text(cells.get(&column.index()).map_or("", String::as_str)));
            }
        }
        unit.digest()
    }
}

/// Writes one question and returns the row after it.
fn block(asked: &mut Asked, book: &Book, question: &Question, mut row: u32) -> Result<u32, Error> {
    headline(asked, book, question, row)?;
    row += 1;
    let reasons: Vec<String> = question.reasons.iter().map(|reason| reason.text(book.language)).collect();
    remark(asked, &book.say("why-asked"), &reasons.join("; "), &style::body(), row)?;
    row += 1;
    if let Some(former) = &question.former {
        remark(asked, &book.say("former"), &formerly(book, former), &style::warning(), row)?;
        row += 1;
    }
    let choosing = question.kind == QuestionKind::SameEvent;
    asked.text(row, LABEL, &book.say("field"), &style::header_cell())?;
    asked.text(row + 1, LABEL, &book.say("row"), &faint())?;
    side(asked, book, row, LEFT, &question.left)?;
    side(asked, book, row, RIGHT, &question.right)?;
    let heading = if choosing { book.say("choice") } else { String::new() };
    asked.text(row, CHOICE, &heading, &style::header_cell())?;
    asked.text(row + 1, CHOICE, "", &faint())?;
    row = fields(asked, book, question, row + 2)?;
    answer(asked, book, question, row)?;
    Ok(row + 2)
}

fn headline(asked: &mut Asked, book: &Book, question: &Question, row: u32) -> Result<(), XlsxError> {
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
    asked.merged(row, (LABEL, CHOICE), &words, &style::section().set_font_size(11))?;
    asked.sheet.set_row_height(row, 22).map(drop)
}

/// A line with a name: why it is asked, what was decided before.
fn remark(asked: &mut Asked, name: &str, words: &str, format: &Format, row: u32) -> Result<(), XlsxError> {
    asked.text(row, LABEL, name, &faint())?;
    asked.merged(row, (LEFT, CHOICE), words, format)?;
    let width: f64 = WIDTHS[1..].iter().sum();
    asked.sheet.set_row_height(row, style::row_height([(words, width), (name, WIDTHS[0])]).max(18.0)).map(drop)
}

fn formerly(book: &Book, former: &Former) -> String {
    let changed: Vec<String> = former.changed.iter().map(|key| quoted(book, key)).collect();
    let args = Args::new()
        .with("ruling", former.ruling.in_words(former.decision.matter.field.as_ref(), book.form, book.language))
        .with("signed", former.decision.signed(book.language))
        .with("n", changed.len())
        .with("changed", changed.join(", "));
    words::text(book.language, "decision-former", &args)
}

fn quoted(book: &Book, key: &FieldKey) -> String {
    words::text(book.language, "decision-quoted", &Args::new().with("word", book.label(key)))
}

fn faint() -> Format {
    style::body().set_font_color(style::MUTED)
}

/// Whose row it is, and under it the link to the row.
fn side(asked: &mut Asked, book: &Book, row: u32, col: u16, source: &SourceRow) -> Result<(), XlsxError> {
    let institution = source.institution.as_deref().map(|code| book.institution(code));
    let institution = institution.unwrap_or_else(|| book.say("institution-unknown"));
    asked.text(row, col, &institution, &style::header_cell())?;
    asked.sheet.set_row_height(row, 21)?;
    asked.sheet.set_row_height(row + 1, 16)?;
    let words = format!("{}: {}, {}", source.file, source.id.sheet, source.id.cell);
    match book.link(&source.id) {
        Some(url) => asked.link(row + 1, col, &words, &url),
        None => asked.text(row + 1, col, &words, &style::body()),
    }
}

/// The values of both rows; what contradicts is marked. For a conflict, only its field is; else each such field has a cell
/// that says which of the two is right. Days are one choice.
fn fields(asked: &mut Asked, book: &Book, question: &Question, mut row: u32) -> Result<u32, Error> {
    let mut days_have_a_choice = false;
    for field in &book.form.table.fields {
        let left = question.left_values.get(&field.key).map_or("", String::as_str);
        let right = question.right_values.get(&field.key).map_or("", String::as_str);
        if left.is_empty() && right.is_empty() {
            continue;
        }
        let is_asked = question.conflict.as_ref().is_none_or(|conflict| conflict.field == field.key);
        let contradicts = left != right && !left.is_empty() && !right.is_empty();
        let format = if contradicts && is_asked { style::warning() } else { style::body() };
        asked.text(row, LABEL, field.label.get(book.language), &faint())?;
        let (left, right) = (book.reads_text(field, left), book.reads_text(field, right));
        asked.text(row, LEFT, &left, &format)?;
        asked.text(row, RIGHT, &right, &format)?;
        let may_choose =
            contradicts && question.kind == QuestionKind::SameEvent && !(field.is_of_days() && days_have_a_choice);
        if may_choose {
            days_have_a_choice |= field.is_of_days();
            choice(asked, book, question, field, row)?;
        } else {
            asked.text(row, CHOICE, "", &style::body())?;
        }
        asked
            .sheet
            .set_row_height(row, style::row_height([(left.as_str(), WIDTHS[1]), (right.as_str(), WIDTHS[2])]))?;
        row += 1;
    }
    Ok(row)
}

/// The cell that says which row is right about a field.
fn choice(asked: &mut Asked, book: &Book, question: &Question, field: &Field, row: u32) -> Result<(), XlsxError> {
    let key = QuestionKey::Choice(question.matter.id().0, field.key.clone());
    list(asked.sheet, book, (row, CHOICE), &SIDES, &style::input(), "choice-hint")?;
    asked.text(row, QuestionColumn::Key.index(), &key.word(), &style::code())
}

/// The cells for the answer and the note, and the hidden words.
fn answer(asked: &mut Asked, book: &Book, question: &Question, row: u32) -> Result<(), Error> {
    let answers: &[&str] = match question.kind {
        QuestionKind::SameEvent => &ANSWERS,
        QuestionKind::Conflict => &ANSWERS_TO_CONFLICT,
    };
    asked.text(row, LABEL, &book.say("decision"), &style::label())?;
    list(asked.sheet, book, (row, LEFT), answers, &style::input().set_bold(), "decision-hint")?;
    asked.merged(row, (RIGHT, CHOICE), &book.say("decision-advice"), &style::hint())?;
    asked.sheet.set_row_height(row, 24)?;
    asked.text(row + 1, LABEL, &book.say("decision-note"), &style::label())?;
    asked.merged(row + 1, (LEFT, CHOICE), "", &style::input())?;
    asked.sheet.set_row_height(row + 1, 24)?;
    let id = question.matter.id().0;
    let key = QuestionColumn::Key.index();
    asked.text(row, key, &QuestionKey::Answer(id.clone()).word(), &style::code())?;
    asked.text(row + 1, key, &QuestionKey::Note(id).word(), &style::code())?;
    let matter = serde_json::to_string(&question.matter)?;
    asked.text(row, QuestionColumn::Matter.index(), &matter, &style::code().unset_text_wrap())?;
    Ok(())
}

/// A cell with a list to choose from; it turns green when something is chosen.
fn list(
    sheet: &mut Worksheet,
    book: &Book,
    (row, col): (u32, u16),
    choices: &[&str],
    format: &Format,
    hint: &str,
) -> Result<(), XlsxError> {
    let choices: Vec<String> = choices.iter().map(|id| words::plain(book.language, id)).collect();
    let validation = DataValidation::new()
        .allow_list_strings(&choices)?
        .set_input_title(book.say("decision"))?
        .set_input_message(book.say(hint))?
        .set_error_title(book.say("decision"))?
        .set_error_message(book.say("decision-wrong"))?
        .set_error_style(DataValidationErrorStyle::Stop);
    sheet.write_blank(row, col, format)?;
    sheet.add_data_validation(row, col, row, col, &validation)?;
    let decided = ConditionalFormatBlank::new().invert().set_format(style::ready());
    sheet.add_conditional_format(row, col, row, col, &decided).map(drop)
}
