//! Workspaces of an older svod, whose records name files by the first 16 digits of their SHA-256.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use serde_json::Value as Json;
use tempfile::TempDir;

use crate::campaign::{files, svod};

/// A workspace that an older svod left behind: its ledger, journals and workbooks name files by 16 digits. Two institutions
/// answered, one of them in an archive; one decision and one correction came in workbooks of svod's own; one letter was sent.
fn older_workspace() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let bytes = fs::read("tests/workspaces/old-ids.zip").unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let path = folder.path().join(part.name().unwrap().as_ref());
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        fs::write(&path, bytes).unwrap();
    }
    fs::create_dir(folder.path().join("inbox")).unwrap();
    folder
}

/// A command in a workspace, its exit status and its answer.
fn command(workspace: &Path, args: &[&str]) -> (i32, Json) {
    let mut all = vec!["--workspace", workspace.to_str().unwrap(), "--lang", "ru", "--format", "json"];
    all.extend(args);
    let output = svod(&all);
    let answer = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().unwrap(), answer)
}

fn run(workspace: &Path) -> (i32, Json) {
    command(workspace, &["run", "2024-Q1"])
}

/// Code of each finding.
fn codes(answer: &Json) -> Vec<&str> {
    answer["findings"].as_array().unwrap().iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

fn original(workspace: &Path, name: &str) -> PathBuf {
    workspace.join("2024-Q1/originals").join(name)
}

#[test]
fn a_workspace_of_an_older_svod_means_the_same_files_by_their_whole_ids() {
    let folder = older_workspace();
    let (_, ran) = run(folder.path());
    assert_eq!((&ran["tally"]["received"], &ran["tally"]["merged"]), (&3.into(), &1.into()), "{}", ran["findings"]);
    assert_eq!(
        (&ran["decisions"], &ran["questions"]),
        (&1.into(), &0.into()),
        "the decision stands, and is not taken again"
    );
    let events = fs::read_to_string(folder.path().join("2024-Q1/report/events.json")).unwrap();
    assert!(events.contains("Семинар тренеров двух стран"), "the correction stands");
    let printed = ran["institutions"][0]["versions"][0]["fingerprint"].as_str().unwrap();
    assert_eq!(printed.len(), 64);
    let journal = fs::read_to_string(folder.path().join("svod.journal")).unwrap();
    assert_eq!(journal.lines().count(), 2, "nothing was taken a second time:\n{journal}");
    let (_, letters) = command(folder.path(), &["return", "2024-Q1"]);
    let fates: Vec<_> = letters["letters"].as_array().unwrap().iter().map(|letter| &letter["fate"]).collect();
    assert_eq!(fates, ["sent-before", "drafted"], "{letters}");
    let (_, published) = command(folder.path(), &["publish", "2024-Q1"]);
    assert_eq!(published["edition"]["number"], 1, "the report says the same as the edition: {published}");
}

#[test]
fn a_workbook_that_an_older_svod_published_is_named_and_corrects_nothing_more() {
    let folder = older_workspace();
    fs::rename(folder.path().join("later.xlsx"), folder.path().join("inbox/Свод.xlsx")).unwrap();
    let (status, ran) = run(folder.path());
    assert_eq!(status, 1);
    let named: Vec<_> = ran["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == "Q05").collect();
    assert_eq!(named.len(), 1, "those that were taken by the older svod are not named: {named:?}");
    assert_eq!(named[0]["file"], "Свод.xlsx", "it bears no code that proves where it was made");
    let events = fs::read_to_string(folder.path().join("2024-Q1/report/events.json")).unwrap();
    assert!(events.contains("Семинар тренеров двух стран"), "what was taken from an earlier one stands");
}

#[test]
fn an_original_that_an_older_svod_lost_is_put_back_under_its_number() {
    let folder = older_workspace();
    let lost = original(folder.path(), "0001 Комитет.xlsx");
    let bytes = fs::read(&lost).unwrap();
    fs::remove_file(&lost).unwrap();
    let (_, without) = run(folder.path());
    assert!(codes(&without).contains(&"F10"), "{}", without["findings"]);
    fs::write(folder.path().join("inbox/Комитет.xlsx"), &bytes).unwrap();
    let (_, ran) = run(folder.path());
    assert!(!codes(&ran).contains(&"F10"), "{}", ran["findings"]);
    assert_eq!(fs::read(&lost).unwrap(), bytes);
    assert_eq!(files(&folder.path().join("2024-Q1/originals")).len(), 5);
    let events = fs::read_to_string(folder.path().join("2024-Q1/report/events.json")).unwrap();
    assert!(events.contains("Семинар тренеров двух стран"), "the correction finds its row again");
}
