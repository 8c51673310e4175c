//! The forms that svod brings along. In: an id. Out: the text of a form file.

/// The text of the form with that id, if svod brings it.
#[must_use]
pub fn builtin(id: &str) -> Option<&'static str> {
    FORMS.iter().find(|(known, _)| *known == id).map(|(_, text)| *text)
}

/// The ids of the forms that svod brings.
#[must_use]
pub fn builtin_ids() -> &'static [&'static str] {
    IDS
}

const IDS: &[&str] = &["international-events"];
const FORMS: &[(&str, &str)] = &[("international-events", include_str!("../../schemas/international-events.toml"))];
