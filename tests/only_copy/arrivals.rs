//! Files that are written slowly, with and without space allocated beforehand, while svod takes what is there.

use std::fs::File;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use super::{originals, zipped};
use crate::campaign::{Campaign, Returned, files};

/// Measures of slow writing.
pub(super) struct Slowly {
    pub(super) files: usize,
    /// At work at the same time.
    pub(super) writers: usize,
    /// The longest pause between two pieces, in milliseconds.
    pub(super) pause: u64,
    /// `quiet-seconds` of the settings; longer than a pause.
    pub(super) quiet: u64,
}

#[test]
fn twenty_slow_arrivals_are_kept_whole_and_each_counts_once() {
    kept_whole_and_counted_once(&Slowly { files: 20, writers: 10, pause: 1_500, quiet: 3 });
}

/// A file and how it is written.
struct Arrival {
    name: String,
    bytes: Vec<u8>,
    /// Pauses between two pieces, in milliseconds.
    pauses: Vec<u64>,
    /// The space is allocated first.
    is_allocated: bool,
    /// The last piece is written first: a network share may store them in any order.
    is_backwards: bool,
    /// The time is set back to that of the file that was copied.
    is_dated: bool,
}

const WHAT: [&str; 20] = [
    "Вечер",
    "Концерт",
    "Семинар",
    "Выставка",
    "Фестиваль",
    "Лекция",
    "Экскурсия",
    "Турнир",
    "Ярмарка",
    "Спектакль",
    "Конкурс",
    "Форум",
    "Встреча",
    "Показ",
    "Практикум",
    "Чтения",
    "Олимпиада",
    "Съезд",
    "Праздник",
    "Забег",
];
const OF_WHAT: [&str; 10] = [
    "гончаров",
    "скрипачей",
    "переводчиков",
    "пчеловодов",
    "шахматистов",
    "краеведов",
    "кузнецов",
    "библиотекарей",
    "ткачей",
    "лётчиков",
];

/// The `n`-th file; every fifth is a text, every seventh an archive, all others are workbooks.
fn arrival(campaign: &Campaign, n: usize, pause: u64) -> Arrival {
    let code = code(n);
    let title = format!("{} {}", WHAT[n % WHAT.len()], OF_WHAT[n / WHAT.len() % OF_WHAT.len()]);
    let day = format!("2024-{:02}-{:02}", 1 + n % 3, 1 + n / 3 % 28);
    let workbook = || campaign.workbook(&code, &Returned::new().event(&[("title", &title), ("start", &day)]));
    let (ending, bytes) = if n % 5 == 4 {
        ("csv", text(&code, &title, &day).into_bytes())
    } else if n % 7 == 6 {
        ("zip", zipped(&[(&format!("{code}.xlsx"), &workbook())]))
    } else {
        ("xlsx", workbook())
    };
    // Some pauses are none, some are the longest; the order is the same at every run.
    let pauses = (0..4).map(|k| ((n * 7 + k * 5) % 11) as u64 * pause / 10).collect();
    let (is_allocated, is_dated) = (n.is_multiple_of(2), n.is_multiple_of(3));
    Arrival { name: format!("{code}.{ending}"), bytes, pauses, is_allocated, is_backwards: n % 4 == 2, is_dated }
}

fn code(n: usize) -> String {
    format!("house-{n:03}")
}

fn house(n: usize) -> String {
    format!("Дом культуры № {}", n + 1)
}

fn text(code: &str, title: &str, day: &str) -> String {
    let n: usize = code.rsplit('-').next().unwrap().parse().unwrap();
    format!(
        "Учреждение;{}\nОтчетный период;I квартал 2024 года\nВстречи (приемы, переговоры);0\n\n\
         Раздел отчета;Наименование мероприятия;Место проведения;Дата начала;Цель, содержание и результат;Участники\n\
         Сотрудничество в сфере культуры и туризма;{title};г. Минск, Республика Беларусь, Дом музыки;{day};\
         Музыканты двух стран сыграли общую программу;Общее количество участников – 40 человек\n",
        house(n)
    )
}

impl Arrival {
    fn write(&self, inbox: &Path) {
        let mut file = File::create(inbox.join(&self.name)).unwrap();
        if self.is_allocated {
            file.set_len(self.bytes.len() as u64).unwrap();
        }
        let length = self.bytes.len().div_ceil(self.pauses.len() + 1);
        let mut pieces: Vec<(usize, &[u8])> =
            self.bytes.chunks(length).enumerate().map(|(at, piece)| (at * length, piece)).collect();
        if self.is_allocated && self.is_backwards {
            pieces.reverse();
        }
        for (at, (start, piece)) in pieces.iter().enumerate() {
            if at > 0 {
                thread::sleep(Duration::from_millis(self.pauses[at - 1]));
            }
            file.seek(SeekFrom::Start(*start as u64)).unwrap();
            file.write_all(piece).unwrap();
            if self.is_dated {
                file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_712_000_000)).unwrap();
            }
        }
    }
}

/// Writes the files while `watch` and `run` take turns, and sees what became of them.
pub(super) fn kept_whole_and_counted_once(slowly: &Slowly) {
    let begun = Instant::now();
    let empty = Campaign::new("international-events", "2024-Q1");
    let campaign = (0..slowly.files).fold(empty, |campaign, n| campaign.entered(&code(n), &house(n)));
    campaign.write_register();
    campaign.set("quiet-seconds", slowly.quiet);
    let arrivals: Vec<Arrival> = (0..slowly.files).map(|n| arrival(&campaign, n, slowly.pause)).collect();
    let root = campaign.root();
    let mut watch = Command::new(env!("CARGO_BIN_EXE_svod"))
        .args(["--workspace", root.to_str().unwrap(), "watch", "2024-Q1", "--every", "1"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let next = AtomicUsize::new(0);
    let mut runs = 0;
    thread::scope(|scope| {
        let writers: Vec<_> = (0..slowly.writers)
            .map(|_| {
                scope.spawn(|| {
                    while let Some(arrival) = arrivals.get(next.fetch_add(1, Ordering::SeqCst)) {
                        arrival.write(&campaign.inbox());
                    }
                })
            })
            .collect();
        // One of the two holds the workspace; the other is told so, and comes again.
        while !writers.iter().all(thread::ScopedJoinHandle::is_finished) {
            let output = campaign.command(&["run", "2024-Q1"]);
            runs += usize::from(output.status.code() != Some(2));
            thread::sleep(Duration::from_millis(150));
        }
    });
    let written = begun.elapsed();
    let is_empty = || files(&campaign.inbox()).is_empty();
    let last = Instant::now();
    while !is_empty() && last.elapsed() < Duration::from_secs(60 + 3 * slowly.quiet) {
        thread::sleep(Duration::from_millis(200));
    }
    watch.kill().unwrap();
    watch.wait().unwrap();
    assert!(is_empty(), "left in the inbox: {:?}", super::names(&files(&campaign.inbox())));
    let ran = campaign.run();
    let kept = originals(&campaign);
    for arrival in &arrivals {
        let copies = kept.iter().filter(|(_, bytes)| *bytes == arrival.bytes).count();
        assert_eq!(copies, 1, "{}", arrival.name);
    }
    let archives = arrivals.iter().filter(|arrival| arrival.name.ends_with("zip")).count();
    assert_eq!(kept.len(), arrivals.len() + archives, "no part of a file is among the originals");
    let n = slowly.files as u64;
    assert_eq!(ran.tally(), [n, n, 0, 0, 0], "{}", ran.answer["findings"]);
    let institutions = ran.answer["institutions"].as_array().unwrap();
    assert!(institutions.iter().all(|one| one["rows"]["in_report"] == 1), "each counts once");
    eprintln!("{n} files written in {written:?} beside {runs} runs and a watch, all kept after {:?}", begun.elapsed());
}
