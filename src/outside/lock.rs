//! One svod at a time in a workspace.

use std::fs::{File, TryLockError};
use std::path::Path;

use super::Error;

/// A workspace that is held; let go of when dropped, also when the program dies.
#[derive(Debug)]
pub struct Held(#[expect(dead_code, reason = "the lock lives as long as the file is open")] File);

/// Holds the lock file `path`.
///
/// # Errors
/// [`Error::Held`] when another program holds it.
pub fn hold(path: &Path) -> Result<Held, Error> {
    let file = File::options().create(true).truncate(false).write(true).open(path).map_err(Error::at(path))?;
    match file.try_lock() {
        Ok(()) => Ok(Held(file)),
        Err(TryLockError::WouldBlock) => Err(Error::Held { path: path.to_owned() }),
        // A network share that knows no locks: going on is better than never working there.
        Err(TryLockError::Error(source)) if source.kind() == std::io::ErrorKind::Unsupported => Ok(Held(file)),
        Err(TryLockError::Error(source)) => Err(Error::at(path)(source)),
    }
}
