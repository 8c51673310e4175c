//! The heading of a table: the row of keys, or the rows of labels, and which column each of them makes.
//!
//! In: a sheet and the form's words. Out: a band of rows with its columns, if there is a heading at all.

use std::collections::{BTreeMap, BTreeSet};

use crate::flow::Content;
use crate::read::Context;
use crate::read::book::{Sheet, said};
use crate::read::vocabulary::{Likeness, Near};
use crate::record::{CellRef, FieldKey};

/// A heading is looked for in so many rows that hold anything.
const ROWS_SEARCHED: usize = 500;

/// A heading may be spread over so many rows.
const MOST_ROWS: u32 = 3;

/// A column, its heading, and the fields that it may be.
pub(in crate::read) type Doubtful = (u16, String, Vec<FieldKey>);

/// The heading of a table.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::read) struct Band {
    /// Its first row, and the row in which the labels stand.
    pub(in crate::read) first: u32,
    pub(in crate::read) labels: u32,
    /// The first row that may hold an entry.
    pub(in crate::read) entries: u32,
    /// Whether the row of keys was found.
    pub(in crate::read) keyed: bool,
    pub(in crate::read) columns: BTreeMap<u16, FieldKey>,
    /// Columns that were known by a synonym, with their headings.
    pub(in crate::read) by_synonym: Vec<(u16, String)>,
    /// Further columns of a field: the column, the field, its first column.
    pub(in crate::read) doubled: Vec<(u16, FieldKey, u16)>,
    /// Columns whose misspelt heading may be that of several fields.
    pub(in crate::read) doubtful: Vec<Doubtful>,
}

impl Band {
    /// What stands over a column, row after row.
    pub(in crate::read) fn heading(&self, sheet: &Sheet, col: u16) -> String {
        let first = if self.keyed { self.labels } else { self.first };
        let words: Vec<String> = (first..=self.labels.max(self.entries.saturating_sub(1)))
            .map(|row| sheet.said(row, col))
            .filter(|text| !text.is_empty())
            .collect();
        words.join(" ")
    }
}

/// The heading of a sheet: the row of keys if there is one, else the rows with the most labels.
pub(super) fn find(sheet: &Sheet, context: &Context<'_>) -> Option<Band> {
    let mut band = by_keys(sheet, context).or_else(|| by_labels(sheet, context))?;
    band.drop_shadowed();
    Some(band)
}

impl Band {
    /// A column that was found after all is in no doubt.
    fn drop_shadowed(&mut self) {
        let columns = &self.columns;
        self.doubtful.retain(|(col, ..)| !columns.contains_key(col));
    }
}

/// Headings of a row that no field has, but that come near to one: what the fields are, and what remains in doubt.
fn misspelt(
    sheet: &Sheet,
    row: u32,
    known: &BTreeMap<u16, FieldKey>,
    context: &Context<'_>,
) -> (BTreeMap<u16, FieldKey>, Vec<Doubtful>) {
    let (mut found, mut doubtful) = (BTreeMap::new(), Vec::new());
    let is_open = |key: &FieldKey| !known.values().any(|other| other == key);
    for (col, cell) in sheet.row(row).filter(|(col, _)| !known.contains_key(col)) {
        let Content::Text(text) = &cell.content else { continue };
        if context.vocabulary.table.find(text).is_some() {
            continue;
        }
        match context.vocabulary.table.near(text) {
            Near::One(key) if is_open(key) => {
                found.insert(col, key.clone());
            }
            Near::Several(keys) => {
                let open: Vec<FieldKey> = keys.into_iter().filter(|key| is_open(key)).cloned().collect();
                if !open.is_empty() {
                    doubtful.push((col, text.trim().to_owned(), open));
                }
            }
            Near::One(_) | Near::Nothing => {}
        }
    }
    // Two that come near to one field: which of them it is, only their writer knows.
    let twice: Vec<u16> = found
        .iter()
        .filter(|(col, key)| found.iter().any(|(other, same)| other != *col && same == *key))
        .map(|(col, _)| *col)
        .collect();
    for col in twice {
        if let Some(key) = found.remove(&col) {
            doubtful.push((col, sheet.said(row, col), vec![key]));
        }
    }
    (found, doubtful)
}

/// Columns as they are found, each field once.
#[derive(Default)]
struct Columns {
    fields: BTreeMap<u16, FieldKey>,
    by_synonym: Vec<(u16, String)>,
    doubled: Vec<(u16, FieldKey, u16)>,
}

impl Columns {
    fn add(&mut self, col: u16, key: &FieldKey) -> bool {
        if let Some((first, _)) = self.fields.iter().find(|(_, other)| *other == key) {
            self.doubled.push((col, key.clone(), *first));
            return false;
        }
        self.fields.insert(col, key.clone());
        true
    }
}

fn by_keys(sheet: &Sheet, context: &Context<'_>) -> Option<Band> {
    let fields = &context.form.table.fields;
    let needed = fields.len().min(2);
    let (row, mut keys) = sheet
        .rows_from(0)
        .take(ROWS_SEARCHED)
        .map(|row| {
            let keys: BTreeMap<u16, FieldKey> = sheet
                .row(row)
                .filter_map(|(col, cell)| {
                    let Content::Text(text) = &cell.content else { return None };
                    fields.iter().find(|field| field.key.as_str() == text.trim()).map(|field| (col, field.key.clone()))
                })
                .collect();
            (row, keys)
        })
        .filter(|(_, keys)| distinct(keys) >= needed)
        // The first of equals: a copy further down is a copy.
        .max_by_key(|(row, keys)| (distinct(keys), std::cmp::Reverse(*row)))?;
    let labels = row + 1;
    let mut columns = Columns::default();
    let mut labelled = false;
    // A person fills in what stands under the label that he sees. So a column that came to stand under another field's
    // label, because somebody moved the labels and not the hidden keys, is that other field's.
    for (col, cell) in sheet.row(labels) {
        if let Some((key, likeness)) = context.vocabulary.table.find(&said(&cell.content)) {
            labelled = true;
            let contradicts = likeness == Likeness::Label && keys.get(&col).is_none_or(|own| own != key);
            let completes = !keys.contains_key(&col) && !keys.values().any(|other| other == key);
            if contradicts || completes {
                keys.insert(col, key.clone());
                columns.by_synonym.push((col, said(&cell.content)));
            }
        }
    }
    let (more, doubtful) = if labelled { misspelt(sheet, labels, &keys, context) } else { Default::default() };
    for (col, key) in more {
        columns.by_synonym.push((col, sheet.said(labels, col)));
        keys.insert(col, key);
    }
    for (col, key) in &keys {
        columns.add(*col, key);
    }
    columns.by_synonym.retain(|(col, _)| columns.fields.contains_key(col));
    // Without any label under them, visible keys are themselves the heading.
    let has_labels = labelled || sheet.shape.hidden_rows.contains(&row);
    Some(Band {
        first: row,
        labels: if has_labels { labels } else { row },
        entries: if has_labels { labels + 1 } else { row + 1 },
        keyed: true,
        columns: columns.fields,
        by_synonym: columns.by_synonym,
        doubled: columns.doubled,
        doubtful,
    })
}

fn by_labels(sheet: &Sheet, context: &Context<'_>) -> Option<Band> {
    let matches = |row: u32| -> BTreeMap<u16, FieldKey> {
        sheet
            .row(row)
            .filter_map(|(col, cell)| match &cell.content {
                Content::Text(text) => field_of(sheet, row, col, text, context).map(|key| (col, key)),
                _ => None,
            })
            .collect()
    };
    let (best, found) = sheet
        .rows_from(0)
        .take(ROWS_SEARCHED)
        .map(|row| (row, matches(row)))
        .filter(|(_, found)| !found.is_empty())
        .max_by_key(|(row, found)| (distinct(found), std::cmp::Reverse(*row)))?;
    // A heading of two rows: «Сроки» over «начало» and «окончание». Rows around the best one belong to it as long as
    // they name fields that it lacks, in columns that it leaves open.
    let (mut first, mut last) = (best, best);
    let mut all = found;
    let adds = |row: u32, all: &BTreeMap<u16, FieldKey>| -> BTreeMap<u16, FieldKey> {
        let mut more = matches(row);
        more.retain(|col, key| !all.contains_key(col) && !all.values().any(|other| other == key));
        more
    };
    while last + 1 < best + MOST_ROWS {
        let more = adds(last + 1, &all);
        if more.is_empty() {
            break;
        }
        all.extend(more);
        last += 1;
    }
    while first > 0 && first + MOST_ROWS > best + 1 {
        let more = adds(first - 1, &all);
        if more.is_empty() {
            break;
        }
        all.extend(more);
        first -= 1;
    }
    // A label that is spread over two rows begins in the row above.
    let is_spread = |row: u32| {
        all.keys().any(|col| {
            let text = sheet.said(row, *col);
            !text.is_empty() && context.vocabulary.table.find(&text).is_none()
        })
    };
    if first > 0 && is_spread(first) {
        first -= 1;
    }
    let mut doubtful = Vec::new();
    let mut slips: BTreeSet<u16> = BTreeSet::new();
    for row in first..=last {
        let (more, unclear) = misspelt(sheet, row, &all, context);
        slips.extend(more.keys());
        all.extend(more);
        doubtful.extend(unclear);
    }
    if !is_heading(&all, context) {
        return None;
    }
    // A heading that is merged downwards reaches as far as its cells.
    let deepest = all
        .keys()
        .filter_map(|col| (first..=last).rev().find_map(|row| sheet.merge_at(CellRef::new(row, *col))))
        .map(|merge| merge.last.row)
        .filter(|row| *row < best + MOST_ROWS)
        .max();
    let mut columns = Columns::default();
    for (col, key) in &all {
        if columns.add(*col, key) {
            let heading =
                (first..=last).rev().map(|row| sheet.said(row, *col)).find(|text| !text.is_empty()).unwrap_or_default();
            let is_synonym =
                context.vocabulary.table.find(&heading).is_some_and(|(_, likeness)| likeness == Likeness::Synonym);
            if is_synonym || slips.contains(col) {
                columns.by_synonym.push((*col, heading));
            }
        }
    }
    Some(Band {
        first,
        labels: best,
        entries: deepest.unwrap_or(last).max(last) + 1,
        keyed: false,
        columns: columns.fields,
        by_synonym: columns.by_synonym,
        doubled: columns.doubled,
        doubtful,
    })
}

/// The field of a heading, which may have begun in the cell above: «Место» over «проведения», or over several columns
/// «Сумма» with «руб.» below it.
fn field_of(sheet: &Sheet, row: u32, col: u16, text: &str, context: &Context<'_>) -> Option<FieldKey> {
    let headings = &context.vocabulary.table;
    if let Some((key, _)) = headings.find(text) {
        return Some(key.clone());
    }
    let above = CellRef::new(row.checked_sub(1)?, col);
    let above = sheet.merge_at(above).map_or(above, |merge| merge.first);
    let above = sheet.said(above.row, above.col);
    // What is a heading by itself has its own column.
    if above.is_empty() || headings.find(&above).is_some() {
        return None;
    }
    headings.find(&format!("{above} {text}")).map(|(key, _)| key.clone())
}

/// Whether enough fields are named for a heading: half of the required ones, and two of any. A list of sections and
/// countries, or a sentence that is called like a column, is none.
fn is_heading(found: &BTreeMap<u16, FieldKey>, context: &Context<'_>) -> bool {
    let present: BTreeSet<&FieldKey> = found.values().collect();
    let required: Vec<_> = context.form.table.fields.iter().filter(|field| field.required()).collect();
    let named = required.iter().filter(|field| present.contains(&field.key)).count();
    let fields = context.form.table.fields.len();
    // Where most of the columns are there, it is the form's table without what it lacks.
    present.len() >= fields.min(2) && (named * 2 >= required.len() || present.len() * 2 > fields)
}

fn distinct(columns: &BTreeMap<u16, FieldKey>) -> usize {
    columns.values().collect::<BTreeSet<_>>().len()
}
