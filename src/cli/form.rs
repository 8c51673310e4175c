//! `svod form check` and `svod form new`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use svod::words::Args as Words;
use svod::{form as room, outside};

use super::Verdict;
use super::errors::{Failure, mistakes_rendered};
use super::output::{FormAnswer, MistakeAnswer};
use super::terminal::Terminal;

/// Work on form files.
#[derive(Debug, Args)]
pub(super) struct FormArgs {
    #[command(subcommand)]
    command: FormCommand,
}

#[derive(Debug, Subcommand)]
enum FormCommand {
    /// Find every mistake in a form file, with its line and column.
    Check {
        /// The form file.
        file: PathBuf,
    },
    /// Start a new form file: small, whole, with a comment on each part.
    New {
        /// The file to make; nothing is overwritten.
        file: PathBuf,
    },
}

pub(super) fn form(args: &FormArgs, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    match &args.command {
        FormCommand::Check { file } => check(file, terminal),
        FormCommand::New { file } => {
            if outside::exists(file) {
                return Err(svod::pipeline::Error::AlreadyThere { path: file.clone() }.into());
            }
            outside::put(file, room::skeleton(terminal.language).as_bytes())?;
            terminal.say("form-new-done", &Words::new().with("path", file.display().to_string()));
            Ok(Verdict::Clean)
        }
    }
}

fn check(file: &Path, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let source = String::from_utf8_lossy(&outside::read(file)?).into_owned();
    let mistakes = room::load(&source).err().unwrap_or_default();
    if terminal.is_json() {
        terminal.json(&FormAnswer {
            form: file.display().to_string(),
            sound: mistakes.is_empty(),
            mistakes: mistakes
                .iter()
                .map(|mistake| MistakeAnswer {
                    line: mistake.line,
                    column: mistake.column,
                    message: mistake.said.text(terminal.language),
                })
                .collect(),
        });
    } else if mistakes.is_empty() {
        terminal.say("form-check-sound", &Words::new().with("path", file.display().to_string()));
    } else {
        let args = Words::new().with("path", file.display().to_string()).with("n", mistakes.len());
        let title = svod::words::text(terminal.language, "error-form", &args);
        let text = mistakes_rendered(file, &source, &mistakes, &title, terminal.language);
        terminal.write(&text);
    }
    Ok(Verdict::needs_person_if(!mistakes.is_empty()))
}
