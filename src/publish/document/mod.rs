//! The report as a Word document, ready to be signed: A4 landscape, header row repeated, section rows across.
//!
//! In: the [`Report`] model. Out: the bytes of a DOCX, the same for the same input. It knows nothing of events.

mod bars;
mod body;
mod brief;
mod changes;
mod frame;
mod grid;
mod letterhead;
mod package;
mod pages;
mod paragraph;
mod parts;
mod shrink;
mod signature;
mod table;

#[cfg(test)]
mod tests;

use self::body::Paper;
pub use self::brief::brief;
pub use self::changes::changes;
use self::frame::Sheet;
pub use self::letterhead::LetterheadError;
use super::{Error, Report, Subject, sentences};
use crate::flow::{Artifact, ArtifactKind};
use crate::style;

/// Writes the report, on the institution's own letterhead where there is one.
///
/// # Errors
/// When a sentence of the form cannot be said, or the letterhead cannot be used.
pub fn document(subject: &Subject) -> Result<Artifact, Error> {
    let Subject { data, form, language, .. } = *subject;
    let report = Report::of(data, form, language)?;
    let args = sentences::args(data, form, language);
    let stem = sentences::say(&form.report.document_name, "report.document-name", language, &args)?;
    let edition = subject.edition_line();
    let bytes = if let Some(letterhead) = subject.letterhead {
        letterhead::fill(letterhead, &report.with_remark(edition), language)?
    } else {
        let title = report.title.join(" ");
        let sheet = Sheet { paper: Paper::Landscape, title: &title, foot: edition.as_deref(), language };
        frame::document(&sheet, |xml| body::report(xml, &report, language, body::room(Paper::Landscape)))?
    };
    Ok(Artifact { kind: ArtifactKind::Report, name: style::file_name(&stem, "docx"), bytes })
}
