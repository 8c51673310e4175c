//! Russian ordinals in words: «второй», «семнадцатого». In: a folded word; out: its number. It knows neither dates nor titles.

/// Stems of the ordinals that are one word, with their numbers.
const STEMS: [(&str, u8); 22] = [
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
    ("сороков", 40),
];

const ENDINGS: [&str; 23] = [
    "ый", "ой", "ий", "ого", "ому", "ым", "ом", "ое", "ая", "ую", "ые", "ых", "ыми", "ье", "ья", "ью", "ьего", "ьему",
    "ьем", "ьим", "ьей", "ьи", "ьих",
];

/// The number of an ordinal of one word; `word` is in lower case, with «е» for «ё».
pub(super) fn ordinal(word: &str) -> Option<u8> {
    STEMS
        .iter()
        .find(|(stem, _)| word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))
        .map(|(_, number)| *number)
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn an_ordinal_is_known_in_every_case_and_a_word_that_only_begins_like_one_is_not() {
        for (word, number) in [("второго", 2), ("третьим", 3), ("семнадцатыми", 17), ("сороковой", 40)]
        {
            assert_eq!(ordinal(word), Some(number), "{word}");
        }
        for word in ["пятница", "первенство", "вторник", "десятки"] {
            assert_eq!(ordinal(word), None, "{word}");
        }
    }
}
