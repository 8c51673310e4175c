//! The data package: the `frictionless` program finds nothing wrong in it, and would.

use std::fs;
use std::path::PathBuf;

use crate::campaign::tools::frictionless;
use crate::campaign::{Campaign, Returned, svod};

/// Returns whose values a table might stumble over.
fn awkward() -> Campaign {
    let campaign = Campaign::new("international-events", "2024-Q1").institution("odd", "Учреждение; \"и\", 'сыновья'");
    let long = "очень ".repeat(200);
    campaign.returns(
        "odd",
        &Returned::new()
            .event(&[
                ("title", "=1+1; \"вечер\", 'и' 𝄞"),
                ("documents", "=HYPERLINK(\"http://example.org\")\n-документ\n+ещё"),
                ("note", "@SUM(1)"),
            ])
            .event(&[("title", "Встреча в марте"), ("start", ""), ("dates_text", "март 2024 года"), ("note", &long)]),
    )
}

#[test]
fn frictionless_finds_nothing_wrong() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("demo");
    assert!(svod(&["demo", root.to_str().unwrap()]).status.success());
    let demo = root.join("2024-Q1/report/data/datapackage.json");
    let (awkward, english) = (awkward(), Campaign::in_english());
    let packages: [PathBuf; 2] = [&awkward, &english].map(|campaign| campaign.run().artifact("package"));
    for package in [demo.clone()].into_iter().chain(packages) {
        let Some(found) = frictionless(&package) else { return };
        assert_eq!(found, Vec::<String>::new());
    }
    // What is wrong is found: a day that is none.
    let table = demo.with_file_name("events.csv");
    let text = fs::read_to_string(&table).unwrap();
    fs::write(&table, text.replacen("2024-02-", "2024-22-", 1)).unwrap();
    assert!(frictionless(&demo).unwrap().iter().any(|kind| kind == "type-error"));
}

#[test]
fn a_text_that_a_spreadsheet_would_run_is_guarded_and_stands_whole_in_the_json() {
    let campaign = awkward();
    let ran = campaign.run();
    let table = fs::read_to_string(ran.artifact("package").with_file_name("events.csv")).unwrap();
    assert!(table.contains("\"'=1+1; \"\"вечер\"\"") && table.contains("'@SUM(1)"), "{table}");
    assert_eq!(ran.events()["events"][0]["fields"]["note"], "@SUM(1)");
}
