//! Days in the official wording: «5-9 февраля 2024 года», «18 января – 18 февраля 2024 года», «I квартал 2024 года».
//!
//! In go days, out comes text that reads as the same days. Between day and month stands a no-break space; elsewhere lines
//! may break. The year stands once, after the last date that has it.

use jiff::civil::Date;

use super::tables::{MONTHS_EN, MONTHS_RU, MONTHS_RU_ALONE, ROMAN, SEASONS_EN, SEASONS_RU};
use super::{Days, Precision};
use crate::record::Interval;
use crate::words::Language;

/// Between day and month.
const NBSP: char = '\u{a0}';

/// Writes days in the official wording: «5-9 февраля 2024 года», «18 января – 18 февраля 2024 года»,
/// «16 февраля, 5 марта 2024 года», «март 2024 года»; "5–9 February 2024" in English.
#[must_use]
pub fn write(days: &Days, language: Language) -> String {
    let coarse: Vec<Option<Vec<Label>>> =
        days.intervals.iter().map(|interval| coarse_labels(*interval, days.precision, language)).collect();
    let mixed = coarse.iter().any(Option::is_some) && coarse.iter().any(Option::is_none);
    if mixed && days.precision != Precision::Approx {
        // «5 мая, июль»: some days are known more finely than the rest.
        let by_day = |interval: &Interval| day_labels(&[*interval], language);
        let labels = days
            .intervals
            .iter()
            .zip(coarse)
            .flat_map(|(run, whole)| whole.map_or_else(|| by_day(run), |whole| vec![whole]));
        return join(&labels.collect::<Vec<_>>(), language);
    }
    match (coarse.into_iter().collect::<Option<Vec<_>>>(), days.precision) {
        (Some(labels), Precision::Year) => join_years(&labels, language),
        (Some(labels), _) => join(&labels, language),
        (None, Precision::Approx) => {
            let one = matches!(days.intervals.as_slice(), [interval] if interval.start == interval.end);
            let about = match language {
                Language::Ru if one => "около",
                Language::Ru => "ориентировочно",
                Language::En => "about",
            };
            format!("{about} {}", join(&day_labels(&days.intervals, language), language))
        }
        (None, _) => join(&day_labels(&days.intervals, language), language),
    }
}

/// A date without its year, and the year where it is still to be said.
struct Label {
    text: String,
    year: Option<i16>,
}

impl Label {
    fn new(text: impl Into<String>, year: i16) -> Self {
        Self { text: text.into(), year: Some(year) }
    }
}

/// Joins lists by commas and ranges by dashes, and says each year once, after the last date in a row that has it.
fn join(items: &[Vec<Label>], language: Language) -> String {
    let labels: Vec<(&Label, &str)> = items
        .iter()
        .flat_map(|item| item.iter().enumerate().map(|(at, label)| (label, if at == 0 { ", " } else { " – " })))
        .collect();
    let mut out = String::new();
    for (at, (label, joint)) in labels.iter().enumerate() {
        if at > 0 {
            out.push_str(joint);
        }
        out.push_str(&label.text);
        let next = labels.get(at + 1).and_then(|(next, _)| next.year);
        if let Some(year) = label.year.filter(|year| next != Some(*year)) {
            out.push(' ');
            out.push_str(&year.to_string());
            out.push_str(if language == Language::Ru { " года" } else { "" });
        }
    }
    out
}

/// «2024 год», «2023 – 2024 годы».
fn join_years(items: &[Vec<Label>], language: Language) -> String {
    let years: Vec<String> =
        items.iter().map(|item| item.iter().map(|label| label.text.as_str()).collect::<Vec<_>>().join(" – ")).collect();
    let word = match (language, items) {
        (Language::En, _) => "",
        (Language::Ru, [item]) if item.len() == 1 => " год",
        (Language::Ru, _) => " годы",
    };
    years.join(", ") + word
}

fn index(number: i8) -> usize {
    usize::try_from(number - 1).unwrap_or_default()
}

fn month_after_day(month: i8, language: Language) -> &'static str {
    let table = if language == Language::Ru { &MONTHS_RU } else { &MONTHS_EN };
    table.get(index(month)).copied().unwrap_or_default()
}

fn month_alone(month: i8, language: Language) -> &'static str {
    let table = if language == Language::Ru { &MONTHS_RU_ALONE } else { &MONTHS_EN };
    table.get(index(month)).copied().unwrap_or_default()
}

/// Every run by its days; a run leaves its month to the next one where they share it («1, 8, 15 апреля»).
fn day_labels(intervals: &[Interval], language: Language) -> Vec<Vec<Label>> {
    let month_of = |interval: &Interval| {
        let (start, end) = (interval.start, interval.end);
        (start.first_of_month() == end.first_of_month()).then(|| start.first_of_month())
    };
    let mut items = Vec::with_capacity(intervals.len());
    for (at, interval) in intervals.iter().enumerate() {
        let Some(month) = month_of(interval) else {
            items.push(vec![day_label(interval.start, language), day_label(interval.end, language)]);
            continue;
        };
        let days = if interval.start == interval.end {
            interval.start.day().to_string()
        } else {
            let dash = if language == Language::Ru { '-' } else { '–' };
            format!("{}{dash}{}", interval.start.day(), interval.end.day())
        };
        let shared = intervals.get(at + 1).and_then(month_of) == Some(month);
        let name = if shared { String::new() } else { format!("{NBSP}{}", month_after_day(month.month(), language)) };
        items.push(vec![Label::new(days + &name, month.year())]);
    }
    items
}

fn day_label(day: Date, language: Language) -> Label {
    Label::new(format!("{}{NBSP}{}", day.day(), month_after_day(day.month(), language)), day.year())
}

/// The labels of a run that is made of whole months, quarters and so on; `None` where it is not, or is known by the day.
fn coarse_labels(interval: Interval, precision: Precision, language: Language) -> Option<Vec<Label>> {
    let (first, last) = match precision {
        Precision::Day | Precision::Unknown => return None,
        Precision::Approx => return part_labels(interval, language),
        Precision::Month => (unit_label(interval.start, 1, language), unit_label(interval.end, 1, language)),
        Precision::Quarter => (unit_label(interval.start, 3, language), unit_label(interval.end, 3, language)),
        Precision::HalfYear => (unit_label(interval.start, 6, language), unit_label(interval.end, 6, language)),
        Precision::Year => (unit_label(interval.start, 12, language), unit_label(interval.end, 12, language)),
        Precision::Season => (season_label(interval.start, language), season_label(interval.end, language)),
    };
    let (first, last) = (first.filter(|_| interval.start.day() == 1)?, last?);
    let starts = starts_unit(interval.start, precision);
    let ends = interval.end.tomorrow().is_ok_and(|next| next.day() == 1 && starts_unit(next, precision));
    if !starts || !ends {
        return None;
    }
    let same = first.text == last.text && first.year == last.year;
    Some(if same { vec![first] } else { vec![first, last] })
}

/// Whether the first of the month also begins a quarter, a half-year, a year or a season.
fn starts_unit(first: Date, precision: Precision) -> bool {
    let month = first.month();
    match precision {
        Precision::Quarter => month % 3 == 1,
        Precision::HalfYear => month % 6 == 1,
        Precision::Year => month == 1,
        Precision::Season => month % 3 == 0,
        Precision::Day | Precision::Month | Precision::Approx | Precision::Unknown => true,
    }
}

/// The month, quarter, half-year or year (1, 3, 6 or 12 months long) that a day lies in.
fn unit_label(day: Date, months: i8, language: Language) -> Option<Label> {
    let number = (day.month() - 1) / months + 1;
    let roman = ROMAN.get(index(number))?;
    let text = match (months, language) {
        (1, _) => month_alone(day.month(), language).to_owned(),
        (3, Language::Ru) => format!("{roman} квартал"),
        (3, Language::En) => format!("Q{number}"),
        (6, Language::Ru) => format!("{roman} полугодие"),
        (6, Language::En) => format!("H{number}"),
        _ => day.year().to_string(),
    };
    Some(Label::new(text, day.year()))
}

/// The season that a day lies in; winter is named by both its years.
fn season_label(day: Date, language: Language) -> Option<Label> {
    let at = index(day.month() % 12 / 3 + 1);
    let name = if language == Language::Ru { SEASONS_RU.get(at)? } else { SEASONS_EN.get(at)? };
    if at > 0 {
        return Some(Label::new(*name, day.year()));
    }
    let end = if day.month() == 12 { day.year() + 1 } else { day.year() };
    let text = match language {
        Language::Ru => format!("{name} {}-{end} годов", end - 1),
        Language::En => format!("{name} {}–{end}", end - 1),
    };
    Some(Label { text, year: None })
}

/// Thirds and halves of months: «третья декада апреля», "late April".
fn part_labels(interval: Interval, language: Language) -> Option<Vec<Label>> {
    let (start, end) = (interval.start, interval.end);
    let to_end = end == end.last_of_month();
    let one_month = start.first_of_month() == end.first_of_month();
    let half = match (start.day(), end.day()) {
        (1, 15) => Some(0),
        (16, _) if to_end => Some(1),
        _ => None,
    };
    if let Some(half) = half.filter(|_| one_month) {
        let names = if language == Language::Ru {
            ["первая половина", "вторая половина"]
        } else {
            ["first half of", "second half of"]
        };
        return Some(vec![Label::new(
            format!("{} {}", names[half], month_after_day(end.month(), language)),
            end.year(),
        )]);
    }
    let first = match start.day() {
        1 => 0,
        11 => 1,
        21 => 2,
        _ => return None,
    };
    let last = match end.day() {
        10 => 0,
        20 => 1,
        _ if to_end => 2,
        _ => return None,
    };
    match (one_month, first == last) {
        (true, true) => Some(vec![third_label(end, last, language)]),
        (true, false) => None,
        (false, _) => Some(vec![third_label(start, first, language), third_label(end, last, language)]),
    }
}

fn third_label(day: Date, third: usize, language: Language) -> Label {
    let month = month_after_day(day.month(), language);
    let text = match language {
        Language::Ru => format!("{} декада {month}", ["первая", "вторая", "третья"][third]),
        Language::En => format!("{}{month}", ["early ", "mid-", "late "][third]),
    };
    Label::new(text, day.year())
}
