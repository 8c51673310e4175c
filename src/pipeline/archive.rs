//! Archives and letters among the originals: what is taken from them, and what is said of them.
//!
//! In: an original. Out: the files in it under names of their own, or a reading that says why there are none. The
//! original stays as it arrived.

use std::sync::Arc;

use super::Error;
use super::unfolder::Unfolder;
use crate::collect::{Refused, Unpacked};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{ParcelCard, Reading, WITHIN};
use crate::register::Register;
use crate::words::{self, Args, Language, LocalText};

/// Names of files that were left aside are told up to this many.
const MOST_NAMES: usize = 10;

/// The files of an archive or a letter, each with the name under which it is taken; none where it is neither, or where
/// nothing may be taken from it.
///
/// # Errors
/// When no worker can be started.
pub(super) fn files(unfolder: &Unfolder, name: &str, bytes: &Arc<[u8]>) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let unpacked = unfolder.unpack(bytes)?.and_then(Result::ok).unwrap_or_default();
    Ok(unpacked.files.into_iter().map(|file| (format!("{name}{WITHIN}{}", file.name), file.bytes)).collect())
}

/// What is said of an archive or a letter. The rows are those of its files, which are originals themselves.
pub(super) fn reading(
    card: &Arc<ParcelCard>,
    unpacked: &Result<Unpacked, Refused>,
    register: Option<&Register>,
) -> Reading {
    let finding = match unpacked {
        Ok(unpacked) => opened(card, unpacked),
        Err(refused) => self::refused(card, refused),
    };
    let sender = unpacked.as_ref().ok().and_then(|unpacked| unpacked.sender.as_deref());
    let strange = sender
        .zip(register)
        .filter(|(sender, register)| !register.knows_address(sender))
        .map(|(sender, _)| self::finding(card, FindingKind::UnknownSender, Args::new().with("value", sender)));
    let findings = std::iter::once(finding).chain(strange).collect();
    Reading { parcel: Arc::clone(card), submission: None, presumed: None, sender: sender.map(str::to_owned), findings }
}

fn opened(card: &ParcelCard, unpacked: &Unpacked) -> Finding {
    let more = if unpacked.aside.len() > MOST_NAMES { ", …" } else { "" };
    let names = &unpacked.aside[..unpacked.aside.len().min(MOST_NAMES)];
    let hint = if names.is_empty() {
        LocalText::from("")
    } else {
        local("unpack-aside", &Args::new().with("list", format!("{}{more}", names.join(", "))))
    };
    finding(card, FindingKind::AttachmentTaken, Args::new().with("count", unpacked.files.len()).with("hint", hint))
}

fn refused(card: &ParcelCard, why: &Refused) -> Finding {
    let because = |code, id: &str, args: &Args| finding(card, code, Args::new().with("value", local(id, args)));
    let none = Args::new();
    match why {
        Refused::Locked => because(FindingKind::UnreadableFile, "read-locked", &none),
        Refused::Damaged => because(FindingKind::UnreadableFile, "read-damaged", &none),
        Refused::LeadsOut => because(FindingKind::UnreadableFile, "unpack-leads-out", &none),
        Refused::Link => because(FindingKind::UnreadableFile, "unpack-link", &none),
        Refused::Nested => because(FindingKind::UnreadableFile, "unpack-nested", &none),
        Refused::NoWorkbook => because(FindingKind::UnsupportedFormat, "unpack-no-workbook", &none),
        Refused::TooMany(files) => {
            because(FindingKind::LimitExceeded, "read-limit-files", &Args::new().with("n", *files))
        }
        Refused::Memory(megabytes) => {
            because(FindingKind::LimitExceeded, "read-limit-memory", &Args::new().with("n", *megabytes))
        }
        Refused::Time(seconds) => {
            because(FindingKind::LimitExceeded, "read-limit-time", &Args::new().with("n", *seconds))
        }
        Refused::TooLarge(bytes) => {
            because(FindingKind::LimitExceeded, "read-limit-inflated", &Args::new().with("n", bytes >> 20))
        }
    }
}

fn finding(card: &ParcelCard, code: FindingKind, args: Args) -> Finding {
    Finding::new(code, Place::file(&card.id, &card.name), args.with("name", &*card.name))
}

fn local(id: &str, args: &Args) -> LocalText {
    LocalText::Each { ru: Some(words::text(Language::Ru, id, args)), en: Some(words::text(Language::En, id, args)) }
}
