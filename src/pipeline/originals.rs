//! What the originals alone tell, where the ledger does not know it: their whole ids, and the archives and letters that they
//! lay in.

use std::collections::BTreeMap;
use std::path::Path;

use super::{Error, Workspace, archive};
use crate::collect::{self, Fingerprinter};
use crate::flow::{ParcelCard, WITHIN};
use crate::ledger::Ledger;
use crate::outside;
use crate::record::ParcelId;

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
