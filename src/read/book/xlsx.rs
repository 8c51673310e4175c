//! Workbooks in Office Open XML: `xlsx`, `xlsm` and the binary `xlsb`.
//!
//! Cells are streamed: a sheet that claims a cell in its last corner costs one cell, not a grid.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsb, XlsbError, Xlsx, XlsxError};

use super::open::{Budget, Unreadable, named_cells};
use super::survey::Survey;
use super::{Book, Cell, Sheet, mend, note_stray, package, sheet_xml, value};
use crate::flow::Content;
use crate::record::CellRef;

/// Reads an `xlsx` or `xlsm`.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Book, Unreadable> {
    let plain = package::in_utf8(bytes);
    let bytes = plain.as_deref().unwrap_or(bytes);
    let (mut surveys, refused) = sheet_xml::surveys(bytes);
    let mended = if refused.is_empty() { None } else { mend::mended(bytes, &refused) };
    let bytes = mended.as_deref().unwrap_or(bytes);
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Unreadable::Locked,
        _ => Unreadable::Damaged,
    })?;
    let names = named_cells(workbook.defined_names());
    let (linked, since_1904) = (sheet_xml::linked(bytes), sheet_xml::since_1904(bytes));
    let mut book = Book { since_1904, linked, names, ..Book::default() };
    // A workbook that names its other files says more of them than the formulas do.
    if book.linked.is_empty() {
        book.linked = surveys.values_mut().flat_map(|survey| std::mem::take(&mut survey.outside)).collect();
    }
    for sheet in workbook.sheets_metadata().to_vec() {
        // Charts and dialogues hold no cells.
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        budget.sheet()?;
        let Survey { shape, mut stray, instead, .. } = surveys.remove(&sheet.name).unwrap_or_default();
        let cells = match cells(&mut workbook, &sheet.name, instead, &mut stray, budget) {
            Ok(cells) => Some(cells),
            Err(Broken::Sheet) => None,
            Err(Broken::Book(why)) => return Err(why),
        };
        book.sheets.push(Sheet {
            shape,
            visible: sheet.visible == SheetVisible::Visible,
            name: sheet.name.into(),
            broken: cells.is_none(),
            stray,
            cells: cells.unwrap_or_default(),
        });
    }
    Ok(book)
}

/// Reads an `xlsb`.
pub(super) fn read_binary(bytes: &[u8], budget: &mut Budget) -> Result<Book, Unreadable> {
    let mut workbook = Xlsb::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsbError::Password => Unreadable::Locked,
        _ => Unreadable::Damaged,
    })?;
    let mut book = Book { names: named_cells(workbook.defined_names()), ..Book::default() };
    for sheet in workbook.sheets_metadata().to_vec() {
        if sheet.typ != SheetType::WorkSheet {
            continue;
        }
        budget.sheet()?;
        let mut stray = Vec::new();
        let cells = match binary_cells(&mut workbook, &sheet.name, &mut stray, budget) {
            Ok(cells) => Some(cells),
            Err(Broken::Sheet) => None,
            Err(Broken::Book(why)) => return Err(why),
        };
        book.sheets.push(Sheet {
            shape: super::Shape::default(),
            visible: sheet.visible == SheetVisible::Visible,
            name: sheet.name.into(),
            broken: cells.is_none(),
            stray,
            cells: cells.unwrap_or_default(),
        });
    }
    Ok(book)
}

/// How far a mistake in a sheet reaches.
enum Broken {
    Sheet,
    Book(Unreadable),
}

impl From<XlsxError> for Broken {
    fn from(_: XlsxError) -> Self {
        Self::Sheet
    }
}

impl From<XlsbError> for Broken {
    fn from(_: XlsbError) -> Self {
        Self::Sheet
    }
}

impl From<Unreadable> for Broken {
    fn from(why: Unreadable) -> Self {
        Self::Book(why)
    }
}

type Cells = BTreeMap<CellRef, Cell>;

/// The cells of a sheet; `instead` holds contents that calamine would get wrong. A place that is written to twice has no
/// value: programs differ in which of the two they show.
fn cells(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    sheet: &str,
    mut instead: BTreeMap<CellRef, Content>,
    stray: &mut Vec<String>,
    budget: &mut Budget,
) -> Result<Cells, Broken> {
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    let mut cells = Cells::new();
    // The metadata reader does not unfold shared formulas, whose index a file may choose as large as it likes.
    while let Some(record) = reader.next_cell_with_formula_metadata()? {
        let formula = record.formula.is_some();
        let Some(at) = within_sheet(record.pos) else {
            if stray.is_empty() {
                stray.push(format!("R{}C{}", record.pos.0, record.pos.1));
            }
            continue;
        };
        let own = if instead.is_empty() { None } else { instead.remove(&at) };
        if let Some(content) = own.or_else(|| value::borrowed(&record.value, formula)) {
            budget.cell()?;
            match cells.entry(at) {
                Entry::Vacant(place) => {
                    place.insert(Cell { content, formula });
                }
                Entry::Occupied(mut place) if place.get().content != content => {
                    let both = format!("{} / {}", value::said(&place.get().content), value::said(&content));
                    place.get_mut().content = Content::Unreadable(both);
                }
                Entry::Occupied(_) => {}
            }
        }
    }
    Ok(cells)
}

fn binary_cells(
    workbook: &mut Xlsb<Cursor<&[u8]>>,
    sheet: &str,
    stray: &mut Vec<String>,
    budget: &mut Budget,
) -> Result<Cells, Broken> {
    let mut cells = binary_values(workbook, sheet, stray, budget)?;
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    while let Some(formula) = reader.next_formula()? {
        let Some(at) = within_sheet(formula.get_position()) else { continue };
        if !formula.get_value().is_empty() {
            budget.cell()?;
            cells.entry(at).or_insert(Cell { content: Content::NoValue, formula: true }).formula = true;
        }
    }
    Ok(cells)
}

fn binary_values(
    workbook: &mut Xlsb<Cursor<&[u8]>>,
    sheet: &str,
    stray: &mut Vec<String>,
    budget: &mut Budget,
) -> Result<Cells, Broken> {
    let mut reader = workbook.worksheet_cells_reader(sheet)?;
    let mut cells = Cells::new();
    while let Some(cell) = reader.next_cell()? {
        let Some(content) = value::borrowed(cell.get_value(), false) else { continue };
        let Some(at) = within_sheet(cell.get_position()) else {
            note_stray(stray, cell.get_position());
            continue;
        };
        budget.cell()?;
        cells.insert(at, Cell { content, formula: false });
    }
    Ok(cells)
}

/// The cell at a position, unless it lies beyond what a sheet can hold.
pub(super) fn within_sheet((row, col): (u32, u32)) -> Option<CellRef> {
    (row < 1_048_576 && col < 16_384).then(|| u16::try_from(col).ok().map(|col| CellRef::new(row, col)))?
}
