//! `send`: to every institution that is asked, its own template or the one for all.

use std::sync::Arc;

use super::super::issue::TemplateKind;
use super::super::{Error, Stage, Watch, Workspace};
use super::enclosed::Enclosures;
use super::outgoing::{Composed, due, put};
use super::{Mode, Post, PostBook};
use crate::deliver::{Recipients, Texts, Writer};
use crate::flow::{LetterKey, LetterKind};
use crate::outside;
use crate::record::Period;
use crate::register::{Institution, Register};
use crate::words::Language;

/// Writes to every institution that is asked in a period, and attaches a template of that kind.
///
/// # Errors
/// When nobody is asked, files cannot be written, or the settings do not say what sending needs.
pub fn send(
    workspace: &Workspace,
    period: Option<Period>,
    kind: TemplateKind,
    mode: &Mode,
    watch: &dyn Watch,
) -> Result<Post, Error> {
    let _held = workspace.hold()?;
    let period = period_to_ask(workspace, period)?;
    let (register, _) = workspace.register()?;
    let ledger = workspace.ledger()?;
    let mut book = PostBook::open(workspace, &ledger)?;
    let asked = asked(workspace, &register, period, mode)?;
    let sender = workspace.settings.post.sender();
    let texts = texts(workspace)?;
    let writer = Writer { form: &workspace.form, period, sender: &sender, texts: &texts };
    let mut enclosures = Enclosures::new(workspace, &register, period);
    watch.begin(Stage::Template, asked.len());
    let composed = asked
        .into_iter()
        .map(|institution| {
            let key = due(&book, &key(period, institution, LetterKind::Request, String::new()), mode);
            let deadline = book.post.extension(period, &institution.code).or(workspace.deadline(period));
            let template = enclosures.of(institution, kind, &book.post)?;
            let letter = Recipients::of(institution)
                .map(|to| writer.request((institution, to), key.clone(), deadline, template));
            watch.step();
            Ok(Composed { institution: institution.clone(), key, letter })
        })
        .collect::<Result<Vec<_>, Error>>()?;
    watch.end();
    put(workspace, &mut book, period, composed, mode)
}

/// The institutions that are asked in a period and that the command is about.
pub(super) fn asked<'a>(
    workspace: &Workspace,
    register: &'a Register,
    period: Period,
    mode: &Mode,
) -> Result<Vec<&'a Institution>, Error> {
    if register.active_in(period).next().is_none() {
        return Err(Error::NobodyAsked { path: workspace.register_file(), period });
    }
    Ok(asked_among(register, mode)?.into_iter().filter(|institution| institution.is_active_in(period)).collect())
}

/// The institutions of the register that the command is about.
pub(super) fn asked_among<'a>(register: &'a Register, mode: &Mode) -> Result<Vec<&'a Institution>, Error> {
    for code in mode.only.iter().chain(&mode.again) {
        if register.by_code(code).is_none() {
            return Err(Error::NoSuchInstitution { code: code.clone() });
        }
    }
    Ok(register.institutions.iter().filter(|institution| mode.admits(institution)).collect())
}

/// The coordinator's own wording of the letters, where there is one.
pub(super) fn texts(workspace: &Workspace) -> Result<Texts, Error> {
    let mut texts = Texts::default();
    for language in Language::ALL {
        let path = workspace.letters_file(language);
        let Some(bytes) = outside::read_if_there(&path)? else { continue };
        let source_text = String::from_utf8_lossy(&bytes).into_owned();
        let mistakes = texts.add(language, &source_text);
        if !mistakes.is_empty() {
            return Err(Error::Letters { path, source_text, mistakes });
        }
    }
    Ok(texts)
}

pub(super) fn key(period: Period, institution: &Institution, kind: LetterKind, about: String) -> LetterKey {
    LetterKey { period, institution: Arc::clone(&institution.code), kind, about, again: 0 }
}

/// The period that is named; else the first one whose last day for answers has not passed.
pub(super) fn period_to_ask(workspace: &Workspace, period: Option<Period>) -> Result<Period, Error> {
    let period = period.unwrap_or_else(|| {
        let today = outside::today();
        let frequency = workspace.form.form.frequency;
        let current = Period::containing(frequency, today);
        let before = current.first_day().yesterday().map(|day| Period::containing(frequency, day));
        let is_open = |period: &Period| workspace.deadline(*period).unwrap_or(period.last_day()) >= today;
        before.ok().filter(is_open).unwrap_or(current)
    });
    workspace.admit(period)?;
    Ok(period)
}
