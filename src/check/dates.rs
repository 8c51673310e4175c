//! The days of an event, from the cells of start and end and the dates in words (D01–D11).
//!
//! Start alone is one day, start and end a run of days, words are read as a phrase. Where both are there they must agree;
//! if not, the cells are believed, unless the words list single days inside the run.

use super::cells::{self, Typed};
use super::draft::{Draft, local, quote};
use crate::finding::{FindingKind, Severity};
use crate::flow::Content;
use crate::form::{Field, FieldType, Role};
use crate::phrase::dates::{self, Days, Flag, Precision, Reading};
use crate::record::{Datum, Interval, Value};
use crate::words::{Args, LocalText};

/// A phrase about days, and the field that it stands in.
struct Phrase<'a> {
    field: &'a Field,
    written: String,
    reading: Reading,
}

pub(super) fn understand(draft: &mut Draft<'_>) {
    let words = draft.field(Role::DatesText).and_then(|field| {
        let written = draft.text(Role::DatesText)?.to_owned();
        let reading = dates::read(&written, &draft.checker.date_context());
        Some(Phrase { field, written, reading })
    });
    let words = words.or_else(|| moved_from_start(draft));
    let run = run_of_cells(draft, words.as_ref().map(|phrase| phrase.field));
    let decided = match (run, words) {
        (None, None) => None,
        (Some((field, run)), None) => Some((field, one(run))),
        (None, Some(phrase)) => of_phrase(draft, &phrase),
        (Some((field, run)), Some(phrase)) => of_both(draft, field, run, &phrase),
    };
    if let Some((field, days)) = decided {
        check_period(draft, field, &days);
        draft.understood.days = Some(days);
    }
}

/// Several days, written into the cell of the start: taken as dates in words, and told.
fn moved_from_start<'a>(draft: &mut Draft<'a>) -> Option<Phrase<'a>> {
    let start = draft.field(Role::Start).filter(|field| field.kind == FieldType::Date)?;
    let cell = draft.cell(start)?;
    let Content::Text(written) = &cell.content else { return None };
    let reading = dates::read(written, &draft.checker.date_context());
    let days = reading.days.clone()?;
    let one_day = days.precision == Precision::Day && days.first() == days.last();
    let end_given = draft.field(Role::End).is_some_and(|end| draft.cell(end).is_some());
    if one_day || end_given {
        return None;
    }
    let args = Args::new().with("value", quote(written)).with("understood", said(&days));
    draft.say(FindingKind::DictionaryVariant, start, args);
    if let Some(words) = draft.field(Role::DatesText) {
        let value = Value::Text(crate::phrase::text::one_line(written));
        let datum = Datum { value, origin: cell.origin.clone(), raw: written.clone() };
        draft.fields.insert(words.key.clone(), datum);
    }
    Some(Phrase { field: start, written: written.to_string(), reading })
}

/// The run of days that start and end give, and the field of its start. `moved` is a field that was read as a phrase.
fn run_of_cells<'a>(draft: &mut Draft<'a>, moved: Option<&Field>) -> Option<(&'a Field, Interval)> {
    let mut bound = |role: Role| {
        let field = draft.field(role).filter(|field| moved.is_none_or(|moved| moved.key != field.key))?;
        if field.kind != FieldType::Date {
            return None;
        }
        let cell = draft.cell(field)?;
        let Typed { value, said } = draft.checker.type_cell(field, &cell.content);
        for (code, args) in said {
            draft.say(code, field, args);
        }
        let value = value?;
        let day = value.as_date()?;
        let datum = Datum { value, origin: cell.origin.clone(), raw: cells::shown(&cell.content) };
        draft.fields.insert(field.key.clone(), datum);
        Some((field, day))
    };
    let (start, end) = (bound(Role::Start), bound(Role::End));
    let (field, first) = start?;
    let Some((end_field, last)) = end else { return Some((field, Interval::day(first))) };
    let run = Interval::new(first, last);
    if run.is_none() {
        let both = format!("{} – {}", Value::Date(first), Value::Date(last));
        draft.say(FindingKind::EndBeforeStart, end_field, Args::new().with("value", both));
    }
    run.map(|run| (field, run))
}

fn of_phrase<'a>(draft: &mut Draft<'a>, phrase: &Phrase<'a>) -> Option<(&'a Field, Days)> {
    for (code, args) in said_of(&phrase.written, &phrase.reading) {
        draft.say(code, phrase.field, args);
    }
    let held = !phrase.reading.flags.contains(&Flag::NotHeld);
    phrase.reading.days.clone().filter(|_| held).map(|days| (phrase.field, days))
}

fn of_both<'a>(
    draft: &mut Draft<'a>,
    field: &'a Field,
    run: Interval,
    phrase: &Phrase<'a>,
) -> Option<(&'a Field, Days)> {
    let Some(in_words) = &phrase.reading.days else {
        // The cells say the days; a phrase that says none may be a remark.
        for (code, args) in said_of(&phrase.written, &phrase.reading) {
            let refused = code == FindingKind::NotHeld;
            let finding = draft.say(code, phrase.field, args);
            if !refused {
                finding.severity = finding.severity.min(Severity::Warning);
            }
        }
        let held = !phrase.reading.flags.contains(&Flag::NotHeld);
        return held.then(|| (field, one(run)));
    };
    let hull = Interval { start: in_words.first(), end: in_words.last() };
    let end_given = draft.datum(Role::End).is_some();
    let rough = in_words.precision != Precision::Day;
    let agree = hull == run || (rough && hull.contains(run)) || (!end_given && !rough && hull.start == run.start);
    let list = in_words.intervals.len() > 1 && run.contains(hull);
    let words_lead = if agree { !rough } else { list && !rough };
    let chosen = if words_lead { (phrase.field, in_words.clone()) } else { (field, one(run)) };
    if !agree {
        let args = Args::new()
            .with("value", quote(&phrase.written))
            .with("expected", said(&one(run)))
            .with("understood", said(&chosen.1));
        draft.say(FindingKind::DatesDiffer, phrase.field, args);
    }
    if words_lead {
        return of_phrase(draft, phrase);
    }
    phrase_was_not_held(draft, phrase).or(Some(chosen))
}

/// Says that the event was not held, where the phrase tells it; never gives days.
fn phrase_was_not_held<'a>(draft: &mut Draft<'a>, phrase: &Phrase<'a>) -> Option<(&'a Field, Days)> {
    if phrase.reading.flags.contains(&Flag::NotHeld) {
        draft.say(FindingKind::NotHeld, phrase.field, Args::new().with("value", quote(&phrase.written)));
    }
    None
}

/// Whether a code says that no day was understood at all.
pub(super) fn is_final(code: &FindingKind) -> bool {
    [FindingKind::UnreadableDate, FindingKind::NoSuchDay, FindingKind::EndBeforeStart, FindingKind::NotHeld]
        .contains(code)
}

/// What a reading of a phrase must be told about.
pub(super) fn said_of(written: &str, reading: &Reading) -> Vec<(FindingKind, Args)> {
    let has = |flag: Flag| reading.flags.contains(&flag);
    let value = || Args::new().with("value", quote(written));
    if has(Flag::NotHeld) {
        return vec![(FindingKind::NotHeld, value())];
    }
    if has(Flag::Invalid) {
        return vec![(FindingKind::NoSuchDay, value())];
    }
    if has(Flag::Reversed) && reading.days.is_none() {
        return vec![(FindingKind::EndBeforeStart, value())];
    }
    let Some(days) = &reading.days else { return vec![(FindingKind::UnreadableDate, value())] };
    let told = |code: FindingKind| (code, value().with("understood", said(days)));
    let mut list = Vec::new();
    if has(Flag::Reversed) || has(Flag::AmbiguousOrder) || has(Flag::Typo) {
        list.push(told(FindingKind::DictionaryVariant));
    }
    if has(Flag::YearFromContext) || has(Flag::RelativeYear) {
        list.push(told(FindingKind::YearAssumed));
    }
    if has(Flag::WeekdayMismatch) {
        list.push(told(FindingKind::OtherWeekday));
    }
    if days.precision != Precision::Day || has(Flag::Recurring) || has(Flag::OpenStart) || has(Flag::OpenEnd) {
        list.push(told(FindingKind::NoExactDays));
    }
    list
}

/// D04, D05, D10: where the days stand to the period and to the day of receipt.
fn check_period(draft: &mut Draft<'_>, field: &Field, days: &Days) {
    let period = draft.scene.period.days();
    let bounds = |args: Args| args.with("first", period.start).with("last", period.end);
    let value = || Args::new().with("value", said(days));
    if !days.intervals.iter().any(|interval| interval.overlaps(period)) {
        draft.say(FindingKind::OutsidePeriod, field, bounds(value()));
        return;
    }
    let whole = Interval { start: days.first(), end: days.last() };
    if !period.contains(whole) {
        draft.say(FindingKind::BeyondPeriod, field, bounds(value()));
    }
    let received = draft.scene.received;
    // A month that is not over may hold an event that is; a file's day before the period is no day of receipt.
    let over_by = if days.precision == Precision::Day { whole.end } else { whole.start };
    if received >= period.start && over_by > received {
        let finding = draft.say(FindingKind::EndsAfterArrival, field, value().with("day", received));
        if whole.end > period.end && whole.start <= received {
            finding.severity = Severity::Warning;
        }
    }
}

fn one(run: Interval) -> Days {
    Days { intervals: vec![run], precision: Precision::Day }
}

fn said(days: &Days) -> LocalText {
    local(|language| dates::write(days, language))
}
