use std::collections::BTreeMap;

use super::super::people::tests::collection;
use super::*;

fn home() -> Home {
    Home { country: "RU".to_owned(), region: "Смоленская область".to_owned(), places: Vec::new() }
}

fn format_of(attendance: Attendance) -> &'static str {
    match attendance {
        Attendance::OnSite => "очно",
        Attendance::Online => "онлайн",
        Attendance::Both => "смешанный",
    }
}

#[test]
fn the_known_phrases_come_out_as_expected() {
    let Some(known) = collection("phrases/known.json") else { return };
    let mut wrong = BTreeMap::new();
    for phrase in known["places"].as_array().unwrap() {
        let raw = phrase["raw"].as_str().unwrap();
        let expected = &phrase["expected"];
        let reading = read(raw, &home());
        // The collection writes no region for a town at home, though it says that one was inferred.
        let region = if expected["region"].is_null() && reading.inferred.contains(&Part::Region) {
            None
        } else {
            reading.region.clone()
        };
        let got = serde_json::json!({
            "city": reading.city, "region": region, "country": reading.country.map(|country| country.ru), "venue": reading.venue, "url": reading.url,
            "format": format_of(reading.attendance), "inferred": reading.inferred,
            "places": if reading.cities.is_empty() { None } else { Some(reading.cities.clone()) },
        });
        let mut expected = expected.clone();
        expected["inferred"]
            .as_array_mut()
            .unwrap()
            .sort_by_key(|part| ["city", "region", "country"].iter().position(|name| part == name));
        if got != expected {
            wrong.insert(raw, format!("\n   got {got}\n  want {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{} wrong: {wrong:#?}", wrong.len());
}

#[test]
fn the_report_comes_out_as_expected() {
    let Some(seed) = collection("seed/events.json") else { return };
    let mut wrong = Vec::new();
    for event in seed["events"].as_array().unwrap() {
        let expected = &event["place"];
        let raw = expected["raw"].as_str().unwrap();
        let reading = read(raw, &home());
        let got = serde_json::json!([
            reading.city,
            reading.region_or_known(),
            reading.country.map(|country| country.code),
            reading.venue,
            reading.url,
            format_of(reading.attendance),
        ]);
        let want = serde_json::json!([
            expected["city"],
            expected["region"],
            expected["country_iso"],
            expected["venue"],
            expected["url"],
            expected["format"]
        ]);
        if got != want {
            wrong.push(format!("{raw}\n   got {got}\n  want {want}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn phrases_of_the_same_kind_are_read() {
    let mut wrong = Vec::new();
    for (text, city, region, country) in [
        ("в Минске", Some("Минск"), None, Some("BY")),
        ("в г. Витебске Республики Беларусь", Some("Витебск"), None, Some("BY")),
        ("Республика Казахстан, г. Астана", Some("Астана"), None, Some("KZ")),
        ("г. Санкт-Петербург, КВЦ «Экспофорум»", Some("Санкт-Петербург"), Some("Санкт-Петербург"), Some("RU")),
        ("г. Орёл", Some("Орёл"), Some("Орловская область"), Some("RU")),
        ("Нижний Новгород", Some("Нижний Новгород"), Some("Нижегородская область"), Some("RU")),
        ("в Нижнем Новгороде", Some("Нижний Новгород"), Some("Нижегородская область"), Some("RU")),
        ("в городе Вязьме", Some("Вязьма"), Some("Смоленская область"), Some("RU")),
        ("г. Сочи, Краснодарский край", Some("Сочи"), Some("Краснодарский край"), Some("RU")),
        ("Республика Татарстан, г. Казань", Some("Казань"), Some("Республика Татарстан"), Some("RU")),
        ("г. Пекин (КНР)", Some("Пекин"), None, Some("CN")),
        ("Paris, France", Some("Париж"), None, Some("FR")),
        ("Geneva", Some("Женева"), None, Some("CH")),
        ("Берлин, Германия", Some("Берлин"), None, Some("DE")),
        ("Витебская область", None, Some("Витебская область"), Some("BY")),
        (
            "Нальчик, Кабардино-Балкарская Республика",
            Some("Нальчик"),
            Some("Кабардино-Балкарская Республика"),
            Some("RU"),
        ),
        ("Atlanta, Georgia, USA", Some("Атланта"), Some("Джорджия"), Some("US")),
        ("Tbilisi, Georgia", Some("Тбилиси"), None, Some("GE")),
        ("г. Ереван, Республика Армения", Some("Ереван"), None, Some("AM")),
        ("Сингапур", None, None, Some("SG")),
        ("Посольство Республики Беларусь в Москве", Some("Москва"), Some("Москва"), Some("RU")),
        (
            "д. Лучеса, Витебский район, Витебская область, Республика Беларусь",
            Some("Лучеса"),
            Some("Витебская область"),
            Some("BY"),
        ),
        ("агрогородок Копысь, Оршанский район", Some("Копысь"), None, Some("RU")),
        ("в Ростове-на-Дону", Some("Ростов-на-Дону"), Some("Ростовская область"), Some("RU")),
        ("в Минске и Гродно", Some("Минск"), None, Some("BY")),
        ("пос. Красный Бор", Some("Красный Бор"), None, Some("RU")),
        ("на территории Смоленской области", None, Some("Смоленская область"), Some("RU")),
        ("New York, NY", Some("Нью-Йорк"), Some("Нью-Йорк"), Some("US")),
        ("ул. Гагарина, д. 5", None, None, Some("RU")),
    ] {
        let reading = read(text, &home());
        if (reading.city.as_deref(), reading.region.as_deref(), reading.country.map(|country| country.code))
            != (city, region, country)
        {
            wrong.push(format!("{text}: {reading:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn one_city_has_many_spellings() {
    assert!(same_city("Шеньян", "Шэньян"));
    assert!(same_city("г. Орёл", "Орел"));
    assert!(same_city("Minsk", "г. Минск"));
    assert!(same_city("Санкт-Петербург", "Санкт Петербург"));
    assert!(!same_city("Минск", "Могилев"));
    assert!(!same_city("", ""));
    assert!(same_city("Неведомск", "г. Неведомск"));
}

#[test]
fn a_known_place_of_the_region_is_understood() {
    let home = Home {
        places: vec![KnownPlace {
            name: "усадьба «Тихая роща»".to_owned(),
            aliases: Vec::new(),
            city: Some("Вязьма".to_owned()),
            region: None,
            country: None,
        }],
        ..home()
    };
    let reading = read("в усадьбе «Тихая роща»", &home);
    assert_eq!(reading.city.as_deref(), Some("Вязьма"));
    assert_eq!(reading.region.as_deref(), Some("Смоленская область"));
    assert_eq!(reading.inferred, BTreeSet::from([Part::City, Part::Region, Part::Country]));
}

#[test]
fn a_town_of_the_region_that_no_table_knows_has_its_region_and_is_no_part_of_the_venue() {
    let town = |name: &str, region: Option<&str>| KnownPlace {
        name: name.to_owned(),
        aliases: Vec::new(),
        city: None,
        region: region.map(str::to_owned),
        country: None,
    };
    let home = Home {
        places: vec![town("Тихореченск", None), town("Дальнеград", Some("Псковская область"))],
        ..home()
    };
    for (text, region, venue) in [
        ("г. Тихореченск, ул. Мира, 3", "Смоленская область", "ул. Мира, 3"),
        ("Тихореченск, Дом культуры «Юность»", "Смоленская область", "Дом культуры «Юность»"),
        ("музей (Тихореченск)", "Смоленская область", "музей"),
        ("г. Дальнеград, музей", "Псковская область", "музей"),
    ] {
        let reading = read(text, &home);
        assert_eq!(reading.region.as_deref(), Some(region), "{text}");
        assert_eq!(reading.venue.as_deref(), Some(venue), "{text}");
        assert_eq!(reading.inferred, BTreeSet::from([Part::Region, Part::Country]), "{text}");
    }
}

#[test]
fn abroad_is_not_at_home() {
    for text in ["за рубежом", "выездные мероприятия за границей", "в зарубежных странах"]
    {
        assert_eq!(read(text, &home()).country, None, "{text}");
    }
}

#[test]
fn a_town_beside_online_is_both() {
    for text in ["Турция, Стамбул / онлайн", "онлайн/г. Стамбул", "г. Стамбул + онлайн"]
    {
        let reading = read(text, &home());
        assert_eq!((reading.attendance, reading.city.as_deref()), (Attendance::Both, Some("Стамбул")), "{text}");
    }
}

#[test]
fn online_events_have_no_country() {
    for text in [
        "на платформе Zoom",
        "онлайн",
        "Сайт Министерства культуры Республики Беларусь https://example.by/",
        "дистанционно, г. Минск",
        "ВКС",
    ] {
        let reading = read(text, &home());
        assert_eq!((reading.attendance, reading.country), (Attendance::Online, None), "{text}: {reading:?}");
    }
    assert_eq!(read("г. Минск, в смешанном формате", &home()).attendance, Attendance::Both);
    assert!(read("по месту нахождения учреждения", &home()).not_given);
}
