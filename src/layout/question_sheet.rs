//! The contract of the sheet of questions: by which hidden words a column, an answer, a note and a choice are found again,
//! wherever they were moved to.
//!
//! A hidden row names the columns. In the hidden column of keys, each row in which something may be written says what that
//! is and about which question; beside the answer stands what the question is about. The workbook's mark has a digest of each
//! question, with everything that a person sees of it but the answer. It knows nothing of how it looks.

use crate::record::FieldKey;

/// The kind of the digest of a question.
pub const UNIT_OF_QUESTION: &str = "question";

/// A column of the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionColumn {
    /// What the row is called.
    Label,
    /// The left row's values; the answer and the note stand here.
    Left,
    /// The right row's values.
    Right,
    /// Which of them is right about a field.
    Choice,
    /// Hidden: what may be written in the row.
    Key,
    /// Hidden: what the question is about.
    Matter,
}

impl QuestionColumn {
    pub const ALL: [Self; 6] = [Self::Label, Self::Left, Self::Right, Self::Choice, Self::Key, Self::Matter];

    /// The word in the hidden row.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Label => "svod-label",
            Self::Left => "svod-left",
            Self::Right => "svod-right",
            Self::Choice => "svod-choice",
            Self::Key => "svod-key",
            Self::Matter => "svod-matter",
        }
    }

    /// Where it stands in the workbook that is published.
    #[must_use]
    pub fn index(self) -> u16 {
        match self {
            Self::Label => 0,
            Self::Left => 1,
            Self::Right => 2,
            Self::Choice => 3,
            Self::Key => 4,
            Self::Matter => 5,
        }
    }
}

/// What may be written in a row of the sheet of questions, and the id of the question that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionKey {
    Answer(String),
    Note(String),
    /// Which row is right about a field.
    Choice(String, FieldKey),
}

impl QuestionKey {
    /// The word in the hidden column: `svod-answer 0123456789abcdef`.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Answer(id) => format!("svod-answer {id}"),
            Self::Note(id) => format!("svod-note {id}"),
            Self::Choice(id, field) => format!("svod-choice {id} {field}"),
        }
    }

    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        let mut parts = word.split_whitespace();
        let (kind, id, field) = (parts.next()?, parts.next()?.to_owned(), parts.next());
        match (kind, field) {
            ("svod-answer", None) => Some(Self::Answer(id)),
            ("svod-note", None) => Some(Self::Note(id)),
            ("svod-choice", Some(field)) => Some(Self::Choice(id, FieldKey::new(field))),
            _ => None,
        }
    }

    /// The column in which a person writes in that row.
    #[must_use]
    pub fn column(&self) -> QuestionColumn {
        match self {
            Self::Answer(_) | Self::Note(_) => QuestionColumn::Left,
            Self::Choice(..) => QuestionColumn::Choice,
        }
    }

    /// The id of the question.
    #[must_use]
    pub fn question(&self) -> &str {
        match self {
            Self::Answer(id) | Self::Note(id) | Self::Choice(id, _) => id,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_read_as_it_was_written() {
        let id = || "0123456789abcdef".to_owned();
        for key in
            [QuestionKey::Answer(id()), QuestionKey::Note(id()), QuestionKey::Choice(id(), FieldKey::new("total"))]
        {
            assert_eq!(QuestionKey::parse(&key.word()), Some(key));
        }
        assert_eq!(QuestionKey::parse("svod-answer"), None);
        assert_eq!(QuestionKey::parse("одно мероприятие"), None);
    }
}
