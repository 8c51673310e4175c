//! The words of which events are made up: one table a language, and one more of each that no figure was ever tuned on.

mod english;
mod english_held_out;
mod russian;
mod russian_held_out;

pub(crate) use english::ENGLISH;
pub(crate) use english_held_out::ENGLISH_HELD_OUT;
pub(crate) use russian::RUSSIAN;
pub(crate) use russian_held_out::RUSSIAN_HELD_OUT;

/// A kind of event: words that clerks use for it, each in the nominative and after «в»; «международный» in its gender.
pub(crate) struct Kind {
    pub(crate) words: &'static [(&'static str, &'static str)],
    pub(crate) international: &'static str,
}

/// What people write when they report events.
pub(crate) struct Lexicon {
    pub(crate) russian: bool,
    pub(crate) kinds: &'static [Kind],
    /// What it is about, in words that follow a kind; each topic in several wordings.
    pub(crate) topics: &'static [&'static [&'static str]],
    /// Two halves of a name in quotation marks.
    pub(crate) name_heads: &'static [&'static str],
    pub(crate) name_tails: &'static [&'static str],
    /// Known towns of the home country, then of others: name, how else it is written, its country.
    pub(crate) towns: &'static [(&'static str, &'static str, &'static str)],
    /// Syllables of made-up names: first, middle, the endings of towns, of people.
    pub(crate) syllables: [&'static [&'static str]; 4],
    /// Houses: in full, and as they are called.
    pub(crate) houses: &'static [(&'static str, &'static str)],
    /// Organisations: in full, and as they are called; `{}` is a name of their own.
    pub(crate) bodies: &'static [(&'static str, &'static str)],
    pub(crate) countries: &'static [&'static str],
    /// What happened: each in several wordings, with `{body}`, `{person}`, `{number}`, `{topic}`.
    pub(crate) facts: &'static [&'static [&'static str]],
    /// What is added to a title and says nothing.
    pub(crate) additions: &'static [&'static str],
    /// What a title begins with, before a kind after «в».
    pub(crate) leads: &'static [&'static str],
    /// Words and what they are shortened to.
    pub(crate) short: &'static [(&'static str, &'static str)],
    /// «среди юношей», «среди девушек»: siblings on one day.
    pub(crate) groups: &'static [&'static str],
    /// Parts of an umbrella: «концерт», with the words that join it to its name.
    pub(crate) parts: &'static [&'static str],
    pub(crate) within: &'static str,
    pub(crate) delegation: [&'static str; 2],
    pub(crate) months: [&'static str; 3],
    pub(crate) section: &'static str,
}
