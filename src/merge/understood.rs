//! What is understood of an event that several rows tell of: what the lead says, completed from the others where they agree
//! with it. It takes part in no question and gives no finding; that is done field by field.

use super::fields::agree_on_numbers;
use crate::flow::{Row, Understood};

/// The lead's, filled from the others.
pub(super) fn merge(rows: &[&Row]) -> Understood {
    let Some((lead, others)) = rows.split_first() else { return Understood::default() };
    let mut merged = lead.understood.clone();
    if merged.days.is_none() {
        merged.days = others.iter().find_map(|row| row.understood.days.clone());
    }
    if let Some(anchor) = rows.iter().find(|row| row.understood.total.is_some()) {
        numbers(&mut merged, anchor, rows);
    } else {
        merged.unit = rows.iter().find_map(|row| row.understood.unit.clone());
        merged.foreign = rows.iter().find_map(|row| row.understood.foreign);
    }
    for row in others {
        let other = &row.understood;
        if merged.place_match(other).agrees() {
            place(&mut merged, other);
        }
        merged.kind = merged.kind.take().or_else(|| other.kind.clone());
        for partner in &other.partners {
            if !merged.partners.iter().any(|known| known.code == partner.code) {
                merged.partners.push(*partner);
            }
        }
    }
    merged
}

/// A total with the unit and the foreigners that belong to it.
fn numbers(merged: &mut Understood, anchor: &Row, rows: &[&Row]) {
    let agreeing = || rows.iter().filter(|row| agree_on_numbers(anchor, row)).map(|row| &row.understood);
    merged.total = anchor.understood.total;
    merged.unit = agreeing().find_map(|understood| understood.unit.clone());
    merged.foreign = agreeing().find_map(|understood| understood.foreign);
}

fn place(merged: &mut Understood, other: &Understood) {
    merged.city = merged.city.take().or_else(|| other.city.clone());
    merged.region = merged.region.take().or_else(|| other.region.clone());
    merged.country = merged.country.or(other.country);
    merged.url = merged.url.take().or_else(|| other.url.clone());
    merged.attendance = merged.attendance.or(other.attendance);
}
