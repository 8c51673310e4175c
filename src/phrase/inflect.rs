//! A nominative and a word in, "is it a case form of it" out: Russian declension by the ends of words.
//!
//! Built to recognise, not to write: it admits a form too many rather than one too few, since it is only ever asked
//! about words that a table names. It knows no meaning.

/// An end of a nominative, and the ends that take its place in the other cases.
type Rule = (&'static str, &'static [&'static str]);

const ADJECTIVE: &[&str] =
    &["ого", "ому", "ым", "им", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ие", "ых", "их", "ыми", "ими", "о"];

const RULES: &[Rule] = &[
    ("ия", &["ии", "ию", "ией"]),
    ("ая", &["ой", "ую", "ою"]),
    ("яя", &["ей", "юю", "ею"]),
    ("а", &["ы", "и", "е", "у", "ой", "ей", "ою"]),
    ("я", &["и", "е", "ю", "ей", "ей"]),
    ("ь", &["и", "ью", "я", "ю", "ем", "е"]),
    ("й", &["я", "ю", "ем", "е", "и"]),
    ("ый", ADJECTIVE),
    ("кий", ADJECTIVE_K),
    ("гий", &["гого", "гому", "гим", "гом", "гая", "гой"]),
    ("ой", ADJECTIVE),
    ("ий", &["его", "ему", "им", "ем", "ей", "яя"]),
    ("ец", &["ца", "цу", "цом", "цем", "це", "цы", "цев", "цам"]),
    ("ок", &["ка", "ку", "ком", "ке"]),
    ("пет", &["пта", "пту", "птом", "пте"]),
    ("острова", &["островов", "островам", "островами", "островах"]),
    ("ек", &["ка", "ку", "ком", "ке"]),
    ("ел", &["ла", "лу", "лом", "ле"]),
    ("ень", &["ня", "ню", "нем", "не"]),
    ("во", &["ва", "ву", "вом", "ве"]),
    ("но", &["на", "ну", "ном", "не"]),
    ("ство", &["ства", "ству", "ством", "стве"]),
    ("ое", &["ого", "ому", "ым", "им", "ом"]),
    ("ее", &["его", "ему", "им", "ем"]),
    ("ье", &["ья", "ью", "ьем"]),
    ("ие", &["ия", "ию", "ием", "ии", "их", "им", "ими"]),
    ("ые", &["ых", "ым", "ыми"]),
    ("ы", &["", "ов", "ам", "ами", "ах"]),
    ("и", &["", "ов", "ей", "ам", "ами", "ах", "ям", "ями", "ях"]),
    ("ки", &["ок", "ек"]),
    ("лы", &["ел", "ол"]),
    ("на", &["ен", "он"]),
    ("ане", &["ан", "анам", "анами", "анах"]),
    ("яне", &["ян", "янам", "янами", "янах"]),
];

const ADJECTIVE_K: &[&str] =
    &["кого", "кому", "ким", "ком", "кая", "кой", "кую", "кою", "кое", "кие", "ких", "кими", "ко"];

const AFTER_CONSONANT: &[&str] = &["а", "у", "ом", "ем", "е", "ым"];

/// Whether `word` is `nominative` or another case of it; both folded.
pub(super) fn is_form(word: &str, nominative: &str) -> bool {
    if word == nominative {
        return true;
    }
    if !nominative.chars().next_back().is_some_and(is_cyrillic) {
        return false;
    }
    let by_rule = RULES.iter().any(|(tail, ends)| {
        nominative
            .strip_suffix(tail)
            .and_then(|stem| if stem.is_empty() { None } else { word.strip_prefix(stem) })
            .is_some_and(|end| ends.contains(&end))
    });
    by_rule
        || (ends_in_consonant(nominative)
            && word.strip_prefix(nominative).is_some_and(|end| AFTER_CONSONANT.contains(&end)))
}

/// The nominative of a place adjective in the locative or genitive: «Сердобском» → «Сердобский», «общей» stays unknown.
///
/// `feminine` and `plural` are the gender and number of the noun beside it.
pub(super) fn adjective_nominative(word: &str, feminine: bool, plural: bool) -> Option<String> {
    let swap = |ends: &[(&str, &str)]| {
        ends.iter().find_map(|(from, to)| word.strip_suffix(from).map(|stem| format!("{stem}{to}")))
    };
    if plural {
        return swap(&[("ких", "кие"), ("гих", "гие"), ("жих", "жие"), ("них", "ние"), ("ых", "ые"), ("их", "ие")]);
    }
    if feminine {
        return swap(&[("ней", "няя"), ("щей", "щая"), ("шей", "шая"), ("ой", "ая")]);
    }
    swap(&[
        ("ком", "кий"),
        ("кого", "кий"),
        ("гом", "гий"),
        ("шом", "шой"),
        ("нем", "ний"),
        ("щем", "щий"),
        ("шем", "ший"),
        ("ом", "ый"),
        ("ого", "ый"),
    ])
}

fn is_cyrillic(letter: char) -> bool {
    matches!(letter, 'а'..='я')
}

fn ends_in_consonant(word: &str) -> bool {
    word.chars().next_back().is_some_and(|last| is_cyrillic(last) && !"аеиоуыэюяьъй".contains(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_forms_are_recognised() {
        for (nominative, forms) in [
            ("индия", ["индии", "индию", "индией"]),
            ("беларусь", ["беларуси", "беларусью", "беларусь"]),
            ("китай", ["китая", "китаем", "китае"]),
            ("орел", ["орла", "орле", "орлом"]),
            ("череповец", ["череповца", "череповце", "череповцом"]),
            ("чебоксары", ["чебоксар", "чебоксарах", "чебоксарами"]),
            ("филиппины", ["филиппин", "филиппинах", "филиппинам"]),
            ("вьетнамский", ["вьетнамских", "вьетнамской", "вьетнамско"]),
            ("шушенское", ["шушенского", "шушенском", "шушенское"]),
            ("саратов", ["саратова", "саратове", "саратовом"]),
        ] {
            for form in forms {
                assert!(is_form(form, nominative), "{form} is of {nominative}");
            }
        }
    }

    #[test]
    fn a_likeness_is_no_form() {
        for (word, nominative) in [("индиана", "индия"), ("груз", "грузия"), ("нигерия", "нигер"), ("того", "тог")]
        {
            assert!(!is_form(word, nominative), "{word} is not of {nominative}");
        }
    }
}
