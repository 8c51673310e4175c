//! Readers of workbooks, each under its own disguise: the bytes are a whole file, or parts that are packed into one.

use svod::read;

use crate::{judge, packages};

/// The bytes are a file: inspection, sniffing, and the formats that are plain text.
pub(crate) fn whole(bytes: &[u8]) {
    judge::file(bytes);
}

/// The bytes are the XML parts of a workbook; `xlsm`, strict and prefixed ones are among the seeds.
pub(crate) fn xlsx(bytes: &[u8]) {
    judge::file(&packages::xlsx(bytes));
}

/// The bytes are one of the binary parts of a workbook, chosen by the first of them.
pub(crate) fn xlsb(bytes: &[u8]) {
    judge::file(&packages::xlsb(bytes));
}

/// The bytes are the stream of a workbook within a compound file.
pub(crate) fn xls(bytes: &[u8]) {
    judge::file(&packages::xls(bytes));
}

/// The bytes are the content of an open document.
pub(crate) fn ods(bytes: &[u8]) {
    judge::file(&packages::ods(bytes));
}

/// The bytes are the document of a Word file.
pub(crate) fn docx(bytes: &[u8]) {
    judge::file(&packages::docx(bytes));
}

/// The bytes are what a worker answers that was taken over by a file: believed only within the limits.
pub(crate) fn answer(bytes: &[u8]) {
    let limits = judge::limits();
    if let Some(received) = read::decode(bytes, &limits) {
        let sent = read::encode(&received);
        let again = read::decode(&sent, &limits).expect("what was believed once is believed again");
        assert_eq!(sent, read::encode(&again));
    }
}
