//! The digests of everything that a quarter writes. A change that only moves code leaves each of them; a change that is meant
//! to alter bytes alters them here too, where it is seen: `SVOD_BLESS=1 cargo test --features pdf sums`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use data_encoding::HEXLOWER;
use sha2::{Digest as _, Sha256};

use crate::campaign::{Campaign, Returned, svod};
use crate::seed;

/// What a workspace holds of a quarter for people: not the ledger, whose bytes are SQLite's, and not the files received.
const SHOWN: [&str; 5] = ["templates", "letters", "report", "unusable", "edition-1"];

fn below(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() { below(&path, into) } else { into.push(path) }
    }
}

/// A line for each file of a quarter: its digest and its path.
fn sums(quarter: &Path) -> String {
    let mut paths = Vec::new();
    for folder in SHOWN {
        below(&quarter.join(folder), &mut paths);
    }
    paths.sort();
    paths.iter().fold(String::new(), |mut lines, path| {
        let digest = HEXLOWER.encode(&Sha256::digest(fs::read(path).unwrap()));
        let name = path.strip_prefix(quarter).unwrap().to_str().unwrap().replace('\\', "/");
        writeln!(lines, "{digest}  {name}").unwrap();
        lines
    })
}

/// Without the documents that a program without the feature `pdf` does not write, and the records that name them.
fn written(sums: &str) -> Vec<&str> {
    let is_of_pdf = |line: &str| [".pdf", "/edition.json"].iter().any(|end| line.ends_with(end));
    sums.lines().filter(|line| cfg!(feature = "pdf") || !is_of_pdf(line)).collect()
}

fn assert_unchanged(name: &str, quarter: &Path) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sums").join(format!("{name}.txt"));
    let now = sums(quarter);
    if std::env::var_os("SVOD_BLESS").is_some() && cfg!(feature = "pdf") {
        fs::write(&path, &now).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    let (known, now) = (written(&known), written(&now));
    let changed: Vec<&&str> = now.iter().filter(|line| !known.contains(line)).collect();
    let gone: Vec<&&str> = known.iter().filter(|line| !now.contains(line)).collect();
    assert!(known == now, "{name}: other bytes {changed:#?}\nin place of {gone:#?}");
}

#[test]
fn the_demonstration_has_the_same_bytes_in_both_languages() {
    for language in ["ru", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("demo");
        assert!(svod(&["demo", root.to_str().unwrap(), "--lang", language]).status.success());
        assert_unchanged(&format!("demo-{language}"), &root.join("2024-Q1"));
    }
}

#[test]
fn the_seed_has_the_same_bytes() {
    let Some((campaign, _)) = seed::ran() else { return };
    assert!(campaign.command(&["return", "2024-Q1"]).status.success());
    assert_unchanged("seed", &campaign.root().join("2024-Q1"));
}

#[test]
fn a_form_in_english_has_the_same_bytes() {
    let campaign = Campaign::in_english();
    campaign.run();
    assert_unchanged("english", &campaign.root().join("2024-03"));
}

/// Two reports of one event and a question, a row with errors, a file that waits, an edition; then the next quarter
/// and the half-year.
#[test]
fn two_quarters_with_everything_that_may_come_up_and_their_half_year_have_the_same_bytes() {
    let evening = [("title", "Вечер поэзии «Над рекой»"), ("start", "2024-03-20"), ("total", "64")];
    let other = [("title", "Над рекой: поэтический вечер"), ("start", "2024-03-20"), ("total", "60")];
    let running = [("title", "Выставка «Мосты»"), ("start", "2024-03-25"), ("end", "2024-04-20")];
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("museum", "ОГБУК «Приреченский краеведческий музей»")
        .institution("library", "ОГБУК «Речегорская областная научная библиотека»")
        .institution("theatre", "ОГАУК «Театр у моста»")
        .institution("archive", "ОГКУ «Государственный архив»");
    let campaign = campaign
        .returns("museum", &Returned::new().with("receptions", "2").event(&evening).event(&running))
        .returns("library", &Returned::new().event(&other).event(&[("country", "Тридевятое царство")]))
        .returns("archive", &Returned::nil())
        .returns_as("чужой.xlsx", "museum", &Returned::new().event(&[("title", "Чужой вечер")]).without_token());
    // No decision, and no letter before the workbook: who took it, and when it was written, would stand in the bytes.
    campaign.run();
    for command in ["template", "publish", "send", "return"] {
        assert_ne!(campaign.command(&[command, "2024-Q1"]).status.code(), Some(2), "{command}");
    }
    assert_unchanged("quarter", &campaign.root().join("2024-Q1"));
    let campaign = campaign
        .in_period("2024-Q2")
        .returns("theatre", &Returned::new().event(&[("title", "Гастроли"), ("start", "2024-05-05")]));
    campaign.run();
    assert_unchanged("next-quarter", &campaign.root().join("2024-Q2"));
    assert_ne!(campaign.command(&["publish", "2024-H1"]).status.code(), Some(2));
    assert_unchanged("half-year", &campaign.root().join("2024-H1"));
}
