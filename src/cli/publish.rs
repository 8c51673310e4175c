//! `svod publish`: the report of a quarter or of a year, as a numbered edition, and what it says differently.

use clap::Args;
use svod::finding::Finding;
use svod::flow::Consolidated;
use svod::pipeline::{self, Issued, Publication};
use svod::record::Period;
use svod::words::Args as Words;

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::output::{ArtifactAnswer, EditionAnswer, PublishAnswer, StatusAnswer};
use super::progress::Bars;
use super::summary;
use super::terminal::Terminal;

/// Differences that are shown before the rest is left to the document.
const SHOWN: usize = 30;

/// Write the report of a period that was run, or of a longer one made of such periods, and keep it as a numbered edition.
#[derive(Debug, Args)]
pub(super) struct PublishArgs {
    /// The period, or a longer one: 2024-Q1, 2024-H1, 2024-9M or 2024.
    period: Period,
}

pub(super) fn publish(args: &PublishArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let published = pipeline::publish(&workspace, args.period, &bars)?;
    let consolidated = &published.consolidated;
    if terminal.is_json() {
        terminal.json(&answer(&workspace, &published, terminal));
    } else {
        parts(terminal, consolidated);
        summary::sum(terminal, consolidated);
        if consolidated.parts.is_empty() {
            summary::to_do(terminal, &workspace, consolidated);
        }
        summary::artifacts(terminal, &published.artifacts);
        summary::moved(terminal, &published.moved);
        edition(terminal, &published.edition);
        summary::findings(terminal, published.edition.findings.iter());
    }
    let is_harmed = published.edition.findings.iter().any(Finding::is_error);
    let is_over = !is_harmed && published.moved.is_empty();
    Ok(Verdict::needs_person_if(!is_over || needs_person(consolidated)))
}

fn answer<'a>(workspace: &pipeline::Workspace, published: &'a Publication, terminal: &Terminal) -> PublishAnswer<'a> {
    PublishAnswer {
        workspace: workspace.root().display().to_string(),
        status: StatusAnswer::of(&published.consolidated, terminal.language),
        parts: published.consolidated.parts.iter().map(|part| part.period.to_string()).collect(),
        missing: published.consolidated.missing().map(|period| period.to_string()).collect(),
        moved: published.moved.clone(),
        artifacts: ArtifactAnswer::all(&published.artifacts),
        edition: EditionAnswer::of(&published.edition, terminal.language),
    }
}

/// Of a longer period a missing part needs a person; what else is to be done is said where its parts are run.
fn needs_person(consolidated: &Consolidated) -> bool {
    consolidated.missing().next().is_some()
        || std::iter::once(consolidated)
            .chain(consolidated.parts.iter().filter_map(|part| part.data.as_deref()))
            .any(summary::needs_person)
}

/// What a longer period is made of, and which of its parts are missing.
fn parts(terminal: &mut Terminal, consolidated: &Consolidated) {
    for part in &consolidated.parts {
        let args = Words::new().with("period", part.period.name(terminal.language)).with("id", part.period.to_string());
        match &part.data {
            None => terminal.say("published-part-missing", &args),
            Some(data) => {
                let open = data.questions.len();
                let answered = summary::answered(data);
                let args =
                    args.with("n", data.events.len()).with("answered", answered).with("asked", data.answers.len());
                terminal.say("published-part", &args);
                if open > 0 {
                    terminal.say("published-part-open", &args.with("n", open));
                }
            }
        }
    }
}

/// Which edition it is, and what it says differently.
fn edition(terminal: &mut Terminal, edition: &Issued) {
    let args = Words::new()
        .with("number", edition.number)
        .with("n", edition.differences.len())
        .with("path", edition.folder.display().to_string());
    if !edition.is_new {
        return terminal.say("published-edition-same", &args);
    }
    terminal.say(if edition.before.is_none() { "published-edition-first" } else { "published-edition-new" }, &args);
    for difference in edition.differences.iter().take(SHOWN) {
        let line = format!("  {}", difference.text(terminal.language));
        terminal.line(&line);
    }
    if edition.differences.len() > SHOWN {
        terminal.say("published-edition-more", &Words::new().with("n", edition.differences.len() - SHOWN));
    }
}
