//! check → merge: what decides whether a received file counts as its institution's answer, and what was decided.
//!
//! A file claims to be an institution's. Whether the claim is proved ([`Proof`]), what the file says ([`FilePrint`]) and what people
//! ruled about it ([`FileRulings`]) give its [`FileState`].

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::DateTime;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::checked::print_of;
use super::{Checked, CheckedRow, Digest, ParcelCard};
use crate::record::{ParcelId, Period};

/// On what it rests that a file is of the institution whose answer it claims to be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// The token of a workbook that this workspace issued to that institution for that period.
    Token,
    /// It came in a letter from one of the institution's own addresses.
    Address,
    /// The workspace has no key: nothing that it issued bears a token.
    Unasked,
    /// The name or the code of the institution, and nothing else.
    #[default]
    Missing,
    /// The workbook was issued to somebody else, or its token is wrong.
    Contradicted,
}

impl Proof {
    /// Whether the file may take the place of another one of its institution without a person's word.
    #[must_use]
    pub fn holds(self) -> bool {
        matches!(self, Self::Token | Self::Address | Self::Unasked)
    }
}

/// A received file that may be an institution's answer.
pub trait Claimant {
    fn card(&self) -> &ParcelCard;
    /// Whose answer it claims to be; `None` where no answer can be made from it.
    fn institution(&self) -> Option<&Arc<str>>;
    fn proof(&self) -> Proof;
    /// Rests the claim on something else.
    fn set_proof(&mut self, proof: Proof);
    /// The address that a letter came from; `None` for any other file.
    fn sender(&self) -> Option<&str>;
    /// Works through all rows.
    fn print(&self) -> FilePrint;
}

/// What a file says, as far as it is compared with another file of its institution.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilePrint {
    /// The title sheet, with "nothing to report".
    header: String,
    /// "Nothing to report" is marked.
    #[serde(default)]
    nil: bool,
    /// Every row; in an order of their own.
    rows: Vec<PrintedRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct PrintedRow {
    /// As [`CheckedRow::print`].
    print: String,
    /// Print of the title; `None` where the row has none.
    title: Option<String>,
}

impl FilePrint {
    /// What a checked file says.
    #[must_use]
    pub fn of(checked: &Checked) -> Self {
        let header = checked.header.iter().chain(&checked.unread).map(|(key, datum)| (key.as_str(), &*datum.raw));
        let header = print_of(header.chain([("", if checked.nil { "nil" } else { "" })]));
        let mut rows: Vec<PrintedRow> = checked.rows.iter().map(PrintedRow::of).collect();
        rows.sort_unstable();
        Self { header, nil: checked.nil, rows }
    }

    /// Whether "nothing to report" is marked.
    #[must_use]
    pub fn is_nil(&self) -> bool {
        self.nil
    }

    #[must_use]
    pub fn rows(&self) -> usize {
        self.rows.len()
    }

    /// Whether a row of one is found in the other, by what it says or by its title.
    #[must_use]
    pub fn shares_rows(&self, other: &Self) -> bool {
        let known = other.prints();
        self.rows.iter().any(|row| row.is_among(&known))
    }

    /// Whether every row is found in the other, by what it says or by its title.
    #[must_use]
    pub fn is_within(&self, other: &Self) -> bool {
        let known = other.prints();
        self.rows.iter().all(|row| row.is_among(&known))
    }

    fn prints(&self) -> BTreeSet<&str> {
        self.rows.iter().flat_map(|row| [Some(&row.print), row.title.as_ref()]).flatten().map(String::as_str).collect()
    }
}

impl PrintedRow {
    fn of(row: &CheckedRow) -> Self {
        let title = Some(row.row.understood.title.key.as_str()).filter(|key| !key.is_empty());
        Self { print: row.print(), title: title.map(|title| print_of([("", title)])) }
    }

    fn is_among(&self, known: &BTreeSet<&str>) -> bool {
        [Some(&self.print), self.title.as_ref()].into_iter().flatten().any(|print| known.contains(print.as_str()))
    }
}

impl Claimant for Checked {
    fn card(&self) -> &ParcelCard {
        &self.parcel
    }

    fn institution(&self) -> Option<&Arc<str>> {
        self.known.institution.as_ref().filter(|_| self.usable)
    }

    fn proof(&self) -> Proof {
        self.known.proof
    }

    fn set_proof(&mut self, proof: Proof) {
        self.known.proof = proof;
    }

    fn sender(&self) -> Option<&str> {
        self.sender.as_deref()
    }

    fn print(&self) -> FilePrint {
        FilePrint::of(self)
    }
}

impl Claimant for (ParcelCard, Digest) {
    fn card(&self) -> &ParcelCard {
        &self.0
    }

    fn institution(&self) -> Option<&Arc<str>> {
        self.1.institution.as_ref().filter(|_| self.1.usable)
    }

    fn proof(&self) -> Proof {
        self.1.proof
    }

    fn set_proof(&mut self, proof: Proof) {
        self.1.proof = proof;
    }

    fn sender(&self) -> Option<&str> {
        self.1.sender.as_deref()
    }

    fn print(&self) -> FilePrint {
        self.1.print.clone()
    }
}

/// What became of a received file.
#[derive(Debug, Clone, PartialEq)]
pub enum FileState {
    /// It is its institution's answer.
    Counts,
    /// A newer file of its institution took its place.
    Replaced,
    /// It waits for a person; meanwhile another file counts, or none.
    Held(Hold),
    /// A person took it out of the count.
    SetAside(Arc<FileRuling>),
    /// An archive or a letter: what lay in it was received by itself.
    Opened,
    /// No answer can be made from it; its findings say why.
    Unusable,
}

impl FileState {
    #[must_use]
    pub fn counts(&self) -> bool {
        *self == Self::Counts
    }

    /// The word of messages and of answers for programs.
    #[must_use]
    pub fn word(&self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Replaced => "replaced",
            Self::Held(_) => "held",
            Self::SetAside(_) => "set-aside",
            Self::Opened => "opened",
            Self::Unusable => "unusable",
        }
    }
}

/// Why a file is held, and beside which one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    pub why: HoldReason,
    /// Whether "nothing to report" is marked in the held file.
    pub nil: bool,
    /// Its rows.
    pub rows: usize,
    /// Name of the file that counts meanwhile.
    pub beside: Arc<str>,
    /// Its rows.
    pub beside_rows: usize,
}

/// Why a file is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HoldReason {
    /// It would replace the institution's file, and nothing proves that the institution sent it.
    OtherSender,
    /// The institution's own file would replace it, and has none of its rows; nothing proves that the institution sent this one.
    Displaced,
    /// It has fewer rows than the file that it would replace, and none of that file's rows.
    FewerRows,
}

/// What a person says of a received file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FileChoice {
    /// It counts in place of the file that counted so far.
    Admit,
    /// It does not count, and its rows are not waited for.
    SetAside,
}

/// A ruling of a person about a received file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRuling {
    /// From the sequence of decisions; unique and never reused.
    pub number: u64,
    pub period: Period,
    pub file: ParcelId,
    /// The file's name as it arrived.
    pub name: Arc<str>,
    pub choice: FileChoice,
    /// The last arrival when it was given: an admitted file stands after that one, and before whatever comes later.
    pub after: u64,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Who ruled; empty where that is not known.
    pub who: String,
    pub when: DateTime,
}

/// The rulings about the files of a period that stand: of each file the last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FileRulings(BTreeMap<ParcelId, Arc<FileRuling>>);

impl FileRulings {
    #[must_use]
    pub fn about(&self, file: &ParcelId) -> Option<&Arc<FileRuling>> {
        self.0.get(file)
    }
}

impl FromIterator<Arc<FileRuling>> for FileRulings {
    /// A later ruling about a file takes the place of an earlier one.
    fn from_iter<I: IntoIterator<Item = Arc<FileRuling>>>(rulings: I) -> Self {
        Self(rulings.into_iter().map(|ruling| (ruling.file.clone(), ruling)).collect())
    }
}
