//! One pass over the XML of a sheet for all that calamine leaves out or takes on trust.
//!
//! In: the XML. Out: the sheet's [`Shape`], values at no place of the sheet, and contents that calamine would get wrong: a
//! number of a shared string that is no number (it would give the first string), and a number that stands in pieces (it
//! would give the first).

use std::collections::{BTreeMap, BTreeSet};
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::mend::Cells;
use super::sheet_xml::{attribute, is_set};
use super::{MOST_STRAY, Merge, Shape};
use crate::flow::Content;
use crate::record::CellRef;

/// A sheet has no more columns.
const LAST_COLUMN: u32 = 16_383;

/// What a pass over a sheet gave.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Survey {
    /// Cells over which calamine would give up the sheet, by their number in the XML.
    pub(super) refused: Cells,
    pub(super) shape: Shape,
    /// What is written for the place of values that stand at no place.
    pub(super) stray: Vec<String>,
    /// Formulas that ask for values from outside, as they are written.
    pub(super) outside: BTreeSet<String>,
    /// Contents that take the place of calamine's.
    pub(super) instead: BTreeMap<CellRef, Content>,
}

/// The cell that is being passed.
struct Passing {
    at: Option<CellRef>,
    reference: Option<String>,
    kind: Option<String>,
    value: String,
    /// Texts, references and comments that its value consists of.
    pieces: u32,
    in_value: bool,
    /// Its formula, while that is being passed.
    formula: Option<String>,
    has_content: bool,
}

#[derive(Default)]
struct Surveyor {
    /// How many shared strings there are.
    strings: u64,
    /// How many cells were passed.
    cells: usize,
    survey: Survey,
    row: u32,
    col: u32,
    cell: Option<Passing>,
}

/// Passes over the XML of a sheet, as far as it is XML, in a workbook of so many shared strings.
pub(super) fn survey(xml: impl BufRead, strings: u64) -> Survey {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    let mut surveyor = Surveyor { strings, ..Surveyor::default() };
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => surveyor.open(&element),
            Ok(Event::Empty(element)) => {
                surveyor.open(&element);
                surveyor.close(element.local_name().as_ref());
            }
            Ok(Event::End(element)) => surveyor.close(element.local_name().as_ref()),
            Ok(Event::Text(text)) => surveyor.piece(text.as_ref()),
            Ok(Event::CData(text)) => surveyor.piece(text.as_ref()),
            Ok(Event::GeneralRef(_) | Event::Comment(_) | Event::PI(_)) => surveyor.piece(""),
            Ok(Event::Eof) | Err(_) => return surveyor.survey,
            Ok(_) => {}
        }
    }
}

impl Surveyor {
    fn open(&mut self, element: &BytesStart<'_>) {
        let shape = &mut self.survey.shape;
        match element.local_name().as_ref() {
            "col" if is_set(element, "hidden") || is_zero(element, "width") => {
                let number = |key| attribute(element, key).and_then(|n| n.parse::<u32>().ok());
                let (min, max) = (number("min").unwrap_or(1), number("max").unwrap_or(0));
                let columns = min.saturating_sub(1)..=max.saturating_sub(1).min(LAST_COLUMN);
                shape.hidden_columns.extend(columns.filter_map(|col| u16::try_from(col).ok()));
            }
            // Rows may leave out their number; it is then one more than that of the row before.
            "row" => {
                let row = attribute(element, "r").and_then(|n| n.parse::<u32>().ok());
                self.row = row.map_or(self.row, |row| row.saturating_sub(1));
                self.col = 0;
                if is_set(element, "hidden") || is_zero(element, "ht") {
                    shape.hidden_rows.insert(self.row);
                }
            }
            "mergeCell" => shape.merged.extend(attribute(element, "ref").as_deref().and_then(merge)),
            "c" => {
                let reference = attribute(element, "r");
                let at = match &reference {
                    Some(reference) => CellRef::parse(reference),
                    None => super::xlsx::within_sheet((self.row, self.col)),
                };
                self.col = at.map_or(self.col, |at| u32::from(at.col)).saturating_add(1);
                let kind = attribute(element, "t");
                let value = String::new();
                self.cell = Some(Passing {
                    at,
                    reference,
                    kind,
                    value,
                    pieces: 0,
                    in_value: false,
                    formula: None,
                    has_content: false,
                });
            }
            "v" => {
                if let Some(cell) = &mut self.cell {
                    cell.in_value = true;
                    cell.has_content = true;
                }
            }
            "is" => {
                if let Some(cell) = &mut self.cell {
                    cell.has_content = true;
                }
            }
            "f" => {
                if let Some(cell) = &mut self.cell {
                    cell.has_content = true;
                    cell.formula = Some(String::new());
                }
            }
            _ => {}
        }
    }

    fn piece(&mut self, text: &str) {
        if let Some(formula) = self.cell.as_mut().and_then(|cell| cell.formula.as_mut()) {
            formula.push_str(text);
            return;
        }
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.in_value) {
            cell.value.push_str(text);
            cell.pieces += 1;
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "row" => self.row = self.row.saturating_add(1),
            "v" => {
                if let Some(cell) = &mut self.cell {
                    cell.in_value = false;
                }
            }
            "f" => {
                let formula = self.cell.as_mut().and_then(|cell| cell.formula.take());
                if let Some(formula) = formula.filter(|formula| asks_outside(formula))
                    && self.survey.outside.len() < MOST_STRAY
                {
                    self.survey.outside.insert(formula);
                }
            }
            "c" => {
                if let Some(cell) = self.cell.take() {
                    self.judge(cell);
                }
            }
            _ => {}
        }
    }

    fn judge(&mut self, cell: Passing) {
        self.cells += 1;
        let Some(at) = cell.at else {
            self.survey.refused.insert(self.cells - 1);
            if cell.has_content && self.survey.stray.len() < MOST_STRAY {
                self.survey.stray.extend(cell.reference);
            }
            return;
        };
        let value = cell.value.trim();
        let (wrong, refused) = match cell.kind.as_deref() {
            _ if value.is_empty() => (false, false),
            Some("s") => {
                let index = value.parse::<u64>().ok().filter(|_| cell.pieces == 1);
                let beyond = index.is_some_and(|index| index >= self.strings);
                (index.is_none() || beyond, beyond)
            }
            Some("n") => (cell.pieces > 1 || value.parse::<f64>().is_err(), value.parse::<f64>().is_err()),
            Some("b") => (cell.pieces > 1 || !is_boolean(value), !is_boolean(value)),
            Some("e") => (cell.pieces > 1, !KNOWN_ERRORS.contains(&value)),
            None => (cell.pieces > 1, false),
            Some("str" | "inlineStr" | "is" | "d") => (false, false),
            Some(_) => (true, true),
        };
        if refused {
            self.survey.refused.insert(self.cells - 1);
        }
        if cell.kind.as_deref() == Some("e") && refused {
            self.survey.instead.insert(at, Content::Error(value.to_owned()));
        } else if wrong {
            self.survey.instead.insert(at, Content::Unreadable(cell.value));
        }
    }
}

/// Whether a formula takes its value from another file (`[1]Лист1!A1`), another program («cmd|…!A0») or the network.
fn asks_outside(formula: &str) -> bool {
    let upper = formula.to_ascii_uppercase();
    let is_file = formula.find('[').is_some_and(|at| {
        // Within a table the same brackets name columns: «Таблица1[Часов]».
        let before = formula[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ']' | '[' | '_' | ','))
            && formula[at..].contains('!')
    });
    is_file
        || (formula.contains('|') && formula.contains('!'))
        || ["WEBSERVICE(", "RTD("].iter().any(|f| upper.contains(f))
}

/// Error values that calamine knows; Excel has others since.
const KNOWN_ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// Whether a row or a column has no height or width: it is as good as hidden.
fn is_zero(element: &BytesStart<'_>, key: &str) -> bool {
    attribute(element, key).and_then(|size| size.trim().parse::<f64>().ok()) == Some(0.0)
}

fn is_boolean(value: &str) -> bool {
    ["0", "1"].contains(&value) || ["true", "false"].iter().any(|word| value.eq_ignore_ascii_case(word))
}

fn merge(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':')?;
    let (first, last) = (CellRef::parse(first)?, CellRef::parse(last)?);
    (first.row <= last.row && first.col <= last.col).then_some(Merge { first, last })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_rows_columns_and_merged_ranges_are_found_and_broken_ones_passed_over() {
        let xml = r#"<x:worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/></cols>
            <sheetData><row r="4" hidden="true"><c/></row><row hidden="1"/><row r="9"/></sheetData>
            <mergeCells><mergeCell ref="B5:B7"/><mergeCell ref="B7:ПРИВЕТ"/><mergeCell ref="C9:B1"/></mergeCells>"#;
        let shape = survey(xml.as_bytes(), 10).shape;
        assert_eq!(shape.hidden_columns, BTreeSet::from([1, 2]));
        assert_eq!(shape.hidden_rows, BTreeSet::from([3, 4]));
        assert_eq!(shape.merged.iter().map(Merge::in_words).collect::<Vec<_>>(), ["B5:B7"]);
    }

    #[test]
    fn values_at_no_place_are_named_and_blank_cells_there_are_not() {
        let xml = r#"<sheetData><row r="1"><c r="XFE1048577"><v>1</v></c><c r="привет"><v>2</v></c><c r="AAAA1"/>
            <c r="b1"><v>3</v></c></row></sheetData>"#;
        assert_eq!(survey(xml.as_bytes(), 10).stray, ["XFE1048577", "привет"]);
    }

    #[test]
    fn a_value_that_would_be_taken_for_another_is_no_value() {
        let xml = r#"<sheetData><row r="1"><c r="A1" t="s"><v>x7</v></c><c r="B1"><v>12<!-- -->34</v></c>
            <c r="C1" t="s"><v>0</v></c><c r="D1" t="str"><v>A &amp; B</v></c><c t="s"><v/></c></row></sheetData>"#;
        let instead = survey(xml.as_bytes(), 10).instead;
        assert_eq!(instead.len(), 2);
        assert_eq!(instead[&CellRef::new(0, 0)], Content::Unreadable("x7".to_owned()));
        assert_eq!(instead[&CellRef::new(0, 1)], Content::Unreadable("1234".to_owned()));
    }
}
