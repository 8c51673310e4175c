//! The words that are left of a place in, the venue as a report writes it out: «в павильоне № 2» → «павильон № 2».

use super::super::inflect::adjective_nominative;
use super::super::tokens::{Token, tokens};
use super::gazetteer::venue_at;
use super::venues::{VENUE_NOUNS, VenueNoun};

/// The venue in the nominative, where it stood in the locative after «в» or «на»; otherwise as written.
pub(super) fn nominative(written: &str) -> String {
    let written = written.trim();
    let words = tokens(written);
    let Some(first) = words.first().filter(|first| is_preposition(first)) else { return written.to_owned() };
    let Some(second) = words.get(1).filter(|second| !second.digits) else { return written.to_owned() };
    let rest = written.get(second.start..).unwrap_or_default();
    // A quotation mark before the second word belongs to it.
    let gap = written.get(first.end..second.start).unwrap_or_default();
    if gap.contains(['«', '"', '“']) {
        return gap.trim().to_owned() + rest;
    }
    if let Some((known, _)) = venue_at(&words, 1) {
        return after_known(written, &words, known, second.start);
    }
    if second.caps {
        return rest.to_owned();
    }
    phrase(written, &words).unwrap_or_else(|| written.to_owned())
}

fn is_preposition(token: &Token) -> bool {
    matches!(token.word.as_str(), "в" | "во" | "на" | "in" | "at")
}

/// «на ВДНХ в павильонах № 75» → «ВДНХ, павильоны № 75».
fn after_known(written: &str, words: &[Token], known: usize, start: usize) -> String {
    let next = 1 + known;
    let whole = written.get(start..).unwrap_or_default().to_owned();
    let Some(preposition) = words.get(next).filter(|token| is_preposition(token)) else { return whole };
    let head = written.get(start..preposition.start).unwrap_or_default().trim_end();
    let tail = nominative(written.get(preposition.start..).unwrap_or_default());
    format!("{head}, {tail}")
}

/// Adjectives and the noun for a venue: all that follows stays as it is.
fn phrase(written: &str, words: &[Token]) -> Option<String> {
    let at =
        (1..words.len().min(7)).find(|at| words.get(*at).is_some_and(|token| venue_noun(&token.word).is_some()))?;
    let noun = venue_noun(&words.get(at)?.word)?;
    let mut result = String::new();
    for index in 1..=at {
        let token = words.get(index)?;
        if index > 1 {
            result.push_str(written.get(words.get(index - 1)?.end..token.start)?);
        }
        let original = written.get(token.start..token.end)?;
        if index == at {
            result.push_str(&like(original, noun.nominative));
            continue;
        }
        let next_is_hyphen = written.get(token.end..words.get(index + 1)?.start)? == "-";
        if next_is_hyphen {
            result.push_str(original);
            continue;
        }
        result.push_str(&like(original, &adjective_nominative(&original.to_lowercase(), noun.feminine, noun.plural)?));
    }
    result.push_str(written.get(words.get(at)?.end..)?);
    Some(result)
}

fn venue_noun(word: &str) -> Option<&'static VenueNoun> {
    VENUE_NOUNS.iter().find(|noun| noun.locative == word)
}

/// With a capital where the original had one.
fn like(original: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if original.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::nominative;

    #[test]
    fn the_locative_becomes_the_nominative() {
        for (written, expected) in [
            ("в павильоне № 2 ЦВК «Экспоцентр»", "павильон № 2 ЦВК «Экспоцентр»"),
            ("на ВДНХ в павильонах № 75, 69", "ВДНХ, павильоны № 75, 69"),
            ("на базе отдыха «Иволга»", "база отдыха «Иволга»"),
            ("в конгрессно-выставочном центре «Патриот»", "конгрессно-выставочный центр «Патриот»"),
            ("в Сердобском районе", "Сердобский район"),
            ("в областной библиотеке", "областная библиотека"),
            ("в 700 м от пункта пропуска", "в 700 м от пункта пропуска"),
            ("в «Манеже»", "«Манеже»"),
            ("в неведомом кагале", "в неведомом кагале"),
        ] {
            assert_eq!(nominative(written), expected);
        }
    }
}
