//! The report, the links and the merge policy: names that exist, sentences that can be said, columns that fit the page.

use super::{Asked, Known, not_blank, one_line, patterns, unknown};
use crate::form::source::{Mistakes, Node};
use crate::form::{FieldType, MergeRule, PAGE_WIDTH, PERIOD_ARGS, Role};
use crate::phrase::countries;
use crate::words::Args;

/// What a file name may not hold on the systems that it travels through.
const FORBIDDEN_IN_FILES: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];
const FILE_NAME_MAX: usize = 120;

pub(super) fn check(root: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    region(root, mistakes);
    policies(root, known, mistakes);
    let Some(report) = root.get("report") else { return };
    let words: Vec<&str> =
        root.at(&["region", "words"]).into_iter().flat_map(Node::pairs).map(|pair| pair.key).collect();
    let with = |more: &[&'static str]| -> Vec<&str> {
        PERIOD_ARGS.iter().chain(more).copied().chain(words.iter().copied()).collect()
    };
    let mut pattern = |node: Option<Node<'_>>, args: &[&str]| {
        if let Some(node) = node {
            not_blank(Some(node), mistakes);
            patterns::check(node, known, args, mistakes);
        }
    };
    report.items_at("title").for_each(|line| pattern(Some(line), &with(&[])));
    report.items_at("columns").for_each(|column| pattern(column.get("heading"), &with(&[])));
    pattern(report.get("workbook-name"), &with(&[]));
    pattern(report.get("document-name"), &with(&[]));
    pattern(report.at(&["total-line", "text"]), &with(&["total", "of"]));
    pattern(report.at(&["total-line", "things"]), &with(&["total", "of"]));
    pattern(report.at(&["closing", "text"]), &with(&["n", "reported"]));
    pattern(report.at(&["brief", "document-name"]), &with(&[]));
    pattern(report.at(&["brief", "opening"]), &with(&["n", "asked", "answered", "abroad"]));
    if let Some(brief) = report.get("brief") {
        brief.items_at("title").for_each(|line| pattern(Some(line), &with(&[])));
        brief.items_at("blocks").for_each(|block| pattern(block.get("title"), &with(&["n"])));
    }
    file_name(report.at(&["brief", "document-name"]), mistakes);
    file_name(report.get("workbook-name"), mistakes);
    file_name(report.get("document-name"), mistakes);
    group_by(report, known, mistakes);
    columns(report, known, mistakes);
    counter(report, known, mistakes);
    if report.get("total-line").is_some() {
        units(known, mistakes);
    }
}

/// The line of the total names what was counted, so every unit has a word for it.
fn units(known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let unit = known.table.iter().find(|field| field.role == Some(Role::Unit));
    let dictionary = unit.and_then(|field| known.dictionaries.get(field.dictionary?));
    for entry in dictionary.into_iter().flat_map(|dictionary| dictionary.items_at("entries")) {
        if entry.get("of-many").is_none() {
            mistakes.add(entry.span(), "form-unit-without-word", Args::new());
        }
        not_blank(entry.get("of-many"), mistakes);
    }
}

fn region(root: Node<'_>, mistakes: &mut Mistakes<'_>) {
    let Some(region) = root.get("region") else { return };
    let places = region.items_at("places");
    for code in region.get("country").into_iter().chain(places.filter_map(|place| place.get("country"))) {
        let text = code.text().unwrap_or_default();
        // A table of countries that is not there can refuse nothing.
        let exists = countries::all().is_empty() || countries::by_code(text).is_some();
        if !text.is_empty() && !exists {
            unknown(code, "form-unknown-country", countries::all().iter().map(|country| country.code), mistakes);
        }
    }
    for pair in region.get("words").into_iter().flat_map(Node::pairs) {
        let args = Args::new().with("name", pair.key);
        let is_identifier = pair.key.starts_with(|c: char| c.is_ascii_alphabetic())
            && pair.key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        if !is_identifier {
            mistakes.add(pair.key_span, "form-bad-word", args);
        } else if super::TAKEN.contains(&pair.key) {
            mistakes.add(pair.key_span, "form-taken-word", args);
        }
    }
    for place in region.items_at("places") {
        not_blank(place.get("name"), mistakes);
        super::no_blank_items(place, "aliases", mistakes);
    }
}

fn policies(root: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    for key in root.at(&["links", "equal"]).into_iter().flat_map(Node::items) {
        known.field_or_mistake(key, mistakes);
    }
    for pair in root.at(&["merge", "fields"]).into_iter().flat_map(Node::pairs) {
        let Some(field) = known.field(pair.key) else {
            let keys = known.table.iter().filter_map(|field| field.key);
            super::unknown_name(pair.key_span, pair.key, "form-unknown-field", keys, mistakes);
            continue;
        };
        let rule: Option<MergeRule> = pair.value.text().and_then(super::word);
        let of_texts =
            matches!(rule, Some(MergeRule::MostSpecific | MergeRule::UnionLines | MergeRule::UnionSentences));
        if of_texts && (field.is_not(FieldType::String) || field.dictionary.is_some()) {
            let args = Args::new().with("name", pair.value.text().unwrap_or_default());
            mistakes.add(pair.value.span(), "form-merge-type", args);
        }
    }
}

/// Names of files; what stands in the pattern as it is.
fn file_name(name: Option<Node<'_>>, mistakes: &mut Mistakes<'_>) {
    one_line(name, FILE_NAME_MAX, mistakes);
    for (_, wording) in name.into_iter().flat_map(Node::wordings) {
        let text = wording.text().unwrap_or_default();
        if text.contains(FORBIDDEN_IN_FILES) || text.starts_with('.') || text.ends_with(['.', ' ']) {
            mistakes.add(wording.span(), "form-bad-file-name", Args::new().with("name", text));
        }
    }
}

fn group_by(report: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let Some(node) = report.get("group-by") else { return };
    if let Some(field) = known.field_or_mistake(node, mistakes)
        && field.dictionary.is_none()
    {
        mistakes.add(node.span(), "form-group-without-dictionary", Args::new());
    }
}

fn columns(report: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let plays = |roles: &[Role]| known.table.iter().any(|field| field.role.is_some_and(|role| roles.contains(&role)));
    let mut sum = 0.0;
    let mut said = false;
    for column in report.items_at("columns") {
        sum += column.get("width").and_then(Node::number).unwrap_or(0.0);
        if let Some(width) = column.get("width").filter(|_| sum > PAGE_WIDTH && !said) {
            said = true;
            mistakes.add(width.span(), "form-too-wide", Args::new().with("max", PAGE_WIDTH.to_string()));
        }
        let Some(content) = column.get("content") else { continue };
        match content.text() {
            Some("dates") if !plays(&[Role::Start, Role::DatesText]) => {
                mistakes.add(content.span(), "form-column-without-dates", Args::new());
            }
            Some("people") if !plays(&[Role::People, Role::Total]) => {
                mistakes.add(content.span(), "form-column-without-people", Args::new());
            }
            _ => {}
        }
        if let Some(key) = content.get("field") {
            known.field_or_mistake(key, mistakes);
        }
    }
}

fn counter(report: Node<'_>, known: &Known<'_>, mistakes: &mut Mistakes<'_>) {
    let Some(node) = report.at(&["closing", "counter"]) else { return };
    let Some(key) = node.text() else { return };
    let counters = || known.header.iter().filter(|field| field.kind == Some(FieldType::Integer));
    let is = |field: &&Asked<'_>| field.key == Some(key);
    match known.header.iter().find(is) {
        None => unknown(node, "form-unknown-counter", counters().filter_map(|field| field.key), mistakes),
        Some(field) if field.is_not(FieldType::Integer) => {
            mistakes.add(node.span(), "form-counter-type", Args::new().with("name", key));
        }
        Some(_) => {}
    }
}
