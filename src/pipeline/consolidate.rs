//! Originals → consolidated: read and check each, link, merge. A pure function of form, register, originals and
//! decisions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::earlier::{self, Past};
use super::{Error, Stage, Watch, Workspace, archive, originals, unfolder};
use crate::check::Checker;
use crate::decide::Memory;
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{
    Checked, Consolidated, Earlier, EditAnswer, FileState, MatterId, OwnWorkbook, Parcel, ParcelCard, Question,
    Reading, Row, RowPrint, Standing, WholeIds,
};
use crate::form::Form;
use crate::layout::OwnKind;
use crate::ledger::Ledger;
use crate::read::Refusal;
use crate::record::{ParcelId, Period};
use crate::register::Register;
use crate::words::Args;
use crate::{collect, link, merge, outside, read};

/// The originals of a period, read and checked.
pub(super) struct Gathered {
    period: Period,
    register: Register,
    register_findings: Vec<Finding>,
    judge: Checker,
    /// What institutions sent.
    checked: Vec<Checked>,
    /// What became of each of these files, as people ruled.
    states: Vec<FileState>,
    /// What earlier periods have to say.
    past: Past,
    /// What svod published and people sent back, in order of arrival.
    own: Vec<OwnWorkbook>,
}

/// Reads and checks what the ledger knows of a period; `memory` holds what people ruled about files.
pub(super) fn gather(
    workspace: &Workspace,
    ledger: &Ledger,
    period: Period,
    memory: &Memory,
    watch: &dyn Watch,
) -> Result<Gathered, Error> {
    let (register, register_findings) = workspace.register()?;
    let cards = ledger.parcels(period)?;
    let copies = ledger.copies(period)?;
    let known = PeriodIds::of(&cards);
    let judge = Checker::new(&workspace.form, &register, period)?;
    let (mut checked, own) = {
        let context = read::Context::new(&workspace.form, &register, period).with_key(workspace.key());
        watch.begin(Stage::Read, cards.len());
        let opened: Vec<Opened<Checked>> = cards
            .into_par_iter()
            .map(|card| {
                let card = Arc::new(card);
                let opened = match open_one(workspace, &card, &context, &known)? {
                    Opened::Returned(mut reading) => {
                        let again = copies.iter().filter(|(id, _)| *id == card.id);
                        reading.findings.extend(again.map(|(_, name)| {
                            let args = Args::new().with("name", name.as_str());
                            Finding::new(FindingKind::RepeatedFile, Place::file(&card.id, &card.name), args)
                        }));
                        Opened::Returned(judge.check(reading))
                    }
                    Opened::Own(own) => Opened::Own(own),
                };
                watch.step();
                Ok(opened)
            })
            .collect::<Result<_, Error>>()?;
        watch.end();
        apart(opened)
    };
    merge::prove(&mut checked, &register);
    let states = merge::settle(&mut checked, &memory.file_rulings(period), &register);
    let counts = |at: &usize| states[*at].counts();
    let now: Vec<&Checked> = (0..checked.len()).filter(counts).map(|at| &checked[at]).collect();
    let past = earlier::past(workspace, ledger, (&register, memory), period, &now)?;
    Ok(Gathered { period, register, register_findings, judge, checked, states, past, own })
}

/// The originals of a period by their ids.
#[derive(Default)]
struct PeriodIds {
    all: BTreeSet<ParcelId>,
    whole: WholeIds,
}

impl PeriodIds {
    fn of(cards: &[ParcelCard]) -> Self {
        let ids = || cards.iter().map(|card| &card.id);
        Self { all: ids().cloned().collect(), whole: WholeIds::of(ids()) }
    }

    /// The original that an id means, where it is one of them.
    fn here(&self, id: &ParcelId) -> Option<ParcelId> {
        Some(self.whole.whole(id)).filter(|whole| self.all.contains(whole))
    }
}

/// An original that was opened.
enum Opened<T> {
    /// A file that somebody sent.
    Returned(T),
    Own(Box<OwnWorkbook>),
}

fn apart(opened: Vec<Opened<Checked>>) -> (Vec<Checked>, Vec<OwnWorkbook>) {
    let (mut returned, mut own) = (Vec::new(), Vec::new());
    for opened in opened {
        match opened {
            Opened::Returned(checked) => returned.push(checked),
            Opened::Own(workbook) => own.push(*workbook),
        }
    }
    (returned, own)
}

impl Gathered {
    /// The workbooks of svod's own that came back.
    pub(super) fn own(&self) -> &[OwnWorkbook] {
        &self.own
    }

    /// What institutions sent and what became of each file, as people decided.
    pub(super) fn into_files(self, memory: &Memory) -> (Vec<(Checked, FileState)>, Register) {
        let mut checked = self.checked;
        let acceptances = memory.acceptances(self.period);
        for file in &mut checked {
            file.accept(&acceptances);
        }
        (checked.into_iter().zip(self.states).collect(), self.register)
    }

    /// Links and merges, as people decided.
    ///
    /// # Errors
    /// When a row is lost on the way, or counted twice.
    pub(super) fn combine(self, workspace: &Workspace, memory: &Memory) -> Result<(Consolidated, Register), Error> {
        let Self { period, register, register_findings, judge, checked, states, past, mut own } = self;
        recall(&mut own, memory);
        let acceptances = memory.acceptances(period);
        let mut checked = checked;
        for file in &mut checked {
            file.accept(&acceptances);
        }
        let mut past = past;
        let carried = std::mem::take(&mut past.carried).into_iter();
        let taken = |earlier: Earlier| {
            let acceptances = memory.acceptances(earlier.period);
            earlier.taken(&acceptances)
        };
        past.carried = carried.filter_map(taken).collect();
        let mut consolidated = combine(&workspace.form, &register, period, (checked, states), past, memory, &judge)?;
        consolidated.findings.extend(said_of_edits(&own, &consolidated));
        consolidated.findings.splice(0..0, register_findings);
        for own in &own {
            if let Some(refused) = &own.refused {
                consolidated.findings.push(refused.clone());
                consolidated.unusable.push((Arc::clone(&own.parcel), vec![refused.clone()]));
            }
        }
        consolidated.findings.extend(still_unclear(&own, &consolidated.questions));
        consolidated.own = own;
        Ok((consolidated, register))
    }
}

/// What was taken from a workbook stands, though today it would not be taken from it: nobody is asked about it again.
fn recall(own: &mut [OwnWorkbook], memory: &Memory) {
    for workbook in own {
        let unproved =
            workbook.refused.as_ref().is_some_and(|refused| refused.kind == FindingKind::UnprovedOwnWorkbook);
        let id = &workbook.parcel.id;
        if unproved && (memory.has_taken(id) || memory.has_taken_edits(id)) {
            workbook.refused = None;
            workbook.taken_before = true;
        }
    }
}

/// What is wrong with the edits of workbooks that came back: of each kind the newest, for of an older one it was said when
/// it came; and rows that are to be taken without a reason, as long as they are out.
fn said_of_edits(own: &[OwnWorkbook], consolidated: &Consolidated) -> Vec<Finding> {
    let ours = || own.iter().filter(|own| own.refused.is_none());
    let newest = [OwnKind::Consolidated, OwnKind::Questions].map(|kind| ours().rfind(|own| own.kind == kind));
    let mut findings: Vec<Finding> =
        newest.iter().flatten().flat_map(|own| own.edits.findings.iter().cloned()).collect();
    let refused = consolidated.refused.iter().map(|row| &row.print);
    let waiting = consolidated.waiting.iter().map(|row| &row.print);
    let out: BTreeSet<&RowPrint> = refused.chain(waiting).flatten().collect();
    let mut unreasoned: BTreeMap<&RowPrint, &Finding> = BTreeMap::new();
    for answer in ours().flat_map(|own| &own.edits.answers) {
        if let EditAnswer::Unreasoned { row, finding } = answer {
            unreasoned.insert(row, finding);
        }
    }
    let still_out = unreasoned.into_iter().filter(|(row, _)| out.contains(row));
    findings.extend(still_out.map(|(_, finding)| finding.clone()));
    findings
}

/// What is written in a workbook and was not understood, as long as its question is open.
fn still_unclear(own: &[OwnWorkbook], questions: &[Question]) -> Vec<Finding> {
    let open: BTreeSet<MatterId> = questions.iter().map(|question| question.matter.id()).collect();
    let unclear = own.iter().filter(|workbook| workbook.refused.is_none()).flat_map(|workbook| &workbook.unclear);
    unclear
        .filter(|unclear| unclear.question.as_ref().is_none_or(|question| open.contains(question)))
        .map(|unclear| unclear.finding.clone())
        .collect()
}

/// Reads one original; one that is gone is a finding.
pub(super) fn read_one(
    workspace: &Workspace,
    card: &Arc<ParcelCard>,
    context: &read::Context<'_>,
) -> Result<Reading, Error> {
    open_one(workspace, card, context, &PeriodIds::default()).map(|opened| match opened {
        Opened::Returned(reading) => reading,
        Opened::Own(own) => unread(card, own.refused.into_iter().collect()),
    })
}

/// An original: a file that an institution may have sent, or a workbook that svod itself published. `known` are the
/// originals of the period.
fn open_one(
    workspace: &Workspace,
    card: &Arc<ParcelCard>,
    context: &read::Context<'_>,
    known: &PeriodIds,
) -> Result<Opened<Reading>, Error> {
    let parcel = match original(workspace, card) {
        Ok(Original::Whole(parcel)) => parcel,
        Ok(Original::TooLarge) => {
            let refusal = Refusal::too_large(workspace.settings.file_limit_mb);
            return Ok(Opened::Returned(read::read_book(card, &Err(refusal), context)));
        }
        Err(finding) => return Ok(Opened::Returned(unread(card, vec![*finding]))),
    };
    let book = match workspace.unfolder.open(&parcel.bytes)? {
        unfolder::Opened::Workbook(book) => book,
        unfolder::Opened::Wrapper(unpacked) => {
            return Ok(Opened::Returned(archive::reading(card, &unpacked, Some(context.register))));
        }
    };
    Ok(match read::own(card, &book, context, |id| known.here(id)) {
        Some(own) => Opened::Own(Box::new(own)),
        None => Opened::Returned(read::read_book(card, &book, context)),
    })
}

/// Links and merges what was checked, and what runs on from earlier periods, as people decided.
fn combine(
    form: &Form,
    register: &Register,
    period: Period,
    (checked, states): (Vec<Checked>, Vec<FileState>),
    past: Past,
    memory: &Memory,
    judge: &Checker,
) -> Result<Consolidated, Error> {
    let Past { carried: earlier, before } = past;
    let rows: Vec<&Row> = checked
        .iter()
        .zip(&states)
        .filter(|(_, state)| state.counts())
        .flat_map(|(checked, _)| &checked.rows)
        .chain(earlier.iter().flat_map(|file| &file.checked.rows))
        .filter(|row| row.standing == Standing::Accepted)
        .map(|row| &row.row)
        .collect();
    let rulings = memory.rulings(&rows, form);
    let links = link::link(&rows, form, register, &rulings.verdicts);
    let mut consolidated = merge::merge(merge::Input {
        period,
        form,
        register,
        checked,
        states,
        earlier,
        before,
        links,
        rulings,
        corrections: &memory.corrections(period),
        amend: judge,
    })?;
    memory.recall(&mut consolidated.questions, form);
    Ok(consolidated)
}

/// An original that is as it was received.
enum Original {
    Whole(Parcel),
    /// Larger than what is read.
    TooLarge,
}

/// The original with its bytes, or the finding that it is gone or is not what was received.
fn original(workspace: &Workspace, card: &Arc<ParcelCard>) -> Result<Original, Box<Finding>> {
    let changed = || {
        let args = Args::new().with("name", card.stored.as_str());
        Box::new(Finding::new(FindingKind::OriginalDamaged, Place::file(&card.id, &card.name), args))
    };
    let unreadable = |error: outside::Error| {
        tracing::warn!(%error, "an original cannot be read");
        changed()
    };
    let path = workspace.root().join(&card.stored);
    // Nothing is read that is larger than it was: it may be larger than the memory.
    if outside::stat(&path).map_err(unreadable)?.is_none_or(|stat| stat.size != card.size) {
        return Err(changed());
    }
    if card.size > workspace.settings.file_limit() {
        let id = originals::fingerprint(&path).map_err(unreadable)?;
        return if card.id.means(&id) { Ok(Original::TooLarge) } else { Err(changed()) };
    }
    let bytes = outside::read(&path).map_err(unreadable)?;
    if !card.id.means(&collect::fingerprint(&bytes)) {
        return Err(changed());
    }
    Ok(Original::Whole(Parcel { card: Arc::clone(card), bytes: bytes.into() }))
}

fn unread(card: &Arc<ParcelCard>, findings: Vec<Finding>) -> Reading {
    Reading { parcel: Arc::clone(card), submission: None, presumed: None, sender: None, findings }
}
