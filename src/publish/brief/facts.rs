//! How the institutions answered, as words with a number each. Of a longer period the answers in all of its parts are counted.
//!
//! In: the figures. Out: facts, some of which are a part of the one above.

use super::super::Subject;
use super::super::figures::Figures;

/// Words and a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub words: String,
    pub n: usize,
    /// Whether it is a part of the one above.
    pub part: bool,
}

pub(super) fn of(subject: &Subject, figures: &Figures) -> Vec<Fact> {
    let answers = figures.answers;
    let several = if subject.data.parts.is_empty() { "" } else { "-of-parts" };
    let whole = |id: &str, n: usize| Some(Fact { words: subject.say(id), n, part: false });
    let counted = |id: &str, n: usize| whole(&format!("{id}{several}"), n);
    let part = |id: &str, n: usize| Some(Fact { words: subject.say(id), n, part: true });
    let merged = usize::try_from(subject.data.tally.merged).unwrap_or(usize::MAX);
    let facts = [
        counted("fact-asked", answers.asked),
        counted("fact-answered", answers.answered),
        answers.in_time.and_then(|n| part("fact-in-time", n)),
        answers.in_time.and_then(|n| part("fact-late", answers.answered.saturating_sub(n))),
        part("fact-nil", answers.nil),
        counted("fact-silent", answers.silent),
        whole("fact-unusable", answers.unusable).filter(|fact| fact.n > 0),
        whole("fact-merged", merged),
    ];
    facts.into_iter().flatten().collect()
}
