//! A word in, what it counts out: people, organisations, lands or things, with the noun in the singular.
//!
//! It knows nouns in all their cases, and no numbers.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::{ENGLISH, LANDS, ORGANISATIONS, PEOPLE, SPECIAL, THINGS};

/// What a noun counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// People, one by one.
    People,
    /// Companies, teams, schools: never people.
    Organisation,
    /// Countries, regions, towns, nationalities.
    Land,
    /// Medals, views, works, years, grades.
    Thing,
}

/// A noun that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Noun {
    /// «участник», as it is shown.
    pub(super) lemma: &'static str,
    pub(super) class: Class,
}

static NOUNS: LazyLock<HashMap<String, Noun>> = LazyLock::new(|| {
    let mut nouns = HashMap::new();
    let lists =
        [(PEOPLE, Class::People), (ORGANISATIONS, Class::Organisation), (LANDS, Class::Land), (THINGS, Class::Thing)];
    for (list, class) in lists {
        for lemma in list {
            let folded = lemma.to_lowercase().replace('ё', "е");
            for form in forms(&folded) {
                nouns.entry(form).or_insert(Noun { lemma, class });
            }
        }
    }
    for (word, lemma, class) in SPECIAL.iter().chain(ENGLISH) {
        nouns.insert((*word).to_owned(), Noun { lemma, class: *class });
    }
    nouns
});

/// Ends of nouns that are people whatever their stem: «пианистов», «биологов».
const ENDS_OF_PEOPLE: &[(&str, &str)] = &[("истов", "ист"), ("истами", "ист"), ("щиков", "щик"), ("ологов", "олог")];

/// The noun that a folded word is a form of.
pub(super) fn noun(word: &str) -> Option<Noun> {
    if let Some(noun) = NOUNS.get(word) {
        return Some(*noun);
    }
    let longer = word.chars().count() > 6;
    let people = longer && ENDS_OF_PEOPLE.iter().any(|(end, _)| word.ends_with(end));
    people.then_some(Noun { lemma: "человек", class: Class::People })
}

/// Ends, and what takes their place in the other cases, singular and plural. The first that fits is used.
const DECLENSIONS: &[(&str, &[&str])] = &[
    ("ийся", &["ийся", "егося", "емуся", "имся", "емся", "аяся", "ейся", "уюся", "иеся", "ихся", "имися"]),
    ("щий", &["щий", "щего", "щему", "щим", "щем", "щая", "щей", "щую", "щие", "щих", "щими"]),
    ("ый", &["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ые", "ых", "ыми"]),
    ("чий", &["чий", "чего", "чему", "чим", "чем", "чие", "чих", "чими"]),
    ("нин", &["нин", "нина", "нину", "нином", "нине", "не", "н", "нам", "нами", "нах"]),
    ("ец", &["ец", "ца", "цу", "цем", "цом", "це", "цы", "цев", "цов", "цам", "цами", "цах"]),
    ("ок", &["ок", "ка", "ку", "ком", "ке", "ки", "ков", "кам", "ками", "ках"]),
    ("ия", &["ия", "ии", "ию", "ией", "ий", "иям", "иями", "иях"]),
    ("ка", &["ка", "ки", "ке", "ку", "кой", "ок", "ек", "к", "кам", "ками", "ках"]),
    ("ья", &["ья", "ьи", "ье", "ью", "ьей", "ей", "ьям", "ьями", "ьях"]),
    ("я", &["я", "и", "е", "ю", "ей", "ь", "ям", "ями", "ях"]),
    ("а", &["а", "ы", "и", "е", "у", "ой", "", "ам", "ами", "ах"]),
    ("ние", &["ние", "ния", "нию", "нием", "нии", "ний", "ниям", "ниями", "ниях"]),
    ("ие", &["ие", "ия", "ию", "ием", "ии", "ий", "иям", "иями", "иях"]),
    ("о", &["о", "а", "у", "ом", "е", "", "ам", "ами", "ах"]),
    ("ь", &["ь", "я", "ю", "ем", "е", "и", "ью", "ей", "ям", "ями", "ях"]),
    ("й", &["й", "я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"]),
    ("", &["", "а", "у", "ом", "ем", "е", "ы", "и", "ов", "ев", "ей", "ам", "ами", "ах"]),
];

fn forms(lemma: &str) -> Vec<String> {
    let fitting = DECLENSIONS.iter().find_map(|(end, ends)| lemma.strip_suffix(end).map(|stem| (stem, ends)));
    let Some((stem, ends)) = fitting else { return vec![lemma.to_owned()] };
    let mut forms: Vec<String> = ends.iter().map(|end| format!("{stem}{end}")).collect();
    let vowel = stem.ends_with(['а', 'е', 'и', 'о', 'у']);
    if lemma.ends_with("ец") && vowel {
        // «китаец» – «китайцев», «боец» – «бойцов»
        forms.extend(ends.iter().skip(1).map(|end| format!("{stem}й{end}")));
    }
    if let Some(stem) = lemma.strip_suffix('а').filter(|stem| stem.ends_with(['ш', 'ж', 'щ', 'ч'])) {
        forms.push(format!("{stem}ей"));
    }
    forms
}
