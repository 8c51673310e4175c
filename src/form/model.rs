//! The form as a whole.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::{Dictionary, Field, LinkPolicy, MergePolicy, Report, Role, Rule, lint};
use crate::phrase::places::{Home, KnownPlace};
use crate::record::{FieldKey, Frequency, Period};
use crate::words::{Args, Language, LocalText};

/// A form file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Form {
    /// Which form this is.
    #[validate(nested)]
    pub form: Identity,
    /// The region that the report is about. A workspace's settings may replace it.
    #[serde(default)]
    pub region: Region,
    /// Names of the sheets of the template.
    #[serde(default)]
    pub sheets: Sheets,
    /// The fields of the title sheet, in order.
    #[validate(nested, length(min = 1))]
    pub header: Vec<Field>,
    /// The table that an institution fills in.
    #[validate(nested)]
    pub table: Table,
    /// The values of drop-down lists, and the signs by which kinds are known from the text.
    #[serde(default)]
    #[validate(nested)]
    pub dictionaries: BTreeMap<String, Dictionary>,
    /// Rules across fields.
    #[serde(default)]
    #[validate(nested)]
    pub rules: Vec<Rule>,
    /// When two rows are one event.
    #[serde(default)]
    #[validate(nested)]
    pub links: LinkPolicy,
    /// What becomes of the fields of rows that are one event.
    #[serde(default)]
    #[validate(nested)]
    pub merge: MergePolicy,
    /// The report that is signed.
    #[validate(nested)]
    pub report: Report,
}

/// Which form this is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Identity {
    /// Lower-case letters, digits and hyphens.
    #[validate(length(min = 1, max = 64))]
    pub id: String,
    /// Rises with every change that an institution would notice.
    #[validate(range(min = 1))]
    pub version: u32,
    /// What it is called, at the head of the template.
    pub title: LocalText,
    /// Languages that the form has texts in.
    #[validate(length(min = 1))]
    pub languages: Vec<Language>,
    /// How often it is collected.
    pub frequency: Frequency,
    /// What one row is called, as Fluent patterns with `$n`: «{ $n } мероприятие / мероприятия / мероприятий».
    pub rows: LocalText,
}

/// The region that the report is about: completes places, and gives its names to the report's sentences.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Region {
    /// ISO 3166 code of the country.
    #[serde(default)]
    pub country: String,
    /// «Смоленская область».
    #[serde(default)]
    pub name: String,
    /// Words for the report's sentences, by name: `region-of = "Смоленской области"`.
    #[serde(default)]
    pub words: BTreeMap<String, LocalText>,
    /// Towns and known venues.
    #[serde(default)]
    pub places: Vec<KnownPlace>,
}

impl Region {
    /// What a place without a country means.
    #[must_use]
    pub fn home(&self) -> Home {
        Home { country: self.country.clone(), region: self.name.clone(), places: self.places.clone() }
    }
}

/// Names of the template's sheets; what is not given takes svod's own words.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Sheets {
    /// The sheet with the fields of the header.
    pub title: Option<LocalText>,
    /// The sheet with the table.
    pub table: Option<LocalText>,
    /// The sheet with the values of the drop-down lists.
    pub dictionaries: Option<LocalText>,
    /// The sheet that tells how to fill in the others.
    pub guide: Option<LocalText>,
}

/// The table of the form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Table {
    /// Rows made ready in the template.
    #[serde(default = "Table::usual_rows")]
    #[validate(range(min = 1, max = 5000))]
    pub rows: u32,
    /// The columns, from left to right.
    #[validate(nested, length(min = 1))]
    pub fields: Vec<Field>,
}

impl Table {
    fn usual_rows() -> u32 {
        200
    }
}

impl Form {
    /// The field of the table with that key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.table.fields.iter().find(|field| field.key.as_str() == key)
    }

    /// The field of the title sheet with that key.
    #[must_use]
    pub fn header_field(&self, key: &str) -> Option<&Field> {
        self.header.iter().find(|field| field.key.as_str() == key)
    }

    /// The table's field that plays `role`.
    #[must_use]
    pub fn with_role(&self, role: Role) -> Option<&Field> {
        self.table.fields.iter().find(|field| field.role == Some(role))
    }

    /// The title sheet's field that plays `role`.
    #[must_use]
    pub fn header_with_role(&self, role: Role) -> Option<&Field> {
        self.header.iter().find(|field| field.role == Some(role))
    }

    /// What every pattern of the report sees: the period in words, and the region's words.
    #[must_use]
    pub fn report_args(&self, period: Period, language: Language) -> Args {
        let within = period.name_within(language);
        let mut letters = within.chars();
        let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
        let args = Args::new()
            .with("period", period.name(language))
            .with("period-in", within.as_str())
            .with("Period-in", capital);
        self.region.words.iter().fold(args, |args, (name, words)| args.with(name, words.clone()))
    }

    /// The words that the report's sentences name and `region` does not give: what a workspace's own region lacks.
    #[must_use]
    pub fn words_lacking(&self, region: &Region) -> Vec<String> {
        let report = &self.report;
        let total = report.total_line.iter().flat_map(|line| std::iter::once(&line.text).chain(&line.things));
        let patterns = (report.title.iter())
            .chain([&report.sheet, &report.workbook_name, &report.document_name])
            .chain(report.columns.iter().map(|column| &column.heading))
            .chain(total)
            .chain(report.closing.iter().map(|closing| &closing.text));
        let mut lacking: Vec<String> = patterns
            .flat_map(LocalText::all)
            .flat_map(lint::patterns::arguments_of)
            .filter(|name| !lint::TAKEN.contains(&name.as_str()) && !region.words.contains_key(name))
            .collect();
        lacking.sort();
        lacking.dedup();
        lacking
    }

    /// The dictionary that `field` takes its values from.
    #[must_use]
    pub fn dictionary_of(&self, field: &Field) -> Option<&Dictionary> {
        self.dictionaries.get(field.dictionary.as_deref()?)
    }

    /// The label of a field of the table or the title sheet, else its key.
    #[must_use]
    pub fn label(&self, key: &FieldKey) -> LocalText {
        self.field(key.as_str())
            .or_else(|| self.header_field(key.as_str()))
            .map_or_else(|| LocalText::from(key.as_str()), |field| field.label.clone())
    }
}
