//! `datapackage.json`: the shapes of the standard.
//!
//! In: the tables and their bytes. Out: what is written about them. No day of making: it would be the clock's.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::super::{Report, Subject};
use super::say;
use super::schema::Schema;
use super::table::Table;

/// The package.
#[derive(Serialize)]
pub(super) struct Package<'a> {
    profile: &'static str,
    name: String,
    title: String,
    description: String,
    /// The form and its version, the period and the language of titles: for whoever puts many packages together.
    form: &'a str,
    form_version: u32,
    period: String,
    language: &'static str,
    resources: Vec<Resource<'a>>,
}

/// A table.
#[derive(Serialize)]
struct Resource<'a> {
    profile: &'static str,
    name: &'static str,
    path: String,
    title: &'a str,
    description: &'a str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    dialect: Dialect,
    schema: &'a Schema,
}

/// How the table is written: RFC 4180.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Dialect {
    delimiter: char,
    quote_char: char,
    double_quote: bool,
    line_terminator: &'static str,
    header: bool,
}

impl<'a> Package<'a> {
    pub(super) fn of(subject: &Subject<'a>, report: &Report, files: &'a [(&'a Table, Vec<u8>)]) -> Self {
        let form = &subject.form.form;
        let period = subject.data.period.to_string();
        Self {
            profile: "tabular-data-package",
            name: format!("{}-{}", form.id, period.to_lowercase()),
            title: report.title.join(" "),
            description: say(subject, "told"),
            form: &form.id,
            form_version: form.version,
            period,
            language: subject.language.code(),
            resources: files.iter().map(|(table, bytes)| Resource::of(table, bytes)).collect(),
        }
    }
}

impl<'a> Resource<'a> {
    fn of(table: &'a Table, bytes: &[u8]) -> Self {
        Self {
            profile: "tabular-data-resource",
            name: table.name,
            path: table.path(),
            title: &table.title,
            description: &table.description,
            format: "csv",
            mediatype: "text/csv",
            encoding: "utf-8",
            bytes: bytes.len(),
            hash: format!("sha256:{}", data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))),
            dialect: Dialect {
                delimiter: ',',
                quote_char: '"',
                double_quote: true,
                line_terminator: "\r\n",
                header: true,
            },
            schema: &table.schema,
        }
    }
}
