//! The post: letters to institutions as values, the bytes that go out, and where each institution stands.
//!
//! In: register, form, template and correction workbooks, findings, the journal of the post. Out: letters, `.eml` bytes,
//! the state of each institution. It sends nothing, opens no mailbox and asks no clock; "today" is what it is told.

mod body;
mod compose;
mod days;
mod eml;
mod letter;
mod list;
mod progress;
mod texts;

pub use body::{Block, Body};
pub use compose::{Remarks, Tone, Writer};
pub use days::Calendar;
pub use eml::{Stamp, eml, message_id};
pub use letter::{Attachment, Enclosed, Letter, Recipients, Unreachable};
pub use list::{Line, list};
pub use progress::{accounts, last_fact};
pub use texts::Texts;

use crate::words::LocalText;

/// Why a letter could not be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The settings name a sender that is no address.
    #[error("«{0}» is no address")]
    Sender(String),
    /// The mail library refused.
    #[error("the letter cannot be written: {0}")]
    Letter(String),
    /// The list of letters cannot be written.
    #[error("the list of letters cannot be written: {0}")]
    List(#[from] rust_xlsxwriter::XlsxError),
}

/// Who writes, as the settings say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sender {
    /// None: drafts take the mail program's own.
    pub address: Option<String>,
    pub name: LocalText,
    /// Where to ask: a person, a telephone.
    pub ask: LocalText,
    /// What stands under every letter.
    pub signature: LocalText,
}

#[cfg(test)]
mod tests;
