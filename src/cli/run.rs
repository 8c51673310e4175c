//! `svod run`: the quarter, from the inbox to the signed report.

use clap::Args;
use svod::pipeline::{self, Outcome, Workspace};
use svod::record::Period;
use svod::words::Language;

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::output::{ArtifactAnswer, CollectedAnswer, RunAnswer, StatusAnswer};
use super::progress::Bars;
use super::summary;
use super::terminal::Terminal;

/// Take what lies in the inbox, check and merge it, and write the consolidated workbook and the report.
#[derive(Debug, Args)]
pub(super) struct RunArgs {
    /// The period: 2024-Q1, 2024-03, 2024-H1 or 2024.
    period: Period,
}

pub(super) fn run(args: &RunArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let outcome = pipeline::run(&workspace, args.period, &bars)?;
    tell(&workspace, &outcome, terminal);
    let is_over = !outcome.collected.is_incomplete() && outcome.moved.is_empty();
    Ok(Verdict::needs_person_if(!is_over || summary::needs_person(&outcome.consolidated)))
}

/// What a run came to, for programs.
pub(super) fn answer<'a>(workspace: &Workspace, outcome: &'a Outcome, language: Language) -> RunAnswer<'a> {
    RunAnswer {
        workspace: workspace.root().display().to_string(),
        inbox: CollectedAnswer::of(&outcome.collected),
        moved: outcome.moved.clone(),
        status: StatusAnswer::of(&outcome.consolidated, language),
        artifacts: ArtifactAnswer::all(&outcome.artifacts),
    }
}

/// Says what a run came to.
pub(super) fn tell(workspace: &Workspace, outcome: &Outcome, terminal: &mut Terminal) {
    if terminal.is_json() {
        terminal.json(&answer(workspace, outcome, terminal.language));
        return;
    }
    summary::collected(terminal, &outcome.collected);
    summary::moved(terminal, &outcome.moved);
    summary::sum(terminal, &outcome.consolidated);
    summary::to_do(terminal, workspace, &outcome.consolidated);
    summary::artifacts(terminal, &outcome.artifacts);
}
