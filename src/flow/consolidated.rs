//! merge → publish: events with field-level sources, answers of the institutions, questions, and the sum.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Acceptance, Corrected, Decision, FileState, Former, KeptCorrection, Matter, OwnWorkbook, ParcelCard, RowPrint,
    Signed, Understood,
};
use crate::finding::Finding;
use crate::record::{FieldKey, Origin, Period, Value};
use crate::register::Institution;
use crate::words::{Args, Said};

/// A row of a received file, as far as its sources need it.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow {
    pub id: Origin,
    pub institution: Option<Arc<str>>,
    /// The file's name as it arrived.
    pub file: Arc<str>,
}

/// What one file gives for a field.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceValue {
    pub origin: Origin,
    pub institution: Option<Arc<str>>,
    pub value: Value,
    pub raw: Arc<str>,
    /// Whether the consolidated value is made from it.
    pub used: bool,
    /// Who wrote it and when, where it is the coordinator's and no institution's.
    pub corrected: Option<Signed>,
}

/// A field of an event with every value that was given for it.
#[derive(Debug, Clone, PartialEq)]
pub struct MergedField {
    pub value: Value,
    pub sources: Vec<SourceValue>,
    /// Where the coordinator's value stands in place of the institutions'.
    pub correction: Option<Box<Corrected>>,
    /// Whose value it is was decided by a person.
    pub decided: Option<Arc<Decision>>,
}

/// One event of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Running number in the report, from 1.
    pub number: u32,
    /// Key of its section, where the report has sections.
    pub section: Option<String>,
    pub fields: BTreeMap<FieldKey, MergedField>,
    /// Fields that the coordinator cleared, with the values that are left out.
    pub cleared: BTreeMap<FieldKey, MergedField>,
    pub understood: Understood,
    /// The rows that it was made from, the lead first.
    pub rows: Vec<SourceRow>,
    /// The earlier period that it runs on from, where no file of this one tells of it.
    pub carried_from: Option<Period>,
    /// Findings of its rows and of the merge.
    pub findings: Vec<Finding>,
}

impl Event {
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.fields.get(key).map(|field| &field.value)
    }

    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.value(key).and_then(Value::as_text)
    }
}

/// A row that errors keep out.
#[derive(Debug, Clone, PartialEq)]
pub struct RefusedRow {
    pub source: SourceRow,
    /// Its values as received, by field.
    pub values: BTreeMap<FieldKey, Arc<str>>,
    pub findings: Vec<Finding>,
    /// By what it may be taken as it is; `None` where its file does not count.
    pub print: Option<RowPrint>,
}

/// A row that a person took in spite of its errors; it stands in the report.
#[derive(Debug, Clone, PartialEq)]
pub struct AcceptedRow {
    pub source: SourceRow,
    /// Its values as received, by field.
    pub values: BTreeMap<FieldKey, Arc<str>>,
    pub findings: Vec<Finding>,
    pub acceptance: Arc<Acceptance>,
}

/// A row that is in order but waits for a person, for what is wrong with its file.
#[derive(Debug, Clone, PartialEq)]
pub struct WaitingRow {
    pub source: SourceRow,
    pub values: BTreeMap<FieldKey, Arc<str>>,
    /// Findings of the file that keep it waiting.
    pub findings: Arc<[Finding]>,
    /// By what it may be taken as it is; `None` where its file does not count.
    pub print: Option<RowPrint>,
}

/// What a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum QuestionKind {
    /// Are these two rows one event?
    SameEvent,
    /// Two reports of one event differ in a field; the lead's value stands until a person decides.
    Conflict,
}

/// A field in which two reports of one event differ; dictionary values by their keys, as in [`Question`].
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    pub field: FieldKey,
    pub left: String,
    pub right: String,
}

/// What a person must decide.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// From 1, in the order of the report.
    pub number: u32,
    pub kind: QuestionKind,
    pub left: SourceRow,
    pub right: SourceRow,
    /// Values of both rows as they read, by field. Of a dictionary field it is the entry's key: the language is not known
    /// here, whoever shows the question puts the label.
    pub left_values: BTreeMap<FieldKey, String>,
    pub right_values: BTreeMap<FieldKey, String>,
    /// Numbers of the events that the rows stand in.
    pub events: Vec<u32>,
    pub score: f64,
    pub reasons: Vec<Said>,
    /// For [`QuestionKind::Conflict`].
    pub conflict: Option<Conflict>,
    /// What it is about: by this a decision is remembered.
    pub matter: Matter,
    /// What was decided before something of it changed.
    pub former: Option<Former>,
}

/// Where an institution stands with its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing came.
    Silent,
    /// "Nothing to report."
    Nil,
    /// Everything was taken.
    InOrder,
    /// Taken, with warnings.
    WithWarnings,
    /// Rows were refused, or wait.
    WithErrors,
    /// A file came that cannot be used.
    Unusable,
}

impl State {
    /// Whether the institution has answered; a file that cannot be used is no answer.
    #[must_use]
    pub fn is_answer(self) -> bool {
        match self {
            Self::Nil | Self::InOrder | Self::WithWarnings | Self::WithErrors => true,
            Self::Silent | Self::Unusable => false,
        }
    }
}

/// A received file and its one state.
#[derive(Debug, Clone, PartialEq)]
pub struct ReceivedFile {
    pub card: Arc<ParcelCard>,
    /// Code of the institution whose answer it claims to be, where that is known.
    pub institution: Option<Arc<str>>,
    pub state: FileState,
    /// Rows of its table, whatever became of them.
    pub rows: u32,
    /// Those that wait.
    pub waiting: u32,
}

impl ReceivedFile {
    /// Whether a person is to say what becomes of it: it is held, or its rows wait though no answer can be made from it.
    #[must_use]
    pub fn waits(&self) -> bool {
        matches!(self.state, FileState::Held(_)) || (self.state == FileState::Unusable && self.waiting > 0)
    }
}

/// One file in the line of versions of an institution.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    pub parcel: Arc<ParcelCard>,
    pub state: FileState,
    pub rows: u32,
}

/// What one institution answered.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub institution: Institution,
    pub state: State,
    /// Day of the file that counts.
    pub received: Option<Date>,
    /// Oldest first.
    pub versions: Vec<Version>,
    /// Its rows, and what became of them: those of the file that counts, and those that wait in files that do not.
    pub rows: Tally,
    pub errors: u32,
    pub warnings: u32,
    /// Counters of the title sheet, by field.
    pub counters: BTreeMap<FieldKey, i64>,
}

/// The sum: `received = in_report + merged + refused + waiting`; the report holds `in_report + carried` events.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Tally {
    /// Rows received: those of the files that count, and those of files that no answer is made from, which wait.
    pub received: u32,
    /// Rows that stand in the report, one for each event.
    pub in_report: u32,
    /// Rows that were joined to another row's event.
    pub merged: u32,
    pub refused: u32,
    pub waiting: u32,
    /// Events of earlier periods that run on into this one and that no row received tells of.
    #[serde(default)]
    pub carried: u32,
}

impl Tally {
    #[must_use]
    pub fn adds_up(&self) -> bool {
        self.received == self.in_report + self.merged + self.refused + self.waiting
    }

    /// The sum as arguments of a sentence.
    #[must_use]
    pub fn words(&self) -> Args {
        Args::new()
            .with("received", self.received)
            .with("in-report", self.in_report)
            .with("merged", self.merged)
            .with("refused", self.refused)
            .with("waiting", self.waiting)
    }
}

/// One of the periods that a longer one is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    pub period: Period,
    /// The last day on which an answer was in time, where one was set.
    pub deadline: Option<Date>,
    /// What its report says now; `None` where it was not run.
    pub data: Option<Arc<Consolidated>>,
}

/// Everything that the artifacts show. A pure function of form, register, originals and decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Consolidated {
    pub period: Period,
    /// The periods that it is made of, in their order; none where it was itself collected for.
    pub parts: Vec<Part>,
    /// In the report's order.
    pub events: Vec<Event>,
    /// One for each institution that is asked, in the register's order, then those that answered unasked.
    pub answers: Vec<Answer>,
    pub refused: Vec<RefusedRow>,
    pub waiting: Vec<WaitingRow>,
    /// Rows in the report that people took in spite of their errors.
    pub accepted: Vec<AcceptedRow>,
    /// The coordinator's corrections that were not taken back, by number.
    pub corrections: Vec<KeptCorrection>,
    pub questions: Vec<Question>,
    /// People's decisions about rows of this period, by number.
    pub decisions: Vec<Arc<Decision>>,
    /// Every finding, by file, then by place. Of a file that a newer one replaced only that it was replaced: what was wrong
    /// with it has been answered.
    pub findings: Vec<Finding>,
    /// Every file received, in order of arrival; those that were replaced, too.
    pub files: Vec<ReceivedFile>,
    /// Workbooks of svod's own that came back, in order of arrival; they are not among the parcels.
    pub own: Vec<OwnWorkbook>,
    /// Files of earlier periods that events run on from.
    pub earlier: Vec<Arc<ParcelCard>>,
    /// Parcels that no institution's answer is made from, with the findings that say why.
    pub unusable: Vec<(Arc<ParcelCard>, Vec<Finding>)>,
    pub tally: Tally,
    /// Sums of the title sheet's counters over the answers, by field.
    pub counters: BTreeMap<FieldKey, i64>,
}

impl Consolidated {
    /// The files that wait for a person, by arrival.
    pub fn waiting_files(&self) -> impl Iterator<Item = &ReceivedFile> {
        self.files.iter().filter(|file| file.waits())
    }

    /// How many files are of no use and ask nothing of the coordinator: their senders send others.
    #[must_use]
    pub fn useless_files(&self) -> usize {
        self.unusable.len() - self.files.iter().filter(|file| file.state == FileState::Unusable && file.waits()).count()
    }

    /// The parts that were not run: what happened in them is not known here.
    pub fn missing(&self) -> impl Iterator<Item = Period> {
        self.parts.iter().filter(|part| part.data.is_none()).map(|part| part.period)
    }
}
