//! Folders as a whole: what stands in one, and putting a finished one into its place at once.

use std::path::{Path, PathBuf};

use super::Error;
use super::durable::{UNFINISHED, sync_folder};

/// Names of what stands in a folder, files and folders, in order; nothing where it is not there.
///
/// # Errors
/// When it is there and cannot be listed.
pub fn names(folder: &Path) -> Result<Vec<String>, Error> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let entries = std::fs::read_dir(folder).map_err(Error::at(folder))?;
    let names = entries.map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect::<Result<_, _>>().map_err(Error::at(folder))?;
    names.sort();
    Ok(names)
}

/// The files of a folder and of the folders in it, with their paths below it, with `/`, in order.
///
/// # Errors
/// When one of the folders cannot be listed.
pub fn files_below(folder: &Path) -> Result<Vec<(String, PathBuf)>, Error> {
    let mut files = Vec::new();
    let mut open = vec![(String::new(), folder.to_owned())];
    while let Some((above, folder)) = open.pop() {
        for name in names(&folder)? {
            let path = folder.join(&name);
            // Links are not followed: they lead out, or in a circle.
            let kind = std::fs::symlink_metadata(&path).map_err(Error::at(&path))?;
            if kind.is_dir() {
                open.push((format!("{above}{name}/"), path));
            } else if kind.is_file() {
                files.push((format!("{above}{name}"), path));
            }
        }
    }
    files.sort();
    Ok(files)
}

/// Where a folder is written before it has its name: beside its place, so that it can be moved there.
#[must_use]
pub fn unfinished(folder: &Path) -> PathBuf {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    folder.with_file_name(format!("{UNFINISHED}{name}"))
}

/// Gives a folder that is whole its name. Nothing may stand there.
///
/// # Errors
/// When something stands there, or the folder cannot be moved.
pub fn finish(folder: &Path) -> Result<(), Error> {
    if std::fs::symlink_metadata(folder).is_ok() {
        return Err(Error::at(folder)(std::io::ErrorKind::AlreadyExists.into()));
    }
    std::fs::rename(unfinished(folder), folder).map_err(Error::at(folder))?;
    folder.parent().map_or(Ok(()), sync_folder)
}

/// Removes folders that were not finished when svod was killed. Only for whoever holds the workspace.
///
/// # Errors
/// When one cannot be removed.
pub fn sweep_folders(folder: &Path) -> Result<(), Error> {
    for name in names(folder)?.into_iter().filter(|name| name.starts_with(UNFINISHED)) {
        let path = folder.join(name);
        if std::fs::symlink_metadata(&path).map_err(Error::at(&path))?.is_dir() {
            std::fs::remove_dir_all(&path).map_err(Error::at(&path))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finished_folder_takes_its_name_at_once_and_never_that_of_another() {
        let root = tempfile::tempdir().unwrap();
        let (one, other) = (root.path().join("edition-1"), root.path().join("edition-2"));
        for folder in [&one, &other] {
            std::fs::create_dir(unfinished(folder)).unwrap();
            std::fs::write(unfinished(folder).join("a"), b"a").unwrap();
        }
        finish(&one).unwrap();
        assert_eq!(files_below(&one).unwrap().len(), 1);
        std::fs::create_dir(&other).unwrap();
        assert!(finish(&other).is_err(), "though it is empty");
        sweep_folders(root.path()).unwrap();
        assert_eq!(names(root.path()).unwrap(), ["edition-1", "edition-2"]);
        assert_eq!(names(&root.path().join("nowhere")).unwrap(), Vec::<String>::new());
    }
}
