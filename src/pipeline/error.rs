//! Why a command could not do its job.

use std::path::PathBuf;

use crate::form::Mistake;
use crate::record::{Frequency, NotAPeriod, Period};

/// Why a command could not do its job. What is wrong with the data is never here.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// No folder upward from `start` is a workspace.
    #[error("no svod.toml in {start} or above it")]
    NoWorkspace { start: PathBuf },
    /// `init` would overwrite a workspace.
    #[error("{path} is there already")]
    AlreadyThere { path: PathBuf },
    /// `svod.toml` cannot be understood.
    #[error("{path}: {message}")]
    Settings { path: PathBuf, source_text: String, span: Option<std::ops::Range<usize>>, message: String },
    /// A number in `svod.toml` is too small or too large; `key` leads to it.
    #[error("{path}: {key} must be from {least} to {greatest}")]
    SettingRange {
        path: PathBuf,
        source_text: String,
        span: std::ops::Range<usize>,
        key: &'static str,
        least: u32,
        greatest: u32,
    },
    /// A form with mistakes.
    #[error("{path}: the form has mistakes")]
    Form { path: PathBuf, source_text: String, mistakes: Vec<Mistake> },
    /// Neither a file nor one of svod's own forms.
    #[error("there is no form {name}")]
    UnknownForm { name: String },
    /// The form is collected for another kind of period.
    #[error("{period} is not a period of this form")]
    WrongFrequency { period: Period, expected: Frequency },
    /// Nothing can be published: the period was not run, and none of the parts of a longer one.
    #[error("{period} was not run")]
    NotRun { period: Period, parts: Vec<Period> },
    /// The institution's own Word file cannot take the report.
    #[error("{path}: {reason}")]
    Letterhead { path: PathBuf, reason: crate::publish::LetterheadError },
    #[error(transparent)]
    NotAPeriod(#[from] NotAPeriod),
    /// The register has no institution that is asked in this period.
    #[error("{path}: no institution is asked in {period}")]
    NobodyAsked { path: PathBuf, period: Period },
    /// A line of the journal of decisions cannot be read or written.
    #[error("{path}, line {line}: {reason}")]
    Journal { path: PathBuf, line: usize, reason: String },
    /// A line of the journal of the post cannot be read.
    #[error("{path}, line {line}: {reason}")]
    PostJournal { path: PathBuf, line: usize, reason: String },
    /// The file with the coordinator's own wording of the letters has mistakes.
    #[error("{path}: the letters have mistakes")]
    Letters { path: PathBuf, source_text: String, mistakes: Vec<Mistake> },
    /// No file has come yet, so there is nothing to ask about.
    #[error("nothing has come into {path} yet")]
    NothingCame { path: PathBuf },
    /// `decide` of a question that is not asked.
    #[error("there is no question {number} among {of}")]
    NoSuchQuestion { number: u32, of: usize },
    /// `decide --accept` of a row that is not out, or that its file keeps out.
    #[error("there is no row {number} that could be taken, among {of}")]
    NoSuchRow { number: u32, of: usize },
    /// `decide --admit` or `--set-aside` of a file that did not come.
    #[error("no file {number} came for {period}")]
    NoSuchFile { number: u64, period: Period },
    /// `decide --admit` of a file that is no institution's answer.
    #[error("no answer can be made from file {number}, «{name}»")]
    NoAnswer { number: u64, name: String },
    /// `decide --undo` of a decision that does not stand.
    #[error("there is no decision {number} that stands")]
    NoSuchDecision { number: u64 },
    /// Something that `[post]` of the settings must say for this.
    #[error("{path}: [post] does not say {what}")]
    PostSetting { path: PathBuf, what: &'static str },
    /// Nobody can be reminded of a day that is not set.
    #[error("{path} does not say deadline-days")]
    NoDeadline { path: PathBuf },
    /// The form has no field in which an institution could choose its name.
    #[error("the form has no field for the institution: a template for all could not tell whose it is")]
    NoNameToChoose,
    /// No institution of that code.
    #[error("there is no institution {code}")]
    NoSuchInstitution { code: String },
    #[error(transparent)]
    Deliver(#[from] crate::deliver::Error),
    #[error(transparent)]
    Decide(#[from] crate::decide::Error),
    #[error(transparent)]
    Outside(#[from] crate::outside::Error),
    #[error(transparent)]
    Ledger(#[from] crate::ledger::Error),
    #[error(transparent)]
    Read(#[from] crate::read::Error),
    #[error(transparent)]
    Check(#[from] crate::check::Error),
    #[error(transparent)]
    Merge(#[from] crate::merge::Error),
    #[error(transparent)]
    Template(#[from] crate::template::Error),
    #[error(transparent)]
    Publish(#[from] crate::publish::Error),
}

impl From<crate::outside::MailError> for Error {
    fn from(error: crate::outside::MailError) -> Self {
        Self::Outside(error.into())
    }
}
