//! Dates and times in digits: 28.02.2024, 28.02, 2024-02-28, 7/05/2024, 02.2024, 10:00, 15-00, and Excel's day numbers.
//!
//! In go characters that begin with a digit, out comes a token and its length. It reads forms only: whether the calendar
//! has such a day is not known here.

use jiff::ToSpan;
use jiff::civil::date;

use super::token::{Numeric, Token, WrittenYear};
use super::{Days, Flag, Reading};

/// Day numbers of Excel's 1900 system that stand for days of our time (from 1982 to 2064); others are just numbers.
const SERIALS: std::ops::Range<i32> = 30_000..60_200;

/// A cell's day number that was given as text: «45337» is 15 February 2024. A part of a day is a time.
pub(super) fn serial(text: &str) -> Option<Reading> {
    let trimmed = text.trim();
    let (days, part) = trimmed.split_once(['.', ',']).unwrap_or((trimmed, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if days.len() != 5 || !digits(days) || !digits(part) {
        return None;
    }
    let number: i32 = days.parse().ok().filter(|number| SERIALS.contains(number))?;
    // Day 60 of the system is a 29 February 1900 that never was, so that later days count from 30 December 1899.
    let day = date(1899, 12, 30).checked_add(number.days()).ok()?;
    let timed = part.bytes().any(|byte| byte != b'0');
    Some(Reading::of(Days::single(day), timed.then_some(Flag::TimeIgnored).into_iter().collect()))
}

/// A run of digits.
#[derive(Clone, Copy)]
struct Run {
    value: i16,
    digits: usize,
    /// Where it ends.
    end: usize,
}

impl Run {
    fn short(self) -> bool {
        self.digits <= 2
    }
}

fn run(chars: &[char], at: usize) -> Option<Run> {
    let digits = chars.get(at..)?.iter().take_while(|c| c.is_ascii_digit()).count();
    let written: String = chars.get(at..at + digits)?.iter().collect();
    let value = written.parse().ok()?;
    (1..=4).contains(&digits).then_some(Run { value, digits, end: at + digits })
}

/// A date or a time at the start of `chars`, and how many of them it takes.
pub(super) fn pattern(chars: &[char]) -> Option<(Token, usize)> {
    clock(chars).or_else(|| three(chars)).or_else(|| spaced(chars)).or_else(|| two(chars))
}

/// «12 05 2024», «12» 05 2024: two digits, two digits, four.
fn spaced(chars: &[char]) -> Option<(Token, usize)> {
    let gap =
        |at: usize| chars.iter().skip(at).take_while(|c| **c == ' ' || crate::phrase::text::is_quote(**c)).count();
    let day = run(chars, 0).filter(|run| run.digits == 2 && gap(run.end) > 0)?;
    let month = run(chars, day.end + gap(day.end)).filter(|run| run.digits == 2 && (1..=12).contains(&run.value))?;
    let year = run(chars, month.end + gap(month.end)).filter(|run| run.digits == 4 && gap(month.end) > 0)?;
    let date = Numeric {
        day: Some(day.value),
        month: month.value,
        year: Some(WrittenYear::Full(year.value)),
        doubtful: false,
    };
    Some((Token::Numeric(date), year.end))
}

/// 10:00, 08:00:00, 10:00:00.000
fn clock(chars: &[char]) -> Option<(Token, usize)> {
    let mut last = run(chars, 0).filter(|run| run.short())?;
    let mut groups = 1;
    while groups < 3 && chars.get(last.end) == Some(&':') {
        let Some(next) = run(chars, last.end + 1).filter(|run| run.digits == 2) else { break };
        last = next;
        groups += 1;
    }
    if groups == 3 && chars.get(last.end) == Some(&'.') {
        last.end = run(chars, last.end + 1).map_or(last.end, |part| part.end);
    }
    (groups > 1).then_some((Token::Time, last.end))
}

/// Day, month and year, or the reverse, parted twice by the same sign.
fn three(chars: &[char]) -> Option<(Token, usize)> {
    let first = run(chars, 0)?;
    let (sign, second, loose) = next_group(chars, first)?;
    let (again, third, loose_too) = next_group(chars, second)?;
    let goes_on = chars.get(third.end) == Some(&sign) && chars.get(third.end + 1).is_some_and(char::is_ascii_digit);
    if sign != again || goes_on || chars.get(third.end) == Some(&':') {
        return None;
    }
    let numeric = if first.digits == 4 && second.short() && third.short() {
        Numeric {
            day: Some(third.value),
            month: second.value,
            year: Some(WrittenYear::Full(first.value)),
            doubtful: false,
        }
    } else if first.short() && second.short() && (third.digits == 4 || (third.digits == 2 && !loose && !loose_too)) {
        let year = if third.digits == 4 { WrittenYear::Full(third.value) } else { WrittenYear::Short(third.value) };
        Numeric { day: Some(first.value), month: second.value, year: Some(year), doubtful: sign != '.' }
    } else {
        return None;
    };
    Some((Token::Numeric(numeric), third.end))
}

/// The sign after a run and the run after that; full stops may have spaces about them (`loose`).
fn next_group(chars: &[char], before: Run) -> Option<(char, Run, bool)> {
    let spaces = |at: usize| chars.iter().skip(at).take_while(|c| **c == ' ').count();
    let sign_at = before.end + spaces(before.end);
    let sign = *chars.get(sign_at).filter(|sign| matches!(sign, '.' | '/' | '-'))?;
    let next_at = sign_at + 1 + spaces(sign_at + 1);
    let loose = sign_at > before.end || next_at > sign_at + 1;
    if loose && sign != '.' {
        return None;
    }
    Some((sign, run(chars, next_at)?, loose))
}

/// Two groups: day and month, month and year, or a time written like them.
fn two(chars: &[char]) -> Option<(Token, usize)> {
    let first = run(chars, 0)?;
    let sign = *chars.get(first.end)?;
    let second = run(chars, first.end + 1)?;
    let is_month = |run: Run| (1..=12).contains(&run.value);
    let whole_hour = second.digits == 2 && second.value == 0 && first.value <= 24;
    let numeric = match sign {
        '.' | '-' if first.short() && whole_hour => return Some((Token::Time, second.end)),
        '-' if first.digits == 4 && second.digits == 2 && is_month(second) => {
            Numeric { day: None, month: second.value, year: Some(WrittenYear::Full(first.value)), doubtful: false }
        }
        '.' | '/' if first.short() && second.digits == 4 => {
            Numeric { day: None, month: first.value, year: Some(WrittenYear::Full(second.value)), doubtful: false }
        }
        '.' | '/' if first.short() && second.short() => {
            Numeric { day: Some(first.value), month: second.value, year: None, doubtful: sign == '/' }
        }
        _ => return None,
    };
    Some((Token::Numeric(numeric), second.end))
}
