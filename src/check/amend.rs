//! Corrections of the coordinator, checked as if they stood in the event's row.
//!
//! In: an event as its rows gave it, and what is to be said instead. Out: typed values and what is understood of them, or
//! the errors for which a correction is not taken. The row is checked without and with the corrections: only what they
//! bring about is theirs. It does not know which correction belongs to which event.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Scene;
use super::{Checker, row, rules};
use crate::finding::{Finding, Place};
use crate::flow::{Amend, Amended, CheckedRow, Content, Correction, Entry, RawCell, RawRow};
use crate::form::Role;
use crate::record::{FieldKey, Value};

impl Amend for Checker {
    fn typed(&self, field: &FieldKey, content: &Content) -> Option<Value> {
        self.type_cell(self.form.field(field.as_str())?, content).value
    }

    fn amend(&self, entry: &Entry<'_>, corrections: &[&Correction]) -> Amended {
        Bench { checker: self, entry, header: rules::values(entry.header) }.amend(corrections)
    }
}

/// An event on which corrections are tried.
struct Bench<'a> {
    checker: &'a Checker,
    entry: &'a Entry<'a>,
    header: rules::HeaderValues,
}

impl Bench<'_> {
    fn amend(&self, corrections: &[&Correction]) -> Amended {
        let before = self.with(&[]);
        let mut amended = Amended::default();
        let taken = self.without_errors(&before, corrections, &mut amended.refused);
        let after = self.with(&taken);
        let keys: BTreeSet<&FieldKey> = before.row.fields.keys().chain(after.row.fields.keys()).collect();
        for key in keys {
            let (old, new) = (before.row.value(key.as_str()), after.row.value(key.as_str()));
            if old != new {
                amended.values.insert(key.clone(), new.cloned());
            }
        }
        let new = after.findings.iter().filter(|finding| is_new(&before, finding));
        amended.findings = new.filter_map(|finding| at_correction(finding, &taken)).collect();
        amended.before = before.row.understood;
        amended.after = after.row.understood;
        amended
    }

    /// The row with some corrections in it.
    fn with(&self, corrections: &[&Correction]) -> CheckedRow {
        let cell = |content: Content, origin: &crate::record::Origin| RawCell { content, origin: origin.clone() };
        let given =
            self.entry.fields.iter().map(|(key, value)| (key.clone(), cell(Content::from(value), self.entry.id)));
        let mut cells: BTreeMap<FieldKey, RawCell> = given.collect();
        for correction in corrections {
            match &correction.edit.becomes {
                Some(content) => {
                    cells.insert(correction.edit.field.clone(), cell(content.clone(), &correction.edit.origin))
                }
                None => cells.remove(&correction.edit.field),
            };
        }
        let raw = RawRow { origin: self.entry.id.clone(), cells, hidden: false };
        let scene = Scene::of_entry(self.entry, self.checker.period);
        row::check(self.checker, &scene, &raw, &BTreeSet::new(), &self.header)
    }

    /// The corrections that bring no errors. All of them are tried together first, for an end may need its start; then
    /// those in whose fields there are no errors; then one after the other.
    fn without_errors<'c>(
        &self,
        before: &CheckedRow,
        all: &[&'c Correction],
        refused: &mut BTreeMap<FieldKey, Vec<Finding>>,
    ) -> Vec<&'c Correction> {
        let errors = |corrections: &[&Correction]| -> Vec<Finding> {
            let after = self.with(corrections).findings;
            // A field that was wrong before is not put right by a correction that is wrong as well.
            let is_theirs = |finding: &Finding| {
                is_new(before, finding)
                    || corrections.iter().any(|it| finding.place.field.as_ref() == Some(&it.edit.field))
            };
            after.into_iter().filter(|finding| finding.is_error() && is_theirs(finding)).collect()
        };
        let together = errors(all);
        if together.is_empty() {
            return all.to_vec();
        }
        let is_at = |finding: &Finding, correction: &Correction| self.concerns(finding, &correction.edit.field);
        let is_faulty = |correction: &Correction| together.iter().any(|finding| is_at(finding, correction));
        let sound: Vec<&Correction> = all.iter().copied().filter(|correction| !is_faulty(correction)).collect();
        let mut taken = if errors(&sound).is_empty() { sound } else { Vec::new() };
        for correction in all {
            if taken.iter().any(|other| other.edit.field == correction.edit.field) {
                continue;
            }
            let mut tried = taken.clone();
            tried.push(correction);
            let wrong = errors(&tried);
            if wrong.is_empty() {
                taken = tried;
            } else {
                refused.insert(correction.edit.field.clone(), wrong);
            }
        }
        taken
    }

    /// Whether a finding is about a field, or about the days that the field is one part of.
    fn concerns(&self, finding: &Finding, field: &FieldKey) -> bool {
        let is_day = |key: &FieldKey| {
            let role = self.checker.form.field(key.as_str()).and_then(|field| field.role);
            matches!(role, Some(Role::Start | Role::End | Role::DatesText))
        };
        finding.place.field.as_ref().is_some_and(|at| at == field || (is_day(at) && is_day(field)))
    }
}

/// Whether the row without corrections did not have the finding, in whatever cell.
fn is_new(before: &CheckedRow, finding: &Finding) -> bool {
    let same = |old: &Finding| old.kind == finding.kind && old.place.field == finding.place.field;
    !before.findings.iter().any(same)
}

/// The finding at the correction that it is about, else at the first of them.
fn at_correction(finding: &Finding, corrections: &[&Correction]) -> Option<Finding> {
    let own = corrections.iter().find(|correction| finding.place.field.as_ref() == Some(&correction.edit.field));
    let correction = own.or(corrections.first())?;
    let place = Place {
        file: Some(std::sync::Arc::clone(&correction.file)),
        field: finding.place.field.clone(),
        ..Place::of(&correction.edit.origin)
    };
    Some(Finding { place, ..finding.clone() })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::fixture::{card, check_row, checker, codes, day, good_row, text};
    use super::*;
    use crate::flow::{Edit, Signed};
    use crate::record::{CellRef, Origin};

    fn correction(field: &str, becomes: Option<Content>) -> Correction {
        let origin = Origin { parcel: card().id, sheet: "Реестр".into(), cell: CellRef::new(8, 3) };
        Correction {
            number: 1,
            period: "2024-Q1".parse().unwrap(),
            edit: Edit { row: origin.clone(), field: FieldKey::new(field), given: None, becomes, origin },
            file: "свод.xlsx".into(),
            signed: Signed { by: String::new(), at: date(2024, 4, 10).at(9, 0, 0, 0) },
        }
    }

    fn amended(corrections: &[Correction]) -> Amended {
        let row = check_row(good_row()).row;
        let fields = row.fields.iter().map(|(key, datum)| (key.clone(), datum.value.clone())).collect();
        let header = BTreeMap::new();
        let entry =
            Entry { id: &row.id, institution: None, fields: &fields, header: &header, received: date(2024, 4, 3) };
        checker().amend(&entry, &corrections.iter().collect::<Vec<_>>())
    }

    fn value<'a>(amended: &'a Amended, key: &str) -> Option<&'a Option<Value>> {
        amended.values.get(key)
    }

    #[test]
    fn a_section_is_corrected_by_its_label_and_a_number_takes_what_follows_along() {
        let amended = amended(&[
            correction("section", Some(text("Сотрудничество в сфере спорта"))),
            correction("total", Some(Content::Number(150.0))),
        ]);
        assert!(amended.refused.is_empty(), "{:?}", amended.refused);
        assert!(
            matches!(value(&amended, "section"), Some(Some(Value::Text(key))) if key != "Сотрудничество в сфере спорта")
        );
        assert_eq!(value(&amended, "total"), Some(&Some(Value::Integer(150))));
        assert_eq!((amended.before.total, amended.after.total), (Some(120), Some(150)));
    }

    #[test]
    fn start_and_end_are_corrected_together_where_neither_could_be_alone() {
        let both = [correction("start", Some(day(date(2024, 3, 1)))), correction("end", Some(day(date(2024, 3, 2))))];
        let amended_both = amended(&both);
        assert!(amended_both.refused.is_empty(), "{:?}", amended_both.refused);
        assert_eq!(value(&amended_both, "end"), Some(&Some(Value::Date(date(2024, 3, 2)))));
        let alone = amended(&both[..1]);
        assert_eq!(alone.refused.len(), 1, "the start would lie after the end");
        assert!(alone.values.is_empty());
    }

    #[test]
    fn what_breaks_a_rule_is_left_out_and_the_rest_is_taken() {
        let amended = amended(&[
            correction("foreign", Some(Content::Number(500.0))),
            correction("title", Some(text("Фестиваль «Льняной берег»"))),
            correction("start", Some(text("31 апреля"))),
            correction("content", None),
        ]);
        let refused: Vec<&str> = amended.refused.keys().map(FieldKey::as_str).collect();
        assert_eq!(refused, ["content", "foreign", "start"]);
        let values: Vec<&str> = amended.values.keys().map(FieldKey::as_str).collect();
        assert_eq!(values, ["title"]);
    }

    #[test]
    fn what_may_be_left_empty_may_be_cleared_and_doubts_are_told_at_the_correction() {
        let cleared = amended(&[correction("foreign", None)]);
        assert_eq!(value(&cleared, "foreign"), Some(&None));
        let doubtful = amended(&[correction("total", Some(text("около 150 человек")))]);
        assert_eq!(codes(&doubtful.findings), ["U04"]);
        assert_eq!(doubtful.findings[0].place.file.as_deref(), Some("свод.xlsx"));
    }
}
