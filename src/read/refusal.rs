//! Why a file gives nothing, as a finding.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::book::Unreadable;
use super::limits::{Exceeded, Limit};
use super::{Context, Source, local};
use crate::finding::{Finding, FindingKind};
use crate::words::{self, Args, Language};

/// Why there is no book to be had from a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal(Why);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Why {
    /// Zero bytes, or no sheets.
    Empty,
    /// Another kind of file; the word of [`super::sniff::Sniffed::Foreign`].
    Foreign(Cow<'static, str>),
    Unreadable(Unreadable),
}

impl From<Unreadable> for Refusal {
    fn from(why: Unreadable) -> Self {
        Self(Why::Unreadable(why))
    }
}

impl From<Exceeded> for Refusal {
    fn from(exceeded: Exceeded) -> Self {
        Unreadable::from(exceeded).into()
    }
}

impl Refusal {
    /// The file itself is larger than that.
    #[must_use]
    pub fn too_large(megabytes: u64) -> Self {
        Exceeded { what: Limit::Size, allowed: megabytes }.into()
    }

    /// Reading the file would take more memory than that.
    #[must_use]
    pub fn out_of_memory(megabytes: u64) -> Self {
        Exceeded { what: Limit::Memory, allowed: megabytes }.into()
    }

    /// Reading the file would take more time than that.
    #[must_use]
    pub fn out_of_time(seconds: u64) -> Self {
        Exceeded { what: Limit::Time, allowed: seconds }.into()
    }

    /// The file holds others, where a workbook is wanted.
    #[must_use]
    pub fn archive() -> Self {
        Self::foreign("archive")
    }

    pub(super) fn empty() -> Self {
        Self(Why::Empty)
    }

    pub(super) fn foreign(kind: &'static str) -> Self {
        Self(Why::Foreign(Cow::Borrowed(kind)))
    }

    /// Whether it is one that svod has words for: what came out of a process may be anything.
    pub(super) fn is_sound(&self) -> bool {
        match &self.0 {
            Why::Foreign(kind) => words::has(Language::En, &kind_words(kind)),
            Why::Empty | Why::Unreadable(_) => true,
        }
    }

    pub(super) fn finding(&self, source: &Source) -> Finding {
        let because = |code, id: &str, args: &Args| source.finding(code, Args::new().with("value", local(id, args)));
        match &self.0 {
            Why::Empty => source.finding(FindingKind::EmptyFile, Args::new()),
            Why::Foreign(kind) => because(FindingKind::UnsupportedFormat, &kind_words(kind), &Args::new()),
            Why::Unreadable(Unreadable::Locked) => because(FindingKind::UnreadableFile, "read-locked", &Args::new()),
            Why::Unreadable(Unreadable::Damaged) => because(FindingKind::UnreadableFile, "read-damaged", &Args::new()),
            Why::Unreadable(Unreadable::Doubled) => because(FindingKind::UnreadableFile, "read-doubled", &Args::new()),
            Why::Unreadable(Unreadable::Packed) => because(FindingKind::UnreadableFile, "read-packed", &Args::new()),
            Why::Unreadable(Unreadable::TooLarge(limit)) => {
                because(FindingKind::LimitExceeded, limit.what.words(), &Args::new().with("n", limit.allowed))
            }
        }
    }
}

fn kind_words(kind: &str) -> String {
    format!("read-kind-{kind}")
}

/// The file is a workbook, but not of this form; `other` is the form that it says it is of, or empty.
pub(super) fn not_the_form(source: &Source, context: &Context<'_>, other: &str) -> Finding {
    let args = Args::new().with("value", other).with("expected", context.form.form.title.clone());
    source.finding(FindingKind::NotTheTemplate, args)
}
