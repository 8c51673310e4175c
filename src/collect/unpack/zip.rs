//! Files in a zip.
//!
//! In: bytes of a zip. Out: its files, one after another, into what is taken. Directories, and the shadows that macOS
//! writes beside every file, are nothing.

use std::io::{Cursor, Read};

use encoding_rs::IBM866;
use zip::ZipArchive;

use super::{Refused, Taking};

pub(super) fn unpack(bytes: &[u8], taking: &mut Taking<'_>) -> Result<(), Refused> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
    if archive.len() > taking.limits.files {
        return Err(Refused::TooMany(taking.limits.files as u64));
    }
    // Of two files of one name, only one would ever be seen.
    if archive.has_duplicate_names() {
        return Err(Refused::Damaged);
    }
    for index in 0..archive.len() {
        let raw = archive.by_index_raw(index).map_err(|_| Refused::Damaged)?;
        let name = name(raw.name_raw());
        let (locked, link, folder) = (raw.encrypted(), raw.is_symlink(), raw.is_dir());
        drop(raw);
        if link {
            return Err(Refused::Link);
        }
        if leads_out(&name) {
            return Err(Refused::LeadsOut);
        }
        if folder || name.starts_with("__MACOSX/") {
            continue;
        }
        if locked {
            return Err(Refused::Locked);
        }
        let most = taking.next()?;
        let file = archive.by_index(index).map_err(|_| Refused::Damaged)?;
        let mut bytes = Vec::new();
        file.take(most).read_to_end(&mut bytes).map_err(|_| Refused::Damaged)?;
        taking.take(&name, bytes)?;
    }
    Ok(())
}

/// A name as it was meant: UTF-8, or else the alphabet of the DOS that Windows packs with.
fn name(raw: &[u8]) -> String {
    std::str::from_utf8(raw).map_or_else(|_| IBM866.decode(raw).0.into_owned(), str::to_owned)
}

/// Whether a name points out of the archive's own folder, on any system. It would do no harm here, where names are no
/// paths; but no honest program writes such a one.
fn leads_out(name: &str) -> bool {
    let name = name.replace('\\', "/");
    let has_drive = name.as_bytes().get(1) == Some(&b':');
    name.starts_with('/') || has_drive || name.split('/').any(|part| part == "..") || name.contains('\0')
}
