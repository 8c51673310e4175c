//! The quarter: collect → read → check → decide → link → merge → publish.

use super::arrivals::Arrivals;
use super::collect::{Collected, collect};
use super::consolidate::gather;
use super::decide::Journal;
use super::finish::{Finished, Written};
use super::{Error, Stage, Watch, Workspace, artifacts};
use crate::flow::Consolidated;
use crate::record::Period;
use crate::register::Register;

/// What a run came to.
#[derive(Debug)]
pub struct Outcome {
    pub collected: Collected,
    pub consolidated: Consolidated,
    pub register: Register,
    pub artifacts: Vec<Written>,
    /// Workbooks of the report into which somebody wrote while svod worked: they lie in the inbox, for the next run.
    pub moved: Vec<String>,
}

/// Takes what lies in the inbox and makes the artifacts anew.
///
/// # Errors
/// When svod could not do its job: no such workspace, a full disk, another svod at work.
pub fn run(workspace: &Workspace, period: Period, watch: &dyn Watch) -> Result<Outcome, Error> {
    run_with(workspace, period, &mut Arrivals::of_a_run(), watch)
}

/// The same with what was seen of the inbox before.
pub(super) fn run_with(
    workspace: &Workspace,
    period: Period,
    arrivals: &mut Arrivals,
    watch: &dyn Watch,
) -> Result<Outcome, Error> {
    workspace.admit(period)?;
    let _held = workspace.hold()?;
    workspace.make_key()?;
    let mut ledger = workspace.ledger()?;
    let collected = collect(workspace, &mut ledger, period, arrivals, watch)?;
    let mut journal = Journal::open(workspace, &mut ledger)?;
    let gathered = gather(workspace, &ledger, period, &journal.memory, watch)?;
    journal.take(workspace, &mut ledger, period, gathered.own())?;
    let (consolidated, register) = gathered.combine(workspace, &journal.memory)?;
    watch.begin(Stage::Publish, 1);
    let finished = Finished::new(workspace, &ledger, &consolidated, &register)?.make(&ledger, None)?;
    let moved = artifacts::rescue(workspace, &ledger, period)?;
    let artifacts = finished.write()?;
    ledger.enter_run(period, journal.lines(), &artifacts::fingerprints(&finished.artifacts))?;
    watch.end();
    Ok(Outcome { collected, consolidated, register, artifacts, moved })
}

/// What is known so far; takes nothing and writes nothing.
///
/// # Errors
/// As [`run`].
pub fn status(workspace: &Workspace, period: Period, watch: &dyn Watch) -> Result<(Consolidated, Register), Error> {
    workspace.admit(period)?;
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let journal = Journal::open(workspace, &mut ledger)?;
    gather(workspace, &ledger, period, &journal.memory, watch)?.combine(workspace, &journal.memory)
}
