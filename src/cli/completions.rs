//! `svod completions`: completions for the shell.

use clap::Args;
use clap_complete::Shell;

use super::Verdict;
use super::args;
use super::errors::Failure;
use super::terminal::Terminal;

/// Write completions for a shell to standard output.
#[derive(Debug, Args)]
pub(super) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    shell: Shell,
}

#[expect(clippy::unnecessary_wraps, reason = "every command has the same shape")]
pub(super) fn completions(args: &CompletionsArgs, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut args::command(), "svod", &mut script);
    terminal.write(&String::from_utf8_lossy(&script));
    Ok(Verdict::Clean)
}
