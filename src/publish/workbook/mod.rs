//! The consolidated workbook: some nine sheets, from "what is this" to the cell that every value came from.
//!
//! In: the consolidated data, the form, the register. Out: the bytes of an XLSX workbook, the same for the same input.
//! Values only, no formulas: what is shown is what was counted. Each sheet has its file; they share [`book`] (what is
//! known), [`page`] (title and paper) and [`grid`] (a flat table with filters). Very hidden sheets keep what [`editable`] needs.

mod about;
mod answers;
mod book;
mod charts;
mod corrections;
mod editable;
mod findings;
mod fit;
mod grid;
mod left_out;
mod links;
mod mark;
mod names;
mod page;
mod parts;
mod questions;
mod register;
mod report;
mod row_answers;
mod sources;
mod standing;
mod summary;

#[cfg(test)]
mod tests;

use rust_xlsxwriter::Worksheet;

use self::book::Book;
use self::names::SheetKind;
use super::{Error, Subject, sentences};
use crate::flow::{Artifact, ArtifactKind};
use crate::layout::{OwnKind, Refers};
use crate::record::Period;
use crate::style;
use crate::words::{self, Args, Language};

/// Writes the consolidated workbook. It is meant to lie in `<workspace>/<period>/report/`: its links to the originals
/// start there.
///
/// # Errors
/// When a sentence of the form cannot be said, or the workbook's writer refuses something.
pub fn workbook(subject: &Subject) -> Result<Artifact, Error> {
    let (form, language) = (subject.form, subject.language);
    let book = Book::new(*subject)?;
    let mut file = style::new_book(&book.title)?;
    let mut refers = Refers::default();
    for kind in SheetKind::all(subject.data).iter().copied() {
        let sheet = file.add_worksheet().set_name(book.names.of(kind))?;
        refers.units.extend(write(sheet, kind, &book)?);
    }
    if !book.is_of_parts() {
        refers.copy = editable::write(&mut file, &book)?;
    }
    mark::write(file.add_worksheet(), &book, OwnKind::Consolidated, refers)?;
    let place = "report.workbook-name";
    let stem = sentences::say(&form.report.workbook_name, place, language, &book.args)?;
    Ok(Artifact { kind: ArtifactKind::Workbook, name: style::file_name(&stem, "xlsx"), bytes: style::save(file)? })
}

/// Writes the workbook of questions alone, to be filled in and dropped into the inbox; none where nothing is asked. It is
/// meant to lie beside the consolidated workbook.
///
/// # Errors
/// As [`workbook`].
pub fn questions(subject: &Subject) -> Result<Option<Artifact>, Error> {
    let (consolidated, language) = (subject.data, subject.language);
    if !consolidated.parts.is_empty() {
        return Ok(None);
    }
    let book = Book::new(*subject)?;
    if consolidated.questions.is_empty() && !left_out::asks(&book) && !corrections::asks(&book) {
        return Ok(None);
    }
    let title = questions_title(consolidated.period, language);
    let mut file = style::new_book(&title)?;
    let sheet = file.add_worksheet().set_name(book.names.of(SheetKind::Questions))?;
    let mut units = questions::write(sheet, &book, &title)?;
    if left_out::asks(&book) || !consolidated.accepted.is_empty() {
        let sheet = file.add_worksheet().set_name(book.names.of(SheetKind::LeftOut))?;
        units.extend(left_out::write(sheet, &book)?);
    }
    if !consolidated.corrections.is_empty() {
        let sheet = file.add_worksheet().set_name(book.say("sheet-corrections"))?;
        units.extend(corrections::write(sheet, &book)?);
    }
    mark::write(file.add_worksheet(), &book, OwnKind::Questions, Refers { copy: None, units })?;
    let name = questions_name(consolidated.period, language);
    Ok(Some(Artifact { kind: ArtifactKind::Questions, name, bytes: style::save(file)? }))
}

/// The name of the workbook of questions: «Вопросы за I квартал 2024 года.xlsx».
#[must_use]
pub fn questions_name(period: Period, language: Language) -> String {
    style::file_name(&questions_title(period, language), "xlsx")
}

fn questions_title(period: Period, language: Language) -> String {
    words::text(language, "publish-questions-name", &Args::new().with("period", period.name(language)))
}

/// Writes a sheet; gives the digests of what may be answered on it.
fn write(sheet: &mut Worksheet, kind: SheetKind, book: &Book) -> Result<Vec<String>, Error> {
    match kind {
        SheetKind::Questions => return questions::write(sheet, book, book.names.of(kind)),
        SheetKind::LeftOut => return left_out::write(sheet, book),
        SheetKind::About => about::write(sheet, book)?,
        SheetKind::Report => report::write(sheet, book)?,
        SheetKind::Register => register::write(sheet, book)?,
        SheetKind::Summary => summary::write(sheet, book)?,
        SheetKind::Parts => parts::write(sheet, book)?,
        SheetKind::Answers if book.is_of_parts() => parts::answers(sheet, book)?,
        SheetKind::Answers => answers::write(sheet, book)?,
        SheetKind::Findings => findings::write(sheet, book)?,
        SheetKind::Sources => sources::write(sheet, book)?,
    }
    Ok(Vec::new())
}
