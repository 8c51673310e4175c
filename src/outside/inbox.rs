//! Lists the files of a folder, and tells of each what the system knows without opening it.

use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use tempfile::NamedTempFile;

use super::Error;
use super::durable::UNFINISHED;
use crate::flow::FileStat;

/// A file as a folder lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    pub name: String,
    pub stat: FileStat,
    /// When it was last changed, in local time, to the second.
    pub changed: DateTime,
}

/// The files of a folder, oldest first, then by name; folders and what is gone meanwhile are left out.
///
/// # Errors
/// When the folder cannot be listed.
pub fn list(folder: &Path) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(Error::at(folder))? {
        let path = entry.map_err(Error::at(folder))?.path();
        let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { continue };
        if let Some((stat, modified)) = seen(&path)? {
            found.push(Found { path, name, stat, changed: local(modified) });
        }
    }
    found.sort_by(|left, right| (left.changed, &left.name).cmp(&(right.changed, &right.name)));
    Ok(found)
}

/// Names of what a folder holds besides files: folders, links that lead nowhere, pipes; without the hidden ones. In their order.
///
/// # Errors
/// When the folder cannot be listed.
pub fn no_files(folder: &Path) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(Error::at(folder))? {
        let path = entry.map_err(Error::at(folder))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if !name.starts_with('.') && path.symlink_metadata().is_ok() && !path.is_file() {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// Tells whether `path`, links followed, is the very place of `file`, the links to its folder followed: to remove the file is to
/// lose what `path` shows.
///
/// # Errors
/// When one of them cannot be found.
pub fn leads_to(path: &Path, file: &Path) -> Result<bool, Error> {
    let real = |path: &Path| std::fs::canonicalize(path).map_err(Error::at(path));
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else { return Ok(false) };
    Ok(real(path)? == real(folder)?.join(name))
}

/// Size, times and number of a file; `None` where it is gone, or is a folder.
///
/// # Errors
/// When the system does not say.
pub fn stat(path: &Path) -> Result<Option<FileStat>, Error> {
    Ok(seen(path)?.map(|(stat, _)| stat))
}

/// The first and the last bytes of a file, at most so many of each.
///
/// # Errors
/// When it cannot be read.
pub fn ends(path: &Path, head: usize, tail: usize) -> Result<(Vec<u8>, Vec<u8>), Error> {
    let read = || -> std::io::Result<(Vec<u8>, Vec<u8>)> {
        let mut file = std::fs::File::open(path)?;
        let (mut first, mut last) = (Vec::new(), Vec::new());
        (&file).take(head as u64).read_to_end(&mut first)?;
        let size = file.seek(SeekFrom::End(0))?;
        file.seek(SeekFrom::Start(size.saturating_sub(tail as u64)))?;
        file.take(tail as u64).read_to_end(&mut last)?;
        Ok((first, last))
    };
    read().map_err(Error::at(path))
}

/// This moment by the clock of the file system that `folder` lies in, in nanoseconds since 1970: on a network share that of
/// another computer, and the only one that the times of its files can be compared with.
#[must_use]
pub fn moment_on_disk(folder: &Path) -> i128 {
    let probe =
        NamedTempFile::with_prefix_in(UNFINISHED, folder).and_then(|file| file.as_file().metadata()?.modified());
    nanoseconds(probe.unwrap_or_else(|_| SystemTime::now()))
}

/// Tells an error that says that another program keeps a file to itself: on Windows whoever writes one does.
#[must_use]
pub fn is_in_use(error: &Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
    matches!(error, Error::File { source, .. } if cfg!(windows) && matches!(source.raw_os_error(), Some(32 | 33)))
}

fn seen(path: &Path) -> Result<Option<(FileStat, SystemTime)>, Error> {
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => metadata,
        Ok(_) => return Ok(None),
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(Error::at(path)(source)),
    };
    let modified = metadata.modified().map_err(Error::at(path))?;
    let (touched, number) = told_by_system(&metadata);
    Ok(Some((FileStat { size: metadata.len(), modified: nanoseconds(modified), touched, number }, modified)))
}

/// Time of the last change of anything, and the number of the file.
#[cfg(unix)]
fn told_by_system(metadata: &std::fs::Metadata) -> (i128, u64) {
    use std::os::unix::fs::MetadataExt;
    (i128::from(metadata.ctime()) * 1_000_000_000 + i128::from(metadata.ctime_nsec()), metadata.ino())
}

#[cfg(not(unix))]
fn told_by_system(metadata: &std::fs::Metadata) -> (i128, u64) {
    (metadata.created().map_or(0, nanoseconds), 0)
}

fn nanoseconds(time: SystemTime) -> i128 {
    let since = |time: SystemTime| time.duration_since(SystemTime::UNIX_EPOCH);
    let count = |time: std::time::Duration| i128::try_from(time.as_nanos()).unwrap_or(i128::MAX);
    since(time).map_or_else(|before| -count(before.duration()), count)
}

pub(super) fn local(time: SystemTime) -> DateTime {
    let timestamp = Timestamp::try_from(time).unwrap_or(Timestamp::UNIX_EPOCH);
    let seconds = Timestamp::from_second(timestamp.as_second()).unwrap_or(timestamp);
    Zoned::new(seconds, TimeZone::system()).datetime()
}
