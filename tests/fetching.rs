//! Letters out of a mailbox: each taken once, whatever happens in between.

use std::fs;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use serde_json::Value as Json;

use crate::campaign::clients::{NAMED, letter};
use crate::campaign::servers::{ImapServer, PASSWORD, token, way_that_breaks};
use crate::campaign::{Campaign, Returned};

fn campaign(server: &ImapServer) -> Campaign {
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Музей озёрного края")
        .institution("theatre", "Театр у моста");
    let settings = campaign.root().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}\n{}", server.settings())).unwrap();
    campaign
}

fn command(campaign: &Campaign, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
    command.arg("--workspace").arg(campaign.root()).args(args).env("SVOD_TEST_PASSWORD", PASSWORD);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn answer(output: &Output) -> Json {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn fetch(campaign: &Campaign) -> Json {
    answer(&command(campaign, &["fetch", "--format", "json"]).output().unwrap())
}

#[test]
fn letters_with_files_are_taken_once_and_moved_and_others_stay() {
    let Some(server) = ImapServer::start() else { return };
    let campaign = campaign(&server);
    let museum = campaign.workbook("museum", &Returned::new().event(&[]));
    let theatre = campaign.workbook("theatre", &Returned::nil());
    server.deliver("1", &letter("museum@example.org", NAMED, &museum));
    server.deliver("2", &letter("aunt@home.example", "inline; filename=report.xlsx", &theatre));
    server.deliver("3", b"From: museum@example.org\r\nSubject: Hello\r\n\r\nWe shall be late.\r\n");
    let fetched = fetch(&campaign);
    assert_eq!(
        (fetched["taken"].as_array().unwrap().len(), &fetched["without_files"]),
        (2, &Json::from(1)),
        "{fetched}"
    );
    assert_eq!(server.left_and_moved(), (1, 2));
    assert!(fetch(&campaign)["taken"].as_array().unwrap().is_empty());
    let ran = campaign.run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0], "{}", ran.answer["findings"]);
    let states: Vec<&str> =
        ran.answer["institutions"].as_array().unwrap().iter().map(|one| one["state"].as_str().unwrap()).collect();
    assert_eq!(states[1], "nil");
    let strangers = ran.codes("note").into_iter().filter(|code| code == "F15").count();
    assert_eq!(strangers, 1, "{}", ran.answer["findings"]);
    assert!(
        fs::read_dir(campaign.root().join("2024-Q1/originals")).unwrap().count() == 4,
        "two letters, two workbooks"
    );
}

#[test]
fn a_wrong_password_and_a_stranger_in_the_servers_place_are_said_with_what_to_do() {
    let Some(server) = ImapServer::start() else { return };
    let campaign = campaign(&server);
    let mut wrong = command(&campaign, &["fetch", "--lang", "en", "--format", "json"]);
    let said = answer(&wrong.env("SVOD_TEST_PASSWORD", "wrong").output().unwrap());
    assert!(said["error"]["message"].as_str().unwrap().contains("does not let svod in"), "{said}");
    let settings = campaign.root().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.split(", ca-file").next().unwrap().to_owned() + " }\n").unwrap();
    let said = answer(&command(&campaign, &["fetch", "--lang", "en", "--format", "json"]).output().unwrap());
    assert!(said["error"]["message"].as_str().unwrap().contains("not trusted"), "{said}");
}

#[test]
fn a_token_opens_the_mailbox_and_one_that_has_run_out_is_said_with_what_to_do() {
    for mechanism in ["xoauth2", "oauthbearer"] {
        let Some(server) = ImapServer::with_tokens(mechanism) else { return };
        let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Музей озёрного края");
        let settings = campaign.root().join("svod.toml");
        let text = fs::read_to_string(&settings).unwrap();
        fs::write(&settings, format!("{text}\n{}", server.settings_with_token())).unwrap();
        let workbook = campaign.workbook("museum", &Returned::nil());
        server.deliver("1", &letter("museum@example.org", NAMED, &workbook));
        let fetched = |hours: i64| {
            let token = token(Timestamp::now() + hours.hours());
            let mut command = command(&campaign, &["fetch", "--lang", "en", "--format", "json"]);
            answer(&command.env("SVOD_TEST_TOKEN", token).output().unwrap())
        };
        let stale = fetched(-2);
        assert!(stale["error"]["message"].as_str().unwrap().contains("does not take the token of svod"), "{stale}");
        assert!(stale["error"]["help"].as_str().unwrap().contains("password-command"), "{stale}");
        assert_eq!(server.left_and_moved(), (1, 0));
        let fresh = fetched(1);
        assert_eq!(fresh["taken"].as_array().unwrap().len(), 1, "{mechanism}: {fresh}");
    }
}

#[test]
fn a_full_mailbox_is_said_with_what_to_do_and_the_letter_is_taken_once() {
    let Some(server) = ImapServer::with_room(1) else { return };
    let campaign = campaign(&server);
    let workbook = campaign.workbook("museum", &Returned::new().event(&[]));
    server.deliver("1", &letter("museum@example.org", NAMED, &workbook));
    for _ in 0..2 {
        let said = answer(&command(&campaign, &["fetch", "--lang", "en", "--format", "json"]).output().unwrap());
        assert!(said["error"]["message"].as_str().unwrap().contains("no room in the mailbox"), "{said}");
        assert!(said["error"]["help"].as_str().unwrap().contains("The letter is safe"), "{said}");
        assert_eq!(server.left_and_moved().0, 1);
        assert_eq!(campaign.run().tally(), [1, 1, 0, 0, 0]);
    }
}

#[test]
fn a_folder_that_is_not_there_is_said_with_what_to_do() {
    let Some(server) = ImapServer::start() else { return };
    let campaign = campaign(&server);
    let settings = campaign.root().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, text.replace("[post.imap]", "[post.imap]\nfolder = \"Returns\"")).unwrap();
    let said = answer(&command(&campaign, &["fetch", "--lang", "en", "--format", "json"]).output().unwrap());
    assert!(said["error"]["message"].as_str().unwrap().contains("has no folder “Returns”"), "{said}");
}

#[test]
fn wherever_the_connection_breaks_it_is_said_and_the_letter_is_taken_once() {
    let Some(server) = ImapServer::start() else { return };
    let campaign = campaign(&server);
    let workbook = campaign.workbook("museum", &Returned::new().event(&[]));
    server.deliver("1", &letter("museum@example.org", NAMED, &workbook));
    let settings = campaign.root().join("svod.toml");
    let right = fs::read_to_string(&settings).unwrap();
    let mut broken = 0;
    // In the handshake, at the log-in, in the list, in the letter, at the end.
    for after in [0, 400, 1200, 1500, 1700, 1900, 2100, 2400, 3000, 6000, 12_000] {
        let port = way_that_breaks(server.port, after);
        fs::write(&settings, right.replace(&format!("port = {}", server.port), &format!("port = {port}"))).unwrap();
        let said = answer(&command(&campaign, &["fetch", "--lang", "en", "--format", "json"]).output().unwrap());
        let Some(message) = said["error"]["message"].as_str() else { continue };
        broken += 1;
        assert!(message.contains("broke off") || message.contains("cannot be reached"), "{after}: {said}");
        assert!(said["error"]["help"].as_str().unwrap().contains("repeat"), "{said}");
        let (left, moved) = server.left_and_moved();
        assert_eq!(left + moved, 1, "{after}");
    }
    assert!(broken > 5, "{broken}");
    fs::write(&settings, right).unwrap();
    fetch(&campaign);
    assert_eq!(server.left_and_moved(), (0, 1));
    let ran = campaign.run();
    assert_eq!(
        (ran.tally(), ran.answer["institutions"][0]["versions"].as_array().unwrap().len()),
        ([1, 1, 0, 0, 0], 1)
    );
}

#[test]
fn bad_settings_of_the_mailbox_are_said_with_what_to_do() {
    let said = |more: &str| {
        let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Музей");
        let settings = campaign.root().join("svod.toml");
        let text = fs::read_to_string(&settings).unwrap();
        fs::write(&settings, format!("{text}\n{more}")).unwrap();
        let output = command(&campaign, &["fetch", "--lang", "en", "--format", "json"]).output().unwrap();
        let said = answer(&output);
        assert_eq!(output.status.code(), Some(2));
        assert!(!said["error"]["help"].as_str().unwrap().is_empty());
        said["error"]["message"].as_str().unwrap().to_owned()
    };
    assert!(said("").contains("from which mailbox"), "{}", said(""));
    let nowhere = "[post.imap]\nhost = \"localhost\"\nport = 1\naccount = { user = \"a\", password-env = \"SVOD_TEST_PASSWORD\" }\n";
    assert!(said(nowhere).contains("cannot be reached"), "{}", said(nowhere));
    let misspelt = nowhere.replace("password-env", "pasword-env");
    assert!(said(&misspelt).contains("pasword-env"), "{}", said(&misspelt));
    let no_file = nowhere.replace("password-env = \"SVOD_TEST_PASSWORD\"", "password-file = \"secret.txt\"");
    assert!(said(&no_file).contains("secret.txt"), "{}", said(&no_file));
}

/// Killed at any moment, in a loop: nothing is lost, nothing is taken twice.
#[test]
fn killed_at_any_moment_no_letter_is_lost_and_none_is_taken_twice() {
    let Some(server) = ImapServer::start() else { return };
    let rounds: u64 = if std::env::var_os("SVOD_ALL_CHECKS").is_some() { 200 } else { 20 };
    let campaign = campaign(&server);
    let workbooks: Vec<Vec<u8>> = (0..rounds)
        .map(|n| {
            let title = format!("Вечер музыки № {n}");
            let day = format!("2024-0{}-{:02}", 1 + n % 3, 1 + n / 3 % 28);
            campaign.workbook("museum", &Returned::new().event(&[("title", &title), ("start", &day)]))
        })
        .collect();
    for (round, workbook) in (0_u64..).zip(&workbooks) {
        server.deliver(&format!("m{round}"), &letter("museum@example.org", NAMED, workbook));
        let mut process = command(&campaign, &["fetch"]).spawn().unwrap();
        thread::sleep(Duration::from_millis(5 + round * 13 % 120));
        process.kill().unwrap();
        process.wait().unwrap();
        if round % 29 == 3 {
            campaign.run();
        }
    }
    fetch(&campaign);
    let ran = campaign.run();
    assert_eq!(server.left_and_moved(), (0, workbooks.len()));
    let museum = &ran.answer["institutions"][0];
    assert_eq!(museum["versions"].as_array().unwrap().len(), workbooks.len(), "every workbook, each once");
}
