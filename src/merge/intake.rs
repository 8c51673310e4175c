//! The files received, in the order in which they arrived, with the part that each of them plays. In: checked files in any
//! order. Out: one order, and names for rows ([`At`]) that hold within a merge.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::count;
use crate::flow::{Checked, CheckedRow, Earlier, FileState, ReceivedFile, Row, RowId, SourceRow, Standing};
use crate::record::Period;

/// The part that a file plays.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// It was received in this period.
    Received(FileState),
    /// It is of an earlier period, and its rows run on into this one.
    Earlier(Period),
}

impl Part {
    pub(super) fn counts(&self) -> bool {
        *self == Self::Received(FileState::Counts)
    }

    /// Whether its rows are received, and so have a place in the sum: those of a file that was replaced or set aside are not.
    pub(super) fn is_received(&self) -> bool {
        matches!(self, Self::Received(FileState::Counts | FileState::Held(_) | FileState::Unusable))
    }
}

pub(super) struct File {
    pub(super) checked: Checked,
    pub(super) part: Part,
}

impl File {
    /// The file with its state; `None` where it is of an earlier period.
    pub(super) fn received(&self) -> Option<ReceivedFile> {
        let Part::Received(state) = &self.part else { return None };
        Some(ReceivedFile {
            card: Arc::clone(&self.checked.parcel),
            institution: self.checked.known.institution.clone(),
            state: state.clone(),
            rows: count(self.checked.rows.len()),
            waiting: count(
                self.checked.rows.iter().filter(|row| fate(&self.part, row.standing) == Fate::Waits).count(),
            ),
        })
    }

    /// The earlier period that it is of.
    pub(super) fn carried_from(&self) -> Option<Period> {
        match self.part {
            Part::Earlier(period) => Some(period),
            Part::Received(_) => None,
        }
    }
}

/// A row by the positions of its file and of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) file: usize,
    pub(super) row: usize,
}

/// What becomes of a row that was received.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    InReport,
    Refused,
    Waits,
}

/// All files, oldest first, their rows from top to bottom.
pub(super) struct Intake {
    files: Vec<File>,
}

impl Intake {
    pub(super) fn new(checked: Vec<Checked>, states: Vec<FileState>, earlier: Vec<Earlier>) -> Self {
        let earlier = earlier.into_iter().map(|file| File { checked: file.checked, part: Part::Earlier(file.period) });
        let mut files: Vec<File> = checked
            .into_iter()
            .zip(states)
            .map(|(checked, state)| File { checked, part: Part::Received(state) })
            .chain(earlier)
            .collect();
        for file in &mut files {
            file.checked.rows.sort_by(|left, right| left.row.id.cmp(&right.row.id));
        }
        files.sort_by(|left, right| {
            let key = |file: &File| (file.checked.parcel.arrival, file.checked.parcel.id.clone());
            key(left).cmp(&key(right))
        });
        Self { files }
    }

    /// The files received in this period, with their positions.
    pub(super) fn files(&self) -> impl Iterator<Item = (usize, &File)> {
        self.files.iter().enumerate().filter(|(_, file)| file.carried_from().is_none())
    }

    /// The files of this period and of earlier ones, with their positions.
    pub(super) fn all_files(&self) -> impl Iterator<Item = (usize, &File)> {
        self.files.iter().enumerate()
    }

    /// The files of earlier periods.
    pub(super) fn earlier(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| file.carried_from().is_some())
    }

    pub(super) fn file(&self, at: At) -> &File {
        &self.files[at.file]
    }

    pub(super) fn checked_row(&self, at: At) -> &CheckedRow {
        &self.files[at.file].checked.rows[at.row]
    }

    pub(super) fn row(&self, at: At) -> &Row {
        &self.checked_row(at).row
    }

    /// Rows of all files whose rows are received, with what becomes of them.
    pub(super) fn received(&self) -> impl Iterator<Item = (At, Fate)> {
        let whole = self.files().filter(|(_, file)| file.part.is_received());
        whole.flat_map(|(file, within)| {
            let rows = within.checked.rows.iter().enumerate();
            rows.map(move |(row, checked)| (At { file, row }, fate(&within.part, checked.standing)))
        })
    }

    /// Rows that events are made from: those received and accepted, and those that run on.
    pub(super) fn accepted(&self) -> impl Iterator<Item = At> {
        let earlier = self.files.iter().enumerate().filter(|(_, file)| file.carried_from().is_some());
        let carried =
            earlier.flat_map(|(file, within)| (0..within.checked.rows.len()).map(move |row| At { file, row }));
        self.received().filter(|(_, fate)| *fate == Fate::InReport).map(|(at, _)| at).chain(carried)
    }

    /// Accepted rows by the names that links call them by.
    pub(super) fn by_id(&self) -> BTreeMap<&RowId, At> {
        self.accepted().map(|at| (&self.row(at).id, at)).collect()
    }

    pub(super) fn institution(&self, at: At) -> Option<&Arc<str>> {
        self.row(at).institution.as_ref().or(self.file(at).checked.known.institution.as_ref())
    }

    pub(super) fn source(&self, at: At) -> SourceRow {
        SourceRow {
            id: self.row(at).id.clone(),
            institution: self.institution(at).cloned(),
            file: Arc::clone(&self.file(at).checked.parcel.name),
        }
    }
}

/// In a file that does not count, rows in order wait with it; errors refuse a row wherever it stands.
fn fate(part: &Part, standing: Standing) -> Fate {
    match standing {
        Standing::Refused => Fate::Refused,
        Standing::Accepted if part.counts() => Fate::InReport,
        _ => Fate::Waits,
    }
}
