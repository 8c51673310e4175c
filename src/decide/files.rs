//! The journal's part about received files: which were let count or set aside. Their numbers are drawn from the same line as
//! those of decisions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::DateTime;

use super::Memory;
use crate::flow::{DecisionState, FileChoice, FileRuling, FileRulings, JournalEntry, ParcelCard};
use crate::record::Period;

/// Every ruling about a file that was ever given.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct FileMemory {
    rulings: BTreeMap<u64, Arc<FileRuling>>,
    undone: BTreeSet<u64>,
}

impl FileMemory {
    pub(super) fn add(&mut self, entry: &JournalEntry) {
        match entry {
            JournalEntry::File(ruling) => {
                self.rulings.insert(ruling.number, Arc::new(ruling.clone()));
            }
            JournalEntry::Undone { number, .. } => {
                self.undone.insert(*number);
            }
            JournalEntry::Taken { .. } | JournalEntry::Corrected { .. } | JournalEntry::Accepted { .. } => {}
        }
    }

    pub(super) fn last_number(&self) -> u64 {
        self.rulings.keys().last().copied().unwrap_or(0)
    }

    fn standing(&self, period: Period) -> FileRulings {
        let stands = |ruling: &&Arc<FileRuling>| ruling.period == period && !self.undone.contains(&ruling.number);
        self.rulings.values().filter(stands).map(Arc::clone).collect()
    }
}

impl Memory {
    /// The rulings about the files of a period that stand.
    #[must_use]
    pub fn file_rulings(&self, period: Period) -> FileRulings {
        self.files.standing(period)
    }

    /// Whether a ruling about a file has that number and was not taken back.
    #[must_use]
    pub fn file_ruling_stands(&self, number: u64) -> bool {
        self.files.rulings.contains_key(&number) && !self.files.undone.contains(&number)
    }

    /// Every ruling about a file with what became of it, by number.
    #[must_use]
    pub fn kept_file_rulings(&self) -> Vec<(Arc<FileRuling>, DecisionState)> {
        let state = |ruling: &FileRuling| {
            if self.files.undone.contains(&ruling.number) {
                return DecisionState::Undone;
            }
            let standing = self.files.standing(ruling.period);
            let stands = standing.about(&ruling.file).is_some_and(|last| last.number == ruling.number);
            if stands { DecisionState::Stands } else { DecisionState::Replaced }
        };
        self.files.rulings.values().map(|ruling| (Arc::clone(ruling), state(ruling))).collect()
    }

    /// The ruling about a file as the journal's next entry; `after` is the last arrival so far.
    #[must_use]
    pub fn file_ruling(
        &self,
        (card, choice, note): (&ParcelCard, FileChoice, &str),
        after: u64,
        (who, when): (&str, DateTime),
        period: Period,
    ) -> FileRuling {
        FileRuling {
            number: self.next_number(),
            period,
            file: card.id.clone(),
            name: Arc::clone(&card.name),
            choice,
            after,
            note: note.trim().to_owned(),
            who: who.to_owned(),
            when,
        }
    }
}
