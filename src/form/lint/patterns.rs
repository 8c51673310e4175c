//! Sentences of the form's own: that Fluent reads them, and that they name only what they are given.

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern as Tree};

use super::{Known, shallow, unknown_name};
use crate::form::source::{Mistakes, Node};
use crate::words::{Args, Pattern};

/// Checks every wording of a text that is a pattern over `args`.
pub(super) fn check(text: Node<'_>, known: &Known<'_>, args: &[&str], mistakes: &mut Mistakes<'_>) {
    for (language, wording) in text.wordings() {
        let Some(source) = wording.text().filter(|source| !source.trim().is_empty()) else { continue };
        if !shallow(wording, mistakes) {
            continue;
        }
        for language in known.languages_of(language) {
            if let Err(error) = Pattern::parse(language, source) {
                mistakes.add(wording.span(), "form-bad-pattern", Args::new().with("said", error.to_string()));
                return;
            }
        }
        for name in names(source) {
            match name {
                Name::Variable(name) if args.contains(&name.as_str()) => {}
                Name::Variable(name) => {
                    let span = mistakes.within(wording.span(), &format!("${name}"));
                    unknown_name(span, &name, "form-unknown-argument", args.iter().copied(), mistakes);
                }
                Name::Other(name) => {
                    mistakes.add(wording.span(), "form-not-in-pattern", Args::new().with("name", name));
                }
            }
        }
    }
}

/// The arguments that a pattern names, in its order.
pub(in crate::form) fn arguments_of(source: &str) -> impl Iterator<Item = String> {
    names(source).into_iter().filter_map(|name| match name {
        Name::Variable(name) => Some(name),
        Name::Other(_) => None,
    })
}

/// What a pattern refers to.
enum Name {
    Variable(String),
    /// A message, a term, a function, an attribute: none of them exists for a form.
    Other(String),
}

fn names(source: &str) -> Vec<Name> {
    // As `words::Pattern` does: continuation lines are indented.
    let body: Vec<String> = source.lines().map(|line| format!("    {line}")).collect();
    let resource = match fluent_syntax::parser::parse_runtime(format!("own =\n{}\n", body.join("\n"))) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    let mut found = Vec::new();
    for entry in &resource.body {
        if let Entry::Message(message) = entry {
            message.value.iter().for_each(|pattern| in_pattern(pattern, &mut found));
            found.extend(message.attributes.iter().map(|attribute| Name::Other(format!(".{}", attribute.id.name))));
        }
    }
    found
}

fn in_pattern(pattern: &Tree<String>, found: &mut Vec<Name>) {
    for element in &pattern.elements {
        if let fluent_syntax::ast::PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<String>, found: &mut Vec<Name>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            for variant in variants {
                in_pattern(&variant.value, found);
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<String>, found: &mut Vec<Name>) {
    let arguments = |arguments: &CallArguments<String>, found: &mut Vec<Name>| {
        arguments.positional.iter().for_each(|argument| in_inline(argument, found));
    };
    match inline {
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
        InlineExpression::VariableReference { id } => found.push(Name::Variable(id.name.clone())),
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        InlineExpression::FunctionReference { id, arguments: given } => {
            found.push(Name::Other(format!("{}()", id.name)));
            arguments(given, found);
        }
        InlineExpression::MessageReference { id, .. } => found.push(Name::Other(id.name.clone())),
        InlineExpression::TermReference { id, .. } => found.push(Name::Other(format!("-{}", id.name))),
    }
}
