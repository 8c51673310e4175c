use std::path::PathBuf;

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::record::Interval;
use crate::words::Language;

/// Real phrase collections are not part of the repository; they are looked for beside it, or where `SVOD_SHARED` says.
fn shared(path: &str) -> Option<Value> {
    let folder = std::env::var_os("SVOD_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared"), PathBuf::from);
    let Ok(text) = std::fs::read_to_string(folder.join(path)) else {
        println!("skipped: no {path} beside the repository");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn context(year: i16) -> Context {
    Context { year, period: None }
}

fn quarter(year: i16, number: i8) -> Context {
    Context { year, period: Period::new(year, crate::record::Frequency::Quarter, number) }
}

fn flag_names(reading: &Reading) -> BTreeSet<String> {
    reading.flags.iter().map(|flag| serde_json::to_value(flag).unwrap().as_str().unwrap().to_owned()).collect()
}

/// `2024-02-05..2024-02-09 day [flags]`
fn said(text: &str, context: Context) -> String {
    let reading = read(text, &context);
    let flags = flag_names(&reading).into_iter().collect::<Vec<_>>().join(" ");
    let days = reading.days.as_ref().map_or_else(
        || "unknown".to_owned(),
        |days| {
            let runs: Vec<String> =
                days.intervals
                    .iter()
                    .map(|run| {
                        if run.start == run.end { run.start.to_string() } else { format!("{}..{}", run.start, run.end) }
                    })
                    .collect();
            format!("{} {}", runs.join(" "), serde_json::to_value(days.precision).unwrap().as_str().unwrap())
        },
    );
    format!("{days} [{flags}]")
}

#[track_caller]
fn reads(year: i16, cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, wanted)| said(text, context(year)) != *wanted)
        .map(|(text, wanted)| format!("{text:?}\n   wanted {wanted}\n   got    {}", said(text, context(year))))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn expected_intervals(value: &Value) -> Vec<Interval> {
    let day = |run: &Value, end: &str| run[end].as_str().unwrap().parse().unwrap();
    value.as_array().unwrap().iter().map(|run| Interval { start: day(run, "start"), end: day(run, "end") }).collect()
}

#[test]
fn every_known_phrase_is_read_as_expected() {
    let Some(known) = shared("phrases/known.json") else { return };
    let mut wrong = Vec::new();
    for phrase in known["dates"].as_array().unwrap() {
        let raw = phrase["raw"].as_str().unwrap();
        let year = phrase["context_year"].as_i64().map_or(2024, |year| i16::try_from(year).unwrap());
        let note = phrase["note"].as_str().unwrap_or_default();
        let of_quarter = note.strip_prefix("context quarter ").and_then(|number| number.parse().ok());
        let reading = read(raw, &of_quarter.map_or_else(|| context(year), |number| quarter(year, number)));
        let wanted = &phrase["expected"];
        let intervals = reading.days.as_ref().map(|days| days.intervals.clone()).unwrap_or_default();
        let flags: BTreeSet<String> =
            wanted["flags"].as_array().unwrap().iter().map(|flag| flag.as_str().unwrap().to_owned()).collect();
        let right = intervals == expected_intervals(&wanted["intervals"])
            && serde_json::to_value(reading.precision()).unwrap() == wanted["precision"]
            && flag_names(&reading) == flags;
        if !right {
            wrong.push(format!("{raw:?}\n   wanted {wanted}\n   got    {reading:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn dates_of_a_real_report_are_read_and_written_back_in_its_wording() {
    let Some(seed) = shared("seed/events.json") else { return };
    for event in seed["events"].as_array().unwrap() {
        let raw = event["date"]["raw"].as_str().unwrap();
        let days = read(raw, &context(1999)).days.unwrap_or_else(|| panic!("{raw}"));
        assert_eq!(days.intervals, expected_intervals(&event["date"]["intervals"]), "{raw}");
        let written = write(&days, Language::Ru).replace('\u{a0}', " ");
        assert_eq!(written, raw.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

#[test]
fn lists_and_ranges_share_months_and_years() {
    reads(
        2024,
        &[
            ("5, 7 и 9 мая 2023 г.", "2023-05-05 2023-05-07 2023-05-09 day []"),
            ("5-7, 10–12 мая 2023", "2023-05-05..2023-05-07 2023-05-10..2023-05-12 day []"),
            ("с 5 по 7 и с 10 по 12 мая 2023 года", "2023-05-05..2023-05-07 2023-05-10..2023-05-12 day []"),
            ("5 мая и 7 июня 2023 года", "2023-05-05 2023-06-07 day []"),
            ("5-7.04.2023", "2023-04-05..2023-04-07 day []"),
            ("5, 6.04.2023", "2023-04-05 2023-04-06 day []"),
            ("01.-05.04.2023", "2023-04-01..2023-04-05 day []"),
            ("с 05.04. по 07.04.2023 г.", "2023-04-05..2023-04-07 day []"),
            ("5 мая 2023 г.\n7 мая 2023 г.", "2023-05-05 2023-05-07 day []"),
            ("5-7\nмая\n2023 года", "2023-05-05..2023-05-07 day []"),
            ("2023 год: 5 марта, 7 апреля", "2023-03-05 2023-04-07 day []"),
            ("2023-05-05/2023-05-07", "2023-05-05..2023-05-07 day []"),
            ("Feb 27–Mar 2, 2023", "2023-02-27..2023-03-02 day []"),
            ("9 мая 2023 года (День города)", "2023-05-09 day []"),
            ("II этап – 5 мая 2023 года", "2023-05-05 day []"),
            ("5 мая (Лугово), 7 мая (Полево) 2023 года", "2023-05-05 2023-05-07 day []"),
            ("May 5, 7 and June 3, 2023", "2023-05-05 2023-05-07 2023-06-03 day []"),
            ("May 5-7, 2023", "2023-05-05..2023-05-07 day []"),
            ("5 to 7 May 2023", "2023-05-05..2023-05-07 day []"),
            ("between 5 and 7 May 2023", "2023-05-05..2023-05-07 day []"),
            ("from 5 May until 7 June 2023", "2023-05-05..2023-06-07 day []"),
            ("5th-7th of May, 2023", "2023-05-05..2023-05-07 day []"),
            ("5-го и 7-го мая 2023 года", "2023-05-05 2023-05-07 day []"),
            ("10 – 15 числа мая 2023 года", "2023-05-10..2023-05-15 day []"),
        ],
    );
}

#[test]
fn a_remark_in_brackets_does_not_part_the_ends_of_a_range() {
    reads(
        2023,
        &[
            ("05.04.2023 (открытие) – 25.05.2023 (закрытие)", "2023-04-05..2023-05-25 day []"),
            ("с 5 мая (заезд участников) по 7 мая (отъезд) 2023 г.", "2023-05-05..2023-05-07 day []"),
            ("from 5 May (arrival) to 7 May (departure) 2023", "2023-05-05..2023-05-07 day []"),
            ("5 мая (Лугово), 7 мая (Полево) 2023 года", "2023-05-05 2023-05-07 day []"),
        ],
    );
}

#[test]
fn the_year_turns_from_the_last_quarter_into_the_first() {
    reads(
        2024,
        &[
            ("28 декабря – 5 января 2024 года", "2023-12-28..2024-01-05 day [year_from_context]"),
            ("28 декабря 2023 года – 5 января", "2023-12-28..2024-01-05 day [year_from_context]"),
            ("28 декабря – 5 января", "2024-12-28..2025-01-05 day [year_from_context]"),
            ("28.12-05.01.2024", "2023-12-28..2024-01-05 day [year_from_context]"),
            ("декабрь – февраль 2024 года", "2023-12-01..2024-02-29 month [year_from_context]"),
            ("15 марта – 10 февраля 2024 года", "unknown [reversed]"),
        ],
    );
    assert_eq!(said("28 декабря – 5 января", quarter(2024, 1)), "2023-12-28..2024-01-05 day [year_from_context]");
    assert_eq!(said("28 декабря – 5 января", quarter(2024, 4)), "2024-12-28..2025-01-05 day [year_from_context]");
}

#[test]
fn coarse_dates_keep_their_precision() {
    reads(
        2024,
        &[
            ("в 1 квартале 2023 г.", "2023-01-01..2023-03-31 quarter []"),
            ("III кв. 2023", "2023-07-01..2023-09-30 quarter []"),
            ("второй квартал", "2024-04-01..2024-06-30 quarter [year_from_context]"),
            ("I–II кварталы 2023 года", "2023-01-01..2023-06-30 quarter []"),
            ("I и III кварталы 2023 года", "2023-01-01..2023-03-31 2023-07-01..2023-09-30 quarter []"),
            ("II квартал текущего года", "2024-04-01..2024-06-30 quarter [relative_year]"),
            ("Q3 2023", "2023-07-01..2023-09-30 quarter []"),
            ("the second quarter of 2023", "2023-04-01..2023-06-30 quarter []"),
            ("первое полугодие 2023 года", "2023-01-01..2023-06-30 half_year []"),
            ("во II полугодии 2023 г.", "2023-07-01..2023-12-31 half_year []"),
            ("first half of 2023", "2023-01-01..2023-06-30 half_year []"),
            ("2023 год", "2023-01-01..2023-12-31 year []"),
            ("2023", "2023-01-01..2023-12-31 year []"),
            ("2022–2023 гг.", "2022-01-01..2023-12-31 year []"),
            ("в прошлом году", "2023-01-01..2023-12-31 year [relative_year]"),
            ("в течение года", "2024-01-01..2024-12-31 year [year_from_context]"),
            ("за 9 месяцев 2023 года", "2023-01-01..2023-09-30 month []"),
            ("зима 2023/2024 г.", "2023-12-01..2024-02-29 season [approx]"),
            ("spring 2023", "2023-03-01..2023-05-31 season [approx]"),
            ("весна-лето 2023 года", "2023-03-01..2023-08-31 season [approx]"),
            ("май 2023", "2023-05-01..2023-05-31 month []"),
            ("05.2023", "2023-05-01..2023-05-31 month []"),
            ("2023-05", "2023-05-01..2023-05-31 month []"),
            ("с января по март 2023 года", "2023-01-01..2023-03-31 month []"),
            ("в течение мая 2023 года", "2023-05-01..2023-05-31 month []"),
            ("первая декада мая 2023 года", "2023-05-01..2023-05-10 approx [approx]"),
            ("III декада февраля 2023 г.", "2023-02-21..2023-02-28 approx [approx]"),
            ("вторая половина мая 2023", "2023-05-16..2023-05-31 approx [approx]"),
            ("в начале мая 2023 года", "2023-05-01..2023-05-10 approx [approx]"),
            ("конец апреля – начало мая 2023 года", "2023-04-21..2023-05-10 approx [approx]"),
            ("mid-May 2023", "2023-05-11..2023-05-20 approx [approx]"),
            ("late April 2023", "2023-04-21..2023-04-30 approx [approx]"),
            ("первая неделя мая 2023", "2023-05-01..2023-05-07 approx [approx]"),
            ("в последних числах мая 2023 года", "2023-05-21..2023-05-31 approx [approx]"),
            ("около 15 мая 2023 года", "2023-05-15 approx [approx]"),
            ("в начале 2023 года", "unknown [approx]"),
            ("март 2023 г. (по согласованию)", "2023-03-01..2023-03-31 month []"),
            ("вторая суббота мая 2023 года", "2023-05-13 day []"),
        ],
    );
    assert_eq!(said("в отчетном квартале", quarter(2024, 1)), "2024-01-01..2024-03-31 quarter []");
    assert_eq!(said("в течение отчетного периода", quarter(2024, 1)), "2024-01-01..2024-03-31 quarter []");
    assert_eq!(said("в отчетном квартале", context(2024)), "unknown []");
}

#[test]
fn numeric_dates_put_the_day_first() {
    reads(
        2024,
        &[
            ("05.04.23", "2023-04-05 day [short_year]"),
            ("5 мая 23 г.", "2023-05-05 day [short_year]"),
            ("13/05/2023", "2023-05-13 day []"),
            ("05/13/2023", "2023-05-13 day [ambiguous_order]"),
            ("7/05/2023 – 20/05/2023", "2023-05-07..2023-05-20 day []"),
            ("05.13.2023", "unknown [invalid]"),
            ("08. 06. 2023 г.", "2023-06-08 day []"),
            ("5-May-2023", "2023-05-05 day []"),
            ("05-мая-23", "2023-05-05 day [short_year]"),
            ("апр-2023", "2023-04-01..2023-04-30 month []"),
            ("5.IV.2023", "2023-04-05 day []"),
            ("2023.05.07", "2023-05-07 day []"),
            ("45337.5", "2024-02-15 day [time_ignored]"),
            ("12345678", "unknown []"),
            ("5", "unknown []"),
        ],
    );
}

#[test]
fn times_are_no_dates() {
    reads(
        2024,
        &[
            ("5 мая 2023 года с 10:00 до 12:00", "2023-05-05 day [time_ignored]"),
            ("5 мая 2023 года в 15-30", "2023-05-05 day [time_ignored]"),
            ("5 мая 2023 г., 10.00-12.00", "2023-05-05 day [time_ignored]"),
            ("5 мая 2023 г. в 10.30", "2023-05-05 day [time_ignored]"),
            ("5 мая 2023 года, начало в 10 часов", "2023-05-05 day [time_ignored]"),
            ("с 10 до 12 ч. 5 мая 2023 года", "2023-05-05 day [time_ignored]"),
            ("05.05.2023 10:00 - 06.05.2023 12:00", "2023-05-05..2023-05-06 day [time_ignored]"),
            ("2023-05-05T10:00:00", "2023-05-05 day [time_ignored]"),
            ("5 May 2023, 10 am", "2023-05-05 day [time_ignored]"),
            ("5-6 мая 2023 (10:00 мск)", "2023-05-05..2023-05-06 day [time_ignored]"),
        ],
    );
}

#[test]
fn days_in_words_are_read() {
    reads(
        2024,
        &[
            ("двадцать пятого мая 2023 года", "2023-05-25 day [words]"),
            ("первое мая 2023 года", "2023-05-01 day [words]"),
            ("с двадцать восьмого по тридцатое мая 2023 года", "2023-05-28..2023-05-30 day [words]"),
            ("пятнадцать мая 2023", "2023-05-15 day [words]"),
            ("the twenty-first of May 2023", "2023-05-21 day [words]"),
        ],
    );
}

#[test]
fn what_is_open_impossible_or_not_held_gives_no_days() {
    reads(
        2024,
        &[
            ("с 5 мая", "unknown [open_end]"),
            ("начиная с 5 мая 2023 года", "unknown [open_end]"),
            ("с 5 мая 2023 года по н.в.", "unknown [open_end]"),
            ("since 5 May 2023", "unknown [open_end]"),
            ("from 5 May 2023 to date", "unknown [open_end]"),
            ("после 5 мая", "unknown [open_end]"),
            ("по 5 мая 2023 года", "unknown [open_start]"),
            ("не позднее 5 мая 2023 года", "unknown [open_start]"),
            ("until 5 May 2023", "unknown [open_start]"),
            ("29 февраля 2023 года", "unknown [invalid]"),
            ("32 мая 2023 года", "unknown [invalid]"),
            ("30.02.2023", "unknown [invalid]"),
            ("5 квартал 2023 года", "unknown [invalid]"),
            ("7-5 мая 2023 года", "unknown [reversed]"),
            ("с 20.05.2023 по 19.02.2023", "unknown [reversed]"),
            ("первый понедельник месяца", "unknown []"),
            ("3 месяца", "unknown []"),
            ("отменено", "unknown [not_held]"),
            ("будет проведено 5 мая 2023 года", "unknown [not_held]"),
            ("не состоялось", "unknown [not_held]"),
            ("планируется 5 мая 2023 года", "unknown [not_held]"),
            ("postponed to May 2023", "unknown [not_held]"),
            ("2022-2023 учебный год", "unknown []"),
            ("осень – зима 2023 года", "unknown [approx]"),
            ("в период до 5 мая 2023 года", "unknown [open_start]"),
            ("5 или 6 мая 2023 года", "unknown []"),
            ("дата уточняется", "unknown []"),
            ("", "unknown []"),
            ("5 рублей, 7 мая 2023 года", "unknown []"),
            ("__ мая 2023 года", "unknown []"),
            ("2-3 дня в мае 2023 года", "unknown []"),
            ("5 мая 2023, 2", "unknown []"),
        ],
    );
}

#[test]
fn recurring_events_are_flagged() {
    reads(
        2024,
        &[
            ("ежемесячно", "unknown [recurring]"),
            ("каждую среду мая 2023 года", "2023-05-01..2023-05-31 month [recurring]"),
            ("по средам", "unknown [recurring]"),
            ("2 раза в месяц", "unknown [recurring]"),
            ("по понедельникам и средам марта 2023 года", "2023-03-01..2023-03-31 month [recurring]"),
            ("ежегодно, 9 мая 2023 года", "2023-05-09 day [recurring]"),
            ("weekly, 5 to 26 May 2023", "2023-05-05..2023-05-26 day [recurring]"),
            ("еженедельно с 5 по 26 мая 2023 года", "2023-05-05..2023-05-26 day [recurring]"),
        ],
    );
}

#[test]
fn weekdays_are_checked_against_the_days() {
    reads(
        2024,
        &[
            ("5 мая 2023 года (пятница)", "2023-05-05 day [weekday_checked]"),
            ("5-го (пятница) мая 2023 года", "2023-05-05 day [weekday_checked]"),
            ("пт, 05.05.2023", "2023-05-05 day [weekday_checked]"),
            ("с пятницы 5 мая по воскресенье 7 мая 2023 года", "2023-05-05..2023-05-07 day [weekday_checked]"),
            ("пятница – воскресенье, 5–7 мая 2023", "2023-05-05..2023-05-07 day [weekday_checked]"),
            ("Sunday, May 5, 2023", "2023-05-05 day [weekday_mismatch]"),
        ],
    );
}

#[test]
fn slips_of_the_hand_are_mended_and_flagged() {
    reads(
        2024,
        &[
            ("5 фервраля 2023 года", "2023-02-05 day [typo]"),
            ("с 5 по 7 сентбря 2023 г.", "2023-09-05..2023-09-07 day [typo]"),
            ("5 Febuary 2023", "2023-02-05 day [typo]"),
            ("1О мая 2023 года", "2023-05-10 day [typo]"),
            ("5 мaя 2023 года", "2023-05-05 day [latin_lookalike]"),
            ("c 05.04 по 07.04.2023", "2023-04-05..2023-04-07 day [latin_lookalike]"),
            ("с5по7мая2023г", "2023-05-05..2023-05-07 day []"),
            ("5 - 7 МАЯ 2023Г.", "2023-05-05..2023-05-07 day []"),
            ("\u{a0}«5»\u{a0}мая 2023 г", "2023-05-05 day []"),
            ("ІІ квартал 2023 года", "2023-04-01..2023-06-30 quarter []"),
        ],
    );
}

#[test]
fn relative_years_are_counted_from_the_context() {
    reads(
        2024,
        &[
            ("5 мая прошлого года", "2023-05-05 day [relative_year]"),
            ("5 мая с. г.", "2024-05-05 day [relative_year]"),
            ("5 мая сего года", "2024-05-05 day [relative_year]"),
            ("5 May this year", "2024-05-05 day [relative_year]"),
            ("28 декабря – 5 января т.г.", "2023-12-28..2024-01-05 day [relative_year year_from_context]"),
        ],
    );
}

#[test]
fn days_are_written_in_the_official_wording() {
    let written = |text: &str| {
        let days = read(text, &context(2024)).days.unwrap();
        (write(&days, Language::Ru), write(&days, Language::En))
    };
    let pair = |ru: &str, en: &str| (ru.to_owned(), en.to_owned());
    assert_eq!(written("05.02.2024-09.02.2024"), pair("5-9\u{a0}февраля 2024 года", "5–9\u{a0}February 2024"));
    assert_eq!(
        written("18.01.2024-18.02.2024"),
        pair("18\u{a0}января – 18\u{a0}февраля 2024 года", "18\u{a0}January – 18\u{a0}February 2024")
    );
    assert_eq!(
        written("04.11.2023-08.07.2024"),
        pair("4\u{a0}ноября 2023 года – 8\u{a0}июля 2024 года", "4\u{a0}November 2023 – 8\u{a0}July 2024")
    );
    assert_eq!(written("1, 8, 15 апреля"), pair("1, 8, 15\u{a0}апреля 2024 года", "1, 8, 15\u{a0}April 2024"));
    assert_eq!(written("25 и 26 марта"), pair("25, 26\u{a0}марта 2024 года", "25, 26\u{a0}March 2024"));
    assert_eq!(written("апрель-июнь"), pair("апрель – июнь 2024 года", "April – June 2024"));
    assert_eq!(written("1 квартал"), pair("I квартал 2024 года", "Q1 2024"));
    assert_eq!(written("2 полугодие"), pair("II полугодие 2024 года", "H2 2024"));
    assert_eq!(written("2022-2023 гг."), pair("2022 – 2023 годы", "2022 – 2023"));
    assert_eq!(written("зимой 2024 года"), pair("зима 2023-2024 годов", "winter 2023–2024"));
    assert_eq!(written("конец апреля"), pair("третья декада апреля 2024 года", "late April 2024"));
    assert_eq!(written("около 5 мая"), pair("около 5\u{a0}мая 2024 года", "about 5\u{a0}May 2024"));
}

#[test]
fn what_is_known_by_the_month_is_written_by_the_month_beside_a_day() {
    let days = read("июль, 5 мая", &context(2024)).days.unwrap();
    assert_eq!(write(&days, Language::Ru), "5\u{a0}мая, июль 2024 года");
    assert_eq!(read(&write(&days, Language::Ru), &context(1999)).days, Some(days));
}

#[test]
fn coarse_days_are_put_in_order_by_their_end() {
    let sort_day = |text: &str| read(text, &context(2024)).days.unwrap().sort_day();
    assert_eq!(sort_day("март"), date(2024, 3, 31));
    assert_eq!(sort_day("16-18 марта"), date(2024, 3, 16));
    assert_eq!(Days::range(date(2024, 2, 28), date(2024, 3, 1)).map(|days| days.count()), Some(3));
    assert_eq!(Days::range(date(2024, 3, 1), date(2024, 2, 28)), None);
    assert_eq!(Days::month(date(2024, 2, 5)).count(), 29);
}

/// Units of one kind: `length` months each, from `first`, with gaps between the runs.
fn runs(first: Date, months: i32, runs: &[(u8, u8)]) -> Vec<Interval> {
    let mut start = first;
    let mut found = Vec::new();
    for (gap, length) in runs {
        let start_here = start.saturating_add((i32::from(*gap) * months).months());
        let next = start_here.saturating_add((i32::from(*length) * months).months());
        found.push(Interval { start: start_here, end: next.yesterday().unwrap() });
        start = next;
    }
    found
}

fn days_by_unit() -> impl Strategy<Value = Days> {
    let kinds = prop::sample::select(vec![
        (Precision::Month, 1, 1),
        (Precision::Quarter, 3, 1),
        (Precision::HalfYear, 6, 1),
        (Precision::Year, 12, 1),
        (Precision::Season, 3, 3),
    ]);
    (kinds, 1950i16..2100, prop::collection::vec((0u8..4, 1u8..4), 1..4)).prop_map(
        |((precision, months, from), year, spans)| Days {
            intervals: runs(date(year, from, 1), months, &spans),
            precision,
        },
    )
}

fn days_by_day() -> impl Strategy<Value = Days> {
    let precision = prop::sample::select(vec![Precision::Day, Precision::Approx]);
    let spans = prop::collection::vec((0i32..200, prop_oneof![Just(0i32), 0i32..20, 0i32..400]), 1..5);
    (precision, 0i32..50_000, spans).prop_map(|(precision, first, spans)| {
        let mut start = date(1950, 1, 1).saturating_add(first.days());
        let mut intervals = Vec::new();
        for (gap, length) in spans {
            let from = start.saturating_add(gap.days());
            let to = from.saturating_add(length.days());
            intervals.push(Interval { start: from, end: to });
            start = to.tomorrow().unwrap();
        }
        Days { intervals, precision }
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_as_it_was(days in prop_oneof![days_by_unit(), days_by_day()]) {
        for language in Language::ALL {
            let written = write(&days, language);
            let reading = read(&written, &context(1900));
            prop_assert_eq!(reading.days.as_ref(), Some(&days), "{}", written);
        }
    }

    #[test]
    fn days_are_in_order_and_never_overlap(text in r"([0-9]{1,4}|[-–., /:]|мая|июня|май|года|с|по|и|до|марта|May|in|квартал|II|первая|декада|пятница|\n){0,12}") {
        if let Some(days) = read(&text, &context(2024)).days {
            prop_assert!(!days.intervals.is_empty());
            prop_assert!(days.intervals.iter().all(|run| run.start <= run.end));
            prop_assert!(days.intervals.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
    }

    #[test]
    fn no_text_makes_the_reader_fall(text in r"\PC{0,30}") {
        let _ = read(&text, &quarter(2024, 1));
    }
}
