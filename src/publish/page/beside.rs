//! The parts of a longer period side by side.
//!
//! In: the headline. Out: headings and rows of numbers as they are printed. Of a period that has no parts there is nothing.

use super::super::{Headline, Relation, Subject, grouped};
use super::say;
use crate::words::Args;

/// A table of the first figures, a column for each part and one for the whole.
#[derive(Default)]
pub(super) struct Beside {
    pub(super) headings: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A figure in every part.
pub(super) struct Row {
    pub(super) words: String,
    pub(super) numbers: Vec<String>,
}

impl Beside {
    pub(super) fn of(subject: &Subject, headline: &Headline) -> Self {
        let language = subject.language;
        let parts: Vec<_> = headline.beside.iter().filter(|beside| beside.relation == Relation::Part).collect();
        if parts.is_empty() {
            return Self::default();
        }
        let mut headings: Vec<String> = parts.iter().map(|part| part.period.name(language)).collect();
        headings.push(say(language, "beside-all", &Args::new()));
        let number = |n: Option<i64>| n.map_or_else(|| "–".to_owned(), |n| grouped(n, language));
        let rows = headline.lines.iter().enumerate().map(|(at, line)| {
            let mut numbers: Vec<String> =
                parts.iter().map(|part| number(part.values.get(at).copied().flatten())).collect();
            numbers.push(number(Some(line.n)));
            Row { words: line.words.clone(), numbers }
        });
        Self { headings, rows: rows.collect() }
    }
}
