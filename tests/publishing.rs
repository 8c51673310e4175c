//! Editions of a report, what the next one says differently, and the report of a year.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value as Json, json};

use crate::campaign::pdf::Pdf;
use crate::campaign::tools::{assert_valid, frictionless, libreoffice};
use crate::campaign::{Campaign, Returned, files};

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Музей озёр")
        .institution("library", "Областная библиотека")
}

fn evening(title: &str, start: &str) -> Returned {
    Returned::new().event(&[("title", title), ("start", start)])
}

/// An exhibition that runs from February to November.
fn exhibition(returned: Returned) -> Returned {
    returned.event(&[
        ("title", "Выставка «Парус и ветер»"),
        ("place", "г. Минск, Республика Беларусь, Дом художника"),
        ("start", "2024-02-04"),
        ("end", "2024-11-20"),
    ])
}

fn publish(campaign: &Campaign, period: &str) -> (i32, Json) {
    let output = campaign.command(&["publish", period, "--format", "json"]);
    let stdout = String::from_utf8_lossy(&output.stdout);
    let answer = serde_json::from_str(&stdout)
        .unwrap_or_else(|error| panic!("{error}: {stdout}\n{}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().unwrap(), answer)
}

fn differences(answer: &Json) -> Vec<&str> {
    answer["edition"]["differences"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect()
}

fn events(campaign: &Campaign, period: &str) -> Json {
    let bytes = fs::read(campaign.root().join(period).join("report/events.json")).unwrap();
    serde_json::from_slice(&bytes).unwrap()
}

fn titles(events: &Json) -> Vec<&str> {
    events["events"].as_array().unwrap().iter().map(|event| event["fields"]["title"].as_str().unwrap()).collect()
}

#[test]
fn the_same_content_makes_no_new_edition() {
    let campaign = campaign().returns("museum", &evening("Вечер первый", "2024-02-03"));
    campaign.run();
    let (_, first) = publish(&campaign, "2024-Q1");
    assert_eq!((&first["edition"]["number"], &first["edition"]["new"]), (&json!(1), &json!(true)));
    let kept = files(&campaign.root().join("2024-Q1/edition-1"));
    let (_, again) = publish(&campaign, "2024-Q1");
    assert_eq!((&again["edition"]["number"], &again["edition"]["new"]), (&json!(1), &json!(false)));
    assert!(files(&campaign.root().join("2024-Q1/edition-1")) == kept);
    assert!(!campaign.root().join("2024-Q1/edition-2").exists());
}

#[test]
fn a_corrected_file_makes_a_new_edition_that_tells_every_changed_field() {
    let campaign = campaign()
        .returns("museum", &evening("Вечер первый", "2024-02-03"))
        .returns("library", &evening("Вечер второй", "2024-02-05"));
    campaign.run();
    publish(&campaign, "2024-Q1");
    let first = files(&campaign.root().join("2024-Q1/edition-1"));
    let corrected = Returned::new().event(&[
        ("title", "Вечер первый"),
        ("start", "2024-02-03"),
        ("place", "г. Гомель, Республика Беларусь, Дворец культуры"),
    ]);
    let campaign = campaign.returns("museum", &corrected);
    campaign.run();
    let (_, second) = publish(&campaign, "2024-Q1");
    assert_eq!(second["edition"]["number"], 2);
    let told = differences(&second);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].starts_with("№ 1 «Вечер первый»") && told[0].contains("г. Гомель"), "{told:?}");
    assert!(files(&campaign.root().join("2024-Q1/edition-1")) == first, "an edition is never written over");
    let names: Vec<String> =
        files(&campaign.root().join("2024-Q1/edition-2")).into_iter().map(|(name, _)| name).collect();
    let ways = names.iter().filter(|name| name.starts_with("Что изменилось")).count();
    assert_eq!(ways, if cfg!(feature = "pdf") { 2 } else { 1 }, "{names:?}");
    let page = |part: &str| {
        let folder = campaign.root().join("2024-Q1").join(part);
        let page = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        fs::read_to_string(page.into_iter().find(|path| path.extension().is_some_and(|it| it == "html")).unwrap())
            .unwrap()
    };
    assert!(page("edition-1").contains("Редакция 1") && page("edition-2").contains("Редакция 2"));
    assert!(page("report").contains("Редакция 2"), "what was published last");
    campaign.run();
    assert!(!page("report").contains("Редакция"), "what was not published has no number");
}

#[test]
fn an_added_and_a_removed_event_and_who_answered_are_told() {
    let campaign = campaign().returns("museum", &evening("Вечер первый", "2024-02-03"));
    campaign.run();
    publish(&campaign, "2024-Q1");
    let campaign = campaign
        .returns("museum", &evening("Турнир по шахматам", "2024-03-09"))
        .returns("library", &evening("Вечер второй", "2024-01-05"));
    campaign.run();
    let (_, second) = publish(&campaign, "2024-Q1");
    let told = differences(&second).join("\n");
    for words in
        ["№ 1 «Вечер второй»: добавлено", "«Вечер первый» (прежний № 1): исключено", "Учреждений ответило: было 1"]
    {
        assert!(told.contains(words), "{words}:\n{told}");
    }
}

#[test]
fn what_was_never_run_cannot_be_published() {
    let campaign = campaign();
    for period in ["2024-Q1", "2024"] {
        let output = campaign.command(&["publish", period]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("svod run 2024-Q1"));
    }
    let output = campaign.command(&["publish", "2024-03"]);
    assert_eq!(output.status.code(), Some(2), "a quarter has no months that could be published");
}

/// Four quarters: an exhibition runs through all of them, the second is corrected later, the third is never run.
fn year() -> Campaign {
    let first = exhibition(evening("Вечер первый", "2024-02-10"));
    let campaign = campaign().returns("museum", &first).returns("library", &Returned::nil());
    campaign.run();
    // The museum names the exhibition anew, the library sends what must be corrected.
    let second = exhibition(evening("Вечер второй", "2024-05-11"));
    let campaign =
        campaign.in_period("2024-Q2").returns("museum", &second).returns("library", &evening("Чтения", "2024-05-20"));
    campaign.run();
    let campaign = campaign.in_period("2024-Q4").returns("museum", &evening("Вечер четвёртый", "2024-12-12"));
    campaign.run();
    let corrected = evening("Чтения у озера", "2024-05-21");
    let campaign = campaign.in_period("2024-Q2").returns("library", &corrected);
    campaign.run();
    campaign
}

#[test]
fn a_year_counts_what_runs_on_once_takes_what_was_corrected_and_says_what_is_missing() {
    let campaign = year();
    let (code, answer) = publish(&campaign, "2024");
    assert_eq!(code, 1, "a missing quarter needs a person");
    assert_eq!(answer["missing"], json!(["2024-Q3"]));
    assert_eq!(answer["parts"], json!(["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]));
    let events = events(&campaign, "2024");
    let expected = ["Выставка «Парус и ветер»", "Вечер первый", "Вечер второй", "Чтения у озера", "Вечер четвёртый"];
    assert_eq!(titles(&events), expected);
    let tally = &answer["tally"];
    assert_eq!((&tally["received"], &tally["in_report"], &tally["merged"]), (&json!(6), &json!(5), &json!(1)));
    assert_eq!(tally["carried"], 0, "what began in the year is no guest in it");
    assert_eq!(events["title"][2], "в 2024 году");
    assert!(events["remarks"][0].as_str().unwrap().contains("III квартал 2024 года"), "{}", events["remarks"]);
    let page = answer["artifacts"].as_array().unwrap().iter().find(|one| one["kind"] == "page").unwrap();
    let page = fs::read_to_string(page["path"].as_str().unwrap()).unwrap();
    assert!(page.contains("Сведений за III квартал 2024 года в отчёте нет"));
    if let Some(pdf) = pdf_of(&answer) {
        assert!(pdf.pages[0].contains("Сведений за III квартал 2024 года в отчёте нет"), "{}", pdf.pages[0]);
        assert!(pdf.pages[0].contains("Редакция 1"), "{}", pdf.pages[0]);
    }
    crate::brief::assert_is_one_page(&answer);
}

/// The PDF of an answer, where svod was built to make one.
fn pdf_of(answer: &Json) -> Option<Pdf> {
    if !cfg!(feature = "pdf") {
        return None;
    }
    let pdf = answer["artifacts"].as_array().unwrap().iter().find(|one| one["kind"] == "pdf").unwrap();
    Pdf::read(Path::new(pdf["path"].as_str().unwrap()))
}

#[test]
fn what_was_told_of_twice_is_carried_once() {
    let campaign = year();
    assert_eq!(titles(&events(&campaign, "2024-Q4")), ["Выставка «Парус и ветер»", "Вечер четвёртый"]);
}

#[test]
fn a_year_is_an_edition_like_any_other() {
    let campaign = year();
    publish(&campaign, "2024");
    let (_, again) = publish(&campaign, "2024");
    assert_eq!((&again["edition"]["number"], &again["edition"]["new"]), (&json!(1), &json!(false)));
    let campaign = campaign.in_period("2024-Q3").returns("museum", &evening("Вечер третий", "2024-08-01"));
    campaign.run();
    let (code, second) = publish(&campaign, "2024");
    assert_eq!((code, &second["missing"]), (0, &json!([])));
    let told = differences(&second).join("\n");
    assert!(told.contains("«Вечер третий»: добавлено") && told.contains("Сведений за III квартал"), "{told}");
}

#[test]
fn half_years_and_nine_months_are_made_of_their_own_quarters() {
    let campaign = year();
    let half = publish(&campaign, "2024-H1").1;
    assert_eq!(half["missing"], json!([]));
    assert_eq!(titles(&events(&campaign, "2024-H1")).len(), 4);
    let nine = publish(&campaign, "2024-9M").1;
    assert_eq!(nine["missing"], json!(["2024-Q3"]));
    assert_eq!(events(&campaign, "2024-9M")["title"][2], "в январе – сентябре 2024 года");
}

#[test]
fn what_began_before_the_year_stands_in_it_once_and_is_marked() {
    let campaign = campaign().in_period("2023-Q4").returns(
        "museum",
        &Returned::new().event(&[
            ("title", "Выставка «Парус и ветер»"),
            ("start", "2023-11-04"),
            ("end", "2024-07-08"),
        ]),
    );
    campaign.run();
    let mut campaign = campaign;
    for period in ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"] {
        campaign = campaign.in_period(period);
        campaign.run();
    }
    let (_, answer) = publish(&campaign, "2024");
    let events = events(&campaign, "2024");
    assert_eq!(titles(&events), ["Выставка «Парус и ветер»"]);
    assert_eq!(events["events"][0]["carried_from"], "2023-Q4");
    assert_eq!((&answer["tally"]["received"], &answer["tally"]["carried"]), (&json!(0), &json!(1)));
}

#[test]
fn a_report_is_compared_with_the_quarter_before_and_the_same_one_a_year_ago() {
    let campaign = campaign().in_period("2023-Q1").returns("museum", &evening("Вечер давний", "2023-02-03"));
    campaign.run();
    let two = evening("Вечер первый", "2023-12-03").event(&[("title", "Вечер второй"), ("start", "2023-12-09")]);
    let campaign = campaign.in_period("2023-Q4").returns("museum", &two);
    campaign.run();
    let campaign = campaign.in_period("2024-Q1").returns("museum", &evening("Вечер новый", "2024-02-03"));
    let page = fs::read_to_string(campaign.run().artifact("page")).unwrap();
    for words in ["IV квартал 2023 года: 2 (−1)", "I квартал 2023 года: 1 (без изменений)"]
    {
        assert!(page.contains(words), "{words}");
    }
}

/// A document of one page and these paragraphs, as LibreOffice writes it.
fn letterhead(campaign: &Campaign, paragraphs: &[&str]) -> Option<()> {
    let folder = tempfile::tempdir().unwrap();
    let page = paragraphs.iter().map(|text| format!("<p>{text}</p>")).collect::<Vec<_>>().concat();
    let source = folder.path().join("blank.html");
    fs::write(&source, format!("<html><head><meta charset=\"utf-8\"></head><body>{page}</body></html>")).unwrap();
    let text = libreoffice(&source, "odt", folder.path())?;
    let saved = libreoffice(&text, "docx", folder.path())?;
    fs::copy(saved, campaign.root().join("blank.docx")).unwrap();
    let settings = campaign.root().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("letterhead = \"blank.docx\"\n{text}")).unwrap();
    Some(())
}

#[test]
fn the_report_takes_its_place_in_the_institutions_own_word_file() {
    let campaign = campaign().returns("museum", &evening("Вечер первый", "2024-02-03"));
    if letterhead(&campaign, &["ПРАВИТЕЛЬСТВО ОБЛАСТИ", "{{отчёт}}", "Исполнитель: отдел внешних связей"]).is_none()
    {
        return;
    }
    let report = campaign.run().artifact("report");
    assert_valid(std::slice::from_ref(&report));
    let folder = tempfile::tempdir().unwrap();
    let Some(text) = libreoffice(&report, "txt", folder.path()) else { return };
    let text = fs::read_to_string(text).unwrap();
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
    assert!(at("ПРАВИТЕЛЬСТВО ОБЛАСТИ") < at("Вечер первый") && at("Вечер первый") < at("Исполнитель"));
    assert!(!text.contains("{{"), "{text}");
    let bytes = fs::read(&report).unwrap();
    assert!(fs::read(campaign.run().artifact("report")).unwrap() == bytes, "the same bytes twice");
}

#[test]
fn a_letterhead_without_a_place_is_said_before_anything_is_lost() {
    let campaign = campaign().returns("museum", &evening("Вечер первый", "2024-02-03"));
    let Some(()) = letterhead(&campaign, &["ПРАВИТЕЛЬСТВО ОБЛАСТИ"]) else { return };
    let output = campaign.command(&["run", "2024-Q1"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("не отмечено место отчёта") && said.contains("{{отчёт}}"), "{said}");
    assert_eq!(files(&campaign.root().join("2024-Q1/originals")).len(), 1, "what came is kept");
}

#[test]
fn everything_that_is_published_of_a_year_is_valid() {
    let campaign = year();
    publish(&campaign, "2024");
    let campaign = campaign.in_period("2024-Q3").returns("museum", &evening("Вечер третий", "2024-08-01"));
    campaign.run();
    publish(&campaign, "2024");
    let written = fs::read_dir(campaign.root().join("2024/edition-2")).unwrap().map(|entry| entry.unwrap().path());
    let office = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "docx" || ending == "xlsx");
    let documents: Vec<PathBuf> = written.filter(office).collect();
    assert_eq!(documents.len(), 4, "{documents:?}");
    assert_valid(&documents);
    if let Some(errors) = frictionless(&campaign.root().join("2024/edition-2/data/datapackage.json")) {
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn the_same_year_gives_the_same_bytes() {
    let publish_all = || {
        let campaign = year();
        publish(&campaign, "2024");
        files(&campaign.root().join("2024/report"))
    };
    let (one, other) = (publish_all(), publish_all());
    for (one, other) in one.iter().zip(&other) {
        assert!(one == other, "{} differs", one.0);
    }
    assert_eq!(one.len(), other.len());
}
