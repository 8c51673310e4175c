//! Finds out from the disk alone what the ledger does not know: originals that were never entered, their whole ids, the
//! archives and letters that they lay in, workbooks of the report that somebody wrote into.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::arrivals::{Arrivals, ReadyFile};
use super::{Error, Workspace, archive};
use crate::collect::{self, Fingerprinter};
use crate::flow::{ParcelCard, WITHIN};
use crate::ledger::Ledger;
use crate::outside::{self, Found};
use crate::record::{ParcelId, Period};

/// Works out the id of a file on the disk.
pub(super) fn fingerprint(path: &Path) -> Result<ParcelId, outside::Error> {
    let mut digits = Fingerprinter::default();
    outside::read_through(path, &mut |piece| digits.add(piece))?;
    Ok(digits.finish())
}

/// Gives the files that an older svod entered their whole ids. One whose original is gone or was changed keeps its old id:
/// a finding says so until the file comes again.
pub(super) fn complete_ids(root: &Path, ledger: &mut Ledger) -> Result<(), Error> {
    let mut found = Vec::new();
    for card in ledger.old_ids()? {
        match fingerprint(&root.join(&card.stored)) {
            Ok(whole) if card.id.means(&whole) => found.push((card.arrival, whole)),
            Ok(_) => tracing::warn!(stored = card.stored, "an original was changed"),
            Err(error) => tracing::warn!(%error, "an original cannot be read"),
        }
    }
    if !found.is_empty() {
        tracing::info!(files = found.len(), "files of an older svod get their whole ids");
    }
    Ok(ledger.make_whole(&found)?)
}

/// Finds out which archive or letter among `all` each of `cards` lay in, by opening all of them.
///
/// Where none of them holds a file whose name says that it came out of one, that one is gone: its id is unknown.
pub(super) fn find_wrappers(workspace: &Workspace, all: &[ParcelCard], cards: &mut [ParcelCard]) -> Result<(), Error> {
    if cards.is_empty() {
        return Ok(());
    }
    let mut within: BTreeMap<ParcelId, &ParcelId> = BTreeMap::new();
    for wrapper in all.iter().filter(|card| card.size <= workspace.settings.file_limit()) {
        let Some(bytes) = outside::read_if_there(&workspace.root().join(&wrapper.stored))? else { continue };
        for (_, bytes) in archive::files(&workspace.unfolder, &wrapper.name, &bytes.into())? {
            within.entry(collect::fingerprint(&bytes)).or_insert(&wrapper.id);
        }
    }
    for card in cards {
        let wrapper = within.get(&card.id).map(|id| (*id).clone());
        card.within = wrapper.or_else(|| card.name.contains(WITHIN).then(ParcelId::unknown));
    }
    Ok(())
}

/// Enters originals that the ledger does not know: a run was killed before it entered them, or the ledger was lost.
pub(super) fn adopt(workspace: &Workspace, ledger: &mut Ledger, period: Period) -> Result<(), Error> {
    let known: Vec<String> = ledger.parcels(period)?.into_iter().map(|card| card.stored).collect();
    let mut next_arrival = ledger.next_arrival()?;
    let mut orphans: Vec<(Option<u64>, String, Found)> = outside::list(&workspace.originals(period))?
        .into_iter()
        .filter(|file| !file.name.starts_with('.') && !known.contains(&Workspace::stored(period, &file.name)))
        .map(|file| match collect::arrival_of(&file.name) {
            Some((arrival, name)) => (Some(arrival), name.to_owned(), file),
            None => (None, file.name.clone(), file),
        })
        .collect();
    orphans.sort_by(|left, right| (left.0.is_none(), left.0, &left.1).cmp(&(right.0.is_none(), right.0, &right.1)));
    let mut cards: Vec<ParcelCard> = Vec::new();
    for (arrival, name, file) in orphans {
        let id = fingerprint(&file.path)?;
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
            size: file.stat.size,
            received: file.changed,
            arrival,
            within: None,
        });
    }
    let known = [ledger.parcels(period)?, cards.clone()].concat();
    find_wrappers(workspace, &known, &mut cards)?;
    ledger.enter(period, &cards)?;
    // An older svod did not keep in mind what lay in what.
    let mut older = ledger.of_unknown_origin(period)?;
    find_wrappers(workspace, &known, &mut older)?;
    let within: Vec<_> = older.into_iter().map(|card| (card.id, card.within)).collect();
    Ok(ledger.set_within(period, &within)?)
}

/// Workbooks of the last run into which somebody wrote where they lie, without putting them into the inbox, and who is done
/// with it. They are taken all the same: this run writes them anew, and nobody's work is lost.
pub(super) fn written_in_place(
    workspace: &Workspace,
    ledger: &Ledger,
    period: Period,
    arrivals: &mut Arrivals,
) -> Result<Vec<ReadyFile>, Error> {
    let published = ledger.published(period)?;
    let folder = workspace.report(period);
    if published.is_empty() || !outside::exists(&folder) {
        return Ok(Vec::new());
    }
    let mut written = Vec::new();
    for file in outside::list(&folder)? {
        let Some((_, id)) = published.iter().find(|(name, _)| *name == file.name) else { continue };
        if !id.means(&fingerprint(&file.path)?) {
            written.extend(arrivals.ready(workspace, period, file)?);
        }
    }
    Ok(written)
}
