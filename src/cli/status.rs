//! `svod status`: who has answered, who has not, what is wrong.

use clap::Args;
use jiff::civil::Date;
use svod::flow::{Account, Accounts, Answer, Consolidated, Progress, State};
use svod::pipeline::{self, Change};
use svod::record::Period;
use svod::words::{self, Args as Words, Language};

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::output::StatusAnswer;
use super::progress::Bars;
use super::summary;
use super::terminal::Terminal;

/// Who has answered, who has not, and what is wrong.
#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    /// The period: 2024-Q1, 2024-03, 2024-H1 or 2024.
    period: Period,
    /// Tell the story of one institution, by its code: its files, what changed between them, its findings.
    #[arg(long, value_name = "CODE")]
    of: Option<String>,
    /// As if today were this day: 2024-04-03.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

pub(super) fn status(args: &StatusArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let (consolidated, _) = pipeline::status(&workspace, args.period, &bars)?;
    if let Some(code) = &args.of {
        let answer = consolidated
            .answers
            .iter()
            .find(|answer| &*answer.institution.code == code.as_str())
            .ok_or_else(|| Failure::UnknownInstitution { code: code.clone() })?;
        let changes = pipeline::changes(&workspace, args.period, answer)?;
        if terminal.is_json() {
            terminal.json(&super::output::StoryAnswer::of(&consolidated, answer, &changes, terminal.language));
        } else {
            story(terminal, &consolidated, answer, &changes);
        }
    } else if terminal.is_json() {
        let standing = pipeline::standing(&workspace, &consolidated, args.on)?;
        terminal.json(&StatusAnswer::of(&consolidated, terminal.language).with(standing));
    } else {
        let standing = pipeline::standing(&workspace, &consolidated, args.on)?;
        table(terminal, &consolidated, &standing);
        figures(terminal, &standing);
        summary::sum(terminal, &consolidated);
        summary::to_do(terminal, &workspace, &consolidated);
    }
    Ok(Verdict::needs_person_if(summary::needs_person(&consolidated)))
}

/// Id of the words for a state.
pub(super) fn state_id(state: State) -> &'static str {
    match state {
        State::Silent => "state-silent",
        State::Nil => "state-nil",
        State::InOrder => "state-in-order",
        State::WithWarnings => "state-with-warnings",
        State::WithErrors => "state-with-errors",
        State::Unusable => "state-unusable",
    }
}

fn table(terminal: &mut Terminal, consolidated: &Consolidated, standing: &Accounts) {
    let title = Words::new().with("period", consolidated.period.name(terminal.language));
    terminal.say("status-title", &title);
    let headings = [
        "head-institution",
        "head-state",
        "head-received",
        "head-rows",
        "head-in-report",
        "head-merged",
        "head-refused",
        "head-waiting",
        "head-files",
    ];
    let rows = consolidated
        .answers
        .iter()
        .zip(&standing.accounts)
        .map(|(answer, account)| {
            let n = |count: u32| if count == 0 { String::new() } else { count.to_string() };
            let mut row = vec![
                answer.institution.called().to_owned(),
                in_words(answer, account, terminal.language),
                answer.received.map(|day| day.strftime("%d.%m.%Y").to_string()).unwrap_or_default(),
            ];
            let tally = answer.rows;
            row.extend([tally.received, tally.in_report, tally.merged, tally.refused, tally.waiting].map(n));
            row.push(if answer.versions.len() > 1 { answer.versions.len().to_string() } else { String::new() });
            row
        })
        .collect();
    terminal.table(&headings, rows);
}

/// Where an institution stands, with the days that matter: «возвращено на исправление 08.04, с опозданием».
fn in_words(answer: &Answer, account: &Account, language: Language) -> String {
    let state = match (account.progress, answer.state) {
        // What kind of findings there are says more.
        (Progress::WithFindings, state) => words::plain(language, state_id(state)),
        (progress, _) => words::plain(language, progress.id()),
    };
    let day = match account.progress {
        Progress::Asked => account.asked,
        Progress::Reminded => account.reminded.last().copied(),
        Progress::Returned => account.returned,
        _ => None,
    };
    let mut parts = vec![match day {
        Some(day) => format!("{state} {}", day.strftime("%d.%m.%Y")),
        None => state,
    }];
    if account.late && account.answered.is_some() {
        parts.push(words::plain(language, "progress-late"));
    }
    if let Some(day) = account.deadline.filter(|_| account.extended) {
        parts.push(words::text(language, "progress-extended", &Words::new().with("day", day)));
    }
    if account.troubled > 0 {
        parts.push(words::text(language, "progress-troubled", &Words::new().with("n", account.troubled)));
    }
    parts.join("; ")
}

/// Completeness and timeliness.
fn figures(terminal: &mut Terminal, standing: &Accounts) {
    let figures = standing.figures;
    if let Some(on_time) = figures.on_time {
        let args = Words::new().with("received", figures.received).with("expected", figures.expected);
        terminal.say("status-on-time", &args.with("on-time", on_time));
    }
}

/// The files of an institution, what changed from each to the next, and what is wrong with the one that counts.
fn story(terminal: &mut Terminal, consolidated: &Consolidated, answer: &Answer, changes: &[Change]) {
    terminal.line(&answer.institution.name);
    let state = words::plain(terminal.language, state_id(answer.state));
    terminal.line(&state);
    for version in &answer.versions {
        let words = Words::new()
            .with("number", version.parcel.arrival.to_string())
            .with("state", version.state.word())
            .with("day", version.parcel.received.date())
            .with("name", &*version.parcel.name)
            .with("n", version.rows);
        terminal.say("story-version", &words);
        let to_this = changes.iter().filter(|change| change.to == version.parcel.id);
        for difference in to_this.flat_map(|change| &change.differences) {
            let text = format!("    {}", difference.text(terminal.language));
            terminal.line(&text);
        }
    }
    let code = &answer.institution.code;
    let own = consolidated.findings.iter().filter(|finding| finding.place.institution.as_ref() == Some(code));
    summary::findings(terminal, own);
}
