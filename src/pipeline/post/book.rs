//! The journal of the post in the workspace: what was drafted, handed over, sent, and who was given more time.
//!
//! Each line is on the disk before svod goes on. A line that a crash cut short was never acted upon, and is dropped. The
//! ledger keeps a copy: lines that the file has lost are put back, for without them letters would go out twice.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::super::{Error, Workspace};
use crate::flow::{Correspondence, PostEntry, WholeIds};
use crate::ledger::Ledger;
use crate::outside;

/// The journal, as it was read, and what was added since.
pub(in super::super) struct PostBook<'a> {
    path: PathBuf,
    ledger: &'a Ledger,
    pub(in super::super) post: Correspondence,
    /// Lines that the ledger does not have yet.
    fresh: Vec<String>,
    /// Lines that the file had lost.
    pub(in super::super) restored: usize,
}

impl<'a> PostBook<'a> {
    /// Reads the journal, of which there may be none yet, and brings file and ledger together.
    pub(in super::super) fn open(workspace: &Workspace, ledger: &'a Ledger) -> Result<Self, Error> {
        let path = workspace.post_file();
        let Lines { all, lost, unknown, is_cut } = Lines::read(&path, ledger)?;
        let post = entries(&all, &path, ledger)?;
        if is_cut || lost > 0 {
            tracing::warn!(lost, is_cut, "the journal of the post is written anew");
            let text = all.iter().fold(String::new(), |text, line| format!("{text}{line}\n"));
            outside::put(&path, text.as_bytes())?;
        }
        ledger.add_post(&unknown)?;
        Ok(Self { path, ledger, post, fresh: Vec::new(), restored: lost })
    }

    /// Adds an entry; it is in the file, and on the disk, when this returns.
    pub(in super::super) fn add(&mut self, entry: PostEntry) -> Result<(), Error> {
        let line = serde_json::to_string(&entry).map_err(|error| Error::PostJournal {
            path: self.path.clone(),
            line: self.post.entries().count() + 1,
            reason: error.to_string(),
        })?;
        outside::add_line(&self.path, &line)?;
        self.fresh.push(line);
        self.post.add(entry);
        Ok(())
    }

    /// Copies what was added into the ledger: once for a command, for each time costs the disk dearly. A command that is
    /// killed before leaves it to the next one.
    pub(in super::super) fn keep(&mut self) -> Result<(), Error> {
        self.ledger.add_post(&self.fresh)?;
        self.fresh.clear();
        Ok(())
    }
}

/// What the journal and the ledger together tell; changes neither.
pub(in super::super) fn correspondence(workspace: &Workspace, ledger: &Ledger) -> Result<Correspondence, Error> {
    let path = workspace.post_file();
    entries(&Lines::read(&path, ledger)?.all, &path, ledger)
}

/// The lines that file and ledger together have.
struct Lines {
    /// In the order in which they were written.
    all: Vec<String>,
    /// How many of them only the ledger has.
    lost: usize,
    /// Those that only the file has.
    unknown: Vec<String>,
    /// Whether the last line of the file has no end.
    is_cut: bool,
}

impl Lines {
    fn read(path: &Path, ledger: &Ledger) -> Result<Self, Error> {
        let bytes = outside::read_if_there(path)?.unwrap_or_default();
        let text = String::from_utf8_lossy(&bytes);
        let whole = text.rfind('\n').map_or("", |end| &text[..=end]);
        let is_cut = whole.len() < text.len();
        let copied = ledger.post()?;
        let (written, known): (BTreeSet<&str>, BTreeSet<&str>) =
            (whole.lines().collect(), copied.iter().map(String::as_str).collect());
        let lost = copied.iter().filter(|line| !written.contains(line.as_str())).count();
        let unknown: Vec<String> = whole.lines().filter(|line| !known.contains(line)).map(str::to_owned).collect();
        // The order tells what became of a letter in the end. What the ledger does not know yet was written last.
        let all = match lost {
            0 => whole.lines().map(str::to_owned).collect(),
            _ => copied.iter().chain(&unknown).cloned().collect(),
        };
        Ok(Self { all, lost, unknown, is_cut })
    }
}

/// Older lines name files by the first digits of their ids; without the whole ones letters would go out twice.
fn entries(lines: &[String], path: &Path, ledger: &Ledger) -> Result<Correspondence, Error> {
    let ids = WholeIds::of(&ledger.ids()?);
    let entry = |(line, number): (&String, usize)| {
        let entry: Result<PostEntry, Error> = serde_json::from_str(line).map_err(|error| Error::PostJournal {
            path: path.to_owned(),
            line: number,
            reason: error.to_string(),
        });
        Ok(entry?.with_whole_ids(&ids))
    };
    Ok(Correspondence::of(lines.iter().zip(1..).map(entry).collect::<Result<Vec<PostEntry>, Error>>()?))
}
