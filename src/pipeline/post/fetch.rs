//! `fetch`: letters of the mailbox → the inbox, each kept as it came.
//!
//! The order: a message is stored in the inbox with its day and flushed, then it is moved on the server. Killed between the two, it
//! is fetched once more under the same name, or, where it was taken meanwhile, known by its bytes. It is called by the digest of
//! its bytes, which proves to whoever takes it that it is whole.

use std::path::Path;

use jiff::civil::DateTime;

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
        let name = store(&inbox, &bytes, listed.received)?;
        mailbox.move_to(listed.number, &settings.done)?;
        fetched.taken.push(name);
    }
    watch.end();
    mailbox.close();
    Ok(fetched)
}

/// Stores a message in the inbox, unless it lies there. It is called by the first digits of its digest; where another message
/// is called so, by all of them. Says how it is called.
fn store(inbox: &Path, bytes: &[u8], received: Option<DateTime>) -> Result<String, Error> {
    let id = collect::fingerprint(bytes);
    let names = [id.head(), &*id.0].map(|digits| format!("{digits}.eml"));
    for name in &names {
        let path = inbox.join(name);
        match outside::read_if_there(&path)? {
            Some(there) if there == bytes => return Ok(name.clone()),
            Some(_) => {}
            None => {
                outside::put_dated(&path, bytes, received.unwrap_or_else(outside::now))?;
                return Ok(name.clone());
            }
        }
    }
    // What is called by all digits of another file's digest is none of ours, or was changed.
    let [_, whole] = names;
    outside::set_aside(&inbox.join(&whole), inbox)?;
    outside::put_dated(&inbox.join(&whole), bytes, received.unwrap_or_else(outside::now))?;
    Ok(whole)
}
