//! Workbooks that svod itself published, as they come back: known by their mark, never taken for an institution's file.
//!
//! In: a book. Out: its mark, why nothing may be taken from it, if so, and what is answered in it. It is untrusted like any other file.

use std::sync::Arc;

use super::answers::{Written, answers};
use super::book::Book;
use super::row_answers::row_answers;
use super::{Context, Refusal, Source, edits, local};
use crate::finding::{Code, Finding};
use crate::flow::{Edits, OwnWorkbook, ParcelCard};
use crate::layout::{Mark, OwnKind};
use crate::record::ParcelId;
use crate::words::{Arg, Args};

/// Originals that a mark may name; svod never writes more.
const MOST_ORIGINALS: usize = 1_000_000;

/// A workbook of svod's own, if the book is one. `here` gives the whole id of an original that this workspace has for the
/// period: older workbooks name originals by their first digits.
#[must_use]
pub fn own(
    card: &Arc<ParcelCard>,
    unfolded: &Result<Book, Refusal>,
    context: &Context<'_>,
    here: impl Fn(&ParcelId) -> Option<ParcelId>,
) -> Option<OwnWorkbook> {
    let book = unfolded.as_ref().ok()?;
    let (mark, intact) = mark(book)?;
    let source = Source { parcel: card.id.clone(), name: Arc::clone(&card.name) };
    let refused = objection(&mark, intact, context, &here).map(|objection| objection.finding(&source));
    let written = if refused.is_none() { answers(book, &source, context) } else { Written::default() };
    let mut edits = if refused.is_none() { edited(book, &source, context, mark.kind) } else { Edits::default() };
    for edit in &mut edits.changed {
        if let Some(whole) = here(&edit.row.parcel) {
            edit.row.parcel = whole;
        }
    }
    Some(OwnWorkbook {
        parcel: Arc::clone(card),
        kind: mark.kind,
        refused,
        edits,
        editor: book.editor.clone(),
        answers: written.answers,
        unclear: written.unclear,
    })
}

/// What was changed and answered, row by row.
fn edited(book: &Book, source: &Source, context: &Context<'_>, kind: OwnKind) -> Edits {
    let mut edits = match kind {
        OwnKind::Consolidated => edits::edits(book, source, context.form),
        OwnKind::Questions => Edits::default(),
    };
    row_answers(book, source, &mut edits);
    edits
}

/// The mark of a book, and whether it is as svod wrote it.
pub(super) fn mark(book: &Book) -> Option<(Mark, bool)> {
    let sheet = book.sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(Mark::SHEET))?;
    let rows: Vec<(String, String)> =
        sheet.rows_from(0).take(MOST_ORIGINALS).map(|row| (sheet.said(row, 0), sheet.said(row, 1))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    Mark::from_rows(&rows)
}

/// What is said where a file with a mark is looked at by itself.
pub(super) fn not_an_answer(kind: OwnKind, source: &Source) -> Finding {
    source.finding(Code::Q01, Args::new().with("value", local(kind_words(kind), &Args::new())))
}

fn kind_words(kind: OwnKind) -> &'static str {
    match kind {
        OwnKind::Questions => "read-own-questions",
        OwnKind::Consolidated => "read-own-consolidated",
    }
}

/// Why nothing may be taken from a workbook of svod's own.
enum Objection {
    Changed,
    Form(String),
    Period(Arg, Arg),
    Workspace,
}

fn objection(
    mark: &Mark,
    intact: bool,
    context: &Context<'_>,
    here: impl Fn(&ParcelId) -> Option<ParcelId>,
) -> Option<Objection> {
    if !intact {
        Some(Objection::Changed)
    } else if mark.form != context.form.form.id {
        Some(Objection::Form(mark.form.clone()))
    } else if mark.period != context.period {
        let in_words = |period| Arg::from(super::identity::in_words(period));
        Some(Objection::Period(in_words(mark.period), in_words(context.period)))
    } else if !mark.originals.iter().all(|id| here(id).is_some()) {
        Some(Objection::Workspace)
    } else {
        None
    }
}

impl Objection {
    fn finding(self, source: &Source) -> Finding {
        let why = match self {
            Self::Changed => local("read-own-changed", &Args::new()),
            Self::Form(form) => local("read-own-form", &Args::new().with("value", form)),
            Self::Period(value, expected) => {
                local("read-own-period", &Args::new().with("value", value).with("expected", expected))
            }
            Self::Workspace => local("read-own-workspace", &Args::new()),
        };
        source.finding(Code::Q02, Args::new().with("value", why))
    }
}
