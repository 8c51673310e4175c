//! One file, looked at by itself: inside a workspace, or with nothing but a form.

use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

use super::unfolder::Unfolder;
use super::{Error, Orders, Workspace, archive, load_form};
use crate::check::Checker;
use crate::finding::{Code, Finding};
use crate::flow::{Checked, Parcel, ParcelCard, Reading, Standing};
use crate::form::{self, Form};
use crate::read::{Book, Refusal};
use crate::record::Period;
use crate::register::Register;
use crate::{collect, outside, read};

/// Which form a file is looked at with.
#[derive(Debug)]
pub enum FormSource<'a> {
    Workspace(&'a Workspace),
    /// A file, or the id of one of svod's own forms.
    Named(&'a str),
    /// The one of svod's own forms that understands most of it.
    Any,
}

/// What was seen in a file.
#[derive(Debug)]
pub struct Inspected {
    pub form: Form,
    pub checked: Checked,
}

/// Reads and checks one file. Without a period, the file's own is believed.
///
/// # Errors
/// When the file cannot be read from the disk, or the form is not sound. What is wrong with the file is in its findings.
pub fn inspect(path: &Path, source: &FormSource<'_>, period: Option<Period>) -> Result<Inspected, Error> {
    let parcel = only_file(parcel(path)?);
    let file = |unfolder: &Unfolder| -> Result<File, Error> {
        let wrapped = archive::reading(&parcel);
        Ok(File { card: Arc::clone(&parcel.card), wrapped, unfolded: unfolder.unfold(&parcel.bytes)? })
    };
    let alone = || file(&Unfolder::new(Orders::default()));
    match source {
        FormSource::Workspace(workspace) => {
            let (register, _) = workspace.register()?;
            look(&file(&workspace.unfolder)?, workspace.form.clone(), Some(&register), period)
        }
        FormSource::Named(name) => look(&alone()?, load_form(name, &outside::current_folder()?)?, None, period),
        FormSource::Any => {
            let file = alone()?;
            let mut best: Option<Inspected> = None;
            for id in form::builtin_ids() {
                let seen = look(&file, load_form(id, Path::new("."))?, None, period)?;
                if best.as_ref().is_none_or(|best| understood(&seen) > understood(best)) {
                    best = Some(seen);
                }
            }
            best.ok_or_else(|| Error::UnknownForm { name: String::new() })
        }
    }
}

/// A file and what is in it.
struct File {
    card: Arc<ParcelCard>,
    /// What is said of it when it is an archive or a letter.
    wrapped: Option<Reading>,
    unfolded: Result<Book, Refusal>,
}

/// How much of a file a form understands: how many rows it has, and then how little is wrong with them.
fn understood(inspected: &Inspected) -> (usize, Reverse<usize>) {
    (inspected.checked.rows.len(), Reverse(inspected.checked.all_findings().count()))
}

fn parcel(path: &Path) -> Result<Parcel, Error> {
    let bytes = outside::read(path)?;
    let name: Arc<str> = path.file_name().map_or_else(|| "?".into(), |name| name.to_string_lossy().into());
    let card = ParcelCard {
        id: collect::fingerprint(&bytes),
        name,
        stored: path.display().to_string(),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        received: outside::changed(path)?,
        arrival: 1,
    };
    Ok(Parcel { card: Arc::new(card), bytes: bytes.into() })
}

/// The only file in an archive or a letter in the place of it; anything else as it is.
fn only_file(parcel: Parcel) -> Parcel {
    let mut files = archive::files(&parcel.card.name, &parcel.bytes);
    let (Some((name, bytes)), true) = (files.pop(), files.is_empty()) else { return parcel };
    let card = ParcelCard {
        id: collect::fingerprint(&bytes),
        name: name.into(),
        size: bytes.len() as u64,
        ..ParcelCard::clone(&parcel.card)
    };
    Parcel { card: Arc::new(card), bytes: bytes.into() }
}

/// Findings that make sense only where it is known who is asked, and for when.
const OF_A_COLLECTION: [Code; 5] = [Code::T01, Code::T02, Code::T06, Code::T08, Code::D10];
const OF_A_PERIOD: [Code; 2] = [Code::D04, Code::D05];

fn look(file: &File, form: Form, register: Option<&Register>, period: Option<Period>) -> Result<Inspected, Error> {
    let nobody = Register::default();
    let asked = register.unwrap_or(&nobody);
    // Some period must be named to read with; if it is not the file's own, what is said of it is forgotten below.
    let any = period.unwrap_or_else(|| Period::containing(form.form.frequency, file.card.received.date()));
    let read = |period| {
        let context = read::Context::new(&form, asked, period);
        file.wrapped.clone().unwrap_or_else(|| read::read_book(&file.card, &file.unfolded, &context))
    };
    let mut reading = read(any);
    // Where the file states none, the reader presumes the period that it was given: that is not the file's own.
    let presumed = reading.findings.iter().any(|finding| finding.code == Code::T08);
    let own = reading.submission.as_ref().and_then(|submission| submission.known.period).filter(|_| !presumed);
    let known = period.or(own);
    if known.is_some_and(|known| known != any) {
        reading = read(known.unwrap_or(any));
    }
    let mut checked = Checker::new(&form, asked, known.unwrap_or(any))?.check(reading);
    if register.is_none() {
        forget(&mut checked, &OF_A_COLLECTION);
    }
    if known.is_none() {
        forget(&mut checked, &OF_A_PERIOD);
    }
    Ok(Inspected { form, checked })
}

/// Takes findings back, and with them what they did to the rows.
fn forget(checked: &mut Checked, codes: &[Code]) {
    checked.findings.retain(|finding| !codes.contains(&finding.code));
    let holds_rows = checked.findings.iter().any(Finding::is_error);
    for row in &mut checked.rows {
        row.findings.retain(|finding| !codes.contains(&finding.code));
        row.standing = match row.findings.iter().any(Finding::is_error) {
            true => Standing::Refused,
            false if holds_rows => Standing::Waiting,
            false => Standing::Accepted,
        };
    }
}
