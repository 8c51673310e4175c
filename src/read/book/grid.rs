//! A table that is built cell after cell, as web pages and text documents describe theirs.
//!
//! In: rows and cells with their spans, in reading order. Out: a [`Sheet`] in which every cell has the row and the column
//! that a person would count. It refuses to know which format it is built from.

use std::collections::{BTreeMap, BTreeSet};

use super::open::{Budget, Unreadable};
use super::xlsx::within_sheet;
use super::{Cell, Merge, Shape, Sheet, note_stray, value};
use crate::flow::Content;
use crate::record::CellRef;

/// A whole number with more digits is a code, of which no digit may be lost.
const MOST_DIGITS: usize = 15;

/// The table so far.
#[derive(Debug, Default)]
pub(super) struct Grid {
    cells: BTreeMap<CellRef, Cell>,
    shape: Shape,
    stray: Vec<String>,
    /// The current row; none before the first.
    row: Option<u32>,
    /// The next column of the current row.
    col: u32,
    /// Columns that a cell of an earlier row covers, with the last row that it does.
    covered: BTreeMap<u32, u32>,
}

impl Grid {
    /// Adds the rows of a table that goes on from this one, as after the end of a page, if it has as many columns; else
    /// gives it back.
    pub(super) fn go_on(&mut self, next: Self) -> Option<Self> {
        if self.is_empty() || self.last_column() != next.last_column() {
            return Some(next);
        }
        let down = self.row.map_or(0, |row| row.saturating_add(1));
        let moved = |at: CellRef| within_sheet((at.row.saturating_add(down), u32::from(at.col)));
        self.cells.extend(next.cells.into_iter().filter_map(|(at, cell)| Some((moved(at)?, cell))));
        self.shape.hidden_rows.extend(next.shape.hidden_rows.iter().map(|row| row.saturating_add(down)));
        let merged = next.shape.merged.iter();
        self.shape
            .merged
            .extend(merged.filter_map(|merge| Some(Merge { first: moved(merge.first)?, last: moved(merge.last)? })));
        self.row = Some(down.saturating_add(next.row.unwrap_or(0)));
        None
    }

    fn last_column(&self) -> Option<u16> {
        self.cells.keys().map(|at| at.col).max()
    }

    /// Begins a row.
    pub(super) fn row(&mut self, hidden: bool) {
        let row = self.row.map_or(0, |row| row.saturating_add(1));
        self.row = Some(row);
        self.col = 0;
        if hidden {
            self.shape.hidden_rows.insert(row);
        }
    }

    /// Leaves columns of the current row empty.
    pub(super) fn skip(&mut self, columns: u32) {
        self.col = self.col.saturating_add(columns);
    }

    /// Puts a cell of `rows` × `columns` into the current row, behind those that are there. Returns where it stands.
    pub(super) fn cell(
        &mut self,
        text: &str,
        (rows, columns): (u32, u32),
        budget: &mut Budget,
    ) -> Result<Option<CellRef>, Unreadable> {
        let Some(row) = self.row else { return Ok(None) };
        while self.covered.get(&self.col).is_some_and(|last| *last >= row) {
            self.col += 1;
        }
        let last = (row.saturating_add(rows.max(1) - 1), self.col.saturating_add(columns.max(1) - 1));
        let (Some(at), Some(last)) = (within_sheet((row, self.col)), within_sheet(last)) else {
            if !value::is_blank(text) {
                note_stray(&mut self.stray, (row, self.col));
            }
            return Ok(None);
        };
        self.col = u32::from(last.col) + 1;
        if last.row > row {
            self.covered.extend((at.col..=last.col).map(|col| (u32::from(col), last.row)));
        }
        if last != at {
            self.shape.merged.push(Merge { first: at, last });
        }
        self.put(at, text, budget)?;
        Ok(Some(at))
    }

    /// Puts a text into a cell that is in its place already.
    pub(super) fn put(&mut self, at: CellRef, text: &str, budget: &mut Budget) -> Result<(), Unreadable> {
        if let Some(content) = content(text) {
            budget.cell()?;
            self.cells.insert(at, Cell { content, formula: false });
        }
        Ok(())
    }

    /// Says that the cell at `first` reaches down to the current row.
    pub(super) fn reach_down(&mut self, first: CellRef, columns: u32) {
        let Some(row) = self.row else { return };
        let Some(last) = within_sheet((row, u32::from(first.col).saturating_add(columns.max(1) - 1))) else { return };
        self.shape.merged.retain(|merge| merge.first != first);
        self.shape.merged.push(Merge { first, last });
    }

    /// The next column of the current row.
    pub(super) fn column(&self) -> u32 {
        self.col
    }

    /// The finished table.
    pub(super) fn sheet(self, name: &str) -> Sheet {
        Sheet {
            name: name.into(),
            visible: true,
            cells: self.cells,
            shape: self.shape,
            broken: false,
            stray: self.stray,
        }
    }

    /// Tables in their order, those that go on from the one before them joined to it.
    pub(super) fn joined(tables: Vec<Option<Self>>, going_on: &BTreeSet<usize>) -> Vec<Self> {
        let mut joined: Vec<Self> = Vec::new();
        for (index, table) in tables.into_iter().enumerate() {
            let Some(table) = table.filter(|table| !table.is_empty()) else { continue };
            let rest = match joined.last_mut().filter(|_| going_on.contains(&index)) {
                Some(before) => before.go_on(table),
                None => Some(table),
            };
            joined.extend(rest);
        }
        joined
    }

    pub(super) fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.stray.is_empty()
    }
}

/// What a text that has no type means: a plain whole number is a number, everything else stays as it is written. A
/// number with leading zeros, with more digits than a number keeps, or with a mark in it, may be something else.
pub(super) fn content(text: &str) -> Option<Content> {
    if value::is_blank(text) {
        return None;
    }
    // What stands there could not be told from its bytes; half a word may be another word.
    if text.contains('\u{FFFD}') {
        return Some(Content::Unreadable(text.trim().to_owned()));
    }
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let digits = trimmed.strip_prefix('-').unwrap_or(trimmed);
    let is_whole =
        digits.len() <= MOST_DIGITS && !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = if is_whole && (digits == "0" || !digits.starts_with('0')) { trimmed.parse().ok() } else { None };
    Some(number.map_or_else(|| Content::Text(trimmed.into()), Content::Number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Limits;

    #[test]
    fn cells_stand_where_a_person_would_count_them_beside_and_below_joined_ones() {
        let mut budget = Budget::new(&Limits::default());
        let mut grid = Grid::default();
        grid.row(false);
        grid.cell("A", (2, 1), &mut budget).unwrap();
        grid.cell("B", (1, 2), &mut budget).unwrap();
        grid.cell("D", (1, 1), &mut budget).unwrap();
        grid.row(true);
        grid.cell("b", (1, 1), &mut budget).unwrap();
        let sheet = grid.sheet("HTML");
        let places: Vec<_> = sheet.cells.keys().map(ToString::to_string).collect();
        assert_eq!(places, ["A1", "B1", "D1", "B2"]);
        assert_eq!(sheet.shape.merged.iter().map(Merge::in_words).collect::<Vec<_>>(), ["A1:A2", "B1:C1"]);
        assert!(sheet.shape.hidden_rows.contains(&1));
    }

    #[test]
    fn a_text_beyond_the_last_column_is_told_and_nothing_reaches_beyond_it() {
        let mut budget = Budget::new(&Limits::default());
        let mut grid = Grid::default();
        grid.row(false);
        grid.skip(16_383);
        let first = grid.cell("A", (1, 1), &mut budget).unwrap().unwrap();
        assert_eq!(grid.cell("B", (1, 1), &mut budget).unwrap(), None);
        assert_eq!(grid.cell(" ", (1, 1), &mut budget).unwrap(), None);
        grid.reach_down(first, 2);
        let sheet = grid.sheet("HTML");
        assert_eq!((sheet.stray, sheet.shape.merged), (vec!["R1C16385".to_owned()], Vec::new()));
    }

    #[test]
    fn only_a_plain_whole_number_is_a_number() {
        for (text, number) in [("36", 36.0), (" -5 ", -5.0), ("0", 0.0)] {
            assert_eq!(content(text), Some(Content::Number(number)));
        }
        for text in ["007", "05.03", "1 200", "1,5", "+7", "1e5", "1234567890123456", "-"] {
            assert_eq!(content(text), Some(Content::Text(text.into())));
        }
        assert_eq!(content(" \u{A0}\n"), None);
    }
}
