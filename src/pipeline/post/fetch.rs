//! `fetch`: letters of the mailbox → the inbox, each kept as it came.
//!
//! The order: a message is stored in the inbox and flushed, then it is moved on the server. Killed between the two, it is
//! fetched once more under the same name, or, where it was taken meanwhile, recognised by its fingerprint.

use super::super::{Error, Stage, Watch, Workspace};
use super::servers::imap;
use crate::collect;
use crate::outside::{self, Mailbox};

/// What became of the unseen messages of the mailbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fetched {
    /// Names under which messages now lie in the inbox.
    pub taken: Vec<String>,
    /// Messages without files: they stay, for a person to read.
    pub without_files: usize,
    /// Messages that are larger than the settings allow: they stay.
    pub too_large: usize,
}

/// Takes the unseen messages of the mailbox that have files into the inbox.
///
/// # Errors
/// When the settings name no mailbox, the server cannot be worked with, or files cannot be written.
pub fn fetch(workspace: &Workspace, watch: &dyn Watch) -> Result<Fetched, Error> {
    let _held = workspace.hold()?;
    let (server, settings) = imap(workspace)?;
    let inbox = workspace.inbox();
    outside::make_folder(&inbox)?;
    outside::sweep(&inbox)?;
    let mut mailbox = Mailbox::open(&server, &settings.folder)?;
    let mut fetched = Fetched::default();
    let unseen = mailbox.unseen()?;
    watch.begin(Stage::Collect, unseen.len());
    for listed in unseen {
        watch.step();
        if u64::from(listed.size) > workspace.settings.file_limit() {
            fetched.too_large += 1;
            continue;
        }
        let Some(bytes) = mailbox.message(listed.number)? else { continue };
        if !collect::may_hold_files(&bytes) {
            fetched.without_files += 1;
            continue;
        }
        let name = format!("{}.eml", collect::fingerprint(&bytes));
        let path = inbox.join(&name);
        outside::put(&path, &bytes)?;
        if let Some(received) = listed.received {
            outside::set_changed(&path, received)?;
        }
        mailbox.move_to(listed.number, &settings.done)?;
        fetched.taken.push(name);
    }
    watch.end();
    mailbox.close();
    Ok(fetched)
}
