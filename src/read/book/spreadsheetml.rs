//! Workbooks in one XML file, as Excel 2003 and many accounting programs write them.
//!
//! In: bytes. Out: a book. It refuses styles: values carry their type themselves.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::encoding::decode;
use super::open::{Budget, Unreadable};
use super::sheet_xml::attribute;
use super::value::{is_blank, iso};
use super::xlsx::within_sheet;
use super::{Book, Cell, DefinedName, Merge, Shape, Sheet, note_stray};
use crate::flow::Content;

/// Elements may stand within each other so deep.
const DEEPEST: usize = 128;

/// Hidden rows and columns that a span may add.
const LONGEST_SPAN: u32 = 20_000;

/// Reads a workbook.
pub(super) fn read(bytes: &[u8], budget: &mut Budget) -> Result<Book, Unreadable> {
    let text = decode(bytes, declared(bytes).as_deref());
    let mut reader = Reader::from_str(&text);
    let mut workbook = Workbook::default();
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| Unreadable::Damaged)? {
            Event::Start(element) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Unreadable::Damaged);
                }
                workbook.start(&element, budget)?;
            }
            Event::Empty(element) => {
                workbook.start(&element, budget)?;
                workbook.end(element.local_name().as_ref(), budget)?;
            }
            Event::End(element) => {
                depth = depth.saturating_sub(1);
                workbook.end(element.local_name().as_ref(), budget)?;
            }
            Event::Text(text) => workbook.text.push_str(&text),
            Event::CData(text) => workbook.text.push_str(&text),
            Event::GeneralRef(reference) => {
                if let Ok(Some(letter)) = reference.resolve_char_ref() {
                    workbook.text.push(letter);
                } else if let Some(text) = quick_xml::escape::resolve_predefined_entity(&reference) {
                    workbook.text.push_str(text);
                }
            }
            Event::Eof if depth > 0 => return Err(Unreadable::Damaged),
            Event::Eof => return Ok(workbook.book),
            _ => {}
        }
    }
}

/// The encoding of the XML declaration.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let (_, rest) = head.split_once("encoding=")?;
    let quote = rest.chars().next()?;
    rest[1..].split_once(quote).map(|(label, _)| label.to_owned())
}

#[derive(Default)]
struct Workbook {
    book: Book,
    /// The row and the column of the next cell, from zero.
    row: u32,
    col: u32,
    /// The column of the next `Column` element.
    column: u32,
    cell: Option<OpenCell>,
    /// Within a remark on a cell, whose text is no value.
    in_comment: bool,
    text: String,
}

struct OpenCell {
    formula: bool,
    kind: String,
    value: Option<String>,
    /// Further columns and rows that the cell takes.
    across: u32,
    down: u32,
}

impl Workbook {
    fn start(&mut self, element: &BytesStart<'_>, budget: &mut Budget) -> Result<(), Unreadable> {
        match element.local_name().as_ref() {
            "Worksheet" => {
                budget.sheet()?;
                let name = attribute(element, "Name").unwrap_or_default();
                self.book.sheets.push(Sheet {
                    name: name.into(),
                    visible: true,
                    cells: std::collections::BTreeMap::new(),
                    shape: Shape::default(),
                    broken: false,
                    stray: Vec::new(),
                });
                (self.row, self.col, self.column) = (0, 0, 0);
            }
            "Column" => {
                self.column = index(element).unwrap_or(self.column);
                let span = number(element, "Span").unwrap_or(0).min(LONGEST_SPAN);
                let hidden = self.column..=self.column.saturating_add(span);
                if is_hidden(element)
                    && let Some(sheet) = self.book.sheets.last_mut()
                {
                    sheet.shape.hidden_columns.extend(hidden.filter_map(|col| u16::try_from(col).ok()));
                }
                self.column = self.column.saturating_add(span).saturating_add(1);
            }
            "Row" => {
                self.row = index(element).unwrap_or(self.row);
                self.col = 0;
                let span = number(element, "Span").unwrap_or(0);
                if is_hidden(element)
                    && let Some(sheet) = self.book.sheets.last_mut()
                {
                    let last = self.row.saturating_add(span.min(LONGEST_SPAN));
                    sheet.shape.hidden_rows.extend(self.row..=last);
                }
                // The row itself is left behind at its end.
                self.row = self.row.saturating_add(span);
            }
            "Cell" => {
                self.col = index(element).unwrap_or(self.col);
                self.cell = Some(OpenCell {
                    formula: attribute(element, "Formula").is_some(),
                    kind: String::new(),
                    value: None,
                    across: number(element, "MergeAcross").unwrap_or(0),
                    down: number(element, "MergeDown").unwrap_or(0),
                });
            }
            "Comment" => self.in_comment = true,
            "Data" if !self.in_comment => {
                self.text.clear();
                if let Some(cell) = &mut self.cell {
                    cell.kind = attribute(element, "Type").unwrap_or_default();
                }
            }
            "Visible" => self.text.clear(),
            "NamedRange" => self.name(element),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str, budget: &mut Budget) -> Result<(), Unreadable> {
        match name {
            "Row" => self.row = self.row.saturating_add(1),
            "Cell" => self.end_cell(budget)?,
            "Comment" => self.in_comment = false,
            "Data" if !self.in_comment => {
                let value = std::mem::take(&mut self.text);
                if let Some(cell) = &mut self.cell {
                    cell.value = Some(value);
                }
            }
            "Visible" => {
                let hidden = matches!(self.text.trim(), "SheetHidden" | "SheetVeryHidden");
                if let Some(sheet) = self.book.sheets.last_mut() {
                    sheet.visible &= !hidden;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self, budget: &mut Budget) -> Result<(), Unreadable> {
        let Some(cell) = self.cell.take() else { return Ok(()) };
        let (row, col) = (self.row, self.col);
        self.col = col.saturating_add(cell.across).saturating_add(1);
        let Some(sheet) = self.book.sheets.last_mut() else { return Ok(()) };
        let Some(at) = within_sheet((row, col)) else {
            if cell.content().is_some() {
                note_stray(&mut sheet.stray, (row, col));
            }
            return Ok(());
        };
        let last = within_sheet((row.saturating_add(cell.down), col.saturating_add(cell.across)));
        if let Some(last) = last.filter(|last| *last != at) {
            sheet.shape.merged.push(Merge { first: at, last });
        }
        if let Some(content) = cell.content() {
            budget.cell()?;
            sheet.cells.insert(at, Cell { content, formula: cell.formula });
        }
        Ok(())
    }

    /// A name for one cell: `=Титул!R6C3`.
    fn name(&mut self, element: &BytesStart<'_>) {
        let (Some(name), Some(place)) = (attribute(element, "Name"), attribute(element, "RefersTo")) else { return };
        let Some((sheet, cell)) = place.trim_start_matches('=').rsplit_once('!') else { return };
        let Some((row, col)) = cell.strip_prefix('R').and_then(|cell| cell.split_once('C')) else { return };
        if let (Ok(row), Ok(col)) = (row.parse::<u32>(), col.parse::<u32>())
            && let (Some(row), Some(col)) = (row.checked_sub(1), col.checked_sub(1))
            && let Some(cell) = within_sheet((row, col))
        {
            let sheet = sheet.trim_matches('\'').replace("''", "'");
            self.book.names.push(DefinedName { name, sheet, cell });
        }
    }
}

impl OpenCell {
    fn content(&self) -> Option<Content> {
        let Some(value) = &self.value else { return self.formula.then_some(Content::NoValue) };
        let text = || (!is_blank(value)).then(|| Content::Text(value.as_str().into()));
        match self.kind.as_str() {
            "Number" => value.trim().parse().ok().filter(|n: &f64| n.is_finite()).map(Content::Number).or_else(text),
            "DateTime" => iso(value).map(Content::DateTime).or_else(text),
            "Boolean" => Some(Content::Boolean(value.trim() == "1")),
            "Error" => Some(Content::Error(value.trim().to_owned())),
            _ => text(),
        }
    }
}

fn number(element: &BytesStart<'_>, key: &str) -> Option<u32> {
    attribute(element, key)?.trim().parse().ok()
}

/// `ss:Index` counts from one.
fn index(element: &BytesStart<'_>) -> Option<u32> {
    number(element, "Index")?.checked_sub(1)
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "Hidden").is_some_and(|hidden| hidden.trim() == "1")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::civil::date;

    use super::*;
    use crate::read::Limits;
    use crate::record::CellRef;

    fn workbook(body: &str) -> String {
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
              xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{body}</Workbook>"#
        )
    }

    fn book(body: &str) -> Book {
        read(workbook(body).as_bytes(), &mut Budget::new(&Limits::default())).unwrap()
    }

    #[test]
    fn what_stands_beyond_the_sheet_is_told_and_has_no_name() {
        let book = book(
            r#"<Names><NamedRange ss:Name="svod_period" ss:RefersTo="=Ярмарки!R1C16385"/></Names>
            <Worksheet ss:Name="Ярмарки"><Table>
            <Row><Cell ss:Index="16385"><Data ss:Type="Number">36</Data></Cell></Row>
            <Row ss:Index="1048577"><Cell><Data ss:Type="String">Вечер</Data></Cell><Cell/></Row>
            </Table></Worksheet>"#,
        );
        assert_eq!(book.sheets[0].stray, ["R1C16385", "R1048577C1"]);
        assert_eq!(book.names, []);
    }

    #[test]
    fn cells_stand_where_their_index_says_and_joined_ones_take_their_room() {
        let book = book(
            r#"<Names><NamedRange ss:Name="svod_period" ss:RefersTo="='Титул'!R7C3"/></Names>
            <Worksheet ss:Name="Ярмарки"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
            <Row ss:Index="3"><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">Раздел</Data></Cell>
              <Cell><Data ss:Type="String">Вечер &quot;Струны&quot;&#10;и &#1075;ости</Data>
                <Comment><ss:Data xmlns="x">не значение</ss:Data></Comment></Cell>
              <Cell ss:Index="6"><Data ss:Type="Number">36</Data></Cell></Row>
            <Row ss:Hidden="1"><Cell ss:Index="3"><Data ss:Type="DateTime">2024-03-05T00:00:00.000</Data></Cell>
              <Cell ss:Formula="=R[-1]C"/><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row></Table></Worksheet>
            <Worksheet ss:Name="Старое"><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>"#,
        );
        let sheet = &book.sheets[0];
        let cells: Vec<_> = sheet.cells.iter().map(|(at, cell)| (at.to_string(), cell.content.clone())).collect();
        let text = |text: &str| Content::Text(text.into());
        assert_eq!(
            cells,
            [
                ("A3".to_owned(), text("Раздел")),
                ("C3".to_owned(), text("Вечер \"Струны\"\nи гости")),
                ("F3".to_owned(), Content::Number(36.0)),
                ("C4".to_owned(), Content::DateTime(date(2024, 3, 5).at(0, 0, 0, 0))),
                ("D4".to_owned(), Content::NoValue),
                ("E4".to_owned(), Content::Error("#REF!".to_owned())),
            ]
        );
        assert_eq!(sheet.shape.merged.iter().map(Merge::in_words).collect::<Vec<_>>(), ["A3:B4"]);
        assert_eq!(sheet.shape.hidden_columns, BTreeSet::from([1, 2]));
        assert_eq!(sheet.shape.hidden_rows, BTreeSet::from([3]));
        assert!(!book.sheets[1].visible);
        assert_eq!(book.names[0].cell, CellRef::new(6, 2));
    }

    #[test]
    fn what_breaks_off_is_damaged() {
        let whole = workbook(r#"<Worksheet ss:Name="A"><Table><Row><Cell/></Row></Table></Worksheet>"#);
        let cut = &whole.as_bytes()[..whole.len() - 20];
        assert_eq!(read(cut, &mut Budget::new(&Limits::default())), Err(Unreadable::Damaged));
    }
}
