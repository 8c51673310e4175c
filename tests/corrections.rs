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
