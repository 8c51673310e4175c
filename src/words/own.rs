//! Sentences that a form brings itself, in Fluent's pattern language, so that they too have plurals.

use std::collections::BTreeSet;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

use super::sentences::variables_in;
use super::{Args, Language};

/// The name under which a form's own pattern is kept in its bundle of one message.
const ONLY: &str = "own";

/// A pattern of a form, ready to be said.
pub struct Pattern {
    bundle: FluentBundle<FluentResource>,
    language: Language,
}

/// A pattern of a form that Fluent cannot read, or that lacks an argument.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct PatternError(pub String);

impl Pattern {
    /// Reads a pattern such as `{ $n } { $n -> [one] строка [few] строки *[other] строк }`.
    ///
    /// # Errors
    /// The first thing that Fluent objects to.
    pub fn parse(language: Language, source: &str) -> Result<Self, PatternError> {
        // A message's continuation lines must be indented, else Fluent takes them for new messages.
        let body: Vec<String> = source.lines().map(|line| format!("    {line}")).collect();
        let resource = FluentResource::try_new(format!("{ONLY} =\n{}\n", body.join("\n"))).map_err(|(_, errors)| {
            PatternError(errors.first().map_or_else(|| "empty".to_owned(), ToString::to_string))
        })?;
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        if bundle.get_message(ONLY).and_then(|message| message.value()).is_none() {
            return Err(PatternError("the sentence is empty".to_owned()));
        }
        Ok(Self { bundle, language })
    }

    /// The arguments that it names.
    #[must_use]
    pub fn variables(&self) -> BTreeSet<String> {
        variables_in(&self.bundle, ONLY)
    }

    /// Says the sentence.
    ///
    /// # Errors
    /// When the pattern names an argument that is not among `args`.
    pub fn say(&self, args: &Args) -> Result<String, PatternError> {
        let mut fluent = FluentArgs::new();
        for (name, arg) in args.iter() {
            fluent.set(name, arg.as_fluent(self.language));
        }
        let Some(pattern) = self.bundle.get_message(ONLY).and_then(|message| message.value()) else {
            return Err(PatternError("the sentence is empty".to_owned()));
        };
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
        match errors.first() {
            Some(error) => Err(PatternError(error.to_string())),
            None => Ok(said),
        }
    }
}

impl std::fmt::Debug for Pattern {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Pattern").field("language", &self.language).finish_non_exhaustive()
    }
}
