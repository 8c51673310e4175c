//! Where the report stands in a letterhead, and how much room it has there.
//!
//! In: the main part of the document. Out: the paragraph that is the mark, and the space between the margins of its section.

use std::ops::Range;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::pages::Room;
use super::LetterheadError;

/// What a clerk types where the report belongs; spaces and capital letters do not matter.
const MARKS: [&str; 3] = ["{{report}}", "{{отчёт}}", "{{отчет}}"];
/// Elements may stand within each other so deep; Word itself stays far below.
const DEEPEST: usize = 512;
/// A twentieth of a point.
const TWIPS_IN_MM: f64 = 1440.0 / 25.4;
/// Paper that says no size of its own: A4 upright with margins of 20 and 10 mm, above and below 20 mm.
const USUAL: Room = Room { width: 180.0, height: 257.0 };
/// No table can be read on less.
const LEAST_MM: f64 = 60.0;
/// The part of the height that is reckoned with: a header or a footer that is higher than its margin takes more than the margin,
/// and neither is looked at.
const SURE: f64 = 2.0 / 3.0;

/// The place of the report.
#[derive(Debug, PartialEq)]
pub(super) struct Place {
    /// The bytes of the paragraph.
    pub(super) paragraph: Range<usize>,
    /// Between the margins.
    pub(super) room: Room,
}

/// A paragraph that is being read.
struct Open {
    start: usize,
    text: String,
}

/// The place of the mark: a paragraph of the body itself, not of a table or a text box, that says nothing else.
pub(super) fn find(document: &str) -> Result<Place, LetterheadError> {
    let mut reader = Reader::from_str(document);
    let mut path: Vec<String> = Vec::new();
    let mut paragraph: Option<Open> = None;
    let mut found: Option<Range<usize>> = None;
    let mut section = Section::default();
    loop {
        let start = position(&reader);
        let event = reader.read_event().map_err(|_| LetterheadError::Damaged)?;
        match event {
            Event::Start(element) => {
                if path.len() >= DEEPEST {
                    return Err(LetterheadError::Damaged);
                }
                let name = element.name().as_ref().to_owned();
                if name == "w:p" && is_body(&path) {
                    paragraph = Some(Open { start, text: String::new() });
                }
                if found.is_some() {
                    section.read(&name, &element);
                }
                path.push(name);
            }
            Event::Empty(element) if found.is_some() => {
                let name = element.name().as_ref().to_owned();
                section.read(&name, &element);
            }
            Event::Text(text) if path.last().is_some_and(|name| name == "w:t") => {
                if let Some(open) = &mut paragraph {
                    open.text.push_str(&text);
                }
            }
            Event::End(_) => {
                let name = path.pop().ok_or(LetterheadError::Damaged)?;
                if name == "w:p"
                    && is_body(&path)
                    && let Some(open) = paragraph.take()
                    && is_mark(&open.text)
                {
                    if found.is_some() {
                        return Err(LetterheadError::SeveralPlaces);
                    }
                    found = Some(open.start..position(&reader));
                }
                section.end(&name, found.is_some());
            }
            Event::Eof if path.is_empty() => break,
            Event::Eof => return Err(LetterheadError::Damaged),
            _ => {}
        }
    }
    let paragraph = found.ok_or(LetterheadError::NoPlace)?;
    Ok(Place { paragraph, room: section.room() })
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

fn is_body(path: &[String]) -> bool {
    matches!(path, [document, body] if document == "w:document" && body == "w:body")
}

fn is_mark(text: &str) -> bool {
    let said: String = text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    MARKS.contains(&said.as_str())
}

/// The paper of the section that the mark stands in: the first that is described after it.
#[derive(Default)]
struct Section {
    width: Option<f64>,
    height: Option<f64>,
    left: Option<f64>,
    right: Option<f64>,
    top: Option<f64>,
    bottom: Option<f64>,
    done: bool,
}

impl Section {
    fn read(&mut self, name: &str, element: &BytesStart<'_>) {
        if self.done {
            return;
        }
        match name {
            "w:pgSz" => {
                self.width = twips(element, "w:w");
                self.height = twips(element, "w:h");
            }
            "w:pgMar" => {
                self.left = twips(element, "w:left");
                self.right = twips(element, "w:right");
                self.top = twips(element, "w:top");
                self.bottom = twips(element, "w:bottom");
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str, after_the_mark: bool) {
        if after_the_mark && name == "w:sectPr" {
            self.done = true;
        }
    }

    fn room(&self) -> Room {
        let between = |whole: f64, one: Option<f64>, other: Option<f64>| {
            (whole - one.unwrap_or(0.0) - other.unwrap_or(0.0)) / TWIPS_IN_MM
        };
        let width = self.width.map_or(USUAL.width, |width| between(width, self.left, self.right).max(LEAST_MM));
        let height = self.height.map_or(USUAL.height, |height| between(height, self.top, self.bottom).max(0.0));
        Room { width, height: height * SURE }
    }
}

/// The number of an attribute; of one that is none, or beyond any paper, nothing.
fn twips(element: &BytesStart<'_>, name: &str) -> Option<f64> {
    let attribute = element.try_get_attribute(name).ok().flatten()?;
    let number: f64 = attribute.value.parse().ok()?;
    (0.0..40_000.0).contains(&number).then_some(number)
}
