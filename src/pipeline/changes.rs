//! What changed between the files that one institution sent, from each to the next.

use std::sync::Arc;

use super::consolidate::read_one;
use super::{Error, Workspace};
use crate::check::Checker;
use crate::flow::{Answer, CheckedRow};
use crate::form::{Form, Role};
use crate::phrase::text;
use crate::read;
use crate::record::{FieldKey, ParcelId, Period};
use crate::words::{Args, Language, LocalText, Said};

/// What changed from one file to the next.
#[derive(Debug)]
pub struct Change {
    pub from: ParcelId,
    pub to: ParcelId,
    pub differences: Vec<Difference>,
}

/// One thing that changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Difference {
    Added { row: String },
    Removed { row: String },
    Changed { row: String, field: LocalText, before: String, after: String },
}

impl Difference {
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let said = match self {
            Self::Added { row } => Said::new("change-added", Args::new().with("row", row.as_str())),
            Self::Removed { row } => Said::new("change-removed", Args::new().with("row", row.as_str())),
            Self::Changed { row, field, before, after } => Said::new(
                "change-changed",
                Args::new()
                    .with("row", row.as_str())
                    .with("field", field.clone())
                    .with("before", before.as_str())
                    .with("after", after.as_str()),
            ),
        };
        said.text(language)
    }
}

/// Compares the files of `answer`, each with the one before it.
///
/// # Errors
/// When the register cannot be read.
pub fn changes(workspace: &Workspace, period: Period, answer: &Answer) -> Result<Vec<Change>, Error> {
    let (register, _) = workspace.register()?;
    let context = read::Context::new(&workspace.form, &register, period).with_key(workspace.key());
    let checker = Checker::new(&workspace.form, &register, period)?;
    let files: Vec<_> = answer
        .versions
        .iter()
        .map(|version| Ok(checker.check(read_one(workspace, &Arc::clone(&version.parcel), &context)?)))
        .collect::<Result<_, Error>>()?;
    Ok(files
        .windows(2)
        .filter_map(|pair| match pair {
            [from, to] => Some(Change {
                from: from.parcel.id.clone(),
                to: to.parcel.id.clone(),
                differences: differences(&workspace.form, &from.rows, &to.rows),
            }),
            _ => None,
        })
        .collect())
}

/// Rows are paired by what they are called, in order; what is left over was added or removed.
fn differences(form: &Form, before: &[CheckedRow], after: &[CheckedRow]) -> Vec<Difference> {
    let mut left: Vec<&CheckedRow> = before.iter().collect();
    let mut found = Vec::new();
    for row in after {
        let same = left.iter().position(|other| is_same_entry(other, row));
        match same {
            Some(index) => found.extend(changed_fields(form, left.remove(index), row)),
            None => found.push(Difference::Added { row: called(form, row) }),
        }
    }
    found.extend(left.into_iter().map(|row| Difference::Removed { row: called(form, row) }));
    found
}

fn is_same_entry(left: &CheckedRow, right: &CheckedRow) -> bool {
    let (left, right) = (&left.row, &right.row);
    if left.understood.title.key.is_empty() {
        left.id.cell == right.id.cell
    } else {
        left.understood.title.key == right.understood.title.key
    }
}

fn changed_fields(form: &Form, before: &CheckedRow, after: &CheckedRow) -> Vec<Difference> {
    let value = |row: &CheckedRow, key: &FieldKey| {
        row.row.value(key.as_str()).map(|value| text::one_line(&value.to_string())).unwrap_or_default()
    };
    form.table
        .fields
        .iter()
        .map(|field| (field, value(before, &field.key), value(after, &field.key)))
        .filter(|(_, before, after)| before != after)
        .map(|(field, old, new)| Difference::Changed {
            row: called(form, after),
            field: field.label.clone(),
            before: old,
            after: new,
        })
        .collect()
}

/// The row's title, else its number.
fn called(form: &Form, row: &CheckedRow) -> String {
    form.with_role(Role::Title)
        .and_then(|field| row.row.text(field.key.as_str()))
        .map_or_else(|| row.row.number().to_string(), |title| format!("{} – {title}", row.row.number()))
}
