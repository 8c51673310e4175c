//! The editions of a period, as ledger and folders know them: which numbers are taken, what each said, and whether its files
//! are still those that were published.
//!
//! Either can be lost. A folder with a record that the ledger does not know is entered as it lies; a number that the ledger
//! or the name of a folder knows is never given again. What stands in a folder of an edition is never written.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Error, Workspace, artifacts};
use crate::collect::{self, Sorting};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::Artifact;
use crate::ledger::{EditionFiles, Ledger};
use crate::outside;
use crate::publish::Edition;
use crate::record::Period;
use crate::words::{self, Args, Language, LocalText};

/// What is known of the editions of a period.
pub(super) struct Editions {
    /// What the last one said; none where it is not known what it said, or there is none.
    pub(super) last: Option<Edition>,
    /// The last one before it of which it is known.
    pub(super) before: Option<Edition>,
    /// The number of the next one, greater than every number that is known.
    pub(super) next: u32,
    /// What is wrong with those that there are.
    pub(super) findings: Vec<Finding>,
}

impl Editions {
    /// Compares folders with the ledger, and enters what it does not know.
    pub(super) fn of(workspace: &Workspace, ledger: &Ledger, period: Period) -> Result<Self, Error> {
        let place = workspace.period(period);
        outside::sweep_folders(&place)?;
        let names = outside::names(&place)?;
        let known = ledger.editions(period)?;
        let mut numbers: BTreeSet<u32> = known.keys().copied().collect();
        numbers.extend(names.iter().filter_map(|name| Workspace::edition_number(name)));
        let mut records = Vec::new();
        let mut findings = Vec::new();
        for number in &numbers {
            let folder = workspace.edition(period, *number);
            let name = name_of(&folder);
            let record = record(workspace, period, *number)?;
            let files = match (known.get(number), &record) {
                (Some(files), _) => files.clone(),
                (None, _) if !names.contains(&name) => continue,
                (None, Ok(record)) => {
                    let files = published(&folder, record)?;
                    ledger.enter_edition(period, *number, &files)?;
                    files
                }
                (None, Err(why)) => {
                    findings.push(finding(FindingKind::EditionWithoutRecord, &name, local(why.id(), &Args::new())));
                    continue;
                }
            };
            let changes = Changes::of(&folder, &files)?;
            let record_stands = !changes.names().any(|name| name == Workspace::EDITION_FILE);
            records.extend(record.ok().filter(|_| record_stands));
            findings.extend(changes.finding(&name));
        }
        let newest = numbers.last().copied().unwrap_or(0);
        let last = if records.last().is_some_and(|record| record.number == newest) { records.pop() } else { None };
        Ok(Self { last, before: records.pop(), next: newest.saturating_add(1), findings })
    }
}

/// Keeps an edition: its folder has its name when everything stands in it, and not before.
pub(super) fn keep(
    workspace: &Workspace,
    ledger: &Ledger,
    edition: &Edition,
    published: &[Artifact],
) -> Result<(), Error> {
    let folder = workspace.edition(edition.period, edition.number);
    let mut files: EditionFiles =
        published.iter().map(|artifact| (artifact.name.clone(), collect::fingerprint(&artifact.bytes))).collect();
    let record = Edition { files: files.clone(), ..edition.clone() }.to_json()?;
    let unfinished = outside::unfinished(&folder);
    artifacts::write(&unfinished, published)?;
    outside::put(&unfinished.join(Workspace::EDITION_FILE), &record)?;
    outside::finish(&folder)?;
    // Killed before this, the next publication learns it from the folder.
    files.insert(Workspace::EDITION_FILE.to_owned(), collect::fingerprint(&record));
    Ok(ledger.enter_edition(edition.period, edition.number, &files)?)
}

/// Why it is not known what an edition said.
#[derive(Debug, Clone, Copy)]
enum Unknown {
    NoRecord,
    NotARecord,
}

impl Unknown {
    fn id(self) -> &'static str {
        match self {
            Self::NoRecord => "edition-harm-no-record",
            Self::NotARecord => "edition-harm-bad-record",
        }
    }
}

/// The record of what an edition said.
fn record(workspace: &Workspace, period: Period, number: u32) -> Result<Result<Edition, Unknown>, Error> {
    let path = workspace.edition(period, number).join(Workspace::EDITION_FILE);
    let Some(bytes) = outside::read_if_there(&path)? else { return Ok(Err(Unknown::NoRecord)) };
    let record = Edition::from_json(&bytes).ok().filter(|record| (record.period, record.number) == (period, number));
    Ok(record.ok_or(Unknown::NotARecord))
}

/// The files of an edition with their digests, as its record says, and where an older one does not, as they stand in its folder.
fn published(folder: &Path, record: &Edition) -> Result<EditionFiles, Error> {
    let mut files = digests(folder)?;
    if !record.files.is_empty() {
        files.retain(|name, _| name == Workspace::EDITION_FILE);
        files.extend(record.files.clone());
    }
    Ok(files)
}

/// The files of a folder with their digests, but for those that programs leave behind.
fn digests(folder: &Path) -> Result<EditionFiles, Error> {
    let mut digests = EditionFiles::new();
    for (name, path) in outside::files_below(folder)? {
        let bytes = outside::read(&path)?;
        let bare = name.rsplit('/').next().unwrap_or(&name);
        if matches!(collect::sort(bare), Sorting::Take) {
            digests.insert(name, collect::fingerprint(&bytes));
        }
    }
    Ok(digests)
}

/// How the folder of an edition differs from what was published. Files that somebody added are no difference.
struct Changes {
    folder_is_gone: bool,
    missing: Vec<String>,
    changed: Vec<String>,
}

impl Changes {
    fn of(folder: &Path, files: &EditionFiles) -> Result<Self, Error> {
        let mut changes = Self { folder_is_gone: !outside::exists(folder), missing: Vec::new(), changed: Vec::new() };
        for (name, digest) in files {
            let path = name.split('/').fold(folder.to_owned(), |path, part| path.join(part));
            match outside::read_if_there(&path)? {
                None => changes.missing.push(name.clone()),
                Some(bytes) if collect::fingerprint(&bytes) != *digest => changes.changed.push(name.clone()),
                Some(_) => {}
            }
        }
        Ok(changes)
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.missing.iter().chain(&self.changed).map(String::as_str)
    }

    fn finding(&self, folder: &str) -> Option<Finding> {
        if self.folder_is_gone {
            return Some(finding(FindingKind::EditionChanged, folder, local("edition-harm-gone", &Args::new())));
        }
        self.names().next()?;
        let listed = |names: &[String]| Args::new().with("n", names.len()).with("list", names.join(", "));
        let (missing, changed) = (listed(&self.missing), listed(&self.changed));
        let why = match (self.missing.is_empty(), self.changed.is_empty()) {
            (false, true) => local("edition-harm-missing", &missing),
            (true, _) => local("edition-harm-changed", &changed),
            (false, false) => {
                let both = |language| {
                    format!(
                        "{}; {}",
                        words::text(language, "edition-harm-missing", &missing),
                        words::text(language, "edition-harm-changed", &changed)
                    )
                };
                LocalText::Each { ru: Some(both(Language::Ru)), en: Some(both(Language::En)) }
            }
        };
        Some(finding(FindingKind::EditionChanged, folder, why))
    }
}

fn name_of(folder: &Path) -> String {
    folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn finding(code: FindingKind, folder: &str, why: LocalText) -> Finding {
    let place = Place { file: Some(folder.into()), ..Place::default() };
    Finding::new(code, place, Args::new().with("name", folder).with("value", why))
}

fn local(id: &str, args: &Args) -> LocalText {
    LocalText::Each { ru: Some(words::text(Language::Ru, id, args)), en: Some(words::text(Language::En, id, args)) }
}
