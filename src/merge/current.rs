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

use crate::flow::{Claimant, FileChoice, FilePrint, FileRulings, FileState, Hold, HoldReason, ParcelCard, Proof};
use crate::record::ParcelId;
use crate::register::Register;

/// Proves files without a token that came in a letter from one of their institution's own addresses.
pub fn prove<C: Claimant>(files: &mut [C], register: &Register) {
    let senders = Senders::of(files);
    for file in files.iter_mut().filter(|file| file.proof() == Proof::Missing) {
        let sender = senders.of_file(file.card());
        let institution = file.institution().and_then(|code| register.by_code(code));
        if sender.zip(institution).is_some_and(|(sender, institution)| institution.has_address(sender)) {
            file.set_proof(Proof::Address);
        }
    }
}

/// The addresses that letters came from, and what lay in which wrapper.
pub(super) struct Senders {
    letters: BTreeMap<ParcelId, String>,
    wrappers: BTreeMap<ParcelId, ParcelId>,
}

impl Senders {
    pub(super) fn of<C: Claimant>(files: &[C]) -> Self {
        let letters = files.iter().filter_map(|file| Some((file.card().id.clone(), file.sender()?.to_owned())));
        let wrappers = files.iter().filter_map(|file| Some((file.card().id.clone(), file.card().within.clone()?)));
        Self { letters: letters.collect(), wrappers: wrappers.collect() }
    }

    /// The address of the innermost letter that a file came in, be it in an archive.
    pub(super) fn of_file(&self, card: &ParcelCard) -> Option<&str> {
        let wrappers = std::iter::successors(card.within.as_ref(), |wrapper| self.wrappers.get(wrapper));
        wrappers.filter_map(|wrapper| self.letters.get(wrapper)).map(String::as_str).next()
    }
}

/// The state of each file. The order of the files does not matter.
#[must_use]
pub fn states<C: Claimant>(files: &[C], rulings: &FileRulings) -> Vec<FileState> {
    let mut states = Vec::new();
    let mut of_institutions: BTreeMap<&Arc<str>, Vec<usize>> = BTreeMap::new();
    for (at, file) in files.iter().enumerate() {
        let ruling = rulings.about(&file.card().id);
        let set_aside = ruling.filter(|ruling| ruling.choice == FileChoice::SetAside);
        states.push(set_aside.map_or(FileState::Unusable, |ruling| FileState::SetAside(Arc::clone(ruling))));
        if set_aside.is_none()
            && let Some(institution) = file.institution()
        {
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
}

impl<'a, C: Claimant> Line<'a, C> {
    fn new(all: &'a [C], rulings: &FileRulings, mut of_one: Vec<usize>) -> Self {
        let admitted = |at: usize| rulings.about(&all[at].card().id);
        of_one.sort_by_cached_key(|at| {
            let card = all[*at].card();
            let place = admitted(*at).map_or((card.arrival, 0), |ruling| (ruling.after, ruling.number));
            (place, card.id.clone())
        });
        let candidate = |at| Candidate { at, file: &all[at], admitted: admitted(at).is_some(), print: None };
        Self { files: of_one.into_iter().map(candidate).collect() }
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
        Hold {
            why,
            nil: self.files[held].print().is_nil(),
            rows,
            beside: Arc::clone(&self.files[beside].file.card().name),
            beside_rows,
        }
    }

    fn is_within(&mut self, inner: usize, outer: usize) -> bool {
        let inner = self.files[inner].print().clone();
        inner.is_within(self.files[outer].print())
    }
}
