//! `publish`: the report of a period that was run, or of a longer one that is made of such periods, as a numbered edition.
//!
//! An edition is a folder with everything that was published and a record of what it said. The same content makes no new one;
//! a new one tells what it says differently from the one before. Nothing in a folder of an edition is ever written over.

use std::path::PathBuf;

use super::decide::Journal;
use super::finish::{Finished, Written};
use super::{Error, Stage, Watch, Workspace, artifacts, span};
use crate::flow::{Artifact, ArtifactKind, Consolidated};
use crate::ledger::Ledger;
use crate::outside;
use crate::publish::{self, Difference, Edition};
use crate::record::Period;
use crate::register::Register;

/// What a publication came to.
#[derive(Debug)]
pub struct Publication {
    pub consolidated: Consolidated,
    pub register: Register,
    /// In the folder of the report.
    pub artifacts: Vec<Written>,
    pub edition: Issued,
}

/// The edition that says what the report says now.
#[derive(Debug)]
pub struct Issued {
    /// From 1.
    pub number: u32,
    /// Whether it was made just now; else there was nothing new to say.
    pub is_new: bool,
    pub folder: PathBuf,
    /// What it says differently from the one before.
    pub differences: Vec<Difference>,
}

/// Makes the artifacts of a period that was run anew, takes nothing from the inbox, and keeps a new edition of what says
/// something new.
///
/// # Errors
/// When svod could not do its job: the period was not run, a record of an edition cannot be read, a full disk.
pub fn publish(workspace: &Workspace, period: Period, watch: &dyn Watch) -> Result<Publication, Error> {
    let _held = workspace.hold()?;
    workspace.make_key()?;
    let mut ledger = workspace.ledger()?;
    let journal = Journal::open(workspace, &mut ledger)?;
    let (consolidated, register) = span::consolidated(workspace, &ledger, &journal, period, watch)?;
    watch.begin(Stage::Publish, 1);
    let finished = Finished::new(workspace, &ledger, &consolidated, &register)?;
    let coming = Coming::of(workspace, &finished, period)?;
    // The papers bear the number of their edition.
    let finished = finished.make(&ledger, Some(coming.now.number))?;
    let artifacts = finished.write()?;
    if consolidated.parts.is_empty() {
        ledger.enter_run(period, journal.lines(), &artifacts::fingerprints(&finished.artifacts))?;
    }
    let edition = coming.keep(workspace, &finished)?;
    watch.end();
    Ok(Publication { consolidated, register, artifacts, edition })
}

/// The edition that says what the report says now.
struct Coming {
    now: Edition,
    /// Whether no edition says so yet.
    is_new: bool,
    /// The one before it.
    before: Option<Edition>,
}

impl Coming {
    /// A new one, unless the last one says the same.
    fn of(workspace: &Workspace, finished: &Finished<'_>, period: Period) -> Result<Self, Error> {
        let mut editions = editions(workspace, period)?;
        let now = Edition::of(&finished.subject(), number_after(&editions))?;
        Ok(match editions.pop() {
            Some(last) if last.says_the_same(&now) => Self { now: last, is_new: false, before: editions.pop() },
            last => Self { now, is_new: true, before: last },
        })
    }

    /// Keeps it with its artifacts, if it is new.
    fn keep(self, workspace: &Workspace, finished: &Finished<'_>) -> Result<Issued, Error> {
        let Self { now, is_new, before } = self;
        let folder = workspace.edition(now.period, now.number);
        let before = before.as_ref();
        let differences = before.map(|before| publish::differences(before, &now)).unwrap_or_default();
        if is_new {
            let mut kept: Vec<Artifact> =
                finished.artifacts.iter().filter(|one| is_published(one.kind)).cloned().collect();
            if let Some(before) = before {
                kept.push(publish::changes(before, &now, workspace.language())?);
                kept.extend(publish::pdf_of_changes(before, &now, workspace.language())?);
            }
            artifacts::write(&folder, &kept)?;
            // The record comes last: a folder with it is a whole edition.
            outside::put(&workspace.edition_file(now.period, now.number), &now.to_json()?)?;
        }
        Ok(Issued { number: now.number, is_new, folder, differences })
    }
}

/// Whether it leaves the house: what asks the coordinator something does not.
fn is_published(kind: ArtifactKind) -> bool {
    !matches!(kind, ArtifactKind::Questions)
}

fn number_after(editions: &[Edition]) -> u32 {
    editions.last().map_or(1, |last| last.number + 1)
}

/// The editions of a period, the earliest first. They are numbered without a gap: the first that is not there ends them.
fn editions(workspace: &Workspace, period: Period) -> Result<Vec<Edition>, Error> {
    let mut editions = Vec::new();
    for number in 1..u32::MAX {
        let path = workspace.edition_file(period, number);
        let Some(bytes) = outside::read_if_there(&path)? else { break };
        editions.push(Edition::from_json(&bytes).map_err(|reason| Error::Edition { path, reason })?);
    }
    Ok(editions)
}

/// Whether a period was run.
pub(super) fn was_run(ledger: &Ledger, period: Period) -> Result<bool, Error> {
    Ok(ledger.last_run(period)?.is_some())
}
