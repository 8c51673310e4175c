//! `svod demo`: a made-up region's quarter, from laid-out returns to the report.

use std::path::PathBuf;

use clap::Args;
use svod::pipeline::{self, Workspace};
use svod::words::{Args as Words, Language};

use super::Verdict;
use super::errors::Failure;
use super::progress::Bars;
use super::run::tell;
use super::terminal::Terminal;

/// Lay out a workspace of a made-up region with its returned workbooks, run the quarter, and say where to look.
#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// Folder to make; else svod-demo, or svod-demo-2 where that is there already.
    dir: Option<PathBuf>,
}

pub(super) fn demo(args: &DemoArgs, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let root = args.dir.clone().unwrap_or_else(free_folder);
    let bars = Bars::new(terminal.language, terminal.is_watched());
    // The region's workbooks are in Russian; so are the artifacts, whatever language the messages are in.
    let (workspace, outcome): (Workspace, _) = pipeline::demo(&root, Language::Ru, &bars)?;
    tell(&workspace, &outcome, terminal);
    if !terminal.is_json() {
        let words = Words::new().with("dir", root.display().to_string()).with(
            "workbook",
            outcome.artifacts.first().map(|artifact| artifact.path.display().to_string()).unwrap_or_default(),
        );
        terminal.say("demo-done", &words);
    }
    // The samples are wrong on purpose; the demonstration itself went well.
    Ok(Verdict::Clean)
}

fn free_folder() -> PathBuf {
    (1_u32..)
        .map(|n| PathBuf::from(if n == 1 { "svod-demo".to_owned() } else { format!("svod-demo-{n}") }))
        .find(|path| !svod::outside::exists(path))
        .unwrap_or_else(|| PathBuf::from("svod-demo"))
}
