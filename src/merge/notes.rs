//! What merging itself has to say about rows and files: findings that no single file shows. In: findings by row. Out: all
//! findings, those of check among them, by file and place.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Desk;
use super::intake::{At, File, Part};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::FileState;
use crate::form::Role;
use crate::record::FieldKey;
use crate::words::Args;

/// A finding of merge about a row.
pub(super) type Note = (At, Finding);

/// The findings of merge, by row.
#[derive(Default)]
pub(super) struct Notes(BTreeMap<At, Vec<Finding>>);

impl Notes {
    pub(super) fn extend(&mut self, notes: impl IntoIterator<Item = Note>) {
        for (at, finding) in notes {
            self.0.entry(at).or_default().push(finding);
        }
    }

    pub(super) fn of_row(&self, at: At) -> impl Iterator<Item = &Finding> {
        self.0.get(&at).into_iter().flatten()
    }

    pub(super) fn of_file(&self, file: usize) -> impl Iterator<Item = &Finding> {
        self.0.iter().filter(move |(at, _)| at.file == file).flat_map(|(_, findings)| findings)
    }

    /// Every finding, by arrival of the file, then by sheet and cell; what is said of a file as a whole stands first.
    pub(super) fn all_findings(&self, desk: Desk<'_>) -> Vec<Finding> {
        desk.intake
            .files()
            .flat_map(|(at, file)| match &file.part {
                Part::Received(FileState::Replaced) => replaced(desk, file),
                Part::Received(FileState::SetAside(_)) => set_aside(file),
                _ => self.of(at, file),
            })
            .collect()
    }

    fn of(&self, at: usize, file: &File) -> Vec<Finding> {
        let mut findings: Vec<Finding> = file.checked.all_findings().chain(self.of_file(at)).cloned().collect();
        findings.sort_by_key(|finding| {
            let cell = finding.place.cell.map(|cell| (cell.row, cell.col));
            (finding.place.sheet.clone(), cell, finding.place.field.clone())
        });
        findings
    }
}

/// What remains to be said of a file that a newer one replaced: that it was. Its own findings have been answered.
fn replaced(desk: Desk<'_>, old: &File) -> Vec<Finding> {
    let institution = old.checked.known.institution.as_ref();
    let newer = desk
        .intake
        .files()
        .map(|(_, file)| file)
        .find(|file| file.part.counts() && file.checked.known.institution.as_ref() == institution);
    let parcel = &old.checked.parcel;
    let place = Place { institution: institution.cloned(), ..Place::file(&parcel.id, &parcel.name) };
    let name = newer.map(|newer| newer.checked.parcel.name.to_string()).unwrap_or_default();
    vec![Finding::new(FindingKind::ReplacedFile, place, Args::new().with("name", name))]
}

/// What remains to be said of a file that a person set aside: who, when and why.
fn set_aside(file: &File) -> Vec<Finding> {
    file.checked.findings.iter().filter(|finding| finding.kind == FindingKind::FileSetAside).cloned().collect()
}

/// The place of a row's field, or of the row where the field has no cell.
pub(super) fn place(desk: Desk<'_>, at: At, key: Option<&FieldKey>) -> Place {
    let row = desk.intake.row(at);
    let datum = key.and_then(|key| row.fields.get(key));
    Place {
        file: Some(Arc::clone(&desk.intake.file(at).checked.parcel.name)),
        institution: desk.intake.institution(at).cloned(),
        field: key.cloned(),
        ..Place::of(datum.map_or(&row.id, |datum| &datum.origin))
    }
}

/// The place where a row says what it is about.
pub(super) fn place_of_row(desk: Desk<'_>, at: At) -> Place {
    place(desk, at, desk.form.with_role(Role::Title).map(|field| &field.key))
}

/// Whose row it is: the institution's short name, else the file's name.
pub(super) fn sender(desk: Desk<'_>, at: At) -> String {
    let institution = desk.intake.institution(at).and_then(|code| desk.register.by_code(code));
    institution.map_or_else(
        || desk.intake.file(at).checked.parcel.name.to_string(),
        |institution| institution.called().to_owned(),
    )
}
