//! What is said about a question → an answer to it, or why it is none.

use std::collections::BTreeMap;

use crate::flow::{GivenAnswer, Question, Ruling, Side};
use crate::form::Form;
use crate::record::FieldKey;

/// What a person says about the two rows of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    Same,
    Different,
    /// That row is right: about everything, or about the field that is asked for.
    Right(Side),
}

/// What is said does not fit the question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The two are one event already; what is asked is who is right.
    #[error("the rows are one event already; it is asked which of them is right about {field}")]
    OneEventAlready { field: FieldKey },
    #[error("the form has no field {field}")]
    UnknownField { field: String },
    /// A row is named for a field where that decides nothing.
    #[error("a row can be right about a field only where the two are one event, and it is asked whether they are")]
    NothingToChoose,
}

/// The answer to a question. `fields` says which row is right about single fields.
///
/// # Errors
/// When that does not answer the question.
pub fn answer(
    question: &Question,
    said: Said,
    fields: BTreeMap<FieldKey, Side>,
    note: &str,
    form: &Form,
) -> Result<GivenAnswer, Error> {
    if let Some(field) = fields.keys().find(|key| form.field(key.as_str()).is_none()) {
        return Err(Error::UnknownField { field: field.to_string() });
    }
    let ruling = match (said, &question.matter.field) {
        (Said::Different, _) | (Said::Right(_), Some(_)) if !fields.is_empty() => return Err(Error::NothingToChoose),
        (Said::Different, _) => Ruling::Different,
        (Said::Right(side), Some(_)) => Ruling::Value(side),
        (Said::Same, Some(field)) => return Err(Error::OneEventAlready { field: field.clone() }),
        (Said::Same, None) => Ruling::Same { all: None, fields },
        (Said::Right(side), None) => Ruling::Same { all: Some(side), fields },
    };
    Ok(GivenAnswer { matter: question.matter.clone(), ruling, note: note.trim().to_owned() })
}
