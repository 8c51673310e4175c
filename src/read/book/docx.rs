//! Word documents: the tables in them, and the paragraphs around.
//!
//! In: the bytes of a document that has passed inspection. Out: a book in which every table is a sheet, and the text
//! around the tables one more. It refuses to know fonts, fields and pictures; what was deleted with its trace kept is
//! not there, what was inserted is.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::Book;
use super::grid::Grid;
use super::open::{Budget, Unreadable};
use super::sheet_xml::{attribute, main_part};
use crate::record::CellRef;

/// Elements may stand within each other so deep; Word itself stays far below.
const DEEPEST: usize = 512;

/// Tables within cells are followed so deep; the text of deeper ones goes to the cell around them.
const DEEPEST_TABLE: usize = 16;

/// No honest cell spans more columns.
const WIDEST: u32 = 1_000;

/// Name of the sheet with the paragraphs outside of tables; the tables are called by it and their number.
const NAME: &str = "Word";

/// Elements whose text is none of the document's: deleted or moved away, or said once more for older programs.
const SKIPPED: [&str; 4] = ["del", "moveFrom", "Fallback", "instrText"];

/// Reads the tables of a document.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Book, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    let part = main_part(&mut archive).unwrap_or_else(|| "word/document.xml".to_owned());
    let file = archive.by_name(&part).map_err(|_| Unreadable::Damaged)?;
    let document = walk(BufReader::new(file), budget)?;
    let tables = Grid::joined(document.tables, &document.going_on);
    let mut sheets: Vec<_> =
        tables.into_iter().zip(1..).map(|(table, number)| table.sheet(&format!("{NAME} {number}"))).collect();
    if !document.around.is_empty() {
        sheets.push(document.around.sheet(NAME));
    }
    Ok(Book { sheets, ..Book::default() })
}

/// Whether the beginning of a document, as much as is looked at, holds a table.
pub(in crate::read) fn has_table(part: impl Read) -> bool {
    const MOST: u64 = 64 << 20;
    let mut reader = Reader::from_reader(BufReader::new(part.take(MOST)));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) if element.local_name().as_ref() == "tbl" => return true,
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

fn walk(xml: impl std::io::BufRead, budget: &mut Budget) -> Result<Document, Unreadable> {
    let mut reader = Reader::from_reader(xml);
    let mut document = Document::default();
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    // The depth of the element that is being skipped.
    let mut skipped: Option<usize> = None;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Unreadable::Damaged)? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Unreadable::Damaged);
                }
                if skipped.is_none() && SKIPPED.contains(&element.local_name().as_ref()) {
                    skipped = Some(depth);
                }
                if skipped.is_none() {
                    document.start(&element, budget)?;
                }
            }
            Event::Empty(element) if skipped.is_none() => {
                document.start(&element, budget)?;
                document.end(element.local_name().as_ref(), budget)?;
            }
            Event::End(element) => {
                if skipped.is_none() {
                    document.end(element.local_name().as_ref(), budget)?;
                }
                if skipped == Some(depth) {
                    skipped = None;
                }
                depth = depth.saturating_sub(1);
            }
            Event::Text(text) if skipped.is_none() => document.text(&text),
            Event::CData(text) if skipped.is_none() => document.text(&text),
            Event::GeneralRef(reference) if skipped.is_none() => document.reference(&reference),
            // Half a table is worse than none.
            Event::Eof if depth > 0 => return Err(Unreadable::Damaged),
            Event::Eof => return Ok(document),
            _ => {}
        }
    }
}

#[derive(Default)]
struct Document {
    /// Tables in the order in which they begin.
    tables: Vec<Option<Grid>>,
    /// Those with nothing but empty paragraphs between them and the table before.
    going_on: BTreeSet<usize>,
    /// Whether a text stands behind the last table.
    text_behind: bool,
    open: Vec<Open>,
    /// Tables that are too deep to be followed.
    deeper: usize,
    /// Paragraphs outside of tables.
    around: Grid,
    paragraph: String,
    /// Within `<w:r>`, and within its `<w:t>`.
    in_run: bool,
    in_text: bool,
}

/// A table that is being read.
struct Open {
    index: usize,
    grid: Grid,
    /// Cells that reach downwards, by their column.
    reaching: BTreeMap<u32, CellRef>,
    cell: Option<OpenCell>,
}

#[derive(Default)]
struct OpenCell {
    paragraphs: Vec<String>,
    columns: u32,
    down: Down,
}

/// What a cell says of the one above it.
#[derive(Default, Clone, Copy, PartialEq)]
enum Down {
    #[default]
    Alone,
    Begins,
    Continues,
}

impl Document {
    fn start(&mut self, element: &BytesStart<'_>, budget: &mut Budget) -> Result<(), Unreadable> {
        match element.local_name().as_ref() {
            "tbl" if self.open.len() == DEEPEST_TABLE => self.deeper += 1,
            "tbl" => {
                budget.sheet()?;
                self.tables.push(None);
                let index = self.tables.len() - 1;
                if self.open.is_empty() && !std::mem::take(&mut self.text_behind) && index > 0 {
                    self.going_on.insert(index);
                }
                self.open.push(Open { index, grid: Grid::default(), reaching: BTreeMap::new(), cell: None });
            }
            "r" => self.in_run = true,
            "t" => self.in_text = true,
            // Outside of a run it is a tab stop of the paragraph.
            "tab" if self.in_run => self.paragraph.push('\t'),
            "br" | "cr" => self.paragraph.push('\n'),
            "noBreakHyphen" => self.paragraph.push('\u{2011}'),
            _ if self.deeper > 0 => {}
            "tr" => {
                if let Some(open) = self.open.last_mut() {
                    open.grid.row(false);
                }
            }
            "gridBefore" => {
                if let Some(open) = self.open.last_mut() {
                    open.grid.skip(number(element).min(WIDEST));
                }
            }
            "tc" => {
                if let Some(open) = self.open.last_mut() {
                    open.cell = Some(OpenCell { columns: 1, ..OpenCell::default() });
                }
            }
            "gridSpan" => {
                if let Some(cell) = self.cell() {
                    cell.columns = number(element).clamp(1, WIDEST);
                }
            }
            "vMerge" => {
                let begins = attribute(element, "val").is_some_and(|val| val == "restart");
                if let Some(cell) = self.cell() {
                    cell.down = if begins { Down::Begins } else { Down::Continues };
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str, budget: &mut Budget) -> Result<(), Unreadable> {
        match name {
            "r" => self.in_run = false,
            "t" => self.in_text = false,
            "p" => self.end_paragraph(budget)?,
            "tbl" if self.deeper > 0 => self.deeper -= 1,
            "tbl" => {
                if let Some(Open { index, grid, .. }) = self.open.pop()
                    && let Some(place) = self.tables.get_mut(index)
                {
                    *place = Some(grid);
                }
            }
            "tc" if self.deeper == 0 => self.end_cell(budget)?,
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.in_text {
            self.paragraph.push_str(text);
        }
    }

    /// `&amp;`, `&#1071;`: what XML itself names. No document of Word declares others, and those of a stranger are not
    /// looked up.
    fn reference(&mut self, reference: &quick_xml::events::BytesRef<'_>) {
        if !self.in_text {
            return;
        }
        if let Ok(Some(letter)) = reference.resolve_char_ref() {
            self.paragraph.push(letter);
        } else if let Some(text) = quick_xml::escape::resolve_predefined_entity(reference) {
            self.paragraph.push_str(text);
        }
    }

    fn cell(&mut self) -> Option<&mut OpenCell> {
        self.open.last_mut()?.cell.as_mut()
    }

    fn end_paragraph(&mut self, budget: &mut Budget) -> Result<(), Unreadable> {
        let paragraph = std::mem::take(&mut self.paragraph);
        if let Some(open) = self.open.last_mut() {
            if let Some(cell) = &mut open.cell {
                cell.paragraphs.push(paragraph);
            }
        } else if !super::is_blank(&paragraph) {
            self.text_behind = true;
            self.around.row(false);
            self.around.cell(&paragraph, (1, 1), budget)?;
        }
        Ok(())
    }

    fn end_cell(&mut self, budget: &mut Budget) -> Result<(), Unreadable> {
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        let Some(cell) = open.cell.take() else { return Ok(()) };
        let col = open.grid.column();
        let text = cell.paragraphs.join("\n");
        let above = open.reaching.get(&col).copied().filter(|_| cell.down == Down::Continues && super::is_blank(&text));
        if let Some(first) = above {
            open.grid.skip(cell.columns);
            open.grid.reach_down(first, cell.columns);
            return Ok(());
        }
        let at = open.grid.cell(&text, (1, cell.columns), budget)?;
        open.reaching.remove(&col);
        if let (Down::Begins, Some(at)) = (cell.down, at) {
            open.reaching.insert(col, at);
        }
        Ok(())
    }
}

fn number(element: &BytesStart<'_>) -> u32 {
    attribute(element, "val").and_then(|val| val.trim().parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Limits;
    use crate::read::book::Merge;

    fn document(body: &str) -> String {
        format!(
            r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>"#
        )
    }

    fn walked(xml: &str) -> Result<Document, Unreadable> {
        walk(xml.as_bytes(), &mut Budget::new(&Limits::default()))
    }

    fn sheet(body: &str) -> super::super::Sheet {
        walked(&document(body)).unwrap().tables.remove(0).unwrap().sheet("Word 1")
    }

    fn cell(properties: &str, paragraphs: &[&str]) -> String {
        let text: Vec<_> = paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
        let text = text.concat();
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{text}</w:tc>")
    }

    fn said(sheet: &super::super::Sheet) -> Vec<(String, String)> {
        sheet.cells.keys().map(|at| (at.to_string(), sheet.said(at.row, at.col))).collect()
    }

    fn owned(cells: &[(&str, &str)]) -> Vec<(String, String)> {
        cells.iter().map(|(at, text)| ((*at).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn a_cell_of_several_paragraphs_is_several_lines_and_a_tab_stop_is_no_tab() {
        let body = format!(
            "<w:tbl><w:tr>{}<w:tc><w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>а</w:t><w:tab/>\
             <w:t>б &amp; &#1074;</w:t><w:br/><w:t>г</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            cell("", &["г. Озёрск,", "Дом музыки"])
        );
        assert_eq!(said(&sheet(&body)), owned(&[("A1", "г. Озёрск,\nДом музыки"), ("B1", "а\tб & в\nг")]));
    }

    #[test]
    fn joined_cells_are_known_in_both_directions() {
        let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
        let restart = "<w:vMerge w:val=\"restart\"/>";
        let body = format!(
            "<w:tbl>{}{}{}</w:tbl>",
            row(&[cell("<w:gridSpan w:val=\"3\"/>", &["Раздел"])]),
            row(&[cell(restart, &["Ремёсла"]), cell("", &["а"]), cell("", &["б"])]),
            row(&[cell("<w:vMerge/>", &[""]), cell("", &["в"]), cell("", &["г"])]),
        );
        let sheet = sheet(&body);
        let cells = [("A1", "Раздел"), ("A2", "Ремёсла"), ("B2", "а"), ("C2", "б"), ("B3", "в"), ("C3", "г")];
        assert_eq!(said(&sheet), owned(&cells));
        assert_eq!(sheet.shape.merged.iter().map(Merge::in_words).collect::<Vec<_>>(), ["A1:C1", "A2:A3"]);
    }

    #[test]
    fn what_was_deleted_is_gone_and_what_was_inserted_is_there() {
        let body = "<w:tbl><w:tr><w:tc><w:p><w:del><w:r><w:delText>было</w:delText><w:t>было</w:t></w:r></w:del>\
                    <w:ins><w:r><w:t>стало</w:t></w:r></w:ins></w:p></w:tc></w:tr></w:tbl>";
        assert_eq!(said(&sheet(body)), owned(&[("A1", "стало")]));
    }

    #[test]
    fn a_document_that_breaks_off_or_has_no_bottom_is_refused() {
        let whole = document(&format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("", &["а"])));
        for end in (1..whole.len() - 1).filter(|end| whole.is_char_boundary(*end)) {
            assert!(walked(&whole[..end]).is_err(), "{}", &whole[..end]);
        }
        assert!(walked(&document(&"<w:tbl><w:tr><w:tc>".repeat(10_000))).is_err());
    }
}
