//! The post: letters as drafts, what is returned, and what comes back corrected.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use mail_parser::{MessageParser, MimeHeaders};
use serde_json::Value as Json;

use crate::campaign::package::Package;
use crate::campaign::tools::{assert_valid, libreoffice};
use crate::campaign::{Campaign, Returned, files};

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Музей озёрного края")
        .institution("theatre", "Театр у моста")
}

/// A command of the post: its exit status and its answer.
fn post(campaign: &Campaign, args: &[&str]) -> (i32, Json) {
    let mut all = args.to_vec();
    all.extend(["--format", "json"]);
    let output = campaign.command(&all);
    let answer = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().unwrap(), answer)
}

fn fates(answer: &Json) -> Vec<(&str, &str, &str)> {
    let letters = answer["letters"].as_array().unwrap();
    let text = |letter: &'_ Json, key: &str| -> &'static str {
        Box::leak(letter[key].as_str().unwrap().to_owned().into_boxed_str())
    };
    letters.iter().map(|letter| (text(letter, "institution"), text(letter, "kind"), text(letter, "fate"))).collect()
}

/// The attachment of a draft: its name and its bytes.
fn attachment(draft: &Path) -> (String, Vec<u8>) {
    let bytes = fs::read(draft).unwrap();
    let message = MessageParser::new().parse(&bytes).unwrap();
    let part = message.attachment(0).unwrap();
    (part.attachment_name().unwrap().to_owned(), part.contents().to_vec())
}

fn draft(answer: &Json, institution: &str) -> std::path::PathBuf {
    let letter = answer["letters"].as_array().unwrap().iter().find(|letter| letter["institution"] == institution);
    letter.unwrap()["path"].as_str().unwrap().into()
}

/// One sound row, and one whose days were never in the calendar and whose country nobody knows.
fn with_errors() -> Returned {
    Returned::new()
        .event(&[])
        .event(&[("title", "Пленэр «Озёра»"), ("start", ""), ("dates_text", "31 апреля 2024 года")])
        .event(&[("title", "Встреча с делегацией"), ("country", "Тридевятое царство")])
}

#[test]
fn every_institution_gets_a_draft_with_its_own_template_and_nothing_is_sent() {
    let campaign = campaign();
    let (status, answer) = post(&campaign, &["send", "2024-Q1"]);
    assert_eq!(status, 0, "{answer}");
    assert_eq!(fates(&answer), [("museum", "request", "drafted"), ("theatre", "request", "drafted")]);
    let (name, template) = attachment(&draft(&answer, "museum"));
    assert_eq!(name, "Музей озёрного края – I квартал 2024 года.xlsx");
    let filled = campaign.file("ответ.xlsx", &template);
    let ran = filled.run();
    assert!(ran.has("T04"), "the template is the museum's, and empty: {}", ran.answer["findings"]);
}

#[test]
fn the_same_drafts_are_written_again_to_the_same_bytes() {
    let campaign = campaign();
    let folder = campaign.root().join("2024-Q1/letters");
    post(&campaign, &["send", "2024-Q1"]);
    let before = files(&folder);
    let (_, answer) = post(&campaign, &["send", "2024-Q1"]);
    assert_eq!(fates(&answer).len(), 2);
    assert_eq!(files(&folder), before);
    let journal = fs::read_to_string(campaign.root().join("svod.post")).unwrap();
    assert_eq!(journal.lines().count(), 2, "{journal}");
}

#[test]
fn whoever_has_no_address_is_named_and_a_code_that_nobody_has_is_refused() {
    let campaign = campaign().without_address("theatre");
    let (status, answer) = post(&campaign, &["send", "2024-Q1"]);
    assert_eq!((status, fates(&answer)[1]), (1, ("theatre", "request", "unreachable")));
    assert!(answer["letters"][1]["message"].as_str().unwrap().contains("нет адреса"));
    assert_eq!(campaign.command(&["send", "2024-Q1", "--only", "nobody"]).status.code(), Some(2));
}

#[test]
fn a_file_with_errors_is_returned_with_its_own_values_and_a_sound_one_gets_a_receipt() {
    let campaign = campaign().returns("museum", &with_errors()).returns("theatre", &Returned::nil());
    campaign.run();
    let (status, answer) = post(&campaign, &["return"]);
    assert_eq!(status, 0, "{answer}");
    assert_eq!(fates(&answer), [("museum", "return", "drafted"), ("theatre", "receipt", "drafted")]);
    let bytes = fs::read(draft(&answer, "museum")).unwrap();
    let text = MessageParser::new().parse(&bytes).unwrap().body_text(0).unwrap().into_owned();
    assert!(text.contains("31 апреля") && text.contains("Мероприятия, "), "{text}");
    let (name, workbook) = attachment(&draft(&answer, "museum"));
    assert_eq!(name, "Музей озёрного края – I квартал 2024 года (исправить).xlsx");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("исправить.xlsx");
    fs::write(&path, &workbook).unwrap();
    assert_valid(&[path]);
    let before = campaign.run();
    // Sent back as it is, it says the same: nothing of theirs is lost on the way, nothing is added.
    campaign.drop_file("не исправлено.xlsx", &workbook);
    let after = campaign.run();
    assert_eq!(after.tally(), before.tally());
    let own = |codes: Vec<String>| codes.into_iter().filter(|code| code != "F06").collect::<Vec<_>>();
    assert_eq!(own(after.codes("error")), own(before.codes("error")));
    let receipt = fs::read(draft(&answer, "theatre")).unwrap();
    let receipt = MessageParser::new().parse(&receipt).unwrap().body_text(0).unwrap().into_owned();
    assert!(receipt.contains("Отпечаток файла"), "{receipt}");
}

#[test]
fn a_long_text_on_the_title_sheet_that_was_not_understood_comes_back_whole() {
    let said = format!("сколько точно, не помним: {}", "делегация приезжала весной, потом ещё раз; ".repeat(6));
    let campaign = campaign().returns("museum", &Returned::new().with("receptions", said.trim()).event(&[]));
    campaign.run();
    let (_, answer) = post(&campaign, &["return"]);
    let (_, workbook) = attachment(&draft(&answer, "museum"));
    let book = Package::open(&workbook);
    let title = book.cells("Титул");
    assert!(title.values().any(|cell| cell == said.trim()), "{title:?}");
}

#[test]
fn a_correction_workbook_mended_in_libreoffice_replaces_the_former_file_and_is_acknowledged() {
    let campaign = campaign().returns("museum", &with_errors());
    assert_eq!(campaign.run().tally()[3], 2, "two rows are refused");
    let (_, answer) = post(&campaign, &["return"]);
    let (_, workbook) = attachment(&draft(&answer, "museum"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("исправить.xlsx");
    fs::write(&path, &workbook).unwrap();
    let Some(opened) = libreoffice(&path, "fods", folder.path()) else { return };
    let sheet = fs::read_to_string(&opened).unwrap();
    let at = sheet.find("table:name=\"Мероприятия\"").unwrap();
    let mended =
        sheet[at..].replace("31 апреля 2024 года", "30 марта 2024 года").replace("Тридевятое царство", "Беларусь");
    fs::write(&opened, format!("{}{mended}", &sheet[..at])).unwrap();
    let saved = folder.path().join("saved");
    fs::create_dir(&saved).unwrap();
    let mended = fs::read(libreoffice(&opened, "xlsx", &saved).unwrap()).unwrap();
    campaign.drop_file("исправлено.xlsx", &mended);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [3, 3, 0, 0, 0], "{}", ran.answer["findings"]);
    let (_, answer) = post(&campaign, &["return", "2024-Q1"]);
    assert_eq!(fates(&answer).len(), 1);
    assert_ne!(fates(&answer)[0].1, "reminder");
}

#[test]
fn a_file_with_doubts_alone_is_accepted_and_the_receipt_names_them_and_brings_the_workbook() {
    let doubtful = Returned::new().event(&[("participants", "Музыканты двух стран")]);
    let campaign = campaign().returns("museum", &doubtful);
    let ran = campaign.run();
    assert_eq!((ran.codes("error"), ran.tally()), (vec![], [1, 1, 0, 0, 0]));
    assert!(ran.has("U01"), "nobody says how many: {}", ran.answer["findings"]);
    let (status, answer) = post(&campaign, &["return"]);
    assert_eq!((status, fates(&answer)), (0, vec![("museum", "receipt", "drafted")]));
    let bytes = fs::read(draft(&answer, "museum")).unwrap();
    let message = MessageParser::new().parse(&bytes).unwrap();
    assert!(message.subject().unwrap().starts_with("Принято, просим проверить"), "{:?}", message.subject());
    let text = message.body_text(0).unwrap();
    assert!(text.contains("Отпечаток файла") && text.contains("Просим проверить:"), "{text}");
    assert!(text.contains("отвечать не нужно"), "{text}");
    let (name, workbook) = attachment(&draft(&answer, "museum"));
    assert!(name.ends_with("(исправить).xlsx") && workbook.starts_with(b"PK"));
    let (_, status) = post(&campaign, &["status", "2024-Q1"]);
    assert_eq!(
        status["institutions"][0]["account"]["progress"], "with-findings",
        "nothing was returned for correction"
    );
}

#[test]
fn letters_are_worded_as_the_coordinator_wants_and_a_mistake_is_told_with_its_line() {
    let campaign = campaign();
    let file = campaign.root().join("letters.ru.ftl");
    fs::write(&file, "letter-greeting = Уважаемые коллеги из { $institution }!\nletter-step-fill = Заполните всё.\n")
        .unwrap();
    let (_, answer) = post(&campaign, &["send", "2024-Q1"]);
    let bytes = fs::read(draft(&answer, "museum")).unwrap();
    let message = MessageParser::new().parse(&bytes).unwrap();
    let text = message.body_text(0).unwrap();
    assert!(
        text.starts_with("Уважаемые коллеги из Музей озёрного края!") && text.contains("2. Заполните всё."),
        "{text}"
    );
    assert!(message.body_html(0).unwrap().contains("<li>Заполните всё.</li>"));
    fs::write(&file, "letter-greeting = Здравствуйте!\nletter-ask = Звоните { $whoom }\n").unwrap();
    let failed = campaign.command(&["send", "2024-Q1"]);
    let said = String::from_utf8_lossy(&failed.stderr);
    assert_eq!(failed.status.code(), Some(2));
    assert!(said.contains("letters.ru.ftl:2:1") && said.contains("$whoom") && said.contains("$whom"), "{said}");
}

/// `docs/letters.md` shows every sentence that a letter may say, as `letters.ru.ftl` and `letters.en.ftl` may word it anew.
#[test]
fn the_page_of_letters_shows_what_letters_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sentences = |language: &str| {
        let file = fs::read_to_string(root.join(format!("locales/{language}/deliver.ftl"))).unwrap();
        let letters = file.split("\n## ").next().unwrap();
        letters[letters.find("letter-greeting").unwrap()..].trim_end().to_owned()
    };
    let page = include_str!("letters-page.md").replace("RU", &sentences("ru")).replace("EN", &sentences("en"));
    let path = root.join("docs/letters.md");
    if std::env::var_os("SVOD_BLESS").is_some() {
        fs::write(&path, &page).unwrap();
    }
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), page, "SVOD_BLESS=1 cargo test");
}

#[test]
fn a_journal_of_the_post_that_is_lost_or_cut_is_put_back_and_nothing_goes_out_twice() {
    let campaign = campaign();
    post(&campaign, &["send", "2024-Q1"]);
    let journal = campaign.root().join("svod.post");
    let whole = fs::read_to_string(&journal).unwrap();
    let sent = whole.replacen("drafted", "sent", 1).replacen("\"at\":", "\"id\":\"a\",\"reply\":\"250\",\"at\":", 1);
    // Somebody has sent the first: the ledger learns of it with the next command.
    fs::write(&journal, &sent).unwrap();
    post(&campaign, &["send", "2024-Q1"]);
    let sent = fs::read_to_string(&journal).unwrap();
    for spoilt in
        [None, Some(sent.split_inclusive('\n').next().unwrap().to_owned()), Some(sent[..sent.len() - 9].to_owned())]
    {
        match &spoilt {
            Some(text) => fs::write(&journal, text).unwrap(),
            None => fs::remove_file(&journal).unwrap(),
        }
        let (_, status) = post(&campaign, &["status", "2024-Q1"]);
        assert!(status["institutions"][0]["account"]["asked"].is_string(), "{status}");
        let (_, answer) = post(&campaign, &["send", "2024-Q1"]);
        assert_eq!(fates(&answer)[0].2, "sent-before", "{spoilt:?}: {answer}");
        assert!(answer["restored"].as_u64().unwrap() > 0, "{answer}");
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
        assert!(lines(&fs::read_to_string(&journal).unwrap()).is_superset(&lines(&sent)));
    }
    fs::write(&journal, format!("{sent}not a line of ours\n")).unwrap();
    let failed = campaign.command(&["send", "2024-Q1"]);
    assert_eq!(failed.status.code(), Some(2));
    let said = String::from_utf8_lossy(&failed.stderr);
    assert!(said.contains("svod.post") && said.contains("Ничего не отправлено"), "{said}");
}

/// An earlier refusal that is put back behind the line of a letter whose fate nobody knows would send it again.
#[test]
fn lines_that_are_put_back_stand_where_they_stood() {
    let campaign = campaign();
    let letter = serde_json::json!({"period": "2024-Q1", "institution": "museum", "kind": "request"});
    let failed = serde_json::json!({"failed": {"letter": letter, "at": "2024-03-25T09:00:00", "reason": "full"}});
    let handed = serde_json::json!({"handed": {"letter": letter, "id": "a", "to": ["a@b.example"], "at": "2024-03-25T09:00:00"}});
    let journal = campaign.root().join("svod.post");
    for text in [format!("{failed}\n{handed}\n"), format!("{handed}\n")] {
        fs::write(&journal, text).unwrap();
        let (_, answer) = post(&campaign, &["send", "2024-Q1", "--only", "museum"]);
        assert_eq!(fates(&answer), [("museum", "request", "unknown")], "{answer}");
    }
}

#[test]
#[cfg(unix)]
fn watching_is_told_by_the_system_of_what_comes() {
    let campaign = campaign();
    let root = campaign.root();
    let process = Command::new(env!("CARGO_BIN_EXE_svod"))
        .args(["--workspace", root.to_str().unwrap(), "watch", "2024-Q1", "--every", "36000", "--format", "json"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let wait = |is_over: &dyn Fn() -> bool| {
        (0..300).any(|_| {
            is_over() || {
                thread::sleep(Duration::from_millis(100));
                false
            }
        })
    };
    assert!(wait(&|| root.join("2024-Q1/report").exists()), "the first look");
    let campaign = campaign.returns("museum", &with_errors());
    assert!(wait(&|| files(&campaign.inbox()).is_empty()), "the next look of its own is ten hours away");
    assert!(Command::new("kill").arg(process.id().to_string()).status().unwrap().success());
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("museum.xlsx"));
}

#[test]
#[cfg(unix)]
fn watching_takes_what_comes_and_stops_cleanly_when_it_is_asked_to() {
    let campaign = campaign();
    let root = campaign.root();
    let process = Command::new(env!("CARGO_BIN_EXE_svod"))
        .args([
            "--workspace",
            root.to_str().unwrap(),
            "watch",
            "2024-Q1",
            "--return",
            "--every",
            "1",
            "--format",
            "json",
        ])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let letters = root.join("2024-Q1/letters");
    let campaign = campaign.returns("museum", &with_errors());
    let is_drafted = || letters.exists() && files(&letters).iter().any(|(name, _)| name.ends_with("Письма.xlsx"));
    for _ in 0..300 {
        if is_drafted() {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    let asked = Command::new("kill").arg(process.id().to_string()).status().unwrap();
    assert!(asked.success());
    let output = process.wait_with_output().unwrap();
    assert!(output.status.success());
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("\"returned\"") && said.contains("museum.xlsx"), "{said}");
    assert!(files(&campaign.inbox()).is_empty());
}
