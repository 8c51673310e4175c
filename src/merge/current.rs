//! Which of the received files are the answers: of each institution the newest one that is not held.
//!
//! The files of an institution are gone through in the order of arrival; a file that a person admitted stands where it was
//! admitted. The first counts. Each later one takes its place, whole, except:
//! - nothing proves that the institution sent it, and it says something else: it is held;
//! - it has fewer rows, and none of those that it would replace: it is held;
//! - it is proved, the one that counts is not, and the two share no row: the unproved one, perhaps somebody else's, is held.
//!
//! A held file whose rows are all in a later one, held or not, is replaced by it: nothing of it is lost. So is one that its
//! own sender has followed by a file that counts. What a person admitted is not held, what was set aside never counts, and a
//! file that cannot be used replaces nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::flow::{Claimant, FileChoice, FilePrint, FileRulings, FileState, Hold, HoldReason, Proof};
use crate::record::ParcelId;
use crate::register::Register;

/// Proves files without a token that came in a letter from one of their institution's own addresses.
pub fn prove<C: Claimant>(files: &mut [C], register: &Register) {
    let letters = files.iter().filter_map(|file| Some((file.card().id.clone(), file.sender()?.to_owned())));
    let senders: BTreeMap<ParcelId, String> = letters.collect();
    for file in files.iter_mut().filter(|file| file.proof() == Proof::Missing) {
        let sender = file.card().within.as_ref().and_then(|letter| senders.get(letter));
        let institution = file.institution().and_then(|code| register.by_code(code));
        if sender.zip(institution).is_some_and(|(sender, institution)| institution.has_address(sender)) {
            file.set_proof(Proof::Address);
        }
    }
}

/// The state of each file. The order of the files does not matter.
#[must_use]
pub fn states<C: Claimant>(files: &[C], rulings: &FileRulings) -> Vec<FileState> {
    let mut states = vec![FileState::Unusable; files.len()];
    let mut of_institutions: BTreeMap<&Arc<str>, Vec<usize>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        if let Some(institution) = file.institution() {
            of_institutions.entry(institution).or_default().push(at);
        }
    }
    for of_one in of_institutions.into_values() {
        Line::new(files, rulings, of_one).settle(&mut states);
    }
    states
}

/// A file in the line of its institution.
struct Candidate<'a, C> {
    at: usize,
    file: &'a C,
    admitted: bool,
    print: Option<FilePrint>,
}

impl<C: Claimant> Candidate<'_, C> {
    fn is_proved(&self) -> bool {
        self.admitted || self.file.proof().holds()
    }

    fn print(&mut self) -> &FilePrint {
        self.print.get_or_insert_with(|| self.file.print())
    }
}

/// The files of one institution, oldest first, without those that were set aside.
struct Line<'a, C> {
    files: Vec<Candidate<'a, C>>,
    set_aside: Vec<(usize, FileState)>,
}

impl<'a, C: Claimant> Line<'a, C> {
    fn new(all: &'a [C], rulings: &FileRulings, of_one: Vec<usize>) -> Self {
        let mut line = Self { files: Vec::new(), set_aside: Vec::new() };
        let mut keyed = Vec::new();
        for at in of_one {
            let file = &all[at];
            let card = file.card();
            let ruling = rulings.about(&card.id);
            match ruling.map(|ruling| (ruling, ruling.choice)) {
                Some((ruling, FileChoice::SetAside)) => {
                    line.set_aside.push((at, FileState::SetAside(Arc::clone(ruling))));
                }
                admitted => {
                    let place = admitted.map_or((card.arrival, 0), |(ruling, _)| (ruling.after, ruling.number));
                    let candidate = Candidate { at, file, admitted: admitted.is_some(), print: None };
                    keyed.push(((place, card.id.clone()), candidate));
                }
            }
        }
        keyed.sort_by(|left, right| left.0.cmp(&right.0));
        line.files.extend(keyed.into_iter().map(|(_, candidate)| candidate));
        line
    }

    fn settle(mut self, states: &mut [FileState]) {
        let mut counts: Option<usize> = None;
        let mut held: Vec<(usize, Hold)> = Vec::new();
        for newer in 0..self.files.len() {
            let Some(older) = counts else {
                counts = Some(newer);
                continue;
            };
            match self.objection(older, newer) {
                None => {
                    states[self.files[older].at] = FileState::Replaced;
                    counts = Some(newer);
                }
                Some(HoldReason::Displaced) => {
                    held.push((older, self.hold(HoldReason::Displaced, older, newer)));
                    counts = Some(newer);
                }
                Some(why) => held.push((newer, self.hold(why, newer, older))),
            }
        }
        if let Some(counts) = counts {
            states[self.files[counts].at] = FileState::Counts;
        }
        for (at, hold) in &held {
            let is_followed = hold.why == HoldReason::FewerRows
                && counts.is_some_and(|counts| counts > *at && self.files[counts].is_proved());
            let is_later =
                |other: &usize| other > at && (counts == Some(*other) || held.iter().any(|(one, _)| one == other));
            let is_superseded =
                is_followed || (0..self.files.len()).filter(is_later).any(|later| self.is_within(*at, later));
            states[self.files[*at].at] =
                if is_superseded { FileState::Replaced } else { FileState::Held(hold.clone()) };
        }
        for (at, state) in self.set_aside {
            states[at] = state;
        }
    }

    /// Why `newer` may not simply take the place of `older`, which counts.
    fn objection(&mut self, older: usize, newer: usize) -> Option<HoldReason> {
        if self.files[newer].admitted {
            return None;
        }
        let is_proved = [older, newer].map(|at| self.files[at].is_proved());
        let [before, after] = [older, newer].map(|at| self.files[at].print().clone());
        let shares_rows = after.shares_rows(&before);
        match is_proved {
            [_, false] => (before != after).then_some(HoldReason::OtherSender),
            [false, true] if before.rows() > 0 && !shares_rows => Some(HoldReason::Displaced),
            _ => (after.rows() < before.rows() && !shares_rows).then_some(HoldReason::FewerRows),
        }
    }

    fn hold(&mut self, why: HoldReason, held: usize, beside: usize) -> Hold {
        let [rows, beside_rows] = [held, beside].map(|at| self.files[at].print().rows());
        Hold { why, rows, beside: Arc::clone(&self.files[beside].file.card().name), beside_rows }
    }

    fn is_within(&mut self, inner: usize, outer: usize) -> bool {
        let inner = self.files[inner].print().clone();
        inner.is_within(self.files[outer].print())
    }
}
