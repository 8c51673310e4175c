//! What a form file means, checked before it is used: names that point nowhere, rules and sentences that would fail,
//! limits of spreadsheets and paper. In: the tree. Out: mistakes. It works on the tree and not on the structs, so that
//! one broken key hides no other mistake.

mod dictionaries;
mod fields;
pub(super) mod patterns;
mod report;
mod rules;
mod sheets;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::source::{Mistakes, Node};
use super::{FieldType, Role};
use crate::words::{Args, Language};

/// The built-in dictionary of countries.
pub(super) const COUNTRIES: &str = "countries";

/// Arguments of the report's sentences that are not the region's to name.
pub(super) const TAKEN: [&str; 7] = ["period", "period-in", "Period-in", "n", "total", "of", "reported"];

/// Brackets within brackets in a rule, a sentence or a regular expression.
const DEEPEST: usize = 32;

/// Runs every lint. `texts` are the places of all texts for people.
pub(super) fn check(root: Node<'_>, texts: &[Node<'_>], mistakes: &mut Mistakes<'_>) {
    let known = Known::of(root);
    identity(root, &known, mistakes);
    languages(texts, &known, mistakes);
    fields::check(&known, mistakes);
    sheets::check(root, &known, mistakes);
    dictionaries::check(root, &known, mistakes);
    rules::check(root, &known, mistakes);
    report::check(root, &known, mistakes);
}

/// One field as far as it can be understood.
struct Asked<'t> {
    node: Node<'t>,
    key: Option<&'t str>,
    /// `None` where the type itself is a mistake: nothing more is said of such a field's type.
    kind: Option<FieldType>,
    role: Option<Role>,
    dictionary: Option<&'t str>,
}

/// What the rest of the file may refer to.
struct Known<'t> {
    languages: Vec<Language>,
    header: Vec<Asked<'t>>,
    table: Vec<Asked<'t>>,
    dictionaries: BTreeMap<&'t str, Node<'t>>,
}

impl Asked<'_> {
    /// Whether the field is known to be of another type.
    fn is_not(&self, kind: FieldType) -> bool {
        self.kind.is_some_and(|own| own != kind)
    }
}

impl<'t> Known<'t> {
    fn of(root: Node<'t>) -> Self {
        let asked = |node: Node<'t>| Asked {
            node,
            key: node.text_at("key"),
            kind: node.get("type").map_or(Some(FieldType::default()), |kind| word(kind.text()?)),
            role: node.text_at("role").and_then(word),
            dictionary: node.text_at("dictionary"),
        };
        let languages = root.at(&["form", "languages"]);
        Self {
            languages: languages.into_iter().flat_map(Node::items).filter_map(|item| word(item.text()?)).collect(),
            header: root.items_at("header").map(asked).collect(),
            table: root.at(&["table", "fields"]).into_iter().flat_map(Node::items).map(asked).collect(),
            dictionaries: root
                .get("dictionaries")
                .into_iter()
                .flat_map(Node::pairs)
                .map(|pair| (pair.key, pair.value))
                .collect(),
        }
    }

    /// Whether every field's type can be read.
    fn types_are_sound(&self) -> bool {
        self.header.iter().chain(&self.table).all(|field| field.kind.is_some())
    }

    /// The table's field of that key.
    fn field(&self, key: &str) -> Option<&Asked<'t>> {
        self.table.iter().find(|field| field.key == Some(key))
    }

    /// Says that `node` names no field of the table, unless it does.
    fn field_or_mistake(&self, node: Node<'_>, mistakes: &mut Mistakes<'_>) -> Option<&Asked<'t>> {
        let key = node.text()?;
        let found = self.field(key);
        if found.is_none() {
            unknown(node, "form-unknown-field", self.table.iter().filter_map(|field| field.key), mistakes);
        }
        found
    }

    /// The languages of a text: one for each wording, all of them for a wording that is the same in each.
    fn languages_of(&self, wording: Option<&str>) -> Vec<Language> {
        match wording {
            Some(code) => word(code).into_iter().collect(),
            None => self.languages.clone(),
        }
    }
}

/// Reads one of the words of an enum.
fn word<'t, T: Deserialize<'t>>(text: &'t str) -> Option<T> {
    let deserializer: StrDeserializer<'t, Error> = text.into_deserializer();
    T::deserialize(deserializer).ok()
}

/// Says that `node` names nothing that exists, with a guess.
fn unknown<'a>(node: Node<'_>, id: &str, allowed: impl IntoIterator<Item = &'a str>, mistakes: &mut Mistakes<'_>) {
    unknown_name(node.span(), node.text().unwrap_or_default(), id, allowed, mistakes);
}

/// The same of a name that stands somewhere within a longer text.
fn unknown_name<'a>(
    span: Range<usize>,
    name: &str,
    id: &str,
    allowed: impl IntoIterator<Item = &'a str>,
    mistakes: &mut Mistakes<'_>,
) {
    mistakes.add(span, id, super::shape::guess(super::near::nearest(name, allowed)).with("name", name));
}

/// Whether a name begins with a letter and goes on in letters, digits and `also`; all of them plain Latin, small.
fn is_name(name: &str, also: char) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == also)
}

/// What people take for the same word: case, ё and white space do not count.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('ё', "е")
}

fn identity(root: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    if let Some(id) = root.at(&["form", "id"])
        && id.text().is_some_and(|text| !text.is_empty() && !is_name(text, '-'))
    {
        mistakes.add(id.span(), "form-bad-id", Args::new().with("name", id.text().unwrap_or_default()));
    }
    let mut seen = Vec::new();
    for item in root.at(&["form", "languages"]).into_iter().flat_map(Node::items) {
        let Some(code) = item.text() else { continue };
        if seen.contains(&code) {
            mistakes.add(item.span(), "form-language-twice", Args::new().with("name", code));
        }
        seen.push(code);
    }
    not_blank(root.at(&["form", "title"]), mistakes);
    not_blank(root.at(&["form", "rows"]), mistakes);
    if let Some(rows) = root.at(&["form", "rows"]) {
        patterns::check(rows, known, &["n"], mistakes);
    }
}

/// Every text has a wording in every language of the form.
fn languages(texts: &[Node<'_>], known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    for text in texts.iter().filter(|text| text.value().is_table()) {
        for language in &known.languages {
            if text.text_at(language.code()).is_none_or(|wording| wording.trim().is_empty()) {
                mistakes.add(text.span(), "form-lacks-language", Args::new().with("language", language.code()));
            }
        }
    }
}

/// Says of a text that it says nothing, in any of its wordings.
fn not_blank(node: Option<Node<'_>>, mistakes: &mut Mistakes<'_>) {
    // Of a text in several languages the lacking one is named by `languages`.
    if let Some(node) = node.filter(|node| node.text().is_some_and(|text| text.trim().is_empty())) {
        mistakes.add(node.span(), "form-empty-text", Args::new());
    }
}

/// Says of every wording of a text that is longer than `max` characters, or breaks its line.
fn one_line(node: Option<Node<'_>>, max: usize, mistakes: &mut Mistakes<'_>) {
    for (_, wording) in node.into_iter().flat_map(Node::wordings) {
        let text = wording.text().unwrap_or_default();
        if text.contains(['\n', '\r', '\t']) {
            mistakes.add(wording.span(), "form-line-break", Args::new());
        }
        no_longer_than(wording, max, mistakes);
    }
}

fn no_longer_than(wording: Node<'_>, max: usize, mistakes: &mut Mistakes<'_>) {
    let n = wording.text().unwrap_or_default().chars().count();
    if n > max {
        mistakes.add(wording.span(), "form-too-long", Args::new().with("max", max).with("n", n));
    }
}

/// Says of a text that its brackets lie too deep in each other, which the parsers of rules and sentences would not
/// survive; true where all is well.
fn shallow(node: Node<'_>, mistakes: &mut Mistakes<'_>) -> bool {
    let mut depth = 0_usize;
    for c in node.text().unwrap_or_default().chars() {
        match c {
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            mistakes.add(node.span(), "form-too-deep", Args::new());
            return false;
        }
    }
    true
}

/// Says of every text in a list that it is blank.
fn no_blank_items(node: Node<'_>, key: &str, mistakes: &mut Mistakes<'_>) {
    for item in node.items_at(key) {
        not_blank(Some(item), mistakes);
    }
}
