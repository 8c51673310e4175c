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

mod inflect;
mod lexicon;
mod tokens;
