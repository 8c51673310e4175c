//! Corrections of the coordinator on merged events.

use std::sync::Arc;

use jiff::civil::date;

use super::*;
use crate::flow::{Content, Correction, Edit, Signed};

fn corrected(checked: Vec<Checked>, links: Links, corrections: &[Correction]) -> Consolidated {
    let corrections: Vec<_> = corrections.iter().cloned().map(Arc::new).collect();
    consolidated(Input { links, corrections: &corrections, ..input(&form(), &register(), checked) })
}

fn correction(row: &RowId, field: &str, given: Option<f64>, becomes: Option<f64>) -> Correction {
    Correction {
        number: 1,
        period: period(),
        edit: Edit {
            row: row.clone(),
            field: FieldKey::new(field),
            given: given.map(Content::Number),
            becomes: becomes.map(Content::Number),
            origin: row.clone(),
        },
        file: "свод.xlsx".into(),
        signed: Signed { by: "Анна".to_owned(), at: date(2024, 4, 10).at(9, 0, 0, 0) },
    }
}

fn id_of(file: &Checked) -> RowId {
    file.rows[0].row.id.clone()
}

fn total(consolidated: &Consolidated) -> Option<i64> {
    consolidated.events[0].value("total").and_then(Value::as_integer)
}

fn codes(consolidated: &Consolidated) -> Vec<&str> {
    consolidated.findings.iter().map(|finding| finding.kind.code()).collect()
}

#[test]
fn a_correction_stands_over_both_reports_of_an_event_and_settles_what_they_disagree_on() {
    let one = file("A", 1, vec![fair("A", 8).total(120)]);
    let other = file("B", 2, vec![fair("B", 9).total(150)]);
    let lead = id_of(&one);
    let links = Links { links: Vec::new(), clusters: vec![vec![lead.clone(), id_of(&other)]] };
    let consolidated = corrected(vec![one, other], links, &[correction(&lead, "total", Some(120.0), Some(135.0))]);
    assert_eq!(total(&consolidated), Some(135));
    let sources = &consolidated.events[0].fields["total"].sources;
    assert_eq!(sources.iter().map(|source| source.used).collect::<Vec<_>>(), [false, false, true]);
    assert_eq!(codes(&consolidated), Vec::<&str>::new());
    assert!(consolidated.questions.is_empty());
}

#[test]
fn the_last_correction_counts_and_the_institutions_own_value_takes_it_back() {
    let sent = file("A", 1, vec![fair("A", 8).total(120)]);
    let id = id_of(&sent);
    let history = [
        correction(&id, "total", Some(120.0), Some(150.0)),
        correction(&id, "total", Some(120.0), Some(160.0)),
        correction(&id, "total", Some(120.0), Some(120.0)),
    ];
    for (taken, expected) in [(1, 150), (2, 160), (3, 120)] {
        let consolidated = corrected(vec![sent.clone()], Links::default(), &history[..taken]);
        assert_eq!(total(&consolidated), Some(expected));
        assert_eq!(consolidated.events[0].fields["total"].correction.is_some(), taken < 3);
    }
}

#[test]
fn a_correction_follows_its_row_into_the_newer_file_and_not_to_its_neighbour() {
    let old = file("A", 1, vec![fair("A", 8).total(120), row("A", 9).title("Вечер").on(day(2, 1)).total(10)]);
    let id = id_of(&old);
    let change = [correction(&id, "total", Some(120.0), Some(150.0))];
    let moved = file("A", 2, vec![row("A", 20).title("Вечер").on(day(2, 1)).total(10), fair("A", 21).total(120)]);
    let consolidated = corrected(vec![old.clone(), moved], Links::default(), &change);
    let corrected_ones: Vec<u32> = consolidated
        .events
        .iter()
        .filter(|event| event.fields["total"].correction.is_some())
        .map(|event| event.rows[0].id.cell.row)
        .collect();
    assert_eq!(corrected_ones, [fair("A", 21).done().id.cell.row]);
    let without = file("A", 3, vec![row("A", 20).title("Вечер").on(day(2, 1)).total(10)]);
    assert!(codes(&corrected(vec![old, without], Links::default(), &change)).contains(&"K08"));
}

#[test]
fn a_value_that_changes_under_a_correction_is_told_and_one_that_comes_to_the_same_is_not() {
    let old = file("A", 1, vec![fair("A", 8).total(120)]);
    let change = [correction(&id_of(&old), "total", Some(120.0), Some(150.0))];
    let changed = |now: u64| {
        let newer = file("A", 2, vec![fair("A", 8).total(now)]);
        corrected(vec![old.clone(), newer], Links::default(), &change)
    };
    let asked = changed(130);
    assert_eq!((total(&asked), codes(&asked).contains(&"K04")), (Some(150), true));
    let settled = changed(150);
    assert_eq!((total(&settled), codes(&settled).contains(&"K04")), (Some(150), false));
    assert!(settled.events[0].fields["total"].correction.is_none(), "the institution says it itself");
}

#[test]
fn a_cleared_field_keeps_what_was_given_among_its_sources() {
    let sent = file("A", 1, vec![fair("A", 8).total(120)]);
    let change = [correction(&id_of(&sent), "total", Some(120.0), None)];
    let consolidated = corrected(vec![sent], Links::default(), &change);
    let event = &consolidated.events[0];
    assert_eq!(event.value("total"), None);
    assert_eq!(event.cleared["total"].sources.len(), 2);
}
