//! Attachments of a letter in a file (`eml`).
//!
//! In: bytes of a letter. Out: its attachments into what is taken. A letter that was forwarded as an attachment is
//! nested; text in the body is none of ours.

use mail_parser::{MessageParser, MimeHeaders};

use super::{Refused, Taking};

pub(super) fn unpack(bytes: &[u8], taking: &mut Taking<'_>) -> Result<(), Refused> {
    let message = MessageParser::new().parse(bytes).ok_or(Refused::Damaged)?;
    for part in message.attachments() {
        if part.is_message() {
            return Err(Refused::Nested);
        }
        // A picture within the text, or another wording of the text itself, has no name.
        let Some(name) = part.attachment_name() else { continue };
        taking.next()?;
        taking.take(name, part.contents().to_vec())?;
    }
    Ok(())
}
