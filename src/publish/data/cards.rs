//! The shapes of `events.json`: a contract with other programs. Fields are added, never renamed.

use std::collections::BTreeMap;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::finding::{AllTold, Told};
use crate::flow::{State, Tally};
use crate::record::FieldKey;

#[derive(Serialize, JsonSchema)]
pub(super) struct FormCard {
    pub(super) id: String,
    pub(super) version: u32,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct PeriodCard {
    /// `2024-Q1`
    pub(super) id: String,
    pub(super) name: String,
    pub(super) first: String,
    pub(super) last: String,
}

/// One of the periods that a longer one is made of.
#[derive(Serialize, JsonSchema)]
pub(super) struct PartCard {
    pub(super) id: String,
    /// Whether it was run; of one that was not, nothing stands in the report.
    pub(super) run: bool,
    /// Events in its own report.
    pub(super) events: usize,
}

/// A row of a received file.
#[derive(Serialize, JsonSchema)]
pub(super) struct RowCard {
    /// Code in the register; null where it is not known whose the file is.
    pub(super) institution: Option<String>,
    /// The file's name as it arrived.
    pub(super) file: String,
    /// The file's fingerprint: its SHA-256 in 64 hexadecimal digits.
    pub(super) fingerprint: String,
    pub(super) sheet: String,
    /// From 1, as the sheet shows it.
    pub(super) row: u32,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct EventCard {
    /// Running number in the report, from 1.
    pub(super) number: u32,
    pub(super) section: Option<Labelled>,
    /// Values by field key; dictionary fields hold the key of the entry.
    pub(super) fields: BTreeMap<FieldKey, Json>,
    pub(super) understood: UnderstoodCard,
    /// The row as the report prints it, a text for each column.
    pub(super) printed: Vec<String>,
    /// The earlier period that it runs on from (`2023-Q4`), where no file of this one tells of it.
    pub(super) carried_from: Option<String>,
    /// The rows that it was made from, the lead first.
    pub(super) sources: Vec<RowCard>,
    /// Every value that was given, by field key.
    pub(super) field_sources: BTreeMap<FieldKey, Vec<ValueCard>>,
    /// Numbers of the decisions by which a value was chosen, by field key.
    pub(super) decided: BTreeMap<FieldKey, u64>,
    pub(super) findings: Vec<Told>,
}

/// A value of a field: text, number, day (`2024-03-05`) or yes/no.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
pub(super) enum Json {
    Boolean(bool),
    Integer(i64),
    Number(f64),
    Text(String),
}

#[derive(Serialize, JsonSchema)]
pub(super) struct Labelled {
    pub(super) key: String,
    pub(super) label: String,
}

/// What was understood of the texts; what they did not say is null.
#[derive(Serialize, JsonSchema)]
pub(super) struct UnderstoodCard {
    pub(super) days: Option<DaysCard>,
    pub(super) city: Option<String>,
    pub(super) region: Option<String>,
    pub(super) country: Option<CountryCard>,
    pub(super) url: Option<String>,
    pub(super) attendance: Option<AttendanceCard>,
    /// People.
    pub(super) total: Option<u64>,
    pub(super) unit: Option<String>,
    pub(super) foreign: Option<u64>,
    /// Countries that took part, other than the home country.
    pub(super) partners: Vec<CountryCard>,
    pub(super) kind: Option<String>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct DaysCard {
    pub(super) intervals: Vec<IntervalCard>,
    pub(super) precision: PrecisionCard,
}

/// Both days are included.
#[derive(Serialize, JsonSchema)]
pub(super) struct IntervalCard {
    pub(super) start: String,
    pub(super) end: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum PrecisionCard {
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
pub(super) enum AttendanceCard {
    OnSite,
    Online,
    Both,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct CountryCard {
    /// ISO 3166-1 alpha-2, or `X-…` for what the standard does not list.
    pub(super) code: String,
    pub(super) name: String,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct ValueCard {
    pub(super) institution: Option<String>,
    pub(super) fingerprint: String,
    pub(super) sheet: String,
    /// `G14`
    pub(super) cell: String,
    pub(super) value: Json,
    /// What stood in the cell, to the letter.
    pub(super) raw: String,
    /// Whether the consolidated value is made from it.
    pub(super) used: bool,
    /// Who wrote it and when, where it is a correction of the coordinator; null where it is an institution's.
    pub(super) corrected: Option<SignedCard>,
}

/// Who decided, and when.
#[derive(Serialize, JsonSchema)]
pub(super) struct SignedCard {
    /// Empty where it is not known.
    pub(super) who: String,
    /// Local time.
    pub(super) when: String,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct QuestionCard {
    pub(super) number: u32,
    pub(super) kind: QuestionKindCard,
    /// The two rows.
    pub(super) rows: [RowCard; 2],
    /// Numbers of the events that the rows stand in.
    pub(super) events: Vec<u32>,
    /// From 0 to 1.
    pub(super) score: f64,
    pub(super) reasons: Vec<String>,
    /// For a conflict: the field, and its value in either row.
    pub(super) conflict: Option<ConflictCard>,
    /// Names what the question is about, wherever its rows stand.
    pub(super) about: String,
    /// What was decided before something changed.
    pub(super) former: Option<FormerCard>,
}

/// A decision that no longer holds.
#[derive(Serialize, JsonSchema)]
pub(super) struct FormerCard {
    /// Number of the decision.
    pub(super) decision: u64,
    /// The answer in words.
    pub(super) answer: String,
    /// Fields that have changed since.
    pub(super) changed: Vec<FieldKey>,
}

/// A decision of a person about rows of this period.
#[derive(Serialize, JsonSchema)]
pub(super) struct DecisionCard {
    /// Its own for ever.
    pub(super) number: u64,
    /// Names what it is about.
    pub(super) about: String,
    /// The answer in words.
    pub(super) answer: String,
    pub(super) note: String,
    /// Empty where it is not known.
    pub(super) who: String,
    /// `2024-04-12T10:00:00`, local time.
    pub(super) when: String,
}

#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum QuestionKindCard {
    SameEvent,
    Conflict,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct ConflictCard {
    pub(super) field: FieldKey,
    pub(super) left: String,
    pub(super) right: String,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct LeftOut<'a> {
    #[serde(flatten)]
    pub(super) row: RowCard,
    /// Values as received, by field key.
    pub(super) values: &'a BTreeMap<FieldKey, Arc<str>>,
    #[schemars(with = "Vec<Told>")]
    pub(super) findings: AllTold<'a>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct InstitutionCard {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) state: State,
    /// Day of the file that counts.
    pub(super) received: Option<String>,
    /// Fingerprints of its files, oldest first; the last one that counts is in `counts`.
    pub(super) versions: Vec<String>,
    pub(super) counts: Option<String>,
    /// What became of each of its files: counts, replaced, held, set-aside, unusable.
    pub(super) states: Vec<String>,
    pub(super) rows: Tally,
    pub(super) errors: u32,
    pub(super) warnings: u32,
    pub(super) counters: BTreeMap<FieldKey, i64>,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct FileCard {
    pub(super) fingerprint: String,
    pub(super) name: String,
    /// Where the unaltered original lies, relative to the workspace.
    pub(super) stored: String,
    /// In bytes.
    pub(super) size: u64,
    pub(super) received: String,
}

#[derive(Serialize, JsonSchema)]
pub(super) struct UnusableFile<'a> {
    pub(super) fingerprint: String,
    pub(super) name: String,
    #[schemars(with = "Vec<Told>")]
    pub(super) findings: AllTold<'a>,
}
