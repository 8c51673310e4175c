//! The correspondence with institutions: letters by what tells them apart, and the lines of the journal of the post.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::WholeIds;
use crate::record::{ParcelId, Period};

/// What a letter is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// The template, and what is asked for.
    Request,
    /// Nothing has come yet.
    Reminder,
    /// What came has findings: the correction workbook.
    Return,
    /// What came was in order.
    Receipt,
}

impl LetterKind {
    pub const ALL: [Self; 4] = [Self::Request, Self::Reminder, Self::Return, Self::Receipt];

    /// The word of messages and file names.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Reminder => "reminder",
            Self::Return => "return",
            Self::Receipt => "receipt",
        }
    }
}

/// By what one letter is told from every other. Of each there is one, whatever happens; another one to the same end has
/// another number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct LetterKey {
    pub period: Period,
    pub institution: Arc<str>,
    pub kind: LetterKind,
    /// The file that it is about, by its fingerprint; the day of a reminder; empty for a request.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// How often it was explicitly wanted once more.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub again: u32,
}

impl LetterKey {
    fn whole_about(&self, ids: &WholeIds) -> String {
        match self.kind {
            LetterKind::Return | LetterKind::Receipt => ids.whole(&ParcelId(self.about.as_str().into())).to_string(),
            LetterKind::Request | LetterKind::Reminder => self.about.clone(),
        }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(n: &u32) -> bool {
    *n == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(flag: &bool) -> bool {
    !flag
}

/// A line of the journal of the post.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PostEntry {
    /// A draft was written; whether it was sent is known to the mail program alone.
    Drafted {
        letter: LetterKey,
        at: DateTime,
        /// It brings the template for all.
        #[serde(default, skip_serializing_if = "is_false")]
        common: bool,
    },
    /// The letter is being handed to the server. Where nothing follows, nobody knows whether it went out.
    Handed {
        letter: LetterKey,
        id: String,
        to: Vec<String>,
        at: DateTime,
        /// It brings the template for all.
        #[serde(default, skip_serializing_if = "is_false")]
        common: bool,
    },
    /// The server took it.
    Sent { letter: LetterKey, id: String, at: DateTime, reply: String },
    /// It certainly did not go out.
    Failed { letter: LetterKey, at: DateTime, reason: String },
    /// An institution was given more time.
    Extended { period: Period, institution: Arc<str>, until: Date, who: String, at: DateTime },
}

impl PostEntry {
    /// The letter that it tells of.
    #[must_use]
    pub fn letter(&self) -> Option<&LetterKey> {
        match self {
            Self::Drafted { letter, .. }
            | Self::Handed { letter, .. }
            | Self::Sent { letter, .. }
            | Self::Failed { letter, .. } => Some(letter),
            Self::Extended { .. } => None,
        }
    }
}

impl PostEntry {
    /// The same with the whole id of the file that the letter is about; older lines name it by its first digits.
    #[must_use]
    pub fn with_whole_ids(mut self, ids: &WholeIds) -> Self {
        match &mut self {
            Self::Drafted { letter, .. }
            | Self::Handed { letter, .. }
            | Self::Sent { letter, .. }
            | Self::Failed { letter, .. } => letter.about = letter.whole_about(ids),
            Self::Extended { .. } => {}
        }
        self
    }

    /// When it was written.
    #[must_use]
    pub fn at(&self) -> DateTime {
        match self {
            Self::Drafted { at, .. }
            | Self::Handed { at, .. }
            | Self::Sent { at, .. }
            | Self::Failed { at, .. }
            | Self::Extended { at, .. } => *at,
        }
    }

    /// The period that it is about.
    #[must_use]
    pub fn period(&self) -> Period {
        match self {
            Self::Drafted { letter, .. }
            | Self::Handed { letter, .. }
            | Self::Sent { letter, .. }
            | Self::Failed { letter, .. } => letter.period,
            Self::Extended { period, .. } => *period,
        }
    }
}

/// What is known of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    Not,
    Drafted(DateTime),
    /// It was handed over and no reply is known: it is not sent again by itself.
    Unknown(DateTime),
    Sent(DateTime),
    Failed(DateTime, String),
}

/// Everything that the journal of the post tells.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Correspondence {
    entries: Vec<PostEntry>,
}

impl Correspondence {
    #[must_use]
    pub fn of(entries: Vec<PostEntry>) -> Self {
        Self { entries }
    }

    pub fn add(&mut self, entry: PostEntry) {
        self.entries.push(entry);
    }

    pub fn entries(&self) -> impl Iterator<Item = &PostEntry> {
        self.entries.iter()
    }

    /// How far a letter got. A draft that is written after it was sent changes nothing.
    #[must_use]
    pub fn posted(&self, key: &LetterKey) -> Posted {
        let mut posted = Posted::Not;
        for entry in self.entries.iter().filter(|entry| entry.letter() == Some(key)) {
            posted = match (entry, posted) {
                (_, sent @ Posted::Sent(_)) => sent,
                (PostEntry::Sent { at, .. }, _) => Posted::Sent(*at),
                (PostEntry::Handed { at, .. }, _) => Posted::Unknown(*at),
                (_, unknown @ Posted::Unknown(_)) if !matches!(entry, PostEntry::Failed { .. }) => unknown,
                (PostEntry::Failed { at, reason, .. }, _) => Posted::Failed(*at, reason.clone()),
                (PostEntry::Drafted { at, .. }, _) => Posted::Drafted(*at),
                (PostEntry::Extended { .. }, before) => before,
            };
        }
        posted
    }

    /// The letters of a kind to an institution, each once, in the order in which they first appear.
    #[must_use]
    pub fn letters(&self, period: Period, institution: &str, kind: LetterKind) -> Vec<&LetterKey> {
        let mut letters: Vec<&LetterKey> = Vec::new();
        for key in self.entries.iter().filter_map(PostEntry::letter) {
            let is_wanted = key.period == period && &*key.institution == institution && key.kind == kind;
            if is_wanted && !letters.contains(&key) {
                letters.push(key);
            }
        }
        letters
    }

    /// Whether a letter, as it was last drafted or handed over, brought the template for all.
    #[must_use]
    pub fn brought_common(&self, key: &LetterKey) -> bool {
        self.last_kind(|letter| letter == key)
    }

    /// Whether the last request to an institution brought the template for all.
    #[must_use]
    pub fn was_sent_common(&self, period: Period, institution: &str) -> bool {
        self.last_kind(|letter| {
            letter.period == period && &*letter.institution == institution && letter.kind == LetterKind::Request
        })
    }

    fn last_kind(&self, is_meant: impl Fn(&LetterKey) -> bool) -> bool {
        let last = self.entries.iter().rev().find_map(|entry| match entry {
            PostEntry::Drafted { letter, common, .. } | PostEntry::Handed { letter, common, .. } => {
                is_meant(letter).then_some(*common)
            }
            _ => None,
        });
        last.unwrap_or(false)
    }

    /// The day until which an institution was given time, if it was.
    #[must_use]
    pub fn extension(&self, period: Period, institution: &str) -> Option<Date> {
        self.entries.iter().rev().find_map(|entry| match entry {
            PostEntry::Extended { period: of, institution: whose, until, .. }
                if *of == period && &**whose == institution =>
            {
                Some(*until)
            }
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn key(again: u32) -> LetterKey {
        let period = "2024-Q1".parse().unwrap();
        LetterKey { period, institution: "museum".into(), kind: LetterKind::Request, about: String::new(), again }
    }

    fn at(minute: i8) -> DateTime {
        date(2024, 3, 25).at(9, minute, 0, 0)
    }

    #[test]
    fn a_letter_that_was_handed_over_without_a_reply_is_not_known_to_be_sent() {
        let mut post = Correspondence::default();
        assert_eq!(post.posted(&key(0)), Posted::Not);
        post.add(PostEntry::Drafted { letter: key(0), at: at(0), common: false });
        post.add(PostEntry::Handed { letter: key(0), id: "x".into(), to: vec![], at: at(1), common: false });
        post.add(PostEntry::Drafted { letter: key(0), at: at(2), common: false });
        assert_eq!(post.posted(&key(0)), Posted::Unknown(at(1)));
        post.add(PostEntry::Sent { letter: key(0), id: "x".into(), at: at(3), reply: "250".into() });
        assert_eq!(post.posted(&key(0)), Posted::Sent(at(3)));
        assert_eq!(post.posted(&key(1)), Posted::Not, "another one to the same end is another letter");
    }

    #[test]
    fn the_last_request_tells_which_template_was_sent_and_older_lines_tell_of_an_own_one() {
        let line = r#"{"drafted":{"letter":{"period":"2024-Q1","institution":"museum","kind":"request"},"at":"2024-03-25T09:00:00"}}"#;
        let old: PostEntry = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_string(&old).unwrap(), line);
        let mut post = Correspondence::of(vec![old]);
        assert!(!post.was_sent_common(key(0).period, "museum"));
        post.add(PostEntry::Handed { letter: key(1), id: "x".into(), to: vec![], at: at(1), common: true });
        assert!(post.was_sent_common(key(0).period, "museum") && !post.brought_common(&key(0)));
        let reminder = LetterKey { kind: LetterKind::Reminder, ..key(0) };
        post.add(PostEntry::Drafted { letter: reminder, at: at(2), common: false });
        assert!(post.was_sent_common(key(0).period, "museum") && !post.was_sent_common(key(0).period, "library"));
    }

    #[test]
    fn the_last_extension_counts() {
        let mut post = Correspondence::default();
        for day in [8, 12] {
            let until = date(2024, 4, day);
            let (period, institution) = (key(0).period, key(0).institution);
            post.add(PostEntry::Extended { period, institution, until, who: String::new(), at: at(day) });
        }
        assert_eq!(post.extension(key(0).period, "museum"), Some(date(2024, 4, 12)));
        assert_eq!(post.extension(key(0).period, "library"), None);
    }

    #[test]
    fn a_line_is_read_as_it_was_written() {
        let entry = PostEntry::Failed { letter: key(2), at: at(1), reason: "ящик переполнен".into() };
        let line = serde_json::to_string(&entry).unwrap();
        assert_eq!(serde_json::from_str::<PostEntry>(&line).unwrap(), entry);
    }
}
