//! One sentence per test: a form, institutions, what they return, a command, and what must come of it.

pub(crate) mod clients;
#[cfg(target_os = "linux")]
pub(crate) mod keyring;
mod memory;
pub(crate) mod office;
pub(crate) mod package;
pub(crate) mod pdf;
pub(crate) mod processor;
pub(crate) mod servers;
mod returned;
pub(crate) mod tools;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use jiff::ToSpan;
use serde_json::Value as Json;
use svod::form::{self, Form, Role};
use svod::layout::Layout;
use svod::read;
use svod::record::Period;
use svod::register::{Institution, Register};
use svod::template::{self, Issue};
use svod::words::Language;
use tempfile::TempDir;

pub(crate) use returned::Returned;

/// The key of every workspace of the tests, in the place of the random one: their returned workbooks bear genuine tokens,
/// as real ones do, and the same input gives the same bytes.
pub(crate) const KEY: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// A workspace in a folder of its own, gone when dropped.
pub(crate) struct Campaign {
    folder: TempDir,
    form: Form,
    language: Language,
    period: Period,
    register: Register,
}

impl Campaign {
    /// A new workspace with one of svod's forms, made by `svod init`.
    pub(crate) fn new(form_id: &str, period: &str) -> Self {
        Self::in_language(form_id, period, Language::Ru)
    }

    pub(crate) fn in_language(form_id: &str, period: &str, language: Language) -> Self {
        let form = form::load(form::builtin(form_id).unwrap()).unwrap();
        Self::of(form, form_id, period, language)
    }

    /// With a form of the tests' own.
    pub(crate) fn with_form(path: &str, period: &str) -> Self {
        let form = form::load(&fs::read_to_string(path).unwrap()).unwrap();
        Self::of(form, path, period, Language::Ru)
    }

    fn of(form: Form, form_id: &str, period: &str, language: Language) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let campaign = Self { folder, form, language, period: period.parse().unwrap(), register: Register::default() };
        let root = campaign.root();
        let made = svod(&["init", root.to_str().unwrap(), "--form", form_id, "--lang", language.code()]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        // Tests drop files that were made this moment; nobody writes to them any more.
        campaign.set("quiet-seconds", 1);
        campaign.with_key(KEY)
    }

    /// The same workspace under another key.
    pub(crate) fn with_key(self, key: &str) -> Self {
        fs::write(self.root().join("svod.key"), key).unwrap();
        self
    }

    /// Sets a number of `svod.toml`.
    pub(crate) fn set(&self, key: &str, number: u64) {
        let path = self.root().join("svod.toml");
        let text = fs::read_to_string(&path).unwrap();
        let line = |line: &str| if line.starts_with(key) { format!("{key} = {number}\n") } else { format!("{line}\n") };
        fs::write(path, text.lines().map(line).collect::<String>()).unwrap();
    }

    /// The workspace's folder.
    pub(crate) fn root(&self) -> PathBuf {
        self.folder.path().join("workspace")
    }

    pub(crate) fn inbox(&self) -> PathBuf {
        self.root().join("inbox")
    }

    pub(crate) fn report_folder(&self) -> PathBuf {
        self.root().join(self.period.to_string()).join("report")
    }

    pub(crate) fn form(&self) -> &Form {
        &self.form
    }

    /// A form in English, and the one return that its own example makes.
    pub(crate) fn in_english() -> Self {
        let campaign = Self::in_language("training-activities", "2024-03", Language::En)
            .institution("north", "Northern Training Centre");
        let form = campaign.form().clone();
        let example = form.table.fields.iter().map(|field| (field.key.as_str(), field.example.get(Language::En)));
        let row: Vec<_> = example.filter(|(_, value)| !value.is_empty()).collect();
        campaign.returns("north", &Returned::default().row(&row))
    }

    /// Enters an institution in the register.
    pub(crate) fn institution(self, code: &str, name: &str) -> Self {
        let campaign = self.entered(code, name);
        campaign.write_register();
        campaign
    }

    /// Enters one that is written to in English.
    pub(crate) fn in_english_too(self, code: &str, name: &str) -> Self {
        let mut campaign = self.entered(code, name);
        campaign
            .register
            .institutions
            .iter_mut()
            .filter(|one| &*one.code == code)
            .for_each(|one| one.language = Language::En);
        campaign.write_register();
        campaign
    }

    /// The same as [`Self::institution`] without writing the register yet: of a thousand it is written once.
    pub(crate) fn entered(mut self, code: &str, name: &str) -> Self {
        self.register.institutions.push(Institution {
            code: code.into(),
            name: name.to_owned(),
            short_name: String::new(),
            email: format!("{code}@example.org"),
            contact: String::new(),
            language: self.language,
            since: None,
            until: None,
        });
        self
    }

    /// An institution that the register holds no address of.
    pub(crate) fn without_address(mut self, code: &str) -> Self {
        self.register.institutions.iter_mut().filter(|one| &*one.code == code).for_each(|one| one.email.clear());
        self.write_register();
        self
    }

    pub(crate) fn write_register(&self) {
        let artifact = template::register_workbook(&self.register, self.language).unwrap();
        fs::write(self.root().join("institutions.xlsx"), artifact.bytes).unwrap();
    }

    /// The workbook that an institution returns: its own template, issued by this workspace, with values typed in.
    pub(crate) fn workbook(&self, code: &str, returned: &Returned) -> Vec<u8> {
        let institution = self.register.by_code(code).expect("the institution is in the register");
        self.issued(institution, (!returned.without_token).then_some(KEY.as_bytes()), returned)
    }

    /// The same in the template of `code`, with another name on the title sheet.
    pub(crate) fn workbook_titled(&self, code: &str, title: &str, returned: &Returned) -> Vec<u8> {
        let issued_to = self.register.by_code(code).expect("the institution is in the register");
        self.issued(issued_to, Some(KEY.as_bytes()), &returned.clone().with(&self.name_field(), title))
    }

    /// The same, issued by a workspace with another key.
    pub(crate) fn workbook_of_elsewhere(&self, code: &str, returned: &Returned) -> Vec<u8> {
        let institution = self.register.by_code(code).expect("the institution is in the register");
        self.issued(institution, Some(b"the key of another workspace"), returned)
    }

    fn issued(&self, institution: &Institution, key: Option<&[u8]>, returned: &Returned) -> Vec<u8> {
        let period = returned.other_period.unwrap_or(self.period);
        let (language, names) = (self.language, &read::listed_names(&self.register));
        self.filled(&Issue { institution: Some(institution), names, period, language, deadline: None, key }, returned)
    }

    /// The template for all with values typed in, and the name of an institution as its list offers it.
    pub(crate) fn common_workbook(&self, name: &str, returned: &Returned) -> Vec<u8> {
        let period = returned.other_period.unwrap_or(self.period);
        let (language, names) = (self.language, &read::listed_names(&self.register));
        let issue = Issue { institution: None, names, period, language, deadline: None, key: None };
        self.filled(&issue, &returned.clone().with(&self.name_field(), name))
    }

    /// Key of the field in which the title sheet names the institution.
    fn name_field(&self) -> String {
        self.form.header_with_role(Role::Institution).unwrap().key.to_string()
    }

    fn filled(&self, issue: &Issue, returned: &Returned) -> Vec<u8> {
        let layout = Layout::of(&self.form, self.language);
        template::workbook(&self.form, &layout, issue, &returned.contents(&self.form)).unwrap().bytes
    }

    /// An institution drops its workbook into the inbox.
    pub(crate) fn returns(self, code: &str, returned: &Returned) -> Self {
        self.returns_as(&format!("{code}.xlsx"), code, returned)
    }

    /// The same under another name.
    pub(crate) fn returns_as(self, name: &str, code: &str, returned: &Returned) -> Self {
        let bytes = self.workbook(code, returned);
        self.file(name, &bytes)
    }

    /// A file lies in the inbox. It bears an old date, but was made this moment, as a copy is.
    pub(crate) fn file(self, name: &str, bytes: &[u8]) -> Self {
        self.drop_file(name, bytes);
        self
    }

    pub(crate) fn drop_file(&self, name: &str, bytes: &[u8]) {
        let path = self.inbox().join(name);
        fs::write(&path, bytes).unwrap();
        // Three days after the period, the same at every run.
        let day = self.period.last_day() + 3.days();
        let when: std::time::SystemTime = format!("{day}T10:00:00Z").parse::<jiff::Timestamp>().unwrap().into();
        fs::File::options().write(true).open(&path).unwrap().set_modified(when).unwrap();
    }

    /// What follows happens in another period.
    pub(crate) fn in_period(mut self, period: &str) -> Self {
        self.period = period.parse().unwrap();
        self
    }

    /// `svod run`.
    pub(crate) fn run(&self) -> Ran {
        Ran::of(self, &self.command(&["run", &self.period.to_string(), "--format", "json"]))
    }

    /// `svod decide` with these arguments.
    pub(crate) fn decide(&self, args: &[&str]) -> Ran {
        let period = self.period.to_string();
        let mut all = vec!["decide", "--format", "json"];
        if !args.iter().any(|arg| ["--list", "--undo"].contains(arg)) {
            all.extend(["--period", &period]);
        }
        all.extend(args);
        Ran::of(self, &self.command(&all))
    }

    /// `svod run`, and what it and its workers cost.
    pub(crate) fn run_watched(&self) -> (Ran, Cost) {
        let root = self.root();
        let period = self.period.to_string();
        // Another one may be measured.
        let program = std::env::var_os("SVOD_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_svod").into());
        let mut command = Command::new(program);
        command.args(["--workspace", root.to_str().unwrap(), "--lang", self.language.code()]);
        command.args(["run", &period, "--format", "json"]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let child = command.spawn().unwrap();
        let id = child.id();
        let (over, is_over) = mpsc::channel();
        let watcher = thread::spawn(move || {
            let mut most = 0;
            while is_over.recv_timeout(Duration::from_millis(30)) == Err(RecvTimeoutError::Timeout) {
                most = most.max(memory::of_all(id));
            }
            most
        });
        let (output, processor) = processor::output_and_time(child);
        over.send(()).unwrap();
        (Ran::of(self, &output), Cost { memory: watcher.join().unwrap(), processor })
    }

    /// Any command in this workspace.
    pub(crate) fn command(&self, args: &[&str]) -> Output {
        let root = self.root();
        let mut all = vec!["--workspace", root.to_str().unwrap(), "--lang", self.language.code()];
        all.extend(args);
        svod(&all)
    }
}

/// What a command and its workers cost; zero where the system does not tell.
pub(crate) struct Cost {
    /// The most bytes that they held together at any moment.
    pub(crate) memory: u64,
    pub(crate) processor: Duration,
}

/// Runs the program.
pub(crate) fn svod(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_svod")).args(args).output().unwrap()
}

/// What a command in a workspace came to.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) answer: Json,
    report: PathBuf,
}

impl Ran {
    fn of(campaign: &Campaign, output: &Output) -> Self {
        let stdout = String::from_utf8_lossy(&output.stdout);
        let answer = serde_json::from_str(&stdout).unwrap_or_else(|error| {
            panic!("no JSON ({error}):\n{stdout}\n{}", String::from_utf8_lossy(&output.stderr))
        });
        Self { code: output.status.code().unwrap_or(-1), answer, report: campaign.report_folder() }
    }

    /// `received = in the report + merged + refused + waiting`, as numbers in that order.
    pub(crate) fn tally(&self) -> [u64; 5] {
        ["received", "in_report", "merged", "refused", "waiting"].map(|key| self.answer["tally"][key].as_u64().unwrap())
    }

    /// Codes of all findings of at least that severity, each as often as it stands there.
    pub(crate) fn codes(&self, severity: &str) -> Vec<String> {
        self.answer["findings"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|finding| finding["severity"] == severity)
            .map(|finding| finding["code"].as_str().unwrap().to_owned())
            .collect()
    }

    pub(crate) fn has(&self, code: &str) -> bool {
        self.answer["findings"].as_array().unwrap().iter().any(|finding| finding["code"] == code)
    }

    /// `events.json`.
    pub(crate) fn events(&self) -> Json {
        let bytes = fs::read(self.artifact("events")).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    }

    /// Path of the artifact of that kind.
    pub(crate) fn artifact(&self, kind: &str) -> PathBuf {
        let path = self.answer["artifacts"].as_array().unwrap().iter().find(|artifact| artifact["kind"] == kind);
        PathBuf::from(path.unwrap()["path"].as_str().unwrap())
    }

    /// Every file in the folder of the report, by name, with its bytes.
    pub(crate) fn artifacts(&self) -> Vec<(String, Vec<u8>)> {
        files(&self.report)
    }
}

/// A workbook without one of its sheets, as a program saves it that does not keep hidden ones.
pub(crate) fn without_sheet(workbook: &[u8], name: &str) -> Vec<u8> {
    let mut old = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index).unwrap();
        let part_name = part.name().unwrap().to_string();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if part_name == "xl/workbook.xml" {
            let text = String::from_utf8(bytes).unwrap();
            let start = text.find(&format!("<sheet name=\"{name}\"")).unwrap();
            let end = start + text[start..].find("/>").unwrap() + 2;
            bytes = [&text[..start], &text[end..]].concat().into_bytes();
        }
        new.start_file(part_name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&bytes).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// The files of a folder, by name, with their bytes.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}
