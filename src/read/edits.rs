//! What a person changed in the register sheet of the consolidated workbook.
//!
//! In: the book as it came back. Out: edits, field by field, and findings for every change that is none: a cell that
//! svod works out, a row put in or taken out, keys that are gone. Nothing is typed here, and what becomes of the
//! edits is not known.
//!
//! A cell was changed if it differs from the copy that svod keeps on a very hidden sheet. Rows and columns are known by
//! their keys, so that sorting, filtering, hiding and inserting are no changes. Keys are hidden from people, so they are
//! believed only beside what people see: the key of a row beside the event's number, the id of a column over its heading.

use std::collections::{BTreeMap, BTreeSet};

use super::book::{Book, Cell, Sheet, said};
use super::{Source, local};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{Content, Edit, Edits, same_content};
use crate::form::Form;
use crate::layout::editable::{
    CALCULATED, FIELDS_ID, HOLDS_GIVEN, HOLDS_HEADINGS, HOLDS_ID, HOLDS_WRITTEN, NUMBER_ID, ROW_ID, WRITTEN_SHEET,
    row_of_key,
};
use crate::record::{CellRef, FieldKey, Origin};
use crate::words::{Args, LocalText};

/// Rows in which the ids of the columns are looked for.
const ROWS_SEARCHED: usize = 50;
/// Longest piece of a row that is quoted, in characters.
const QUOTE: usize = 80;

/// Reads the changes.
pub(super) fn edits(book: &Book, source: &Source, form: &Form) -> Edits {
    let Some(mirror) = book.sheet(WRITTEN_SHEET).and_then(Mirror::of) else { return lost(source) };
    let others = book.sheets.iter().filter(|sheet| &*sheet.name != WRITTEN_SHEET);
    let Some((sheet, ids)) = others.into_iter().find_map(|sheet| Some((sheet, Ids::find(sheet)?))) else {
        return lost(source);
    };
    if ids.of(NUMBER_ID).is_none() {
        return lost(source);
    }
    let mut reader = Reader { sheet, ids, mirror, source, form, edits: Edits::default() };
    reader.columns();
    reader.headings();
    reader.rows();
    reader.edits
}

/// How many rows of a sheet could be that of the register's ids; svod wrote one, on one sheet.
pub(super) fn rows_of_ids(sheet: &Sheet) -> usize {
    let is_one = |row: &u32| sheet.row(*row).any(|(_, cell)| said(&cell.content).trim() == ROW_ID);
    sheet.rows_from(0).take(ROWS_SEARCHED).filter(is_one).count()
}

fn lost(source: &Source) -> Edits {
    let finding = source.finding(FindingKind::EditKeysLost, Args::new());
    Edits { findings: vec![finding], ..Edits::default() }
}

/// The columns of a sheet by their ids, and the row in which the ids stand.
struct Ids {
    row: u32,
    columns: BTreeMap<String, u16>,
}

impl Ids {
    fn find(sheet: &Sheet) -> Option<Self> {
        sheet.rows_from(0).take(ROWS_SEARCHED).find_map(|row| {
            let columns: BTreeMap<String, u16> =
                sheet.row(row).map(|(col, cell)| (said(&cell.content).trim().to_owned(), col)).collect();
            columns.contains_key(ROW_ID).then_some(Self { row, columns })
        })
    }

    fn of(&self, id: &str) -> Option<u16> {
        self.columns.get(id).copied()
    }
}

/// What svod wrote.
struct Mirror<'a> {
    sheet: &'a Sheet,
    ids: Ids,
    /// The row of headings.
    headings: u32,
    /// Rows of written cells, and of what institutions said, by the keys of the register's rows.
    written: BTreeMap<String, u32>,
    given: BTreeMap<String, (u32, BTreeSet<String>)>,
}

impl<'a> Mirror<'a> {
    fn of(sheet: &'a Sheet) -> Option<Self> {
        let ids = Ids::find(sheet)?;
        let (holds, key) = (ids.of(HOLDS_ID)?, ids.of(ROW_ID)?);
        let (mut written, mut given, mut headings) = (BTreeMap::new(), BTreeMap::new(), None);
        for row in sheet.rows_from(ids.row + 1) {
            let key = sheet.said(row, key);
            match sheet.said(row, holds).as_str() {
                HOLDS_WRITTEN => {
                    written.insert(key, row);
                }
                HOLDS_GIVEN => {
                    let fields = ids.of(FIELDS_ID).map(|col| sheet.said(row, col)).unwrap_or_default();
                    given.insert(key, (row, fields.split_whitespace().map(str::to_owned).collect()));
                }
                HOLDS_HEADINGS => headings = Some(row),
                _ => {}
            }
        }
        Some(Self { sheet, ids, headings: headings?, written, given })
    }

    fn content(&self, row: u32, id: &str) -> Option<&'a Content> {
        self.sheet.cell(row, self.ids.of(id)?).map(|cell| &cell.content)
    }

    /// What svod wrote.
    fn written(&self, key: &str, id: &str) -> Option<&'a Content> {
        self.content(*self.written.get(key)?, id)
    }

    /// What the institutions said: the same, unless the coordinator's value was written.
    fn given(&self, key: &str, id: &str) -> Option<&'a Content> {
        match self.given.get(key) {
            Some((row, fields)) if fields.contains(id) => self.content(*row, id),
            _ => self.written(key, id),
        }
    }
}

struct Reader<'a> {
    sheet: &'a Sheet,
    ids: Ids,
    mirror: Mirror<'a>,
    source: &'a Source,
    form: &'a Form,
    edits: Edits,
}

impl Reader<'_> {
    /// Columns that are gone: what was to be changed in them cannot be told, and nothing of theirs is cleared.
    fn columns(&mut self) {
        let own = [HOLDS_ID, ROW_ID, FIELDS_ID];
        let wanted = self.mirror.ids.columns.keys().filter(|id| !own.contains(&id.as_str()));
        let gone: Vec<String> = wanted.filter(|id| self.ids.of(id).is_none()).cloned().collect();
        for id in gone {
            if id.starts_with(CALCULATED) {
                continue;
            }
            let label = self.form.label(&FieldKey::new(&id));
            self.edits
                .findings
                .push(self.source.finding(FindingKind::EditableColumnGone, Args::new().with("field", label)));
        }
    }

    /// Leaves out columns whose ids stand over another heading than svod wrote below them.
    fn headings(&mut self) {
        let row = self.ids.row + 1;
        let folded = |said: String| said.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_strange = |(id, col): &(&String, &u16)| {
            let written = self.mirror.content(self.mirror.headings, id).map(said);
            written.is_some_and(|written| folded(written) != folded(self.sheet.said(row, **col)))
        };
        let strange: Vec<(String, u16)> =
            self.ids.columns.iter().filter(is_strange).map(|(id, col)| (id.clone(), *col)).collect();
        for (id, col) in strange {
            let column = Args::new().with("value", self.sheet.said(row, col));
            self.say_key(CellRef::new(row, col), local("read-own-column", &column));
            self.ids.columns.remove(&id);
        }
    }

    fn rows(&mut self) {
        let Some(key_col) = self.ids.of(ROW_ID) else { return };
        // The first row under the ids is that of the headings.
        let rows: Vec<u32> = self.sheet.rows_from(self.ids.row + 1).skip(1).collect();
        let mut seen: BTreeSet<String> = BTreeSet::new();
        for row in rows {
            let key = self.sheet.said(row, key_col).trim().to_owned();
            let is_blank = self.is_blank(row);
            if self.mirror.written.contains_key(&key) && !seen.contains(&key) {
                if !is_blank {
                    seen.insert(key.clone());
                    self.row(row, &key);
                }
            } else if !is_blank {
                self.say_row(FindingKind::RowAdded, Some(row), self.quoted(row));
            }
        }
        let gone: Vec<u32> =
            self.mirror.written.iter().filter(|(key, _)| !seen.contains(*key)).map(|(_, row)| *row).collect();
        for row in gone {
            let title = self.form.with_role(crate::form::Role::Title).map(|field| field.key.to_string());
            let titled = title.and_then(|id| self.mirror.content(row, &id)).map(said);
            self.say_row(FindingKind::RowRemoved, None, short(&titled.unwrap_or_default()));
        }
    }

    /// Whether none of the columns that may be edited holds anything.
    fn is_blank(&self, row: u32) -> bool {
        let mut fields = self.form.table.fields.iter().filter_map(|field| self.ids.of(field.key.as_str()));
        fields.all(|col| same_content(self.content(row, col), None))
    }

    fn content(&self, row: u32, col: u16) -> Option<&Content> {
        self.sheet.cell(row, col).map(|Cell { content, .. }| content)
    }

    /// Compares a row with what was written, if its key stands beside the number that svod wrote there.
    fn row(&mut self, row: u32, key: &str) {
        let Some(number) = self.ids.of(NUMBER_ID) else { return };
        if same_content(self.content(row, number), self.mirror.written(key, NUMBER_ID)) {
            self.cells(row, key);
        } else {
            self.say_key(CellRef::new(row, number), local("read-own-row", &Args::new().with("n", row + 1)));
        }
    }

    /// Compares the cells of a row with what was written.
    fn cells(&mut self, row: u32, key: &str) {
        let Some(lead) = row_of_key(key) else { return };
        let columns: Vec<(String, u16)> = self.ids.columns.iter().map(|(id, col)| (id.clone(), *col)).collect();
        for (id, col) in columns {
            let becomes = self.content(row, col);
            let written = self.mirror.written(key, &id);
            if same_content(becomes, written) {
                continue;
            }
            let origin = Origin {
                parcel: self.source.parcel.clone(),
                sheet: std::sync::Arc::clone(&self.sheet.name),
                cell: CellRef::new(row, col),
            };
            if id.starts_with(CALCULATED) {
                let heading = self.sheet.said(self.ids.row + 1, col);
                let args = Args::new()
                    .with("field", heading)
                    .with("value", becomes.map(said).unwrap_or_default())
                    .with("expected", written.map(said).unwrap_or_default());
                self.edits.findings.push(Finding::new(FindingKind::LockedCellEdited, self.place(&origin), args));
            } else if let Some(field) = self.form.field(&id) {
                self.edits.changed.push(Edit {
                    row: lead.clone(),
                    field: field.key.clone(),
                    given: self.mirror.given(key, &id).cloned(),
                    becomes: becomes.cloned(),
                    origin,
                });
            }
        }
    }

    fn place(&self, origin: &Origin) -> Place {
        Place { file: Some(std::sync::Arc::clone(&self.source.name)), ..Place::of(origin) }
    }

    /// A key that does not belong where it stands.
    fn say_key(&mut self, cell: CellRef, value: LocalText) {
        let sheet = Some(std::sync::Arc::clone(&self.sheet.name));
        let place = Place { sheet, cell: Some(cell), ..self.source.place() };
        self.edits.findings.push(Finding::new(FindingKind::MisplacedKey, place, Args::new().with("value", value)));
    }

    fn say_row(&mut self, code: FindingKind, row: Option<u32>, value: String) {
        let place = Place {
            sheet: Some(std::sync::Arc::clone(&self.sheet.name)),
            cell: row.map(|row| CellRef::new(row, 0)),
            ..self.source.place()
        };
        self.edits.findings.push(Finding::new(code, place, Args::new().with("value", value)));
    }

    /// What stands in the columns that may be edited, shortened.
    fn quoted(&self, row: u32) -> String {
        let fields = self.form.table.fields.iter().filter_map(|field| self.ids.of(field.key.as_str()));
        let words: Vec<String> =
            fields.map(|col| self.sheet.said(row, col)).filter(|words| !words.trim().is_empty()).collect();
        short(&words.join("; "))
    }
}

fn short(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTE) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
