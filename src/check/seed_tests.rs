//! The seed report: real rows give no error. It lies outside of the repository; where it is absent the tests say so and
//! pass.

use std::path::PathBuf;

use serde_json::Value as Json;

use super::fixture::{assert_said_in_full, checker, codes, day, reading, text};
use crate::flow::{Checked, Content};
use crate::words::Language;

#[expect(clippy::disallowed_methods, reason = "a test may read its sample")]
fn seed() -> Option<Vec<Json>> {
    let shared = std::env::var_os("SVOD_SHARED")
        .map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")), PathBuf::from);
    let Ok(bytes) = std::fs::read(shared.join("seed/events.json")) else {
        println!("skipped: the seed report is not here; SVOD_SHARED tells where it lies");
        return None;
    };
    let seed: Json = serde_json::from_slice(&bytes).unwrap();
    Some(seed["events"].as_array().unwrap().clone())
}

fn said(event: &Json, path: &str) -> Content {
    text(event.pointer(path).and_then(Json::as_str).unwrap())
}

/// A row as the old form of six columns gives it, with the section.
fn as_words(event: &Json) -> Vec<(&'static str, Content)> {
    vec![
        ("section", said(event, "/section")),
        ("title", said(event, "/title_raw")),
        ("place", said(event, "/place/raw")),
        ("dates_text", said(event, "/date/raw")),
        ("content", said(event, "/content_raw")),
        ("participants", said(event, "/participants/raw")),
    ]
}

/// The same with typed days where one run of days says them.
fn as_cells(event: &Json) -> Vec<(&'static str, Content)> {
    let mut row = as_words(event);
    let intervals = event["date"]["intervals"].as_array().unwrap();
    if let [only] = intervals.as_slice()
        && event["date"]["precision"] == "day"
    {
        let bound = |name: &str| day(only[name].as_str().unwrap().parse().unwrap());
        row.retain(|(key, _)| *key != "dates_text");
        row.extend([("start", bound("start")), ("end", bound("end"))]);
    }
    row
}

fn assert_no_errors(checked: &Checked) {
    let errors: Vec<String> = checked
        .all_findings()
        .filter(|finding| finding.is_error())
        .map(|finding| format!("{}: {}", finding.kind, finding.sentence(Language::Ru)))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_said_in_full(checked);
}

#[test]
fn the_seed_gives_no_errors_as_words_or_as_cells() {
    let Some(events) = seed() else { return };
    for rows in [events.iter().map(as_words).collect::<Vec<_>>(), events.iter().map(as_cells).collect()] {
        let checked = checker().check(reading(&rows));
        assert_eq!(checked.rows.len(), 28);
        assert_no_errors(&checked);
        for row in &checked.rows {
            println!("{} {:?}", row.row.number() - 4, codes(&row.findings));
        }
        assert!(!codes(checked.all_findings()).contains(&"X01".to_owned()), "near pairs are no repeats");
    }
}

#[test]
fn the_seed_is_understood_as_people_understood_it() {
    let Some(events) = seed() else { return };
    let checked = checker().check(reading(&events.iter().map(as_words).collect::<Vec<_>>()));
    let mut wrong = Vec::new();
    for (row, event) in checked.rows.iter().zip(&events) {
        let understood = &row.row.understood;
        let partners: Vec<&str> = understood.partners.iter().map(|country| country.ru).collect();
        let expected: Vec<&str> =
            event["partner_countries"].as_array().unwrap().iter().filter_map(Json::as_str).collect();
        let (mut left, mut right) = (partners.clone(), expected.clone());
        left.sort_unstable();
        right.sort_unstable();
        if left != right {
            wrong.push(format!("{}: partners {partners:?}, not {expected:?}", event["n"]));
        }
        if understood.total != event["participants"]["total"].as_u64() {
            wrong.push(format!("{}: total {:?}", event["n"], understood.total));
        }
        let online = event["place"]["format"] == "онлайн";
        let country = event["place"]["country"].as_str().filter(|_| !online);
        if understood.country.map(|country| country.ru) != country {
            wrong.push(format!("{}: country {:?}, not {country:?}", event["n"], understood.country));
        }
        let days: Vec<String> = understood
            .days
            .iter()
            .flat_map(|days| &days.intervals)
            .map(|run| format!("{}/{}", run.start, run.end))
            .collect();
        let intervals = event["date"]["intervals"].as_array().unwrap();
        let expected: Vec<String> = intervals
            .iter()
            .map(|run| format!("{}/{}", run["start"].as_str().unwrap(), run["end"].as_str().unwrap()))
            .collect();
        if days != expected {
            wrong.push(format!("{}: days {days:?}, not {expected:?}", event["n"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
