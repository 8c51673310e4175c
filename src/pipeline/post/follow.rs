//! `watch`: goes on until it is asked to stop. The mailbox is looked into, the inbox is looked at, and whatever came is
//! taken, checked and consolidated at once.
//!
//! The system tells of what comes into the inbox; it is looked at from time to time all the same, for network shares tell
//! of nothing. What goes wrong in a round is told, and the next round tries again.

use std::time::Duration;

use super::super::arrivals::Arrivals;
use super::super::run::run_with;
use super::super::{Error, Outcome, Unwatched, Workspace};
use super::{Fetched, Mode, Post, fetch, returns};
use crate::outside::{self, Bell, Stop};
use crate::record::Period;

/// How svod looks for what comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rounds {
    /// Seconds between two looks at the inbox.
    pub inbox: u64,
    /// Seconds between two looks into the mailbox, if there is one.
    pub mailbox: u64,
    /// Whether files with findings are returned, as drafts.
    pub returns: bool,
}

/// What happened in a round.
#[derive(Debug)]
pub enum News {
    Fetched(Fetched),
    Ran(Box<Outcome>),
    Returned(Post),
    /// Something went wrong; it is tried again.
    Trouble(Error),
}

/// A signal is answered within this time.
const BLINK: Duration = Duration::from_millis(200);

/// Takes what comes until `stop` is asked, and tells of it.
///
/// # Errors
/// When the period is not one of the form. Everything else is told, and tried again.
pub fn follow(
    workspace: &Workspace,
    period: Period,
    rounds: Rounds,
    stop: &Stop,
    tell: &mut dyn FnMut(News),
) -> Result<(), Error> {
    workspace.admit(period)?;
    let has_mailbox = workspace.settings.post.imap.is_some();
    let (mut since_inbox, mut since_mailbox) = (u64::MAX, u64::MAX);
    let mut ran = false;
    outside::make_folder(&workspace.inbox())?;
    outside::make_folder(&workspace.originals(period))?;
    let bell = Bell::at(&workspace.inbox());
    let mut arrivals = Arrivals::watched();
    while !stop.is_asked() {
        if has_mailbox && since_mailbox >= rounds.mailbox {
            since_mailbox = 0;
            match fetch(workspace, &Unwatched) {
                Ok(fetched) if fetched.taken.is_empty() => {}
                Ok(fetched) => tell(News::Fetched(fetched)),
                Err(error) => tell(News::Trouble(error)),
            }
        }
        if since_inbox >= rounds.inbox || arrivals.is_waiting {
            since_inbox = 0;
            match look(workspace, period, rounds, &mut arrivals, &mut ran, tell) {
                Ok(()) => {}
                Err(error) => tell(News::Trouble(error)),
            }
        }
        if second(stop, &bell) {
            // Who writes rings again and again.
            outside::pause(BLINK);
            since_inbox = u64::MAX;
        }
        since_inbox = since_inbox.saturating_add(1);
        since_mailbox = since_mailbox.saturating_add(1);
    }
    Ok(())
}

/// One look at the inbox: runs when something in it is ready to be taken. The first one runs in any case, for what was
/// decided since.
fn look(
    workspace: &Workspace,
    period: Period,
    rounds: Rounds,
    arrivals: &mut Arrivals,
    ran: &mut bool,
    tell: &mut dyn FnMut(News),
) -> Result<(), Error> {
    if !arrivals.is_anything_ready(workspace, period)? && *ran {
        return Ok(());
    }
    let outcome = run_with(workspace, period, arrivals, &Unwatched)?;
    *ran = true;
    let has_taken = !outcome.collected.taken.is_empty();
    tell(News::Ran(Box::new(outcome)));
    if rounds.returns && has_taken {
        tell(News::Returned(returns(workspace, Some(period), &Mode::default(), &Unwatched)?));
    }
    Ok(())
}

/// Waits a second, unless svod is asked to stop or something comes; says whether something came.
fn second(stop: &Stop, bell: &Bell) -> bool {
    (0..5).any(|_| !stop.is_asked() && bell.rings_within(BLINK))
}
