//! What is said of a file for what became of it: that it is held and beside which one, that nothing proves whose it is, that a
//! person ruled about it.

use super::current::Senders;
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{Checked, FileChoice, FileRuling, FileRulings, FileState, Hold, HoldReason, Signed};
use crate::register::Register;
use crate::words::{self, Args, Language, LocalText};

/// The state of each file; what is to be said of it is added to its findings.
#[must_use]
pub fn settle(files: &mut [Checked], rulings: &FileRulings, register: &Register) -> Vec<FileState> {
    let mut states = super::states(files, rulings);
    for (file, state) in files.iter().zip(&mut states) {
        let is_opened = || file.findings.iter().any(|finding| finding.kind == FindingKind::AttachmentTaken);
        if *state == FileState::Unusable && is_opened() {
            *state = FileState::Opened;
        }
    }
    let senders = Senders::of(files);
    for (file, state) in files.iter_mut().zip(&states) {
        let stranger = senders.of_file(&file.parcel).and_then(|address| stranger(file, address, register));
        if matches!(state, FileState::Counts | FileState::Held(_)) {
            file.findings.extend(stranger);
        }
        let finding = match state {
            FileState::Held(hold) => Some(held(file, hold, register)),
            FileState::SetAside(ruling) => Some(ruled(file, ruling)),
            FileState::Counts => match rulings.about(&file.parcel.id) {
                Some(ruling) => Some(ruled(file, ruling)),
                None => (!file.known.proof.holds()).then(|| unproved(file, register)),
            },
            FileState::Replaced | FileState::Opened | FileState::Unusable => None,
        };
        file.findings.extend(finding);
    }
    states
}

fn held(file: &Checked, hold: &Hold, register: &Register) -> Finding {
    let code = match hold.why {
        HoldReason::OtherSender => FindingKind::UnprovedReplacement,
        HoldReason::FewerRows => FindingKind::SmallerReplacement,
        HoldReason::Displaced => FindingKind::UnprovedFileDisplaced,
    };
    let args = Args::new()
        .with("value", called(file, register))
        .with("expected", &*hold.beside)
        .with("count", hold.rows)
        .with("understood", hold.beside_rows)
        .with("number", file.parcel.arrival.to_string());
    let args = match hold.why {
        HoldReason::Displaced => args,
        _ if hold.nil => args.with("hint", message("finding-hint-nil")),
        _ => args.with("hint", ""),
    };
    about(file, code, args)
}

/// A message without arguments, in both languages.
fn message(id: &str) -> LocalText {
    let [ru, en] = [Language::Ru, Language::En].map(|language| Some(words::plain(language, id)));
    LocalText::Each { ru, en }
}

/// The letter came from an address of another institution, and nothing else proves whose the file is.
fn stranger(file: &Checked, address: &str, register: &Register) -> Option<Finding> {
    let senders: Vec<_> = register.institutions.iter().filter(|institution| institution.has_address(address)).collect();
    let is_own = senders.iter().any(|sender| Some(&sender.code) == file.known.institution.as_ref());
    let names: Vec<&str> = senders.iter().map(|institution| institution.called()).collect();
    let args = Args::new()
        .with("name", &*file.parcel.name)
        .with("value", called(file, register))
        .with("expected", names.join(", "))
        .with("understood", address);
    (!file.known.proof.holds() && !is_own && !names.is_empty()).then(|| about(file, FindingKind::SenderOfAnother, args))
}

fn unproved(file: &Checked, register: &Register) -> Finding {
    about(file, FindingKind::UnprovedFile, Args::new().with("value", called(file, register)))
}

fn ruled(file: &Checked, ruling: &FileRuling) -> Finding {
    let code = match ruling.choice {
        FileChoice::Admit => FindingKind::FileAdmitted,
        FileChoice::SetAside => FindingKind::FileSetAside,
    };
    let signed = Signed { by: ruling.who.clone(), at: ruling.when };
    let words = |language| match ruling.note.as_str() {
        "" => signed.in_words(language),
        note => format!("{}: {note}", signed.in_words(language)),
    };
    let words = LocalText::Each { ru: Some(words(Language::Ru)), en: Some(words(Language::En)) };
    let args = Args::new().with("number", ruling.number.to_string()).with("expected", words);
    about(file, code, args)
}

fn called(file: &Checked, register: &Register) -> String {
    let code = file.known.institution.as_deref().unwrap_or_default();
    register.by_code(code).map_or(code, |institution| institution.called()).to_owned()
}

fn about(file: &Checked, code: FindingKind, args: Args) -> Finding {
    let parcel = &file.parcel;
    let place = Place { institution: file.known.institution.clone(), ..Place::file(&parcel.id, &parcel.name) };
    Finding::new(code, place, args.with("name", &*parcel.name))
}
