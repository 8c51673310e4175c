//! Keeping a file whole: copied piece by piece, whatever its size, and there under its name only when all of it is on the disk.

use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

use jiff::civil::DateTime;
use tempfile::NamedTempFile;

use super::durable::{UNFINISHED, readable_to_others, set_time, sync_folder};
use super::{Error, PIECE};

/// A copy that has no name yet; gone when dropped.
#[derive(Debug)]
pub struct FileCopy {
    file: NamedTempFile,
    size: u64,
}

/// Outcome of copying a file.
#[derive(Debug)]
pub enum Copied {
    Whole(FileCopy),
    /// The file cannot be read; that nothing can be written is an [`Error`].
    Unreadable(Error),
}

impl FileCopy {
    /// Copies a file into a folder, and hands each piece on as it goes by.
    ///
    /// # Errors
    /// When the folder cannot be written to, or the disk is full.
    pub fn of(source: &Path, folder: &Path, each: &mut dyn FnMut(&[u8])) -> Result<Copied, Error> {
        let mut original = match File::open(source) {
            Ok(original) => original,
            Err(error) => return Ok(Copied::Unreadable(Error::at(source)(error))),
        };
        let mut copy = Self::empty(folder)?;
        let mut piece = vec![0; PIECE];
        loop {
            match original.read(&mut piece) {
                Ok(0) => return Ok(Copied::Whole(copy)),
                Ok(length) => {
                    each(&piece[..length]);
                    copy.add(&piece[..length]).map_err(Error::at(folder))?;
                }
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Ok(Copied::Unreadable(Error::at(source)(error))),
            }
        }
    }

    /// Writes bytes that are no file of their own yet.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn of_bytes(bytes: &[u8], folder: &Path) -> Result<Self, Error> {
        let mut copy = Self::empty(folder)?;
        copy.add(bytes).map_err(Error::at(folder))?;
        Ok(copy)
    }

    fn empty(folder: &Path) -> Result<Self, Error> {
        let file = NamedTempFile::with_prefix_in(UNFINISHED, folder).map_err(Error::at(folder))?;
        Ok(Self { file, size: 0 })
    }

    fn add(&mut self, piece: &[u8]) -> std::io::Result<()> {
        self.size += piece.len() as u64;
        self.file.write_all(piece)
    }

    /// In bytes.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Gives it a name in its folder, in the place of what stands there; it is on the disk when this returns.
    fn replace(self, path: &Path) -> Result<(), Error> {
        readable_to_others(&self.file).map_err(Error::at(path))?;
        self.file.as_file().sync_all().map_err(Error::at(path))?;
        self.file.persist(path).map_err(|error| Error::at(path)(error.error))?;
        path.parent().map_or(Ok(()), sync_folder)
    }

    /// Gives it a time and a name in its folder; it is on the disk when this returns. Nothing is written over.
    ///
    /// # Errors
    /// When the disk is full, or a file of that name is there.
    pub fn place(self, path: &Path, changed: DateTime) -> Result<(), Error> {
        if path.exists() {
            return Err(Error::at(path)(ErrorKind::AlreadyExists.into()));
        }
        set_time(self.file.as_file(), changed).map_err(Error::at(path))?;
        self.replace(path)
    }
}

/// Copies a file unless the same bytes stand there already.
///
/// # Errors
/// When it cannot be read, or the copy cannot be written.
pub fn copy_if_changed(source: &Path, target: &Path) -> Result<(), Error> {
    if is_same(source, target)? {
        return Ok(());
    }
    let folder = target.parent().unwrap_or(Path::new("."));
    match FileCopy::of(source, folder, &mut |_| ())? {
        Copied::Whole(copy) => copy.replace(target),
        Copied::Unreadable(error) => Err(error),
    }
}

/// Compares two files byte by byte; one that is not there equals none.
///
/// # Errors
/// When one of them cannot be read.
pub fn is_same(left: &Path, right: &Path) -> Result<bool, Error> {
    let (Some(mut one), Some(mut other)) = (open(left)?, open(right)?) else { return Ok(false) };
    let (mut mine, mut theirs) = (vec![0; PIECE], vec![0; PIECE]);
    loop {
        let length = fill(&mut one, &mut mine).map_err(Error::at(left))?;
        let other_length = fill(&mut other, &mut theirs).map_err(Error::at(right))?;
        if mine[..length] != theirs[..other_length] {
            return Ok(false);
        }
        if length < PIECE {
            return Ok(true);
        }
    }
}

fn open(path: &Path) -> Result<Option<File>, Error> {
    match File::open(path) {
        Ok(file) => Ok(Some(file)),
        Err(source) if source.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(Error::at(path)(source)),
    }
}

/// Reads until the piece is full or the file ends.
fn fill(file: &mut File, piece: &mut [u8]) -> std::io::Result<usize> {
    let mut length = 0;
    while length < piece.len() {
        match file.read(&mut piece[length..]) {
            Ok(0) => break,
            Ok(more) => length += more,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(length)
}
