//! The post: what `send`, `return`, `remind`, `extend` and `log` do.
//!
//! Letters are made anew each time from register, form and originals; the journal of the post alone says which of them
//! went out. By default they are drafts in a folder, which nobody sends but a person.

mod book;
mod carrier;
mod enclosed;
mod fetch;
mod follow;
mod letters;
mod outgoing;
mod remind;
mod returns;
mod servers;
mod settings;
mod story;

pub(super) use book::{PostBook, correspondence};
pub use fetch::{Fetched, fetch};
pub use follow::{News, Rounds, follow};
pub use letters::send;
pub use outgoing::{Fate, Mode, Outgoing, Post};
pub use remind::{awaited_period, extend, remind};
pub use returns::returns;
pub use settings::{AccountSettings, ImapSettings, LogIn, PostSettings, Security, SmtpSettings};
pub(super) use story::recorded;
pub use story::{Told, standing, story};
