//! Why a file gives nothing, as a finding.

use super::book::Unreadable;
use super::{Context, Source, local};
use crate::finding::{Code, Finding};
use crate::words::Args;

/// A file that gives nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Refusal {
    /// Zero bytes, or no sheets.
    Empty,
    /// Another kind of file; the word of [`super::sniff::Sniffed::Foreign`].
    Foreign(&'static str),
    Unreadable(Unreadable),
}

impl From<Unreadable> for Refusal {
    fn from(why: Unreadable) -> Self {
        Self::Unreadable(why)
    }
}

impl Refusal {
    pub(super) fn finding(&self, source: &Source) -> Finding {
        let because = |code, id: &str, args: &Args| source.finding(code, Args::new().with("value", local(id, args)));
        match self {
            Self::Empty => source.finding(Code::F04, Args::new()),
            Self::Foreign(what) => because(Code::F07, &format!("read-kind-{what}"), &Args::new()),
            Self::Unreadable(Unreadable::Locked) => because(Code::F03, "read-locked", &Args::new()),
            Self::Unreadable(Unreadable::Damaged) => because(Code::F03, "read-damaged", &Args::new()),
            Self::Unreadable(Unreadable::TooLarge(limit)) => {
                because(Code::F08, &format!("read-limit-{}", limit.what), &Args::new().with("n", limit.allowed))
            }
        }
    }
}

/// The file is a workbook, but not of this form; `other` is the form that it says it is of, or empty.
pub(super) fn not_the_form(source: &Source, context: &Context<'_>, other: &str) -> Finding {
    let args = Args::new().with("value", other).with("expected", context.form.form.title.clone());
    source.finding(Code::F01, args)
}
