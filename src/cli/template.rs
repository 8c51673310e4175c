//! `svod template`: one template workbook for each institution, or one for all.

use clap::Args;
use svod::finding::{Severity, Told};
use svod::pipeline::{self, TemplateKind};
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

/// Write one template workbook for each institution of the register, or one for all.
#[derive(Debug, Args)]
pub(super) struct TemplateArgs {
    /// The period: 2024-Q1, 2024-03, 2024-H1 or 2024.
    period: Period,
    /// One template for all: each chooses its institution from the list in it.
    #[arg(long)]
    common: bool,
}

pub(super) fn template(args: &TemplateArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let issued = pipeline::issue(&workspace, args.period, kind(args.common), &bars)?;
    if terminal.is_json() {
        terminal.json(&TemplateAnswer {
            period: args.period.to_string(),
            templates: issued
                .templates
                .iter()
                .map(|(code, path)| IssuedAnswer {
                    institution: code.as_deref().map(str::to_owned),
                    path: path.display().to_string(),
                })
                .collect(),
            findings: Told::all(&issued.findings, terminal.language),
        });
    } else {
        summary::findings(terminal, issued.findings.iter());
        let period = args.period.name(terminal.language);
        if args.common {
            for (_, path) in &issued.templates {
                let words = Words::new().with("period", period.as_str()).with("path", path.display().to_string());
                terminal.say("template-done-common", &words);
            }
        } else {
            let dir = workspace.templates(args.period).display().to_string();
            let words = Words::new().with("n", issued.templates.len()).with("period", period).with("dir", dir);
            terminal.say("template-done", &words);
        }
    }
    Ok(Verdict::needs_person_if(issued.findings.iter().any(|finding| finding.severity == Severity::Error)))
}

/// The kind of template that `--common` asks for.
pub(super) fn kind(common: bool) -> TemplateKind {
    if common { TemplateKind::Common } else { TemplateKind::Own }
}
