//! The shapes of `--format json` of the commands of the post.

use schemars::JsonSchema;
use serde::Serialize;
use svod::flow::{Account, LetterKind, Tally};
use svod::pipeline::{Fate, Fetched, Outcome, Outgoing, Post};
use svod::words::Language;

/// What became of a letter.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum FateAnswer {
    Drafted,
    Sent,
    /// By an earlier command; not sent again.
    SentBefore,
    /// Handed over, and no reply is known; not sent again by itself.
    Unknown,
    Failed,
    /// The register holds no address.
    Unreachable,
    NotMade,
}

/// A letter, or an institution that gets none.
#[derive(Debug, Serialize, JsonSchema)]
struct LetterAnswer {
    institution: String,
    kind: LetterKind,
    to: Vec<String>,
    subject: Option<String>,
    attachments: Vec<String>,
    fate: FateAnswer,
    /// The same in words.
    message: String,
    /// The draft.
    path: Option<String>,
}

impl LetterAnswer {
    fn of(outgoing: &Outgoing, language: Language) -> Self {
        let letter = outgoing.letter.as_ref();
        let (fate, path) = match &outgoing.fate {
            Fate::Drafted(path) => (FateAnswer::Drafted, Some(path.display().to_string())),
            Fate::Sent => (FateAnswer::Sent, None),
            Fate::SentBefore(_) => (FateAnswer::SentBefore, None),
            Fate::Unknown(_) => (FateAnswer::Unknown, None),
            Fate::Failed(_) => (FateAnswer::Failed, None),
            Fate::Unreachable(_) => (FateAnswer::Unreachable, None),
            Fate::NotMade(_) => (FateAnswer::NotMade, None),
        };
        Self {
            institution: outgoing.institution.code.to_string(),
            kind: outgoing.key.kind,
            to: letter.map(|letter| letter.to.texts()).unwrap_or_default(),
            subject: letter.map(|letter| letter.subject.clone()),
            attachments: letter
                .map(|letter| letter.attachments.iter().map(|file| file.name.clone()).collect())
                .unwrap_or_default(),
            fate,
            message: outgoing.fate.text(&outgoing.institution.code, language),
            path,
        }
    }
}

/// `svod send`, `svod return`, `svod remind`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PostAnswer {
    period: String,
    letters: Vec<LetterAnswer>,
    /// The workbook that lists the letters.
    list: String,
    /// Files that came from nobody knows whom: they cannot be returned.
    strays: Vec<String>,
    /// Lines of the journal of the post that were lost and put back.
    restored: usize,
}

impl PostAnswer {
    pub(super) fn of(post: &Post, language: Language) -> Self {
        Self {
            period: post.period.to_string(),
            letters: post.letters.iter().map(|letter| LetterAnswer::of(letter, language)).collect(),
            list: post.list.display().to_string(),
            strays: post.strays.iter().map(ToString::to_string).collect(),
            restored: post.restored,
        }
    }
}

/// `svod extend`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ExtendAnswer {
    pub(super) period: String,
    pub(super) institution: String,
    /// Its last day.
    pub(super) until: String,
}

/// `svod fetch`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FetchAnswer {
    /// Names under which messages now lie in the inbox.
    taken: Vec<String>,
    /// Messages that have no files: they stay in the mailbox, for a person to read.
    without_files: usize,
    /// Messages that are larger than the settings allow: they stay in the mailbox.
    too_large: usize,
}

impl FetchAnswer {
    pub(super) fn of(fetched: &Fetched) -> Self {
        let Fetched { taken, without_files, too_large } = fetched.clone();
        Self { taken, without_files, too_large }
    }
}

/// `svod watch`: a line for everything that happens.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum NewsAnswer {
    Fetched(FetchAnswer),
    /// What came was taken; the artifacts were made anew.
    Ran {
        taken: Vec<String>,
        questions: usize,
        errors: usize,
        tally: Tally,
    },
    Returned(PostAnswer),
    /// Something went wrong; it is tried again.
    Trouble {
        message: String,
    },
}

impl NewsAnswer {
    pub(super) fn fetched(fetched: &Fetched) -> Self {
        Self::Fetched(FetchAnswer::of(fetched))
    }

    pub(super) fn ran(outcome: &Outcome) -> Self {
        let data = &outcome.consolidated;
        Self::Ran {
            taken: outcome.collected.taken.clone(),
            questions: data.questions.len(),
            errors: data.findings.iter().filter(|finding| finding.is_error()).count(),
            tally: data.tally,
        }
    }
}

/// Something that happened between an institution and us.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ToldAnswer {
    /// Local time.
    pub(super) at: String,
    pub(super) message: String,
}

/// `svod log`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct LogAnswer {
    pub(super) period: String,
    pub(super) institution: String,
    pub(super) account: Account,
    pub(super) story: Vec<ToldAnswer>,
}
