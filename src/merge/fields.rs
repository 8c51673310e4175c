//! The fields of an event that several rows tell of. In: the rows, the lead first, and the form's merge policy. Out: each
//! field with every value that was given for it, which of them was used, and where they disagree.
//!
//! Some fields mean nothing apart: an end without its start, a number of foreigners without the total. They come from rows
//! that agree on what they belong to, and never half from the one and half from the other. Numbers are never added up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::intake::At;
use super::notes::{self, Note};
use super::understood::Chosen;
use super::{Desk, text};
use crate::finding::{Finding, FindingKind};
use crate::flow::{Conflict, Decision, MergedField, Row, SourceValue};
use crate::form::{Field, MergeRule, Role};
use crate::phrase::titles;
use crate::record::{Datum, FieldKey, Value};
use crate::words::{Arg, Args};

/// Two rows of one event that differ in a field, for a person to decide.
pub(super) struct Dispute {
    pub(super) left: At,
    pub(super) right: At,
    pub(super) conflict: Conflict,
}

/// The fields of one event.
#[derive(Default)]
pub(super) struct Merged {
    pub(super) fields: BTreeMap<FieldKey, MergedField>,
    pub(super) notes: Vec<Note>,
    pub(super) disputes: Vec<Dispute>,
}

/// Fields that belong together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bundle {
    Days,
    Numbers,
    Place,
}

fn bundle(role: Option<Role>) -> Option<Bundle> {
    match role? {
        Role::Start | Role::End | Role::DatesText => Some(Bundle::Days),
        Role::Total | Role::Unit | Role::Foreign => Some(Bundle::Numbers),
        Role::Place | Role::Country | Role::Attendance => Some(Bundle::Place),
        _ => None,
    }
}

/// Merges the fields of `rows`, the lead first.
pub(super) fn merge(desk: Desk<'_>, rows: &[At]) -> Merged {
    let mut merged = Merged::default();
    let keys: BTreeSet<&FieldKey> = rows.iter().flat_map(|at| desk.intake.row(*at).fields.keys()).collect();
    for key in keys {
        let work = Work::new(desk, rows, key);
        if let Some(field) = work.merged() {
            merged.fields.insert(key.clone(), field);
        }
    }
    for field in &desk.form.table.fields {
        Work::new(desk, rows, &field.key).differences(&mut merged);
    }
    merged
}

/// The rows that a person called right about what is understood of an event.
pub(super) fn chosen<'a>(desk: Desk<'a>, rows: &'a [At]) -> Chosen<'a> {
    let row = |field: Option<&'a Field>| {
        let choice = Work::new(desk, rows, &field?.key).choice()?;
        Some(desk.intake.row(choice.at))
    };
    let with = |role: Role| row(desk.form.with_role(role));
    Chosen {
        days: row(desk.form.table.fields.iter().find(|field| field.is_of_days())),
        place: with(Role::Place).or_else(|| with(Role::Country)),
        total: with(Role::Total),
        foreign: with(Role::Foreign),
    }
}

/// The row that a person called right about a field.
struct Choice<'a> {
    at: At,
    decision: &'a Arc<Decision>,
}

/// One field of one event.
struct Work<'a> {
    desk: Desk<'a>,
    key: &'a FieldKey,
    field: Option<&'a Field>,
    rule: MergeRule,
    /// All rows of the event, the lead first.
    rows: &'a [At],
}

impl<'a> Work<'a> {
    fn new(desk: Desk<'a>, rows: &'a [At], key: &'a FieldKey) -> Self {
        Self { desk, key, field: desk.form.field(key.as_str()), rule: desk.form.merge.rule(key), rows }
    }

    fn role(&self) -> Option<Role> {
        self.field.and_then(|field| field.role)
    }

    fn row(&self, at: At) -> &'a Row {
        self.desk.intake.row(at)
    }

    fn datum(&self, at: At) -> Option<&'a Datum> {
        self.row(at).fields.get(self.key)
    }

    /// The value with its sources, unless no row that may give it has one.
    fn merged(&self) -> Option<MergedField> {
        let choice = self.choice();
        let by_choice =
            choice.as_ref().and_then(|choice| Some((self.datum(choice.at)?.value.clone(), vec![choice.at])));
        let decided = choice.as_ref().filter(|_| by_choice.is_some()).map(|choice| Arc::clone(choice.decision));
        let (value, used) = match by_choice {
            Some(chosen) => Some(chosen),
            None => self.by_rule(choice.map(|choice| choice.at)),
        }?;
        let sources = self.rows.iter().filter_map(|at| {
            let datum = self.datum(*at)?;
            Some(SourceValue {
                origin: datum.origin.clone(),
                institution: self.desk.intake.institution(*at).cloned(),
                value: datum.value.clone(),
                raw: datum.raw.clone(),
                used: used.contains(at),
                corrected: None,
            })
        });
        Some(MergedField { value, sources: sources.collect(), decided, correction: None })
    }

    /// The value as the form's rule has it, and the rows that it is made from.
    fn by_rule(&self, chosen: Option<At>) -> Option<(Value, Vec<At>)> {
        let givers = self.givers(chosen).into_iter().filter_map(|at| Some((at, self.datum(at)?)));
        self.value(&givers.collect::<Vec<_>>())
    }

    /// The row that a person called right: the one whose value would stand, or a better one, and one that is better than
    /// that. What was said of the field itself comes first, then of the fields that it belongs to, then of everything.
    fn choice(&self) -> Option<Choice<'a>> {
        if self.rows.len() < 2 {
            return None;
        }
        self.levels().into_iter().find_map(|level| self.choice_by(level))
    }

    fn choice_by(&self, level: Option<&FieldKey>) -> Option<Choice<'a>> {
        let mut at = self.rows.iter().copied().find(|at| self.datum(*at).is_some()).or(self.rows.first().copied())?;
        let mut choice = None;
        let mut passed = BTreeSet::new();
        while passed.insert(at) {
            let id = &self.row(at).id;
            let said = self.rows.iter().filter(|other| **other != at).filter_map(|other| {
                let (better, decision) = self.desk.rulings.preferred(id, &self.row(*other).id, level)?;
                Some((if better == id { at } else { *other }, decision))
            });
            // The latest decision about this row says where to go on.
            let Some((better, decision)) = said.max_by_key(|(_, decision)| decision.number) else { break };
            choice = Some(Choice { at: better, decision });
            at = better;
        }
        choice
    }

    /// By which words of a person the field may be settled, the nearest first.
    fn levels(&self) -> Vec<Option<&'a FieldKey>> {
        let mut levels = vec![Some(self.key)];
        let fields = || self.desk.form.table.fields.iter();
        let speaks_for_it = |field: &&Field| match bundle(self.role()) {
            Some(Bundle::Days) => bundle(field.role) == Some(Bundle::Days),
            Some(Bundle::Numbers) => field.role == Some(Role::Total),
            Some(Bundle::Place) => field.role == Some(Role::Place),
            None => false,
        };
        levels
            .extend(fields().filter(speaks_for_it).map(|field| Some(&field.key)).filter(|key| *key != Some(self.key)));
        levels.push(None);
        levels
    }

    /// Whether a person has said which of two rows is right.
    fn is_settled(&self, one: At, other: At) -> bool {
        let (one, other) = (&self.row(one).id, &self.row(other).id);
        self.levels().into_iter().any(|level| self.desk.rulings.preferred(one, other, level).is_some())
    }

    /// The rows that may give the field, the lead first; `chosen` is right about the fields that it belongs to.
    fn givers(&self, chosen: Option<At>) -> Vec<At> {
        let Some(bundle) = bundle(self.role()) else { return self.rows.to_vec() };
        let line = chosen.into_iter().chain(self.rows.iter().copied());
        let Some(anchor) = line.into_iter().find(|at| has_anchor(self.row(*at), bundle)) else {
            return self.rows.to_vec();
        };
        let anchor = self.row(anchor);
        self.rows.iter().copied().filter(|at| agree(anchor, self.row(*at), bundle)).collect()
    }

    /// The value, and the rows that it is made from.
    fn value(&self, givers: &[(At, &Datum)]) -> Option<(Value, Vec<At>)> {
        let (lead, datum) = givers.first()?;
        match self.rule {
            MergeRule::Lead | MergeRule::LeadWarn | MergeRule::LeadAsk => Some((datum.value.clone(), vec![*lead])),
            MergeRule::MostSpecific => {
                let mut best = (*lead, *datum);
                for (at, datum) in givers {
                    if self.is_more_specific((*at, datum), best) {
                        best = (*at, datum);
                    }
                }
                Some((best.1.value.clone(), vec![best.0]))
            }
            MergeRule::UnionSentences => Some(union(givers, text::with_new_sentences)),
            MergeRule::UnionLines => Some(union(givers, text::with_new_lines)),
        }
    }

    fn is_more_specific(&self, (at, datum): (At, &Datum), (best_at, best): (At, &Datum)) -> bool {
        let (Some(said), Some(best_said)) = (datum.value.as_text(), best.value.as_text()) else { return false };
        if self.role() != Some(Role::Place) {
            return text::says_more(said, best_said);
        }
        let (parts, best_parts) = (place_parts(self.row(at)), place_parts(self.row(best_at)));
        parts > best_parts || (parts == best_parts && text::says_more(said, best_said))
    }

    /// Says where the others differ from the lead, as the rule wants it said.
    fn differences(&self, merged: &mut Merged) {
        if !matches!(self.rule, MergeRule::LeadWarn | MergeRule::LeadAsk | MergeRule::MostSpecific) || !self.speaks() {
            return;
        }
        let chosen = self.choice().map(|choice| choice.at);
        let mut line = chosen.into_iter().chain(self.rows.iter().copied());
        let Some(lead) = line.find(|at| self.shown(*at).is_some()) else { return };
        for other in self.rows.iter().copied().filter(|at| *at != lead) {
            let (Some(left), Some(right)) = (self.shown(lead), self.shown(other)) else { continue };
            if self.alike(lead, other) || self.is_settled(lead, other) {
                continue;
            }
            if self.rule == MergeRule::LeadWarn || self.is_number(lead) {
                merged.notes.push((lead, self.warning(lead, other, &left, &right)));
            }
            if self.rule != MergeRule::LeadWarn {
                let conflict = Conflict { field: self.key.clone(), left, right };
                merged.disputes.push(Dispute { left: lead, right: other, conflict });
            }
        }
    }

    /// Days are spoken of once, not for start, end and text each.
    fn speaks(&self) -> bool {
        if bundle(self.role()) != Some(Bundle::Days) {
            return true;
        }
        let first = self.desk.form.table.fields.iter().find(|field| {
            bundle(field.role) == Some(Bundle::Days) && self.desk.form.merge.rule(&field.key) == self.rule
        });
        first.is_some_and(|field| field.key == *self.key)
    }

    /// What a row says, for people: of days all that it says about them, of the total also what its text says.
    fn shown(&self, at: At) -> Option<String> {
        let row = self.row(at);
        match self.role() {
            role if bundle(role) == Some(Bundle::Days) => row.days_in_words(self.desk.form),
            Some(Role::Total) => row.understood.total.map(|total| total.to_string()).or_else(|| self.plainly(at)),
            _ => self.plainly(at),
        }
    }

    fn plainly(&self, at: At) -> Option<String> {
        self.datum(at).map(|datum| datum.value.to_string())
    }

    fn alike(&self, left: At, right: At) -> bool {
        let (mine, theirs) = (self.row(left), self.row(right));
        match self.role() {
            role if bundle(role) == Some(Bundle::Days) => mine.understood.same_days(&theirs.understood) != Some(false),
            Some(Role::Total) => match mine.understood.total.zip(theirs.understood.total) {
                Some((mine, theirs)) => mine == theirs,
                None => true,
            },
            Some(Role::Place) if self.rule == MergeRule::MostSpecific => {
                mine.understood.place_match(&theirs.understood).agrees()
            }
            _ => match (self.datum(left), self.datum(right)) {
                (Some(mine), Some(theirs)) => self.same_value(&mine.value, &theirs.value),
                _ => true,
            },
        }
    }

    fn same_value(&self, left: &Value, right: &Value) -> bool {
        match (left.as_text(), right.as_text()) {
            (Some(left), Some(right)) => {
                let within = || text::says_more(left, right) || text::says_more(right, left);
                let title = || titles::read(left).key == titles::read(right).key;
                text::same_words(left, right)
                    || (self.rule == MergeRule::MostSpecific && within())
                    || (self.role() == Some(Role::Title) && title())
            }
            _ => left == right,
        }
    }

    fn is_number(&self, at: At) -> bool {
        self.role() == Some(Role::Total)
            || self.datum(at).is_some_and(|datum| matches!(datum.value, Value::Integer(_) | Value::Number(_)))
    }

    /// M01 for numbers, M02 for everything else; at the lead's cell, for that is the value that stands.
    fn warning(&self, lead: At, other: At, left: &str, right: &str) -> Finding {
        let is_number = self.is_number(lead);
        let args = Args::new()
            .with("field", self.desk.form.label(self.key))
            .with("value", self.label(left))
            .with("expected", self.label(right))
            .with("name", notes::sender(self.desk, other));
        let code = if is_number { FindingKind::NumbersDiffer } else { FindingKind::FieldsDiffer };
        Finding::new(code, notes::place(self.desk, lead, Some(self.key)), args)
    }

    /// The label of a dictionary's key; other values as they are.
    fn label(&self, shown: &str) -> Arg {
        let dictionary = self.field.and_then(|field| self.desk.form.dictionary_of(field));
        let entry = dictionary.and_then(|dictionary| dictionary.entry(shown));
        entry.map_or_else(|| Arg::from(shown), |entry| Arg::from(entry.label.clone()))
    }
}

/// Whether a row says what the other fields of the bundle belong to.
fn has_anchor(row: &Row, bundle: Bundle) -> bool {
    match bundle {
        Bundle::Days => row.understood.days.is_some(),
        Bundle::Numbers => row.understood.total.is_some(),
        Bundle::Place => place_parts(row) > 0,
    }
}

/// Whether the total, its unit and the foreigners among it may come from either row.
pub(super) fn agree_on_numbers(left: &Row, right: &Row) -> bool {
    agree(left, right, Bundle::Numbers)
}

/// Whether fields of the bundle may come from either row.
fn agree(anchor: &Row, other: &Row, bundle: Bundle) -> bool {
    match bundle {
        Bundle::Days => anchor.understood.same_days(&other.understood) == Some(true),
        Bundle::Numbers => anchor.understood.total == other.understood.total,
        Bundle::Place => anchor.understood.place_match(&other.understood).agrees(),
    }
}

/// How much of a place is known.
fn place_parts(row: &Row) -> usize {
    let understood = &row.understood;
    let parts = [
        understood.city.is_some(),
        understood.region.is_some(),
        understood.country.is_some(),
        understood.url.is_some(),
    ];
    parts.into_iter().filter(|known| *known).count()
}

/// The first text and what the others add; with the rows that gave something.
fn union(givers: &[(At, &Datum)], add: fn(&str, &str) -> Option<String>) -> (Value, Vec<At>) {
    let mut text = String::new();
    let mut used = Vec::new();
    for (at, datum) in givers {
        let said = datum.value.to_string();
        let longer = if used.is_empty() { Some(said) } else { add(&text, &said) };
        if let Some(longer) = longer {
            text = longer;
            used.push(*at);
        }
    }
    match (used.as_slice(), givers) {
        ([_], [(_, only), ..]) => (only.value.clone(), used),
        _ => (Value::Text(text), used),
    }
}
