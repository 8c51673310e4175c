//! Writing so that a crash leaves either the old file or the new one, never half of it.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use tempfile::NamedTempFile;

use super::Error;

/// How the names of files begin that are not yet whole.
pub(super) const UNFINISHED: &str = ".svod-";

/// Writes a file: beside its place first, flushed to the disk, then moved there.
///
/// # Errors
/// When the folder cannot be written to, the disk is full, or another program keeps the old file open (Windows).
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    // The parent of a bare name is an empty path, which no system can open.
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::with_prefix_in(UNFINISHED, folder).map_err(Error::at(path))?;
    file.write_all(bytes).map_err(Error::at(path))?;
    readable_to_others(&file).map_err(Error::at(path))?;
    file.as_file().sync_all().map_err(Error::at(path))?;
    file.persist(path).map_err(|error| Error::at(path)(error.error))?;
    sync_folder(folder)
}

/// Moves a file into another folder, under a free name there; one that is gone already is as good.
///
/// # Errors
/// When the folder cannot be made, or the file cannot be moved.
pub fn set_aside(path: &Path, folder: &Path) -> Result<(), Error> {
    let Some(name) = path.file_name().filter(|_| path.exists()) else { return Ok(()) };
    super::make_folder(folder)?;
    let (stem, extension) = (path.file_stem().unwrap_or(name).to_string_lossy(), path.extension());
    let extension = extension.map(|extension| format!(".{}", extension.to_string_lossy())).unwrap_or_default();
    let numbered = |n: u32| folder.join(format!("{stem} ({n}){extension}"));
    let mut names = std::iter::once(folder.join(name)).chain((2..=u32::MAX).map(numbered));
    let taken = || std::io::Error::from(std::io::ErrorKind::AlreadyExists);
    let free = names.find(|path| !path.exists()).ok_or_else(|| Error::at(path)(taken()))?;
    std::fs::rename(path, &free).map_err(Error::at(path))?;
    sync_folder(folder)
}

/// Writes a file that was last changed at `when`; it has that time when it gets its name.
///
/// # Errors
/// As [`put`].
pub fn put_dated(path: &Path, bytes: &[u8], when: DateTime) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    super::FileCopy::of_bytes(bytes, folder)?.place(path, when)
}

/// Writes a file that nobody but its owner may read.
///
/// # Errors
/// As [`put`].
pub fn put_secret(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::with_prefix_in(UNFINISHED, folder).map_err(Error::at(path))?;
    file.write_all(bytes).map_err(Error::at(path))?;
    file.as_file().sync_all().map_err(Error::at(path))?;
    file.persist(path).map_err(|error| Error::at(path)(error.error))?;
    sync_folder(folder)
}

/// Adds a line to the end of a file; it is on the disk when this returns. A line that was cut short by a crash has no end.
///
/// # Errors
/// As [`put`].
pub fn add_line(path: &Path, line: &str) -> Result<(), Error> {
    let is_new = !path.exists();
    let mut file = super::append(path)?;
    file.write_all(format!("{line}\n").as_bytes()).map_err(Error::at(path))?;
    file.sync_all().map_err(Error::at(path))?;
    match path.parent().filter(|_| is_new) {
        Some(folder) => sync_folder(folder),
        None => Ok(()),
    }
}

/// Writes a file unless the same bytes stand there already. Says whether it wrote.
///
/// # Errors
/// As [`put`].
pub fn put_if_changed(path: &Path, bytes: &[u8]) -> Result<bool, Error> {
    if super::read_if_there(path)?.as_deref() == Some(bytes) {
        return Ok(false);
    }
    put(path, bytes)?;
    Ok(true)
}

/// Removes what an earlier run that was killed had only half written into `folder`. Only for whoever holds the workspace.
///
/// # Errors
/// When the folder cannot be listed, or a file in it cannot be removed.
pub fn sweep(folder: &Path) -> Result<(), Error> {
    if !folder.exists() {
        return Ok(());
    }
    for file in super::list(folder)?.into_iter().filter(|file| file.name.starts_with(UNFINISHED)) {
        super::remove(&file.path)?;
    }
    Ok(())
}

/// Sets the time at which a file was last changed.
///
/// # Errors
/// When the system refuses.
pub fn set_changed(path: &Path, when: DateTime) -> Result<(), Error> {
    let file = File::options().write(true).open(path).map_err(Error::at(path))?;
    set_time(&file, when).map_err(Error::at(path))
}

pub(super) fn set_time(file: &File, when: DateTime) -> std::io::Result<()> {
    let zoned = when.to_zoned(TimeZone::system()).map_err(std::io::Error::other)?;
    file.set_modified(zoned.timestamp().into())
}

/// Temporary files are born readable to their owner alone; what stays must be readable to colleagues.
#[cfg(unix)]
pub(super) fn readable_to_others(file: &NamedTempFile) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
pub(super) fn readable_to_others(_file: &NamedTempFile) -> std::io::Result<()> {
    Ok(())
}

/// A moved file is safe only when its folder is on the disk, too. Windows does this by itself.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> Result<(), Error> {
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        // Some network shares cannot flush a folder; the file itself is flushed.
        Err(source) if source.kind() == std::io::ErrorKind::InvalidInput => Ok(()),
        other => other.map_err(Error::at(folder)),
    }
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_folder: &Path) -> Result<(), Error> {
    Ok(())
}
