//! What a question is about: what its two rows say in the fields that linking and merging compare.
//!
//! In: two rows, the form. Out: a [`Matter`], which names its question wherever the rows stand: in a corrected file, in
//! another institution's copy, in another period. What a row says elsewhere is no part of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Row;
use super::agreement::runs;
use crate::form::{Field, Form, Role};
use crate::phrase::text;
use crate::record::FieldKey;

/// A longer text is compared by its digest: what is kept of a decision is not the whole content of two rows.
const LONGEST: usize = 120;
/// Of a longer text the beginning is shown.
const SHOWN: usize = 200;

/// What a row says in one field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fact {
    /// As it is compared.
    compared: String,
    /// As a person reads it; of a dictionary field the entry's key.
    pub shown: String,
}

impl Fact {
    fn new(compared: String, shown: &str) -> Self {
        let compared = if compared.chars().count() > LONGEST { digest(&[&compared]) } else { compared };
        let shown = text::one_line(shown);
        let cut: String = shown.chars().take(SHOWN).collect();
        Self { compared, shown: if cut.len() < shown.len() { format!("{cut}…") } else { cut } }
    }
}

/// What a row says in the fields that a question is about; a field that it leaves empty is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Facts(BTreeMap<FieldKey, Fact>);

impl Facts {
    fn of(row: &Row, about: &[FieldKey], form: &Form) -> Self {
        Self(about.iter().filter_map(|key| Some((key.clone(), fact(row, key, form)?))).collect())
    }

    #[must_use]
    pub fn get(&self, key: &FieldKey) -> Option<&Fact> {
        self.0.get(key)
    }

    /// What is compared, in the order of `about`.
    #[must_use]
    pub fn print(&self, about: &[FieldKey]) -> Vec<Option<String>> {
        about.iter().map(|key| self.get(key).map(|fact| fact.compared.clone())).collect()
    }

    /// The fields of `about` in which two rows do not say the same.
    fn differing<'a>(&'a self, other: &'a Self, about: &'a [FieldKey]) -> impl Iterator<Item = &'a FieldKey> {
        let compared = |facts: &'a Self, key| facts.get(key).map(|fact| fact.compared.as_str());
        about.iter().filter(move |key| compared(self, key) != compared(other, key))
    }
}

/// Names a question: 16 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MatterId(pub String);

/// What a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matter {
    /// The field whose value is asked for; none where it is asked whether the two are one event.
    pub field: Option<FieldKey>,
    /// The fields that matter for the answer.
    pub about: Vec<FieldKey>,
    pub left: Facts,
    pub right: Facts,
}

impl Matter {
    /// Are these two rows one event?
    #[must_use]
    pub fn pair(left: &Row, right: &Row, form: &Form) -> Self {
        let mut about = compared(form);
        let mut matter = Self::new(None, about.clone(), left, right, form);
        if matter.left == matter.right
            && let Some(content) = form.with_role(Role::Content)
        {
            // Rows that are alike in all that is compared are told apart by what they tell.
            about.push(content.key.clone());
            matter = Self::new(None, about, left, right, form);
        }
        matter
    }

    /// Which of these two rows of one event is right about `field`?
    #[must_use]
    pub fn conflict(field: &FieldKey, left: &Row, right: &Row, form: &Form) -> Self {
        let mut about: Vec<FieldKey> = [title(form), days(form), place(form)].into_iter().flatten().collect();
        push(&mut about, field);
        Self::new(Some(field.clone()), about, left, right, form)
    }

    fn new(field: Option<FieldKey>, about: Vec<FieldKey>, left: &Row, right: &Row, form: &Form) -> Self {
        let (left, right) = (Facts::of(left, &about, form), Facts::of(right, &about, form));
        Self { field, about, left, right }
    }

    /// What a row says in the fields that this is about.
    #[must_use]
    pub fn print_of(&self, row: &Row, form: &Form) -> Vec<Option<String>> {
        Facts::of(row, &self.about, form).print(&self.about)
    }

    /// The name of the question; the same whichever row stands on the left.
    #[must_use]
    pub fn id(&self) -> MatterId {
        let said = |facts: &Facts| facts.print(&self.about).iter().map(|fact| format!("{fact:?}")).collect::<Vec<_>>();
        let (mut one, mut other) = (said(&self.left), said(&self.right));
        if other < one {
            std::mem::swap(&mut one, &mut other);
        }
        let field = self.field.as_ref().map_or("", FieldKey::as_str).to_owned();
        let mut parts = vec![field];
        parts.extend(self.about.iter().map(ToString::to_string));
        parts.extend(one);
        parts.extend(other);
        MatterId(digest(&parts))
    }

    /// The same with the rows the other way round.
    #[must_use]
    pub fn mirrored(&self) -> Self {
        Self { left: self.right.clone(), right: self.left.clone(), ..self.clone() }
    }

    /// The fields in which `self` no longer says what `former` said, in their order; left is compared with left. `None`
    /// where the two are hardly about the same rows: more than half has changed on a side, or both sides have changed
    /// and are about other days.
    #[must_use]
    pub fn changed_since(&self, former: &Self, form: &Form) -> Option<Vec<FieldKey>> {
        if self.field != former.field {
            return None;
        }
        let sides = [(&self.left, &former.left), (&self.right, &former.right)];
        let is_other = |(now, then): &(&Facts, &Facts)| now.differing(then, &self.about).count() * 2 > self.about.len();
        if sides.iter().any(is_other) {
            return None;
        }
        let changes = sides.map(|(now, then)| now.differing(then, &self.about).cloned().collect::<Vec<_>>());
        let both = changes.iter().all(|changed| !changed.is_empty());
        let other_days = days(form).is_some_and(|key| changes.iter().any(|changed| changed.contains(&key)));
        if both && other_days {
            return None;
        }
        let [left, right] = changes;
        Some(self.about.iter().filter(|key| left.contains(key) || right.contains(key)).cloned().collect())
    }
}

/// The fields by which two rows are judged.
fn compared(form: &Form) -> Vec<FieldKey> {
    let with = |role: Role| form.with_role(role).map(|field| field.key.clone());
    let mut about: Vec<FieldKey> = Vec::new();
    for key in [title(form), days(form), place(form), with(Role::Section), with(Role::Total)].into_iter().flatten() {
        push(&mut about, &key);
    }
    for key in &form.links.equal {
        push(&mut about, key);
    }
    about
}

fn push(about: &mut Vec<FieldKey>, key: &FieldKey) {
    if !about.contains(key) {
        about.push(key.clone());
    }
}

fn title(form: &Form) -> Option<FieldKey> {
    form.with_role(Role::Title).map(|field| field.key.clone())
}

/// The field that stands for all that a row says of its days.
fn days(form: &Form) -> Option<FieldKey> {
    form.table.fields.iter().find(|field| field.is_of_days()).map(|field| field.key.clone())
}

/// The field that stands for all that a row says of its place.
fn place(form: &Form) -> Option<FieldKey> {
    form.with_role(Role::Place).or_else(|| form.with_role(Role::Country)).map(|field| field.key.clone())
}

fn fact(row: &Row, key: &FieldKey, form: &Form) -> Option<Fact> {
    let field = form.field(key.as_str())?;
    match field.role {
        Some(Role::Title) => title_fact(row, field),
        _ if field.is_of_days() => days_fact(row, form),
        Some(Role::Place) => place_fact(row, field),
        Some(Role::Total) => {
            let total = row.understood.total.map(|total| total.to_string());
            total.map(|total| Fact::new(total.clone(), &total)).or_else(|| plain_fact(row, field))
        }
        _ => plain_fact(row, field),
    }
}

fn plain_fact(row: &Row, field: &Field) -> Option<Fact> {
    let said = row.value(field.key.as_str())?.to_string();
    Some(Fact::new(text::fold(&said), &said))
}

fn title_fact(row: &Row, field: &Field) -> Option<Fact> {
    let title = &row.understood.title;
    if title.key.is_empty() {
        return plain_fact(row, field);
    }
    let said = row.value(field.key.as_str())?.to_string();
    let names: Vec<&str> = title.names.iter().map(String::as_str).collect();
    Some(Fact::new(format!("{} | {}", title.key, names.join(" ")), &said))
}

fn days_fact(row: &Row, form: &Form) -> Option<Fact> {
    let shown = row.days_in_words(form);
    let Some(days) = &row.understood.days else {
        return shown.map(|shown| Fact::new(text::fold(&shown), &shown));
    };
    let runs: Vec<String> = runs(days).iter().map(|run| format!("{}/{}", run.start, run.end)).collect();
    let compared = format!("{:?} {}", days.precision, runs.join(" "));
    Some(Fact::new(compared, &shown.unwrap_or_else(|| runs.join(", "))))
}

fn place_fact(row: &Row, field: &Field) -> Option<Fact> {
    let understood = &row.understood;
    let folded = |part: &Option<String>| part.as_deref().map(text::fold).unwrap_or_default();
    let parts = [
        understood.country.map(|country| country.code.to_owned()).unwrap_or_default(),
        folded(&understood.region),
        folded(&understood.city),
        understood.host().unwrap_or_default(),
    ];
    if parts.iter().all(String::is_empty) {
        return plain_fact(row, field);
    }
    let said = row.value(field.key.as_str()).map(ToString::to_string);
    Some(Fact::new(parts.join(" | "), &said.unwrap_or_else(|| parts.join(" "))))
}

impl Row {
    /// Everything that a row says of its days: «05.02.2024 – 09.02.2024», or the text.
    #[must_use]
    pub fn days_in_words(&self, form: &Form) -> Option<String> {
        let said =
            |role: Role| form.with_role(role).and_then(|field| self.value(field.key.as_str())).map(ToString::to_string);
        let (start, end) = (said(Role::Start), said(Role::End));
        let end = end.filter(|end| Some(end) != start.as_ref());
        let range: Vec<String> = start.into_iter().chain(end).collect();
        if range.is_empty() { said(Role::DatesText) } else { Some(range.join(" – ")) }
    }
}

/// The first 16 hexadecimal digits of the SHA-256 of the parts.
fn digest(parts: &[impl AsRef<str>]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_ref().as_bytes());
        hash.update([0]);
    }
    hash.finalize().iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, form, row};
    use super::*;

    fn pair() -> (Row, Row) {
        let left = row("A", 8).title("Турнир «Горный мяч»").on(day(2, 17)).total(120);
        let right = row("B", 9).title("Соревнования «Горный мяч»").on(day(2, 17)).total(150);
        (left.done(), right.done())
    }

    #[test]
    fn a_question_is_named_by_what_its_rows_say_and_not_by_where_they_stand() {
        let (left, right) = pair();
        let id = Matter::pair(&left, &right, &form()).id();
        assert_eq!(Matter::pair(&right, &left, &form()).id(), id, "either way round");
        let copied = row("C", 77).title("Турнир  «горный мяч»").on(day(2, 17)).total(120).text("content", "Иначе");
        assert_eq!(Matter::pair(&copied.done(), &right, &form()).id(), id, "another institution's copy");
        let corrected = row("A", 8).title("Турнир «Горный мяч»").on(day(2, 17)).total(121).done();
        assert_ne!(Matter::pair(&corrected, &right, &form()).id(), id);
    }

    #[test]
    fn rows_that_are_alike_in_everything_are_told_apart_by_their_content() {
        let told = |content| row("A", 8).title("Вечер").on(day(2, 1)).text("content", content).done();
        let alike = Matter::pair(&told("Утром"), &told("Утром"), &form());
        assert_ne!(Matter::pair(&told("Утром"), &told("Вечером"), &form()).id(), alike.id());
    }

    #[test]
    fn what_has_changed_is_named_and_other_events_are_not_taken_for_changed_ones() {
        let (left, right) = pair();
        let former = Matter::pair(&left, &right, &form());
        let corrected = row("A", 8).title("Турнир «Горный мяч»").on(day(2, 17)).total(121).done();
        let now = Matter::pair(&corrected, &right, &form());
        assert_eq!(now.changed_since(&former, &form()), Some(vec![FieldKey::new("total")]));
        let next = |left: &str, n| row(left, n).title("Турнир «Горный мяч»").on(day(3, 17)).total(120).done();
        assert_eq!(Matter::pair(&next("A", 8), &next("B", 9), &form()).changed_since(&former, &form()), None);
    }
}
