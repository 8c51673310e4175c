//! What a run came to, in words: the inbox, the sum, what is to be done, where to look.

use svod::finding::{Finding, Severity};
use svod::flow::{ArtifactKind, Consolidated};
use svod::pipeline::{Collected, Workspace, Written};
use svod::words::{self, Args, Language};

use super::terminal::Terminal;

/// Findings that are shown before the rest is left to the workbook.
const SHOWN: usize = 30;

/// Whether something is left for a person to do.
pub(super) fn needs_person(consolidated: &Consolidated) -> bool {
    !consolidated.questions.is_empty()
        || !consolidated.unusable.is_empty()
        || consolidated.findings.iter().any(Finding::is_error)
}

/// What became of the files in the inbox.
pub(super) fn collected(terminal: &mut Terminal, collected: &Collected) {
    terminal.say("collected-taken", &Args::new().with("n", collected.taken.len()));
    for name in &collected.repeated {
        terminal.say("collected-repeated", &Args::new().with("name", name.as_str()));
    }
    for name in &collected.restored {
        terminal.say("collected-restored", &Args::new().with("name", name.as_str()));
    }
    for name in &collected.unfinished {
        terminal.say("collected-unfinished", &Args::new().with("name", name.as_str()));
    }
    for (name, reason) in &collected.unreadable {
        terminal.say("collected-unreadable", &Args::new().with("name", name.as_str()).with("reason", reason.as_str()));
    }
    if !collected.left.is_empty() {
        terminal.say("collected-left", &Args::new().with("names", collected.left.join(", ")));
    }
    if !collected.skipped.is_empty() {
        let names: Vec<&str> = collected.skipped.iter().map(|(name, _)| name.as_str()).collect();
        let args = Args::new().with("n", names.len()).with("names", names.join(", "));
        terminal.say("collected-skipped", &args);
    }
}

/// Workbooks of the report that were moved into the inbox.
pub(super) fn moved(terminal: &mut Terminal, moved: &[String]) {
    for name in moved {
        terminal.say("collected-moved", &Args::new().with("name", name.as_str()));
    }
}

/// The sum: received = in the report + merged + refused + waiting.
pub(super) fn sum(terminal: &mut Terminal, consolidated: &Consolidated) {
    if consolidated.answers.is_empty() {
        terminal.say("summary-nobody", &Args::new());
    }
    let tally = consolidated.tally;
    if consolidated.parts.is_empty() {
        let args = Args::new().with("answered", answered(consolidated)).with("asked", consolidated.answers.len());
        terminal.say("summary-answers", &args);
    }
    terminal.say("summary-sum", &tally.words());
    if tally.carried > 0 {
        terminal.say("summary-carried", &Args::new().with("n", tally.carried));
    }
}

/// How many institutions have answered.
pub(super) fn answered(consolidated: &Consolidated) -> usize {
    consolidated.answers.iter().filter(|answer| answer.state.is_answer()).count()
}

/// What a person must do: errors with their cells, unusable files, questions.
pub(super) fn to_do(terminal: &mut Terminal, workspace: &Workspace, consolidated: &Consolidated) {
    let errors: Vec<_> = consolidated.findings.iter().filter(|finding| finding.is_error()).collect();
    findings(terminal, errors.iter().copied().take(SHOWN));
    if errors.len() > SHOWN {
        terminal.say("summary-more", &Args::new().with("n", errors.len() - SHOWN));
    }
    if !consolidated.unusable.is_empty() {
        let args = Args::new()
            .with("n", consolidated.unusable.len())
            .with("dir", workspace.unusable(consolidated.period).display().to_string());
        terminal.say("summary-unusable", &args);
    }
    let warnings = consolidated.findings.iter().filter(|finding| finding.severity == Severity::Warning).count();
    if warnings > 0 {
        terminal.say("summary-warnings", &Args::new().with("n", warnings));
    }
    if !consolidated.decisions.is_empty() {
        terminal.say("summary-decisions", &Args::new().with("n", consolidated.decisions.len()));
    }
    let held = consolidated.waiting_files().count();
    if held > 0 {
        terminal.say("summary-held", &Args::new().with("n", held));
    }
    if !consolidated.questions.is_empty() {
        terminal.say("summary-questions", &Args::new().with("n", consolidated.questions.len()));
    }
}

/// Findings, one under the other, with file and cell.
pub(super) fn findings<'a>(terminal: &mut Terminal, findings: impl Iterator<Item = &'a Finding>) {
    for finding in findings {
        let line = line_of(finding, terminal.language);
        terminal.line(&line);
    }
}

fn line_of(finding: &Finding, language: Language) -> String {
    let severity = words::plain(language, svod::finding::severity_id(finding.severity));
    let file = finding.place.file.as_deref().map(|file| format!("{file}: ")).unwrap_or_default();
    format!("  {} {severity}  {file}{}", finding.kind, finding.sentence(language))
}

/// Where to look.
pub(super) fn artifacts(terminal: &mut Terminal, artifacts: &[Written]) {
    for artifact in artifacts {
        let id = match artifact.kind {
            ArtifactKind::Workbook => "artifact-workbook",
            ArtifactKind::Report => "artifact-report",
            ArtifactKind::Pdf => "artifact-pdf",
            ArtifactKind::Brief | ArtifactKind::BriefPdf => "artifact-brief",
            ArtifactKind::Page => "artifact-page",
            ArtifactKind::Events => "artifact-events",
            ArtifactKind::Package => "artifact-package",
            // The package names its tables.
            ArtifactKind::Table => continue,
            ArtifactKind::Changes | ArtifactKind::ChangesPdf => "artifact-changes",
            ArtifactKind::Questions => "artifact-questions",
            ArtifactKind::Template => "artifact-template",
            ArtifactKind::Register => "artifact-register",
        };
        terminal.say(id, &Args::new().with("path", artifact.path.display().to_string()));
    }
    let has = |kind| artifacts.iter().any(|artifact| artifact.kind == kind);
    if has(ArtifactKind::Report) && !has(ArtifactKind::Pdf) {
        terminal.say("artifact-pdf-not-built-in", &Args::new());
    }
}
