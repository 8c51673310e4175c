//! People's decisions: what is remembered of them, and what they mean for the rows of a run.
//!
//! In: the journal's entries, rows, questions. Out: [`crate::flow::Rulings`] for linking and merging, what was decided about a question
//! before, and the next entry of the journal. It knows nothing of workbooks, files and clocks.

mod answer;
mod apply;
mod edits;
mod files;
mod memory;

pub use answer::{Error, Said, answer};
pub use edits::KeptEdit;
pub use memory::{Kept, Memory};

#[cfg(test)]
mod tests;
