//! The words by which fields, sheets and sections are known again: labels and synonyms, folded, in every language.
//!
//! In: a form and its layouts. Out: look-ups. Built once for all files of a run.

use std::collections::{BTreeMap, BTreeSet};

use super::fold;
use crate::form::{Field, Form, Role};
use crate::layout::{Layout, Passport};
use crate::record::FieldKey;

/// How a heading was known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// It is the label that svod itself writes.
    Label,
    /// Another heading of the form's list.
    Synonym,
}

/// Fields by their headings.
#[derive(Debug)]
pub(super) struct Headings {
    by_text: BTreeMap<String, (FieldKey, Likeness)>,
    /// No text of more bytes is a heading; it spares the folding of long cells.
    longest: usize,
}

impl Headings {
    fn of(fields: &[Field]) -> Self {
        let mut by_text = BTreeMap::new();
        // Labels first: a synonym of one field never hides the label of another.
        for field in fields {
            for label in field.label.all() {
                by_text.entry(fold::label(label)).or_insert_with(|| (field.key.clone(), Likeness::Label));
            }
        }
        for field in fields {
            for synonym in &field.synonyms {
                by_text.entry(fold::label(synonym)).or_insert_with(|| (field.key.clone(), Likeness::Synonym));
            }
        }
        by_text.remove("");
        // Twice the folded length, for what folding takes away, and a remark in brackets.
        let longest = by_text.keys().map(String::len).max().unwrap_or(0) * 2 + 200;
        Self { by_text, longest }
    }

    /// The field that a heading names.
    pub(super) fn find(&self, heading: &str) -> Option<(&FieldKey, Likeness)> {
        if heading.len() > self.longest {
            return None;
        }
        let exact = self.by_text.get(&fold::label(heading));
        let found = exact.or_else(|| self.by_text.get(&fold::label_without_brackets(heading)));
        found.map(|(key, likeness)| (key, *likeness))
    }
}

/// What a sheet is for, by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SheetRole {
    Title,
    Table,
    /// Dictionaries, guide, passport: nothing that an institution reports stands there.
    Ours,
    Unknown,
}

/// All the words.
#[derive(Debug)]
pub(super) struct Vocabulary {
    pub(super) table: Headings,
    pub(super) header: Headings,
    sheets: BTreeMap<String, SheetRole>,
    /// Labels and aliases of the dictionary of sections.
    sections: BTreeSet<String>,
}

impl Vocabulary {
    pub(super) fn of(form: &Form, layouts: &[Layout]) -> Self {
        let mut sheets = BTreeMap::new();
        for layout in layouts {
            for (name, role) in [
                (layout.table_sheet.as_str(), SheetRole::Table),
                (&layout.title_sheet, SheetRole::Title),
                (&layout.guide_sheet, SheetRole::Ours),
                (&layout.dictionaries_sheet, SheetRole::Ours),
                (Passport::SHEET, SheetRole::Ours),
            ] {
                sheets.entry(fold::label(name)).or_insert(role);
            }
        }
        let dictionary = form.with_role(Role::Section).and_then(|field| form.dictionary_of(field));
        let sections = dictionary
            .iter()
            .flat_map(|dictionary| &dictionary.entries)
            .flat_map(|entry| entry.label.all().chain(entry.aliases.iter().map(String::as_str)))
            .map(fold::label)
            .collect();
        Self { table: Headings::of(&form.table.fields), header: Headings::of(&form.header), sheets, sections }
    }

    pub(super) fn sheet(&self, name: &str) -> SheetRole {
        self.sheets.get(&fold::label(name)).copied().unwrap_or(SheetRole::Unknown)
    }

    /// The name of a section in a heading such as «III. Культура и туризм», as it stands there.
    pub(super) fn section<'a>(&self, text: &'a str) -> Option<&'a str> {
        let whole = text.trim().trim_end_matches([':', '.']);
        let numbered = whole.trim_start_matches(|c: char| c.is_ascii_digit() || "IVXLivxl.) \u{A0}".contains(c));
        let named = ["раздел", "section"].iter().find_map(|word| {
            let (first, rest) = whole.split_once(char::is_whitespace)?;
            (first.to_lowercase() == *word)
                .then(|| rest.trim_start_matches(|c: char| c.is_ascii_digit() || "IVXLivxl.): –—-\u{A0}".contains(c)))
        });
        [Some(whole), Some(numbered), named]
            .into_iter()
            .flatten()
            .find(|name| self.sections.contains(&fold::label(name)))
    }
}
