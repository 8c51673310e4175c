//! From a parcel to a submission: what the file is, whether it may be opened, where its table stands, whose it is.
//!
//! In: bytes, the form with its layouts, the register, the period that is collected. Out: rows of raw cells with their
//! origins, and findings. It refuses to judge values, and it never fails: what cannot be read is a finding.
//!
//! The steps: [`unfold`] ([`sniff`] tells the format, [`limits`] inspects, [`book`] opens), then [`read_book`]:
//! [`table`] finds the heading, [`rows`]
//! takes the entries, [`header`] the title sheet, [`identity`] says whose file it is and for when.

mod answers;
mod book;
mod edits;
mod fold;
mod header;
mod identity;
mod limits;
mod oddities;
mod own;
mod proof;
mod refusal;
mod register;
mod row_answers;
mod rows;
mod sniff;
mod table;
#[cfg(test)]
mod tests;
mod vocabulary;
mod wire;

use std::sync::Arc;

pub use book::Book;
pub use limits::Limits;
pub use own::own;
pub use refusal::Refusal;
pub use register::{Error, register};
pub use wire::{decode, encode};

use book::Unreadable;
use identity::Evidence;
use sniff::Sniffed;
use vocabulary::Vocabulary;

use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{Parcel, ParcelCard, Reading, Submission};
use crate::form::Form;
use crate::layout::Layout;
use crate::record::{CellRef, Origin, ParcelId, Period};
use crate::register::{ListedName, Register};
use crate::words::{self, Args, Language, LocalText};

/// Everything that is the same for all files of a run.
#[derive(Debug)]
pub struct Context<'a> {
    pub form: &'a Form,
    /// One for each language.
    pub layouts: Vec<Layout>,
    pub register: &'a Register,
    /// What is collected for.
    pub period: Period,
    pub limits: Limits,
    /// The key of the workspace, by which its templates and its own workbooks are known.
    pub key: Option<&'a [u8]>,
    vocabulary: Vocabulary,
    names: identity::Names,
}

impl<'a> Context<'a> {
    #[must_use]
    pub fn new(form: &'a Form, register: &'a Register, period: Period) -> Self {
        let layouts: Vec<Layout> = Language::ALL.into_iter().map(|language| Layout::of(form, language)).collect();
        Self {
            vocabulary: Vocabulary::of(form, &layouts),
            names: identity::Names::of(register),
            form,
            layouts,
            register,
            period,
            limits: Limits::default(),
            key: None,
        }
    }

    /// The same with the key of the workspace.
    #[must_use]
    pub fn with_key(self, key: Option<&'a [u8]>) -> Self {
        Self { key, ..self }
    }
}

/// The name of each institution for the drop-down list of the title sheet: read again, it is known whose it is.
#[must_use]
pub fn listed_names(register: &Register) -> Vec<ListedName> {
    identity::Names::of(register).listed().collect()
}

/// The file that is read, for the places of its findings and the origins of its cells.
#[derive(Debug, Clone)]
struct Source {
    parcel: ParcelId,
    name: Arc<str>,
}

impl Source {
    fn place(&self) -> Place {
        Place::file(&self.parcel, &self.name)
    }

    fn origin(&self, sheet: &Arc<str>, cell: CellRef) -> Origin {
        Origin { parcel: self.parcel.clone(), sheet: Arc::clone(sheet), cell }
    }

    /// A finding about the file as a whole.
    fn finding(&self, code: FindingKind, args: Args) -> Finding {
        Finding::new(code, self.place(), args.with("name", &*self.name))
    }
}

/// Reads a parcel. What cannot be read is a finding; `submission` is there whenever a table was found.
#[must_use]
pub fn read(parcel: &Parcel, context: &Context<'_>) -> Reading {
    read_book(&parcel.card, &unfold(&parcel.bytes, &context.limits), context)
}

/// From bytes to a book: the format, the inspection, the library. All that an untrusted file can do harm to happens
/// here, so it is called in a worker process, and [`encode`]d for the way back.
///
/// # Errors
/// Why there is no book: it says so as a finding when it is [`read_book`].
pub fn unfold(bytes: &[u8], limits: &Limits) -> Result<Book, Refusal> {
    limits::inspect_size(bytes, limits)?;
    let (format, macros) = match sniff::sniff(bytes) {
        Sniffed::Workbook { format, macros } => (format, macros),
        Sniffed::Locked => return Err(Unreadable::Locked.into()),
        Sniffed::Damaged => return Err(Unreadable::Damaged.into()),
        Sniffed::Empty => return Err(Refusal::empty()),
        Sniffed::Foreign(what) => return Err(Refusal::foreign(what)),
    };
    if format.is_package() {
        limits::inspect_package(bytes, limits)?;
    }
    let book = book::open(bytes, format, limits)?;
    if book.sheets.is_empty() { Err(Refusal::empty()) } else { Ok(Book { macros, ..book }) }
}

/// Understands what was unfolded of a parcel. What cannot be read is a finding.
#[must_use]
pub fn read_book(card: &Arc<ParcelCard>, unfolded: &Result<Book, Refusal>, context: &Context<'_>) -> Reading {
    let source = Source { parcel: card.id.clone(), name: Arc::clone(&card.name) };
    let (submission, presumed, findings) = match unfolded {
        Ok(book) => {
            let (submission, findings) = submission(book, &source, context);
            (submission, None, findings)
        }
        Err(refusal) => (None, context.names.in_file_name(&card.name), vec![refusal.finding(&source)]),
    };
    Reading { parcel: Arc::clone(card), submission, presumed, sender: None, findings }
}

/// What a book holds for us.
fn submission(book: &Book, source: &Source, context: &Context<'_>) -> (Option<Submission>, Vec<Finding>) {
    if let Some(finding) = own::not_an_answer(book, source) {
        return (None, vec![finding]);
    }
    let mut findings = oddities::of_file(book, source);
    let passport = identity::passport(book);
    let foreign = passport.as_ref().and_then(|issued| issued.other_form(context.form));
    if let Some(other) = foreign {
        findings.push(refusal::not_the_form(source, context, other));
    }
    let Some(table) = table::find(book, context, source) else {
        // A sheet that broke off may have been the table: then the file is damaged, not of another kind.
        if foreign.is_none() && book.is_broken() {
            findings.push(Refusal::from(Unreadable::Damaged).finding(source));
        } else if foreign.is_none() {
            findings.push(refusal::not_the_form(source, context, ""));
        }
        return (None, findings);
    };
    let header = header::read(book, &table, source, context);
    let evidence = Evidence { passport, header: &header, file: &source.name };
    let (known, more) = identity::known(evidence, source, context);
    findings.extend(more);
    findings.extend(table.findings);
    findings.extend(oddities::of_sheets(book, table.sheet_index, source));
    (Some(Submission { known, header, rows: table.entries.rows, sheet: table.sheet }), findings)
}

/// Words of `locales/` as an argument of a finding.
fn local(id: &str, args: &Args) -> LocalText {
    LocalText::Each { ru: Some(words::text(Language::Ru, id, args)), en: Some(words::text(Language::En, id, args)) }
}
