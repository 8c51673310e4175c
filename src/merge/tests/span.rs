use jiff::civil::Date;

use super::*;
use crate::flow::Part;
use crate::merge::join;

/// The report of a quarter in which these files came.
fn part(period: &str, checked: Vec<Checked>) -> Part {
    let data = Consolidated { period: period.parse().unwrap(), ..merged(checked, Links::default()) };
    Part { period: data.period, deadline: None, data: Some(Arc::new(data)) }
}

fn missing(period: &str) -> Part {
    Part { period: period.parse().unwrap(), deadline: None, data: None }
}

fn year(parts: Vec<Part>) -> Consolidated {
    let year = join("2024".parse().unwrap(), &form(), parts).unwrap();
    assert!(year.tally.adds_up());
    assert_eq!((year.tally.in_report + year.tally.carried) as usize, year.events.len());
    let numbers: Vec<u32> = year.events.iter().map(|event| event.number).collect();
    assert_eq!(numbers, (1..).take(year.events.len()).collect::<Vec<_>>());
    year
}

/// A row of institution A; its place is another in every file.
fn evening(number: u32, title: &str, from: Date) -> Sketch {
    row("A", number).title(title).from(from, from)
}

#[test]
fn what_an_institution_tells_of_anew_is_one_event_in_its_latest_words() {
    let later = evening(8, "Выставка", day(2, 4)).text("place", "Новый зал");
    let year = year(vec![
        part("2024-Q1", vec![file("A", 1, vec![evening(9, "Выставка", day(2, 4)), evening(10, "Вечер", day(2, 5))])]),
        part("2024-Q2", vec![file("A", 2, vec![later])]),
    ]);
    assert_eq!(titles(&year), ["Выставка", "Вечер"]);
    assert_eq!(year.events[0].text("place"), Some("Новый зал"));
    assert_eq!(year.events[0].rows.len(), 2);
    assert_eq!((year.tally.received, year.tally.in_report, year.tally.merged), (3, 2, 1));
}

#[test]
fn the_same_title_on_another_day_or_of_another_institution_is_another_event() {
    let year = year(vec![
        part("2024-Q1", vec![file("A", 1, vec![evening(11, "Вечер", day(2, 4))])]),
        part("2024-Q2", vec![file("A", 2, vec![evening(12, "Вечер", day(5, 4))])]),
        part("2024-Q3", vec![file("B", 3, vec![row("B", 8).title("Вечер").from(day(2, 4), day(2, 4))])]),
    ]);
    assert_eq!(year.events.len(), 3);
}

#[test]
fn two_events_of_one_part_that_read_alike_stay_two() {
    let year = year(vec![
        part(
            "2024-Q1",
            vec![file(
                "A",
                1,
                vec![evening(13, "Вечер", day(2, 4)), row("A", 90).title("Вечер").from(day(2, 4), day(2, 4))],
            )],
        ),
        part("2024-Q2", vec![file("A", 2, vec![evening(14, "Вечер", day(2, 4))])]),
    ]);
    assert_eq!(year.events.len(), 3);
}

#[test]
fn a_part_that_was_not_run_is_known_and_adds_nothing() {
    let year =
        year(vec![part("2024-Q1", vec![file("A", 1, vec![evening(15, "Вечер", day(2, 4))])]), missing("2024-Q2")]);
    assert_eq!(year.missing().map(|period| period.to_string()).collect::<Vec<_>>(), ["2024-Q2"]);
    assert_eq!(year.events.len(), 1);
}

#[test]
fn an_institution_that_was_silent_once_is_no_silent_one() {
    let year = year(vec![
        part("2024-Q1", vec![file("A", 1, vec![evening(16, "Вечер", day(2, 4))])]),
        part("2024-Q2", Vec::new()),
    ]);
    let state = |code: &str| year.answers.iter().find(|answer| &*answer.institution.code == code).unwrap().state;
    assert_eq!(state("A"), State::InOrder);
    assert_eq!(state("B"), State::Silent);
}
