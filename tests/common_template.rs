//! One template for all, and the list of names on the title sheet: what is written, mailed, and filled in.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use mail_parser::{MessageParser, MimeHeaders};
use serde_json::Value as Json;

use crate::campaign::office::Edits;
use crate::campaign::tools::{assert_valid, libreoffice};
use crate::campaign::{Campaign, Returned};

const MUSEUM: &str = "ОГБУК «Приреченский краеведческий музей»";
const LIBRARY: &str = "ОГБУК «Речегорская областная научная библиотека»";

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1").institution("museum", MUSEUM).institution("library", LIBRARY)
}

fn answer(campaign: &Campaign, args: &[&str]) -> Json {
    let mut all = args.to_vec();
    all.extend(["--format", "json"]);
    let output = campaign.command(&all);
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// Path of the template for all.
fn common(campaign: &Campaign) -> PathBuf {
    let issued = answer(campaign, &["template", "2024-Q1", "--common"]);
    let templates = issued["templates"].as_array().unwrap();
    assert_eq!(templates.len(), 1, "{issued}");
    assert_eq!(templates[0]["institution"], Json::Null);
    PathBuf::from(templates[0]["path"].as_str().unwrap())
}

/// A part of a workbook, by the end of its name.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The rows of a sheet as text.
fn rows(workbook: &[u8], sheet: &str) -> Vec<Vec<String>> {
    use calamine::Reader;
    let mut book = calamine::Xlsx::new(Cursor::new(workbook.to_vec())).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

/// What the title sheet says at its head, and whose data it says these are.
fn check(workbook: &[u8]) -> (String, String) {
    let rows = rows(workbook, "Титул");
    let said = |label: &str| {
        let row = rows.iter().find(|row| row.iter().any(|cell| cell == label)).unwrap();
        let at = row.iter().position(|cell| cell == label).unwrap();
        row[at + 1].clone()
    };
    let head = rows.iter().flatten().filter(|cell| !cell.is_empty()).nth(3).unwrap();
    (head.clone(), said("Чьи это сведения"))
}

fn states(ran: &crate::campaign::Ran) -> Vec<(String, String)> {
    let all = ran.answer["institutions"].as_array().unwrap();
    let text = |one: &Json, key: &str| one[key].as_str().unwrap().to_owned();
    all.iter().map(|one| (text(one, "code"), text(one, "state"))).collect()
}

#[test]
fn the_template_for_all_names_nobody_and_offers_every_institution() {
    let campaign = campaign();
    let path = common(&campaign);
    assert_eq!(path.file_name().unwrap().to_str(), Some("Шаблон за I квартал 2024 года.xlsx"));
    let bytes = fs::read(&path).unwrap();
    let identity = rows(&bytes, "svod");
    let keys: Vec<_> = identity.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(keys, ["form", "version", "institution", "period", "checksum"], "no token");
    assert_eq!((identity[2][1].as_str(), identity[3][1].as_str()), ("", "2024-Q1"));
    assert_eq!(rows(&bytes, "svod-names"), [[MUSEUM], [LIBRARY]]);
    let title = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(title.contains("<formula1>svodnames</formula1>"), "{title}");
    let book = part(&bytes, "xl/workbook.xml");
    assert!(
        book.contains("'svod-names'!$A$1:$A$2") && book.contains("name=\"svod-names\" sheetId=\"6\" state=\"hidden\"")
    );
    let (head, whose) = check(&bytes);
    assert_eq!(head, "Сначала выберите учреждение в строке «Учреждение».");
    assert_eq!(whose, "Учреждение не выбрано.");
    assert!(!part(&bytes, "xl/sharedStrings.xml").contains("museum@example.org"), "names, and no addresses");
    let again = fs::read(common(&campaign)).unwrap();
    assert!(again == bytes, "the same input gives the same bytes");
}

#[test]
fn whoever_chose_a_name_in_the_template_for_all_has_answered_and_nobody_else() {
    let campaign = campaign();
    let bytes = campaign.common_workbook(LIBRARY, &Returned::new().event(&[]));
    let (head, whose) = check(&bytes);
    assert_eq!((head.as_str(), whose.as_str()), ("Файл заполнен, его можно отправлять.", LIBRARY));
    let ran = campaign.file("Шаблон за I квартал 2024 года.xlsx", &bytes).run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0], "{}", ran.answer["findings"]);
    let states = states(&ran);
    assert_eq!(states[0], ("museum".into(), "silent".into()));
    assert_ne!(states[1].1, "silent", "{states:?}");
}

#[test]
fn of_namesakes_each_stands_in_the_list_with_its_code_and_is_told_from_the_other() {
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("lib-1", "Областная библиотека")
        .institution("lib-2", "Областная библиотека")
        .institution("museum", MUSEUM);
    let listed = rows(&fs::read(common(&campaign)).unwrap(), "svod-names");
    assert_eq!(listed, [["Областная библиотека (lib-1)"], ["Областная библиотека (lib-2)"], [MUSEUM]]);
    let bytes = campaign.common_workbook("Областная библиотека (lib-2)", &Returned::new().event(&[]));
    let ran = campaign.file("отчёт.xlsx", &bytes).run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0], "{}", ran.answer["findings"]);
    let states = states(&ran);
    assert_eq!((states[0].1.as_str(), states[2].1.as_str()), ("silent", "silent"));
    assert_ne!(states[1].1, "silent", "{states:?}");
}

#[test]
fn in_a_template_made_for_one_another_can_be_chosen_and_the_workbook_says_for_whom_it_speaks() {
    let campaign = campaign();
    let own = campaign.workbook("museum", &Returned::new().event(&[]));
    assert_eq!(check(&own), ("Файл заполнен, его можно отправлять.".to_owned(), MUSEUM.to_owned()));
    let title = part(&own, "xl/worksheets/sheet1.xml");
    assert!(title.contains("<formula1>svodnames</formula1>"), "the list is there, too");
    let other = campaign.workbook("museum", &Returned::new().event(&[]).with("institution", LIBRARY));
    let (head, whose) = check(&other);
    assert!(head.starts_with("Файл заполнен, его можно отправлять. Выбрано другое учреждение"), "{head}");
    assert!(whose.contains(&format!("говорит за другое: {LIBRARY}")) && whose.contains(MUSEUM), "{whose}");
    let unknown = campaign.workbook("museum", &Returned::new().event(&[]).with("institution", "Цирк"));
    assert!(check(&unknown).0.contains("Противоречий: 1"), "{}", check(&unknown).0);
}

#[test]
fn the_list_and_the_check_work_in_libreoffice_and_outlive_ods() {
    let campaign = campaign();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("шаблон.xlsx");
    fs::write(&file, campaign.common_workbook("", &Returned::new().event(&[]))).unwrap();
    let Some(ods) = libreoffice(&file, "ods", folder.path()) else { return };
    // Somebody chooses a name there, and saves it for Excel.
    let chosen = Edits::default().text("Титул", "C6", LIBRARY);
    let saved = fs::read(chosen.save(&ods, "xlsx", folder.path()).unwrap()).unwrap();
    let (head, whose) = check(&saved);
    assert_eq!((head.as_str(), whose.as_str()), ("Файл заполнен, его можно отправлять.", LIBRARY), "recalculated");
    let validations: String = (1..=3).map(|n| part(&saved, &format!("xl/worksheets/sheet{n}.xml"))).collect();
    let list = validations.split("<dataValidation ").skip(1).find(|one| one.contains("sqref=\"C6\"")).unwrap();
    assert!(list.contains("type=\"list\"") && list.contains("svodnames"), "{list}");
    assert!(list.contains("Такого учреждения в списке нет") && list.contains("Выберите свое учреждение"), "{list}");
    campaign.drop_file("из LibreOffice.xlsx", &saved);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0], "{}", ran.answer["findings"]);
    assert_ne!(states(&ran)[1].1, "silent");
    // The same in a template that was made for the museum.
    let own = folder.path().join("музей.xlsx");
    fs::write(&own, campaign.workbook("museum", &Returned::new().event(&[]))).unwrap();
    let moved = tempfile::tempdir().unwrap();
    let saved = fs::read(chosen.save(&own, "xlsx", moved.path()).unwrap()).unwrap();
    let (head, whose) = check(&saved);
    assert!(head.contains("Выбрано другое учреждение") && whose.contains(LIBRARY), "{head} {whose}");
}

#[test]
fn a_thousand_institutions_fit_into_the_list_of_one_template() {
    let campaign = (0..1000).fold(Campaign::new("international-events", "2024-Q1"), |campaign, n| {
        let name = if n % 100 == 0 {
            "Школа искусств".to_owned()
        } else {
            format!("Школа искусств № {n}")
        };
        campaign.entered(&format!("school-{n}"), &name)
    });
    campaign.write_register();
    let bytes = fs::read(common(&campaign)).unwrap();
    assert!(bytes.len() < 200_000, "{} bytes", bytes.len());
    let listed: std::collections::BTreeSet<String> = rows(&bytes, "svod-names").into_iter().flatten().collect();
    assert_eq!(listed.len(), 1000);
    assert!(listed.contains("Школа искусств (school-300)") && listed.contains("Школа искусств № 301"));
    for (file, name) in [("а.xlsx", "Школа искусств (school-300)"), ("б.xlsx", "Школа искусств № 301")]
    {
        campaign.drop_file(file, &campaign.common_workbook(name, &Returned::nil()));
    }
    let ran = campaign.run();
    let answered: Vec<_> = states(&ran).into_iter().filter(|(_, state)| state != "silent").collect();
    assert_eq!(answered, [("school-300".into(), "nil".into()), ("school-301".to_owned(), "nil".to_owned())]);
}

/// The text of a draft, and its attachment's name and bytes.
fn draft(path: &Path) -> (String, String, Vec<u8>) {
    let bytes = fs::read(path).unwrap();
    let message = MessageParser::new().parse(&bytes).unwrap();
    let part = message.attachment(0).unwrap();
    (message.body_text(0).unwrap().into_owned(), part.attachment_name().unwrap().to_owned(), part.contents().to_vec())
}

fn drafts(answer: &Json) -> Vec<(String, String, Vec<u8>)> {
    let letters = answer["letters"].as_array().unwrap();
    letters.iter().map(|letter| draft(Path::new(letter["path"].as_str().unwrap()))).collect()
}

#[test]
fn the_template_for_all_is_mailed_to_each_with_the_name_that_it_chooses_and_reminders_bring_the_same() {
    let campaign = campaign();
    let sent = drafts(&answer(&campaign, &["send", "2024-Q1", "--common"]));
    let template = fs::read(common(&campaign)).unwrap();
    assert_eq!(sent.len(), 2);
    for ((text, name, bytes), listed) in sent.iter().zip([MUSEUM, LIBRARY]) {
        assert!(text.contains(listed) && text.contains("один для всех"), "{text}");
        assert!(!text.contains("для вас"), "it was made for nobody: {text}");
        assert_eq!(name, "Шаблон за I квартал 2024 года.xlsx");
        assert!(*bytes == template, "the very file that svod template writes");
    }
    let reminded = drafts(&answer(&campaign, &["remind", "2024-Q1", "--on", "2024-04-05"]));
    assert_eq!(reminded.len(), 2);
    assert!(reminded.iter().all(|(text, _, bytes)| *bytes == template && !text.contains("один для всех")));
    assert!(reminded[0].0.contains(MUSEUM), "{}", reminded[0].0);
    // Sent anew as templates of their own: the drafts are replaced, and so is what a reminder brings.
    let own = drafts(&answer(&campaign, &["send", "2024-Q1"]));
    assert!(own[0].0.contains("Шаблон для вас") && own[0].1.starts_with("ОГБУК"), "{own:?}");
    let reminded = drafts(&answer(&campaign, &["remind", "2024-Q1", "--on", "2024-04-09"]));
    assert_eq!(reminded[0].2, own[0].2);
    let journal = fs::read_to_string(campaign.root().join("svod.post")).unwrap();
    assert_eq!(journal.lines().filter(|line| line.contains("\"request\"")).count(), 4, "{journal}");
}

#[test]
fn what_is_wrong_in_a_template_for_all_goes_back_in_a_workbook_of_ones_own() {
    let wrong = Returned::new().event(&[("start", ""), ("dates_text", "31 апреля 2024 года")]);
    let campaign = campaign();
    let bytes = campaign.common_workbook(MUSEUM, &wrong);
    let campaign = campaign.file("отчёт.xlsx", &bytes);
    assert_eq!(campaign.run().tally(), [1, 0, 0, 1, 0]);
    let returned = drafts(&answer(&campaign, &["return", "2024-Q1"]));
    let (_, name, workbook) = &returned[0];
    assert_eq!(name, &format!("{MUSEUM} – I квартал 2024 года (исправить).xlsx"));
    let identity = rows(workbook, "svod");
    assert_eq!(identity[2], ["institution", "museum"]);
    assert_eq!(identity[5][0], "token");
    assert!(!part(workbook, "xl/workbook.xml").contains("svod-names"), "their own values: nobody else is to be chosen");
}

#[test]
fn templates_in_two_languages_are_one_for_each_language_and_all_are_valid() {
    let campaign = campaign().in_english_too("north", "Northern Museum");
    let issued = answer(&campaign, &["template", "2024-Q1", "--common"]);
    let paths: Vec<PathBuf> =
        issued["templates"].as_array().unwrap().iter().map(|one| one["path"].as_str().unwrap().into()).collect();
    let names: Vec<_> = paths.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["Шаблон за I квартал 2024 года.xlsx", "Template for Q1 2024.xlsx"]);
    assert_valid(&paths);
}

#[test]
fn a_form_without_a_field_for_the_institution_gets_no_template_for_all_and_says_why() {
    let form = fs::read_to_string("tests/forms/staff-training.toml").unwrap();
    let field = "[[header]]\nkey = \"institution\"\nrole = \"institution\"\nlabel = { ru = \"Учреждение\", en = \"Institution\" }\n";
    assert!(form.contains(field));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.toml");
    fs::write(&path, form.replace(field, "")).unwrap();
    let campaign = Campaign::with_form(path.to_str().unwrap(), "2024").institution("museum", MUSEUM);
    let output = campaign.command(&["template", "2024", "--common"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("нет поля") && said.contains("role = \"institution\""), "{said}");
    assert!(campaign.command(&["template", "2024"]).status.success(), "each may have its own");
}
