//! Editions of a report: numbered for ever, never written into, missed when they are changed or gone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::{Value as Json, json};

use crate::campaign::{Campaign, Returned};

/// A quarter that was run.
fn campaign() -> Campaign {
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Краеведческий музей")
        .returns("museum", &evening("Вечер первый"));
    campaign.run();
    campaign
}

fn evening(title: &str) -> Returned {
    Returned::new().event(&[("title", title), ("start", "2024-02-03")])
}

/// The museum sends something else, and it is run.
fn changed(campaign: Campaign, title: &str) -> Campaign {
    let campaign = campaign.returns("museum", &evening(title));
    campaign.run();
    campaign
}

/// `svod publish`: its exit status and what it says of the edition.
fn publish(campaign: &Campaign) -> (i32, Json) {
    let output = campaign.command(&["publish", "2024-Q1", "--format", "json"]);
    let answer: Json = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().unwrap(), answer["edition"].clone())
}

fn folder(campaign: &Campaign, number: u32) -> PathBuf {
    campaign.root().join(format!("2024-Q1/edition-{number}"))
}

/// Every file of a folder and of those in it, by its path there.
fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Number, whether it is new, and the findings with their codes and words.
fn said(edition: &Json) -> (u64, bool, Vec<(String, String)>) {
    let findings = edition["findings"].as_array().into_iter().flatten();
    let text = |value: &Json| value.as_str().unwrap().to_owned();
    let findings = findings.map(|finding| (text(&finding["code"]), text(&finding["message"])));
    (edition["number"].as_u64().unwrap(), edition["new"].as_bool().unwrap(), findings.collect())
}

/// One finding with that code, whose words hold these.
fn assert_told(findings: &[(String, String)], code: &str, words: &[&str]) {
    let [(known, message)] = findings else { panic!("not one finding: {findings:?}") };
    assert_eq!(known, code, "{message}");
    for word in words {
        assert!(message.contains(word), "{word}: {message}");
    }
}

#[test]
fn an_edition_whose_record_is_lost_is_left_untouched_and_named_and_the_next_number_is_taken() {
    let campaign = campaign();
    assert_eq!(said(&publish(&campaign).1), (1, true, vec![]));
    let first = folder(&campaign, 1);
    fs::remove_file(first.join("edition.json")).unwrap();
    let kept = tree(&first);
    let campaign = changed(campaign, "Вечер исправленный");
    let (status, second) = publish(&campaign);
    assert!(tree(&first) == kept, "an edition is never written into");
    let (number, new, findings) = said(&second);
    assert_eq!((number, new, status), (2, true, 1));
    assert_told(&findings, "H02", &["edition-1", "edition.json"]);
    assert_eq!(second["differences"], json!([]), "nothing is known that it could be compared with");
    assert!(folder(&campaign, 2).join("edition.json").exists());
    let (number, new, _) = said(&publish(&campaign).1);
    assert_eq!((number, new), (2, false), "the same is not published again");
}

#[test]
fn a_changed_file_of_an_edition_is_named_after_the_ledger_was_lost_too() {
    let campaign = campaign();
    publish(&campaign);
    let changed = folder(&campaign, 1).join("events.json");
    let bytes = fs::read(&changed).unwrap();
    fs::write(&changed, [&bytes[..], b" "].concat()).unwrap();
    fs::remove_file(campaign.root().join("svod.db")).unwrap();
    campaign.run();
    let (status, edition) = publish(&campaign);
    let (number, new, findings) = said(&edition);
    assert_eq!((number, new, status), (1, false, 1));
    assert_told(&findings, "H02", &["edition-1", "events.json"]);
}

#[test]
fn the_number_of_an_edition_whose_folder_was_moved_away_is_never_given_again() {
    let campaign = campaign();
    publish(&campaign);
    fs::rename(folder(&campaign, 1), campaign.root().join("на подпись")).unwrap();
    let (status, edition) = publish(&campaign);
    let (number, new, findings) = said(&edition);
    assert_eq!((number, new, status), (2, true, 1));
    assert_told(&findings, "H02", &["edition-1"]);
    // Put back, it is whole, and the last edition is compared with it.
    fs::rename(campaign.root().join("на подпись"), folder(&campaign, 1)).unwrap();
    let campaign = changed(campaign, "Вечер исправленный");
    let (status, third) = publish(&campaign);
    assert_eq!((said(&third), status), ((3, true, vec![]), 0));
    assert_eq!(third["differences"].as_array().unwrap().len(), 1, "{third}");
}

#[test]
fn a_lost_ledger_learns_the_editions_from_their_folders() {
    let campaign = campaign();
    publish(&campaign);
    let campaign = changed(campaign, "Вечер исправленный");
    assert_eq!(said(&publish(&campaign).1), (2, true, vec![]));
    let before = [tree(&folder(&campaign, 1)), tree(&folder(&campaign, 2))];
    let lose_the_ledger = |campaign: &Campaign| {
        fs::remove_file(campaign.root().join("svod.db")).unwrap();
        campaign.run();
    };
    lose_the_ledger(&campaign);
    assert_eq!(said(&publish(&campaign).1), (2, false, vec![]), "the last edition still says so");
    let campaign = changed(campaign, "Вечер третий");
    assert_eq!(said(&publish(&campaign).1), (3, true, vec![]));
    assert!([tree(&folder(&campaign, 1)), tree(&folder(&campaign, 2))] == before);
    // Digests were learnt, too.
    let document = first_with(&folder(&campaign, 2), "docx");
    fs::write(&document, b"something else").unwrap();
    let (status, edition) = publish(&campaign);
    let name = document.file_name().unwrap().to_string_lossy().into_owned();
    assert_told(&said(&edition).2, "H02", &["edition-2", &name]);
    assert_eq!(status, 1);
    // Neither ledger nor record: the folder alone says that the number is taken.
    fs::remove_file(folder(&campaign, 3).join("edition.json")).unwrap();
    lose_the_ledger(&campaign);
    let kept = tree(&folder(&campaign, 3));
    let (_, edition) = publish(&campaign);
    let (number, new, findings) = said(&edition);
    assert_eq!((number, new), (4, true));
    let (of_second, of_third) = findings.split_at(1);
    assert_told(of_second, "H02", &["edition-2", &name]);
    assert_told(of_third, "H01", &["edition-3", "edition.json"]);
    assert!(tree(&folder(&campaign, 3)) == kept);
}

fn first_with(folder: &Path, ending: &str) -> PathBuf {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found.into_iter().find(|path| path.extension().is_some_and(|it| it == ending)).unwrap()
}

#[test]
fn a_gap_in_the_numbers_is_never_filled() {
    let campaign = campaign();
    publish(&campaign);
    let campaign = changed(campaign, "Вечер исправленный");
    publish(&campaign);
    fs::remove_dir_all(folder(&campaign, 1)).unwrap();
    fs::remove_file(campaign.root().join("svod.db")).unwrap();
    let second = tree(&folder(&campaign, 2));
    let campaign = changed(campaign, "Вечер третий");
    let (_, edition) = publish(&campaign);
    assert_eq!(said(&edition), (3, true, vec![]));
    assert!(!folder(&campaign, 1).exists());
    assert!(tree(&folder(&campaign, 2)) == second);
    assert_eq!(edition["differences"].as_array().unwrap().len(), 1, "compared with the second: {edition}");
}

#[test]
fn a_folder_that_was_renamed_by_hand_keeps_its_number_taken() {
    let campaign = campaign();
    publish(&campaign);
    fs::rename(folder(&campaign, 1), campaign.root().join("2024-Q1/edition-1 (подписана)")).unwrap();
    fs::remove_file(campaign.root().join("svod.db")).unwrap();
    campaign.run();
    let (number, new, _) = said(&publish(&campaign).1);
    assert_eq!((number, new), (2, true));
}

#[test]
fn files_of_an_edition_that_were_changed_or_are_gone_are_told_by_name_and_put_back_are_not() {
    let campaign = campaign();
    publish(&campaign);
    let first = folder(&campaign, 1);
    let (document, table) = (first_with(&first, "docx"), first_with(&first.join("data"), "csv"));
    let kept = [fs::read(&document).unwrap(), fs::read(&table).unwrap()];
    fs::write(&document, b"changed").unwrap();
    fs::remove_file(&table).unwrap();
    fs::write(first.join("скан с подписью.pdf"), b"%PDF").unwrap();
    let name = |path: &Path| path.file_name().unwrap().to_string_lossy().into_owned();
    let (status, edition) = publish(&campaign);
    let (number, new, findings) = said(&edition);
    assert_eq!((number, new, status), (1, false, 1));
    assert_told(&findings, "H02", &["edition-1", &name(&document), &format!("data/{}", name(&table))]);
    assert!(!findings[0].1.contains("скан"), "a file of somebody's own is no part of the edition");
    fs::write(&document, &kept[0]).unwrap();
    fs::write(&table, &kept[1]).unwrap();
    let (status, edition) = publish(&campaign);
    assert_eq!((said(&edition), status), ((1, false, vec![]), 0));
}

#[test]
fn a_record_that_cannot_be_read_is_told_and_does_not_keep_from_publishing() {
    let campaign = campaign();
    publish(&campaign);
    let record = folder(&campaign, 1).join("edition.json");
    fs::write(&record, b"{").unwrap();
    let (status, edition) = publish(&campaign);
    let (number, new, findings) = said(&edition);
    assert_eq!((number, new, status), (2, true, 1));
    assert_told(&findings, "H02", &["edition-1", "edition.json"]);
    assert_eq!(fs::read(&record).unwrap(), b"{");
}

#[test]
fn a_folder_that_a_killed_svod_left_half_written_is_left_untouched_and_named() {
    let campaign = campaign();
    let half = folder(&campaign, 1);
    fs::create_dir_all(&half).unwrap();
    fs::write(half.join("Отчет за I квартал 2024 года.docx"), b"PK").unwrap();
    let kept = tree(&half);
    let (status, edition) = publish(&campaign);
    let (number, new, findings) = said(&edition);
    assert_eq!((number, new, status), (2, true, 0));
    assert_told(&findings, "H01", &["edition-1", "edition.json"]);
    assert!(tree(&half) == kept);
}

#[test]
fn a_publication_killed_at_any_moment_leaves_no_half_of_an_edition() {
    let whole = {
        let campaign = campaign();
        publish(&campaign);
        tree(&folder(&campaign, 1)).into_keys().collect::<Vec<_>>()
    };
    let mut cut_short = 0;
    for delay in [0, 1, 2, 4, 8, 16, 32, 64] {
        let campaign = campaign();
        let mut publication = Command::new(env!("CARGO_BIN_EXE_svod"))
            .args(["--workspace", campaign.root().to_str().unwrap(), "publish", "2024-Q1"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        // As soon as anything of the edition is on the disk.
        while !names(&campaign).iter().any(|name| name.contains("edition")) {
            assert!(publication.try_wait().unwrap().is_none(), "it was over before anything was seen");
            std::thread::sleep(Duration::from_micros(100));
        }
        std::thread::sleep(Duration::from_millis(delay));
        publication.kill().unwrap();
        publication.wait().unwrap();
        let first = folder(&campaign, 1);
        if first.exists() {
            assert_eq!(tree(&first).into_keys().collect::<Vec<_>>(), whole, "killed after {delay} ms");
        } else {
            cut_short += 1;
        }
        let (number, _, findings) = said(&publish(&campaign).1);
        assert_eq!((number, findings), (1, vec![]), "killed after {delay} ms");
        assert_eq!(tree(&first).into_keys().collect::<Vec<_>>(), whole, "killed after {delay} ms");
        let left = names(&campaign);
        assert!(left.iter().all(|name| !name.starts_with('.')), "killed after {delay} ms: {left:?}");
    }
    assert!(cut_short > 0, "none was killed in time");
}

/// What stands in the folder of the quarter.
fn names(campaign: &Campaign) -> Vec<String> {
    let entries = fs::read_dir(campaign.root().join("2024-Q1")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
}
