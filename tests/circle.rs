//! The whole circle with real servers: templates out, filled in, mailed back by all kinds of people, what is wrong
//! returned, mended, mailed again. Then once more from the start: nothing is sent or taken twice.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use mail_parser::MessageParser;
use serde_json::Value as Json;
use svod::layout::Layout;
use svod::record::CellRef;
use svod::words::Language;

use crate::campaign::clients::{self, NAMED, letter};
use crate::campaign::office::{Edits, save_all};
use crate::campaign::servers::{ImapServer, PASSWORD, SmtpServer};
use crate::campaign::tools::office_is_there;
use crate::campaign::{Campaign, Returned};

const CODES: [&str; 12] = [
    "archive", "ballet", "circus", "dance", "energy", "forest", "garden", "harbour", "ice", "jazz", "kremlin",
    "library",
];
/// What these two say of their days was never in a calendar.
const WRONG: [&str; 2] = ["forest", "jazz"];

fn svod(campaign: &Campaign, args: &[&str]) -> Json {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
    command.arg("--workspace").arg(campaign.root()).args(args).args(["--format", "json"]);
    let Output { stdout, stderr, .. } = command.env("SVOD_TEST_PASSWORD", PASSWORD).output().unwrap();
    serde_json::from_slice(&stdout).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&stderr)))
}

fn fates(answer: &Json, wanted: &str) -> usize {
    answer["letters"].as_array().unwrap().iter().filter(|letter| letter["fate"] == wanted).count()
}

/// What an institution reports.
fn report(code: &str, at: usize) -> Returned {
    let title = format!("Встреча «{code}»");
    let (day, words) = (format!("2024-02-{:02}", at + 1), "31 апреля 2024 года");
    if WRONG.contains(&code) {
        return Returned::new().event(&[("title", &title), ("start", ""), ("dates_text", words)]);
    }
    Returned::new().event(&[("title", &title), ("start", &day)])
}

/// Each mails as their program does.
fn mailed(code: &str, workbook: &[u8]) -> Vec<u8> {
    let from = format!("{code}@example.org");
    match code {
        "archive" => clients::zipped(&from, workbook),
        "ballet" => letter(&from, "inline; filename=report.xlsx", workbook),
        "circus" => clients::forwarded("head@ministry.example", &letter(&from, NAMED, workbook)),
        "dance" => letter(&from, "attachment; filename=\"=?utf-8?B?0J7RgtGH0ZHRgi54bHN4?=\"", workbook),
        "energy" => letter("somebody@home.example", NAMED, workbook),
        "garden" => clients::winmail(&from, "Отчёт сада.xlsx", workbook),
        "harbour" => clients::attached_message(&from, "Отчёт порта.xlsx", workbook),
        "ice" => letter(&from, "attachment; filename*=windows-1251''%CE%F2%F7%B8%F2.xlsx", workbook),
        "jazz" => clients::with_part(&from, "Content-Type: application/octet-stream; name=report.xlsx\r\n", workbook),
        "kremlin" => {
            let headers = "Content-Type: application/vnd.ms-excel;\r\n\tname=\"=?koi8-r?B?79TexdQueGxzeA==?=\"\r\n";
            clients::with_part(&from, headers, workbook)
        }
        "library" => clients::nameless(&from, workbook),
        _ => letter(&from, NAMED, workbook),
    }
}

/// The workbooks that the server keeps for these institutions, in letters whose subject begins so, as files in a folder.
fn attached(smtp: &SmtpServer, codes: &[&str], subject: &str, folder: &Path) -> Vec<PathBuf> {
    let of = |code: &&str| {
        let found = smtp.messages(&format!("{code}@")).into_iter().find_map(|file| {
            let bytes = fs::read(file).unwrap();
            let message = MessageParser::new().parse(&bytes).unwrap();
            message.subject().unwrap().starts_with(subject).then(|| message.attachment(0).unwrap().contents().to_vec())
        });
        let path = folder.join(format!("{code}.xlsx"));
        fs::write(&path, found.unwrap()).unwrap();
        path
    };
    codes.iter().map(of).collect()
}

/// The same workbooks after their institutions have worked on them in LibreOffice.
fn worked_on(workbooks: &[PathBuf], edits: &[Edits]) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = workbooks.iter().cloned().zip(edits).collect();
    let saved = save_all(&files, "xlsx", folder.path()).unwrap();
    saved.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// The wrong days in a correction workbook are written anew.
fn mended(campaign: &Campaign) -> Edits {
    let layout = Layout::of(campaign.form(), Language::Ru);
    let days = CellRef::new(layout.first_row(), layout.column("dates_text").unwrap());
    Edits::default().text(&layout.table_sheet, &days.to_string(), "30 марта 2024 года")
}

#[test]
fn a_quarter_goes_round_by_mail_and_once_more_changes_nothing() {
    let (Some(smtp), Some(imap)) = (SmtpServer::start(), ImapServer::start()) else { return };
    if !office_is_there() {
        return crate::campaign::tools::left_out("the circle", "soffice is not installed");
    }
    let empty = Campaign::new("international-events", "2024-Q1");
    let campaign = CODES.iter().fold(empty, |campaign, code| campaign.institution(code, &format!("Учреждение {code}")));
    let settings = campaign.root().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}\n{}\n{}", smtp.settings(), imap.settings())).unwrap();

    assert_eq!(fates(&svod(&campaign, &["send", "2024-Q1", "--send"]), "sent"), 12);
    let folder = tempfile::tempdir().unwrap();
    let templates = attached(&smtp, &CODES, "Мероприятия", folder.path());
    let typed = |(at, code): (usize, &&str)| report(code, at).typed(campaign.form(), Language::Ru);
    let edits: Vec<Edits> = CODES.iter().enumerate().map(typed).collect();
    for (code, workbook) in CODES.iter().zip(worked_on(&templates, &edits)) {
        imap.deliver(code, &mailed(code, &workbook));
    }
    assert_eq!(svod(&campaign, &["fetch"])["taken"].as_array().unwrap().len(), 12);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [12, 10, 0, 2, 0], "{}", ran.answer["findings"]);
    let strangers = ran.codes("note").into_iter().filter(|code| code == "F15").count();
    assert_eq!(strangers, 2, "one wrote from home, one was passed on by the head: {}", ran.answer["findings"]);
    let institutions = ran.answer["institutions"].to_string();
    for name in ["Отчёт сада.xlsx", "Отчёт порта.xlsx", "Отчёт.xlsx", "report.xlsx", "Отчет.xlsx"]
    {
        assert!(institutions.contains(name), "{name}: {institutions}");
    }

    let returned = svod(&campaign, &["return", "2024-Q1", "--send", "--only", WRONG[0], "--only", WRONG[1]]);
    assert_eq!(fates(&returned, "sent"), 2, "{returned}");
    let corrections = attached(&smtp, &WRONG, "Нужно исправить", folder.path());
    for (code, workbook) in WRONG.iter().zip(worked_on(&corrections, &[mended(&campaign), mended(&campaign)])) {
        imap.deliver(&format!("{code}-again"), &letter(&format!("{code}@example.org"), NAMED, &workbook));
    }
    assert_eq!(svod(&campaign, &["fetch"])["taken"].as_array().unwrap().len(), 2);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [12, 12, 0, 0, 0], "{}", ran.answer["findings"]);
    let status = svod(&campaign, &["status", "2024-Q1"]);
    assert_eq!(status["figures"]["received"], 12);

    assert_eq!(fates(&svod(&campaign, &["return", "2024-Q1", "--send"]), "sent"), 12, "receipts");

    let (kept, artifacts) = (smtp.kept(), ran.artifacts());
    assert_eq!(kept.len(), 12 + 2 + 12);
    assert_eq!(fates(&svod(&campaign, &["return", "2024-Q1", "--send"]), "sent-before"), 12);
    assert_eq!(fates(&svod(&campaign, &["send", "2024-Q1", "--send"]), "sent-before"), 12);
    assert_eq!(svod(&campaign, &["fetch"])["taken"].as_array().unwrap().len(), 0);
    assert_eq!(imap.left_and_moved(), (0, 14));
    let again = campaign.run();
    assert_eq!((smtp.kept(), again.artifacts()), (kept, artifacts));
}
