//! The inbox as it is looked at: what is ready to be taken, and what is still being written.
//!
//! A file is ready when it has rested (`collect/settled.rs`), or when its bytes prove that it is whole (`collect/whole.rs`).
//! `run` waits once, for all files together and no longer than the quiet time of the settings; a file that changes meanwhile
//! is left. `watch` waits for nothing: it looks again.

use std::collections::BTreeMap;
use std::time::Duration;

use rayon::prelude::*;

use super::{Error, Stage, Watch, Workspace};
use crate::collect::{self, Moment, SeenFiles, SkipReason, Sorting};
use crate::flow::FileStat;
use crate::outside::{self, Found};
use crate::record::{ParcelId, Period};

/// Between two looks at files that are waited for.
const LOOK_AGAIN: Duration = Duration::from_millis(200);

/// Patience with files that may still be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Patience {
    Waits,
    LooksAgain,
    /// Nobody else writes there.
    Alone,
}

/// The inbox as it was seen so far, over all looks at it.
#[derive(Debug)]
pub(super) struct Arrivals {
    patience: Patience,
    seen: SeenFiles,
    /// Files that could not be read, with their stats then.
    unreadable: BTreeMap<String, FileStat>,
    /// The last look found files that are still being written.
    pub(super) is_waiting: bool,
}

/// The files in the inbox.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    /// In the order in which they are taken.
    pub(super) ready: Vec<ReadyFile>,
    /// Names of files that are still being written.
    pub(super) unfinished: Vec<String>,
    pub(super) skipped: Skipped,
    /// Names of what is no file.
    pub(super) left: Vec<String>,
}

/// Names of files that nobody sent, each with what it is.
type Skipped = Vec<(String, SkipReason)>;

/// A file that is ready to be taken.
#[derive(Debug)]
pub(super) struct ReadyFile {
    pub(super) file: Found,
    reason: Reason,
}

/// The reason why a file may be taken.
#[derive(Debug)]
enum Reason {
    Rested,
    /// It is whole as long as these are its bytes.
    Whole(ParcelId),
}

impl ReadyFile {
    /// Tells that what was read is the whole of the file: `id` is that of the bytes, `now` its stat after they were read.
    pub(super) fn is_whole(&self, id: &ParcelId, now: Option<FileStat>) -> bool {
        match &self.reason {
            Reason::Rested => now == Some(self.file.stat),
            Reason::Whole(proved) => proved == id,
        }
    }
}

impl Arrivals {
    fn of(patience: Patience) -> Self {
        Self { patience, seen: SeenFiles::default(), unreadable: BTreeMap::new(), is_waiting: false }
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
        let mut inbox = Inbox { skipped, left: outside::no_files(&workspace.inbox())?, ..Inbox::default() };
        let now = moment(workspace, period);
        let mut waiting = Vec::new();
        for (file, reason) in self.judged(workspace, wanted, now)? {
            match reason {
                Some(reason) => inbox.ready.push(ReadyFile { file, reason }),
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

    /// Tells whether a run would take anything by now.
    pub(super) fn is_anything_ready(&mut self, workspace: &Workspace, period: Period) -> Result<bool, Error> {
        let (mut wanted, _) = listed(workspace)?;
        wanted.retain(|file| self.unreadable.get(&file.name) != Some(&file.stat));
        if wanted.is_empty() {
            self.is_waiting = false;
            return Ok(false);
        }
        let judged = self.judged(workspace, wanted, moment(workspace, period))?;
        let is_ready = judged.iter().any(|(_, reason)| reason.is_some());
        self.is_waiting = !is_ready;
        Ok(is_ready)
    }

    /// Tells whether a file that is not in the inbox may be taken.
    pub(super) fn ready(
        &mut self,
        workspace: &Workspace,
        period: Period,
        file: Found,
    ) -> Result<Option<ReadyFile>, Error> {
        let now = moment(workspace, period);
        let reason =
            if self.has_rested(workspace, &file, now) { Some(Reason::Rested) } else { proof(workspace, &file)? };
        Ok(reason.map(|reason| ReadyFile { file, reason }))
    }

    /// Keeps in mind that a file cannot be read: as long as it looks the same, nothing is to be had from it.
    pub(super) fn give_up(&mut self, file: &Found) {
        self.unreadable.insert(file.name.clone(), file.stat);
    }

    /// The files of the inbox, each with the reason why it may be taken; none where it may not yet.
    fn judged(
        &mut self,
        workspace: &Workspace,
        wanted: Vec<Found>,
        now: Moment,
    ) -> Result<Vec<(Found, Option<Reason>)>, Error> {
        self.seen.keep(|path| wanted.iter().any(|file| key(file) == path));
        let rested: Vec<(bool, Found)> =
            wanted.into_iter().map(|file| (self.has_rested(workspace, &file, now), file)).collect();
        rested
            .into_par_iter()
            .map(|(has_rested, file)| {
                let reason = if has_rested { Some(Reason::Rested) } else { proof(workspace, &file)? };
                Ok((file, reason))
            })
            .collect()
    }

    fn has_rested(&mut self, workspace: &Workspace, file: &Found, now: Moment) -> bool {
        let quiet = workspace.settings.quiet();
        let is_there = |name: &str| outside::exists(&workspace.inbox().join(name));
        if file.stat.size == 0 && collect::is_downloaded_beside(&file.name, is_there) {
            return false;
        }
        self.patience == Patience::Alone || self.seen.has_rested(&key(file), file.stat, now, quiet)
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
                match outside::stat(&file.path)? {
                    // Somebody took it away.
                    None => {}
                    Some(stat) if stat != file.stat => inbox.unfinished.push(file.name),
                    Some(_) if self.has_rested(workspace, &file, now) => {
                        inbox.ready.push(ReadyFile { file, reason: Reason::Rested });
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
fn proof(workspace: &Workspace, file: &Found) -> Result<Option<Reason>, Error> {
    if file.stat.size > workspace.settings.file_limit() {
        return Ok(None);
    }
    // What cannot be opened yet is looked at again; once it has rested, it is said why.
    let Ok((head, tail)) = outside::ends(&file.path, collect::HEAD, collect::TAIL) else { return Ok(None) };
    if !collect::may_be_whole(&file.name, &head, &tail, file.stat.size) {
        return Ok(None);
    }
    let Ok(bytes) = outside::read(&file.path) else { return Ok(None) };
    let id = collect::fingerprint(&bytes);
    let is_whole = collect::is_called_by_digest(&file.name, &id) || workspace.unfolder.is_whole(&bytes.into())?;
    Ok(is_whole.then_some(Reason::Whole(id)))
}

/// Name of a file from look to look.
fn key(file: &Found) -> String {
    file.path.to_string_lossy().into_owned()
}

/// This moment, by both clocks.
fn moment(workspace: &Workspace, period: Period) -> Moment {
    Moment { on_disk: outside::moment_on_disk(&workspace.originals(period)), steady: outside::steady() }
}
