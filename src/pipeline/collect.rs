//! Inbox → originals and ledger, so that a crash at any moment loses nothing and doubles nothing.
//!
//! The order: every new file is stored and flushed, then all are entered in the ledger at once, then they leave the
//! inbox. Killed after the first step, the next run finds originals that the ledger does not know and adopts them;
//! killed after the second, it finds files in the inbox that it has already.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Error, Stage, Watch, Workspace, archive};
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
    let mut batch = Batch { next_arrival: ledger.next_arrival()?, ..Batch::default() };
    for file in wanted {
        // One byte more than is allowed tells that there is more.
        match outside::take(&file, workspace.settings.file_limit() + 1) {
            Ok(Settled::Whole(bytes)) => {
                let bytes: Arc<[u8]> = bytes.into();
                batch.store(workspace, ledger, period, &file, &file.name, &bytes, &mut collected)?;
                // What is in an archive was possibly not stored when its run was killed: it is offered every time.
                for (name, bytes) in archive::files(&workspace.unfolder, &file.name, &bytes)? {
                    batch.store(workspace, ledger, period, &file, &name, &bytes, &mut collected)?;
                }
                batch.done.push(file);
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
            batch.store(workspace, ledger, period, &file, &file.name, &bytes, &mut collected)?;
        }
    }
    ledger.enter(period, &batch.cards)?;
    for file in &batch.done {
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
        if room::fingerprint(&outside::read(&file.path)?) != *id {
            written.push(file);
        }
    }
    Ok(written)
}

/// The files of one run, stored and not yet entered.
#[derive(Debug, Default)]
struct Batch {
    next_arrival: u64,
    cards: Vec<ParcelCard>,
    by_id: BTreeMap<ParcelId, Arc<str>>,
    /// May leave the inbox once the ledger knows them.
    done: Vec<Found>,
}

impl Batch {
    /// Stores a file of the inbox, or one that lay in it, under `name`.
    #[expect(clippy::too_many_arguments, reason = "where it goes, what it is, and what became of it")]
    fn store(
        &mut self,
        workspace: &Workspace,
        ledger: &Ledger,
        period: Period,
        file: &Found,
        name: &str,
        bytes: &[u8],
        collected: &mut Collected,
    ) -> Result<(), Error> {
        let id = room::fingerprint(bytes);
        let known = match self.by_id.get(&id) {
            Some(name) => Some(Arc::clone(name)),
            None => ledger.parcel(period, &id)?.map(|card| card.name),
        };
        if let Some(known) = known {
            if *known != *name {
                ledger.enter_copy(period, &id, name)?;
            }
            collected.repeated.push(name.to_owned());
            return Ok(());
        }
        let stored_name = room::stored_name(self.next_arrival, name);
        let path = workspace.originals(period).join(&stored_name);
        outside::put(&path, bytes)?;
        outside::set_changed(&path, file.changed)?;
        let name: Arc<str> = Arc::from(name);
        self.by_id.insert(id.clone(), Arc::clone(&name));
        self.cards.push(ParcelCard {
            id,
            name: Arc::clone(&name),
            stored: Workspace::stored(period, &stored_name),
            size: bytes.len() as u64,
            received: file.changed,
            arrival: self.next_arrival,
        });
        self.next_arrival += 1;
        collected.taken.push(name.to_string());
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
        let id = room::fingerprint(&outside::read(&file.path)?);
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
        });
    }
    ledger.enter(period, &cards)?;
    Ok(())
}
