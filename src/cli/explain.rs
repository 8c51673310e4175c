//! `svod explain`: what a finding means and how to mend it.

use clap::Args;
use svod::finding::{self, FindingKind};
use svod::words;

use super::Verdict;
use super::errors::Failure;
use super::output::ExplainAnswer;
use super::terminal::Terminal;

/// What a finding means and how to mend it.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// The code of the finding, such as D04; none lists them all.
    code: Option<String>,
}

pub(super) fn explain(args: &ExplainArgs, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let Some(code) = &args.code else {
        list(terminal);
        return Ok(Verdict::Clean);
    };
    // «Д04» typed in the Russian layout is meant as well.
    let wanted = code.trim().to_uppercase().chars().map(latin).collect::<String>();
    let entry = finding::entry(&FindingKind::of_code(&wanted))
        .ok_or_else(|| Failure::UnknownCode { code: code.clone(), nearest: nearest(&wanted) })?;
    let answer = ExplainAnswer {
        code: entry.kind.to_string(),
        severity: entry.severity,
        title: words::plain(terminal.language, &format!("finding-{}-title", entry.kind)),
        explanation: words::plain(terminal.language, &format!("finding-{}-explain", entry.kind)),
    };
    if terminal.is_json() {
        terminal.json(&answer);
    } else {
        let severity = words::plain(terminal.language, finding::severity_id(entry.severity));
        terminal.line(&format!("{}  {} ({severity})\n\n{}", answer.code, answer.title, answer.explanation));
    }
    Ok(Verdict::Clean)
}

fn list(terminal: &mut Terminal) {
    for entry in finding::CATALOGUE {
        let title = words::plain(terminal.language, &format!("finding-{}-title", entry.kind));
        terminal.line(&format!("{}  {title}", entry.kind));
    }
}

fn latin(letter: char) -> char {
    match letter {
        'Ф' => 'F',
        'Л' => 'L',
        'В' => 'V',
        'Т' => 'T',
        'Р' => 'R',
        'Д' => 'D',
        'П' => 'P',
        'У' => 'U',
        'С' => 'C',
        'Х' => 'X',
        'М' => 'M',
        'Г' => 'G',
        other => other,
    }
}

/// A code of the same group, for "did you mean".
fn nearest(code: &str) -> Option<String> {
    let group = code.get(..1)?;
    let same: Vec<_> = finding::CATALOGUE.iter().filter(|entry| entry.kind.code().starts_with(group)).collect();
    let (first, last) = (same.first()?, same.last()?);
    Some(format!("{}–{}", first.kind, last.kind))
}
