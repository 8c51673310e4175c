//! Pairs of tokens that belong together, made one: «двадцать первое», 5-Mar, «май месяц», «5 / 6 мая».
//!
//! In go tokens, out come fewer of them, that mean the same. It sets no flags.

use super::token::{Number, Numeric, Token, Unit};

/// What some tokens come to, and how many of them it takes.
type Joined = Option<(Token, usize)>;

/// Makes one token of two or three that belong together.
pub(super) fn joined(tokens: &[Token]) -> Vec<Token> {
    let mut out = Vec::with_capacity(tokens.len());
    let mut rest = tokens;
    while let Some(first) = rest.first() {
        let found = in_words(rest).or_else(|| about_a_sign(rest, &mut out)).or_else(|| side_by_side(rest, &mut out));
        let (one, taken) = found.unwrap_or((*first, 1));
        out.push(one);
        rest = &rest[taken..];
    }
    out
}

/// Numbers in words: «двадцать первое», «две тысячи двадцать четвёртого».
fn in_words(rest: &[Token]) -> Joined {
    Some(match rest {
        [Token::Tens(tens), Token::Dash, Token::Ordinal(unit @ 1..=9), ..] => (Token::Ordinal(tens + unit), 3),
        [Token::Tens(tens), Token::Ordinal(unit @ 1..=9), ..] => (Token::Ordinal(tens + unit), 2),
        [Token::Tens(tens), ..] => (Token::Ordinal(*tens), 1),
        // «две тысячи двадцать четвёртого»
        [Token::Thousands, Token::Tens(tens), Token::Ordinal(unit @ 1..=9), ..] => (year(tens + unit), 3),
        [Token::Thousands, Token::Tens(tens), ..] => (year(*tens), 2),
        [Token::Thousands, Token::Ordinal(rest), ..] => (year(*rest), 2),
        // «первые три квартала»
        [Token::Ordinal(1) | Token::Number(Number { value: 1, ordinal: true, .. }), months @ Token::Months(_), ..] => {
            (*months, 2)
        }
        _ => return None,
    })
}

/// What a dash or a stroke joins or parts, with what stands before it.
fn about_a_sign(rest: &[Token], out: &mut Vec<Token>) -> Joined {
    Some(match rest {
        [Token::Part(part), Token::Dash, month @ Token::Month { .. }, ..] => {
            out.push(Token::Part(*part));
            (*month, 3)
        }
        // 5-Mar-2024, 05-мар-24: so Excel writes days.
        [
            day @ Token::Number(_),
            Token::Dash,
            month @ Token::Month { .. },
            Token::Dash,
            year @ Token::Number(number),
            ..,
        ] => {
            out.extend([*day, *month, *year]);
            (if number.digits == 2 { Token::YearWord } else { Token::Noise }, 5)
        }
        [month @ Token::Month { .. }, Token::Dash, year @ Token::Number(Number { digits: 4, .. }), ..] => {
            out.push(*month);
            (*year, 3)
        }
        // «2 мая – Минск, 5 мая – Брест»
        [Token::Dash, Token::Break, ..] => (Token::Break, 2),
        // «5/6 мая», «апрель/май»
        [Token::Numeric(Numeric { day: Some(day), month, year: None, doubtful: true }), Token::Month { .. }, ..] => {
            out.extend([bare(*day), Token::And]);
            (bare(*month), 1)
        }
        [month @ Token::Month { .. }, Token::Slash, Token::Month { .. }, ..] => {
            out.push(*month);
            (Token::And, 2)
        }
        // «5 / 6 мая», "May 5/6"
        [
            day @ Token::Number(Number { digits: 1 | 2, .. }),
            Token::Slash,
            Token::Number(Number { digits: 1 | 2, .. }),
            Token::Month { .. },
            ..,
        ] => {
            out.push(*day);
            (Token::And, 2)
        }
        [
            month @ Token::Month { english: true, .. },
            Token::Numeric(Numeric { day: Some(day), month: other, year: None, doubtful: true }),
            ..,
        ] => {
            out.extend([*month, bare(*day), Token::And]);
            (bare(*other), 2)
        }
        [last @ (Token::To | Token::Until | Token::Dash), Token::Present, ..] => {
            out.push(*last);
            (Token::Present, 2)
        }
        // «5 мая – по 7 мая»
        [Token::Dash, to @ (Token::To | Token::Until), ..] => (*to, 2),
        // 5-Mar, «12-мая»
        [day @ Token::Number(Number { digits: 1 | 2, .. }), Token::Dash, month @ Token::Month { .. }, after @ ..]
            if !matches!(out.last(), Some(Token::Month { .. }))
                && !matches!(after.first(), Some(Token::Number(Number { digits: 1 | 2, .. }))) =>
        {
            out.push(*day);
            (*month, 3)
        }
        [date @ Token::Numeric(Numeric { year: Some(_), .. }), Token::Slash, Token::Numeric(_), ..] => {
            out.push(*date);
            (Token::Dash, 2)
        }
        _ => return None,
    })
}

/// Words that mean one thing together, or take each other away.
fn side_by_side(rest: &[Token], out: &mut Vec<Token>) -> Joined {
    Some(match rest {
        // «прошлого года 5 мая»
        [Token::Which(offset), Token::YearWord, Token::Number(Number { digits: 1 | 2, .. }), ..] if out.is_empty() => {
            out.push(Token::RelativeYear(*offset));
            (Token::Comma, 2)
        }
        [Token::Which(offset), Token::YearWord, ..] => (Token::RelativeYear(*offset), 2),
        [Token::Last, Token::YearWord, ..] => (Token::RelativeYear(-1), 2),
        [Token::Which(0), Token::Present | Token::Counted, ..] => (Token::Present, 2),
        // «9 мая 2024 (День Победы)»: a year counts nothing.
        [year @ Token::Number(Number { digits: 4, .. }), Token::Counted, ..] => {
            out.push(*year);
            (Token::Break, 2)
        }
        // «5 человек»
        [Token::Number(_) | Token::Ordinal(_) | Token::Roman(_), Token::Counted, ..] => (Token::Break, 2),
        // «в 20-х числах мая»; «с 10 по 20-е числа» are days.
        [
            Token::Number(Number { value: tens @ (10 | 20), ordinal: true, .. }) | Token::Ordinal(tens @ (10 | 20)),
            Token::Unit(Unit::Dates),
            ..,
        ] if !matches!(out.last(), Some(Token::Dash | Token::To | Token::Until | Token::And | Token::Comma)) => {
            out.push(Token::Ordinal(tens / 10 + 1));
            (Token::Unit(Unit::Decade), 2)
        }
        // «День города», «время московское»
        [Token::Counted, ..] => (Token::Break, 1),
        [Token::Number(_) | Token::Ordinal(_), Token::Recurring, ..] => (Token::Recurring, 2),
        // «15 числа», «10-15 числах»: the word says only that the number is a day. «в 20-х числах» never comes here.
        [number @ Token::Number(_), Token::Unit(Unit::Dates), ..] => (*number, 2),
        // «по средам», «по согласованию»: no end of a range.
        [Token::To, aside @ (Token::Recurring | Token::Break), ..] => (*aside, 2),
        _ => return None,
    })
}

fn year(of_century: i16) -> Token {
    Token::Number(Number { value: 2000 + of_century, digits: 4, ordinal: false })
}

pub(super) fn bare(value: i16) -> Token {
    Token::Number(Number { value, digits: if value > 9 { 2 } else { 1 }, ordinal: false })
}
