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
    "г.о",
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
pub(super) const STATES: &[&str] = &["республика", "респ", "королевство", "государство", "княжество", "the"];
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
    matches!(word, "район" | "районе" | "района" | "округ" | "округе")
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
