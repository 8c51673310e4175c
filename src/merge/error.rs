//! What must never happen: a sum that does not add up.

use crate::flow::SourceRow;

/// The rows that are told of are not the rows that were received. The fault is svod's, never the data's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// An accepted row stands in no event.
    #[error("the row {row} of {file} is in no event")]
    Lost { file: String, row: String },
    /// A row has two places in the sum.
    #[error("the row {row} of {file} is counted twice")]
    Twice { file: String, row: String },
    /// Something else than the rows received is told of.
    #[error("{told} rows are told of, {counted} were counted")]
    Sum { told: usize, counted: usize },
}

impl Error {
    pub(super) fn lost(source: &SourceRow) -> Self {
        Self::Lost { file: source.file.to_string(), row: row(source) }
    }

    pub(super) fn twice(source: &SourceRow) -> Self {
        Self::Twice { file: source.file.to_string(), row: row(source) }
    }
}

fn row(source: &SourceRow) -> String {
    format!("{}, {}", source.id.sheet, source.id.cell)
}
