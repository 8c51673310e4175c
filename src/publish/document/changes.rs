//! «Что изменилось» as a Word document: what an edition says differently from the one before.
//!
//! In: two editions. Out: the bytes of a DOCX. It knows nothing of where editions are kept.

use super::super::Error;
use super::super::edition::{Edition, told};
use super::body::{self, Paper};
use super::frame::{self, Sheet};
use super::paragraph::paragraph;
use crate::flow::{Artifact, ArtifactKind};
use crate::style;
use crate::words::Language;

/// Writes what `after` says differently from `before`.
///
/// # Errors
/// When the document cannot be packed.
pub fn changes(before: &Edition, after: &Edition, language: Language) -> Result<Artifact, Error> {
    let (report, stem) = told(before, after, language);
    let title = report.title.join(" ");
    let sheet = Sheet { paper: Paper::Landscape, title: &title, foot: None, language };
    let bytes = frame::document(&sheet, |xml| {
        body::unsigned(xml, &report, body::room(Paper::Landscape))?;
        // A document does not end with a table.
        paragraph(xml, "SvodEnd", "")
    })?;
    Ok(Artifact { kind: ArtifactKind::Changes, name: style::file_name(&stem, "docx"), bytes })
}
