//! The first screen: what a person who has one minute reads.
//!
//! In: the figures. Out: numbers as they are printed, each with its words. People of different units stand apart.

use super::super::{Figures, Headline, Line, Report, SignedDocument, Subject, grouped, sentences};
use super::chart::Chart;
use super::{say, table};
use crate::words::Args;

/// Charts, in their order; institutions are told of in other words.
const CHARTS: [&str; 7] =
    ["by-section", "by-month", "by-whereabouts", "by-country", "by-format", "by-partner", "by-kind"];

/// The summary.
pub(super) struct Summary {
    pub(super) tiles: Vec<Tile>,
    /// Whether people of different units stand among the tiles.
    pub(super) apart: bool,
    /// How the institutions answered.
    pub(super) facts: Vec<Fact>,
    pub(super) charts: Vec<Chart>,
    pub(super) largest: Vec<Large>,
    pub(super) documents: Vec<SignedDocument>,
}

/// A large number.
pub(super) struct Tile {
    pub(super) number: String,
    pub(super) words: String,
    pub(super) remark: String,
    /// What it was in the periods that it is compared with.
    pub(super) changes: Vec<String>,
}

/// Words and a number.
pub(super) struct Fact {
    pub(super) words: String,
    pub(super) n: usize,
    /// Whether it is a part of the one above.
    pub(super) part: bool,
}

/// One of the largest events.
pub(super) struct Large {
    pub(super) number: u32,
    pub(super) title: String,
    /// «1 864, посетителей».
    pub(super) total: String,
}

impl Summary {
    pub(super) fn of(subject: &Subject, figures: &Figures, report: &Report) -> Self {
        let section = |label: &str| {
            let same =
                |heading: &Option<String>| heading.as_deref().map(sentences::capitalised).as_deref() == Some(label);
            report.sections.iter().position(|section| same(&section.heading)).map(table::anchor)
        };
        let charts = CHARTS.iter().filter_map(|id| figures.breakdown(id));
        let link = |id: &str, label: &str| if id == "by-section" { section(label) } else { None };
        let charts = charts.map(|breakdown| Chart::of(subject, breakdown, |label| link(breakdown.id, label)));
        let language = subject.language;
        let largest = figures.largest.iter().map(|one| Large {
            number: one.number,
            title: one.title.clone(),
            total: format!("{} – {}", one.of, grouped(i64::try_from(one.total).unwrap_or(i64::MAX), language)),
        });
        Self {
            tiles: tiles(subject, figures),
            apart: figures.people.len() > 1,
            facts: facts(subject, figures),
            charts: charts.collect(),
            largest: largest.collect(),
            documents: figures.documents.clone().unwrap_or_default(),
        }
    }
}

fn tiles(subject: &Subject, figures: &Figures) -> Vec<Tile> {
    let headline = Headline::of(subject, figures);
    let tile = |(at, line): (usize, &Line)| Tile {
        number: grouped(line.n, subject.language),
        words: line.words.clone(),
        remark: line.remark.clone(),
        changes: headline.changes(at, subject.language),
    };
    headline.lines.iter().enumerate().map(tile).collect()
}

fn facts(subject: &Subject, figures: &Figures) -> Vec<Fact> {
    let answers = figures.answers;
    let words = |id: &str| say(subject.language, id, &Args::new());
    let whole = |id: &str, n: usize| Some(Fact { words: words(id), n, part: false });
    let part = |id: &str, n: usize| Some(Fact { words: words(id), n, part: true });
    let merged = usize::try_from(subject.data.tally.merged).unwrap_or(usize::MAX);
    let facts = [
        whole("asked", answers.asked),
        whole("answered", answers.answered),
        answers.in_time.and_then(|n| part("in-time", n)),
        answers.in_time.and_then(|n| part("late", answers.answered.saturating_sub(n))),
        part("nil", answers.nil),
        whole("silent", answers.silent),
        whole("unusable", answers.unusable).filter(|fact| fact.n > 0),
        whole("merged", merged),
    ];
    facts.into_iter().flatten().collect()
}
