//! Why an artifact could not be written. What is wrong with the data is a finding and never comes here.

use super::LetterheadError;
use crate::words::PatternError;

/// svod could not write an artifact.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A sentence of the form names something that svod does not give it, or cannot be read.
    #[error("the form's report: {place}: {source}")]
    Sentence {
        /// Where in the form it stands: `report.closing.text`.
        place: &'static str,
        source: PatternError,
    },
    /// The workbook's writer refused something.
    #[error("the consolidated workbook could not be written: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The document's parts could not be written or packed.
    #[error("the report could not be written: {0}")]
    Document(#[from] std::io::Error),
    #[error("the report could not be packed: {0}")]
    Package(#[from] zip::result::ZipError),
    /// The pages could not be set, in the words of the typesetter.
    #[cfg(feature = "pdf")]
    #[error("the PDF could not be written: {0}")]
    Pages(String),
    /// The institution's own Word file cannot take the report.
    #[error("the letterhead cannot be used: {0}")]
    Letterhead(#[from] LetterheadError),
    /// The page's template could not be filled.
    #[error("the page could not be written: {0}")]
    Page(#[from] askama::Error),
    /// The tables could not be written.
    #[error("a table of the data package could not be written: {0}")]
    Table(#[from] csv::Error),
    /// A number that JSON does not know.
    #[error("the data could not be written: {0}")]
    Data(#[from] serde_json::Error),
}
