//! How a value is written, whatever it says: what a program cannot hold, what nobody can see, what looks like a formula.
//!
//! In: a raw cell. Out: remarks. It takes nothing away; cleaning is done where the value is understood.

use super::draft::quote;
use crate::finding::FindingKind;
use crate::flow::Content;
use crate::words::Args;

/// Excel keeps no longer text in a cell.
const LONGEST: usize = 32_767;
/// Tables keep fifteen digits of a number; from here on some of a whole number's are lost.
const DIGITS_LOST: f64 = 1e15;

/// What must be said of how a cell is written.
pub(super) fn oddities(content: &Content) -> Vec<(FindingKind, Args)> {
    match content {
        Content::Number(n) if n.abs() >= DIGITS_LOST => {
            vec![(FindingKind::LostDigits, Args::new().with("value", quote(&super::cells::shown(content))))]
        }
        Content::Text(text) => of_text(text),
        _ => Vec::new(),
    }
}

fn of_text(text: &str) -> Vec<(FindingKind, Args)> {
    let mut said = Vec::new();
    let length = if text.len() > LONGEST { text.chars().count() } else { 0 };
    if length > LONGEST {
        said.push((FindingKind::OverlongText, Args::new().with("count", length).with("expected", LONGEST)));
    }
    let unseen = text.chars().filter(|c| is_unseen(*c)).count();
    if unseen > 0 {
        said.push((FindingKind::InvisibleCharacters, Args::new().with("value", quote(text)).with("count", unseen)));
    }
    if is_like_formula(text) {
        said.push((FindingKind::FormulaLikeText, Args::new().with("value", quote(text))));
    }
    said
}

/// Control characters, marks of direction, characters of no width; not the soft hyphen, which word processors put in.
fn is_unseen(c: char) -> bool {
    (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// Whether a program that is handed the text as CSV would work it out: «=…», «@SUM(…)», «+cmd|…».
fn is_like_formula(text: &str) -> bool {
    let text = text.trim_start();
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some('='), Some(_)) => true,
        (Some('@' | '+' | '-'), Some(next)) => {
            next.is_alphanumeric() && chars.any(|c| matches!(c, '(' | '|' | '!' | '+' | '*')) && !is_phone(text)
        }
        _ => false,
    }
}

/// «+7 (900) 000-00-00».
fn is_phone(text: &str) -> bool {
    text.strip_prefix('+').is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || " ()-\u{A0}".contains(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<String> {
        oddities(&Content::Text(text.into())).iter().map(|(code, _)| code.to_string()).collect()
    }

    #[test]
    fn what_cannot_be_seen_or_would_be_worked_out_is_told() {
        assert_eq!(codes("Иванова\u{202E} Анна"), ["V10"]);
        assert_eq!(codes("методист\u{B}"), ["V10"]);
        assert_eq!(codes(&"я".repeat(40_000)), ["V09"]);
        for text in ["=1+1", " =HYPERLINK(\"http://x\")", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3"] {
            assert_eq!(codes(text), ["V11"], "{text}");
        }
        for text in
            ["- встреча (онлайн)", "+7 (900) 000-00-00", "-5", "строка\nи ещё\tодна", "по\u{AD}лучено", "@museum"]
        {
            assert_eq!(codes(text), [] as [&str; 0], "{text}");
        }
    }

    #[test]
    fn a_number_of_more_than_fifteen_digits_has_lost_some() {
        assert_eq!(oddities(&Content::Number(4_070_281_000_000_000_000.0))[0].0, FindingKind::LostDigits);
        assert!(oddities(&Content::Number(123_456_789_012_345.0)).is_empty());
    }
}
