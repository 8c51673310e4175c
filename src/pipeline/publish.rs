//! `publish`: the report of a period that was run, or of a longer one that is made of such periods, as a numbered edition.
//!
//! An edition is a folder with everything that was published and a record of what it said. The same content makes no new one;
//! a new one tells what it says differently from the one before. Nothing in a folder of an edition is ever written over
//! ([`Editions`]).

use std::path::PathBuf;

use super::decide::Journal;
use super::editions::Editions;
use super::finish::{Finished, Written};
use super::{Error, Stage, Watch, Workspace, artifacts, editions, span};
use crate::finding::Finding;
use crate::flow::{Artifact, ArtifactKind, Consolidated};
use crate::ledger::Ledger;
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
    /// Workbooks of the report into which somebody wrote: they lie in the inbox, for the next run.
    pub moved: Vec<String>,
}

/// The edition that says what the report says now.
#[derive(Debug)]
pub struct Issued {
    /// From 1.
    pub number: u32,
    /// Whether it was made just now; else there was nothing new to say.
    pub is_new: bool,
    pub folder: PathBuf,
    /// The number of the one before, as far as it is known what that said.
    pub before: Option<u32>,
    /// What it says differently from that.
    pub differences: Vec<Difference>,
    /// What is wrong with the folders of editions: records that are lost, files that were changed.
    pub findings: Vec<Finding>,
}

/// Makes the artifacts of a period that was run anew, takes nothing from the inbox, and keeps a new edition of what says
/// something new.
///
/// # Errors
/// When svod could not do its job: the period was not run, a full disk.
pub fn publish(workspace: &Workspace, period: Period, watch: &dyn Watch) -> Result<Publication, Error> {
    let _held = workspace.hold()?;
    workspace.make_key()?;
    let mut ledger = workspace.ledger()?;
    let journal = Journal::open(workspace, &mut ledger)?;
    let (consolidated, register) = span::consolidated(workspace, &ledger, &journal, period, watch)?;
    watch.begin(Stage::Publish, 1);
    let finished = Finished::new(workspace, &ledger, &consolidated, &register)?;
    let coming = Coming::of(workspace, &ledger, &finished, period)?;
    // The papers bear the number of their edition.
    let finished = finished.make(&ledger, Some(coming.now.number))?;
    let moved = artifacts::rescue(workspace, &ledger, period)?;
    let artifacts = finished.write()?;
    if consolidated.parts.is_empty() {
        ledger.enter_run(period, journal.lines(), &artifacts::fingerprints(&finished.artifacts))?;
    }
    let edition = coming.keep(workspace, &ledger, &finished)?;
    watch.end();
    Ok(Publication { consolidated, register, artifacts, edition, moved })
}

/// The edition that says what the report says now.
struct Coming {
    now: Edition,
    /// Whether the last edition says something else.
    is_new: bool,
    /// The last one before it of which is known what it said.
    before: Option<Edition>,
    findings: Vec<Finding>,
}

impl Coming {
    /// A new one, unless the last one says the same.
    fn of(workspace: &Workspace, ledger: &Ledger, finished: &Finished<'_>, period: Period) -> Result<Self, Error> {
        let Editions { last, before, next, findings } = Editions::of(workspace, ledger, period)?;
        let now = Edition::of(&finished.subject(), next)?;
        Ok(match last {
            Some(last) if last.says_the_same(&now) => Self { now: last, is_new: false, before, findings },
            last => Self { now, is_new: true, before: last.or(before), findings },
        })
    }

    /// Keeps it with its artifacts, if it is new.
    fn keep(self, workspace: &Workspace, ledger: &Ledger, finished: &Finished<'_>) -> Result<Issued, Error> {
        let Self { now, is_new, before, findings } = self;
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
            editions::keep(workspace, ledger, &now, &kept)?;
        }
        let before = before.map(|before| before.number);
        Ok(Issued { number: now.number, is_new, folder, before, differences, findings })
    }
}

/// Whether it leaves the house: what asks the coordinator something does not.
fn is_published(kind: ArtifactKind) -> bool {
    !matches!(kind, ArtifactKind::Questions)
}

/// Whether a period was run.
pub(super) fn was_run(ledger: &Ledger, period: Period) -> Result<bool, Error> {
    Ok(ledger.last_run(period)?.is_some())
}
