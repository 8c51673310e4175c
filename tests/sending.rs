//! Letters over SMTP: each exactly once, whatever happens in between.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Output, Stdio};
use std::thread;
use std::time::Duration;

use serde_json::Value as Json;

use crate::campaign::Campaign;
use crate::campaign::keyring::Keyring;
use crate::campaign::servers::{PASSWORD, SmtpServer, USER, way_that_breaks};

fn campaign(server: &SmtpServer, codes: &[&str]) -> Campaign {
    let campaign = codes
        .iter()
        .fold(Campaign::new("international-events", "2024-Q1"), |campaign, code| campaign.institution(code, code));
    add_settings(&campaign, &server.settings());
    campaign
}

fn add_settings(campaign: &Campaign, more: &str) {
    let settings = campaign.root().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}\n{more}")).unwrap();
}

fn command(campaign: &Campaign, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_svod"));
    command.arg("--workspace").arg(campaign.root()).args(args).env("SVOD_TEST_PASSWORD", PASSWORD);
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn send(campaign: &Campaign, more: &[&str]) -> (i32, Json) {
    let mut args = vec!["send", "2024-Q1", "--send", "--format", "json"];
    args.extend(more);
    let output = command(campaign, &args).output().unwrap();
    (output.status.code().unwrap(), answer(&output))
}

fn answer(output: &Output) -> Json {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn fates(answer: &Json) -> Vec<String> {
    let letters = answer["letters"].as_array().unwrap();
    letters.iter().map(|letter| letter["fate"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_was_sent_is_not_sent_again_unless_it_is_wanted() {
    let Some(server) = SmtpServer::start() else { return };
    let campaign = campaign(&server, &["museum", "theatre"]);
    let (status, answer) = send(&campaign, &[]);
    assert_eq!((status, fates(&answer)), (0, vec!["sent".to_owned(), "sent".to_owned()]), "{answer}");
    assert_eq!(server.kept(), ["museum@example.org", "theatre@example.org"]);
    assert_eq!(fates(&send(&campaign, &[]).1), ["sent-before", "sent-before"]);
    assert_eq!(server.kept().len(), 2);
    assert_eq!(fates(&send(&campaign, &["--again", "museum"]).1), ["sent", "sent-before"]);
    let ids: BTreeSet<String> = server.ids().into_iter().collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
    let log = fs::read_to_string(campaign.root().join("svod.log")).unwrap();
    let journal = fs::read_to_string(campaign.root().join("svod.post")).unwrap();
    assert!(!log.contains(PASSWORD) && !journal.contains(PASSWORD));
}

#[test]
fn a_letter_that_is_refused_stops_no_other_and_goes_out_the_next_time() {
    let Some(server) = SmtpServer::start() else { return };
    let campaign = campaign(&server, &["first", "full", "brimful", "gone", "last"]);
    let (status, answer) = send(&campaign, &[]);
    assert_eq!(
        (status, fates(&answer)),
        (1, ["sent", "failed", "failed", "failed", "sent"].map(str::to_owned).to_vec())
    );
    let told = |at: usize| answer["letters"][at]["message"].as_str().unwrap().to_owned();
    for (at, words) in [(1, "ящик учреждения переполнен"), (2, "ящик учреждения переполнен"), (3, "такого адреса нет")]
    {
        assert!(told(at).contains(words), "{}", told(at));
    }
    let status =
        crate::sending::answer(&command(&campaign, &["status", "2024-Q1", "--format", "json"]).output().unwrap());
    assert_eq!(status["institutions"][1]["account"]["troubled"], 1);
    assert_eq!(status["institutions"][0]["account"]["progress"], "silent", "long after the period");
}

#[test]
fn a_letter_without_a_reply_is_told_and_never_sent_again_by_itself() {
    let Some(server) = SmtpServer::start() else { return };
    let campaign = campaign(&server, &["vanish", "museum"]);
    let (status, answer) = send(&campaign, &[]);
    assert_eq!((status, fates(&answer)), (1, vec!["unknown".to_owned(), "sent".to_owned()]), "{answer}");
    assert_eq!(fates(&send(&campaign, &[]).1), ["unknown", "sent-before"]);
    assert_eq!(server.kept(), ["museum@example.org", "vanish@example.org"]);
}

#[test]
fn what_is_sent_is_what_pythons_email_package_reads() {
    let Some(server) = SmtpServer::start() else { return };
    let campaign = campaign(&server, &["museum"]);
    send(&campaign, &[]);
    let script = "
import email, email.policy, sys
message = email.message_from_bytes(open(sys.argv[1], 'rb').read(), policy=email.policy.default)
defects = [d for part in message.walk() for d in part.defects]
name = [part.get_filename() for part in message.iter_attachments()]
print(message['from'], message['to'], message['date'] is not None, name, defects, 'X-Unsent' in message, sep='|')";
    let output = Command::new("python3").args(["-c", script]).args(server.messages("museum")).output().unwrap();
    assert_eq!(
        String::from_utf8_lossy(&output.stdout).trim(),
        "Отдел внешних связей <svod@region.example>|museum@example.org|True|['museum – I квартал 2024 года.xlsx']|[]|False",
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn whatever_is_wrong_with_the_server_is_said_with_what_to_do() {
    let Some(server) = SmtpServer::start() else { return };
    let said = |settings: &str, password: &str| {
        let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Музей");
        add_settings(&campaign, settings);
        let mut command = command(&campaign, &["send", "2024-Q1", "--send", "--lang", "en", "--format", "json"]);
        let output = command.env("SVOD_TEST_PASSWORD", password).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        let answer = answer(&output);
        assert!(!answer["error"]["help"].as_str().unwrap().is_empty());
        answer["error"]["message"].as_str().unwrap().to_owned()
    };
    let right = server.settings();
    assert!(said(&right, "wrong").contains("does not let svod in"), "{}", said(&right, "wrong"));
    let stranger = right.split(", ca-file").next().unwrap().to_owned() + " }\n";
    assert!(said(&stranger, PASSWORD).contains("not trusted"), "{}", said(&stranger, PASSWORD));
    let nowhere = right.replace(&format!("port = {}", server.port), "port = 1");
    assert!(said(&nowhere, PASSWORD).contains("cannot be reached"), "{}", said(&nowhere, PASSWORD));
    let way = way_that_breaks(server.port, 600);
    let breaks = right.replace(&format!("port = {}", server.port), &format!("port = {way}"));
    assert!(said(&breaks, PASSWORD).contains("cannot be reached"), "{}", said(&breaks, PASSWORD));
    assert!(said("", PASSWORD).contains("through which server"));
    let no_password = right.replace("SVOD_TEST_PASSWORD", "SVOD_NO_SUCH_PASSWORD");
    assert!(said(&no_password, PASSWORD).contains("environment variable"), "{}", said(&no_password, PASSWORD));
    let nowhere_kept = right.replace("password-env = \"SVOD_TEST_PASSWORD\", ", "");
    assert!(said(&nowhere_kept, PASSWORD).contains("where the password lies"));
    assert_eq!(server.kept(), Vec::<String>::new());
}

#[test]
fn a_token_opens_the_server_and_one_that_has_run_out_is_said_with_what_to_do() {
    for mechanism in ["XOAUTH2", "OAUTHBEARER"] {
        let Some(server) = SmtpServer::with_token(mechanism, "ya29.fresh") else { return };
        let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Музей");
        add_settings(&campaign, &server.settings_with_token());
        let sent = |token: &str| {
            let mut command = command(&campaign, &["send", "2024-Q1", "--send", "--lang", "en", "--format", "json"]);
            answer(&command.env("SVOD_TEST_TOKEN", token).output().unwrap())
        };
        let refused = sent("ya29.stale");
        let message = refused["error"]["message"].as_str().unwrap();
        assert!(message.contains("does not take the token of svod") && message.contains("invalid_token"), "{refused}");
        assert!(refused["error"]["help"].as_str().unwrap().contains("password-command"), "{refused}");
        assert_eq!(server.kept(), Vec::<String>::new());
        assert_eq!(fates(&sent("ya29.fresh")), ["sent"], "{mechanism}");
        let journal = fs::read_to_string(campaign.root().join("svod.post")).unwrap();
        assert!(!journal.contains("ya29"));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn the_password_is_taken_from_the_systems_keyring_or_from_a_program() {
    let Some(server) = SmtpServer::start() else { return };
    let Some(keyring) = Keyring::start() else { return };
    let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Музей");
    let plain = fs::read_to_string(campaign.root().join("svod.toml")).unwrap();
    let sent = |from: &str| {
        let post = server.settings().replace("password-env = \"SVOD_TEST_PASSWORD\"", from);
        fs::write(campaign.root().join("svod.toml"), format!("{plain}\n{post}")).unwrap();
        let mut command = command(&campaign, &["send", "2024-Q1", "--send", "--again", "museum", "--format", "json"]);
        answer(&keyring.joined(command.args(["--lang", "en"])).output().unwrap())
    };
    let asked = "password-keyring = \"svod\"";
    let nothing = sent(asked);
    assert!(nothing["error"]["message"].as_str().unwrap().contains("has no password “svod” for svod"), "{nothing}");
    assert!(nothing["error"]["help"].as_str().unwrap().contains("secret-tool store"), "{nothing}");
    keyring.keep("svod", USER, PASSWORD);
    assert_eq!(fates(&sent(asked)), ["sent"]);
    assert_eq!(fates(&sent(&format!("password-command = [\"echo\", \"{PASSWORD}\"]"))), ["sent"]);
    let failed = sent("password-command = [\"sh\", \"-c\", \"echo locked >&2; exit 3\"]");
    assert!(failed["error"]["message"].as_str().unwrap().contains("“sh” of password-command says no password: locked"));
    assert_eq!(server.kept().len(), 2);
}

/// Lines of the journal of the post.
fn journal(campaign: &Campaign) -> u64 {
    let text = fs::read_to_string(campaign.root().join("svod.post")).unwrap_or_default();
    text.matches('\n').count() as u64
}

/// Killed at any moment, in a loop: no letter goes out twice, and none is lost without being named.
#[test]
fn killed_at_any_moment_no_letter_goes_out_twice_and_none_is_lost() {
    let Some(server) = SmtpServer::start() else { return };
    let codes: Vec<String> = (1..=6).map(|n| format!("institution-{n}")).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let rounds = if std::env::var_os("SVOD_ALL_CHECKS").is_some() { 200 } else { 40 };
    let campaign = campaign(&server, &codes);
    let mut unknown = 0;
    for round in 0..rounds {
        let mut process = command(&campaign, &["send", "2024-Q1", "--send", "--format", "json"]).spawn().unwrap();
        // At a line of the journal, or a little later: so every step is met.
        let wanted = journal(&campaign) + round % 5;
        while journal(&campaign) < wanted && process.try_wait().unwrap().is_none() {
            thread::sleep(Duration::from_micros(200));
        }
        thread::sleep(Duration::from_micros(round * 731 % 9000));
        process.kill().unwrap();
        process.wait().unwrap();
        let kept = server.kept();
        let once: BTreeSet<&String> = kept.iter().collect();
        assert_eq!(kept.len(), once.len(), "round {round}: {kept:?}");
        if round % 4 == 3 {
            let (_, answer) = send(&campaign, &[]);
            let kept = server.kept();
            for (code, fate) in codes.iter().zip(fates(&answer)) {
                let arrived = kept.iter().filter(|to| to.starts_with(&format!("{code}@"))).count();
                match fate.as_str() {
                    "sent" | "sent-before" => assert_eq!(arrived, 1, "{code}"),
                    "unknown" => unknown += 1,
                    other => panic!("{code}: {other}"),
                }
                assert!(arrived <= 1, "{code}");
            }
            server.forget();
            // As if nothing had been sent: a new workspace would take longer.
            for name in ["svod.post", "svod.db"] {
                fs::remove_file(campaign.root().join(name)).unwrap();
            }
        }
    }
    eprintln!("{rounds} kills, {unknown} letters whose fate nobody knows");
}
