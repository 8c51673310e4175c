//! Attachments of a letter in a file (`eml`).
//!
//! In: bytes of a letter. Out: its attachments into what is taken, those of an archive or a forwarded letter among them,
//! and who sent it. Text in the body is none of ours.

use mail_parser::{Message, MessageParser, MimeHeaders};

use super::kind::{self, Kind};
use super::{Refused, Taking, Wrapper, message, winmail, zip};

/// A letter that was forwarded more often was not written for us.
pub(super) const DEEPEST: usize = 3;

pub(super) fn unpack(bytes: &[u8], taking: &mut Taking<'_>) -> Result<(), Refused> {
    let message = MessageParser::new().parse(bytes).ok_or(Refused::Damaged)?;
    let sender = message.from().and_then(|from| from.first()).and_then(|from| from.address());
    taking.unpacked.sender = sender.map(super::shown);
    attachments(&message, taking, 0)
}

fn attachments(message: &Message<'_>, taking: &mut Taking<'_>, depth: usize) -> Result<(), Refused> {
    if depth > DEEPEST {
        return Err(Refused::Nested);
    }
    for part in message.attachments() {
        if let Some(forwarded) = part.message() {
            attachments(forwarded, taking, depth + 1)?;
            continue;
        }
        let bytes = part.contents();
        // A picture within the text, or another wording of the text itself, has no name; of telephones a workbook has none.
        let holds_rows = || matches!(kind::of(bytes), Kind::Workbook | Kind::Wrapper(_));
        let name = match part.attachment_name() {
            Some(name) => name,
            None if holds_rows() => "",
            None => continue,
        };
        taking.next()?;
        one(name, bytes, taking, depth)?;
    }
    Ok(())
}

/// A file of a letter: taken, laid aside, or taken apart itself.
pub(super) fn one(name: &str, bytes: &[u8], taking: &mut Taking<'_>, depth: usize) -> Result<(), Refused> {
    match kind::of(bytes) {
        Kind::Wrapper(Wrapper::Zip) => zip::unpack(bytes, taking),
        Kind::Wrapper(Wrapper::Message) => message::unpack(bytes, taking),
        Kind::Wrapper(Wrapper::Winmail) => winmail::unpack(bytes, taking, depth + 1),
        Kind::Wrapper(Wrapper::Letter) => {
            let forwarded = MessageParser::new().parse(bytes).ok_or(Refused::Damaged)?;
            attachments(&forwarded, taking, depth + 1)
        }
        Kind::OtherArchive | Kind::Workbook | Kind::Other => taking.take(name, bytes.to_vec()),
    }
}

/// Whether a letter may hold files: as far as its bytes show it without being taken apart.
#[must_use]
pub fn may_hold_files(letter: &[u8]) -> bool {
    const SIGNS: [&[u8]; 5] = [b"filename", b"name=", b"name*", b"message/rfc822", b"content-type: application/"];
    let lower = letter.to_ascii_lowercase();
    SIGNS.iter().any(|sign| lower.windows(sign.len()).any(|window| window == *sign))
}
