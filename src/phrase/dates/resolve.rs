//! Points and ranges against the calendar: missing years found, impossible and reversed days refused.
//!
//! In goes a parsed phrase with its context, out comes the reading. It knows no words.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::shape::{Item, PartOf, Phrase, Point, What, YearSaid};
use super::token::{Season, Unit};
use super::{Context, Days, Flag, Precision, Reading};
use crate::record::{Frequency, Interval};

/// Turns a phrase into days.
pub(super) fn resolve(
    mut phrase: Phrase,
    weekdays: &[Weekday],
    context: Context,
    mut flags: BTreeSet<Flag>,
) -> Reading {
    spread_lone_year(&mut phrase);
    // «май 2023, 2024»: May of that year, too, or all of it?
    let whole_year = |point: &Point| point.what == What::Year;
    if phrase.iter().flat_map(Item::points).any(whole_year) && !phrase.iter().flat_map(Item::points).all(whole_year) {
        return Reading::unknown(flags);
    }
    let Some(years) = years(&phrase, context, &mut flags) else { return Reading::unknown(flags) };
    let mut years = years.into_iter();
    let mut spans = Vec::new();
    for item in &phrase {
        let of_item: Option<Vec<Span>> =
            item.points().map(|point| span(point, years.next()?, context, &mut flags)).collect();
        let Some(of_item) = of_item else { return Reading::unknown(flags) };
        spans.push(of_item);
    }
    let Some((intervals, precision)) = intervals(&spans, &mut flags) else { return Reading::unknown(flags) };
    check_weekdays(weekdays, &spans, precision, &mut flags);
    let precision =
        if flags.contains(&Flag::Approx) && precision == Precision::Day { Precision::Approx } else { precision };
    match Days::new(intervals, precision) {
        Some(days) => Reading::of(days, flags),
        None => Reading::unknown(flags),
    }
}

/// «2024 год: 5 марта, 7 апреля»: one year that stands by itself is the year of all the others, if they have none.
fn spread_lone_year(phrase: &mut Phrase) {
    let is_year = |item: &Item| matches!(item, Item::Single(Point { what: What::Year, .. }));
    let lone: Vec<usize> = (0..phrase.len()).filter(|&at| is_year(&phrase[at])).collect();
    let [at] = lone.as_slice() else { return };
    let others = || phrase.iter().filter(|item| !is_year(item)).flat_map(Item::points);
    if phrase.len() == 1 || others().any(|point| point.year.is_some()) {
        return;
    }
    let year = phrase.remove(*at).points().next().and_then(|point| point.year);
    for point in phrase.iter_mut().flat_map(Item::points_mut) {
        point.year = year;
    }
}

/// The year of every point, in order; `None` where a year is no year.
///
/// A point without a year has that of the next point that has one, else of the one before, else that of the context. From
/// the last quarter into the first the year turns: «28 декабря – 5 января 2024 года» begins in 2023, and that is flagged.
fn years(phrase: &Phrase, context: Context, flags: &mut BTreeSet<Flag>) -> Option<Vec<i16>> {
    let points: Vec<&Point> = phrase.iter().flat_map(Item::points).collect();
    let mut turns: Vec<i16> = Vec::with_capacity(points.len());
    for (at, point) in points.iter().enumerate() {
        let turned = at > 0
            && points[at].year.is_none_or(|_| points[at - 1].year.is_none())
            && turns_year(points[at - 1], point);
        turns.push(turns.last().copied().unwrap_or_default() + i16::from(turned));
    }
    let known: Vec<Option<i16>> = points.iter().map(|point| known_year(point, context, flags)).collect();
    if known.iter().flatten().any(|year| !(1900..2200).contains(year)) {
        flags.insert(Flag::Invalid);
        return None;
    }
    let base = base_year(phrase, &turns, context);
    let mut years = Vec::with_capacity(points.len());
    for (at, point) in points.iter().enumerate() {
        let donor = (at..points.len()).chain((0..at).rev()).find(|&donor| known[donor].is_some());
        let anchor = donor.and_then(|donor| known[donor].map(|year| (year, turns[donor])));
        let inferred = anchor.map_or(!matches!(point.what, What::Reported(_)), |(_, turn)| turn != turns[at]);
        if inferred {
            flags.insert(Flag::YearFromContext);
        }
        let (year, turn) = anchor.unwrap_or((base, 0));
        years.push(year + turns[at] - turn);
    }
    Some(years)
}

fn known_year(point: &Point, context: Context, flags: &mut BTreeSet<Flag>) -> Option<i16> {
    match point.year? {
        YearSaid::Full(year) => Some(year),
        YearSaid::Short(year) => {
            flags.insert(Flag::ShortYear);
            Some(if year < 50 { 2000 + year } else { 1900 + year })
        }
        YearSaid::Relative(offset) => {
            flags.insert(Flag::RelativeYear);
            Some(context.year + i16::from(offset))
        }
        YearSaid::Understood => {
            flags.insert(Flag::YearFromContext);
            Some(context.year)
        }
    }
}

/// Whether the way from one point to the next leads over a New Year: from the last quarter into the first. A longer way
/// back («15 марта – 10 февраля») is an error, not a year.
fn turns_year(from: &Point, to: &Point) -> bool {
    let (Some(from), Some(to)) = (month_of(from), month_of(to)) else { return false };
    from >= 10 && (1..=3).contains(&to)
}

fn month_of(point: &Point) -> Option<i16> {
    match point.what {
        What::Day { month, .. } | What::WeekOf { month, .. } => Some(month),
        What::Month(month) | What::Part(_, month) | What::Nth(_, _, month) => Some(i16::from(month)),
        What::Quarter(quarter) => Some(quarter * 3 - 2),
        What::HalfYear(half) => Some(half * 6 - 5),
        What::Bare(_) | What::Season(_) | What::Year | What::Months(_) | What::Reported(_) => None,
    }
}

/// The year of the first point of a phrase without years: that of the context; over a New Year, the one that touches the
/// period that is collected.
fn base_year(phrase: &Phrase, turns: &[i16], context: Context) -> i16 {
    let turned = turns.last().is_some_and(|turn| *turn > 0);
    let (Some(period), true) = (context.period, turned) else { return context.year };
    let months: Vec<Option<i16>> = phrase.iter().flat_map(Item::points).map(month_of).collect();
    let touches = |base: i16| {
        months.iter().zip(turns).any(|(month, turn)| {
            let first = month.and_then(|month| Date::new(base + turn, i8::try_from(month).ok()?, 1).ok());
            first.is_some_and(|first| period.days().overlaps(Interval { start: first, end: first.last_of_month() }))
        })
    };
    if !touches(context.year) && touches(context.year - 1) { context.year - 1 } else { context.year }
}

/// The days of a point.
#[derive(Clone, Copy)]
struct Span {
    start: Date,
    end: Date,
    precision: Precision,
}

/// The days of a point in its year; flags say why there are none.
fn span(point: &Point, year: i16, context: Context, flags: &mut BTreeSet<Flag>) -> Option<Span> {
    if point.words {
        flags.insert(Flag::Words);
    }
    if let What::Reported(unit) = point.what {
        return reported(unit, context);
    }
    let found = match point.what {
        What::Day { day, month, doubtful } => day_of(day, month, year, doubtful, flags),
        What::WeekOf { day, month } => week_of(day, month, year),
        What::Month(month) => months(year, month, month, Precision::Month),
        What::Quarter(number) => number_of_year(year, number, 3, Precision::Quarter),
        What::HalfYear(number) => number_of_year(year, number, 6, Precision::HalfYear),
        What::Months(count) => i8::try_from(count).ok().and_then(|count| months(year, 1, count, Precision::Month)),
        What::Year => months(year, 1, 12, Precision::Year),
        What::Season(season) => season_of(season, year),
        What::Part(part, month) => part_of(part, month, year),
        What::Nth(rank, weekday, month) => nth(rank, weekday, month, year),
        What::Bare(_) | What::Reported(_) => None,
    };
    match found.map(|found| found.precision) {
        Some(Precision::Approx | Precision::Season) => flags.insert(Flag::Approx),
        Some(_) => false,
        None => flags.insert(Flag::Invalid),
    };
    found
}

fn reported(unit: Option<Unit>, context: Context) -> Option<Span> {
    let period = context.period?;
    let (precision, own) = match period.frequency() {
        Frequency::Month => (Precision::Month, Unit::Month),
        Frequency::Quarter => (Precision::Quarter, Unit::Quarter),
        Frequency::HalfYear => (Precision::HalfYear, Unit::HalfYear),
        // Nobody reports for nine months.
        Frequency::NineMonths | Frequency::Year => (Precision::Year, Unit::Period),
    };
    let days = period.days();
    unit.is_none_or(|unit| unit == own).then_some(Span { start: days.start, end: days.end, precision })
}

fn day_of(day: i16, month: i16, year: i16, doubtful: bool, flags: &mut BTreeSet<Flag>) -> Option<Span> {
    let date = |day: i16, month: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    let on = |date: Date| Span { start: date, end: date, precision: Precision::Day };
    // With a stop the day always comes first; with a slash or a hyphen some put the month there.
    if doubtful && month > 12 {
        let swapped = date(month, day).map(on);
        flags.extend(swapped.map(|_| Flag::AmbiguousOrder));
        return swapped;
    }
    if doubtful && day <= 12 && day != month {
        flags.insert(Flag::AmbiguousOrder);
    }
    date(day, month).map(on)
}

/// From the Monday to the Sunday about a day.
fn week_of(day: i16, month: i16, year: i16) -> Option<Span> {
    let day = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    let start = day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok()?;
    Some(Span { start, end: start.checked_add(6.days()).ok()?, precision: Precision::Approx })
}

fn months(year: i16, first: i8, last: i8, precision: Precision) -> Option<Span> {
    let start = Date::new(year, first, 1).ok()?;
    let end = Date::new(year, last, 1).ok()?.last_of_month();
    Some(Span { start, end, precision })
}

fn number_of_year(year: i16, number: i16, length: i8, precision: Precision) -> Option<Span> {
    let number = i8::try_from(number).ok().filter(|number| (1..=12 / length).contains(number))?;
    months(year, (number - 1) * length + 1, number * length, precision)
}

/// A season; winter is that which ends in the year.
fn season_of(season: Season, year: i16) -> Option<Span> {
    match season {
        Season::Winter => {
            let start = Date::new(year - 1, 12, 1).ok()?;
            Some(Span { start, ..months(year, 1, 2, Precision::Season)? })
        }
        Season::Spring => months(year, 3, 5, Precision::Season),
        Season::Summer => months(year, 6, 8, Precision::Season),
        Season::Autumn => months(year, 9, 11, Precision::Season),
    }
}

fn part_of(part: PartOf, month: i8, year: i16) -> Option<Span> {
    let whole = months(year, month, month, Precision::Approx)?;
    let last = whole.end.day();
    let (first, last) = match part {
        PartOf::Decade(1) => (1, 10),
        PartOf::Decade(2) => (11, 20),
        PartOf::Decade(3) => (21, last),
        PartOf::Half(1) => (1, 15),
        PartOf::Half(2) => (16, last),
        PartOf::Week(Some(week @ 1..=4)) => {
            let first = i8::try_from(week).ok()? * 7 - 6;
            (first, first + 6)
        }
        PartOf::Week(None) => (last - 6, last),
        PartOf::Decade(_) | PartOf::Half(_) | PartOf::Week(_) => return None,
    };
    let start = Date::new(year, month, first).ok()?;
    let end = Date::new(year, month, last).ok()?;
    Some(Span { start, end, precision: Precision::Approx })
}

fn nth(rank: Option<i16>, weekday: Weekday, month: i8, year: i16) -> Option<Span> {
    let rank = rank.map_or(Some(-1), |rank| i8::try_from(rank).ok())?;
    let day = Date::new(year, month, 1).ok()?.nth_weekday_of_month(rank, weekday).ok()?;
    Some(Span { start: day, end: day, precision: Precision::Day })
}

/// The runs of days of all items, with the coarsest precision.
fn intervals(spans: &[Vec<Span>], flags: &mut BTreeSet<Flag>) -> Option<(Vec<Interval>, Precision)> {
    let mut found = Vec::with_capacity(spans.len());
    for item in spans {
        let (first, last) = (item.first()?, item.last()?);
        let Some(interval) = Interval::new(first.start, last.end).filter(|_| first.start <= last.start) else {
            // «осень – зима 2024 года» is no slip: it only does not say which winter.
            if first.precision != Precision::Season {
                flags.insert(Flag::Reversed);
            }
            return None;
        };
        found.push(interval);
    }
    let precisions: BTreeSet<Precision> = spans.iter().flatten().map(|span| span.precision).collect();
    let coarsest = *precisions.last()?;
    // «5 апреля – май»: neither by the day nor by the month.
    let mixed =
        precisions.len() > 1 && spans.iter().any(|item| item.iter().any(|span| span.precision != item[0].precision));
    if mixed {
        flags.insert(Flag::Approx);
    }
    Some((found, if mixed { Precision::Approx } else { coarsest }))
}

/// Weekdays that were named against the days that were understood.
fn check_weekdays(weekdays: &[Weekday], spans: &[Vec<Span>], precision: Precision, flags: &mut BTreeSet<Flag>) {
    if weekdays.is_empty() || precision != Precision::Day || flags.contains(&Flag::Recurring) {
        return;
    }
    let days: Vec<Weekday> = spans.iter().flatten().map(|span| span.start.weekday()).collect();
    let right = if weekdays.len() == 1 || weekdays.len() == days.len() {
        weekdays.iter().zip(&days).all(|(named, day)| named == day)
    } else {
        weekdays.iter().all(|named| days.contains(named))
    };
    flags.insert(if right { Flag::WeekdayChecked } else { Flag::WeekdayMismatch });
}
