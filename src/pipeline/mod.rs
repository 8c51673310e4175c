//! The only place that connects two rooms: what a command does, from the workspace's files to the artifacts.
//!
//! In: paths and settings. Out: an outcome to be told, or an [`Error`]. It prints nothing; whoever waits may
//! [`Watch`].

mod archive;
mod arrivals;
mod artifacts;
mod changes;
mod collect;
mod consolidate;
mod decide;
mod demo;
mod earlier;
mod editions;
mod error;
mod finish;
mod inspect;
mod issue;
mod originals;
mod post;
mod publish;
mod ranges;
mod run;
mod settings;
mod span;
mod unfolder;
mod watch;
mod workspace;

pub use changes::{Change, Difference, changes};
pub use collect::Collected;
pub use decide::{
    Asked, Docket, HeldFile, Reply, Undone, Waiting, accept, decide, decisions, edits, file_rulings, questions,
    rule_on_file, undo,
};
pub use demo::{Demonstration, demo};
pub use error::Error;
pub use finish::Written;
pub use inspect::{FormSource, Inspected, inspect};
pub use issue::{Issued as Templates, TemplateKind, issue};
pub use post::{
    AccountSettings, Fate, Fetched, ImapSettings, LogIn, Mode, News, Outgoing, Post, PostSettings, Rounds, Security,
    SmtpSettings, Told, awaited_period, extend, fetch, follow, remind, returns, send, standing, story,
};
pub use publish::{Issued, Publication, publish};
pub use run::{Outcome, run, status};
pub use settings::Settings;
pub use unfolder::{Orders, WORKER, work};
pub use watch::{Stage, Unwatched, Watch};
pub use workspace::{SETTINGS_FILE, Workspace, load_form};
