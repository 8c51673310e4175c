//! Tokens in, numbers out: «3 412», «1,5 тыс.», «9-ти», «двадцати четырёх», «5-9».
//!
//! It does not know what a number counts. Ordinals («18-й»), dates, years and numbers after «№» are no numbers here.

use super::super::tokens::{Gap, Token};
use super::nouns::{Class, noun};
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
    /// Added up from two: «20+25», «20 и 25 человек».
    pub(super) sum: bool,
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

/// More people than there are: whatever says such a number counts no heads.
const TOO_MANY: u64 = 10_000_000_000;

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
            if matches!(number.value, Value::Exact(value) | Value::Range(_, value) if value >= TOO_MANY) {
                number.value = Value::Other;
            }
            found.push(number);
        } else {
            at += 1;
        }
    }
    paired(text, tokens, found)
}

/// Two numbers that are said as one: «от пяти до шести», «пять-шесть», "50 to 60", «20+25», «20 и 25 человек».
fn paired(text: &str, tokens: &[Token], found: Vec<Number>) -> Vec<Number> {
    let mut paired: Vec<Number> = Vec::with_capacity(found.len());
    for number in found {
        let pair = paired.last().and_then(|before| pair(text, tokens, before, &number));
        match (pair, paired.last_mut()) {
            (Some(pair), Some(last)) => *last = pair,
            _ => paired.push(number),
        }
    }
    paired
}

fn pair(text: &str, tokens: &[Token], left: &Number, right: &Number) -> Option<Number> {
    let (Value::Exact(from), Value::Exact(upto)) = (left.value, right.value) else { return None };
    let word = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or("", |token| token.word.as_str());
    let gap = text.get(tokens.get(left.last)?.end..tokens.get(right.first)?.start)?.trim();
    let led = word(left.first.checked_sub(1));
    let between = if right.first == left.last + 2 { word(Some(left.last + 1)) } else { "" };
    let words = left.words && right.words;
    let one = Number { value: Value::Range(from, upto), first: left.first, last: right.last, words, sum: false };
    let listed = || noun(word(Some(right.last + 1))).is_some_and(|noun| noun.class == Class::People);
    match between {
        "до" if led == "от" && from < upto => Some(one),
        "to" if from < upto && gap == "to" => Some(one),
        "или" | "либо" | "or" => Some(one),
        "и" | "and" if led == "между" || led == "between" => Some(one),
        "и" | "and" if gap == between && listed() => {
            Some(Number { value: Value::Exact(from.saturating_add(upto)), sum: true, ..one })
        }
        "" if right.first == left.last + 1 => match gap {
            "+" => Some(Number { value: Value::Exact(from.saturating_add(upto)), sum: true, ..one }),
            "-" | "–" | "—" if words && from < upto => Some(one),
            _ => None,
        },
        _ => None,
    }
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
        return Some(Number::plain(Value::Other, at, list_end(text, tokens, last)));
    }
    if text.get(tokens.get(last)?.end..).is_some_and(|after| after.trim_start().starts_with('%')) {
        return Some(Number::plain(Value::Other, at, last));
    }
    if let Some((from, upto, end)) = range_at(text, tokens, value, last) {
        return Some(Number::plain(Value::Range(from, upto), at, end));
    }
    if let Some(number) = with_ending(text, tokens, at, last, value) {
        return Some(number);
    }
    let exact = value.fraction.is_none().then_some(Value::Exact(value.scaled(1)));
    let Some(Scale::Times(times)) = scale_at(tokens, last) else {
        return Some(Number::plain(exact.unwrap_or(Value::Other), at, last));
    };
    let scaled = value.scaled(times);
    // «3 тыс. 200 человек»
    let more = tokens.get(last + 2).filter(|more| more.digits && more.before != Gap::Break);
    let more = more.and_then(|_| number_at(text, tokens, last + 2)).filter(|more| !more.words);
    Some(match more.map(|more| (more.value, more.last)) {
        Some((Value::Exact(rest), end)) if rest < times => {
            Number::plain(Value::Exact(scaled.saturating_add(rest)), at, end)
        }
        _ => Number::plain(Value::Exact(scaled), at, last + 1),
    })
}

impl Number {
    fn plain(value: Value, first: usize, last: usize) -> Self {
        Self { value, first, last, words: false, sum: false }
    }
}

/// «тыс.» behind a number, or the "k" that touches it.
fn scale_at(tokens: &[Token], last: usize) -> Option<Scale> {
    let next = tokens.get(last + 1).filter(|next| next.before != Gap::Break)?;
    let touches = tokens.get(last).is_some_and(|digits| digits.end == next.start || next.word == "k");
    if matches!(next.word.as_str(), "k" | "к") && touches { Some(Scale::Times(1000)) } else { scale(&next.word) }
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
        if !next.digits {
            break;
        }
        let between = text.get(here.end..next.start).unwrap_or_default();
        if next.word.len() == 3 && grouped && is_group(between) {
            whole = whole.checked_mul(1000)?.checked_add(next.word.parse().ok()?)?;
            last += 1;
        } else if matches!(between, "," | ".") && next.word.len() <= 2 {
            // «1 200,00»: so a spreadsheet writes a whole number; «12.00» is a time.
            if between == "," && next.word.bytes().all(|digit| digit == b'0') {
                return Some((Digits { whole, fraction: None }, last + 1));
            }
            let tenths = 10_u64.pow(u32::try_from(next.word.len()).ok()?);
            return Some((Digits { whole, fraction: Some((next.word.parse().ok()?, tenths)) }, last + 1));
        } else {
            break;
        }
    }
    Some((Digits { whole, fraction: None }, last))
}

fn is_group(between: &str) -> bool {
    matches!(between, "," | "." | "'" | "’") || between.chars().count() == 1 && between.chars().all(char::is_whitespace)
}

fn range_at(text: &str, tokens: &[Token], from: Digits, last: usize) -> Option<(u64, u64, usize)> {
    let here = tokens.get(last)?;
    let led = last.checked_sub(1).and_then(|before| tokens.get(before)).map_or("", |before| before.word.as_str());
    let upto = tokens.get(last + 1).map_or("", |next| next.word.as_str());
    if matches!((led, upto), ("от", "до") | ("between", "and") | ("from", "to")) && tokens.get(last + 2)?.digits {
        let (upto, end) = digits_at(text, tokens, last + 2)?;
        let scale = scale_at(tokens, end);
        let Some(Scale::Times(times)) = scale else { return Some((from.whole, upto.whole, end)) };
        return Some((from.scaled(times), upto.scaled(times), end + 1));
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
    // «5 «А» класс»
    let letter = !next.digits && next.word.chars().count() == 1;
    if letter && between.contains(['«', '"', '“', '„']) {
        return Some(Number::plain(Value::Other, at, last + 1));
    }
    if !matches!(between, "-" | "–" | "‑" | "") {
        return None;
    }
    let after = tokens.get(last + 2);
    let value = match next.word.as_str() {
        // «3-х членная», «3х3»
        "х" if after.is_some_and(|after| after.word.starts_with("член") || after.digits) => Value::Other,
        "ти" | "и" | "х" | "мя" | "ми" | "ю" | "тью" | "тысяч"
            if !between.is_empty() || matches!(next.word.as_str(), "ти" | "х") =>
        {
            Value::Exact(value.scaled(1))
        }
        "й" | "я" | "е" | "го" | "му" | "м" | "ый" | "ая" | "ое" | "ой" | "th" | "st" | "nd" | "rd" | "а" | "б"
        | "в" => Value::Other,
        // «10-летие», «15-минутный»
        word if !between.is_empty()
            && !next.digits
            && word != "odd"
            && noun(word).is_none()
            && scale(word).is_none() =>
        {
            Value::Other
        }
        _ => return None,
    };
    Some(Number::plain(value, at, last + 1))
}

/// «№ 75, 69»: the whole list.
fn list_end(text: &str, tokens: &[Token], last: usize) -> usize {
    match (tokens.get(last), tokens.get(last + 1)) {
        (Some(here), Some(next))
            if next.digits
                && tokens.get(last + 2).is_none_or(|after| noun(&after.word).is_none())
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
    let found = |last| Some(Number::plain(Value::Date, at, last));
    let gap = |left: &Token, right: &Token| text.get(left.end..right.start).unwrap_or_default().to_owned();
    if is_year(first) {
        let end = year_end(at);
        if end > at {
            return Some(Number::plain(Value::Other, at, end));
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
        if first.word.len() <= 2 && next.digits && next.word.len() == 2 && between == "." && last == at {
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
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
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
            let scaled = if halves { times + times / 2 } else { group.max(1).saturating_mul(times) };
            // «две сотни двадцать»: hundreds go on, thousands are done with.
            (total, group) = if times < 1000 { (total, scaled) } else { (total.saturating_add(scaled), 0) };
            halves = false;
        } else if end > at
            && token.word == "с"
            && word(end + 1).starts_with("половиной")
            && scale(word(end + 2)).is_some()
        {
            let Some(Scale::Times(times)) = scale(word(end + 2)) else { break };
            total = total.saturating_add(group.saturating_mul(times)).saturating_add(times / 2);
            group = 0;
            end += 2;
        } else if token.word == "and" && word(end.saturating_sub(1)) == "hundred" && value_of(word(end + 1)).is_some() {
            // "one hundred and twenty"
        } else {
            break;
        }
        end += 1;
    }
    let value = total.saturating_add(group);
    (end > at && value > 0 && !halves)
        .then(|| Number { words: true, ..Number::plain(Value::Exact(value), at, end - 1) })
}

/// «тысяча», «более тысячи», "a dozen" say a number, «тысячи» alone does not.
fn stands_alone(tokens: &[Token], at: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    let before = at.checked_sub(1).map_or("", word);
    let led_up_to = matches!(before, "более" | "больше" | "свыше" | "около" | "менее" | "порядка" | "до" | "почти");
    let english = matches!(word(at), "hundred" | "thousand" | "dozen" | "million")
        && matches!(before, "a" | "an")
        && at.checked_sub(2).map_or("", word) != "half";
    english
        || matches!(
            word(at),
            "тысяча"
                | "тысячу"
                | "тысячей"
                | "сотня"
                | "сотню"
                | "десяток"
                | "дюжина"
                | "дюжину"
                | "дюжиной"
        )
        || led_up_to && matches!(word(at), "тысячи" | "сотни" | "десятка" | "дюжины")
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
