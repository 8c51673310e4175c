//! Words that say what the name beside them is: a town, a street, a region, a district; or how an event is held.

use super::super::inflect::is_form;

pub(super) const CITY_MARKS: &[&str] = &[
    "г",
    "гор",
    "город",
    "города",
    "городе",
    "городу",
    "городом",
    "городах",
    "пгт",
    "пос",
    "поселок",
    "поселке",
    "поселка",
    "село",
    "селе",
    "села",
    "деревня",
    "деревне",
    "деревни",
    "дер",
    "д",
    "станица",
    "станицы",
    "станице",
    "аг",
    "агрогородок",
    "агрогородке",
    "хутор",
    "хуторе",
    "рп",
    "гп",
    "аул",
    "ауле",
    "с",
    "п",
    "city",
    "town",
];
pub(super) const PREPOSITIONS: &[&str] = &["в", "во", "на", "из", "под", "около", "in", "at", "from", "near"];
pub(super) const STATES: &[&str] =
    &["республика", "респ", "королевство", "государство", "княжество", "the", "republic", "kingdom", "federal", "of"];
/// Words before a way from one town to another: «поезд Москва – Минск».
pub(super) const WAYS: &[&str] = &["маршрут", "маршруту", "поезд", "рейс", "пробег", "видеомост", "телемост"];
pub(super) const REGION_WORDS: &[&str] = &[
    "область",
    "обл",
    "край",
    "провинция",
    "штат",
    "воеводство",
    "уезд",
    "губерния",
    "земля",
    "префектура",
    "автономия",
    "вилайет",
];
pub(super) const STREETS: &[&str] = &[
    "ул",
    "улица",
    "улице",
    "проспект",
    "проспекте",
    "пр",
    "пл",
    "площадь",
    "площади",
    "шоссе",
    "переулок",
    "пер",
    "бульвар",
    "б",
    "набережная",
    "наб",
    "проезд",
    "им",
    "имени",
    "аллея",
    "тракт",
    "street",
    "st",
    "avenue",
];

pub(super) fn is_district(word: &str) -> bool {
    matches!(word, "район" | "районе" | "района" | "округ" | "округе" | "мо")
}

/// How many words from there on say that a town follows: «г.», «р.п.», «город-герой».
pub(super) fn city_mark(words: [&str; 3]) -> usize {
    match words {
        ["п", "г", "т"] => 3,
        ["р" | "г", "п", _] | ["г", "о" | "д", _] | ["ст", "ца", _] => 2,
        [city, honour, _]
            if is_form(city, "город") && ["герой", "побратим", "партнер"].iter().any(|word| is_form(honour, word)) =>
        {
            2
        }
        [mark, ..] if CITY_MARKS.contains(&mark) => 1,
        _ => 0,
    }
}

pub(super) fn is_region_word(word: &str) -> bool {
    REGION_WORDS.iter().any(|region| is_form(word, region))
}

/// Words that say how an event is held.
pub(super) fn is_manner(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "онлайн",
        "офлайн",
        "оффлайн",
        "очно",
        "заочно",
        "вкс",
        "online",
        "offline",
        "onsite",
        "virtual",
        "virtually",
        "hybrid",
        "вебинар",
    ];
    const STARTS: &[&str] =
        &["видеоконфер", "видеосвяз", "дистанцион", "гибридн", "смешанн", "удаленн", "очн", "заочн", "виртуальн"];
    WORDS.contains(&word) || STARTS.iter().any(|start| word.starts_with(start))
}
