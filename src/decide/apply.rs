//! Which rows of a run the decisions are about: those that say what the decision's rows said, wherever they stand.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Memory;
use crate::flow::{Decision, Row, Ruling, Rulings, Side, Verdict};
use crate::form::Form;
use crate::record::FieldKey;

/// Rows by what they say in the fields that a decision is about.
type Index<'a> = BTreeMap<Vec<Option<String>>, Vec<&'a Row>>;

impl Memory {
    /// What the decisions that stand mean for `rows`; later ones come after earlier ones.
    #[must_use]
    pub fn rulings(&self, rows: &[&Row], form: &Form) -> Rulings {
        let mut rulings = Rulings::default();
        let mut indexes: BTreeMap<&[FieldKey], Index<'_>> = BTreeMap::new();
        for decision in self.standing() {
            let matter = &decision.matter;
            let index = indexes.entry(&matter.about).or_insert_with(|| {
                let mut index = Index::new();
                for row in rows {
                    index.entry(matter.print_of(row, form)).or_default().push(row);
                }
                index
            });
            let saying = |side: Side| {
                let facts = if side == Side::Left { &matter.left } else { &matter.right };
                index.get(&facts.print(&matter.about)).map(Vec::as_slice).unwrap_or_default()
            };
            for left in saying(Side::Left) {
                for right in saying(Side::Right).iter().filter(|right| right.id != left.id) {
                    carry_out(&mut rulings, decision, left, right);
                }
            }
        }
        rulings
    }
}

fn carry_out(rulings: &mut Rulings, decision: &Arc<Decision>, left: &Row, right: &Row) {
    rulings.apply(decision);
    let mut prefer = |side: Side, field: Option<&FieldKey>| {
        let (better, worse) = if side == Side::Left { (left, right) } else { (right, left) };
        rulings.prefer(&better.id, &worse.id, field.cloned(), decision);
    };
    match &decision.ruling {
        Ruling::Value(side) => prefer(*side, decision.matter.field.as_ref()),
        Ruling::Same { all, fields } => {
            if let Some(side) = all {
                prefer(*side, None);
            }
            for (field, side) in fields {
                prefer(*side, Some(field));
            }
            rulings.verdicts.decide(left.id.clone(), right.id.clone(), Verdict::Same);
        }
        Ruling::Different => rulings.verdicts.decide(left.id.clone(), right.id.clone(), Verdict::Different),
    }
}
