use super::*;
use crate::publish::fixture;

fn russian() -> Report {
    Report::of(&fixture::consolidated(), &fixture::form(), Language::Ru).unwrap()
}

fn people_of(number: u32) -> String {
    russian().rows().find(|row| row.number == number).unwrap().cells[5].clone()
}

#[test]
fn the_title_names_region_and_period() {
    assert_eq!(
        russian().title,
        [
            "Отчет о мероприятиях с участием гостей, проведенных учреждениями",
            "Заозерской области",
            "в I квартале 2024 года"
        ]
    );
}

#[test]
fn sections_stand_in_the_order_of_the_dictionary_and_empty_ones_are_left_out() {
    let report = russian();
    let headings: Vec<&str> = report.sections.iter().filter_map(|section| section.heading.as_deref()).collect();
    assert_eq!(headings.len(), 5);
    assert_eq!(headings[1], "Сотрудничество в сфере культуры и туризма");
    assert!(!headings.contains(&"Сотрудничество в сфере энергетики"));
}

#[test]
fn numbers_run_through_all_sections() {
    let numbers: Vec<u32> = russian().rows().map(|row| row.number).collect();
    assert_eq!(numbers, (1..=13).collect::<Vec<_>>());
    assert_eq!(russian().sections[0].rows[1].cells[0], "2.");
}

#[test]
fn an_event_of_an_unknown_section_is_not_lost() {
    let mut data = fixture::consolidated();
    data.events[0].section = Some("forgotten".to_owned());
    let report = Report::of(&data, &fixture::form(), Language::Ru).unwrap();
    assert_eq!(report.rows().count(), 13);
    assert_eq!(report.sections.last().and_then(|section| section.heading.clone()), None);
}

#[test]
fn a_number_in_a_date_is_never_parted_from_its_word() {
    assert_eq!(tied("18 января – 18 февраля 2024 года"), "18\u{a0}января\u{a0}– 18\u{a0}февраля 2024\u{a0}года");
    assert_eq!(tied("5-9 февраля 2024 года"), "5-9\u{a0}февраля 2024\u{a0}года");
}

#[test]
fn the_total_stands_under_the_text_in_its_plural_and_unit() {
    assert!(people_of(1).ends_with("\nОбщее количество посетителей\u{a0}– 1864\u{a0}человека"), "{}", people_of(1));
    assert!(people_of(8).ends_with("\nОбщее количество участников\u{a0}– 31\u{a0}человек"), "{}", people_of(8));
    assert_eq!(people_of(7), "Общее количество просмотров\u{a0}– 3120\u{a0}человек");
    assert_eq!(people_of(2), "Представители семи предприятий");
}

#[test]
fn the_closing_sentence_takes_its_plural_and_is_silent_about_zero() {
    let known = "В I квартале 2024 года состоялись 3 встречи с гостями (по сведениям 4 из 8 организаций).";
    assert_eq!(russian().closing.as_deref(), Some(known), "some are silent, some gave no number");
    let mut data = fixture::consolidated();
    data.answers.retain(|answer| !answer.counters.is_empty());
    let of_all = Report::of(&data, &fixture::form(), Language::Ru).unwrap().closing;
    assert_eq!(of_all.as_deref(), Some("В I квартале 2024 года состоялись 3 встречи с гостями."));
    data.counters.insert(FieldKey::new("receptions"), 0);
    assert_eq!(Report::of(&data, &fixture::form(), Language::Ru).unwrap().closing, None);
}

#[test]
fn a_sentence_that_names_what_svod_does_not_know_is_an_error_with_its_place() {
    let mut form = fixture::form();
    form.report.title[1] = "{ $weather }".into();
    let error = Report::of(&fixture::consolidated(), &form, Language::Ru).unwrap_err();
    assert!(error.to_string().contains("report.title"), "{error}");
}

#[test]
fn a_form_without_sections_has_one_part_without_a_heading() {
    let report = Report::of(&fixture::plain_consolidated(), &fixture::plain_form(), Language::En).unwrap();
    assert_eq!(report.sections.len(), 1);
    assert_eq!(report.sections[0].heading, None);
    assert_eq!(report.sections[0].rows[1].cells[1], "Reading aloud");
}
