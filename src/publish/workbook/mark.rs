//! The very hidden sheet by which svod knows its own workbook when it comes back, and knows that nobody else made it.
//!
//! In: the consolidated data, digests of what may be filled in, the key of the workspace. Out: the rows of the mark.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::book::Book;
use crate::layout::{Mark, OwnKind, Refers};
use crate::style;

pub(super) fn write(sheet: &mut Worksheet, book: &Book, kind: OwnKind, refers: Refers) -> Result<(), XlsxError> {
    let mark = Mark {
        kind,
        form: book.form.form.id.clone(),
        period: book.data.period,
        originals: book.data.files.iter().map(|file| file.card.id.clone()).collect(),
        refers,
    };
    sheet.set_name(Mark::SHEET)?;
    for (row, (key, value)) in (0..).zip(mark.rows(book.subject().key)) {
        style::text(sheet, row, 0, key, &style::code())?;
        style::text(sheet, row, 1, &value, &style::code())?;
    }
    sheet.set_column_width(0, 14)?.set_column_width(1, 40)?;
    sheet.protect().set_very_hidden(true);
    Ok(())
}
