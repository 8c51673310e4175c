//! The data package: tables as CSV, and `datapackage.json`, which says of every column what stands in it. Frictionless
//! *Data Package* and *Table Schema*; the form's fields keep their keys, types and constraints.
//!
//! In: the consolidated data, the form. Out: files in a folder of their own, the same for the same input. It knows nothing
//! of the report's layout.

mod columns;
mod descriptor;
mod events;
mod guard;
mod institutions;
mod schema;
mod sources;
mod table;

#[cfg(test)]
mod tests;

use self::descriptor::Package;
use super::{Error, Report, Subject};
use crate::flow::{Artifact, ArtifactKind};
use crate::words;

/// The folder of the package, beside the other artifacts. Programs look for it: it has one name in every language.
const FOLDER: &str = "data";

/// Writes the tables and what describes them; the description comes first.
///
/// # Errors
/// When a sentence of the form cannot be said.
pub fn package(subject: &Subject) -> Result<Vec<Artifact>, Error> {
    let report = Report::of(subject.data, subject.form, subject.language)?;
    let tables = [events::table(subject), sources::table(subject), institutions::table(subject)];
    let mut files = Vec::new();
    for table in &tables {
        files.push((table, table.csv()?));
    }
    let mut json = serde_json::to_vec_pretty(&Package::of(subject, &report, &files))?;
    json.push(b'\n');
    let described = Artifact { kind: ArtifactKind::Package, name: format!("{FOLDER}/datapackage.json"), bytes: json };
    let tables = files.into_iter().map(|(table, bytes)| Artifact {
        kind: ArtifactKind::Table,
        name: format!("{FOLDER}/{}", table.path()),
        bytes,
    });
    Ok(std::iter::once(described).chain(tables).collect())
}

/// The message `package-ID`.
fn say(subject: &Subject, id: &str) -> String {
    words::plain(subject.language, &format!("package-{id}"))
}
