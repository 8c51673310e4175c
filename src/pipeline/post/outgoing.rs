//! Letters → drafts on the disk, or a server; what became of each goes into the journal.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::DateTime;

use super::super::{Error, Workspace};
use super::PostBook;
use super::carrier::Carrier;
use crate::deliver::{self, Letter, Line, Stamp, Unreachable};
use crate::flow::{LetterKey, LetterKind, PostEntry, Posted};
use crate::outside;
use crate::record::Period;
use crate::register::Institution;
use crate::style;
use crate::words::{self, Args, Language};

/// What is to be done with the letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mode {
    /// Hand them to the server; else they are drafts.
    pub send: bool,
    /// Institutions that are explicitly written to once more.
    pub again: BTreeSet<String>,
    /// Only these institutions; none named: all.
    pub only: BTreeSet<String>,
    /// Drafts are written down as of this moment; else as of now.
    pub drafted: Option<DateTime>,
}

impl Mode {
    pub(super) fn admits(&self, institution: &Institution) -> bool {
        let code = &*institution.code;
        self.only.is_empty() || self.only.contains(code) || self.again.contains(code)
    }
}

/// What became of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    Drafted(PathBuf),
    Sent,
    /// By an earlier command; not sent again.
    SentBefore(DateTime),
    /// It was handed over and no reply came: it is not sent again by itself.
    Unknown(DateTime),
    /// It did not go out.
    Failed(String),
    /// The register holds no address to send it to.
    Unreachable(Unreachable),
    /// It could not be written.
    NotMade(String),
}

impl Fate {
    /// Whether a person must look at it.
    #[must_use]
    pub fn needs_person(&self) -> bool {
        !matches!(self, Self::Drafted(_) | Self::Sent | Self::SentBefore(_))
    }

    /// The fate in words.
    #[must_use]
    pub fn text(&self, code: &str, language: Language) -> String {
        let say = |id: &str, args: Args| words::text(language, &format!("fate-{id}"), &args);
        match self {
            Self::Drafted(path) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                say("drafted", Args::new().with("name", name))
            }
            Self::Sent => say("sent-now", Args::new()),
            Self::SentBefore(at) => say("sent", Args::new().with("day", at.date())),
            Self::Unknown(at) => say("unknown", Args::new().with("day", at.date()).with("code", code)),
            Self::Failed(reason) => say(refusal(reason), Args::new().with("reason", reason.as_str())),
            Self::Unreachable(Unreachable::NoAddress) => say("no-address", Args::new()),
            Self::Unreachable(Unreachable::NotAnAddress(word)) => {
                say("bad-address", Args::new().with("value", word.as_str()))
            }
            Self::NotMade(reason) => say("not-made", Args::new().with("reason", reason.as_str())),
        }
    }
}

/// Which words go with what a server said against a letter: its code tells (RFC 3463, RFC 5321).
fn refusal(reason: &str) -> &'static str {
    let says = |codes: &[&str]| codes.iter().any(|code| reason.contains(code));
    if says(&["4.2.2", "5.2.2"]) {
        "failed-full"
    } else if says(&["5.1.1", "5.1.10", "5.1.6"]) {
        "failed-nobody"
    } else if says(&["5.3.4", "5.2.3"]) {
        "failed-too-large"
    } else {
        "failed"
    }
}

/// A letter of this command, or an institution that gets none.
#[derive(Debug, Clone, PartialEq)]
pub struct Outgoing {
    pub institution: Institution,
    pub key: LetterKey,
    /// None where there is nobody to write to.
    pub letter: Option<Letter>,
    pub fate: Fate,
}

/// What a command of the post came to.
#[derive(Debug)]
pub struct Post {
    pub period: Period,
    pub letters: Vec<Outgoing>,
    /// The workbook that lists them.
    pub list: PathBuf,
    /// Files that came from nobody knows whom: they cannot be returned.
    pub strays: Vec<Arc<str>>,
    /// Lines that the journal of the post had lost, and the ledger still had.
    pub restored: usize,
}

/// A letter that was composed, or why there is none.
pub(super) struct Composed {
    pub(super) institution: Institution,
    pub(super) key: LetterKey,
    pub(super) letter: Result<Letter, Unreachable>,
}

/// The letter to that end which is due now: the last one that was begun, or one more where that is explicitly wanted and
/// the last one is gone.
pub(super) fn due(book: &PostBook<'_>, base: &LetterKey, mode: &Mode) -> LetterKey {
    let begun = book.post.letters(base.period, &base.institution, base.kind);
    let last = begun.into_iter().filter(|key| key.about == base.about).max_by_key(|key| key.again);
    let key = last.cloned().unwrap_or_else(|| base.clone());
    let is_gone = matches!(book.post.posted(&key), Posted::Sent(_) | Posted::Unknown(_));
    if is_gone && mode.again.contains(&*base.institution) {
        let again = key.again + 1;
        return LetterKey { again, ..key };
    }
    key
}

/// Lays the letters out as drafts, or hands them over, and writes the list of them.
pub(super) fn put(
    workspace: &Workspace,
    book: &mut PostBook<'_>,
    period: Period,
    composed: Vec<Composed>,
    mode: &Mode,
) -> Result<Post, Error> {
    let folder = workspace.letters(period);
    outside::make_folder(&folder)?;
    outside::sweep(&folder)?;
    let mut carrier = if mode.send { Some(Carrier::new(workspace)?) } else { None };
    let mut letters = Vec::new();
    for Composed { institution, key, letter } in composed {
        let (letter, fate) = match letter {
            Err(why) => (None, Fate::Unreachable(why)),
            Ok(letter) => {
                let language = institution.language;
                let fate = match (book.post.posted(&key), &mut carrier) {
                    (Posted::Sent(at), _) => Fate::SentBefore(at),
                    (Posted::Unknown(at), _) => Fate::Unknown(at),
                    (_, Some(carrier)) => carrier.carry(book, &letter, language)?,
                    (_, None) => draft(workspace, book, &folder, &letter, language, mode)?,
                };
                if matches!(fate, Fate::Sent | Fate::SentBefore(_)) {
                    // Else somebody might send the draft as well.
                    outside::remove(&folder.join(draft_name(&key, workspace.language())))?;
                }
                (Some(letter), fate)
            }
        };
        letters.push(Outgoing { institution, key, letter, fate });
    }
    if let Some(carrier) = carrier {
        carrier.close();
    }
    book.keep()?;
    let list = list(workspace, &folder, &letters)?;
    Ok(Post { period, letters, list, strays: Vec::new(), restored: book.restored })
}

fn draft(
    workspace: &Workspace,
    book: &mut PostBook<'_>,
    folder: &Path,
    letter: &Letter,
    language: Language,
    mode: &Mode,
) -> Result<Fate, Error> {
    let bytes = match deliver::eml(letter, &workspace.settings.post.sender(), language, Stamp::Draft) {
        Ok(bytes) => bytes,
        Err(error) => return Ok(Fate::NotMade(error.to_string())),
    };
    let path = folder.join(draft_name(&letter.key, workspace.language()));
    outside::put_if_changed(&path, &bytes)?;
    let is_known = matches!(book.post.posted(&letter.key), Posted::Drafted(_));
    if !is_known || book.post.brought_common(&letter.key) != letter.is_common {
        let common = letter.is_common;
        book.add(PostEntry::Drafted {
            letter: letter.key.clone(),
            at: mode.drafted.unwrap_or_else(outside::now),
            common,
        })?;
    }
    Ok(Fate::Drafted(path))
}

/// The code stands first: it is unique, and a long name is cut at its end.
pub(super) fn draft_name(key: &LetterKey, language: Language) -> String {
    style::file_name(&format!("{} – {}", key.institution, kind(key.kind, language)), "eml")
}

fn kind(kind: LetterKind, language: Language) -> String {
    words::plain(language, &format!("letter-kind-{}", kind.word()))
}

fn list(workspace: &Workspace, folder: &Path, letters: &[Outgoing]) -> Result<PathBuf, Error> {
    let language = workspace.language();
    let lines: Vec<Line> = letters.iter().map(|outgoing| outgoing.line(language)).collect();
    let name = style::file_name(&words::plain(language, "letters-sheet"), "xlsx");
    let path = folder.join(name);
    outside::put_if_changed(&path, &deliver::list(&lines, language)?)?;
    Ok(path)
}

impl Outgoing {
    /// The letter as a line of the list.
    #[must_use]
    pub fn line(&self, language: Language) -> Line {
        let of = |say: fn(&Letter) -> String| self.letter.as_ref().map(say).unwrap_or_default();
        let code = self.institution.code.to_string();
        Line {
            institution: self.institution.called().to_owned(),
            kind: kind(self.key.kind, language),
            to: of(|letter| letter.to.texts().join(", ")),
            subject: of(|letter| letter.subject.clone()),
            attachments: of(|letter| {
                letter.attachments.iter().map(|file| file.name.clone()).collect::<Vec<_>>().join(", ")
            }),
            fate: self.fate.text(&code, language),
            needs_person: self.fate.needs_person(),
            code,
        }
    }
}
