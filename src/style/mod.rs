//! The shared look of every workbook that svod writes: colours, formats, and the few ways to put words in cells.
//!
//! In: words and days. Out: formats, safe names, cells. Text always becomes a string, never a formula. It knows nothing
//! of forms, rows or reports.

mod book;
mod cell;
mod height;
mod look;
mod names;
mod palette;

pub use book::{new_book, save};
pub use cell::{LIMIT, clean, date, exact, excel_day, integer, number, text, written_day};
pub use height::{lines, row_height};
pub use look::{
    as_day, base, body, body_date, body_integer, caption, code, contradiction, error, header_cell, heading, hint,
    input, input_date, input_integer, input_number, label, missing, note, plain, ready, section, warning, with_frame,
};
pub use names::{defined_name, file_name, range, sheet_name};
pub use palette::{
    ACCENT, BORDER, CONTRADICTION, CONTRADICTION_INK, HEADER, INK, INPUT, INPUT_BORDER, MISSING, MISSING_INK, MUTED,
    READY, READY_INK, SECTION,
};

#[cfg(test)]
mod tests;
