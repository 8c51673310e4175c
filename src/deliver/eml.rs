//! Letters → the bytes that mail programs and servers know (RFC 5322).
//!
//! The same letter gives the same bytes: boundaries and the message's id follow from what it says.

use jiff::Timestamp;
use lettre::Message;
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, Date, From, HeaderName, HeaderValue,
};
use lettre::message::{Mailbox, MultiPart, SinglePart};
use sha2::{Digest, Sha256};

use super::{Error, Letter, Sender};
use crate::words::Language;

/// What the bytes are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// A draft: mail programs open it ready to be sent, and give it the day themselves.
    Draft,
    /// To be handed to a server at that moment.
    Sending(Timestamp),
}

/// The bytes of a letter.
///
/// # Errors
/// When the sender's address is none, or something in the letter fits into no header.
pub fn eml(letter: &Letter, sender: &Sender, language: Language, stamp: Stamp) -> Result<Vec<u8>, Error> {
    let mark = mark(letter, sender, language);
    let text = SinglePart::builder()
        .header(ContentType::TEXT_PLAIN)
        .header(ContentTransferEncoding::Base64)
        .body(letter.body.text());
    let html = SinglePart::builder()
        .header(ContentType::TEXT_HTML)
        .header(ContentTransferEncoding::Base64)
        .body(letter.body.html(language.code()));
    let said = MultiPart::alternative().boundary(format!("svod-{mark}-a")).singlepart(text).singlepart(html);
    let mut whole = MultiPart::mixed().boundary(format!("svod-{mark}-m")).multipart(said);
    for attachment in &letter.attachments {
        whole = whole.singlepart(
            SinglePart::builder()
                .header(content_type(&attachment.name)?)
                .header(ContentDisposition::attachment(&attachment.name))
                .header(ContentTransferEncoding::Base64)
                .body(attachment.bytes.clone()),
        );
    }
    let mut builder = Message::builder().subject(one_line(&letter.subject)).from(mailbox(sender, language)?);
    for address in letter.to.addresses() {
        builder = builder.to(Mailbox::new(None, address.clone()));
    }
    if let Stamp::Sending(at) = stamp {
        builder = builder.date(at.into()).message_id(Some(message_id(letter, sender, language)));
    }
    let mut message = builder.multipart(whole).map_err(|error| Error::Letter(error.to_string()))?;
    if stamp == Stamp::Draft {
        let headers = message.headers_mut();
        headers.remove::<Date>();
        headers.insert_raw(HeaderValue::new(HeaderName::new_from_ascii_str("X-Unsent"), "1".to_owned()));
        if sender.address.is_none() {
            headers.remove::<From>();
        }
    }
    Ok(message.formatted())
}

/// The message's id: the same whenever the same letter is handed over, so that a server that knows it already can tell.
#[must_use]
pub fn message_id(letter: &Letter, sender: &Sender, language: Language) -> String {
    let domain =
        sender.address.as_deref().and_then(|address| address.rsplit_once('@')).map_or("svod", |(_, domain)| domain);
    format!("<svod.{}@{domain}>", mark(letter, sender, language))
}

/// What the letter says, as a short print.
fn mark(letter: &Letter, sender: &Sender, language: Language) -> String {
    let key = &letter.key;
    let mut parts = vec![
        key.institution.to_string(),
        key.period.to_string(),
        key.kind.word().to_owned(),
        key.about.clone(),
        key.again.to_string(),
        sender.name.get(language).to_owned(),
        letter.subject.clone(),
        letter.body.text(),
    ];
    parts.extend(letter.to.texts());
    parts.extend(letter.attachments.iter().map(|attachment| attachment.name.clone()));
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    for attachment in &letter.attachments {
        hash.update(Sha256::digest(&attachment.bytes));
    }
    hash.finalize().iter().take(12).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

fn mailbox(sender: &Sender, language: Language) -> Result<Mailbox, Error> {
    // A draft without a sender gets the mail program's own; what stands here is taken away again.
    let address = sender.address.as_deref().unwrap_or("nobody@svod.invalid");
    let address = address.parse().map_err(|_| Error::Sender(address.to_owned()))?;
    let name = one_line(sender.name.get(language));
    Ok(Mailbox::new((!name.is_empty()).then_some(name), address))
}

fn content_type(name: &str) -> Result<ContentType, Error> {
    let is_workbook = name.to_lowercase().ends_with(".xlsx");
    let kind = if is_workbook {
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    } else {
        "application/octet-stream"
    };
    ContentType::parse(kind).map_err(|error| Error::Letter(error.to_string()))
}

/// A header is one line, whatever a form or the register says.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}
