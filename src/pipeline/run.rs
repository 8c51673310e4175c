//! The quarter: collect → read → check → link → merge → publish.

use std::path::PathBuf;

use super::collect::{Collected, collect};
use super::{Error, Stage, Watch, Workspace, artifacts, consolidate};
use crate::flow::{ArtifactKind, Consolidated};
use crate::publish::{self, Subject};
use crate::record::Period;
use crate::register::Register;

/// What a run came to.
#[derive(Debug)]
pub struct Outcome {
    pub collected: Collected,
    pub consolidated: Consolidated,
    pub register: Register,
    pub artifacts: Vec<Written>,
}

/// An artifact on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub kind: ArtifactKind,
    pub path: PathBuf,
}

/// Takes what lies in the inbox and makes the artifacts anew.
///
/// # Errors
/// When svod could not do its job: no such workspace, a full disk, another svod at work.
pub fn run(workspace: &Workspace, period: Period, watch: &dyn Watch) -> Result<Outcome, Error> {
    workspace.admit(period)?;
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let collected = collect(workspace, &mut ledger, period, watch)?;
    let (consolidated, register) = consolidate(workspace, &ledger, period, watch)?;
    watch.begin(Stage::Publish, 1);
    let published = publish::publish(&Subject {
        data: &consolidated,
        form: &workspace.form,
        register: &register,
        deadline: workspace.deadline(period),
        language: workspace.language(),
    })?;
    let artifacts = artifacts::write(&workspace.report(period), &published)?;
    artifacts::show_unusable(workspace, period, &consolidated)?;
    watch.end();
    Ok(Outcome { collected, consolidated, register, artifacts })
}

/// What is known so far; takes nothing and writes nothing.
///
/// # Errors
/// As [`run`].
pub fn status(workspace: &Workspace, period: Period, watch: &dyn Watch) -> Result<(Consolidated, Register), Error> {
    workspace.admit(period)?;
    let _held = workspace.hold()?;
    consolidate(workspace, &workspace.ledger()?, period, watch)
}
