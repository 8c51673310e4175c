//! Form, layout and institution become a workbook that a clerk likes to fill in; the register becomes a workbook, too.
//!
//! In: the form, its layout, whom the workbook is for (one institution, or all), and values that stand in it already. Out: the workbook's bytes with
//! a file name. Lists, checks, hints, colours and the guide all follow from the form. It knows nothing of files, and of
//! what comes back.

mod checks;
mod dictionaries;
mod guide;
mod names;
mod passport;
mod plan;
mod register;
mod remarks;
mod state;
mod table;
mod title;
mod value;
mod watch;
mod whose;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rust_xlsxwriter::XlsxError;

use crate::flow::{Artifact, ArtifactKind};
use crate::form::Form;
use crate::layout::Layout;
use crate::record::{FieldKey, Period, Value};
use crate::register::{Institution, ListedName};
use crate::style;
use crate::words::{Args, Language};

pub use register::register_workbook;
pub use remarks::{Remark, Spot, Weight};

use plan::Plan;

/// For whom a workbook is made.
#[derive(Debug, Clone, Copy)]
pub struct Issue<'a> {
    /// None: one workbook for all, in which each chooses its own name.
    pub institution: Option<&'a Institution>,
    /// The names that the title sheet offers. Without any, the institution's own stands there and cannot be changed.
    pub names: &'a [ListedName],
    pub period: Period,
    pub language: Language,
    /// The last day on which it is awaited, said on the title sheet.
    pub deadline: Option<Date>,
    /// The key of the workspace: by it the workbook is known to have been issued to this institution.
    pub key: Option<&'a [u8]>,
}

/// Values that stand in the workbook already: none in a new template.
///
/// The value of a dictionary field is a key, written as its label; what is no key is written as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contents {
    pub header: BTreeMap<FieldKey, Value>,
    pub rows: Vec<BTreeMap<FieldKey, Value>>,
}

/// Why a workbook could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The spreadsheet library refused: a sheet's name that Excel does not accept, too many rows or fields.
    #[error("the workbook cannot be written: {0}")]
    Workbook(#[from] XlsxError),
}

/// Makes the workbook of one institution, or the one for all.
///
/// # Errors
/// When the form asks for what a workbook cannot hold, such as a sheet's name with a slash.
pub fn workbook(form: &Form, layout: &Layout, issue: &Issue, contents: &Contents) -> Result<Artifact, Error> {
    made(&Plan::new(form, layout, issue, contents, &[]), "")
}

/// Makes the workbook in which an institution mends what it sent: its own values, coloured and noted where `remarks` are
/// about them, and a sheet that lists the remarks. Sent back, it is read as any other.
///
/// # Errors
/// As [`workbook`].
pub fn correction(
    form: &Form,
    layout: &Layout,
    issue: &Issue,
    contents: &Contents,
    remarks: &[Remark],
) -> Result<Artifact, Error> {
    let plan = Plan::new(form, layout, issue, contents, remarks);
    let suffix = format!(" ({})", plan.say("remarks-file-name"));
    made(&plan, &suffix)
}

fn made(plan: &Plan, suffix: &str) -> Result<Artifact, Error> {
    let issue = plan.issue;
    let whose = issue.institution.map_or_else(|| issue.period.name(issue.language), |one| one.called().to_owned());
    let title = format!("{} – {whose}", plan.form.form.title.get(issue.language));
    let mut book = style::new_book(&title)?;
    if !plan.remarks.is_empty() {
        remarks::write(plan, book.add_worksheet())?;
    }
    title::write(plan, book.add_worksheet())?;
    table::write(plan, book.add_worksheet())?;
    dictionaries::write(plan, book.add_worksheet())?;
    guide::write(plan, book.add_worksheet())?;
    passport::write(plan, book.add_worksheet())?;
    if !plan.names.is_empty() {
        names::write(plan, book.add_worksheet())?;
    }
    for (name, range) in plan.defined_names() {
        book.define_name(name, &format!("={range}"))?;
    }
    Ok(Artifact { kind: ArtifactKind::Template, name: file_name(plan, suffix), bytes: style::save(book)? })
}

/// «Музей – I квартал 2024 года.xlsx», for all «Шаблон за I квартал 2024 года.xlsx»; a long name is cut, the period never.
fn file_name(plan: &Plan, suffix: &str) -> String {
    const ROOM: usize = 80;
    let issue = plan.issue;
    let period = issue.period.name(issue.language);
    let Some(institution) = issue.institution else {
        let name = plan.tell("template-common-file", &Args::new().with("period", period));
        return style::file_name(&format!("{name}{suffix}"), "xlsx");
    };
    let called = institution.called().trim();
    let called = if called.is_empty() { &institution.code } else { called };
    let short = if called.chars().count() > ROOM {
        format!("{}…", called.chars().take(ROOM).collect::<String>().trim_end())
    } else {
        called.to_owned()
    };
    style::file_name(&format!("{short} – {period}{suffix}"), "xlsx")
}

#[cfg(test)]
mod tests;
