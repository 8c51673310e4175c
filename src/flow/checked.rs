//! check → link: typed rows, each accepted, refused, or waiting, and what was found.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Acceptance, Acceptances, Known, ParcelCard, RowPrint};
use crate::finding::{Finding, FindingKind, Place, Severity};
use crate::phrase::countries::Country;
use crate::phrase::dates::Days;
use crate::phrase::places::Attendance;
use crate::phrase::titles::Title;
use crate::record::{Datum, FieldKey, Origin, Value};
use crate::words::Args;

/// A row is named by its parcel, sheet and first cell.
pub type RowId = Origin;

/// What was understood of a row by the roles of its fields; what the text did not say is absent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Understood {
    pub days: Option<Days>,
    pub city: Option<String>,
    pub region: Option<String>,
    /// Where it was held; an event online has none.
    pub country: Option<Country>,
    pub url: Option<String>,
    pub attendance: Option<Attendance>,
    /// People; the number in its own column comes before that in the text.
    pub total: Option<u64>,
    /// Key of the unit in the form's dictionary, else the word of the text.
    pub unit: Option<String>,
    pub foreign: Option<u64>,
    /// Countries other than the home country that took part.
    pub partners: Vec<Country>,
    /// Key of the kind of event in the form's dictionary `kinds`, if it has one.
    pub kind: Option<String>,
    pub title: Title,
}

/// A typed row.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: RowId,
    /// Code in the register; `None` where the file's institution is not known.
    pub institution: Option<Arc<str>>,
    /// Values that were understood, by field.
    pub fields: BTreeMap<FieldKey, Datum>,
    pub understood: Understood,
}

impl Row {
    #[must_use]
    pub fn value(&self, key: &str) -> Option<&Value> {
        self.fields.get(key).map(|datum| &datum.value)
    }

    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.value(key).and_then(Value::as_text)
    }

    /// Number of the row on its sheet, as people count.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.id.cell.row + 1
    }
}

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    Accepted,
    /// Has errors of its own.
    Refused,
    /// Is in order, but its file waits for a person: unknown institution, another period, …
    Waiting,
}

/// A row with its findings.
#[derive(Debug, Clone, PartialEq)]
pub struct CheckedRow {
    pub row: Row,
    /// What stands in cells that were not understood, as text.
    pub unread: BTreeMap<FieldKey, Datum>,
    pub standing: Standing,
    pub findings: Vec<Finding>,
    /// The decision by which it is taken in spite of its errors.
    pub accepted: Option<Arc<Acceptance>>,
}

impl CheckedRow {
    /// Every cell that is not empty, to the letter.
    #[must_use]
    pub fn as_received(&self) -> BTreeMap<FieldKey, Arc<str>> {
        let cells = self.row.fields.iter().chain(&self.unread);
        cells.map(|(key, datum)| (key.clone(), datum.raw.clone())).collect()
    }

    /// The print of what the row says: the same wherever the row stands, another as soon as a word changes.
    #[must_use]
    pub fn print(&self) -> String {
        let received = self.as_received();
        print_of(received.iter().map(|(key, said)| (key.as_str(), &**said)))
    }

    /// Takes the row as it is: what could not be understood is kept as text, its errors are warnings from now on, and
    /// who took it, when and why stands beside them.
    fn accept(&mut self, acceptance: &Arc<Acceptance>, file: &Arc<str>) {
        let overruled: BTreeSet<&str> =
            self.findings.iter().filter(|finding| finding.is_error()).map(|finding| finding.kind.code()).collect();
        let args = Args::new()
            .with("value", acceptance.given.reason.as_str())
            .with("name", acceptance.signed.who())
            .with("day", acceptance.signed.at.date())
            .with("understood", overruled.into_iter().collect::<Vec<_>>().join(", "));
        let place = Place {
            file: Some(Arc::clone(file)),
            institution: self.row.institution.clone(),
            ..Place::of(&self.row.id)
        };
        for finding in &mut self.findings {
            finding.severity = finding.severity.min(Severity::Warning);
        }
        self.findings.push(Finding::new(FindingKind::RowAccepted, place, args));
        for (key, datum) in &self.unread {
            self.row.fields.insert(key.clone(), datum.clone());
        }
        self.standing = Standing::Accepted;
        self.accepted = Some(Arc::clone(acceptance));
    }
}

/// The print of named texts; spaces make no difference.
pub(super) fn print_of<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let mut hash = Sha256::new();
    for (key, said) in texts {
        let said: Vec<&str> = said.split_whitespace().collect();
        for part in [key, &said.join(" ")] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
    }
    hash.finalize().iter().take(16).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

/// A submission that was checked. A parcel without a table has no rows and says in `findings` why.
#[derive(Debug, Clone, PartialEq)]
pub struct Checked {
    pub parcel: Arc<ParcelCard>,
    pub known: Known,
    /// "There was nothing to report" is marked.
    pub nil: bool,
    /// Typed values of the title sheet.
    pub header: BTreeMap<FieldKey, Datum>,
    /// What stands in cells of the title sheet that were not understood, as text.
    pub unread: BTreeMap<FieldKey, Datum>,
    pub rows: Vec<CheckedRow>,
    /// Findings about the file, its layout and its title sheet; those of rows stand with the rows.
    pub findings: Vec<Finding>,
    /// Whether the file counts as its institution's answer: a table was read, and institution and period are right.
    pub usable: bool,
    /// The address that a letter came from; `None` for any other file.
    pub sender: Option<String>,
}

impl Checked {
    /// Takes the rows that people decided to take as they are. Only those of a file that is an institution's answer: where
    /// it is not known whose a file is, its rows wait for that.
    pub fn accept(&mut self, acceptances: &Acceptances) {
        let Some(institution) = self.known.institution.clone().filter(|_| self.usable && !acceptances.is_empty())
        else {
            return;
        };
        for row in self.rows.iter_mut().filter(|row| row.standing != Standing::Accepted) {
            let print = RowPrint { institution: institution.to_string(), print: row.print() };
            if let Some(acceptance) = acceptances.about(&print) {
                row.accept(acceptance, &self.parcel.name);
            }
        }
    }

    /// All findings, those of the file first.
    pub fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().chain(self.rows.iter().flat_map(|row| &row.findings))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::sample::{Sketch, file, row};
    use super::super::{GivenAcceptance, Signed};
    use super::*;

    fn refused(title: &str) -> Checked {
        let mut checked = file("A", 1, vec![row("A", 8).title(title)]);
        let row = &mut checked.rows[0];
        row.standing = Standing::Refused;
        row.findings.push(Finding::new(FindingKind::NoSuchDay, Place::of(&row.row.id), Args::new()));
        let value = Value::Text("31 апреля".to_owned());
        let unread = Datum { value, origin: row.row.id.clone(), raw: "31 апреля".into() };
        row.unread.insert(FieldKey::new("start"), unread);
        checked
    }

    fn acceptances() -> Acceptances {
        let signed = Signed { by: "Анна".to_owned(), at: date(2024, 4, 10).at(9, 0, 0, 0) };
        let mut acceptances = Acceptances::default();
        let row = RowPrint { institution: "A".to_owned(), print: refused("Вечер").rows[0].print() };
        let given = GivenAcceptance {
            row, called: "Вечер".to_owned(), reason: "дата уточняется".to_owned()
        };
        let period = "2024-Q1".parse().unwrap();
        acceptances.add(Arc::new(Acceptance { number: 1, period, given, signed }));
        acceptances
    }

    #[test]
    fn a_row_that_is_taken_as_it_is_keeps_its_words_and_shows_its_errors() {
        let mut checked = refused("Вечер");
        checked.accept(&acceptances());
        let row = &checked.rows[0];
        assert_eq!(row.standing, Standing::Accepted);
        assert_eq!(row.row.text("start"), Some("31 апреля"));
        let codes: Vec<(&str, Severity)> =
            row.findings.iter().map(|finding| (finding.kind.code(), finding.severity)).collect();
        assert_eq!(codes, [("D02", Severity::Warning), ("K01", Severity::Note)]);
    }

    #[test]
    fn a_changed_row_and_a_file_that_is_no_answer_are_judged_anew() {
        let mut changed = refused("Вечер первый");
        changed.accept(&acceptances());
        assert_eq!(changed.rows[0].standing, Standing::Refused);
        let mut unusable = Checked { usable: false, ..refused("Вечер") };
        unusable.accept(&acceptances());
        assert_eq!(unusable.rows[0].standing, Standing::Refused);
    }

    #[test]
    fn the_print_knows_words_and_not_places() {
        let sketch = |n| Sketch::title(row("A", n), "Вечер  дружбы").done();
        let checked = |n| CheckedRow {
            row: sketch(n),
            unread: BTreeMap::new(),
            standing: Standing::Accepted,
            findings: Vec::new(),
            accepted: None,
        };
        assert_eq!(checked(8).print(), checked(80).print());
    }
}
