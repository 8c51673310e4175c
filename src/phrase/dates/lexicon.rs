//! The words of dates, Russian and English: what each of them means.
//!
//! In goes one lower-case word («ё» as «е»), out comes a token. It knows nothing of neighbours.

use rapidfuzz::distance::osa;

use super::super::ordinals::ordinal;
use super::tables::{
    CARDINALS, FIXED, MONTH_SHORT, MONTH_SHORT_EN, MONTH_STEMS, MONTHS_EN, MONTHS_RU, MONTHS_RU_ALONE, ORDINALS_EN,
    ROMAN, STEMS, SUFFIXES, WEEKDAYS,
};
use super::token::{Part, Season, Token, Unit};

/// The token of a word, if dates know it.
pub(super) fn meaning(word: &str) -> Option<Token> {
    small_word(word)
        .or_else(|| month(word))
        .or_else(|| weekday(word))
        .or_else(|| season(word))
        .or_else(|| rank(word))
        .or_else(|| {
            STEMS
                .iter()
                .find(|(stem, _)| word.starts_with(stem) && word.len() <= stem.len() + 18)
                .map(|(_, token)| *token)
        })
}

fn small_word(word: &str) -> Option<Token> {
    let token = match word {
        "с" | "со" | "c" | "от" | "from" | "since" | "between" | "starting" | "начиная" => Token::From,
        "по" | "to" | "through" | "thru" => Token::To,
        "до" | "until" | "till" | "by" | "к" | "ко" | "before" | "заканчивая" | "ending" => Token::Until,
        "после" | "after" => Token::After,
        "onwards" | "onward" => Token::Onwards,
        "и" | "and" | "да" => Token::And,
        "или" | "либо" | "or" | "кроме" | "except" | "без" | "не" | "not" | "no" | "вместо" | "instead"
        | "накануне" | "кануне" | "eve" => Token::Refused,
        "в" | "во" | "at" => Token::At,
        "на" => Token::Onto,
        "ул" | "улица" | "улице" | "пр" | "просп" | "проспект" | "пл" | "площадь" | "д" | "дом" | "каб" | "кабинет"
        | "ауд" | "аудитория" | "зал" | "корп" | "корпус" | "стр" | "школа" | "сош" | "street" | "room" => {
            Token::Label
        }
        "течение" | "течении" | "теченье" | "весь" | "всего" | "всю" | "всей" | "during" | "throughout" | "за"
        | "whole" | "entire" => Token::Throughout,
        "г" | "гг" | "год" | "года" | "году" | "годом" | "годы" | "годов" | "годах" | "year" | "years" => {
            Token::YearWord
        }
        "этот" | "этого" | "этом" | "этой" | "эту" | "это" | "сей" | "сего" | "сем" | "данного" | "данном" | "this"
        | "current" | "reporting" => Token::Which(0),
        "previous" => Token::Which(-1),
        "next" => Token::Which(1),
        "last" => Token::Last,
        "время" | "времени" | "present" | "now" => Token::Present,
        "quarters" | "кв" | "q" => Token::Unit(Unit::Quarter),
        "h" => Token::Unit(Unit::HalfYear),
        "half" => Token::Unit(Unit::Half),
        "week" => Token::Unit(Unit::Week),
        "month" | "months" | "мес" => Token::Unit(Unit::Month),
        "период" | "периода" | "периоде" | "period" => Token::Unit(Unit::Period),
        "числа" | "числах" | "число" | "числам" => Token::Unit(Unit::Dates),
        "early" | "начало" | "начале" | "начала" | "началу" | "началом" => {
            Token::Part(Part::Start)
        }
        "mid" | "middle" => Token::Part(Part::Middle),
        "end" | "late" | "конец" | "конце" | "конца" | "концу" | "концом" => {
            Token::Part(Part::End)
        }
        "ч" | "час" | "часа" | "часов" | "часам" | "мин" | "минут" | "минуты" | "am" | "pm" | "hrs" | "hours"
        | "oclock" | "утра" | "вечера" | "ночи" | "пополудни" => Token::Hour,
        "дня" | "дней" | "дни" | "день" | "дн" | "сут" | "сутки" | "суток" | "day" | "days" => {
            Token::Days
        }
        "тур"
        | "тура"
        | "смена"
        | "смены"
        | "смену"
        | "лет"
        | "летие"
        | "летия"
        | "летию"
        | "летием"
        | "игр"
        | "чел"
        | "человек"
        | "people"
        | "участник"
        | "участника"
        | "участников"
        | "participants"
        | "anniversary" => Token::Counted,
        "около" | "circa" | "about" | "around" | "ca" => Token::Approx,
        "weekly" | "monthly" | "daily" | "annually" | "yearly" | "every" | "each" | "regularly" | "once" | "twice"
        | "times" | "раз" | "раза" => Token::Recurring,
        "scheduled" | "planned" | "will" | "upcoming" | "будет" | "будут" | "состоится" | "состоятся" | "ожидается" => {
            Token::NotHeld
        }
        "состоялось"
        | "состоялся"
        | "прошло"
        | "прошла"
        | "прошли"
        | "состоялась"
        | "the"
        | "of"
        | "on"
        | "in"
        | "для"
        | "t"
        | "z"
        | "включительно"
        | "вкл"
        | "inclusive"
        | "incl"
        | "календарного"
        | "msk"
        | "мск"
        | "мскв"
        | "дата"
        | "даты"
        | "date"
        | "dates"
        | "срок"
        | "сроки" => Token::Noise,
        _ => return None,
    };
    Some(token)
}

fn month(word: &str) -> Option<Token> {
    for (stem, month, endings, genitive) in MONTH_STEMS {
        if let Some(ending) = word.strip_prefix(stem)
            && (ending == genitive || endings.contains(&ending))
        {
            return Some(Token::Month { month, english: false, genitive: ending == genitive });
        }
    }
    let found = |table: &[(&str, i8)]| table.iter().find(|(short, _)| *short == word).map(|(_, month)| *month);
    if let Some(month) = found(&MONTH_SHORT) {
        return Some(Token::Month { month, english: false, genitive: false });
    }
    let full = MONTHS_EN.iter().position(|name| name.eq_ignore_ascii_case(word));
    let month = full.and_then(|index| i8::try_from(index + 1).ok()).or_else(|| found(&MONTH_SHORT_EN))?;
    Some(Token::Month { month, english: true, genitive: false })
}

fn weekday(word: &str) -> Option<Token> {
    for (stem, short, english, english_short, weekday) in WEEKDAYS {
        let english_forms = word == english || word == english_short || (word.len() > 3 && english.starts_with(word));
        if word == short || (english_forms && word.is_ascii()) {
            return Some(Token::Weekday(weekday));
        }
        if word.strip_suffix('s') == Some(english) {
            return Some(Token::Recurring);
        }
        if let Some(ending) = word.strip_prefix(stem) {
            return match ending {
                "ам" | "ям" | "ами" => Some(Token::Recurring),
                "" | "а" | "у" | "ы" | "е" | "ой" | "я" | "ю" | "ом" | "ем" => {
                    Some(Token::Weekday(weekday))
                }
                _ => None,
            };
        }
    }
    None
}

fn season(word: &str) -> Option<Token> {
    let season = match word {
        "зима" | "зимы" | "зиму" | "зиме" | "зимой" | "winter" => Season::Winter,
        "весна" | "весны" | "весну" | "весне" | "весной" | "spring" => Season::Spring,
        "лето" | "лета" | "лету" | "лете" | "летом" | "summer" => Season::Summer,
        "осень" | "осени" | "осенью" | "autumn" | "fall" => Season::Autumn,
        _ => return None,
    };
    Some(Token::Season(season))
}

/// Ordinals and cardinals in words, and Roman numerals.
fn rank(word: &str) -> Option<Token> {
    let position = |table: &[&str]| table.iter().position(|known| *known == word).and_then(|at| i16::try_from(at).ok());
    if let Some(value) = position(&ORDINALS_EN).or_else(|| position(&CARDINALS)) {
        return Some(Token::Ordinal(value));
    }
    match word {
        "двадцать" | "twenty" => return Some(Token::Tens(20)),
        "тридцать" | "thirty" => return Some(Token::Tens(30)),
        "thirtieth" => return Some(Token::Ordinal(30)),
        _ => {}
    }
    ordinal(word).map(|number| Token::Ordinal(number.into())).or_else(|| roman(word).map(Token::Roman))
}

/// A Roman numeral up to XII; «П» and «Ш» are typed for II and III.
fn roman(word: &str) -> Option<i16> {
    let latin: String = word.chars().map(|c| if c == 'х' { 'x' } else { c }).collect();
    let at = ROMAN.iter().position(|numeral| numeral.eq_ignore_ascii_case(&latin));
    match word {
        "п" => Some(2),
        "ш" => Some(3),
        _ => at.and_then(|at| i16::try_from(at + 1).ok()),
    }
}

/// Unicode's own signs for Roman numerals, in lower case.
pub(super) fn roman_sign(c: char) -> Option<i16> {
    ('\u{2170}'..='\u{217b}').position(|sign| sign == c).and_then(|at| i16::try_from(at + 1).ok())
}

/// The length of an ordinal's ending that stands right after digits: «-го», "th"; 0 if there is none.
pub(super) fn ordinal_suffix(after: &[char]) -> usize {
    let hyphen = usize::from(after.first() == Some(&'-'));
    let ending: String = after.iter().skip(hyphen).take_while(|c| c.is_alphabetic()).collect();
    if SUFFIXES.contains(&ending.as_str()) { hyphen + ending.chars().count() } else { 0 }
}

/// A letter typed for a digit.
pub(super) fn digit_lookalike(letter: char) -> Option<char> {
    match letter {
        'о' | 'o' => Some('0'),
        'з' => Some('3'),
        'l' | 'i' => Some('1'),
        _ => None,
    }
}

/// A phrase of several words that stands at the start, and its length.
pub(super) fn fixed(rest: &[char]) -> Option<(Token, usize)> {
    FIXED.iter().find_map(|(phrase, token)| {
        let length = phrase.chars().count();
        let matches = rest.len() >= length && phrase.chars().zip(rest).all(|(wanted, c)| wanted == *c);
        let ends = !rest.get(length).is_some_and(|c| c.is_alphanumeric());
        (matches && ends).then_some((*token, length))
    })
}

/// The month, «квартал» or «полугодие» that a mistyped word stands for; `None` when two are equally near.
pub(super) fn nearest(word: &str) -> Option<Token> {
    let length = word.chars().count();
    // A short word has too many neighbours.
    let allowed = match length {
        0..5 => return None,
        5..7 => 1,
        _ => 2,
    };
    let others = ["квартал", "квартале", "квартала", "полугодие", "полугодии", "года"];
    let known = MONTHS_RU.iter().chain(&MONTHS_RU_ALONE).chain(&MONTHS_EN).chain(&others);
    let mut found: Vec<(usize, Token)> = known
        .filter_map(|name| {
            let name = name.to_lowercase();
            let distance = osa::distance(word.chars(), name.chars());
            (distance <= allowed).then(|| meaning(&name)).flatten().map(|token| (distance, token))
        })
        .collect();
    found.sort_by_key(|(distance, _)| *distance);
    let (best, token) = *found.first()?;
    let same = |other: Token| match (token, other) {
        (Token::Month { month, .. }, Token::Month { month: other, .. }) => month == other,
        (token, other) => token == other,
    };
    found.iter().take_while(|(distance, _)| *distance == best).all(|(_, other)| same(*other)).then_some(token)
}
