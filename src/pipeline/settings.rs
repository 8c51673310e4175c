//! `svod.toml`: the settings of a workspace.

use std::path::Path;
use std::time::Duration;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::post::PostSettings;
use super::{Error, ranges};
use crate::form::Region;
use crate::words::{self, Args, Language};

/// The settings of a workspace.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Settings {
    /// The form file, relative to the workspace.
    pub form: String,
    /// Language of messages and artifacts.
    #[serde(default)]
    pub language: Language,
    /// Days after the end of the period by which the files are due; the template shows the date.
    #[serde(default)]
    pub deadline_days: Option<u16>,
    /// A returned file larger than this many megabytes is kept, but not read.
    #[serde(default = "usual_file_limit")]
    pub file_limit_mb: u64,
    /// A file that cannot be proved to be whole is taken when it was left alone for so many seconds.
    #[serde(default = "usual_quiet")]
    pub quiet_seconds: u64,
    /// Memory that reading one file may take, in megabytes.
    #[serde(default = "usual_worker_memory")]
    pub worker_memory_mb: u64,
    /// Processor time that reading one file may take, in seconds; on Windows time on the clock.
    #[serde(default = "usual_worker_seconds")]
    pub worker_seconds: u64,
    /// The institution's own Word file, relative to the workspace: the report stands in it where a paragraph says
    /// `{{report}}`.
    #[serde(default)]
    pub letterhead: Option<String>,
    /// Takes the place of the form's region.
    #[serde(default)]
    pub region: Option<Region>,
    /// Letters: who writes them, which servers carry them.
    #[serde(default)]
    pub post: PostSettings,
}

/// Far above any honest return (120,000 rows take 6 MB), far below what would hurt.
pub(super) fn usual_file_limit() -> u64 {
    64
}

/// Longer than a copy over a network falters, shorter than it takes to open what was copied.
fn usual_quiet() -> u64 {
    10
}

/// A return of 120,000 rows takes a quarter of it.
pub(super) fn usual_worker_memory() -> u64 {
    1024
}

/// Ten times what the largest honest file takes on a slow machine.
pub(super) fn usual_worker_seconds() -> u64 {
    20
}

impl Settings {
    /// Reads `svod.toml`.
    ///
    /// # Errors
    /// [`Error::Settings`] or [`Error::SettingRange`] with the place of the mistake.
    pub fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        ranges::check(path, text)?;
        toml::from_str(text).map_err(|error| Error::Settings {
            path: path.to_owned(),
            source_text: text.to_owned(),
            span: error.span(),
            message: error.message().to_owned(),
        })
    }

    /// The text of a new `svod.toml`, with a comment on each setting.
    #[must_use]
    pub fn fresh(form: &str, language: Language) -> String {
        words::text(language, "settings-file", &Args::new().with("form", form).with("language", language.code()))
    }

    /// The time for which a file must have been left alone.
    #[must_use]
    pub fn quiet(&self) -> Duration {
        Duration::from_secs(self.quiet_seconds)
    }

    /// Largest file that is read, in bytes.
    #[must_use]
    pub fn file_limit(&self) -> u64 {
        self.file_limit_mb.saturating_mul(1 << 20)
    }
}
