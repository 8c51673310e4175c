//! Inbox → originals and ledger, so that a crash at any moment loses nothing and doubles nothing.
//!
//! The order: every new file is stored and flushed, then all are entered in the ledger at once, then they leave the
//! inbox. Killed after the first step, the next run finds originals that the ledger does not know and adopts them;
//! killed after the second, it finds files in the inbox that it has already.

use std::sync::Arc;

use super::{Error, Stage, Watch, Workspace, archive, originals};
use crate::collect::{self as room, SkipReason, Sorting};
use crate::flow::ParcelCard;
use crate::ledger::Ledger;
use crate::outside::{self, Found, Settled};
use crate::record::{ParcelId, Period};

/// What became of the files in the inbox; by the names under which they lay there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Collected {
    pub taken: Vec<String>,
    /// Byte for byte the same as one that was taken before.
    pub repeated: Vec<String>,
    /// Lock and system files, left where they are.
    pub skipped: Vec<(String, SkipReason)>,
    /// Still being written: left for the next run.
    pub unfinished: Vec<String>,
    /// Cannot be read, with what the system says.
    pub unreadable: Vec<(String, String)>,
}

/// Takes every file from the inbox.
pub(super) fn collect(
    workspace: &Workspace,
    ledger: &mut Ledger,
    period: Period,
    watch: &dyn Watch,
) -> Result<Collected, Error> {
    outside::make_folder(&workspace.originals(period))?;
    outside::make_folder(&workspace.inbox())?;
    outside::sweep(&workspace.originals(period))?;
    adopt(workspace, ledger, period)?;
    let mut collected = Collected::default();
    let mut wanted = Vec::new();
    for file in outside::list(&workspace.inbox())? {
        match room::sort(&file.name, file.size) {
            Sorting::Take => wanted.push(file),
            Sorting::Skip(reason) => collected.skipped.push((file.name, reason)),
        }
    }
    watch.begin(Stage::Collect, wanted.len());
    outside::wait_for_writers(&wanted);
    let mut batch = Batch::new(workspace, ledger, period)?;
    let mut done = Vec::new();
    for file in wanted {
        // One byte more than is allowed tells that there is more.
        match outside::take(&file, workspace.settings.file_limit() + 1) {
            Ok(Settled::Whole(bytes)) => {
                let bytes: Arc<[u8]> = bytes.into();
                let id = batch.store(&Arrived { file: &file, name: &file.name, within: None, bytes: &bytes })?;
                // What is in an archive was possibly not stored when its run was killed: it is offered every time.
                for (name, bytes) in archive::files(&workspace.unfolder, &file.name, &bytes)? {
                    batch.store(&Arrived { file: &file, name: &name, within: Some(&id), bytes: &bytes })?;
                }
                done.push(file);
            }
            Ok(Settled::StillWritten) => collected.unfinished.push(file.name),
            Err(error) => collected.unreadable.push((file.name, error.to_string())),
        }
        watch.step();
    }
    for file in written_in_place(workspace, ledger, period)? {
        if let Ok(Settled::Whole(bytes)) = outside::take(&file, workspace.settings.file_limit() + 1)
            && ledger.parcel(period, &room::fingerprint(&bytes))?.is_none()
        {
            batch.store(&Arrived { file: &file, name: &file.name, within: None, bytes: &bytes })?;
        }
    }
    let Batch { cards, alone, whole, taken, repeated, .. } = batch;
    (collected.taken, collected.repeated) = (taken, repeated);
    ledger.make_whole(&whole)?;
    ledger.enter(period, &cards)?;
    ledger.set_within(period, &alone.into_iter().map(|id| (id, None)).collect::<Vec<_>>())?;
    for file in &done {
        outside::remove(&file.path)?;
    }
    watch.end();
    Ok(collected)
}

/// Workbooks of the last run into which somebody wrote where they lie, without putting them into the inbox. They are taken
/// all the same: this run writes them anew, and nobody's work is lost.
fn written_in_place(workspace: &Workspace, ledger: &Ledger, period: Period) -> Result<Vec<Found>, Error> {
    let published = ledger.published(period)?;
    let folder = workspace.report(period);
    if published.is_empty() || !outside::exists(&folder) {
        return Ok(Vec::new());
    }
    let mut written = Vec::new();
    for file in outside::list(&folder)? {
        let Some((_, id)) = published.iter().find(|(name, _)| *name == file.name) else { continue };
        if !id.means(&originals::fingerprint(&file.path)?) {
            written.push(file);
        }
    }
    Ok(written)
}

/// A file of the inbox, or one that lay in it.
struct Arrived<'a> {
    file: &'a Found,
    /// The name under which it is kept.
    name: &'a str,
    /// The archive or letter that it lay in.
    within: Option<&'a ParcelId>,
    bytes: &'a [u8],
}

/// The files of one run, stored and not yet entered, and what else the ledger is to be told.
struct Batch<'a> {
    workspace: &'a Workspace,
    ledger: &'a Ledger,
    period: Period,
    next_arrival: u64,
    cards: Vec<ParcelCard>,
    /// Files known from an archive or a letter that came by themselves now.
    alone: Vec<ParcelId>,
    /// Whole ids of files that an older svod entered.
    whole: Vec<(u64, ParcelId)>,
    taken: Vec<String>,
    repeated: Vec<String>,
}

impl<'a> Batch<'a> {
    fn new(workspace: &'a Workspace, ledger: &'a Ledger, period: Period) -> Result<Self, Error> {
        let next_arrival = ledger.next_arrival()?;
        let (cards, alone, whole, taken, repeated) = <_>::default();
        Ok(Self { workspace, ledger, period, next_arrival, cards, alone, whole, taken, repeated })
    }

    /// Stores a file, unless it is kept already.
    fn store(&mut self, arrived: &Arrived<'_>) -> Result<ParcelId, Error> {
        let id = room::fingerprint(arrived.bytes);
        let known = match self.cards.iter().find(|card| card.id == id) {
            Some(card) => Some(card.clone()),
            None => self.ledger.known(self.period, &id, arrived.bytes.len() as u64)?,
        };
        if let Some(known) = known {
            let stored = outside::read_if_there(&self.workspace.root().join(&known.stored))?;
            if stored.as_deref() != Some(arrived.bytes) {
                self.restore(&known, arrived)?;
            }
            if known.id != id {
                self.whole.push((known.arrival, id.clone()));
            }
            self.note_repetition(&known, arrived)?;
            return Ok(id);
        }
        let stored_name = room::stored_name(self.next_arrival, arrived.name);
        let path = self.workspace.originals(self.period).join(&stored_name);
        outside::put(&path, arrived.bytes)?;
        outside::set_changed(&path, arrived.file.changed)?;
        self.cards.push(ParcelCard {
            id: id.clone(),
            name: Arc::from(arrived.name),
            stored: Workspace::stored(self.period, &stored_name),
            size: arrived.bytes.len() as u64,
            received: arrived.file.changed,
            arrival: self.next_arrival,
            within: arrived.within.cloned(),
        });
        self.next_arrival += 1;
        self.taken.push(arrived.name.to_owned());
        Ok(id)
    }

    /// Puts a file in the place of its original, which is gone or was changed. What stands there is kept beside.
    fn restore(&self, known: &ParcelCard, arrived: &Arrived<'_>) -> Result<(), Error> {
        let path = self.workspace.root().join(&known.stored);
        outside::set_aside(&path, &self.workspace.damaged(self.period))?;
        outside::put(&path, arrived.bytes)?;
        Ok(outside::set_changed(&path, known.received)?)
    }

    /// Notes that a file came once more, byte for byte the same.
    fn note_repetition(&mut self, known: &ParcelCard, arrived: &Arrived<'_>) -> Result<(), Error> {
        if *known.name != *arrived.name {
            self.ledger.enter_copy(self.period, &known.id, arrived.name)?;
        }
        if known.within.is_some() && arrived.within.is_none() {
            match self.cards.iter_mut().find(|card| card.id == known.id) {
                Some(card) => card.within = None,
                None => self.alone.push(known.id.clone()),
            }
        }
        self.repeated.push(arrived.name.to_owned());
        Ok(())
    }
}

/// Enters originals that the ledger does not know: a run was killed before it entered them, or the ledger was lost.
fn adopt(workspace: &Workspace, ledger: &mut Ledger, period: Period) -> Result<(), Error> {
    let known: Vec<String> = ledger.parcels(period)?.into_iter().map(|card| card.stored).collect();
    let mut next_arrival = ledger.next_arrival()?;
    let mut orphans: Vec<(Option<u64>, String, Found)> = outside::list(&workspace.originals(period))?
        .into_iter()
        .filter(|file| !file.name.starts_with('.') && !known.contains(&Workspace::stored(period, &file.name)))
        .map(|file| match room::arrival_of(&file.name) {
            Some((arrival, name)) => (Some(arrival), name.to_owned(), file),
            None => (None, file.name.clone(), file),
        })
        .collect();
    orphans.sort_by(|left, right| (left.0.is_none(), left.0, &left.1).cmp(&(right.0.is_none(), right.0, &right.1)));
    let mut cards: Vec<ParcelCard> = Vec::new();
    for (arrival, name, file) in orphans {
        let id = originals::fingerprint(&file.path)?;
        if cards.iter().any(|card| card.id == id) || ledger.parcel(period, &id)?.is_some() {
            continue;
        }
        // The number in the name is kept where it is free: it is the order of arrival.
        let arrival = arrival.filter(|arrival| *arrival >= next_arrival).unwrap_or(next_arrival);
        next_arrival = arrival + 1;
        tracing::info!(name, arrival, "an original that the ledger did not know was entered");
        cards.push(ParcelCard {
            id,
            name: Arc::from(name.as_str()),
            stored: Workspace::stored(period, &file.name),
            size: file.size,
            received: file.changed,
            arrival,
            within: None,
        });
    }
    let known = [ledger.parcels(period)?, cards.clone()].concat();
    originals::find_wrappers(workspace, &known, &mut cards)?;
    ledger.enter(period, &cards)?;
    // An older svod did not keep in mind what lay in what.
    let mut older = ledger.of_unknown_origin(period)?;
    originals::find_wrappers(workspace, &known, &mut older)?;
    let within: Vec<_> = older.into_iter().map(|card| (card.id, card.within)).collect();
    Ok(ledger.set_within(period, &within)?)
}
