//! Words of running text in, mentions of countries out: which country, where, as a noun or as an adjective.

use std::sync::LazyLock;

use super::super::inflect::is_form;
use super::super::lexicon::Lexicon;
use super::super::tokens::Token;
use super::{Country, table};

/// A country that a text mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::phrase) struct Mention {
    pub(in crate::phrase) country: Country,
    /// First and last word, as indices of tokens.
    pub(in crate::phrase) first: usize,
    pub(in crate::phrase) last: usize,
    /// «белорусских», not «Беларуси».
    pub(in crate::phrase) adjective: bool,
}

#[derive(Clone, Copy)]
struct Meaning {
    /// `None` for what only looks like a country.
    country: Option<Country>,
    adjective: bool,
}

/// Names that contain a country's and mean none.
const FALSE_FRIENDS: &[&str] = &[
    "Нью-Джерси",
    "Нью-Мексико",
    "Новая Англия",
    "Новый Южный Уэльс",
    "Китай-город",
    "Индийский океан",
    "Греческий огонь",
    "Панамский канал",
    "Чешский Крумлов",
    "Французский бульвар",
    "Эстонский проезд",
    "Нагорный Карабах",
    "Русский Мир",
    "New Jersey",
    "New Mexico",
    "New England",
];

/// «государство» and its like: the words of official names that name nothing.
const KINDS_OF_STATE: &[&str] = &[
    "республика",
    "королевство",
    "государство",
    "княжество",
    "герцогство",
    "великое",
    "султанат",
    "эмират",
    "федерация",
    "конфедерация",
    "федеративный",
    "федеративная",
    "народный",
    "народная",
    "демократический",
    "демократическая",
    "исламский",
    "исламская",
    "арабский",
    "арабская",
    "социалистический",
    "социалистическая",
    "боливарианский",
    "боливарианская",
    "кооперативная",
    "многонациональное",
    "объединенная",
    "восточная",
    "содружество",
    "союз",
    "republic",
    "kingdom",
    "state",
    "federal",
    "democratic",
    "people",
    "s",
    "socialist",
    "islamic",
    "the",
    "of",
];

/// Whose adjective with «Республика» means another land: Taiwan, Republika Srpska, one of the two Congos.
const TWO_OF_ONE_NAME: &[&str] = &["CN", "RS", "CG", "CD", "RU", "KR"];

static NAMES: LazyLock<Lexicon<Meaning>> = LazyLock::new(|| {
    let mut names = Lexicon::default();
    for name in FALSE_FRIENDS {
        names.add(name, Meaning { country: None, adjective: false });
    }
    for entry in table::ENTRIES {
        let country = Some(entry.country());
        for name in [entry.ru, entry.en].iter().chain(entry.aliases) {
            names.add(name, Meaning { country, adjective: false });
        }
        for name in entry.adjectives {
            names.add(name, Meaning { country, adjective: true });
        }
    }
    // «Словацкая Республика»; names of the table itself go before.
    for entry in table::ENTRIES.iter().filter(|entry| !TWO_OF_ONE_NAME.contains(&entry.code)) {
        for stem in entry.adjectives.iter().filter_map(|name| name.strip_suffix("кий")) {
            let name = format!("{stem}кая Республика");
            names.add(&name, Meaning { country: Some(entry.country()), adjective: false });
        }
    }
    names
});

/// Whether a folded word is of the sort of «республика», in any case.
pub(in crate::phrase) fn is_kind_of_state(word: &str) -> bool {
    KINDS_OF_STATE.iter().any(|kind| is_form(word, kind))
}

/// The mentions in running text, in its order. A noun counts where it has its capital letter.
pub(in crate::phrase) fn mentions(text: &str, tokens: &[Token]) -> Vec<Mention> {
    all_in(tokens).into_iter().filter(|mention| is_meant(mention, text, tokens)).collect()
}

/// Every match of the table, without regard to capital letters.
pub(super) fn all_in(tokens: &[Token]) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let hits = NAMES.at(tokens, at);
        let Some(hit) = hits.iter().find(|hit| !hit.value.adjective).or(hits.first()) else {
            at += 1;
            continue;
        };
        if let Some(country) = hit.value.country {
            found.push(Mention { country, first: at, last: at + hit.words - 1, adjective: hit.value.adjective });
        }
        at += hit.words;
    }
    found
}

fn is_meant(mention: &Mention, text: &str, tokens: &[Token]) -> bool {
    let (Some(first), Some(last)) = (tokens.get(mention.first), tokens.get(mention.last)) else { return false };
    if mention.adjective {
        let latin = first.word.is_ascii();
        let of_language = tokens.get(mention.last + 1).is_some_and(|next| is_form(&next.word, "язык"));
        return (first.capital || !latin) && !of_language;
    }
    // «Россия» alone in quotation marks is the name of something else.
    let quoted = text.get(..first.start).is_some_and(|before| before.ends_with(['«', '"', '“', '„']))
        && text.get(last.end..).is_some_and(|after| after.starts_with(['»', '"', '”', '“']));
    last.capital && !quoted && !is_pronoun(first, tokens, mention.first)
}

/// «Кроме того», «Того же дня»: Togo only where something leads up to it.
fn is_pronoun(token: &Token, tokens: &[Token], at: usize) -> bool {
    let led_up_to = at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|before| {
        before.capital || matches!(before.word.as_str(), "из" | "в" | "и" | "с" | "республика" | "республики")
    });
    token.word == "того" && (token.caps || !led_up_to)
}
