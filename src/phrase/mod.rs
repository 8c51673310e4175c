//! What people write, and what it means: dates, head counts, places, countries, titles.
//!
//! Pure: text in, typed value and flags out. What was inferred is flagged; nothing is ever invented. It knows nothing of
//! forms, cells or findings.

pub mod countries;
pub mod dates;
pub mod people;
pub mod places;
pub mod text;
pub mod titles;

/// The longest phrase that is read, in characters: more is no phrase, and reading it would take too long.
const LONGEST: usize = 4000;

/// Whether a text is too long to be a phrase.
fn is_too_long(text: &str) -> bool {
    text.len() > LONGEST && text.chars().nth(LONGEST).is_some()
}

#[cfg(test)]
mod tests;

mod inflect;
mod lexicon;
mod ordinals;
mod tokens;
