//! Web pages that were saved as workbooks: what portals export.
//!
//! In: bytes. Out: a book in which every table of the page is a sheet. Scripts and styles are never looked at. It refuses
//! to repair a page: tags that make no table are taken as white space.

use std::collections::{BTreeMap, BTreeSet};

use html5gum::{DefaultEmitter, HtmlString, StartTag, Token, Tokenizer};

use super::Book;
use super::encoding::{decode, guessed};
use super::grid::Grid;
use super::open::{Budget, Unreadable};

/// Tables within cells are followed so deep; the text of deeper ones goes to the cell around them.
const DEEPEST: usize = 16;

/// No honest cell spans more rows or columns.
const WIDEST: u32 = 10_000;

/// The declaration of the encoding stands in the head of a page.
const HEAD: usize = 4096;

/// Reads the tables of a page.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Book, Unreadable> {
    let text = decode(bytes, declared(bytes).as_deref());
    let mut emitter = DefaultEmitter::default();
    // What stands in `<script>` and `<style>` is then no markup.
    emitter.naively_switch_states(true);
    let mut page = Page {
        budget,
        tables: Vec::new(),
        going_on: BTreeSet::new(),
        text_behind: false,
        open: Vec::new(),
        deeper: 0,
        skipped: None,
    };
    for Ok(token) in Tokenizer::new_with_emitter(&text, emitter) {
        match token {
            Token::StartTag(tag) => page.start(&tag)?,
            Token::EndTag(tag) => page.end(&name(&tag.name))?,
            Token::String(string) => page.text(&String::from_utf8_lossy(&string)),
            _ => {}
        }
    }
    while !page.open.is_empty() {
        page.close_table()?;
    }
    let tables = Grid::joined(page.tables, &page.going_on);
    let sheets = tables.into_iter().zip(1..).map(|(table, number)| table.sheet(&format!("HTML {number}"))).collect();
    Ok(Book { sheets, guessed: guessed(bytes, declared(bytes).as_deref()), ..Book::default() })
}

/// The encoding that the page declares, by either kind of `<meta>`, or by the XML declaration of XHTML.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let at = head.find("charset=").map(|at| at + "charset=".len());
    let at = at.or_else(|| head.find("encoding=").map(|at| at + "encoding=".len()))?;
    let label: String = head[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    (!label.is_empty()).then_some(label)
}

/// A table that is being read.
struct Open {
    /// Its place among the tables of the page.
    index: usize,
    grid: Grid,
    cell: Option<OpenCell>,
}

struct OpenCell {
    text: Text,
    rows: u32,
    columns: u32,
}

struct Page<'b> {
    budget: &'b mut Budget,
    /// In the order in which they begin.
    tables: Vec<Option<Grid>>,
    /// Those with nothing between them and the table before.
    going_on: BTreeSet<usize>,
    /// Whether a text stands behind the last table.
    text_behind: bool,
    open: Vec<Open>,
    /// Tables that are too deep to be followed.
    deeper: usize,
    /// The element whose text is none of the page's.
    skipped: Option<String>,
}

impl Page<'_> {
    fn start(&mut self, tag: &StartTag<()>) -> Result<(), Unreadable> {
        let name = name(&tag.name);
        if self.skipped.is_some() {
            return Ok(());
        }
        match name.as_str() {
            "script" | "style" | "title" | "xml" if !tag.self_closing => self.skipped = Some(name),
            "table" if self.open.len() == DEEPEST => self.deeper += 1,
            "table" => {
                self.budget.sheet()?;
                let goes_on = self.open.is_empty() && !std::mem::take(&mut self.text_behind);
                if goes_on && !self.tables.is_empty() {
                    self.going_on.insert(self.tables.len());
                }
                self.tables.push(None);
                self.open.push(Open { index: self.tables.len() - 1, grid: Grid::default(), cell: None });
            }
            _ if self.deeper > 0 => self.line_end(),
            "tr" => {
                self.close_cell()?;
                if let Some(open) = self.open.last_mut() {
                    open.grid.row(is_hidden(&tag.attributes));
                }
            }
            "td" | "th" => {
                self.close_cell()?;
                let span = |key: &[u8]| span(&tag.attributes, key);
                if let Some(open) = self.open.last_mut() {
                    let (rows, columns) = (span(b"rowspan"), span(b"colspan"));
                    open.cell = Some(OpenCell { text: Text::default(), rows, columns });
                }
            }
            "br" | "p" | "div" | "li" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4" => self.line_end(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Unreadable> {
        if let Some(skipped) = &self.skipped {
            if skipped == name {
                self.skipped = None;
            }
            return Ok(());
        }
        match name {
            "table" if self.deeper > 0 => self.deeper -= 1,
            "table" => self.close_table()?,
            _ if self.deeper > 0 => {}
            "td" | "th" | "tr" => self.close_cell()?,
            "p" | "div" | "li" => self.line_end(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if self.skipped.is_none() && self.open.is_empty() && !super::is_blank(text) {
            self.text_behind = true;
        }
        if self.skipped.is_none()
            && let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut())
        {
            cell.text.push(text);
        }
    }

    fn line_end(&mut self) {
        if let Some(cell) = self.open.last_mut().and_then(|open| open.cell.as_mut()) {
            cell.text.line_end();
        }
    }

    fn close_cell(&mut self) -> Result<(), Unreadable> {
        let Some(open) = self.open.last_mut() else { return Ok(()) };
        let Some(cell) = open.cell.take() else { return Ok(()) };
        open.grid.cell(&cell.text.said, (cell.rows, cell.columns), self.budget)?;
        Ok(())
    }

    fn close_table(&mut self) -> Result<(), Unreadable> {
        self.close_cell()?;
        if let Some(Open { index, grid, .. }) = self.open.pop()
            && let Some(place) = self.tables.get_mut(index)
        {
            *place = Some(grid);
        }
        Ok(())
    }
}

/// The text of a cell as a browser shows it: runs of white space are one space, and only tags end a line.
#[derive(Default)]
struct Text {
    said: String,
    /// White space is owed before the next letter.
    space: bool,
}

impl Text {
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}') {
                self.space = true;
            } else {
                if self.space && !self.said.is_empty() && !self.said.ends_with('\n') {
                    self.said.push(' ');
                }
                self.space = false;
                self.said.push(c);
            }
        }
    }

    fn line_end(&mut self) {
        if !self.said.is_empty() && !self.said.ends_with('\n') {
            self.said.push('\n');
        }
        self.space = false;
    }
}

fn name(name: &HtmlString) -> String {
    String::from_utf8_lossy(name).to_ascii_lowercase()
}

type Attributes = BTreeMap<HtmlString, html5gum::Spanned<HtmlString, ()>>;

fn attribute(attributes: &Attributes, key: &[u8]) -> Option<String> {
    attributes.get(key).map(|value| String::from_utf8_lossy(value).into_owned())
}

fn span(attributes: &Attributes, key: &[u8]) -> u32 {
    attribute(attributes, key).and_then(|count| count.trim().parse().ok()).unwrap_or(1).clamp(1, WIDEST)
}

fn is_hidden(attributes: &Attributes) -> bool {
    let style = attribute(attributes, b"style").unwrap_or_default().replace(char::is_whitespace, "");
    attributes.contains_key(&b"hidden"[..]) || style.to_ascii_lowercase().contains("display:none")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Limits;
    use crate::read::book::Merge;

    fn book(page: &str) -> Book {
        read(page.as_bytes(), &mut Budget::new(&Limits::default())).unwrap()
    }

    fn said(page: &str) -> Vec<(String, String)> {
        let book = book(page);
        let sheet = &book.sheets[0];
        sheet.cells.keys().map(|at| (at.to_string(), sheet.said(at.row, at.col))).collect()
    }

    fn cells(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(at, text)| ((*at).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn tags_that_nobody_closed_and_letters_written_as_entities_are_understood() {
        let page =
            "<TABLE><tr><th>№&nbsp;п/п<th>Название<tr><td>1<td>Вечер &laquo;Струны&raquo;<br>\n и&#32;&#1075;ости";
        let expected = [("A1", "№\u{A0}п/п"), ("B1", "Название"), ("A2", "1"), ("B2", "Вечер «Струны»\nи гости")];
        assert_eq!(said(page), cells(&expected));
    }

    #[test]
    fn scripts_styles_and_comments_are_no_text() {
        let page = "<style>td{}</style><table><tr><td>a<script>document.write('<td>x')</script><!-- <td>y --></table>";
        assert_eq!(said(page), cells(&[("A1", "a")]));
    }

    #[test]
    fn joined_cells_and_hidden_rows_are_known() {
        let page = "<table><tr><td rowspan=2>a<td colspan=2>b<tr style='display: none'><td>c<td>d</table>";
        let book = book(page);
        assert_eq!(book.sheets[0].shape.merged.iter().map(Merge::in_words).collect::<Vec<_>>(), ["A1:A2", "B1:C1"]);
        assert_eq!(said(page)[2], ("B2".to_owned(), "c".to_owned()));
        assert!(book.sheets[0].shape.hidden_rows.contains(&1));
    }

    #[test]
    fn a_table_within_a_cell_is_a_table_of_its_own() {
        let book = book("<table><tr><td>снаружи<table><tr><td>внутри</table> и дальше<td>рядом</table>");
        let names: Vec<_> = book.sheets.iter().map(|sheet| (&*sheet.name, sheet.said(0, 0))).collect();
        assert_eq!(names, [("HTML 1", "снаружи и дальше".to_owned()), ("HTML 2", "внутри".to_owned())]);
    }

    #[test]
    fn neither_depth_nor_a_vast_span_costs_anything() {
        let deep = "<table><tr><td>".repeat(2_000) + "дно";
        assert!(book(&deep).sheets.len() <= 250);
        let page = "<table><tr><td colspan=4000000000 rowspan=-1>a<td>b</table>";
        assert_eq!(said(page).len(), 2);
    }
}
