//! The real tools that some tests need. Where one is missing, plain `cargo test` leaves the check out and says so;
//! under `./test` that is a failure.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Says that a check is left out. Panics under `./test`.
pub(crate) fn left_out(check: &str, why: &str) {
    assert!(std::env::var_os("SVOD_ALL_CHECKS").is_none(), "{check}: {why}");
    eprintln!("left out: {check} ({why})");
}

/// The shared folder with the seed report and the collections of files, if it is there; `SVOD_SHARED` names another.
pub(crate) fn shared(part: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let path = std::env::var_os("SVOD_SHARED").map_or_else(beside, PathBuf::from).join(part);
    if path.exists() {
        return Some(path);
    }
    eprintln!("left out: {part} is not there");
    None
}

pub(crate) fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

/// For a program that does not know its version.
pub(crate) fn is_found(program: &str) -> bool {
    Command::new(program).arg("--help").output().is_ok()
}

pub(crate) fn office_is_there() -> bool {
    is_there("soffice")
}

/// What a program writes; `None` where it is not installed.
pub(crate) fn program_made(name: &str, command: &mut Command) -> Option<String> {
    let Ok(output) = command.output() else {
        left_out(name, "it is not installed");
        return None;
    };
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// LibreOffice takes one caller at a time for each profile.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// Waits for LibreOffice to be free.
pub(crate) fn one_at_a_time() -> MutexGuard<'static, ()> {
    ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Opens a file in LibreOffice and saves it in another format (`xlsx`, `ods`, `xls`, `pdf`) into `folder`.
pub(crate) fn libreoffice(file: &Path, format: &str, folder: &Path) -> Option<PathBuf> {
    if !is_there("soffice") {
        left_out("LibreOffice", "soffice is not installed");
        return None;
    }
    let _one = one_at_a_time();
    // One of its own: tests of another copy of the project may run at the same time.
    let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join("libreoffice");
    let output = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", profile.display()))
        .args(["--headless", "--convert-to", format, "--outdir"])
        .arg(folder)
        .arg(file)
        .output()
        .unwrap();
    let saved = folder.join(file.file_stem().unwrap()).with_extension(format);
    assert!(saved.exists(), "LibreOffice: {}", String::from_utf8_lossy(&output.stderr));
    Some(saved)
}

/// Asserts that Microsoft's Open XML SDK finds nothing in the files.
pub(crate) fn assert_valid(files: &[PathBuf]) {
    let Some(package) = std::env::var_os("SVOD_OOXML_VALIDATOR").map(PathBuf::from).filter(|path| path.exists()) else {
        return left_out("the Open XML SDK", "SVOD_OOXML_VALIDATOR does not name the validator");
    };
    let script = "
        const { validateFile } = await import(process.argv[1]);
        const wrong = [];
        for (const file of process.argv.slice(2)) {
            const result = await validateFile(file, { officeVersion: 'Microsoft365' });
            if (!result.ok) wrong.push({ file, errors: result.errors.slice(0, 5) });
        }
        console.log(JSON.stringify(wrong, null, 1));";
    let entry = package.join("dist/src/index.js");
    let output =
        Command::new("node").args(["--input-type=module", "-e", script]).arg(&entry).args(files).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(said.trim(), "[]", "{}", String::from_utf8_lossy(&output.stderr));
}

/// What a real browser finds wrong with pages, as `tests/page.mjs` says it: a JSON list.
pub(crate) fn browse(pages: &[PathBuf]) -> Option<String> {
    let tools = std::env::var_os("SVOD_BROWSER_TOOLS").map(PathBuf::from);
    let Some(tools) = tools.filter(|tools| tools.join("node_modules/axe-core").exists()) else {
        left_out("the browser", "SVOD_BROWSER_TOOLS does not name the folder of playwright-core and axe-core");
        return None;
    };
    if !is_there("chromium") {
        left_out("the browser", "chromium is not installed");
        return None;
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/page.mjs");
    let output = Command::new("node").arg(script).arg(tools).arg(program("chromium")).args(pages).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Where a program lies.
fn program(name: &str) -> PathBuf {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|path| path.is_file()).unwrap()
}

/// The kinds of errors that the `frictionless` program finds in a data package; `SVOD_FRICTIONLESS` names another one.
pub(crate) fn frictionless(package: &Path) -> Option<Vec<String>> {
    let program = std::env::var("SVOD_FRICTIONLESS").unwrap_or_else(|_| "frictionless".to_owned());
    if !is_there(&program) {
        left_out("the data package", "frictionless is not installed");
        return None;
    }
    let output = Command::new(program).args(["validate", "--json"]).arg(package).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    let report: serde_json::Value = serde_json::from_str(&said)
        .unwrap_or_else(|error| panic!("{error}: {said}\n{}", String::from_utf8_lossy(&output.stderr)));
    let of_tasks = report["tasks"].as_array().unwrap().iter().flat_map(|task| task["errors"].as_array().unwrap());
    let errors = report["errors"].as_array().unwrap().iter().chain(of_tasks);
    let found: Vec<String> = errors.map(|error| error["type"].as_str().unwrap_or_default().to_owned()).collect();
    assert_eq!(report["valid"].as_bool(), Some(found.is_empty()), "{said}");
    Some(found)
}

/// A workbook of svod's own, opened in LibreOffice.
pub(crate) struct Opened(String);

impl Opened {
    pub(crate) fn of(workbook: &Path) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let opened = libreoffice(workbook, "fods", folder.path())?;
        Some(Self(std::fs::read_to_string(opened).unwrap()))
    }

    /// The bytes of the workbook with answers written in, saved by LibreOffice as `format`. An answer is named by the words
    /// of its hidden key (`svod-answer`, `svod-choice total`); `2/svod-answer` is that of the second question.
    pub(crate) fn saved(&self, answers: &[(&str, &str)], format: &str) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let text = answers.iter().fold(self.0.clone(), |text, (key, answer)| written(&text, key, answer));
        let filled = folder.path().join("filled.fods");
        std::fs::write(&filled, text).unwrap();
        let saved = folder.path().join("saved");
        std::fs::create_dir(&saved).unwrap();
        std::fs::read(libreoffice(&filled, format, &saved).unwrap()).unwrap()
    }
}

/// The document with `answer` in the row of that key: in the second cell, or, for a choice, in the fourth.
fn written(document: &str, key: &str, answer: &str) -> String {
    let (number, key) = key.split_once('/').unwrap_or(("1", key));
    let wanted: Vec<&str> = key.split(' ').collect();
    let column = if wanted[0] == "svod-choice" { 3 } else { 1 };
    let is_key = |text: &str| wanted.iter().all(|word| text.split(' ').any(|part| part == *word));
    let (found, _) = document
        .match_indices("<text:p>")
        .filter(|(at, _)| is_key(document[at + 8..].split('<').next().unwrap()))
        .nth(number.parse::<usize>().unwrap() - 1)
        .unwrap_or_else(|| panic!("no {key}"));
    let row = document[..found].rfind("<table:table-row").unwrap();
    let (mut at, mut passed) = (row + 1, 0);
    loop {
        let start = at
            + ["<table:table-cell", "<table:covered-table-cell"]
                .iter()
                .filter_map(|tag| document[at..].find(tag))
                .min()
                .unwrap();
        let end = start + document[start..].find('>').unwrap();
        let tag = &document[start..=end];
        if passed == column {
            assert!(tag.ends_with("/>"), "something is written there already: {tag}");
            let open = tag.trim_end_matches("/>");
            let typed = "office:value-type=\"string\" calcext:value-type=\"string\"";
            let filled = format!("{open} {typed}><text:p>{answer}</text:p></table:table-cell>");
            return format!("{}{filled}{}", &document[..start], &document[end + 1..]);
        }
        let repeated = tag.split("number-columns-repeated=\"").nth(1).and_then(|rest| rest.split('"').next());
        passed += repeated.map_or(1, |n| n.parse().unwrap());
        at = end + 1;
    }
}
