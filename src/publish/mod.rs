//! Consolidated → artifacts: the report that is signed, the consolidated workbook.
//!
//! In: what the merge gives, the form, the register. Out: bytes with a name. It knows nothing of folders: links to the
//! originals are relative to `<workspace>/<period>/report/`, where the artifacts lie.
//!
//! There is one [`report`] model. The writers take it (or the consolidated data) and never meet each other.

mod data;
mod document;
mod error;
mod reason;
pub mod report;
pub mod sentences;
mod workbook;

#[cfg(test)]
mod fixture;

pub use data::{data, schema};
pub use document::document;
pub use error::Error;
pub use reason::reason;
pub use report::{Report, ReportColumn, ReportRow, ReportSection};
pub use workbook::{questions, questions_name, workbook};

use crate::flow::{Artifact, Consolidated};
use crate::form::Form;
use crate::register::Register;
use crate::words::Language;

/// Everything that a run leaves behind: the consolidated workbook, the report, the data, and, where something is
/// asked, the workbook of questions.
///
/// # Errors
/// When a sentence of the form cannot be said, or a writer refuses something.
pub fn publish(
    consolidated: &Consolidated,
    form: &Form,
    register: &Register,
    language: Language,
) -> Result<Vec<Artifact>, Error> {
    let mut artifacts = vec![
        workbook(consolidated, form, register, language)?,
        document(consolidated, form, language)?,
        data(consolidated, form, language)?,
    ];
    artifacts.extend(questions(consolidated, form, register, language)?);
    Ok(artifacts)
}
