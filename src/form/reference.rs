//! `docs/forms.md`: the form language for people to read.
//!
//! In: the introduction, the form to begin with, and the JSON Schema of the form language, whose descriptions are the doc
//! comments of the types. Out: Markdown. It is committed and kept fresh by a test. It knows of no form in particular.

use std::collections::VecDeque;
use std::fmt::Write as _;

use serde_json::Value;

use super::schema::schema;
use super::skeleton;
use crate::words::Language;

/// What the language is for and how it is meant, with a place for the example.
const INTRODUCTION: &str = include_str!("introduction.md");
/// Where the example stands in the introduction.
const EXAMPLE: &str = "{example}";

/// The form language as Markdown: the introduction with a whole form as its example, then every part and its keys.
#[must_use]
pub fn reference() -> String {
    let mut page = INTRODUCTION.replace(EXAMPLE, skeleton(Language::En).trim_end());
    page.push_str("\n## Every part and its keys\n\nMade from the program itself; a test fails when it is stale.\n");
    let mut part = Some(Part { name: "Form", schema: schema() });
    let mut seen = vec!["Form"];
    let mut waiting = VecDeque::new();
    while let Some(this) = part {
        for next in this.parts() {
            if !seen.contains(&next.name) {
                seen.push(next.name);
                waiting.push_back(next);
            }
        }
        this.write(&mut page);
        part = waiting.pop_front();
    }
    page
}

/// A named type of the form language.
struct Part {
    name: &'static str,
    schema: &'static Value,
}

impl Part {
    /// The part that a reference leads to.
    fn at(reference: &'static str) -> Option<Self> {
        let name = reference.rsplit('/').next()?;
        Some(Self { name, schema: schema().pointer(reference.trim_start_matches('#'))? })
    }

    /// The parts that this one names, in the order of its keys.
    fn parts(&self) -> Vec<Self> {
        let mut references = Vec::new();
        for (_, value) in self.keys() {
            collect_references(value, &mut references);
        }
        for choice in self.choices() {
            collect_references(choice, &mut references);
        }
        references.into_iter().filter_map(Self::at).collect()
    }

    /// What must be given first, in the order in which it is usually written; then the rest, by the alphabet.
    fn keys(&self) -> Vec<(&'static str, &'static Value)> {
        let Some(properties) = self.schema["properties"].as_object() else { return Vec::new() };
        let required = self.required();
        let rest = properties.keys().map(String::as_str).filter(|key| !required.contains(key));
        required.iter().copied().chain(rest).filter_map(|key| Some((key, properties.get(key)?))).collect()
    }

    fn required(&self) -> Vec<&'static str> {
        items(&self.schema["required"]).filter_map(Value::as_str).collect()
    }

    /// What the part may be one of.
    fn choices(&self) -> Vec<&'static Value> {
        items(&self.schema["oneOf"]).chain(items(&self.schema["anyOf"])).collect()
    }

    fn write(&self, page: &mut String) {
        line(page, &format!("\n### {}\n\n{}", title(self.name), described(self.schema)));
        let required = self.required();
        if !self.keys().is_empty() {
            page.push_str("\n| Key | Value | Meaning |\n|---|---|---|\n");
        }
        for (key, value) in self.keys() {
            let must = if required.contains(&key) { " · required" } else { "" };
            line(page, &format!("| `{key}` | {}{must} | {} |", kind(value), told(value)));
        }
        if !self.choices().is_empty() {
            page.push_str("\n| Value | Meaning |\n|---|---|\n");
        }
        for choice in self.choices() {
            line(page, &format!("| {} | {} |", kind(choice), described(choice)));
        }
    }
}

/// Every reference within `value`, in the order in which it stands.
fn collect_references(value: &'static Value, found: &mut Vec<&'static str>) {
    match value {
        Value::Object(object) => {
            for (key, inner) in object {
                match inner.as_str().filter(|_| key == "$ref") {
                    Some(reference) => found.push(reference),
                    None => collect_references(inner, found),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(|inner| collect_references(inner, found)),
        _ => {}
    }
}

/// What may stand as a value, in words.
fn kind(schema: &'static Value) -> String {
    if let Some(part) = schema["$ref"].as_str().and_then(Part::at) {
        return format!(
            "[{}](#{})",
            title(part.name).to_lowercase(),
            title(part.name).to_lowercase().replace(' ', "-")
        );
    }
    if let Some(word) = schema.get("const") {
        return format!("`{word}`");
    }
    if schema["enum"].is_array() {
        return items(&schema["enum"]).map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    }
    if let Some(several) = schema["anyOf"].as_array() {
        return several.iter().filter(|one| one["type"] != "null").map(kind).collect::<Vec<_>>().join(" or ");
    }
    let named = match &schema["type"] {
        Value::Array(several) => several.iter().filter_map(Value::as_str).find(|one| *one != "null"),
        one => one.as_str(),
    };
    match named {
        Some("array") => format!("list of {}", kind(&schema["items"])),
        Some("object") => match schema["additionalProperties"].as_object() {
            Some(_) => format!("table of name = {}", kind(&schema["additionalProperties"])),
            None => inline(schema),
        },
        Some("string") => format!("text{}", bounds(schema, "minLength", "maxLength", " characters")),
        Some("integer") => format!("whole number{}", bounds(schema, "minimum", "maximum", "")),
        Some("number") => format!("number{}", bounds(schema, "minimum", "maximum", "")),
        Some("boolean") => "`true` or `false`".to_owned(),
        _ => "anything".to_owned(),
    }
}

/// A table without a name of its own: `{ field = … }`.
fn inline(schema: &'static Value) -> String {
    let keys = schema["properties"].as_object().into_iter().flat_map(|properties| properties.keys());
    format!("`{{ {} }}`", keys.map(|key| format!("{key} = …")).collect::<Vec<_>>().join(", "))
}

fn bounds(schema: &Value, least: &str, most: &str, unit: &str) -> String {
    let bound = |key: &str| schema[key].as_f64();
    match (bound(least).filter(|least| *least != 0.0), bound(most)) {
        (Some(least), Some(most)) => format!(", {least} to {most}{unit}"),
        (Some(least), None) => format!(", at least {least}{unit}"),
        (None, Some(most)) => format!(", at most {most}{unit}"),
        (None, None) => String::new(),
    }
}

/// What a key means, and what holds where it is not given.
fn told(schema: &Value) -> String {
    let usual = match &schema["default"] {
        Value::Bool(_) | Value::Number(_) => format!(" Else `{}`.", schema["default"]),
        Value::String(text) if !text.is_empty() => format!(" Else `{text}`."),
        _ => String::new(),
    };
    format!("{}{usual}", described(schema))
}

/// The doc comment, on one line of a table.
fn described(schema: &Value) -> String {
    schema["description"]
        .as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}

/// `LinkPolicy` → `Link policy`.
fn title(name: &str) -> String {
    let mut title = String::new();
    for (at, letter) in name.char_indices() {
        if at > 0 && letter.is_ascii_uppercase() {
            title.push(' ');
            title.push(letter.to_ascii_lowercase());
        } else {
            title.push(letter);
        }
    }
    title
}

fn items(list: &'static Value) -> impl Iterator<Item = &'static Value> {
    list.as_array().into_iter().flatten()
}

fn line(page: &mut String, text: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(page, "{text}");
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test compares a committed file")]
mod tests {
    use super::*;

    #[test]
    fn the_committed_page_is_that_of_the_types() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/forms.md");
        let fresh = reference();
        if std::env::var_os("SVOD_BLESS").is_some() {
            std::fs::write(path, &fresh).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert!(committed == fresh, "docs/forms.md is stale: run this test with SVOD_BLESS=1");
    }

    #[test]
    fn every_part_every_key_and_every_word_of_the_language_is_explained() {
        let page = reference();
        for (name, part) in schema()["$defs"].as_object().unwrap() {
            assert!(page.contains(&format!("\n### {}\n", title(name))), "{name} is not on the page");
            assert!(!described(part).is_empty(), "{name}");
        }
        let unexplained: Vec<&str> =
            page.lines().filter(|line| line.starts_with('|') && line.ends_with("|  |")).collect();
        assert_eq!(unexplained, Vec::<&str>::new());
    }
}
