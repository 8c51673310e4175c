//! Events, before they have their places in the report: one for each group of rows that are one event, and one for every
//! other accepted row.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{self, Dispute};
use super::intake::At;
use super::notes::{Note, Notes};
use super::{Desk, corrections, lead, understood};
use crate::finding::Finding;
use crate::flow::{Event, KeptCorrection, MergedField, Row, RowId, Understood};
use crate::record::FieldKey;

/// An event without a number.
pub(super) struct Draft {
    /// The lead first.
    pub(super) rows: Vec<At>,
    pub(super) section: Option<String>,
    pub(super) fields: BTreeMap<FieldKey, MergedField>,
    /// Fields that the coordinator cleared.
    pub(super) cleared: BTreeMap<FieldKey, MergedField>,
    pub(super) understood: Understood,
    /// What merging its rows has to say.
    pub(super) notes: Vec<Note>,
    pub(super) disputes: Vec<Dispute>,
    /// What is said of the coordinator's corrections: no institution's affair.
    pub(super) remarks: Vec<Finding>,
    /// The coordinator's corrections of this event.
    pub(super) kept: Vec<KeptCorrection>,
}

/// The events of all accepted rows. Rows that a group names twice, or that were not accepted, are in no group.
pub(super) fn drafts(desk: Desk<'_>, clusters: &[Vec<RowId>]) -> Vec<Draft> {
    let by_id = desk.intake.by_id();
    let mut placed: BTreeSet<At> = BTreeSet::new();
    let mut groups: Vec<Vec<At>> = Vec::new();
    for cluster in clusters {
        let rows: Vec<At> =
            cluster.iter().filter_map(|id| by_id.get(id).copied()).filter(|at| placed.insert(*at)).collect();
        if !rows.is_empty() {
            groups.push(lead::lead_first(desk, &rows));
        }
    }
    groups.extend(desk.intake.accepted().filter(|at| !placed.contains(at)).map(|at| vec![at]));
    groups.into_iter().map(|rows| draft(desk, rows)).collect()
}

fn draft(desk: Desk<'_>, rows: Vec<At>) -> Draft {
    let merged = fields::merge(desk, &rows);
    let all: Vec<&Row> = rows.iter().map(|at| desk.intake.row(*at)).collect();
    let mut draft = Draft {
        section: None,
        understood: understood::merge(&all, &fields::chosen(desk, &rows)),
        fields: merged.fields,
        cleared: BTreeMap::new(),
        notes: merged.notes,
        disputes: merged.disputes,
        remarks: Vec::new(),
        kept: Vec::new(),
        rows,
    };
    corrections::apply(desk, &mut draft);
    let section = desk.form.report.group_by.as_ref().and_then(|key| draft.fields.get(key));
    draft.section = section.map(|field| field.value.to_string());
    draft
}

impl Draft {
    /// The row that leads.
    pub(super) fn lead(&self) -> Option<At> {
        self.rows.first().copied()
    }

    pub(super) fn into_event(self, desk: Desk<'_>, number: u32, notes: &Notes) -> Event {
        let findings = self.rows.iter().flat_map(|at| {
            let own = desk.intake.checked_row(*at).findings.iter();
            own.chain(notes.of_row(*at)).cloned()
        });
        Event {
            number,
            carried_from: self.lead().and_then(|at| desk.intake.file(at).carried_from()),
            findings: findings.chain(self.remarks).collect(),
            rows: self.rows.iter().map(|at| desk.intake.source(*at)).collect(),
            section: self.section,
            fields: self.fields,
            cleared: self.cleared,
            understood: self.understood,
        }
    }
}
