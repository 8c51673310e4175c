//! What calamine leaves out of an `xls`: hidden rows and hidden columns.
//!
//! In: the bytes of a compound file. Out: the hidden rows and columns of each sheet, by its name. A file that is not as
//! [MS-XLS] says has none. It refuses to know values.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use cfb::CompoundFile;

/// Records of [MS-XLS] 2.4: a sheet's name and place, its end, a row's and some columns' looks.
const BOUND_SHEET: u16 = 0x0085;
const END: u16 = 0x000A;
const ROW: u16 = 0x0208;
const COLUMNS: u16 = 0x007D;

/// The stream of an honest workbook is not longer than its file may be.
const LONGEST: u64 = 256 << 20;

/// The hidden rows and columns of a sheet.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Hidden {
    pub(super) rows: BTreeSet<u32>,
    pub(super) columns: BTreeSet<u16>,
}

/// What is hidden, by the names of the sheets.
pub(super) fn hidden(bytes: &[u8]) -> BTreeMap<String, Hidden> {
    let stream = stream(bytes).unwrap_or_default();
    let sheets: Vec<(String, usize)> =
        Records { bytes: &stream, at: 0 }.take_while(|(id, _)| *id != END).filter_map(bound_sheet).collect();
    sheets.into_iter().map(|(name, start)| (name, sheet(&stream, start))).collect()
}

fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name))?;
    let mut stream = Vec::new();
    file.open_stream(name).ok()?.take(LONGEST).read_to_end(&mut stream).ok()?;
    Some(stream)
}

fn sheet(stream: &[u8], start: usize) -> Hidden {
    let mut hidden = Hidden::default();
    // The sheet's own beginning is a record like any other.
    for (id, data) in (Records { bytes: stream, at: start }).take_while(|(id, _)| *id != END) {
        match id {
            ROW if byte(data, 12) & 0x20 != 0 => {
                hidden.rows.insert(u32::from(word(data, 0)));
            }
            COLUMNS if byte(data, 8) & 1 != 0 => hidden.columns.extend(word(data, 0)..=word(data, 2).min(255)),
            _ => {}
        }
    }
    hidden
}

/// Records one after another: an id, a length, and so many bytes.
struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = (u16, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let head = self.bytes.get(self.at..)?;
        let (id, length) = (word(head.get(..4)?, 0), usize::from(word(head, 2)));
        let data = head.get(4..4 + length)?;
        self.at += 4 + length;
        Some((id, data))
    }
}

/// The name of a sheet and where it begins; only BIFF8, where names are marked as wide or narrow.
fn bound_sheet((id, data): (u16, &[u8])) -> Option<(String, usize)> {
    if id != BOUND_SHEET {
        return None;
    }
    let start = usize::from(word(data, 0)) | usize::from(word(data, 2)) << 16;
    let (length, is_wide) = (usize::from(byte(data, 6)), byte(data, 7) & 1 != 0);
    let text = data.get(8..)?;
    let name = if is_wide {
        let units: Vec<u16> = text.get(..length * 2)?.chunks_exact(2).map(|pair| word(pair, 0)).collect();
        String::from_utf16_lossy(&units)
    } else {
        text.get(..length)?.iter().map(|byte| char::from(*byte)).collect()
    };
    Some((name, start))
}

fn byte(data: &[u8], at: usize) -> u8 {
    data.get(at).copied().unwrap_or(0)
}

fn word(data: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([byte(data, at), byte(data, at + 1)])
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn record(id: u16, data: &[u8]) -> Vec<u8> {
        let length = u16::try_from(data.len()).unwrap();
        [&id.to_le_bytes()[..], &length.to_le_bytes(), data].concat()
    }

    fn workbook() -> Vec<u8> {
        let bof = record(0x0809, &[0; 16]);
        let name: Vec<u8> = "Лист".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let entry = |start: u32| record(BOUND_SHEET, &[&start.to_le_bytes()[..], &[0, 0, 4, 1], &name].concat());
        let start = u32::try_from(bof.len() + entry(0).len() + record(END, &[]).len()).unwrap();
        let mut hidden_row = [0; 16];
        (hidden_row[0], hidden_row[12]) = (6, 0x20);
        let stream = [
            bof.clone(),
            entry(start),
            record(END, &[]),
            bof,
            record(COLUMNS, &[2, 0, 3, 0, 0, 0, 0, 0, 1, 0, 0, 0]),
            record(ROW, &[0; 16]),
            record(ROW, &hidden_row),
            record(END, &[]),
        ];
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("/Workbook").unwrap().write_all(&stream.concat()).unwrap();
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn hidden_rows_and_columns_of_an_old_workbook_are_found() {
        let hidden = hidden(&workbook());
        let expected = Hidden { rows: BTreeSet::from([6]), columns: BTreeSet::from([2, 3]) };
        assert_eq!(hidden, BTreeMap::from([("Лист".to_owned(), expected)]));
    }

    #[test]
    fn what_is_cut_hides_nothing() {
        let whole = workbook();
        for end in (0..whole.len()).step_by(61) {
            let _ = hidden(&whole[..end]);
        }
        assert!(hidden(b"").is_empty());
    }
}
