//! The shape of a form file: keys, types, allowed words, lengths and ranges. In: the tree and the JSON Schema of the
//! form language. Out: mistakes, and the places of all texts for people. It knows nothing of what the keys mean.

use serde_json::Value;
use toml::de::DeValue;

use super::near::nearest;
use super::schema::schema;
use super::source::{Mistakes, Node};
use crate::words::Args;

/// Walks a tree along the schema.
pub(super) struct Shape<'t, 'm, 's> {
    mistakes: &'m mut Mistakes<'s>,
    /// Every text that may be given in each language.
    texts: Vec<Node<'t>>,
}

/// Checks the whole file; gives the places of all texts for people.
pub(super) fn check<'t>(root: Node<'t>, mistakes: &mut Mistakes<'_>) -> Vec<Node<'t>> {
    let mut shape = Shape { mistakes, texts: Vec::new() };
    shape.value(root, schema());
    shape.texts
}

impl<'t> Shape<'t, '_, '_> {
    fn value(&mut self, node: Node<'t>, schema: &'static Value) {
        if names(schema, "LocalText") {
            self.texts.push(node);
        }
        let kinds = alternatives(schema);
        let of = |kind: &'static str| kinds.iter().copied().filter(move |schema| is(schema, kind));
        match node.value() {
            DeValue::String(text) if of("string").next().is_some() => self.text(node, text, of("string").collect()),
            DeValue::Boolean(_) if of("boolean").next().is_some() => {}
            DeValue::Integer(_) | DeValue::Float(_) => {
                let whole = matches!(node.value(), DeValue::Integer(_));
                match of("number").next().or_else(|| of("integer").next().filter(|_| whole)) {
                    Some(schema) => self.number(node, schema),
                    None => self.wrong_type(node, &kinds),
                }
            }
            DeValue::Array(items) => match of("array").next() {
                Some(schema) => {
                    if schema["minItems"].as_u64().is_some_and(|min| (items.len() as u64) < min) {
                        self.mistakes.add(node.span(), "form-empty-list", Args::new());
                    }
                    node.items().for_each(|item| self.value(item, &schema["items"]));
                }
                None => self.wrong_type(node, &kinds),
            },
            DeValue::Table(_) => match of("object").next() {
                Some(schema) => self.table(node, schema),
                None => self.wrong_type(node, &kinds),
            },
            _ => self.wrong_type(node, &kinds),
        }
    }

    fn table(&mut self, node: Node<'t>, schema: &'static Value) {
        let known = schema["properties"].as_object();
        let others = schema.get("additionalProperties").filter(|others| others.is_object());
        for pair in node.pairs() {
            if let Some(inner) = known.and_then(|known| known.get(pair.key)).or(others) {
                self.value(pair.value, inner);
            } else {
                let near = nearest(pair.key, known.into_iter().flat_map(|known| known.keys().map(String::as_str)));
                self.mistakes.add(pair.key_span, "form-unknown-key", guess(near).with("key", pair.key));
            }
        }
        for key in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if node.get(key).is_none() {
                self.mistakes.add(node.span(), "form-missing-key", Args::new().with("key", key));
            }
        }
    }

    fn text(&mut self, node: Node<'t>, text: &str, schemas: Vec<&'static Value>) {
        let words: Vec<&str> = schemas.iter().copied().flat_map(words_of).collect();
        let Some(free) = schemas.into_iter().find(|schema| words_of(schema).is_empty()) else {
            if !words.contains(&text) {
                let args =
                    guess(nearest(text, words.iter().copied())).with("value", text).with("allowed", words.join(", "));
                self.mistakes.add(node.span(), "form-unknown-value", args);
            }
            return;
        };
        let length = text.chars().count() as u64;
        if free["minLength"].as_u64().is_some_and(|min| length < min) {
            self.mistakes.add(node.span(), "form-empty-text", Args::new());
        }
        if let Some(max) = free["maxLength"].as_u64().filter(|max| length > *max) {
            self.mistakes.add(node.span(), "form-too-long", Args::new().with("max", max).with("n", length));
        }
    }

    fn number(&mut self, node: Node<'t>, schema: &'static Value) {
        let least = schema["minimum"].as_f64();
        // The schema names the width of a whole number only as its format.
        let most = schema["maximum"].as_f64().or((schema["format"] == "uint32").then_some(f64::from(u32::MAX)));
        let Some(n) = node.number().filter(|n| n.is_finite()) else {
            self.mistakes.add(node.span(), "form-not-finite", Args::new());
            return;
        };
        if let Some(least) = least.filter(|least| n < *least) {
            self.mistakes.add(node.span(), "form-too-small", Args::new().with("min", least.to_string()));
        }
        if let Some(most) = most.filter(|most| n > *most) {
            self.mistakes.add(node.span(), "form-too-large", Args::new().with("max", most.to_string()));
        }
    }

    fn wrong_type(&mut self, node: Node<'t>, kinds: &[&'static Value]) {
        let found = match node.value() {
            DeValue::String(_) => "string",
            DeValue::Integer(_) => "integer",
            DeValue::Float(_) => "number",
            DeValue::Boolean(_) => "boolean",
            DeValue::Datetime(_) => "date",
            DeValue::Array(_) => "array",
            DeValue::Table(_) => "object",
        };
        let expected = ["string", "boolean", "integer", "number", "array", "object"]
            .into_iter()
            .filter(|kind| kinds.iter().any(|schema| is(schema, kind)))
            .collect::<Vec<_>>()
            .join("-or-");
        self.mistakes.add(node.span(), "form-wrong-type", Args::new().with("expected", expected).with("found", found));
    }
}

/// The arguments of a sentence that may end in "did you mean".
pub(super) fn guess(near: Option<&str>) -> Args {
    Args::new().with("guess", if near.is_some() { "yes" } else { "no" }).with("near", near.unwrap_or_default())
}

/// What a value may be: references followed, alternatives laid side by side.
fn alternatives(schema: &'static Value) -> Vec<&'static Value> {
    if let Some(target) = schema["$ref"].as_str() {
        return self::schema().pointer(target.trim_start_matches('#')).map(alternatives).unwrap_or_default();
    }
    match schema["anyOf"].as_array().or(schema["oneOf"].as_array()) {
        Some(several) => several.iter().flat_map(alternatives).collect(),
        None => vec![schema],
    }
}

/// Whether a schema is a reference to the type `name`, also where the value may be absent.
fn names(schema: &'static Value, name: &str) -> bool {
    schema["$ref"].as_str().is_some_and(|target| target.rsplit('/').next() == Some(name))
        || schema["anyOf"].as_array().is_some_and(|several| several.iter().any(|schema| names(schema, name)))
}

fn is(schema: &Value, kind: &str) -> bool {
    match &schema["type"] {
        Value::String(one) => one == kind,
        Value::Array(several) => several.iter().any(|one| one == kind),
        _ => false,
    }
}

/// The words that a schema allows; none where it allows any text.
fn words_of(schema: &'static Value) -> Vec<&'static str> {
    let listed = schema["enum"].as_array().into_iter().flatten();
    listed.chain(schema.get("const")).filter_map(Value::as_str).collect()
}
