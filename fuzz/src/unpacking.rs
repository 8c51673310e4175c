//! Archives and letters: what is taken out of them, and within which limits.

use svod::collect::{UnpackLimits, unpack, wrapper};

use crate::packages::{self, BETWEEN};

fn limits() -> UnpackLimits {
    UnpackLimits { files: 20, file: 64 << 10, inflated: 256 << 10 }
}

/// The bytes are an archive or a letter.
pub(crate) fn whole(bytes: &[u8]) {
    let limits = limits();
    let unpacked = unpack(bytes, &limits);
    assert!(unpacked == unpack(bytes, &limits), "the same bytes, other files");
    let Ok(unpacked) = unpacked else { return };
    assert!(wrapper(bytes).is_some(), "nothing is taken from what is no archive");
    assert!(!unpacked.files.is_empty(), "an archive without a workbook is refused");
    assert!(unpacked.files.len() + unpacked.aside.len() <= limits.files, "too many files");
    let sizes = || unpacked.files.iter().map(|file| file.bytes.len() as u64);
    assert!(sizes().all(|size| size <= limits.file) && sizes().sum::<u64>() <= limits.inflated, "too many bytes");
    for name in unpacked.files.iter().map(|file| &file.name).chain(&unpacked.aside) {
        assert!(!name.is_empty() && !name.contains(['/', '\\']), "a name that may be taken for a path: {name:?}");
        assert!(!name.chars().any(char::is_control), "a name that cannot be shown: {name:?}");
    }
    for file in &unpacked.files {
        assert_eq!(wrapper(&file.bytes), None, "an archive within");
    }
}

/// The bytes are names and contents, in turns, of the files of a sound archive.
pub(crate) fn zipped(bytes: &[u8]) {
    let pieces: Vec<&[u8]> = bytes.split(|byte| *byte == BETWEEN).collect();
    let names: Vec<String> = pieces.iter().step_by(2).map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    let contents = pieces.iter().skip(1).step_by(2);
    whole(&packages::zipped(names.iter().map(String::as_str).zip(contents.copied())));
}
