//! A workbook as plain data: sheets of cells that are not empty, merged ranges, what is hidden, defined names.
//!
//! In: bytes of a known format, with limits. Out: a [`Book`], or why there is none. It refuses to know of forms.
//!
//! Everything that may abort or exhaust a process lies behind [`mod@open`], one function from bytes to a [`Book`]; it is
//! run in a worker process, and the book, sparse and plain, is what comes back from there.

mod biff;
mod csv;
mod docx;
mod encoding;
mod grid;
mod html;
mod mend;
mod ods;
mod open;
mod package;
mod properties;
mod sheet_xml;
mod sparse;
mod spreadsheetml;
mod survey;
mod value;
mod xlsx;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

pub(super) use csv::is_table;
pub(super) use docx::has_table;
pub(super) use encoding::decode;
pub(super) use open::{Unreadable, open};
pub(super) use value::{is_blank, said};

use crate::flow::Content;
use crate::record::CellRef;

/// Values at no place of a sheet that are noted; more would only say the same.
const MOST_STRAY: usize = 1_000;

/// A cell that is not empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Cell {
    pub(super) content: Content,
    /// Whether the content was computed by the institution's program.
    pub(super) formula: bool,
}

/// Cells that were joined; the value stands in the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Merge {
    pub(super) first: CellRef,
    pub(super) last: CellRef,
}

impl Merge {
    pub(super) fn covers(&self, cell: CellRef) -> bool {
        (self.first.row..=self.last.row).contains(&cell.row) && (self.first.col..=self.last.col).contains(&cell.col)
    }

    /// «B5:B7».
    pub(super) fn in_words(&self) -> String {
        format!("{}:{}", self.first, self.last)
    }
}

/// What a sheet's cells do not say.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Shape {
    pub(super) merged: Vec<Merge>,
    pub(super) hidden_rows: BTreeSet<u32>,
    pub(super) hidden_columns: BTreeSet<u16>,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Sheet {
    pub(super) name: Arc<str>,
    pub(super) visible: bool,
    #[serde(with = "sparse")]
    pub(super) cells: BTreeMap<CellRef, Cell>,
    pub(super) shape: Shape,
    /// Whether reading it broke off; its cells are then left out altogether, since half a table is worse than none.
    pub(super) broken: bool,
    /// Values that stand at no place of a sheet: what was written for their place.
    pub(super) stray: Vec<String>,
}

impl Sheet {
    pub(super) fn cell(&self, row: u32, col: u16) -> Option<&Cell> {
        self.cells.get(&CellRef::new(row, col))
    }

    /// The cell's content as a person reads it; empty where there is none.
    pub(super) fn said(&self, row: u32, col: u16) -> String {
        self.cell(row, col).map_or_else(String::new, |cell| said(&cell.content))
    }

    /// Cells of a row from the left.
    pub(super) fn row(&self, row: u32) -> impl Iterator<Item = (u16, &Cell)> {
        self.cells.range(CellRef::new(row, 0)..=CellRef::new(row, u16::MAX)).map(|(cell, content)| (cell.col, content))
    }

    /// Rows from `first` on that hold anything, in order.
    pub(super) fn rows_from(&self, first: u32) -> impl Iterator<Item = u32> {
        let mut next = Some(first);
        std::iter::from_fn(move || {
            let (cell, _) = self.cells.range(CellRef::new(next?, 0)..).next()?;
            next = cell.row.checked_add(1);
            Some(cell.row)
        })
    }

    /// The merged range that covers a cell.
    pub(super) fn merge_at(&self, cell: CellRef) -> Option<&Merge> {
        self.shape.merged.iter().find(|merge| merge.covers(cell))
    }
}

/// Notes a value that stands beyond the sheet; of very many the first ones.
fn note_stray(stray: &mut Vec<String>, (row, col): (u32, u32)) {
    if stray.len() < MOST_STRAY {
        stray.push(format!("R{}C{}", u64::from(row) + 1, u64::from(col) + 1));
    }
}

/// A name that the workbook gives to one cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct DefinedName {
    pub(super) name: String,
    pub(super) sheet: String,
    pub(super) cell: CellRef,
}

/// A workbook.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub struct Book {
    /// Whether it holds macros. They are never run.
    pub(super) macros: bool,
    /// Whether it counts its days from 1904, as Excel for the Macintosh did.
    pub(super) since_1904: bool,
    /// Other files that it takes values from, as it names them.
    pub(super) linked: Vec<String>,
    /// Who saved it last; empty where it does not say.
    pub(super) editor: String,
    /// The encoding of a text file, where it had to be guessed.
    pub(super) guessed: Option<String>,
    pub(super) sheets: Vec<Sheet>,
    pub(super) names: Vec<DefinedName>,
}

impl Book {
    pub(super) fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| &*sheet.name == name)
    }

    /// Whether any of its sheets could not be read.
    pub(super) fn is_broken(&self) -> bool {
        self.sheets.iter().any(|sheet| sheet.broken)
    }
}
