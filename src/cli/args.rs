//! What may be typed. The doc comments are the English help; [`super::speech`] puts the Russian in their place.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use svod::words::Language;

use super::speech;
use super::terminal::Terminal;
use super::usage;
use super::{
    check, completions, decide, demo, explain, form, init, journal, post, publish, run, status, template, understand,
    watch, worker,
};

/// Turns a folder of returned workbooks into one consolidated workbook and the report that is signed.
#[derive(Debug, Parser)]
#[command(name = "svod", version, disable_help_subcommand = true)]
pub(super) struct Cli {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// Holds for every command.
#[derive(Debug, Args)]
pub(super) struct Global {
    /// Folder of the workspace; else the nearest one upward that holds svod.toml.
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) workspace: Option<PathBuf>,
    /// Language of messages: ru or en; else the workspace's, else the system's.
    #[arg(long, global = true, value_name = "ru|en")]
    pub(super) lang: Option<Language>,
    /// How to answer: text for people, json for programs.
    #[arg(long, global = true, value_enum, default_value_t, hide_default_value = true, hide_possible_values = true)]
    pub(super) format: Format,
    /// Say more of what is done; twice for still more.
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub(super) verbose: u8,
}

/// How a command answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Format {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(init::InitArgs),
    Template(template::TemplateArgs),
    Send(post::SendArgs),
    Fetch(post::FetchArgs),
    Return(post::ReturnArgs),
    Remind(post::RemindArgs),
    Extend(post::ExtendArgs),
    Log(journal::LogArgs),
    Run(run::RunArgs),
    Publish(publish::PublishArgs),
    Watch(watch::WatchArgs),
    Status(status::StatusArgs),
    Decide(decide::DecideArgs),
    Check(check::CheckArgs),
    Understand(understand::UnderstandArgs),
    Explain(explain::ExplainArgs),
    Form(form::FormArgs),
    Demo(demo::DemoArgs),
    Completions(completions::CompletionsArgs),
    #[command(hide = true)]
    Worker(worker::WorkerArgs),
}

/// The command line as clap knows it, in English.
pub(super) fn command() -> clap::Command {
    Cli::command()
}

/// Reads the arguments. Where they make no sense, or help was asked for, that is said and the status comes back.
pub(super) fn parse() -> Result<Cli, ExitCode> {
    let language = speech::language_of_help();
    // Translating takes longer than a worker needs to be there, and nobody reads its help.
    let is_worker = std::env::args_os().nth(1).is_some_and(|first| first == svod::pipeline::WORKER);
    let command = if is_worker { command() } else { speech::translate(command(), language) };
    command.try_get_matches().and_then(|found| Cli::from_arg_matches(&found)).map_err(|error| {
        match usage::words_for(&error, language) {
            Some(words) => Terminal::new(language, Format::Text).complain(&words),
            // A closed standard output or error is nobody's to be told of.
            None => drop(error.print()),
        }
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}
