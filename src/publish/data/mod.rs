//! Everything as JSON, for other programs: `events.json`, described by `schemas/events.schema.json`.
//!
//! In: the consolidated data, the form. Out: bytes. [`cards`] are the shapes, [`fill`] fills them.

mod cards;
mod fill;
mod lists;

use std::collections::BTreeMap;

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use self::cards::{
    DecisionCard, EventCard, FileCard, FormCard, InstitutionCard, Json, Labelled, LeftOut, PartCard, PeriodCard,
    QuestionCard, RowCard, UnderstoodCard, UnusableFile, ValueCard,
};
use self::lists::RowsLeftOut;
use super::{Error, Report};
use crate::finding::{AllTold, Told};
use crate::flow::{Artifact, ArtifactKind, Consolidated, Tally};
use crate::form::Form;
use crate::record::FieldKey;
use crate::words::Language;

/// Version of the shapes; rises when a reader must change.
const SHAPE: u32 = 1;

/// Writes `events.json`.
///
/// # Errors
/// When a sentence of the form cannot be said.
pub fn data(consolidated: &Consolidated, form: &Form, language: Language) -> Result<Artifact, Error> {
    let report = Report::of(consolidated, form, language)?;
    let mut bytes = serde_json::to_vec_pretty(&Document::of(consolidated, form, &report, language))?;
    bytes.push(b'\n');
    Ok(Artifact { kind: ArtifactKind::Events, name: "events.json".to_owned(), bytes })
}

/// The JSON Schema of `events.json`.
#[must_use]
pub fn schema() -> Schema {
    schemars::schema_for!(Document)
}

/// `events.json`.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "events.json of svod")]
struct Document<'a> {
    /// Version of this shape.
    shape: u32,
    form: FormCard,
    period: PeriodCard,
    /// Lines of the report's title.
    title: Vec<String>,
    /// What a reader must know before the table: which parts of a longer period are missing.
    remarks: Vec<String>,
    /// The periods that a longer one is made of.
    parts: Vec<PartCard>,
    /// Headings of the report's columns.
    columns: Vec<String>,
    /// The report's closing sentence.
    closing: Option<String>,
    /// `received = in_report + merged + refused + waiting`; the report holds `in_report + carried` events.
    tally: Tally,
    /// Sums of the title sheet's counters over all answers.
    counters: BTreeMap<FieldKey, i64>,
    /// In the report's order.
    events: Vec<EventCard>,
    questions: Vec<QuestionCard>,
    /// People's decisions about rows of this period, by number.
    decisions: Vec<DecisionCard>,
    /// Rows that errors keep out.
    #[schemars(with = "Vec<LeftOut>")]
    refused: RowsLeftOut<'a>,
    /// Rows that are in order but wait for a person, for what is wrong with their file.
    #[schemars(with = "Vec<LeftOut>")]
    waiting: RowsLeftOut<'a>,
    institutions: Vec<InstitutionCard>,
    /// Every file received, in order of arrival.
    files: Vec<FileCard>,
    /// Files that no institution's answer is made from.
    unusable: Vec<UnusableFile<'a>>,
    #[schemars(with = "Vec<Told>")]
    findings: AllTold<'a>,
}

impl<'a> Document<'a> {
    fn of(consolidated: &'a Consolidated, form: &Form, report: &Report, language: Language) -> Self {
        let period = consolidated.period;
        Self {
            shape: SHAPE,
            form: FormCard { id: form.form.id.clone(), version: form.form.version },
            period: PeriodCard {
                id: period.to_string(),
                name: period.name(language),
                first: period.first_day().to_string(),
                last: period.last_day().to_string(),
            },
            title: report.title.clone(),
            remarks: report.remarks.clone(),
            parts: consolidated.parts.iter().map(PartCard::of).collect(),
            columns: report.columns.iter().map(|column| column.heading.clone()).collect(),
            closing: report.closing.clone(),
            tally: consolidated.tally,
            counters: consolidated.counters.clone(),
            events: events(consolidated, form, report, language),
            questions: consolidated
                .questions
                .iter()
                .map(|question| QuestionCard::of(question, form, language))
                .collect(),
            decisions: consolidated
                .decisions
                .iter()
                .map(|decision| DecisionCard::of(decision, form, language))
                .collect(),
            refused: RowsLeftOut::Refused(&consolidated.refused, language),
            waiting: RowsLeftOut::Waiting(&consolidated.waiting, language),
            institutions: consolidated.answers.iter().map(InstitutionCard::of).collect(),
            files: consolidated
                .files
                .iter()
                .map(|file| &file.card)
                .map(|card| FileCard {
                    fingerprint: card.id.to_string(),
                    name: card.name.to_string(),
                    stored: card.stored.clone(),
                    size: card.size,
                    received: card.received.date().to_string(),
                })
                .collect(),
            unusable: consolidated
                .unusable
                .iter()
                .map(|(card, findings)| UnusableFile {
                    fingerprint: card.id.to_string(),
                    name: card.name.to_string(),
                    findings: AllTold::of(findings, language),
                })
                .collect(),
            findings: AllTold::of(&consolidated.findings, language),
        }
    }
}

fn events(consolidated: &Consolidated, form: &Form, report: &Report, language: Language) -> Vec<EventCard> {
    let printed: BTreeMap<u32, &Vec<String>> = report.rows().map(|row| (row.number, &row.cells)).collect();
    consolidated
        .events
        .iter()
        .map(|event| EventCard {
            number: event.number,
            section: event.section.as_ref().map(|key| section(key, form, language)),
            fields: event.fields.iter().map(|(key, field)| (key.clone(), Json::of(&field.value))).collect(),
            understood: UnderstoodCard::of(event, language),
            carried_from: event.carried_from.map(|period| period.to_string()),
            printed: printed.get(&event.number).map(|cells| (*cells).clone()).unwrap_or_default(),
            sources: event.rows.iter().map(RowCard::of).collect(),
            field_sources: event
                .fields
                .iter()
                .chain(&event.cleared)
                .map(|(key, field)| (key.clone(), field.sources.iter().map(ValueCard::of).collect()))
                .collect(),
            decided: event
                .fields
                .iter()
                .filter_map(|(key, field)| Some((key.clone(), field.decided.as_ref()?.number)))
                .collect(),
            findings: event.findings.iter().map(|finding| Told::of(finding, language)).collect(),
        })
        .collect()
}

fn section(key: &str, form: &Form, language: Language) -> Labelled {
    let field = form.report.group_by.as_ref().and_then(|group_by| form.field(group_by.as_str()));
    let label =
        field.and_then(|field| form.dictionary_of(field)).map_or(key, |dictionary| dictionary.label(key, language));
    Labelled { key: key.to_owned(), label: label.to_owned() }
}
