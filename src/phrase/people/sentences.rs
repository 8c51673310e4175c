//! Tokens of a text in, the number of the sentence of each out: a full stop after «тыс.» or «г.» ends none.

use super::super::tokens::Token;

/// The number of the sentence that each token stands in.
pub(super) fn sentences(text: &str, tokens: &[Token]) -> Vec<usize> {
    const SHORT: &[&str] = &[
        "г", "т", "ч", "тыс", "млн", "ул", "д", "им", "approx", "incl", "ок", "прим", "св", "кол", "стр", "пл", "обл",
        "гг", "н",
    ];
    let mut current = 0;
    let mut found = Vec::with_capacity(tokens.len());
    for (index, token) in tokens.iter().enumerate() {
        if let Some(before) = index.checked_sub(1).and_then(|before| tokens.get(before)) {
            let gap = text.get(before.end..token.start).unwrap_or_default();
            let spaced = !gap.contains('+')
                && gap.contains(['.', '!', '?', '…'])
                && gap.ends_with(|last: char| last.is_whitespace() || "«\"([—–-•*".contains(last));
            let short = SHORT.contains(&before.word.as_str()) || before.word.chars().count() == 1;
            let bracket = gap.contains(')') || gap.contains(']');
            let opens = gap.contains('(');
            // «5 чел. – Китай»
            let dashed = before.word == "чел" && gap.contains(['–', '—', '-']);
            let ended = spaced && !opens && !dashed && (!short || bracket) && (token.capital || token.digits);
            if ended || gap.contains('\n') && !gap.contains(',') {
                current += 1;
            }
        }
        found.push(current);
    }
    found
}
