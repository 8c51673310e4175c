//! What the structs themselves demand (`validator`). In: a form and the tree that it was read from. Out: a mistake at
//! the place of each demand that is not met.

use validator::{Validate, ValidationErrors, ValidationErrorsKind};

use super::Form;
use super::source::{Mistakes, Node};
use crate::words::Args;

pub(super) fn check(form: &Form, root: Node<'_>, mistakes: &mut Mistakes<'_>) {
    if let Err(errors) = form.validate() {
        gather(&errors, root, mistakes);
    }
}

fn gather(errors: &ValidationErrors, node: Node<'_>, mistakes: &mut Mistakes<'_>) {
    // The errors lie in a hash map; the mistakes are sorted by position afterwards.
    let mut fields: Vec<_> = errors.errors().iter().collect();
    fields.sort_by(|a, b| a.0.cmp(b.0));
    for (field, kind) in fields {
        let here = child(node, field);
        match kind {
            ValidationErrorsKind::Struct(inner) => gather(inner, here, mistakes),
            ValidationErrorsKind::List(items) => {
                for (index, inner) in items {
                    gather(inner, nth(here, *index), mistakes);
                }
            }
            ValidationErrorsKind::Field(broken) => {
                for error in broken {
                    mistakes.add(here.span(), "form-invalid", Args::new().with("said", error.to_string()));
                }
            }
        }
    }
}

/// The value that a Rust field was read from: `max_length` from `maxLength`, `ask_from` from `ask-from`.
fn child<'t>(node: Node<'t>, field: &str) -> Node<'t> {
    let plain = |name: &str| name.replace(['-', '_'], "").to_lowercase();
    node.pairs().find(|pair| plain(pair.key) == plain(field)).map_or(node, |pair| pair.value)
}

/// The item of a list, or of a table by the order of its keys.
fn nth(node: Node<'_>, index: usize) -> Node<'_> {
    node.items().nth(index).or_else(|| node.pairs().nth(index).map(|pair| pair.value)).unwrap_or(node)
}
