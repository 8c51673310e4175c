//! The list of what would go to whom, as a workbook: looked at before anything is sent.

use rust_xlsxwriter::Worksheet;

use super::Error;
use crate::style;
use crate::words::{self, Language};

/// One letter, or one institution that gets none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub institution: String,
    pub code: String,
    pub kind: String,
    pub to: String,
    pub subject: String,
    pub attachments: String,
    /// What became of it, or why there is none.
    pub fate: String,
    /// Whether a person must look at it.
    pub needs_person: bool,
}

const COLUMNS: [(&str, f64); 7] = [
    ("institution", 34.0),
    ("code", 16.0),
    ("kind", 18.0),
    ("to", 32.0),
    ("subject", 54.0),
    ("attachments", 44.0),
    ("fate", 40.0),
];

/// The workbook's bytes.
///
/// # Errors
/// When there are more lines than a sheet has rows.
pub fn list(lines: &[Line], language: Language) -> Result<Vec<u8>, Error> {
    let say = |id: &str| words::plain(language, &format!("letters-{id}"));
    let mut book = style::new_book(&say("sheet"))?;
    let sheet = book.add_worksheet();
    sheet.set_name(say("sheet"))?;
    for (col, (id, width)) in (0..).zip(COLUMNS) {
        style::text(sheet, 0, col, &say(id), &style::header_cell())?;
        sheet.set_column_width(col, width)?;
    }
    for (row, line) in (1..).zip(lines) {
        write(sheet, row, line)?;
    }
    sheet.set_row_height(0, 24)?.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(style::save(book)?)
}

fn write(sheet: &mut Worksheet, row: u32, line: &Line) -> Result<(), Error> {
    let texts = [&line.institution, &line.code, &line.kind, &line.to, &line.subject, &line.attachments, &line.fate];
    for ((col, text), _) in (0..).zip(texts).zip(COLUMNS) {
        let format = if line.needs_person && col == 6 { style::error() } else { style::body() };
        style::text(sheet, row, col, text, &format)?;
    }
    let widths = COLUMNS.map(|(_, width)| width);
    sheet.set_row_height(row, style::row_height(texts.into_iter().map(String::as_str).zip(widths)))?;
    Ok(())
}
