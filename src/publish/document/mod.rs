//! The report as a Word document, ready to be signed: A4 landscape, header row repeated, section rows across.
//!
//! In: the [`Report`] model. Out: the bytes of a DOCX, the same for the same input. It knows nothing of events.

mod bars;
mod body;
mod brief;
mod changes;
mod frame;
mod grid;
mod package;
mod parts;
mod shrink;
mod signature;

#[cfg(test)]
mod tests;

pub use self::brief::brief;
pub use self::changes::changes;
use super::{Error, Report, sentences};
use crate::flow::{Artifact, ArtifactKind, Consolidated};
use crate::form::Form;
use crate::style;
use crate::words::Language;

/// Writes the report.
///
/// # Errors
/// When a sentence of the form cannot be said.
pub fn document(consolidated: &Consolidated, form: &Form, language: Language) -> Result<Artifact, Error> {
    let report = Report::of(consolidated, form, language)?;
    let args = sentences::args(consolidated, form, language);
    let stem = sentences::say(&form.report.document_name, "report.document-name", language, &args)?;
    let bytes = frame::document(&report.title.join(" "), language, |xml| body::report(xml, &report, language))?;
    Ok(Artifact { kind: ArtifactKind::Report, name: style::file_name(&stem, "docx"), bytes })
}
