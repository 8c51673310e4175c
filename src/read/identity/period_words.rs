//! A period as people write it: «I квартал 2024 года», «1 кв. 2024», "Q1 2024", «январь – март 2024», its two days.
//!
//! In: a text. Out: the one period that it names, or none.

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

use crate::record::{Frequency, Period};

/// Stems of the months; May has none that is only its own.
const MONTHS: [&[&str]; 12] = [
    &["январ", "january"],
    &["феврал", "february"],
    &["март", "march"],
    &["апрел", "april"],
    &["мая", "май", "мае", "may"],
    &["июн", "june"],
    &["июл", "july"],
    &["август", "august"],
    &["сентябр", "september"],
    &["октябр", "october"],
    &["ноябр", "november"],
    &["декабр", "december"],
];

/// Ordinals up to four.
const ORDINALS: [&[&str]; 4] = [
    &["1", "i", "перв", "first"],
    &["2", "ii", "втор", "second"],
    &["3", "iii", "трет", "third"],
    &["4", "iv", "четверт", "fourth"],
];

/// Endings that stand apart from their numeral: «1-й».
const ENDINGS: [&str; 12] = ["й", "ый", "ой", "ий", "е", "ое", "го", "м", "st", "nd", "rd", "th"];

/// Reads the one period that a text names.
pub(super) fn read(text: &str) -> Option<Period> {
    if let Ok(period) = text.parse() {
        return Some(period);
    }
    let days = days(text);
    if let [first, last] = days.as_slice() {
        return of_days(*first, *last);
    }
    let words = words(text);
    let years: BTreeSet<i16> = words.iter().filter_map(|word| year(word)).collect();
    let &year = years.first().filter(|_| years.len() == 1)?;
    let quarters = counted(&words, &["кварт", "quarter"], &["кв", "q", "qtr"]);
    let halves = counted(&words, &["полугод", "half"], &["h"]);
    let months = months(&words);
    match (quarters.as_slice(), halves.as_slice(), months.as_slice()) {
        ([number], [], []) => Period::new(year, Frequency::Quarter, *number),
        ([], [number], []) => Period::new(year, Frequency::HalfYear, *number),
        ([], [], [month]) => Period::new(year, Frequency::Month, *month),
        ([], [], [first, last]) if first < last => of_days(date(year, *first, 1), date(year, *last, 1).last_of_month()),
        ([], [], []) if words.iter().all(|word| is_about_a_year(word)) => Period::new(year, Frequency::Year, 1),
        _ => None,
    }
}

/// The period that begins and ends on these days.
fn of_days(first: Date, last: Date) -> Option<Period> {
    [Frequency::Month, Frequency::Quarter, Frequency::HalfYear, Frequency::Year].into_iter().find_map(|frequency| {
        let number = (first.month() - 1) / frequency.months() + 1;
        Period::new(first.year(), frequency, number)
            .filter(|period| period.first_day() == first && period.last_day() == last)
    })
}

/// Words and numbers, in lower case; «1кв» and «Q1» are two.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'ё' => 'е',
            // The letter that Cyrillic keyboards offer for a Roman one.
            'і' | 'ı' => 'i',
            c => c,
        };
        let continues =
            before.is_some_and(|before| before.is_alphanumeric() && before.is_ascii_digit() == c.is_ascii_digit());
        if c.is_alphanumeric() {
            match words.last_mut() {
                Some(word) if continues => word.push(c),
                _ => words.push(c.to_string()),
            }
        }
        before = Some(c);
    }
    words
}

fn year(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok()?;
    (word.len() == 4 && (1990..2100).contains(&year)).then_some(year)
}

fn is_about_a_year(word: &str) -> bool {
    year(word).is_some() || ["год", "года", "г", "за", "year", "the", "for"].contains(&word)
}

fn ordinal(word: &str) -> Option<i8> {
    (1..).zip(ORDINALS).find(|(_, forms)| is_one_of(word, forms)).map(|(number, _)| number)
}

/// Short forms must be the whole word, stems its beginning.
fn is_one_of(word: &str, forms: &[&str]) -> bool {
    forms.iter().any(|form| word == *form || (form.chars().count() > 3 && word.starts_with(form)))
}

/// Numbers that stand beside a word for quarter or half-year: before it («1-й квартал», «I и II кварталы»), else after
/// it («Q1»).
fn counted(words: &[String], stems: &[&str], short: &[&str]) -> Vec<i8> {
    let is_unit = |word: &String| stems.iter().any(|stem| word.starts_with(stem)) || short.contains(&word.as_str());
    let mut numbers = Vec::new();
    for at in (0..words.len()).filter(|at| is_unit(&words[*at])) {
        let before = words[..at].iter().rev();
        let run = before.take_while(|word| is_between(word) || ordinal(word).is_some());
        let counted: Vec<i8> = run.filter_map(|word| ordinal(word)).collect();
        if counted.is_empty() {
            numbers.extend(words.get(at + 1).and_then(|word| ordinal(word)));
        }
        numbers.extend(counted);
    }
    numbers
}

/// What stands between a numeral and its noun, or between two numerals.
fn is_between(word: &str) -> bool {
    ENDINGS.contains(&word) || ["и", "по", "and", "to"].contains(&word)
}

/// Months that are named, in order. A month after a day is a date, not a period.
fn months(words: &[String]) -> Vec<i8> {
    let is_day = |word: &String| word.parse::<u8>().is_ok_and(|day| (1..=31).contains(&day));
    words
        .iter()
        .enumerate()
        .filter(|(at, _)| !at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(is_day))
        .filter_map(|(_, word)| (1..).zip(MONTHS).find(|(_, forms)| is_one_of(word, forms)).map(|(number, _)| number))
        .collect()
}

/// Days such as `01.01.2024` and `2024-01-01`, in order.
fn days(text: &str) -> Vec<Date> {
    text.split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '/')).filter_map(day).collect()
}

/// One day, written in figures.
pub(in crate::read) fn day(word: &str) -> Option<Date> {
    let word = word.trim().trim_end_matches(['.', '-', '/']);
    if let Ok(day) = word.parse() {
        return Some(day);
    }
    let parts: Vec<i16> = word.split(['.', '/']).map(str::parse).collect::<Result<_, _>>().ok()?;
    let &[day, month, year] = parts.as_slice() else { return None };
    if year < 1900 {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_is_understood_however_it_is_written() {
        for text in [
            "2024-Q1",
            "I квартал 2024 года",
            "за І кв. 2024 г.",
            "1 квартал 2024",
            "1-й квартал 2024 года",
            "первый квартал 2024",
            "1кв2024",
            "Q1 2024",
            "first quarter of 2024",
            "Отчёт за 1 кв 2024.xlsx",
            "январь – март 2024 года",
            "01.01.2024 – 31.03.2024",
            "с 01.01.2024 по 31.03.2024",
            "2024-01-01 2024-03-31",
        ] {
            assert_eq!(read(text).map(|period| period.to_string()).as_deref(), Some("2024-Q1"), "{text}");
        }
    }

    #[test]
    fn months_half_years_and_years_are_understood() {
        for (text, period) in [
            ("март 2024 года", "2024-03"),
            ("May 2024", "2024-05"),
            ("1 полугодие 2024", "2024-H1"),
            ("2024 год", "2024"),
            ("за 2024 г.", "2024"),
        ] {
            assert_eq!(read(text).map(|period| period.to_string()).as_deref(), Some(period), "{text}");
        }
    }

    #[test]
    fn what_names_no_single_period_is_not_guessed() {
        for text in [
            "",
            "I квартал",
            "9 месяцев 2024 года",
            "I и II квартал 2024",
            "I квартал 2023 и 2024",
            "5 марта 2024",
            "отчёт 2024 музей",
            "05.03.2024",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
