//! What the coordinator corrects in the consolidated workbook, in LibreOffice, and drops back into the inbox; and rows that
//! are taken as they are.

use std::fs;

use serde_json::Value as Json;

use crate::campaign::office::Edits;
use crate::campaign::{Campaign, Ran, Returned};

/// The sheet of events of the consolidated workbook.
const SHEET: &str = "Мероприятия";
/// Its first event, as people count rows.
const FIRST: u32 = 5;

/// A library that sent two events and a museum that sent one.
fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("library", "Библиотека у реки")
        .institution("museum", "Музей льна")
        .returns("library", &library("120"))
        .returns("museum", &Returned::new().event(&[("title", "Выставка «Лён и море»"), ("start", "2024-03-05")]))
}

/// The library's file; how many people came to its first event.
fn library(total: &str) -> Returned {
    Returned::new()
        .event(&[
            ("title", "Вечер переводчиков «Мост слов»"),
            ("start", "2024-01-20"),
            ("total", total),
            ("unit", "участник"),
            ("participants", "Переводчики двух стран"),
        ])
        .event(&[("title", "Встреча читателей «Общая полка»"), ("start", "2024-02-11")])
}

/// The cell of a field in the row of an event, as the workbook was written.
fn cell(campaign: &Campaign, key: &str, number: u32) -> String {
    let at = campaign.form().table.fields.iter().position(|field| field.key.as_str() == key).unwrap();
    let column = svod::record::column_letters(u16::try_from(at + 1).unwrap());
    format!("{column}{}", FIRST + number - 1)
}

/// The consolidated workbook, changed and saved as `format`, lies in the inbox.
fn drop_edited(campaign: &Campaign, ran: &Ran, format: &str, edits: &Edits) -> Option<()> {
    let folder = tempfile::tempdir().unwrap();
    let saved = edits.save(&ran.artifact("workbook"), format, folder.path())?;
    let before = fs::read_dir(campaign.root().join("2024-Q1/originals")).unwrap().count();
    campaign.drop_file(&format!("свод {before}.{format}"), &fs::read(saved).unwrap());
    Some(())
}

/// The event of that title, or of that start.
fn event(ran: &Ran, has: &str) -> Json {
    let events = ran.events();
    let found = events["events"].as_array().unwrap().iter().find(|event| event["fields"].to_string().contains(has));
    found.unwrap_or_else(|| panic!("no event with {has}: {}", events["events"])).clone()
}

fn findings<'a>(ran: &'a Ran, code: &str) -> Vec<&'a Json> {
    ran.answer["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code).collect()
}

/// Findings about edits.
fn said_of_edits(ran: &Ran) -> Vec<String> {
    let all = ran.answer["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap());
    all.filter(|code| code.starts_with('K')).map(str::to_owned).collect()
}

#[test]
fn edits_in_xlsx_and_ods_are_corrections_field_by_field() {
    for format in ["xlsx", "ods"] {
        let campaign = campaign();
        let first = campaign.run();
        let edits = Edits::default()
            .text(SHEET, &cell(&campaign, "title", 1), "Вечер переводчиков «Мост через слова»")
            .number(SHEET, &cell(&campaign, "total", 1), 150)
            .text(SHEET, &cell(&campaign, "section", 2), "Сотрудничество в сфере образования и науки");
        if drop_edited(&campaign, &first, format, &edits).is_none() {
            return;
        }
        let second = campaign.run();
        assert_eq!(said_of_edits(&second), Vec::<String>::new(), "{format}: {}", second.answer["findings"]);
        assert_eq!(second.tally(), first.tally());
        let corrected = event(&second, "Мост через слова");
        assert_eq!(corrected["fields"]["total"], 150);
        assert_eq!(corrected["understood"]["total"], 150, "what follows from a value follows the correction");
        let sources = corrected["field_sources"]["total"].as_array().unwrap();
        assert_eq!((sources[0]["value"].as_i64(), sources[0]["used"].as_bool()), (Some(120), Some(false)));
        assert_eq!((sources[1]["value"].as_i64(), sources[1]["used"].as_bool()), (Some(150), Some(true)));
        assert!(sources[1]["corrected"].is_object(), "{format}: {}", sources[1]);
        assert_eq!(event(&second, "Общая полка")["section"]["label"], "Сотрудничество в сфере образования и науки");
        let kept = campaign.run();
        assert_eq!(kept.artifacts(), second.artifacts(), "{format}: kept at every later run");
    }
}

#[test]
fn sorting_hiding_and_inserting_are_no_edits_and_an_edit_after_them_finds_its_row() {
    let campaign = campaign();
    let first = campaign.run();
    let last = FIRST + 2;
    // Column B is the first that may be edited; after the inserted one stands what was C.
    let edits = Edits::default()
        .insert_column(SHEET, 2)
        .sort(SHEET, &format!("A{FIRST}:AJ{last}"), 0)
        .hide_columns(SHEET, "F1:H1")
        .hide_rows(SHEET, &format!("A{last}:A{last}"))
        .clear(SHEET, &shifted(&cell(&campaign, "foreign", 3)))
        .text(SHEET, &shifted(&cell(&campaign, "title", 3)), "Вечер переводчиков «Слово за слово»");
    if drop_edited(&campaign, &first, "xlsx", &edits).is_none() {
        return;
    }
    let second = campaign.run();
    assert_eq!(said_of_edits(&second), Vec::<String>::new(), "{}", second.answer["findings"]);
    let events = second.events();
    let titles: Vec<&str> =
        events["events"].as_array().unwrap().iter().map(|event| event["fields"]["title"].as_str().unwrap()).collect();
    let expected = ["Вечер переводчиков «Слово за слово»", "Встреча читателей «Общая полка»", "Выставка «Лён и море»"];
    assert_eq!(titles, expected, "sorted downwards, the first event stands last");
    assert_eq!(events["events"][0]["field_sources"]["title"][0]["value"], "Вечер переводчиков «Мост слов»");
}

/// The cell one column to the right.
fn shifted(cell: &str) -> String {
    let at = svod::record::CellRef::parse(cell).unwrap();
    svod::record::CellRef::new(at.row, at.col + 1).to_string()
}

#[test]
fn an_edit_that_breaks_a_rule_or_cannot_be_placed_is_a_finding_and_nothing_else_is_lost() {
    let campaign = campaign();
    let first = campaign.run();
    let row = |number: u32| format!("A{0}:AJ{0}", FIRST + number - 1);
    let city = campaign.form().table.fields.len() + 3;
    let city = svod::record::column_letters(u16::try_from(city).unwrap());
    let edits = Edits::default()
        .text(SHEET, &cell(&campaign, "total", 1), "очень много")
        .text(SHEET, &cell(&campaign, "section", 1), "Ловля бабочек")
        .text(SHEET, &cell(&campaign, "title", 1), "Вечер переводчиков «Мост через слова»")
        .clear(SHEET, &cell(&campaign, "content", 1))
        .text(SHEET, &format!("{city}{FIRST}"), "Другой город")
        .copy(SHEET, &row(2), "A9")
        .delete_row(SHEET, FIRST + 2);
    if drop_edited(&campaign, &first, "ods", &edits).is_none() {
        return;
    }
    let second = campaign.run();
    let mut said = said_of_edits(&second);
    said.sort();
    assert_eq!(said, ["K03", "K03", "K03", "K05", "K06", "K07"], "{}", second.answer["findings"]);
    assert_eq!(second.tally(), first.tally());
    let event = event(&second, "Мост через слова");
    assert_eq!(event["fields"]["total"], 120);
    assert_eq!(event["section"]["label"], "Сотрудничество в сфере культуры и туризма");
    assert!(event["fields"]["content"].is_string());
    let not_taken = findings(&second, "K03");
    assert!(not_taken.iter().all(|finding| finding["file"] == "свод 2.ods"), "{not_taken:?}");
}

#[test]
fn a_correction_is_kept_in_a_corrected_file_and_asked_again_when_the_value_under_it_changes() {
    let campaign = campaign();
    let first = campaign.run();
    let total = cell(&campaign, "total", 1);
    let edits = Edits::default().number(SHEET, &total, 150).text(SHEET, &cell(&campaign, "unit", 1), "посетитель");
    if drop_edited(&campaign, &first, "xlsx", &edits).is_none() {
        return;
    }
    campaign.run();
    // The library leaves the number alone and adds a word elsewhere.
    let left_alone = library("120").with("receptions", "2");
    let campaign = campaign.returns("library", &left_alone);
    let kept = campaign.run();
    assert_eq!(said_of_edits(&kept), Vec::<String>::new());
    assert_eq!(event(&kept, "Мост слов")["fields"]["total"], 150);
    // Now it changes the number.
    let campaign = campaign.returns("library", &library("130"));
    let asked = campaign.run();
    assert_eq!(said_of_edits(&asked), ["K04"]);
    let finding = &findings(&asked, "K04")[0]["message"];
    for number in ["«120»", "«150»", "«130»"] {
        assert!(finding.as_str().unwrap().contains(number), "{finding}");
    }
    assert_eq!(event(&asked, "Мост слов")["fields"]["total"], 150, "the coordinator's value stands until then");
    // The institution's value is written back: the correction is gone, and the other one stays.
    let edits = Edits::default().number(SHEET, &total, 130);
    drop_edited(&campaign, &asked, "xlsx", &edits).unwrap();
    let undone = campaign.run();
    assert_eq!(said_of_edits(&undone), Vec::<String>::new());
    let event = event(&undone, "Мост слов");
    assert_eq!((event["fields"]["total"].as_i64(), event["fields"]["unit"].as_str()), (Some(130), Some("visitor")));
    assert!(event["field_sources"]["total"].as_array().unwrap().len() == 1);
}
