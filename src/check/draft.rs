//! A row in the making: its raw cells, what was made of them so far, and a way to say a finding in the right place.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::Checker;
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{Entry, ParcelCard, RawCell, RawRow, Submission, Understood};
use crate::form::{Field, Role};
use crate::phrase::text;
use crate::record::{CellRef, Datum, FieldKey, Origin, Period};
use crate::words::{Args, Language, LocalText};

/// Longest piece of a cell that is quoted in a finding, in characters.
const QUOTE: usize = 80;

/// The file that the rows are in.
pub(super) struct Scene {
    file: Arc<str>,
    institution: Option<Arc<str>>,
    /// Day of receipt.
    pub(super) received: Date,
    /// The file's own period: one that was filled in for another quarter is wrong once, not in every row.
    pub(super) period: Period,
    /// Columns of the file, as far as any row has a cell in them.
    columns: BTreeMap<FieldKey, u16>,
}

impl Scene {
    pub(super) fn of(card: &ParcelCard, submission: &Submission, collected: Period) -> Self {
        let cells = submission.rows.iter().flat_map(|row| &row.cells);
        Self {
            columns: cells.map(|(key, cell)| (key.clone(), cell.origin.cell.col)).collect(),
            file: Arc::clone(&card.name),
            institution: submission.known.institution.clone(),
            received: card.received.date(),
            period: submission.known.period.unwrap_or(collected),
        }
    }

    /// The scene of an event that was merged: it has no file of its own.
    pub(super) fn of_entry(entry: &Entry<'_>, collected: Period) -> Self {
        Self {
            columns: BTreeMap::new(),
            file: Arc::from(""),
            institution: None,
            received: entry.received,
            period: collected,
        }
    }

    pub(super) fn institution(&self) -> Option<Arc<str>> {
        self.institution.clone()
    }

    /// The place of a cell of this file.
    pub(super) fn place(&self, origin: &Origin, field: Option<&FieldKey>) -> Place {
        Place {
            file: Some(Arc::clone(&self.file)),
            institution: self.institution.clone(),
            field: field.cloned(),
            ..Place::of(origin)
        }
    }
}

/// A row that is being checked.
pub(super) struct Draft<'a> {
    pub(super) checker: &'a Checker,
    pub(super) scene: &'a Scene,
    pub(super) raw: &'a RawRow,
    pub(super) fields: BTreeMap<FieldKey, Datum>,
    pub(super) understood: Understood,
    pub(super) findings: Vec<Finding>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(checker: &'a Checker, scene: &'a Scene, raw: &'a RawRow) -> Self {
        Self { checker, scene, raw, fields: BTreeMap::new(), understood: Understood::default(), findings: Vec::new() }
    }

    /// The form's field of that role.
    pub(super) fn field(&self, role: Role) -> Option<&'a Field> {
        self.checker.form.with_role(role)
    }

    pub(super) fn cell(&self, field: &Field) -> Option<&'a RawCell> {
        self.raw.cells.get(&field.key)
    }

    /// The typed value of the field of that role.
    pub(super) fn datum(&self, role: Role) -> Option<&Datum> {
        self.fields.get(&self.field(role)?.key)
    }

    /// The typed text of the field of that role.
    pub(super) fn text(&self, role: Role) -> Option<&str> {
        self.datum(role)?.value.as_text()
    }

    /// The typed texts of the fields of those roles.
    pub(super) fn texts<'s>(&'s self, roles: &'s [Role]) -> impl Iterator<Item = &'s str> {
        roles.iter().filter_map(|role| self.text(*role))
    }

    /// Whether the field of that role has an error of its own.
    pub(super) fn is_misread(&self, role: Role) -> bool {
        let Some(field) = self.field(role) else { return false };
        self.findings.iter().any(|finding| finding.is_error() && finding.place.field.as_ref() == Some(&field.key))
    }

    /// Says a finding at the field's cell, be it empty, else at the row; `field` is among its arguments.
    pub(super) fn say(&mut self, code: FindingKind, field: &Field, args: Args) -> &mut Finding {
        let place = match (self.cell(field), self.scene.columns.get(&field.key)) {
            (Some(cell), _) => self.scene.place(&cell.origin, Some(&field.key)),
            // The empty cell itself, where another row shows its column.
            (None, Some(col)) => {
                let cell = CellRef::new(self.raw.origin.cell.row, *col);
                self.scene.place(&Origin { cell, ..self.raw.origin.clone() }, Some(&field.key))
            }
            (None, None) => self.scene.place(&self.raw.origin, Some(&field.key)),
        };
        self.findings.push(Finding::new(code, place, args.with("field", field.label.clone())));
        let last = self.findings.len() - 1;
        &mut self.findings[last]
    }
}

/// A piece of text to be quoted: one line, not too long.
pub(super) fn quote(said: &str) -> String {
    let line = text::one_line(said);
    match line.char_indices().nth(QUOTE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}

/// Words in every language.
pub(super) fn local(say: impl Fn(Language) -> String) -> LocalText {
    LocalText::Each { ru: Some(say(Language::Ru)), en: Some(say(Language::En)) }
}

/// A message in every language.
pub(super) fn message(id: &str, args: &Args) -> LocalText {
    local(|language| crate::words::text(language, id, args))
}

/// The advice "did you mean", or nothing.
pub(super) fn hint(label: Option<&LocalText>) -> LocalText {
    match label {
        Some(label) => message("finding-hint", &Args::new().with("understood", label.clone())),
        None => LocalText::default(),
    }
}
