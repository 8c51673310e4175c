//! The rows of a table: which of them are entries, and what their cells hold.
//!
//! In: a sheet and its heading. Out: rows of raw cells with their origins. A repeated heading, a row of column numbers, a
//! total and the heading of a section are not entries; whatever else holds a value is one, for nothing may be lost.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::book::{Cell, Merge, Sheet, said};
use super::table::Band;
use super::vocabulary::Vocabulary;
use super::{Context, Source, fold};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{Content, RawCell, RawRow};
use crate::form::{FieldType, Role};
use crate::record::{CellRef, FieldKey, Origin};
use crate::words::Args;

/// So many empty rows in a row make people believe that the table has ended.
const LONG_GAP: u32 = 100;

/// Words that begin a row of totals, folded when compared.
const TOTALS: [&str; 5] = ["итого", "всего", "total", "grand total", "subtotal"];

/// The entries of a table.
#[derive(Debug, Default)]
pub(super) struct Entries {
    pub(super) rows: Vec<RawRow>,
    /// Whether headings of sections stand between the rows.
    pub(super) has_sections: bool,
    /// Merged ranges that touch entries.
    pub(super) merged: Vec<Merge>,
    /// The first row beyond a long gap, and the length of the gap.
    pub(super) gap: Option<(u32, u32)>,
    /// Lines of words that belong to no entry: where they begin, and what they say.
    pub(super) aside: Vec<(CellRef, String)>,
    pub(super) findings: Vec<Finding>,
}

/// What a row of the table is.
enum Kind<'a> {
    Nothing,
    /// Words beside the table's columns, and nothing in them.
    Aside,
    Heading,
    /// `is_ours` where the form has a section of that name.
    Section {
        name: &'a str,
        col: u16,
        is_ours: bool,
    },
    Entry,
}

/// Reads the entries under a heading.
pub(super) fn read(sheet: &Sheet, band: &Band, context: &Context<'_>, source: &Source) -> Entries {
    let reader =
        Rows { sheet, band, context, source, down: merged_down(sheet, band), headings: folded_headings(sheet, band) };
    let mut entries = Entries::default();
    let mut section: Option<RawCell> = None;
    let mut last = band.entries.saturating_sub(1);
    // A line across the table that is no section of ours heads what comes next. If nothing does, it headed nothing, and
    // must be looked at.
    let mut unclear: Option<u32> = None;
    for row in sheet.rows_from(band.entries) {
        match reader.kind(row) {
            Kind::Nothing => continue,
            Kind::Aside => {
                entries.aside.extend(reader.words(row));
                continue;
            }
            Kind::Heading => {}
            Kind::Section { name, col, is_ours } => {
                unclear = (!is_ours).then_some(row);
                entries.has_sections = true;
                section = Some(RawCell { content: Content::Text(name.into()), origin: reader.origin(row, col) });
            }
            Kind::Entry => {
                let gap = row - last - 1;
                if gap >= LONG_GAP && !entries.rows.is_empty() && entries.gap.is_none() {
                    entries.gap = Some((row, gap));
                }
                unclear = None;
                reader.entry(row, section.as_ref(), &mut entries);
            }
        }
        last = row;
    }
    if let Some(row) = unclear.filter(|row| reader.mapped(*row).next().is_some()) {
        reader.entry(row, None, &mut entries);
    }
    reader.lay_aside(&mut entries);
    entries
}

struct Rows<'a> {
    sheet: &'a Sheet,
    band: &'a Band,
    context: &'a Context<'a>,
    source: &'a Source,
    /// Ranges merged downwards, by the column of their value.
    down: BTreeMap<u16, Vec<Merge>>,
    /// What the rows of the heading say, folded.
    headings: Vec<BTreeMap<u16, String>>,
}

fn folded_headings(sheet: &Sheet, band: &Band) -> Vec<BTreeMap<u16, String>> {
    let row = |row| sheet.row(row).map(|(col, cell)| (col, fold::label(&said(&cell.content)))).collect();
    (band.first..band.entries).map(row).collect()
}

/// Ranges of several rows among the entries.
fn merged_down(sheet: &Sheet, band: &Band) -> BTreeMap<u16, Vec<Merge>> {
    let mut down: BTreeMap<u16, Vec<Merge>> = BTreeMap::new();
    for merge in &sheet.shape.merged {
        let among_entries = merge.first.row >= band.entries && merge.last.row > merge.first.row;
        if among_entries && band.columns.contains_key(&merge.first.col) {
            down.entry(merge.first.col).or_default().push(*merge);
        }
    }
    down
}

impl<'a> Rows<'a> {
    fn origin(&self, row: u32, col: u16) -> Origin {
        Origin { parcel: self.source.parcel.clone(), sheet: Arc::clone(&self.sheet.name), cell: CellRef::new(row, col) }
    }

    /// Cells of our columns in a row.
    fn mapped(&self, row: u32) -> impl Iterator<Item = (u16, &'a FieldKey, &'a Cell)> {
        let columns = &self.band.columns;
        self.sheet.row(row).filter_map(move |(col, cell)| columns.get(&col).map(|key| (col, key, cell)))
    }

    fn kind(&self, row: u32) -> Kind<'a> {
        // Formulas stand for the running number and for checks; a person types, and a person's row has typed cells.
        let last = self.band.columns.keys().next_back().copied().unwrap_or(0);
        let texts: Vec<(u16, &Cell)> = self
            .sheet
            .row(row)
            .filter(|(col, cell)| *col <= last && (!cell.formula || self.band.columns.contains_key(col)))
            .collect();
        if self.is_heading(row) || self.is_numbering(&texts) || is_total(&texts) || self.is_divider(row, &texts) {
            return Kind::Heading;
        }
        if let Some(section) = self.section(row, &texts) {
            return section;
        }
        let mut mapped = self.mapped(row).filter(|(_, _, cell)| !is_dash(&cell.content));
        match (mapped.next(), mapped.next()) {
            (None, _) if self.words(row).is_some() => Kind::Aside,
            (None, _) => Kind::Nothing,
            (Some((col, key, cell)), None) if self.is_prepared_number(col, key, cell) => Kind::Nothing,
            _ => Kind::Entry,
        }
    }

    /// A running number in the first column that waits for its row to be filled in.
    fn is_prepared_number(&self, col: u16, key: &FieldKey, cell: &Cell) -> bool {
        let is_number = self
            .context
            .form
            .field(key.as_str())
            .is_some_and(|field| field.kind == FieldType::Integer && field.role.is_none() && !field.required());
        let is_first = self.band.columns.keys().next() == Some(&col);
        is_number && is_first && self.band.columns.len() > 2 && whole_number(&said(&cell.content)).is_some()
    }

    /// What a row says in words, and where it begins.
    fn words(&self, row: u32) -> Option<(CellRef, String)> {
        let mut cells = self.sheet.row(row).filter(|(_, cell)| is_words(&cell.content) && !cell.formula).peekable();
        let at = CellRef::new(row, cells.peek()?.0);
        let words: Vec<String> = cells.map(|(_, cell)| said(&cell.content)).collect();
        Some((at, words.join(" ")))
    }

    /// Takes from the entries what is none: signatures and notes under the last of them, and headings of groups between
    /// them, in a form that knows no sections. They say nothing in a field that every entry has, and nothing but words.
    fn lay_aside(&self, entries: &mut Entries) {
        let form = self.context.form;
        let required: Vec<&FieldKey> =
            form.table.fields.iter().filter(|field| field.required()).map(|field| &field.key).collect();
        let is_entry = |row: &RawRow| required.iter().any(|key| row.cells.contains_key(*key));
        if required.is_empty() {
            return;
        }
        let Some(last) = entries.rows.iter().rposition(is_entry) else { return };
        let has_sections = form.with_role(Role::Section).is_some();
        let rows = std::mem::take(&mut entries.rows);
        for (at, row) in rows.into_iter().enumerate() {
            let number = row.origin.cell.row;
            let few = if at > last { 4 } else { 1 };
            let is_line = !is_entry(&row)
                && row.cells.len() <= few
                && (at > last || !has_sections)
                && row.cells.values().all(|cell| is_words(&cell.content));
            match self.words(number).filter(|_| is_line) {
                Some(words) => entries.aside.push(words),
                None => entries.rows.push(row),
            }
        }
        entries.aside.sort();
    }

    /// The heading once more, as on every printed page: two fields or more stand under their own name, and nothing else;
    /// or the row says what a row of the heading says.
    fn is_heading(&self, row: u32) -> bool {
        self.names_fields(row) || self.headings.iter().any(|heading| self.is_same(heading, row))
    }

    fn is_same(&self, heading: &BTreeMap<u16, String>, row: u32) -> bool {
        let texts = || self.sheet.row(row).filter(|(_, cell)| is_words(&cell.content));
        let said_there =
            |col: u16, cell: &Cell| heading.get(&col).is_some_and(|text| *text == fold::label(&said(&cell.content)));
        texts().all(|(col, cell)| said_there(col, cell)) && texts().count() > 1
    }

    fn names_fields(&self, row: u32) -> bool {
        let most = self.band.columns.len() / 2;
        let (mut own, mut other) = (0, 0);
        for (_, key, cell) in self.mapped(row) {
            let text = said(&cell.content);
            let named = self.context.vocabulary.table.find(&text).is_some_and(|(named, _)| named == key);
            if named || text == key.as_str() {
                own += 1;
            } else {
                other += 1;
            }
            // An entry shows at its first cells that it is none; there may be many.
            if other > most {
                return false;
            }
        }
        own >= self.band.columns.len().min(2) && own > other
    }

    /// «1 2 3 4 5 6» under a heading.
    fn is_numbering(&self, cells: &[(u16, &Cell)]) -> bool {
        // Official forms give letters to the first columns: «А Б 1 2 3».
        let letters = cells
            .iter()
            .zip(["а", "б", "в"])
            .take_while(|((_, cell), letter)| fold::label(&said(&cell.content)) == fold::label(letter));
        let cells = &cells[letters.count()..];
        let numbers: Option<Vec<u64>> = cells.iter().map(|(_, cell)| whole_number(&said(&cell.content))).collect();
        numbers.is_some_and(|numbers| {
            numbers.len() >= 3.min(self.band.columns.len().max(2))
                && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
        })
    }

    /// A single text that only divides the table, in a form that knows no sections: «Раздел I. Бюджет», a text merged
    /// across the table, a text where only numbers belong.
    fn is_divider(&self, row: u32, cells: &[(u16, &Cell)]) -> bool {
        let [(col, cell)] = cells else { return false };
        let Content::Text(text) = &cell.content else { return false };
        if self.context.form.with_role(Role::Section).is_some() || self.band.columns.len() < 3 {
            return false;
        }
        let across = self.sheet.merge_at(CellRef::new(row, *col)).is_some_and(|merge| {
            merge.first.row == merge.last.row && self.band.columns.range(merge.first.col..=merge.last.col).count() > 2
        });
        let wants_number =
            self.band.columns.get(col).and_then(|key| self.context.form.field(key.as_str())).is_some_and(|field| {
                matches!(field.kind, FieldType::Integer | FieldType::Number) && !text.contains(char::is_numeric)
            });
        across || wants_number || is_numbered_section(text)
    }

    /// A single text that names a section. In the section's own column it is the beginning of an entry, unless it is
    /// merged across the table. A section that the form does not know is one if it says so, or goes across the table.
    fn section(&self, row: u32, cells: &[(u16, &'a Cell)]) -> Option<Kind<'a>> {
        let [(col, cell)] = cells else { return None };
        let Content::Text(text) = &cell.content else { return None };
        let is_across = self.goes_across(CellRef::new(row, *col));
        if let Some(name) = self.context.vocabulary.section(text) {
            let own_column = self.band.columns.get(col).is_some_and(|key| {
                self.context.form.field(key.as_str()).is_some_and(|field| field.role == Some(Role::Section))
            });
            let joined =
                self.sheet.merge_at(CellRef::new(row, *col)).is_some_and(|merge| merge.last.col > merge.first.col);
            return (joined || !own_column).then_some(Kind::Section { name, col: *col, is_ours: true });
        }
        let is_heading = is_across || Vocabulary::is_called_section(text);
        is_heading.then(|| Kind::Section { name: text.trim(), col: *col, is_ours: false })
    }

    /// Whether a cell is merged over most columns of the table, and over one row only.
    fn goes_across(&self, at: CellRef) -> bool {
        self.sheet.merge_at(at).is_some_and(|merge| {
            let columns = &self.band.columns;
            let covered = columns.range(merge.first.col..=merge.last.col).count();
            merge.first.row == merge.last.row && covered > 1 && covered * 3 >= columns.len() * 2
        })
    }

    fn entry(&self, row: u32, section: Option<&RawCell>, entries: &mut Entries) {
        let mut cells: BTreeMap<FieldKey, RawCell> = BTreeMap::new();
        for (col, key, cell) in self.mapped(row) {
            let origin = self.origin(row, col);
            if cell.formula && cell.content != Content::NoValue && self.wants_text(key) {
                entries.findings.push(self.formula(key, cell, &origin));
            }
            cells.insert(key.clone(), RawCell { content: cell.content.clone(), origin });
        }
        self.fill_from_merged(row, &mut cells);
        if let (Some(section), Some(field)) = (section, self.context.form.with_role(Role::Section)) {
            cells.entry(field.key.clone()).or_insert_with(|| section.clone());
        }
        self.note_merged(row, entries);
        let first = self.band.columns.keys().next().copied().unwrap_or(0);
        let hidden = self.sheet.shape.hidden_rows.contains(&row);
        entries.rows.push(RawRow { origin: self.origin(row, first), cells, hidden });
    }

    /// A value that is merged downwards holds for every row that it reaches.
    fn fill_from_merged(&self, row: u32, cells: &mut BTreeMap<FieldKey, RawCell>) {
        for (col, merges) in &self.down {
            let Some(key) = self.band.columns.get(col) else { continue };
            let Some(merge) = merges.iter().find(|merge| merge.covers(CellRef::new(row, *col))) else { continue };
            let Some(anchor) = self.sheet.cells.get(&merge.first) else { continue };
            cells.entry(key.clone()).or_insert_with(|| RawCell {
                content: anchor.content.clone(),
                origin: self.origin(merge.first.row, merge.first.col),
            });
        }
    }

    fn note_merged(&self, row: u32, entries: &mut Entries) {
        for merge in &self.sheet.shape.merged {
            let touches = (merge.first.row..=merge.last.row).contains(&row)
                && merge.first.row >= self.band.entries
                && self.band.columns.range(merge.first.col..=merge.last.col).next().is_some();
            if touches && !entries.merged.contains(merge) {
                entries.merged.push(*merge);
            }
        }
    }

    fn wants_text(&self, key: &FieldKey) -> bool {
        self.context.form.field(key.as_str()).is_some_and(|field| field.kind == FieldType::String)
    }

    fn formula(&self, key: &FieldKey, cell: &Cell, origin: &Origin) -> Finding {
        let place = Place {
            sheet: Some(Arc::clone(&origin.sheet)),
            cell: Some(origin.cell),
            field: Some(key.clone()),
            ..self.source.place()
        };
        let args = Args::new().with("field", self.context.form.label(key)).with("value", said(&cell.content));
        Finding::new(FindingKind::FormulaInText, place, args)
    }
}

/// «Раздел I. Бюджет», «Section 2».
fn is_numbered_section(text: &str) -> bool {
    let words = fold::words(text);
    let [first, number, ..] = words.as_slice() else { return false };
    let is_number =
        number.chars().all(|c| c.is_ascii_digit()) || number.chars().all(|c| fold::label("IVXХ").contains(c));
    is_number && ["раздел", "часть", "section", "part"].iter().any(|word| fold::label(word) == *first)
}

/// «Итого», with nothing but numbers beside it, be they «13 человек»; of what, may be said at any length where there is a
/// number.
fn is_total(cells: &[(u16, &Cell)]) -> bool {
    const MOST_WORDS: usize = 20;
    let mut words = cells.iter().filter(|(_, cell)| is_words(&cell.content) && !begins_with_figure(&cell.content));
    let (Some((_, first)), None) = (words.next(), words.next()) else { return false };
    let folded = fold::words(&said(&first.content));
    let more = if cells.len() > 1 { MOST_WORDS } else { 3 };
    TOTALS.iter().any(|total| {
        let total = fold::words(total);
        folded.starts_with(&total) && folded.len() <= total.len() + more
    })
}

/// «13 человек», «200,00 руб.».
fn begins_with_figure(content: &Content) -> bool {
    matches!(content, Content::Text(text) if text.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

/// A dash, or several, for «nothing».
fn is_dash(content: &Content) -> bool {
    let is_mark = |c: char| c.is_whitespace() || crate::phrase::text::is_dash(c) || c == '_';
    matches!(content, Content::Text(text) if text.chars().all(is_mark))
}

/// Whether a cell says more than a number.
fn is_words(content: &Content) -> bool {
    matches!(content, Content::Text(text) if text.chars().any(char::is_alphabetic))
}

/// A whole number such as «12», «12.» or «12)».
pub(super) fn whole_number(text: &str) -> Option<u64> {
    text.trim().trim_end_matches(['.', ')']).parse().ok()
}
