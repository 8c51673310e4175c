//! Folding: what two people write differently and mean alike becomes the same string.
//!
//! In: text of a heading, a label or a name. Out: a key for comparing, never to be shown.

/// Folds a heading: case, white space, line ends, punctuation, stars, ё, and letters of one alphabet that look like
/// those of another make no difference.
pub(super) fn label(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric() && !is_footnote_mark(*c))
        .flat_map(char::to_lowercase)
        .map(alike)
        .collect()
}

/// A heading without what stands in brackets: «Дата начала (дд.мм.гггг)».
pub(super) fn label_without_brackets(text: &str) -> String {
    let mut depth = 0_u32;
    let outside: String = text
        .chars()
        .filter(|c| match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth = depth.saturating_sub(1);
                false
            }
            _ => depth == 0,
        })
        .collect();
    label(&outside)
}

/// The words of a text, each folded like a heading.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && !is_invisible(c)).map(label).filter(|word| !word.is_empty()).collect()
}

/// Marks that stand inside words without dividing them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}')
}

fn is_footnote_mark(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// One letter for all that look alike: the Latin one, in lower case.
fn alike(c: char) -> char {
    match c {
        'а' => 'a',
        'в' => 'b',
        'с' => 'c',
        'е' | 'ё' => 'e',
        'н' => 'h',
        'і' | 'ї' => 'i',
        'ј' => 'j',
        'к' => 'k',
        'м' => 'm',
        'о' => 'o',
        'р' => 'p',
        'ѕ' => 's',
        'т' => 't',
        'у' => 'y',
        'х' => 'x',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_alike_however_they_are_typed() {
        let plain = label("Место проведения");
        for typed in [
            "МЕСТО\u{A0}ПРОВЕДЕНИЯ *",
            "Место\nпроведения:",
            " место  проведения¹",
            "Mecтo пpoвeдeния",
            "«Место» проведения",
        ] {
            assert_eq!(label(typed), plain, "{typed}");
        }
        assert_eq!(label("Всё"), label("все"));
        assert_ne!(label("Место"), label("Место проведения"));
        assert_eq!(label_without_brackets("Место проведения (город, страна)"), plain);
    }

    #[test]
    fn words_are_whole() {
        assert_eq!(words("Отчёт_музея-2.xlsx"), [label("отчёт"), label("музея"), label("2"), label("xlsx")]);
    }
}
