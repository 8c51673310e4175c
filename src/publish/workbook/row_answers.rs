//! Cells for an answer and a reason in a flat table, and the hidden words by which they are read back.
//!
//! In: a sheet with a table, and what each of its rows is about. Out: drop-downs, a hidden row of ids, a hidden column, and the
//! digests of the rows for the workbook's mark: nobody else changes what is answered. It does not know what is asked.

use rust_xlsxwriter::{DataValidation, DataValidationErrorStyle, Worksheet, XlsxError};

use super::book::Book;
use super::grid::Cell;
use super::page;
use crate::layout::answer_sheets::{ABOUT_ID, ANSWER_ID, About, REASON_ID, SHOWN_ID, UNIT_OF_HEADINGS, UNIT_OF_ROW};
use crate::layout::{Held, Unit};
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
    pub(super) headings: Vec<String>,
    /// What each row is about, from the first; nothing may be answered where there is none.
    pub(super) rows: Vec<Option<About>>,
}

impl Answers<'_> {
    /// Makes the table ready for answers; `shown` are its rows as they were written. Gives the digests of its headings and of
    /// the rows that may be answered.
    pub(super) fn prepare(
        &self,
        sheet: &mut Worksheet,
        book: &Book,
        shown: impl Iterator<Item = Vec<Cell>>,
    ) -> Result<Vec<String>, XlsxError> {
        for col in 0..=self.about {
            style::text(sheet, page::FIRST_ROW - 1, col, &self.id(col), &style::code())?;
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
        Ok(self.digests(shown))
    }

    /// The hidden word over a column.
    fn id(&self, col: u16) -> String {
        match col {
            col if col == self.answer => ANSWER_ID.to_owned(),
            col if col == self.about => ABOUT_ID.to_owned(),
            col if Some(col) == self.reason => REASON_ID.to_owned(),
            other => format!("{SHOWN_ID}{other}"),
        }
    }

    fn digests(&self, shown: impl Iterator<Item = Vec<Cell>>) -> Vec<String> {
        let mut headings = Unit::new(UNIT_OF_HEADINGS);
        for (col, heading) in (0..).zip(&self.headings) {
            headings.cell(&self.id(col), Held::Text(heading));
        }
        let rows = self.rows.iter().zip(shown).filter_map(|(about, cells)| {
            let mut unit = Unit::new(UNIT_OF_ROW);
            for (col, cell) in (0..self.about).zip(&cells).filter(|(col, _)| !self.is_filled_in(*col)) {
                cell.digest(&mut unit, &self.id(col));
            }
            unit.cell(ABOUT_ID, Held::Text(&style::clean(&word(about.as_ref()?))));
            Some(unit.digest())
        });
        std::iter::once(headings.digest()).chain(rows).collect()
    }

    /// Whether a person writes in a column.
    fn is_filled_in(&self, col: u16) -> bool {
        col == self.answer || Some(col) == self.reason
    }
}

/// What a row is about, as it stands in the hidden column.
fn word(about: &About) -> String {
    serde_json::to_string(about).unwrap_or_default()
}
