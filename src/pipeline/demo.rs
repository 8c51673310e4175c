//! The demonstration: a made-up region with its returned workbooks, embedded in the program.

use std::path::Path;

use include_dir::{Dir, include_dir};
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{Error, Outcome, SETTINGS_FILE, Settings, Watch, Workspace, run};
use crate::form::Region;
use crate::outside;
use crate::record::{Period, Quarter};
use crate::words::Language;

/// What the samples are made from; here it says which region they are of, and when each of them came.
const REGION: &str = include_str!("../../sample-workbooks/region.toml");
const REGISTER: &[u8] = include_bytes!("../../sample-workbooks/institutions.xlsx");
static RETURNED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/sample-workbooks/returned");
const FORM: &str = "international-events";
/// The quarter of the samples.
const QUARTER: Period = Period::quarter_of(2024, Quarter::First);

/// The part of `region.toml` that the demonstration needs.
#[derive(Deserialize)]
struct Samples {
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

/// Lays out the made-up region's workspace in `root` and runs its quarter.
///
/// # Errors
/// As [`Workspace::create`] and [`run()`].
pub fn demo(root: &Path, language: Language, watch: &dyn Watch) -> Result<(Workspace, Outcome), Error> {
    let samples: Samples = toml::from_str(REGION).map_err(|error| Error::Settings {
        path: "region.toml".into(),
        source_text: REGION.to_owned(),
        span: error.span(),
        message: error.message().to_owned(),
    })?;
    let workspace = Workspace::create(root, FORM, language)?;
    outside::put(&workspace.register_file(), REGISTER)?;
    let region = toml::to_string(&OwnRegion { region: samples.region }).unwrap_or_default();
    let settings = format!("{}\n\n{region}", Settings::fresh(super::workspace::FORM_FILE, language));
    outside::put(&root.join(SETTINGS_FILE), settings.as_bytes())?;
    for sample in samples.returns.iter().chain(&samples.oddities) {
        let Some(file) = RETURNED.get_file(&sample.file) else { continue };
        let path = workspace.inbox().join(&sample.file);
        outside::put(&path, file.contents())?;
        outside::set_changed(&path, sample.received)?;
    }
    let workspace = Workspace::open(root)?;
    let outcome = run(&workspace, QUARTER, watch)?;
    Ok((workspace, outcome))
}
