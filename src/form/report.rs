//! The report: title, columns, order, closing sentence.
//!
//! Every text is a Fluent pattern. All of them see `$period` («I квартал 2024 года»), `$period-in` («в I квартале 2024
//! года»), `$Period-in` (the same with a capital letter) and the words of the region, by their names;
//! [`Form::report_args`](super::Form::report_args) gives them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::Brief;
use crate::record::FieldKey;
use crate::words::LocalText;

/// The arguments that every pattern of the report sees besides the region's words.
pub const PERIOD_ARGS: [&str; 3] = ["period", "period-in", "Period-in"];

/// The widths of all columns together, in millimetres: A4 landscape less 20 mm on both sides.
pub const PAGE_WIDTH: f64 = 257.0;

/// The report that is signed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Report {
    /// Lines of the title, centred.
    #[validate(length(min = 1))]
    pub title: Vec<LocalText>,
    /// Name of the report's sheet.
    pub sheet: LocalText,
    /// Name of the consolidated workbook, without extension: «Свод за { $period }».
    pub workbook_name: LocalText,
    /// Name of the report's document, without extension.
    pub document_name: LocalText,
    /// Field by whose dictionary the rows are put under headings; empty sections are left out.
    #[serde(default)]
    pub group_by: Option<FieldKey>,
    /// The columns, from left to right. Together they are at most 257 mm wide: A4 landscape less its margins.
    #[validate(nested, length(min = 1))]
    pub columns: Vec<Column>,
    /// The line with the total under the participants; without it none is written.
    #[serde(default)]
    pub total_line: Option<TotalLine>,
    /// The sentence under the table; without it none is written.
    #[serde(default)]
    pub closing: Option<Closing>,
    /// The summary on one page; without it svod shows what it can, under headings of its own.
    #[serde(default)]
    #[validate(nested)]
    pub brief: Option<Brief>,
}

/// One column of the report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, Validate)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Column {
    /// The words in the header row.
    pub heading: LocalText,
    /// Share of the page's width, in millimetres of A4 landscape.
    #[validate(range(min = 5.0, max = 250.0))]
    pub width: f64,
    /// What stands in the column.
    pub content: ColumnContent,
}

/// What stands in a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnContent {
    /// Running number.
    Number,
    /// The days in official wording.
    Dates,
    /// The participants' text, and the line of the total where the text does not give it.
    People,
    /// A field, as it reads.
    Field(FieldKey),
}

/// The line with the total under the participants: a pattern with `$total` and `$of` («участников»).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TotalLine {
    /// The line for people.
    pub text: LocalText,
    /// The same for a unit that is no people, such as «просмотр»; without it no line is written for such a unit.
    #[serde(default)]
    pub things: Option<LocalText>,
}

/// The closing sentence: a pattern with `$n`, the sum of a counter of the title sheet over all institutions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Closing {
    /// The field of the title sheet, of role `counter`, whose sum is `$n`.
    pub counter: FieldKey,
    /// The sentence. `$reported` is « (по сведениям 17 из 19 организаций)» where some gave no number, else nothing; a sentence
    /// that does not name it says it at its end.
    pub text: LocalText,
    /// Whether it is said of zero, too.
    #[serde(default)]
    pub when_zero: bool,
}
