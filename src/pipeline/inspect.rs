//! One file, looked at by itself: inside a workspace, or with nothing but a form.

use std::cmp::Reverse;
use std::path::Path;
use std::sync::Arc;

use super::unfolder::{Opened, Unfolder};
use super::{Error, Orders, Workspace, archive, load_form, originals};
use crate::check::Checker;
use crate::finding::{Finding, FindingKind};
use crate::flow::{Checked, Parcel, ParcelCard, Reading, Standing};
use crate::form::{self, Form};
use crate::read::{self, Refusal};
use crate::record::Period;
use crate::register::Register;
use crate::{collect, outside};

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
    let alone = || File::open(path, &Unfolder::new(Orders::default()));
    match source {
        FormSource::Workspace(workspace) => {
            let (register, _) = workspace.register()?;
            let file = File::open(path, &workspace.unfolder)?;
            let form = workspace.form.clone();
            let seen = file.look(&form, Some(&register), period);
            drop(file);
            judge(seen, form, Some(&register))
        }
        FormSource::Named(name) => {
            let form = load_form(name, &outside::current_folder()?)?;
            let file = alone()?;
            let seen = file.look(&form, None, period);
            // What the file held is as large as what was seen in it, and no longer needed.
            drop(file);
            judge(seen, form, None)
        }
        FormSource::Any => {
            let file = alone()?;
            let mut best: Option<Inspected> = None;
            for id in form::builtin_ids() {
                let form = load_form(id, Path::new("."))?;
                let seen = judge(file.look(&form, None, period), form, None)?;
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
    opened: Opened,
}

impl File {
    /// Opens a file, or the only one in an archive or a letter.
    fn open(path: &Path, unfolder: &Unfolder) -> Result<Self, Error> {
        let limit = unfolder.largest_file();
        let card = card(path)?;
        if card.size > limit {
            let refusal = Refusal::too_large(limit >> 20);
            return Ok(Self { opened: Opened::Workbook(Err(refusal)), card: Arc::new(card) });
        }
        let parcel = Parcel { card: Arc::new(card), bytes: outside::read(path)?.into() };
        let parcel = only_file(parcel, unfolder)?;
        Ok(Self { opened: unfolder.open(&parcel.bytes)?, card: parcel.card })
    }

    /// Reads the file with a form. Without a period, the file's own is believed.
    fn look(&self, form: &Form, register: Option<&Register>, period: Option<Period>) -> Seen {
        let nobody = Register::default();
        let asked = register.unwrap_or(&nobody);
        // Some period must be named to read with; if it is not the file's own, what is said of it is forgotten later.
        let any = period.unwrap_or_else(|| Period::containing(form.form.frequency, self.card.received.date()));
        let read = |period| match &self.opened {
            Opened::Workbook(book) => read::read_book(&self.card, book, &read::Context::new(form, asked, period)),
            Opened::Wrapper(unpacked) => archive::reading(&self.card, unpacked, None),
        };
        let reading = read(any);
        // Where the file states none, the reader presumes the period that it was given: that is not the file's own.
        let presumed = reading.findings.iter().any(|finding| finding.kind == FindingKind::PeriodAssumed);
        let own = reading.submission.as_ref().and_then(|submission| submission.known.period).filter(|_| !presumed);
        let known = period.or(own);
        let reading = match known.filter(|known| *known != any) {
            Some(known) => {
                drop(reading);
                read(known)
            }
            None => reading,
        };
        Seen { reading, known, period: known.unwrap_or(any) }
    }
}

/// What was read of a file.
struct Seen {
    reading: Reading,
    /// The period, where anybody named one.
    known: Option<Period>,
    /// The period that it was read with.
    period: Period,
}

/// How much of a file a form understands: how many rows it has, and then how little is wrong with them.
fn understood(inspected: &Inspected) -> (usize, Reverse<usize>) {
    (inspected.checked.rows.len(), Reverse(inspected.checked.all_findings().count()))
}

/// Card of a file that was not received.
fn card(path: &Path) -> Result<ParcelCard, Error> {
    let name: Arc<str> = path.file_name().map_or_else(|| "?".into(), |name| name.to_string_lossy().into());
    Ok(ParcelCard {
        id: originals::fingerprint(path)?,
        name,
        stored: path.display().to_string(),
        size: outside::stat(path)?.map_or(0, |stat| stat.size),
        received: outside::changed(path)?,
        arrival: 1,
        within: None,
    })
}

/// The only file in an archive or a letter in the place of it; anything else as it is.
fn only_file(parcel: Parcel, unfolder: &Unfolder) -> Result<Parcel, Error> {
    let mut files = archive::files(unfolder, &parcel.card.name, &parcel.bytes)?;
    let (Some((name, bytes)), true) = (files.pop(), files.is_empty()) else { return Ok(parcel) };
    let card = ParcelCard {
        id: collect::fingerprint(&bytes),
        name: name.into(),
        size: bytes.len() as u64,
        within: Some(parcel.card.id.clone()),
        ..ParcelCard::clone(&parcel.card)
    };
    Ok(Parcel { card: Arc::new(card), bytes: bytes.into() })
}

/// Findings that make sense only where it is known who is asked, and for when.
const OF_A_COLLECTION: [FindingKind; 5] = [
    FindingKind::UnknownInstitution,
    FindingKind::OtherPeriod,
    FindingKind::InstitutionMissing,
    FindingKind::PeriodAssumed,
    FindingKind::EndsAfterArrival,
];
const OF_A_PERIOD: [FindingKind; 2] = [FindingKind::OutsidePeriod, FindingKind::BeyondPeriod];

/// Checks what was seen.
fn judge(seen: Seen, form: Form, register: Option<&Register>) -> Result<Inspected, Error> {
    let nobody = Register::default();
    let mut checked = Checker::new(&form, register.unwrap_or(&nobody), seen.period)?.check(seen.reading);
    if register.is_none() {
        forget(&mut checked, &OF_A_COLLECTION);
    }
    if seen.known.is_none() {
        forget(&mut checked, &OF_A_PERIOD);
    }
    Ok(Inspected { form, checked })
}

/// Takes findings back, and with them what they did to the rows.
fn forget(checked: &mut Checked, codes: &[FindingKind]) {
    checked.findings.retain(|finding| !codes.contains(&finding.kind));
    let holds_rows = checked.findings.iter().any(Finding::is_error);
    for row in &mut checked.rows {
        row.findings.retain(|finding| !codes.contains(&finding.kind));
        row.standing = match row.findings.iter().any(Finding::is_error) {
            true => Standing::Refused,
            false if holds_rows => Standing::Waiting,
            false => Standing::Accepted,
        };
    }
}
