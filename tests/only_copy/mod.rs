//! The only copy of a file is the one in the inbox: what svod takes away it keeps whole, once, under its whole SHA-256.

mod arrivals;
mod older;
mod settled;

use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value as Json;
use svod::flow::ParcelCard;
use svod::ledger::Ledger;
use svod::record::{ParcelId, Period};
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use crate::campaign::tools::left_out;
use crate::campaign::{Campaign, Cost, Ran, Returned, files};

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("museum", "ОГБУК «Приреченский краеведческий музей»")
        .institution("library", "ОГБУК «Речегорская областная научная библиотека»")
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook with a photograph in it, which makes it larger by so many bytes.
fn with_photograph(workbook: &[u8], bytes: usize) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new_append(Cursor::new(workbook.to_vec())).unwrap();
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    writer.start_file("xl/media/image1.jpg", stored).unwrap();
    writer.write_all(&noise(bytes)).unwrap();
    writer.finish().unwrap().into_inner()
}

/// Bytes that no compression makes fewer.
fn noise(bytes: usize) -> Vec<u8> {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut noise = Vec::with_capacity(bytes + 8);
    while noise.len() < bytes {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        noise.extend_from_slice(&state.to_le_bytes());
    }
    noise.truncate(bytes);
    noise
}

/// The originals by their names, with their bytes.
fn originals(campaign: &Campaign) -> Vec<(String, Vec<u8>)> {
    files(&campaign.root().join("2024-Q1/originals"))
}

fn names(files: &[(String, Vec<u8>)]) -> Vec<&str> {
    files.iter().map(|(name, _)| name.as_str()).collect()
}

/// Number of files of the inbox that came to that: `taken`, `repeated`, `restored`, `unfinished`, …
fn inbox(ran: &Ran, what: &str) -> usize {
    ran.answer["inbox"][what].as_array().unwrap_or_else(|| panic!("{what}: {}", ran.answer["inbox"])).len()
}

fn state_of(ran: &Ran, institution: usize) -> &str {
    ran.answer["institutions"][institution]["state"].as_str().unwrap()
}

#[test]
fn a_file_beyond_the_limit_is_kept_whole_and_named_and_counts_when_the_limit_is_raised() {
    let campaign = campaign();
    campaign.set("file-limit-mb", 1);
    let large = with_photograph(&campaign.workbook("museum", &Returned::new().event(&[])), 3 << 19);
    let campaign = campaign.file("museum.xlsx", &large).returns("library", &Returned::nil());
    let ran = campaign.run();
    assert_eq!((ran.tally(), state_of(&ran, 0), state_of(&ran, 1)), ([0; 5], "unusable", "nil"));
    assert_eq!(ran.codes("error"), ["F08"], "it is named with the reason");
    assert!(ran.answer["findings"].to_string().contains("museum.xlsx"));
    let letters = campaign.command(&["return", "2024-Q1", "--format", "json"]);
    let letters: Json = serde_json::from_slice(&letters.stdout).unwrap();
    assert_eq!(letters["letters"][0]["kind"], "return", "the institution is told: {letters}");
    assert!(files(&campaign.inbox()).is_empty());
    assert!(originals(&campaign).iter().any(|(_, bytes)| *bytes == large), "every byte of it is kept");
    campaign.set("file-limit-mb", 64);
    let ran = campaign.run();
    assert_eq!((ran.tally(), state_of(&ran, 0)), ([1, 1, 0, 0, 0], "in-order"), "{}", ran.answer["findings"]);
}

#[test]
fn archives_and_letters_beyond_the_limit_are_opened_when_the_limit_is_raised() {
    let campaign = campaign();
    campaign.set("file-limit-mb", 1);
    let [museum, library] = ["museum", "library"].map(|code| campaign.workbook(code, &Returned::new().event(&[])));
    let photograph = noise(1_500_000);
    let archive = zipped(&[("Отчёт.xlsx", &museum), ("фото.jpg", &photograph)]);
    let packed = zipped(&[("Отчёт.xlsx", &library), ("пусто.bin", &vec![0; 2_000_000])]);
    let campaign = campaign.file("Музей.zip", &archive).file("Библиотека.zip", &packed);
    let ran = campaign.run();
    assert_eq!((ran.tally()[0], ran.codes("error")), (0, vec!["F08".to_owned(), "F08".to_owned()]));
    campaign.set("file-limit-mb", 64);
    let ran = campaign.run();
    assert_eq!((ran.tally(), ran.codes("error")), ([2, 1, 1, 0, 0], Vec::new()), "{}", ran.answer["findings"]);
    assert_eq!((inbox(&ran, "taken"), state_of(&ran, 0), state_of(&ran, 1)), (2, "in-order", "in-order"));
    assert_eq!(inbox(&campaign.run(), "taken"), 0, "once is enough");
}

#[cfg(unix)]
#[test]
fn an_original_that_is_a_link_to_the_file_in_the_inbox_is_not_deleted_by_letting_that_go() {
    let campaign = campaign();
    let bytes = campaign.workbook("museum", &Returned::new().event(&[]));
    let campaign = campaign.file("музей.xlsx", &bytes);
    campaign.run();
    let (name, _) = originals(&campaign).remove(0);
    let original = campaign.root().join("2024-Q1/originals").join(name);
    let waits = campaign.inbox().join("музей.xlsx");
    fs::rename(&original, &waits).unwrap();
    std::os::unix::fs::symlink(&waits, &original).unwrap();
    let ran = campaign.run();
    assert_eq!((ran.code, inbox(&ran, "unfinished")), (1, 1), "{}", ran.answer["inbox"]);
    assert!(fs::read(&waits).unwrap() == bytes);
}

#[test]
fn a_folder_of_returns_in_the_inbox_is_named_and_makes_status_one() {
    let campaign = campaign();
    fs::create_dir(campaign.inbox().join("Музей")).unwrap();
    fs::write(campaign.inbox().join("Музей/отчёт.xlsx"), campaign.workbook("museum", &Returned::nil())).unwrap();
    let campaign = campaign.returns_as("icon", "library", &Returned::nil());
    let ran = campaign.run();
    assert_eq!((ran.code, inbox(&ran, "left"), inbox(&ran, "taken")), (1, 1, 1), "{}", ran.answer["inbox"]);
}

#[test]
fn a_file_beyond_the_limit_is_never_loaded() {
    let campaign = campaign().returns("museum", &Returned::new().event(&[]));
    let usual = campaign.run_watched().1.memory;
    // A hole in a file takes no room on the disk until it is copied.
    let path = campaign.inbox().join("видео.avi");
    fs::File::create(&path).unwrap().set_len(300 << 20).unwrap();
    let (ran, Cost { memory, .. }) = campaign.run_watched();
    assert_eq!((ran.tally(), ran.codes("error")), ([1, 1, 0, 0, 0], vec!["F08".to_owned()]));
    let kept = campaign.root().join("2024-Q1/originals/0002 видео.avi");
    assert_eq!(fs::metadata(kept).unwrap().len(), 300 << 20);
    assert!(memory < usual + (150 << 20), "{} MiB, usually {} MiB", memory >> 20, usual >> 20);
}

#[test]
fn a_number_out_of_its_range_is_refused_with_its_place_in_both_languages_and_nothing_is_taken() {
    let campaign = campaign().returns("museum", &Returned::new().event(&[])).returns("library", &Returned::nil());
    let before = files(&campaign.inbox());
    let settings = campaign.root().join("svod.toml");
    let good = fs::read_to_string(&settings).unwrap();
    for (key, value, range) in [
        ("file-limit-mb", "0", ["от 1 до 2048", "from 1 to 2048"]),
        ("file-limit-mb", "18446744073709551615", ["от 1 до 2048", "from 1 to 2048"]),
        ("worker-memory-mb", "1", ["от 128 до 65536", "from 128 to 65536"]),
        ("worker-seconds", "0", ["от 1 до 3600", "from 1 to 3600"]),
        ("quiet-seconds", "-1", ["от 1 до 3600", "from 1 to 3600"]),
        ("deadline-days", "70000", ["от 0 до 366", "from 0 to 366"]),
    ] {
        let line = |line: &str| if line.starts_with(key) { format!("{key} = {value}\n") } else { format!("{line}\n") };
        fs::write(&settings, good.lines().map(line).collect::<String>()).unwrap();
        for (language, range) in ["ru", "en"].into_iter().zip(range) {
            let output = campaign.command(&["run", "2024-Q1", "--lang", language]);
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains(&format!("{key} = {value}")), "the line is shown: {said}");
            assert!(said.contains(range), "{said}");
        }
    }
    assert_eq!(files(&campaign.inbox()), before);
}

#[test]
fn the_least_memory_of_a_worker_is_enough_for_a_usual_return() {
    let campaign = campaign().returns("museum", &Returned::new().event(&[]));
    campaign.set("worker-memory-mb", 128);
    assert_eq!(campaign.run().tally(), [1, 1, 0, 0, 0]);
}

#[test]
fn an_original_that_was_lost_is_restored_by_the_same_file_and_its_finding_is_gone() {
    let campaign = campaign().returns("museum", &Returned::new().event(&[])).returns("library", &Returned::nil());
    let before = campaign.run();
    let kept = originals(&campaign);
    let (name, bytes) = kept.iter().find(|(name, _)| name.contains("museum")).unwrap();
    let path = campaign.root().join("2024-Q1/originals").join(name);
    fs::remove_file(&path).unwrap();
    let without = campaign.run();
    assert_eq!((without.codes("error"), without.tally()), (vec!["F10".to_owned()], [0; 5]));
    campaign.drop_file("музей ещё раз.xlsx", bytes);
    let ran = campaign.run();
    assert_eq!((inbox(&ran, "restored"), inbox(&ran, "repeated"), inbox(&ran, "taken")), (1, 0, 0));
    assert_eq!((ran.codes("error"), ran.tally()), (Vec::new(), before.tally()));
    assert_eq!(originals(&campaign), kept, "under its number and its name");
    assert!(files(&campaign.inbox()).is_empty());
}

#[test]
fn an_original_that_was_changed_is_restored_and_what_was_made_of_it_is_kept_beside() {
    let campaign = campaign().returns("museum", &Returned::new().event(&[]));
    campaign.run();
    let kept = originals(&campaign);
    let (name, bytes) = &kept[0];
    let changed = [bytes.as_slice(), b"changed"].concat();
    for round in 1..=2 {
        fs::write(campaign.root().join("2024-Q1/originals").join(name), &changed).unwrap();
        assert_eq!(campaign.run().codes("error"), ["F10"]);
        campaign.drop_file("museum.xlsx", bytes);
        let ran = campaign.run();
        assert_eq!((ran.codes("error"), ran.tally()), (Vec::new(), [1, 1, 0, 0, 0]));
        assert_eq!(originals(&campaign), kept);
        let beside = files(&campaign.root().join("2024-Q1/damaged"));
        assert_eq!(beside.len(), round, "{:?}", names(&beside));
        assert!(beside.iter().all(|(_, bytes)| *bytes == changed));
    }
}

/// Two returns that share the first 16 digits of their SHA-256, f381cee8e5ec474c: whoever has the text of one finds such
/// digits for the end of both in half an hour.
#[test]
fn two_files_whose_digests_begin_alike_are_two_files() {
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("sport", "Комитет по спорту")
        .institution("school", "Спортивная школа «Старт»");
    let forged = ["committee.csv", "school.csv"].map(|name| fs::read(format!("tests/forged/{name}")).unwrap());
    let campaign = campaign.file("Комитет.csv", &forged[0]).file("Школа.csv", &forged[1]);
    let ran = campaign.run();
    assert_eq!((inbox(&ran, "taken"), inbox(&ran, "repeated"), ran.tally()), (2, 0, [2, 2, 0, 0, 0]));
    let kept: Vec<_> = originals(&campaign).into_iter().map(|(_, bytes)| bytes).collect();
    assert_eq!(kept, forged);
    let digits: Vec<_> = (0..2)
        .map(|at| ran.answer["institutions"][at]["versions"][0]["fingerprint"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!((&digits[0][..16], digits[0].len()), (&digits[1][..16], 64));
    assert_ne!(digits[0], digits[1]);
}

/// The card of the file of that name, as the ledger has it.
fn card(campaign: &Campaign, name: &str) -> ParcelCard {
    let period: Period = "2024-Q1".parse().unwrap();
    let cards = Ledger::open(&campaign.root().join("svod.db")).unwrap().parcels(period).unwrap();
    cards.into_iter().find(|card| &*card.name == name).unwrap_or_else(|| panic!("{name} is not in the ledger"))
}

#[test]
fn a_file_is_known_to_have_lain_in_an_archive_until_it_comes_by_itself() {
    let campaign = campaign();
    let museum = campaign.workbook("museum", &Returned::new().event(&[]));
    let campaign = campaign.file("ответ.zip", &zipped(&[("музей.xlsx", &museum)])).returns("library", &Returned::nil());
    campaign.run();
    let inner = "ответ.zip › музей.xlsx";
    let archive = card(&campaign, "ответ.zip");
    assert_eq!((archive.within, card(&campaign, "library.xlsx").within), (None, None));
    assert_eq!(card(&campaign, inner).within, Some(archive.id.clone()));
    for (is_archive_lost, expected) in [(false, archive.id), (true, ParcelId::unknown())] {
        fs::remove_file(campaign.root().join("svod.db")).unwrap();
        if is_archive_lost {
            fs::remove_file(campaign.root().join(&archive.stored)).unwrap();
        }
        campaign.run();
        assert_eq!(card(&campaign, inner).within, Some(expected), "is the archive lost, too? {is_archive_lost}");
        assert_eq!(card(&campaign, "library.xlsx").within, None);
    }
    campaign.drop_file("музей.xlsx", &museum);
    let ran = campaign.run();
    assert_eq!((inbox(&ran, "repeated"), ran.tally()), (1, [1, 1, 0, 0, 0]));
    assert_eq!(card(&campaign, inner).within, None, "somebody who has the inbox put it there");
}

#[test]
fn a_run_that_is_killed_while_it_copies_a_large_file_leaves_it_where_it_is() {
    let campaign = campaign();
    let large = with_photograph(&campaign.workbook("museum", &Returned::new().event(&[])), 48 << 20);
    campaign.drop_file("музей.xlsx", &large);
    let mut was_interrupted = false;
    for delay in [40, 80, 120, 160, 200, 250, 300, 400] {
        let mut run = Command::new(env!("CARGO_BIN_EXE_svod"))
            .args(["--workspace", campaign.root().to_str().unwrap(), "run", "2024-Q1"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(delay));
        run.kill().unwrap();
        run.wait().unwrap();
        let lies_there = fs::read(campaign.inbox().join("музей.xlsx")).is_ok_and(|bytes| bytes == large);
        let originals = campaign.root().join("2024-Q1/originals");
        let is_kept = originals.exists() && files(&originals).iter().any(|(_, bytes)| *bytes == large);
        assert!(lies_there || is_kept, "killed after {delay} ms");
        was_interrupted |= lies_there;
    }
    assert!(was_interrupted, "no kill came in time");
    let ran = campaign.run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    assert_eq!(originals(&campaign).len(), 1, "{:?}", names(&originals(&campaign)));
    assert!(originals(&campaign)[0].1 == large);
    assert!(files(&campaign.inbox()).is_empty());
}

/// A file system of its own, so small that it is soon full; gone when dropped.
struct SmallDisk<'a>(&'a Path);

impl<'a> SmallDisk<'a> {
    /// `None` where nobody may mount one.
    fn at(folder: &'a Path) -> Option<Self> {
        fs::create_dir_all(folder).unwrap();
        let mount = Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(folder).output();
        mount.is_ok_and(|output| output.status.success()).then_some(Self(folder))
    }
}

impl Drop for SmallDisk<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[test]
fn a_full_disk_stops_the_run_in_words_and_the_files_stay() {
    let campaign = campaign();
    let large = with_photograph(&campaign.workbook("museum", &Returned::new().event(&[])), 2 << 20);
    let campaign = campaign.returns("library", &Returned::nil()).file("музей.xlsx", &large);
    let folder = campaign.root().join("2024-Q1/originals");
    let Some(disk) = SmallDisk::at(&folder) else {
        return left_out("a full disk", "no file system can be mounted here");
    };
    let output = campaign.command(&["run", "2024-Q1"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("Освободите место"), "{said}");
    assert!(fs::read(campaign.inbox().join("музей.xlsx")).unwrap() == large);
    assert_eq!(files(&campaign.inbox()).len(), 2, "nothing leaves before everything is entered");
    assert!(files(&folder).iter().all(|(name, _)| name == "0001 library.xlsx"), "{:?}", names(&files(&folder)));
    let kept = files(&folder);
    drop(disk);
    for (name, bytes) in kept {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let ran = campaign.run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    assert_eq!(names(&originals(&campaign)), ["0001 library.xlsx", "0002 музей.xlsx"]);
    assert!(files(&campaign.inbox()).is_empty());
}

/// Two hundred files of two hundred institutions by slow writers, while `run` and `watch` work.
#[test]
#[ignore = "takes minutes"]
fn long_two_hundred_slow_arrivals_are_kept_whole_and_each_counts_once() {
    arrivals::kept_whole_and_counted_once(&arrivals::Slowly { files: 200, writers: 12, pause: 3_000, quiet: 10 });
}
