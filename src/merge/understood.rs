//! What is understood of an event that several rows tell of: what the lead says, completed from the others where they agree
//! with it. It takes part in no question and gives no finding; that is done field by field.

use super::fields::agree_on_numbers;
use crate::flow::{Row, Understood};

/// The rows that a person called right about what is understood, where somebody did.
#[derive(Default)]
pub(super) struct Chosen<'a> {
    pub(super) days: Option<&'a Row>,
    pub(super) place: Option<&'a Row>,
    pub(super) total: Option<&'a Row>,
    pub(super) foreign: Option<&'a Row>,
}

/// The lead's, filled from the others; what a person chose comes first.
pub(super) fn merge(rows: &[&Row], chosen: &Chosen<'_>) -> Understood {
    let Some((lead, others)) = rows.split_first() else { return Understood::default() };
    let mut merged = lead.understood.clone();
    if let Some(row) = chosen.days.filter(|row| row.understood.days.is_some()) {
        merged.days.clone_from(&row.understood.days);
    }
    if let Some(row) = chosen.place {
        replace_place(&mut merged, &row.understood);
    }
    if merged.days.is_none() {
        merged.days = others.iter().find_map(|row| row.understood.days.clone());
    }
    let with_total = |row: &&&Row| row.understood.total.is_some();
    if let Some(anchor) = chosen.total.as_ref().filter(with_total).or_else(|| rows.iter().find(with_total)) {
        numbers(&mut merged, anchor, rows);
    } else {
        merged.unit = rows.iter().find_map(|row| row.understood.unit.clone());
        merged.foreign = rows.iter().find_map(|row| row.understood.foreign);
    }
    if let Some(row) = chosen.foreign.filter(|row| row.understood.foreign.is_some()) {
        merged.foreign = row.understood.foreign;
    }
    for row in others.iter().chain([lead]) {
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

/// The place of the row that is right about it, as a whole.
fn replace_place(merged: &mut Understood, right: &Understood) {
    merged.city.clone_from(&right.city);
    merged.region.clone_from(&right.region);
    merged.country = right.country;
    merged.url.clone_from(&right.url);
    merged.attendance = right.attendance;
}

fn place(merged: &mut Understood, other: &Understood) {
    merged.city = merged.city.take().or_else(|| other.city.clone());
    merged.region = merged.region.take().or_else(|| other.region.clone());
    merged.country = merged.country.or(other.country);
    merged.url = merged.url.take().or_else(|| other.url.clone());
    merged.attendance = merged.attendance.or(other.attendance);
}
