//! Fields: key, type, role, constraints, labels. The types and constraints are those of Frictionless Table Schema.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use crate::record::FieldKey;
use crate::words::{Language, LocalText};

/// One thing that is asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Field {
    /// A letter, then lower-case letters, digits and underscores.
    pub key: FieldKey,
    /// What kind of value is written.
    #[serde(rename = "type", default)]
    pub kind: FieldType,
    /// What the field means; lets svod understand and compare it.
    #[serde(default)]
    pub role: Option<Role>,
    /// The heading in the template.
    pub label: LocalText,
    /// What to write, shown while the cell is chosen.
    #[serde(default)]
    pub help: LocalText,
    /// A filled-in value for the worked example.
    #[serde(default)]
    pub example: LocalText,
    /// Other headings under which the field may come back.
    #[serde(default)]
    pub synonyms: Vec<String>,
    /// Name of the dictionary that the values come from.
    #[serde(default)]
    pub dictionary: Option<String>,
    /// What a value must keep to.
    #[serde(default)]
    #[validate(nested)]
    pub constraints: Constraints,
    /// Width of the column in the template, in characters.
    #[serde(default)]
    #[validate(range(min = 3.0, max = 120.0))]
    pub width: Option<f64>,
}

impl Field {
    #[must_use]
    pub fn required(&self) -> bool {
        self.constraints.required
    }

    /// Whether it says something of the days, which belong together: start, end, days in words.
    #[must_use]
    pub fn is_of_days(&self) -> bool {
        matches!(self.role, Some(Role::Start | Role::End | Role::DatesText))
    }

    /// The label as the title of the message beside a chosen cell: Excel shows no more than 32 characters of it.
    #[must_use]
    pub fn prompt_title(&self, language: Language) -> String {
        const MOST: usize = 32;
        let label = self.label.get(language);
        if label.chars().count() <= MOST {
            return label.to_owned();
        }
        let short: String = label.chars().take(MOST - 1).collect();
        let whole_words = short.rsplit_once(' ').map_or(short.as_str(), |(words, _)| words);
        format!("{}…", whole_words.trim_end_matches([',', ' ', '(']))
    }

    /// Whether long text is expected, which wraps and takes room.
    #[must_use]
    pub fn is_long_text(&self) -> bool {
        self.kind == FieldType::String && self.dictionary.is_none() && self.constraints.max_length.unwrap_or(0) > 200
    }
}

/// The types of Table Schema that a form may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// Text.
    #[default]
    String,
    /// A whole number.
    Integer,
    /// A number, also with a fraction.
    Number,
    /// A day.
    Date,
    /// Yes or no.
    Boolean,
}

/// The constraints of Table Schema.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Constraints {
    /// Whether the cell must be filled in.
    #[serde(default)]
    pub required: bool,
    /// In characters.
    pub min_length: Option<u32>,
    /// In characters; Excel holds 32,767 in a cell.
    #[validate(range(max = 32767))]
    pub max_length: Option<u32>,
    /// The least number that is allowed.
    pub minimum: Option<f64>,
    /// The greatest number that is allowed.
    pub maximum: Option<f64>,
    /// A regular expression that the whole text must match.
    pub pattern: Option<String>,
}

/// What a field means. Each role stands at most once in the title sheet and once in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Title sheet: the institution. Filled in beforehand, or chosen from a list, beside which svod itself says how; a file is
    /// known by it.
    Institution,
    /// Title sheet: the period. Filled in beforehand.
    Period,
    /// Title sheet, yes or no: "There was nothing to report."
    Nil,
    /// Title sheet, a whole number: one that the report adds up over institutions, such as receptions.
    Counter,
    /// Title sheet: who filled in the file.
    Responsible,
    /// Title sheet: the office telephone.
    Phone,
    /// Title sheet: the office address.
    Email,
    /// Table, with a dictionary: the heading of the report under which the row stands.
    Section,
    /// Table: the name of the event. Repeats are found by it first.
    Title,
    /// Table: where it was; city, region and country are understood from it.
    Place,
    /// Table, with a dictionary: the country in which it was; understood from the place where left blank.
    Country,
    /// Table, with a dictionary: on site, online or both. The dictionary's keys are `on-site`, `online`, `both`.
    Attendance,
    /// Table, a date: the first day.
    Start,
    /// Table, a date: the last day; the first where left blank.
    End,
    /// Table: dates in words, where they do not fit into start and end.
    DatesText,
    /// Table: purpose, content, result. Partner countries and the kind of event are understood from it.
    Content,
    /// Table: signed documents, one a line.
    Documents,
    /// Table: participants in words; head counts are understood from it.
    People,
    /// Table, a whole number: how many there were in all.
    Total,
    /// Table, with a dictionary: what is counted in the total. The keys are free; an entry with `people = false` is never
    /// added up.
    Unit,
    /// Table, a whole number: how many of the total were foreign.
    Foreign,
    /// Table: the institutions that held the event together. The one that is named leads where two rows are merged.
    JointWith,
    /// Table: a note to the compiler; not printed.
    Note,
}
