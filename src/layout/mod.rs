//! Which field sits in which cell: the contract between `template`, which writes it, and `read`, which finds it again.
//!
//! Derived from the form alone; knows nothing of what stands in the cells.

pub mod answer_sheets;
pub mod editable;
mod mark;
mod passport;
mod question_sheet;
mod unit;

pub use mark::{Mark, OwnKind, Proof, Refers};
pub use passport::{Passport, Token};
pub use question_sheet::{QuestionColumn, QuestionKey, UNIT_OF_QUESTION};
pub use unit::{Held, Unit};

use crate::form::{Form, Sheets};
use crate::record::{CellRef, FieldKey};
use crate::words::{self, Language};

/// Prefix of the defined names of the title sheet's inputs: `svod_receptions`.
pub const NAME_PREFIX: &str = "svod_";

/// Where everything stands in the workbook that is issued.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    pub title_sheet: String,
    pub table_sheet: String,
    pub dictionaries_sheet: String,
    pub guide_sheet: String,
    /// Inputs of the title sheet, in the form's order.
    pub header: Vec<(FieldKey, CellRef)>,
    /// The hidden row of field keys; the labels stand in the next row, the first entry in the one after.
    pub key_row: u32,
    /// Columns of the table, in the form's order.
    pub columns: Vec<(FieldKey, u16)>,
    /// Rows made ready for entries.
    pub rows: u32,
}

impl Layout {
    /// Row of the title sheet with the first input; above it stand the title, the institution's greeting and the state.
    const FIRST_INPUT_ROW: u32 = 5;
    /// Column of the inputs of the title sheet: B holds the labels, C the inputs.
    const INPUT_COLUMN: u16 = 2;
    /// Row of the keys in the table's sheet; above it stand the sheet's title and a line of advice.
    const KEY_ROW: u32 = 2;
    /// Column of the first field. No running number stands before it: it would make every prepared row a page to print,
    /// and the rows have the sheet's own numbers, which findings name.
    const FIRST_COLUMN: u16 = 0;

    /// The layout that follows from a form.
    #[must_use]
    pub fn of(form: &Form, language: Language) -> Self {
        let Sheets { title, table, dictionaries, guide } = &form.sheets;
        let name = |own: &Option<crate::words::LocalText>, id: &str| {
            own.as_ref().map_or_else(|| words::plain(language, id), |text| text.get(language).to_owned())
        };
        Self {
            title_sheet: name(title, "sheet-title"),
            table_sheet: name(table, "sheet-table"),
            dictionaries_sheet: name(dictionaries, "sheet-dictionaries"),
            guide_sheet: name(guide, "sheet-guide"),
            header: (Self::FIRST_INPUT_ROW..)
                .zip(&form.header)
                .map(|(row, field)| (field.key.clone(), CellRef::new(row, Self::INPUT_COLUMN)))
                .collect(),
            key_row: Self::KEY_ROW,
            columns: (Self::FIRST_COLUMN..)
                .zip(&form.table.fields)
                .map(|(col, field)| (field.key.clone(), col))
                .collect(),
            rows: form.table.rows,
        }
    }

    /// The row of labels.
    #[must_use]
    pub fn label_row(&self) -> u32 {
        self.key_row + 1
    }

    /// The row of the first entry.
    #[must_use]
    pub fn first_row(&self) -> u32 {
        self.key_row + 2
    }

    /// The last row made ready.
    #[must_use]
    pub fn last_row(&self) -> u32 {
        self.first_row() + self.rows - 1
    }

    #[must_use]
    pub fn column(&self, key: &str) -> Option<u16> {
        self.columns.iter().find(|(field, _)| field.as_str() == key).map(|(_, col)| *col)
    }

    #[must_use]
    pub fn input(&self, key: &str) -> Option<CellRef> {
        self.header.iter().find(|(field, _)| field.as_str() == key).map(|(_, cell)| *cell)
    }
}
