//! From rows to the report's events. In: the checked files, which of them count, and the links. Out: [`Consolidated`]: events
//! in the report's order with the source of every value, what each institution answered, what was refused or waits, the
//! questions, and the sum that must add up.
//!
//! A pure function: the order in which files and rows are given changes nothing. It does not decide which rows are one event,
//! and knows nothing of workbooks and languages. Where people said whose value is right, that value stands.

mod answers;
mod copied;
mod corrections;
mod counterparts;
mod current;
mod error;
mod events;
mod fields;
mod held;
mod intake;
mod lead;
mod leftover;
mod notes;
mod order;
mod questions;
mod span;
mod span_answers;
mod sum;
mod text;
mod understood;

use std::collections::BTreeMap;
use std::sync::Arc;

use corrections::Placed;
pub use current::{prove, states};
pub use error::Error;
use events::Draft;
pub use held::settle;
use intake::{At, Intake};
use leftover::Leftover;
use notes::Notes;
pub use span::join;
use sum::Sum;

use crate::finding::Finding;
use crate::flow::{
    Amend, Checked, Consolidated, Correction, Digest, Earlier, Event, FileState, KeptCorrection, Links, Rulings,
};
use crate::form::Form;
use crate::record::Period;
use crate::register::Register;

/// Everything that the consolidated report follows from.
pub struct Input<'a> {
    pub period: Period,
    pub form: &'a Form,
    pub register: &'a Register,
    /// Every file received, in any order.
    pub checked: Vec<Checked>,
    /// What became of each of them, as [`settle()`] says.
    pub states: Vec<FileState>,
    /// Rows of earlier periods that run on into this one.
    pub earlier: Vec<Earlier>,
    /// What the files that counted in the period before this one said, with their names.
    pub before: Vec<(Arc<str>, Digest)>,
    /// Links between the accepted rows of the files that count, and those that run on.
    pub links: Links,
    /// What people decided about these rows.
    pub rulings: Rulings,
    /// What the coordinator wrote over the institutions' values, the last one about a field.
    pub corrections: &'a [Arc<Correction>],
    /// Types corrections and checks them.
    pub amend: &'a dyn Amend,
}

impl std::fmt::Debug for Input<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Input").field("period", &self.period).finish_non_exhaustive()
    }
}

/// What the parts of this room go by.
#[derive(Clone, Copy)]
struct Desk<'a> {
    period: Period,
    form: &'a Form,
    register: &'a Register,
    intake: &'a Intake,
    corrections: &'a Placed<'a>,
    amend: &'a dyn Amend,
    rulings: &'a Rulings,
}

/// Merges.
///
/// # Errors
/// When a row that was received is lost on the way, or counted twice.
pub fn merge(input: Input<'_>) -> Result<Consolidated, Error> {
    let Input { period, form, register, checked, states, earlier, before, links, rulings, corrections, amend } = input;
    let intake = Intake::new(checked, states, earlier);
    let corrections = Placed::new(&intake, corrections);
    let desk = Desk { period, form, register, intake: &intake, rulings: &rulings, corrections: &corrections, amend };
    let mut drafts = events::drafts(desk, &links.clusters);
    order::sort(desk, &mut drafts);
    let number_of = numbers(&drafts);
    let questions = questions::questions(desk, &drafts, &number_of, &links);
    let mut notes = Notes::default();
    for draft in &mut drafts {
        notes.extend(std::mem::take(&mut draft.notes));
    }
    notes.extend(questions::resemblances(desk, &questions));
    notes.extend(copied::copied(desk, &before));
    let mut remarks: Vec<Finding> = drafts.iter().flat_map(|draft| draft.remarks.iter().cloned()).collect();
    let homeless = corrections.homeless();
    remarks.extend(corrections::say_homeless(form, &homeless));
    let kept = kept(&mut drafts, homeless);
    let Leftover { refused, waiting, accepted: taken } = leftover::leftover(desk);
    let sum = Sum::of(desk, &drafts)?;
    let tally = sum.tally();
    for (told, counted) in [(refused.len(), tally.refused), (waiting.len(), tally.waiting)] {
        if count(told) != counted {
            return Err(Error::Sum { told, counted: counted as usize });
        }
    }
    let answers = answers::answers(desk, &sum, &notes);
    let events: Vec<Event> =
        drafts.into_iter().zip(1_u32..).map(|(draft, number)| draft.into_event(desk, number, &notes)).collect();
    Ok(Consolidated {
        period,
        parts: Vec::new(),
        events,
        counters: answers::sums(form, &answers),
        answers,
        refused,
        waiting,
        accepted: taken,
        corrections: kept,
        questions,
        decisions: rulings.applied().cloned().collect(),
        findings: notes.all_findings(desk).into_iter().chain(remarks).collect(),
        files: intake.files().filter_map(|(_, file)| file.received()).collect(),
        own: Vec::new(),
        earlier: intake.earlier().map(|file| file.checked.parcel.clone()).collect(),
        unusable: leftover::unusable(desk),
        tally,
    })
}

/// The number of the event that each row stands in.
fn numbers(drafts: &[Draft]) -> BTreeMap<At, u32> {
    drafts.iter().zip(1_u32..).flat_map(|(draft, number)| draft.rows.iter().map(move |at| (*at, number))).collect()
}

/// Every correction with the number of its event, by its own number.
fn kept(drafts: &mut [Draft], homeless: Vec<KeptCorrection>) -> Vec<KeptCorrection> {
    let of_events = drafts.iter_mut().zip(1_u32..).flat_map(|(draft, number)| {
        let kept = std::mem::take(&mut draft.kept).into_iter();
        kept.map(move |it| KeptCorrection { event: Some(number), ..it })
    });
    let mut all: Vec<KeptCorrection> = of_events.chain(homeless).collect();
    all.sort_by_key(|it| it.correction.number);
    all
}

/// A count for the tally; no workspace holds four thousand million rows.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
