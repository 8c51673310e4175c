//! Answers in a workbook that svod published, whatever was done to it meanwhile.

use std::sync::Arc;

use rust_xlsxwriter::Workbook;

use super::{form, parcel, quarter, the_register};
use crate::flow::{Matter, OwnWorkbook, Ruling, Side};
use crate::layout::{Mark, OwnKind, QuestionColumn, QuestionKey, Refers};
use crate::read::{Context, Limits, own, proof, read, unfold};
use crate::record::{FieldKey, ParcelId};

fn matter(field: Option<&str>, total: &str) -> Matter {
    let side = |total: &str| serde_json::json!({ "total": { "compared": total, "shown": total } });
    let about = serde_json::json!({ "field": field, "about": ["total"], "left": side("120"), "right": side(total) });
    serde_json::from_value(about).unwrap()
}

/// A line of the sheet: what stands in its columns.
type Line = Vec<(QuestionColumn, String)>;

fn answer(matter: &Matter, words: &str) -> Line {
    vec![
        (QuestionColumn::Left, words.to_owned()),
        (QuestionColumn::Key, QuestionKey::Answer(matter.id().0).word()),
        (QuestionColumn::Matter, serde_json::to_string(matter).unwrap()),
    ]
}

fn choice(matter: &Matter, words: &str) -> Line {
    vec![
        (QuestionColumn::Left, "120".to_owned()),
        (QuestionColumn::Right, "150".to_owned()),
        (QuestionColumn::Choice, words.to_owned()),
        (QuestionColumn::Key, QuestionKey::Choice(matter.id().0, FieldKey::new("total")).word()),
    ]
}

const KEY: &[u8] = b"key";

/// The workbook with these lines, with the code of this workspace.
fn workbook(mark_period: &str, lines: &[Line]) -> Vec<u8> {
    let book = unfold(&marked(mark_period, lines, Refers::default()), &Limits::default()).unwrap();
    let units = book.sheets.iter().flat_map(proof::units).map(|(_, digest)| digest).collect();
    marked(mark_period, lines, Refers { copy: None, units })
}

/// Columns stand in another order, and one that is nobody's between them.
fn marked(mark_period: &str, lines: &[Line], refers: Refers) -> Vec<u8> {
    let moved = |column: QuestionColumn| match column {
        QuestionColumn::Key => 0,
        QuestionColumn::Choice => 1,
        other => other.index() + 4,
    };
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 3, "Дописала сама").unwrap();
    for column in QuestionColumn::ALL {
        sheet.write_string(9, moved(column), column.word()).unwrap();
    }
    for (row, line) in (11..).zip(lines) {
        for (column, words) in line {
            sheet.write_string(row, moved(*column), words).unwrap();
        }
    }
    let mark = Mark {
        kind: OwnKind::Questions,
        form: "fairs".to_owned(),
        period: mark_period.parse().unwrap(),
        originals: vec![ParcelId("aa".into())],
        refers,
    };
    let sheet = book.add_worksheet().set_name(Mark::SHEET).unwrap();
    for (row, (key, value)) in (0..).zip(mark.rows(Some(KEY))) {
        sheet.write_string(row, 0, key).unwrap().write_string(row, 1, value).unwrap();
    }
    book.save_to_buffer().unwrap()
}

fn read_back(bytes: Vec<u8>) -> OwnWorkbook {
    let (form, register) = (form(), the_register());
    let context = Context::new(&form, &register, quarter()).with_key(Some(KEY));
    let parcel = parcel(bytes, "вопросы.xlsx");
    let unfolded = unfold(&parcel.bytes, &Limits::default());
    own(&Arc::clone(&parcel.card), &unfolded, &context, |id| (&*id.0 == "aa").then(|| id.clone())).unwrap()
}

#[test]
fn answers_are_found_by_their_keys_wherever_columns_and_rows_were_moved() {
    let (pair, conflict) = (matter(None, "150"), matter(Some("total"), "151"));
    let lines = [choice(&pair, "150"), answer(&conflict, "верно слева"), answer(&pair, "Одно мероприятие")];
    let own = read_back(workbook(&quarter().to_string(), &lines));
    assert_eq!(own.unclear, []);
    let rulings: Vec<_> = own.answers.iter().map(|answer| (answer.matter.clone(), answer.ruling.clone())).collect();
    let same = Ruling::Same { all: None, fields: [(FieldKey::new("total"), Side::Right)].into() };
    assert_eq!(rulings, [(pair, same), (conflict, Ruling::Value(Side::Left))]);
}

#[test]
fn of_two_answers_to_one_question_none_is_preferred_and_one_without_its_question_is_none() {
    let pair = matter(None, "150");
    let twice =
        read_back(workbook(&quarter().to_string(), &[answer(&pair, "одно мероприятие"), answer(&pair, "разные")]));
    assert_eq!((twice.answers.len(), twice.unclear[0].finding.kind.code()), (0, "Q03"));
    let mut torn = answer(&pair, "разные");
    torn[2].1.truncate(30);
    let torn = read_back(workbook(&quarter().to_string(), &[torn]));
    assert_eq!((torn.answers.len(), torn.unclear[0].finding.kind.code()), (0, "Q04"));
}

#[test]
fn nothing_is_taken_from_a_workbook_of_another_period() {
    let own = read_back(workbook("2030-Q1", &[answer(&matter(None, "150"), "разные")]));
    assert_eq!(own.refused.unwrap().kind.code(), "Q02");
    assert_eq!((own.answers.len(), own.unclear.len()), (0, 0));
}

#[test]
fn looked_at_by_itself_it_is_no_institutions_file() {
    let (form, register) = (form(), the_register());
    let context = Context::new(&form, &register, quarter());
    let reading = read(&parcel(workbook(&quarter().to_string(), &[]), "вопросы.xlsx"), &context);
    assert_eq!(reading.submission, None);
    assert_eq!(reading.findings[0].kind.code(), "Q01");
}
