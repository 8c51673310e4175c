//! «Что изменилось»: what an edition says differently from the one before, as a table that is read beside the report.
//!
//! In: two editions. Out: the bytes of a DOCX. It knows nothing of where editions are kept.

use std::io;

use super::super::Error;
use super::super::edition::{Difference, Edition, differences};
use super::body::{Follow, Xml, body_row_of, cells_of, head_row, paragraph, printable, section_row};
use super::{frame, grid};
use crate::flow::{Artifact, ArtifactKind};
use crate::style;
use crate::words::{self, Args, Language};

/// Shares of the width: number, event, what of it, was, is.
const WIDTHS: [f64; 5] = [0.05, 0.25, 0.16, 0.27, 0.27];

/// Writes what `after` says differently from `before`.
///
/// # Errors
/// When the document cannot be packed.
pub fn changes(before: &Edition, after: &Edition, language: Language) -> Result<Artifact, Error> {
    let args = Args::new()
        .with("period", after.period.name(language))
        .with("number", after.number)
        .with("before", before.number);
    let say = |id: &str| words::text(language, &format!("edition-{id}"), &args);
    let found = differences(before, after);
    let bytes = frame::document(&say("title"), language, |xml| {
        for id in ["title", "compared"] {
            paragraph(xml, "SvodTitle", &say(id))?;
        }
        paragraph(xml, "SvodTitle", "")?;
        if found.is_empty() {
            return paragraph(xml, "SvodClosing", &say("nothing-changed"));
        }
        table(xml, &found, language)
    })?;
    Ok(Artifact { kind: ArtifactKind::Changes, name: style::file_name(&say("document-name"), "docx"), bytes })
}

fn table(xml: &mut Xml, found: &[Difference], language: Language) -> io::Result<()> {
    let widths = grid::widths(&WIDTHS, printable());
    let say = |id: &str| words::plain(language, &format!("edition-head-{id}"));
    grid::table(xml, &widths, |xml| {
        head_row(xml, &widths, &["number", "event", "field", "before", "after"].map(say))?;
        let (whole, events): (Vec<_>, Vec<_>) = found.iter().partition(|one| is_of_the_whole(one));
        for (id, part) in [("whole", whole), ("events", events)] {
            if !part.is_empty() {
                section_row(xml, &say(id), widths.len(), widths.iter().sum())?;
            }
            for difference in part {
                let cells = cells(difference, language);
                body_row_of(xml, &cells_of(&cells), &widths, Follow::Freely)?;
            }
        }
        Ok(())
    })?;
    // A document does not end with a table.
    paragraph(xml, "SvodEnd", "")
}

fn is_of_the_whole(difference: &Difference) -> bool {
    matches!(difference, Difference::Line { .. } | Difference::Figure { .. })
}

/// Number, event, what of it, was, is.
fn cells(difference: &Difference, language: Language) -> [String; 5] {
    let say = |id: &str| words::plain(language, &format!("edition-cell-{id}"));
    let none = String::new;
    match difference {
        Difference::Line { before, after } => [none(), say("text"), none(), before.clone(), after.clone()],
        Difference::Figure { words, before, after } => [none(), words.clone(), none(), before.clone(), after.clone()],
        Difference::Added { number, called } => {
            [number.to_string(), called.clone(), say("whole-event"), say("was-not"), say("added")]
        }
        Difference::Removed { number, called } => {
            [none(), called.clone(), say("whole-event"), format!("№ {number}"), say("removed")]
        }
        Difference::Changed { number, called, label, before, after } => {
            [number.to_string(), called.clone(), label.clone(), before.clone(), after.clone()]
        }
    }
}
