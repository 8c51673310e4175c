//! The figures that stand first, each with what it was in the periods beside: the parts of a longer period, the period
//! before, the same one a year ago.
//!
//! In: the figures, what earlier reports counted. Out: lines of words and numbers, which any writer can print. People of
//! different units stand on lines of their own and are never added.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::figures::People;
use super::reported::Reported;
use super::{Figures, Subject, sentences};
use crate::record::{FieldKey, Period};
use crate::words::{Args, Language};

/// The first figures of a report by their ids: all that later reports are compared with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measures(BTreeMap<String, i64>);

impl Measures {
    /// The first figures of a report.
    #[must_use]
    pub fn of(subject: &Subject) -> Self {
        let lines = lines(subject, &Figures::of(subject));
        Self(lines.into_iter().map(|line| (line.id, line.n)).collect())
    }

    /// The figure of that id. People of a unit that nobody counted were none; anything else was not asked then.
    fn get(&self, id: &str) -> Option<i64> {
        let none = id.starts_with(PEOPLE).then_some(0);
        self.0.get(id).copied().or(none)
    }
}

/// What the report of an earlier period counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    pub period: Period,
    pub measures: Measures,
}

/// Begins the ids of people by unit.
const PEOPLE: &str = "people:";
/// Begins the ids of counters of the title sheet.
const COUNTER: &str = "counter:";

/// The figures that stand first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headline {
    pub lines: Vec<Line>,
    /// In time: the parts, or the periods that are compared with, the nearest first.
    pub beside: Vec<Beside>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// By which it is found in another report.
    pub id: String,
    pub words: String,
    pub n: i64,
    /// What the number is of, in a few words; may be empty.
    pub remark: String,
    /// Whether it counts people.
    pub people: bool,
}

/// What a period beside is to the report's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// It is a part of it.
    Part,
    /// It came before, and is compared with.
    Before,
}

/// The same figures of another period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    pub relation: Relation,
    pub period: Period,
    /// One for each line; `None` where it is not known.
    pub values: Vec<Option<i64>>,
}

impl Headline {
    /// The first figures, and what they were in the periods beside.
    #[must_use]
    pub fn of(subject: &Subject, figures: &Figures) -> Self {
        let lines = lines(subject, figures);
        let values = |measures: &Measures| lines.iter().map(|line| measures.get(&line.id)).collect();
        let parts = subject.data.parts.iter().map(|part| Beside {
            relation: Relation::Part,
            period: part.period,
            values: subject.of_part(part).map_or_else(|| vec![None; lines.len()], |part| values(&Measures::of(&part))),
        });
        let before = subject.past.iter().map(|past| Beside {
            relation: Relation::Before,
            period: past.period,
            values: values(&past.measures),
        });
        let beside = parts.chain(before).collect();
        Self { lines, beside }
    }

    /// What the line of that place was in the periods that are compared with: «IV квартал 2023 года: 21 (+3)».
    #[must_use]
    pub fn changes(&self, at: usize, language: Language) -> Vec<String> {
        let Some(line) = self.lines.get(at) else { return Vec::new() };
        let before = self.beside.iter().filter(|beside| beside.relation == Relation::Before);
        before
            .filter_map(|beside| {
                let was = beside.values.get(at).copied().flatten()?;
                let change = change(was, line.n, language);
                Some(format!("{}: {} ({change})", beside.period.name(language), grouped(was, language)))
            })
            .collect()
    }
}

/// «+3», «−2», «без изменений».
#[must_use]
pub fn change(was: i64, is: i64, language: Language) -> String {
    let by = is.saturating_sub(was);
    match by {
        0 => crate::words::plain(language, "publish-unchanged"),
        by if by > 0 => format!("+{}", grouped(by, language)),
        by => grouped(by, language),
    }
}

/// A number with its thousands set apart, as the language does it: «12 500», «12,500».
#[must_use]
pub fn grouped(n: i64, language: Language) -> String {
    let digits = n.unsigned_abs().to_string();
    let (mark, from) = match language {
        // Four digits are written together in Russian.
        Language::Ru => ('\u{a0}', 5),
        Language::En => (',', 4),
    };
    let mut grouped = if n < 0 { "−".to_owned() } else { String::new() };
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && digits.len() >= from && (digits.len() - at).is_multiple_of(3) {
            grouped.push(mark);
        }
        grouped.push(digit);
    }
    grouped
}

fn lines(subject: &Subject, figures: &Figures) -> Vec<Line> {
    let mut lines = vec![events(subject, figures)];
    lines.extend(answers(subject, figures));
    if let Some(documents) = &figures.documents {
        lines.push(line("documents", subject.say("figure-documents"), documents.len(), String::new()));
    }
    lines.extend(subject.data.counters.iter().map(|(key, n)| Line {
        id: format!("{COUNTER}{key}"),
        words: subject.form.label(key).get(subject.language).to_owned(),
        n: *n,
        remark: of_all(subject, key),
        people: false,
    }));
    lines.extend(figures.people.iter().map(|(unit, people)| of_people(subject, figures, unit, people)));
    lines
}

/// Of whose answers a counter is the sum.
fn of_all(subject: &Subject, key: &FieldKey) -> String {
    let reported = Reported::of(subject.data, key).words(subject.language);
    reported.unwrap_or_else(|| subject.say("figure-counter"))
}

fn line(id: &str, words: String, n: usize, remark: String) -> Line {
    Line { id: id.to_owned(), words, n: i64::try_from(n).unwrap_or(i64::MAX), remark, people: false }
}

fn events(subject: &Subject, figures: &Figures) -> Line {
    let joint = Args::new().with("n", figures.joint);
    let remark = match (figures.events, figures.joint) {
        (0, _) => String::new(),
        (_, 0) => subject.say("figure-joint-none"),
        _ => subject.say_with("figure-joint", &joint),
    };
    line("events", subject.say("figure-entries"), figures.events, remark)
}

/// How many answered; of a longer period how many answers there were, for an institution answers in each of its parts.
fn answers(subject: &Subject, figures: &Figures) -> Option<Line> {
    let answers = figures.answers;
    let of = Args::new().with("n", answers.answered).with("of", answers.asked).with("nil", answers.nil);
    let id = if answers.nil == 0 { "figure-answered-of" } else { "figure-answered-nil" };
    let words = if subject.data.parts.is_empty() { "figure-answered" } else { "figure-answers" };
    (answers.asked > 0).then(|| line("answered", subject.say(words), answers.answered, subject.say_with(id, &of)))
}

/// People of one unit, with the number of events that they were counted at.
fn of_people(subject: &Subject, figures: &Figures, unit: &str, people: &People) -> Line {
    let args = Args::new().with("n", people.events).with("of", figures.events).with("foreign", people.foreign);
    let remark = if people.foreign > 0 { "people-of-foreign" } else { "people-of" };
    Line {
        id: format!("{PEOPLE}{unit}"),
        words: sentences::capitalised(unit),
        n: i64::try_from(people.total).unwrap_or(i64::MAX),
        remark: subject.say_with(remark, &args),
        people: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::fixture;

    #[test]
    fn a_change_is_said_with_its_sign() {
        let ru = |was, is| change(was, is, Language::Ru);
        assert_eq!((ru(21, 24).as_str(), ru(24, 21).as_str(), ru(3, 3).as_str()), ("+3", "−3", "без изменений"));
        assert_eq!(change(0, 12_500, Language::En), "+12,500");
    }

    #[test]
    fn a_figure_is_compared_only_with_what_was_counted_then() {
        let (data, form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
        let subject = fixture::subject(&data, &form, &register, Language::Ru);
        let mut measures = Measures::of(&subject);
        measures.0.insert("events".to_owned(), 2);
        measures.0.remove("documents");
        measures.0.retain(|id, _| !id.starts_with(PEOPLE));
        let past = [Past { period: "2023-Q4".parse().unwrap(), measures }];
        let subject = Subject { past: &past, ..subject };
        let headline = Headline::of(&subject, &Figures::of(&subject));
        let changes = |id: &str| {
            let at = headline.lines.iter().position(|line| line.id.starts_with(id)).unwrap();
            headline.changes(at, Language::Ru)
        };
        let more = data.events.len() - 2;
        assert_eq!(changes("events"), [format!("IV квартал 2023 года: 2 (+{more})")]);
        assert!(changes("documents").is_empty(), "nobody asked for documents then");
        assert!(changes(PEOPLE)[0].starts_with("IV квартал 2023 года: 0 (+"), "{:?}", changes(PEOPLE));
    }
}
