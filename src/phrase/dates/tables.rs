//! The words of dates: months, ordinals, weekdays, stems and phrases of several words. Tables, no code.
//!
//! In goes nothing; what a word means is looked up in the `lexicon`.

use jiff::civil::Weekday;

use super::token::{Part, Token, Unit};

/// Months as they stand after a day.
pub(super) const MONTHS_RU: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

/// Months as they stand alone.
pub(super) const MONTHS_RU_ALONE: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

pub(super) const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Seasons in the order of the year, winter first, as `Season` in the tokens has them.
pub(super) const SEASONS_RU: [&str; 4] = ["зима", "весна", "лето", "осень"];
pub(super) const SEASONS_EN: [&str; 4] = ["winter", "spring", "summer", "autumn"];

/// Quarters and half-years in Roman numerals.
pub(super) const ROMAN: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];

/// Stems of Russian months, their number, and their endings: nominative and the rest, then the genitive.
pub(super) const MONTH_STEMS: [(&str, i8, &[&str], &str); 12] = [
    ("январ", 1, &["ь", "е", "ю", "ем"], "я"),
    ("феврал", 2, &["ь", "е", "ю", "ем"], "я"),
    ("март", 3, &["", "е", "у", "ом"], "а"),
    ("апрел", 4, &["ь", "е", "ю", "ем"], "я"),
    ("ма", 5, &["й", "е", "ю", "ем"], "я"),
    ("июн", 6, &["ь", "е", "ю", "ем"], "я"),
    ("июл", 7, &["ь", "е", "ю", "ем"], "я"),
    ("август", 8, &["", "е", "у", "ом"], "а"),
    ("сентябр", 9, &["ь", "е", "ю", "ем"], "я"),
    ("октябр", 10, &["ь", "е", "ю", "ем"], "я"),
    ("ноябр", 11, &["ь", "е", "ю", "ем"], "я"),
    ("декабр", 12, &["ь", "е", "ю", "ем"], "я"),
];

pub(super) const MONTH_SHORT: [(&str, i8); 19] = [
    ("янв", 1),
    ("фев", 2),
    ("февр", 2),
    ("мар", 3),
    ("мрт", 3),
    ("апр", 4),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("сент", 9),
    ("снт", 9),
    ("окт", 10),
    ("ноя", 11),
    ("нояб", 11),
    ("нбр", 11),
    ("дек", 12),
    ("дкб", 12),
    ("декаб", 12),
];

pub(super) const MONTH_SHORT_EN: [(&str, i8); 12] = [
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("sept", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
];

/// Stems of Russian ordinals with their numbers.
pub(super) const ORDINAL_STEMS: [(&str, i16); 21] = [
    ("перв", 1),
    ("втор", 2),
    ("трет", 3),
    ("четверт", 4),
    ("пят", 5),
    ("шест", 6),
    ("седьм", 7),
    ("восьм", 8),
    ("девят", 9),
    ("десят", 10),
    ("одиннадцат", 11),
    ("двенадцат", 12),
    ("тринадцат", 13),
    ("четырнадцат", 14),
    ("пятнадцат", 15),
    ("шестнадцат", 16),
    ("семнадцат", 17),
    ("восемнадцат", 18),
    ("девятнадцат", 19),
    ("двадцат", 20),
    ("тридцат", 30),
];

pub(super) const ORDINAL_ENDINGS: [&str; 22] = [
    "ый", "ой", "ий", "ого", "ому", "ым", "ом", "ое", "ая", "ую", "ые", "ых", "ье", "ья", "ью", "ьего", "ьему", "ьем",
    "ьим", "ьей", "ьи", "ьих",
];

pub(super) const CARDINALS: [&str; 20] = [
    "",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];

pub(super) const ORDINALS_EN: [&str; 21] = [
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
];

pub(super) const WEEKDAYS: [(&str, &str, &str, &str, Weekday); 7] = [
    ("понедельник", "пн", "monday", "mon", Weekday::Monday),
    ("вторник", "вт", "tuesday", "tue", Weekday::Tuesday),
    ("сред", "ср", "wednesday", "wed", Weekday::Wednesday),
    ("четверг", "чт", "thursday", "thu", Weekday::Thursday),
    ("пятниц", "пт", "friday", "fri", Weekday::Friday),
    ("суббот", "сб", "saturday", "sat", Weekday::Saturday),
    ("воскресень", "вс", "sunday", "sun", Weekday::Sunday),
];

pub(super) const SUFFIXES: [&str; 21] = [
    "х", "го", "ого", "его", "е", "ое", "й", "ый", "ой", "ий", "я", "ая", "ю", "ую", "му", "ому", "ом", "th", "st",
    "nd", "rd",
];

/// Phrases of several words or with full stops, that mean one thing.
pub(super) const FIXED: [(&str, Token); 34] = [
    ("с.г", Token::RelativeYear(0)),
    ("с. г", Token::RelativeYear(0)),
    ("т.г", Token::RelativeYear(0)),
    ("т. г", Token::RelativeYear(0)),
    ("н.г", Token::RelativeYear(0)),
    ("г.г", Token::YearWord),
    ("н.в", Token::Present),
    ("н. в", Token::Present),
    ("a.m", Token::Hour),
    ("p.m", Token::Hour),
    ("not later than", Token::Until),
    ("not earlier than", Token::After),
    ("не позднее", Token::Until),
    ("не позже", Token::Until),
    ("не ранее", Token::After),
    ("не раньше", Token::After),
    ("not held", Token::NotHeld),
    ("did not", Token::NotHeld),
    ("не состоялось", Token::NotHeld),
    ("не состоялся", Token::NotHeld),
    ("не состоялась", Token::NotHeld),
    ("не состоялись", Token::NotHeld),
    ("не проводилось", Token::NotHeld),
    ("не проводился", Token::NotHeld),
    ("не проводилась", Token::NotHeld),
    ("не проводились", Token::NotHeld),
    ("не проведено", Token::NotHeld),
    ("а также", Token::And),
    ("и далее", Token::Onwards),
    ("и позднее", Token::Onwards),
    ("и позже", Token::Onwards),
    ("с утра до вечера", Token::Time),
    ("с утра", Token::Time),
    ("за исключением", Token::Refused),
];

/// Stems that mean the same whatever follows them.
pub(super) const STEMS: [(&str, Token); 74] = [
    ("квартал", Token::Unit(Unit::Quarter)),
    ("quarter", Token::Unit(Unit::Quarter)),
    ("полугоди", Token::Unit(Unit::HalfYear)),
    ("половин", Token::Unit(Unit::Half)),
    ("декад", Token::Unit(Unit::Decade)),
    ("недел", Token::Unit(Unit::Week)),
    ("месяц", Token::Unit(Unit::Month)),
    ("beginning", Token::Part(Part::Start)),
    ("середин", Token::Part(Part::Middle)),
    ("отчетн", Token::Which(0)),
    ("текущ", Token::Which(0)),
    ("нынешн", Token::Which(0)),
    ("прошл", Token::Which(-1)),
    ("минувш", Token::Which(-1)),
    ("предыдущ", Token::Which(-1)),
    ("истекш", Token::Which(-1)),
    ("следующ", Token::Which(1)),
    ("будущ", Token::Which(1)),
    ("последн", Token::Last),
    ("настоящ", Token::Which(0)),
    ("протяжени", Token::Throughout),
    ("ориентировочн", Token::Approx),
    ("примерн", Token::Approx),
    ("приблизительн", Token::Approx),
    ("предположительн", Token::Approx),
    ("предварительн", Token::Approx),
    ("approx", Token::Approx),
    ("еженед", Token::Recurring),
    ("ежемес", Token::Recurring),
    ("ежеквартал", Token::Recurring),
    ("ежегод", Token::Recurring),
    ("ежедн", Token::Recurring),
    ("регулярн", Token::Recurring),
    ("постоянн", Token::Recurring),
    ("периодич", Token::Recurring),
    ("систематич", Token::Recurring),
    ("кажд", Token::Recurring),
    ("перенес", Token::NotHeld),
    ("перенос", Token::NotHeld),
    ("отмен", Token::NotHeld),
    ("отлож", Token::NotHeld),
    ("отклад", Token::NotHeld),
    ("планир", Token::NotHeld),
    ("заплан", Token::NotHeld),
    ("намечен", Token::NotHeld),
    ("несостоя", Token::NotHeld),
    ("postpon", Token::NotHeld),
    ("cancel", Token::NotHeld),
    ("reschedul", Token::NotHeld),
    ("исключ", Token::Refused),
    // A year that is not the calendar's.
    ("учебн", Token::Refused),
    ("academic", Token::Refused),
    ("fiscal", Token::Refused),
    ("exclud", Token::Refused),
    ("этап", Token::Counted),
    ("класс", Token::Counted),
    // What is numbered: «5 форум», «79-я годовщина».
    ("форум", Token::Counted),
    ("фестивал", Token::Counted),
    ("конкурс", Token::Counted),
    ("конференц", Token::Counted),
    ("олимпиад", Token::Counted),
    ("чемпионат", Token::Counted),
    ("турнир", Token::Counted),
    ("съезд", Token::Counted),
    ("сесси", Token::Counted),
    ("заседан", Token::Counted),
    ("выставк", Token::Counted),
    ("ярмарк", Token::Counted),
    ("годовщин", Token::Counted),
    ("заезд", Token::Counted),
    ("поток", Token::Counted),
    ("round", Token::Counted),
    ("stage", Token::Counted),
    ("session", Token::Counted),
];
