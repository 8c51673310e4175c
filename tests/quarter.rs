//! A quarter, all the way; twice the same; and with another form.

use serde_json::Value as Json;
use svod::words::Language;

use crate::campaign::{Campaign, Returned, files, svod};

fn demo() -> (tempfile::TempDir, Json) {
    let folder = tempfile::tempdir().unwrap();
    let output = svod(&["demo", folder.path().join("demo").to_str().unwrap(), "--format", "json", "--lang", "ru"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let answer = serde_json::from_slice(&output.stdout).unwrap();
    (folder, answer)
}

#[test]
fn the_demonstration_accounts_for_every_row_and_stumbles_over_nothing() {
    let (folder, answer) = demo();
    let tally = |key: &str| answer["tally"][key].as_u64().unwrap();
    assert_eq!(tally("received"), tally("in_report") + tally("merged") + tally("refused") + tally("waiting"));
    assert_eq!(tally("merged"), 1, "the festival that two institutions reported");
    assert_eq!(answer["questions"], 1, "the tournament that two institutions worded differently");
    let codes: Vec<_> = answer["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]).collect();
    for code in ["F01", "F03", "F04", "F05", "F06", "T01", "T02", "T04", "D02", "D04", "U03"] {
        assert!(codes.iter().any(|found| *found == code), "{code} in {codes:?}");
    }
    let kinds: Vec<_> = answer["artifacts"].as_array().unwrap().iter().map(|artifact| &artifact["kind"]).collect();
    let mut expected =
        vec!["workbook", "report", "brief", "page", "events", "package", "table", "table", "table", "questions"];
    if cfg!(feature = "pdf") {
        expected.insert(2, "pdf");
        expected.insert(4, "brief-pdf");
    }
    assert_eq!(kinds, expected);
    assert_eq!(files(&folder.path().join("demo/inbox")).len(), 1, "only the lock file is left");
}

#[test]
fn the_same_input_gives_the_same_bytes_of_every_artifact() {
    let (first, _) = demo();
    let (second, _) = demo();
    for part in
        ["demo/2024-Q1/report", "demo/2024-Q1/report/data", "demo/2024-Q1/originals", "demo/2024-Q1/unusable", "demo"]
    {
        let mut left = files(&first.path().join(part));
        let mut right = files(&second.path().join(part));
        for side in [&mut left, &mut right] {
            side.retain(|(name, _)| !["svod.log", "svod.db", "svod.lock", "svod.key"].contains(&name.as_str()));
        }
        let names = |side: &[(String, Vec<u8>)]| side.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&left), names(&right));
        for (left, right) in left.iter().zip(&right) {
            assert!(left.1 == right.1, "{part}/{} differs", left.0);
        }
    }
}

#[test]
fn the_order_of_arrival_changes_nothing_in_the_report() {
    let rows = [
        ("museum", "Вечер первый", "2024-02-03"),
        ("library", "Вечер второй", "2024-01-09"),
        ("circus", "Вечер третий", "2024-02-03"),
    ];
    let run = |order: [usize; 3]| {
        let mut campaign =
            rows.iter().fold(Campaign::new("international-events", "2024-Q1"), |campaign, (code, _, _)| {
                campaign.institution(code, &format!("Учреждение «{code}»"))
            });
        for index in order {
            let (code, title, day) = rows[index];
            campaign = campaign.returns(code, &Returned::new().event(&[("title", title), ("start", day)]));
            campaign.run();
        }
        let events = campaign.run().events();
        events["events"].as_array().unwrap().iter().map(|event| event["printed"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(run([0, 1, 2]), run([2, 1, 0]));
}

#[test]
fn another_form_in_english_with_months_and_other_fields_runs_on_the_same_engine() {
    let campaign = Campaign::in_language("training-activities", "2024-03", Language::En)
        .institution("north", "Northern Training Centre")
        .institution("south", "Southern Academy");
    let form = campaign.form().clone();
    // Values from the form's own examples: whatever it asks, its worked example must pass its own checks.
    let row: Vec<(String, String)> = form
        .table
        .fields
        .iter()
        .map(|field| (field.key.to_string(), field.example.get(Language::En).to_owned()))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    let row: Vec<(&str, &str)> = row.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let campaign = campaign.returns("north", &Returned::default().row(&row));
    let ran = campaign.run();
    assert_eq!(ran.codes("error"), Vec::<String>::new(), "{}", ran.answer["findings"]);
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    let events = ran.events();
    assert!(events["title"][0].as_str().unwrap().is_ascii() && events["period"]["id"] == "2024-03");
}
