//! The report as PDF: the same pages as the Word document, set by Typst, for reading, sending and keeping.
//!
//! In: the [`Report`](super::Report) model. Out: the bytes of a tagged PDF that keeps to PDF/A-2a and PDF/UA-1, the same
//! for the same input. It is built with the cargo feature `pdf` alone; without it there is no PDF, and whoever asks for one
//! gets none. It knows nothing of events.

#[cfg(feature = "pdf")]
mod fonts;
#[cfg(feature = "pdf")]
mod input;
#[cfg(feature = "pdf")]
mod lines;
#[cfg(feature = "pdf")]
mod press;

#[cfg(test)]
#[cfg(feature = "pdf")]
mod tests;

use super::Error;
use crate::flow::{Artifact, Consolidated};
use crate::form::Form;
use crate::words::Language;

/// Writes the report; `None` where svod was built without PDF.
///
/// # Errors
/// When a sentence of the form cannot be said, or the pages cannot be set.
#[cfg(feature = "pdf")]
pub fn pdf(consolidated: &Consolidated, form: &Form, language: Language) -> Result<Option<Artifact>, Error> {
    use super::{Report, sentences};
    use crate::flow::ArtifactKind;
    use crate::style;

    let report = Report::of(consolidated, form, language)?;
    let args = sentences::args(consolidated, form, language);
    let stem = sentences::say(&form.report.document_name, "report.document-name", language, &args)?;
    let input = |parting| input::report(&report, &stem, consolidated.period.last_day(), language, parting);
    let bytes = press::pages(&stem, input)?;
    Ok(Some(Artifact { kind: ArtifactKind::Pdf, name: style::file_name(&stem, "pdf"), bytes }))
}

/// Writes the report; `None` where svod was built without PDF.
///
/// # Errors
/// None.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Consolidated, _: &Form, _: Language) -> Result<Option<Artifact>, Error> {
    Ok(None)
}
