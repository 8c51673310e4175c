//! Tokens in, numbers out: «3 412», «1,5 тыс.», «9-ти», «двадцати четырёх», «5-9».
//!
//! It does not know what a number counts. Ordinals («18-й»), dates, years and numbers after «№» are no numbers here.

use super::super::tokens::{Gap, Token};
use super::nouns::noun;
use super::number_words::{MONTHS, Scale, scale, value_of};

/// A number that a text says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub(super) value: Value,
    /// First and last token of it.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Written in words.
    pub(super) words: bool,
}

/// What stands there in digits or words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Value {
    Exact(u64),
    /// «30-40»: between the two.
    Range(u64, u64),
    /// «16 февраля 2024 года», «12.04»: no count, but it may set days apart.
    Date,
    /// An ordinal, a year, a number of a pavilion.
    Other,
}

/// Every number of the text, in order.
pub(super) fn numbers(text: &str, tokens: &[Token]) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if let Some(mut number) = number_at(text, tokens, at) {
            // «40 (сорок) человек»: one number, written twice.
            let again = words_at(tokens, number.last + 1).filter(|again| !number.words && again.value == number.value);
            number.last = again.map_or(number.last, |again| again.last);
            at = number.last + 1;
            found.push(number);
        } else {
            at += 1;
        }
    }
    found
}

fn number_at(text: &str, tokens: &[Token], at: usize) -> Option<Number> {
    let token = tokens.get(at)?;
    if !token.digits {
        return words_at(tokens, at);
    }
    if let Some(date) = date_at(text, tokens, at) {
        return Some(date);
    }
    let (value, last) = digits_at(text, tokens, at)?;
    if text.get(..token.start).is_some_and(|before| before.trim_end().ends_with('№')) {
        return Some(Number { value: Value::Other, first: at, last: list_end(text, tokens, last), words: false });
    }
    if let Some((from, upto, end)) = range_at(text, tokens, value, last) {
        return Some(Number { value: Value::Range(from, upto), first: at, last: end, words: false });
    }
    if let Some(number) = with_ending(text, tokens, at, last, value) {
        return Some(number);
    }
    let exact = value.fraction.is_none().then_some(Value::Exact(value.scaled(1)));
    Some(match tokens.get(last + 1).filter(|next| next.before != Gap::Break).and_then(|next| scale(&next.word)) {
        Some(Scale::Times(times)) => {
            Number { value: Value::Exact(value.scaled(times)), first: at, last: last + 1, words: false }
        }
        _ => Number { value: exact.unwrap_or(Value::Other), first: at, last, words: false },
    })
}

/// Digits before and after a decimal comma.
#[derive(Clone, Copy)]
struct Digits {
    whole: u64,
    /// The digits after the comma, and ten to their number.
    fraction: Option<(u64, u64)>,
}

impl Digits {
    fn scaled(self, times: u64) -> u64 {
        let part = self.fraction.map_or(0, |(digits, tenths)| digits.saturating_mul(times) / tenths.max(1));
        self.whole.saturating_mul(times).saturating_add(part)
    }
}

/// Digits with their groups of thousands and decimals, and their last token.
fn digits_at(text: &str, tokens: &[Token], at: usize) -> Option<(Digits, usize)> {
    let mut whole: u64 = tokens.get(at)?.word.parse().ok()?;
    let mut last = at;
    let grouped = tokens.get(at)?.word.len() <= 3 && whole > 0;
    while let (Some(here), Some(next)) = (tokens.get(last), tokens.get(last + 1)) {
        if !next.digits || !grouped {
            break;
        }
        let between = text.get(here.end..next.start).unwrap_or_default();
        if next.word.len() == 3 && is_group(between) {
            whole = whole.checked_mul(1000)?.checked_add(next.word.parse().ok()?)?;
            last += 1;
        } else if matches!(between, "," | ".") && next.word.len() <= 2 {
            let tenths = 10_u64.pow(u32::try_from(next.word.len()).ok()?);
            let scaled = tokens.get(last + 2).is_some_and(|after| scale(&after.word).is_some());
            let fraction = scaled.then_some((next.word.parse().ok()?, tenths));
            return Some(if fraction.is_some() {
                (Digits { whole, fraction }, last + 1)
            } else {
                (Digits { whole, fraction }, last)
            });
        } else {
            break;
        }
    }
    Some((Digits { whole, fraction: None }, last))
}

fn is_group(between: &str) -> bool {
    between == "," || between == "." || between.chars().count() == 1 && between.chars().all(char::is_whitespace)
}

fn range_at(text: &str, tokens: &[Token], from: Digits, last: usize) -> Option<(u64, u64, usize)> {
    let here = tokens.get(last)?;
    let led = last.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |before| before.word.as_str());
    let upto = tokens.get(last + 1).map_or("", |next| next.word.as_str());
    if matches!((led, upto), ("от", "до") | ("between", "and") | ("from", "to")) && tokens.get(last + 2)?.digits {
        let (upto, end) = digits_at(text, tokens, last + 2)?;
        return Some((from.whole, upto.whole, end));
    }
    let next = tokens.get(last + 1).filter(|next| next.digits)?;
    let between = text.get(here.end..next.start)?.trim();
    if !matches!(between, "-" | "–" | "—" | "‑" | "−" | "..." | "±" | "+/-" | "+-") {
        return None;
    }
    let (upto, end) = digits_at(text, tokens, last + 1)?;
    if between.contains(['±', '+']) {
        return Some((from.whole.saturating_sub(upto.whole), from.whole.saturating_add(upto.whole), end));
    }
    let Some(Scale::Times(times)) = tokens.get(end + 1).and_then(|after| scale(&after.word)) else {
        return (upto.whole > from.whole).then_some((from.whole, upto.whole, end));
    };
    Some((from.scaled(times), upto.scaled(times), end + 1))
}

/// «9-ти», «3-х» are counts, «18-й», «5-го» are not.
fn with_ending(text: &str, tokens: &[Token], at: usize, last: usize, value: Digits) -> Option<Number> {
    let here = tokens.get(last)?;
    let next = tokens.get(last + 1)?;
    let between = text.get(here.end..next.start)?;
    if !matches!(between, "-" | "–" | "‑" | "") {
        return None;
    }
    let value = match next.word.as_str() {
        "ти" | "и" | "х" | "мя" | "ми" | "ю" | "тью" | "тысяч" if !between.is_empty() || next.word == "ти" => {
            Value::Exact(value.scaled(1))
        }
        "й" | "я" | "е" | "го" | "му" | "м" | "ый" | "ая" | "ое" | "ой" | "th" | "st" | "nd" | "rd" | "а" | "б"
        | "в" => Value::Other,
        _ => return None,
    };
    Some(Number { value, first: at, last: last + 1, words: false })
}

/// «№ 75, 69»: the whole list.
fn list_end(text: &str, tokens: &[Token], last: usize) -> usize {
    match (tokens.get(last), tokens.get(last + 1)) {
        (Some(here), Some(next))
            if next.digits
                && !tokens.get(last + 2).is_some_and(|after| noun(&after.word).is_some())
                && text.get(here.end..next.start).is_some_and(|between| between.trim() == ",") =>
        {
            list_end(text, tokens, last + 1)
        }
        _ => last,
    }
}

/// «16 февраля 2024 года», «5-9 февраля», «12.04.2024», «2024 года», "5 March 2024".
fn date_at(text: &str, tokens: &[Token], at: usize) -> Option<Number> {
    let is_year = |token: &Token| {
        token.digits && token.word.len() == 4 && matches!(token.word.as_bytes(), [b'1', b'9', ..] | [b'2', b'0', ..])
    };
    let year_end = |mut end: usize| {
        if tokens.get(end + 1).is_some_and(is_year) {
            end += 1;
        }
        let year_word = |token: &Token| {
            matches!(token.word.as_str(), "года" | "год" | "году" | "г" | "гг" | "годы" | "годов" | "годах")
        };
        if tokens.get(end + 1).is_some_and(|next| next.before != Gap::Break && year_word(next)) {
            end += 1;
        }
        end
    };
    let first = tokens.get(at)?;
    let found = |last| Some(Number { value: Value::Date, first: at, last, words: false });
    let gap = |left: &Token, right: &Token| text.get(left.end..right.start).unwrap_or_default().to_owned();
    if is_year(first) {
        let end = year_end(at);
        if end > at {
            return Some(Number { value: Value::Other, first: at, last: end, words: false });
        }
    }
    // Days, one or several, up to the month.
    for last in at..at + 6 {
        let next = tokens.get(last + 1)?;
        if MONTHS.iter().any(|month| next.word.starts_with(month)) && first.word.len() <= 2 {
            return found(year_end(last + 1));
        }
        let short = next.digits && next.word.len() <= 2;
        let between = gap(tokens.get(last)?, next);
        if first.word.len() == 2 && next.digits && next.word.len() == 2 && between == "." && last == at {
            let with_year = tokens.get(at + 2).is_some_and(|year| year.digits && gap(next, year) == ".");
            let month: u32 = next.word.parse().ok()?;
            let scaled = tokens.get(at + 2).is_some_and(|after| scale(&after.word).is_some());
            if (1..=12).contains(&month) && !scaled {
                return found(if with_year { at + 2 } else { at + 1 });
            }
        }
        if !short && next.word != "и" {
            return None;
        }
    }
    None
}

/// A number in words, of however many of them.
fn words_at(tokens: &[Token], at: usize) -> Option<Number> {
    let mut total: u64 = 0;
    let mut group: u64 = 0;
    let mut halves = false;
    let mut end = at;
    while let Some(token) = tokens.get(end) {
        if token.digits || (end > at && token.before == Gap::Break) {
            break;
        }
        if let Some(value) = value_of(&token.word) {
            // «два три»: two numbers; «двадцать три»: one.
            if group > 0 && digits_below(value) >= digits_below(trailing(group)) {
                break;
            }
            group += value;
        } else if matches!(token.word.as_str(), "полторы" | "полтора" | "полутора") && group == 0
        {
            halves = true;
        } else if let Some(Scale::Times(times)) = scale(&token.word).filter(|_| end > at || stands_alone(tokens, at)) {
            total += if halves { times + times / 2 } else { group.max(1).saturating_mul(times) };
            group = 0;
            halves = false;
        } else {
            break;
        }
        end += 1;
    }
    let value = total + group;
    (end > at && value > 0 && !halves).then(|| Number {
        value: Value::Exact(value),
        first: at,
        last: end - 1,
        words: true,
    })
}

/// «тысяча», «более тысячи» say a number, «тысячи» alone does not.
fn stands_alone(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    let led_up_to = at.checked_sub(1).is_some_and(|before| {
        matches!(word(before), "более" | "больше" | "свыше" | "около" | "менее" | "порядка" | "до" | "почти")
    });
    matches!(word(at), "тысяча" | "тысячу" | "тысячей" | "сотня" | "сотню" | "десяток")
        || led_up_to && matches!(word(at), "тысячи" | "сотни" | "десятка")
}

/// The last digit group that a number in words has filled: 120 → 20, 100 → 100.
fn trailing(value: u64) -> u64 {
    match value {
        value if value % 10 != 0 => value % 10,
        value if value % 100 != 0 => value % 100,
        value => value,
    }
}

fn digits_below(value: u64) -> u32 {
    if (10..20).contains(&value) { 1 } else { value.max(1).ilog10() + 1 }
}
