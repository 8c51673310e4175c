//! Artifacts → disk, and the folder in which unusable files stay visible.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::finish::Written;
use super::{Error, Workspace, originals};
use crate::collect;
use crate::flow::{Artifact, ArtifactKind, Consolidated};
use crate::ledger::Ledger;
use crate::outside;
use crate::publish;
use crate::record::{ParcelId, Period};

/// Writes artifacts into `folder`; one that stands there with the same bytes is left alone.
pub(super) fn write(folder: &Path, artifacts: &[Artifact]) -> Result<Vec<Written>, Error> {
    outside::make_folder(folder)?;
    outside::sweep(folder)?;
    artifacts
        .iter()
        .map(|artifact| {
            // Part by part, so that the path reads as one on Windows, too.
            let path = artifact.name.split('/').fold(folder.to_owned(), |path, part| path.join(part));
            if let Some(own) = path.parent().filter(|own| *own != folder) {
                outside::make_folder(own)?;
                outside::sweep(own)?;
            }
            outside::put_if_changed(&path, &artifact.bytes)?;
            Ok(Written { kind: artifact.kind, path })
        })
        .collect()
}

/// Takes away the workbook of questions of an earlier run where nothing is asked any more.
pub(super) fn take_away_answered(workspace: &Workspace, period: Period, artifacts: &[Artifact]) -> Result<(), Error> {
    if artifacts.iter().all(|artifact| artifact.kind != ArtifactKind::Questions) {
        outside::remove(&workspace.report(period).join(publish::questions_name(period, workspace.language())))?;
    }
    Ok(())
}

/// Takes away the PDFs of an earlier run where svod is built without PDF now: they would tell of other events than the rest.
pub(super) fn take_away_stale_pdf(folder: &Path, artifacts: &[Artifact]) -> Result<(), Error> {
    if artifacts.iter().any(|artifact| artifact.kind == ArtifactKind::Pdf) {
        return Ok(());
    }
    let documents = artifacts.iter().filter_map(|artifact| artifact.name.strip_suffix(".docx"));
    documents
        .map(|stem| folder.join(format!("{stem}.pdf")))
        .try_for_each(|path| outside::remove(&path).map_err(Error::from))
}

/// Names and fingerprints of the workbooks that people may write into.
pub(super) fn fingerprints(artifacts: &[Artifact]) -> Vec<(String, ParcelId)> {
    let may_be_written =
        artifacts.iter().filter(|artifact| matches!(artifact.kind, ArtifactKind::Questions | ArtifactKind::Workbook));
    may_be_written.map(|artifact| (artifact.name.clone(), collect::fingerprint(&artifact.bytes))).collect()
}

/// Moves a workbook of the report into which somebody wrote since its files were taken into the inbox, for the next run: this
/// one is about to write it anew. Says which were moved, by their names.
pub(super) fn rescue(workspace: &Workspace, ledger: &Ledger, period: Period) -> Result<Vec<String>, Error> {
    let folder = workspace.report(period);
    let mut moved = Vec::new();
    for (name, id) in ledger.published(period)? {
        let path = folder.join(&name);
        if !outside::exists(&path) {
            continue;
        }
        let now = originals::fingerprint(&path)?;
        if !id.means(&now) && ledger.parcel(period, &now)?.is_none() {
            outside::set_aside(&path, &workspace.inbox())?;
            moved.push(name);
        }
    }
    Ok(moved)
}

/// Keeps the folder of unusable files true: a copy of each, a text with the reason beside it, and nothing else of ours.
pub(super) fn show_unusable(workspace: &Workspace, period: Period, consolidated: &Consolidated) -> Result<(), Error> {
    let folder = workspace.unusable(period);
    if consolidated.unusable.is_empty() && !outside::exists(&folder) {
        return Ok(());
    }
    outside::make_folder(&folder)?;
    outside::sweep(&folder)?;
    let mut wanted: BTreeSet<PathBuf> = BTreeSet::new();
    for (card, findings) in &consolidated.unusable {
        let name = card.stored.rsplit('/').next().unwrap_or(&card.stored);
        let (copy, reason) = (folder.join(name), folder.join(collect::reason_name(name)));
        let original = workspace.root().join(&card.stored);
        if outside::exists(&original) {
            outside::copy_if_changed(&original, &copy)?;
        }
        let text = publish::reason(card, findings, workspace.language());
        outside::put_if_changed(&reason, text.as_bytes())?;
        wanted.extend([copy, reason]);
    }
    for file in outside::list(&folder)? {
        // Only files with our number in front are ours to remove.
        if !wanted.contains(&file.path) && collect::arrival_of(&file.name).is_some() {
            outside::remove(&file.path)?;
        }
    }
    Ok(())
}
