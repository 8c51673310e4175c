//! The journal folded: which decisions stand, which were replaced or taken back. A later decision about the same matter
//! takes the place of the earlier one; one that is taken back leaves the question open.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::DateTime;

use crate::flow::{Decision, DecisionState, Former, GivenAnswer, JournalEntry, Matter, MatterId, Question, Ruling};
use crate::form::Form;
use crate::record::{ParcelId, Period};

use super::edits::EditMemory;
use super::files::FileMemory;

/// A decision and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub decision: Arc<Decision>,
    pub state: DecisionState,
}

/// Everything that was ever decided in a workspace.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Memory {
    /// By number.
    decisions: BTreeMap<u64, Arc<Decision>>,
    undone: BTreeSet<u64>,
    /// The number of the decision that stands about a matter.
    standing: BTreeMap<MatterId, u64>,
    /// Workbooks whose answers were taken.
    taken: BTreeSet<ParcelId>,
    pub(super) edits: EditMemory,
    pub(super) files: FileMemory,
}

impl Memory {
    /// Folds the journal.
    pub fn of<'a>(entries: impl IntoIterator<Item = &'a JournalEntry>) -> Self {
        let mut memory = Self::default();
        for entry in entries {
            memory.add(entry);
        }
        memory
    }

    /// Adds the journal's next entry.
    pub fn add(&mut self, entry: &JournalEntry) {
        self.edits.add(entry);
        self.files.add(entry);
        match entry {
            JournalEntry::Taken { from, decisions } => {
                self.taken.extend(from.clone());
                for decision in decisions {
                    self.standing.insert(decision.matter.id(), decision.number);
                    self.decisions.insert(decision.number, Arc::new(decision.clone()));
                }
            }
            JournalEntry::Undone { number, .. } => {
                self.undone.insert(*number);
                self.standing.retain(|_, standing| standing != number);
            }
            JournalEntry::Corrected { .. } | JournalEntry::Accepted { .. } | JournalEntry::File(_) => {}
        }
    }

    /// The number that the next decision, correction or row that is taken gets.
    pub(super) fn next_number(&self) -> u64 {
        self.decisions.keys().last().copied().unwrap_or(0).max(self.edits.last_number()).max(self.files.last_number())
            + 1
    }

    /// The decisions that stand, by their numbers.
    pub fn standing(&self) -> impl Iterator<Item = &Arc<Decision>> {
        let numbers: BTreeSet<u64> = self.standing.values().copied().collect();
        numbers.into_iter().filter_map(|number| self.decisions.get(&number))
    }

    /// The decision that stands about a matter.
    #[must_use]
    pub fn about(&self, matter: &MatterId) -> Option<&Arc<Decision>> {
        self.decisions.get(self.standing.get(matter)?)
    }

    /// Every decision with what became of it, by number.
    pub fn kept(&self) -> impl Iterator<Item = Kept> + '_ {
        let standing: BTreeSet<u64> = self.standing.values().copied().collect();
        self.decisions.iter().map(move |(number, decision)| {
            let state = if self.undone.contains(number) {
                DecisionState::Undone
            } else if standing.contains(number) {
                DecisionState::Stands
            } else {
                DecisionState::Replaced
            };
            Kept { decision: Arc::clone(decision), state }
        })
    }

    /// The decision with that number.
    #[must_use]
    pub fn numbered(&self, number: u64) -> Option<&Arc<Decision>> {
        self.decisions.get(&number)
    }

    /// Whether the answers of a workbook were taken.
    #[must_use]
    pub fn has_taken(&self, workbook: &ParcelId) -> bool {
        self.taken.contains(workbook)
    }

    /// The entry that `answers` make; those that say what stands already are no new decisions.
    #[must_use]
    pub fn entry(
        &self,
        answers: &[GivenAnswer],
        from: Option<&ParcelId>,
        (who, when): (&str, DateTime),
        period: Period,
    ) -> JournalEntry {
        let next = self.next_number();
        let new = answers.iter().filter(|answer| !self.stands(answer));
        let decisions = (next..).zip(new).map(|(number, answer)| Decision {
            number,
            matter: answer.matter.clone(),
            ruling: answer.ruling.clone(),
            note: answer.note.clone(),
            who: who.to_owned(),
            when,
            period,
        });
        JournalEntry::Taken { from: from.cloned(), decisions: decisions.collect() }
    }

    fn stands(&self, answer: &GivenAnswer) -> bool {
        self.about(&answer.matter.id()).is_some_and(|standing| {
            let ruling = if standing.matter.left == answer.matter.left {
                standing.ruling.clone()
            } else {
                standing.ruling.mirrored()
            };
            ruling == answer.ruling && standing.note == answer.note
        })
    }

    /// Tells each question what was decided about it before something of it changed.
    pub fn recall(&self, questions: &mut [Question], form: &Form) {
        if questions.is_empty() {
            return;
        }
        let either_way: Vec<(&Arc<Decision>, Matter, Ruling)> = self
            .standing()
            .flat_map(|decision| {
                let (matter, ruling) = (&decision.matter, &decision.ruling);
                [(decision, matter.clone(), ruling.clone()), (decision, matter.mirrored(), ruling.mirrored())]
            })
            .collect();
        for question in questions {
            question.former = former(&question.matter, &either_way, form);
        }
    }
}

/// The decision from which the question differs least; of several the latest.
fn former(now: &Matter, decisions: &[(&Arc<Decision>, Matter, Ruling)], form: &Form) -> Option<Former> {
    let mut nearest: Option<Former> = None;
    for (decision, then, ruling) in decisions {
        let Some(changed) = now.changed_since(then, form) else { continue };
        if nearest.as_ref().is_none_or(|nearest| changed.len() <= nearest.changed.len()) {
            nearest = Some(Former { ruling: ruling.clone(), decision: Arc::clone(decision), changed });
        }
    }
    nearest
}
