//! A sentence that is not yet said in any language: a message id with its arguments.

use std::sync::Arc;

use fluent_bundle::FluentValue;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use super::{Language, LocalText, text};

/// One argument of a sentence.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Arg {
    /// A whole number: chooses the plural.
    Count(i64),
    /// A day: written as people write it.
    Day(Date),
    /// Words that stay as they are.
    Text(String),
    /// Words with a wording for each language, such as the label of a field.
    Local(LocalText),
}

impl Arg {
    pub(super) fn as_fluent(&self, language: Language) -> FluentValue<'_> {
        match self {
            #[expect(clippy::cast_precision_loss, reason = "counts of rows and people are far below 2^53")]
            Self::Count(n) => FluentValue::from(*n as f64),
            Self::Day(day) => FluentValue::from(day.strftime("%d.%m.%Y").to_string()),
            Self::Text(words) => FluentValue::from(words.as_str()),
            Self::Local(local) => FluentValue::from(local.get(language)),
        }
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Count(n)
    }
}
impl From<u32> for Arg {
    fn from(n: u32) -> Self {
        Self::Count(i64::from(n))
    }
}
impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Count(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<u64> for Arg {
    fn from(n: u64) -> Self {
        Self::Count(i64::try_from(n).unwrap_or(i64::MAX))
    }
}
impl From<Date> for Arg {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}
impl From<&str> for Arg {
    fn from(words: &str) -> Self {
        Self::Text(words.to_owned())
    }
}
impl From<String> for Arg {
    fn from(words: String) -> Self {
        Self::Text(words)
    }
}
impl From<Arc<str>> for Arg {
    fn from(words: Arc<str>) -> Self {
        Self::Text(words.to_string())
    }
}
impl From<LocalText> for Arg {
    fn from(words: LocalText) -> Self {
        Self::Local(words)
    }
}

/// The arguments of a sentence, by name. A large return has a hundred thousand findings, each kept in several places: so
/// clones share one list, which is no longer than it must be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Args(Arc<Vec<(Box<str>, Arg)>>);

impl Args {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The same arguments and one more.
    #[must_use]
    pub fn with(mut self, name: &str, arg: impl Into<Arg>) -> Self {
        let args = Arc::make_mut(&mut self.0);
        let arg = arg.into();
        match args.binary_search_by(|(known, _)| (**known).cmp(name)) {
            Ok(at) => args[at].1 = arg,
            Err(at) => {
                args.reserve_exact(1);
                args.insert(at, (name.into(), arg));
            }
        }
        self
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Arg)> {
        self.0.iter().map(|(name, arg)| (&**name, arg))
    }
}

impl Serialize for Args {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

/// A sentence to be said later, in the reader's language.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    /// Id of a message in `locales/`.
    pub id: String,
    pub args: Args,
}

impl Said {
    #[must_use]
    pub fn new(id: &str, args: Args) -> Self {
        Self { id: id.to_owned(), args }
    }

    #[must_use]
    pub fn plain(id: &str) -> Self {
        Self::new(id, Args::new())
    }

    #[must_use]
    pub fn text(&self, language: Language) -> String {
        text(language, &self.id, &self.args)
    }
}
