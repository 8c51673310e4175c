//! How the days of two rows stand to each other. It knows nothing of titles and places.

use jiff::civil::Date;

use crate::flow::Row;
use crate::form::{Form, Role};
use crate::phrase::dates::{Days, Precision};

/// How the days of two rows stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DaysMatch {
    /// The form does not ask for days.
    NotAsked,
    /// One row or both give none.
    Unknown,
    /// The same days, each of them known.
    Same,
    /// They have days in common, though not all.
    Overlap,
    /// One of them is given by month or more coarsely, and they may have days in common.
    Coarse,
    /// No day in common, but as many days, and off by so few that somebody may have mistaken the day.
    Near,
    Apart,
}

pub(super) fn asks_for_days(form: &Form) -> bool {
    [Role::Start, Role::End, Role::DatesText].into_iter().any(|role| form.with_role(role).is_some())
}

pub(super) fn days_match(left: &Row, right: &Row, form: &Form) -> DaysMatch {
    match left.understood.days.as_ref().zip(right.understood.days.as_ref()) {
        None if asks_for_days(form) => DaysMatch::Unknown,
        None => DaysMatch::NotAsked,
        Some((mine, theirs)) if !mine.overlap(theirs) => apart(mine, theirs, form.links.near_days),
        Some((mine, theirs)) if is_coarse(mine) || is_coarse(theirs) => DaysMatch::Coarse,
        Some(_) if left.understood.same_days(&right.understood) == Some(true) => DaysMatch::Same,
        Some(_) => DaysMatch::Overlap,
    }
}

fn apart(mine: &Days, theirs: &Days, near: u8) -> DaysMatch {
    let off = |one: Date, other: Date| (one - other).get_days().unsigned_abs() <= u32::from(near);
    let coarse = is_coarse(mine) || is_coarse(theirs);
    let near = !coarse && near > 0 && off(mine.first(), theirs.first()) && off(mine.last(), theirs.last());
    if near && mine.count() == theirs.count() { DaysMatch::Near } else { DaysMatch::Apart }
}

pub(super) fn is_coarse(days: &Days) -> bool {
    days.precision != Precision::Day
}

/// Whether the days of the one are all among those of the other.
pub(super) fn one_holds_the_other(left: &Row, right: &Row) -> bool {
    let days = left.understood.days.as_ref().zip(right.understood.days.as_ref());
    days.is_some_and(|(mine, theirs)| holds(mine, theirs) || holds(theirs, mine))
}

/// Whether every day of `part` is among those of `whole`.
pub(super) fn holds(whole: &Days, part: &Days) -> bool {
    part.intervals.iter().all(|part| whole.intervals.iter().any(|whole| whole.contains(*part)))
}
