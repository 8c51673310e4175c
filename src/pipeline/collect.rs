//! Inbox → originals and ledger, so that a crash at any moment loses nothing and doubles nothing.
//!
//! The order, and why:
//!
//! 1. Originals that the ledger does not know are entered: an earlier run was killed before it did so. If other limits hold than
//!    when archives and letters were last looked into, those from which nothing was taken are looked into once more.
//! 2. Every file that is no longer being written is copied, however large it is: into the folder of the originals, under no
//!    name yet, and its SHA-256 is worked out on the way. If the file changed meanwhile, the copy is dropped.
//! 3. Where the same bytes are kept already, compared one by one, the copy is dropped. Else it gets the time of its file, is
//!    flushed, and then gets its name. Nothing is written over: what stands where a damaged original is restored is moved aside.
//! 4. All new originals are entered in the ledger at once.
//! 5. Each file leaves the inbox, if its original, read again from the disk, has the digest of what was copied, and the file
//!    still looks as it did, or still has that digest.
//!
//! Killed before 3, nothing has happened but an unnamed copy, which the next run sweeps away. Killed after 3, the next run
//! finds originals that the ledger does not know (1). Killed after 4, it finds files in the inbox that are kept already (3),
//! and lets go of them (5). A full disk ends the run like a kill does.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::DateTime;

use super::arrivals::{Arrivals, Inbox, ReadyFile};
use super::{Error, Watch, Workspace, archive, originals};
use crate::collect::{self as room, Fingerprinter, SkipReason};
use crate::flow::ParcelCard;
use crate::ledger::Ledger;
use crate::outside::{self, Copied, FileCopy, Found};
use crate::record::{ParcelId, Period};

/// What became of the files in the inbox; by the names under which they lay there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Collected {
    pub taken: Vec<String>,
    /// Byte for byte the same as one that was taken before.
    pub repeated: Vec<String>,
    /// Taken before, but the original was gone or had been changed: it is restored.
    pub restored: Vec<String>,
    /// Lock and system files, left where they are.
    pub skipped: Vec<(String, SkipReason)>,
    /// Still being written: left for the next run.
    pub unfinished: Vec<String>,
    /// Cannot be read, with what the system says.
    pub unreadable: Vec<(String, String)>,
    /// No files: folders, links that lead nowhere and the like.
    pub left: Vec<String>,
}

impl Collected {
    /// Tells whether something was left in the inbox that somebody sent.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        [&self.unfinished, &self.left].iter().any(|names| !names.is_empty()) || !self.unreadable.is_empty()
    }
}

/// Takes every file from the inbox that is no longer being written.
pub(super) fn collect(
    workspace: &Workspace,
    ledger: &mut Ledger,
    period: Period,
    arrivals: &mut Arrivals,
    watch: &dyn Watch,
) -> Result<Collected, Error> {
    outside::make_folder(&workspace.originals(period))?;
    outside::make_folder(&workspace.inbox())?;
    outside::sweep(&workspace.originals(period))?;
    originals::adopt(workspace, ledger, period)?;
    let Inbox { ready, unfinished, skipped, left } = arrivals.look(workspace, period, watch)?;
    let mut batch = Batch::new(workspace, ledger, period)?;
    batch.collected = Collected { skipped, unfinished, left, ..Collected::default() };
    let limits = format!("{:?} {}", workspace.unfolder.orders(), env!("CARGO_PKG_VERSION"));
    let is_other = ledger.unpacked(period)?.as_deref() != Some(&*limits);
    if is_other {
        batch.look_again()?;
    }
    for file in ready {
        batch.take(&file, arrivals)?;
        watch.step();
    }
    for workbook in originals::written_in_place(workspace, ledger, period, arrivals)? {
        batch.take_copy(&workbook)?;
    }
    let Batch { cards, alone, whole, done, mut collected, .. } = batch;
    ledger.make_whole(&whole)?;
    ledger.enter(period, &cards)?;
    if is_other {
        ledger.keep_unpacked(period, &limits)?;
    }
    ledger.set_within(period, &alone.into_iter().map(|id| (id, None)).collect::<Vec<_>>())?;
    for file in done {
        if !file.leaves(workspace)? {
            collected.unfinished.push(file.found.name);
        }
    }
    arrivals.is_waiting |= !collected.unfinished.is_empty();
    watch.end();
    Ok(collected)
}

/// A file that is kept, or lay in one that is.
struct Arrived<'a> {
    /// The name under which it is kept.
    name: &'a str,
    /// When it was last changed before it was taken.
    changed: DateTime,
    /// The archive or letter that it lay in.
    within: Option<&'a ParcelId>,
    id: &'a ParcelId,
}

/// A file out of an archive or a letter.
struct Part {
    name: String,
    id: ParcelId,
    bytes: Vec<u8>,
}

impl Part {
    fn copy(&self, batch: &Batch<'_>) -> Result<FileCopy, Error> {
        Ok(FileCopy::of_bytes(&self.bytes, &batch.workspace.originals(batch.period))?)
    }

    fn arrived<'a>(&'a self, whole: &Arrived<'a>) -> Arrived<'a> {
        Arrived { name: &self.name, changed: whole.changed, within: Some(whole.id), id: &self.id }
    }
}

/// A file of the inbox whose bytes are kept.
struct Done {
    found: Found,
    id: ParcelId,
    /// Path of the original, relative to the workspace.
    stored: String,
}

impl Done {
    /// Lets the file go, if what is kept is what lies there. Says whether it has left.
    fn leaves(&self, workspace: &Workspace) -> Result<bool, Error> {
        let (path, original) = (&self.found.path, workspace.root().join(&self.stored));
        if originals::fingerprint(&original)? != self.id {
            tracing::error!(stored = self.stored, "the disk does not give back what was written: the file stays");
            return Ok(false);
        }
        if outside::leads_to(&original, path)? {
            tracing::error!(stored = self.stored, "the original is a link to the file in the inbox: the file stays");
            return Ok(false);
        }
        let Some(stat) = outside::stat(path)? else { return Ok(true) };
        let let_go = || -> Result<bool, outside::Error> {
            let is_unchanged = stat == self.found.stat || originals::fingerprint(path)? == self.id;
            if is_unchanged {
                outside::remove(path)?;
            }
            Ok(is_unchanged)
        };
        match let_go() {
            Err(error) if outside::is_in_use(&error) => Ok(false),
            other => Ok(other?),
        }
    }
}

/// The files of one run, kept and not yet entered, and what else the ledger is to be told.
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
    /// May leave the inbox once the ledger knows them.
    done: Vec<Done>,
    collected: Collected,
}

impl<'a> Batch<'a> {
    fn new(workspace: &'a Workspace, ledger: &'a Ledger, period: Period) -> Result<Self, Error> {
        let next_arrival = ledger.next_arrival()?;
        let (cards, alone, whole, done, collected) = <_>::default();
        Ok(Self { workspace, ledger, period, next_arrival, cards, alone, whole, done, collected })
    }

    /// Takes a file of the inbox.
    fn take(&mut self, ready: &ReadyFile, arrivals: &mut Arrivals) -> Result<(), Error> {
        let found = &ready.file;
        match self.copied(ready)? {
            Attempt::Whole(copy, id) => {
                let arrived = Arrived { name: &found.name, changed: found.changed, within: None, id: &id };
                let stored = self.keep(copy, &arrived)?;
                for part in self.parts(&arrived, found.stat.size, &stored)? {
                    self.keep(part.copy(self)?, &part.arrived(&arrived))?;
                }
                self.done.push(Done { found: found.clone(), id, stored });
            }
            Attempt::StillWritten => self.collected.unfinished.push(found.name.clone()),
            Attempt::Gone => {}
            Attempt::Unreadable(reason) => {
                self.collected.unreadable.push((found.name.clone(), reason));
                arrivals.give_up(found);
            }
        }
        Ok(())
    }

    /// Takes a workbook that stays where it is. One that is still being written is not taken, and nothing is said of it:
    /// whoever writes it anew sees that somebody wrote into it.
    fn take_copy(&mut self, ready: &ReadyFile) -> Result<(), Error> {
        let found = &ready.file;
        if let Attempt::Whole(copy, id) = self.copied(ready)?
            && self.ledger.parcel(self.period, &id)?.is_none()
        {
            self.keep(copy, &Arrived { name: &found.name, changed: found.changed, within: None, id: &id })?;
        }
        Ok(())
    }

    /// Looks once more into the archives and letters that nothing was taken from: what is read was wider when it was narrower.
    /// Of their files those that came by themselves are known already.
    fn look_again(&mut self) -> Result<(), Error> {
        let cards = self.ledger.parcels(self.period)?;
        let wrappers: BTreeSet<&ParcelId> = cards.iter().filter_map(|card| card.within.as_ref()).collect();
        for card in cards.iter().filter(|card| !wrappers.contains(&card.id)) {
            let path = self.workspace.root().join(&card.stored);
            if !originals::fingerprint(&path).is_ok_and(|id| card.id.means(&id)) {
                continue;
            }
            let arrived = Arrived { name: &card.name, changed: card.received, within: None, id: &card.id };
            for part in self.parts(&arrived, card.size, &card.stored)? {
                if self.ledger.known(self.period, &part.id, part.bytes.len() as u64)?.is_none() {
                    self.keep(part.copy(self)?, &part.arrived(&arrived))?;
                }
            }
        }
        Ok(())
    }

    /// Copies a file beside its place among the originals.
    fn copied(&self, ready: &ReadyFile) -> Result<Attempt, Error> {
        let path = &ready.file.path;
        let mut digits = Fingerprinter::default();
        let copy = match FileCopy::of(path, &self.workspace.originals(self.period), &mut |piece| digits.add(piece))? {
            Copied::Whole(copy) => copy,
            Copied::Unreadable(error) if outside::is_in_use(&error) => return Ok(Attempt::StillWritten),
            Copied::Unreadable(_) if !outside::exists(path) => return Ok(Attempt::Gone),
            Copied::Unreadable(error) => return Ok(Attempt::Unreadable(error.to_string())),
        };
        let id = digits.finish();
        let is_whole = ready.is_whole(&id, outside::stat(path)?);
        Ok(if is_whole { Attempt::Whole(copy, id) } else { Attempt::StillWritten })
    }

    /// What lies in an archive or a letter. It was possibly not kept when its run was killed: it is offered every time.
    fn parts(&self, whole: &Arrived<'_>, size: u64, stored: &str) -> Result<Vec<Part>, Error> {
        if size > self.workspace.settings.file_limit() {
            return Ok(Vec::new());
        }
        let bytes: Arc<[u8]> = outside::read(&self.workspace.root().join(stored))?.into();
        let files = archive::files(&self.workspace.unfolder, whole.name, &bytes)?;
        Ok(files.into_iter().map(|(name, bytes)| Part { name, id: room::fingerprint(&bytes), bytes }).collect())
    }

    /// Gives a copy its place, unless the same bytes are kept already. Says where the original lies, relative to the
    /// workspace.
    fn keep(&mut self, copy: FileCopy, arrived: &Arrived<'_>) -> Result<String, Error> {
        let known = match self.cards.iter().find(|card| card.id == *arrived.id) {
            Some(card) => Some(card.clone()),
            None => self.ledger.known(self.period, arrived.id, copy.size())?,
        };
        let Some(known) = known else { return self.enter(copy, arrived) };
        let path = self.workspace.root().join(&known.stored);
        if outside::is_same(copy.path(), &path)? {
            self.collected.repeated.push(arrived.name.to_owned());
        } else {
            outside::set_aside(&path, &self.workspace.damaged(self.period))?;
            copy.place(&path, known.received)?;
            self.collected.restored.push(arrived.name.to_owned());
        }
        self.note_again(&known, arrived)?;
        Ok(known.stored)
    }

    /// A file that is new.
    fn enter(&mut self, copy: FileCopy, arrived: &Arrived<'_>) -> Result<String, Error> {
        let folder = self.workspace.originals(self.period);
        let mut name = room::stored_name(self.next_arrival, arrived.name);
        // A second copy of an original that somebody put there has no entry, and keeps its name.
        while outside::exists(&folder.join(&name)) {
            self.next_arrival += 1;
            name = room::stored_name(self.next_arrival, arrived.name);
        }
        let stored = Workspace::stored(self.period, &name);
        self.cards.push(ParcelCard {
            id: arrived.id.clone(),
            name: Arc::from(arrived.name),
            stored: stored.clone(),
            size: copy.size(),
            received: arrived.changed,
            arrival: self.next_arrival,
            within: arrived.within.cloned(),
        });
        copy.place(&folder.join(name), arrived.changed)?;
        self.next_arrival += 1;
        self.collected.taken.push(arrived.name.to_owned());
        Ok(stored)
    }

    /// Notes what is new about a file that is kept already: another name, its whole id, that it came by itself.
    fn note_again(&mut self, known: &ParcelCard, arrived: &Arrived<'_>) -> Result<(), Error> {
        if *known.name != *arrived.name {
            self.ledger.enter_copy(self.period, &known.id, arrived.name)?;
        }
        if known.id != *arrived.id {
            self.whole.push((known.arrival, arrived.id.clone()));
        }
        if known.within.is_some() && arrived.within.is_none() {
            match self.cards.iter_mut().find(|card| card.id == known.id) {
                Some(card) => card.within = None,
                None => self.alone.push(arrived.id.clone()),
            }
        }
        Ok(())
    }
}

/// Outcome of copying a file of the inbox.
enum Attempt {
    Whole(FileCopy, ParcelId),
    StillWritten,
    /// Somebody took it away.
    Gone,
    /// With what the system says.
    Unreadable(String),
}
