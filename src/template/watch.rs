//! What the workbook itself can see while one types: a row that lacks something, or that contradicts itself.
//!
//! Each watch is one expression that a spreadsheet computes for a single row (a conditional format) and for all rows at
//! once (the count on the title sheet), and the same law in Rust, for the count that stands there before anybody
//! recalculates. Products and sums stand for "and" and "or", which do not work row by row inside SUMPRODUCT.

use std::collections::BTreeMap;

use crate::form::{Form, Role};
use crate::record::{FieldKey, Interval, Value};

pub(super) type Row = BTreeMap<FieldKey, Value>;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Missing,
    Contradiction,
}

/// One thing that is watched in every row that has anything in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Watch {
    /// A required cell is empty.
    Empty(FieldKey),
    /// Neither the first day nor the days in words are given.
    NoDays { start: FieldKey, words: FieldKey },
    /// The last day stands before the first.
    Reversed { start: FieldKey, end: FieldKey },
    /// The part is larger than the whole.
    Exceeds { part: FieldKey, whole: FieldKey },
    /// A single day that lies before the period.
    TooEarly { start: FieldKey, end: FieldKey },
}

impl Watch {
    /// What follows from the form's constraints and roles.
    pub(super) fn of(form: &Form) -> Vec<Self> {
        let key = |role| form.with_role(role).map(|field| field.key.clone());
        let (start, end, words) = (key(Role::Start), key(Role::End), key(Role::DatesText));
        let mut watches: Vec<Self> = form
            .table
            .fields
            .iter()
            .filter(|field| field.required())
            .map(|field| Self::Empty(field.key.clone()))
            .collect();
        let is_required = |key: &FieldKey| watches.contains(&Self::Empty(key.clone()));
        if let (Some(start), Some(words)) = (start.clone(), words)
            && !is_required(&start)
            && !is_required(&words)
        {
            watches.push(Self::NoDays { start, words });
        }
        if let (Some(start), Some(end)) = (start, end) {
            watches.push(Self::Reversed { start: start.clone(), end: end.clone() });
            watches.push(Self::TooEarly { start, end });
        }
        if let (Some(part), Some(whole)) = (key(Role::Foreign), key(Role::Total)) {
            watches.push(Self::Exceeds { part, whole });
        }
        watches
    }

    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Empty(_) | Self::NoDays { .. } => Kind::Missing,
            Self::Reversed { .. } | Self::Exceeds { .. } | Self::TooEarly { .. } => Kind::Contradiction,
        }
    }

    /// The cells that are coloured.
    pub(super) fn cells(&self) -> Vec<&FieldKey> {
        match self {
            Self::Empty(key) | Self::TooEarly { start: key, .. } => vec![key],
            Self::NoDays { start: one, words: two }
            | Self::Reversed { start: one, end: two }
            | Self::Exceeds { part: one, whole: two } => vec![one, two],
        }
    }

    /// The expression: 1 or TRUE where it is so. `cell` names the cell, or the column, of a field.
    pub(super) fn expression(&self, period: Interval, cell: impl Fn(&FieldKey) -> String) -> String {
        let number = |key: &FieldKey| format!("ISNUMBER({})", cell(key));
        match self {
            Self::Empty(key) => empty(&cell(key)),
            Self::NoDays { start, words } => format!("{}*{}", empty(&cell(start)), empty(&cell(words))),
            Self::Reversed { start, end } => {
                format!("{}*{}*({}<{})", number(start), number(end), cell(end), cell(start))
            }
            Self::Exceeds { part, whole } => {
                format!("{}*{}*({}>{})", number(part), number(whole), cell(part), cell(whole))
            }
            Self::TooEarly { start, end } => {
                let day = period.start;
                let first = format!("DATE({},{},{})", day.year(), day.month(), day.day());
                format!("{}*{}*({}<{first})", number(start), empty(&cell(end)), cell(start))
            }
        }
    }

    /// The same law, for a row whose values are known.
    pub(super) fn holds(&self, period: Interval, row: &Row) -> bool {
        let is_empty = |key: &FieldKey| !row.get(key).is_some_and(is_filled);
        let day = |key: &FieldKey| row.get(key).and_then(Value::as_date);
        let count = |key: &FieldKey| row.get(key).and_then(Value::as_integer);
        match self {
            Self::Empty(key) => is_empty(key),
            Self::NoDays { start, words } => is_empty(start) && is_empty(words),
            Self::Reversed { start, end } => day(start).zip(day(end)).is_some_and(|(start, end)| end < start),
            Self::Exceeds { part, whole } => count(part).zip(count(whole)).is_some_and(|(part, whole)| part > whole),
            Self::TooEarly { start, end } => is_empty(end) && day(start).is_some_and(|start| start < period.start),
        }
    }
}

/// The expression that a cell holds nothing that one can see.
pub(super) fn empty(cell: &str) -> String {
    format!("(LEN(TRIM({cell}))=0)")
}

/// The expression that a row has anything in it.
pub(super) fn used<'a>(keys: impl Iterator<Item = &'a FieldKey>, cell: impl Fn(&FieldKey) -> String) -> String {
    let lengths: Vec<String> = keys.map(|key| format!("LEN({})", cell(key))).collect();
    format!("(({})>0)", lengths.join("+"))
}

/// Whether a value says anything.
pub(super) fn is_filled(value: &Value) -> bool {
    value.as_text().is_none_or(|text| !text.trim().is_empty())
}

/// Whether a row has anything in it.
pub(super) fn is_used(row: &Row) -> bool {
    row.values().any(|value| value.as_text() != Some(""))
}
