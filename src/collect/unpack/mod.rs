//! Archives and letters: what institutions put their workbooks into.
//!
//! In: bytes. Out: the files that may be workbooks, with names to show, and the names of those left aside; or why nothing
//! is taken. Nothing that the bytes say of sizes is believed, and no name of theirs is ever used as a path. It refuses to
//! know what the files mean.

mod kind;
mod letter;
mod message;
mod winmail;
mod wire;
mod zip;

use serde::{Deserialize, Serialize};

use crate::flow::WITHIN;

use kind::Kind;
pub use letter::may_hold_files;
pub use wire::{decode, encode};

/// What may be spent on one archive or letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnpackLimits {
    /// Files in it, of whatever kind.
    pub files: usize,
    /// Bytes of one file when inflated.
    pub file: u64,
    /// Bytes of all files together when inflated.
    pub inflated: u64,
}

impl Default for UnpackLimits {
    fn default() -> Self {
        Self { files: 1_000, file: 64 << 20, inflated: 256 << 20 }
    }
}

/// What holds other files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrapper {
    Zip,
    /// A letter in a file: `eml`.
    Letter,
    /// A letter of Outlook: `msg`.
    Message,
    /// What Outlook makes of the files of a letter: `winmail.dat`.
    Winmail,
}

/// A file that was in the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contained {
    /// Its name, only to be shown, never a path: «Музей › Отчёт.xlsx».
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What an archive holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unpacked {
    /// Files that may be workbooks, in the order in which they lie there.
    pub files: Vec<Contained>,
    /// Names of the others: scans, pictures of a signature, texts.
    pub aside: Vec<String>,
    /// Who sent it, where it is a letter that says so: the address.
    pub sender: Option<String>,
}

/// Why nothing is taken from an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refused {
    /// A password is asked for.
    Locked,
    /// Cut short, two files of one name, or no archive at all.
    Damaged,
    /// A name that leads out of the archive's own folder.
    LeadsOut,
    /// A link in the place of a file.
    Link,
    /// An archive or a letter within.
    Nested,
    /// Nothing in it may be a workbook.
    NoWorkbook,
    /// More files than this.
    TooMany(u64),
    /// More bytes than this.
    TooLarge(u64),
    /// More megabytes of memory than this to open it.
    Memory(u64),
    /// More seconds than this to open it.
    Time(u64),
}

/// Tells whether a file holds other files. A workbook, which is itself a zip, does not.
#[must_use]
pub fn wrapper(bytes: &[u8]) -> Option<Wrapper> {
    match kind::of(bytes) {
        Kind::Wrapper(wrapper) => Some(wrapper),
        Kind::Workbook | Kind::OtherArchive | Kind::Other => None,
    }
}

/// Takes the files out of an archive or a letter.
///
/// # Errors
/// [`Refused`], where anything in it is such that an honest sender would have to send it anew.
pub fn unpack(bytes: &[u8], limits: &UnpackLimits) -> Result<Unpacked, Refused> {
    let mut taking = Taking { limits, left: limits.inflated, seen: 0, unpacked: Unpacked::default() };
    match wrapper(bytes) {
        Some(Wrapper::Zip) => zip::unpack(bytes, &mut taking)?,
        Some(Wrapper::Letter) => letter::unpack(bytes, &mut taking)?,
        Some(Wrapper::Message) => message::unpack(bytes, &mut taking)?,
        Some(Wrapper::Winmail) => winmail::unpack(bytes, &mut taking, 0)?,
        None => return Err(Refused::Damaged),
    }
    if taking.unpacked.files.is_empty() { Err(Refused::NoWorkbook) } else { Ok(taking.unpacked) }
}

/// What was taken so far, and what may still be spent.
struct Taking<'a> {
    limits: &'a UnpackLimits,
    left: u64,
    seen: usize,
    unpacked: Unpacked,
}

impl Taking<'_> {
    /// One more file, before it is inflated; says how many bytes of it may be read.
    fn next(&mut self) -> Result<u64, Refused> {
        self.seen += 1;
        if self.seen > self.limits.files {
            return Err(Refused::TooMany(self.limits.files as u64));
        }
        Ok(self.limits.file.min(self.left) + 1)
    }

    /// Takes a file, or lays it aside.
    fn take(&mut self, name: &str, bytes: Vec<u8>) -> Result<(), Refused> {
        let size = bytes.len() as u64;
        if size > self.limits.file || size > self.left {
            return Err(Refused::TooLarge(self.limits.file.min(self.limits.inflated)));
        }
        self.left -= size;
        let name = shown(name);
        let last = name.rsplit(WITHIN).next().unwrap_or_default();
        if super::sort(last) != super::Sorting::Take {
            return Ok(());
        }
        match kind::of(&bytes) {
            Kind::Wrapper(_) | Kind::OtherArchive => return Err(Refused::Nested),
            Kind::Workbook => self.unpacked.files.push(Contained { name, bytes }),
            Kind::Other if kind::is_named_like_a_table(&name) => self.unpacked.files.push(Contained { name, bytes }),
            Kind::Other => self.unpacked.aside.push(name),
        }
        Ok(())
    }
}

/// A name with its folders, which may tell whose a file is, but no longer a path.
fn shown(name: &str) -> String {
    let steps: Vec<String> = name
        .split(['/', '\\'])
        .map(|step| step.chars().filter(|c| !c.is_control()).collect::<String>().trim().to_owned())
        .filter(|step| !step.is_empty() && step != ".")
        .collect();
    if steps.is_empty() { "?".to_owned() } else { steps.join(WITHIN) }
}

#[cfg(test)]
mod tests;
