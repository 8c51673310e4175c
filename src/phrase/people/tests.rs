use std::collections::BTreeMap;

use super::super::places::Home;
use super::*;

fn home() -> Home {
    Home { country: "RU".to_owned(), region: "Смоленская область".to_owned(), places: Vec::new() }
}

/// The phrase collections lie beside the repository, where they are at all.
pub(in crate::phrase) fn collection(name: &str) -> Option<serde_json::Value> {
    let folder = std::env::var("SVOD_SHARED").unwrap_or_else(|_| format!("{}/../shared", env!("CARGO_MANIFEST_DIR")));
    let path = format!("{folder}/{name}");
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {path} is not there");
        return None;
    };
    Some(serde_json::from_str(&text).unwrap())
}

fn as_json(reading: &Reading) -> serde_json::Value {
    serde_json::json!({
        "total": reading.total,
        "unit": reading.unit,
        "flags": reading.flags,
        "countries": reading.countries.iter().map(|country| country.ru).collect::<Vec<_>>(),
        "organisations": reading.organisations,
        "foreign": reading.foreign,
    })
}

fn sorted(mut value: serde_json::Value) -> serde_json::Value {
    if let Some(flags) = value.get_mut("flags").and_then(|flags| flags.as_array_mut()) {
        flags.sort_by_key(ToString::to_string);
    }
    value
}

#[test]
fn the_known_phrases_come_out_as_expected() {
    let Some(known) = collection("phrases/known.json") else { return };
    let mut wrong = BTreeMap::new();
    for phrase in known["participants"].as_array().unwrap() {
        let raw = phrase["raw"].as_str().unwrap();
        let (got, expected) = (sorted(as_json(&read(raw, &home()))), sorted(phrase["expected"].clone()));
        if got != expected {
            wrong.insert(raw, format!("\n   got {got}\n  want {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

#[test]
fn the_report_comes_out_as_expected() {
    let Some(seed) = collection("seed/events.json") else { return };
    for event in seed["events"].as_array().unwrap() {
        let expected = &event["participants"];
        let raw = expected["raw"].as_str().unwrap();
        let reading = read(raw, &home());
        assert_eq!(reading.total, expected["total"].as_u64(), "{raw}");
        assert_eq!(reading.kind.map(Kind::ru), expected["unit"].as_str(), "{raw}");
        let countries: Vec<&str> = reading.countries.iter().map(|country| country.ru).collect();
        let wanted: Vec<&str> =
            expected["countries"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
        assert_eq!(countries, wanted, "{raw}");
    }
}

#[test]
fn days_are_added_and_parts_are_not() {
    let reading = read(
        "16 февраля 2024 года: обучающиеся вузов г. Смоленска из Индии и Анголы (9 участников). Общее количество \
         участников – 26 человек. 5 марта 2024 года: 11 обучающихся вузов г. Смоленска из Индии",
        &home(),
    );
    assert_eq!(reading.total, Some(37));
    assert_eq!(reading.foreign, Some(20));
    assert_eq!(reading.flags, BTreeSet::from([Flag::SumOfDates]));
}

#[test]
fn counts_are_told_from_everything_else() {
    let mut wrong = Vec::new();
    for (text, total, foreign) in [
        ("100 участников, в том числе 30 из Беларуси", Some(100), Some(30)),
        ("30 человек (20 детей и 10 взрослых)", Some(30), None),
        ("30 человек: 20 детей и 10 взрослых", Some(30), None),
        ("20 детей, 10 взрослых, всего 30 человек", Some(30), None),
        ("Россия – 20 чел.; Беларусь – 15 чел.", Some(35), Some(15)),
        ("РФ – 20, РБ – 15", Some(35), Some(15)),
        ("120", Some(120), None),
        ("9000000000 человек", Some(9_000_000_000), None),
        ("18446744073709551615 чел.", None, None),
        ("120 чел.", Some(120), None),
        ("Участников: 57", Some(57), None),
        ("не более 40 человек", Some(40), None),
        ("15 школьников 7-8 классов", Some(15), None),
        ("50 участников и 300 зрителей", Some(50), None),
        ("3 412 посетителей", Some(3412), None),
        ("3,5 тыс. зрителей", Some(3500), None),
        ("полторы тысячи гостей", Some(1500), None),
        ("сто двадцать пять делегатов", Some(125), None),
        ("тысячи зрителей", None, None),
        ("от 30 до 40 человек", None, None),
        ("30-40 человек", None, None),
        ("18-й фестиваль, участники из 5 стран", None, None),
        ("12 мая 2024 года, 45 участников", Some(45), None),
        ("в 2024 году – 300 участников", Some(300), None),
        ("45 иностранных граждан, из них 20 из Китая", Some(45), Some(45)),
        ("Представитель", None, None),
        ("Все категории посетителей", None, None),
        ("10 белорусских и 12 российских студентов", Some(22), Some(10)),
        ("делегация Республики Беларусь (12 человек)", Some(12), Some(12)),
        ("Всего – 75 человек: 12 апреля – 30 человек, 13 апреля – 45 человек", Some(75), None),
        ("12 апреля – 30 человек, 13 апреля – 45 человек. Всего – 75 человек", Some(75), None),
        ("100 человек, из них: студентов – 60, преподавателей – 40", Some(100), None),
        ("студентов – 60, преподавателей – 40", Some(100), None),
        ("120 participants, including 15 foreign students", Some(120), Some(15)),
        ("3,412 views", None, None),
        ("до 50 тысяч рублей", None, None),
        ("студенты вузов: Индия – 12, Китай – 5", Some(17), Some(17)),
        ("участники: 10 чел. (Китай), 5 чел. (Индия), 20 чел. (Россия)", Some(35), Some(15)),
        ("По 5 человек от каждой команды", None, None),
        ("between 30 and 40 students", None, None),
        ("350+ участников", Some(350), None),
    ] {
        let reading = read(text, &home());
        if (reading.total, reading.foreign) != (total, foreign) {
            wrong.push(format!("{text}: {reading:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_cannot_be_told_is_flagged() {
    let reading = read("Пришла делегация (5 человек). На концерте было 200 человек", &home());
    assert!(reading.flags.contains(&Flag::Doubtful), "{reading:?}");
    let reading = read("Команда из 12 белорусских хоккеистов и 15 российских", &home());
    assert_eq!((reading.total, reading.foreign), (Some(27), Some(12)), "{reading:?}");
}

#[test]
fn a_breakdown_of_foreigners_by_country_is_not_their_number() {
    for text in [
        "150 чел., из них 30 иностранных (КНР – 20, Монголия – 10)",
        "150 человек, в т.ч. 30 зарубежных: Китай – 20, прочие страны – 10",
    ] {
        let reading = read(text, &home());
        assert_eq!((reading.total, reading.foreign), (Some(150), Some(30)), "{text}");
    }
}

#[test]
fn whoever_was_reached_is_not_added_to_those_who_took_part() {
    let reading = read("охват 15000 человек, участников 300", &home());
    assert_eq!((reading.total, reading.flags.contains(&Flag::Doubtful)), (Some(300), true));
    assert_eq!(read("охват аудитории – 15000 человек", &home()).total, Some(15000));
}

#[test]
fn a_bare_number_counts_people_where_its_parts_are_people() {
    let reading = read("20 (из них 5 – граждане Сербии)", &home());
    assert_eq!((reading.total, reading.foreign), (Some(20), Some(5)));
    assert_eq!(read("20, в т.ч. 8 детей", &home()).total, Some(20));
    assert_eq!(read("20 (из них 5 дипломов)", &home()).total, None);
    assert_eq!(read("ок. 200", &home()).total, Some(200));
    assert_eq!(read("1 200,00", &home()).total, Some(1200));
}

#[test]
fn the_unit_of_a_count_is_stated_before_the_number_behind_it_or_by_a_verb() {
    let (participant, visitor, spectator) = (Some(Kind::Participant), Some(Kind::Visitor), Some(Kind::Spectator));
    let mut wrong = Vec::new();
    for (text, total, kind) in [
        ("Общее количество посетителей – 1864 человека", 1864, visitor),
        ("Общее количество посетителей за 3 дня – 98 человек", 98, visitor),
        ("Число зрителей: 300 чел.", 300, spectator),
        ("Количество участников составило 40 человек", 40, participant),
        ("Количество посетителей составило около 40 человек", 40, visitor),
        ("Число зрителей концерта превысило 300 человек", 300, spectator),
        ("Зрителями стали более 300 человек", 300, spectator),
        ("зрителей — 120", 120, spectator),
        ("Зрителей 120", 120, spectator),
        ("Посетителей было 98", 98, visitor),
        ("охват аудитории – 15000 человек", 15000, spectator),
        ("Охват аудитории составил 15000 человек", 15000, spectator),
        ("Выставку посетило 98 человек", 98, visitor),
        ("Выставку посетили более 98 человек", 98, visitor),
        ("98 человек посетили выставку", 98, visitor),
        ("На выставке побывало 98 человек", 98, visitor),
        ("Количество человек, посетивших выставку, – 98 человек", 98, visitor),
        ("Трансляцию посмотрели 300 человек", 300, spectator),
        ("посетители (98 человек)", 98, visitor),
        ("В концерте приняли участие 25 человек", 25, participant),
        ("Visitors: 98 people", 98, visitor),
        ("The number of visitors was 98 people", 98, visitor),
        ("98 people visited the exhibition", 98, visitor),
        // A subject wins over «человек» and over the verb.
        ("Форум посетили 40 участников", 40, participant),
        ("Участники посетили 98 человек", 98, participant),
        ("участники (40 человек) посетили выставку", 40, participant),
        ("40 студентов", 40, participant),
        ("Делегация (в составе 9-ти человек)", 9, participant),
        // What stands before the number need not be counted.
        ("Делегация из 12 человек посетила завод", 12, participant),
        ("Министр посетил завод, на котором работают 300 человек", 300, participant),
        ("Спектакль для зрителей: 25 артистов", 25, participant),
        ("Посетители увидели работы 25 художников", 25, participant),
        ("Для участников конференции – 300 зрителей", 300, spectator),
        ("Встреча с посетителями. Присутствовало 40 человек", 40, participant),
    ] {
        let reading = read(text, &home());
        if (reading.total, reading.kind) != (Some(total), kind) {
            wrong.push(format!("{text}: {reading:?}"));
        }
    }
    for text in [
        "участники – студенты 3 вузов",
        "для посетителей: 2 выставки",
        "Зрители увидели 3 спектакля",
        "посетителей ждали 12 стендов",
    ] {
        let reading = read(text, &home());
        if (reading.total, reading.kind) != (None, None) {
            wrong.push(format!("{text}: {reading:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn kinds_are_never_added_up() {
    for (text, total, kind) in [
        ("В открытии участвовало 40 человек, выставку посетило 300 человек", 40, Kind::Participant),
        ("30 посетителей и 200 зрителей", 30, Kind::Visitor),
        ("12 апреля – 30 участников, 13 апреля – 45 зрителей", 30, Kind::Participant),
    ] {
        let reading = read(text, &home());
        assert_eq!((reading.total, reading.kind), (Some(total), Some(kind)), "{text}");
        assert!(reading.flags.contains(&Flag::Doubtful), "{text}");
    }
    let list = read("Выставку посетили 30 взрослых и 20 детей", &home());
    assert_eq!((list.total, list.kind), (Some(50), Some(Kind::Visitor)));
}
