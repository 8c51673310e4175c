//! How the register sheet of the consolidated workbook is found again after it was edited: the contract between `publish`,
//! which writes it, and `read`.
//!
//! Over the headings stands a hidden row with the id of each column; the last column, hidden, holds the key of each row.
//! Both move along when a person sorts, filters, inserts or hides. A very hidden sheet keeps what svod wrote, cell by cell
//! and in the same formats, so that whatever a program does to the cells it does to both. The workbook's mark has a digest
//! of it. In the register, a key is believed where the event's number stands in its row, an id where its heading stands below.

use std::sync::Arc;

use crate::record::{CellRef, Origin, ParcelId};

/// The very hidden sheet that keeps what was written.
pub const WRITTEN_SHEET: &str = "svod-written";
/// The very hidden sheet with the values of drop-down lists.
pub const LISTS_SHEET: &str = "svod-lists";
/// Id of the column that holds the keys of rows.
pub const ROW_ID: &str = "svod-row";
/// Begins the ids of columns that are calculated; those of fields are the keys of the fields.
pub const CALCULATED: &str = "svod-calculated-";
/// Id of the column of [`WRITTEN_SHEET`] that says what its row holds.
pub const HOLDS_ID: &str = "svod-holds";
/// What svod wrote into the register.
pub const HOLDS_WRITTEN: &str = "written";
/// What the institutions said where the coordinator's value was written.
pub const HOLDS_GIVEN: &str = "given";
/// The headings over the ids, so that no two ids can be swapped.
pub const HOLDS_HEADINGS: &str = "headings";
/// The kind of the digest of [`WRITTEN_SHEET`].
pub const UNIT_OF_COPY: &str = "copy";
/// Id of the calculated column by whose number a row and its key belong together.
pub const NUMBER_ID: &str = "svod-calculated-number";
/// Id of the column of [`WRITTEN_SHEET`] that names the fields of a row of [`HOLDS_GIVEN`].
pub const FIELDS_ID: &str = "svod-fields";

/// The key of a row of a received file: `0123456789abcdef!Мероприятия!B7`.
#[must_use]
pub fn row_key(row: &Origin) -> String {
    format!("{}!{}!{}", row.parcel, row.sheet, row.cell)
}

/// Reads the key of a row. The name of the sheet may hold exclamation marks, too.
#[must_use]
pub fn row_of_key(key: &str) -> Option<Origin> {
    let (parcel, rest) = key.trim().split_once('!')?;
    let (sheet, cell) = rest.rsplit_once('!')?;
    let is_fingerprint = !parcel.is_empty() && parcel.bytes().all(|byte| byte.is_ascii_hexdigit());
    let cell = CellRef::parse(cell)?;
    is_fingerprint.then(|| Origin { parcel: ParcelId(Arc::from(parcel)), sheet: Arc::from(sheet), cell })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_rows_are_read_as_they_were_written() {
        for key in ["0123456789abcdef!Мероприятия!B7", "00ff!Внимание! Таблица!A12"] {
            assert_eq!(row_of_key(key).map(|row| row_key(&row)).as_deref(), Some(key));
        }
        for wrong in ["", "B7", "00ff!B7", "нет!Лист!B7", "00ff!Лист!B0"] {
            assert_eq!(row_of_key(wrong), None, "{wrong}");
        }
    }
}
