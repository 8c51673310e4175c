//! The report's table: its columns, and its rows under their sections.
//!
//! In: the [`Report`] model, and the events for what a row can be found by. Out: texts in their places.

use std::collections::BTreeMap;

use super::super::{Report, ReportColumn, ReportSection, Subject};
use super::{Label, filters};
use crate::form::{self, ColumnContent, Role};
use crate::words::LocalText;

/// The table.
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) sections: Vec<Section>,
}

/// A column.
pub(super) struct Column {
    pub(super) heading: Label,
    /// Share of the width, in per cent.
    pub(super) width: String,
}

/// Rows under one heading.
pub(super) struct Section {
    pub(super) anchor: String,
    pub(super) heading: Option<Label>,
    pub(super) rows: Vec<Row>,
}

/// One event.
pub(super) struct Row {
    pub(super) number: u32,
    pub(super) keys: Vec<(&'static str, String)>,
    pub(super) cells: Vec<Cell>,
}

/// One cell.
pub(super) struct Cell {
    /// The column's heading, shown above the text where the screen is narrow.
    pub(super) heading: String,
    pub(super) text: String,
    /// Whether it is the running number.
    pub(super) is_number: bool,
    /// Whether the row is known by it.
    pub(super) names_the_row: bool,
}

impl Table {
    pub(super) fn of(subject: &Subject, report: &Report) -> Self {
        let form = subject.form;
        let whole: f64 = report.columns.iter().map(|column| column.width_mm).sum();
        let width = |mm: f64| format!("{:.2}", mm * 100.0 / whole.max(1.0));
        let columns = form.report.columns.iter();
        Self {
            columns: columns
                .map(|column| Column { heading: Label::of(&column.heading, subject), width: width(column.width) })
                .collect(),
            sections: sections(subject, report),
        }
    }
}

/// The anchor of the section that comes at that place in the report.
pub(super) fn anchor(at: usize) -> String {
    format!("section-{}", at + 1)
}

fn sections(subject: &Subject, report: &Report) -> Vec<Section> {
    let form = subject.form;
    let title = form.with_role(Role::Title).map(|field| &field.key);
    let is_title = |content: &ColumnContent| matches!(content, ColumnContent::Field(key) if Some(key) == title);
    let naming = form.report.columns.iter().position(|column| is_title(&column.content)).unwrap_or(0);
    let events: BTreeMap<u32, _> = subject.data.events.iter().map(|event| (event.number, event)).collect();
    let cells = |texts: &[String]| {
        let columns = form.report.columns.iter().zip(&report.columns).enumerate();
        let cell = |(text, (at, (column, printed))): (&String, (usize, (&form::Column, &ReportColumn)))| Cell {
            heading: short(&printed.heading).to_owned(),
            text: text.clone(),
            is_number: column.content == ColumnContent::Number,
            names_the_row: at == naming,
        };
        texts.iter().zip(columns).map(cell).collect()
    };
    let section = |(at, section): (usize, &ReportSection)| Section {
        anchor: anchor(at),
        heading: section.heading.as_deref().map(|heading| Label::of(&bilingual(subject, heading), subject)),
        rows: section
            .rows
            .iter()
            .map(|row| Row {
                number: row.number,
                keys: events.get(&row.number).map(|event| filters::keys(subject, at, event)).unwrap_or_default(),
                cells: cells(&row.cells),
            })
            .collect(),
    };
    report.sections.iter().enumerate().map(section).collect()
}

/// The heading without what it says in brackets.
fn short(heading: &str) -> &str {
    let bare = heading.split('(').next().unwrap_or_default().trim_end();
    if bare.is_empty() { heading } else { bare }
}

/// The heading of a section with its wording in every language, as the form's dictionary has it.
fn bilingual(subject: &Subject, heading: &str) -> LocalText {
    let form = subject.form;
    let field = form.report.group_by.as_ref().and_then(|key| form.field(key.as_str()));
    let dictionary = field.and_then(|field| form.dictionary_of(field));
    let entries = dictionary.into_iter().flat_map(|dictionary| &dictionary.entries);
    let mut known = entries.filter(|entry| entry.label.get(subject.language) == heading);
    known.next().map_or_else(|| LocalText::from(heading), |entry| entry.label.clone())
}
