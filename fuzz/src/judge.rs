//! What must hold of every file, whatever it is.
//!
//! In: the bytes of a file. Out: an abort where svod's word is broken. The limits are those of the program, made small, so
//! that a few kilobytes can come to them.

use std::sync::Arc;

use svod::flow::{Content, Parcel, ParcelCard, Reading};
use svod::form::Form;
use svod::read::{self, Context, Limits};
use svod::record::{CellRef, ParcelId};
use svod::register::Register;

pub(crate) fn limits() -> Limits {
    Limits { file: 1 << 20, parts: 50, inflated: 4 << 20, strings: 5_000, sheets: 20, cells: 20_000 }
}

/// A form and a register that live as long as the process.
pub(crate) fn form() -> &'static Form {
    thread_local! {
        static FORM: &'static Form = Box::leak(Box::new(built_in()));
    }
    FORM.with(|form| *form)
}

fn built_in() -> Form {
    let text = svod::form::builtin("international-events").expect("the form is built in");
    svod::form::load(text).expect("the form is sound")
}

fn with_context<T>(use_it: impl FnOnce(&Context<'_>) -> T) -> T {
    thread_local! {
        static CONTEXT: Context<'static> = {
            let register: &'static Register = Box::leak(Box::default());
            let mut context = Context::new(form(), register, "2024-Q1".parse().expect("a period"));
            context.limits = limits();
            context
        };
    }
    CONTEXT.with(use_it)
}

fn card(bytes: &[u8]) -> ParcelCard {
    ParcelCard {
        id: ParcelId("00112233aabbccdd".into()),
        name: "Отчет.xlsx".into(),
        stored: String::new(),
        size: bytes.len() as u64,
        received: jiff::civil::date(2024, 4, 3).at(10, 0, 0, 0),
        arrival: 1,
        within: None,
    }
}

/// What is read from a file.
pub(crate) fn reading(bytes: &[u8]) -> Reading {
    with_context(|context| read::read(&Parcel { card: Arc::new(card(bytes)), bytes: bytes.into() }, context))
}

/// Reads a file twice, sends the book as a worker sends it, and looks at the rows.
pub(crate) fn file(bytes: &[u8]) {
    let unfolded = read::unfold(bytes, &limits());
    let sent = read::encode(&unfolded);
    assert_eq!(sent, read::encode(&read::unfold(bytes, &limits())), "the same bytes, another book");
    let received =
        read::decode(&sent, &limits()).expect("a book keeps the limits, and no cell stands beyond its sheet");
    assert_eq!(sent, read::encode(&received), "a book changed on its way");
    with_context(|context| {
        let card = Arc::new(card(bytes));
        let here = read::read_book(&card, &unfolded, context);
        let there = read::read_book(&card, &received, context);
        assert!(here == there, "the same book, another reading");
        assert!(here.submission.is_some() || !here.findings.is_empty(), "nothing was read, and nobody is told");
        if std::env::var_os("SVOD_FUZZ_SHOW").is_some() {
            show(&here);
        }
        rows(&here);
    });
}

/// Says what was read, for whoever looks into a finding or at a seed.
fn show(reading: &Reading) {
    for row in reading.submission.iter().flat_map(|submission| &submission.rows) {
        let cells = row.cells.iter().map(|(key, cell)| format!("{}: {:?}", key.as_str(), cell.content));
        eprintln!("{} {}", row.origin.cell, cells.collect::<Vec<_>>().join(", "));
    }
    for finding in &reading.findings {
        eprintln!("{} {:?} {:?}", finding.kind, finding.place.sheet, finding.place.cell);
    }
}

fn rows(reading: &Reading) {
    let Some(submission) = &reading.submission else { return };
    let places: Vec<CellRef> = submission.rows.iter().map(|row| row.origin.cell).collect();
    assert!(places.windows(2).all(|pair| pair[0].row < pair[1].row), "rows stand in their order, each once");
    for row in &submission.rows {
        assert!(!row.cells.is_empty(), "a row holds something");
        for cell in row.cells.values() {
            assert!(cell.origin.cell.row < 1_048_576 && cell.origin.cell.col < 16_384, "a cell beyond the sheet");
            if let Content::Number(number) = cell.content {
                assert!(number.is_finite(), "a number that no person wrote: {number}");
            }
        }
    }
}
