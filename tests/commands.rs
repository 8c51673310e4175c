//! The commands by themselves: what they say, what they answer to programs, how they fail.

use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::campaign::{Campaign, Returned, svod};

fn said(args: &[&str]) -> (i32, String, String) {
    let output = svod(args);
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn schema(name: &str) -> Json {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas").join(name);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// Says where JSON breaks a schema; `None` where it keeps it.
fn wrong_by(schema: Json, json: &Json) -> Option<String> {
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler.add_resource("schema.json", schema).unwrap();
    let index = compiler.compile("schema.json", &mut schemas).unwrap();
    schemas.validate(json, index).err().map(|error| format!("{error:#}"))
}

/// Asserts that an answer has the shape that `schemas/output.schema.json` gives the command.
fn assert_has_shape(command: &str, answer: &Json) {
    let root = schema("output.schema.json");
    let mut own = root["properties"][command].clone();
    assert!(own.is_object(), "the schema has no {command}");
    own["$defs"] = root["$defs"].clone();
    assert_eq!(wrong_by(own, answer), None, "{command}");
}

#[test]
fn every_answer_for_programs_has_the_shape_of_the_schema() {
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Краеведческий музей")
        .returns("museum", &Returned::new().event(&[]).event(&[("start", "2024-05-05")]));
    let ask = |args: &[&str]| -> Json {
        let mut all = vec!["--format", "json"];
        all.extend(args);
        serde_json::from_slice(&campaign.command(&all).stdout).unwrap()
    };
    assert_has_shape("template", &ask(&["template", "2024-Q1"]));
    assert_has_shape("template", &ask(&["template", "2024-Q1", "--common"]));
    assert_has_shape("run", &ask(&["run", "2024-Q1"]));
    assert_has_shape("status", &ask(&["status", "2024-Q1"]));
    assert_has_shape("status --of", &ask(&["status", "2024-Q1", "--of", "museum"]));
    assert_has_shape("decide", &ask(&["decide"]));
    assert_has_shape("decide --list", &ask(&["decide", "--list"]));
    assert_has_shape("explain", &ask(&["explain", "D04"]));
    assert_has_shape("failure", &ask(&["explain", "Z99"]));
    assert_has_shape("failure", &ask(&["run", "2024-03"]));
    let original = fs::read_dir(campaign.root().join("2024-Q1/originals")).unwrap().next().unwrap().unwrap().path();
    assert_has_shape("check", &ask(&["check", original.to_str().unwrap()]));
    let demo = campaign.root().join("demo");
    assert_has_shape("demo", &ask_svod(&["demo", demo.to_str().unwrap(), "--format", "json"]));
    let form = campaign.root().join("form.toml");
    assert_has_shape("form check", &ask(&["form", "check", form.to_str().unwrap()]));
}

fn ask_svod(args: &[&str]) -> Json {
    serde_json::from_slice(&svod(args).stdout).unwrap()
}

#[test]
fn events_json_has_the_shape_of_its_schema() {
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Краеведческий музей")
        .institution("library", "Научная библиотека")
        .returns("museum", &Returned::new().event(&[]).event(&[("title", "Другой вечер"), ("start", "2024-05-05")]))
        .returns("library", &Returned::new().event(&[("title", "Вечер музыки для гитары «Шесть струн»")]));
    let events = campaign.run().events();
    assert_eq!(wrong_by(schema("events.schema.json"), &events), None);
    let mut broken = events;
    broken["tally"]["received"] = Json::from("two");
    assert!(
        wrong_by(schema("events.schema.json"), &broken).unwrap().contains("/tally/received"),
        "the schema is looked at"
    );
}

#[test]
fn a_file_is_checked_outside_any_workspace() {
    let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Краеведческий музей");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("some.xlsx");
    let returned = Returned::new().event(&[]).event(&[("start", ""), ("dates_text", "31 апреля 2024 года")]);
    fs::write(&file, campaign.workbook("museum", &returned)).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_svod"))
        .current_dir(folder.path())
        .args(["check", "some.xlsx", "--format", "json", "--lang", "ru"])
        .output()
        .unwrap();
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["form"], "international-events");
    assert_eq!(answer["rows"].as_array().unwrap().len(), 2);
    assert_eq!(answer["rows"][0]["title"], "Вечер гитарной музыки «Шесть струн»");
    let codes: Vec<_> = answer["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]).collect();
    assert!(codes.contains(&&Json::from("D02")) && !codes.contains(&&Json::from("T01")), "{answer}");
}

#[test]
fn a_finding_is_explained_in_both_languages_and_in_either_keyboard_layout() {
    for (language, code) in [("ru", "D04"), ("en", "d04"), ("ru", "Д04")] {
        let (status, text, _) = said(&["explain", code, "--lang", language]);
        assert_eq!(status, 0);
        assert!(text.starts_with("D04") && text.chars().count() > 150, "{text}");
    }
    let (status, _, wrong) = said(&["explain", "D77", "--lang", "ru"]);
    assert!(status == 2 && wrong.contains("D01–D"), "{wrong}");
}

#[test]
fn a_new_form_is_sound_and_a_broken_one_is_told_with_its_lines() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new.toml");
    let path = file.to_str().unwrap();
    for language in ["ru", "en"] {
        assert_eq!(said(&["form", "new", path, "--lang", language]).0, 0);
        assert_eq!(said(&["form", "check", path, "--lang", language]).0, 0);
        assert_eq!(said(&["form", "new", path]).0, 2, "nothing is overwritten");
        fs::remove_file(&file).unwrap();
    }
    let sound = svod::form::builtin("international-events").unwrap();
    fs::write(&file, sound.replace("role = \"title\"", "rolle = \"title\"").replace("\"section\"\n", "\"sektion\"\n"))
        .unwrap();
    let (status, text, _) = said(&["form", "check", path, "--format", "json", "--lang", "ru"]);
    let answer: Json = serde_json::from_str(&text).unwrap();
    let mistakes = answer["mistakes"].as_array().unwrap();
    assert!(status == 1 && mistakes.len() >= 2, "{text}");
    assert!(mistakes.iter().any(|mistake| mistake["message"].as_str().unwrap().contains("role")), "{text}");
    assert!(mistakes.iter().all(|mistake| mistake["line"].as_u64().unwrap() > 1), "{text}");
}

#[test]
fn what_cannot_be_done_is_said_in_words_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let nowhere = folder.path().to_str().unwrap();
    for (args, word) in [
        (vec!["--workspace", nowhere, "run", "2024-Q1"], "svod init"),
        (vec!["init", nowhere, "--form", "no-such-form"], "international-events"),
        (vec!["check", "no-such-file.xlsx"], "no-such-file.xlsx"),
    ] {
        let (status, _, wrong) = said(&[args, vec!["--lang", "ru"]].concat());
        assert_eq!(status, 2);
        assert!(wrong.contains(word), "{wrong}");
    }
}

#[test]
fn completions_are_written_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let (status, script, _) = said(&["completions", shell]);
        assert!(status == 0 && script.contains("template"), "{shell}");
    }
}

#[test]
fn the_help_is_russian_where_russian_is_asked_for() {
    let (_, text, _) = said(&["--help", "--lang", "ru"]);
    assert!(text.contains("Кто ответил, кто нет"), "{text}");
    let (_, text, _) = said(&["run", "--help", "--lang", "ru"]);
    assert!(text.contains("Принять всё из папки inbox"), "{text}");
}

#[test]
fn the_log_of_a_workspace_tells_of_a_failure() {
    let campaign = Campaign::new("international-events", "2024-Q1");
    assert_eq!(campaign.command(&["template", "2024-Q1"]).status.code(), Some(2), "nobody is in the register");
    let log = fs::read_to_string(campaign.root().join("svod.log")).unwrap();
    assert!(log.contains("could not run"), "{log}");
}

#[test]
fn a_new_form_may_have_a_bare_name() {
    let folder = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_svod"))
        .current_dir(folder.path())
        .args(["form", "new", "my-form.toml"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(folder.path().join("my-form.toml").is_file());
}
