//! Numbers in titles: «18-й», «XVII», «восьмой».
//!
//! In goes one word, out comes the number that it is. It knows no dates.

use super::super::ordinals::ordinal;

const ENGLISH: [&str; 13] = [
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

/// The number that a word of a title is, if it is one. `word` keeps its capitals: a Roman numeral has them.
pub(super) fn number(word: &str) -> Option<u32> {
    digits(word).or_else(|| roman(word)).or_else(|| in_words(&word.to_lowercase()))
}

/// «2024», "18th", «5й».
fn digits(word: &str) -> Option<u32> {
    let end = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    let (digits, suffix) = word.split_at(end);
    let ordinal =
        ["", "й", "го", "я", "е", "м", "му", "ю", "th", "st", "nd", "rd"].contains(&suffix.to_lowercase().as_str());
    if ordinal { digits.parse().ok() } else { None }
}

fn in_words(word: &str) -> Option<u32> {
    ordinal(word).map(u32::from).or_else(|| {
        let at = ENGLISH.iter().position(|known| !known.is_empty() && *known == word)?;
        u32::try_from(at).ok()
    })
}

/// A Roman numeral in capitals, well formed; «Х» may be typed in Cyrillic. Of single letters only I, V and X count.
fn roman(word: &str) -> Option<u32> {
    let values: Option<Vec<u32>> = word
        .chars()
        .map(|c| match c {
            'I' | 'І' => Some(1),
            'V' => Some(5),
            'X' | 'Х' => Some(10),
            'L' => Some(50),
            'C' => Some(100),
            _ => None,
        })
        .collect();
    let values = values?;
    if values.is_empty() || matches!(values.as_slice(), [50 | 100]) {
        return None;
    }
    let sum = values.iter().enumerate().fold(0i64, |sum, (at, &value)| {
        let smaller = values.get(at + 1).is_some_and(|&next| next > value);
        if smaller { sum - i64::from(value) } else { sum + i64::from(value) }
    });
    let sum = u32::try_from(sum).ok()?;
    (write_roman(sum) == word.replace('Х', "X").replace('І', "I")).then_some(sum)
}

fn write_roman(mut number: u32) -> String {
    const SIGNS: [(u32, &str); 9] =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            out.push_str(sign);
            number -= value;
        }
    }
    out
}
