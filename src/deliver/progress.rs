//! Where each institution stands, as a person would say it: from its answer, the letters to it, the deadline and the day.
//!
//! In: answers, the correspondence, days. Out: accounts and the figures of completeness and timeliness.

use jiff::civil::{Date, DateTime};

use crate::flow::{
    Account, Accounts, Answer, Completeness, Correspondence, LetterKey, LetterKind, PostEntry, Posted, Progress, State,
};
use crate::record::{ParcelId, Period};

/// Where an institution stands on the day `today`. `deadline` is that of all institutions.
#[must_use]
fn account(answer: &Answer, post: &Correspondence, period: Period, deadline: Option<Date>, today: Date) -> Account {
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
    let counts = answer.versions.iter().find(|version| version.state.counts()).or(answer.versions.last());
    let returned = counts.and_then(|version| is_returned(&version.parcel.id));
    let before_was_returned = answer
        .versions
        .iter()
        .filter(|version| !version.state.counts())
        .any(|version| is_returned(&version.parcel.id).is_some());
    let answered = answer.versions.first().map(|version| version.parcel.received.date());
    let is_over = deadline.is_some_and(|day| day < today);
    let days_late = deadline.map_or(0, |last| days_between(last, answered.unwrap_or(today)));
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
        late: days_late > 0,
        days_late,
        troubled: u32::try_from(troubled).unwrap_or(u32::MAX),
    }
}

/// Where all institutions stand on the day `on`.
#[must_use]
pub fn accounts(
    answers: &[Answer],
    post: &Correspondence,
    period: Period,
    deadline: Option<Date>,
    on: Date,
) -> Accounts {
    let accounts: Vec<Account> = answers.iter().map(|answer| account(answer, post, period, deadline, on)).collect();
    let figures = figures(answers.iter().zip(&accounts));
    Accounts { on, accounts, figures }
}

/// The day of the last letter or file of a period: what is known holds for that day, whatever day it is. None where nobody
/// was written to.
#[must_use]
pub fn last_fact(answers: &[Answer], post: &Correspondence, period: Period) -> Option<Date> {
    let of_period = post.entries().filter(|entry| entry.period() == period);
    let written = of_period.map(PostEntry::at).max()?;
    let received = answers.iter().flat_map(|answer| &answer.versions).map(|version| version.parcel.received);
    received.chain([written]).max().map(DateTime::date)
}

/// The figures over all institutions.
fn figures<'a>(accounts: impl IntoIterator<Item = (&'a Answer, &'a Account)>) -> Completeness {
    let mut figures = Completeness::default();
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

/// Calendar days from `last` to `day`; none where it is not later.
fn days_between(last: Date, day: Date) -> u32 {
    u32::try_from(day.duration_since(last).as_hours() / 24).unwrap_or(0)
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
