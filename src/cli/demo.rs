//! `svod demo`: a made-up region's quarter, from the empty template to the report.

use std::path::{Path, PathBuf};

use clap::Args;
use svod::pipeline::{self, Demonstration};
use svod::words::{Args as Words, Language};

use super::Verdict;
use super::errors::Failure;
use super::output::DemoAnswer;
use super::progress::Bars;
use super::run;
use super::terminal::Terminal;

/// Lay out a workspace of a made-up region: templates, letters, returned workbooks; run the quarter, and say where each lies.
#[derive(Debug, Args)]
pub(super) struct DemoArgs {
    /// Folder to make; else svod-demo, or svod-demo-2 where that is there already.
    dir: Option<PathBuf>,
}

pub(super) fn demo(args: &DemoArgs, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let root = args.dir.clone().unwrap_or_else(free_folder);
    let bars = Bars::new(terminal.language, terminal.is_watched());
    // The region's workbooks are in Russian; so are the artifacts, whatever language the messages are in.
    let shown = pipeline::demo(&root, Language::Ru, &bars)?;
    let Demonstration { workspace, outcome, .. } = &shown;
    let said = |path: &Path| path.display().to_string();
    let (templates, letters) = (said(&workspace.templates(shown.period)), said(&workspace.letters(shown.period)));
    let (returned, originals) = (said(&shown.returned), said(&workspace.originals(shown.period)));
    if terminal.is_json() {
        let run = run::answer(workspace, outcome, terminal.language);
        terminal.json(&DemoAnswer { template: said(&shown.template), templates, letters, returned, originals, run });
    } else {
        let words = Words::new().with("template", said(&shown.template)).with("templates", templates);
        let words = words.with("letters", letters).with("returned", returned).with("originals", originals);
        terminal.say("demo-laid-out", &words);
        run::tell(workspace, outcome, terminal);
        let workbook = outcome.artifacts.first().map(|artifact| said(&artifact.path)).unwrap_or_default();
        terminal.say("demo-done", &Words::new().with("dir", said(&root)).with("workbook", workbook));
    }
    // The samples are wrong on purpose; the demonstration itself went well.
    Ok(Verdict::Clean)
}

fn free_folder() -> PathBuf {
    (1..1000)
        .map(|n| PathBuf::from(if n == 1 { "svod-demo".to_owned() } else { format!("svod-demo-{n}") }))
        .find(|path| !svod::outside::exists(path))
        .unwrap_or_else(|| PathBuf::from("svod-demo"))
}
