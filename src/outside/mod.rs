//! The only door to files, the clock and other processes. Rooms take and return bytes; whoever wants them on a disk comes here.
//!
//! In: paths and bytes. Out: bytes, names and times, or an [`Error`] that names the path. It knows nothing of forms.

#![expect(clippy::disallowed_methods, reason = "this is the room that the list of disallowed methods keeps them for")]

mod bell;
mod clock;
mod durable;
mod folders;
mod imap;
mod inbox;
mod keep;
mod keyring;
mod lock;
mod mail;
mod secret;
mod signal;
mod smtp;
mod token;
mod workers;

use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

pub use bell::Bell;
pub use clock::{moment, now, pause, steady, today, user};
pub use durable::{add_line, put, put_dated, put_if_changed, put_secret, set_aside, set_changed, sweep};
pub use folders::{files_below, finish, names, sweep_folders, unfinished};
pub use imap::{Listed, Mailbox};
pub use inbox::{Found, ends, is_in_use, leads_to, list, moment_on_disk, no_files, stat};
pub use keep::{Copied, FileCopy, copy_if_changed, is_same};
pub use keyring::secret_of_keyring;
pub use lock::{Held, hold};
pub use mail::{Login, MailError, MailServer, Proof, Protection};
pub use secret::{Secret, random_key, secret_of_environment, secret_of_file, secret_of_program};
pub use signal::Stop;
pub use smtp::{HandedOver, Smtp};
pub use workers::{Allowance, Served, Workers, attend};

/// Bytes that are read at once of a file that is read piece by piece.
const PIECE: usize = 1 << 18;

/// Something about a file that svod could not do.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{path}: {source}")]
    File {
        path: PathBuf,
        #[source]
        source: std::io::Error,
    },
    /// Another svod works in this workspace.
    #[error("{path} is held by another svod")]
    Held { path: PathBuf },
    /// A worker process cannot be started.
    #[error("no worker process can be started from {program}: {source}")]
    Worker {
        program: PathBuf,
        #[source]
        source: std::io::Error,
    },
    /// A program that the settings name for a password says none.
    #[error("{program} says no password: {reason}")]
    Program { program: String, reason: String },
    /// The system's keyring has no password for that user of that service.
    #[error("the keyring has nothing for {user} of {service}: {reason}")]
    Keyring { service: String, user: String, reason: String },
    #[error(transparent)]
    Mail(#[from] MailError),
}

impl Error {
    fn at(path: &Path) -> impl FnOnce(std::io::Error) -> Self + '_ {
        move |source| Self::File { path: path.to_owned(), source }
    }

    fn worker(program: PathBuf) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Worker { program, source }
    }
}

/// Reads a whole file.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    std::fs::read(path).map_err(Error::at(path))
}

/// Reads a file piece by piece, so that one that is larger than the memory can be read, too.
///
/// # Errors
/// When it cannot be read.
pub fn read_through(path: &Path, each: &mut dyn FnMut(&[u8])) -> Result<(), Error> {
    let mut file = std::fs::File::open(path).map_err(Error::at(path))?;
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece).map_err(Error::at(path))? {
            0 => return Ok(()),
            length => each(&piece[..length]),
        }
    }
}

/// When a file was last changed, in local time.
///
/// # Errors
/// When it is not there.
pub fn changed(path: &Path) -> Result<DateTime, Error> {
    let modified = std::fs::metadata(path).and_then(|metadata| metadata.modified()).map_err(Error::at(path))?;
    Ok(inbox::local(modified))
}

/// Reads a file that may not be there.
///
/// # Errors
/// When it is there and cannot be read.
pub fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(source) if source.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::at(path)(source)),
    }
}

/// Makes a folder, and those above it.
///
/// # Errors
/// When it cannot be made.
pub fn make_folder(path: &Path) -> Result<(), Error> {
    std::fs::create_dir_all(path).map_err(Error::at(path))
}

/// Removes a file; one that is gone already is as good.
///
/// # Errors
/// When it is there and cannot be removed.
pub fn remove(path: &Path) -> Result<(), Error> {
    match std::fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => Err(Error::at(path)(source)),
        _ => Ok(()),
    }
}

#[must_use]
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Opens a file to add lines to its end; makes it where it is not there.
///
/// # Errors
/// When it cannot be opened.
pub fn append(path: &Path) -> Result<std::fs::File, Error> {
    std::fs::OpenOptions::new().create(true).append(true).open(path).map_err(Error::at(path))
}

/// The nearest folder from `start` upward that holds a file `name`.
#[must_use]
pub fn nearest_with(start: &Path, name: &str) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(name).is_file()).map(Path::to_owned)
}

/// The folder that the program was started in.
///
/// # Errors
/// When the system does not say.
pub fn current_folder() -> Result<PathBuf, Error> {
    std::env::current_dir().map_err(Error::at(Path::new(".")))
}
