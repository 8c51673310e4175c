//! `svod template`: one template workbook for each institution.

use clap::Args;
use svod::finding::{Severity, Told};
use svod::pipeline;
use svod::record::Period;
use svod::words::Args as Words;

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::output::{IssuedAnswer, TemplateAnswer};
use super::progress::Bars;
use super::summary;
use super::terminal::Terminal;

/// Write one template workbook for each institution of the register.
#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    /// The period: 2024-Q1, 2024-03, 2024-H1 or 2024.
    period: Period,
}

pub(super) fn template(args: &TemplateArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let issued = pipeline::issue(&workspace, args.period, &bars)?;
    if terminal.is_json() {
        terminal.json(&TemplateAnswer {
            period: args.period.to_string(),
            templates: issued
                .templates
                .iter()
                .map(|(code, path)| IssuedAnswer { institution: code.to_string(), path: path.display().to_string() })
                .collect(),
            findings: Told::all(&issued.findings, terminal.language),
        });
    } else {
        summary::findings(terminal, issued.findings.iter());
        let words = Words::new()
            .with("n", issued.templates.len())
            .with("period", args.period.name(terminal.language))
            .with("dir", workspace.templates(args.period).display().to_string());
        terminal.say("template-done", &words);
    }
    Ok(Verdict::needs_person_if(issued.findings.iter().any(|finding| finding.severity == Severity::Error)))
}
