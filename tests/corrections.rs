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

/// The sheet of rows with errors, and that of corrections; the cells of the answer and the reason in their first rows.
const LEFT_OUT: &str = "Не вошли в отчёт";
const CORRECTIONS: &str = "Правки";
const ANSWER: &str = "C5";
const REASON: &str = "D5";

/// A museum whose only row has a day that is in no calendar.
fn with_a_wrong_day(content: &str) -> Returned {
    Returned::new().event(&[("title", "Выставка «Лён и море»"), ("start", "31 апреля"), ("content", content)])
}

const CONTENT: &str = "Музеи двух стран показали ткани и снасти и договорились об обмене выставками";

fn museum() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Музей льна")
        .returns("museum", &with_a_wrong_day(CONTENT))
}

/// The workbook of questions, answered and saved as `format`, lies in the inbox.
fn drop_answers(campaign: &Campaign, ran: &Ran, format: &str, answers: &Edits) -> Option<()> {
    let folder = tempfile::tempdir().unwrap();
    let saved = answers.save(&ran.artifact("questions"), format, folder.path())?;
    let before = fs::read_dir(campaign.root().join("2024-Q1/originals")).unwrap().count();
    campaign.drop_file(&format!("вопросы {before}.{format}"), &fs::read(saved).unwrap());
    Some(())
}

/// Severity of the findings of a code.
fn severities(ran: &Ran, code: &str) -> Vec<String> {
    findings(ran, code).iter().map(|finding| finding["severity"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_row_with_errors_is_taken_as_it_is_with_a_reason_and_judged_anew_when_it_changes() {
    let campaign = museum();
    let first = campaign.run();
    assert_eq!(first.tally(), [1, 0, 0, 1, 0]);
    let take = || Edits::default().text(LEFT_OUT, ANSWER, "принять как есть");
    if drop_answers(&campaign, &first, "xlsx", &take()).is_none() {
        return;
    }
    let unreasoned = campaign.run();
    assert_eq!((unreasoned.tally(), said_of_edits(&unreasoned)), (first.tally(), vec!["K02".to_owned()]));
    let reason = "день уточняется, мероприятие было";
    drop_answers(&campaign, &unreasoned, "ods", &take().text(LEFT_OUT, REASON, reason)).unwrap();
    let taken = campaign.run();
    assert_eq!((taken.tally(), said_of_edits(&taken)), ([1, 1, 0, 0, 0], vec!["K01".to_owned()]));
    assert_eq!(severities(&taken, "D02"), ["warning"], "the error stays visible");
    assert_eq!(taken.codes("error"), Vec::<String>::new());
    assert!(findings(&taken, "K01")[0]["message"].as_str().unwrap().contains(reason));
    assert_eq!(event(&taken, "Лён и море")["fields"]["start"], "31 апреля", "what was not understood is kept");
    assert_eq!(campaign.run().artifacts(), taken.artifacts());
    // A corrected file that leaves the row alone, then one that changes it.
    let campaign = campaign.returns("museum", &with_a_wrong_day(CONTENT).with("receptions", "1"));
    assert_eq!(campaign.run().tally(), [1, 1, 0, 0, 0]);
    let campaign = campaign.returns("museum", &with_a_wrong_day("Музеи двух стран показали ткани, снасти и лодки"));
    let changed = campaign.run();
    assert_eq!(changed.tally(), [1, 0, 0, 1, 0]);
    assert_eq!(severities(&changed, "D02"), ["error"]);
}

#[test]
fn a_row_that_was_taken_as_it_is_and_runs_on_stands_in_the_next_quarter_too() {
    let long = Returned::new().event(&[
        ("title", "Выставка «Лён и море»"),
        ("section", "Разное"),
        ("start", "2024-02-20"),
        ("end", "2024-05-20"),
    ]);
    let campaign =
        Campaign::new("international-events", "2024-Q1").institution("museum", "Музей льна").returns("museum", &long);
    assert_eq!(campaign.run().tally(), [1, 0, 0, 1, 0]);
    assert!(campaign.command(&["decide", "--accept", "1", "--note", "раздел уточняется"]).status.success());
    assert_eq!(campaign.run().tally(), [1, 1, 0, 0, 0]);
    let campaign = campaign.in_period("2024-Q2");
    let next = campaign.run();
    assert_eq!(next.answer["tally"]["carried"], 1, "{}", next.answer["findings"]);
    assert_eq!(event(&next, "Лён и море")["carried_from"], "2024-Q1");
    let undone = campaign.in_period("2024-Q1");
    assert!(undone.command(&["decide", "--undo", "1"]).status.success());
    assert_eq!(undone.in_period("2024-Q2").run().answer["tally"]["carried"], 0);
}

#[test]
fn a_row_is_taken_and_given_back_at_the_command_line_and_stands_in_the_journal() {
    let campaign = museum();
    campaign.run();
    let without_reason = campaign.command(&["decide", "--accept", "1"]);
    assert_eq!(without_reason.status.code(), Some(2));
    let no_such_row = campaign.command(&["decide", "--accept", "2", "--note", "был"]);
    assert_eq!(no_such_row.status.code(), Some(2));
    let taken = campaign.command(&["decide", "--accept", "1", "--note", "день уточняется"]);
    assert!(taken.status.success(), "{}", String::from_utf8_lossy(&taken.stderr));
    assert_eq!(campaign.run().tally(), [1, 1, 0, 0, 0]);
    // The ledger is made again from the journal and the originals.
    fs::remove_file(campaign.root().join("svod.db")).unwrap();
    assert_eq!(campaign.run().tally(), [1, 1, 0, 0, 0]);
    let list = campaign.command(&["decide", "--list", "--format", "json"]);
    let list: Json = serde_json::from_slice(&list.stdout).unwrap();
    let kept = &list["decisions"][0];
    assert_eq!((kept["kind"].as_str(), kept["note"].as_str()), (Some("acceptance"), Some("день уточняется")));
    let undone = campaign.command(&["decide", "--undo", &kept["number"].to_string()]);
    assert!(undone.status.success(), "{}", String::from_utf8_lossy(&undone.stderr));
    assert_eq!(campaign.run().tally(), [1, 0, 0, 1, 0]);
}

#[test]
fn a_correction_over_a_changed_value_is_kept_by_an_answer_and_undone_by_its_number() {
    let campaign = campaign();
    let first = campaign.run();
    let edits = Edits::default().number(SHEET, &cell(&campaign, "total", 1), 150);
    if drop_edited(&campaign, &first, "xlsx", &edits).is_none() {
        return;
    }
    campaign.run();
    let campaign = campaign.returns("library", &library("130"));
    let asked = campaign.run();
    assert_eq!(said_of_edits(&asked), ["K04"]);
    let keep = Edits::default().text(CORRECTIONS, ANSWER, "оставить правку");
    drop_answers(&campaign, &asked, "ods", &keep).unwrap();
    let kept = campaign.run();
    assert_eq!(said_of_edits(&kept), Vec::<String>::new());
    assert_eq!(event(&kept, "Мост слов")["fields"]["total"], 150);
    let list = campaign.command(&["decide", "--list", "--format", "json"]);
    let list: Json = serde_json::from_slice(&list.stdout).unwrap();
    let newest = list["decisions"].as_array().unwrap().last().unwrap();
    assert_eq!((newest["kind"].as_str(), newest["field"].as_str()), (Some("correction"), Some("total")));
    assert!(campaign.command(&["decide", "--undo", &newest["number"].to_string()]).status.success());
    assert_eq!(event(&campaign.run(), "Мост слов")["fields"]["total"], 130);
}
