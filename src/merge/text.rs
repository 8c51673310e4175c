//! Comparing and joining running text: the sentences and lines that one report has and the other lacks, and institutions
//! that a text names. It knows nothing of fields and rules.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use crate::phrase::text;

/// Whether two texts say the same but for case, «ё», quotes, dashes and white space.
pub(super) fn same_words(left: &str, right: &str) -> bool {
    text::fold(left) == text::fold(right)
}

/// Whether `more` has every word of `less`, and others besides.
pub(super) fn says_more(more: &str, less: &str) -> bool {
    let (more, less) = (text::fold(more), text::fold(less));
    let words = |text: &'_ str| -> BTreeSet<String> { text.split(' ').map(str::to_owned).collect() };
    let (more, less) = (words(&more), words(&less));
    less.is_subset(&more) && less.len() < more.len()
}

/// `lead` and the sentences of `other` that it lacks; `None` if there is nothing to add.
pub(super) fn with_new_sentences(lead: &str, other: &str) -> Option<String> {
    let known: BTreeSet<String> = text::sentences(lead).iter().map(|sentence| text::fold(sentence)).collect();
    let new = lacking(text::sentences(other), &known);
    let lead = lead.trim_end();
    let stop = if lead.ends_with(['.', '!', '?', '…', ';', ':', ',']) { "" } else { "." };
    (!new.is_empty()).then(|| format!("{lead}{stop} {}", new.join(" ")))
}

/// `lead` and the lines of `other` that it lacks; `None` if there is nothing to add.
pub(super) fn with_new_lines(lead: &str, other: &str) -> Option<String> {
    let known: BTreeSet<String> = lead.lines().map(text::fold).collect();
    let new = lacking(other.lines().map(|line| line.trim().to_owned()).collect(), &known);
    (!new.is_empty()).then(|| format!("{}\n{}", lead.trim_end(), new.join("\n")))
}

/// Those that are not known yet, each once.
fn lacking(parts: Vec<String>, known: &BTreeSet<String>) -> Vec<String> {
    let mut seen = known.clone();
    parts.into_iter().filter(|part| !part.is_empty() && seen.insert(text::fold(part))).collect()
}

/// Whether `text` names `name`, in whatever case: its stems stand there in a row.
pub(super) fn mentions(text: &str, name: &str) -> bool {
    let (text, name) = (stems(text), stems(name));
    let alike = |window: &[String]| window.iter().zip(&name).all(|(word, wanted)| same_stem(word, wanted));
    !name.is_empty() && text.windows(name.len()).any(alike)
}

/// Stemming leaves «музей» and «музеем» a letter apart.
fn same_stem(left: &str, right: &str) -> bool {
    let (short, long) = if left.len() <= right.len() { (left, right) } else { (right, left) };
    short == long
        || (short.chars().count() >= 3 && long.starts_with(short) && long.chars().count() - short.chars().count() == 1)
}

fn stems(text: &str) -> Vec<String> {
    let (russian, english) = (Stemmer::create(Algorithm::Russian), Stemmer::create(Algorithm::English));
    let stem = |word: &String| if word.is_ascii() { english.stem(word) } else { russian.stem(word) }.into_owned();
    text::words(text).iter().map(stem).collect()
}
