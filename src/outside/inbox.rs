//! What lies in a folder, and taking a file from it whole.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use super::Error;

/// A file changed less than this ago may still be written to; it is looked at again after 300 ms.
const FRESH: Duration = Duration::from_secs(2);
/// Long enough for a copy over a network to show that it goes on, short enough not to be felt.
const LOOK_AGAIN: Duration = Duration::from_millis(300);

/// A file as a folder lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    pub path: PathBuf,
    pub name: String,
    /// In bytes.
    pub size: u64,
    /// When it was last changed, in local time, to the second.
    pub changed: DateTime,
    age: Duration,
}

/// Whether a file could be taken whole.
#[derive(Debug)]
pub enum Settled {
    Whole(Vec<u8>),
    /// It changed while it was looked at, or another program holds it: next time.
    StillWritten,
}

/// The files of a folder, oldest first, then by name; folders and what is gone meanwhile are left out.
///
/// # Errors
/// When the folder cannot be listed.
pub fn list(folder: &Path) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(Error::at(folder))? {
        let path = entry.map_err(Error::at(folder))?.path();
        if let Some(file) = look(&path)? {
            found.push(file);
        }
    }
    found.sort_by(|left, right| (left.changed, &left.name).cmp(&(right.changed, &right.name)));
    Ok(found)
}

/// Gives programs that still write to one of `files` the time to show it. Waits once for all of them, and only where
/// one is fresh.
pub fn wait_for_writers(files: &[Found]) {
    if files.iter().any(|file| file.age < FRESH) {
        std::thread::sleep(LOOK_AGAIN);
    }
}

/// Reads a file, unless it has changed since it was listed or changes meanwhile.
///
/// # Errors
/// When it cannot be read for another reason than being in use.
pub fn take(file: &Found, limit: u64) -> Result<Settled, Error> {
    if !is_unchanged(file)? {
        return Ok(Settled::StillWritten);
    }
    let bytes = match read_up_to(&file.path, limit) {
        Ok(bytes) => bytes,
        Err(source) if is_in_use(&source) => return Ok(Settled::StillWritten),
        Err(source) => return Err(Error::at(&file.path)(source)),
    };
    Ok(if is_unchanged(file)? { Settled::Whole(bytes) } else { Settled::StillWritten })
}

fn is_unchanged(file: &Found) -> Result<bool, Error> {
    Ok(look(&file.path)?.is_some_and(|now| now.size == file.size && now.changed == file.changed))
}

/// At most `limit` bytes: of a file beyond every limit, its start is enough to say so.
fn read_up_to(path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn is_in_use(error: &std::io::Error) -> bool {
    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

fn look(path: &Path) -> Result<Option<Found>, Error> {
    let metadata = match std::fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => metadata,
        Ok(_) => return Ok(None),
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(source) => return Err(Error::at(path)(source)),
    };
    let changed = metadata.modified().map_err(Error::at(path))?;
    let Some(name) = path.file_name().map(|name| name.to_string_lossy().into_owned()) else { return Ok(None) };
    Ok(Some(Found {
        path: path.to_owned(),
        name,
        size: metadata.len(),
        changed: local(changed),
        // A file from the future counts as settled.
        age: SystemTime::now().duration_since(changed).unwrap_or(FRESH),
    }))
}

pub(super) fn local(time: SystemTime) -> DateTime {
    let timestamp = Timestamp::try_from(time).unwrap_or(Timestamp::UNIX_EPOCH);
    let seconds = Timestamp::from_second(timestamp.as_second()).unwrap_or(timestamp);
    Zoned::new(seconds, TimeZone::system()).datetime()
}
