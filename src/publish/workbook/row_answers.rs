//! Cells for an answer and a reason in a flat table, and the hidden words by which they are read back.
//!
//! In: a sheet with a table, and what each of its rows is about. Out: drop-downs, a hidden row of ids, a hidden column. It
//! does not know what is asked.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Worksheet, XlsxError};

use super::book::Book;
use super::page;
use crate::layout::answer_sheets::{ABOUT_ID, ANSWER_ID, About, REASON_ID};
use crate::style;
use crate::words;

/// Where the answers of a table stand.
pub(super) struct Answers<'a> {
    pub(super) answer: u16,
    pub(super) reason: Option<u16>,
    /// The hidden column, the last one.
    pub(super) about: u16,
    /// Ids of the answers in `locales/`.
    pub(super) choices: &'a [&'a str],
    /// What each row is about, from the first; nothing may be answered where there is none.
    pub(super) rows: Vec<Option<About>>,
}

impl Answers<'_> {
    /// Makes the table ready for answers.
    pub(super) fn prepare(&self, sheet: &mut Worksheet, book: &Book) -> Result<(), XlsxError> {
        let ids = [(self.answer, ANSWER_ID), (self.about, ABOUT_ID)];
        for (col, id) in ids.into_iter().chain(self.reason.map(|col| (col, REASON_ID))) {
            style::text(sheet, page::FIRST_ROW - 1, col, id, &style::code())?;
        }
        sheet.set_row_hidden(page::FIRST_ROW - 1)?;
        sheet.set_column_hidden(self.about)?;
        let labels: Vec<String> = self.choices.iter().map(|id| words::plain(book.language, id)).collect();
        let list = DataValidation::new()
            .allow_list_strings(&labels)?
            .set_error_title(book.say("decision"))?
            .set_error_message(book.say("decision-wrong"))?
            .set_error_style(DataValidationErrorStyle::Stop);
        let code = style::code().unset_text_wrap();
        let mut row = page::FIRST_ROW + 1;
        // One drop-down for neighbours: a sheet holds no more than 65,534 of them.
        for run in self.rows.chunk_by(|above, below| above.is_some() == below.is_some()) {
            let first = row;
            for about in run {
                if let Some(about) = about {
                    style::text(sheet, row, self.about, &word(about), &code)?;
                }
                row += 1;
            }
            if let [Some(_), ..] = run {
                sheet.add_data_validation(first, self.answer, row - 1, self.answer, &list)?;
            }
        }
        Ok(())
    }
}

/// What a row is about, as it stands in the hidden column.
fn word(about: &About) -> String {
    serde_json::to_string(about).unwrap_or_default()
}
