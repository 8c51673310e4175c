//! The journal's part about the coordinator's edits: corrections of values, and rows that were taken as they are.
//!
//! In: the journal's entries; edits and answers as they were read. Out: what stands of them, and the next entries. Their
//! numbers are drawn from the same line as those of decisions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::flow::{
    Acceptance, Acceptances, Correction, DecisionState, Edit, EditAnswer, Edits, GivenAcceptance, JournalEntry,
    RowPrint, Signed, same_content,
};
use crate::record::{FieldKey, Origin, ParcelId, Period};

use super::Memory;

/// What was ever corrected and taken.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct EditMemory {
    corrections: BTreeMap<u64, Arc<Correction>>,
    acceptances: BTreeMap<u64, Arc<Acceptance>>,
    undone: BTreeSet<u64>,
    /// Workbooks whose edits were taken.
    taken: BTreeSet<ParcelId>,
}

impl EditMemory {
    pub(super) fn add(&mut self, entry: &JournalEntry) {
        match entry {
            JournalEntry::Corrected { from, corrections } => {
                self.taken.insert(from.clone());
                self.corrections.extend(corrections.iter().map(|it| (it.number, Arc::new(it.clone()))));
            }
            JournalEntry::Accepted { from, acceptances } => {
                self.taken.extend(from.clone());
                self.acceptances.extend(acceptances.iter().map(|it| (it.number, Arc::new(it.clone()))));
            }
            JournalEntry::Undone { number, .. } => self.undo(*number),
            JournalEntry::Taken { .. } | JournalEntry::File(_) => {}
        }
    }

    /// Takes back a correction, with those of the same cell that went before it: the institutions' value stands again.
    fn undo(&mut self, number: u64) {
        self.undone.insert(number);
        if let Some(undone) = self.corrections.get(&number) {
            let cell = (&undone.edit.row, &undone.edit.field);
            let former = self.corrections.range(..number).filter(|(_, it)| (&it.edit.row, &it.edit.field) == cell);
            self.undone.extend(former.map(|(former, _)| *former));
        }
    }

    pub(super) fn last_number(&self) -> u64 {
        let last = |number: Option<&u64>| number.copied().unwrap_or(0);
        last(self.corrections.keys().last()).max(last(self.acceptances.keys().last()))
    }

    fn stand<'a, T>(&'a self, kept: &'a BTreeMap<u64, Arc<T>>) -> impl Iterator<Item = &'a Arc<T>> {
        kept.iter().filter(|(number, _)| !self.undone.contains(number)).map(|(_, it)| it)
    }

    /// Of a row's field the last correction; of a row the last decision to take it.
    fn last_correction(&self, row: &Origin, field: &FieldKey) -> Option<&Arc<Correction>> {
        self.stand(&self.corrections).filter(|it| it.edit.row == *row && it.edit.field == *field).last()
    }

    fn last_acceptance(&self, row: &RowPrint, period: Period) -> Option<&Arc<Acceptance>> {
        self.stand(&self.acceptances).filter(|it| it.given.row == *row && it.period == period).last()
    }
}

/// Something of the coordinator's that is kept, with what became of it.
#[derive(Debug, Clone, PartialEq)]
pub enum KeptEdit {
    Correction(Arc<Correction>, DecisionState),
    Acceptance(Arc<Acceptance>, DecisionState),
}

impl KeptEdit {
    #[must_use]
    pub fn number(&self) -> u64 {
        match self {
            Self::Correction(correction, _) => correction.number,
            Self::Acceptance(acceptance, _) => acceptance.number,
        }
    }
}

impl Memory {
    /// The corrections of a period that were not taken back, in the order in which they were made.
    #[must_use]
    pub fn corrections(&self, period: Period) -> Vec<Arc<Correction>> {
        self.edits.stand(&self.edits.corrections).filter(|it| it.period == period).map(Arc::clone).collect()
    }

    /// The rows of a period that were taken as they are.
    #[must_use]
    pub fn acceptances(&self, period: Period) -> Acceptances {
        let mut acceptances = Acceptances::default();
        for acceptance in self.edits.stand(&self.edits.acceptances).filter(|it| it.period == period) {
            acceptances.add(Arc::clone(acceptance));
        }
        acceptances
    }

    /// Every correction and every row that was taken, by number.
    #[must_use]
    pub fn kept_edits(&self) -> Vec<KeptEdit> {
        let edits = &self.edits;
        let state = |number: u64, is_last: bool| match (edits.undone.contains(&number), is_last) {
            (true, _) => DecisionState::Undone,
            (false, true) => DecisionState::Stands,
            (false, false) => DecisionState::Replaced,
        };
        let corrections = edits.corrections.values().map(|it| {
            let last = edits.last_correction(&it.edit.row, &it.edit.field);
            KeptEdit::Correction(Arc::clone(it), state(it.number, last.is_some_and(|last| last.number == it.number)))
        });
        let acceptances = edits.acceptances.values().map(|it| {
            let last = edits.last_acceptance(&it.given.row, it.period);
            KeptEdit::Acceptance(Arc::clone(it), state(it.number, last.is_some_and(|last| last.number == it.number)))
        });
        let mut kept: Vec<KeptEdit> = corrections.chain(acceptances).collect();
        kept.sort_by_key(KeptEdit::number);
        kept
    }

    /// Whether a correction or a row that was taken has that number and was not taken back.
    #[must_use]
    pub fn edit_stands(&self, number: u64) -> bool {
        let known = self.edits.corrections.contains_key(&number) || self.edits.acceptances.contains_key(&number);
        known && !self.edits.undone.contains(&number)
    }

    /// Whether the edits of a workbook were taken.
    #[must_use]
    pub fn has_taken_edits(&self, workbook: &ParcelId) -> bool {
        self.edits.taken.contains(workbook)
    }

    /// The entries that the edits of a workbook make. What stands already is nothing new.
    #[must_use]
    pub fn edit_entries(
        &self,
        edits: &Edits,
        from: (&ParcelId, &Arc<str>),
        signed: &Signed,
        period: Period,
    ) -> Vec<JournalEntry> {
        let (from, file) = from;
        let mut entries = self.undone_entries(edits, signed);
        let kept_on = edits.answers.iter().filter_map(|answer| self.kept_on(answer));
        let new: Vec<Edit> = edits.changed.iter().cloned().chain(kept_on).filter(|edit| self.is_new(edit)).collect();
        let mut next = self.next_number();
        let corrections = new.into_iter().zip(next..).map(|(edit, number)| Correction {
            number,
            period,
            edit,
            file: Arc::clone(file),
            signed: signed.clone(),
        });
        let corrections: Vec<Correction> = corrections.collect();
        next += corrections.len() as u64;
        let acceptances = self.numbered_acceptances(edits, next, signed, period);
        if !corrections.is_empty() || (acceptances.is_empty() && !edits.is_empty()) {
            entries.push(JournalEntry::Corrected { from: from.clone(), corrections });
        }
        if !acceptances.is_empty() {
            entries.push(JournalEntry::Accepted { from: Some(from.clone()), acceptances });
        }
        entries
    }

    /// The entry for rows that are taken at the command line; none where all of them were taken so before.
    #[must_use]
    pub fn acceptance_entry(&self, given: GivenAcceptance, signed: &Signed, period: Period) -> Option<JournalEntry> {
        let edits = Edits { answers: vec![EditAnswer::Accept(given)], ..Edits::default() };
        let acceptances = self.numbered_acceptances(&edits, self.next_number(), signed, period);
        (!acceptances.is_empty()).then_some(JournalEntry::Accepted { from: None, acceptances })
    }

    fn numbered_acceptances(&self, edits: &Edits, next: u64, signed: &Signed, period: Period) -> Vec<Acceptance> {
        let given = edits.answers.iter().filter_map(|answer| match answer {
            EditAnswer::Accept(given) => Some(given),
            _ => None,
        });
        let stands = |given: &GivenAcceptance| {
            self.edits.last_acceptance(&given.row, period).is_some_and(|last| last.given.reason == given.reason)
        };
        (next..)
            .zip(given.filter(|given| !stands(given)))
            .map(|(number, given)| Acceptance { number, period, given: given.clone(), signed: signed.clone() })
            .collect()
    }

    fn undone_entries(&self, edits: &Edits, signed: &Signed) -> Vec<JournalEntry> {
        let numbers: BTreeSet<u64> = edits
            .answers
            .iter()
            .filter_map(|answer| match answer {
                EditAnswer::Undo { number } => Some(*number),
                _ => None,
            })
            .filter(|number| self.edit_stands(*number))
            .collect();
        let undone = |number| JournalEntry::Undone { number, who: signed.by.clone(), when: signed.at };
        numbers.into_iter().map(undone).collect()
    }

    /// The edit that keeps a correction over what institutions say by now.
    fn kept_on(&self, answer: &EditAnswer) -> Option<Edit> {
        let EditAnswer::Keep { number, given, origin } = answer else { return None };
        let kept = self.edits.corrections.get(number).filter(|_| self.edit_stands(*number))?;
        Some(Edit { given: given.clone(), origin: origin.clone(), ..kept.edit.clone() })
    }

    /// Whether an edit says something else than the last one about the same cell.
    fn is_new(&self, edit: &Edit) -> bool {
        match self.edits.last_correction(&edit.row, &edit.field) {
            Some(last) => {
                !same_content(last.edit.becomes.as_ref(), edit.becomes.as_ref())
                    || !same_content(last.edit.given.as_ref(), edit.given.as_ref())
            }
            None => true,
        }
    }
}
