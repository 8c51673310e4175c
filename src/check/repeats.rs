//! Repeats inside a file (X01): rows with the same title, days and place. It knows nothing of other files: that is `link`.

use std::collections::BTreeMap;

use super::draft::Scene;
use crate::finding::{Finding, FindingKind};
use crate::flow::{CheckedRow, Row};
use crate::phrase::dates::Days;
use crate::phrase::text;
use crate::words::Args;

/// What two rows must share to say the same.
type Sameness = (String, Vec<(jiff::civil::Date, jiff::civil::Date)>, String);

/// Marks every row that says what an earlier one said.
pub(super) fn mark(scene: &Scene, rows: &mut [CheckedRow]) {
    let mut first: BTreeMap<Sameness, u32> = BTreeMap::new();
    for CheckedRow { row, findings, .. } in rows {
        let Some(sameness) = sameness(row) else { continue };
        match first.get(&sameness) {
            Some(earlier) => {
                let place = scene.place(&row.id, None);
                findings.push(Finding::new(FindingKind::RepeatedRow, place, Args::new().with("count", *earlier)));
            }
            None => {
                first.insert(sameness, row.number());
            }
        }
    }
}

fn sameness(row: &Row) -> Option<Sameness> {
    let understood = &row.understood;
    let Days { intervals, .. } = understood.days.as_ref()?;
    let key = Some(understood.title.key.clone()).filter(|key| !key.is_empty())?;
    let place = understood.city.as_deref().or(understood.url.as_deref());
    let country = understood.country.map(|country| country.code).unwrap_or_default();
    let place = text::fold(&format!("{} {country}", place.unwrap_or_default()));
    Some((key, intervals.iter().map(|interval| (interval.start, interval.end)).collect(), place))
}
