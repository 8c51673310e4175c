//! The title sheet (T01–T05): its values, whether there was nothing to report, and whether the file counts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::draft::{Scene, local};
use super::{Checker, cells};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{Known, Submission};
use crate::form::{Field, Role};
use crate::record::{Datum, FieldKey};
use crate::words::{Arg, Args};

/// What the title sheet says.
pub(super) struct Title {
    pub(super) known: Known,
    pub(super) nil: bool,
    pub(super) header: BTreeMap<FieldKey, Datum>,
    pub(super) unread: BTreeMap<FieldKey, Datum>,
    pub(super) findings: Vec<Finding>,
    /// Whether rows that are in order must wait all the same.
    pub(super) holds_rows: bool,
    /// Whether the file counts as its institution's answer. An empty template without a mark does not: it must not
    /// replace a filled one.
    pub(super) usable: bool,
}

/// Fields whose columns the reader did not find, or found twice: that is said of the file, not of every row.
pub(super) fn missing_columns(findings: &[Finding]) -> BTreeSet<FieldKey> {
    findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::MissingColumn || finding.kind == FindingKind::DuplicateColumn)
        .filter_map(|finding| finding.place.field.clone())
        .collect()
}

/// Checks the title sheet; `read` is what the reader found already.
pub(super) fn check(checker: &Checker, scene: &Scene, submission: &Submission, read: &[Finding]) -> Title {
    let mut sheet =
        Sheet { checker, scene, submission, header: BTreeMap::new(), unread: BTreeMap::new(), findings: Vec::new() };
    let known = sheet.settle_known(read);
    sheet.type_header();
    let nil_field = checker.form.header_with_role(Role::Nil);
    let nil = nil_field.is_some_and(|field| {
        sheet.header.get(&field.key).and_then(|datum| datum.value.as_boolean()).unwrap_or_default()
    });
    let rows = submission.rows.len();
    if nil && rows > 0 {
        sheet.say(FindingKind::NilWithRows, nil_field, Args::new().with("count", rows));
    }
    let empty = !nil && rows == 0;
    if empty {
        sheet.say(FindingKind::NoRows, nil_field, Args::new());
    }
    sheet.ask_for_values();
    let is = |codes: &[FindingKind], findings: &[Finding]| findings.iter().any(|finding| codes.contains(&finding.kind));
    let lost = [FindingKind::UnknownInstitution, FindingKind::OtherPeriod, FindingKind::InstitutionMissing];
    let unknown = is(&lost, read) || is(&lost, &sheet.findings);
    Title {
        known,
        nil,
        holds_rows: unknown || (nil && rows > 0) || read.iter().any(Finding::is_error),
        usable: !unknown && !empty,
        header: sheet.header,
        unread: sheet.unread,
        findings: sheet.findings,
    }
}

struct Sheet<'a> {
    checker: &'a Checker,
    scene: &'a Scene,
    submission: &'a Submission,
    header: BTreeMap<FieldKey, Datum>,
    /// Cells that no value was made of, as text.
    unread: BTreeMap<FieldKey, Datum>,
    findings: Vec<Finding>,
}

impl Sheet<'_> {
    fn say(&mut self, code: FindingKind, field: Option<&Field>, args: Args) {
        let cell = field.and_then(|field| self.submission.header.get(&field.key));
        let any = cell.or_else(|| self.submission.header.values().next()).map(|cell| &cell.origin);
        let mut place = match (any, self.submission.rows.first()) {
            (Some(origin), _) => self.scene.place(origin, None),
            (None, Some(row)) => Place { sheet: None, ..self.scene.place(&row.origin, None) },
            (None, None) => Place { institution: self.scene.institution(), ..Place::default() },
        };
        if cell.is_none() {
            place.cell = None;
        }
        place.field = field.map(|field| field.key.clone());
        let args = match field {
            Some(field) => args.with("field", field.label.clone()),
            None => args,
        };
        self.findings.push(Finding::new(code, place, args));
    }

    /// Whose and for when. The reader says what it could not tell; what it left unsaid is said here, so that no row waits
    /// without a reason.
    fn settle_known(&mut self, read: &[Finding]) -> Known {
        let mut known = self.submission.known.clone();
        let said = |codes: &[FindingKind]| read.iter().any(|finding| codes.contains(&finding.kind));
        let stated = |role: Role| {
            let field = self.checker.form.header_with_role(role)?;
            self.submission.header.get(&field.key).map(|cell| cells::shown(&cell.content))
        };
        match &known.institution {
            Some(code)
                if self.checker.register.by_code(code).is_none() && !said(&[FindingKind::UnknownInstitution]) =>
            {
                let named = stated(Role::Institution).unwrap_or_else(|| Arc::clone(code));
                self.say(
                    FindingKind::UnknownInstitution,
                    self.checker.form.header_with_role(Role::Institution),
                    Args::new().with("value", named),
                );
            }
            None if !said(&[FindingKind::UnknownInstitution, FindingKind::InstitutionMissing]) => {
                self.say(
                    FindingKind::InstitutionMissing,
                    self.checker.form.header_with_role(Role::Institution),
                    Args::new(),
                );
            }
            _ => {}
        }
        let collected = self.checker.period;
        let in_words = |period: crate::record::Period| Arg::Local(local(|language| period.name(language)));
        let field = self.checker.form.header_with_role(Role::Period);
        match known.period {
            Some(period) if period != collected && !said(&[FindingKind::OtherPeriod]) => {
                let args = Args::new().with("value", in_words(period)).with("expected", in_words(collected));
                self.say(FindingKind::OtherPeriod, field, args);
            }
            None if !said(&[FindingKind::OtherPeriod]) => {
                if !said(&[FindingKind::PeriodAssumed]) {
                    self.say(FindingKind::PeriodAssumed, field, Args::new().with("expected", in_words(collected)));
                }
                known.period = Some(collected);
            }
            _ => {}
        }
        known
    }

    fn type_header(&mut self) {
        for field in &self.checker.form.header {
            let Some(cell) = self.submission.header.get(&field.key) else { continue };
            let typed = self.checker.type_cell(field, &cell.content);
            let raw = cells::shown(&cell.content);
            match typed.value {
                Some(value) => {
                    let datum = Datum { value, origin: cell.origin.clone(), raw };
                    self.header.insert(field.key.clone(), datum);
                }
                None => self.unread.extend(cells::unread(&cell.origin, raw).map(|datum| (field.key.clone(), datum))),
            }
            // The reader judges whose the file is and for when.
            if !matches!(field.role, Some(Role::Institution | Role::Period)) {
                for (code, args) in typed.said {
                    self.say(code, Some(field), args);
                }
            }
        }
    }

    fn ask_for_values(&mut self) {
        for field in &self.checker.form.header {
            let judged = self.findings.iter().any(|finding| finding.place.field.as_ref() == Some(&field.key));
            if self.header.contains_key(&field.key) || judged {
                continue;
            }
            match field.role {
                Some(Role::Institution | Role::Period | Role::Nil) => {}
                Some(Role::Counter) => self.say(FindingKind::ReceptionsMissing, Some(field), Args::new()),
                _ if field.required() => self.say(FindingKind::MissingValue, Some(field), Args::new().with("hint", "")),
                _ => {}
            }
        }
    }
}
