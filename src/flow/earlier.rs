//! What earlier periods have to say in this one: events that run on, and rows that were sent before.

use std::sync::Arc;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{Acceptances, Checked, FilePrint, Proof, Row, Standing};
use crate::form::{Form, Role};
use crate::phrase::dates::Days;
use crate::phrase::text;
use crate::record::Period;

/// A file of an earlier period, with those of its rows alone that run on into this one.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    pub period: Period,
    pub checked: Checked,
}

impl Earlier {
    /// Its rows that are in order, and those that people took as they are; what was found of them was said in their own period.
    #[must_use]
    pub fn taken(mut self, acceptances: &Acceptances) -> Option<Self> {
        self.checked.accept(acceptances);
        self.checked.rows.retain(|row| row.standing == Standing::Accepted);
        for row in &mut self.checked.rows {
            row.findings.clear();
        }
        (!self.checked.rows.is_empty()).then_some(self)
    }
}

/// What is kept in mind of a file, so that later periods need not read it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Digest {
    pub institution: Option<Arc<str>>,
    /// As [`Checked::usable`].
    pub usable: bool,
    pub proof: Proof,
    /// As [`Checked::sender`].
    pub sender: Option<String>,
    pub print: FilePrint,
    pub rows: Vec<RowDigest>,
}

/// What is kept in mind of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowDigest {
    /// On its sheet, as people count.
    pub number: u32,
    /// Everything that the row says besides its days, as a fingerprint; `None` where it says no more than a title.
    pub said: Option<u64>,
    /// Its last day, where it gives days. A row that was refused may have been taken as it is, or still be.
    pub until: Option<Date>,
}

impl Digest {
    #[must_use]
    pub fn of(checked: &Checked, form: &Form) -> Self {
        let row = |row: &super::CheckedRow| RowDigest {
            number: row.row.number(),
            said: said(&row.row, form),
            until: row.row.understood.days.as_ref().map(Days::last),
        };
        Self {
            institution: checked.known.institution.clone(),
            usable: checked.usable,
            proof: checked.known.proof,
            sender: checked.sender.clone(),
            print: FilePrint::of(checked),
            rows: checked.rows.iter().map(row).collect(),
        }
    }

    /// Whether some of its rows last until `day` or longer.
    #[must_use]
    pub fn reaches(&self, day: Date) -> bool {
        self.rows.iter().any(|row| row.until.is_some_and(|until| until >= day))
    }
}

/// The fingerprint of all that a row says besides its days and its number: case, spaces and quotation marks aside. A title
/// alone, and what stands in lists, is said again every month without anybody copying.
#[must_use]
pub fn said(row: &Row, form: &Form) -> Option<u64> {
    let days = [Role::Start, Role::End, Role::DatesText];
    let fields = form.table.fields.iter().filter(|field| !field.role.is_some_and(|role| days.contains(&role)));
    let given: Vec<_> = fields.filter_map(|field| Some((field, row.value(field.key.as_str())?))).collect();
    given.iter().find(|(field, _)| field.is_long_text() && field.role != Some(Role::Title))?;
    let mut hash = Sha256::new();
    for (field, value) in given {
        hash.update(field.key.as_str());
        hash.update([0]);
        hash.update(text::fold(&value.to_string()));
        hash.update([0]);
    }
    Some(hash.finalize().iter().take(8).fold(0, |print, byte| print << 8 | u64::from(*byte)))
}
