//! Everything that the sheets of one workbook must agree on: rows, lists, names, what is watched.
//!
//! In: what [`super::workbook`] is given. Out: references and words. It writes nothing itself.

use super::watch::Watch;
use super::{Contents, Issue, Remark};
use crate::form::{Dictionary, Field, FieldType, Form, Role};
use crate::layout::{Layout, NAME_PREFIX};
use crate::record::{CellRef, FieldKey, Value, column_letters};
use crate::style;
use crate::words::{self, Args};

/// Prefix of the names of drop-down lists; another than that of the inputs, so that no list is taken for an input.
const LIST_PREFIX: &str = "svodlist_";
/// Name of the list of the two answers to a yes-or-no question; no dictionary can have it.
const YES_NO: &str = "svodyesno";
/// Name of the list of institutions; no dictionary can have it, either.
pub(super) const NAMES_LIST: &str = "svodnames";

/// A drop-down list: a column of the sheet of dictionaries.
pub(super) struct List {
    pub(super) name: String,
    pub(super) title: String,
    pub(super) entries: Vec<String>,
    pub(super) col: u16,
}

impl List {
    /// First row of the entries, under the heading of the column.
    pub(super) const FIRST_ROW: u32 = 4;

    fn range(&self, sheet: &str) -> String {
        let last = Self::FIRST_ROW + u32::try_from(self.entries.len().max(1) - 1).unwrap_or(0);
        style::range(sheet, CellRef::new(Self::FIRST_ROW, self.col), CellRef::new(last, self.col))
    }
}

/// What the sheets agree on.
pub(super) struct Plan<'a> {
    pub(super) form: &'a Form,
    pub(super) layout: &'a Layout,
    pub(super) issue: &'a Issue<'a>,
    pub(super) contents: &'a Contents,
    /// What is to be mended; none in a new template.
    pub(super) remarks: &'a [Remark],
    /// The last row made ready: more than the layout's where there are more entries already.
    pub(super) last_row: u32,
    pub(super) lists: Vec<List>,
    /// The institutions to choose from, in the order of the alphabet.
    pub(super) names: Vec<String>,
    pub(super) watches: Vec<Watch>,
}

impl<'a> Plan<'a> {
    /// Name of the hidden sheet of the institutions' names.
    pub(super) const NAMES_SHEET: &'static str = "svod-names";

    pub(super) fn new(
        form: &'a Form,
        layout: &'a Layout,
        issue: &'a Issue<'a>,
        contents: &'a Contents,
        remarks: &'a [Remark],
    ) -> Self {
        let there = u32::try_from(contents.rows.len()).unwrap_or(u32::MAX);
        let last_row = layout.first_row().saturating_add(layout.rows.max(there).saturating_sub(1));
        let (lists, watches) = (Vec::new(), Watch::of(form));
        let has_name = form.header_with_role(Role::Institution).is_some();
        let offered = issue.names.iter().filter(|_| has_name);
        let mut names: Vec<String> = offered.map(|listed| listed.name.clone()).collect();
        names.sort_by_cached_key(|name| alphabetical(name));
        let mut plan = Self { form, layout, issue, contents, remarks, last_row, lists, names, watches };
        plan.lists = plan.gather_lists();
        plan
    }

    /// The name of the institution that the workbook is made for, as the list has it.
    pub(super) fn own_name(&self) -> Option<&'a str> {
        let institution = self.issue.institution?;
        let listed = self.issue.names.iter().find(|listed| listed.code == institution.code);
        let full = if institution.name.is_empty() { institution.called() } else { &institution.name };
        Some(listed.map_or(full, |listed| &listed.name))
    }

    /// Whether svod alone fills in the field.
    pub(super) fn is_fixed(&self, field: &Field) -> bool {
        match field.role {
            Some(Role::Period) => true,
            Some(Role::Institution) => self.names.is_empty(),
            _ => false,
        }
    }

    /// Whether the field is the name of the institution, and open.
    pub(super) fn is_choice_of_name(&self, field: &Field) -> bool {
        field.role == Some(Role::Institution) && !self.is_fixed(field)
    }

    /// The cell in which an institution chooses its name.
    pub(super) fn choice_of_name(&self) -> Option<CellRef> {
        self.inputs().find(|(field, _)| self.is_choice_of_name(field)).map(|(_, cell)| cell)
    }

    /// What the field of the institution's name is called.
    pub(super) fn name_label(&self) -> String {
        let field = self.form.header_with_role(Role::Institution);
        field.map(|field| field.label.get(self.issue.language).to_owned()).unwrap_or_default()
    }

    /// Whether an input of the title sheet must be filled in: what the form requires, and a name that is to be chosen.
    pub(super) fn is_required(&self, field: &Field) -> bool {
        field.required() || self.is_choice_of_name(field)
    }

    /// What is said beside a field: the form's own words, but of a name that can be chosen svod's.
    pub(super) fn help(&self, field: &Field) -> String {
        match self.issue.institution {
            _ if !self.is_choice_of_name(field) => field.help.get(self.issue.language).to_owned(),
            Some(_) => self.say("template-name-own"),
            None => self.say("template-name-common"),
        }
    }

    /// The dictionaries that some field takes its values from, each once, in the order of the fields.
    fn gather_lists(&self) -> Vec<List> {
        let mut lists: Vec<List> = Vec::new();
        for field in self.form.header.iter().chain(&self.form.table.fields) {
            let Some(name) = self.list_name(field) else { continue };
            if lists.iter().any(|list| list.name == name) {
                continue;
            }
            let (title, entries) = match self.form.dictionary_of(field) {
                Some(dictionary) => (self.list_title(dictionary, field), self.list_entries(dictionary)),
                None => (self.say("template-yes-no"), vec![self.say("template-yes"), self.say("template-no")]),
            };
            let col = u16::try_from(lists.len()).unwrap_or(u16::MAX);
            lists.push(List { name, title, entries, col });
        }
        lists
    }

    fn list_title(&self, dictionary: &Dictionary, field: &Field) -> String {
        let title = if dictionary.title.is_empty() { &field.label } else { &dictionary.title };
        title.get(self.issue.language).to_owned()
    }

    /// The labels; those of a built-in dictionary, which is long, in the order of the alphabet.
    fn list_entries(&self, dictionary: &Dictionary) -> Vec<String> {
        let mut entries: Vec<String> =
            dictionary.entries.iter().map(|entry| entry.label.get(self.issue.language).to_owned()).collect();
        if dictionary.builtin.is_some() {
            entries.sort_by_key(|label| alphabetical(label));
        }
        entries
    }

    /// The name of the list that `field` offers. An empty dictionary offers none.
    pub(super) fn list_name(&self, field: &Field) -> Option<String> {
        if field.kind == FieldType::Boolean {
            return Some(YES_NO.to_owned());
        }
        let key = field.dictionary.as_deref()?;
        let dictionary = self.form.dictionaries.get(key)?;
        (!dictionary.entries.is_empty()).then(|| style::defined_name(LIST_PREFIX, key))
    }

    /// Every defined name with what it stands for.
    pub(super) fn defined_names(&self) -> Vec<(String, String)> {
        let inputs = self.layout.header.iter().map(|(key, cell)| {
            (style::defined_name(NAME_PREFIX, key.as_str()), style::range(&self.layout.title_sheet, *cell, *cell))
        });
        let lists = self.lists.iter().map(|list| (list.name.clone(), list.range(&self.layout.dictionaries_sheet)));
        let last = CellRef::new(u32::try_from(self.names.len().max(1) - 1).unwrap_or(u32::MAX), 0);
        let names = (NAMES_LIST.to_owned(), style::range(Self::NAMES_SHEET, CellRef::new(0, 0), last));
        inputs.chain(lists).chain((!self.names.is_empty()).then_some(names)).collect()
    }

    /// The fields of the table with their columns, from left to right.
    pub(super) fn columns(&self) -> impl Iterator<Item = (&'a Field, u16)> {
        let form = self.form;
        self.layout.columns.iter().filter_map(move |(key, col)| Some((form.field(key.as_str())?, *col)))
    }

    /// The fields of the title sheet with their cells, from above.
    pub(super) fn inputs(&self) -> impl Iterator<Item = (&'a Field, CellRef)> {
        let form = self.form;
        self.layout.header.iter().filter_map(move |(key, cell)| Some((form.header_field(key.as_str())?, *cell)))
    }

    pub(super) fn last_column(&self) -> u16 {
        self.layout.columns.iter().map(|(_, col)| *col).max().unwrap_or(0)
    }

    /// The prepared cells of a column, on the table's own sheet.
    pub(super) fn column_range(&self, key: &FieldKey) -> String {
        let letters = column_letters(self.layout.column(key.as_str()).unwrap_or(0));
        format!("${letters}${}:${letters}${}", self.layout.first_row() + 1, self.last_row + 1)
    }

    /// The same, seen from another sheet.
    pub(super) fn distant_range(&self, key: &FieldKey) -> String {
        let sheet = self.layout.table_sheet.replace('\'', "''");
        format!("'{sheet}'!{}", self.column_range(key))
    }

    /// The cell of a column in the first row of entries, as conditional formats name it: column fixed, row free.
    pub(super) fn cell_in_first_row(&self, key: &FieldKey) -> String {
        let letters = column_letters(self.layout.column(key.as_str()).unwrap_or(0));
        format!("${letters}{}", self.layout.first_row() + 1)
    }

    /// Whether the title sheet says that there was nothing to report.
    pub(super) fn says_nil(&self) -> bool {
        let nil = self.form.header_with_role(Role::Nil).and_then(|field| self.contents.header.get(&field.key));
        match nil {
            Some(Value::Boolean(yes)) => *yes,
            // Formulas compare without regard to case, too.
            Some(Value::Text(word)) => word.to_lowercase() == self.say("template-yes"),
            _ => false,
        }
    }

    pub(super) fn say(&self, id: &str) -> String {
        words::plain(self.issue.language, id)
    }

    pub(super) fn tell(&self, id: &str, args: &Args) -> String {
        words::text(self.issue.language, id, args)
    }

    /// The label of a field, with a star where it is required.
    pub(super) fn label(&self, field: &Field) -> String {
        let label = field.label.get(self.issue.language);
        if self.is_required(field) { format!("{label} *") } else { label.to_owned() }
    }
}

fn alphabetical(label: &str) -> String {
    label.to_lowercase().replace('ё', "е")
}
