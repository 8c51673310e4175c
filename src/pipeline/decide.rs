//! People's decisions: the journal in the workspace, answers out of workbooks, and what the command line asks and says.
//!
//! The journal is the truth. It is written first, whole and at once; the ledger keeps a copy, so that either can be lost.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::consolidate::{Gathered, gather};
use super::{Error, Watch, Workspace};
use crate::decide::{self, Kept, KeptEdit, Memory, Said};
use crate::finding::Finding;
use crate::flow::{
    Claimant, Consolidated, Decision, DecisionState, FileChoice, FileRuling, FileRulings, FileState, GivenAcceptance,
    Hold, JournalEntry, OwnWorkbook, ParcelCard, Question, ReceivedFile, Side, Signed, WholeIds,
};
use crate::form::{Form, Role};
use crate::ledger::Ledger;
use crate::outside;
use crate::record::{FieldKey, ParcelId, Period};
use crate::register::Register;

/// The journal as it was read, and what it comes to.
pub(super) struct Journal {
    lines: Vec<String>,
    entries: Vec<JournalEntry>,
    pub(super) memory: Memory,
}

impl Journal {
    /// Reads the journal and brings the ledger's copy and the file together: where one has lost its end, the other gives
    /// it; where they say different things, the file is right.
    pub(super) fn open(workspace: &Workspace, ledger: &mut Ledger) -> Result<Self, Error> {
        let path = workspace.journal_file();
        let written = outside::read_if_there(&path)?.unwrap_or_default();
        let written: Vec<String> = String::from_utf8_lossy(&written).lines().map(str::to_owned).collect();
        let copied = ledger.journal()?;
        // Older entries name files by the first digits of their ids.
        let ids = WholeIds::of(&ledger.ids()?);
        let lines = if copied.starts_with(&written) { copied.clone() } else { written.clone() };
        let entries = lines
            .iter()
            .zip(1..)
            .map(|(line, number)| Ok(entry(line, number, &path)?.with_whole_ids(&ids)))
            .collect::<Result<Vec<JournalEntry>, Error>>()?;
        let journal = Self { memory: Memory::of(&entries), lines, entries };
        if journal.lines != written {
            journal.put(&path)?;
        }
        if journal.lines != copied {
            ledger.set_journal(&journal.lines)?;
        }
        Ok(journal)
    }

    /// What was remembered when the journal had so many lines.
    fn memory_at(&self, lines: usize) -> Memory {
        Memory::of(self.entries.iter().take(lines))
    }

    /// Adds an entry; it is on the disk when this returns.
    fn add(&mut self, workspace: &Workspace, ledger: &mut Ledger, entry: JournalEntry) -> Result<(), Error> {
        let path = workspace.journal_file();
        let line = serde_json::to_string(&entry).map_err(|error| Error::Journal {
            path: path.clone(),
            line: self.lines.len() + 1,
            reason: error.to_string(),
        })?;
        self.lines.push(line);
        self.put(&path)?;
        ledger.set_journal(&self.lines)?;
        self.memory.add(&entry);
        self.entries.push(entry);
        Ok(())
    }

    fn put(&self, path: &Path) -> Result<(), Error> {
        let text = self.lines.iter().fold(String::new(), |text, line| format!("{text}{line}\n"));
        Ok(outside::put(path, text.as_bytes())?)
    }

    pub(super) fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Takes the answers of workbooks that came back, each workbook once, in order of arrival.
    pub(super) fn take(
        &mut self,
        workspace: &Workspace,
        ledger: &mut Ledger,
        period: Period,
        own: &[OwnWorkbook],
    ) -> Result<(), Error> {
        for workbook in own.iter().filter(|workbook| workbook.refused.is_none() && !workbook.answers.is_empty()) {
            let id = &workbook.parcel.id;
            if self.memory.has_taken(id) {
                continue;
            }
            let signed = (workbook.editor.as_str(), workbook.parcel.received);
            let entry = self.memory.entry(&workbook.answers, Some(id), signed, period);
            self.add(workspace, ledger, entry)?;
        }
        for workbook in own.iter().filter(|workbook| workbook.refused.is_none() && !workbook.edits.is_empty()) {
            let card = &workbook.parcel;
            if self.memory.has_taken_edits(&card.id) {
                continue;
            }
            let signed = Signed { by: workbook.editor.clone(), at: card.received };
            for entry in self.memory.edit_entries(&workbook.edits, (&card.id, &card.name), &signed, period) {
                self.add(workspace, ledger, entry)?;
            }
        }
        Ok(())
    }
}

fn entry(line: &str, number: usize, path: &Path) -> Result<JournalEntry, Error> {
    serde_json::from_str(line).map_err(|error| Error::Journal {
        path: path.to_owned(),
        line: number,
        reason: error.to_string(),
    })
}

/// A question with what was decided about it since the last run.
#[derive(Debug, Clone)]
pub struct Asked {
    pub question: Question,
    /// Takes effect at the next run.
    pub pending: Option<Arc<Decision>>,
}

/// The questions of a period, numbered as in its workbook.
#[derive(Debug)]
pub struct Docket {
    pub period: Period,
    pub asked: Vec<Asked>,
    /// Files that wait for a person.
    pub held: Vec<HeldFile>,
    pub register: Register,
}

/// The questions of a period as its last run numbered them; without a period, of the one that files last came for.
///
/// # Errors
/// When svod could not do its job: no such workspace, no file has come yet.
pub fn questions(workspace: &Workspace, period: Option<Period>, watch: &dyn Watch) -> Result<Docket, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let journal = Journal::open(workspace, &mut ledger)?;
    docket(workspace, &ledger, &journal, period, watch)
}

fn docket(
    workspace: &Workspace,
    ledger: &Ledger,
    journal: &Journal,
    period: Option<Period>,
    watch: &dyn Watch,
) -> Result<Docket, Error> {
    let period = period_or_latest(workspace, ledger, period)?;
    // The numbers are those of the workbook that people look at: whatever was decided since then changes none of them.
    let known = ledger.last_run(period)?.unwrap_or(journal.lines());
    let then = journal.memory_at(known);
    let gathered: Gathered = gather(workspace, ledger, period, &then, watch)?;
    let (consolidated, register): (Consolidated, Register) = gathered.combine(workspace, &then)?;
    let held = held(&consolidated, &journal.memory.file_rulings(period));
    let pending = |question: &Question| {
        let decision = journal.memory.about(&question.matter.id())?;
        let is_new = question.former.as_ref().is_none_or(|former| former.decision.number != decision.number);
        is_new.then(|| Arc::clone(decision))
    };
    let asked = consolidated.questions.into_iter().map(|question| Asked { pending: pending(&question), question });
    Ok(Docket { period, asked: asked.collect(), held, register })
}

/// Why a received file waits for a person.
#[derive(Debug, Clone)]
pub enum Waiting {
    /// Another file of its institution counts meanwhile.
    Held(Hold),
    /// No answer can be made from it: what was found.
    Unusable(Arc<[Finding]>),
}

/// A received file that waits for a person.
#[derive(Debug, Clone)]
pub struct HeldFile {
    pub card: Arc<ParcelCard>,
    /// What the institution is called whose answer it claims to be.
    pub institution: Option<String>,
    /// Rows that wait with it.
    pub rows: usize,
    pub why: Waiting,
    /// The ruling that takes effect at the next run.
    pub pending: Option<Arc<FileRuling>>,
}

/// The files that wait for a person, by arrival.
fn held(consolidated: &Consolidated, rulings: &FileRulings) -> Vec<HeldFile> {
    let called: BTreeMap<&Arc<str>, &str> =
        consolidated.answers.iter().map(|answer| (&answer.institution.code, answer.institution.called())).collect();
    let found = |id: &ParcelId| consolidated.unusable.iter().find(|(card, _)| card.id == *id);
    let file = |file: &ReceivedFile| HeldFile {
        card: Arc::clone(&file.card),
        institution: file.institution.as_ref().and_then(|code| called.get(code)).map(|called| (*called).to_owned()),
        rows: if matches!(file.state, FileState::Held(_)) { file.rows } else { file.waiting } as usize,
        why: match &file.state {
            FileState::Held(hold) => Waiting::Held(hold.clone()),
            _ => Waiting::Unusable(found(&file.card.id).map(|(_, found)| found.as_slice().into()).unwrap_or_default()),
        },
        pending: rulings.about(&file.card.id).map(Arc::clone),
    };
    consolidated.waiting_files().map(file).collect()
}

/// Rules about the received file with that number of arrival: it counts from the next run on, or is set aside. A ruling that
/// stands already is given back as it is.
///
/// # Errors
/// As [`questions`]; when no file of an institution has that number; when no answer can be made from the file that is to count.
pub fn rule_on_file(
    workspace: &Workspace,
    period: Option<Period>,
    (number, choice, note): (u64, FileChoice, &str),
    watch: &dyn Watch,
) -> Result<Arc<FileRuling>, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let mut journal = Journal::open(workspace, &mut ledger)?;
    let period = period_or_latest(workspace, &ledger, period)?;
    let (files, _) = gather(workspace, &ledger, period, &journal.memory, watch)?.into_files(&journal.memory);
    let file = files.into_iter().map(|(file, _)| file).find(|file| file.parcel.arrival == number);
    let file = file.ok_or(Error::NoSuchFile { number, period })?;
    if choice == FileChoice::Admit && file.institution().is_none() {
        return Err(Error::NoAnswer { number, name: file.parcel.name.to_string() });
    }
    let card = file.parcel;
    if let Some(stands) = journal.memory.file_rulings(period).about(&card.id).filter(|it| it.choice == choice) {
        return Ok(Arc::clone(stands));
    }
    let after = ledger.next_arrival()?.saturating_sub(1);
    let user = outside::user();
    let ruling = journal.memory.file_ruling((&card, choice, note), after, (&user, outside::now()), period);
    journal.add(workspace, &mut ledger, JournalEntry::File(ruling.clone()))?;
    Ok(Arc::new(ruling))
}

/// Every ruling about a received file, by number.
///
/// # Errors
/// As [`decisions`].
pub fn file_rulings(workspace: &Workspace) -> Result<Vec<(Arc<FileRuling>, DecisionState)>, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    Ok(Journal::open(workspace, &mut ledger)?.memory.kept_file_rulings())
}

/// What is said about a question.
#[derive(Debug, Clone)]
pub struct Reply {
    pub said: Said,
    /// Which row is right about single fields.
    pub fields: BTreeMap<FieldKey, Side>,
    pub note: String,
}

/// Decides about the question with that number. Gives the questions as they are now.
///
/// # Errors
/// As [`questions`]; when there is no such question; when the answer is none.
pub fn decide(
    workspace: &Workspace,
    period: Option<Period>,
    number: u32,
    reply: Reply,
    watch: &dyn Watch,
) -> Result<Docket, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let mut journal = Journal::open(workspace, &mut ledger)?;
    let before = docket(workspace, &ledger, &journal, period, watch)?;
    let wanted = before.asked.iter().find(|asked| asked.question.number == number);
    let question = wanted.ok_or(Error::NoSuchQuestion { number, of: before.asked.len() })?.question.clone();
    let given = [decide::answer(&question, reply.said, reply.fields, &reply.note, &workspace.form)?];
    let entry = journal.memory.entry(&given, None, (&outside::user(), outside::now()), before.period);
    // Said once more, a decision is none.
    if !matches!(&entry, JournalEntry::Taken { decisions, .. } if decisions.is_empty()) {
        journal.add(workspace, &mut ledger, entry)?;
    }
    let asked = before.asked.iter().cloned().map(|mut asked| {
        if asked.question.matter.id() == question.matter.id() {
            asked.pending = journal.memory.about(&question.matter.id()).map(Arc::clone);
        }
        asked
    });
    Ok(Docket { asked: asked.collect(), ..before })
}

/// Every decision that was ever taken in a workspace, by number.
///
/// # Errors
/// When the journal or the ledger cannot be read.
pub fn decisions(workspace: &Workspace) -> Result<Vec<Kept>, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    Ok(Journal::open(workspace, &mut ledger)?.memory.kept().collect())
}

/// Every correction and every row that was taken as it is, by number.
///
/// # Errors
/// As [`decisions`].
pub fn edits(workspace: &Workspace) -> Result<Vec<KeptEdit>, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    Ok(Journal::open(workspace, &mut ledger)?.memory.kept_edits())
}

/// Takes a row as it is, by its number on the sheet of rows that are not in the report.
///
/// # Errors
/// As [`questions`]; when there is no such row, or it waits for its file.
pub fn accept(
    workspace: &Workspace,
    period: Option<Period>,
    number: u32,
    reason: &str,
    watch: &dyn Watch,
) -> Result<GivenAcceptance, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let mut journal = Journal::open(workspace, &mut ledger)?;
    let period = period_or_latest(workspace, &ledger, period)?;
    let known = ledger.last_run(period)?.unwrap_or(journal.lines());
    let then = journal.memory_at(known);
    let (consolidated, _) = gather(workspace, &ledger, period, &then, watch)?.combine(workspace, &then)?;
    let row = row_out(&workspace.form, &consolidated, number)
        .ok_or(Error::NoSuchRow { number, of: consolidated.refused.len() + consolidated.waiting.len() })?;
    let given = GivenAcceptance { reason: reason.trim().to_owned(), ..row };
    let signed = Signed { by: outside::user(), at: outside::now() };
    if let Some(entry) = journal.memory.acceptance_entry(given.clone(), &signed, period) {
        journal.add(workspace, &mut ledger, entry)?;
    }
    Ok(given)
}

/// The row with that number on the sheet of rows that are not in the report, unless its file keeps it out.
fn row_out(form: &Form, consolidated: &Consolidated, number: u32) -> Option<GivenAcceptance> {
    let refused = consolidated.refused.iter().map(|row| (&row.values, &row.print));
    let waiting = consolidated.waiting.iter().map(|row| (&row.values, &row.print));
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    let (values, print) = refused.chain(waiting).nth(at)?;
    let title = form.with_role(Role::Title).and_then(|field| values.get(&field.key));
    let called = title.or(values.values().next()).cloned().unwrap_or_default();
    print.clone().map(|row| GivenAcceptance { row, called: called.to_string(), reason: String::new() })
}

pub(super) fn period_or_latest(
    workspace: &Workspace,
    ledger: &Ledger,
    period: Option<Period>,
) -> Result<Period, Error> {
    let period = match period {
        Some(period) => period,
        None => ledger.latest_period()?.ok_or_else(|| Error::NothingCame { path: workspace.inbox() })?,
    };
    workspace.admit(period)?;
    Ok(period)
}

/// What was taken back.
#[derive(Debug)]
pub enum Undone {
    /// A decision about rows: its question is asked again.
    Decision(Kept),
    /// A correction, or a row that had been taken as it is.
    Edit(KeptEdit),
    /// A ruling about a received file.
    File(Arc<FileRuling>, DecisionState),
}

/// Undoes the decision, correction, acceptance or ruling about a file with that number; it takes effect at the next run.
///
/// # Errors
/// As [`decisions`]; when there is nothing of that number, or it no longer stands.
pub fn undo(workspace: &Workspace, number: u64) -> Result<Undone, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let mut journal = Journal::open(workspace, &mut ledger)?;
    let memory = &journal.memory;
    let is_decision = memory.standing().any(|decision| decision.number == number);
    if !is_decision && !memory.edit_stands(number) && !memory.file_ruling_stands(number) {
        return Err(Error::NoSuchDecision { number });
    }
    let undone = JournalEntry::Undone { number, who: outside::user(), when: outside::now() };
    journal.add(workspace, &mut ledger, undone)?;
    let edit = journal.memory.kept_edits().into_iter().find(|edit| edit.number() == number).map(Undone::Edit);
    let decision = journal.memory.kept().find(|kept| kept.decision.number == number).map(Undone::Decision);
    let file = journal.memory.kept_file_rulings().into_iter().find(|(ruling, _)| ruling.number == number);
    let file = file.map(|(ruling, state)| Undone::File(ruling, state));
    edit.or(decision).or(file).ok_or(Error::NoSuchDecision { number })
}
