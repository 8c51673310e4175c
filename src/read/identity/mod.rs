//! Whose a file is and for when: the hidden sheet, else the title sheet, else the file's name. Never by guess.
//!
//! In: what these three say. Out: what is known, and what contradicts. How much each is worth:
//!
//! - The passport on the hidden sheet names the institution that the workbook was made for. Nobody edits it by accident,
//!   so it stands against a title that merely reads differently. With a wrong check sum it proves nothing at all. That of a
//!   template for all names nobody.
//! - Where the title names *another* institution of the register, a colleague's template was filled in: the file speaks for the
//!   one that was chosen, and nothing proves it ([`Proof`]), so that it silences nobody. Two periods stay open: a person decides.
//! - The title sheet is believed where it names exactly one institution, whatever its legal form and quotes.
//! - The file's name is the last resort, and only by whole words.

mod names;
mod period_words;

use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) use names::Names;
pub(super) use period_words::day;

use names::Named;

use super::book::{Book, said};
use super::{Context, Source, fold};
use crate::finding::{Finding, FindingKind};
use crate::flow::{Content, HeaderCell, Known, Proof};
use crate::form::{Field, Form, Role};
use crate::layout::Passport;
use crate::record::{FieldKey, Frequency, Period};
use crate::register::Institution;
use crate::words::{Args, Language, LocalText};

/// The passport of a workbook, with what its check sum says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Issued {
    passport: Passport,
    intact: bool,
}

impl Issued {
    /// The form that an untouched passport names, where it is not `form`.
    pub(super) fn other_form(&self, form: &Form) -> Option<&str> {
        (self.intact && self.passport.form != form.form.id).then_some(self.passport.form.as_str())
    }
}

/// Reads the hidden sheet.
pub(super) fn passport(book: &Book) -> Option<Issued> {
    let sheet = book.sheets.iter().find(|sheet| sheet.name.trim().eq_ignore_ascii_case(Passport::SHEET))?;
    let rows: Vec<(String, String)> =
        sheet.rows_from(0).take(50).map(|row| (sheet.said(row, 0), sheet.said(row, 1))).collect();
    let rows: Vec<(&str, &str)> = rows.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    Passport::from_rows(&rows).map(|(passport, intact)| Issued { passport, intact })
}

/// Everything that may tell whose a file is.
pub(super) struct Evidence<'a> {
    pub(super) passport: Option<Issued>,
    pub(super) header: &'a BTreeMap<FieldKey, HeaderCell>,
    pub(super) file: &'a str,
}

/// Whose and for when, with what was noticed.
pub(super) fn known(evidence: Evidence<'_>, source: &Source, context: &Context<'_>) -> (Known, Vec<Finding>) {
    let mut findings = Vec::new();
    let is_forged = |issued: &Issued| context.key.is_some_and(|key| !issued.passport.is_genuine(key));
    let mut is_contradicted = false;
    let passport = match evidence.passport {
        Some(issued) if issued.intact && is_forged(&issued) => {
            let called = context.register.by_code(&issued.passport.institution).map(Institution::called);
            let claimed = called.unwrap_or(&issued.passport.institution).to_owned();
            findings.push(source.finding(FindingKind::WrongToken, Args::new().with("value", claimed)));
            is_contradicted = true;
            None
        }
        Some(issued) if issued.intact => Some(issued.passport),
        Some(_) => {
            findings.push(source.finding(FindingKind::HiddenSheetChanged, Args::new()));
            is_contradicted = true;
            None
        }
        None => None,
    };
    let version = passport.as_ref().map(|passport| passport.version);
    if let Some(version) = version.filter(|version| *version != context.form.form.version) {
        let args =
            Args::new().with("value", version.to_string()).with("expected", context.form.form.version.to_string());
        findings.push(source.finding(FindingKind::OlderTemplate, args));
    }
    let mut detective =
        Detective { source, context, header: evidence.header, file: evidence.file, is_contradicted, findings };
    let issued = passport.as_ref().map_or("", |passport| passport.institution.trim());
    let institution = detective.institution(issued);
    let proof = match (&passport, &institution) {
        _ if context.key.is_none() => Proof::Unasked,
        _ if detective.is_contradicted => Proof::Contradicted,
        (Some(passport), Some(_)) if !issued.is_empty() && passport.token.is_some() => Proof::Token,
        _ => Proof::Missing,
    };
    let period = detective.period(passport.as_ref().and_then(|passport| passport.period.parse().ok()));
    (Known { institution, period, version, proof }, detective.findings)
}

struct Detective<'a> {
    source: &'a Source,
    context: &'a Context<'a>,
    header: &'a BTreeMap<FieldKey, HeaderCell>,
    file: &'a str,
    /// Whether something in the file speaks for another institution than the one that it was issued to, or was tampered with.
    is_contradicted: bool,
    findings: Vec<Finding>,
}

impl Detective<'_> {
    fn institution(&mut self, issued: &str) -> Option<Arc<str>> {
        let field = self.context.form.header_with_role(Role::Institution);
        let title =
            field.and_then(|field| self.header.get(&field.key)).map(|cell| said(&cell.content)).unwrap_or_default();
        let titled = self.context.names.find(&title);
        if !issued.is_empty() {
            return match self.context.register.by_code(issued) {
                Some(institution) => Some(self.compare(institution, &title, titled, field)),
                None => self.not_in_register(issued, None),
            };
        }
        match titled {
            Named::One(code) => Some(code),
            Named::Several => {
                self.unknown();
                None
            }
            Named::Nobody if !fold::label(&title).is_empty() => self.not_in_register(&title, field),
            Named::Nobody => {
                let named = self.context.names.in_file_name(self.file);
                if named.is_none() {
                    self.unknown();
                }
                named
            }
        }
    }

    /// An institution that the passport names, against the title.
    fn compare(&mut self, issued: &Institution, title: &str, titled: Named, field: Option<&Field>) -> Arc<str> {
        match titled {
            Named::One(code) if code == issued.code => code,
            Named::One(code) => {
                let chosen = self.context.register.by_code(&code).map_or(&*code, Institution::called).to_owned();
                let args = Args::new().with("value", chosen).with("expected", issued.called());
                self.push(FindingKind::TemplateOfAnother, args, field);
                self.is_contradicted = true;
                code
            }
            // The title is empty, fits this institution among others, or was shortened or completed a little.
            Named::Several => Arc::clone(&issued.code),
            Named::Nobody => {
                if !fold::label(title).is_empty() && !names::is_a_slip(title, issued) {
                    self.contradiction(title.into(), issued.called().into(), field);
                    self.is_contradicted = true;
                }
                Arc::clone(&issued.code)
            }
        }
    }

    fn period(&mut self, issued: Option<Period>) -> Option<Period> {
        let field = self.context.form.header_with_role(Role::Period);
        let cell = field.and_then(|field| self.header.get(&field.key));
        let titled = cell.and_then(|cell| stated(&cell.content, self.context.form.form.frequency));
        let collected = self.context.period;
        let period = match (issued, titled) {
            // «2024 год» on the title of a quarterly form says less than the passport, not something else.
            (Some(issued), Some(titled)) if issued != titled && !titled.days().contains(issued.days()) => {
                self.contradiction(in_words(titled).into(), in_words(issued).into(), field);
                return None;
            }
            (Some(issued), _) => Some(issued),
            (None, Some(titled)) if titled == collected || !titled.days().contains(collected.days()) => Some(titled),
            (None, _) => period_words::read(self.file).filter(|named| named.frequency() == collected.frequency()),
        };
        match period {
            Some(period) if period == collected => {}
            Some(other) => {
                let args = Args::new().with("value", in_words(other)).with("expected", in_words(collected));
                self.push(FindingKind::OtherPeriod, args, field);
            }
            None => {
                let value = cell.map(|cell| said(&cell.content)).unwrap_or_default();
                let args = Args::new().with("value", value).with("expected", in_words(collected));
                self.push(FindingKind::PeriodAssumed, args, field);
            }
        }
        Some(period.unwrap_or(collected))
    }

    fn not_in_register(&mut self, called: &str, field: Option<&Field>) -> Option<Arc<str>> {
        let nearest = self.context.names.nearest(called, self.context.register).map_or("", Institution::called);
        let args = Args::new().with("value", called).with("hint", nearest).with("understood", nearest);
        self.push(FindingKind::UnknownInstitution, args, field);
        None
    }

    fn unknown(&mut self) {
        self.findings.push(self.source.finding(FindingKind::InstitutionMissing, Args::new()));
    }

    fn contradiction(&mut self, title: crate::words::Arg, passport: crate::words::Arg, field: Option<&Field>) {
        let args = Args::new().with("value", title).with("expected", passport);
        self.push(FindingKind::TitleSheetContradicts, args, field);
    }

    /// A finding at the cell of a field of the title sheet, where it has one.
    fn push(&mut self, code: FindingKind, args: Args, field: Option<&Field>) {
        let mut args = args;
        let mut place = self.source.place();
        if let Some(field) = field {
            args = args.with("field", field.label.clone());
            place.field = Some(field.key.clone());
            if let Some(cell) = self.header.get(&field.key) {
                place.sheet = Some(Arc::clone(&cell.origin.sheet));
                place.cell = Some(cell.origin.cell);
            }
        }
        self.findings.push(Finding::new(code, place, args.with("name", &*self.source.name)));
    }
}

/// The period that a cell states. A day is a period only where months are collected and it is the first of one, which
/// is how a spreadsheet keeps «март 2024».
fn stated(content: &Content, frequency: Frequency) -> Option<Period> {
    match content {
        Content::DateTime(moment) => (frequency == Frequency::Month && moment.day() == 1)
            .then(|| Period::new(moment.year(), Frequency::Month, moment.month()))
            .flatten(),
        other => period_words::read(&said(other)),
    }
}

pub(super) fn in_words(period: Period) -> LocalText {
    LocalText::Each { ru: Some(period.name(Language::Ru)), en: Some(period.name(Language::En)) }
}
