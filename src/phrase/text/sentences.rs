//! Text cut into sentences, tolerantly.
//!
//! In goes text, out come its sentences in order; no letter is lost. It knows abbreviations and nothing else of language.

use super::{is_dash, is_quote, one_line};

/// Abbreviations after which a sentence goes on whatever follows.
const ABBREVIATIONS: [&str; 44] = [
    "г",
    "гг",
    "ул",
    "пл",
    "пр",
    "просп",
    "пер",
    "д",
    "корп",
    "стр",
    "обл",
    "р-н",
    "им",
    "т",
    "ч",
    "е",
    "к",
    "н",
    "см",
    "руб",
    "тыс",
    "млн",
    "млрд",
    "чел",
    "св",
    "проф",
    "акад",
    "доц",
    "зам",
    "нач",
    "ст",
    "п",
    "пос",
    "дер",
    "с",
    "л",
    "ок",
    "тел",
    "mr",
    "mrs",
    "ms",
    "dr",
    "no",
    "vs",
];

/// Cuts text into sentences, tolerantly: not after «г.», «ул.», «т.ч.», initials or numbers of a list.
#[must_use]
pub fn sentences(text: &str) -> Vec<String> {
    let chars: Vec<char> = one_line(text).chars().collect();
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..chars.len() {
        if ends_sentence(&chars, start, at) {
            found.push(chars[start..=at].iter().collect::<String>().trim().to_owned());
            start = at + 1;
        }
    }
    found.push(chars[start..].iter().collect::<String>().trim().to_owned());
    found.retain(|sentence| !sentence.is_empty());
    found
}

fn ends_sentence(chars: &[char], start: usize, at: usize) -> bool {
    let closing = |c: char| is_quote(c) || c == ')';
    // A quotation mark or bracket after the stop belongs to the sentence: the cut comes after it.
    let mut stop = at;
    while stop > start && closing(chars[stop]) {
        stop -= 1;
    }
    if !matches!(chars[stop], '.' | '!' | '?' | '…') || chars.get(at + 1) != Some(&' ') {
        return false;
    }
    let opens = chars.get(at + 2).is_some_and(|&c| c.is_uppercase() || c.is_ascii_digit() || is_quote(c) || is_dash(c));
    if !opens || chars[stop] != '.' || stop != at {
        return opens;
    }
    let before: String = chars[start..stop].iter().collect();
    let word = before.rsplit([' ', '.', '(', '«', '"']).next().unwrap_or_default();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    let listed = !word.is_empty() && before.trim().chars().all(|c| c.is_ascii_digit() || c == '.');
    !initial && !listed && !ends_in_year(&before, chars[at + 2]) && !is_abbreviation(&before, word)
}

/// «в 2024 г. Она» goes on no less than «в г. Минск», so «г.» never ends; but «и др.», «и т.д.» may.
fn is_abbreviation(before: &str, word: &str) -> bool {
    let lower = word.to_lowercase();
    let closes_a_list =
        before.ends_with("т.д") || before.ends_with("т.п") || before.ends_with("т. д") || before.ends_with("т. п");
    ABBREVIATIONS.contains(&lower.as_str()) && !closes_a_list
}

/// A number before a stop and another after it: «п. 3. 2» is no end.
fn ends_in_year(before: &str, next: char) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit()) && next.is_ascii_digit()
}
