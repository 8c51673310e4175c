//! The contract of the sheets on which a person answers row by row: rows that errors keep out, and the coordinator's
//! corrections. Over the headings stands a hidden row with the ids of the columns; the last column, hidden, says what each
//! row is about. The workbook's mark has a digest of each row without its answer. It knows nothing of how they look.

use serde::{Deserialize, Serialize};

/// Id of the column of answers.
pub const ANSWER_ID: &str = "svod-row-answer";
/// Id of the column of reasons.
pub const REASON_ID: &str = "svod-row-reason";
/// Id of the hidden column that says what a row is about.
pub const ABOUT_ID: &str = "svod-row-about";

/// Begins the ids of all other columns, by their numbers from 0.
pub const SHOWN_ID: &str = "svod-row-shown-";

/// Ids of the answers in `locales/`, for rows that errors keep out.
pub const ANSWERS_ABOUT_ROW: [&str; 2] = ["answer-take", "answer-refuse"];
/// The same for corrections.
pub const ANSWERS_ABOUT_CORRECTION: [&str; 2] = ["answer-keep", "answer-give-back"];

/// The kinds of digests of such a sheet: of its headings, and of a row with what is shown beside its answer.
pub const UNIT_OF_HEADINGS: &str = "headings";
pub const UNIT_OF_ROW: &str = "row";

/// What a row of such a sheet is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum About {
    /// A row that errors keep out, by whose it is and what it says.
    Row { institution: String, print: String, called: String },
    /// A row that was taken as it is, by the number of the decision.
    Taken { number: u64 },
    /// A correction by its number, with what the institutions say by now: a content of a cell, as JSON.
    Correction { number: u64, now: String },
}
