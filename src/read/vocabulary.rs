//! The words by which fields, sheets and sections are known again: labels and synonyms, folded, in every language.
//!
//! In: a form and its layouts. Out: look-ups. Built once for all files of a run.

use std::collections::{BTreeMap, BTreeSet};

use rapidfuzz::distance::osa;

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

/// What a heading that is none of the form's comes near to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Near<'a> {
    Nothing,
    One(&'a FieldKey),
    /// It could be any of these; nobody but its writer knows.
    Several(Vec<&'a FieldKey>),
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

    /// The fields whose headings a misspelt one comes near to: one slip in a word, two in a phrase. Figures are never a
    /// slip, for «Показатель 1» is not «Показатель 2».
    pub(super) fn near(&self, heading: &str) -> Near<'_> {
        if heading.len() > self.longest {
            return Near::Nothing;
        }
        let folded = fold::label(heading);
        let slips = match folded.chars().count() {
            0..=4 => return Near::Nothing,
            5..=11 => 1,
            _ => 2,
        };
        let figures = |text: &str| text.chars().filter(|c| c.is_numeric()).collect::<String>();
        let own_figures = figures(&folded);
        let limit = osa::Args::default().score_cutoff(slips);
        let near = self.by_text.iter().filter(|(known, _)| {
            figures(known) == own_figures && osa::distance_with_args(folded.chars(), known.chars(), &limit).is_some()
        });
        let fields: BTreeSet<&FieldKey> = near.map(|(_, (key, _))| key).collect();
        let mut fields: Vec<&FieldKey> = fields.into_iter().collect();
        match fields.len() {
            0 => Near::Nothing,
            1 => fields.pop().map_or(Near::Nothing, Near::One),
            _ => Near::Several(fields),
        }
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

    /// Whether a text calls itself the heading of a section: «Раздел II. Внебюджет», whatever the form's sections are.
    pub(super) fn is_called_section(text: &str) -> bool {
        let mut words =
            text.split(|c: char| c.is_whitespace() || matches!(c, '.' | ':' | ')')).filter(|w| !w.is_empty());
        let called = words.next().is_some_and(|word| ["раздел", "section"].contains(&word.to_lowercase().as_str()));
        let is_number = |word: &str| {
            word.chars().all(|c| c.is_ascii_digit()) || word.chars().all(|c| "IVXLIХ".contains(c.to_ascii_uppercase()))
        };
        called && words.next().is_some_and(is_number)
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
