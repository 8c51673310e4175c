//! The first screen: what a person who has one minute reads.
//!
//! In: the figures. Out: numbers as they are printed, each with its words. People of different units stand apart.

use super::super::{Figures, Report, SignedDocument, Subject, sentences};
use super::chart::Chart;
use super::{say, table};
use crate::words::{Args, Language};

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
            total: format!("{} – {}", one.of, grouped(one.total, language)),
        });
        Self {
            tiles: tiles(subject, figures).into_iter().chain(people(subject, figures)).collect(),
            apart: figures.people.len() > 1,
            facts: facts(subject, figures),
            charts: charts.collect(),
            largest: largest.collect(),
            documents: figures.documents.clone().unwrap_or_default(),
        }
    }
}

fn tiles(subject: &Subject, figures: &Figures) -> Vec<Tile> {
    let language = subject.language;
    let count = |n: usize| grouped(u64::try_from(n).unwrap_or(u64::MAX), language);
    let joint = Args::new().with("n", figures.joint);
    let joint_id = if figures.joint == 0 { "figure-joint-none" } else { "figure-joint" };
    let mut tiles = vec![Tile {
        number: count(figures.events),
        words: subject.say("figure-entries"),
        remark: if figures.events == 0 { String::new() } else { subject.say_with(joint_id, &joint) },
    }];
    let answers = figures.answers;
    if answers.asked > 0 {
        let of = Args::new().with("n", answers.answered).with("of", answers.asked);
        let remark = subject.say_with("figure-answered-of", &of);
        tiles.push(Tile { number: count(answers.answered), words: subject.say("figure-answered"), remark });
    }
    if let Some(documents) = &figures.documents {
        let words = subject.say("figure-documents");
        tiles.push(Tile { number: count(documents.len()), words, remark: String::new() });
    }
    tiles.extend(subject.data.counters.iter().map(|(key, n)| Tile {
        number: n.to_string(),
        words: subject.form.label(key).get(language).to_owned(),
        remark: subject.say("figure-counter"),
    }));
    tiles
}

/// People by unit, each with the number of events that they were counted at.
fn people(subject: &Subject, figures: &Figures) -> Vec<Tile> {
    let language = subject.language;
    let tile = |(unit, people): &(String, super::super::figures::People)| {
        let args = Args::new().with("n", people.events).with("of", figures.events).with("foreign", people.foreign);
        let remark = if people.foreign > 0 { "people-of-foreign" } else { "people-of" };
        Tile {
            number: grouped(people.total, language),
            words: sentences::capitalised(unit),
            remark: say(language, remark, &args),
        }
    };
    figures.people.iter().map(tile).collect()
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

/// A number with its thousands set apart, as the language does it: «12 500», «12,500».
pub(super) fn grouped(n: u64, language: Language) -> String {
    let digits = n.to_string();
    let (mark, from) = match language {
        // Four digits are written together in Russian.
        Language::Ru => ('\u{a0}', 5),
        Language::En => (',', 4),
    };
    if digits.len() < from {
        return digits;
    }
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}
