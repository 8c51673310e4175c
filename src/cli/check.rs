//! `svod check`: one file, outside any workspace too.

use std::path::PathBuf;

use clap::Args;
use svod::finding::{AllTold, Finding, Severity};
use svod::flow::{Checked, Standing};
use svod::outside;
use svod::pipeline::{self, FormSource, Inspected, Workspace};
use svod::record::Period;
use svod::words::Args as Words;

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::output::{CheckAnswer, OutcomeAnswer, Rows};
use super::summary;
use super::terminal::Terminal;

/// Look at one returned file; takes nothing and changes nothing. Works outside a workspace, too.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// The file.
    file: PathBuf,
    /// One of svod's forms or a form file; else the workspace's, else the one that fits.
    #[arg(long, value_name = "FORM")]
    form: Option<String>,
    /// The period; else the one that the file names.
    #[arg(long)]
    period: Option<Period>,
}

pub(super) fn check(args: &CheckArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let here = if args.form.is_none() { nearest(global)? } else { None };
    let source = match (&args.form, &here) {
        (Some(name), _) => FormSource::Named(name),
        (None, Some(workspace)) => FormSource::Workspace(workspace),
        (None, None) => FormSource::Any,
    };
    let inspected = pipeline::inspect(&args.file, &source, args.period)?;
    if terminal.is_json() {
        let answer = answer(args, &inspected, terminal);
        terminal.json(&answer);
    } else {
        tell(args, &inspected, terminal);
    }
    let needs_person = inspected.checked.all_findings().any(|finding| finding.severity == Severity::Error);
    Ok(Verdict::needs_person_if(needs_person))
}

/// The workspace that is named, or the one that we stand in, if any.
pub(super) fn nearest(global: &Global) -> Result<Option<Workspace>, Failure> {
    let inside = outside::nearest_with(&outside::current_folder()?, pipeline::SETTINGS_FILE).is_some();
    if global.workspace.is_some() || inside { workspace(global).map(Some) } else { Ok(None) }
}

/// Groups of findings that put the reading itself in doubt: something of the file, of its layout or of a value may be
/// missing or misread. All others are about what was read: a day that never was stands there all the same.
const OF_READING: [&str; 3] = ["F", "L", "V"];

fn outcome(checked: &Checked) -> OutcomeAnswer {
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    let doubtful = |finding: &Finding| {
        finding.severity > Severity::Note && OF_READING.iter().any(|group| finding.kind.code().starts_with(group))
    };
    if checked.rows.is_empty() && checked.all_findings().any(is_error) {
        OutcomeAnswer::Refused
    } else if checked.all_findings().any(doubtful) {
        OutcomeAnswer::Warn
    } else {
        OutcomeAnswer::Read
    }
}

fn answer<'a>(args: &CheckArgs, inspected: &'a Inspected, terminal: &Terminal) -> CheckAnswer<'a> {
    let checked = &inspected.checked;
    CheckAnswer {
        file: args.file.display().to_string(),
        form: inspected.form.form.id.clone(),
        outcome: outcome(checked),
        rows: Rows(&checked.rows),
        findings: AllTold::of(checked.all_findings(), terminal.language),
    }
}

fn tell(args: &CheckArgs, inspected: &Inspected, terminal: &mut Terminal) {
    let checked = &inspected.checked;
    summary::findings(terminal, checked.all_findings());
    let refused = checked.rows.iter().filter(|row| row.standing == Standing::Refused).count();
    let clean = checked.all_findings().all(|finding| finding.severity == Severity::Note);
    let id = match outcome(checked) {
        OutcomeAnswer::Refused => "check-refused",
        OutcomeAnswer::Read if clean => "check-read",
        OutcomeAnswer::Read | OutcomeAnswer::Warn => "check-warn",
    };
    let words = Words::new()
        .with("file", args.file.display().to_string())
        .with("form", inspected.form.form.title.clone())
        .with("n", checked.rows.len())
        .with("refused", refused);
    terminal.say(id, &words);
}
