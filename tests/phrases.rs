//! What people write, read by the built program: the known phrases beside the repository, and a collection of our own.
//!
//! Both are in one shape and follow the conventions that `known.json` states: dates compare as sets of days, flags and
//! inferred parts as sets, everything else as it stands.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use jiff::civil::Date;
use serde_json::{Value as Json, json};

use crate::campaign::tools::shared;

/// Phrases of `known.json` that are read otherwise than it says, each with its reason. There is none.
const LEFT_OUT: &[(&str, &str)] = &[];

fn known() -> Option<Json> {
    let text = fs::read_to_string(shared("phrases/known.json")?).unwrap();
    Some(serde_json::from_str(&text).unwrap())
}

fn own(subject: &str) -> Vec<Json> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/phrases").join(format!("{subject}.json"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// What the program makes of phrases that share a year and a period.
fn understood(args: &[&str], phrases: &[&str]) -> Vec<String> {
    let elsewhere = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_svod"))
        .arg("understand")
        .args(args)
        .current_dir(elsewhere.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = phrases.iter().fold(String::new(), |lines, phrase| format!("{lines}{phrase}\n"));
    let mut stdin = child.stdin.take().unwrap();
    let feeding = std::thread::spawn(move || stdin.write_all(lines.as_bytes()));
    let output = child.wait_with_output().unwrap();
    feeding.join().unwrap().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// The year and the period that a phrase is read in.
fn context(phrase: &Json) -> (i64, Option<String>) {
    let quarter = phrase["note"].as_str().is_some_and(|note| note == "context quarter 2").then_some("2024-Q2");
    let period = phrase["period"].as_str().or(quarter).map(str::to_owned);
    (phrase["context_year"].as_i64().unwrap_or(2024), period)
}

fn days(intervals: &Json) -> BTreeSet<Date> {
    let day = |value: &Json| value.as_str().unwrap().parse::<Date>().unwrap();
    let of = |interval: &Json| {
        let (start, end) = (day(&interval["start"]), day(&interval["end"]));
        start.series(jiff::ToSpan::days(1)).take_while(move |day| *day <= end).collect::<Vec<_>>()
    };
    intervals.as_array().unwrap().iter().flat_map(of).collect()
}

/// In the form in which two answers compare.
fn plain(answer: &Json) -> Json {
    let mut plain = answer.clone();
    for key in ["flags", "inferred"] {
        if let Some(list) = plain.get_mut(key).and_then(Json::as_array_mut) {
            list.sort_by_key(ToString::to_string);
        }
    }
    if let Some(intervals) = answer.get("intervals") {
        plain["intervals"] = json!(days(intervals).iter().map(ToString::to_string).collect::<Vec<_>>());
    }
    plain
}

fn assert_understood(subject: &str, phrases: &[Json]) {
    let mut groups: BTreeMap<(i64, Option<String>), Vec<&Json>> = BTreeMap::new();
    for phrase in phrases {
        groups.entry(context(phrase)).or_default().push(phrase);
    }
    let mut wrong = Vec::new();
    for ((year, period), phrases) in groups {
        let year = year.to_string();
        let mut args = vec![subject, "--format", "json", "--year", &year];
        args.extend(period.iter().flat_map(|period| ["--period", period]));
        let lines: Vec<String> = phrases.iter().map(|phrase| phrase["raw"].to_string()).collect();
        let answers = understood(&args, &lines.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(answers.len(), phrases.len(), "an answer for each line");
        for (phrase, answer) in phrases.iter().zip(answers) {
            let raw = phrase["raw"].as_str().unwrap();
            let answer: Json = serde_json::from_str(&answer).unwrap();
            if plain(&answer) != plain(&phrase["expected"]) && !LEFT_OUT.iter().any(|(left, _)| *left == raw) {
                wrong.push(format!("{raw}\n   got {answer}\n  want {}", phrase["expected"]));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {} wrong:\n{}", wrong.len(), phrases.len(), wrong.join("\n"));
}

#[test]
fn every_known_phrase_is_understood_as_expected() {
    let Some(known) = known() else { return };
    for (subject, key) in [("dates", "dates"), ("participants", "participants"), ("place", "places")] {
        assert_understood(subject, known[key].as_array().unwrap());
    }
}

#[test]
fn dates_of_our_own_collection_are_understood() {
    assert_understood("dates", &own("dates"));
}

#[test]
fn participants_of_our_own_collection_are_understood() {
    assert_understood("participants", &own("participants"));
}

#[test]
fn places_of_our_own_collection_are_understood() {
    assert_understood("place", &own("places"));
}

#[test]
fn a_line_that_is_a_json_string_may_hold_line_ends() {
    let answers = understood(&["dates", "--year", "2024", "--format", "json"], &[r#""12 мая\n14 мая""#, "12 мая"]);
    let count = |answer: &str| serde_json::from_str::<Json>(answer).unwrap()["intervals"].as_array().unwrap().len();
    assert_eq!(answers.iter().map(|answer| count(answer)).collect::<Vec<_>>(), [2, 1]);
}

#[test]
fn people_are_told_in_words_of_their_language() {
    let told = |language: &str, args: &[&str], phrase: &str| {
        understood(&[args, &["--lang", language]].concat(), &[phrase]).join("\n")
    };
    assert_eq!(
        told("ru", &["dates", "--year", "2024"], "до 5 мая").replace(['\u{2068}', '\u{2069}'], ""),
        "до 5 мая → дней нет: надо уточнить; начало не названо"
    );
    assert!(told("ru", &["participants"], "21 студент из Индии").contains("21 человек (студент)"));
    assert!(told("en", &["participants"], "21 students from India").contains("21 people"));
    assert!(told("ru", &["place"], "г. Витебск").contains("Беларусь, Витебск"));
}

#[test]
fn whatever_is_fed_gives_an_answer_for_each_line() {
    let long = "5-7 мая, ".repeat(12_000);
    let hostile =
        ["", "\u{0}", "\u{202e}", "«((([[[", "__x000D___", &long, "9".repeat(400).as_str()].map(str::to_owned);
    for subject in ["dates", "participants", "place"] {
        let lines: Vec<&str> = hostile.iter().map(String::as_str).collect();
        assert_eq!(understood(&[subject, "--format", "json"], &lines).len(), lines.len());
    }
}
