//! Attachments of a letter of Outlook (`msg`).
//!
//! In: bytes of a compound file. Out: its attachments into what is taken. The names of storages and properties are
//! those of [MS-OXMSG], 2.1 and 2.2.

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use encoding_rs::WINDOWS_1251;

use super::{Refused, Taking};

/// Properties, by their numbers: the bytes of an attachment, its long and its short name.
const DATA: &str = "__substg1.0_37010102";
/// In the place of the bytes: a letter within the letter.
const LETTER: &str = "__substg1.0_3701000D";
const NAMES: [&str; 3] = ["__substg1.0_3707", "__substg1.0_3704", "__substg1.0_3001"];

type Message<'a> = CompoundFile<Cursor<&'a [u8]>>;

pub(super) fn unpack(bytes: &[u8], taking: &mut Taking<'_>) -> Result<(), Refused> {
    let mut message = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refused::Damaged)?;
    let mut attachments: Vec<String> = message
        .read_root_storage()
        .filter(|entry| !entry.is_stream() && entry.name().starts_with("__attach_version1.0_"))
        .map(|entry| entry.name().to_owned())
        .collect();
    attachments.sort();
    for attachment in attachments {
        if message.is_storage(format!("/{attachment}/{LETTER}")) {
            return Err(Refused::Nested);
        }
        if !message.is_stream(format!("/{attachment}/{DATA}")) {
            continue;
        }
        let most = taking.next()?;
        let bytes = read(&mut message, &format!("/{attachment}/{DATA}"), most)?;
        let name = name(&mut message, &attachment)?;
        taking.take(&name, bytes)?;
    }
    Ok(())
}

/// The name of an attachment; it is kept as UTF-16 (`001F`), or by older programs in an alphabet of eight bits (`001E`).
fn name(message: &mut Message<'_>, attachment: &str) -> Result<String, Refused> {
    const LONGEST: u64 = 4096;
    for property in NAMES {
        let wide = format!("/{attachment}/{property}001F");
        if message.is_stream(&wide) {
            let bytes = read(message, &wide, LONGEST)?;
            return Ok(encoding_rs::UTF_16LE.decode(&bytes).0.trim_end_matches('\0').to_owned());
        }
        let narrow = format!("/{attachment}/{property}001E");
        if message.is_stream(&narrow) {
            let bytes = read(message, &narrow, LONGEST)?;
            return Ok(WINDOWS_1251.decode(&bytes).0.trim_end_matches('\0').to_owned());
        }
    }
    Ok(String::new())
}

fn read(message: &mut Message<'_>, path: &str, most: u64) -> Result<Vec<u8>, Refused> {
    let stream = message.open_stream(path).map_err(|_| Refused::Damaged)?;
    let mut bytes = Vec::new();
    stream.take(most).read_to_end(&mut bytes).map_err(|_| Refused::Damaged)?;
    Ok(bytes)
}
