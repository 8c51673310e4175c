//! The form's own sentences: title, names of files, closing.
//!
//! In: a pattern of the form and what it may speak of. Out: the sentence. All patterns see the same words, so that the
//! author of a form has one list to learn.

use super::Error;
use crate::flow::Consolidated;
use crate::form::Form;
use crate::words::{Args, Language, LocalText, Pattern};

/// What every pattern of the report sees: `$period`, `$period-in`, `$Period-in` (the same as the beginning of a
/// sentence), the words of the region by their names, and `$n`, the number of events unless a pattern says otherwise.
#[must_use]
pub fn args(consolidated: &Consolidated, form: &Form, language: Language) -> Args {
    let within = consolidated.period.name_within(language);
    let args = Args::new()
        .with("period", consolidated.period.name(language))
        .with("Period-in", capitalised(&within))
        .with("period-in", within)
        .with("n", consolidated.events.len());
    form.region.words.iter().fold(args, |args, (name, words)| args.with(name, words.get(language)))
}

/// Says the pattern `sentence`, which stands at `place` in the form.
///
/// # Errors
/// When Fluent cannot read the pattern, or it names what is not among `args`.
pub fn say(sentence: &LocalText, place: &'static str, language: Language, args: &Args) -> Result<String, Error> {
    Pattern::parse(language, sentence.get(language))
        .and_then(|pattern| pattern.say(args))
        .map(|said| said.trim().to_owned())
        .map_err(|source| Error::Sentence { place, source })
}

/// The text with a capital first letter.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
