//! Who is reminded when, who was given more time, and where each institution stands.

use std::fs;
use std::io::Read;

use serde_json::Value as Json;

use crate::campaign::{Campaign, Returned};

/// The last day is Friday, 5 April 2024; Monday the 8th is a holiday.
fn campaign() -> Campaign {
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Музей озёрного края")
        .institution("theatre", "Театр у моста");
    let settings = campaign.root().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}\n[post.calendar]\nholidays = [\"2024-04-08\"]\n")).unwrap();
    campaign
}

fn answer(campaign: &Campaign, args: &[&str]) -> Json {
    let mut all = args.to_vec();
    all.extend(["--format", "json"]);
    let output = campaign.command(&all);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Whom `svod remind` writes to on a day, and the subject of the first letter.
fn reminded(campaign: &Campaign, day: &str) -> (Vec<String>, String) {
    let answer = answer(campaign, &["remind", "2024-Q1", "--on", day]);
    let letters = answer["letters"].as_array().unwrap();
    let codes = letters.iter().map(|letter| letter["institution"].as_str().unwrap().to_owned()).collect();
    (codes, letters.first().map(|letter| letter["subject"].as_str().unwrap().to_owned()).unwrap_or_default())
}

fn progress(campaign: &Campaign, day: &str) -> Vec<String> {
    let answer = answer(campaign, &["status", "2024-Q1", "--on", day]);
    let institutions = answer["institutions"].as_array().unwrap();
    institutions.iter().map(|one| one["account"]["progress"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn reminders_begin_some_working_days_before_the_last_one_and_their_tone_rises() {
    let campaign = campaign();
    let nobody: Vec<String> = Vec::new();
    assert_eq!(reminded(&campaign, "2024-04-01").0, nobody, "four working days are left");
    assert!(reminded(&campaign, "2024-04-02").1.starts_with("Напоминание"));
    assert!(reminded(&campaign, "2024-04-05").1.starts_with("Сегодня последний день"));
    assert_eq!(reminded(&campaign, "2024-04-06").0, nobody, "a Saturday");
    assert_eq!(reminded(&campaign, "2024-04-08").0, nobody, "a holiday");
    assert!(reminded(&campaign, "2024-04-09").1.starts_with("Срок прошёл"));
    assert!(reminded(&campaign, "2024-04-12").1.starts_with("Повторно"));
}

#[test]
fn whoever_has_answered_is_not_reminded_and_an_extension_holds_for_one() {
    let campaign = campaign().returns("theatre", &Returned::nil());
    campaign.run();
    assert_eq!(reminded(&campaign, "2024-04-05").0, ["museum"]);
    let extended = answer(&campaign, &["extend", "museum", "2024-04-19"]);
    assert_eq!(extended["period"], "2024-Q1");
    assert!(reminded(&campaign, "2024-04-09").0.is_empty());
    assert!(reminded(&campaign, "2024-04-17").1.contains("до 19.04.2024"));
    assert_eq!(progress(&campaign, "2024-04-12"), ["reminded", "nil"]);
    assert_eq!(progress(&campaign, "2024-04-22"), ["silent", "nil"]);
}

#[test]
fn an_institution_goes_from_not_asked_to_corrected() {
    let wrong = Returned::new().event(&[("start", ""), ("dates_text", "31 апреля 2024 года")]);
    let campaign = campaign();
    assert_eq!(progress(&campaign, "2024-04-01"), ["not-asked", "not-asked"]);
    answer(&campaign, &["send", "2024-Q1"]);
    assert_eq!(progress(&campaign, "2024-04-01"), ["asked", "asked"]);
    let campaign = campaign.returns("museum", &wrong);
    campaign.run();
    assert_eq!(progress(&campaign, "2024-04-08"), ["with-findings", "silent"]);
    answer(&campaign, &["return"]);
    assert_eq!(progress(&campaign, "2024-04-08"), ["returned", "silent"]);
    let total = [("total", "40"), ("unit", "participant"), ("format", "on-site"), ("country", "BY")];
    let campaign = campaign.returns("museum", &Returned::new().event(&total));
    let ran = campaign.run();
    assert_eq!(ran.codes("warning"), Vec::<String>::new());
    assert_eq!(progress(&campaign, "2024-04-08"), ["corrected", "silent"]);
    let status = answer(&campaign, &["status", "2024-Q1", "--on", "2024-04-08"]);
    assert_eq!(status["figures"], serde_json::json!({"expected": 2, "received": 1, "on_time": 1, "in_order": 1}));
    let log = answer(&campaign, &["log", "museum"]);
    let story: Vec<&str> =
        log["story"].as_array().unwrap().iter().map(|told| told["message"].as_str().unwrap()).collect();
    assert_eq!(story.len(), 4, "{story:?}");
    assert!(story.iter().any(|told| told.contains("возврат на исправление")), "{story:?}");
}

/// A line of the journal of the post: a draft of that kind to an institution, on a day of April 2024.
fn drafted(institution: &str, kind: &str, about: &str, day: u32) -> String {
    let letter = serde_json::json!({"period": "2024-Q1", "institution": institution, "kind": kind, "about": about});
    serde_json::json!({"drafted": {"letter": letter, "at": format!("2024-04-{day:02}T09:00:00")}}).to_string()
}

/// All words of the consolidated workbook.
fn words(campaign: &Campaign) -> String {
    let file = fs::File::open(campaign.run().artifact("workbook")).unwrap();
    let mut words = String::new();
    zip::ZipArchive::new(file).unwrap().by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut words).unwrap();
    words
}

#[test]
fn the_consolidated_workbook_tells_where_each_institution_stands_on_the_day_of_the_last_letter_or_file() {
    let campaign = campaign().returns("museum", &Returned::new().event(&[]));
    let without = words(&campaign);
    assert!(!without.contains("Запрошено") && without.contains("не ответило"), "nobody was written to: {without}");
    let asked = [drafted("museum", "request", "", 1), drafted("theatre", "request", "", 1)];
    let mut lines = asked.to_vec();
    lines.push(drafted("theatre", "reminder", "2024-04-04", 4));
    let write = |lines: &[String]| fs::write(campaign.root().join("svod.post"), lines.join("\n") + "\n").unwrap();
    write(&lines);
    let before = words(&campaign);
    assert!(before.contains("По состоянию на 04.04.2024"), "{before}");
    assert!(before.contains("ответило 1 из 2 (50 %)") && before.contains("В срок – 1 (50 %)"), "{before}");
    assert!(before.contains("напомнили") && before.contains(">принято<") && before.contains("Запрошено"), "{before}");
    let artifacts = campaign.run().artifacts();
    assert_eq!(campaign.run().artifacts(), artifacts, "whatever day it is");
    lines.push(drafted("theatre", "reminder", "2024-04-09", 9));
    write(&lines);
    let after = words(&campaign);
    assert!(after.contains("По состоянию на 09.04.2024") && after.contains("не ответило в срок"), "{after}");
}
