//! More than one period: events that run on, rows that were sent before, and corrections of a period that is over.

use serde_json::Value as Json;

use crate::campaign::{Campaign, Ran, Returned};

fn campaign() -> Campaign {
    Campaign::new("international-events", "2023-Q4")
        .institution("museum", "Музей озёр")
        .institution("library", "Областная библиотека")
}

/// An exhibition that runs for eight months.
fn exhibition() -> Returned {
    Returned::new().event(&[
        ("title", "Выставка «Парус и ветер»"),
        ("place", "г. Минск, Республика Беларусь, Дом художника"),
        ("start", "2023-11-04"),
        ("end", "2024-07-08"),
    ])
}

fn concert(start: &str) -> Returned {
    Returned::new().event(&[("start", start)])
}

fn titles(ran: &Ran) -> Vec<String> {
    let events = ran.events();
    events["events"].as_array().unwrap().iter().map(|event| event["fields"]["title"].as_str().unwrap().into()).collect()
}

fn carried_from(ran: &Ran) -> Vec<Json> {
    ran.events()["events"].as_array().unwrap().iter().map(|event| event["carried_from"].clone()).collect()
}

#[test]
fn an_event_that_runs_on_stands_in_every_quarter_that_it_touches_and_in_no_other() {
    let mut campaign = campaign().returns("museum", &exhibition());
    assert_eq!(titles(&campaign.run()).len(), 1);
    for (period, events) in [("2024-Q1", 1), ("2024-Q2", 1), ("2024-Q3", 1), ("2024-Q4", 0)] {
        campaign = campaign.in_period(period);
        let ran = campaign.run();
        assert_eq!(titles(&ran), vec!["Выставка «Парус и ветер»"; events], "{period}");
        assert_eq!(carried_from(&ran), vec![Json::from("2023-Q4"); events], "{period}");
        assert_eq!(ran.tally(), [0; 5], "no row was received");
        assert_eq!(ran.answer["tally"]["carried"], events, "{period}");
    }
}

#[test]
fn an_event_that_is_told_of_anew_is_not_carried_besides() {
    let campaign = campaign().returns("museum", &exhibition());
    campaign.run();
    let campaign = campaign.in_period("2024-Q1").returns("museum", &exhibition());
    let ran = campaign.run();
    assert_eq!((titles(&ran).len(), carried_from(&ran)), (1, vec![Json::Null]));
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    assert!(!ran.has("X03"), "what runs on is no copy");
}

#[test]
fn another_institutions_report_of_what_runs_on_leads_and_is_one_event_with_it() {
    let campaign = campaign().returns("museum", &exhibition());
    campaign.run();
    let campaign = campaign.in_period("2024-Q1").returns("library", &exhibition());
    let ran = campaign.run();
    let events = ran.events();
    let sources = events["events"][0]["sources"].as_array().unwrap().clone();
    let who: Vec<&Json> = sources.iter().map(|source| &source["institution"]).collect();
    assert_eq!(who, ["library", "museum"]);
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    assert_eq!(ran.answer["tally"]["carried"], 0);
}

#[test]
fn a_correction_of_the_earlier_quarter_corrects_what_runs_on() {
    let campaign = campaign().returns("museum", &exhibition());
    campaign.run();
    let campaign = campaign.in_period("2024-Q1");
    assert_eq!(titles(&campaign.run()).len(), 1);
    // The exhibition closed before the year was out.
    let shorter =
        Returned::new().event(&[("title", "Выставка «Парус и ветер»"), ("start", "2023-11-04"), ("end", "2023-12-20")]);
    let campaign = campaign.in_period("2023-Q4").returns("museum", &shorter);
    campaign.run();
    assert_eq!(titles(&campaign.in_period("2024-Q1").run()), Vec::<String>::new());
}

#[test]
fn a_row_left_in_from_the_last_quarter_is_told() {
    let campaign = campaign().returns("museum", &concert("2023-12-10"));
    campaign.run();
    // Only the day was changed; and once not even that.
    let campaign = campaign.in_period("2024-Q1").returns("museum", &concert("2024-02-10"));
    let ran = campaign.run();
    assert!(ran.has("X03"), "{}", ran.answer["findings"]);
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0], "a warning keeps nothing out");
    let ran = campaign.returns("museum", &concert("2023-12-10")).run();
    assert!(ran.has("X03") && ran.has("D04"), "{}", ran.answer["findings"]);
}

#[test]
fn another_institutions_row_or_other_words_are_no_copy() {
    let campaign = campaign().returns("museum", &concert("2023-12-10"));
    campaign.run();
    let other_words = Returned::new().event(&[
        ("start", "2024-02-10"),
        ("content", "Вечер прошёл в новом составе: к музыкантам присоединился хор, программа обновлена целиком"),
    ]);
    let campaign =
        campaign.in_period("2024-Q1").returns("museum", &other_words).returns("library", &concert("2024-02-11"));
    assert!(!campaign.run().has("X03"));
}

#[test]
fn what_is_kept_in_mind_of_earlier_quarters_changes_no_result() {
    let campaign = campaign().returns("museum", &exhibition()).returns("library", &concert("2023-12-10"));
    campaign.run();
    let campaign = campaign.in_period("2024-Q1").returns("library", &concert("2024-02-10"));
    let first = campaign.run();
    let bytes = first.artifacts();
    let again = campaign.run();
    assert!(again.artifacts() == bytes, "with the digests of the first run");
    assert_eq!(first.answer["findings"], again.answer["findings"]);
}
