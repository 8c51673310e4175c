//! What may be typed. The doc comments are the English help; [`super::speech`] puts the Russian in their place.

use std::path::PathBuf;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use svod::words::Language;

use super::speech;
use super::{check, completions, demo, explain, form, init, run, status, template, understand};

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
    #[arg(long, global = true, value_enum, default_value_t)]
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
    Run(run::RunArgs),
    Status(status::StatusArgs),
    Check(check::CheckArgs),
    Understand(understand::UnderstandArgs),
    Explain(explain::ExplainArgs),
    Form(form::FormArgs),
    Demo(demo::DemoArgs),
    Completions(completions::CompletionsArgs),
}

/// The command line as clap knows it, in English.
pub(super) fn command() -> clap::Command {
    Cli::command()
}

/// Reads the arguments; leaves the program where they make no sense or help was asked for.
pub(super) fn parse() -> Cli {
    let command = speech::translate(command(), speech::language_of_help());
    let matches = command.get_matches();
    Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}
