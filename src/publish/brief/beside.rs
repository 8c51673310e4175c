//! The first figures as tables for paper: beside each what it was in the periods that are compared with, and in the parts of a
//! longer period. Many parts do not fit beside each other: then each of them is a row of a second table.
//!
//! In: the headline. Out: headings and rows of words. It knows nothing of widths and letters.

use super::super::{Beside, Headline, Line, Relation, Subject, change, grouped};
use crate::words::Language;

/// More parts beside each other are not read.
const MOST_BESIDE: usize = 4;

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureTable {
    /// Whether a row is a figure, the report's own number first; else a row is a part.
    pub by_figure: bool,
    pub headings: Vec<String>,
    /// The first cell of each says what the numbers after it are.
    pub rows: Vec<Vec<String>>,
}

impl FigureTable {
    /// One table, or two where there are many parts.
    pub(in super::super) fn all(subject: &Subject, headline: &Headline) -> Vec<Self> {
        let (parts, before): (Vec<&Beside>, Vec<&Beside>) =
            headline.beside.iter().partition(|beside| beside.relation == Relation::Part);
        if parts.len() <= MOST_BESIDE {
            return vec![by_figure(subject, headline, &[parts, before].concat())];
        }
        vec![by_figure(subject, headline, &before), by_part(subject, headline, &parts)]
    }
}

fn by_figure(subject: &Subject, headline: &Headline, beside: &[&Beside]) -> FigureTable {
    let language = subject.language;
    let mut headings = vec![subject.say("brief-figure"), subject.data.period.name(language)];
    headings.extend(beside.iter().map(|beside| beside.period.name(language)));
    let row = |(at, line): (usize, &Line)| {
        let words =
            if line.remark.is_empty() { line.words.clone() } else { format!("{} ({})", line.words, line.remark) };
        let mut cells = vec![words, grouped(line.n, language)];
        cells.extend(beside.iter().map(|beside| number(beside, at, line, language)));
        cells
    };
    FigureTable { by_figure: true, headings, rows: headline.lines.iter().enumerate().map(row).collect() }
}

fn by_part(subject: &Subject, headline: &Headline, parts: &[&Beside]) -> FigureTable {
    let language = subject.language;
    let mut headings = vec![subject.say("brief-part")];
    headings.extend(headline.lines.iter().map(|line| line.words.clone()));
    let row = |part: &&Beside| {
        let mut cells = vec![part.period.name(language)];
        cells.extend(headline.lines.iter().enumerate().map(|(at, line)| number(part, at, line, language)));
        cells
    };
    FigureTable { by_figure: false, headings, rows: parts.iter().map(row).collect() }
}

/// The figure of that place in a period beside; a dash where it is not known.
fn number(beside: &Beside, at: usize, line: &Line, language: Language) -> String {
    let Some(n) = beside.values.get(at).copied().flatten() else { return "–".to_owned() };
    match beside.relation {
        Relation::Part => grouped(n, language),
        Relation::Before => format!("{} ({})", grouped(n, language), change(n, line.n, language)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publish::{Figures, fixture};

    #[test]
    fn four_parts_stand_beside_each_other_and_twelve_stand_in_rows_of_their_own() {
        let (data, form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
        let subject = fixture::subject(&data, &form, &register, Language::Ru);
        let mut headline = Headline::of(&subject, &Figures::of(&subject));
        for (parts, tables) in [(4, 1), (12, 2)] {
            let part = |n: usize| Beside {
                relation: Relation::Part,
                period: format!("2024-{:02}", n + 1).parse().unwrap(),
                values: headline.lines.iter().map(|line| (n > 0).then_some(line.n)).collect(),
            };
            headline.beside = (0..parts).map(part).collect();
            let all = FigureTable::all(&subject, &headline);
            assert_eq!(all.len(), tables);
            let last = all.last().unwrap();
            assert!(last.rows.iter().all(|row| row.len() == last.headings.len()));
            if tables == 2 {
                assert_eq!(last.rows.len(), 12);
                assert_eq!(last.rows[0][0], "январь 2024 года");
                assert!(last.rows[0][1..].iter().all(|cell| cell == "–"), "{:?}", last.rows[0]);
            }
        }
    }
}
