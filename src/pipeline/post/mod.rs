//! The post: what `send`, `return`, `remind`, `extend` and `log` do.
//!
//! Letters are made anew each time from register, form and originals; the journal of the post alone says which of them
//! went out. By default they are drafts in a folder, which nobody sends but a person.

mod book;
mod letters;
mod outgoing;
mod returns;
mod settings;

pub(super) use book::PostBook;
pub use letters::send;
pub use outgoing::{Fate, Mode, Outgoing, Post};
pub use returns::returns;
pub use settings::{AccountSettings, ImapSettings, PostSettings, Security, SmtpSettings};
