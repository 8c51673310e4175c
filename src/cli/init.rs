//! `svod init`: a new workspace.

use std::path::PathBuf;

use clap::Args;
use svod::pipeline::Workspace;
use svod::words::Args as Words;

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::output::InitAnswer;
use super::terminal::Terminal;

/// Make a workspace: settings, form, register of institutions, inbox.
#[derive(Debug, Args)]
pub(super) struct InitArgs {
    /// Folder to make.
    dir: PathBuf,
    /// One of svod's forms (international-events, training-activities) or a form file.
    #[arg(long, value_name = "FORM", default_value = "international-events")]
    form: String,
}

pub(super) fn init(args: &InitArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let language = global.lang.unwrap_or(terminal.language);
    let workspace = Workspace::create(&args.dir, &args.form, language)?;
    if terminal.is_json() {
        terminal.json(&InitAnswer {
            workspace: workspace.root().display().to_string(),
            form: workspace.form.form.id.clone(),
            register: workspace.register_file().display().to_string(),
            inbox: workspace.inbox().display().to_string(),
        });
    } else {
        let words = Words::new()
            .with("dir", workspace.root().display().to_string())
            .with("form", workspace.form.form.title.clone())
            .with("example", workspace.form.form.frequency.example());
        terminal.say("init-done", &words);
    }
    Ok(Verdict::Clean)
}

pub(super) fn workspace(global: &Global) -> Result<Workspace, Failure> {
    let start = match &global.workspace {
        Some(folder) => return Ok(Workspace::open(folder)?),
        None => svod::outside::current_folder()?,
    };
    Ok(Workspace::find(&start)?)
}
