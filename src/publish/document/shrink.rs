//! How much of the summary fits one page: the blocks as they are printed, fewer and fewer lines of each, until they fit.
//!
//! In: the summary. Out: what is shown of it. It reckons with the widths of letters, and writes nothing.

use super::super::brief::{Brief, Fact};
use super::super::{Relation, Subject};
use super::bars::{Drawn, LABELS};
use super::brief::{COLUMN, lines_of};

/// Lines that a block may have, the most first; the last of them is taken whether it fits or not.
const MOST: [usize; 6] = [12, 10, 8, 6, 5, 4];
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
/// The part of a column that words take beside a value.
pub(super) const WORDS: f64 = 0.72;
/// Letters of a title or a document that are shown.
const LONGEST: usize = 110;

/// A block as it is printed.
pub(super) struct Shown {
    pub(super) title: String,
    pub(super) lines: Lines,
}

/// What stands in a block.
pub(super) enum Lines {
    Bars(Vec<Drawn>),
    Facts(Vec<Fact>),
    Pairs(Vec<(String, String)>),
    List(Vec<String>),
}

/// As much of every block as fits.
pub(super) fn to_one_page(brief: &Brief, subject: &Subject) -> Vec<Shown> {
    let room = PAGE - above(brief);
    let with = |most: usize| -> Vec<Shown> {
        let shown = brief
            .blocks
            .iter()
            .filter_map(|block| Some(Shown { title: block.title.clone(), lines: lines_of(subject, block, most)? }));
        shown.collect()
    };
    let fits = |shown: &Vec<Shown>| {
        let (left, right) = shown.split_at(middle(shown));
        height(left).max(height(right)) <= room
    };
    let least = MOST[MOST.len() - 1];
    MOST.into_iter().map(with).find(fits).unwrap_or_else(|| with(least))
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
fn above(brief: &Brief) -> f64 {
    let titles: f64 = brief.title.iter().map(|line| TITLE * lines(line, 180.0, 2.5)).sum();
    let remarks: f64 = brief.remarks.iter().map(|line| OPENING * lines(line, 180.0, OPENING_LETTER) + 2.0).sum();
    let opening = brief.opening.as_deref().map_or(0.0, |line| OPENING * lines(line, 170.0, OPENING_LETTER) + 3.0);
    let beside = brief.headline.beside.iter().filter(|beside| beside.relation == Relation::Before).count();
    let words = if beside > 0 { 100.0 } else { 150.0 };
    let figure = |line: &super::super::Line| FIGURE * lines(&format!("{} ({})", line.words, line.remark), words, 1.7);
    let figures: f64 = brief.headline.lines.iter().map(figure).sum();
    titles + remarks + opening + figures + HEADING + 2.0 * FIGURE
}

fn height(shown: &[Shown]) -> f64 {
    shown.iter().map(|block| HEADING + block_height(&block.lines)).sum()
}

fn block_height(block: &Lines) -> f64 {
    let entry = |lines: f64| AROUND + LINE * lines;
    let beside = |words: &str| lines(words, COLUMN * WORDS, LETTER);
    match block {
        Lines::Bars(bars) => bars.iter().map(|bar| entry(lines(&bar.label, COLUMN * LABELS, LETTER))).sum(),
        Lines::Facts(facts) => facts.iter().map(|fact| entry(beside(&fact.words))).sum(),
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

/// The beginning of a long text, up to the end of a word.
pub(super) fn cut(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let whole = words.join(" ");
    if whole.chars().count() <= LONGEST {
        return whole;
    }
    let mut short = String::new();
    for word in words {
        if short.chars().count() + word.chars().count() >= LONGEST {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    if short.is_empty() {
        short = whole.chars().take(LONGEST).collect();
    }
    format!("{}…", short.trim_end_matches([',', ';', ':', '–']).trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_title_ends_with_a_whole_word() {
        assert_eq!(cut("Вечер гитарной  музыки"), "Вечер гитарной музыки");
        let short = cut(&"Международный фестиваль ".repeat(10));
        assert!(short.ends_with("фестиваль…") || short.ends_with("Международный…"), "{short}");
        assert!(cut(&"ж".repeat(500)).chars().count() <= LONGEST + 1);
    }
}
