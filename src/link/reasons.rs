//! The reasons of a judgement as sentences to be said: ids of `locales/*/link.ftl` with their arguments. It decides nothing.

use std::collections::BTreeSet;

use super::days::DaysMatch;
use super::veto::Objection;
use crate::flow::{PlaceMatch, PlacePart, Row};
use crate::form::{Form, Role};
use crate::phrase::titles::Stemming;
use crate::record::{FieldKey, Value};
use crate::words::{Arg, Args, LocalText, Said};

/// What two rows agree on.
pub(super) fn agreeing(days: DaysMatch, place: PlaceMatch) -> Vec<Said> {
    let days = match days {
        DaysMatch::Same => Some("link-days-same"),
        DaysMatch::Overlap | DaysMatch::Coarse => Some("link-days-overlap"),
        DaysMatch::NotAsked | DaysMatch::Unknown | DaysMatch::Near | DaysMatch::Apart => None,
    };
    let place = match place {
        PlaceMatch::Same(PlacePart::City) => Some("link-city-same"),
        PlaceMatch::Same(PlacePart::Region) => Some("link-region-same"),
        PlaceMatch::Same(PlacePart::Country) => Some("link-country-same"),
        PlaceMatch::Same(PlacePart::Host) => Some("link-host-same"),
        _ => None,
    };
    days.into_iter().chain(place).map(Said::plain).collect()
}

/// Why days that do not contradict each other are not enough.
pub(super) fn doubtful_days(days: DaysMatch) -> Option<Said> {
    match days {
        DaysMatch::Unknown => Some(Said::plain("link-days-unknown")),
        DaysMatch::Overlap => Some(Said::plain("link-days-differ")),
        DaysMatch::Coarse => Some(Said::plain("link-days-coarse")),
        DaysMatch::Near => Some(Said::plain("link-days-near")),
        DaysMatch::NotAsked | DaysMatch::Same | DaysMatch::Apart => None,
    }
}

pub(super) fn title_similar(score: f64) -> Said {
    Said::new("link-title-similar", Args::new().with("score", per_cent(score)))
}

/// The words of either title that the other lacks.
pub(super) fn words_differ(left: &Row, right: &Row, form: &Form) -> Option<Said> {
    let of = |one: &Row, other: &Row| -> BTreeSet<String> {
        let (one, other) = (&one.understood.title.stems, &other.understood.title.stems);
        one.iter().filter(|stem| !other.contains(stem)).cloned().collect()
    };
    let (mine, theirs) = (of(left, right), of(right, left));
    let both = !mine.is_empty() && !theirs.is_empty();
    both.then(|| Said::new("link-words-differ", sides(as_written(&mine, left, form), as_written(&theirs, right, form))))
}

pub(super) fn text_alike(score: f64) -> Said {
    Said::new("link-text-alike", Args::new().with("score", per_cent(score)))
}

pub(super) fn total_differs(left: u64, right: u64) -> Said {
    Said::new("link-total-differs", sides(left.to_string(), right.to_string()))
}

/// Two values of a field that are not alike; dictionary values by their labels.
pub(super) fn field_differs(key: &FieldKey, left: &Value, right: &Value, form: &Form) -> Said {
    let label = form.label(key);
    let args = sides(shown(key, left, form), shown(key, right, form)).with("field", label);
    Said::new("link-field-differs", args)
}

/// A part of the place in which two rows differ.
pub(super) fn place_differs(part: PlacePart, left: &Row, right: &Row) -> Said {
    let of = |row: &Row| -> Arg {
        let understood = &row.understood;
        match part {
            PlacePart::Country => understood
                .country
                .map_or_else(LocalText::default, |country| LocalText::Each {
                    ru: Some(country.ru.to_owned()),
                    en: Some(country.en.to_owned()),
                })
                .into(),
            PlacePart::Region => understood.region.clone().unwrap_or_default().into(),
            PlacePart::City => understood.city.clone().unwrap_or_default().into(),
            PlacePart::Host => understood.host().unwrap_or_default().into(),
            PlacePart::Attendance => String::new().into(),
        }
    };
    let id = match part {
        PlacePart::Country => "link-country-differs",
        PlacePart::Region => "link-region-differs",
        PlacePart::City => "link-city-differs",
        PlacePart::Host => "link-host-differs",
        PlacePart::Attendance => return Said::plain("link-attendance-differs"),
    };
    Said::new(id, sides(of(left), of(right)))
}

/// What keeps two rows apart.
pub(super) fn veto(veto: &Objection, left: &Row, right: &Row, form: &Form) -> Said {
    match veto {
        Objection::Days => Said::plain("link-days-apart"),
        Objection::Place(part) => place_differs(*part, left, right),
        Objection::Ordinals(mine, theirs) => Said::new("link-ordinal-differs", sides(list(mine), list(theirs))),
        Objection::Years(mine, theirs) => Said::new("link-year-differs", sides(list(mine), list(theirs))),
        Objection::Names(mine, theirs) => {
            Said::new("link-name-differs", sides(as_written(mine, left, form), as_written(theirs, right, form)))
        }
        Objection::Part => Said::plain("link-part"),
    }
}

fn sides(left: impl Into<Arg>, right: impl Into<Arg>) -> Args {
    Args::new().with("left", left).with("right", right)
}

fn list(numbers: &BTreeSet<u32>) -> String {
    numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Names are known by their stems; a person is shown the words of the title.
fn as_written(stems: &BTreeSet<String>, row: &Row, form: &Form) -> String {
    let title = form.with_role(Role::Title).and_then(|field| row.text(field.key.as_str())).unwrap_or_default();
    let mut stemming = Stemming::default();
    let mut is_meant = |word: &&str| {
        let mut meant = false;
        stemming.each(word, |stem| meant |= stems.contains(stem));
        meant
    };
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric() && c != '-').filter(&mut is_meant).collect();
    if words.is_empty() { stems.iter().cloned().collect::<Vec<_>>().join(", ") } else { words.join(", ") }
}

fn shown(key: &FieldKey, value: &Value, form: &Form) -> LocalText {
    let entry = form
        .field(key.as_str())
        .and_then(|field| form.dictionary_of(field))
        .zip(value.as_text())
        .and_then(|(dictionary, key)| dictionary.entry(key));
    entry.map_or_else(|| LocalText::Same(value.to_string()), |entry| entry.label.clone())
}

/// Hundredths of likeness; never rounded up to 100, which is for equal titles.
#[expect(clippy::cast_possible_truncation, reason = "a score lies between 0 and 1")]
fn per_cent(score: f64) -> i64 {
    (score * 100.0).floor() as i64
}
