//! Rows that an institution sent in the period before, word for word. In: what the files of that period said. Out: a note for
//! each row that says it again. An event that runs on is no copy.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Desk;
use super::intake::At;
use super::notes::{self, Note};
use crate::finding::{Finding, FindingKind};
use crate::flow::{self, Digest, Row};
use crate::words::Args;

/// X03 for every row received that its own institution sent before, besides its days.
pub(super) fn copied(desk: Desk<'_>, before: &[(Arc<str>, Digest)]) -> Vec<Note> {
    let mut sent: BTreeMap<(&str, u64), (&str, u32)> = BTreeMap::new();
    for (file, digest) in before {
        let Some(institution) = digest.institution.as_deref() else { continue };
        for row in &digest.rows {
            if let Some(said) = row.said {
                sent.entry((institution, said)).or_insert((file, row.number));
            }
        }
    }
    if sent.is_empty() {
        return Vec::new();
    }
    let again = |(at, _)| -> Option<Note> {
        let institution = desk.intake.institution(at)?;
        let row = desk.intake.row(at);
        let said = flow::said(row, desk.form).filter(|_| !runs_on(desk, row))?;
        let (file, number) = sent.get(&(&**institution, said))?;
        Some(note(desk, at, file, *number))
    };
    desk.intake.received().filter_map(again).collect()
}

/// Whether the row tells of an event that began before this period and reaches into it.
fn runs_on(desk: Desk<'_>, row: &Row) -> bool {
    let first = desk.period.first_day();
    row.understood.days.as_ref().is_some_and(|days| days.first() < first && days.last() >= first)
}

fn note(desk: Desk<'_>, at: At, file: &str, number: u32) -> Note {
    (
        at,
        Finding::new(
            FindingKind::CopiedFromEarlier,
            notes::place_of_row(desk, at),
            Args::new().with("name", file).with("count", number),
        ),
    )
}
