//! Tokens of a place in, its parts out: what stands in quotation marks, and what between two commas.
//!
//! It knows no names.

use super::super::tokens::Token;

/// Which tokens stand in quotation marks: from one « to the first » after it, since they are seldom balanced.
pub(super) fn quoted(text: &str, tokens: &[Token]) -> Vec<bool> {
    let mut inside = false;
    let mut end = 0;
    tokens
        .iter()
        .map(|token| {
            let gap = text.get(end..token.start).unwrap_or_default();
            end = token.end;
            for mark in gap.chars() {
                match mark {
                    '«' | '“' | '„' => inside = true,
                    '»' | '”' => inside = false,
                    '"' => inside = !inside,
                    _ => {}
                }
            }
            inside
        })
        .collect()
}

/// The part between commas, brackets and line ends that each token stands in.
pub(super) fn chunks(text: &str, tokens: &[Token], quoted: &[bool]) -> Vec<usize> {
    let mut current = 0;
    let mut end = 0;
    let mut found = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let gap = text.get(end..token.start).unwrap_or_default();
        end = token.end;
        let inside = quoted.get(at).copied().unwrap_or(false) && at > 0 && quoted.get(at - 1).copied().unwrap_or(false);
        let sentence = gap.starts_with(". ")
            && token.capital
            && at > 0
            && tokens.get(at - 1).is_some_and(|before| before.word.chars().count() > 4);
        let colon = gap.contains(':') && !token.digits;
        // «Смоленск/Витебск», «Смоленск / онлайн», but «р/н», «д/с».
        let names = |token: &Token| (token.capital || gap == " / ") && token.word.chars().count() > 2;
        let slash = gap.trim() == "/" && names(token) && at > 0 && tokens.get(at - 1).is_some_and(names);
        if at > 0 && !inside && (gap.contains([',', ';', '(', ')', '\n']) || sentence || colon || slash) {
            current += 1;
        }
        found.push(current);
    }
    found
}
