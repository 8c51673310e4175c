//! Submissions for tests: a small made-up file for the form that svod brings along.

use std::sync::Arc;

use jiff::civil::{Date, date};

use super::Checker;
use crate::finding::{CATALOGUE, Finding};
use crate::flow::{Checked, CheckedRow, Content, Known, ParcelCard, Proof, RawCell, RawRow, Reading, Submission};
use crate::form::{self, Form};
use crate::record::{CellRef, FieldKey, Origin, ParcelId, Period};
use crate::register::{Institution, Register};
use crate::words::Language;

/// The sheet of the table.
const SHEET: &str = "Мероприятия";

pub(super) fn form() -> Form {
    form::load(form::builtin("international-events").unwrap()).unwrap()
}

pub(super) fn register() -> Register {
    Register {
        institutions: vec![
            Institution::called_so("museum", "Музей льна", ""),
            Institution::called_so("library", "Библиотека у реки", ""),
        ],
    }
}

pub(super) fn period() -> Period {
    "2024-Q1".parse().unwrap()
}

pub(super) fn checker() -> Checker {
    Checker::new(&form(), &register(), period()).unwrap()
}

pub(super) fn text(said: &str) -> Content {
    Content::Text(said.into())
}

pub(super) fn day(day: Date) -> Content {
    Content::DateTime(day.at(0, 0, 0, 0))
}

/// A row that is in order.
pub(super) fn good_row() -> Vec<(&'static str, Content)> {
    vec![
        ("section", text("Сотрудничество в сфере культуры и туризма")),
        ("title", text("Фестиваль «Льняной край»")),
        ("place", text("г. Витебск, Республика Беларусь")),
        ("country", text("Беларусь")),
        ("format", text("очно")),
        ("start", day(date(2024, 2, 12))),
        ("end", day(date(2024, 2, 14))),
        ("content", text("Мастера двух стран провели открытые занятия и обсудили обмен выставками.")),
        ("participants", text("Мастера из Республики Беларусь")),
        ("total", Content::Number(120.0)),
        ("unit", text("участник")),
        ("foreign", Content::Number(35.0)),
    ]
}

/// The good row with cells replaced; [`Content::NoValue`] stands for no cell here.
pub(super) fn row_with(changes: &[(&'static str, Content)]) -> Vec<(&'static str, Content)> {
    let mut row = good_row();
    for (key, content) in changes {
        row.retain(|(own, _)| own != key);
        if *content != Content::NoValue {
            row.push((key, content.clone()));
        }
    }
    row
}

pub(super) fn card() -> ParcelCard {
    ParcelCard {
        id: ParcelId(Arc::from("0123456789abcdef")),
        name: Arc::from("музей.xlsx"),
        stored: "inbox/музей.xlsx".to_owned(),
        size: 1,
        received: date(2024, 4, 3).at(9, 0, 0, 0),
        arrival: 1,
        within: None,
    }
}

/// A file of an institution with the given rows, from row 5 on, and a complete title sheet.
pub(super) fn reading(rows: &[Vec<(&'static str, Content)>]) -> Reading {
    let form = form();
    let origin = |row: u32, col: usize, sheet: &str| Origin {
        parcel: card().id,
        sheet: Arc::from(sheet),
        cell: CellRef::new(row, u16::try_from(col).unwrap()),
    };
    let column = |key: &str| form.table.fields.iter().position(|field| field.key.as_str() == key).unwrap() + 1;
    let raw_row = |(number, cells): (u32, &Vec<(&'static str, Content)>)| RawRow {
        origin: origin(number, 1, SHEET),
        cells: cells
            .iter()
            .map(|(key, content)| {
                let cell = RawCell { content: content.clone(), origin: origin(number, column(key), SHEET) };
                (FieldKey::new(key), cell)
            })
            .collect(),
        hidden: false,
    };
    let header = [
        ("institution", text("Музей льна")),
        ("period", text("I квартал 2024 года")),
        ("receptions", Content::Number(2.0)),
    ];
    Reading {
        presumed: None,
        sender: None,
        parcel: Arc::new(card()),
        submission: Some(Submission {
            known: Known {
                institution: Some(Arc::from("museum")),
                period: Some(period()),
                version: Some(1),
                proof: Proof::Token,
            },
            header: header
                .into_iter()
                .zip(5..)
                .map(|((key, content), row)| (FieldKey::new(key), RawCell { content, origin: origin(row, 2, "Титул") }))
                .collect(),
            rows: (4..).zip(rows).map(raw_row).collect(),
            sheet: Arc::from(SHEET),
        }),
        findings: Vec::new(),
    }
}

/// Checks one row of an otherwise sound file.
pub(super) fn check_row(row: Vec<(&'static str, Content)>) -> CheckedRow {
    let mut checked = checker().check(reading(&[row]));
    assert_eq!(checked.rows.len(), 1);
    checked.rows.remove(0)
}

/// The codes of findings, in order, each once.
pub(super) fn codes<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Vec<String> {
    let mut codes: Vec<String> = findings.into_iter().map(|finding| finding.kind.to_string()).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// Every finding gives the arguments of its line of the catalogue, so that it is said in full.
pub(super) fn assert_said_in_full(checked: &Checked) {
    for finding in checked.all_findings() {
        let given: Vec<&str> = finding.args.iter().map(|(name, _)| name).collect();
        if let Some(entry) = CATALOGUE.iter().find(|entry| entry.kind == finding.kind) {
            for arg in entry.args {
                assert!(given.contains(arg), "{} lacks {arg}", finding.kind);
            }
        }
        for language in Language::ALL {
            assert!(!finding.message(language).contains(['{', '$']), "{}", finding.message(language));
        }
    }
}
