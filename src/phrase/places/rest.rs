//! What is left of a phrase when the names of towns, regions and countries are taken out of it: the venue.

use super::super::tokens::fold;
use super::scan::{Scan, Span, What};
use super::venue;

/// What no name of a town, region or country has taken, in the order of the text. `marked`: the town is written with «г.», so
/// that a district beside it is no venue; `town`: the words of a town that no table knows.
pub(super) fn venue_of(scan: &Scan<'_>, marked: bool, town: Option<(usize, usize)>) -> Option<String> {
    let gone = |at: usize| {
        let in_span = |span: &Span| {
            let taken = match span.what {
                What::District => marked,
                _ => span.strong,
            };
            taken && (span.first..=span.last).contains(&at)
        };
        scan.spans.iter().any(in_span) || town.is_some_and(|(first, last)| (first..=last).contains(&at))
    };
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for at in (0..scan.tokens.len()).filter(|at| !gone(*at)) {
        match pieces.last_mut() {
            Some((_, last)) if *last + 1 == at => *last = at,
            _ => pieces.push((at, at)),
        }
    }
    let pieces: Vec<String> = pieces
        .into_iter()
        .map(|(first, last)| trimmed(&with_marks(scan, first, last)))
        .filter(|piece| piece.chars().any(char::is_alphanumeric) && !is_leftover(piece))
        .map(|piece| venue::nominative(&piece))
        .collect();
    (!pieces.is_empty()).then(|| pieces.join(", "))
}

/// The words with the quotation marks and brackets that belong to them.
fn with_marks(scan: &Scan<'_>, first: usize, last: usize) -> String {
    let before = scan.before(first);
    let opening = before.rfind(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | '(' | ')'));
    let opening = opening.map_or(before, |at| before.get(at..).unwrap_or_default());
    let after = scan.before(last + 1);
    let mut words = format!("{opening}{}", scan.slice(first, last));
    let closing: String =
        after.chars().take_while(|letter| !letter.is_whitespace() && !matches!(letter, ',' | ';' | '(')).collect();
    words.push_str(&closing);
    words
}

/// Without the punctuation that a name has left behind; brackets stay in pairs.
fn trimmed(piece: &str) -> String {
    let edge = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';' | ':' | '–' | '—' | '-');
    let mut piece = piece.trim_matches(edge);
    loop {
        let (open, closed) = (piece.matches('(').count(), piece.matches(')').count());
        let shorter = match open.cmp(&closed) {
            std::cmp::Ordering::Greater => piece.strip_prefix('(').or_else(|| piece.strip_suffix('(')),
            std::cmp::Ordering::Less => piece.strip_suffix(')').or_else(|| piece.strip_prefix(')')),
            std::cmp::Ordering::Equal => None,
        };
        let Some(shorter) = shorter else { break };
        piece = shorter.trim_matches(edge);
    }
    if let Some(inside) = piece.strip_prefix('(').and_then(|piece| piece.strip_suffix(')'))
        && !inside.contains(['(', ')'])
    {
        piece = inside;
    }
    let one_sentence = piece.matches('.').count() == 1 && piece.ends_with('.');
    if one_sentence { piece.trim_end_matches('.').to_owned() } else { piece.to_owned() }
}

/// Conjunctions and prepositions that stood between names.
fn is_leftover(piece: &str) -> bool {
    matches!(
        fold(piece).as_str(),
        "и" | "посредством"
            | "место проведения"
            | "место"
            | "адрес"
            | "по адресу"
            | "в"
            | "на"
            | "г"
            | "а также"
            | "and"
            | "in"
            | "по"
            | "с"
            | "из"
            | "режиме"
            | "формате"
            | "формат"
    )
}
