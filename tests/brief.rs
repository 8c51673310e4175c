//! The summary on one page: it is one page, in Word and as PDF, whatever it has to show.

use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use svod::words::Language;

use crate::campaign::pdf::Pdf;
use crate::campaign::tools::{left_out, libreoffice};
use crate::campaign::{Campaign, Returned, svod};

/// The path of an artifact of an answer; nothing where there is none of that kind.
fn artifact(answer: &Json, kind: &str) -> Option<PathBuf> {
    let found = answer["artifacts"].as_array().unwrap().iter().find(|one| one["kind"] == kind)?;
    Some(PathBuf::from(found["path"].as_str().unwrap()))
}

/// Asserts that the summary is one page in every format, and gives its words as PDF has them.
pub(crate) fn assert_is_one_page(answer: &Json) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let document = artifact(answer, "brief").unwrap();
    if let Some(pages) = libreoffice(&document, "pdf", folder.path()).and_then(|pdf| Pdf::read(&pdf)) {
        assert_eq!(pages.pages.len(), 1, "{}", document.display());
    }
    let Some(pdf) = artifact(answer, "brief-pdf") else {
        left_out("the PDF", "svod was built without the feature pdf");
        return None;
    };
    let pdf = Pdf::read(&pdf)?;
    assert_eq!(pdf.pages.len(), 1, "{}", pdf.pages.join("\n---\n"));
    pdf.assert_sound();
    pdf.assert_accessible();
    Some(pdf.pages.concat())
}

fn answer(campaign: &Campaign, args: &[&str]) -> Json {
    let output = campaign.command(&[args, &["--format", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_summary_of_the_demonstration_is_one_page_with_numbers_beside_its_bars() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("demo");
    for language in ["ru", "en"] {
        let root = root.join(language);
        std::fs::create_dir_all(root.parent().unwrap()).unwrap();
        let output = svod(&["demo", root.to_str().unwrap(), "--format", "json", "--lang", language]);
        let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
        let Some(words) = assert_is_one_page(&answer) else { continue };
        let events = answer["tally"]["in_report"].as_u64().unwrap();
        assert!(words.contains(&events.to_string()), "{words}");
    }
}

/// A return of the English form with so many activities.
fn activities(campaign: &Campaign, month: u32, n: usize) -> Returned {
    let form = campaign.form().clone();
    (0..n).fold(Returned::default(), |returned, at| {
        let example = form.table.fields.iter().filter_map(|field| {
            let value = match field.key.as_str() {
                "title" => format!("Course {at} of month {month}"),
                _ => field.example.get(Language::En).replace("2024-03", &format!("2024-{month:02}")),
            };
            (!value.is_empty()).then(|| (field.key.as_str().to_owned(), value))
        });
        let row: Vec<(String, String)> = example.collect();
        returned.row(&row.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect::<Vec<_>>())
    })
}

#[test]
fn a_year_of_twelve_months_names_every_month_on_one_page() {
    let mut campaign = Campaign::in_language("training-activities", "2024-01", Language::En)
        .institution("north", "Northern Training Centre");
    for month in 1..=12 {
        if month == 8 {
            continue;
        }
        let returned = activities(&campaign, month, 2);
        campaign = campaign.in_period(&format!("2024-{month:02}")).returns("north", &returned);
        campaign.run();
    }
    let answer = answer(&campaign, &["publish", "2024"]);
    assert_eq!(answer["missing"], serde_json::json!(["2024-08"]));
    let words = [assert_is_one_page(&answer), words_of(&artifact(&answer, "brief").unwrap())];
    for words in words.into_iter().flatten() {
        for month in ["January", "April", "August", "December"] {
            assert!(words.contains(month), "{month}: {words}");
        }
    }
}

/// The words of a document, as LibreOffice reads them.
fn words_of(document: &Path) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let text = libreoffice(document, "txt", folder.path())?;
    Some(std::fs::read_to_string(text).unwrap())
}
