use jiff::civil::date;

use super::Memory;
use crate::flow::sample::{Sketch, day, form, row};
use crate::flow::{GivenAnswer, JournalEntry, Matter, Row, Ruling, Side, Verdict};
use crate::record::FieldKey;

fn left() -> Sketch {
    row("A", 8).title("Турнир «Горный мяч»").on(day(2, 17)).total(120)
}

fn right() -> Sketch {
    row("B", 9).title("Соревнования «Горный мяч»").on(day(2, 17)).total(150)
}

fn answer(ruling: Ruling) -> GivenAnswer {
    let matter = Matter::pair(&left().done(), &right().done(), &form());
    GivenAnswer { matter, ruling, note: String::new() }
}

fn same() -> Ruling {
    Ruling::Same { all: None, fields: [(FieldKey::new("total"), Side::Right)].into() }
}

fn take(memory: &mut Memory, answers: &[GivenAnswer]) -> usize {
    let when = date(2024, 4, 12).at(10, 0, 0, 0);
    let entry = memory.entry(answers, None, ("Анна", when), "2024-Q1".parse().unwrap());
    memory.add(&entry);
    match entry {
        JournalEntry::Taken { decisions, .. } => decisions.len(),
        _ => 0,
    }
}

fn verdict(memory: &Memory, one: &Row, other: &Row) -> Option<Verdict> {
    memory.rulings(&[one, other], &form()).verdicts.about(&one.id, &other.id)
}

#[test]
fn a_decision_holds_for_whoever_says_the_same() {
    let mut memory = Memory::default();
    take(&mut memory, &[answer(same())]);
    let (copy, right) = (row("C", 70).title("Турнир «Горный мяч»").on(day(2, 17)).total(120).done(), right().done());
    let rulings = memory.rulings(&[&right, &copy], &form());
    assert_eq!(rulings.verdicts.about(&copy.id, &right.id), Some(Verdict::Same));
    let (better, decision) = rulings.preferred(&copy.id, &right.id, Some(&FieldKey::new("total"))).unwrap();
    assert_eq!((better, decision.number), (&right.id, 1));
}

#[test]
fn the_same_answer_twice_is_one_decision_and_another_one_replaces_it() {
    let mut memory = Memory::default();
    assert_eq!(take(&mut memory, &[answer(same())]), 1);
    assert_eq!(take(&mut memory, &[answer(same())]), 0);
    assert_eq!(take(&mut memory, &[answer(Ruling::Different)]), 1);
    assert_eq!(verdict(&memory, &left().done(), &right().done()), Some(Verdict::Different));
}

#[test]
fn a_decision_that_is_taken_back_leaves_the_question_open() {
    let mut memory = Memory::default();
    take(&mut memory, &[answer(same())]);
    take(&mut memory, &[answer(Ruling::Different)]);
    let when = date(2024, 4, 13).at(10, 0, 0, 0);
    memory.add(&JournalEntry::Undone { number: 2, who: "Анна".to_owned(), when });
    assert_eq!(verdict(&memory, &left().done(), &right().done()), None);
}

#[test]
fn a_row_that_says_something_else_is_no_longer_decided() {
    let mut memory = Memory::default();
    take(&mut memory, &[answer(same())]);
    let changed = right().total(151).done();
    assert_eq!(verdict(&memory, &left().done(), &changed), None);
}
