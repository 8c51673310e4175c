//! `svod log`: the story of one institution, letters and files in the order of time.

use clap::Args;
use svod::pipeline;
use svod::record::Period;
use svod::words::{self, Args as Words};

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::post_output::{LogAnswer, ToldAnswer};
use super::progress::Bars;
use super::terminal::Terminal;

/// Tell the story of one institution: letters, files, deadlines.
#[derive(Debug, Args)]
pub(super) struct LogArgs {
    /// Code of the institution.
    code: String,
    /// The period; else the one that files last came for.
    period: Option<Period>,
}

pub(super) fn log(args: &LogArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let period = match args.period {
        Some(period) => period,
        None => pipeline::awaited_period(&workspace)?,
    };
    let (consolidated, _) = pipeline::status(&workspace, period, &bars)?;
    let standing = pipeline::standing(&workspace, &consolidated, None)?;
    let mut found = consolidated.answers.iter().zip(standing.accounts);
    let (answer, account) = found
        .find(|(answer, _)| *answer.institution.code == *args.code)
        .ok_or_else(|| Failure::UnknownInstitution { code: args.code.clone() })?;
    let story = pipeline::story(&workspace, &consolidated, answer)?;
    if terminal.is_json() {
        let told =
            |told: &pipeline::Told| ToldAnswer { at: told.at.to_string(), message: told.said.text(terminal.language) };
        let story = story.iter().map(told).collect();
        let institution = args.code.clone();
        terminal.json(&LogAnswer { period: period.to_string(), institution, account, story });
        return Ok(Verdict::Clean);
    }
    terminal.line(&answer.institution.name);
    let state = words::plain(terminal.language, account.progress.id());
    match account.deadline {
        Some(day) => {
            terminal.say("log-state-until", &Words::new().with("state", state).with("day", day));
        }
        None => terminal.line(&state),
    }
    for told in story {
        let line = format!("{}  {}", told.at.strftime("%d.%m.%Y %H:%M"), told.said.text(terminal.language));
        terminal.line(&line);
    }
    Ok(Verdict::Clean)
}
