//! What does not reach the report, with the reasons: rows refused for errors of their own, rows that wait for what is wrong
//! with their file, and files that no answer is made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Desk;
use super::intake::{At, Fate, Part};
use crate::finding::Finding;
use crate::flow::{Checked, ParcelCard, RefusedRow, WaitingRow};
use crate::record::FieldKey;

/// Refused and waiting rows, by arrival of their files, then by cell.
pub(super) fn leftover(desk: Desk<'_>) -> (Vec<RefusedRow>, Vec<WaitingRow>) {
    let (mut refused, mut waiting) = (Vec::new(), Vec::new());
    for (at, fate) in desk.intake.received() {
        let source = desk.intake.source(at);
        let values = values(desk, at);
        match fate {
            Fate::InReport => {}
            Fate::Refused => {
                let findings = desk.intake.checked_row(at).findings.clone();
                refused.push(RefusedRow { source, values, findings });
            }
            Fate::Waits => {
                let findings = reasons(&desk.intake.file(at).checked);
                waiting.push(WaitingRow { source, values, findings });
            }
        }
    }
    (refused, waiting)
}

/// Files that no institution's answer is made from, by arrival; those that were replaced are not among them.
pub(super) fn unusable(desk: Desk<'_>) -> Vec<(Arc<ParcelCard>, Vec<Finding>)> {
    let apart = desk.intake.files().filter(|file| file.part == Part::Apart).map(|file| &file.checked);
    apart.map(|checked| (Arc::clone(&checked.parcel), checked.all_findings().cloned().collect())).collect()
}

/// What keeps the rows of a file waiting: its errors, or, where it has none, everything that was found about it.
fn reasons(file: &Checked) -> Vec<Finding> {
    let errors: Vec<Finding> = file.findings.iter().filter(|finding| finding.is_error()).cloned().collect();
    if errors.is_empty() { file.findings.clone() } else { errors }
}

fn values(desk: Desk<'_>, at: At) -> BTreeMap<FieldKey, String> {
    desk.intake.checked_row(at).as_received()
}
