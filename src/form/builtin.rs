//! The forms that svod brings along. In: an id. Out: the text of a form file. Adding one here is all that it takes.

const IDS: &[&str] = &["international-events", "training-activities"];
const TEXTS: &[&str] =
    &[include_str!("../../schemas/international-events.toml"), include_str!("../../schemas/training-activities.toml")];

/// The ids of the forms that svod brings.
#[must_use]
pub fn builtin_ids() -> &'static [&'static str] {
    IDS
}

/// The text of the form with that id, if svod brings it.
#[must_use]
pub fn builtin(id: &str) -> Option<&'static str> {
    IDS.iter().zip(TEXTS).find(|(known, _)| **known == id).map(|(_, text)| *text)
}
