//! Originals → consolidated: read and check each, link, merge. A pure function of form, register and originals.

use std::sync::Arc;

use rayon::prelude::*;

use super::{Error, Stage, Watch, Workspace, archive};
use crate::check::Checker;
use crate::finding::{Code, Finding, Place};
use crate::flow::{Checked, Consolidated, Correction, Parcel, ParcelCard, Reading, Row, Standing, Verdicts};
use crate::form::Form;
use crate::ledger::Ledger;
use crate::record::Period;
use crate::register::Register;
use crate::words::Args;
use crate::{collect, link, merge, outside, read};

/// Reads, checks, links and merges what the ledger knows of a period.
///
/// # Errors
/// When the ledger or the register cannot be read. What is wrong with a returned file is a finding.
pub fn consolidate(
    workspace: &Workspace,
    ledger: &Ledger,
    period: Period,
    watch: &dyn Watch,
) -> Result<(Consolidated, Register), Error> {
    let (register, register_findings) = workspace.register()?;
    let form = &workspace.form;
    let cards = ledger.parcels(period)?;
    let copies = ledger.copies(period)?;
    let context = read::Context::new(form, &register, period);
    let checker = Checker::new(form, &register, period)?;
    watch.begin(Stage::Read, cards.len());
    let submissions: Vec<Checked> = cards
        .into_par_iter()
        .map(|card| {
            let card = Arc::new(card);
            let mut reading = read_one(workspace, &card, &context)?;
            let again = copies.iter().filter(|(id, _)| *id == card.id);
            reading.findings.extend(again.map(|(_, name)| {
                Finding::new(Code::F05, Place::file(&card.id, &card.name), Args::new().with("name", name.as_str()))
            }));
            let outcome = checker.check(reading);
            watch.step();
            Ok(outcome)
        })
        .collect::<Result<_, Error>>()?;
    watch.end();
    let mut consolidated = combine(form, &register, period, submissions, &[], &checker);
    consolidated.findings.splice(0..0, register_findings);
    set_opened_apart(&mut consolidated);
    Ok((consolidated, register))
}

/// An archive or a letter that was opened is of use: what is said of it is said of the whole, not of an unusable file.
fn set_opened_apart(consolidated: &mut Consolidated) {
    let (opened, unusable) = std::mem::take(&mut consolidated.unusable)
        .into_iter()
        .partition(|(_, findings)| findings.iter().any(|finding| finding.code == Code::F13));
    consolidated.unusable = unusable;
    consolidated.findings.extend(opened.into_iter().flat_map(|(_, findings)| findings));
}

/// Reads one original; one that is gone is a finding.
pub(super) fn read_one(
    workspace: &Workspace,
    card: &Arc<ParcelCard>,
    context: &read::Context<'_>,
) -> Result<Reading, Error> {
    match original(workspace, card) {
        Ok(parcel) => match archive::reading(&parcel) {
            Some(reading) => Ok(reading),
            None => Ok(read::read_book(card, &workspace.unfolder.unfold(&parcel.bytes)?, context)),
        },
        Err(finding) => Ok(unread(card, *finding)),
    }
}

/// Links and merges what was checked.
fn combine(
    form: &Form,
    register: &Register,
    period: Period,
    checked: Vec<Checked>,
    corrections: &[Correction],
    checker: &Checker,
) -> Consolidated {
    let current = merge::current(&checked);
    let rows: Vec<&Row> = checked
        .iter()
        .zip(&current)
        .filter(|(_, current)| **current)
        .flat_map(|(checked, _)| &checked.rows)
        .filter(|row| row.standing == Standing::Accepted)
        .map(|row| &row.row)
        .collect();
    let links = link::link(&rows, form, register, &Verdicts::default());
    merge::merge(merge::Input { period, form, register, checked, current, links, corrections, amend: checker })
}

/// The original with its bytes, or the finding that it is gone or is not what was received.
fn original(workspace: &Workspace, card: &Arc<ParcelCard>) -> Result<Parcel, Box<Finding>> {
    let changed = || {
        let args = Args::new().with("name", card.stored.as_str());
        Box::new(Finding::new(Code::F10, Place::file(&card.id, &card.name), args))
    };
    let bytes = outside::read(&workspace.root().join(&card.stored)).map_err(|error| {
        tracing::warn!(%error, "an original cannot be read");
        changed()
    })?;
    if collect::fingerprint(&bytes) != card.id {
        return Err(changed());
    }
    Ok(Parcel { card: Arc::clone(card), bytes: bytes.into() })
}

fn unread(card: &Arc<ParcelCard>, finding: Finding) -> Reading {
    Reading { parcel: Arc::clone(card), submission: None, findings: vec![finding] }
}
