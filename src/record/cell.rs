//! Where a value stands: parcel, sheet, cell.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The fingerprint of a received file: the first 16 hexadecimal digits of its SHA-256.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParcelId(pub Arc<str>);

impl fmt::Display for ParcelId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A cell of a sheet; row and column count from zero, the words for people (`G14`) from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellRef {
    pub row: u32,
    pub col: u16,
}

impl CellRef {
    #[must_use]
    pub const fn new(row: u32, col: u16) -> Self {
        Self { row, col }
    }

    /// Reads `G14`, also with dollar signs. Nothing beyond XFD1048576 is a cell.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter(|c| *c != '$').collect();
        let split = text.find(|c: char| c.is_ascii_digit())?;
        let (letters, digits) = text.split_at(split);
        if letters.is_empty() || letters.len() > 3 || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
            return None;
        }
        let col = letters.bytes().fold(0_u32, |col, b| col * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
        let row: u32 = digits.parse().ok()?;
        if row == 0 || row > 1_048_576 || col > 16_384 {
            return None;
        }
        Some(Self { row: row - 1, col: u16::try_from(col - 1).ok()? })
    }
}

impl fmt::Display for CellRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", column_letters(self.col), u64::from(self.row) + 1)
    }
}

impl Serialize for CellRef {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for CellRef {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is not a cell")))
    }
}

/// The letters of a column that counts from zero: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn column_letters(col: u16) -> String {
    let mut rest = u32::from(col) + 1;
    let mut letters = Vec::new();
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

/// The cell that a value came from; carried by every value to the very end.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    pub parcel: ParcelId,
    pub sheet: Arc<str>,
    pub cell: CellRef,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_read_and_written_alike() {
        for text in ["A1", "G14", "AA10", "XFD1048576"] {
            assert_eq!(CellRef::parse(text).map(|cell| cell.to_string()).as_deref(), Some(text));
        }
        assert_eq!(CellRef::parse("$B$3"), Some(CellRef::new(2, 1)));
    }

    #[test]
    fn what_lies_beyond_the_sheet_is_no_cell() {
        for text in ["XFE1", "A1048577", "A0", "AAAA1", "12", "G", "привет"] {
            assert_eq!(CellRef::parse(text), None, "{text}");
        }
    }
}
