//! Rows as `check` makes them of what clerks wrote: nothing is understood here that svod would not understand.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::date;
use svod::check::Checker;
use svod::flow::{Content, Known, ParcelCard, Proof, RawCell, RawRow, Reading, Row, Standing, Submission};
use svod::form::{self, Form};
use svod::record::{CellRef, FieldKey, Origin, ParcelId, Period};
use svod::register::Register;

use super::{Report, Told, Words};

/// Rows are checked in heaps: the findings of a heap are gone before the next one is made.
const HEAP: usize = 4096;

pub(crate) fn form() -> Form {
    form::load(form::builtin("international-events").unwrap()).unwrap()
}

/// Understands rows.
pub(crate) struct Understanding {
    checker: Checker,
    words: Words,
    keys: BTreeMap<&'static str, (FieldKey, u16)>,
    sheet: Arc<str>,
    parcel: ParcelId,
}

impl Understanding {
    pub(crate) fn new(register: &Register, words: Words) -> Self {
        let form = form();
        let period: Period = "2024-Q1".parse().unwrap();
        let keys = [
            "section",
            "title",
            "place",
            "country",
            "start",
            "end",
            "dates_text",
            "content",
            "participants",
            "total",
            "foreign",
            "joint_with",
        ];
        let column = |key: &str| form.table.fields.iter().position(|field| field.key.as_str() == key).unwrap();
        Self {
            keys: keys.map(|key| (key, (FieldKey::new(key), u16::try_from(column(key)).unwrap() + 1))).into(),
            checker: Checker::new(&form, register, period).unwrap(),
            words,
            sheet: Arc::from("Мероприятия"),
            parcel: card().id.clone(),
        }
    }

    /// The rows as link is given them, each with the number of its telling; those that check refuses are not among them.
    pub(crate) fn rows(&self, told: &[Told]) -> Vec<(usize, Row)> {
        let mut rows = Vec::with_capacity(told.len());
        for (heap, told) in told.chunks(HEAP).enumerate() {
            let submission = self.submission(told, heap * HEAP);
            let known = submission.known.clone();
            let reading = Reading {
                parcel: card(),
                submission: Some(Submission { known, ..submission }),
                presumed: None,
                sender: None,
                findings: Vec::new(),
            };
            let checked = self.checker.check(reading);
            for checked in checked.rows {
                if checked.standing == Standing::Refused {
                    continue;
                }
                let mut row = checked.row;
                let at = usize::try_from(row.id.cell.row).unwrap();
                row.institution =
                    Some(Arc::from(super::code(usize::try_from(told[at - heap * HEAP].institution).unwrap()).as_str()));
                rows.push((at, row));
            }
        }
        rows
    }

    fn submission(&self, told: &[Told], from: usize) -> Submission {
        Submission {
            known: Known {
                institution: Some(Arc::from("I00000")),
                period: "2024-Q1".parse().ok(),
                version: Some(1),
                proof: Proof::Token,
            },
            header: BTreeMap::new(),
            rows: told.iter().zip(from..).map(|(told, at)| self.raw_row(told, at)).collect(),
            sheet: Arc::clone(&self.sheet),
        }
    }

    fn raw_row(&self, told: &Told, at: usize) -> RawRow {
        let Report { title, place, country, start, end, dates_text, content, participants, total, foreign } =
            &told.report;
        let text = |text: &str| (!text.is_empty()).then(|| Content::Text(text.into()));
        let number =
            |number: Option<usize>| number.map(|number| Content::Number(f64::from(u32::try_from(number).unwrap())));
        let day = |day: Option<jiff::civil::Date>| day.map(|day| Content::DateTime(day.at(0, 0, 0, 0)));
        let joint = told.joint_with.map(|with| format!("Учреждение культуры № {with}")).unwrap_or_default();
        let cells = [
            ("section", text(self.words.lexicon().section)),
            ("title", text(title)),
            ("place", text(place)),
            ("country", text(country)),
            ("start", day(*start)),
            ("end", day(*end)),
            ("dates_text", text(dates_text)),
            ("content", text(content)),
            ("participants", text(participants)),
            ("total", number(*total)),
            ("foreign", number(*foreign)),
            ("joint_with", text(&joint)),
        ];
        let row = u32::try_from(at).unwrap();
        let cells = cells.into_iter().filter_map(|(key, content)| {
            let (key, col) = &self.keys[key];
            Some((key.clone(), RawCell { content: content?, origin: self.origin(row, *col) }))
        });
        RawRow { origin: self.origin(row, 0), cells: cells.collect(), hidden: false }
    }

    fn origin(&self, row: u32, col: u16) -> Origin {
        Origin { parcel: self.parcel.clone(), sheet: Arc::clone(&self.sheet), cell: CellRef::new(row, col) }
    }
}

fn card() -> Arc<ParcelCard> {
    Arc::new(ParcelCard {
        id: ParcelId(Arc::from("0123456789abcdef")),
        name: Arc::from("returned.xlsx"),
        stored: "returned.xlsx".to_owned(),
        size: 1,
        received: date(2024, 4, 10).at(9, 0, 0, 0),
        arrival: 1,
        within: None,
    })
}
