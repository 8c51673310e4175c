//! A new workbook with the house's font and fixed properties, and its bytes.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use super::{cell, look};

/// A workbook in the house's font whose properties say `title` and the author «svod», and always the same day of
/// creation, so that the same input gives the same bytes.
///
/// # Errors
/// Never in practice: the font's measures are ones that `rust_xlsxwriter` knows.
pub fn new_book(title: &str) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    // Seventeen pixels are Arial 10's own row height; 64 is the column width whose digits are seven pixels wide.
    book.set_default_format(&Format::new().set_font_name(look::FONT).set_font_size(look::SIZE), 17, 64)?;
    let properties = DocProperties::new()
        .set_title(cell::clean(title).chars().take(250).collect::<String>())
        .set_author("svod")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2024, 1, 1)?);
    book.set_properties(&properties);
    Ok(book)
}

/// The workbook's bytes.
///
/// # Errors
/// Whatever `rust_xlsxwriter` refuses to write.
pub fn save(mut book: Workbook) -> Result<Vec<u8>, XlsxError> {
    book.save_to_buffer()
}
