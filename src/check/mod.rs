//! submission + form → typed rows, and what is wrong with them.
//!
//! In: a [`Reading`] of raw cells. Out: a [`Checked`]: typed values, what was understood of them by the roles of their
//! fields, each row accepted, refused or waiting, and every finding. It knows nothing of files and workbooks, of other
//! submissions, or of what becomes of the rows.
//!
//! The laws:
//! - a row with an error of its own is refused;
//! - an error that the reader found, or a title sheet that contradicts the table, holds all rows of the file: they wait;
//! - whatever was inferred is said, and a number is never invented.

mod amend;
mod bounds;
mod cells;
mod content;
mod dates;
mod draft;
mod numbers;
mod partners;
mod people;
mod personal;
mod places;
mod repeats;
mod row;
mod rules;
mod signs;
mod title_sheet;
mod vocabulary;
mod written;

use std::collections::BTreeMap;

use rayon::prelude::*;
use regex::Regex;

use crate::flow::{Checked, CheckedRow, Known, Reading, Standing};
use crate::form::Form;
use crate::phrase::places::Home;
use crate::record::{FieldKey, Period};
use crate::register::Register;

use draft::Scene;
use rules::Rulebook;
use signs::Signs;
use vocabulary::Vocabulary;

/// Why a form cannot be checked against: the form is at fault, not the data.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule is no expression of CEL, or cannot be worked out on values of its fields' types.
    #[error("the rule {code} of the form cannot be used: {reason}")]
    Rule { code: String, reason: String },
    /// A rule's sentence is no Fluent pattern.
    #[error("the message of the rule {code} of the form cannot be said: {reason}")]
    Message { code: String, reason: String },
    /// A `pattern` is no regular expression.
    #[error("the pattern of the field {field} cannot be used: {reason}")]
    Pattern { field: String, reason: String },
    /// A field names a dictionary that the form does not have.
    #[error("the field {field} takes its values from «{dictionary}», which the form does not have")]
    Dictionary { field: String, dictionary: String },
}

/// Checks submissions against one form, for one period. Made once; files may be checked in parallel.
#[derive(Debug)]
pub struct Checker {
    form: Form,
    register: Register,
    period: Period,
    home: Home,
    vocabularies: BTreeMap<String, Vocabulary>,
    patterns: BTreeMap<FieldKey, Regex>,
    kinds: Signs,
    units: Signs,
    rules: Rulebook,
}

impl Checker {
    /// Compiles the form: dictionaries, patterns and rules.
    ///
    /// # Errors
    /// When a rule, a message, a pattern or a dictionary of the form cannot be used.
    pub fn new(form: &Form, register: &Register, period: Period) -> Result<Self, Error> {
        let fields = || form.header.iter().chain(&form.table.fields);
        for field in fields() {
            if let Some(dictionary) = field.dictionary.as_ref().filter(|name| !form.dictionaries.contains_key(*name)) {
                return Err(Error::Dictionary { field: field.key.to_string(), dictionary: dictionary.clone() });
            }
        }
        let signs = |name: &str| form.dictionaries.get(name).map(Signs::of).unwrap_or_default();
        let unit_dictionary = form.with_role(crate::form::Role::Unit).and_then(|field| field.dictionary.as_deref());
        Ok(Self {
            home: form.region.home(),
            vocabularies: form.dictionaries.iter().map(|(name, words)| (name.clone(), Vocabulary::of(words))).collect(),
            patterns: bounds::patterns(fields())?,
            kinds: signs("kinds"),
            units: unit_dictionary.map(signs).unwrap_or_default(),
            rules: Rulebook::of(form, period)?,
            form: form.clone(),
            register: register.clone(),
            period,
        })
    }

    /// Checks one submission. Never stops at the first finding.
    #[must_use]
    pub fn check(&self, reading: Reading) -> Checked {
        let Reading { parcel, submission, presumed, sender, mut findings } = reading;
        let Some(submission) = submission else {
            return Checked {
                parcel,
                known: Known { institution: presumed, ..Known::default() },
                nil: false,
                header: BTreeMap::new(),
                unread: BTreeMap::new(),
                rows: Vec::new(),
                findings,
                usable: false,
                sender,
            };
        };
        let scene = Scene::of(&parcel, &submission, self.period);
        let title = title_sheet::check(self, &scene, &submission, &findings);
        findings.extend(title.findings);
        let absent = title_sheet::missing_columns(&findings);
        let values = rules::values(&title.header);
        let mut rows: Vec<CheckedRow> =
            submission.rows.into_par_iter().map(|raw| row::check(self, &scene, &raw, &absent, &values)).collect();
        repeats::mark(&scene, &mut rows);
        for row in &mut rows {
            row.standing = match row.findings.iter().any(crate::finding::Finding::is_error) {
                true => Standing::Refused,
                false if title.holds_rows => Standing::Waiting,
                false => Standing::Accepted,
            };
        }
        Checked {
            parcel,
            known: title.known,
            nil: title.nil,
            header: title.header,
            unread: title.unread,
            rows,
            findings,
            usable: title.usable,
            sender,
        }
    }
}

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod seed_tests;
#[cfg(test)]
mod tests;
