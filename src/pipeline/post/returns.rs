//! `return`: to every institution whose file has errors, a letter with a correction workbook; to every other that
//! answered, a receipt, which names what is doubtful and then brings the workbook, too.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::consolidate::gather;
use super::super::decide::{Journal, period_or_latest};
use super::super::{Error, Watch, Workspace};
use super::letters::{asked_among, key, texts};
use super::outgoing::{Composed, draft_name, due, put};
use super::{Mode, Post, PostBook};
use crate::deliver::{Letter, Recipients, Remarks, Writer};
use crate::finding::{Finding, Severity};
use crate::flow::{Checked, FileState, LetterKey, LetterKind, ParcelCard};
use crate::form::{Form, Role};
use crate::layout::Layout;
use crate::outside;
use crate::record::{FieldKey, Period};
use crate::register::Institution;
use crate::template::{self, Contents, Issue, Remark, Spot, Weight};
use crate::words::{Arg, Language};

/// Writes to every institution whose file counts, or cannot be used: what is wrong with it, or that all is well. Without a
/// period, about the one that files last came for.
///
/// # Errors
/// When nothing came yet, files cannot be written, or the settings do not say what sending needs.
pub fn returns(workspace: &Workspace, period: Option<Period>, mode: &Mode, watch: &dyn Watch) -> Result<Post, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let period = period_or_latest(workspace, &ledger, period)?;
    let journal = Journal::open(workspace, &mut ledger)?;
    let memory = &journal.memory;
    let (files, register) = gather(workspace, &ledger, period, memory, watch)?.into_files(memory);
    let mut book = PostBook::open(workspace, &ledger)?;
    let sender = workspace.settings.post.sender();
    let texts = texts(workspace)?;
    let writer = Writer { form: &workspace.form, period, sender: &sender, texts: &texts };
    let desk = Desk { workspace, period, writer };
    let (answers, held) = (answers(&files), held(&files));
    let mut composed = Vec::new();
    for institution in asked_among(&register, mode)? {
        let Some(checked) = answers.get(&institution.code) else { continue };
        let held = held.get(&institution.code).map(Vec::as_slice).unwrap_or_default();
        let letter = desk.about(institution, (checked, held), &book, mode)?;
        let other = match letter.key.kind {
            LetterKind::Receipt => LetterKind::Return,
            _ => LetterKind::Receipt,
        };
        let outdated = draft_name(&LetterKey { kind: other, ..letter.key.clone() }, workspace.language());
        outside::remove(&workspace.letters(period).join(outdated))?;
        composed.push(letter);
    }
    let strays = files.iter().filter(|(file, state)| *state == FileState::Unusable && file.known.institution.is_none());
    let strays = strays.map(|(file, _)| Arc::clone(&file.parcel.name)).collect();
    Ok(Post { strays, ..put(workspace, &mut book, period, composed, mode)? })
}

/// The file that counts for each institution; where none does, the last that cannot be used. What stands in a file that is
/// held or set aside is told to nobody: somebody else may have sent it.
fn answers(files: &[(Checked, FileState)]) -> BTreeMap<Arc<str>, &Checked> {
    let mut answers: BTreeMap<Arc<str>, &Checked> = BTreeMap::new();
    for wanted in [FileState::Unusable, FileState::Counts] {
        for (file, _) in files.iter().filter(|(_, state)| *state == wanted) {
            if let Some(code) = &file.known.institution {
                answers.insert(Arc::clone(code), file);
            }
        }
    }
    answers
}

/// The files that are held in the name of each institution.
fn held(files: &[(Checked, FileState)]) -> BTreeMap<Arc<str>, Vec<&ParcelCard>> {
    let mut held: BTreeMap<Arc<str>, Vec<&ParcelCard>> = BTreeMap::new();
    for (file, _) in files.iter().filter(|(_, state)| matches!(state, FileState::Held(_))) {
        if let Some(code) = &file.known.institution {
            held.entry(Arc::clone(code)).or_default().push(&file.parcel);
        }
    }
    held
}

/// What all letters of one command share.
struct Desk<'a> {
    workspace: &'a Workspace,
    period: Period,
    writer: Writer<'a>,
}

impl Desk<'_> {
    fn about(
        &self,
        institution: &Institution,
        (checked, held): (&Checked, &[&ParcelCard]),
        book: &PostBook<'_>,
        mode: &Mode,
    ) -> Result<Composed, Error> {
        let findings = findings(checked);
        // What is only doubtful was taken: who has nothing to mend need not answer.
        let must_mend = !checked.usable || findings.iter().any(Finding::is_error);
        let kind = if must_mend { LetterKind::Return } else { LetterKind::Receipt };
        let key = due(book, &key(self.period, institution, kind, checked.parcel.id.to_string()), mode);
        let letter = match Recipients::of(institution) {
            Ok(to) => {
                let remarks = Remarks {
                    card: &checked.parcel,
                    rows: checked.rows.len(),
                    nil: checked.nil,
                    findings: &findings,
                    usable: checked.usable,
                    held,
                };
                Ok(self.letter((institution, to), key.clone(), (checked, remarks), book)?)
            }
            Err(why) => Err(why),
        };
        Ok(Composed { institution: institution.clone(), key, letter })
    }

    fn letter(
        &self,
        whose: (&Institution, Recipients),
        key: LetterKey,
        (checked, remarks): (&Checked, Remarks<'_>),
        book: &PostBook<'_>,
    ) -> Result<Letter, Error> {
        if remarks.findings.is_empty() {
            return Ok(self.writer.receipt(whose, key, remarks, None));
        }
        let (institution, form) = (whose.0, &self.workspace.form);
        let language = institution.language;
        let deadline = book.post.extension(self.period, &institution.code).or(self.workspace.deadline(self.period));
        // Their own values stand in it: nobody else is to be chosen.
        let (period, names) = (self.period, &[]);
        let issue =
            Issue { institution: Some(institution), names, period, language, deadline, key: self.workspace.key() };
        let layout = Layout::of(form, language);
        let marked = self::remarks(form, checked, language);
        let workbook = template::correction(form, &layout, &issue, &contents(form, checked), &marked)?;
        Ok(match key.kind {
            LetterKind::Receipt => self.writer.receipt(whose, key, remarks, Some(workbook.into())),
            _ => self.writer.correction(whose, key, remarks, workbook.into()),
        })
    }
}

/// What the institution is told of: errors and warnings of its own file. A row that a person took as it is has none.
fn findings(checked: &Checked) -> Vec<Finding> {
    let rows = checked.rows.iter().filter(|row| row.accepted.is_none());
    let all = checked.findings.iter().chain(rows.flat_map(|row| &row.findings));
    all.filter(|finding| finding.severity >= Severity::Warning).cloned().collect()
}

/// The institution's own values. Whose and for when svod writes itself.
fn contents(form: &Form, checked: &Checked) -> Contents {
    let header = checked
        .header
        .iter()
        .chain(&checked.unread)
        .filter(|(key, _)| is_given(form, key))
        .map(|(key, datum)| (key.clone(), datum.value.clone()));
    let rows = checked.rows.iter().map(|row| {
        let cells = row.row.fields.iter().chain(&row.unread);
        cells.map(|(key, datum)| (key.clone(), datum.value.clone())).collect()
    });
    Contents { header: header.collect(), rows: rows.collect() }
}

/// Whether a field is one of the title sheet that the institution itself fills in.
fn is_given(form: &Form, key: &FieldKey) -> bool {
    let field = form.header_field(key.as_str());
    field.is_some_and(|field| !matches!(field.role, Some(Role::Institution | Role::Period)))
}

fn remarks(form: &Form, checked: &Checked, language: Language) -> Vec<Remark> {
    let of_file = checked.findings.iter().filter(|finding| finding.severity >= Severity::Warning).map(|finding| {
        // A cell that svod fills in itself is right in the workbook, and locked.
        let input = finding.place.field.as_ref().filter(|key| is_given(form, key));
        let spot = input.map_or(Spot::File, |key| Spot::Input(key.clone()));
        let message = if spot == Spot::File { finding.sentence(language) } else { finding.message(language) };
        let cell = input.and_then(|key| checked.header.get(key).or_else(|| checked.unread.get(key)));
        let written = cell.map(|datum| datum.raw.to_string()).or_else(|| value_said(finding));
        remark(finding, spot, written.unwrap_or_default(), message)
    });
    let rows = checked.rows.iter().enumerate().filter(|(_, row)| row.accepted.is_none());
    let of_rows = rows.flat_map(|(at, row)| {
        let told = row.findings.iter().filter(|finding| finding.severity >= Severity::Warning);
        told.map(move |finding| {
            let field = finding.place.field.clone();
            let written = field.as_ref().and_then(|key| row.row.fields.get(key).or_else(|| row.unread.get(key)));
            let written = written.map(|datum| datum.raw.to_string()).unwrap_or_default();
            remark(finding, Spot::Entry { row: at, field }, written, finding.message(language))
        })
    });
    of_file.chain(of_rows).collect()
}

fn remark(finding: &Finding, spot: Spot, written: String, message: String) -> Remark {
    let weight = if finding.is_error() { Weight::Wrong } else { Weight::Doubtful };
    Remark { spot, weight, written, message }
}

/// What stood in the cell, as the finding says it.
fn value_said(finding: &Finding) -> Option<String> {
    finding.args.iter().find(|(name, _)| *name == "value").and_then(|(_, arg)| match arg {
        Arg::Text(text) => Some(text.clone()),
        Arg::Count(n) => Some(n.to_string()),
        Arg::Day(day) => Some(day.strftime("%d.%m.%Y").to_string()),
        Arg::Local(_) => None,
    })
}
