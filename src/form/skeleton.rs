//! A small form to begin with. In: the language of its texts and comments. Out: the text of a form file that loads.

use crate::words::Language;

/// A commented form in one language, as a start for one's own.
#[must_use]
pub fn skeleton(language: Language) -> String {
    match language {
        Language::Ru => include_str!("skeleton.ru.toml"),
        Language::En => include_str!("skeleton.en.toml"),
    }
    .to_owned()
}
