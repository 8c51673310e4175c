//! Attachments of a `winmail.dat`, into which Outlook wraps files for recipients that it takes for its own kind (TNEF).
//!
//! In: bytes. Out: its attachments into what is taken. The numbers of attributes and properties are those of [MS-OXTNEF],
//! 2.1, and [MS-OXPROPS]. Nothing that it says of lengths is believed.

use encoding_rs::{Encoding, UTF_16LE, WINDOWS_1251};
use winnow::Parser;
use winnow::binary::{le_u8, le_u16, le_u32, length_take};
use winnow::error::ContextError;
use winnow::token::take;

use super::{Refused, Taking, letter};

/// The first bytes of every such file.
pub(super) const SIGNATURE: [u8; 4] = [0x78, 0x9F, 0x3E, 0x22];

/// Attributes: an attachment begins; its bytes; its short name; its properties; the alphabet of short names.
const BEGINS: u32 = 0x0006_9002;
const DATA: u32 = 0x0006_800F;
const TITLE: u32 = 0x0001_8010;
const PROPERTIES: u32 = 0x0006_9005;
const ALPHABET: u32 = 0x0006_9007;

/// Properties: the long name, the bytes or the letter within.
const LONG_NAME: u16 = 0x3707;
const OBJECT: u16 = 0x3701;

/// What was found of an attachment.
#[derive(Default)]
struct Attachment<'a> {
    title: String,
    long_name: Option<String>,
    data: Option<&'a [u8]>,
    letter: Option<&'a [u8]>,
}

/// Takes the attachments; `depth` tells in how many letters this one lies.
pub(super) fn unpack(bytes: &[u8], taking: &mut Taking<'_>, depth: usize) -> Result<(), Refused> {
    if depth > letter::DEEPEST {
        return Err(Refused::Nested);
    }
    for attachment in attachments(bytes).ok_or(Refused::Damaged)? {
        taking.next()?;
        if let Some(letter) = attachment.letter {
            unpack(letter, taking, depth + 1)?;
        } else if let Some(data) = attachment.data {
            letter::one(attachment.long_name.as_deref().unwrap_or(&attachment.title), data, taking, depth)?;
        }
    }
    Ok(())
}

/// The attachments, in order; none where the file breaks off, or is no such file.
fn attachments(bytes: &[u8]) -> Option<Vec<Attachment<'_>>> {
    // Behind the signature stands a key that is of no use to anybody.
    let mut rest = bytes.strip_prefix(&SIGNATURE)?.get(2..)?;
    let mut alphabet = WINDOWS_1251;
    let mut found: Vec<Attachment<'_>> = Vec::new();
    while !rest.is_empty() {
        let (id, data) = attribute(&mut rest)?;
        match id {
            ALPHABET => alphabet = encoding(data).unwrap_or(alphabet),
            BEGINS => found.push(Attachment::default()),
            _ => {
                let Some(last) = found.last_mut() else { continue };
                match id {
                    DATA => last.data = Some(data),
                    TITLE => last.title = narrow(data, alphabet),
                    PROPERTIES => {
                        let _ = properties(data, alphabet, last);
                    }
                    _ => {}
                }
            }
        }
    }
    Some(found)
}

/// An attribute's number and its bytes. Around them stand its level and a sum of its bytes.
fn attribute<'a>(rest: &mut &'a [u8]) -> Option<(u32, &'a [u8])> {
    let parsed = (le_u8::<_, ContextError>, le_u32, length_take(le_u32), le_u16).parse_next(rest);
    parsed.ok().map(|(_, id, data, _): (_, _, &[u8], _)| (id, data))
}

/// Reads what is wanted of an attachment's properties. Where they cannot be read further, what was read stands.
fn properties<'a>(mut rest: &'a [u8], alphabet: &'static Encoding, into: &mut Attachment<'a>) -> Option<()> {
    let count = number(&mut rest)?;
    for _ in 0..count {
        let kind = number(&mut rest)?;
        // The upper half is the number of the property, the lower its type.
        let (kind, property) = (u16::try_from(kind & 0xFFFF).ok()?, u16::try_from(kind >> 16).ok()?);
        if property >= 0x8000 {
            skip_name(&mut rest)?;
        }
        let values = if kind & 0x1000 == 0 && !is_counted(kind) { 1 } else { number(&mut rest)? };
        for _ in 0..values {
            let value = value(&mut rest, kind & 0x0FFF)?;
            match (property, kind) {
                (LONG_NAME, 0x001E) => into.long_name = Some(narrow(value, alphabet)),
                (LONG_NAME, 0x001F) => {
                    into.long_name = Some(UTF_16LE.decode(value).0.trim_end_matches('\0').to_owned());
                }
                // A letter begins behind sixteen bytes that say what the object is.
                (OBJECT, 0x000D) => into.letter = value.get(16..).filter(|bytes| bytes.starts_with(&SIGNATURE)),
                (OBJECT, 0x0102) => into.data = into.data.or(Some(value)),
                _ => {}
            }
        }
    }
    Some(())
}

/// Texts, bytes and objects say how many they are, even where there is one.
fn is_counted(kind: u16) -> bool {
    matches!(kind, 0x000D | 0x001E | 0x001F | 0x0102)
}

/// A value of a property, which ends where the next group of four bytes begins.
fn value<'a>(rest: &mut &'a [u8], kind: u16) -> Option<&'a [u8]> {
    let size = match kind {
        0x0001 => 0,
        0x0002 | 0x0003 | 0x0004 | 0x000A | 0x000B => 4,
        0x0005 | 0x0006 | 0x0007 | 0x0014 | 0x0040 => 8,
        0x0048 => 16,
        kind if is_counted(kind) => number(rest)?,
        _ => return None,
    };
    padded(rest, size)
}

/// Properties with names of their own bring a set and a number, or a set and a text.
fn skip_name(rest: &mut &[u8]) -> Option<()> {
    padded(rest, 16)?;
    let is_text = number(rest)? == 1;
    let size = number(rest)?;
    if is_text { padded(rest, size).map(drop) } else { Some(()) }
}

fn padded<'a>(rest: &mut &'a [u8], size: u32) -> Option<&'a [u8]> {
    let whole = size.checked_next_multiple_of(4)?;
    let taken: &[u8] = take::<_, _, ContextError>(whole).parse_next(rest).ok()?;
    taken.get(..usize::try_from(size).ok()?)
}

fn number(rest: &mut &[u8]) -> Option<u32> {
    le_u32::<_, ContextError>.parse_next(rest).ok()
}

/// A text in an alphabet of eight bits.
fn narrow(bytes: &[u8], alphabet: &'static Encoding) -> String {
    alphabet.decode(bytes).0.trim_end_matches('\0').to_owned()
}

/// The alphabet that Windows knows under that number.
fn encoding(data: &[u8]) -> Option<&'static Encoding> {
    let mut rest = data;
    match number(&mut rest)? {
        65001 => Some(encoding_rs::UTF_8),
        866 => Some(encoding_rs::IBM866),
        page => Encoding::for_label(format!("windows-{page}").as_bytes()),
    }
}
