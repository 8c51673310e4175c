//! How much of the summary fits one page: the blocks as they are printed, fewer and fewer lines of each, until they fit.
//!
//! In: the summary. Out: what is shown of it. It reckons with the widths of letters, and writes nothing.

use super::super::Subject;
use super::super::brief::{Brief, FigureTable, Lines, MOST_LINES, Shown};
use super::bars::LABELS;
use super::brief::{COLUMN, PRINTABLE};

/// What a page holds between its margins, in millimetres, less what the reckoning may be wrong by.
const PAGE: f64 = 252.0;
/// Height of a line of a block, what an entry has above and below it, height of a heading and of a line of the figures.
const LINE: f64 = 3.6;
const AROUND: f64 = 0.7;
const HEADING: f64 = 6.5;
const FIGURE: f64 = 4.2;
/// Height of a line of the title, of the opening sentence.
const TITLE: f64 = 5.3;
const OPENING: f64 = 5.0;
/// Width of a letter of a block, and of the opening sentence.
const LETTER: f64 = 1.5;
const OPENING_LETTER: f64 = 2.1;
/// Width of a letter of a figure, and what a cell leaves free on both sides.
const FIGURE_LETTER: f64 = 1.7;
const CELL: f64 = 4.0;
/// The widest column of numbers, what all of them may take where rows begin with words, and the names of parts.
const NUMBER: f64 = 24.0;
const WORDS_LEFT: f64 = 110.0;
const PART: f64 = 36.0;
/// The part of a column that words take beside a value.
pub(super) const WORDS: f64 = 0.72;

/// As much of every block as fits.
pub(super) fn to_one_page(brief: &Brief, subject: &Subject) -> Vec<Shown> {
    let room = PAGE - above(brief, subject);
    let with = |most: usize| brief.shown(subject, most);
    let fits = |shown: &Vec<Shown>| {
        let (left, right) = shown.split_at(middle(shown));
        height(left).max(height(right)) <= room
    };
    let least = MOST_LINES[MOST_LINES.len() - 1];
    MOST_LINES.into_iter().map(with).find(fits).unwrap_or_else(|| with(least))
}

/// After how many blocks the second column begins, so that both are about as high.
pub(super) fn middle(shown: &[Shown]) -> usize {
    let higher = |at: &usize| {
        let (left, right) = shown.split_at(*at);
        height(left).max(height(right))
    };
    (0..=shown.len()).rev().min_by(|one, other| higher(one).total_cmp(&higher(other))).unwrap_or(0)
}

/// Height of what stands above the two columns.
fn above(brief: &Brief, subject: &Subject) -> f64 {
    let titles: f64 = brief.title.iter().map(|line| TITLE * lines(line, 180.0, 2.5)).sum();
    let remarks: f64 = brief.remarks.iter().map(|line| OPENING * lines(line, 180.0, OPENING_LETTER) + 2.0).sum();
    let opening = brief.opening.as_deref().map_or(0.0, |line| OPENING * lines(line, 170.0, OPENING_LETTER) + 3.0);
    let figures: f64 = brief.tables(subject).iter().flat_map(|(_, tables)| tables).map(table_height).sum();
    titles + remarks + opening + figures + HEADING
}

/// Millimetres of a column of numbers.
pub(super) fn number_width(table: &FigureTable) -> f64 {
    let numbers = table.headings.len().saturating_sub(1).max(1);
    let numbers = f64::from(u16::try_from(numbers).unwrap_or(u16::MAX));
    if table.by_figure { NUMBER.min(WORDS_LEFT / numbers) } else { (PRINTABLE - PART) / numbers }
}

/// Height of a table of figures, and of what parts it from the next.
fn table_height(table: &FigureTable) -> f64 {
    let number = number_width(table);
    let words = PRINTABLE - number * f64::from(u16::try_from(table.headings.len().saturating_sub(1)).unwrap_or(0));
    let row = |cells: &Vec<String>| {
        let width = |at: usize| if at == 0 { words } else { number } - CELL;
        FIGURE * cells.iter().enumerate().map(|(at, cell)| lines(cell, width(at), FIGURE_LETTER)).fold(1.0, f64::max)
    };
    row(&table.headings) + table.rows.iter().map(row).sum::<f64>() + LINE
}

fn height(shown: &[Shown]) -> f64 {
    shown.iter().map(|block| HEADING + block_height(&block.lines)).sum()
}

fn block_height(block: &Lines) -> f64 {
    let entry = |lines: f64| AROUND + LINE * lines;
    let beside = |words: &str| lines(words, COLUMN * WORDS, LETTER);
    match block {
        Lines::Bars(bars) => bars.iter().map(|bar| entry(lines(&bar.label, COLUMN * LABELS, LETTER))).sum(),
        Lines::Pairs(pairs) => {
            let value = |value: &str| lines(value, COLUMN * (1.0 - WORDS), LETTER);
            pairs.iter().map(|(words, text)| entry(beside(words).max(value(text)))).sum()
        }
        Lines::List(items) => items.iter().map(|item| entry(lines(item, COLUMN, LETTER))).sum(),
    }
}

/// Lines that a text takes.
fn lines(text: &str, width: f64, letter: f64) -> f64 {
    let letters = f64::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX));
    (letters * letter / width).ceil().max(1.0)
}
