//! Countries: ISO 3166 codes with Russian and English names, aliases and inflected forms.

/// A country, by its ISO 3166-1 alpha-2 code, or a custom code of ours for what the standard does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country {
    /// `BY`; `X-AB` for Abkhazia, `X-OS` for South Ossetia.
    pub code: &'static str,
    /// The short form: «Беларусь».
    pub ru: &'static str,
    pub en: &'static str,
}

/// The country of that code.
#[must_use]
pub fn by_code(_code: &str) -> Option<Country> {
    None
}

/// The country that `text` names, and nothing beside it («РБ», «Республика Беларусь», "Belarus").
#[must_use]
pub fn named(_text: &str) -> Option<Country> {
    None
}

/// Every country that running text mentions, in any case form, each once, in the order of the text.
#[must_use]
pub fn mentioned(_text: &str) -> Vec<Country> {
    Vec::new()
}

/// Every country, by code.
#[must_use]
pub fn all() -> &'static [Country] {
    &[]
}

/// The name that comes nearest to what cannot be understood: for "did you mean".
#[must_use]
pub fn nearest(_text: &str) -> Option<Country> {
    None
}
