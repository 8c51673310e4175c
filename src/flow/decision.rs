//! What people decided: one decision, the journal that keeps all of them, and what they mean for the rows of one run.
//!
//! A decision is kept by its [`Matter`]: what two rows say. Which rows of a run it is about is found anew each time
//! ([`Rulings`]).

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{Acceptance, Correction, FileRuling, Matter, MatterId, RowId, Verdicts, WholeIds};
use crate::finding::Finding;
use crate::form::Form;
use crate::record::{FieldKey, ParcelId, Period};
use crate::words::{self, Args, Language};

/// One of the two rows of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    Left,
    Right,
}

impl Side {
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Left => "answer-left",
            Self::Right => "answer-right",
        }
    }

    /// «верно слева: «Численность»».
    fn in_words(self, field: &FieldKey, form: &Form, language: Language) -> String {
        let args = Args::new().with("side", words::plain(language, self.word())).with("field", form.label(field));
        words::text(language, "decision-about-field", &args)
    }
}

/// What a person answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// Two events.
    Different,
    /// One event. A side that is named for a field is right about it, before the side that is right about everything.
    Same {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        all: Option<Side>,
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        fields: BTreeMap<FieldKey, Side>,
    },
    /// That side is right about the field that was asked for.
    Value(Side),
}

impl Ruling {
    /// The same with the rows the other way round.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        match self {
            Self::Different => Self::Different,
            Self::Same { all, fields } => Self::Same {
                all: all.map(Side::other),
                fields: fields.iter().map(|(key, side)| (key.clone(), side.other())).collect(),
            },
            Self::Value(side) => Self::Value(side.other()),
        }
    }

    /// «одно мероприятие; верно слева: «Численность»». `asked` is the field that was asked for.
    #[must_use]
    pub fn in_words(&self, asked: Option<&FieldKey>, form: &Form, language: Language) -> String {
        let say = |id: &str| words::plain(language, id);
        match self {
            Self::Different => say("answer-different"),
            Self::Same { all, fields } => {
                let whole = match all {
                    None => say("answer-same"),
                    Some(Side::Left) => say("answer-same-left"),
                    Some(Side::Right) => say("answer-same-right"),
                };
                let about = fields.iter().map(|(field, side)| side.in_words(field, form, language));
                std::iter::once(whole).chain(about).collect::<Vec<_>>().join("; ")
            }
            Self::Value(side) => match asked {
                Some(field) => side.in_words(field, form, language),
                None => say(side.word()),
            },
        }
    }
}

/// A decision as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// In the order in which they were taken, from 1; its own for ever.
    pub number: u64,
    pub matter: Matter,
    pub ruling: Ruling,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who decided; empty where that is not known.
    pub who: String,
    pub when: DateTime,
    /// The period in which it was asked.
    pub period: Period,
}

impl Decision {
    /// When it was decided, and by whom as far as that is known: «12.04.2024, Иванова».
    #[must_use]
    pub fn signed(&self, language: Language) -> String {
        let args = Args::new().with("day", self.when.date());
        match self.who.as_str() {
            "" => words::text(language, "decision-signed-nobody", &args),
            who => words::text(language, "decision-signed", &args.with("who", who)),
        }
    }

    /// The answer in words.
    #[must_use]
    pub fn in_words(&self, form: &Form, language: Language) -> String {
        self.ruling.in_words(self.matter.field.as_ref(), form, language)
    }
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JournalEntry {
    /// Decisions were taken: at the command line, or out of a workbook.
    Taken {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<ParcelId>,
        decisions: Vec<Decision>,
    },
    /// Corrections were read in a register sheet that came back, or were kept over what institutions say by now.
    Corrected { from: ParcelId, corrections: Vec<Correction> },
    /// Rows were taken as they are: at the command line, or out of a workbook.
    Accepted {
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from: Option<ParcelId>,
        acceptances: Vec<Acceptance>,
    },
    /// A received file was let count, or set aside.
    File(FileRuling),
    /// A decision was taken back.
    Undone { number: u64, who: String, when: DateTime },
}

impl JournalEntry {
    /// The same with the whole ids of the files that it names; older entries name them by their first digits.
    #[must_use]
    pub fn with_whole_ids(mut self, ids: &WholeIds) -> Self {
        match &mut self {
            Self::Taken { from, .. } | Self::Accepted { from, .. } => *from = from.as_ref().map(|id| ids.whole(id)),
            Self::Corrected { from, corrections } => {
                *from = ids.whole(from);
                for Correction { edit, .. } in corrections {
                    edit.row.parcel = ids.whole(&edit.row.parcel);
                    edit.origin.parcel = ids.whole(&edit.origin.parcel);
                }
            }
            Self::File(_) | Self::Undone { .. } => {}
        }
        self
    }
}

/// A row that a person gave preference over another one.
#[derive(Debug, Clone, PartialEq)]
struct Preference {
    better: RowId,
    decision: Arc<Decision>,
}

/// What people's decisions mean for the rows of one run.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rulings {
    /// Which rows are one event, and which are not.
    pub verdicts: Verdicts,
    /// By pair (the smaller row first) and field; no field for all of them.
    preferences: BTreeMap<(RowId, RowId, Option<FieldKey>), Preference>,
    applied: BTreeMap<u64, Arc<Decision>>,
}

impl Rulings {
    /// Adds that `better` is right, about `field` or about everything. A later one about the same replaces the former.
    pub fn prefer(&mut self, better: &RowId, worse: &RowId, field: Option<FieldKey>, decision: &Arc<Decision>) {
        let (one, other) = in_order(better, worse);
        let preference = Preference { better: better.clone(), decision: Arc::clone(decision) };
        self.preferences.insert((one, other, field), preference);
    }

    /// Adds that a decision is about rows of this run.
    pub fn apply(&mut self, decision: &Arc<Decision>) {
        self.applied.insert(decision.number, Arc::clone(decision));
    }

    /// Which of two rows is right about `field` (or about everything), and who said so.
    #[must_use]
    pub fn preferred(&self, one: &RowId, other: &RowId, field: Option<&FieldKey>) -> Option<(&RowId, &Arc<Decision>)> {
        if self.preferences.is_empty() {
            return None;
        }
        let (one, other) = in_order(one, other);
        let preference = self.preferences.get(&(one, other, field.cloned()))?;
        Some((&preference.better, &preference.decision))
    }

    /// The decisions that are about rows of this run, by their numbers.
    pub fn applied(&self) -> impl Iterator<Item = &Arc<Decision>> {
        self.applied.values()
    }
}

fn in_order(one: &RowId, other: &RowId) -> (RowId, RowId) {
    if one <= other { (one.clone(), other.clone()) } else { (other.clone(), one.clone()) }
}

/// What was decided about a question before what it is about changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Former {
    /// With its rows as those of the question.
    pub ruling: Ruling,
    pub decision: Arc<Decision>,
    /// What has changed since; nothing where the decision could not be carried out.
    pub changed: Vec<FieldKey>,
}

/// What became of a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DecisionState {
    Stands,
    /// A later one about the same took its place.
    Replaced,
    Undone,
}

/// An answer, before it is a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenAnswer {
    pub matter: Matter,
    pub ruling: Ruling,
    pub note: String,
}

/// What is written in a workbook about one question and could not be understood.
#[derive(Debug, Clone, PartialEq)]
pub struct UnclearAnswer {
    /// None where it cannot even be told which question it is about.
    pub question: Option<MatterId>,
    pub finding: Finding,
}
