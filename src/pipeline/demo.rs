//! The demonstration: a made-up region with its returned workbooks, embedded in the program.
//!
//! It is the same wherever and whenever it is shown, to the last byte: the key of its workspace and the day of its letters
//! are part of the story that `region.toml` tells.

use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::arrivals::Arrivals;
use super::run::run_with;
use super::{Error, Mode, Outcome, SETTINGS_FILE, Settings, TemplateKind, Watch, Workspace, issue, send};
use crate::form::Region;
use crate::outside;
use crate::record::{Period, Quarter};
use crate::words::Language;

/// What the samples are made from; here it says which region they are of, and when each of them came.
const REGION: &str = include_str!("../../sample-workbooks/region.toml");
const REGISTER: &[u8] = include_bytes!("../../sample-workbooks/institutions.xlsx");
static RETURNED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sample-workbooks/returned");
const FORM: &str = "international-events";
/// Where the returned files lie as they came, beside the inbox.
const RETURNED_FOLDER: &str = "returned";
/// The quarter of the samples.
const QUARTER: Period = Period::quarter_of(2024, Quarter::First);

/// The part of `region.toml` that the demonstration needs.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Samples {
    key: String,
    letters_drafted: DateTime,
    region: Region,
    returns: Vec<Sample>,
    oddities: Vec<Sample>,
}

/// A file of the inbox.
#[derive(Deserialize)]
struct Sample {
    file: String,
    received: DateTime,
}

/// The settings that a demonstration adds to a new workspace.
#[derive(Serialize)]
struct OwnRegion {
    region: Region,
}

/// What was shown, in the order in which a quarter goes.
#[derive(Debug)]
pub struct Demonstration {
    pub workspace: Workspace,
    pub period: Period,
    /// The empty template for all; those of each institution lie beside it.
    pub template: PathBuf,
    /// The files as they came into the inbox, from which the run takes them.
    pub returned: PathBuf,
    pub outcome: Outcome,
}

/// Lays out the made-up region's workspace in `root`: templates, drafts of letters, what came back; and runs its quarter.
///
/// # Errors
/// As [`Workspace::create`], [`issue()`], [`send()`] and [`super::run()`].
pub fn demo(root: &Path, language: Language, watch: &dyn Watch) -> Result<Demonstration, Error> {
    let samples: Samples = toml::from_str(REGION).map_err(|error| Error::Settings {
        path: "region.toml".into(),
        source_text: REGION.to_owned(),
        span: error.span(),
        message: error.message().to_owned(),
    })?;
    let workspace = set_up(root, language, samples.region, &samples.key)?;
    let common = issue(&workspace, QUARTER, TemplateKind::Common, watch)?;
    issue(&workspace, QUARTER, TemplateKind::Own, watch)?;
    let mode = Mode { drafted: Some(samples.letters_drafted), ..Mode::default() };
    send(&workspace, Some(QUARTER), TemplateKind::Own, &mode, watch)?;
    let returned = root.join(RETURNED_FOLDER);
    outside::make_folder(&returned)?;
    for sample in samples.returns.iter().chain(&samples.oddities) {
        let Some(file) = RETURNED.get_file(&sample.file) else { continue };
        for folder in [&returned, &workspace.inbox()] {
            let path = folder.join(&sample.file);
            outside::put(&path, file.contents())?;
            outside::set_changed(&path, sample.received)?;
        }
    }
    let outcome = run_with(&workspace, QUARTER, &mut Arrivals::laid_out(), watch)?;
    let template = common.templates.into_iter().map(|(_, path)| path).next().unwrap_or_default();
    Ok(Demonstration { workspace, period: QUARTER, template, returned, outcome })
}

/// A new workspace with the region's register, settings and key.
fn set_up(root: &Path, language: Language, region: Region, key: &str) -> Result<Workspace, Error> {
    let workspace = Workspace::create(root, FORM, language)?;
    outside::put(&workspace.register_file(), REGISTER)?;
    let region = toml::to_string(&OwnRegion { region }).unwrap_or_default();
    let settings = format!("{}\n\n{region}", Settings::fresh(super::workspace::FORM_FILE, language));
    outside::put(&root.join(SETTINGS_FILE), settings.as_bytes())?;
    outside::put_secret(&workspace.key_file(), key.as_bytes())?;
    Workspace::open(root)
}
