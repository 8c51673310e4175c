//! What the workbook itself can see while one types: a row that lacks something, or that contradicts itself.
//!
//! Each watch is one expression that a spreadsheet computes for a single row (a conditional format) and for all rows at
//! once (the count on the title sheet), and the same law in Rust, for the count that stands there before anybody
//! recalculates. Products and sums stand for "and" and "or", which do not work row by row inside SUMPRODUCT.

use std::collections::BTreeMap;

use jiff::civil::Date;

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
    /// The days lie outside the period; a run of days that only touches it is right.
    Outside { start: FieldKey, end: FieldKey, words: Option<FieldKey> },
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
        if let (Some(start), Some(words)) = (start.clone(), words.clone())
            && !is_required(&start)
            && !is_required(&words)
        {
            watches.push(Self::NoDays { start, words });
        }
        if let (Some(start), Some(end)) = (start, end) {
            watches.push(Self::Reversed { start: start.clone(), end: end.clone() });
            watches.push(Self::Outside { start, end, words });
        }
        if let (Some(part), Some(whole)) = (key(Role::Foreign), key(Role::Total)) {
            watches.push(Self::Exceeds { part, whole });
        }
        watches
    }

    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Empty(_) | Self::NoDays { .. } => Kind::Missing,
            Self::Reversed { .. } | Self::Exceeds { .. } | Self::Outside { .. } => Kind::Contradiction,
        }
    }

    /// The cells that are coloured.
    pub(super) fn cells(&self) -> Vec<&FieldKey> {
        match self {
            Self::Empty(key) => vec![key],
            Self::NoDays { start: one, words: two }
            | Self::Reversed { start: one, end: two }
            | Self::Outside { start: one, end: two, .. }
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
            Self::Outside { start, end, words } => {
                let day = |day: Date| format!("DATE({},{},{})", day.year(), day.month(), day.day());
                let (first, last) = (day(period.start), day(period.end));
                let alone = format!("{}{}", empty(&cell(end)), also_empty(words.as_ref(), &cell));
                let begins = format!("{}*(({1}>{last})+({1}<{first})*{alone})", number(start), cell(start));
                format!("(({begins}+{}*({}<{first}))>0)", number(end), cell(end))
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
            Self::Outside { start, end, words } => {
                let alone = is_empty(end) && words.as_ref().is_none_or(is_empty);
                day(start).is_some_and(|start| start > period.end || (start < period.start && alone))
                    || day(end).is_some_and(|end| end < period.start)
            }
        }
    }
}

fn also_empty(key: Option<&FieldKey>, cell: impl Fn(&FieldKey) -> String) -> String {
    key.map(|key| format!("*{}", empty(&cell(key)))).unwrap_or_default()
}

/// The expression that a cell holds nothing that one can see.
pub(super) fn empty(cell: &str) -> String {
    format!("(LEN(TRIM({cell}))=0)")
}

/// The expression, over whole columns, that a row has anything in it.
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
