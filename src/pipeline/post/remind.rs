//! `remind` and `extend`: those who have not answered, in rising tone, at most once a day; and more time for one.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use super::super::consolidate::gather;
use super::super::decide::Journal;
use super::super::issue::TemplateKind;
use super::super::{Error, SETTINGS_FILE, Watch, Workspace};
use super::enclosed::Enclosures;
use super::letters::{asked, key, period_to_ask, texts};
use super::outgoing::{Composed, due, put};
use super::{Mode, Post, PostBook};
use crate::decide::Memory;
use crate::deliver::{Recipients, Tone, Writer};
use crate::flow::{FileState, LetterKind, PostEntry, Posted};
use crate::ledger::Ledger;
use crate::outside;
use crate::record::Period;
use crate::register::Institution;

/// Reminds those who have not answered, as of the day `on`; else of today. Nobody is reminded earlier than the settings
/// say, twice on one day, or on a day that is not worked.
///
/// # Errors
/// When the settings say no last day, nobody is asked, or files cannot be written.
pub fn remind(
    workspace: &Workspace,
    period: Option<Period>,
    on: Option<Date>,
    mode: &Mode,
    watch: &dyn Watch,
) -> Result<Post, Error> {
    let _held = workspace.hold()?;
    let mut ledger = workspace.ledger()?;
    let memory = Journal::open(workspace, &mut ledger)?.memory;
    let today = on.unwrap_or_else(outside::today);
    let mut book = PostBook::open(workspace, &ledger)?;
    let period = match period {
        Some(period) => period_to_ask(workspace, Some(period))?,
        None => awaited(workspace, &ledger, &book)?,
    };
    let last = workspace.deadline(period);
    let (register, _) = workspace.register()?;
    let heard = heard(workspace, &ledger, period, &memory, watch)?;
    let settings = &workspace.settings.post;
    let sender = settings.sender();
    let texts = texts(workspace)?;
    let writer = Writer { form: &workspace.form, period, sender: &sender, texts: &texts };
    let mut enclosures = Enclosures::new(workspace, &register, period);
    let mut composed = Vec::new();
    for institution in asked(workspace, &register, period, mode)? {
        let Some(deadline) = book.post.extension(period, &institution.code).or(last) else {
            return Err(Error::NoDeadline { path: workspace.root().join(SETTINGS_FILE) });
        };
        let Some(tone) = tone(workspace, today, deadline) else { continue };
        if heard.contains(&institution.code) || was_written_to(&book, period, institution, today) {
            continue;
        }
        let key = due(&book, &key(period, institution, LetterKind::Reminder, today.to_string()), mode);
        // The same kind of template as the request brought.
        let is_common = book.post.was_sent_common(period, &institution.code);
        let kind = if is_common { TemplateKind::Common } else { TemplateKind::Own };
        let template = enclosures.of(institution, kind, &book.post)?;
        let letter = Recipients::of(institution)
            .map(|to| writer.reminder((institution, to), key.clone(), (deadline, tone), template));
        composed.push(Composed { institution: institution.clone(), key, letter });
    }
    put(workspace, &mut book, period, composed, mode)
}

/// How urgent it is on a day; nothing where it is too early, or the day is not worked.
fn tone(workspace: &Workspace, today: Date, deadline: Date) -> Option<Tone> {
    let settings = &workspace.settings.post;
    if !settings.calendar.is_working(today) {
        return None;
    }
    if today < deadline {
        let left = settings.calendar.between(today, deadline);
        return (left <= settings.remind_days).then_some(Tone::Soon(left));
    }
    if today == deadline {
        return Some(Tone::LastDay);
    }
    let over = settings.calendar.between(deadline, today);
    Some(if over > settings.patience_days { Tone::LongOverdue } else { Tone::Overdue })
}

/// Whether the institution was asked this very day: that is no day to remind it.
fn was_written_to(book: &PostBook<'_>, period: Period, institution: &Institution, today: Date) -> bool {
    let requests = book.post.letters(period, &institution.code, LetterKind::Request);
    requests.into_iter().any(|key| match book.post.posted(key) {
        Posted::Drafted(at) | Posted::Unknown(at) | Posted::Sent(at) => at.date() == today,
        Posted::Not | Posted::Failed(..) => false,
    })
}

/// Institutions from which a file came that was not set aside: what is wrong with it is another letter's business.
fn heard(
    workspace: &Workspace,
    ledger: &Ledger,
    period: Period,
    memory: &Memory,
    watch: &dyn Watch,
) -> Result<BTreeSet<Arc<str>>, Error> {
    let (files, _) = gather(workspace, ledger, period, memory, watch)?.into_files(memory);
    let is_set_aside = |state: &FileState| matches!(state, FileState::SetAside(_));
    Ok(files
        .into_iter()
        .filter(|(_, state)| !is_set_aside(state))
        .filter_map(|(file, _)| file.known.institution)
        .collect())
}

/// The period that files last came for, or letters were last written about; else the one that is being collected.
pub(super) fn awaited(workspace: &Workspace, ledger: &Ledger, book: &PostBook<'_>) -> Result<Period, Error> {
    let written = book.post.entries().filter_map(PostEntry::letter).last().map(|key| key.period);
    let came = ledger.latest_period()?;
    let latest = written.into_iter().chain(came).max_by_key(|period| period.last_day());
    period_to_ask(workspace, latest)
}

/// The period that is awaited: see [`awaited`].
///
/// # Errors
/// When the ledger or the journal of the post cannot be read.
pub fn awaited_period(workspace: &Workspace) -> Result<Period, Error> {
    let _held = workspace.hold()?;
    let ledger = workspace.ledger()?;
    awaited(workspace, &ledger, &PostBook::open(workspace, &ledger)?)
}

/// Gives one institution more time.
///
/// # Errors
/// When the register does not hold it, or the journal cannot be written.
pub fn extend(workspace: &Workspace, period: Option<Period>, code: &str, until: Date) -> Result<Period, Error> {
    let _held = workspace.hold()?;
    let ledger = workspace.ledger()?;
    let (register, _) = workspace.register()?;
    let institution =
        register.by_code(code).ok_or_else(|| Error::NoSuchInstitution { code: code.to_owned() })?.code.clone();
    let mut book = PostBook::open(workspace, &ledger)?;
    let period = match period {
        Some(period) => period_to_ask(workspace, Some(period))?,
        None => awaited(workspace, &ledger, &book)?,
    };
    if book.post.extension(period, code) != Some(until) {
        book.add(PostEntry::Extended { period, institution, until, who: outside::user(), at: outside::now() })?;
        book.keep()?;
    }
    Ok(period)
}
