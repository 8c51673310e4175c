//! Digest of a part of a workbook that svod publishes and understands as a whole when it comes back.
//!
//! Office programs save a workbook anew, with other bytes and the same values. So it is a digest of values, folded in one way
//! by `publish`, which writes them, and by `read`, which reads them back.

use std::collections::BTreeMap;

use jiff::civil::DateTime;
use sha2::{Digest, Sha256};

use crate::record::is_blank;

/// A value of a cell, as it is read back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Held<'a> {
    Text(&'a str),
    Number(f64),
    Moment(DateTime),
    Truth(bool),
    /// An error value, or something that is no value: svod writes none.
    Other(&'a str),
}

/// The digest of a question, of a row that is out, of the copy of the register.
#[derive(Debug, Clone)]
pub struct Unit {
    hash: Sha256,
    /// The cells of the current line, by their columns: it does not matter in which order these stand.
    line: BTreeMap<String, (&'static str, String)>,
}

impl Unit {
    /// An empty one; `kind` tells a question from a row that says the same.
    #[must_use]
    pub fn new(kind: &str) -> Self {
        let mut unit = Self { hash: Sha256::new(), line: BTreeMap::new() };
        unit.part(kind.as_bytes());
        unit
    }

    /// Begins a line. Lines without cells are none.
    pub fn line(&mut self) {
        let line = std::mem::take(&mut self.line);
        if line.is_empty() {
            return;
        }
        self.hash.update((line.len() as u64).to_le_bytes());
        for (column, (kind, folded)) in &line {
            for part in [column, *kind, folded] {
                self.part(part.as_bytes());
            }
        }
    }

    /// Adds a cell to the line by the name of its column; a blank one is none.
    pub fn cell(&mut self, column: &str, held: Held<'_>) {
        let folded = match held {
            Held::Text(text) if is_blank(text) => return,
            Held::Text(text) => ("text", folded(text)),
            Held::Number(number) => ("number", rounded(number)),
            Held::Moment(moment) => ("moment", moment.strftime("%Y-%m-%dT%H:%M:%S").to_string()),
            Held::Truth(yes) => ("truth", yes.to_string()),
            Held::Other(text) => ("other", text.to_owned()),
        };
        self.line.insert(column.to_owned(), folded);
    }

    /// The digest, in 64 hexadecimal digits.
    #[must_use]
    pub fn digest(mut self) -> String {
        self.line();
        data_encoding::HEXLOWER.encode(&self.hash.finalize())
    }

    /// A part and its length, so that no two lists of parts are the same bytes.
    fn part(&mut self, bytes: &[u8]) {
        self.hash.update((bytes.len() as u64).to_le_bytes());
        self.hash.update(bytes);
    }
}

/// White space is one blank, and none at the ends: programs change tabs and the ends of lines.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Twelve digits: some programs keep fifteen, some seventeen.
fn rounded(number: f64) -> String {
    if number == 0.0 { "0".to_owned() } else { format!("{number:.11e}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn digest(lines: &[&[(&str, Held)]]) -> String {
        let mut unit = Unit::new("question");
        for line in lines {
            unit.line();
            line.iter().for_each(|(column, held)| unit.cell(column, *held));
        }
        unit.digest()
    }

    #[test]
    fn what_programs_change_is_no_difference_and_what_people_change_is_one() {
        let moment = Held::Moment("2024-02-10T00:00:00".parse().unwrap());
        let written = digest(&[&[("a", Held::Text(" раз\r\n\tдва")), ("b", Held::Number(0.1 + 0.2)), ("c", moment)]]);
        let saved =
            [("a", Held::Text("раз два ")), ("b", Held::Number(0.3)), ("c", moment), ("d", Held::Text("\u{200b}"))];
        assert_eq!(written, digest(&[&[], &saved, &[]]));
        for changed in [
            digest(&[&[("a", Held::Text("раздва")), ("b", Held::Number(0.3)), ("c", moment)]]),
            digest(&[&[("b", Held::Text("раз два")), ("a", Held::Number(0.3)), ("c", moment)]]),
            digest(&[&[("a", Held::Text("раз два"))], &[("b", Held::Number(0.3)), ("c", moment)]]),
            digest(&[&[("a", Held::Text("раз два")), ("b", Held::Text("0.3")), ("c", moment)]]),
            digest(&[&[("a", Held::Text("раз два")), ("b", Held::Number(0.3))]]),
        ] {
            assert_ne!(written, changed);
        }
    }
}
