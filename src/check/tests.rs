use jiff::civil::date;

use super::fixture::{
    assert_said_in_full, check_row, checker, codes, day, form, period, reading, register, row_with, text,
};
use super::{Checker, Error};
use crate::finding::{Finding, FindingKind, Place, Severity};
use crate::flow::{CheckedRow, Content, Standing};
use crate::form::Rule;
use crate::phrase::places::Attendance;
use crate::record::{FieldKey, Interval, Value};
use crate::words::{Args, Language, LocalText};

fn with(changes: &[(&'static str, Content)]) -> CheckedRow {
    check_row(row_with(changes))
}

fn codes_with(changes: &[(&'static str, Content)]) -> Vec<String> {
    codes(&with(changes).findings)
}

fn gone() -> Content {
    Content::NoValue
}

#[test]
fn a_checker_is_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Checker>();
}

#[test]
fn a_row_in_order_is_accepted_without_findings() {
    let row = with(&[]);
    assert_eq!(codes(&row.findings), Vec::<String>::new());
    assert_eq!(row.standing, Standing::Accepted);
    assert_eq!(row.row.text("section"), Some("culture-tourism"));
    assert_eq!(row.row.value("start"), Some(&Value::Date(date(2024, 2, 12))));
    let understood = &row.row.understood;
    assert_eq!(understood.total, Some(120));
    assert_eq!(understood.unit.as_deref(), Some("participant"));
    assert_eq!(understood.partners.iter().map(|country| country.code).collect::<Vec<_>>(), ["BY"]);
    assert_eq!(understood.kind.as_deref(), Some("festival"));
    assert_eq!(understood.attendance, Some(Attendance::OnSite));
}

#[test]
fn an_error_refuses_its_row_alone() {
    let rows = [row_with(&[]), row_with(&[("title", Content::Error("#REF!".to_owned()))])];
    let checked = checker().check(reading(&rows));
    assert_eq!(
        checked.rows.iter().map(|row| row.standing).collect::<Vec<_>>(),
        [Standing::Accepted, Standing::Refused]
    );
    assert!(checked.usable);
    assert_eq!(codes(&checked.rows[1].findings), ["V01"]);
    assert_eq!(checked.rows[1].findings[0].place.cell_in_words(), "Мероприятия, C6");
    assert_said_in_full(&checked);
}

#[test]
fn numbers_are_understood_as_people_type_them() {
    assert_eq!(codes_with(&[("total", text("1 250"))]), Vec::<String>::new());
    assert_eq!(codes_with(&[("total", text("125 чел."))]), ["V06"]);
    assert_eq!(codes_with(&[("total", text("120–125"))]), ["V03"]);
    assert_eq!(codes_with(&[("total", Content::Number(12.5))]), ["V03"]);
    assert_eq!(codes_with(&[("foreign", text("нет"))]), ["V06"]);
    assert_eq!(codes_with(&[("foreign", Content::Number(-1.0))]), ["V04"]);
}

#[test]
fn a_number_in_a_text_field_is_written_as_people_see_it() {
    let row = with(&[("title", Content::Number(2024.0))]);
    assert_eq!(row.row.text("title"), Some("2024"));
}

#[test]
fn a_lone_dash_is_an_empty_cell() {
    assert_eq!(codes_with(&[("documents", text("–")), ("end", text(" - "))]), Vec::<String>::new());
    assert_eq!(codes_with(&[("content", text("—"))]), ["R01"]);
}

#[test]
fn sections_and_countries_that_are_not_in_the_dictionary_are_told_with_advice() {
    let row = with(&[("section", text("Сотрудничество в сфере связи"))]);
    assert_eq!(codes(&row.findings), ["R02"]);
    assert!(
        row.findings[0].message(Language::Ru).contains("Возможно, имелось в виду"),
        "{}",
        row.findings[0].message(Language::Ru)
    );
    assert_eq!(codes_with(&[("section", text("1. сотрудничество в сфере КУЛЬТУРЫ и туризма"))]), Vec::<String>::new());
    assert_eq!(codes_with(&[("section", text("Сотрудничество в сфере культуры и туризмa"))]), Vec::<String>::new());
    assert_eq!(codes_with(&[("section", text("Сотрудничество в сфере култьуры и туризма"))]), ["V06"]);
    assert_eq!(codes_with(&[("country", text("Беларуссь"))]), ["V06"]);
    assert_eq!(codes_with(&[("country", text("Лукоморье"))]), ["R03"]);
    assert_eq!(codes_with(&[("unit", text("штука"))]), ["V05"]);
}

#[test]
fn a_stray_value_is_no_row_with_ten_empty_fields() {
    assert_eq!(codes(&check_row(vec![("total", Content::Number(842.0))]).findings), ["R04"]);
    let row = check_row(vec![("title", text("Фестиваль «Льняной край»"))]);
    assert!(row.findings.iter().filter(|finding| finding.kind == FindingKind::MissingValue).count() >= 4);
}

#[test]
fn an_empty_cell_is_named_where_another_row_shows_its_column() {
    let checked = checker().check(reading(&[row_with(&[]), row_with(&[("content", gone())])]));
    let finding = &checked.rows[1].findings[0];
    assert_eq!((finding.kind.code(), finding.place.cell_in_words().as_str()), ("R01", "Мероприятия, J6"));
}

#[test]
fn every_form_that_svod_brings_can_be_checked_against() {
    for id in crate::form::builtin_ids() {
        let form = crate::form::load(crate::form::builtin(id).unwrap()).unwrap();
        let period = form.form.frequency.example().parse().unwrap();
        assert!(Checker::new(&form, &register(), period).is_ok(), "{id}");
    }
}

#[test]
fn days_may_be_given_in_cells_or_in_words() {
    let neither = [("start", gone()), ("end", gone())];
    let row = with(&neither);
    assert_eq!(codes(&row.findings), ["R01"]);
    assert!(
        row.findings[0].message(Language::Ru).contains("«Даты словами»"),
        "{}",
        row.findings[0].message(Language::Ru)
    );
    let in_words = [("start", gone()), ("end", gone()), ("dates_text", text("16 февраля, 5 марта 2024 года"))];
    let row = with(&in_words);
    assert_eq!(codes(&row.findings), Vec::<String>::new());
    assert_eq!(row.row.understood.days.as_ref().map(|days| days.intervals.len()), Some(2));
}

#[test]
fn several_days_in_the_cell_of_the_start_are_taken_as_words_and_told() {
    let row = with(&[("start", text("12-14 февраля 2024 года")), ("end", gone())]);
    assert_eq!(codes(&row.findings), ["V06"]);
    assert_eq!(row.row.text("dates_text"), Some("12-14 февраля 2024 года"));
    assert_eq!(row.row.fields["dates_text"].origin.cell.to_string(), "G5");
}

#[test]
fn dates_that_cannot_be_are_refused() {
    assert_eq!(codes_with(&[("end", day(date(2024, 2, 10)))]), ["D03"]);
    assert_eq!(codes_with(&[("start", text("31 апреля")), ("end", gone())]), ["D02"]);
    assert_eq!(codes_with(&[("start", text("по согласованию")), ("end", gone())]), ["D01"]);
    assert_eq!(codes_with(&[("start", day(date(2023, 2, 12))), ("end", gone())]), ["D04"]);
    assert_eq!(codes_with(&[("dates_text", text("перенесено")), ("start", gone()), ("end", gone())]), ["D11"]);
}

#[test]
fn what_was_inferred_of_dates_is_told() {
    let in_words = |said: &str| codes_with(&[("start", gone()), ("end", gone()), ("dates_text", text(said))]);
    assert_eq!(in_words("12 февраля"), ["D06"]);
    assert_eq!(in_words("март 2024 года"), ["D07"]);
    assert_eq!(in_words("18 декабря 2023 года – 18 января 2024 года"), ["D05"]);
}

#[test]
fn words_and_cells_that_differ_are_told_and_the_cells_win_unless_the_words_list_days() {
    let days = |row: &CheckedRow| row.row.understood.days.clone().unwrap().intervals;
    let run = |first: i8, last: i8| Interval { start: date(2024, 2, first), end: date(2024, 2, last) };
    let row = with(&[("dates_text", text("20 февраля 2024 года"))]);
    assert_eq!((codes(&row.findings), days(&row)), (vec!["D08".to_owned()], vec![run(12, 14)]));
    let row = with(&[("dates_text", text("12, 14 февраля 2024 года"))]);
    assert_eq!((codes(&row.findings), days(&row)), (vec![], vec![run(12, 12), run(14, 14)]));
    let row = with(&[("dates_text", text("12-14 февраля 2024 года"))]);
    assert_eq!((codes(&row.findings), days(&row)), (vec![], vec![run(12, 14)]));
    let row = with(&[("dates_text", text("ежедневно с 10 часов"))]);
    assert_eq!((row.standing, days(&row)), (Standing::Accepted, vec![run(12, 14)]));
}

#[test]
fn an_event_that_ends_after_the_file_came_is_an_error_unless_it_spans_the_period() {
    let mut early = reading(&[row_with(&[("start", day(date(2024, 3, 20))), ("end", day(date(2024, 3, 29)))])]);
    let mut card = (*early.parcel).clone();
    card.received = date(2024, 3, 25).at(12, 0, 0, 0);
    early.parcel = card.clone().into();
    let checked = checker().check(early);
    assert_eq!(codes(checked.all_findings()), ["D10"]);
    assert_eq!(checked.rows[0].standing, Standing::Refused);
    let mut spanning = reading(&[row_with(&[("start", day(date(2024, 3, 20))), ("end", day(date(2024, 7, 8)))])]);
    spanning.parcel = card.clone().into();
    let checked = checker().check(spanning);
    assert_eq!(codes(checked.all_findings()), ["D05", "D10"]);
    assert_eq!(checked.rows[0].standing, Standing::Accepted);
    let mut wrong_clock = reading(&[row_with(&[])]);
    card.received = date(2020, 1, 1).at(0, 0, 0, 0);
    wrong_clock.parcel = card.into();
    assert_eq!(codes(checker().check(wrong_clock).all_findings()), Vec::<String>::new());
}

#[test]
fn a_city_in_another_country_than_the_column_says_is_told_and_the_column_wins() {
    let row = with(&[("country", text("Россия"))]);
    assert_eq!(codes(&row.findings), ["P01"]);
    assert_eq!(row.row.understood.country.map(|country| country.code), Some("RU"));
    assert_eq!(codes_with(&[("place", text("дворец культуры")), ("country", text("КНР"))]), Vec::<String>::new());
}

#[test]
fn a_blank_country_is_understood_from_the_place() {
    let row = with(&[("country", gone()), ("place", text("г. Смоленск, Дом ремёсел"))]);
    assert_eq!(codes(&row.findings), ["P03"]);
    assert_eq!(row.row.understood.country.map(|country| country.code), Some("RU"));
    assert_eq!(codes_with(&[("country", gone())]), Vec::<String>::new());
}

#[test]
fn an_online_event_has_no_country_and_names_its_platform() {
    let online = |place: &str| with(&[("format", text("онлайн")), ("country", gone()), ("place", text(place))]);
    let row = online("Сайт музея https://museum.example/");
    assert_eq!(codes(&row.findings), Vec::<String>::new());
    assert_eq!(row.row.understood.country, None);
    assert_eq!(codes(&online("в режиме ВКС").findings), Vec::<String>::new());
    assert_eq!(codes(&online("дистанционно").findings), ["P02"]);
}

#[test]
fn head_counts_come_from_the_column_and_are_compared_with_the_text() {
    let both = with(&[("participants", text("Общее количество участников – 98 человек"))]);
    assert_eq!((codes(&both.findings), both.row.understood.total), (vec!["U02".to_owned()], Some(120)));
    let none = [("total", gone()), ("foreign", gone()), ("unit", gone())];
    assert_eq!(codes_with(&none), ["U01"]);
    let mut of_text = none.to_vec();
    of_text.push(("participants", text("Более 300 человек из Республики Беларусь")));
    let row = with(&of_text);
    assert_eq!((codes(&row.findings), row.row.understood.total), (vec!["U04".to_owned()], Some(300)));
    let mut of_text = none.to_vec();
    of_text.push(("participants", text("Губернатор и 12 студентов из Республики Беларусь")));
    assert_eq!(codes(&with(&of_text).findings), ["U05"], "not everybody is counted");
}

#[test]
fn what_counts_no_people_is_no_head_count() {
    assert_eq!(with(&[("unit", text("просмотр"))]).row.understood.total, None);
}

#[test]
fn more_foreigners_than_people_break_the_form_s_rule() {
    let row = with(&[("foreign", Content::Number(500.0))]);
    assert_eq!(codes(&row.findings), ["U03"]);
    assert_eq!(row.findings[0].place.field, Some(FieldKey::new("foreign")));
    let said = row.findings[0].message(Language::Ru);
    assert!(said.contains("500") && said.contains("120"), "{said}");
}

#[test]
fn doubtful_content_is_warned_of() {
    assert_eq!(codes_with(&[("content", text("Провели фестиваль в Беларуси"))]), ["C01"]);
    let signed = "По итогам встречи с коллегами из Беларуси был подписан протокол о намерениях.";
    assert_eq!(codes_with(&[("content", text(signed))]), ["C02"]);
    assert_eq!(
        codes_with(&[("content", text(signed)), ("documents", text("Протокол; музей и центр; 12.02.2024"))]),
        Vec::<String>::new()
    );
    assert_eq!(codes_with(&[("note", text("звонить 8 910 000-00-00"))]), ["C03"]);
    let at_home = [
        ("place", text("г. Смоленск")),
        ("country", text("Россия")),
        ("participants", text("Жители города")),
        ("foreign", gone()),
        ("content", text("Мастера области провели открытые занятия для школьников.")),
    ];
    assert_eq!(codes_with(&at_home), ["C04"]);
}

#[test]
fn the_same_event_twice_in_a_file_is_told_at_the_second() {
    let again = row_with(&[("title", text("фестиваль \"ЛЬНЯНОЙ КРАЙ\""))]);
    let checked = checker().check(reading(&[row_with(&[]), again]));
    assert_eq!(codes(&checked.rows[0].findings), Vec::<String>::new());
    assert_eq!(codes(&checked.rows[1].findings), ["X01"]);
    assert!(checked.rows[1].findings[0].message(Language::Ru).contains("строке 5"));
    assert_said_in_full(&checked);
}

#[test]
fn a_mark_of_nothing_to_report_contradicts_rows_and_replaces_them() {
    let mut marked = reading(&[row_with(&[])]);
    let nil = marked.submission.as_mut().unwrap();
    let mut cell = nil.header["period"].clone();
    cell.content = text("да");
    nil.header.insert(FieldKey::new("nil"), cell);
    let checked = checker().check(marked.clone());
    assert_eq!(codes(&checked.findings), ["T03"]);
    assert_eq!((checked.nil, checked.usable, checked.rows[0].standing), (true, true, Standing::Waiting));
    marked.submission.as_mut().unwrap().rows.clear();
    let checked = checker().check(marked);
    assert_eq!((codes(&checked.findings), checked.usable), (vec![], true));
}

#[test]
fn an_empty_template_is_no_answer() {
    let checked = checker().check(reading(&[]));
    assert_eq!((codes(&checked.findings), checked.usable, checked.nil), (vec!["T04".to_owned()], false, false));
}

#[test]
fn receptions_that_are_not_given_are_asked_for() {
    let mut silent = reading(&[row_with(&[])]);
    silent.submission.as_mut().unwrap().header.remove("receptions");
    assert_eq!(codes(&checker().check(silent).findings), ["T05"]);
}

#[test]
fn rows_of_an_unknown_file_wait_with_a_reason() {
    let mut strange = reading(&[row_with(&[]), row_with(&[("title", gone())])]);
    strange.submission.as_mut().unwrap().known.institution = None;
    let checked = checker().check(strange);
    assert_eq!((codes(&checked.findings), checked.usable), (vec!["T06".to_owned()], false));
    assert_eq!(checked.rows.iter().map(|row| row.standing).collect::<Vec<_>>(), [Standing::Waiting, Standing::Refused]);
    let mut late = reading(&[row_with(&[])]);
    late.submission.as_mut().unwrap().known.period = "2023-Q4".parse().ok();
    let checked = checker().check(late);
    assert_eq!((codes(&checked.findings), checked.usable), (vec!["T02".to_owned()], false));
    let mut punctual = reading(&[row_with(&[("start", day(jiff::civil::date(2023, 11, 5)))])]);
    punctual.submission.as_mut().unwrap().known.period = "2023-Q4".parse().ok();
    let rows = checker().check(punctual).rows;
    assert_eq!(rows[0].standing, Standing::Waiting, "its own quarter's days are no error: {:?}", rows[0].findings);
    assert_said_in_full(&checked);
}

#[test]
fn a_missing_column_holds_the_rows_and_is_not_said_of_each() {
    let mut cut = reading(&[row_with(&[("section", gone())])]);
    let place = Place { field: Some(FieldKey::new("section")), ..Place::default() };
    cut.findings.push(Finding::new(FindingKind::MissingColumn, place, Args::new().with("field", "Раздел")));
    let checked = checker().check(cut);
    assert_eq!(codes(checked.all_findings()), ["L03"]);
    assert_eq!((checked.rows[0].standing, checked.usable), (Standing::Waiting, true));
}

#[test]
fn a_parcel_without_a_table_keeps_its_findings() {
    let mut none = reading(&[]);
    none.submission = None;
    none.findings.push(Finding::new(FindingKind::NotTheTemplate, Place::default(), Args::new().with("name", "a.xlsx")));
    let checked = checker().check(none);
    assert_eq!((codes(&checked.findings), checked.usable), (vec!["F01".to_owned()], false));
}

fn rule(assert: &str, message: &str) -> Rule {
    Rule {
        code: FindingKind::of_code("OWN1"),
        severity: Severity::Warning,
        assert: assert.to_owned(),
        fields: vec![FieldKey::new("total"), FieldKey::new("foreign")],
        message: Some(LocalText::from(message)),
    }
}

fn with_rule(rule: Rule) -> Result<Checker, Error> {
    let mut form = form();
    form.rules = vec![rule];
    Checker::new(&form, &register(), period())
}

#[test]
fn a_form_s_own_rule_speaks_in_its_own_words() {
    let checker =
        with_rule(rule("row.total < 100", "Много: { $total } { $total ->\n [one] гость\n *[other] гостей\n}")).unwrap();
    let result = checker.check(reading(&[row_with(&[])]));
    assert_eq!(result.rows[0].findings[0].message(Language::Ru), "Много: 120 гостей");
    assert_eq!(result.rows[0].findings[0].severity, Severity::Warning);
}

#[test]
fn a_rule_over_an_absent_field_holds_and_one_that_cannot_be_worked_out_is_told() {
    let checker = with_rule(rule("1000 / row.foreign > 0", "…")).unwrap();
    let told = |foreign: Content| codes(checker.check(reading(&[row_with(&[("foreign", foreign)])])).all_findings());
    assert_eq!(told(gone()), Vec::<String>::new());
    assert_eq!(told(Content::Number(0.0)), ["R05"]);
}

#[test]
fn a_rule_that_can_never_be_worked_out_is_refused_with_the_form() {
    for wrong in ["row.total <", "row.totall < 5", "row.total + 1", "row.total < 'x'", "nowhere.total == 1"] {
        assert!(matches!(with_rule(rule(wrong, "…")), Err(Error::Rule { .. })), "{wrong}");
    }
    assert!(matches!(with_rule(rule("true", "{ $nothing }")), Err(Error::Message { .. })));
}

#[test]
fn a_file_of_fifty_rows_is_checked_in_a_moment() {
    let rows: Vec<_> = (0..50).map(|_| row_with(&[])).collect();
    let (checker, file) = (checker(), reading(&rows));
    let begun = std::time::Instant::now();
    for _ in 0..4 {
        let _ = checker.check(file.clone());
    }
    // 200 rows in an unoptimised build on a busy machine; 50,000 rows are a matter of seconds in a release build.
    println!("200 rows: {:?}", begun.elapsed());
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}
