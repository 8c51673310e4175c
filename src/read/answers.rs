//! What a person answered on the sheet of questions of a workbook that svod published.
//!
//! In: a book. Out: the answers that were understood, and a finding for each that was not; a question that was left open
//! gives nothing. Columns and rows are found by their hidden words, so it does not matter where they were moved to. It
//! refuses to guess: half an answer, two answers, or words that mean nothing here are asked again.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::book::{Book, Sheet};
use super::{Context, Source, fold, local};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{GivenAnswer, Matter, MatterId, Ruling, Side, UnclearAnswer};
use crate::layout::{QuestionColumn, QuestionKey};
use crate::record::{CellRef, FieldKey};
use crate::words::{self, Args, Language};

/// Rows in which the hidden words of the columns are looked for.
const ROWS_SEARCHED: usize = 100;

/// What is written about the questions of a book.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) answers: Vec<GivenAnswer>,
    pub(super) unclear: Vec<UnclearAnswer>,
}

/// Reads every sheet of questions of a book.
pub(super) fn answers(book: &Book, source: &Source, context: &Context<'_>) -> Written {
    let mut written = Written::default();
    for sheet in &book.sheets {
        let Some(columns) = Columns::find(sheet) else { continue };
        for block in columns.blocks(sheet) {
            match block.answer(context) {
                Ok(None) => {}
                Ok(Some(answer)) => written.answers.push(answer),
                Err(unclear) => written.unclear.push(unclear.told(&block, sheet, source)),
            }
        }
    }
    written
}

/// Where the columns of a sheet of questions stand.
pub(super) struct Columns {
    pub(super) first_row: u32,
    at: BTreeMap<QuestionColumn, u16>,
}

impl Columns {
    pub(super) fn find(sheet: &Sheet) -> Option<Self> {
        sheet.rows_from(0).take(ROWS_SEARCHED).find_map(|row| {
            let named = sheet.row(row).filter_map(|(col, _)| {
                let word = sheet.said(row, col);
                let column = QuestionColumn::ALL.into_iter().find(|column| column.word() == word.trim())?;
                Some((column, col))
            });
            let at: BTreeMap<QuestionColumn, u16> = named.collect();
            (at.len() == QuestionColumn::ALL.len()).then_some(Self { first_row: row + 1, at })
        })
    }

    pub(super) fn said(&self, sheet: &Sheet, row: u32, column: QuestionColumn) -> String {
        self.at.get(&column).map(|col| sheet.said(row, *col)).unwrap_or_default()
    }

    pub(super) fn cell(&self, row: u32, column: QuestionColumn) -> CellRef {
        CellRef::new(row, self.at.get(&column).copied().unwrap_or_default())
    }

    /// What is written about each question, in the order in which the questions stand.
    fn blocks(&self, sheet: &Sheet) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for row in sheet.rows_from(self.first_row) {
            let Some(key) = QuestionKey::parse(&self.said(sheet, row, QuestionColumn::Key)) else { continue };
            let known = blocks.iter().position(|block| block.id == key.question());
            let at = known.unwrap_or_else(|| {
                blocks.push(Block { id: key.question().to_owned(), ..Block::default() });
                blocks.len() - 1
            });
            let Some(block) = blocks.get_mut(at) else { continue };
            let entry = |column| Entry { text: self.said(sheet, row, column), cell: self.cell(row, column) };
            match key {
                QuestionKey::Answer(_) => {
                    block.answers.push(entry(QuestionColumn::Left));
                    block.matters.push(self.said(sheet, row, QuestionColumn::Matter));
                }
                QuestionKey::Note(_) => block.notes.push(entry(QuestionColumn::Left)),
                QuestionKey::Choice(_, field) => block.choices.push(FieldEntry {
                    field,
                    entry: entry(QuestionColumn::Choice),
                    left: self.said(sheet, row, QuestionColumn::Left),
                    right: self.said(sheet, row, QuestionColumn::Right),
                }),
            }
        }
        blocks
    }
}

/// A cell in which something may be written.
#[derive(Debug, Clone)]
struct Entry {
    text: String,
    cell: CellRef,
}

/// The cell that says which row is right about a field, with the values that stand beside it.
#[derive(Debug, Clone)]
struct FieldEntry {
    field: FieldKey,
    entry: Entry,
    left: String,
    right: String,
}

/// Everything that is written about one question.
#[derive(Debug, Default)]
struct Block {
    id: String,
    answers: Vec<Entry>,
    matters: Vec<String>,
    notes: Vec<Entry>,
    choices: Vec<FieldEntry>,
}

/// Why an answer is none.
enum Unclear {
    /// What the question was about cannot be read.
    Unknown(Entry),
    /// The words mean nothing here.
    Words(Entry),
    /// Two answers that contradict each other.
    Contradiction(Entry),
    /// A row is named for a field, but it is not said whether the two are one event.
    Half(Entry),
}

/// What the words of an answer mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    Same,
    Different,
    /// This side is right: about the field that is asked for, or about everything.
    Side(Side),
    Later,
}

impl Block {
    /// The answer; none where the question was left open.
    fn answer(&self, context: &Context<'_>) -> Result<Option<GivenAnswer>, Unclear> {
        let answer = one_of(self.answers.iter())?;
        let choices: Vec<&FieldEntry> = self.choices.iter().filter(|choice| !choice.entry.text.is_empty()).collect();
        let Some(answer) = answer else {
            return choices.first().map_or(Ok(None), |choice| Err(Unclear::Half(choice.entry.clone())));
        };
        let said = understood(&answer.text).ok_or_else(|| Unclear::Words(answer.clone()))?;
        if said == Said::Later {
            return Ok(None);
        }
        let matter = self.matter().ok_or_else(|| Unclear::Unknown(answer.clone()))?;
        let ruling = match (said, &matter.field) {
            (Said::Different, _) => match choices.first() {
                Some(choice) => return Err(Unclear::Contradiction(choice.entry.clone())),
                None => Ruling::Different,
            },
            (Said::Side(side), Some(_)) => Ruling::Value(side),
            (Said::Same | Said::Later, Some(_)) => return Err(Unclear::Words(answer.clone())),
            (Said::Side(side), None) => Ruling::Same { all: Some(side), fields: fields(&choices, context)? },
            (Said::Same | Said::Later, None) => Ruling::Same { all: None, fields: fields(&choices, context)? },
        };
        let note = one_of(self.notes.iter())?.map(|note| note.text.clone()).unwrap_or_default();
        Ok(Some(GivenAnswer { matter, ruling, note }))
    }

    /// What the question is about, if that is what svod wrote.
    fn matter(&self) -> Option<Matter> {
        let matter: Matter = serde_json::from_str(self.matters.first()?).ok()?;
        (matter.id().0 == self.id).then_some(matter)
    }
}

/// The one thing that is written in several cells of the same meaning; cells that are blank say nothing.
fn one_of<'a>(entries: impl Iterator<Item = &'a Entry>) -> Result<Option<&'a Entry>, Unclear> {
    let mut written = entries.filter(|entry| !entry.text.is_empty());
    let Some(first) = written.next() else { return Ok(None) };
    match written.find(|entry| fold::label(&entry.text) != fold::label(&first.text)) {
        Some(other) => Err(Unclear::Contradiction(other.clone())),
        None => Ok(Some(first)),
    }
}

/// Which row is right about which fields.
fn fields(choices: &[&FieldEntry], context: &Context<'_>) -> Result<BTreeMap<FieldKey, Side>, Unclear> {
    let mut fields = BTreeMap::new();
    for choice in choices.iter().filter(|choice| context.form.field(choice.field.as_str()).is_some()) {
        let side = choice.side().ok_or_else(|| Unclear::Words(choice.entry.clone()))?;
        if fields.insert(choice.field.clone(), side).is_some_and(|before| before != side) {
            return Err(Unclear::Contradiction(choice.entry.clone()));
        }
    }
    Ok(fields)
}

impl FieldEntry {
    /// The side that is named, or whose value was written once more.
    fn side(&self) -> Option<Side> {
        if let Some(Said::Side(side)) = understood(&self.entry.text) {
            return Some(side);
        }
        let is = |value: &str| fold::label(value) == fold::label(&self.entry.text);
        match (is(&self.left), is(&self.right)) {
            (true, false) => Some(Side::Left),
            (false, true) => Some(Side::Right),
            _ => None,
        }
    }
}

/// Other words for an answer than those of the lists.
const SYNONYMS: [(Said, &[&str]); 5] = [
    (Said::Same, &["одно", "одно и то же", "да", "то же самое", "same", "same event", "one", "yes"]),
    (Said::Different, &["разные", "не одно", "нет", "различные", "different", "two", "no"]),
    (Said::Side(Side::Left), &["левая", "левое", "слева", "верна левая", "верно левое", "left", "left is right"]),
    (
        Said::Side(Side::Right),
        &["правая", "правое", "справа", "верна правая", "верно правое", "right", "right is right"],
    ),
    (Said::Later, &["позже", "потом", "решу позже", "later", "?", "-", "–"]),
];

/// The ids of the words in the lists.
const LISTED: [(Said, &str); 8] = [
    (Said::Same, "answer-same"),
    (Said::Different, "answer-different"),
    (Said::Side(Side::Left), "answer-same-left"),
    (Said::Side(Side::Right), "answer-same-right"),
    (Said::Side(Side::Left), "answer-left"),
    (Said::Side(Side::Right), "answer-right"),
    (Said::Side(Side::Left), "answer-side-left"),
    (Said::Side(Side::Right), "answer-side-right"),
];

/// What the words of an answer mean, in either language.
fn understood(text: &str) -> Option<Said> {
    let folded = fold::label(text);
    let listed = || {
        let later = (Said::Later, "answer-later");
        LISTED.into_iter().chain([later]).find_map(|(said, id)| {
            let is = |language| fold::label(&words::plain(language, id)) == folded;
            Language::ALL.into_iter().any(is).then_some(said)
        })
    };
    let synonym = || {
        SYNONYMS.iter().find(|(_, words)| words.iter().any(|word| fold::label(word) == folded)).map(|(said, _)| *said)
    };
    if folded.is_empty() { Some(Said::Later) } else { listed().or_else(synonym) }
}

impl Unclear {
    fn told(&self, block: &Block, sheet: &Sheet, source: &Source) -> UnclearAnswer {
        let (entry, why) = match self {
            Self::Unknown(entry) => (entry, None),
            Self::Words(entry) => (entry, Some("read-answer-words")),
            Self::Contradiction(entry) => (entry, Some("read-answer-contradiction")),
            Self::Half(entry) => (entry, Some("read-answer-half")),
        };
        let args = Args::new().with("value", entry.text.as_str());
        let (code, args) = match why {
            Some(why) => (FindingKind::UnclearAnswer, args.with("hint", local(why, &Args::new()))),
            None => (FindingKind::OrphanAnswer, args),
        };
        let place = Place { sheet: Some(Arc::clone(&sheet.name)), cell: Some(entry.cell), ..source.place() };
        UnclearAnswer { question: why.map(|_| MatterId(block.id.clone())), finding: Finding::new(code, place, args) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_lists_are_understood_in_both_languages_and_so_are_plain_ones() {
        for (said, id) in LISTED {
            for language in Language::ALL {
                assert_eq!(understood(&words::plain(language, id)), Some(said), "{id} in {language}");
            }
        }
        assert_eq!(understood(" Одно Мероприятие. "), Some(Said::Same));
        assert_eq!(understood("РАЗНЫЕ"), Some(Said::Different));
        assert_eq!(understood("решу позже"), Some(Said::Later));
        assert_eq!(understood("спросить у Петровой"), None);
    }

    #[test]
    fn no_two_answers_are_called_alike() {
        for (said, synonyms) in SYNONYMS {
            for synonym in synonyms {
                assert_eq!(understood(synonym), Some(said), "{synonym}");
            }
        }
    }
}
