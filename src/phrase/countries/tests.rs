use super::*;

fn codes(text: &str) -> Vec<&'static str> {
    mentioned(text).iter().map(|country| country.code).collect()
}

#[test]
fn the_table_is_sorted_and_has_the_whole_standard() {
    assert!(all().is_sorted_by(|left, right| left.code < right.code));
    assert_eq!(all().iter().filter(|country| country.code.len() == 2 && country.code != "XK").count(), 249);
    assert!(all().iter().all(|country| by_code(country.code) == Some(*country)));
}

#[test]
fn every_country_is_named_by_its_own_names() {
    for country in all() {
        assert_eq!(named(country.ru), Some(*country), "{}", country.ru);
        assert_eq!(named(country.en), Some(*country), "{}", country.en);
        assert_eq!(named(&country.ru.to_lowercase()), Some(*country), "{}", country.ru);
    }
}

#[test]
fn aliases_and_official_names_are_understood() {
    for (text, code) in [
        ("РБ", "BY"),
        ("Республика Беларусь", "BY"),
        ("РЕСПУБЛИКИ БЕЛАРУСЬ", "BY"),
        ("РФ", "RU"),
        ("Российская Федерация", "RU"),
        ("КНР", "CN"),
        ("Китайская Народная Республика", "CN"),
        ("Республика Корея", "KR"),
        ("КНДР", "KP"),
        ("Корейская Народно-Демократическая Республика", "KP"),
        ("Демократическая Республика Конго", "CD"),
        ("Республика Конго", "CG"),
        ("ДР Конго", "CD"),
        ("Исламская Республика Иран", "IR"),
        ("Социалистическая Республика Вьетнам", "VN"),
        ("Королевство Саудовская Аравия", "SA"),
        ("Французская Республика", "FR"),
        ("Алжирская Народная Демократическая Республика", "DZ"),
        ("ОАЭ", "AE"),
        ("Англия", "GB"),
        ("U.K.", "GB"),
        ("Czech Republic", "CZ"),
        ("Республика Абхазия", "X-AB"),
        ("республика южная осетия", "X-OS"),
    ] {
        assert_eq!(named(text).map(|country| country.code), Some(code), "{text}");
    }
}

#[test]
fn what_is_no_country_is_not_named() {
    for text in
        ["", "Республика", "Содружество Независимых Государств", "Союзное государство", "Минск", "СНГ", "белорусский"]
    {
        assert_eq!(named(text), None, "{text}");
    }
}

#[test]
fn running_text_is_read_in_every_case() {
    assert_eq!(codes("обучающиеся из Вьетнама, Республики Камерун"), ["VN", "CM"]);
    assert_eq!(codes("из Индии и Анголы"), ["IN", "AO"]);
    assert_eq!(codes("около 200 вьетнамских студентов"), ["VN"]);
    assert_eq!(codes("белорусско-российское сотрудничество"), ["BY", "RU"]);
    assert_eq!(codes("Танзания, Тринидад и Тобаго, Тунис"), ["TZ", "TT", "TN"]);
    assert_eq!(codes("из Республики Конго, Иордании"), ["CG", "JO"]);
    assert_eq!(codes("из Демократической Республики Конго и Республики Конго"), ["CD", "CG"]);
    assert_eq!(codes("с делегациями Нигера и Нигерии"), ["NE", "NG"]);
    assert_eq!(codes("Гвинеи, Гвинеи-Бисау, Экваториальной Гвинеи, Папуа – Новой Гвинеи"), ["GN", "GW", "GQ", "PG"]);
    assert_eq!(codes("между Южной Кореей и КНДР"), ["KR", "KP"]);
    assert_eq!(codes("с Соединёнными Штатами Америки"), ["US"]);
    assert_eq!(codes("граждане Боснии и Герцеговины и Кот-д’Ивуара"), ["BA", "CI"]);
}

#[test]
fn a_likeness_is_no_mention() {
    for text in [
        "штат Индиана",
        "грузовик с грузом",
        "Кроме того, состоялась встреча",
        "Того же дня",
        "Содружества Независимых Государств",
        "Совета Министров Союзного государства",
        "и др. участники",
        "let us go",
        "занятия китайского языка",
        "выставка-форум «Россия»",
    ] {
        assert_eq!(codes(text), Vec::<&str>::new(), "{text}");
    }
}

#[test]
fn a_slip_of_the_pen_gets_a_suggestion() {
    let near = |text: &str| nearest(text).map(|country| country.ru);
    assert_eq!(near("Белорусия"), Some("Беларусь"));
    assert_eq!(near("Казахстн"), Some("Казахстан"));
    assert_eq!(near("Germny"), Some("Германия"));
    assert_eq!(near("Смоленская область"), None);
}
