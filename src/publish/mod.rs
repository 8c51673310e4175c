//! Consolidated → artifacts: the report that is signed, the consolidated workbook.
//!
//! In: what the merge gives, the form, the register. Out: bytes with a name. It knows nothing of folders: links to the
//! originals are relative to `<workspace>/<period>/report/`, where the artifacts lie.
//!
//! There is one [`report`] model. The writers take it (or the consolidated data) and never meet each other.

mod brief;
mod data;
mod document;
mod edition;
mod error;
mod figures;
mod headline;
mod package;
mod page;
mod pdf;
mod reason;
mod reported;
pub mod report;
pub mod sentences;
mod subject;
mod workbook;

#[cfg(test)]
mod fixture;

pub use brief::{Bar, Bars, Block, Body, Brief, Drawn, Fact, FigureTable, Lines, MOST_LINES, Shown};
pub use data::{data, schema};
pub use document::{LetterheadError, brief, changes, document};
pub use edition::{Difference, Edition, EditionEvent, EditionField, EditionFigure, differences};
pub use error::Error;
pub use figures::{Breakdown, Figures, Largest, SignedDocument};
pub use headline::{Beside, Headline, Line, Measures, Past, Relation, change, grouped};
pub use package::package;
pub use page::page;
pub use pdf::{pdf, pdf_of_changes};
pub use reason::reason;
pub use report::{Report, ReportColumn, ReportRow, ReportSection};
pub use subject::Subject;
pub use workbook::{questions, questions_name, workbook};

use crate::flow::Artifact;

/// Everything that a run leaves behind: the consolidated workbook, the report, the page, the data, and, where something is
/// asked, the workbook of questions.
///
/// # Errors
/// When a sentence of the form cannot be said, or a writer refuses something.
pub fn publish(subject: &Subject) -> Result<Vec<Artifact>, Error> {
    let Subject { data: consolidated, form, language, .. } = *subject;
    let mut printed = pdf(subject)?.into_iter();
    let mut artifacts = vec![workbook(subject)?, document(subject)?];
    artifacts.extend(printed.next());
    artifacts.push(brief(subject)?);
    artifacts.extend(printed);
    artifacts.extend([page(subject)?, data(consolidated, form, language)?]);
    artifacts.extend(package(subject)?);
    artifacts.extend(questions(subject)?);
    Ok(artifacts)
}
