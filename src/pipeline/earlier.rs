//! What earlier periods have to say in this one: rows of theirs that run on into it, and what was said in the period before.
//!
//! Each file of an earlier period is read once; what must be known of it is kept in the ledger ([`Digest`]). Only files with
//! rows that run on are read again. The digests are a memory and nothing more: without them the result is the same.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::consolidate::read_one;
use super::{Error, Workspace};
use crate::check::Checker;
use crate::decide::Memory;
use crate::finding::FindingKind;
use crate::flow::{Checked, Digest, Earlier, FileRulings, ParcelCard, Row};
use crate::form::Form;
use crate::ledger::Ledger;
use crate::record::{Interval, Period};
use crate::register::Register;
use crate::{collect, merge, read};

/// What is known of earlier periods.
#[derive(Debug, Default)]
pub(super) struct Past {
    /// Files with rows that run on into this period, and those rows alone: whether people took those that have errors is not
    /// known here.
    pub(super) carried: Vec<Earlier>,
    /// What the files that counted in the period before this one said, with their names, in order of arrival.
    pub(super) before: Vec<(Arc<str>, Digest)>,
}

/// Gathers it. `now` are the files of this period that count: what an institution tells anew is not carried.
pub(super) fn past(
    workspace: &Workspace,
    ledger: &Ledger,
    (register, memory): (&Register, &Memory),
    period: Period,
    now: &[&Checked],
) -> Result<Past, Error> {
    let mut past = Past::default();
    let earlier = ledger
        .periods()?
        .into_iter()
        .filter(|other| other.frequency() == period.frequency() && other.first_day() < period.first_day());
    let mut read: Vec<Earlier> = Vec::new();
    // What runs on may have been told of anew since then: of who has such a row, all later files are read.
    let mut running: BTreeSet<Arc<str>> = BTreeSet::new();
    for other in earlier {
        let reader = Reader {
            workspace,
            context: read::Context::new(&workspace.form, register, other).with_key(workspace.key()),
            checker: Checker::new(&workspace.form, register, other)?,
            key: key(&workspace.form, register),
        };
        let mut files = digests(ledger, &reader, other)?;
        merge::prove(&mut files, register);
        let files = current(files, &memory.file_rulings(other));
        let reaching = files.iter().filter(|(_, digest)| digest.reaches(period.first_day()));
        running.extend(reaching.filter_map(|(_, digest)| digest.institution.clone()));
        let is_wanted = |digest: &Digest| digest.institution.as_ref().is_some_and(|code| running.contains(code));
        let wanted: Vec<&ParcelCard> =
            files.iter().filter(|(_, digest)| is_wanted(digest)).map(|(card, _)| card).collect();
        let checked: Vec<Checked> = wanted.into_par_iter().map(|card| reader.read(card)).collect::<Result<_, _>>()?;
        read.extend(checked.into_iter().map(|checked| Earlier { period: other, checked }));
        if other.next() == Some(period) {
            past.before.extend(files.into_iter().map(|(card, digest)| (card.name, digest)));
        }
    }
    past.carried = carried(&read, period.days(), now);
    Ok(past)
}

/// Of files of earlier periods, in time, the rows that run on and that no later file of their institution tells of anew.
fn carried(read: &[Earlier], days: Interval, now: &[&Checked]) -> Vec<Earlier> {
    let trimmed = read.iter().enumerate().filter_map(|(at, Earlier { period, checked })| {
        let later = now.iter().copied().chain(read[at + 1..].iter().map(|later| &later.checked));
        Some(Earlier { period: *period, checked: running_on(checked.clone(), days, later)? })
    });
    trimmed.collect()
}

struct Reader<'a> {
    workspace: &'a Workspace,
    context: read::Context<'a>,
    checker: Checker,
    /// What a digest follows from, besides the file.
    key: String,
}

/// A digest holds for one form, one register and one svod.
fn key(form: &Form, register: &Register) -> String {
    let told = (serde_json::to_string(form).ok(), serde_json::to_string(register).ok(), env!("CARGO_PKG_VERSION"));
    collect::fingerprint(format!("{told:?}").as_bytes()).to_string()
}

impl Reader<'_> {
    fn read(&self, card: &ParcelCard) -> Result<Checked, Error> {
        Ok(self.checker.check(read_one(self.workspace, &Arc::new(card.clone()), &self.context)?))
    }
}

/// Every file of a period with what is kept in mind of it; what is not yet, is read.
fn digests(ledger: &Ledger, reader: &Reader<'_>, period: Period) -> Result<Vec<(ParcelCard, Digest)>, Error> {
    let cards = ledger.parcels(period)?;
    let key = &reader.key;
    let known = ledger.digests(period, key)?;
    let digested: Vec<(ParcelCard, Digest, bool)> = cards
        .into_par_iter()
        .map(|card| {
            if let Some(digest) = known.get(&card.id) {
                return Ok((card, digest.clone(), false));
            }
            let checked = reader.read(&card)?;
            // An original that is gone may come back.
            let there = checked.findings.iter().all(|finding| finding.kind != FindingKind::OriginalDamaged);
            Ok((card, Digest::of(&checked, &reader.workspace.form), there))
        })
        .collect::<Result<_, Error>>()?;
    let new: Vec<_> = digested.iter().filter(|(.., keep)| *keep).map(|(card, digest, _)| (&card.id, digest)).collect();
    ledger.keep_digests(period, key, &new)?;
    Ok(digested.into_iter().map(|(card, digest, _)| (card, digest)).collect())
}

/// The files that count, in order of arrival: as merge has it for the files of this period.
fn current(files: Vec<(ParcelCard, Digest)>, rulings: &FileRulings) -> Vec<(ParcelCard, Digest)> {
    let states = merge::states(&files, rulings);
    files.into_iter().zip(states).filter(|(_, state)| state.counts()).map(|(file, _)| file).collect()
}

/// The file with those of its rows alone that run on into `days` and that its institution does not tell of anew.
fn running_on<'a>(mut checked: Checked, days: Interval, later: impl Iterator<Item = &'a Checked>) -> Option<Checked> {
    let institution = checked.known.institution.clone();
    let anew: Vec<&Row> = later
        .filter(|file| file.usable && file.known.institution == institution)
        .flat_map(|file| file.rows.iter().map(|row| &row.row))
        .collect();
    checked.rows.retain(|row| {
        let reaches =
            row.row.understood.days.as_ref().is_some_and(|its| its.intervals.iter().any(|one| one.overlaps(days)));
        let said_anew = anew.iter().any(|other| is_the_same_entry(&row.row, other));
        reaches && !said_anew
    });
    checked.findings.clear();
    (!checked.rows.is_empty()).then_some(checked)
}

/// One institution, one title, one first day: what it wrote last time, written again.
fn is_the_same_entry(before: &Row, now: &Row) -> bool {
    let (mine, theirs) = (&before.understood, &now.understood);
    mine.title.key == theirs.title.key
        && mine.days.as_ref().zip(theirs.days.as_ref()).is_none_or(|(mine, theirs)| mine.first() == theirs.first())
}
