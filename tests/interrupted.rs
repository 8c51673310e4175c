//! `svod run` killed at any moment goes on at the next run, without loss and without doubles.

use std::process::{Command, Stdio};
use std::time::Duration;

use crate::campaign::{Campaign, Returned, files};

const EVENTS: usize = 12;

fn campaign() -> Campaign {
    let mut campaign = Campaign::new("international-events", "2024-Q1");
    for n in 0..EVENTS {
        campaign = campaign.institution(&format!("i{n:02}"), &format!("Учреждение номер {n}"));
    }
    for n in 0..EVENTS {
        let title = format!("Вечер гитарной музыки «{n} струн»");
        let day = format!("2024-02-{:02}", n + 1);
        let returned = Returned::new().event(&[("title", title.as_str()), ("start", day.as_str())]);
        campaign = campaign.returns(&format!("i{n:02}"), &returned);
    }
    campaign
}

#[test]
fn a_run_killed_at_any_moment_goes_on_at_the_next_one() {
    for delay in [0, 2, 5, 10, 15, 20, 30, 45, 60, 90, 130, 180, 250] {
        let campaign = campaign();
        let mut run = Command::new(env!("CARGO_BIN_EXE_svod"))
            .args(["--workspace", campaign.root().to_str().unwrap(), "run", "2024-Q1"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        run.kill().unwrap();
        run.wait().unwrap();
        let ran = campaign.run();
        assert_eq!(ran.tally(), [12, 12, 0, 0, 0], "killed after {delay} ms");
        assert!(files(&campaign.inbox()).is_empty());
        assert_eq!(files(&campaign.root().join("2024-Q1/originals")).len(), EVENTS, "killed after {delay} ms");
    }
}

#[test]
fn a_run_that_died_between_storing_and_entering_is_completed() {
    let campaign = campaign();
    // The state after the first file was stored: it lies in the originals and in the inbox, and no ledger knows it.
    let first = files(&campaign.inbox()).remove(0);
    let originals = campaign.root().join("2024-Q1/originals");
    std::fs::create_dir_all(&originals).unwrap();
    std::fs::write(originals.join(format!("0001 {}", first.0)), &first.1).unwrap();
    // And a half-written temporary file.
    std::fs::write(originals.join(".svod-aB3dEf"), b"PK").unwrap();
    let ran = campaign.run();
    assert_eq!(ran.tally(), [12, 12, 0, 0, 0]);
    assert!(files(&campaign.inbox()).is_empty());
    assert_eq!(files(&originals).len(), EVENTS, "nothing half-written is left");
}

#[test]
fn a_lost_ledger_is_made_again_from_the_originals() {
    let campaign = campaign();
    let before = campaign.run().artifacts();
    std::fs::remove_file(campaign.root().join("svod.db")).unwrap();
    let ran = campaign.run();
    assert_eq!(ran.tally(), [12, 12, 0, 0, 0]);
    assert!(before == ran.artifacts(), "the same originals give the same bytes");
}

#[test]
fn an_original_that_was_changed_behind_our_back_is_a_finding() {
    let campaign = campaign();
    campaign.run();
    let originals = campaign.root().join("2024-Q1/originals");
    let (name, mut bytes) = files(&originals).remove(0);
    bytes.push(0);
    std::fs::write(originals.join(name), bytes).unwrap();
    let ran = campaign.run();
    assert!(ran.has("F10"));
    assert_eq!(ran.tally(), [11, 11, 0, 0, 0]);
}

#[test]
fn two_runs_at_once_do_not_meet() {
    let campaign = campaign();
    let held = std::fs::File::create(campaign.root().join("svod.lock")).unwrap();
    held.lock().unwrap();
    let output = campaign.command(&["run", "2024-Q1"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("svod.lock"), "{said}");
    assert_eq!(files(&campaign.inbox()).len(), EVENTS);
}
