//! Workbooks that svod itself published, as they come back: known by their mark or by their hidden words, never taken for an
//! institution's file, obeyed only where this workspace made them.
//!
//! In: a book, the key of the workspace. Out: which workbook it is, why nothing may be taken from it, if so, and what is
//! answered in it. It is untrusted like any other file: what is not proved by its code is not obeyed.

use std::sync::Arc;

use super::answers::{Written, answers};
use super::book::{Book, Sheet};
use super::row_answers::row_answers;
use super::{Context, Refusal, Source, edits, local, proof};
use crate::finding::{Finding, FindingKind};
use crate::flow::{Edits, OwnWorkbook, ParcelCard};
use crate::layout::answer_sheets::{ABOUT_ID, ANSWER_ID};
use crate::layout::editable::{HOLDS_ID, ROW_ID};
use crate::layout::{Mark, OwnKind, Proof, QuestionColumn};
use crate::record::ParcelId;
use crate::words::{Arg, Args, LocalText};

/// Rows of a mark; a sheet has no more.
const MOST_ROWS: usize = 1 << 20;
/// Rows in which the hidden words are looked for.
const ROWS_SEARCHED: usize = 100;

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
    let known = Recognised::of(book)?;
    let source = Source { parcel: card.id.clone(), name: Arc::clone(&card.name) };
    let (refused, written, mut edits) = match known.trusted(book, card, context, &here) {
        Ok(mark) => (None, answers(book, &source, context), edited(book, &source, context, mark)),
        Err(objection) => (Some(objection.finding(&source)), Written::default(), Edits::default()),
    };
    for edit in &mut edits.changed {
        if let Some(whole) = here(&edit.row.parcel) {
            edit.row.parcel = whole;
        }
    }
    Some(OwnWorkbook {
        parcel: Arc::clone(card),
        kind: known.kind,
        refused,
        taken_before: false,
        edits,
        editor: book.editor.clone(),
        answers: written.answers,
        unclear: written.unclear,
    })
}

/// What was changed and answered, row by row.
fn edited(book: &Book, source: &Source, context: &Context<'_>, mark: &Mark) -> Edits {
    let mut edits = match &mark.refers.copy {
        Some(_) => edits::edits(book, source, context.form),
        None => Edits::default(),
    };
    row_answers(book, source, &mut edits);
    edits
}

/// What is said where a file of svod's own is looked at by itself; none where it is somebody else's.
pub(super) fn not_an_answer(book: &Book, source: &Source) -> Option<Finding> {
    let known = Recognised::of(book)?;
    Some(
        source
            .finding(FindingKind::OwnWorkbook, Args::new().with("value", local(kind_words(known.kind), &Args::new()))),
    )
}

fn kind_words(kind: OwnKind) -> &'static str {
    match kind {
        OwnKind::Questions => "read-own-questions",
        OwnKind::Consolidated => "read-own-consolidated",
    }
}

/// A book that is one of svod's own, or pretends to be.
struct Recognised {
    kind: OwnKind,
    /// None where it is not whole.
    mark: Option<Mark>,
    code: Option<Proof>,
}

impl Recognised {
    /// By its mark; where that was taken away, by the hidden words of its sheets: it is nobody's return all the same.
    fn of(book: &Book) -> Option<Self> {
        let sheet = book.sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(Mark::SHEET));
        let rows: Vec<(String, String)> = sheet
            .map(|sheet| {
                sheet.rows_from(0).take(MOST_ROWS).map(|row| (sheet.said(row, 0), sheet.said(row, 1))).collect()
            })
            .unwrap_or_default();
        let rows: Vec<(&str, &str)> = rows.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let (mark, code) = Mark::from_rows(&rows).map_or((None, None), |(mark, code)| (Some(mark), code));
        let kind = Mark::kind_of(&rows).or_else(|| {
            let says = |words: &[&str]| book.sheets.iter().any(|sheet| says(sheet, words));
            if says(&[ROW_ID, HOLDS_ID]) {
                Some(OwnKind::Consolidated)
            } else {
                says(&[QuestionColumn::Key.word(), ANSWER_ID, ABOUT_ID]).then_some(OwnKind::Questions)
            }
        })?;
        Some(Self { kind, mark, code })
    }

    /// Its mark, where this workspace made it for this period and it still says what svod wrote.
    fn trusted(
        &self,
        book: &Book,
        card: &ParcelCard,
        context: &Context<'_>,
        here: impl Fn(&ParcelId) -> Option<ParcelId>,
    ) -> Result<&Mark, Objection> {
        if card.within.is_some() {
            return Err(Objection::Within);
        }
        let (Some(mark), Some(code)) = (&self.mark, &self.code) else { return Err(Objection::NoCode) };
        let key = context.key.ok_or(Objection::NoKey)?;
        if !code.is_of(mark, key) {
            return Err(Objection::NotMadeHere);
        }
        if mark.form != context.form.form.id {
            return Err(Objection::Form(mark.form.clone()));
        }
        if mark.period != context.period {
            let in_words = |period| Arg::from(super::identity::in_words(period));
            return Err(Objection::Period(in_words(mark.period), in_words(context.period)));
        }
        if !mark.originals.iter().all(|id| here(id).is_some()) {
            return Err(Objection::Workspace);
        }
        match proof::altered(book, &mark.refers) {
            Some(row) => Err(Objection::Altered(row)),
            None => Ok(mark),
        }
    }
}

/// Whether one of the words stands in the first rows of a sheet.
fn says(sheet: &Sheet, words: &[&str]) -> bool {
    sheet
        .rows_from(0)
        .take(ROWS_SEARCHED)
        .any(|row| sheet.row(row).any(|(col, _)| words.contains(&sheet.said(row, col).as_str())))
}

/// Why nothing may be taken from a workbook of svod's own.
enum Objection {
    /// It came by mail or in an archive: anybody could have sent it.
    Within,
    /// It bears no code: it was made by an older svod, or by somebody else.
    NoCode,
    NoKey,
    NotMadeHere,
    Altered(proof::Row),
    Form(String),
    Period(Arg, Arg),
    Workspace,
}

impl Objection {
    fn finding(self, source: &Source) -> Finding {
        let none = Args::new();
        let of = |code, why: LocalText| source.finding(code, Args::new().with("value", why));
        match self {
            Self::Within => of(FindingKind::UnprovedOwnWorkbook, local("read-own-within", &none)),
            Self::NoCode => of(FindingKind::UnprovedOwnWorkbook, local("read-own-no-code", &none)),
            Self::NoKey => of(FindingKind::UnprovedOwnWorkbook, local("read-own-no-key", &none)),
            Self::NotMadeHere => of(FindingKind::UnprovedOwnWorkbook, local("read-own-not-made-here", &none)),
            Self::Altered(at) => {
                let args = Args::new().with("name", &*at.sheet).with("n", at.row + 1);
                of(FindingKind::UnprovedOwnWorkbook, local("read-own-altered", &args))
            }
            Self::Form(form) => of(FindingKind::ForeignOwnWorkbook, local("read-own-form", &none.with("value", form))),
            Self::Period(value, expected) => of(
                FindingKind::ForeignOwnWorkbook,
                local("read-own-period", &none.with("value", value).with("expected", expected)),
            ),
            Self::Workspace => of(FindingKind::ForeignOwnWorkbook, local("read-own-workspace", &none)),
        }
    }
}
