//! The institution's own Word file, in which the report's place is marked: the mark is replaced by the report, everything else
//! is kept as it is.
//!
//! In: the bytes of the letterhead, and the report. Out: the bytes of a DOCX, the same for the same input. The file comes from
//! outside: only three of its parts are unpacked, up to a limit, and the others are copied without being looked at.

mod package;
mod place;

use quick_xml::Writer;

use super::super::{Error, Report};
use super::{body, parts};
use crate::words::Language;

/// Why a letterhead cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LetterheadError {
    /// It is no Word document, or is damaged.
    #[error("it is no Word document (.docx), or it is damaged")]
    Damaged,
    /// It is larger than any letterhead.
    #[error("it is too large")]
    TooLarge,
    /// It is protected by a password.
    #[error("it is protected by a password")]
    Locked,
    /// No paragraph of its body holds the mark and nothing else.
    #[error("no paragraph of it says {{{{report}}}}")]
    NoPlace,
    #[error("more than one paragraph of it says {{{{report}}}}")]
    SeveralPlaces,
}

/// The letterhead with the report in the place of the mark.
///
/// # Errors
/// [`LetterheadError`] where the file cannot be used.
pub(super) fn fill(letterhead: &[u8], report: &Report, language: Language) -> Result<Vec<u8>, Error> {
    let mut opened = package::open(letterhead)?;
    let place = place::find(&opened.document)?;
    let mut xml = Writer::new(Vec::new());
    body::report(&mut xml, report, language, place.room)?;
    let report = xml.into_inner();
    let (before, after) = (&opened.document[..place.paragraph.start], &opened.document[place.paragraph.end..]);
    let document = [before, &String::from_utf8_lossy(&report), after].concat();
    let styles = with_styles(&opened.styles, language)?;
    opened.pack(&document, &styles)
}

/// The letterhead's styles and those of the report; one that the letterhead has already stays as it is there.
fn with_styles(styles: &str, language: Language) -> Result<String, LetterheadError> {
    let end = styles.rfind("</w:styles>").ok_or(LetterheadError::Damaged)?;
    let (before, after) = styles.split_at(end);
    let missing = parts::own_styles(language)
        .into_iter()
        .filter(|(id, _)| !before.contains(&format!(r#"w:styleId="{id}""#)))
        .map(|(_, style)| style);
    Ok(before.chars().chain(missing.collect::<String>().chars()).chain(after.chars()).collect())
}

#[cfg(test)]
mod tests;
