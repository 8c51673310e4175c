//! What must hold for any text at all.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::dates::Context;
use super::places::Home;
use super::{countries, dates, people, places, text, titles};

fn home() -> Home {
    Home { country: "RU".to_owned(), region: "Псковская область".to_owned(), places: Vec::new() }
}

fn read_all(text: &str) {
    let clean = text::clean(text);
    for text in [text, &clean] {
        let reading = dates::read(text, &Context { year: 2024, period: "2024-Q2".parse().ok() });
        let known = reading.days.is_some_and(|days| !days.intervals.is_empty());
        assert!(known || reading.flags.iter().all(|flag| *flag != dates::Flag::YearFromContext));
        let people = people::read(text, &home());
        assert!(people.total.is_some() == people.unit.is_some(), "a number has its unit");
        let _ = places::read(text, &home());
        let _ = places::countries_of_regions(text);
        let _ = countries::mentioned(text);
        let _ = titles::read(text);
    }
}

/// Pieces of what people write, in any order: nearer to the grammars than any characters.
fn pieces() -> impl Strategy<Value = String> {
    let words = [
        "5",
        "12",
        "31",
        "2024",
        "24",
        "-",
        "–",
        ".",
        ",",
        " ",
        "\n",
        "(",
        ")",
        "«",
        "»",
        ":",
        ";",
        "/",
        "№",
        "+",
        "с",
        "по",
        "до",
        "и",
        "мая",
        "май",
        "марта",
        "апреля",
        "г.",
        "года",
        "с.г.",
        "квартал",
        "I",
        "II",
        "полугодие",
        "декада",
        "неделя",
        "среда",
        "чел.",
        "человек",
        "участников",
        "студентов",
        "из",
        "них",
        "в т.ч.",
        "всего",
        "более",
        "тыс.",
        "двадцать",
        "три",
        "сотни",
        "Индии",
        "Республика",
        "Беларусь",
        "РБ",
        "иностранных",
        "команд",
        "г. Минск",
        "обл.",
        "р-н",
        "в",
        "д.",
        "ул.",
        "онлайн",
        "ВКС",
        "https://a.by/",
        "университет",
        "Витебской",
        "области",
        "May",
        "5th",
        "to",
        "from",
        "99999999999999999999",
        "10:00",
        "05.03",
        "1/2/2024",
        "45337",
        "на",
        "числа",
        "месяцев",
        "[bookmark:",
        "_x000D_",
    ];
    proptest::collection::vec((proptest::sample::select(words.to_vec()), prop::bool::ANY), 0..40).prop_map(|parts| {
        parts.into_iter().map(|(word, spaced)| if spaced { format!("{word} ") } else { word.to_owned() }).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_text_at_all_breaks_a_reader(text in "\\PC{0,200}") {
        read_all(&text);
    }

    #[test]
    fn no_order_of_their_own_words_breaks_a_reader(text in pieces()) {
        read_all(&text);
    }
}

#[test]
fn a_text_of_any_length_is_done_with_soon() {
    read_all("");
    for piece in
        ["5-7 мая, ", "1.", "1 ", "г. Минск, ", "5 человек, ", "Россия – 20, ", "(", "«", "а-", "двадцать ", "\n"]
    {
        let text = piece.repeat(100_000 / piece.len());
        let start = Instant::now();
        let _ = dates::read(&text, &Context { year: 2024, period: None });
        let _ = people::read(&text, &home());
        let _ = places::read(&text, &home());
        // A build without optimisation, on a machine with other work; a reader that goes square takes minutes.
        assert!(start.elapsed() < Duration::from_secs(5), "{piece:?}: {:?}", start.elapsed());
    }
}
