//! Where each institution stands in a period, as a person would say it, with the days that matter.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

/// Where an institution stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// No letter was made, and nothing came.
    NotAsked,
    Asked,
    Reminded,
    /// The last day has passed and nothing came.
    Silent,
    /// There was nothing to report.
    Nil,
    InOrder,
    /// Errors or warnings, not yet returned.
    WithFindings,
    /// What came cannot be used.
    Refused,
    /// The file that counts was returned for correction.
    Returned,
    /// A file that was returned came back in order.
    Corrected,
}

impl Progress {
    /// Id of its words.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::NotAsked => "progress-not-asked",
            Self::Asked => "progress-asked",
            Self::Reminded => "progress-reminded",
            Self::Silent => "progress-silent",
            Self::Nil => "progress-nil",
            Self::InOrder => "progress-in-order",
            Self::WithFindings => "progress-with-findings",
            Self::Refused => "progress-refused",
            Self::Returned => "progress-returned",
            Self::Corrected => "progress-corrected",
        }
    }
}

/// Where one institution stands, with the days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Account {
    pub progress: Progress,
    #[schemars(with = "Option<String>")]
    pub deadline: Option<Date>,
    /// Whether it was given more time than the others.
    pub extended: bool,
    /// The day of the letter with the template, sent or laid out as a draft.
    #[schemars(with = "Option<String>")]
    pub asked: Option<Date>,
    /// Days of the reminders.
    #[schemars(with = "Vec<String>")]
    pub reminded: Vec<Date>,
    /// The day of its first file.
    #[schemars(with = "Option<String>")]
    pub answered: Option<Date>,
    #[schemars(with = "Option<String>")]
    pub returned: Option<Date>,
    /// It answered after its last day, or that day has passed without an answer.
    pub late: bool,
    /// Calendar days after the last day on which the first file came, or that have passed without one.
    pub days_late: u32,
    /// Letters of which nobody knows whether they went out, or that did not.
    pub troubled: u32,
}

/// Completeness and timeliness.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Completeness {
    /// Institutions that are asked.
    pub expected: u32,
    /// Those whose answer can be used.
    pub received: u32,
    /// Those whose first file came by their last day; nothing where no day is set.
    pub on_time: Option<u32>,
    /// Those whose answer has nothing to be mended.
    pub in_order: u32,
}

/// Where all institutions stand on a day: one account for each answer, in the same order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accounts {
    pub on: Date,
    pub accounts: Vec<Account>,
    pub figures: Completeness,
}
