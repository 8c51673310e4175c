//! `svod watch`: goes on until it is stopped.

use clap::Args;
use svod::outside::Stop;
use svod::pipeline::{self, News, Rounds};
use svod::record::Period;
use svod::words::Args as Words;

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::post_output::{NewsAnswer, PostAnswer};
use super::summary;
use super::terminal::Terminal;

/// Go on taking what comes into inbox and mailbox, until stopped.
#[derive(Debug, Args)]
pub(super) struct WatchArgs {
    /// The period: 2024-Q1, 2024-03, 2024-H1 or 2024.
    period: Period,
    /// Lay out letters to those whose files have findings, as drafts.
    #[arg(long = "return")]
    returns: bool,
    /// Seconds between two looks at the inbox, where the system does not tell of what comes.
    #[arg(long, value_name = "SECONDS", default_value_t = 5)]
    every: u64,
    /// Seconds between two looks into the mailbox.
    #[arg(long, value_name = "SECONDS", default_value_t = 120)]
    mail_every: u64,
}

pub(super) fn watch(args: &WatchArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let stop = Stop::on_signal()?;
    if !terminal.is_json() {
        let words = Words::new().with("dir", workspace.inbox().display().to_string());
        terminal.say("watch-begun", &words.with("period", args.period.name(terminal.language)));
    }
    let rounds = Rounds { inbox: args.every, mailbox: args.mail_every, returns: args.returns };
    pipeline::follow(&workspace, args.period, rounds, &stop, &mut |news| tell(terminal, news))?;
    if !terminal.is_json() {
        terminal.say("watch-over", &Words::new());
    }
    Ok(Verdict::Clean)
}

/// Says what happened: for programs an answer a line.
fn tell(terminal: &mut Terminal, news: News) {
    if terminal.is_json() {
        let answer = match &news {
            News::Fetched(fetched) => NewsAnswer::fetched(fetched),
            News::Ran(outcome) => NewsAnswer::ran(outcome),
            News::Returned(post) => NewsAnswer::Returned(PostAnswer::of(post, terminal.language)),
            News::Trouble(error) => NewsAnswer::Trouble { message: error.to_string() },
        };
        terminal.json_line(&answer);
        return;
    }
    match news {
        News::Fetched(fetched) => terminal.say("fetch-taken", &Words::new().with("n", fetched.taken.len())),
        News::Ran(outcome) => {
            summary::collected(terminal, &outcome.collected);
            summary::moved(terminal, &outcome.moved);
            summary::sum(terminal, &outcome.consolidated);
        }
        News::Returned(post) => {
            terminal.say("post-list", &Words::new().with("path", post.list.display().to_string()));
        }
        News::Trouble(error) => terminal.fail(&Failure::from(error)),
    }
}
