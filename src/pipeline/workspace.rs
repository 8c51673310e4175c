//! A workspace: a folder with settings, form, register, inbox, and a folder for each period.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use jiff::ToSpan;
use jiff::civil::Date;

use super::unfolder::Unfolder;
use super::{Error, Orders, Settings, originals};
use crate::finding::Finding;
use crate::flow::ArtifactKind;
use crate::form::{self, Form};
use crate::ledger::Ledger;
use crate::outside::{self, Held};
use crate::record::Period;
use crate::register::Register;
use crate::words::Language;
use crate::{read, template};

/// Its presence makes a folder a workspace.
pub const SETTINGS_FILE: &str = "svod.toml";
pub(super) const FORM_FILE: &str = "form.toml";
const REGISTER_FILE: &str = "institutions.xlsx";
const INBOX: &str = "inbox";
const LEDGER_FILE: &str = "svod.db";
/// People's decisions, a line each.
const JOURNAL_FILE: &str = "svod.journal";
/// What was sent and when, a line each.
const POST_FILE: &str = "svod.post";
/// The key of the tokens in templates and of the codes in svod's own workbooks.
const KEY_FILE: &str = "svod.key";
const LOCK_FILE: &str = "svod.lock";
const LOG_FILE: &str = "svod.log";
/// Folders of a period.
const TEMPLATES: &str = "templates";
const LETTERS: &str = "letters";
const ORIGINALS: &str = "originals";
const DAMAGED: &str = "damaged";
const UNUSABLE: &str = "unusable";
const REPORT: &str = "report";
/// Begins the folders of editions. They lie beside the report, so that the links of workbooks hold in them, too.
const EDITION: &str = "edition-";

/// An opened workspace: its settings and form are sound.
#[derive(Debug)]
pub struct Workspace {
    root: PathBuf,
    pub settings: Settings,
    pub form: Form,
    pub(super) unfolder: Unfolder,
    /// By it templates and workbooks that were made here are known; a workspace of an older svod has none until it is run.
    key: OnceLock<Vec<u8>>,
}

impl Workspace {
    /// The record of what an edition said, in its folder.
    pub(super) const EDITION_FILE: &str = "edition.json";

    /// Opens the workspace `folder`, or the nearest one upward from it.
    ///
    /// # Errors
    /// When there is none, or its settings or form have mistakes.
    pub fn find(folder: &Path) -> Result<Self, Error> {
        let root = outside::nearest_with(folder, SETTINGS_FILE)
            .ok_or_else(|| Error::NoWorkspace { start: folder.to_owned() })?;
        Self::open(&root)
    }

    /// Opens the workspace `root`.
    ///
    /// # Errors
    /// As [`Self::find`].
    pub fn open(root: &Path) -> Result<Self, Error> {
        let path = root.join(SETTINGS_FILE);
        let text = outside::read_if_there(&path)?.ok_or_else(|| Error::NoWorkspace { start: root.to_owned() })?;
        let settings = Settings::parse(&path, &String::from_utf8_lossy(&text))?;
        let mut form = load_form(&settings.form, root)?;
        if let Some(region) = &settings.region {
            form.region.clone_from(region);
        }
        let unfolder = Unfolder::new(Orders::of(&settings));
        let key = read_key(root)?.map_or_else(OnceLock::new, OnceLock::from);
        Ok(Self { root: root.to_owned(), settings, form, unfolder, key })
    }

    /// Lays out a new workspace: settings, form, empty register, inbox.
    ///
    /// # Errors
    /// When there is one already, the form is not known or has mistakes, or files cannot be written.
    pub fn create(root: &Path, form: &str, language: Language) -> Result<Self, Error> {
        let settings = root.join(SETTINGS_FILE);
        if outside::exists(&settings) {
            return Err(Error::AlreadyThere { path: settings });
        }
        let source = form_source(form, &outside::current_folder()?)?;
        check_form(&source)?;
        outside::make_folder(root)?;
        outside::make_folder(&root.join(INBOX))?;
        outside::put(&root.join(FORM_FILE), source.text.as_bytes())?;
        let register = root.join(REGISTER_FILE);
        if !outside::exists(&register) {
            let artifact = template::register_workbook(&Register::default(), language)?;
            debug_assert_eq!(artifact.kind, ArtifactKind::Register);
            outside::put(&register, &artifact.bytes)?;
        }
        outside::put_secret(&root.join(KEY_FILE), &outside::random_key()?)?;
        // The settings come last: a folder with them is a whole workspace.
        outside::put(&settings, Settings::fresh(FORM_FILE, language).as_bytes())?;
        Self::open(root)
    }

    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    #[must_use]
    pub fn language(&self) -> Language {
        self.settings.language
    }

    #[must_use]
    pub fn inbox(&self) -> PathBuf {
        self.root.join(INBOX)
    }

    #[must_use]
    pub fn register_file(&self) -> PathBuf {
        self.root.join(REGISTER_FILE)
    }

    /// The institution's own Word file, where the settings name one.
    #[must_use]
    pub fn letterhead_file(&self) -> Option<PathBuf> {
        self.settings.letterhead.as_ref().map(|name| self.root.join(name))
    }

    /// The journal of people's decisions.
    #[must_use]
    pub fn journal_file(&self) -> PathBuf {
        self.root.join(JOURNAL_FILE)
    }

    /// The key of the tokens in templates and of the codes in svod's own workbooks, where there is one.
    #[must_use]
    pub fn key(&self) -> Option<&[u8]> {
        self.key.get().map(Vec::as_slice)
    }

    /// Makes the key where there is none yet: whatever is published from now on can be proved. Only for whoever holds the
    /// workspace.
    ///
    /// # Errors
    /// When the key cannot be written.
    pub(super) fn make_key(&self) -> Result<(), Error> {
        if self.key().is_some() {
            return Ok(());
        }
        // Another svod may have made it since this one opened the workspace.
        if let Some(key) = read_key(&self.root)? {
            self.key.get_or_init(|| key);
            return Ok(());
        }
        let key = outside::random_key()?;
        outside::put_secret(&self.root.join(KEY_FILE), &key)?;
        self.key.get_or_init(|| key);
        Ok(())
    }

    /// Where the key lies.
    pub(super) fn key_file(&self) -> PathBuf {
        self.root.join(KEY_FILE)
    }

    /// The journal of the post.
    #[must_use]
    pub fn post_file(&self) -> PathBuf {
        self.root.join(POST_FILE)
    }

    /// The coordinator's own wording of the letters in a language, where there is one.
    pub(super) fn letters_file(&self, language: Language) -> PathBuf {
        self.root.join(format!("letters.{}.ftl", language.code()))
    }

    /// The log file of a workspace that may not be sound.
    #[must_use]
    pub fn log_file(root: &Path) -> PathBuf {
        root.join(LOG_FILE)
    }

    #[must_use]
    pub fn templates(&self, period: Period) -> PathBuf {
        self.root.join(period.to_string()).join(TEMPLATES)
    }

    /// Drafts of letters, and the list of them.
    #[must_use]
    pub fn letters(&self, period: Period) -> PathBuf {
        self.root.join(period.to_string()).join(LETTERS)
    }

    #[must_use]
    pub fn report(&self, period: Period) -> PathBuf {
        self.root.join(period.to_string()).join(REPORT)
    }

    /// The folder of an edition of the report.
    #[must_use]
    pub fn edition(&self, period: Period, number: u32) -> PathBuf {
        self.root.join(period.to_string()).join(format!("{EDITION}{number}"))
    }

    /// The number in the name of an edition's folder, whatever a person added to it: `edition-2 (signed)`.
    pub(super) fn edition_number(name: &str) -> Option<u32> {
        let rest = name.strip_prefix(EDITION)?;
        rest.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
    }

    /// The folder of a period.
    pub(super) fn period(&self, period: Period) -> PathBuf {
        self.root.join(period.to_string())
    }

    #[must_use]
    pub fn unusable(&self, period: Period) -> PathBuf {
        self.root.join(period.to_string()).join(UNUSABLE)
    }

    /// Originals that were changed, after the file itself came again.
    #[must_use]
    pub fn damaged(&self, period: Period) -> PathBuf {
        self.root.join(period.to_string()).join(DAMAGED)
    }

    #[must_use]
    pub fn originals(&self, period: Period) -> PathBuf {
        self.root.join(period.to_string()).join(ORIGINALS)
    }

    /// Where an original lies, relative to the workspace, with `/`: as the ledger and the links say it.
    #[must_use]
    pub fn stored(period: Period, name: &str) -> String {
        format!("{period}/{ORIGINALS}/{name}")
    }

    /// The day on which the files are due, where the settings say it.
    #[must_use]
    pub fn deadline(&self, period: Period) -> Option<Date> {
        let days = self.settings.deadline_days?;
        period.last_day().checked_add(i64::from(days).days()).ok()
    }

    /// Refuses a period of another kind than the form is collected for.
    ///
    /// # Errors
    /// [`Error::WrongFrequency`].
    pub fn admit(&self, period: Period) -> Result<(), Error> {
        let expected = self.form.form.frequency;
        if period.frequency() == expected { Ok(()) } else { Err(Error::WrongFrequency { period, expected }) }
    }

    /// Reads the register.
    ///
    /// # Errors
    /// When the file is not there or is no workbook.
    pub fn register(&self) -> Result<(Register, Vec<Finding>), Error> {
        let path = self.register_file();
        let bytes = outside::read(&path)?;
        Ok(read::register(self.unfolder.unfold(&bytes.into())?, REGISTER_FILE)?)
    }

    /// Keeps other svods out.
    ///
    /// # Errors
    /// When one is in.
    pub fn hold(&self) -> Result<Held, Error> {
        Ok(outside::hold(&self.root.join(LOCK_FILE))?)
    }

    /// Opens the ledger. Files that an older svod entered get their whole ids.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn ledger(&self) -> Result<Ledger, Error> {
        let mut ledger = Ledger::open(&self.root.join(LEDGER_FILE))?;
        originals::complete_ids(&self.root, &mut ledger)?;
        Ok(ledger)
    }
}

/// The key of a workspace; one that is empty is none.
fn read_key(root: &Path) -> Result<Option<Vec<u8>>, Error> {
    Ok(outside::read_if_there(&root.join(KEY_FILE))?.filter(|key| !key.is_empty()))
}

/// A form's text, and where it is from.
struct Source {
    path: PathBuf,
    text: String,
}

/// A file (relative to `folder`), else one of svod's own forms by its id.
fn form_source(name: &str, folder: &Path) -> Result<Source, Error> {
    let path = folder.join(name);
    if let Some(text) = form::builtin(name).filter(|_| !outside::exists(&path)) {
        return Ok(Source { path: PathBuf::from(name), text: text.to_owned() });
    }
    match outside::read_if_there(&path)? {
        Some(bytes) => Ok(Source { path, text: String::from_utf8_lossy(&bytes).into_owned() }),
        None => Err(Error::UnknownForm { name: name.to_owned() }),
    }
}

fn check_form(source: &Source) -> Result<Form, Error> {
    form::load(&source.text).map_err(|mistakes| Error::Form {
        path: source.path.clone(),
        source_text: source.text.clone(),
        mistakes,
    })
}

/// Loads a form: a file (relative to `folder`), else one of svod's own by its id.
///
/// # Errors
/// When there is none of that name, or it has mistakes.
pub fn load_form(name: &str, folder: &Path) -> Result<Form, Error> {
    check_form(&form_source(name, folder)?)
}
