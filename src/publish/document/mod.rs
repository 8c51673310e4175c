//! The report as a Word document, ready to be signed: A4 landscape, header row repeated, section rows across.
//!
//! In: the [`Report`] model. Out: the bytes of a DOCX, the same for the same input. It knows nothing of events.

mod body;
mod package;
mod parts;
mod signature;

#[cfg(test)]
mod tests;

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
    let bytes = package::pack(&[
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", parts::relations()),
        ("docProps/core.xml", parts::properties(&report.title.join(" "), language)),
        ("word/_rels/document.xml.rels", parts::document_relations()),
        ("word/document.xml", body::document(&report, language)?),
        ("word/styles.xml", parts::styles(language)),
        ("word/settings.xml", parts::settings()),
        ("word/header1.xml", parts::header()),
    ])?;
    Ok(Artifact { kind: ArtifactKind::Report, name: style::file_name(&stem, "docx"), bytes })
}
