//! pipeline → merge: what the coordinator wrote over what the institutions gave, and how merge has it checked.
//!
//! A correction names the row that led the event when it was written, the field, what the institutions said then and what
//! is to be said instead. It is kept as it was typed: whether it is a value of its field, [`Amend`] knows.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::{Content, RowId, Understood};
use crate::finding::Finding;
use crate::record::{Datum, FieldKey, Origin, Period, Value};
use crate::words::{self, Args, Language, LocalText};

/// Who decided, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signed {
    pub by: String,
    pub at: DateTime,
}

impl Signed {
    /// The name; where it is not known, «the coordinator».
    #[must_use]
    pub fn who(&self) -> LocalText {
        if self.by.is_empty() {
            let said = |language| Some(words::plain(language, "finding-coordinator"));
            return LocalText::Each { ru: said(Language::Ru), en: said(Language::En) };
        }
        LocalText::from(self.by.as_str())
    }

    /// «12.04.2024, Иванова»
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let args = Args::new().with("day", self.at.date());
        match self.by.as_str() {
            "" => words::text(language, "decision-signed-nobody", &args),
            who => words::text(language, "decision-signed", &args.with("who", who)),
        }
    }
}

/// A cell of the register sheet that was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// The row that led the event when svod wrote the sheet; its file may have been replaced since.
    pub row: RowId,
    pub field: FieldKey,
    /// What the institutions' rows came to then; `None` where they said nothing.
    pub given: Option<Content>,
    /// What is to stand there; `None` clears the cell.
    pub becomes: Option<Content>,
    /// The cell of the coordinator's workbook.
    pub origin: Origin,
}

impl Edit {
    /// Whether it puts the institutions' own value back.
    #[must_use]
    pub fn gives_back(&self) -> bool {
        same_content(self.given.as_ref(), self.becomes.as_ref())
    }

    /// What is to stand there, as people read it.
    #[must_use]
    pub fn becomes_in_words(&self) -> String {
        self.becomes.as_ref().map(ToString::to_string).unwrap_or_default()
    }
}

/// An edit as it is kept: a value that the coordinator wrote over that of the institutions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// Its own for ever, as that of a decision.
    pub number: u64,
    pub period: Period,
    #[serde(flatten)]
    pub edit: Edit,
    /// The workbook's name.
    pub file: Arc<str>,
    pub signed: Signed,
}

/// What became of a correction in a run.
#[derive(Debug, Clone, PartialEq)]
pub enum CorrectionState {
    Stands,
    /// Stands, but the institutions say something else by now.
    AskedAgain,
    /// Breaks a rule of its field.
    NotTaken,
    /// The institutions say the same by now.
    Idle,
    /// Its row is not in the report.
    Homeless,
}

/// A correction that was not taken back, with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptCorrection {
    pub correction: Arc<Correction>,
    pub state: CorrectionState,
    /// Number of its event.
    pub event: Option<u32>,
    /// What the institutions' rows come to.
    pub now: Option<Value>,
}

/// What was changed in a register sheet that came back.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Edits {
    pub changed: Vec<Edit>,
    /// Answers about corrections and about rows that errors keep out.
    pub answers: Vec<EditAnswer>,
    /// Changes that are none, and why.
    pub findings: Vec<Finding>,
}

impl Edits {
    /// Whether nothing of it is to be kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changed.is_empty() && self.answers.iter().all(|answer| matches!(answer, EditAnswer::Unreasoned { .. }))
    }
}

/// An answer about a correction, or about a row that errors keep out.
#[derive(Debug, Clone, PartialEq)]
pub enum EditAnswer {
    /// The correction with that number stands over what the institutions say by now.
    Keep { number: u64, given: Option<Content>, origin: Origin },
    /// The decision with that number is taken back.
    Undo { number: u64 },
    /// A row is to be taken as it is.
    Accept(GivenAcceptance),
    /// The same without a reason: it is asked again.
    Unreasoned { row: RowPrint, finding: Finding },
}

/// Names a row by whose it is and what it says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowPrint {
    /// Code in the register.
    pub institution: String,
    pub print: String,
}

/// A row that is to be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenAcceptance {
    #[serde(flatten)]
    pub row: RowPrint,
    /// How people call the row.
    pub called: String,
    pub reason: String,
}

/// A field that a correction stands in.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    /// What the institutions' rows come to without it.
    pub given: Option<Value>,
    pub signed: Signed,
    /// What they came to when it was written, where that is something else: the coordinator is asked again.
    pub formerly: Option<String>,
}

/// A row that a person took in spite of its errors, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acceptance {
    /// Its own for ever, as that of a decision.
    pub number: u64,
    pub period: Period,
    #[serde(flatten)]
    pub given: GivenAcceptance,
    pub signed: Signed,
}

/// The rows that people took as they are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Acceptances(BTreeMap<RowPrint, Arc<Acceptance>>);

impl Acceptances {
    /// Adds a decision. A later one about the same row replaces the former.
    pub fn add(&mut self, acceptance: Arc<Acceptance>) {
        self.0.insert(acceptance.given.row.clone(), acceptance);
    }

    #[must_use]
    pub fn about(&self, row: &RowPrint) -> Option<&Arc<Acceptance>> {
        self.0.get(row)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// An event as its rows gave it, and the file of its lead.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    pub id: &'a RowId,
    pub institution: Option<&'a Arc<str>>,
    pub fields: &'a BTreeMap<FieldKey, Value>,
    /// Values of the title sheet of the lead's file.
    pub header: &'a BTreeMap<FieldKey, Datum>,
    /// The day on which the lead's file was received.
    pub received: Date,
}

/// What corrections make of an event.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Amended {
    /// Fields that read otherwise than before, typed; `None` where nothing is left.
    pub values: BTreeMap<FieldKey, Option<Value>>,
    /// Fields whose correction was not taken, with the errors that it would have made.
    pub refused: BTreeMap<FieldKey, Vec<Finding>>,
    /// What is doubtful about those that were taken.
    pub findings: Vec<Finding>,
    /// What is understood of the event without and with the corrections.
    pub before: Understood,
    pub after: Understood,
}

/// Types corrections and checks them by the rules of their fields: the part of `check` that merge needs, handed in by the
/// pipeline.
pub trait Amend {
    /// A content as a value of its field; `None` where it is none.
    fn typed(&self, field: &FieldKey, content: &Content) -> Option<Value>;

    /// Checks the event with the corrections as if they stood in its row. Those that bring errors are left out.
    fn amend(&self, entry: &Entry<'_>, corrections: &[&Correction]) -> Amended;
}

impl Understood {
    /// Takes over from `after` whatever it has otherwise than `before`.
    pub fn follow(&mut self, before: &Self, after: &Self) {
        macro_rules! follow {
            ($($part:ident)*) => {
                $(if before.$part != after.$part {
                    self.$part.clone_from(&after.$part);
                })*
            };
        }
        follow!(days city region country url attendance total unit foreign partners kind title);
    }
}

/// Whether two cells say the same: line ends and white space at the ends do not count, for programs change them.
#[must_use]
pub fn same_content(one: Option<&Content>, other: Option<&Content>) -> bool {
    match (one.and_then(spoken), other.and_then(spoken)) {
        (Some(Content::Text(one)), Some(Content::Text(other))) => lines(&one) == lines(&other),
        (one, other) => one == other,
    }
}

/// The content, unless it is as good as empty.
fn spoken(content: &Content) -> Option<Content> {
    match content {
        Content::Text(text) if text.trim().is_empty() => None,
        Content::NoValue => None,
        other => Some(other.clone()),
    }
}

fn lines(text: &str) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}'], "\n");
    text.trim().lines().map(|line| line.trim_end().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(said: &str) -> Content {
        Content::Text(said.into())
    }

    #[test]
    fn line_ends_and_outer_white_space_are_no_difference_but_words_are() {
        assert!(same_content(Some(&text("один\r\nдва ")), Some(&text("один\nдва"))));
        assert!(same_content(None, Some(&text(" "))));
        assert!(!same_content(Some(&text("один")), Some(&text("Один"))));
        assert!(!same_content(Some(&text("120")), None));
        assert!(!same_content(Some(&Content::Number(120.0)), Some(&Content::Number(150.0))));
    }

    #[test]
    fn only_what_changed_is_followed() {
        let mut event = Understood { total: Some(12), city: Some("Орша".to_owned()), ..Understood::default() };
        let before = Understood { total: Some(10), ..Understood::default() };
        let after = Understood { total: Some(15), ..Understood::default() };
        event.follow(&before, &after);
        assert_eq!((event.total, event.city.as_deref()), (Some(15), Some("Орша")));
    }
}
