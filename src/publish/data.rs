//! Everything as JSON, for other programs: `events.json`, described by `schemas/events.schema.json`.
//!
//! In: the consolidated data, the form, the register. Out: bytes. The shapes below are a contract: fields are added,
//! never renamed.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{Error, Report};
use crate::finding::{Finding, Severity};
use crate::flow::{
    Answer, Artifact, ArtifactKind, Consolidated, Event, Question, QuestionKind, SourceRow, SourceValue, State, Tally,
};
use crate::form::Form;
use crate::phrase::countries::Country;
use crate::phrase::dates::Precision;
use crate::phrase::places::Attendance;
use crate::record::{FieldKey, Value};
use crate::words::Language;

/// Version of the shapes below; rises when a reader must change.
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
struct Document {
    /// Version of this shape.
    shape: u32,
    form: FormCard,
    period: PeriodCard,
    /// Lines of the report's title.
    title: Vec<String>,
    /// Headings of the report's columns.
    columns: Vec<String>,
    /// The report's closing sentence.
    closing: Option<String>,
    /// received = in_report + merged + refused + waiting
    tally: Tally,
    /// Sums of the title sheet's counters over all answers.
    counters: BTreeMap<FieldKey, i64>,
    /// In the report's order.
    events: Vec<EventCard>,
    questions: Vec<QuestionCard>,
    /// Rows that errors keep out.
    refused: Vec<LeftOut>,
    /// Rows that are in order but wait for a person, for what is wrong with their file.
    waiting: Vec<LeftOut>,
    institutions: Vec<InstitutionCard>,
    /// Every file received, in order of arrival.
    files: Vec<FileCard>,
    /// Files that no institution's answer is made from.
    unusable: Vec<UnusableFile>,
    findings: Vec<FindingCard>,
}

#[derive(Serialize, JsonSchema)]
struct FormCard {
    id: String,
    version: u32,
}

#[derive(Serialize, JsonSchema)]
struct PeriodCard {
    /// `2024-Q1`
    id: String,
    name: String,
    first: String,
    last: String,
}

/// A row of a received file.
#[derive(Serialize, JsonSchema)]
struct RowCard {
    /// Code in the register; null where it is not known whose the file is.
    institution: Option<String>,
    /// The file's name as it arrived.
    file: String,
    /// The file's fingerprint: the first 16 hexadecimal digits of its SHA-256.
    fingerprint: String,
    sheet: String,
    /// From 1, as the sheet shows it.
    row: u32,
}

#[derive(Serialize, JsonSchema)]
struct EventCard {
    /// Running number in the report, from 1.
    number: u32,
    section: Option<Labelled>,
    /// Values by field key; dictionary fields hold the key of the entry.
    fields: BTreeMap<FieldKey, Json>,
    understood: UnderstoodCard,
    /// The row as the report prints it, a text for each column.
    printed: Vec<String>,
    /// The rows that it was made from, the lead first.
    sources: Vec<RowCard>,
    /// Every value that was given, by field key.
    field_sources: BTreeMap<FieldKey, Vec<ValueCard>>,
    findings: Vec<FindingCard>,
}

/// A value of a field: text, number, day (`2024-03-05`) or yes/no.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Json {
    Boolean(bool),
    Integer(i64),
    Number(f64),
    Text(String),
}

#[derive(Serialize, JsonSchema)]
struct Labelled {
    key: String,
    label: String,
}

/// What was understood of the texts; what they did not say is null.
#[derive(Serialize, JsonSchema)]
struct UnderstoodCard {
    days: Option<DaysCard>,
    city: Option<String>,
    region: Option<String>,
    country: Option<CountryCard>,
    url: Option<String>,
    attendance: Option<AttendanceCard>,
    /// People.
    total: Option<u64>,
    unit: Option<String>,
    foreign: Option<u64>,
    /// Countries that took part, other than the home country.
    partners: Vec<CountryCard>,
    kind: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct DaysCard {
    intervals: Vec<IntervalCard>,
    precision: PrecisionCard,
}

/// Both days are included.
#[derive(Serialize, JsonSchema)]
struct IntervalCard {
    start: String,
    end: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum PrecisionCard {
    Day,
    Month,
    Quarter,
    HalfYear,
    Year,
    Season,
    Approx,
    Unknown,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum AttendanceCard {
    OnSite,
    Online,
    Both,
}

#[derive(Serialize, JsonSchema)]
struct CountryCard {
    /// ISO 3166-1 alpha-2, or `X-…` for what the standard does not list.
    code: String,
    name: String,
}

#[derive(Serialize, JsonSchema)]
struct ValueCard {
    institution: Option<String>,
    fingerprint: String,
    sheet: String,
    /// `G14`
    cell: String,
    value: Json,
    /// What stood in the cell, to the letter.
    raw: String,
    /// Whether the consolidated value is made from it.
    used: bool,
}

#[derive(Serialize, JsonSchema)]
struct QuestionCard {
    number: u32,
    kind: QuestionKindCard,
    /// The two rows.
    rows: [RowCard; 2],
    /// Numbers of the events that the rows stand in.
    events: Vec<u32>,
    /// From 0 to 1.
    score: f64,
    reasons: Vec<String>,
    /// For a conflict: the field, and its value in either row.
    conflict: Option<ConflictCard>,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum QuestionKindCard {
    SameEvent,
    Conflict,
}

#[derive(Serialize, JsonSchema)]
struct ConflictCard {
    field: FieldKey,
    left: String,
    right: String,
}

#[derive(Serialize, JsonSchema)]
struct LeftOut {
    #[serde(flatten)]
    row: RowCard,
    /// Values as received, by field key.
    values: BTreeMap<FieldKey, String>,
    findings: Vec<FindingCard>,
}

#[derive(Serialize, JsonSchema)]
struct InstitutionCard {
    code: String,
    name: String,
    state: State,
    /// Day of the file that counts.
    received: Option<String>,
    /// Fingerprints of its files, oldest first; the last one that counts is in `counts`.
    versions: Vec<String>,
    counts: Option<String>,
    rows: Tally,
    errors: u32,
    warnings: u32,
    counters: BTreeMap<FieldKey, i64>,
}

#[derive(Serialize, JsonSchema)]
struct FileCard {
    fingerprint: String,
    name: String,
    /// Where the unaltered original lies, relative to the workspace.
    stored: String,
    /// In bytes.
    size: u64,
    received: String,
}

#[derive(Serialize, JsonSchema)]
struct UnusableFile {
    fingerprint: String,
    name: String,
    findings: Vec<FindingCard>,
}

#[derive(Serialize, JsonSchema)]
struct FindingCard {
    code: String,
    severity: Severity,
    institution: Option<String>,
    file: Option<String>,
    sheet: Option<String>,
    cell: Option<String>,
    field: Option<FieldKey>,
    message: String,
}

impl Document {
    fn of(consolidated: &Consolidated, form: &Form, report: &Report, language: Language) -> Self {
        let period = consolidated.period;
        let cards = |findings: &[Finding]| findings.iter().map(|finding| FindingCard::of(finding, language)).collect();
        let left_out = |source: &SourceRow, values: &BTreeMap<FieldKey, String>, findings: &[Finding]| LeftOut {
            row: RowCard::of(source),
            values: values.clone(),
            findings: cards(findings),
        };
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
            columns: report.columns.iter().map(|column| column.heading.clone()).collect(),
            closing: report.closing.clone(),
            tally: consolidated.tally,
            counters: consolidated.counters.clone(),
            events: events(consolidated, form, report, language),
            questions: consolidated.questions.iter().map(|question| QuestionCard::of(question, language)).collect(),
            refused: consolidated.refused.iter().map(|row| left_out(&row.source, &row.values, &row.findings)).collect(),
            waiting: consolidated.waiting.iter().map(|row| left_out(&row.source, &row.values, &row.findings)).collect(),
            institutions: consolidated.answers.iter().map(InstitutionCard::of).collect(),
            files: consolidated
                .parcels
                .iter()
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
                    findings: cards(findings),
                })
                .collect(),
            findings: cards(&consolidated.findings),
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
            printed: printed.get(&event.number).map(|cells| (*cells).clone()).unwrap_or_default(),
            sources: event.rows.iter().map(RowCard::of).collect(),
            field_sources: event
                .fields
                .iter()
                .map(|(key, field)| (key.clone(), field.sources.iter().map(ValueCard::of).collect()))
                .collect(),
            findings: event.findings.iter().map(|finding| FindingCard::of(finding, language)).collect(),
        })
        .collect()
}

fn section(key: &str, form: &Form, language: Language) -> Labelled {
    let field = form.report.group_by.as_ref().and_then(|group_by| form.field(group_by.as_str()));
    let label =
        field.and_then(|field| form.dictionary_of(field)).map_or(key, |dictionary| dictionary.label(key, language));
    Labelled { key: key.to_owned(), label: label.to_owned() }
}

impl RowCard {
    fn of(row: &SourceRow) -> Self {
        Self {
            institution: row.institution.as_deref().map(str::to_owned),
            file: row.file.to_string(),
            fingerprint: row.id.parcel.to_string(),
            sheet: row.id.sheet.to_string(),
            row: row.id.cell.row + 1,
        }
    }
}

impl Json {
    fn of(value: &Value) -> Self {
        match value {
            Value::Boolean(yes) => Self::Boolean(*yes),
            Value::Integer(n) => Self::Integer(*n),
            Value::Number(n) => Self::Number(*n),
            Value::Date(day) => Self::Text(day.to_string()),
            Value::Text(text) => Self::Text(text.clone()),
        }
    }
}

impl UnderstoodCard {
    fn of(event: &Event, language: Language) -> Self {
        let understood = &event.understood;
        let country = |country: &Country| CountryCard::of(*country, language);
        Self {
            days: understood.days.as_ref().map(|days| DaysCard {
                intervals: days
                    .intervals
                    .iter()
                    .map(|interval| IntervalCard { start: interval.start.to_string(), end: interval.end.to_string() })
                    .collect(),
                precision: precision(days.precision),
            }),
            city: understood.city.clone(),
            region: understood.region.clone(),
            country: understood.country.as_ref().map(country),
            url: understood.url.clone(),
            attendance: understood.attendance.map(|attendance| match attendance {
                Attendance::OnSite => AttendanceCard::OnSite,
                Attendance::Online => AttendanceCard::Online,
                Attendance::Both => AttendanceCard::Both,
            }),
            total: understood.total,
            unit: understood.unit.clone(),
            foreign: understood.foreign,
            partners: understood.partners.iter().map(country).collect(),
            kind: understood.kind.clone(),
        }
    }
}

fn precision(precision: Precision) -> PrecisionCard {
    match precision {
        Precision::Day => PrecisionCard::Day,
        Precision::Month => PrecisionCard::Month,
        Precision::Quarter => PrecisionCard::Quarter,
        Precision::HalfYear => PrecisionCard::HalfYear,
        Precision::Year => PrecisionCard::Year,
        Precision::Season => PrecisionCard::Season,
        Precision::Approx => PrecisionCard::Approx,
        Precision::Unknown => PrecisionCard::Unknown,
    }
}

impl CountryCard {
    fn of(country: Country, language: Language) -> Self {
        let name = match language {
            Language::Ru => country.ru,
            Language::En => country.en,
        };
        Self { code: country.code.to_owned(), name: name.to_owned() }
    }
}

impl ValueCard {
    fn of(source: &SourceValue) -> Self {
        Self {
            institution: source.institution.as_deref().map(str::to_owned),
            fingerprint: source.origin.parcel.to_string(),
            sheet: source.origin.sheet.to_string(),
            cell: source.origin.cell.to_string(),
            value: Json::of(&source.value),
            raw: source.raw.clone(),
            used: source.used,
        }
    }
}

impl QuestionCard {
    fn of(question: &Question, language: Language) -> Self {
        Self {
            number: question.number,
            kind: match question.kind {
                QuestionKind::SameEvent => QuestionKindCard::SameEvent,
                QuestionKind::Conflict => QuestionKindCard::Conflict,
            },
            rows: [RowCard::of(&question.left), RowCard::of(&question.right)],
            events: question.events.clone(),
            score: question.score,
            reasons: question.reasons.iter().map(|reason| reason.text(language)).collect(),
            conflict: question.conflict.as_ref().map(|conflict| ConflictCard {
                field: conflict.field.clone(),
                left: conflict.left.clone(),
                right: conflict.right.clone(),
            }),
        }
    }
}

impl InstitutionCard {
    fn of(answer: &Answer) -> Self {
        Self {
            code: answer.institution.code.to_string(),
            name: answer.institution.name.clone(),
            state: answer.state,
            received: answer.received.as_ref().map(Date::to_string),
            versions: answer.versions.iter().map(|version| version.parcel.id.to_string()).collect(),
            counts: answer.versions.iter().find(|version| version.current).map(|version| version.parcel.id.to_string()),
            rows: answer.rows,
            errors: answer.errors,
            warnings: answer.warnings,
            counters: answer.counters.clone(),
        }
    }
}

impl FindingCard {
    fn of(finding: &Finding, language: Language) -> Self {
        let place = &finding.place;
        Self {
            code: finding.code.to_string(),
            severity: finding.severity,
            institution: place.institution.as_deref().map(str::to_owned),
            file: place.file.as_deref().map(str::to_owned),
            sheet: place.sheet.as_deref().map(str::to_owned),
            cell: place.cell.map(|cell| cell.to_string()),
            field: place.field.clone(),
            message: finding.message(language),
        }
    }
}
