//! Tokens rid of what is no date: times of day, weekdays, counts of days; and pairs of words made one.
//!
//! In go tokens, out come fewer of them, the weekdays that were named, and flags for what was taken away.

use std::collections::BTreeSet;

use jiff::civil::Weekday;

use super::Flag;
use super::joined::{bare, joined};
use super::token::{Number, Numeric, Part, Token, Unit};

/// Tokens that are left, and what was taken from them.
pub(super) struct Tidied {
    pub tokens: Vec<Token>,
    pub weekdays: Vec<Weekday>,
    pub flags: BTreeSet<Flag>,
}

/// Tidies tokens.
pub(super) fn tidy(tokens: &[Token]) -> Tidied {
    let mut flags = BTreeSet::new();
    let tokens = without_noise(without_labels(tokens));
    let tokens = without_counts(&without_noise(onto(&tokens)));
    let tokens = without_noise(joined(&tokens));
    let tokens = lines(&tokens);
    let tokens = without_times(tokens, &mut flags);
    let tokens = said_aside(tokens, &mut flags);
    let (tokens, weekdays) = without_weekdays(&tokens);
    Tidied { tokens, weekdays, flags }
}

fn without_noise(mut tokens: Vec<Token>) -> Vec<Token> {
    tokens.retain(|token| *token != Token::Noise);
    tokens
}

/// Takes out numbers that are no days: «ул. Садовая, 5», «№ 5». A number with a month behind it stays: «зал, 5 мая».
fn without_labels(tokens: &[Token]) -> Vec<Token> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        let named = if *first == Token::Label {
            rest.iter().take(6).take_while(|token| matches!(token, Token::Label | Token::Break | Token::Comma)).count()
        } else {
            0
        };
        let numbered = named > 0
            && matches!(rest.get(named), Some(Token::Number(_)))
            && matches!(
                rest.get(named + 1),
                None | Some(Token::Break | Token::Comma | Token::Label | Token::Number(_) | Token::Line)
            );
        let taken = if numbered { named + 1 } else { 1 };
        out.push(if *first == Token::Label { Token::Break } else { *first });
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// «с 5 на 6 мая» is a range; any other «на» is noise.
fn onto(tokens: &[Token]) -> Vec<Token> {
    let day = |token: Option<&Token>| matches!(token, Some(Token::Number(_) | Token::Ordinal(_)));
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        if *token != Token::Onto {
            out.push(*token);
            continue;
        }
        let from = day(out.last()) || matches!(out.last(), Some(Token::Month { .. }));
        let to = day(tokens.get(at + 1)) && matches!(tokens.get(at + 2), Some(Token::Month { .. }));
        if from && to {
            out.push(Token::To);
        }
    }
    out
}

/// Takes out numbers of what is no date: «3 этап», «5–7 участников», «к 80-летию», «X фестиваль»; a number of days is
/// left as a duration, half a day as a time.
fn without_counts(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        let (one, taken) = match rest {
            [Token::Number(_) | Token::Ordinal(_), Token::Unit(Unit::Half), Token::Days, ..] => (Token::Time, 3),
            [Token::Unit(Unit::Half), Token::Days, ..] => (Token::Time, 2),
            [Token::Until | Token::To, Token::Number(_), Token::Dash, Token::Counted, ..] => (Token::Break, 4),
            [
                Token::Number(first),
                Token::Dash | Token::And,
                Token::Number(last),
                what @ (Token::Counted | Token::Days),
                ..,
            ] if first.digits < 4 && last.digits < 4 => (counted_off(*what), 4),
            [Token::Dash, Token::Number(number), what @ (Token::Counted | Token::Days), ..]
            | [Token::Number(number), Token::Dash, what @ Token::Counted, ..]
                if number.digits < 4 =>
            {
                (counted_off(*what), 3)
            }
            // «9 мая 2024 (День Победы)»: a year counts nothing.
            [Token::Number(number), Token::Days, ..] if number.digits == 4 => {
                out.push(*first);
                (Token::Break, 2)
            }
            [Token::Number(_) | Token::Ordinal(_) | Token::Roman(_), Token::Days, ..] => (Token::Duration, 2),
            // «День города»
            [Token::Days, ..] => (Token::Break, 1),
            // «X Фестиваль»; «5.V» is a month.
            [Token::Roman(_), Token::Break, ..] if !matches!(out.last(), Some(Token::Number(_))) => (Token::Break, 2),
            // «ноябрь, 12–13», «ноябрь 12 и 13»
            [month @ Token::Month { genitive: false, .. }, Token::Comma, days @ ..] if is_list_of_days(days) => {
                out.push(*month);
                (Token::List, 2)
            }
            [month @ Token::Month { genitive: false, english: false, .. }, days @ ..] if is_list_of_days(days) => {
                out.push(*month);
                (Token::List, 1)
            }
            // «ноябрь 2024, 12–13»
            [
                month @ Token::Month { genitive: false, .. },
                year @ Token::Number(Number { digits: 4, .. }),
                Token::Comma,
                days @ ..,
            ] if is_list_of_days(days) => {
                out.extend([*month, *year]);
                (Token::List, 3)
            }
            // «май месяц»
            [month @ Token::Month { .. }, Token::Unit(Unit::Month), ..] => (*month, 2),
            // «первые три месяца»
            [
                Token::Ordinal(1) | Token::Number(Number { value: 1, ordinal: true, .. }),
                Token::Number(Number { value: count, .. }) | Token::Ordinal(count),
                Token::Unit(Unit::Month),
                ..,
            ] => (bare(*count), 2),
            // «2024, I квартал» and «2024 г., 15-17 мая» without their commas
            [
                year @ Token::Number(Number { digits: 4, .. }),
                Token::Unit(Unit::Quarter | Unit::HalfYear) | Token::Number(Number { digits: 1 | 2, .. }),
                ..,
            ] if out.is_empty() => {
                out.push(*year);
                (Token::Comma, 1)
            }
            [
                year @ Token::Number(Number { digits: 4, .. }),
                Token::YearWord,
                Token::Number(Number { digits: 1 | 2, .. }),
                ..,
            ] if out.is_empty() => {
                out.push(*year);
                (Token::Comma, 2)
            }
            _ => (*first, 1),
        };
        out.push(one);
        rest = rest.get(taken..).unwrap_or_default();
    }
    out
}

/// Two days at least, and nothing behind them but a year.
fn is_list_of_days(tokens: &[Token]) -> bool {
    let day = |token: &&Token| matches!(token, Token::Number(Number { digits: 1 | 2, .. }));
    let inside = |token: &&Token| {
        day(token) || matches!(token, Token::Dash | Token::Comma | Token::And | Token::Unit(Unit::Dates))
    };
    let run: Vec<&Token> = tokens.iter().take_while(inside).collect();
    let behind = tokens.get(run.len());
    run.iter().filter(|token| day(token)).count() > 1
        && matches!(behind, None | Some(Token::Break | Token::Line | Token::Number(Number { digits: 4, .. })))
}

fn counted_off(what: Token) -> Token {
    if what == Token::Days { Token::Duration } else { Token::Break }
}

/// A line end parts two dates, or is nothing.
fn lines(tokens: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        if *token != Token::Line {
            out.push(*token);
            continue;
        }
        let ended = match out.as_slice() {
            [.., Token::Number(number)] => number.digits == 4,
            [.., Token::Number(_) | Token::Ordinal(_), Token::Month { .. }]
            | [.., Token::YearWord | Token::RelativeYear(_) | Token::Numeric(_) | Token::Time] => true,
            _ => false,
        };
        let starts = match tokens.get(at + 1) {
            Some(Token::Number(number)) => number.digits <= 2,
            Some(Token::Numeric(_) | Token::Ordinal(_) | Token::From | Token::Month { .. }) => true,
            _ => false,
        };
        if ended && starts {
            out.push(Token::Comma);
        }
    }
    out
}

fn without_times(mut tokens: Vec<Token>, flags: &mut BTreeSet<Flag>) -> Vec<Token> {
    mark_times(&mut tokens);
    if !tokens.contains(&Token::Time) {
        tokens.retain(|token| *token != Token::At);
        return tokens;
    }
    flags.insert(Flag::TimeIgnored);
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at] != Token::Time {
            out.push(tokens[at]);
            at += 1;
            continue;
        }
        let mut spans = false;
        while let (Some(Token::To | Token::Until | Token::Dash), Some(Token::Time)) =
            (tokens.get(at + 1), tokens.get(at + 2))
        {
            at += 2;
            spans = true;
        }
        at += 1;
        while tokens.get(at) == Some(&Token::Hour) {
            at += 1;
        }
        // What led to the time goes with it, unless it leads to a date that follows («с 10:00 5 мая»).
        let date_follows = matches!(tokens.get(at), Some(Token::Number(_) | Token::Numeric(_) | Token::Ordinal(_)));
        while let Some(last) = out.last() {
            let leads = matches!(last, Token::At | Token::Comma | Token::List)
                || (matches!(
                    last,
                    Token::From | Token::To | Token::Until | Token::Dash | Token::Part(Part::Start | Part::End)
                ) && (spans || !date_follows));
            if !leads {
                break;
            }
            out.pop();
        }
        if date_follows && ends_date(out.last()) {
            out.push(Token::Comma);
        }
    }
    out.retain(|token| *token != Token::At && *token != Token::Hour);
    out
}

fn ends_date(token: Option<&Token>) -> bool {
    matches!(token, Some(Token::Numeric(_) | Token::Month { .. } | Token::YearWord | Token::RelativeYear(_)))
}

/// Finds times that do not look like times by themselves: «в 15-30», «в 10.30», «10 часов», «с 10 до 12 ч.».
fn mark_times(tokens: &mut Vec<Token>) {
    let dated = |token: &Token| match token {
        Token::Month { .. } => true,
        Token::Numeric(numeric) => numeric.year.is_some() || (1..=12).contains(&numeric.month),
        _ => false,
    };
    let number_of_dates = tokens.iter().filter(|token| dated(token)).count();
    let mut at = 0;
    while at < tokens.len() {
        let led = at > 0 && tokens[at - 1] == Token::At;
        let after_time = at > 1
            && matches!(tokens[at - 2], Token::Time)
            && matches!(tokens[at - 1], Token::Dash | Token::To | Token::Until);
        let taken = match &tokens[at..] {
            [Token::Numeric(numeric), ..] if may_be_clock(numeric) => {
                let another = number_of_dates > usize::from(dated(&tokens[at]));
                usize::from(another && (led || after_time || numeric.month > 12))
            }
            [Token::Number(hour), Token::Hour, Token::Number(_), Token::Hour, ..] if is_hour(hour) => 4,
            [Token::Number(hour), Token::Hour, ..] if is_hour(hour) => 2,
            [Token::Ordinal(_), Token::Hour, Token::Hour, ..] => 3,
            [Token::Ordinal(_), Token::Hour, ..] => 2,
            [Token::Number(hour), Token::Comma, ..] | [Token::Number(hour)]
                if led && is_hour(hour) && ends_date(at.checked_sub(2).and_then(|at| tokens.get(at))) =>
            {
                1
            }
            [Token::Number(hour), Token::To | Token::Until | Token::Dash, Token::Number(other), Token::Hour, ..]
                if is_hour(hour) && is_hour(other) =>
            {
                4
            }
            [Token::Number(hour), Token::Dash, Token::Number(minute), rest @ ..]
                if led
                    && is_hour(hour)
                    && minute.digits == 2
                    && minute.value < 60
                    && number_of_dates > 0
                    && !leads_to_month(rest) =>
            {
                3
            }
            _ => 0,
        };
        if taken > 0 {
            // «с 10 до 12 ч.»
            let spans = taken == 4 && tokens[at + 1] != Token::Hour;
            let times: &[Token] = if spans { &[Token::Time, Token::Dash, Token::Time] } else { &[Token::Time] };
            tokens.splice(at..at + taken, times.iter().copied());
        }
        at += 1;
    }
}

fn leads_to_month(rest: &[Token]) -> bool {
    rest.iter()
        .find(|token| !matches!(token, Token::And | Token::Comma | Token::Number(_) | Token::Dash))
        .is_some_and(|token| matches!(token, Token::Month { .. } | Token::Unit(_) | Token::Numeric(_)))
}

fn is_hour(number: &Number) -> bool {
    number.digits <= 2 && number.value <= 24 && !number.ordinal
}

fn may_be_clock(numeric: &Numeric) -> bool {
    let hour = numeric.day.is_some_and(|day| day <= 24);
    hour && numeric.month < 60 && numeric.year.is_none() && !numeric.doubtful
}

/// Words said about the whole phrase: approximate, recurring, not held.
fn said_aside(mut tokens: Vec<Token>, flags: &mut BTreeSet<Flag>) -> Vec<Token> {
    for (token, flag) in
        [(Token::Approx, Flag::Approx), (Token::Recurring, Flag::Recurring), (Token::NotHeld, Flag::NotHeld)]
    {
        if tokens.contains(&token) {
            flags.insert(flag);
            tokens.retain(|other| *other != token);
        }
    }
    tokens
}

/// Takes out weekdays, save those that are counted: «вторая среда апреля».
fn without_weekdays(tokens: &[Token]) -> (Vec<Token>, Vec<Weekday>) {
    let mut out: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut weekdays = Vec::new();
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        let Token::Weekday(weekday) = *first else {
            out.push(*first);
            rest = &rest[1..];
            continue;
        };
        if counted(out.last()) {
            out.push(*first);
            rest = &rest[1..];
            continue;
        }
        weekdays.push(weekday);
        rest = &rest[1..];
        if let [Token::Dash | Token::To | Token::And, Token::Weekday(other), more @ ..] = rest {
            // «с пятницы по воскресенье, 5-7 апреля»
            weekdays.push(*other);
            rest = more;
            if out.last() == Some(&Token::From) {
                out.pop();
            }
        }
        if out.last() == Some(&Token::Bracket) {
            out.pop();
        }
        let leads =
            matches!(out.last(), None | Some(Token::From | Token::To | Token::Until | Token::Dash | Token::And));
        if leads && rest.first() == Some(&Token::Comma) {
            rest = &rest[1..];
        }
    }
    out.retain(|token| *token != Token::Bracket);
    (out, weekdays)
}

fn counted(before: Option<&Token>) -> bool {
    match before {
        Some(Token::Number(number)) => number.ordinal && number.value <= 5,
        Some(Token::Ordinal(rank)) => *rank <= 5,
        Some(Token::Last | Token::Roman(_)) => true,
        _ => false,
    }
}
