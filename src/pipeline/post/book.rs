//! The journal of the post in the workspace: what was drafted, handed over, sent, and who was given more time.
//!
//! Each line is on the disk before svod goes on. A line that a crash cut short was never acted upon, and is dropped.

use std::path::PathBuf;

use super::super::{Error, Workspace};
use crate::flow::{Correspondence, PostEntry};
use crate::outside;

/// The journal, as it was read, and what was added since.
pub(in super::super) struct PostBook {
    path: PathBuf,
    pub(in super::super) post: Correspondence,
}

impl PostBook {
    /// Reads the journal; there may be none yet.
    pub(in super::super) fn open(workspace: &Workspace) -> Result<Self, Error> {
        let path = workspace.post_file();
        let bytes = outside::read_if_there(&path)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
        let entries = whole
            .lines()
            .zip(1..)
            .map(|(line, number)| entry(line, number, &path))
            .collect::<Result<Vec<PostEntry>, Error>>()?;
        if whole.len() < text.len() {
            tracing::warn!("the last line of the journal of the post was cut short and is dropped");
            outside::put(&path, whole.as_bytes())?;
        }
        Ok(Self { path, post: Correspondence::of(entries) })
    }

    /// Adds an entry; it is on the disk when this returns.
    pub(in super::super) fn add(&mut self, entry: PostEntry) -> Result<(), Error> {
        let line = serde_json::to_string(&entry).map_err(|error| Error::Journal {
            path: self.path.clone(),
            line: self.post.entries().count() + 1,
            reason: error.to_string(),
        })?;
        outside::add_line(&self.path, &line)?;
        self.post.add(entry);
        Ok(())
    }
}

fn entry(line: &str, number: usize, path: &std::path::Path) -> Result<PostEntry, Error> {
    serde_json::from_str(line).map_err(|error| Error::Journal {
        path: path.to_owned(),
        line: number,
        reason: error.to_string(),
    })
}
