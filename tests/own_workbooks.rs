//! Who is obeyed: workbooks of answers, corrections and acceptances are taken only where this workspace made them, and only
//! from the inbox itself. Every other one is kept and named, and the report says what it said before.

use std::fs;
use std::path::Path;

use data_encoding::BASE64_MIME;
use sha2::{Digest, Sha256};

use crate::campaign::office::{Edits, save_all};
use crate::campaign::package::{Package, row_of, zipped};
use crate::campaign::{Campaign, KEY, Ran, Returned};

const MARK: &str = "svod";
const QUESTIONS: &str = "Вопросы";
const LEFT_OUT: &str = "Не вошли в отчёт";
const REGISTER: &str = "Мероприятия";
const WRITTEN: &str = "svod-written";
/// Columns of the sheet of questions: the answer, the hidden key, the hidden matter.
const ANSWER: &str = "B";
const MATTER: &str = "F";

/// Two institutions that tell of three meetings in different words and with different totals.
fn meetings(total: &'static str, words: [&'static str; 3]) -> Returned {
    let days = ["2024-02-03", "2024-02-10", "2024-02-17"];
    days.iter().zip(words).fold(Returned::new().without_token(), |file, (day, title)| {
        file.event(&[("title", title), ("start", *day), ("total", total), ("participants", "Спортсмены двух стран")])
    })
}

/// Three questions, and two rows of a museum that errors keep out. The files bear no token, so that they are the same under
/// whatever key.
fn campaign() -> Campaign {
    filled(Campaign::new("international-events", "2024-Q1"))
}

fn filled(campaign: Campaign) -> Campaign {
    let museum = Returned::new()
        .without_token()
        .event(&[("title", "Выставка «Лён и море»"), ("start", "31 апреля")])
        .event(&[("title", "Лекция о парусах"), ("start", "32 марта")]);
    let short = ["Турнир по самбо", "Семинар судей по боксу", "Встреча тренеров по гребле"];
    let long = ["Открытый турнир по самбо", "Областной семинар судей по боксу", "Рабочая встреча тренеров по гребле"];
    campaign
        .institution("sport", "Комитет по спорту")
        .institution("school", "Спортивная школа «Старт»")
        .institution("museum", "Музей льна")
        .returns("sport", &meetings("40", short))
        .returns("school", &meetings("42", long))
        .returns("museum", &museum)
}

const BEFORE: [u64; 5] = [8, 6, 0, 2, 0];

/// A run, and what the report said then.
struct Before {
    ran: Ran,
    said: Said,
}

impl std::ops::Deref for Before {
    type Target = Ran;

    fn deref(&self) -> &Ran {
        &self.ran
    }
}

/// The first run: what is asked, and what the report says before anybody answers.
fn asked(campaign: &Campaign) -> Before {
    let ran = campaign.run();
    assert_eq!((ran.tally(), questions(&ran)), (BEFORE, 3), "{}", ran.answer["findings"]);
    Before { said: said(&ran), ran }
}

fn questions(ran: &Ran) -> u64 {
    ran.answer["questions"].as_u64().unwrap()
}

fn package(ran: &Ran, kind: &str) -> Package {
    Package::open(&fs::read(ran.artifact(kind)).unwrap())
}

/// The cell of the answer to the question that stands at that place, from 1.
fn answer_cell(package: &Package, number: usize) -> String {
    let cells = package.cells(QUESTIONS);
    let mut rows: Vec<u32> =
        cells.iter().filter(|(_, text)| text.starts_with("svod-answer")).map(|(at, _)| row_of(at)).collect();
    rows.sort_unstable();
    format!("{ANSWER}{}", rows[number - 1])
}

/// The workbook of questions with the first one answered.
fn answered(ran: &Ran) -> Package {
    let mut package = package(ran, "questions");
    let cell = answer_cell(&package, 1);
    package.set(QUESTIONS, &cell, "одно: верна правая строка");
    package
}

/// The workbook of questions with the first row that is out taken as it is.
fn accepted(ran: &Ran) -> Package {
    let mut package = package(ran, "questions");
    package.set(LEFT_OUT, "C5", "принять как есть").set(LEFT_OUT, "D5", "день уточняется");
    package
}

/// The consolidated workbook with the title of its first event corrected.
fn corrected(ran: &Ran) -> Package {
    let mut package = package(ran, "workbook");
    let cell = package.find(REGISTER, "Семинар судей по боксу");
    package.set(REGISTER, &cell, "Семинар судей по боксу и самбо");
    package
}

/// What the report says of events, and the bytes of the document that is signed.
type Said = (serde_json::Value, Vec<u8>);

fn said(ran: &Ran) -> Said {
    (ran.events()["events"].clone(), fs::read(ran.artifact("report")).unwrap())
}

/// The messages of findings with that code, with the files that they name.
fn told(ran: &Ran, code: &str) -> Vec<(String, String)> {
    let findings = ran.answer["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code);
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    findings.map(|finding| (text(&finding["file"]), text(&finding["message"]))).collect()
}

/// The file is kept and named, with words, and the report says what it said before it came.
fn assert_not_obeyed(campaign: &Campaign, before: &Before, name: &str, bytes: &[u8], words: &str) {
    campaign.drop_file(name, bytes);
    let after = campaign.run();
    let findings = &after.answer["findings"];
    assert_eq!((after.tally(), questions(&after)), (before.tally(), questions(before)), "{name}: {findings}");
    assert!(said(&after) == before.said, "{name}: the report says something else: {findings}");
    assert_eq!(after.events()["decisions"], serde_json::json!([]), "{name}");
    assert_eq!(after.code, 1, "{name}");
    let told = told(&after, "Q05");
    assert!(told.iter().any(|(file, message)| file.ends_with(name) && message.contains(words)), "{name}: {findings}");
    let kept = fs::read_dir(campaign.root().join("2024-Q1/originals")).unwrap();
    let is_kept = |path: &Path| path.to_string_lossy().ends_with(name) && fs::read(path).unwrap() == bytes;
    assert!(kept.into_iter().any(|entry| is_kept(&entry.unwrap().path())), "{name} is not among the originals");
    let unusable = fs::read_dir(campaign.root().join("2024-Q1/unusable")).unwrap();
    let reason = format!("{name}.txt");
    assert!(
        unusable.into_iter().any(|entry| entry.unwrap().file_name().to_string_lossy().ends_with(&reason)),
        "{name}"
    );
}

const NOT_MADE_HERE: &str = "выпущена не в этой папке сбора или изменена";
const NO_CODE: &str = "нет кода подлинности";
const ALTERED: &str = "изменено то, что написал svod";

#[test]
fn answers_corrections_and_acceptances_are_taken_out_of_the_workbook_that_this_workspace_made() {
    let campaign = campaign();
    let first = asked(&campaign);
    campaign.drop_file("ответы.xlsx", &answered(&first).save());
    let second = campaign.run();
    assert_eq!((second.tally(), questions(&second)), ([8, 5, 1, 2, 0], 2), "{}", second.answer["findings"]);
    campaign.drop_file("принято.xlsx", &accepted(&second).save());
    let third = campaign.run();
    assert_eq!(third.tally(), [8, 6, 1, 1, 0], "{}", third.answer["findings"]);
    campaign.drop_file("правки.xlsx", &corrected(&third).save());
    let fourth = campaign.run();
    assert_eq!(fourth.tally(), third.tally());
    assert!(
        fourth.events()["events"].to_string().contains("Семинар судей по боксу и самбо"),
        "{}",
        fourth.answer["findings"]
    );
    assert_eq!(told(&fourth, "Q05"), []);
}

/// A workbook of questions that somebody wrote with a program of their own: the very hidden sheet with the check sum that
/// svod once wrote, the hidden words, and an answer to a question that is really asked.
fn home_made(genuine: &Package, originals: &[&str]) -> Vec<u8> {
    let mut rows = vec![("kind", "questions"), ("form", "international-events"), ("period", "2024-Q1")];
    rows.extend(originals.iter().map(|id| ("original", *id)));
    let sum = public_sum(&rows);
    rows.push(("checksum", &sum));
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name(QUESTIONS).unwrap();
    for (col, word) in (0..).zip(["label", "left", "right", "choice", "key", "matter"]) {
        sheet.write_string(0, col, format!("svod-{word}")).unwrap();
    }
    let at = row_of(&answer_cell(genuine, 1));
    let cells = genuine.cells(QUESTIONS);
    sheet.write_string(1, 1, "одно мероприятие").unwrap();
    sheet.write_string(1, 4, &cells[&format!("E{at}")]).unwrap();
    sheet.write_string(1, 5, &cells[&format!("{MATTER}{at}")]).unwrap();
    let mark = book.add_worksheet().set_name(MARK).unwrap();
    for (row, (key, value)) in (0..).zip(rows) {
        mark.write_string(row, 0, key).unwrap().write_string(row, 1, value).unwrap();
    }
    book.save_to_buffer().unwrap()
}

/// The check sum of a mark before there was a code: anybody can reckon it.
fn public_sum(rows: &[(&str, &str)]) -> String {
    let mut hash = Sha256::new();
    for (key, value) in rows {
        for part in [key, value] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
    }
    hash.finalize().iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[test]
fn a_home_made_workbook_with_the_hidden_sheet_and_the_right_public_check_sum_is_not_obeyed() {
    let campaign = campaign();
    let first = asked(&campaign);
    let genuine = package(&first, "questions");
    let cells = genuine.cells(MARK);
    let originals: Vec<&str> = (1..100)
        .filter(|row| cells.get(&format!("A{row}")).is_some_and(|key| key == "original"))
        .map(|row| cells[&format!("B{row}")].as_str())
        .collect();
    assert_eq!(originals.len(), 3);
    assert_not_obeyed(&campaign, &first, "самодельная.xlsx", &home_made(&genuine, &originals), NO_CODE);
    assert_not_obeyed(&campaign, &first, "без оригиналов.xlsx", &home_made(&genuine, &[]), NO_CODE);
}

#[test]
fn a_genuine_workbook_of_another_workspace_with_the_same_originals_is_not_obeyed() {
    let at_home = filled(Campaign::new("international-events", "2024-Q1").with_key("a key of somebody else's"));
    let theirs = asked(&at_home);
    let campaign = campaign();
    let first = asked(&campaign);
    assert!(first.events()["files"] == theirs.events()["files"], "the same originals");
    for (name, package) in [
        ("их правки.xlsx", corrected(&theirs)),
        ("их ответы.xlsx", answered(&theirs)),
        ("их строки.xlsx", accepted(&theirs)),
    ] {
        assert_not_obeyed(&campaign, &first, name, &package.save(), NOT_MADE_HERE);
    }
}

#[test]
fn a_genuine_workbook_with_one_hidden_thing_changed_is_not_obeyed() {
    let campaign = campaign();
    let first = asked(&campaign);
    let mut tampered: Vec<(&str, Package, &str)> = Vec::new();
    // Whoever answers the first question answers the second one.
    let mut matter = answered(&first);
    let (one, other) = (row_of(&answer_cell(&matter, 1)), row_of(&answer_cell(&matter, 2)));
    for (at, column) in [(0, "E"), (0, "F"), (1, "E")] {
        matter.swap(QUESTIONS, &format!("{column}{}", one + at), &format!("{column}{}", other + at));
    }
    tampered.push(("вопрос подменён.xlsx", matter, ALTERED));
    // What the person sees is another value than the one that the answer is about.
    let mut shown = answered(&first);
    let left = shown.find(QUESTIONS, "Турнир по самбо");
    shown.set(QUESTIONS, &left, "Турнир по самбо среди юношей");
    tampered.push(("показано другое.xlsx", shown, ALTERED));
    // The hidden copy says that the register was otherwise: an edit that nobody made.
    let mut copy = package(&first, "workbook");
    let title = copy.find(WRITTEN, "Турнир по самбо");
    copy.set(WRITTEN, &title, "Турнир по дзюдо");
    tampered.push(("копия подменена.xlsx", copy, ALTERED));
    // «Take as it is» beside the first row takes the second one.
    let mut print = accepted(&first);
    let about = print.find(LEFT_OUT, "{\"row\"");
    let below = about.replace(&row_of(&about).to_string(), &(row_of(&about) + 1).to_string());
    print.swap(LEFT_OUT, &about, &below);
    tampered.push(("строка подменена.xlsx", print, ALTERED));
    // One original fewer, so that the workbook belongs where that one is not.
    let mut original = answered(&first);
    let digest = original.find(MARK, "original");
    original.set(MARK, &digest, "note");
    tampered.push(("оригинал убран.xlsx", original, NOT_MADE_HERE));
    // A second row of ids, of which the first would be believed.
    let mut ids = corrected(&first);
    ids.set(REGISTER, "B1", "svod-row");
    tampered.push(("вторая строка ключей.xlsx", ids, ALTERED));
    for (name, package, words) in tampered {
        assert_not_obeyed(&campaign, &first, name, &package.save(), words);
    }
}

#[test]
fn a_workbook_that_was_made_under_another_key_is_not_obeyed() {
    let campaign = campaign();
    let first = asked(&campaign);
    let (answers, edits, rows) = (answered(&first), corrected(&first), accepted(&first));
    let campaign = campaign.with_key("the key was made anew");
    let second = asked(&campaign);
    for (name, package) in [("ответы.xlsx", answers), ("правки.xlsx", edits), ("строки.xlsx", rows)] {
        assert_not_obeyed(&campaign, &second, name, &package.save(), NOT_MADE_HERE);
    }
}

/// A letter with a file.
fn letter(name: &str, bytes: &[u8]) -> Vec<u8> {
    format!(
        "From: sport@example.org\r\nTo: svod@example.org\r\nSubject: answers\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHere they are.\r\n\
         --x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"{name}\"\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}\r\n--x--\r\n",
        BASE64_MIME.encode(bytes)
    )
    .into_bytes()
}

#[test]
fn a_genuine_workbook_in_a_letter_or_in_an_archive_is_not_obeyed_until_it_lies_in_the_inbox_itself() {
    let campaign = campaign();
    let first = asked(&campaign);
    let (by_mail, in_zip) = (answered(&first).save(), accepted(&first).save());
    campaign.drop_file("ответы.eml", &letter("answers.xlsx", &by_mail));
    assert_not_obeyed_inside(&campaign, &first, "answers.xlsx");
    campaign.drop_file("ответы.zip", &zipped(&[("rows.xlsx", &in_zip)]));
    assert_not_obeyed_inside(&campaign, &first, "rows.xlsx");
    // Somebody looked at it and says so with their own hand.
    campaign.drop_file("ответы координатора.xlsx", &by_mail);
    let obeyed = campaign.run();
    assert_eq!((obeyed.tally()[2], questions(&obeyed)), (1, 2), "{}", obeyed.answer["findings"]);
}

fn assert_not_obeyed_inside(campaign: &Campaign, before: &Before, name: &str) {
    let after = campaign.run();
    let findings = &after.answer["findings"];
    assert_eq!((after.tally(), questions(&after)), (before.tally(), questions(before)), "{name}: {findings}");
    assert!(said(&after) == before.said, "{name}: {findings}");
    assert_eq!(after.code, 1);
    let told = told(&after, "Q05");
    let named = |(file, message): &(String, String)| file.ends_with(name) && message.contains("в письме или в архиве");
    assert!(told.iter().any(named), "{name}: {findings}");
}

#[test]
fn a_workbook_of_svods_kind_without_its_hidden_sheet_is_nobodys_return() {
    let campaign = campaign();
    let first = asked(&campaign);
    for (name, mut package) in [("Музей льна.xlsx", corrected(&first)), ("Комитет по спорту.xlsx", answered(&first))]
    {
        package.empty(MARK);
        assert_not_obeyed(&campaign, &first, name, &package.save(), NO_CODE);
    }
}

/// As an older svod published it: a check sum in the place of the code.
fn of_an_older_svod(mut package: Package) -> Vec<u8> {
    let cells = package.cells(MARK);
    let rows: Vec<(String, String)> = (1..)
        .map_while(|row| Some((cells.get(&format!("A{row}"))?.clone(), cells.get(&format!("B{row}"))?.clone())))
        .collect();
    let told = |key: &str| ["kind", "form", "period", "original"].contains(&key);
    let kept: Vec<(&str, &str)> =
        rows.iter().filter(|(key, _)| told(key)).map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let sum = public_sum(&kept);
    for (at, (key, _)) in (1..).zip(&rows).filter(|(_, (key, _))| !told(key)) {
        let last = at == rows.len();
        package.set(MARK, &format!("A{at}"), if last { "checksum" } else { "note" });
        package.set(MARK, &format!("B{at}"), if last { &sum } else { key });
    }
    package.save()
}

#[test]
fn a_workspace_of_an_older_svod_gets_a_key_and_its_old_workbooks_are_named_with_what_to_do() {
    let campaign = campaign();
    let first = asked(&campaign);
    let old = of_an_older_svod(answered(&first));
    fs::remove_file(campaign.root().join("svod.key")).unwrap();
    assert_not_obeyed(&campaign, &first, "старая книга.xlsx", &old, "прежняя версия svod");
    let key = fs::read(campaign.root().join("svod.key")).unwrap();
    assert_eq!(key.len(), 64);
    let again = campaign.run();
    campaign.drop_file("новая книга.xlsx", &answered(&again).save());
    let obeyed = campaign.run();
    assert_eq!((obeyed.tally()[2], questions(&obeyed)), (1, 2), "{}", obeyed.answer["findings"]);
    assert!(fs::read(campaign.root().join("svod.key")).unwrap() == key, "the key is made once");
}

#[test]
fn what_was_taken_from_a_workbook_earlier_stands_when_the_key_has_changed_and_is_not_asked_about() {
    let campaign = campaign();
    let first = asked(&campaign);
    campaign.drop_file("ответы.xlsx", &answered(&first).save());
    campaign.drop_file("правки.xlsx", &corrected(&first).save());
    let taken = campaign.run();
    assert_eq!((taken.tally()[2], questions(&taken)), (1, 2));
    let campaign = campaign.with_key("the key was made anew");
    let after = campaign.run();
    assert_eq!((after.tally(), questions(&after)), (taken.tally(), 2));
    assert_eq!(told(&after, "Q05"), [], "nothing new was to be taken from them");
    assert!(after.events()["events"].to_string().contains("Семинар судей по боксу и самбо"));
}

#[test]
fn without_a_key_nothing_is_obeyed_and_status_says_so() {
    let campaign = campaign();
    let first = asked(&campaign);
    campaign.drop_file("ответы.xlsx", &of_an_older_svod(answered(&first)));
    campaign.run();
    fs::remove_file(campaign.root().join("svod.key")).unwrap();
    let output = campaign.command(&["status", "2024-Q1", "--format", "json"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(answer["questions"], 3);
    assert!(!campaign.root().join("svod.key").exists(), "status writes nothing");
}

#[test]
fn the_same_key_gives_the_same_bytes_and_another_one_only_another_code() {
    let (one, same) = (asked(&campaign()).artifacts(), asked(&campaign()).artifacts());
    assert!(one == same);
    let other = asked(&filled(Campaign::new("international-events", "2024-Q1").with_key("another"))).artifacts();
    for ((name, bytes), (_, theirs)) in one.iter().zip(&other) {
        if Path::new(name).extension().is_some_and(|ending| ending == "xlsx") {
            let (ours, theirs) = (Package::open(bytes), Package::open(theirs));
            for sheet in ours.sheets() {
                let differ = ours.cells(&sheet) != theirs.cells(&sheet);
                assert_eq!(differ, sheet == MARK, "{name}, {sheet}");
            }
        } else {
            assert!(bytes == theirs, "{name} has no code");
        }
    }
    assert_eq!(KEY.len(), 64);
}

/// Texts that programs like to change: ends of lines, tabs, blanks, escapes, signs beyond the first plane, signs that nobody
/// sees, what looks like a number, a day or a formula, what is longer than a cell can be.
fn awkward_texts() -> Vec<String> {
    let texts = [
        "  Первая строка\n\tвторая –  с табуляцией,\u{a0}неразрывным пробелом и «ёлочками»\r\n\r\nтретья ",
        "_x0041_ и _x000D_, _xFFFF_, &amp; &#10; <b>& «тег»</b> ]]>",
        "🎻 и e\u{301}, \u{200b}ноль\u{200b}, мяг\u{ad}кий, \u{202e}наоборот\u{202c}, \u{feff}, \u{2028}строка\u{2029}",
        "-1 +1 =1 @1 '1 \"1\" 1,5 1.5e3 05.03 7% 1/2 ИСТИНА TRUE #ССЫЛКА! #N/A",
        "\u{1}управляющий\u{1f} и \u{7f}\u{85}\u{9b} и \u{fffd}\u{e000}",
    ];
    let long = "Очень длинное описание встречи двух музеев. ".repeat(900);
    texts.into_iter().map(str::to_owned).chain([long]).collect()
}

fn awkward() -> Campaign {
    let texts = awkward_texts();
    let event = |title: &'static str, day: &'static str, total: &'static str| {
        [
            ("title", title),
            ("start", day),
            ("total", total),
            ("participants", "Спортсмены двух стран"),
            ("content", "Спортсмены двух стран провели встречи, разобрали правила и договорились о новых"),
        ]
    };
    let mut one = Returned::new().event(&event("=СУММ(1;2) <b>& «тег»</b>", "2024-02-03", "40")).event(&event(
        "'007 по борьбе",
        "2024-02-10",
        "31",
    ));
    for (text, day) in texts.iter().zip(11..) {
        let day = format!("2024-03-{day}");
        one = one.event(&[("title", text.as_str()), ("start", day.as_str()), ("content", text.as_str())]);
        one = one.event(&[("title", text.as_str()), ("start", "31 апреля"), ("content", text.as_str())]);
    }
    let other = Returned::new().event(&event("Открытый =СУММ(1;2) <b>& «тег»</b>", "2024-02-03", "42")).event(&event(
        "Областная '007 по борьбе",
        "2024-02-10",
        "32",
    ));
    Campaign::new("international-events", "2024-Q1")
        .institution("sport", "Комитет по спорту")
        .institution("school", "Спортивная школа «Старт»")
        .returns("sport", &one)
        .returns("school", &other)
}

#[test]
fn a_workbook_that_libreoffice_saved_again_is_obeyed_whatever_stands_in_it() {
    for format in ["xlsx", "ods", "xls"] {
        let campaign = awkward();
        let first = campaign.run();
        let [received, in_report, merged, refused, waiting] = first.tally();
        assert!(in_report >= 8 && refused >= 4, "{:?}: {}", first.tally(), first.answer["findings"]);
        let answers = Edits::default()
            .text(QUESTIONS, &answer_cell(&package(&first, "questions"), 1), "одно: верна левая строка")
            .text(LEFT_OUT, "C5", "принять как есть")
            .text(LEFT_OUT, "D5", "день уточняется");
        let title = package(&first, "workbook").find(REGISTER, "'007 по борьбе");
        let corrections = Edits::default().text(REGISTER, &title, "Турнир «007»");
        let books = [(first.artifact("questions"), &answers), (first.artifact("workbook"), &corrections)];
        let folder = tempfile::tempdir().unwrap();
        let Some(saved) = save_all(&books, format, folder.path()) else { return };
        for (at, file) in saved.iter().enumerate() {
            campaign.drop_file(&format!("книга {at}.{format}"), &fs::read(file).unwrap());
        }
        let second = campaign.run();
        let findings = &second.answer["findings"];
        assert_eq!((told(&second, "Q05"), told(&second, "Q06")), (vec![], vec![]), "{format}");
        let expected = [received, in_report, merged + 1, refused - 1, waiting];
        assert_eq!(second.tally(), expected, "one merged, one taken: {format}: {findings}");
        let events = second.events()["events"].clone();
        let sources = events.as_array().unwrap().iter().flat_map(|event| event["field_sources"].as_object().unwrap());
        let corrected: Vec<_> = sources
            .flat_map(|(_, sources)| sources.as_array().unwrap())
            .filter(|source| source["corrected"].is_object())
            .map(|source| source["value"].as_str().unwrap())
            .collect();
        assert_eq!(corrected, ["Турнир «007»"], "{format}: the one cell that was changed, and no other");
    }
}

#[test]
fn sorting_deleting_and_inserting_are_no_difference_where_rows_are_answered() {
    let campaign = campaign();
    let first = asked(&campaign);
    // The rows stand in the fifth and the sixth row; the second one stays, and comes first.
    let edits = Edits::default()
        .insert_column(LEFT_OUT, 4)
        .sort(LEFT_OUT, "A5:AZ6", 0)
        .text(LEFT_OUT, "E5", "спросить в понедельник")
        .text(LEFT_OUT, "C5", "принять как есть")
        .text(LEFT_OUT, "D5", "день уточняется")
        .delete_row(LEFT_OUT, 6);
    let folder = tempfile::tempdir().unwrap();
    let Some(saved) = edits.save(&first.artifact("questions"), "xlsx", folder.path()) else { return };
    campaign.drop_file("строки.xlsx", &fs::read(saved).unwrap());
    let second = campaign.run();
    assert_eq!(second.tally(), [8, 7, 0, 1, 0], "{}", second.answer["findings"]);
    let taken = told(&second, "K01");
    assert!(second.events()["events"].to_string().contains("Лекция о парусах"), "the second row: {taken:?}");
}

#[test]
fn keys_of_rows_that_were_swapped_behind_the_coordinators_back_move_no_correction() {
    let campaign = campaign();
    let first = asked(&campaign);
    let mut swapped = corrected(&first);
    let title = swapped.find(REGISTER, "Семинар судей по боксу и самбо");
    let (row, below) = (row_of(&title), row_of(&title) + 1);
    let key = swapped.find(REGISTER, "svod-row");
    let column = key.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    swapped.swap(REGISTER, &format!("{column}{row}"), &format!("{column}{below}"));
    campaign.drop_file("ключи.xlsx", &swapped.save());
    let after = campaign.run();
    assert_eq!(after.tally(), first.tally());
    assert!(said(&after) == first.said, "{}", after.answer["findings"]);
    let named = told(&after, "Q06");
    assert_eq!(named.len(), 2, "{}", after.answer["findings"]);
    assert!(named.iter().all(|(file, _)| file == "ключи.xlsx"));
    assert_eq!(after.code, 1);
}

#[test]
fn headings_that_were_swapped_behind_the_coordinators_back_move_no_correction() {
    let campaign = campaign();
    let first = asked(&campaign);
    let mut swapped = corrected(&first);
    let (title, place) = (swapped.find(REGISTER, "title"), swapped.find(REGISTER, "place"));
    swapped.swap(REGISTER, &title, &place);
    campaign.drop_file("графы.xlsx", &swapped.save());
    let after = campaign.run();
    assert!(said(&after) == first.said, "{}", after.answer["findings"]);
    let named = told(&after, "Q06");
    assert_eq!((named.len(), after.code), (2, 1), "{}", after.answer["findings"]);
}
