//! Where the table stands: on which sheet, under which heading, which column is which field.
//!
//! In: a book and the form's words. Out: the table, and what is odd about its place. It refuses to know what the rows
//! say. The hidden row of keys is believed first, wherever it stands; then labels and synonyms, on any row and sheet.

mod headings;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) use headings::Band;

use super::book::{Book, Sheet, said};
use super::rows::{self, Entries};
use super::vocabulary::SheetRole;
use super::{Context, Source, fold};
use crate::finding::{Finding, FindingKind, Place};
use crate::form::Role;
use crate::record::{CellRef, FieldKey, column_letters};
use crate::words::{Args, Language, LocalText};

/// More unknown columns than this are not told one by one.
const MOST_UNKNOWN: usize = 20;

/// So much is quoted of a line beside the table, in characters.
const LONGEST_ASIDE: usize = 80;

/// Headings of a running number, folded, beside the bare «№»: such a column is no data.
const NUMBERS: [&str; 8] = ["№пп", "пп", "n", "no", "nn", "номер", "number", "нпп"];

/// A table that was found and taken.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) sheet: Arc<str>,
    pub(super) sheet_index: usize,
    /// First row of the heading.
    pub(super) heading_row: u32,
    pub(super) entries: Entries,
    pub(super) findings: Vec<Finding>,
}

/// A sheet that has the form's heading.
struct Candidate<'a> {
    index: usize,
    sheet: &'a Sheet,
    band: Band,
    entries: Entries,
}

/// Finds the table of the form.
pub(super) fn find(book: &Book, context: &Context<'_>, source: &Source) -> Option<Table> {
    let mut candidates: Vec<Candidate<'_>> = book
        .sheets
        .iter()
        .enumerate()
        .filter(|(_, sheet)| context.vocabulary.sheet(&sheet.name) != SheetRole::Ours)
        .filter_map(|(index, sheet)| {
            let band = headings::find(sheet, context)?;
            let entries = rows::read(sheet, &band, context, source);
            Some(Candidate { index, sheet, band, entries })
        })
        .collect();
    // What a person sees comes before what is hidden, entries before an empty sheet, our own keys before likeness.
    candidates.sort_by_key(|candidate| {
        let named = context.vocabulary.sheet(&candidate.sheet.name) == SheetRole::Table;
        let seen = (candidate.sheet.visible, !candidate.entries.rows.is_empty(), candidate.band.keyed, named);
        Reverse((seen, candidate.band.columns.len(), Reverse(candidate.index)))
    });
    let mut candidates = candidates.into_iter();
    let chosen = candidates.next()?;
    let mut findings = describe(&chosen, context, source);
    for other in candidates.filter(|other| !other.entries.rows.is_empty()) {
        let args = Args::new()
            .with("name", &*other.sheet.name)
            .with("value", &*other.sheet.name)
            .with("expected", &*chosen.sheet.name)
            .with("count", other.entries.rows.len());
        let place = Place { sheet: Some(Arc::clone(&other.sheet.name)), ..source.place() };
        findings.push(Finding::new(FindingKind::SecondTable, place, args));
    }
    Some(Table {
        sheet: Arc::clone(&chosen.sheet.name),
        sheet_index: chosen.index,
        heading_row: chosen.band.first,
        entries: chosen.entries,
        findings,
    })
}

/// Everything that is odd about a table's heading and shape.
fn describe(table: &Candidate<'_>, context: &Context<'_>, source: &Source) -> Vec<Finding> {
    let at = |row, col, field: Option<&FieldKey>| Place {
        sheet: Some(Arc::clone(&table.sheet.name)),
        cell: Some(CellRef::new(row, col)),
        field: field.cloned(),
        ..source.place()
    };
    let mut findings = missing(table, context, source);
    for (col, heading) in &table.band.by_synonym {
        let Some(key) = table.band.columns.get(col) else { continue };
        let args = Args::new()
            .with("value", heading.as_str())
            .with("field", context.form.label(key))
            .with("expected", context.form.label(key))
            .with("name", column_letters(*col));
        findings.push(Finding::new(FindingKind::ColumnBySynonym, at(table.band.labels, *col, Some(key)), args));
    }
    for (col, key, first) in &table.band.doubled {
        let args = Args::new()
            .with("field", context.form.label(key))
            .with("value", format!("{}, {}", column_letters(*first), column_letters(*col)))
            .with("name", table.sheet.said(table.band.labels, *col));
        findings.push(Finding::new(FindingKind::DuplicateColumn, at(table.band.labels, *col, Some(key)), args));
    }
    for (col, heading, keys) in &table.band.doubtful {
        let args = Args::new().with("value", heading.as_str()).with("expected", either(keys, context));
        findings.push(Finding::new(FindingKind::AmbiguousHeading, at(table.band.labels, *col, None), args));
    }
    findings.extend(not_there(table, context, source));
    findings.extend(hidden_sheet(table, source));
    findings.extend(aside(table, source));
    findings.extend(unknown(table, &at));
    findings.extend(shape(table, &at));
    findings.extend(table.entries.findings.iter().cloned());
    findings
}

/// The labels of several fields, in both languages.
fn either(keys: &[FieldKey], context: &Context<'_>) -> LocalText {
    listing(keys, context, " / ")
}

fn listing(keys: &[FieldKey], context: &Context<'_>, between: &str) -> LocalText {
    let labels = |language| {
        let labels: Vec<String> = keys.iter().map(|key| context.form.label(key).get(language).to_owned()).collect();
        Some(labels.join(between))
    };
    LocalText::Each { ru: labels(Language::Ru), en: labels(Language::En) }
}

/// Required columns that are not there. Sections may stand as headings between the rows instead of in a column.
fn missing(table: &Candidate<'_>, context: &Context<'_>, source: &Source) -> Vec<Finding> {
    let present: BTreeSet<&FieldKey> = table.band.columns.values().collect();
    let fields = context.form.table.fields.iter().filter(|field| field.required() && !present.contains(&field.key));
    fields
        .filter(|field| field.role != Some(Role::Section) || !table.entries.has_sections)
        .map(|field| {
            let place =
                Place { sheet: Some(Arc::clone(&table.sheet.name)), field: Some(field.key.clone()), ..source.place() };
            let args = Args::new()
                .with("field", field.label.clone())
                .with("expected", field.label.clone())
                .with("name", &*table.sheet.name);
            Finding::new(FindingKind::MissingColumn, place, args)
        })
        .collect()
}

/// Columns that may be left empty and were taken out of the form's table: said once, for all of them.
fn not_there(table: &Candidate<'_>, context: &Context<'_>, source: &Source) -> Option<Finding> {
    let present: BTreeSet<&FieldKey> = table.band.columns.values().collect();
    let absent: Vec<FieldKey> = context
        .form
        .table
        .fields
        .iter()
        .filter(|field| !field.required() && !present.contains(&field.key))
        .map(|field| field.key.clone())
        .collect();
    // A table of few columns, such as the one of the years before, never had them.
    let is_ours = present.len() * 3 >= context.form.table.fields.len() * 2;
    let args = Args::new().with("value", listing(&absent, context, ", ")).with("count", absent.len());
    let place = Place { sheet: Some(Arc::clone(&table.sheet.name)), ..source.place() };
    (is_ours && !absent.is_empty()).then(|| Finding::new(FindingKind::MissingOptionalColumn, place, args))
}

/// A table that nobody sees who opens the file.
fn hidden_sheet(table: &Candidate<'_>, source: &Source) -> Option<Finding> {
    let place = Place { sheet: Some(Arc::clone(&table.sheet.name)), ..source.place() };
    (!table.sheet.visible)
        .then(|| Finding::new(FindingKind::HiddenTable, place, Args::new().with("name", &*table.sheet.name)))
}

/// Words that stand under the table, between its rows or beside it.
fn aside(table: &Candidate<'_>, source: &Source) -> Option<Finding> {
    let aside = &table.entries.aside;
    let (at, _) = aside.first().filter(|_| !table.entries.rows.is_empty())?;
    let place = Place { sheet: Some(Arc::clone(&table.sheet.name)), cell: Some(*at), ..source.place() };
    let short = |text: &String| text.chars().take(LONGEST_ASIDE).collect::<String>();
    let args = Args::new()
        .with("value", listed(aside.iter().map(|(at, text)| format!("{at}: «{}»", short(text)))))
        .with("count", aside.len());
    Some(Finding::new(FindingKind::TextOutsideRows, place, args))
}

/// Columns beside ours that hold values in the rows of entries.
fn unknown(table: &Candidate<'_>, at: &impl Fn(u32, u16, Option<&FieldKey>) -> Place) -> Vec<Finding> {
    let mut values: BTreeMap<u16, usize> = BTreeMap::new();
    for row in &table.entries.rows {
        for (col, cell) in table.sheet.row(row.origin.cell.row) {
            let known = table.band.columns.contains_key(&col)
                || table.band.doubled.iter().any(|(other, ..)| *other == col)
                || table.band.doubtful.iter().any(|(other, ..)| *other == col);
            if !known && !cell.formula {
                *values.entry(col).or_default() += 1;
            }
        }
    }
    values
        .into_iter()
        .map(|(col, count)| (col, count, table.band.heading(table.sheet, col)))
        .filter(|(col, _, heading)| !is_number_column(table, *col, heading))
        .take(MOST_UNKNOWN)
        .map(|(col, count, heading)| {
            let args = Args::new()
                .with("value", if heading.is_empty() { column_letters(col) } else { heading })
                .with("name", column_letters(col))
                .with("count", count);
            Finding::new(FindingKind::UnknownColumn, at(table.band.labels, col, None), args)
        })
        .collect()
}

/// A running number before the table, with or without a heading.
fn is_number_column(table: &Candidate<'_>, col: u16, heading: &str) -> bool {
    let folded = fold::label(heading);
    let rows = &table.entries.rows;
    let is_number =
        |row: u32| table.sheet.cell(row, col).is_none_or(|cell| rows::whole_number(&said(&cell.content)).is_some());
    // The sign alone folds to nothing, as no heading does.
    let is_sign = folded.is_empty() && heading.contains('№');
    let is_named = !folded.is_empty() && NUMBERS.iter().any(|number| fold::label(number) == folded);
    is_sign
        || is_named
        || (folded.is_empty()
            && table.band.columns.keys().next().is_some_and(|first| col < *first)
            && rows.iter().all(|row| is_number(row.origin.cell.row)))
}

/// Hidden rows and columns, merged cells, rows beyond a gap.
fn shape(table: &Candidate<'_>, at: &impl Fn(u32, u16, Option<&FieldKey>) -> Place) -> Vec<Finding> {
    let entries = &table.entries;
    let mut findings = Vec::new();
    let first_col = table.band.columns.keys().next().copied().unwrap_or(0);
    let hidden: Vec<u32> = entries.rows.iter().filter(|row| row.hidden).map(|row| row.origin.cell.row).collect();
    if let Some(first) = hidden.first() {
        let list = hidden.iter().map(|row| (u64::from(*row) + 1).to_string());
        let args = Args::new().with("value", "rows").with("count", hidden.len()).with("name", listed(list));
        findings.push(Finding::new(FindingKind::HiddenValues, at(*first, first_col, None), args));
    }
    let hidden: Vec<u16> = table
        .band
        .columns
        .iter()
        .filter(|(col, key)| {
            table.sheet.shape.hidden_columns.contains(col)
                && entries.rows.iter().any(|row| row.cells.contains_key(*key))
        })
        .map(|(col, _)| *col)
        .collect();
    if let Some(first) = hidden.first() {
        let list = hidden.iter().map(|col| column_letters(*col));
        let args = Args::new().with("value", "columns").with("count", hidden.len()).with("name", listed(list));
        findings.push(Finding::new(FindingKind::HiddenValues, at(table.band.labels, *first, None), args));
    }
    if let Some(first) = entries.merged.first() {
        let list = entries.merged.iter().map(super::book::Merge::in_words);
        let args =
            Args::new().with("value", first.in_words()).with("count", entries.merged.len()).with("name", listed(list));
        findings.push(Finding::new(FindingKind::MergedCells, at(first.first.row, first.first.col, None), args));
    }
    if let Some((row, gap)) = entries.gap {
        let beyond = entries.rows.iter().filter(|other| other.origin.cell.row >= row).count();
        let args = Args::new().with("value", u64::from(row) + 1).with("count", beyond).with("name", u64::from(gap));
        findings.push(Finding::new(FindingKind::RowsBeyondGap, at(row, first_col, None), args));
    }
    findings
}

/// «5, 8, 11, …».
fn listed(items: impl Iterator<Item = String>) -> String {
    const SHOWN: usize = 10;
    let items: Vec<String> = items.take(SHOWN + 1).collect();
    let more = if items.len() > SHOWN { ", …" } else { "" };
    format!("{}{more}", items[..items.len().min(SHOWN)].join(", "))
}
