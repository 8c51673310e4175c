//! The command line: arguments → settings → one file for each command; all words to the terminal.
//!
//! Exit status: 0 clean, 1 findings that need a person, 2 could not run.

mod args;
mod check;
mod completions;
mod decide;
mod demo;
mod errors;
mod explain;
mod form;
mod init;
mod journal;
mod log;
mod output;
mod post;
mod post_output;
mod progress;
mod publish;
mod run;
mod speech;
mod status;
mod summary;
mod template;
mod terminal;
mod understand;
mod usage;
mod watch;
mod worker;

#[cfg(test)]
mod tests;

use std::process::ExitCode;

use args::{Cli, Command};
use errors::Failure;
use terminal::Terminal;

/// How a command ended that could do its job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Clean,
    /// Something is wrong with the data, or a question is open.
    NeedsPerson,
}

impl Verdict {
    fn needs_person_if(yes: bool) -> Self {
        if yes { Self::NeedsPerson } else { Self::Clean }
    }
}

pub(crate) fn main() -> ExitCode {
    let cli = match args::parse() {
        Ok(cli) => cli,
        Err(status) => return status,
    };
    // A worker says nothing to anybody: it needs neither a language nor a log.
    if let Command::Worker(args) = &cli.command {
        return worker::worker(args);
    }
    let language = speech::language(&cli);
    log::start(&cli);
    work_along();
    let mut terminal = Terminal::new(language, cli.global.format);
    match dispatch(&cli, &mut terminal) {
        Ok(Verdict::Clean) => ExitCode::SUCCESS,
        Ok(Verdict::NeedsPerson) => ExitCode::from(1),
        Err(failure) => {
            terminal.fail(&failure);
            ExitCode::from(2)
        }
    }
}

/// Makes this thread one of those that share the work out: what the rows of a file took is then here to be used again when
/// the workbook is written. A return of 120,000 rows costs a tenth less memory so.
fn work_along() {
    if let Err(error) = rayon::ThreadPoolBuilder::new().use_current_thread().build_global() {
        tracing::warn!(%error, "this thread does not share in the work");
    }
}

fn dispatch(cli: &Cli, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let global = &cli.global;
    match &cli.command {
        Command::Init(args) => init::init(args, global, terminal),
        Command::Template(args) => template::template(args, global, terminal),
        Command::Send(args) => post::send(args, global, terminal),
        Command::Fetch(args) => post::fetch(args, global, terminal),
        Command::Return(args) => post::returns(args, global, terminal),
        Command::Remind(args) => post::remind(args, global, terminal),
        Command::Extend(args) => post::extend(args, global, terminal),
        Command::Log(args) => journal::log(args, global, terminal),
        Command::Run(args) => run::run(args, global, terminal),
        Command::Publish(args) => publish::publish(args, global, terminal),
        Command::Watch(args) => watch::watch(args, global, terminal),
        Command::Status(args) => status::status(args, global, terminal),
        Command::Decide(args) => decide::decide(args, global, terminal),
        Command::Check(args) => check::check(args, global, terminal),
        Command::Understand(args) => understand::understand(args, global, terminal),
        Command::Explain(args) => explain::explain(args, terminal),
        Command::Form(args) => form::form(args, terminal),
        Command::Demo(args) => demo::demo(args, terminal),
        Command::Completions(args) => completions::completions(args, terminal),
        // It has a way of its own in `main`.
        Command::Worker(_) => Ok(Verdict::Clean),
    }
}
