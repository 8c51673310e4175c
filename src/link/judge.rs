//! Two rows, one event? In: a pair of rows. Out: same, ask, or different, with a score and the reasons in words.
//!
//! *Same* without asking: equal titles where nothing differs; or different titles where the witnesses together leave no doubt,
//! one of them besides the titles. *Ask* is for what a person would wonder about. Everything else is different. A veto wins
//! over any score.

use super::days::{DaysMatch, days_match};
use super::features::Features;
use super::pair::{Pair, TEXT_ALIKE, TEXT_WITNESS};
use super::points::{SLACK, certainty, points, points_for};
use super::reasons;
use super::run::Run;
use super::veto::veto;
use super::witness::{Testimony, hear};
use crate::flow::{Judgement, PlaceMatch, Row};
use crate::form::{Form, Role};
use crate::phrase::text;
use crate::record::{FieldKey, Value};
use crate::register::Register;
use crate::words::Said;

/// What comparing two rows gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// `None`: the two are different events.
    pub judgement: Option<Judgement>,
    /// How likely they are one event, from 0 to 1; equal titles of which nothing differs are 1, what a veto keeps apart is 0.
    pub score: f64,
    /// What speaks for one event, then what against it.
    pub reasons: Vec<Said>,
}

/// A judgement before it is worded.
#[derive(Debug, Clone, Default)]
pub(super) struct Finding {
    pub(super) judgement: Option<Judgement>,
    pub(super) score: f64,
    /// The titles are equal: no other row can fit better.
    pub(super) equal: bool,
    pub(super) reasons: Vec<Said>,
}

/// Compares rows by the roles and the policy of one form.
pub(super) struct Judge<'a> {
    run: Run<'a>,
}

impl<'a> Judge<'a> {
    pub(super) fn new(rows: &'a [&'a Row], features: &'a Features, form: &'a Form, register: &Register) -> Self {
        Self { run: Run::new(rows, features, form, register) }
    }

    /// Judges two rows; reasons are given where there is something to say to a person. Symmetrical, save that reasons name the
    /// left row first.
    pub(super) fn judge(&self, left: usize, right: usize) -> Finding {
        self.compare(left, right, false)
    }

    /// The same with reasons in any case.
    pub(super) fn explain(&self, left: usize, right: usize) -> Finding {
        self.compare(left, right, true)
    }

    pub(super) fn keeps_apart(&self, left: usize, right: usize) -> bool {
        self.veto(left, right).is_some()
    }

    fn compare(&self, left: usize, right: usize, explain: bool) -> Finding {
        let compact = (&self.run.features.rows[left], &self.run.features.rows[right]);
        if compact.0.key == 0 || compact.1.key == 0 {
            return Finding { reasons: vec![Said::plain("link-title-missing")], ..Finding::default() };
        }
        let heard = hear(compact.0, compact.1, self.run.features, &self.run.form.links.weights);
        let equal = compact.0.key == compact.1.key;
        if !explain && !equal && self.is_hopeless(&heard) {
            return Finding::default();
        }
        if let Some(said) = self.veto(left, right) {
            return Finding { reasons: vec![said], ..Finding::default() };
        }
        let pair = Pair::of(&self.run, left, right, heard);
        let certainty = certainty(points(&pair, &self.run.form.links.weights));
        let doubts = self.doubts(&pair);
        let remarks = self.remarks(&pair);
        let judgement = self.decide(&pair, certainty, doubts.is_empty());
        let score = match judgement {
            Some(Judgement::Same) if equal => 1.0,
            _ => certainty.min(0.99),
        };
        let mut finding = Finding { judgement, score, equal, ..Finding::default() };
        if judgement.is_some() || explain {
            finding.reasons = self.supporting(&pair);
            finding.reasons.extend(remarks.into_iter().chain(doubts));
        }
        finding
    }

    /// Whether the full rows could not change that the two are different.
    fn is_hopeless(&self, heard: &Testimony) -> bool {
        let ask_from = self.run.form.links.ask_from;
        heard.points + SLACK < points_for(ask_from) && f64::from(heard.title.likeness()) < ask_from * 0.7
    }

    fn veto(&self, left: usize, right: usize) -> Option<Said> {
        let (left, right) = (self.run.rows[left], self.run.rows[right]);
        let form = self.run.form;
        let days = days_match(left, right, form);
        let place = left.understood.place_match(&right.understood);
        let objection = veto(left, right, days, place, &self.run.home, &form.links.vetoes)?;
        Some(reasons::veto(&objection, left, right, form))
    }

    fn decide(&self, pair: &Pair<'_>, certainty: f64, nothing_against: bool) -> Option<Judgement> {
        let policy = &self.run.form.links;
        let against = pair.contradictions();
        if pair.days == DaysMatch::Near {
            return pair.may_be_misdated().then_some(Judgement::Ask);
        }
        if pair.equal {
            let most = if pair.house_differs { 1 } else { 2 };
            let asked = against <= most || (pair.is_borne_out() && certainty >= policy.ask_from);
            return if nothing_against { Some(Judgement::Same) } else { asked.then_some(Judgement::Ask) };
        }
        let meet = matches!(pair.days, DaysMatch::NotAsked | DaysMatch::Same | DaysMatch::Overlap | DaysMatch::Coarse);
        if !meet || !pair.place.agrees() {
            let asked = pair.is_told_alike() && against < 2 && certainty >= policy.ask_from;
            return asked.then_some(Judgement::Ask);
        }
        if nothing_against && certainty >= policy.join_from && pair.is_told_from_siblings() {
            return Some(Judgement::Same);
        }
        let alike = f64::from(pair.likeness) >= policy.ask_from && against < 2;
        let sure = certainty >= policy.ask_from && (against < 2 || pair.is_borne_out());
        let called_alike = f64::from(pair.likeness) >= policy.ask_from && pair.is_called_the_same();
        (alike || sure || called_alike).then_some(Judgement::Ask)
    }

    /// What keeps two rows from being joined without asking.
    fn doubts(&self, pair: &Pair<'_>) -> Vec<Said> {
        let mut doubts = Vec::new();
        if pair.left.institution.is_none() || pair.same_institution {
            doubts.push(Said::plain("link-institution-same"));
        }
        if !pair.is_dated_in_part() {
            doubts.extend(reasons::doubtful_days(pair.days));
        }
        match pair.place {
            PlaceMatch::Doubtful(part) => doubts.push(reasons::place_differs(part, pair.left, pair.right)),
            PlaceMatch::Open if self.run.asks_for_place() && !pair.house_agrees() => {
                doubts.push(Said::plain("link-place-open"));
            }
            _ => {}
        }
        if !self.run.has_evidence() {
            doubts.push(Said::plain("link-title-only"));
        }
        let said = [
            (pair.house_differs, "link-house-differs"),
            (pair.elsewhere && !pair.house_differs, "link-place-differs"),
            (pair.called_otherwise, "link-called-otherwise"),
            (pair.names_doubtful, "link-names-near"),
            (pair.names_others, "link-names-others"),
            (pair.may_be_parts(), "link-parts"),
            (pair.heard.text.is_strange() && !pair.heard.same_total, "link-text-strange"),
        ];
        doubts.extend(said.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| Said::plain(id)));
        if !self.lets_counts_differ(pair) {
            doubts.extend(total_differs(pair));
        }
        doubts.extend(self.differences(pair.left, pair.right));
        doubts
    }

    /// What speaks for one event, and what of it is less than it might be.
    fn supporting(&self, pair: &Pair<'_>) -> Vec<Said> {
        let title =
            if pair.equal { Said::plain("link-title-same") } else { reasons::title_similar(f64::from(pair.likeness)) };
        let mut said = vec![title];
        said.extend(reasons::agreeing(pair.days, pair.place));
        let text = pair.heard.text.contained();
        let plain = [
            (pair.house_agrees(), "link-house-same"),
            (pair.heard.same_total, "link-total-same"),
            (pair.partners == Some(true), "link-partners-same"),
            (pair.joint, "link-joint"),
        ];
        said.extend(plain.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| Said::plain(id)));
        if pair.heard.text.fewer > 0 && text >= TEXT_ALIKE {
            said.push(reasons::text_alike(f64::from(text)));
        } else if pair.heard.said_by_text >= TEXT_WITNESS {
            said.push(Said::plain("link-words-alike"));
        }
        if !pair.equal {
            said.extend(reasons::words_differ(pair.left, pair.right, self.run.form));
        }
        said
    }

    /// In what two rows differ that are one event in spite of it: merging asks which of the two is right.
    fn remarks(&self, pair: &Pair<'_>) -> Vec<Said> {
        let days = pair.is_dated_in_part().then(|| reasons::doubtful_days(pair.days)).flatten();
        let total = self.lets_counts_differ(pair).then(|| total_differs(pair)).flatten();
        days.into_iter().chain(total).collect()
    }

    /// Head counts are close, and the form does not want them equal.
    fn lets_counts_differ(&self, pair: &Pair<'_>) -> bool {
        let form = self.run.form;
        let strict = form.with_role(Role::Total).is_some_and(|total| form.links.equal.contains(&total.key));
        !strict && pair.is_counted_closely()
    }

    /// The section, and what the form says must be equal: given twice and not alike.
    fn differences(&self, left: &Row, right: &Row) -> Vec<Said> {
        let form = self.run.form;
        let mut differences = Vec::new();
        let section = form.with_role(Role::Section).map(|field| &field.key);
        let total = form.with_role(Role::Total).map(|field| &field.key);
        let equal = form.links.equal.iter().filter(|key| Some(*key) != total && Some(*key) != section);
        for key in section.into_iter().chain(equal) {
            if let Some((mine, theirs)) = differing(left, right, key) {
                differences.push(reasons::field_differs(key, mine, theirs, form));
            }
        }
        differences
    }
}

fn total_differs(pair: &Pair<'_>) -> Option<Said> {
    let (mine, theirs) = pair.left.understood.total.zip(pair.right.understood.total)?;
    (mine != theirs).then(|| reasons::total_differs(mine, theirs))
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
