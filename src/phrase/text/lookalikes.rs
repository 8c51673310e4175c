//! Latin letters inside Cyrillic words, and the reverse.
//!
//! In goes text, out comes text whose words are each of one script where they can be. It knows no words.

use super::is_cyrillic;

/// Latin letters and the Cyrillic ones that look the same.
const LOOKALIKES: [(char, char); 23] = [
    ('A', 'А'),
    ('B', 'В'),
    ('C', 'С'),
    ('E', 'Е'),
    ('H', 'Н'),
    ('K', 'К'),
    ('M', 'М'),
    ('O', 'О'),
    ('P', 'Р'),
    ('T', 'Т'),
    ('X', 'Х'),
    ('Y', 'У'),
    ('a', 'а'),
    ('c', 'с'),
    ('e', 'е'),
    ('k', 'к'),
    ('o', 'о'),
    ('p', 'р'),
    ('x', 'х'),
    ('y', 'у'),
    ('Ë', 'Ё'),
    ('ë', 'ё'),
    ('i', 'і'),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Cyrillic,
}

fn script(c: char) -> Option<Script> {
    if is_cyrillic(c) {
        Some(Script::Cyrillic)
    } else if c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}') {
        Some(Script::Latin)
    } else {
        None
    }
}

fn twin(c: char, wanted: Script) -> Option<char> {
    LOOKALIKES.iter().find_map(|&(latin, cyrillic)| match wanted {
        Script::Cyrillic => (c == latin).then_some(cyrillic),
        Script::Latin => (c == cyrillic).then_some(latin),
    })
}

/// Puts right Latin letters inside Cyrillic words, and the reverse; says whether there were any.
///
/// A word wholly of one script stays, save a small letter alone among words of the other script («c 5 по 7 мая»).
#[must_use]
pub fn mend_lookalikes(text: &str) -> (String, bool) {
    let around = script_around(text);
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for c in text.chars() {
        if script(c).is_some() {
            word.push(c);
        } else {
            out.push_str(&mend_word(&word, around));
            word.clear();
            out.push(c);
        }
    }
    out.push_str(&mend_word(&word, around));
    let mended = out != text;
    (out, mended)
}

/// The script that most letters are of; Roman numerals are of none.
fn script_around(text: &str) -> Script {
    let words = text.split(|c| script(c).is_none());
    let letters = words.filter(|word| !word.chars().all(|c| "IVXLCDM".contains(c))).flat_map(str::chars);
    let (latin, cyrillic): (Vec<_>, Vec<_>) = letters.map(script).partition(|script| *script == Some(Script::Latin));
    if cyrillic.len() >= latin.len() { Script::Cyrillic } else { Script::Latin }
}

fn mend_word(word: &str, around: Script) -> String {
    match wanted_script(word, around) {
        Some(wanted) => word.chars().map(|c| twin(c, wanted).unwrap_or(c)).collect(),
        None => word.to_owned(),
    }
}

/// The script that all letters of the word can be written in, where they are not yet.
fn wanted_script(word: &str, around: Script) -> Option<Script> {
    let fits = |wanted| word.chars().all(|c| script(c) == Some(wanted) || twin(c, wanted).is_some());
    let has = |wanted| word.chars().any(|c| script(c) == Some(wanted));
    let mixed = has(Script::Latin) && has(Script::Cyrillic);
    let alone = word.chars().count() == 1 && word.chars().all(char::is_lowercase) && !has(around);
    if !mixed && !alone {
        return None;
    }
    match (fits(Script::Cyrillic), fits(Script::Latin)) {
        (true, true) => Some(around),
        (true, false) => Some(Script::Cyrillic),
        (false, true) => Some(Script::Latin),
        (false, false) => None,
    }
}
