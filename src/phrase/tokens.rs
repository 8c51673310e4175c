//! Running text in, folded words out: what countries, places and head counts are read from.
//!
//! Folding here is for looking up, never for showing. It knows no word of any language.

use unicode_normalization::UnicodeNormalization;

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing but white space, dashes and apostrophes: the two may be one name.
    Joined,
    /// The same with a full stop, which may end an abbreviation («г. Минск») or a sentence.
    Stop,
    /// A comma, a bracket, a quotation mark, a colon, the start of the text.
    Break,
}

/// A word or a number of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Folded: see [`fold`].
    pub(super) word: String,
    /// Where it stands in the text, in bytes.
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) before: Gap,
    /// It starts with a capital letter.
    pub(super) capital: bool,
    /// It has two letters at least, all of them capital.
    pub(super) caps: bool,
    pub(super) digits: bool,
}

/// Lower case, «ё» as «е», Latin letters without their marks.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        fold_into(letter, &mut folded);
    }
    folded
}

fn fold_into(letter: char, folded: &mut String) {
    match letter {
        'a'..='z' | '0'..='9' | 'а'..='я' | ' ' => folded.push(letter),
        'ё' | 'Ё' => folded.push('е'),
        // Belarusian and Ukrainian letters: «Мінск».
        'і' | 'І' => folded.push('и'),
        'ў' | 'Ў' => folded.push('у'),
        'ł' | 'Ł' => folded.push('l'),
        'ø' | 'Ø' => folded.push('o'),
        'ı' => folded.push('i'),
        'đ' | 'Đ' => folded.push('d'),
        'ß' => folded.push_str("ss"),
        // «й» must not fall apart into «и» and a mark, so only what is not Cyrillic is taken apart.
        'А'..='я' => folded.extend(letter.to_lowercase()),
        _ if letter.is_ascii() => folded.push(letter.to_ascii_lowercase()),
        _ => {
            let plain = |part: &char| !matches!(part, '\u{300}'..='\u{36f}');
            for part in letter.to_lowercase().collect::<String>().nfd().filter(plain) {
                folded.push(part);
            }
        }
    }
}

/// The words and numbers of a text, in order. Digits and letters that touch are two tokens.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(text.len() / 10 + 1);
    let mut gap = Gap::Break;
    let mut letters = text.char_indices().peekable();
    while let Some((start, first)) = letters.next() {
        if !first.is_alphanumeric() {
            gap = widen(gap, first);
            continue;
        }
        let digits = first.is_ascii_digit();
        let mut token = Token {
            word: String::with_capacity(16),
            start,
            end: start + first.len_utf8(),
            before: gap,
            capital: first.is_uppercase(),
            caps: first.is_uppercase(),
            digits,
        };
        fold_into(first, &mut token.word);
        let mut count = 1;
        while let Some((at, next)) = letters.next_if(|(_, next)| belongs(*next, digits)) {
            fold_into(next, &mut token.word);
            token.caps &= !next.is_lowercase();
            token.end = at + next.len_utf8();
            count += 1;
        }
        token.caps &= count > 1;
        found.push(token);
        gap = Gap::Joined;
    }
    found
}

fn belongs(letter: char, digits: bool) -> bool {
    let combining = matches!(letter, '\u{300}'..='\u{36f}');
    if digits { letter.is_ascii_digit() } else { combining || letter.is_alphabetic() }
}

fn widen(gap: Gap, letter: char) -> Gap {
    match (gap, letter) {
        (Gap::Break, _) | (_, '\n') => Gap::Break,
        (gap, ' ' | '-' | '–' | '—' | '‑' | '\'' | '’' | '`' | '+' | '~') => gap,
        (gap, _) if letter.is_whitespace() => gap,
        (_, '.') => Gap::Stop,
        _ => Gap::Break,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_joins_and_a_comma_parts() {
        let words = tokens("Гвинея-Бисау, г. Орёл");
        let gaps: Vec<_> = words.iter().map(|token| (token.word.as_str(), token.before)).collect();
        assert_eq!(gaps, [("гвинея", Gap::Break), ("бисау", Gap::Joined), ("г", Gap::Break), ("орел", Gap::Stop)]);
    }

    #[test]
    fn latin_marks_fall_away_and_the_russian_short_i_stays() {
        assert_eq!(fold("LÁZNĚ BOHDANEČ"), "lazne bohdanec");
        assert_eq!(fold("ЙОШКАР-ОЛА"), "йошкар-ола");
    }
}
