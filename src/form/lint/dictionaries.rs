//! Dictionaries: that they are used, and that every word leads to one entry.

use std::collections::{BTreeMap, BTreeSet};

use super::{COUNTRIES, Known, folded, is_name, no_blank_items, not_blank, one_line, patterns, unknown};
use crate::form::source::{Mistakes, Node};
use crate::phrase::countries;
use crate::words::Args;

const LABEL_MAX: usize = 255;

pub(super) fn check(root: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    for pair in root.get("dictionaries").into_iter().flat_map(Node::pairs) {
        let args = || Args::new().with("name", pair.key);
        if !is_name(&pair.key.replace('-', "_"), '_') {
            mistakes.add(pair.key_span.clone(), "form-bad-dictionary", args());
        }
        let dictionary = pair.value;
        let entries: Vec<Node<'_>> = dictionary.items_at("entries").collect();
        if let Some(builtin) = dictionary.get("builtin") {
            if builtin.text().is_some_and(|name| name != COUNTRIES) {
                unknown(builtin, "form-unknown-builtin", [COUNTRIES], mistakes);
            }
        } else if entries.is_empty() {
            mistakes.add(pair.key_span.clone(), "form-empty-dictionary", args());
        }
        let mut named = known.header.iter().chain(&known.table).filter_map(|field| field.dictionary);
        let for_texts = entries.iter().any(|entry| entry.items_at("signs").next().is_some());
        if !for_texts && !named.any(|name| name == pair.key) {
            mistakes.add(pair.key_span, "form-unused-dictionary", args());
        }
        unambiguous(dictionary, &entries, mistakes);
        for entry in entries {
            not_blank(entry.get("label"), mistakes);
            one_line(entry.get("label"), LABEL_MAX, mistakes);
            no_blank_items(entry, "aliases", mistakes);
            no_blank_items(entry, "signs", mistakes);
            if let Some(counted) = entry.get("counted") {
                not_blank(Some(counted), mistakes);
                patterns::check(counted, known, &["n"], mistakes);
            }
        }
    }
}

/// Keys stand once, and no label or alias leads to two entries.
fn unambiguous(dictionary: Node<'_>, entries: &[Node<'_>], mistakes: &mut Mistakes<'_>) {
    let mut keys = BTreeSet::new();
    let mut owners: BTreeMap<String, &str> = BTreeMap::new();
    if dictionary.text_at("builtin") == Some(COUNTRIES) {
        let own: Vec<&str> = entries.iter().filter_map(|entry| entry.text_at("key")).collect();
        for country in countries::all().iter().filter(|country| !own.contains(&country.code)) {
            for name in [country.code, country.ru, country.en] {
                owners.insert(folded(name), country.code);
            }
        }
    }
    for entry in entries {
        let Some((key, node)) = entry.get("key").and_then(|node| Some((node.text()?, node))) else { continue };
        if !keys.insert(key) {
            mistakes.add(node.span(), "form-entry-twice", Args::new().with("name", key));
            continue;
        }
        if key.trim() != key || key.contains(char::is_control) {
            mistakes.add(node.span(), "form-bad-entry", Args::new().with("name", key));
        }
        for word in words(*entry) {
            let Some(text) = word.text().filter(|text| !text.trim().is_empty()) else { continue };
            let owner = *owners.entry(folded(text)).or_insert(key);
            if owner != key {
                mistakes.add(word.span(), "form-alias-twice", Args::new().with("name", text).with("other", owner));
            }
        }
    }
}

/// Everything by which an entry may be written: its key, its labels, its aliases.
fn words(entry: Node<'_>) -> impl Iterator<Item = Node<'_>> {
    let labels = entry.get("label").into_iter().flat_map(Node::wordings).map(|(_, wording)| wording);
    entry.get("key").into_iter().chain(labels).chain(entry.items_at("aliases"))
}

/// Whether `text` is a word of one of the entries.
pub(super) fn holds(dictionary: Node<'_>, text: &str) -> bool {
    let text = folded(text);
    let same = |word: &str| folded(word) == text;
    let is_country = || {
        let countries = countries::all();
        // A table that is not there can refuse nothing.
        countries.is_empty()
            || countries.iter().any(|country| [country.code, country.ru, country.en].into_iter().any(same))
    };
    dictionary.items_at("entries").flat_map(words).filter_map(Node::text).any(same)
        || (dictionary.text_at("builtin") == Some(COUNTRIES) && is_country())
}
