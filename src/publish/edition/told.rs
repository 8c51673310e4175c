//! «Что изменилось»: what an edition says differently from the one before, as a report that is read beside it.
//!
//! In: two editions. Out: the [`Report`] model, which whoever sets pages can print; it is not signed.

use super::{Difference, Edition, differences};
use crate::publish::{Report, ReportColumn, ReportRow, ReportSection};
use crate::words::{self, Args, Language};

/// The columns with their shares of the width.
const COLUMNS: [(&str, f64); 5] =
    [("number", 0.05), ("event", 0.25), ("field", 0.16), ("before", 0.27), ("after", 0.27)];

/// What `after` says differently from `before`, and the name of the document without extension.
pub(in super::super) fn told(before: &Edition, after: &Edition, language: Language) -> (Report, String) {
    let args = Args::new()
        .with("period", after.period.name(language))
        .with("number", after.number)
        .with("before", before.number);
    let say = |id: &str| words::text(language, &format!("edition-{id}"), &args);
    let found = differences(before, after);
    let column =
        |(id, share): (&str, f64)| ReportColumn { heading: say(&format!("head-{id}")), width_mm: share * 100.0 };
    let report = Report {
        title: ["title", "compared"].map(say).into(),
        remarks: Vec::new(),
        // A table of nothing is not printed.
        columns: COLUMNS.into_iter().filter(|_| !found.is_empty()).map(column).collect(),
        sections: sections(&found, language),
        closing: found.is_empty().then(|| say("nothing-changed")),
    };
    (report, say("document-name"))
}

/// What is about the whole report comes first.
fn sections(found: &[Difference], language: Language) -> Vec<ReportSection> {
    let (whole, events): (Vec<_>, Vec<_>) = found.iter().partition(|one| is_of_the_whole(one));
    let section = |(id, part): (&str, Vec<&Difference>)| ReportSection {
        heading: Some(words::plain(language, &format!("edition-head-{id}"))),
        rows: (1..).zip(part).map(|(number, one)| ReportRow { number, cells: cells(one, language).into() }).collect(),
    };
    [("whole", whole), ("events", events)].into_iter().filter(|(_, part)| !part.is_empty()).map(section).collect()
}

fn is_of_the_whole(difference: &Difference) -> bool {
    matches!(difference, Difference::Line { .. } | Difference::Figure { .. })
}

/// Number, event, what of it, was, is.
fn cells(difference: &Difference, language: Language) -> [String; 5] {
    let say = |id: &str| words::plain(language, &format!("edition-cell-{id}"));
    let none = String::new;
    match difference {
        Difference::Line { before, after } => [none(), say("text"), none(), before.clone(), after.clone()],
        Difference::Figure { words, before, after } => [none(), words.clone(), none(), before.clone(), after.clone()],
        Difference::Added { number, called } => {
            [number.to_string(), called.clone(), say("whole-event"), say("was-not"), say("added")]
        }
        Difference::Removed { number, called } => {
            [none(), called.clone(), say("whole-event"), format!("№ {number}"), say("removed")]
        }
        Difference::Changed { number, called, label, before, after } => {
            [number.to_string(), called.clone(), label.clone(), before.clone(), after.clone()]
        }
    }
}
