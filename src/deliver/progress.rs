//! Where each institution stands, as a person would say it: from its answer, the letters to it, the deadline and the day.
//!
//! In: answers, the correspondence, days. Out: accounts and the figures of completeness and timeliness.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Serialize;

use crate::flow::{Answer, Correspondence, LetterKey, LetterKind, Posted, State};
use crate::record::{ParcelId, Period};

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
    /// Letters of which nobody knows whether they went out, or that did not.
    pub troubled: u32,
}

/// Completeness and timeliness.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Figures {
    /// Institutions that are asked.
    pub expected: u32,
    /// Those whose answer can be used.
    pub received: u32,
    /// Those whose first file came by their last day; nothing where no day is set.
    pub on_time: Option<u32>,
    /// Those whose answer has nothing to be mended.
    pub in_order: u32,
}

/// Where an institution stands on the day `today`. `deadline` is that of all institutions.
#[must_use]
pub fn account(answer: &Answer, post: &Correspondence, period: Period, deadline: Option<Date>, today: Date) -> Account {
    let code = &*answer.institution.code;
    let extension = post.extension(period, code);
    let deadline = extension.or(deadline);
    let days = |kind: LetterKind| -> Vec<Date> {
        post.letters(period, code, kind).into_iter().filter_map(|key| day_of(&post.posted(key))).collect()
    };
    let (asked, reminded) = (days(LetterKind::Request).into_iter().max(), days(LetterKind::Reminder));
    let returns = post.letters(period, code, LetterKind::Return);
    let is_returned =
        |id: &ParcelId| returns.iter().find(|key| is_about(key, id)).and_then(|key| day_of(&post.posted(key)));
    let counts = answer.versions.iter().find(|version| version.current).or(answer.versions.last());
    let returned = counts.and_then(|version| is_returned(&version.parcel.id));
    let before_was_returned = answer
        .versions
        .iter()
        .filter(|version| !version.current)
        .any(|version| is_returned(&version.parcel.id).is_some());
    let answered = answer.versions.first().map(|version| version.parcel.received.date());
    let is_over = deadline.is_some_and(|day| day < today);
    let progress = match answer.state {
        State::Silent if is_over => Progress::Silent,
        State::Silent if !reminded.is_empty() => Progress::Reminded,
        State::Silent if asked.is_some() => Progress::Asked,
        State::Silent => Progress::NotAsked,
        _ if returned.is_some() => Progress::Returned,
        State::Unusable => Progress::Refused,
        State::WithErrors | State::WithWarnings => Progress::WithFindings,
        State::InOrder | State::Nil if before_was_returned => Progress::Corrected,
        State::Nil => Progress::Nil,
        State::InOrder => Progress::InOrder,
    };
    let troubled = LetterKind::ALL
        .into_iter()
        .flat_map(|kind| post.letters(period, code, kind))
        .filter(|key| matches!(post.posted(key), Posted::Unknown(_) | Posted::Failed(..)))
        .count();
    Account {
        progress,
        deadline,
        extended: extension.is_some(),
        asked,
        reminded,
        answered,
        returned,
        late: match answered {
            Some(day) => deadline.is_some_and(|last| day > last),
            None => is_over,
        },
        troubled: u32::try_from(troubled).unwrap_or(u32::MAX),
    }
}

/// The figures over all institutions.
#[must_use]
pub fn figures<'a>(accounts: impl IntoIterator<Item = (&'a Answer, &'a Account)>) -> Figures {
    let mut figures = Figures::default();
    for (answer, account) in accounts {
        figures.expected += 1;
        let is_usable = !matches!(answer.state, State::Silent | State::Unusable);
        figures.received += u32::from(is_usable);
        figures.in_order += u32::from(matches!(answer.state, State::InOrder | State::Nil));
        if account.deadline.is_some() {
            *figures.on_time.get_or_insert(0) += u32::from(is_usable && !account.late);
        }
    }
    figures
}

fn is_about(key: &LetterKey, id: &ParcelId) -> bool {
    *key.about == *id.0
}

/// The day of a letter, as far as it got.
fn day_of(posted: &Posted) -> Option<Date> {
    match posted {
        Posted::Drafted(at) | Posted::Unknown(at) | Posted::Sent(at) => Some(at.date()),
        Posted::Not | Posted::Failed(..) => None,
    }
}
