//! What does not reach the report, with the reasons: rows refused for errors of their own, rows that wait for what is wrong
//! with their file, and files that no answer is made from.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Desk;
use super::intake::{At, Fate, File, Part};
use crate::finding::Finding;
use crate::flow::{AcceptedRow, Checked, FileState, ParcelCard, RefusedRow, RowPrint, WaitingRow};
use crate::record::FieldKey;

/// Rows that are not in the report, and rows that are there in spite of their errors; by arrival of their files, then by
/// cell.
#[derive(Default)]
pub(super) struct Leftover {
    pub(super) refused: Vec<RefusedRow>,
    pub(super) waiting: Vec<WaitingRow>,
    pub(super) accepted: Vec<AcceptedRow>,
}

pub(super) fn leftover(desk: Desk<'_>) -> Leftover {
    let mut leftover = Leftover::default();
    // Said once for all rows of a file, of which there may be a hundred thousand.
    let reasons: BTreeMap<usize, Arc<[Finding]>> =
        desk.intake.files().map(|(at, file)| (at, reasons(&file.checked))).collect();
    for (at, fate) in desk.intake.received() {
        let row = desk.intake.checked_row(at);
        let (source, values, print) = (desk.intake.source(at), values(desk, at), print(desk, at));
        match fate {
            Fate::InReport => {
                let findings = row.findings.clone();
                let accepted = row.accepted.clone();
                leftover.accepted.extend(accepted.map(|acceptance| AcceptedRow {
                    source,
                    values,
                    findings,
                    acceptance,
                }));
            }
            Fate::Refused => {
                let findings = row.findings.clone();
                leftover.refused.push(RefusedRow { source, values, findings, print });
            }
            Fate::Waits => {
                let findings = reasons.get(&at.file).cloned().unwrap_or_else(|| Arc::new([]));
                leftover.waiting.push(WaitingRow { source, values, findings, print });
            }
        }
    }
    leftover
}

/// By what a row may be taken as it is: not where it is open whose it is, or whether its file is an answer.
fn print(desk: Desk<'_>, at: At) -> Option<RowPrint> {
    let institution = desk.intake.institution(at).filter(|_| desk.intake.file(at).part.counts())?;
    Some(RowPrint { institution: institution.to_string(), print: desk.intake.checked_row(at).print() })
}

/// Files that no institution's answer can be made from, by arrival, with what was found about the file; those that were
/// replaced, are held or set aside are not among them. What was found in their rows stands with the rows.
pub(super) fn unusable(desk: Desk<'_>) -> Vec<(Arc<ParcelCard>, Vec<Finding>)> {
    let is_unusable = |file: &File| file.part == Part::Received(FileState::Unusable);
    let unusable = desk.intake.files().map(|(_, file)| file).filter(|file| is_unusable(file)).map(|file| &file.checked);
    unusable.map(|checked| (Arc::clone(&checked.parcel), checked.findings.clone())).collect()
}

/// What keeps the rows of a file waiting: its errors, or, where it has none, everything that was found about it.
fn reasons(file: &Checked) -> Arc<[Finding]> {
    let errors: Vec<Finding> = file.findings.iter().filter(|finding| finding.is_error()).cloned().collect();
    if errors.is_empty() { file.findings.as_slice().into() } else { errors.into() }
}

fn values(desk: Desk<'_>, at: At) -> BTreeMap<FieldKey, Arc<str>> {
    desk.intake.checked_row(at).as_received()
}
