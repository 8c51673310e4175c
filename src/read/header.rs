//! The title sheet: its inputs by the names that svod gave them, else by their labels.
//!
//! In: a book. Out: the cells that were filled in, by field. It refuses to interpret them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::book::{Book, Cell, Sheet, said};
use super::table::Table;
use super::vocabulary::SheetRole;
use super::{Context, Source};
use crate::flow::{Content, HeaderCell};
use crate::form::Field;
use crate::layout::NAME_PREFIX;
use crate::record::{CellRef, FieldKey};

/// A value stands at most so many cells to the right of its label.
const REACH: u16 = 4;

/// Reads the inputs of the title sheet.
pub(super) fn read(
    book: &Book,
    table: &Table,
    source: &Source,
    context: &Context<'_>,
) -> BTreeMap<FieldKey, HeaderCell> {
    let labels = Labels::of(book, table, context);
    let mut header = BTreeMap::new();
    for field in &context.form.header {
        // A name survives rows that were inserted and sheets that were renamed. Where it leads to an empty cell, the
        // field was left empty: what stands beside its label is then advice, not a value.
        let found = match named(book, field) {
            Some((sheet, at)) => sheet.cells.get(&at).map(|cell| (sheet, at, cell.content.clone())),
            None => labels.value_of(&field.key),
        };
        if let Some((sheet, at, content)) = found {
            header.insert(field.key.clone(), HeaderCell { content, origin: source.origin(&sheet.name, at) });
        }
    }
    header
}

type Found<'a> = (&'a Sheet, CellRef, Content);

/// The cell that bears the field's name.
fn named<'a>(book: &'a Book, field: &Field) -> Option<(&'a Sheet, CellRef)> {
    let wanted = format!("{NAME_PREFIX}{}", field.key);
    let defined = book.names.iter().find(|name| name.name.eq_ignore_ascii_case(&wanted))?;
    Some((book.sheet(&defined.sheet)?, defined.cell))
}

/// Where the labels of the title sheet stand.
struct Labels<'a> {
    context: &'a Context<'a>,
    /// In the order in which a reader looks: title sheets first.
    found: Vec<(&'a Sheet, CellRef, FieldKey)>,
    /// Labels with their value in the same cell: «Период: I квартал 2024 года».
    inline: Vec<(&'a Sheet, CellRef, FieldKey, String)>,
}

impl<'a> Labels<'a> {
    fn of(book: &'a Book, table: &Table, context: &'a Context<'a>) -> Self {
        let mut labels = Self { context, found: Vec::new(), inline: Vec::new() };
        let role = |sheet: &Sheet| context.vocabulary.sheet(&sheet.name);
        let titles = book.sheets.iter().filter(|sheet| role(sheet) == SheetRole::Title);
        // Some put everything on one sheet: then the labels stand over the table.
        let over_table = book.sheets.get(table.sheet_index).into_iter();
        let others = book.sheets.iter().filter(|sheet| {
            sheet.visible && role(sheet) == SheetRole::Unknown && !Arc::ptr_eq(&sheet.name, &table.sheet)
        });
        for sheet in titles.chain(over_table).chain(others) {
            let end = if Arc::ptr_eq(&sheet.name, &table.sheet) { table.heading_row } else { u32::MAX };
            labels.collect(sheet, end);
        }
        labels
    }

    fn collect(&mut self, sheet: &'a Sheet, end: u32) {
        for (at, cell) in sheet.cells.iter().take_while(|(at, _)| at.row < end) {
            let Content::Text(text) = &cell.content else { continue };
            if let Some((key, _)) = self.context.vocabulary.header.find(text) {
                self.found.push((sheet, *at, key.clone()));
            } else if let Some((label, value)) = text.split_once(':')
                && let Some((key, _)) = self.context.vocabulary.header.find(label)
                && !super::book::is_blank(value)
            {
                self.inline.push((sheet, *at, key.clone(), value.trim().to_owned()));
            }
        }
    }

    /// The value beside the first label of a field that has one.
    fn value_of(&self, key: &FieldKey) -> Option<Found<'a>> {
        let labelled = self.found.iter().filter(|(_, _, other)| other == key);
        let beside = labelled.filter_map(|(sheet, at, _)| {
            let (cell_at, cell) = self.right_of(sheet, *at).or_else(|| self.below(sheet, *at))?;
            Some((*sheet, cell_at, cell.content.clone()))
        });
        let inline = self.inline.iter().filter(|(_, _, other, _)| other == key);
        beside.chain(inline.map(|(sheet, at, _, value)| (*sheet, *at, Content::Text(value.as_str().into())))).next()
    }

    fn right_of(&self, sheet: &'a Sheet, label: CellRef) -> Option<(CellRef, &'a Cell)> {
        let from = sheet.merge_at(label).map_or(label.col, |merge| merge.last.col).checked_add(1)?;
        let to = from.saturating_add(REACH - 1);
        let (at, cell) = sheet.cells.range(CellRef::new(label.row, from)..=CellRef::new(label.row, to)).next()?;
        self.is_value(cell).then_some((*at, cell))
    }

    fn below(&self, sheet: &'a Sheet, label: CellRef) -> Option<(CellRef, &'a Cell)> {
        let row = sheet.merge_at(label).map_or(label.row, |merge| merge.last.row).checked_add(1)?;
        let at = CellRef::new(row, label.col);
        let cell = sheet.cells.get(&at)?;
        self.is_value(cell).then_some((at, cell))
    }

    /// What is itself a label is no value: the field before it was left empty.
    fn is_value(&self, cell: &Cell) -> bool {
        let text = said(&cell.content);
        let is_label = self.context.vocabulary.header.find(&text).is_some()
            || text.split_once(':').is_some_and(|(label, _)| self.context.vocabulary.header.find(label).is_some());
        !is_label
    }
}
