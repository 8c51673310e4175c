use super::*;
use crate::publish::fixture;

fn russian() -> String {
    let (data, form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
    let artifact = page(&fixture::subject(&data, &form, &register, Language::Ru)).unwrap();
    String::from_utf8(artifact.bytes).unwrap()
}

fn english() -> String {
    let (data, form, register) = (fixture::plain_consolidated(), fixture::plain_form(), fixture::register());
    let artifact = page(&fixture::subject(&data, &form, &register, Language::En)).unwrap();
    String::from_utf8(artifact.bytes).unwrap()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(russian(), russian());
}

#[test]
fn every_row_of_the_report_stands_in_the_page() {
    let data = fixture::consolidated();
    let page = russian();
    for event in &data.events {
        assert!(page.contains(&format!("id=\"event-{}\"", event.number)));
    }
    assert!(page.contains("В I квартале 2024 года состоялись 3 встречи с гостями (по сведениям 4 из 8 организаций)."));
}

#[test]
fn text_is_never_markup() {
    let mut data = fixture::consolidated();
    let title = data.events[0].fields.get_mut("title").unwrap();
    let evil = "</td></table><script>alert(1)</script><img src=x onerror=alert(1)> \" ' & \u{0}\u{8}";
    title.value = crate::record::Value::Text(evil.to_owned());
    let (form, register) = (fixture::form(), fixture::register());
    let artifact = page(&fixture::subject(&data, &form, &register, Language::Ru)).unwrap();
    let page = String::from_utf8(artifact.bytes).unwrap();
    assert!(!page.contains("<script>alert") && !page.contains("<img"), "markup came through");
    assert_eq!(page.matches("<script>").count(), 1);
    assert!(!page.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
}

#[test]
fn the_policy_names_the_script_that_stands_in_the_page() {
    let page = russian();
    let script = page.split("<script>").nth(1).unwrap().split("</script>").next().unwrap();
    let hash = BASE64.encode(&Sha256::digest(script));
    assert!(page.contains(&format!("sha256-{hash}")));
}

#[test]
fn nothing_is_loaded_from_anywhere() {
    let page = russian();
    let (before, after) = page.split_once("</style>").unwrap();
    for word in ["src=", "@import", "url(", "<link", "<iframe"] {
        assert!(!before.contains(word) && !after.contains(word), "{word}");
    }
}

#[test]
fn participants_and_visitors_stand_apart_each_with_the_events_that_they_were_counted_at() {
    let page = russian();
    assert!(page.contains("численность указана в 2 из 13 мероприятий"), "visitors");
    assert!(page.contains("численность указана в 7 из 13 мероприятий; из них иностранцев – 18"), "participants");
}

#[test]
fn who_answered_in_time_is_told_where_a_day_was_set() {
    assert!(russian().contains("<dt>из них с опозданием</dt><dd>1</dd>"));
    let (data, form, register) = (fixture::consolidated(), fixture::form(), fixture::register());
    let mut subject = fixture::subject(&data, &form, &register, Language::Ru);
    subject.deadline = None;
    let page = String::from_utf8(page(&subject).unwrap().bytes).unwrap();
    assert!(!page.contains("с опозданием"));
}

#[test]
fn headings_stand_in_both_languages_where_the_form_has_them() {
    let page = russian();
    assert!(page.contains("Место проведения мероприятия <span class=\"second\" lang=\"en\">Place</span>"), "{page}");
    assert!(page.contains("Report on events with guests held by the institutions of the Lakeland region"));
}

#[test]
fn a_form_without_places_people_and_sections_makes_a_page_too() {
    let page = english();
    assert!(page.contains("lang=\"en\"") && page.contains("First aid"));
    assert!(!page.contains("id=\"by-country\"") && !page.contains("By section"));
}

#[test]
fn a_quarter_without_an_event_makes_a_page_too() {
    let mut data = fixture::consolidated();
    data.events.clear();
    let (form, register) = (fixture::form(), fixture::register());
    let artifact = page(&fixture::subject(&data, &form, &register, Language::Ru)).unwrap();
    let page = String::from_utf8(artifact.bytes).unwrap();
    assert!(page.contains("В отчёте нет ни одного мероприятия") && !page.contains("id=\"filters\""));
}

#[test]
fn large_numbers_are_written_as_the_language_does_it() {
    use crate::publish::grouped;
    assert_eq!(grouped(1_864, Language::Ru), "1864");
    assert_eq!(grouped(18_640, Language::Ru), "18\u{a0}640");
    assert_eq!(grouped(1_864_000, Language::En), "1,864,000");
}
