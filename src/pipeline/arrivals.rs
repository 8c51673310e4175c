//! The inbox as it is looked at: what is ready to be taken, and what is still being written.
//!
//! A file is ready when it has rested (`collect/settled.rs`), or when its bytes prove that it is whole (`collect/whole.rs`).
//! `run` waits once, for all files together and no longer than the quiet time of the settings; a file that changes meanwhile
//! is left. `watch` waits for nothing: it looks again.

use std::collections::BTreeMap;
use std::time::Duration;

use rayon::prelude::*;

use super::{Error, Stage, Watch, Workspace};
use crate::collect::{self, Looks, Moment, SkipReason, Sorting};
use crate::flow::Look;
use crate::outside::{self, Found};
use crate::record::{ParcelId, Period};

/// Between two looks at files that are waited for.
const LOOK_AGAIN: Duration = Duration::from_millis(200);

/// Whether files that may still be written are waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Patience {
    Waits,
    LooksAgain,
    /// Nobody else writes there.
    Alone,
}

/// What was seen of the inbox so far, over all looks at it.
#[derive(Debug)]
pub(super) struct Arrivals {
    patience: Patience,
    looks: Looks,
    /// Files that could not be read, as they looked then.
    unreadable: BTreeMap<String, Look>,
    /// Whether the last look found files that are still being written.
    pub(super) is_waiting: bool,
}

/// What lies in the inbox.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    /// In the order in which they are taken.
    pub(super) ready: Vec<Ready>,
    /// Names of files that are still being written.
    pub(super) unfinished: Vec<String>,
    pub(super) skipped: Skipped,
}

/// Names of files that nobody sent, each with what it is.
type Skipped = Vec<(String, SkipReason)>;

/// A file that is ready to be taken.
#[derive(Debug)]
pub(super) struct Ready {
    pub(super) file: Found,
    proof: Proof,
}

/// Why it is.
#[derive(Debug)]
enum Proof {
    Rested,
    /// It is whole as long as these are its bytes.
    Bytes(ParcelId),
}

impl Ready {
    /// Whether what was read of it is the whole of it: `id` are the bytes, `now` is how it looks after they were read.
    pub(super) fn is_whole(&self, id: &ParcelId, now: Option<Look>) -> bool {
        match &self.proof {
            Proof::Rested => now == Some(self.file.look),
            Proof::Bytes(proved) => proved == id,
        }
    }
}

impl Arrivals {
    fn of(patience: Patience) -> Self {
        Self { patience, looks: Looks::default(), unreadable: BTreeMap::new(), is_waiting: false }
    }

    /// For one run.
    pub(super) fn of_a_run() -> Self {
        Self::of(Patience::Waits)
    }

    /// For many runs, as long as the inbox is watched.
    pub(super) fn watched() -> Self {
        Self::of(Patience::LooksAgain)
    }

    /// For files that svod itself laid out.
    pub(super) fn laid_out() -> Self {
        Self::of(Patience::Alone)
    }

    /// Looks at the inbox, and waits for what is being written, if that is to be.
    pub(super) fn look(&mut self, workspace: &Workspace, period: Period, watch: &dyn Watch) -> Result<Inbox, Error> {
        let (wanted, skipped) = listed(workspace)?;
        watch.begin(Stage::Collect, wanted.len());
        let mut inbox = Inbox { skipped, ..Inbox::default() };
        let now = moment(workspace, period);
        let mut waiting = Vec::new();
        for (file, proof) in self.proofs(workspace, wanted, now)? {
            match proof {
                Some(proof) => inbox.ready.push(Ready { file, proof }),
                None => waiting.push(file),
            }
        }
        if self.patience == Patience::Waits {
            self.wait(workspace, waiting, now, &mut inbox)?;
            inbox.ready.sort_by_cached_key(|one| (one.file.changed, one.file.name.clone()));
        } else {
            inbox.unfinished.extend(waiting.into_iter().map(|file| file.name));
        }
        self.is_waiting = !inbox.unfinished.is_empty();
        Ok(inbox)
    }

    /// Whether a run would take anything by now.
    pub(super) fn is_anything_ready(&mut self, workspace: &Workspace, period: Period) -> Result<bool, Error> {
        let (mut wanted, _) = listed(workspace)?;
        wanted.retain(|file| self.unreadable.get(&file.name) != Some(&file.look));
        if wanted.is_empty() {
            self.is_waiting = false;
            return Ok(false);
        }
        let proofs = self.proofs(workspace, wanted, moment(workspace, period))?;
        let is_ready = proofs.iter().any(|(_, proof)| proof.is_some());
        self.is_waiting = !is_ready;
        Ok(is_ready)
    }

    /// Tells whether a file that is not in the inbox may be taken.
    pub(super) fn ready(&mut self, workspace: &Workspace, period: Period, file: Found) -> Result<Option<Ready>, Error> {
        let now = moment(workspace, period);
        let proof = if self.has_rested(workspace, &file, now) { Some(Proof::Rested) } else { proof(workspace, &file)? };
        Ok(proof.map(|proof| Ready { file, proof }))
    }

    /// Keeps in mind that a file cannot be read: as long as it looks the same, nothing is to be had from it.
    pub(super) fn give_up(&mut self, file: &Found) {
        self.unreadable.insert(file.name.clone(), file.look);
    }

    /// The files of the inbox, each with the reason why it may be taken; none where it may not yet.
    fn proofs(
        &mut self,
        workspace: &Workspace,
        wanted: Vec<Found>,
        now: Moment,
    ) -> Result<Vec<(Found, Option<Proof>)>, Error> {
        self.looks.keep(|path| wanted.iter().any(|file| key(file) == path));
        let rested: Vec<(bool, Found)> =
            wanted.into_iter().map(|file| (self.has_rested(workspace, &file, now), file)).collect();
        rested
            .into_par_iter()
            .map(|(has_rested, file)| {
                let proof = if has_rested { Some(Proof::Rested) } else { proof(workspace, &file)? };
                Ok((file, proof))
            })
            .collect()
    }

    fn has_rested(&mut self, workspace: &Workspace, file: &Found, now: Moment) -> bool {
        let quiet = workspace.settings.quiet();
        let is_there = |name: &str| outside::exists(&workspace.inbox().join(name));
        if file.look.size == 0 && collect::is_downloaded_beside(&file.name, is_there) {
            return false;
        }
        self.patience == Patience::Alone || self.looks.has_rested(&key(file), file.look, now, quiet)
    }

    /// Waits until the files have rested. One that changes meanwhile is being written, and is not waited for.
    fn wait(
        &mut self,
        workspace: &Workspace,
        mut waiting: Vec<Found>,
        begun: Moment,
        inbox: &mut Inbox,
    ) -> Result<(), Error> {
        let until = begun.steady + workspace.settings.quiet();
        while !waiting.is_empty() && outside::steady() < until {
            outside::pause(LOOK_AGAIN.min(until.saturating_sub(outside::steady())));
            let steady = outside::steady();
            let passed = i128::try_from((steady.saturating_sub(begun.steady)).as_nanos()).unwrap_or(0);
            let now = Moment { on_disk: begun.on_disk + passed, steady };
            for file in std::mem::take(&mut waiting) {
                match outside::look(&file.path)? {
                    // Somebody took it away.
                    None => {}
                    Some(look) if look != file.look => inbox.unfinished.push(file.name),
                    Some(_) if self.has_rested(workspace, &file, now) => {
                        inbox.ready.push(Ready { file, proof: Proof::Rested });
                    }
                    Some(_) => waiting.push(file),
                }
            }
        }
        inbox.unfinished.extend(waiting.into_iter().map(|file| file.name));
        Ok(())
    }
}

/// The files of the inbox that are wanted, and those that are not.
fn listed(workspace: &Workspace) -> Result<(Vec<Found>, Skipped), Error> {
    let (mut wanted, mut skipped) = (Vec::new(), Skipped::new());
    for file in outside::list(&workspace.inbox())? {
        match collect::sort(&file.name) {
            Sorting::Take => wanted.push(file),
            Sorting::Skip(reason) => skipped.push((file.name, reason)),
        }
    }
    Ok((wanted, skipped))
}

/// Proves that a file is whole that has not rested.
fn proof(workspace: &Workspace, file: &Found) -> Result<Option<Proof>, Error> {
    if file.look.size > workspace.settings.file_limit() {
        return Ok(None);
    }
    // What cannot be opened yet is looked at again; once it has rested, it is said why.
    let Ok((head, tail)) = outside::ends(&file.path, collect::HEAD, collect::TAIL) else { return Ok(None) };
    if !collect::may_be_whole(&file.name, &head, &tail, file.look.size) {
        return Ok(None);
    }
    let Ok(bytes) = outside::read(&file.path) else { return Ok(None) };
    let id = collect::fingerprint(&bytes);
    let is_whole = collect::is_called_by_digest(&file.name, &id) || workspace.unfolder.is_whole(&bytes.into())?;
    Ok(is_whole.then_some(Proof::Bytes(id)))
}

/// By what a file is known from look to look.
fn key(file: &Found) -> String {
    file.path.to_string_lossy().into_owned()
}

/// How late it is.
fn moment(workspace: &Workspace, period: Period) -> Moment {
    Moment { on_disk: outside::moment_on_disk(&workspace.originals(period)), steady: outside::steady() }
}
