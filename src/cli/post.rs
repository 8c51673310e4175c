//! `svod send`, `return`, `remind` and `extend`: letters as drafts, or out at once.

use clap::Args;
use jiff::civil::Date;
use svod::pipeline::{self, Fetched, Mode, Outgoing, Post};
use svod::record::Period;
use svod::words::Args as Words;

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::post_output::{ExtendAnswer, FetchAnswer, PostAnswer};
use super::progress::Bars;
use super::terminal::Terminal;

/// What holds for every command that writes letters.
#[derive(Debug, Args)]
pub(super) struct Letters {
    /// The period: 2024-Q1, 2024-03, 2024-H1 or 2024; else the one that is being collected.
    period: Option<Period>,
    /// Send the letters; without it they are drafts in a folder, to be looked at.
    #[arg(long)]
    send: bool,
    /// Write once more to this institution, by its code, though a letter went out already.
    #[arg(long, value_name = "CODE")]
    again: Vec<String>,
    /// Write to this institution only, by its code.
    #[arg(long, value_name = "CODE")]
    only: Vec<String>,
}

impl Letters {
    pub(super) fn period(&self) -> Option<Period> {
        self.period
    }

    pub(super) fn mode(&self) -> Mode {
        let (again, only) = (self.again.iter().cloned().collect(), self.only.iter().cloned().collect());
        Mode { send: self.send, again, only, ..Mode::default() }
    }
}

/// Write to every institution, with its template or the one for all.
#[derive(Debug, Args)]
pub(super) struct SendArgs {
    #[command(flatten)]
    letters: Letters,
    /// Attach the same template for all: each chooses its institution from the list in it.
    #[arg(long)]
    common: bool,
}

/// Return files that have errors, with a correction workbook; receipts to all others.
#[derive(Debug, Args)]
pub(super) struct ReturnArgs {
    #[command(flatten)]
    letters: Letters,
}

/// Remind those who have not answered, as often as the settings and the calendar say.
#[derive(Debug, Args)]
pub(super) struct RemindArgs {
    #[command(flatten)]
    letters: Letters,
    /// As if today were this day: 2024-04-03.
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

/// Give one institution more time.
#[derive(Debug, Args)]
pub(super) struct ExtendArgs {
    /// Code of the institution.
    code: String,
    /// Its last day: 2024-04-12.
    date: Date,
    /// The period; else the one that files last came for.
    #[arg(long, value_name = "PERIOD")]
    period: Option<Period>,
}

/// Take letters with files out of the mailbox into the inbox.
#[derive(Debug, Args)]
pub(super) struct FetchArgs {}

pub(super) fn fetch(_args: &FetchArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let fetched = pipeline::fetch(&workspace, &bars)?;
    if terminal.is_json() {
        terminal.json(&FetchAnswer::of(&fetched));
    } else {
        tell_fetched(&fetched, terminal);
    }
    Ok(Verdict::needs_person_if(fetched.without_files + fetched.too_large > 0))
}

/// Says what came out of the mailbox.
fn tell_fetched(fetched: &Fetched, terminal: &mut Terminal) {
    terminal.say("fetch-taken", &Words::new().with("n", fetched.taken.len()));
    for (id, n) in [("fetch-without-files", fetched.without_files), ("fetch-too-large", fetched.too_large)] {
        if n > 0 {
            terminal.say(id, &Words::new().with("n", n));
        }
    }
}

pub(super) fn remind(args: &RemindArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let post = pipeline::remind(&workspace, args.letters.period(), args.on, &args.letters.mode(), &bars)?;
    Ok(tell(&post, terminal))
}

pub(super) fn extend(args: &ExtendArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let period = pipeline::extend(&workspace, args.period, &args.code, args.date)?;
    if terminal.is_json() {
        terminal.json(&ExtendAnswer {
            period: period.to_string(),
            institution: args.code.clone(),
            until: args.date.to_string(),
        });
    } else {
        let words = Words::new()
            .with("code", args.code.as_str())
            .with("day", args.date)
            .with("period", period.name(terminal.language));
        terminal.say("extend-done", &words);
    }
    Ok(Verdict::Clean)
}

pub(super) fn send(args: &SendArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let kind = super::template::kind(args.common);
    let post = pipeline::send(&workspace, args.letters.period(), kind, &args.letters.mode(), &bars)?;
    Ok(tell(&post, terminal))
}

pub(super) fn returns(args: &ReturnArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    let post = pipeline::returns(&workspace, args.letters.period(), &args.letters.mode(), &bars)?;
    Ok(tell(&post, terminal))
}

/// Says what became of the letters.
pub(super) fn tell(post: &Post, terminal: &mut Terminal) -> Verdict {
    let verdict = Verdict::needs_person_if(
        !post.strays.is_empty() || post.letters.iter().any(|letter| letter.fate.needs_person()),
    );
    if terminal.is_json() {
        terminal.json(&PostAnswer::of(post, terminal.language));
        return verdict;
    }
    if post.letters.is_empty() {
        let words = Words::new().with("period", post.period.name(terminal.language));
        terminal.say("post-nothing", &words);
    } else {
        table(terminal, &post.letters);
        terminal.say("post-list", &Words::new().with("path", post.list.display().to_string()));
    }
    if post.restored > 0 {
        terminal.say("post-restored", &Words::new().with("n", post.restored));
    }
    for name in &post.strays {
        terminal.say("post-stray", &Words::new().with("name", &**name));
    }
    verdict
}

fn table(terminal: &mut Terminal, letters: &[Outgoing]) {
    let rows = letters
        .iter()
        .map(|letter| {
            let line = letter.line(terminal.language);
            vec![line.institution, line.kind, line.to, line.fate]
        })
        .collect();
    terminal.table(&["letters-institution", "letters-kind", "letters-to", "letters-fate"], rows);
}
