//! The first screen: what a person who has one minute reads.
//!
//! In: the summary's model. Out: numbers as they are printed, each with its words. People of different units stand apart.

use super::super::{
    Block, Body, Brief, Fact, Headline, Largest, Line, Report, SignedDocument, Subject, grouped, sentences,
};
use super::chart::Chart;
use super::table;

/// The summary.
pub(super) struct Summary {
    pub(super) tiles: Vec<Tile>,
    /// Whether people of different units stand among the tiles.
    pub(super) apart: bool,
    /// In the form's order.
    pub(super) blocks: Vec<Shown>,
}

/// A block.
pub(super) enum Shown {
    Chart(Chart),
    Largest { title: String, events: Vec<Large> },
    Documents { title: String, documents: Vec<SignedDocument> },
    Answers { title: String, facts: Vec<Fact> },
}

/// A large number.
pub(super) struct Tile {
    pub(super) number: String,
    pub(super) words: String,
    pub(super) remark: String,
    /// What it was in the periods that it is compared with.
    pub(super) changes: Vec<String>,
}

/// One of the largest events.
pub(super) struct Large {
    pub(super) number: u32,
    pub(super) title: String,
    /// «1 864, посетителей».
    pub(super) total: String,
}

impl Summary {
    pub(super) fn of(subject: &Subject, brief: &Brief, report: &Report) -> Self {
        let section = |label: &str| {
            let same =
                |heading: &Option<String>| heading.as_deref().map(sentences::capitalised).as_deref() == Some(label);
            report.sections.iter().position(|section| same(&section.heading)).map(table::anchor)
        };
        let link = |id: &str, label: &str| if id == "by-section" { section(label) } else { None };
        let block = |block: &Block| match &block.body {
            Body::Headline => None,
            Body::Bars(bars) => {
                Some(Shown::Chart(Chart::of(subject, &block.title, bars, |label| link(bars.id, label))))
            }
            Body::Largest(events) => {
                let large = |one: &Largest| Large {
                    number: one.number,
                    title: one.title.clone(),
                    total: format!(
                        "{} – {}",
                        one.of,
                        grouped(i64::try_from(one.total).unwrap_or(i64::MAX), subject.language)
                    ),
                };
                Some(Shown::Largest { title: block.title.clone(), events: events.iter().map(large).collect() })
            }
            Body::Documents(documents) => {
                Some(Shown::Documents { title: block.title.clone(), documents: documents.clone() })
            }
            Body::Answers(facts) => Some(Shown::Answers { title: block.title.clone(), facts: facts.clone() }),
        };
        Self {
            tiles: tiles(subject, &brief.headline),
            apart: brief.headline.lines.iter().filter(|line| line.people).count() > 1,
            blocks: brief.blocks.iter().filter_map(block).collect(),
        }
    }
}

fn tiles(subject: &Subject, headline: &Headline) -> Vec<Tile> {
    let tile = |(at, line): (usize, &Line)| Tile {
        number: grouped(line.n, subject.language),
        words: line.words.clone(),
        remark: line.remark.clone(),
        changes: headline.changes(at, subject.language),
    };
    headline.lines.iter().enumerate().map(tile).collect()
}
