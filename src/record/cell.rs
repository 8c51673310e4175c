//! Where a value stands: parcel, sheet, cell.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// Identity of a received file: the SHA-256 of its bytes in 64 hexadecimal digits.
///
/// Older records hold the first 16 digits alone; `flow::WholeIds` tells which file they mean.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ParcelId(pub Arc<str>);

impl ParcelId {
    /// Digits of a SHA-256.
    pub const DIGITS: usize = 64;
    /// Digits of an id of an older record.
    pub const OLD_DIGITS: usize = 16;

    /// The id of an archive or a letter that is not known any more.
    #[must_use]
    pub fn unknown() -> Self {
        Self(Arc::from("?"))
    }

    /// The id of an older record, of which only the first digits are known.
    #[must_use]
    pub fn is_old(&self) -> bool {
        self.0.len() == Self::OLD_DIGITS
    }

    /// The first 16 digits: what an older record would say of this file, and enough to be shown.
    #[must_use]
    pub fn head(&self) -> &str {
        self.0.get(..Self::OLD_DIGITS).unwrap_or(&self.0)
    }

    /// Tells whether an id, which may be that of an older record, means the file `whole`.
    #[must_use]
    pub fn means(&self, whole: &Self) -> bool {
        self == whole || self.is_old() && whole.head() == &*self.0
    }
}

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

/// Whether a text shows nothing: white space, zero-width characters, control characters.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    text.chars().all(|c| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_id_means_the_files_that_begin_so_and_a_whole_one_means_one_file() {
        let id = |digits: &str| ParcelId(Arc::from(digits));
        let one = id(&format!("0123456789abcdef{}", "0".repeat(48)));
        let other = id(&format!("0123456789abcdef{}", "1".repeat(48)));
        assert!(id("0123456789abcdef").means(&one) && id("0123456789abcdef").means(&other));
        assert!(one.means(&one) && !one.means(&other));
        assert!(!id("0123").means(&one), "nothing but 16 digits is an old id");
    }

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
