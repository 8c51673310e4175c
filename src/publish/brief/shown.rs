//! What is printed of the summary on one page: the blocks as lines, fewer or more of each.
//!
//! In: the summary, and how many lines a block may have. Out: words and numbers, the same for every paper. How many fit is for
//! whoever knows the page.

use super::super::{SignedDocument, Subject, grouped};
use super::{Block, Body, Brief, Fact};
use crate::words::{Args, Language};

/// Lines that a block may have, the most first; the last of them is taken whether it fits or not.
pub const MOST_LINES: [usize; 6] = [12, 10, 8, 6, 5, 4];
/// From so many lines on there is room for what is nothing.
const ROOMY: usize = 8;
/// Letters of a title or a document that are shown.
const LONGEST: usize = 110;

/// A block as it is printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    pub title: String,
    pub lines: Lines,
}

/// What stands in a block.
#[derive(Debug, Clone, PartialEq)]
pub enum Lines {
    Bars(Vec<Drawn>),
    /// Words on the left, what belongs to them on the right.
    Pairs(Vec<(String, String)>),
    List(Vec<String>),
}

/// A bar that is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    pub label: String,
    /// The number as it is printed.
    pub number: String,
    pub n: u32,
}

impl Brief {
    /// The blocks under the first figures, with up to so many lines each.
    #[must_use]
    pub fn shown(&self, subject: &Subject, most: usize) -> Vec<Shown> {
        let shown =
            |block: &Block| Some(Shown { title: block.title.clone(), lines: lines(subject, &block.body, most)? });
        self.blocks.iter().filter_map(shown).collect()
    }
}

fn lines(subject: &Subject, body: &Body, most: usize) -> Option<Lines> {
    match body {
        Body::Headline => None,
        Body::Bars(bars) => {
            let by_month = bars.id == "by-month";
            // Months are all shown, those without events where there is room.
            let seen = bars.entries.iter().filter(|bar| bar.n > 0 || (by_month && most >= ROOMY));
            let drawn = seen.map(|bar| Drawn {
                label: bar.label.clone(),
                number: match bar.share {
                    Some(share) => subject.say_with("brief-share", &Args::new().with("n", bar.n).with("share", share)),
                    None => grouped(bar.n.into(), subject.language),
                },
                n: bar.n,
            });
            let most = if by_month { usize::MAX - 1 } else { most };
            Some(Lines::Bars(together(subject, drawn.collect(), most, bars.ordered)))
        }
        Body::Largest(events) => {
            let pair = |one: &super::Largest| {
                let total = grouped(i64::try_from(one.total).unwrap_or(i64::MAX), subject.language);
                let counted = match &one.counted {
                    Some(word) => format!("{total} {word}"),
                    None => format!("{} – {total}", one.of),
                };
                (format!("{} ({})", cut(&one.title), numbered(subject, one.number)), counted)
            };
            Some(Lines::Pairs(events.iter().map(pair).collect()))
        }
        Body::Documents(documents) => Some(Lines::List(documents_of(subject, documents, most))),
        Body::Answers(facts) => Some(Lines::Pairs(facts.iter().map(|fact| fact_of(fact, subject.language)).collect())),
    }
}

fn numbered(subject: &Subject, n: u32) -> String {
    subject.say_with("brief-number", &Args::new().with("n", n))
}

fn documents_of(subject: &Subject, documents: &[SignedDocument], most: usize) -> Vec<String> {
    let line = |one: &SignedDocument| format!("– {} ({})", one.document, numbered(subject, one.number));
    let mut lines: Vec<String> = documents.iter().take(most).map(line).collect();
    if documents.len() > most {
        lines.push(subject.say_with("brief-more-documents", &Args::new().with("n", documents.len() - most)));
    }
    lines
}

fn fact_of(fact: &Fact, language: Language) -> (String, String) {
    let words = if fact.part { format!("\u{2003}{}", fact.words) } else { fact.words.clone() };
    (words, grouped(i64::try_from(fact.n).unwrap_or(i64::MAX), language))
}

/// The first of them, and the rest in one bar. Where they have an order of their own, those stay that are the most.
fn together(subject: &Subject, mut drawn: Vec<Drawn>, most: usize, ordered: bool) -> Vec<Drawn> {
    if drawn.len() <= most + 1 {
        return drawn;
    }
    let mut by_size: Vec<(usize, u32)> = drawn.iter().map(|bar| bar.n).enumerate().collect();
    if ordered {
        by_size.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    }
    let mut kept: Vec<usize> = by_size.iter().take(most).map(|(at, _)| *at).collect();
    kept.sort_unstable();
    let n = by_size.iter().skip(most).map(|(_, n)| *n).fold(0, u32::saturating_add);
    let label = subject.say_with("brief-others", &Args::new().with("n", drawn.len() - most));
    let mut at = 0;
    drawn.retain(|_| {
        at += 1;
        kept.contains(&(at - 1))
    });
    drawn.push(Drawn { label, number: grouped(n.into(), subject.language), n });
    drawn
}

/// The beginning of a long text, up to the end of a word.
fn cut(text: &str) -> String {
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
