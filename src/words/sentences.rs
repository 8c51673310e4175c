//! Sentences of a file that takes the place of svod's own wording, and the variables that svod's own sentences name.

use std::collections::BTreeSet;
use std::ops::Range;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::{Args, Language, PatternError, bundle_of};

/// The sentences of a file.
pub struct Sentences {
    bundle: FluentBundle<FluentResource>,
    language: Language,
    /// Their names, and where in the file they stand.
    names: Vec<(String, Range<usize>)>,
}

impl Sentences {
    /// Reads a file.
    ///
    /// # Errors
    /// Every part of it that Fluent cannot read: where it stands, and what Fluent objects to.
    pub fn parse(language: Language, source: &str) -> Result<Self, Vec<(Range<usize>, String)>> {
        let parsed = parser::parse(source).map_err(|(_, errors)| {
            let place = |error: &parser::ParserError| error.slice.clone().unwrap_or_else(|| error.pos.clone());
            errors.into_iter().map(|error| (place(&error), error.to_string())).collect::<Vec<_>>()
        })?;
        let begin = source.as_ptr() as usize;
        let names = parsed.body.iter().filter_map(|entry| match entry {
            Entry::Message(message) if message.value.is_some() => {
                let at = message.id.name.as_ptr() as usize - begin;
                Some((message.id.name.to_owned(), at..at + message.id.name.len()))
            }
            _ => None,
        });
        let names: Vec<(String, Range<usize>)> = names.collect();
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(partial, _)| partial);
        let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Ok(Self { bundle, language, names })
    }

    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// Names of the sentences, and where they stand, in bytes.
    pub fn names(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        self.names.iter().map(|(name, span)| (name.as_str(), span.clone()))
    }

    /// The variables that a sentence names.
    #[must_use]
    pub fn variables(&self, name: &str) -> BTreeSet<String> {
        variables_in(&self.bundle, name)
    }

    /// Says a sentence; none where the file has none of that name.
    #[must_use]
    pub fn say(&self, name: &str, args: &Args) -> Option<Result<String, PatternError>> {
        let pattern = self.bundle.get_message(name)?.value()?;
        let mut fluent = FluentArgs::new();
        for (name, arg) in args.iter() {
            fluent.set(name, arg.as_fluent(self.language));
        }
        let mut errors = Vec::new();
        let said = self.bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
        Some(errors.first().map_or(Ok(said), |error| Err(PatternError(error.to_string()))))
    }
}

impl std::fmt::Debug for Sentences {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sentences")
            .field("language", &self.language)
            .field("names", &self.names)
            .finish_non_exhaustive()
    }
}

/// The variables that svod's own message names.
#[must_use]
pub fn variables(language: Language, id: &str) -> BTreeSet<String> {
    variables_in(bundle_of(language), id)
}

pub(super) fn variables_in(bundle: &FluentBundle<FluentResource>, id: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    if let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) {
        of_pattern(pattern, &mut found);
    }
    found
}

fn of_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, found);
            for variant in variants {
                of_pattern(&variant.value, found);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        _ => {}
    }
}
