//! The one function from bytes to a book, with what may be spent on it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{OdsError, Reader, XlsError};
use serde::{Deserialize, Serialize};

use super::{
    Book, Cell, DefinedName, Shape, Sheet, biff, csv, docx, html, ods, properties, spreadsheetml, value, xlsx,
};
use crate::flow::Content;
use crate::read::limits::{Exceeded, Limits};
use crate::read::sniff::Format;
use crate::record::CellRef;

/// Why there is no book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::read) enum Unreadable {
    /// A password is asked for.
    Locked,
    /// Cut short, or never a workbook.
    Damaged,
    /// Two parts of one name.
    Doubled,
    /// Compressed in a way that no office program writes.
    Packed,
    TooLarge(Exceeded),
}

impl From<Exceeded> for Unreadable {
    fn from(exceeded: Exceeded) -> Self {
        Self::TooLarge(exceeded)
    }
}

/// What may still be spent on a workbook.
pub(super) struct Budget {
    limits: Limits,
    sheets: u64,
    cells: u64,
}

impl Budget {
    pub(super) fn new(limits: &Limits) -> Self {
        Self { limits: limits.clone(), sheets: 0, cells: 0 }
    }

    /// One more sheet.
    pub(super) fn sheet(&mut self) -> Result<(), Unreadable> {
        self.sheets += 1;
        if self.sheets > self.limits.sheets { Err(Exceeded::sheets(self.limits.sheets).into()) } else { Ok(()) }
    }

    /// One more cell.
    pub(super) fn cell(&mut self) -> Result<(), Unreadable> {
        self.cells += 1;
        if self.cells > self.limits.cells { Err(Exceeded::cells(self.limits.cells).into()) } else { Ok(()) }
    }
}

/// Reads a workbook of a known format that has passed inspection.
pub(in crate::read) fn open(bytes: &[u8], format: Format, limits: &Limits) -> Result<Book, Unreadable> {
    let mut budget = Budget::new(limits);
    // Aborts and endless loops cost the worker process; a panic need not, for it leaves nothing behind.
    catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => xlsx::read(bytes, &mut budget),
        Format::Xlsb => xlsx::read_binary(bytes, &mut budget),
        Format::Xls => read_xls(bytes, &mut budget),
        Format::Ods => read_ods(bytes, &mut budget),
        Format::FlatOds => ods::packed(bytes).and_then(|package| read_ods(&package, &mut budget)),
        Format::SpreadsheetMl => spreadsheetml::read(bytes, &mut budget),
        Format::Html => html::read(bytes, &mut budget),
        Format::Csv => csv::read(bytes, &mut budget),
        Format::Docx => docx::read(bytes, &mut budget),
    }))
    .unwrap_or(Err(Unreadable::Damaged))
    .map(|book| Book { editor: if format.is_package() { properties::editor(bytes) } else { String::new() }, ..book })
}

fn read_xls(bytes: &[u8], budget: &mut Budget) -> Result<Book, Unreadable> {
    let mut workbook = calamine::Xls::new(std::io::Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => Unreadable::Locked,
        _ => Unreadable::Damaged,
    })?;
    let mut book = read_grids(&mut workbook, budget)?;
    let mut hidden = biff::hidden(bytes);
    for sheet in &mut book.sheets {
        let hidden = hidden.remove(&*sheet.name).unwrap_or_default();
        (sheet.shape.hidden_rows, sheet.shape.hidden_columns) = (hidden.rows, hidden.columns);
        let merged = workbook.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        sheet.shape.merged = merged
            .iter()
            .filter_map(|range| {
                Some(super::Merge { first: xlsx::within_sheet(range.start)?, last: xlsx::within_sheet(range.end)? })
            })
            .collect();
    }
    Ok(book)
}

fn read_ods(bytes: &[u8], budget: &mut Budget) -> Result<Book, Unreadable> {
    let mut workbook = calamine::Ods::new(std::io::Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => Unreadable::Locked,
        OdsError::CellLimitExceeded { .. } => Exceeded::cells(budget.limits.cells).into(),
        _ => Unreadable::Damaged,
    })?;
    let mut book = read_grids(&mut workbook, budget)?;
    let mut shapes = ods::shapes(bytes);
    for sheet in &mut book.sheets {
        sheet.shape = shapes.remove(&*sheet.name).unwrap_or_default();
    }
    Ok(book)
}

/// Reads the formats of which calamine gives whole grids.
fn read_grids<'a, R>(workbook: &mut R, budget: &mut Budget) -> Result<Book, Unreadable>
where
    R: Reader<std::io::Cursor<&'a [u8]>>,
{
    let mut book = Book { names: named_cells(workbook.defined_names()), ..Book::default() };
    for meta in workbook.sheets_metadata().to_vec() {
        if meta.typ != calamine::SheetType::WorkSheet {
            continue;
        }
        budget.sheet()?;
        let mut sheet = Sheet {
            name: meta.name.as_str().into(),
            visible: meta.visible == calamine::SheetVisible::Visible,
            cells: std::collections::BTreeMap::new(),
            shape: Shape::default(),
            broken: false,
            stray: Vec::new(),
        };
        let (Ok(values), formulas) = (workbook.worksheet_range(&meta.name), workbook.worksheet_formula(&meta.name))
        else {
            sheet.broken = true;
            book.sheets.push(sheet);
            continue;
        };
        let start = values.start().unwrap_or_default();
        for (row, col, data) in values.used_cells() {
            let Some(at) = position(start, (row, col)) else { continue };
            if let Some(content) = value::content(data.clone(), false) {
                budget.cell()?;
                sheet.cells.insert(at, Cell { content, formula: false });
            }
        }
        if let Ok(formulas) = formulas {
            let start = formulas.start().unwrap_or_default();
            for (row, col, formula) in formulas.used_cells() {
                let Some(at) = position(start, (row, col)) else { continue };
                if !formula.is_empty() {
                    budget.cell()?;
                    // An empty text is a value, too: only a formula of which nothing at all is stored has none.
                    let empty_text =
                        matches!(values.get_value((at.row, u32::from(at.col))), Some(calamine::Data::String(_)));
                    if !sheet.cells.contains_key(&at) && !empty_text {
                        sheet.cells.insert(at, Cell { content: Content::NoValue, formula: true });
                    }
                    if let Some(cell) = sheet.cells.get_mut(&at) {
                        cell.formula = true;
                    }
                }
            }
        }
        book.sheets.push(sheet);
    }
    Ok(book)
}

fn position(start: (u32, u32), (row, col): (usize, usize)) -> Option<CellRef> {
    let row = start.0.checked_add(u32::try_from(row).ok()?)?;
    let col = start.1.checked_add(u32::try_from(col).ok()?)?;
    xlsx::within_sheet((row, col))
}

/// Names that stand for one cell: `Титул!$C$6`, `'Лист 1'!$C$6`, `$Титул.$C$6`; others are left out.
pub(super) fn named_cells(names: &[(String, String)]) -> Vec<DefinedName> {
    names
        .iter()
        .filter_map(|(name, formula)| {
            let formula = formula.trim().trim_start_matches(['=', '[']).trim_end_matches(']');
            let (sheet, cell) = formula.rsplit_once('!').or_else(|| formula.rsplit_once('.'))?;
            // A single cell is sometimes given as a range of one.
            let cell = cell.split(':').next()?;
            let sheet = sheet.trim_start_matches('$').trim_matches('\'').replace("''", "'");
            Some(DefinedName { name: name.clone(), sheet, cell: CellRef::parse(cell)? })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_single_cells_are_understood_as_every_program_writes_them() {
        for formula in ["Титул!$C$6", "'Титул'!$C$6", "$Титул.$C$6", "=Титул!C6", "$'Титул'.$C$6"]
        {
            let names = named_cells(&[("svod_period".to_owned(), formula.to_owned())]);
            assert_eq!(
                names,
                [DefinedName { name: "svod_period".into(), sheet: "Титул".into(), cell: CellRef::new(5, 2) }],
                "{formula}"
            );
        }
        assert_eq!(named_cells(&[("svod_period".to_owned(), "#REF!".to_owned())]), []);
    }
}
