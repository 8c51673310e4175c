//! Consolidated → artifacts: the report that is signed, the consolidated workbook.
//!
//! In: what the merge gives, the form, the register. Out: bytes with a name. It knows nothing of folders: links to the
//! originals are relative to `<workspace>/<period>/report/`, where the artifacts lie.
//!
//! There is one [`report`] model. The writers take it (or the consolidated data) and never meet each other.

mod error;
pub mod report;
pub mod sentences;
mod workbook;

#[cfg(test)]
mod fixture;

pub use error::Error;
pub use report::{Report, ReportColumn, ReportRow, ReportSection};
pub use workbook::workbook;
