//! `tracing` to standard error, and to the log file of the workspace.

use std::sync::Mutex;

use svod::outside;
use svod::pipeline::{SETTINGS_FILE, Workspace};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

use super::args::Cli;

/// Starts logging. A log that cannot be written is no reason not to work.
pub(super) fn start(cli: &Cli) {
    let shown = match cli.global.verbose {
        0 => LevelFilter::OFF,
        1 => LevelFilter::INFO,
        _ => LevelFilter::DEBUG,
    };
    let screen = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).without_time().with_filter(shown);
    let file = log_file(cli).map(|file| {
        tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(file)).with_filter(LevelFilter::INFO)
    });
    if let Err(error) = tracing_subscriber::registry().with(screen).with(file).try_init() {
        tracing::debug!(%error, "logging is started already");
    }
}

fn log_file(cli: &Cli) -> Option<std::fs::File> {
    let start = match &cli.global.workspace {
        Some(folder) => folder.clone(),
        None => outside::current_folder().ok()?,
    };
    let root = outside::nearest_with(&start, SETTINGS_FILE)?;
    outside::append(&Workspace::log_file(&root)).ok()
}
