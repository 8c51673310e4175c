//! Consolidated → artifacts on the disk, and what the ledger keeps in mind of it: the same after a run and at a publication.
//!
//! What earlier reports counted is taken from the ledger, as their last run left it. Lost, it is made again by running them.

use std::path::PathBuf;

use super::{Error, Workspace, artifacts, post};
use crate::flow::{Accounts, Artifact, ArtifactKind, Consolidated};
use crate::ledger::Ledger;
use crate::outside;
use crate::publish::{self, Measures, Past, Subject};
use crate::record::Period;
use crate::register::Register;

/// An artifact on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    pub kind: ArtifactKind,
    pub path: PathBuf,
}

/// The report of a period, ready to be written.
pub(super) struct Finished<'a> {
    workspace: &'a Workspace,
    consolidated: &'a Consolidated,
    register: &'a Register,
    accounts: Option<Accounts>,
    past: Vec<Past>,
    letterhead: Option<(PathBuf, Vec<u8>)>,
    /// The edition that is published.
    edition: Option<u32>,
    pub(super) artifacts: Vec<Artifact>,
}

impl<'a> Finished<'a> {
    /// What is needed to make the artifacts; none is made yet.
    pub(super) fn new(
        workspace: &'a Workspace,
        ledger: &Ledger,
        consolidated: &'a Consolidated,
        register: &'a Register,
    ) -> Result<Self, Error> {
        let past = past(ledger, consolidated.period)?;
        let letterhead = workspace.letterhead_file().map(|path| outside::read(&path).map(|bytes| (path, bytes)));
        let letterhead = letterhead.transpose()?;
        let accounts =
            if consolidated.parts.is_empty() { post::recorded(workspace, ledger, consolidated)? } else { None };
        let (edition, artifacts) = (None, Vec::new());
        Ok(Self { workspace, consolidated, register, accounts, past, letterhead, edition, artifacts })
    }

    /// Makes every artifact, and keeps in mind what is counted in it.
    pub(super) fn make(mut self, ledger: &Ledger, edition: Option<u32>) -> Result<Self, Error> {
        self.edition = edition;
        self.artifacts = publish::publish(&self.subject()).map_err(|error| match (error, &self.letterhead) {
            (publish::Error::Letterhead(reason), Some((path, _))) => Error::Letterhead { path: path.clone(), reason },
            (other, _) => other.into(),
        })?;
        let measures = serde_json::to_string(&Measures::of(&self.subject())).unwrap_or_default();
        ledger.keep_measures(self.consolidated.period, &measures)?;
        Ok(self)
    }

    pub(super) fn subject(&self) -> Subject<'_> {
        Subject {
            data: self.consolidated,
            form: &self.workspace.form,
            register: self.register,
            deadline: self.workspace.deadline(self.consolidated.period),
            accounts: self.accounts.as_ref(),
            language: self.workspace.language(),
            past: &self.past,
            letterhead: self.letterhead.as_ref().map(|(_, bytes)| bytes.as_slice()),
            edition: self.edition,
            key: self.workspace.key(),
        }
    }

    /// Writes the artifacts into the folder of the period's report.
    pub(super) fn write(&self) -> Result<Vec<Written>, Error> {
        let period = self.consolidated.period;
        let written = artifacts::write(&self.workspace.report(period), &self.artifacts)?;
        artifacts::show_unusable(self.workspace, period, self.consolidated)?;
        artifacts::take_away_answered(self.workspace, period, &self.artifacts)?;
        artifacts::take_away_stale_pdf(&self.workspace.report(period), &self.artifacts)?;
        Ok(written)
    }
}

/// What the reports of the period before and of the same one a year ago counted, as far as there are such.
fn past(ledger: &Ledger, period: Period) -> Result<Vec<Past>, Error> {
    let mut before: Vec<Period> = period.previous().into_iter().chain(period.a_year_before()).collect();
    // Of a year both are the same.
    before.dedup();
    let mut past = Vec::new();
    for period in before {
        let kept = ledger.measures(period)?;
        // What an older svod kept may be of another shape: that report is not compared with until it is run again.
        let measures = kept.and_then(|json| serde_json::from_str(&json).ok());
        past.extend(measures.map(|measures| Past { period, measures }));
    }
    Ok(past)
}
