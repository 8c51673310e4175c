//! The register of institutions from its workbook.
//!
//! In: the book of `institutions.xlsx`. Out: the institutions in their order, and what is wrong with single entries.
//! It refuses to repair: a bad address is left out and told, never guessed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use validator::ValidateEmail;

use super::book::{Sheet, said};
use super::identity::day;
use super::{Book, Refusal, Source, fold};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::Content;
use crate::record::{CellRef, ParcelId};
use crate::register::{Institution, Register};
use crate::words::{Args, Language, LocalText};

/// Why there is no register at all.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Not a workbook, damaged, locked or too large; the finding says which.
    #[error("the register of institutions cannot be read: {}", .0.message(Language::En))]
    Unreadable(Box<Finding>),
}

/// What is known of an institution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Field {
    Code,
    Name,
    ShortName,
    Email,
    Contact,
    Language,
    Since,
    Until,
}

/// Columns of the register: the key of the hidden row, the headings in Russian, those in English.
const COLUMNS: [(Field, &str, &[&str], &[&str]); 8] = [
    (Field::Code, "code", &["Код", "Код учреждения"], &["Code", "ID"]),
    (
        Field::Name,
        "name",
        &[
            "Полное название",
            "Название",
            "Наименование",
            "Полное наименование",
            "Учреждение",
            "Наименование учреждения",
        ],
        &["Full name", "Name", "Institution"],
    ),
    (
        Field::ShortName,
        "short_name",
        &["Краткое название", "Сокращённое название", "Краткое наименование", "Сокращённое наименование"],
        &["Short name"],
    ),
    (
        Field::Email,
        "email",
        &["Электронная почта", "Адрес электронной почты", "Эл. почта", "Почта", "E-mail"],
        &["E-mail", "E-mail address"],
    ),
    (Field::Contact, "contact", &["Контактное лицо", "Контакт", "Ответственный"], &["Contact", "Contact person"]),
    (Field::Language, "lang", &["Язык"], &["Language"]),
    (
        Field::Since,
        "since",
        &["Отчитывается с", "С", "Участвует с", "С какого дня", "Дата начала"],
        &["Reports from", "Since", "From"],
    ),
    (
        Field::Until,
        "until",
        &["Отчитывается по", "По", "Участвует по", "По какой день", "Дата окончания"],
        &["Reports until", "Until", "To"],
    ),
];

/// Rows in which the heading is looked for.
const ROWS_SEARCHED: usize = 100;

/// Reads the register. Entries without a code or a name are left out, of two with one code the first counts; whatever
/// else is wrong costs only the cell. Without a table there is a finding and an empty register.
///
/// # Errors
/// When the file is no workbook that can be opened.
pub fn register(unfolded: Result<Book, Refusal>, name: &str) -> Result<(Register, Vec<Finding>), Error> {
    let source = Source { parcel: ParcelId(Arc::from("")), name: Arc::from(name) };
    let book = unfolded
        .map_err(|refusal| Error::Unreadable(Box::new(Finding { place: file(&source), ..refusal.finding(&source) })))?;
    // Of the sheets that have the heading the first one that a person sees.
    let mut found: Vec<(&Sheet, Heading)> =
        book.sheets.iter().filter_map(|sheet| Some((sheet, Heading::find(sheet)?))).collect();
    found.sort_by_key(|(sheet, _)| !sheet.visible);
    let Some((sheet, heading)) = found.into_iter().next() else {
        let missing = Finding::new(FindingKind::RegisterTableMissing, file(&source), Args::new().with("name", name));
        return Ok((Register::default(), vec![missing]));
    };
    let mut reader = Reader { sheet, heading, source: &source, findings: Vec::new() };
    let institutions = reader.institutions();
    Ok((Register { institutions }, reader.findings))
}

/// The register is no parcel: its findings name the file only.
fn file(source: &Source) -> Place {
    Place { file: Some(Arc::clone(&source.name)), ..Place::default() }
}

/// Which column is what, and where the entries begin.
struct Heading {
    columns: BTreeMap<Field, u16>,
    entries: u32,
}

impl Heading {
    fn find(sheet: &Sheet) -> Option<Self> {
        sheet.rows_from(0).take(ROWS_SEARCHED).find_map(|row| Self::at(sheet, row))
    }

    fn at(sheet: &Sheet, row: u32) -> Option<Self> {
        let columns = Self::columns(sheet, row, |text, (_, key, ..)| text == *key)
            .or_else(|| Self::columns(sheet, row, Self::is_labelled))?;
        // Under the keys stand the labels; under the labels, perhaps, the labels in the other language.
        let mut entries = row + 1;
        while Self::columns(sheet, entries, Self::is_labelled).is_some() {
            entries += 1;
        }
        Some(Self { columns, entries })
    }

    fn is_labelled(text: &str, (_, _, russian, english): &(Field, &str, &[&str], &[&str])) -> bool {
        russian.iter().chain(*english).any(|label| fold::label(label) == fold::label(text))
    }

    /// The columns of a row that is a heading: code and name at least.
    fn columns(
        sheet: &Sheet,
        row: u32,
        is: impl Fn(&str, &(Field, &'static str, &'static [&'static str], &'static [&'static str])) -> bool,
    ) -> Option<BTreeMap<Field, u16>> {
        let mut columns = BTreeMap::new();
        for (col, cell) in sheet.row(row) {
            let text = said(&cell.content);
            if let Some(column) = COLUMNS.iter().find(|column| is(&text, column)) {
                columns.entry(column.0).or_insert(col);
            }
        }
        (columns.contains_key(&Field::Code) && columns.contains_key(&Field::Name)).then_some(columns)
    }
}

struct Reader<'a> {
    sheet: &'a Sheet,
    heading: Heading,
    source: &'a Source,
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn institutions(&mut self) -> Vec<Institution> {
        let mut institutions: Vec<Institution> = Vec::new();
        let mut names: BTreeSet<String> = BTreeSet::new();
        let rows: Vec<u32> = self.sheet.rows_from(self.heading.entries).collect();
        for row in rows {
            let Some(institution) = self.institution(row) else { continue };
            if institutions.iter().any(|other| fold::label(&other.code) == fold::label(&institution.code)) {
                self.push(FindingKind::RegisterDuplicate, row, Field::Code, &institution.code);
                continue;
            }
            // Two of one name are both asked; but a title sheet with that name will name neither.
            if !names.insert(fold::label(&institution.name)) {
                self.push(FindingKind::RegisterDuplicate, row, Field::Name, &institution.name);
            }
            institutions.push(institution);
        }
        institutions
    }

    /// The institution of a row; `None` for an empty row and for one that lacks its code or its name.
    fn institution(&mut self, row: u32) -> Option<Institution> {
        let is_empty = self.heading.columns.values().all(|col| self.sheet.cell(row, *col).is_none());
        if is_empty {
            return None;
        }
        let (code, name) = (self.text(row, Field::Code), self.text(row, Field::Name));
        for (field, text) in [(Field::Code, &code), (Field::Name, &name)] {
            if text.is_empty() {
                self.push(FindingKind::RegisterCellEmpty, row, field, "");
            }
        }
        if code.is_empty() || name.is_empty() {
            return None;
        }
        let (since, mut until) = (self.day(row, Field::Since), self.day(row, Field::Until));
        if let (Some(first), Some(last)) = (since, until)
            && last < first
        {
            let said = last.strftime("%d.%m.%Y").to_string();
            self.push(FindingKind::UntilBeforeSince, row, Field::Until, &said);
            until = None;
        }
        Some(Institution {
            code: code.into(),
            name,
            short_name: self.text(row, Field::ShortName),
            email: self.email(row),
            contact: self.text(row, Field::Contact),
            language: self.language(row),
            since,
            until,
        })
    }

    fn content(&self, row: u32, field: Field) -> Option<&Content> {
        let col = self.heading.columns.get(&field)?;
        self.sheet.cell(row, *col).map(|cell| &cell.content)
    }

    /// The text of a cell on one line.
    fn text(&self, row: u32, field: Field) -> String {
        let text = self.content(row, field).map(said).unwrap_or_default();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Addresses that are right, with commas between them.
    fn email(&mut self, row: u32) -> String {
        let text = self.text(row, Field::Email);
        let mut addresses = Vec::new();
        // Some put a space between two addresses; elsewhere a space is part of what is wrong.
        let spaced = text.split_whitespace().all(|word| word.contains('@'));
        for address in text.split(|c| c == ',' || c == ';' || (spaced && c == ' ')) {
            let address = address.trim().trim_start_matches("mailto:");
            if address.is_empty() {
                continue;
            }
            if address.validate_email() {
                addresses.push(address);
            } else {
                self.push(FindingKind::RegisterValueInvalid, row, Field::Email, address);
            }
        }
        addresses.join(", ")
    }

    fn language(&mut self, row: u32) -> Language {
        let text = self.text(row, Field::Language);
        let folded = text.to_lowercase();
        if text.is_empty() {
            Language::default()
        } else if let Ok(language) = text.parse() {
            language
        } else if folded.starts_with("рус") || folded.starts_with("rus") {
            Language::Ru
        } else if folded.starts_with("англ") || folded.starts_with("eng") {
            Language::En
        } else {
            self.push(FindingKind::RegisterValueInvalid, row, Field::Language, &text);
            Language::default()
        }
    }

    fn day(&mut self, row: u32, field: Field) -> Option<Date> {
        if let Some(Content::DateTime(moment)) = self.content(row, field) {
            return Some(moment.date());
        }
        let text = self.text(row, field);
        let read = day(&text);
        if read.is_none() && !text.is_empty() {
            self.push(FindingKind::RegisterValueInvalid, row, field, &text);
        }
        read
    }

    fn push(&mut self, code: FindingKind, row: u32, field: Field, value: &str) {
        let col = self.heading.columns.get(&field).copied().unwrap_or(0);
        let place = Place {
            sheet: Some(Arc::clone(&self.sheet.name)),
            cell: Some(CellRef::new(row, col)),
            ..file(self.source)
        };
        let args = Args::new().with("field", label(field)).with("value", value).with("name", &*self.source.name);
        self.findings.push(Finding::new(code, place, args));
    }
}

/// The heading of a column in both languages.
fn label(field: Field) -> LocalText {
    let column = COLUMNS.iter().find(|(other, ..)| *other == field);
    let first = |labels: &[&str]| labels.first().map(|label| (*label).to_owned());
    column.map_or_else(LocalText::default, |(_, _, russian, english)| LocalText::Each {
        ru: first(russian),
        en: first(english),
    })
}
