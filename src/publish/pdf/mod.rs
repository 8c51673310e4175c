//! The report, the summary on one page and what an edition changed, as PDF: the same as in the Word documents, set by Typst, for
//! reading, sending and keeping.
//!
//! In: the models that the other writers take, too. Out: the bytes of tagged PDFs that keep to PDF/A-2a and PDF/UA-1, the same
//! for the same input. They are built with the cargo feature `pdf` alone; without it there are none. It knows nothing of events.

#[cfg(feature = "pdf")]
mod brief;
#[cfg(feature = "pdf")]
mod fonts;
#[cfg(feature = "pdf")]
mod input;
#[cfg(feature = "pdf")]
mod lines;
#[cfg(feature = "pdf")]
mod press;
#[cfg(feature = "pdf")]
mod printed;

#[cfg(test)]
#[cfg(feature = "pdf")]
mod tests;

use super::{Edition, Error, Subject};
use crate::flow::Artifact;
use crate::words::Language;

/// Writes the report and the summary; nothing where svod was built without PDF.
///
/// # Errors
/// When a sentence of the form cannot be said, or the pages cannot be set.
pub fn pdf(subject: &Subject) -> Result<Vec<Artifact>, Error> {
    #[cfg(feature = "pdf")]
    return Ok(vec![printed::report(subject)?, printed::brief(subject)?]);
    #[cfg(not(feature = "pdf"))]
    {
        let _ = subject;
        Ok(Vec::new())
    }
}

/// Writes what `after` says differently from `before`; nothing where svod was built without PDF.
///
/// # Errors
/// When the pages cannot be set.
pub fn pdf_of_changes(before: &Edition, after: &Edition, language: Language) -> Result<Option<Artifact>, Error> {
    #[cfg(feature = "pdf")]
    return printed::changes(before, after, language).map(Some);
    #[cfg(not(feature = "pdf"))]
    {
        let _ = (before, after, language);
        Ok(None)
    }
}
