//! A raw cell and its field → a typed value, or a finding. It knows nothing of the other cells of the row.

use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, date};

use super::Checker;
use super::draft::{hint, local, message, quote};
use super::numbers::{self, Read};
use super::vocabulary::Found;
use super::written;
use crate::finding::FindingKind;
use crate::flow::Content;
use crate::form::{Field, FieldType, Role};
use crate::phrase::dates::{self, Context, Flag, Precision};
use crate::phrase::{countries, people, text};
use crate::record::{Datum, Origin, Value};
use crate::words::{Args, Language, LocalText};

/// What was made of a cell.
#[derive(Debug, Default)]
pub(super) struct Typed {
    /// `None` where the cell is as good as empty, or was not understood; then `said` tells it.
    pub(super) value: Option<Value>,
    pub(super) said: Vec<(FindingKind, Args)>,
}

impl Typed {
    fn plain(value: Value) -> Self {
        Self { value: Some(value), said: Vec::new() }
    }

    /// Understood, though written differently.
    fn understood(value: Value, written: &str, understood: impl Into<crate::words::Arg>) -> Self {
        let args = Args::new().with("value", quote(written)).with("understood", understood);
        Self { value: Some(value), said: vec![(FindingKind::DictionaryVariant, args)] }
    }

    fn wrong(code: FindingKind, args: Args) -> Self {
        Self { value: None, said: vec![(code, args)] }
    }

    fn unfit(written: &str, expected: &str) -> Self {
        let args = Args::new().with("value", quote(written)).with("expected", message(expected, &Args::new()));
        Self::wrong(FindingKind::WrongType, args)
    }
}

/// What stands in a cell, as text.
pub(super) fn shown(content: &Content) -> Arc<str> {
    let said = match content {
        Content::Text(text) => return Arc::clone(text),
        Content::Error(text) | Content::Unreadable(text) => text.clone(),
        Content::Number(n) => numbers::shown(*n),
        Content::Boolean(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Content::DateTime(moment) => day_and_time(*moment),
        Content::NoValue => String::new(),
    };
    said.into()
}

/// Workbooks keep a time without a day as one of the days around 1900-01-01.
fn day_and_time(moment: DateTime) -> String {
    let time = moment.time() != jiff::civil::Time::midnight();
    match (moment.date() > date(1900, 1, 1), time) {
        (false, true) => moment.strftime("%H:%M").to_string(),
        (_, false) => moment.strftime("%d.%m.%Y").to_string(),
        (true, true) => moment.strftime("%d.%m.%Y %H:%M").to_string(),
    }
}

/// Whether a text says nothing: white space and lone dashes.
pub(super) fn is_blank(written: &str) -> bool {
    // Cleaning costs, and a letter or digit outside of what it removes settles the matter for nearly every cell.
    let plain = written.chars().next().is_some_and(char::is_alphanumeric);
    !plain && text::clean(written).chars().all(|c| c.is_whitespace() || text::is_dash(c))
}

/// A cell that no value was made of, as text; `None` where it says nothing.
pub(super) fn unread(origin: &Origin, raw: Arc<str>) -> Option<Datum> {
    let value = Value::Text(text::clean(&raw));
    (!is_blank(&raw)).then(|| Datum { value, origin: origin.clone(), raw })
}

impl Checker {
    /// Types a cell by its field.
    pub(super) fn type_cell(&self, field: &Field, content: &Content) -> Typed {
        match content {
            Content::Error(error) => {
                return Typed::wrong(FindingKind::CellErrorValue, Args::new().with("value", error.as_str()));
            }
            Content::NoValue => return Typed::wrong(FindingKind::UnevaluatedFormula, Args::new()),
            Content::Unreadable(text) => {
                return Typed::wrong(FindingKind::UnreadableValue, Args::new().with("value", quote(text)));
            }
            Content::Text(text) if is_blank(text) => return Typed::default(),
            _ => {}
        }
        let mut typed = match (&field.dictionary, field.kind) {
            (Some(dictionary), _) => self.entry(field, dictionary, &shown(content)),
            (None, FieldType::String) => words(field, &shown(content)),
            (None, FieldType::Integer) => self.integer(field, content),
            (None, FieldType::Number) => decimal(content),
            (None, FieldType::Date) => self.day(content),
            (None, FieldType::Boolean) => boolean(content),
        };
        typed.said.extend(written::oddities(content));
        if let Some(value) = &typed.value {
            let broken = super::bounds::check(field, value, self.patterns.get(&field.key));
            typed.said.extend(broken);
        }
        typed
    }

    /// The context that completes a date.
    pub(super) fn date_context(&self) -> Context {
        Context { year: self.period.year(), period: Some(self.period) }
    }

    fn entry(&self, field: &Field, dictionary: &str, written: &str) -> Typed {
        let Some(vocabulary) = self.vocabularies.get(dictionary) else {
            return Typed::plain(Value::Text(text::one_line(written)));
        };
        let country = field.role == Some(Role::Country);
        let nearest = match vocabulary.find(written) {
            Found::Exact(key) => return Typed::plain(Value::Text(key.to_owned())),
            _ if country
                && let Some(named) = countries::named(written).filter(|it| vocabulary.label(it.code).is_some()) =>
            {
                return Typed::plain(Value::Text(named.code.to_owned()));
            }
            Found::Near(key, label) => {
                return Typed::understood(Value::Text(key.to_owned()), written, label.clone());
            }
            Found::Nothing(nearest) => nearest,
        };
        let nearest = match country.then(|| countries::nearest(written)).flatten() {
            Some(country) => Some(country_name(&country)),
            None => nearest.cloned(),
        };
        let code = match field.role {
            Some(Role::Section) => FindingKind::UnknownSection,
            Some(Role::Country) => FindingKind::UnknownCountry,
            _ => FindingKind::NotInDictionary,
        };
        let advice = match nearest {
            Some(label) => hint(Some(&label)),
            None => message("finding-hint-list", &Args::new()),
        };
        Typed::wrong(code, Args::new().with("value", quote(written)).with("hint", advice))
    }

    fn integer(&self, field: &Field, content: &Content) -> Typed {
        let written = shown(content);
        match content {
            Content::Number(n) => match numbers::whole(*n) {
                Some(n) => Typed::plain(Value::Integer(n)),
                None => Typed::unfit(&written, "expects-integer"),
            },
            Content::Text(text) => match numbers::integer(text) {
                Some(Read::Plain(n)) => Typed::plain(Value::Integer(n)),
                // Nobody counted, or nobody came: that is not the same.
                Some(Read::WithWords(0)) if field.role == Some(Role::Total) => {
                    Typed::unfit(&written, "expects-integer")
                }
                Some(Read::WithWords(n)) => Typed::understood(Value::Integer(n), &written, n.to_string()),
                None if field.role == Some(Role::Total) => self.head_count(&written),
                None => Typed::unfit(&written, "expects-integer"),
            },
            // A cell that once held a day shows the next number as a day of the year 1900.
            Content::DateTime(moment) => match serial_of(*moment) {
                Some(n) => Typed::understood(Value::Integer(n), &written, n.to_string()),
                None => Typed::unfit(&written, "expects-integer"),
            },
            _ => Typed::unfit(&written, "expects-integer"),
        }
    }

    /// «более 300», «около 50»: a number that is told to be approximate.
    fn head_count(&self, written: &str) -> Typed {
        let reading = people::read(written, &self.home);
        match reading.total.and_then(|total| i64::try_from(total).ok()) {
            Some(total) if super::people::is_approximate(&reading) => {
                let args = Args::new().with("value", quote(written)).with("understood", total.to_string());
                Typed { value: Some(Value::Integer(total)), said: vec![(FindingKind::ApproximateCount, args)] }
            }
            Some(total) if reading.flags.is_empty() => {
                Typed::understood(Value::Integer(total), written, total.to_string())
            }
            _ => Typed::unfit(written, "expects-integer"),
        }
    }

    /// Exactly one day.
    fn day(&self, content: &Content) -> Typed {
        let written = shown(content);
        match content {
            Content::DateTime(moment) => Typed::plain(Value::Date(moment.date())),
            Content::Number(n) => match day_of_serial(*n) {
                Some(day) => Typed::understood(Value::Date(day), &written, day),
                None => Typed::unfit(&written, "expects-date"),
            },
            Content::Text(text) => self.day_in_words(text),
            _ => Typed::unfit(&written, "expects-date"),
        }
    }

    fn day_in_words(&self, written: &str) -> Typed {
        let reading = dates::read(written, &self.date_context());
        let mut said = super::dates::said_of(written, &reading);
        let single = reading.days.as_ref().and_then(|days| match days.intervals.as_slice() {
            [only] if only.start == only.end && days.precision == Precision::Day => Some(only.start),
            _ => None,
        });
        if single.is_none() && said.iter().all(|(code, _)| !super::dates::is_final(code)) {
            let args =
                Args::new().with("value", quote(written)).with("expected", message("expects-date", &Args::new()));
            said.push((FindingKind::WrongType, args));
        }
        let value = single.filter(|_| !reading.flags.contains(&Flag::NotHeld)).map(Value::Date);
        Typed { value, said }
    }
}

/// A text, with letters of another alphabet put right where they only look like those of the word's own.
fn words(field: &Field, written: &str) -> Typed {
    let cleaned = cleaned(field, written);
    match text::mend_lookalikes(&cleaned) {
        (mended, true) => Typed::understood(Value::Text(mended.clone()), &cleaned, mended),
        (_, false) => Typed::plain(Value::Text(cleaned)),
    }
}

/// The text of a field: long texts keep their lines.
fn cleaned(field: &Field, written: &str) -> String {
    let many_lines =
        matches!(field.role, Some(Role::Content | Role::Documents | Role::People | Role::JointWith | Role::Note))
            || (field.role.is_none() && field.is_long_text());
    if many_lines { text::clean(written) } else { text::one_line(written) }
}

fn decimal(content: &Content) -> Typed {
    let written = shown(content);
    let read = match content {
        Content::Number(n) => Some(Read::Plain(*n)),
        Content::Text(text) => numbers::decimal(text),
        _ => None,
    };
    match read {
        Some(Read::Plain(n)) => Typed::plain(Value::Number(n)),
        Some(Read::WithWords(n)) => Typed::understood(Value::Number(n), &written, numbers::shown(n)),
        None => Typed::unfit(&written, "expects-number"),
    }
}

fn boolean(content: &Content) -> Typed {
    const YES: &[&str] = &["да", "yes", "y", "true", "истина", "x", "х", "v", "1", "верно", "ok", "ок"];
    const NO: &[&str] = &["нет", "no", "n", "false", "ложь", "0", "неверно"];
    const MARKS: &[char] = &['✓', '✔', '☑', '✗', '✘', '☒', '+'];
    let written = shown(content);
    let word = written.trim().to_lowercase();
    match content {
        Content::Boolean(yes) => Typed::plain(Value::Boolean(*yes)),
        _ if YES.contains(&word.as_str()) || word.starts_with(MARKS) => Typed::plain(Value::Boolean(true)),
        _ if NO.contains(&word.as_str()) || word == "☐" => Typed::plain(Value::Boolean(false)),
        _ => Typed::unfit(&written, "expects-boolean"),
    }
}

/// Day zero of a workbook's serial numbers, for days from March 1900 on.
const DAY_ZERO: Date = date(1899, 12, 30);

/// A day that stands in the cell as its serial number, because the cell lost its format; years 2000 to 2099 only, so that
/// a year or a head count is not taken for a day.
fn day_of_serial(n: f64) -> Option<Date> {
    let days = numbers::whole(n).filter(|days| (36_526..=73_050).contains(days))?;
    DAY_ZERO.checked_add(days.days()).ok()
}

/// The number behind a day of 1900 to 1920.
fn serial_of(moment: DateTime) -> Option<i64> {
    if moment.time() != jiff::civil::Time::midnight() || moment.date() >= date(1920, 1, 1) {
        return None;
    }
    let days = i64::from(DAY_ZERO.until(moment.date()).ok()?.get_days());
    // Workbooks believe that 1900 had a 29 February: before it, serials are one less.
    Some(if days <= 60 { days - 1 } else { days }).filter(|n| *n > 0)
}

/// The name of a country in every language.
pub(super) fn country_name(country: &countries::Country) -> LocalText {
    local(|language| match language {
        Language::Ru => country.ru.to_owned(),
        Language::En => country.en.to_owned(),
    })
}
