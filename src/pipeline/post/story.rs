//! Where each institution stands on a day, and the story of one: letters and files in the order of time.

use jiff::civil::{Date, DateTime};

use super::super::{Error, Workspace};
use super::correspondence;
use crate::deliver;
use crate::flow::{Accounts, Answer, Consolidated, LetterKey, PostEntry};
use crate::ledger::Ledger;
use crate::outside;
use crate::words::{Args, Said};

/// Where the institutions stand on the day `on`; else today.
///
/// # Errors
/// When the journal of the post cannot be read.
pub fn standing(workspace: &Workspace, consolidated: &Consolidated, on: Option<Date>) -> Result<Accounts, Error> {
    let _held = workspace.hold()?;
    let post = correspondence(workspace, &workspace.ledger()?)?;
    let period = consolidated.period;
    let today = on.unwrap_or_else(outside::today);
    Ok(deliver::accounts(&consolidated.answers, &post, period, workspace.deadline(period), today))
}

/// Where the institutions stood on the day of the last letter or file: the same whenever it is asked. None where nobody
/// was written to.
pub(in super::super) fn recorded(
    workspace: &Workspace,
    ledger: &Ledger,
    consolidated: &Consolidated,
) -> Result<Option<Accounts>, Error> {
    let post = correspondence(workspace, ledger)?;
    let (answers, period) = (&consolidated.answers, consolidated.period);
    let on = deliver::last_fact(answers, &post, period);
    Ok(on.map(|on| deliver::accounts(answers, &post, period, workspace.deadline(period), on)))
}

/// Something that happened between an institution and us.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    pub at: DateTime,
    pub said: Said,
}

/// The story of one institution in a period, the oldest first.
///
/// # Errors
/// When the journal of the post cannot be read.
pub fn story(workspace: &Workspace, consolidated: &Consolidated, answer: &Answer) -> Result<Vec<Told>, Error> {
    let _held = workspace.hold()?;
    let post = correspondence(workspace, &workspace.ledger()?)?;
    let code = &answer.institution.code;
    let is_about = |key: &LetterKey| key.period == consolidated.period && key.institution == *code;
    let mut told: Vec<Told> = post
        .entries()
        .filter_map(|entry| match entry {
            PostEntry::Extended { period, institution, until, who, at } => (*period == consolidated.period
                && institution == code)
                .then(|| tell(*at, "story-extended", Args::new().with("day", *until).with("who", who.as_str()))),
            other => other.letter().filter(|key| is_about(key)).map(|key| letter(key, other)),
        })
        .collect();
    told.extend(answer.versions.iter().map(|version| {
        let args = Args::new()
            .with("name", &*version.parcel.name)
            .with("n", version.rows)
            .with("fingerprint", version.parcel.id.head());
        tell(version.parcel.received, "story-file", args.with("state", version.state.word()))
    }));
    told.sort_by_key(|told| told.at);
    Ok(told)
}

fn letter(key: &LetterKey, entry: &PostEntry) -> Told {
    let args = Args::new().with("letter", key.kind.word());
    match entry {
        PostEntry::Drafted { at, .. } => tell(*at, "story-drafted", args),
        PostEntry::Handed { at, to, .. } => tell(*at, "story-handed", args.with("to", to.join(", "))),
        PostEntry::Sent { at, id, .. } => tell(*at, "story-sent", args.with("id", id.as_str())),
        PostEntry::Failed { at, reason, .. } => tell(*at, "story-failed", args.with("reason", reason.as_str())),
        PostEntry::Extended { at, .. } => tell(*at, "story-extended", args),
    }
}

fn tell(at: DateTime, id: &str, args: Args) -> Told {
    Told { at, said: Said::new(id, args) }
}
