//! The whole circle with real servers: templates out, filled in, mailed back by all kinds of people, what is wrong
//! returned, mended, mailed again. Then once more from the start: nothing is sent or taken twice.

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Output};

use mail_parser::{MessageParser, MimeHeaders};
use serde_json::Value as Json;

use crate::campaign::servers::{ImapServer, PASSWORD, SmtpServer};
use crate::campaign::tools::{libreoffice, office_is_there};
use crate::campaign::{Campaign, Returned};
use crate::fetching::{NAMED, letter};

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
    match WRONG.contains(&code) {
        true => Returned::new().event(&[("title", &title), ("start", ""), ("dates_text", words)]),
        false => Returned::new().event(&[("title", &title), ("start", &day)]),
    }
}

fn zipped(workbook: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("Отчёт.xlsx", zip::write::SimpleFileOptions::default()).unwrap();
    archive.write_all(workbook).unwrap();
    archive.finish().unwrap().into_inner()
}

fn forwarded(inner: &[u8]) -> Vec<u8> {
    let inner = String::from_utf8(inner.to_vec()).unwrap().replace("\"x\"", "\"y\"").replace("--x", "--y");
    format!(
        "From: head@ministry.example\r\nSubject: Fwd\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\
         \r\n--x\r\nContent-Type: text/plain\r\n\r\nFYI\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n{inner}\r\n--x--\r\n"
    )
    .into_bytes()
}

/// Each mails as their program does.
fn mailed(code: &str, workbook: &[u8]) -> Vec<u8> {
    let from = format!("{code}@example.org");
    match code {
        "archive" => letter(&from, "attachment; filename=report.zip", &zipped(workbook)),
        "ballet" => letter(&from, "inline; filename=report.xlsx", workbook),
        "circus" => forwarded(&letter(&from, NAMED, workbook)),
        "dance" => letter(&from, "attachment; filename=\"=?utf-8?B?0J7RgtGH0ZHRgi54bHN4?=\"", workbook),
        "energy" => letter("somebody@home.example", NAMED, workbook),
        _ => letter(&from, NAMED, workbook),
    }
}

/// The correction workbook that was mailed to an institution, mended in LibreOffice.
fn mended(message: &Path) -> Vec<u8> {
    let bytes = fs::read(message).unwrap();
    let parsed = MessageParser::new().parse(&bytes).unwrap();
    let attached = parsed.attachment(0).unwrap();
    assert!(attached.attachment_name().unwrap().contains("исправить"));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("исправить.xlsx");
    fs::write(&path, attached.contents()).unwrap();
    let opened = libreoffice(&path, "fods", folder.path()).unwrap();
    let text = fs::read_to_string(&opened).unwrap();
    fs::write(&opened, text.replace("31 апреля 2024 года", "30 марта 2024 года")).unwrap();
    let saved = folder.path().join("saved");
    fs::create_dir(&saved).unwrap();
    fs::read(libreoffice(&opened, "xlsx", &saved).unwrap()).unwrap()
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
    for (at, code) in CODES.iter().enumerate() {
        let workbook = campaign.workbook(code, &report(code, at));
        imap.deliver(code, &mailed(code, &workbook));
    }
    assert_eq!(svod(&campaign, &["fetch"])["taken"].as_array().unwrap().len(), 12);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [12, 10, 0, 2, 0], "{}", ran.answer["findings"]);

    let returned = svod(&campaign, &["return", "2024-Q1", "--send", "--only", WRONG[0], "--only", WRONG[1]]);
    assert_eq!(fates(&returned, "sent"), 2, "{returned}");
    for code in WRONG {
        let messages = smtp.messages(&format!("{code}@"));
        let returned = messages.iter().find(|message| {
            let bytes = fs::read(message).unwrap();
            MessageParser::new().parse(&bytes).unwrap().subject().unwrap().contains("Нужно исправить")
        });
        let workbook = mended(returned.unwrap());
        imap.deliver(&format!("{code}-again"), &letter(&format!("{code}@example.org"), NAMED, &workbook));
    }
    assert_eq!(svod(&campaign, &["fetch"])["taken"].as_array().unwrap().len(), 2);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [12, 12, 0, 0, 0], "{}", ran.answer["findings"]);
    let status = svod(&campaign, &["status", "2024-Q1"]);
    assert_eq!(status["figures"]["received"], 12);

    let (kept, artifacts) = (smtp.kept(), ran.artifacts());
    assert_eq!(fates(&svod(&campaign, &["send", "2024-Q1", "--send"]), "sent-before"), 12);
    assert_eq!(svod(&campaign, &["fetch"])["taken"].as_array().unwrap().len(), 0);
    assert_eq!(imap.left_and_moved(), (0, 14));
    let again = campaign.run();
    assert_eq!((smtp.kept(), again.artifacts()), (kept, artifacts));
}
