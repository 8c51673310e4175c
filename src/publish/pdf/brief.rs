//! The summary on one page → the values that `brief.typ` prints, in less and less room.
//!
//! In: the [`Brief`] model. Out: dictionaries of Typst, of which the first that fits one page is printed. It knows the widths of
//! the page, and nothing of its look.

use typst::foundations::{Array, Dict, IntoValue, Value, dict};
use typst::layout::Abs;

use super::super::brief::{Drawn, FigureTable, Lines, MOST_LINES, Shown};
use super::super::{Brief, Subject};
use super::input::{self, About, text};

/// Millimetres between the margins of A4 upright, GOST R 7.0.97-2016: left 20, right 10.
const PRINTABLE: f64 = 210.0 - 20.0 - 10.0;
/// A column of blocks, in millimetres.
const COLUMN: f64 = 87.0;
/// The parts of a column that the labels of bars take, and words beside a value.
const LABELS: f64 = 0.5;
const WORDS: f64 = 0.72;
/// Millimetres of a column of numbers at most, of all of them where rows begin with words, and of the names of parts.
const NUMBER: f64 = 24.0;
const NUMBERS: f64 = 105.0;
const PART: f64 = 36.0;
/// Millimetres that a cell leaves free on either side.
const INSET: f64 = 1.2;

/// Sizes in points: of the title, the opening sentence, the headings, the figures and what stands in blocks.
#[derive(Clone, Copy)]
struct Look {
    title: f64,
    opening: f64,
    heading: f64,
    figure: f64,
    block: f64,
}

const LOOK: Look = Look { title: 12.5, opening: 10.5, heading: 9.5, figure: 9.0, block: 8.0 };
/// Where even the fewest lines do not fit, all letters are so much smaller.
const SMALLER: [f64; 3] = [0.92, 0.84, 0.76];

impl Look {
    fn smaller(self, part: f64) -> Self {
        Self {
            title: self.title * part,
            opening: self.opening * part,
            heading: self.heading * part,
            figure: self.figure * part,
            block: self.block * part,
        }
    }
}

/// The summary with the most lines first, then with fewer, then in smaller letters.
pub(super) fn smaller_and_smaller<'a>(
    brief: &'a Brief,
    subject: &'a Subject,
    about: About<'a>,
) -> impl Iterator<Item = Dict> + 'a {
    let least = MOST_LINES[MOST_LINES.len() - 1];
    let fewer = MOST_LINES.into_iter().map(|most| (most, LOOK));
    let smaller = SMALLER.into_iter().map(move |part| (least, LOOK.smaller(part)));
    fewer.chain(smaller).map(move |(most, look)| input(brief, subject, about, most, look))
}

fn input(brief: &Brief, subject: &Subject, about: About, most: usize, look: Look) -> Dict {
    let figures = brief.tables(subject);
    let figures = figures.iter().map(|(title, tables)| {
        let tables = tables.iter().map(|it| table(it, look)).collect::<Array>();
        dict! { "title" => text(title, PRINTABLE, look.heading), "tables" => tables }.into_value()
    });
    let blocks = brief.shown(subject, most);
    dict! {
        "paper" => input::paper(&brief.title, about),
        "look" => dict! {
            "text" => Abs::pt(look.block),
            "title" => Abs::pt(look.title),
            "opening" => Abs::pt(look.opening),
            "heading" => Abs::pt(look.heading),
            "figure" => Abs::pt(look.figure),
            "inset" => Abs::mm(INSET),
        },
        "title" => input::title(&brief.title, PRINTABLE, look.title),
        "remarks" => brief.remarks.iter().map(|it| text(it, PRINTABLE, look.opening)).collect::<Array>(),
        "opening" => brief.opening.as_deref().map(|it| text(it, PRINTABLE, look.opening)),
        "figures" => figures.collect::<Array>(),
        "column" => Abs::mm(COLUMN),
        "labels" => LABELS,
        "words" => WORDS,
        "blocks" => blocks.iter().map(|it| block(it, look)).collect::<Array>(),
    }
}

fn table(table: &FigureTable, look: Look) -> Value {
    let numbers = table.headings.len().saturating_sub(1).max(1);
    let numbers = f64::from(u16::try_from(numbers).unwrap_or(u16::MAX));
    let number = if table.by_figure { NUMBER.min(NUMBERS / numbers) } else { (PRINTABLE - PART) / numbers };
    let widths: Vec<f64> =
        (0..table.headings.len()).map(|at| if at == 0 { PRINTABLE - number * numbers } else { number }).collect();
    let row = |cells: &Vec<String>| {
        cells.iter().zip(&widths).map(|(cell, width)| text(cell, *width, look.figure)).collect::<Array>().into_value()
    };
    dict! {
        "own" => table.by_figure,
        "widths" => widths.iter().map(|width| Abs::mm(*width).into_value()).collect::<Array>(),
        "head" => row(&table.headings),
        "rows" => table.rows.iter().map(row).collect::<Array>(),
    }
    .into_value()
}

fn block(block: &Shown, look: Look) -> Value {
    let said = |words: &str, part: f64| text(words, COLUMN * part, look.block);
    let (kind, entries) = match &block.lines {
        Lines::Bars(bars) => ("bars", bars.iter().map(|bar| drawn(bar, said(&bar.label, LABELS))).collect::<Array>()),
        Lines::Pairs(pairs) => {
            let pair = |(words, value): &(String, String)| {
                dict! { "words" => said(words, WORDS), "value" => said(value, 1.0 - WORDS) }.into_value()
            };
            ("pairs", pairs.iter().map(pair).collect())
        }
        Lines::List(lines) => ("list", lines.iter().map(|line| said(line, 1.0)).collect()),
    };
    dict! { "title" => text(&block.title, COLUMN, look.heading), "kind" => kind, "entries" => entries }.into_value()
}

fn drawn(bar: &Drawn, label: Value) -> Value {
    dict! { "label" => label, "number" => bar.number.as_str(), "n" => i64::from(bar.n) }.into_value()
}
