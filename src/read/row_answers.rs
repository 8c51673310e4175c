//! What a person answered row by row: about rows that errors keep out, and about corrections.
//!
//! In: a book. Out: answers, and a finding for each that means nothing here; a blank cell says nothing. Columns and rows
//! are found by their hidden words.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::book::{Book, Sheet, said};
use super::{Source, fold, local};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{Content, EditAnswer, Edits, GivenAcceptance, RowPrint};
use crate::layout::answer_sheets::{ABOUT_ID, ANSWER_ID, About, REASON_ID};
use crate::record::{CellRef, Origin};
use crate::words::{self, Args, Language};

/// Rows in which the ids of the columns are looked for.
const ROWS_SEARCHED: usize = 50;

/// Adds the answers of every such sheet of a book.
pub(super) fn row_answers(book: &Book, source: &Source, edits: &mut Edits) {
    for sheet in &book.sheets {
        let Some((row, ids)) = ids(sheet) else { continue };
        Reader { sheet, ids, source, edits }.read(row + 1);
    }
}

/// The row of ids, and the columns by them.
pub(super) fn ids(sheet: &Sheet) -> Option<(u32, BTreeMap<String, u16>)> {
    sheet.rows_from(0).take(ROWS_SEARCHED).find_map(|row| {
        let ids: BTreeMap<String, u16> =
            sheet.row(row).map(|(col, cell)| (said(&cell.content).trim().to_owned(), col)).collect();
        (ids.contains_key(ANSWER_ID) && ids.contains_key(ABOUT_ID)).then_some((row, ids))
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Take,
    Refuse,
    Keep,
    GiveBack,
}

const WORDS: [(Word, &str); 4] = [
    (Word::Take, "answer-take"),
    (Word::Refuse, "answer-refuse"),
    (Word::Keep, "answer-keep"),
    (Word::GiveBack, "answer-give-back"),
];

fn understood(text: &str) -> Option<Word> {
    let folded = fold::label(text);
    let is = |id: &str| Language::ALL.into_iter().any(|language| fold::label(&words::plain(language, id)) == folded);
    WORDS.into_iter().find(|(_, id)| is(id)).map(|(word, _)| word)
}

struct Reader<'a> {
    sheet: &'a Sheet,
    ids: BTreeMap<String, u16>,
    source: &'a Source,
    edits: &'a mut Edits,
}

impl Reader<'_> {
    fn read(&mut self, first: u32) {
        let rows: Vec<u32> = self.sheet.rows_from(first).collect();
        for row in rows {
            let answer = self.said(row, ANSWER_ID);
            let about: Option<About> = serde_json::from_str(&self.said(row, ABOUT_ID)).ok();
            // The row of headings is about nothing.
            let (Some(about), false) = (about, answer.is_empty()) else { continue };
            match (about, understood(&answer)) {
                (About::Row { institution, print, called }, Some(Word::Take)) => {
                    self.take(row, RowPrint { institution, print }, called);
                }
                (About::Row { .. }, Some(Word::Refuse)) | (About::Taken { .. }, Some(Word::Take)) => {}
                (About::Taken { number }, Some(Word::Refuse))
                | (About::Correction { number, .. }, Some(Word::GiveBack)) => {
                    self.edits.answers.push(EditAnswer::Undo { number });
                }
                (About::Correction { number, now }, Some(Word::Keep)) => {
                    let given: Option<Content> = serde_json::from_str(&now).unwrap_or_default();
                    let origin = self.origin(row);
                    self.edits.answers.push(EditAnswer::Keep { number, given, origin });
                }
                _ => {
                    let hint = local("read-answer-words", &Args::new());
                    let args = Args::new().with("value", answer).with("hint", hint);
                    self.edits.findings.push(self.finding(FindingKind::UnclearAnswer, row, args));
                }
            }
        }
    }

    fn take(&mut self, row: u32, print: RowPrint, called: String) {
        let reason = self.said(row, REASON_ID);
        let answer = if reason.is_empty() {
            let finding = self.finding(FindingKind::AcceptanceWithoutReason, row, Args::new().with("value", called));
            EditAnswer::Unreasoned { row: print, finding }
        } else {
            EditAnswer::Accept(GivenAcceptance { row: print, called, reason })
        };
        self.edits.answers.push(answer);
    }

    fn said(&self, row: u32, id: &str) -> String {
        self.ids.get(id).map(|col| self.sheet.said(row, *col).trim().to_owned()).unwrap_or_default()
    }

    fn cell(&self, row: u32) -> CellRef {
        CellRef::new(row, self.ids.get(ANSWER_ID).copied().unwrap_or_default())
    }

    fn origin(&self, row: u32) -> Origin {
        Origin { parcel: self.source.parcel.clone(), sheet: Arc::clone(&self.sheet.name), cell: self.cell(row) }
    }

    fn finding(&self, code: FindingKind, row: u32, args: Args) -> Finding {
        let place =
            Place { sheet: Some(Arc::clone(&self.sheet.name)), cell: Some(self.cell(row)), ..self.source.place() };
        Finding::new(code, place, args)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_lists_are_understood_in_both_languages() {
        for (word, id) in WORDS {
            for language in Language::ALL {
                assert_eq!(understood(&words::plain(language, id).to_uppercase()), Some(word), "{id} in {language}");
            }
        }
        assert_eq!(understood("спросить у Петровой"), None);
    }
}
