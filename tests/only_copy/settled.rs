//! A file is taken not before all of it is there, and without waiting where that is plain.

use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, SystemTime};

use super::{campaign, inbox, originals, with_photograph, zipped};
use crate::campaign::{Returned, files};

/// A writer that writes the first half of a file, and the second when it is told to.
struct Writer {
    goes_on: Sender<()>,
    done: JoinHandle<()>,
    first: Receiver<()>,
}

impl Writer {
    fn begin(path: &Path, bytes: &[u8], prepare: impl FnOnce(&File) + Send + 'static) -> Self {
        let (goes_on, told) = mpsc::channel();
        let (begun, first) = mpsc::channel();
        let (path, bytes) = (path.to_owned(), bytes.to_owned());
        let done = thread::spawn(move || {
            let mut file = File::create(path).unwrap();
            prepare(&file);
            file.write_all(&bytes[..bytes.len() / 2]).unwrap();
            begun.send(()).unwrap();
            told.recv().unwrap();
            file.seek(SeekFrom::Start(bytes.len() as u64 / 2)).unwrap();
            file.write_all(&bytes[bytes.len() / 2..]).unwrap();
        });
        let writer = Self { goes_on, done, first };
        writer.first.recv().unwrap();
        writer
    }

    fn end(self) {
        self.goes_on.send(()).unwrap();
        self.done.join().unwrap();
    }
}

#[test]
fn half_a_workbook_is_left_named_and_makes_status_one_and_the_whole_of_it_counts() {
    for is_allocated in [false, true] {
        let campaign = campaign();
        campaign.set("quiet-seconds", 600);
        let bytes = campaign.workbook("museum", &Returned::new().event(&[]));
        let length = bytes.len() as u64;
        let path = campaign.inbox().join("музей.xlsx");
        let writer = Writer::begin(&path, &bytes, move |file| {
            if is_allocated {
                file.set_len(length).unwrap();
            }
        });
        let patient = thread::scope(|scope| {
            let run = scope.spawn(|| campaign.command(&["run", "2024-Q1"]));
            // The run waits: the file goes on meanwhile, and so is left at once.
            thread::sleep(Duration::from_millis(1_500));
            writer.end();
            run.join().unwrap()
        });
        let said = String::from_utf8_lossy(&patient.stdout).into_owned();
        assert!(said.contains("Файл ещё копируется") && said.contains("музей.xlsx"), "{said}");
        assert_eq!(patient.status.code(), Some(1), "a clerk must not think that everything was taken");
        assert!(path.exists() && originals(&campaign).is_empty());
        // If it were waited for, this would take ten minutes.
        let ran = campaign.run();
        assert_eq!((ran.tally(), ran.code), ([1, 1, 0, 0, 0], 0), "{}", ran.answer["findings"]);
        assert_eq!(originals(&campaign)[0].1, bytes);
        assert!(files(&campaign.inbox()).is_empty());
    }
}

#[test]
fn a_time_that_a_copying_program_sets_back_makes_no_half_file_whole() {
    let campaign = campaign();
    campaign.set("quiet-seconds", 4);
    let bytes = campaign.workbook("museum", &Returned::new().event(&[]));
    let path = campaign.inbox().join("музей.xls");
    let length = bytes.len() as u64;
    let writer = Writer::begin(&path, &bytes, move |file| file.set_len(length).unwrap());
    File::options().write(true).open(&path).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
    let ran = thread::scope(|scope| {
        let run = scope.spawn(|| campaign.run());
        thread::sleep(Duration::from_secs(2));
        writer.end();
        run.join().unwrap()
    });
    assert_eq!(ran.answer["inbox"]["unfinished"], serde_json::json!(["музей.xls"]));
    let ran = campaign.run();
    assert_eq!(ran.tally(), [1, 1, 0, 0, 0]);
    assert_eq!(originals(&campaign)[0].1, bytes);
}

#[test]
fn a_file_that_cannot_prove_to_be_whole_is_waited_for_once() {
    let campaign = campaign();
    campaign.set("quiet-seconds", 2);
    let text = "Учреждение;ОГБУК «Приреченский краеведческий музей»\nОтчетный период;I квартал 2024 года\n\
                Мероприятия не проводились;да\nВстречи (приемы, переговоры);0\n\n\
                Раздел отчета;Наименование мероприятия;Место проведения;Дата начала;Цель, содержание и результат;Участники\n";
    let campaign = campaign.file("музей.csv", text.as_bytes()).file("заметка.txt", b"-").file("пустой.xlsx", b"");
    let ran = campaign.run();
    assert_eq!((inbox(&ran, "taken"), inbox(&ran, "unfinished")), (3, 0), "{}", ran.answer["inbox"]);
    assert!(files(&campaign.inbox()).is_empty());
}

#[test]
fn a_file_from_the_future_is_taken_after_it_has_rested_before_our_eyes() {
    let campaign = campaign();
    let path = campaign.inbox().join("музей.csv");
    fs::write(&path, "Учреждение;Музей\n").unwrap();
    let future = SystemTime::now() + Duration::from_hours(24 * 365);
    File::options().write(true).open(&path).unwrap().set_modified(future).unwrap();
    // Its own times will not say so for a year.
    thread::sleep(Duration::from_millis(1_100));
    let ran = campaign.run();
    assert_eq!((inbox(&ran, "taken"), inbox(&ran, "unfinished")), (1, 0), "{}", ran.answer["inbox"]);
}

#[test]
fn the_empty_file_that_keeps_the_place_of_a_download_is_no_empty_return() {
    let campaign = campaign();
    let bytes = campaign.workbook("museum", &Returned::new().event(&[]));
    let campaign = campaign.file("музей.xlsx", b"").file("музей.xlsx.part", &bytes[..bytes.len() / 2]);
    let ran = campaign.run();
    assert_eq!(ran.answer["inbox"]["unfinished"], serde_json::json!(["музей.xlsx"]));
    fs::remove_file(campaign.inbox().join("музей.xlsx.part")).unwrap();
    campaign.drop_file("музей.xlsx", &bytes);
    let ran = campaign.run();
    assert_eq!((inbox(&ran, "taken"), ran.tally()), (1, [1, 1, 0, 0, 0]));
}

#[test]
fn a_whole_workbook_or_archive_that_came_this_moment_is_not_waited_for() {
    let campaign = campaign();
    let library = campaign.workbook("library", &Returned::nil());
    let campaign = campaign.returns("museum", &Returned::nil()).file("ответ.zip", &zipped(&[("ответ.xlsx", &library)]));
    // If they were, this would take an hour.
    campaign.set("quiet-seconds", 3600);
    let ran = campaign.run();
    assert_eq!((inbox(&ran, "taken"), inbox(&ran, "unfinished"), ran.code), (3, 0, 0), "{}", ran.answer["inbox"]);
}

#[test]
fn a_file_that_is_changed_while_it_is_taken_stays_and_loses_nothing() {
    let campaign = campaign();
    let large = with_photograph(&campaign.workbook("museum", &Returned::new().event(&[])), 40 << 20);
    campaign.drop_file("музей.xlsx", &large);
    thread::sleep(Duration::from_millis(1_100));
    let (path, folder) = (campaign.inbox().join("музей.xlsx"), campaign.root().join("2024-Q1/originals"));
    let writer = thread::spawn({
        let path = path.clone();
        move || {
            let is_begun = || folder.exists() && files(&folder).iter().any(|(_, bytes)| !bytes.is_empty());
            while !is_begun() {
                thread::sleep(Duration::from_millis(1));
            }
            File::options().append(true).open(path).unwrap().write_all(b"more").unwrap();
        }
    });
    let ran = campaign.run();
    writer.join().unwrap();
    assert_eq!(ran.answer["inbox"]["unfinished"], serde_json::json!(["музей.xlsx"]));
    let changed = [large.as_slice(), b"more"].concat();
    assert!(fs::read(&path).unwrap() == changed);
    let ran = campaign.run();
    assert_eq!((inbox(&ran, "taken"), ran.tally()), (1, [1, 1, 0, 0, 0]));
    assert!(originals(&campaign).iter().any(|(_, bytes)| *bytes == changed));
    assert!(files(&campaign.inbox()).is_empty());
}

#[test]
fn a_workbook_of_the_report_that_is_half_saved_is_not_lost_and_not_written_over() {
    let campaign = campaign().returns("museum", &Returned::new().event(&[("title", "Первый вечер")]));
    let report = campaign.run().artifact("workbook");
    let edited = with_photograph(&fs::read(&report).unwrap(), 10_000);
    campaign.set("quiet-seconds", 5);
    let writer = Writer::begin(&report, &edited, |_| ());
    let ran = campaign.run();
    let name = report.file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(ran.answer["moved"], serde_json::json!([name]), "{}", ran.answer["inbox"]);
    assert_eq!(ran.code, 1);
    assert!(report.exists(), "the report itself is there");
    writer.end();
    let ran = campaign.run();
    assert_eq!(inbox(&ran, "taken"), 1, "{}", ran.answer["inbox"]);
    assert!(originals(&campaign).iter().any(|(_, bytes)| *bytes == edited), "every byte that was saved");
    assert!(files(&campaign.inbox()).is_empty());
}
