//! The consolidated workbook: nine sheets, from "what is this" to the cell that every value came from.
//!
//! In: the consolidated data, the form, the register. Out: the bytes of an XLSX workbook, the same for the same input.
//! Values only, no formulas: what is shown is what was counted. Each sheet has its file; they share [`book`] (what is
//! known), [`page`] (title and paper) and [`grid`] (a flat table with filters).

mod about;
mod answers;
mod book;
mod charts;
mod findings;
mod fit;
mod grid;
mod left_out;
mod links;
mod names;
mod page;
mod questions;
mod register;
mod report;
mod sources;
mod summary;

#[cfg(test)]
mod tests;

use rust_xlsxwriter::Worksheet;

use self::book::Book;
use self::names::SheetKind;
use super::{Error, Subject, sentences};
use crate::flow::{Artifact, ArtifactKind};
use crate::style;

/// Writes the consolidated workbook. It is meant to lie in `<workspace>/<period>/report/`: its links to the originals
/// start there.
///
/// # Errors
/// When a sentence of the form cannot be said, or the workbook's writer refuses something.
pub fn workbook(subject: &Subject) -> Result<Artifact, Error> {
    let (form, language) = (subject.form, subject.language);
    let book = Book::new(*subject)?;
    let mut file = style::new_book(&book.title)?;
    for kind in SheetKind::ALL {
        let sheet = file.add_worksheet().set_name(book.names.of(kind))?;
        write(sheet, kind, &book)?;
    }
    let place = "report.workbook-name";
    let stem = sentences::say(&form.report.workbook_name, place, language, &book.args)?;
    Ok(Artifact { kind: ArtifactKind::Workbook, name: style::file_name(&stem, "xlsx"), bytes: style::save(file)? })
}

fn write(sheet: &mut Worksheet, kind: SheetKind, book: &Book) -> Result<(), Error> {
    match kind {
        SheetKind::About => about::write(sheet, book),
        SheetKind::Report => report::write(sheet, book),
        SheetKind::Register => register::write(sheet, book),
        SheetKind::Summary => summary::write(sheet, book),
        SheetKind::Answers => answers::write(sheet, book),
        SheetKind::Findings => findings::write(sheet, book),
        SheetKind::Questions => questions::write(sheet, book),
        SheetKind::LeftOut => left_out::write(sheet, book),
        SheetKind::Sources => sources::write(sheet, book),
    }
}
