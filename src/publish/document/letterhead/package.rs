//! The package of a letterhead: its main part and its styles as text, everything else as it is.
//!
//! In: the bytes of a file from outside. Out: two parts, and the package written anew with other ones in their place. It
//! believes nothing that the package says of its own size.

use std::io::{Cursor, Read, Write};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::super::super::Error;
use super::LetterheadError;

/// A letterhead with pictures takes a few megabytes.
const LARGEST_FILE: usize = 32 << 20;
/// A part that is unpacked; an empty page takes some ten kilobytes.
const LARGEST_PART: u64 = 16 << 20;
const MOST_PARTS: usize = 2_000;
/// Relations of the package that lead to the main part, and from it to the styles, end so.
const MAIN: &str = "/officeDocument";
const STYLES: &str = "/styles";

/// A letterhead.
pub(super) struct Opened<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    main: String,
    styles_part: String,
    pub(super) document: String,
    pub(super) styles: String,
}

/// Opens it.
pub(super) fn open(bytes: &[u8]) -> Result<Opened<'_>, LetterheadError> {
    if bytes.len() > LARGEST_FILE {
        return Err(LetterheadError::TooLarge);
    }
    // A document with a password is no package, but an older kind of container.
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(LetterheadError::Locked);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| LetterheadError::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(LetterheadError::TooLarge);
    }
    // Of two parts of one name programs take different ones.
    if archive.has_duplicate_names() {
        return Err(LetterheadError::Damaged);
    }
    let main = target(&text(&mut archive, "_rels/.rels")?, MAIN, "").ok_or(LetterheadError::Damaged)?;
    let (folder, name) = main.rsplit_once('/').unwrap_or(("", &main));
    let relations = text(&mut archive, &format!("{folder}/_rels/{name}.rels"))?;
    let styles_part = target(&relations, STYLES, folder).ok_or(LetterheadError::Damaged)?;
    let document = text(&mut archive, &main)?;
    let styles = text(&mut archive, &styles_part)?;
    Ok(Opened { archive, main, styles_part, document, styles })
}

/// A part as text, up to the limit.
fn text(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<String, LetterheadError> {
    let part = archive.by_name(name.trim_start_matches('/')).map_err(|_| LetterheadError::Damaged)?;
    let mut bytes = Vec::new();
    part.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(|_| LetterheadError::Damaged)?;
    if bytes.len() as u64 > LARGEST_PART {
        return Err(LetterheadError::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| LetterheadError::Damaged)?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Where the first relation of a kind leads: the part's name within the package.
fn target(relations: &str, kind: &str, folder: &str) -> Option<String> {
    let mut reader = Reader::from_str(relations);
    loop {
        let element = match reader.read_event().ok()? {
            Event::Empty(element) | Event::Start(element) if element.local_name().as_ref() == "Relationship" => element,
            Event::Eof => return None,
            _ => continue,
        };
        let attribute = |name: &str| {
            let found = element.try_get_attribute(name).ok().flatten()?;
            Some(found.value.to_string())
        };
        if attribute("Type").is_some_and(|is| is.ends_with(kind)) {
            let target = attribute("Target")?;
            return Some(match target.strip_prefix('/') {
                Some(absolute) => absolute.to_owned(),
                None if folder.is_empty() => target,
                None => format!("{folder}/{target}"),
            });
        }
    }
}

impl Opened<'_> {
    /// The package with another main part and other styles.
    pub(super) fn pack(&mut self, document: &str, styles: &str) -> Result<Vec<u8>, Error> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default());
        let mut written = ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..self.archive.len() {
            let part = self.archive.by_index_raw(index)?;
            let name = part.name()?.into_owned();
            let new = if name == self.main {
                Some(document)
            } else if name == self.styles_part {
                Some(styles)
            } else {
                None
            };
            match new {
                Some(text) => {
                    written.start_file(name, options)?;
                    written.write_all(text.as_bytes())?;
                }
                None => written.raw_copy_file(part)?,
            }
        }
        Ok(written.finish()?.into_inner())
    }
}
