//! Proves that a file is there to its last byte, whatever its times say and whoever may still have it open.
//!
//! In: bytes. Out: proved, or not, which says nothing: most formats cannot prove it. A zip can, and so can every workbook
//! that is one: its directory lies at its very end, and each of its parts has a check sum. A hole that a writer has yet to
//! fill, in space that was allocated before, breaks one of them.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::record::ParcelId;

const LOCAL: &[u8] = b"PK\x03\x04";
const END: &[u8] = b"PK\x05\x06";
/// Length of the record that ends a zip, without its remark.
const END_LENGTH: usize = 22;
/// Length of the end of a file that holds that record, with the longest remark.
pub const TAIL: usize = END_LENGTH + 0xFFFF;
/// Length of the beginning that is looked at.
pub const HEAD: usize = 4;
/// A name of fewer digits is no proof.
const DIGITS: usize = 16;

/// Tells from both ends of a file whether it is worth reading for a proof.
#[must_use]
pub fn may_be_whole(name: &str, head: &[u8], tail: &[u8], size: u64) -> bool {
    digits(name).is_some() || head.starts_with(LOCAL) && directory(tail, size).is_some()
}

/// Proves a zip by its directory and the check sums of all its parts. Called in a worker process: it inflates everything, but
/// no more than `most` bytes, for a zip need not be honest.
#[must_use]
pub fn is_whole_zip(bytes: &[u8], most: u64) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    let Some(directory) = directory(tail, bytes.len() as u64).filter(|_| bytes.starts_with(LOCAL)) else {
        return false;
    };
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return false };
    // Where the directory has a hole, that of an archive within may have been found instead.
    if (archive.central_directory_start(), archive.len() as u64) != (directory.start, directory.parts) {
        return false;
    }
    let mut left = most;
    (0..archive.len()).all(|index| archive.by_index(index).is_ok_and(|mut part| is_sound(&mut part, &mut left)))
}

/// Reads a part to its end, where its check sum is compared.
fn is_sound(part: &mut impl Read, left: &mut u64) -> bool {
    let mut piece = [0; 1 << 13];
    loop {
        match part.read(&mut piece) {
            Ok(0) => return true,
            Ok(length) if length as u64 <= *left => *left -= length as u64,
            Ok(_) | Err(_) => return false,
        }
    }
}

/// Proves a file by its name, where svod itself called it by its digest: a letter that was fetched.
#[must_use]
pub fn is_called_by_digest(name: &str, id: &ParcelId) -> bool {
    digits(name).is_some_and(|digits| id.0.starts_with(digits))
}

fn digits(name: &str) -> Option<&str> {
    let stem = name.split('.').next()?;
    let is_digest = stem.len() >= DIGITS && stem.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_digest.then_some(stem)
}

/// Place of the directory in a zip, and the number of its parts.
struct Directory {
    start: u64,
    parts: u64,
}

/// The directory that stands right before the record that ends a zip, where that record is the last of the file.
fn directory(tail: &[u8], size: u64) -> Option<Directory> {
    let ends = (0..=tail.len().saturating_sub(END_LENGTH)).rev();
    ends.filter_map(|at| tail.get(at..)).filter(|end| end.starts_with(END)).find_map(|end| named_by(end, size))
}

fn named_by(end: &[u8], size: u64) -> Option<Directory> {
    let number = |at: usize, bytes: usize| -> Option<u64> {
        let field = end.get(at..at + bytes)?;
        Some(field.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    };
    let (parts, length, start, remark) = (number(10, 2)?, number(12, 4)?, number(16, 4)?, number(20, 2)?);
    let is_last = end.len() as u64 == END_LENGTH as u64 + remark;
    (is_last && parts > 0 && start + length + end.len() as u64 == size).then_some(Directory { start, parts })
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::Arc;

    use zip::write::SimpleFileOptions;

    use super::*;

    /// Much smaller than what a system writes at once.
    const HOLE: usize = 64;
    const MOST: u64 = 1 << 20;

    fn zipped(remark: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["a.txt", "b.txt"] {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(name.repeat(2_000).as_bytes()).unwrap();
        }
        // A part that is a zip itself and lies there as it is: its end looks like an end.
        let inner = {
            let mut inner = zip::ZipWriter::new(Cursor::new(Vec::new()));
            inner.start_file("c.txt", SimpleFileOptions::default()).unwrap();
            inner.write_all(b"c").unwrap();
            inner.finish().unwrap().into_inner()
        };
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        writer.start_file("inner.zip", stored).unwrap();
        writer.write_all(&inner).unwrap();
        writer.set_comment(remark).unwrap();
        writer.finish().unwrap().into_inner()
    }

    fn ends(bytes: &[u8]) -> bool {
        let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
        may_be_whole("a.xlsx", &bytes[..bytes.len().min(HEAD)], tail, bytes.len() as u64)
    }

    #[test]
    fn a_zip_is_whole_with_its_last_byte_and_not_before() {
        for remark in ["", "сжато"] {
            let bytes = zipped(remark);
            assert!(ends(&bytes) && is_whole_zip(&bytes, MOST));
            for length in 0..bytes.len() {
                assert!(
                    !ends(&bytes[..length]) && !is_whole_zip(&bytes[..length], MOST),
                    "{length} of {}",
                    bytes.len()
                );
            }
        }
    }

    #[test]
    fn a_hole_in_allocated_space_is_no_whole_zip_wherever_it_is() {
        let bytes = zipped("");
        for at in (0..bytes.len() - HOLE).step_by(8) {
            let mut holed = bytes.clone();
            holed[at..at + HOLE].fill(0);
            assert!(!is_whole_zip(&holed, MOST), "bytes {at} and on of {}", bytes.len());
        }
    }

    #[test]
    fn a_zip_that_grows_beyond_measure_is_not_proved() {
        assert!(!is_whole_zip(&zipped(""), 10_000));
    }

    #[test]
    fn a_letter_that_svod_fetched_is_called_by_its_digest() {
        let id = ParcelId(Arc::from("0123456789abcdef".repeat(4)));
        assert!(is_called_by_digest("0123456789abcdef.eml", &id));
        assert!(is_called_by_digest(&format!("{id}.eml"), &id));
        for other in ["0123456789abcdee.eml", "0123.eml", "отчёт.eml", "20240403.eml"] {
            assert!(!is_called_by_digest(other, &id), "{other}");
        }
    }
}
