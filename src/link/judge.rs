//! Two rows, one event? In: a pair of rows. Out: same, ask, or different, with a score and the reasons in words.
//!
//! *Same* without asking: equal titles where nothing differs; or different titles where the witnesses together leave no doubt,
//! one of them besides the titles. *Ask* is for what a person would wonder about. Everything else is different. A veto wins
//! over any score.

use std::collections::{BTreeSet, HashMap};

use super::days::{DaysMatch, asks_for_days, days_match};
use super::features::{Feature, Features, has, hash, seen};
use super::house;
use super::opposites::{are_parts, share_a_name_alone};
use super::reasons;
use super::veto::{Known, called_otherwise, lies_within, veto};
use super::witness::{Testimony, factor, hear, other_house};
use super::wording;
use crate::flow::{Judgement, PlaceMatch, Row};
use crate::form::{Form, Role};
use crate::phrase::titles::Stemming;
use crate::phrase::{text, titles};
use crate::record::{FieldKey, Value};
use crate::register::Register;
use crate::words::Said;

/// Points at which one event is as likely as not, and what doubles the odds nearly three times.
const EVEN: f64 = 5.0;
const SPREAD: f64 = 2.0;
/// Points that what only the full rows show can add at most.
const SLACK: f32 = 6.0;
const SAME_DAYS: f32 = 1.5;
const NEAR_DAYS: f32 = -3.0;
const SAME_KIND: f32 = 0.5;
const OTHER_KIND: f32 = -0.7;
const A_PARTNER: f32 = 0.7;
const PARTNERS_MOST: f32 = 2.5;
const OTHER_PARTNERS: f32 = -1.5;
const JOINT: f32 = 3.0;
const OTHER_HOUSE: f32 = -3.0;
const CALLED_OTHERWISE: f32 = -4.0;
const ELSEWHERE: f32 = -4.0;
const WITHIN: f32 = -4.0;
/// Head counts of which the greater is so many times the smaller are no two counts of one crowd.
const OTHER_CROWD: u64 = 3;
const SAME_INSTITUTION: f32 = -3.0;
/// A word written otherwise says less than the same word.
const NEAR_WORD: f32 = 0.8;
/// From so many points on texts are a witness by themselves.
const TEXT_WITNESS: f32 = 3.0;
/// Texts of which the shorter stands in the longer one so far.
const TEXT_ALIKE: f32 = 0.5;
/// Texts of which so much of the rarer words is common bear out that it is one event.
const BORNE_OUT: f32 = 0.35;
/// Texts from which nearly nothing was left out.
const TEXT_COPIED: f32 = 0.8;
/// Titles with this much in common are of one kind.
const TITLE_AKIN: f32 = 0.5;
/// Titles so alike that they need no further witness.
const TITLE_ALIKE: f32 = 0.93;

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
    form: &'a Form,
    rows: &'a [&'a Row],
    features: &'a Features,
    /// Names of the home region: who came from there, not what the event is.
    home: BTreeSet<String>,
    /// The words of the names of each institution.
    called: HashMap<u32, Vec<Vec<u32>>>,
}

/// How two rows stand to each other, before it is weighed.
#[expect(clippy::struct_excessive_bools, reason = "what was seen of a pair, each for itself")]
struct Pair<'a> {
    left: &'a Row,
    right: &'a Row,
    compact: (&'a Feature, &'a Feature),
    days: DaysMatch,
    place: PlaceMatch,
    heard: Testimony,
    /// How alike the titles are, words written otherwise included.
    likeness: f32,
    house_differs: bool,
    called_otherwise: bool,
    /// They name different parts of one umbrella, or one names the umbrella.
    parts: bool,
    /// Their names in quotation marks are all that the titles have in common.
    name_alone: bool,
    /// The towns are not understood, and the places differ.
    elsewhere: bool,
    /// The days of the one lie within the far longer days of the other.
    within: bool,
    joint: bool,
    partners: Option<bool>,
    points: f32,
}

impl<'a> Judge<'a> {
    pub(super) fn new(rows: &'a [&'a Row], features: &'a Features, form: &'a Form, register: &Register) -> Self {
        let mut stemming = Stemming::default();
        let mut words = |name: &str| {
            let mut ids = Vec::new();
            stemming.each(name, |stem| ids.push(hash(stem)));
            ids
        };
        let called = register.institutions.iter().map(|institution| {
            let names = [&*institution.code, &institution.name, &institution.short_name];
            (hash(&institution.code), names.map(&mut words).into_iter().filter(|ids| !ids.is_empty()).collect())
        });
        let called = called.collect();
        Self { form, rows, features, home: titles::read(&form.region.name).names, called }
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
        let compact = (&self.features.rows[left], &self.features.rows[right]);
        if compact.0.key == 0 || compact.1.key == 0 {
            return Finding { reasons: vec![Said::plain("link-title-missing")], ..Finding::default() };
        }
        let heard = hear(compact.0, compact.1, self.features, &self.form.links.weights);
        let equal = compact.0.key == compact.1.key;
        if !explain && !equal && self.is_hopeless(&heard) {
            return Finding::default();
        }
        let (mine, theirs) = (self.rows[left], self.rows[right]);
        if let Some(said) = self.veto(left, right) {
            return Finding { reasons: vec![said], ..Finding::default() };
        }
        let pair = self.pair(mine, theirs, compact, heard);
        let doubts = self.doubts(&pair, equal);
        let judgement = self.decide(&pair, equal, doubts.is_empty());
        let score = match judgement {
            Some(Judgement::Same) if equal => 1.0,
            _ => certainty(pair.points).min(0.99),
        };
        let mut finding = Finding { judgement, score, equal, ..Finding::default() };
        if judgement.is_some() || explain {
            finding.reasons = self.supporting(&pair, equal);
            finding.reasons.extend(doubts);
        }
        finding
    }

    /// Whether the full rows could not change that the two are different.
    fn is_hopeless(&self, heard: &Testimony) -> bool {
        let enough = points_for(self.form.links.ask_from);
        heard.points + SLACK < enough && f64::from(heard.title.likeness()) < self.form.links.ask_from * 0.7
    }

    fn veto(&self, left: usize, right: usize) -> Option<Said> {
        let (left, right) = (self.rows[left], self.rows[right]);
        let days = days_match(left, right, self.form);
        let place = left.understood.place_match(&right.understood);
        let once = |stem: &str| seen(&self.features.words, hash(stem)) <= 1;
        let known = Known { home: &self.home, once: &once };
        let objection = veto(left, right, days, place, &known, &self.form.links.vetoes)?;
        Some(reasons::veto(&objection, left, right, self.form))
    }

    fn pair(&self, left: &'a Row, right: &'a Row, compact: (&'a Feature, &'a Feature), heard: Testimony) -> Pair<'a> {
        let once = |stem: &str| seen(&self.features.words, hash(stem)) <= 1;
        let known = Known { home: &self.home, once: &once };
        let mut pair = Pair {
            left,
            right,
            compact,
            days: days_match(left, right, self.form),
            place: left.understood.place_match(&right.understood),
            heard,
            likeness: heard.title.likeness(),
            house_differs: other_house(compact.0, compact.1) || house::differs(left, right, self.form),
            called_otherwise: called_otherwise(&left.understood.title, &right.understood.title, &known),
            parts: are_parts(&left.understood.title, &right.understood.title),
            name_alone: share_a_name_alone(&left.understood.title, &right.understood.title),
            elsewhere: house::may_be_elsewhere(left, right, self.form),
            within: lies_within(left, right),
            joint: self.names(compact.0, compact.1) || self.names(compact.1, compact.0),
            partners: partners(left, right),
            points: heard.points,
        };
        self.hear_near_words(&mut pair);
        pair.points += self.further_points(&pair);
        pair
    }

    /// Words written otherwise count nearly as the same words.
    fn hear_near_words(&self, pair: &mut Pair<'_>) {
        let (mine, theirs) = (lonely(pair.left, pair.compact.1), lonely(pair.right, pair.compact.0));
        let once = |stem: &str| seen(&self.features.words, hash(stem)) <= 1;
        let mut common = 0.0;
        let mut says = 0.0;
        for (at, other, _) in wording::pairs(&mine, &theirs, once) {
            let said = |stem: &str, row: &Feature| {
                let id = hash(stem);
                row.title().iter().find(|word| word.id == id).map_or(0.0, |word| word.says)
            };
            let less = said(mine[at], pair.compact.0).min(said(theirs[other], pair.compact.1));
            common += 1.0 + less;
            says += (less - 0.7).max(0.0) * NEAR_WORD;
        }
        let title = &pair.heard.title;
        pair.likeness = (2.0 * (title.shared + common) / (title.left + title.right).max(1.0)).min(1.0);
        pair.points += factor(self.form.links.weights.title) * says;
    }

    fn further_points(&self, pair: &Pair<'_>) -> f32 {
        let weights = &self.form.links.weights;
        let days = match pair.days {
            DaysMatch::Same => SAME_DAYS,
            DaysMatch::Near => NEAR_DAYS,
            _ => 0.0,
        };
        let kind = match pair.left.understood.kind.as_ref().zip(pair.right.understood.kind.as_ref()) {
            Some((mine, theirs)) if mine == theirs => SAME_KIND,
            Some(_) => OTHER_KIND,
            None => 0.0,
        };
        let partners = match pair.partners {
            Some(true) => (f32::from(u8::try_from(pair.left.understood.partners.len()).unwrap_or(u8::MAX)) * A_PARTNER)
                .min(PARTNERS_MOST),
            Some(false) => OTHER_PARTNERS,
            None => 0.0,
        };
        let house = if pair.house_differs { OTHER_HOUSE } else { 0.0 };
        let called = if pair.called_otherwise { CALLED_OTHERWISE } else { 0.0 };
        let joint = if pair.joint { JOINT } else { 0.0 };
        let elsewhere = if pair.elsewhere { ELSEWHERE } else { 0.0 };
        let within = if pair.within && pair.likeness < TITLE_ALIKE { WITHIN } else { 0.0 };
        let institution = if same_institution(pair) { SAME_INSTITUTION } else { 0.0 };
        days + kind
            + called
            + elsewhere
            + within
            + institution
            + factor(weights.partners) * partners
            + factor(weights.venue) * house
            + factor(weights.joint) * joint
    }

    fn decide(&self, pair: &Pair<'_>, equal: bool, nothing_against: bool) -> Option<Judgement> {
        let policy = &self.form.links;
        let certainty = certainty(pair.points);
        let against = contradictions(pair);
        if pair.days == DaysMatch::Near {
            let agrees = equal || pair.likeness >= TITLE_ALIKE;
            let witnessed =
                pair.heard.same_total || pair.heard.text.contained() >= TEXT_ALIKE && pair.heard.text.words >= 5;
            return (agrees && witnessed && against == 0 && !same_institution(pair)).then_some(Judgement::Ask);
        }
        if equal {
            let most = if pair.house_differs { 1 } else { 2 };
            let asked = against <= most || (is_borne_out(pair) && certainty >= policy.ask_from);
            return if nothing_against { Some(Judgement::Same) } else { asked.then_some(Judgement::Ask) };
        }
        let meet = matches!(pair.days, DaysMatch::NotAsked | DaysMatch::Same | DaysMatch::Overlap | DaysMatch::Coarse);
        if !meet || !pair.place.agrees() {
            return None;
        }
        if nothing_against && certainty >= policy.join_from && is_witnessed(pair) && !are_siblings(pair) {
            return Some(Judgement::Same);
        }
        let alike = f64::from(pair.likeness) >= policy.ask_from && against < 2;
        let sure = certainty >= policy.ask_from && (against < 2 || is_borne_out(pair));
        let called_alike = f64::from(pair.likeness) >= policy.ask_from && is_called_the_same(pair);
        (alike || sure || called_alike).then_some(Judgement::Ask)
    }

    /// What keeps two rows from being joined without asking.
    fn doubts(&self, pair: &Pair<'_>, equal: bool) -> Vec<Said> {
        let mut doubts = Vec::new();
        if pair.left.institution.is_none() || same_institution(pair) {
            doubts.push(Said::plain("link-institution-same"));
        }
        if !(pair.days == DaysMatch::Overlap && is_beyond_doubt(pair, equal)) {
            doubts.extend(reasons::doubtful_days(pair.days));
        }
        match pair.place {
            PlaceMatch::Doubtful(part) => doubts.push(reasons::place_differs(part, pair.left, pair.right)),
            PlaceMatch::Open if self.asks_for_place() && !house_agrees(pair) => {
                doubts.push(Said::plain("link-place-open"));
            }
            _ => {}
        }
        if !self.has_evidence() {
            doubts.push(Said::plain("link-title-only"));
        }
        let said = [
            (pair.house_differs, "link-house-differs"),
            (pair.elsewhere && !pair.house_differs, "link-place-differs"),
            (pair.called_otherwise, "link-called-otherwise"),
            (pair.parts || (pair.name_alone && !is_borne_out(pair)), "link-parts"),
            (pair.heard.text.is_strange() && !pair.heard.same_total, "link-text-strange"),
        ];
        doubts.extend(said.into_iter().filter(|(holds, _)| *holds).map(|(_, id)| Said::plain(id)));
        doubts.extend(self.differences(pair.left, pair.right));
        doubts
    }

    /// What speaks for one event, and what of it is less than it might be.
    fn supporting(&self, pair: &Pair<'_>, equal: bool) -> Vec<Said> {
        let mut said =
            vec![if equal { Said::plain("link-title-same") } else { reasons::title_similar(f64::from(pair.likeness)) }];
        said.extend(reasons::agreeing(pair.days, pair.place));
        let text = pair.heard.text.contained();
        let plain = [
            (house_agrees(pair), "link-house-same"),
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
        if !equal {
            said.extend(reasons::words_differ(pair.left, pair.right, self.form));
        }
        said
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

    /// Whether the «joint with» of the one names the institution of the other.
    fn names(&self, one: &Feature, other: &Feature) -> bool {
        let joint = one.joint();
        !joint.is_empty()
            && self
                .called
                .get(&other.institution)
                .is_some_and(|names| names.iter().any(|name| name.iter().all(|id| has(joint, *id))))
    }

    fn asks_for_place(&self) -> bool {
        [Role::Place, Role::Country].into_iter().any(|role| self.form.with_role(role).is_some())
    }

    /// Whether the form asks for anything besides the title that could tell two events apart.
    fn has_evidence(&self) -> bool {
        asks_for_days(self.form) || self.asks_for_place() || !self.form.links.equal.is_empty()
    }
}

/// The stems that only this title has.
fn lonely<'r>(row: &'r Row, other: &Feature) -> Vec<&'r str> {
    let stems = row.understood.title.stems.iter().map(String::as_str);
    let mut lonely: Vec<&str> = stems.filter(|stem| !has(other.title(), hash(stem))).collect();
    lonely.sort_unstable();
    lonely.dedup();
    lonely
}

/// How much speaks against one event, veto or not.
fn contradictions(pair: &Pair<'_>) -> usize {
    let totals = pair.left.understood.total.zip(pair.right.understood.total);
    let crowds = match totals {
        Some((mine, theirs)) if mine.max(theirs) >= OTHER_CROWD.saturating_mul(mine.min(theirs)) => 2,
        Some((mine, theirs)) if mine != theirs => 1,
        _ => 0,
    };
    let strange = if pair.heard.text.is_strange() { 2 } else { 0 };
    let within = if pair.within && pair.likeness < TITLE_ALIKE { 2 } else { 0 };
    let single = [pair.house_differs, pair.called_otherwise, pair.parts, pair.elsewhere, pair.partners == Some(false)];
    crowds + strange + within + usize::from(are_siblings(pair)) + single.into_iter().filter(|holds| *holds).count()
}

/// Whether titles differ by a word or two on either side, «… среди юношей» and «… среди девушек», and nothing else bears out that
/// it is one event.
fn are_siblings(pair: &Pair<'_>) -> bool {
    let title = &pair.heard.title;
    let changed = title.fewer > title.words && pair.likeness < TITLE_ALIKE && title.words >= 2 && pair.likeness >= 0.5;
    let text = &pair.heard.text;
    let told_apart = text.fewer >= 5 && text.rare_contained().unwrap_or(text.contained()) < BORNE_OUT;
    changed && told_apart && !pair.heard.same_total && !pair.joint
}

/// Whether head count, text or «joint with» bear out that it is one event.
fn is_borne_out(pair: &Pair<'_>) -> bool {
    let text = pair.heard.text.rare_contained().is_some_and(|contained| contained >= BORNE_OUT);
    pair.heard.same_total || text || pair.joint
}

/// Whether something besides the titles says that it is one event, or nothing needs to. Where the titles have little in common,
/// set phrases of the texts will not do.
fn is_witnessed(pair: &Pair<'_>) -> bool {
    let text = pair.heard.said_by_text >= TEXT_WITNESS && (pair.likeness >= TITLE_AKIN || is_borne_out(pair));
    pair.likeness >= TITLE_ALIKE || pair.heard.same_total || text || pair.joint
}

/// Whether both are called the same in quotation marks, on the same days in the same house: two bodies that tell of one event in
/// quite different texts, with other head counts, are still to be asked.
fn is_called_the_same(pair: &Pair<'_>) -> bool {
    let (mine, theirs) = (&pair.left.understood.title.quoted, &pair.right.understood.title.quoted);
    let named = !mine.is_empty() && mine == theirs && !pair.name_alone && !pair.parts;
    named && pair.days == DaysMatch::Same && house_agrees(pair) && !same_institution(pair)
}

/// Whether so much agrees that one of the clerks must have given a part of the days only.
fn is_beyond_doubt(pair: &Pair<'_>, equal: bool) -> bool {
    let enough = if pair.heard.same_total { TEXT_ALIKE } else { TEXT_COPIED };
    let alike = pair.heard.text.rare_contained().is_some_and(|contained| contained >= enough);
    (equal || pair.likeness >= TITLE_ALIKE) && alike && contradictions(pair) == 0
}

/// Whether the same house is named, be its town understood or not.
fn house_agrees(pair: &Pair<'_>) -> bool {
    pair.heard.house.words > 0 && !pair.elsewhere && !pair.house_differs
}

fn same_institution(pair: &Pair<'_>) -> bool {
    pair.left.institution == pair.right.institution
}

/// Whether the same countries took part; none where one of the rows names none.
fn partners(left: &Row, right: &Row) -> Option<bool> {
    let of =
        |row: &Row| -> BTreeSet<&'static str> { row.understood.partners.iter().map(|country| country.code).collect() };
    let (mine, theirs) = (of(left), of(right));
    match (mine.is_empty() || theirs.is_empty(), mine == theirs, mine.is_disjoint(&theirs)) {
        (true, ..) => None,
        (_, true, _) => Some(true),
        (_, _, true) => Some(false),
        _ => None,
    }
}

/// How likely one event is at so many points.
fn certainty(points: f32) -> f64 {
    1.0 / (1.0 + ((EVEN - f64::from(points)) / SPREAD).exp())
}

/// The points at which one event is so likely.
fn points_for(certainty: f64) -> f32 {
    let odds = certainty.clamp(1e-9, 1.0 - 1e-9) / (1.0 - certainty.clamp(1e-9, 1.0 - 1e-9));
    factor(EVEN + SPREAD * odds.ln())
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
