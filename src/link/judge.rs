//! Two rows, one event? In: a pair of rows. Out: same, ask, or different, with the score of the titles and the reasons in
//! words.
//!
//! *Same* needs everything: equal titles, equal days, one place, different institutions, and nothing that differs. *Ask*
//! is for what a person would wonder about. Everything else is different.

use std::collections::BTreeSet;

use super::days::{DaysMatch, asks_for_days, days_match};
use super::reasons;
use super::veto::veto;
use crate::flow::{Judgement, PlaceMatch, Row};
use crate::form::{Form, Role};
use crate::phrase::{text, titles};
use crate::record::{FieldKey, Value};
use crate::words::Said;

/// What comparing two rows gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// `None`: the two are different events.
    pub judgement: Option<Judgement>,
    /// How alike the titles are, from 0 to 1; equal titles are 1.
    pub score: f64,
    /// What speaks for one event, then what against it.
    pub reasons: Vec<Said>,
}

/// Compares rows by the roles and the policy of one form.
pub(super) struct Judge<'a> {
    form: &'a Form,
    /// Names of the home region: who came from there, not what the event is.
    home: BTreeSet<String>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(form: &'a Form) -> Self {
        Self { form, home: titles::read(&form.region.name).names }
    }

    /// Compares two rows. Symmetrical, save that reasons name the left row first.
    pub(super) fn compare(&self, left: &Row, right: &Row) -> Comparison {
        let (mine, theirs) = (&left.understood.title, &right.understood.title);
        if mine.key.is_empty() || theirs.key.is_empty() {
            return Comparison { judgement: None, score: 0.0, reasons: vec![Said::plain("link-title-missing")] };
        }
        let days = days_match(left, right, self.form);
        let place = left.understood.place_match(&right.understood);
        if let Some(veto) = veto(left, right, days, place, &self.home) {
            let score = if mine.key == theirs.key { 1.0 } else { titles::similarity(mine, theirs) };
            return Comparison { judgement: None, score, reasons: vec![reasons::veto(&veto, left, right, self.form)] };
        }
        if mine.key == theirs.key {
            return self.equal_titles(left, right, days, place);
        }
        let score = titles::similarity(mine, theirs);
        if score < self.form.links.ask_from {
            return Comparison { judgement: None, score, reasons: vec![reasons::title_unlike(score)] };
        }
        self.similar_titles(left, right, days, place, score)
    }

    fn equal_titles(&self, left: &Row, right: &Row, days: DaysMatch, place: PlaceMatch) -> Comparison {
        let mut said = vec![Said::plain("link-title-same")];
        said.extend(reasons::agreeing(days, place));
        let doubts = self.doubts(left, right, days, place);
        let judgement = if doubts.is_empty() { Judgement::Same } else { Judgement::Ask };
        said.extend(doubts);
        Comparison { judgement: Some(judgement), score: 1.0, reasons: said }
    }

    fn similar_titles(&self, left: &Row, right: &Row, days: DaysMatch, place: PlaceMatch, score: f64) -> Comparison {
        let mut said = vec![reasons::title_similar(score)];
        said.extend(reasons::agreeing(days, place));
        let meet = matches!(days, DaysMatch::NotAsked | DaysMatch::Same | DaysMatch::Overlap | DaysMatch::Coarse);
        said.extend(self.doubts(left, right, days, place));
        Comparison { judgement: (meet && place.agrees()).then_some(Judgement::Ask), score, reasons: said }
    }

    /// What keeps two rows with equal titles from being joined without asking.
    fn doubts(&self, left: &Row, right: &Row, days: DaysMatch, place: PlaceMatch) -> Vec<Said> {
        let mut doubts = Vec::new();
        if left.institution.is_none() || left.institution == right.institution {
            doubts.push(Said::plain("link-institution-same"));
        }
        doubts.extend(reasons::doubtful_days(days));
        match place {
            PlaceMatch::Doubtful(part) => doubts.push(reasons::place_differs(part, left, right)),
            PlaceMatch::Open if self.asks_for_place() => doubts.push(Said::plain("link-place-open")),
            _ => {}
        }
        if !self.has_evidence() {
            doubts.push(Said::plain("link-title-only"));
        }
        doubts.extend(self.differences(left, right));
        doubts
    }

    /// The section, the total, and what the form says must be equal: given twice and not alike.
    fn differences(&self, left: &Row, right: &Row) -> Vec<Said> {
        let mut differences = Vec::new();
        let section = self.form.with_role(Role::Section).map(|field| &field.key);
        let total = self.form.with_role(Role::Total).map(|field| &field.key);
        if let Some((mine, theirs)) = left.understood.total.zip(right.understood.total)
            && mine != theirs
        {
            differences.push(reasons::total_differs(mine, theirs));
        }
        let equal = self.form.links.equal.iter().filter(|key| Some(*key) != total && Some(*key) != section);
        for key in section.into_iter().chain(equal) {
            if let Some((mine, theirs)) = differing(left, right, key) {
                differences.push(reasons::field_differs(key, mine, theirs, self.form));
            }
        }
        differences
    }

    fn asks_for_place(&self) -> bool {
        [Role::Place, Role::Country].into_iter().any(|role| self.form.with_role(role).is_some())
    }

    /// Whether the form asks for anything besides the title that could tell two events apart.
    fn has_evidence(&self) -> bool {
        asks_for_days(self.form) || self.asks_for_place() || !self.form.links.equal.is_empty()
    }
}

/// The two values of a field, where both rows give it and they are not alike.
fn differing<'a>(left: &'a Row, right: &'a Row, key: &FieldKey) -> Option<(&'a Value, &'a Value)> {
    let (mine, theirs) = left.value(key.as_str()).zip(right.value(key.as_str()))?;
    let alike = match (mine, theirs) {
        (Value::Text(mine), Value::Text(theirs)) => text::fold(mine) == text::fold(theirs),
        _ => mine == theirs,
    };
    (!alike).then_some((mine, theirs))
}
