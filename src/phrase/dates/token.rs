//! A phrase cut into tokens.
//!
//! In goes text as written, out come [`Token`]s and the flags that the cutting itself deserves (look-alike letters, typing
//! errors). It knows what a word means by the `lexicon` and nothing of the order of words.

use std::collections::BTreeSet;

use jiff::civil::Weekday;

use super::{Flag, lexicon, numeric};
use crate::phrase::text;

/// A number in digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub value: i16,
    pub digits: usize,
    /// «18-го», "2nd".
    pub ordinal: bool,
}

/// A date in digits: 28.02.2024, 28.02, 02.2024.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeric {
    pub day: Option<i16>,
    pub month: i16,
    pub year: Option<WrittenYear>,
    /// Written with a sign that some put after the month and some after the day.
    pub doubtful: bool,
}

/// A year in digits, whole or cut to two of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WrittenYear {
    Full(i16),
    Short(i16),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Season {
    Winter,
    Spring,
    Summer,
    Autumn,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Start,
    Middle,
    End,
}

/// What is counted off within a year or a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    Quarter,
    HalfYear,
    /// «половина»: of a month or of a year.
    Half,
    /// «декада»: a third of a month.
    Decade,
    Week,
    Month,
    /// «числа»: «в первых числах мая».
    Dates,
    /// «период»: whatever is collected.
    Period,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    /// A day or rank in words.
    Ordinal(i16),
    /// «двадцать», «тридцать»: alone, or with what follows.
    Tens(i16),
    /// «две тысячи»: a year in words begins.
    Thousands,
    Roman(i16),
    /// «три квартала»: so many months from the start of a year.
    Months(i16),
    /// «последняя».
    Last,
    Numeric(Numeric),
    Time,
    /// A month; one in the genitive («мая») may lack the day that it wants.
    Month {
        month: i8,
        english: bool,
        genitive: bool,
    },
    Season(Season),
    Weekday(Weekday),
    Unit(Unit),
    Part(Part),
    YearWord,
    /// «этот», «текущий» 0, «прошлый» −1, «следующий» 1: years, where a year follows.
    Which(i8),
    /// «с.г.»: a year relative to the context.
    RelativeYear(i8),
    From,
    To,
    Until,
    After,
    /// «настоящее время».
    Present,
    /// «и далее»: whatever was said has no end.
    Onwards,
    And,
    Comma,
    /// After a month, before the days of it: «март: 5, 12», «апрель (5, 12)».
    List,
    /// «на» between two days: «в ночь с 5 на 6 мая».
    Onto,
    /// «ул.», «№»: the number that follows is no day.
    Label,
    Line,
    Dash,
    Slash,
    /// «в», "at": noise, save before a time.
    At,
    Throughout,
    /// «часов», "pm".
    Hour,
    /// «этап», «участников»: takes the number before it away from the dates.
    Counted,
    /// «дней»: so is it with these, and a number of them is a [`Token::Duration`].
    Days,
    /// «три дня»: where only a month is told, its days are not all meant.
    Duration,
    Approx,
    Recurring,
    NotHeld,
    /// «или», «кроме»: what no set of days can be made of.
    Refused,
    Noise,
    /// Before a weekday: it is said aside and counts nothing.
    Bracket,
    /// Words that are not understood: no date goes across them.
    Break,
}

/// What cutting gave.
pub(super) struct Scanned {
    pub tokens: Vec<Token>,
    pub flags: BTreeSet<Flag>,
}

/// Cuts a phrase into tokens.
pub(super) fn scan(phrase: &str) -> Scanned {
    let (mended, lookalikes) = text::mend_lookalikes(&text::clean(phrase));
    let mut scanner = Scanner {
        chars: mended.to_lowercase().chars().map(plain).collect(),
        at: 0,
        depth: 0,
        tokens: Vec::new(),
        flags: BTreeSet::new(),
    };
    if lookalikes {
        scanner.flags.insert(Flag::LatinLookalike);
    }
    scanner.mend_months();
    scanner.run();
    Scanned { tokens: scanner.tokens, flags: scanner.flags }
}

fn plain(c: char) -> char {
    match c {
        'ё' => 'е',
        // The Ukrainian and Belarusian letter, used for the Roman numeral.
        'і' => 'i',
        '\\' => '/',
        '÷' | '~' | '…' => '-',
        c if text::is_dash(c) => '-',
        c => c,
    }
}

struct Scanner {
    chars: Vec<char>,
    at: usize,
    /// Brackets that are open.
    depth: usize,
    tokens: Vec<Token>,
    flags: BTreeSet<Flag>,
}

impl Scanner {
    fn run(&mut self) {
        while let Some(&c) = self.chars.get(self.at) {
            if c.is_ascii_digit() {
                self.number();
            } else if c.is_alphabetic() {
                self.word();
            } else {
                self.sign(c);
            }
        }
    }

    fn rest(&self) -> &[char] {
        &self.chars[self.at..]
    }

    fn push(&mut self, token: Token, length: usize) {
        self.tokens.push(token);
        self.at += length;
    }

    fn number(&mut self) {
        if let Some((token, length)) = numeric::pattern(self.rest()) {
            let month_alone = matches!(token, Token::Numeric(Numeric { day: None, .. }));
            // «XX.05.2024»: the day is there, but cannot be read.
            let torn = month_alone && self.at > 0 && matches!(self.chars[self.at - 1], '.' | '/');
            self.push(if torn { Token::Refused } else { token }, length);
            return;
        }
        let digits = self.rest().iter().take_while(|c| c.is_ascii_digit()).count();
        let written: String = self.rest().iter().take(digits).collect();
        let Some(value) = written.parse().ok().filter(|_| digits <= 4) else {
            self.push(Token::Refused, digits);
            return;
        };
        let after = &self.chars[self.at + digits..];
        let suffix = lexicon::ordinal_suffix(after);
        // «1) 5 мая; 2) 7 мая»
        if digits <= 2 && after.first() == Some(&')') && self.depth == 0 {
            self.at += digits;
            return;
        }
        let number = Number { value, digits, ordinal: suffix > 0 };
        if suffix == 0 && self.mends_digits(digits) {
            return;
        }
        self.push(Token::Number(number), digits + suffix);
    }

    /// «15.О2.2024»: a letter in the place of a month's first digit.
    fn mend_months(&mut self) {
        for at in 2..self.chars.len().saturating_sub(1) {
            let [before, stop, letter, after] = [at - 2, at - 1, at, at + 1].map(|at| self.chars[at]);
            let within = before.is_ascii_digit() && stop == '.' && after.is_ascii_digit();
            if let Some(digit) = lexicon::digit_lookalike(letter).filter(|_| within) {
                self.chars[at] = digit;
                self.flags.insert(Flag::Typo);
            }
        }
    }

    /// «1О мая» with a letter, «З1 мая»: puts the digit right and lets the scanner look again.
    fn mends_digits(&mut self, digits: usize) -> bool {
        let letter = self.rest().get(digits).copied();
        let next = self.rest().get(digits + 1).copied();
        let Some(digit) = letter.and_then(lexicon::digit_lookalike) else { return false };
        if digits > 1 || next.is_some_and(char::is_alphabetic) {
            return false;
        }
        self.chars[self.at + digits] = digit;
        self.flags.insert(Flag::Typo);
        true
    }

    fn word(&mut self) {
        if let Some((token, length)) = lexicon::fixed(self.rest()) {
            if token == Token::Thousands {
                self.flags.insert(Flag::Words);
            }
            self.push(token, length);
            return;
        }
        let latin = |c: &char| c.is_ascii_alphabetic();
        let first_is_latin = self.rest().first().is_some_and(latin);
        let length = self.rest().iter().take_while(|c| c.is_alphabetic() && latin(c) == first_is_latin).count();
        let word: String = self.rest().iter().take(length).collect();
        if length == 1 && self.starts_a_number(&word) {
            return;
        }
        let token = match lexicon::meaning(&word) {
            Some(token) => token,
            None => self.mistyped(&word, length).unwrap_or(Token::Break),
        };
        if word == "c" {
            self.flags.insert(Flag::LatinLookalike);
        }
        self.push(token, length);
    }

    /// «О5.04», «l5 мая»: a letter in the place of a digit.
    fn starts_a_number(&mut self, word: &str) -> bool {
        let digit = word.chars().next().and_then(lexicon::digit_lookalike);
        let Some(digit) = digit.filter(|_| self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit)) else {
            return false;
        };
        self.chars[self.at] = digit;
        self.flags.insert(Flag::Typo);
        true
    }

    /// A month (or «квартал», «полугодие») mistyped, where a number stands beside it.
    fn mistyped(&mut self, word: &str, length: usize) -> Option<Token> {
        let before = matches!(
            self.tokens.last(),
            Some(Token::Number(_) | Token::Ordinal(_) | Token::Roman(_) | Token::Dash | Token::Unit(Unit::Decade))
        );
        let after = self.rest().iter().skip(length).find(|c| **c != ' ').is_some_and(char::is_ascii_digit);
        let token = lexicon::nearest(word).filter(|_| before || after)?;
        self.flags.insert(Flag::Typo);
        Some(token)
    }

    fn sign(&mut self, c: char) {
        match c {
            '(' => self.depth += 1,
            ')' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        match c {
            '\n' => self.push(Token::Line, 1),
            ':' if self.follows_month() => self.push(Token::List, 1),
            '(' if self.follows_month() && self.brackets_days() => self.push(Token::List, 1),
            ',' | ';' | ':' | '+' | '&' => self.push(Token::Comma, 1),
            // «12 мая?»: whoever asks does not know; «__ мая»: nor does who left a blank.
            '?' | '_' => self.push(Token::Refused, 1),
            '№' => self.push(Token::Label, 1),
            '-' => self.dash(),
            '/' => self.push(Token::Slash, 1),
            '.' if self.rest().get(1) == Some(&'.') => {
                let dots = self.rest().iter().take_while(|c| **c == '.').count();
                self.push(Token::Dash, dots);
            }
            '.' => self.stop(),
            '(' if self.weekday_follows() => self.push(Token::Bracket, 1),
            '(' => {
                let remark = self.remark();
                self.depth -= usize::from(remark.is_some());
                self.at += remark.unwrap_or(1);
            }
            ' ' | ')' | '[' | ']' => self.at += 1,
            '\'' | '’' if self.cut_year() => {}
            c if text::is_quote(c) => self.at += 1,
            c => match lexicon::roman_sign(c) {
                Some(value) => self.push(Token::Roman(value), 1),
                None => self.push(Token::Break, 1),
            },
        }
    }

    /// A month without a day, with or without its year, has just been named.
    fn follows_month(&self) -> bool {
        let lacks_day = |before: &[Token]| !matches!(before.last(), Some(Token::Number(_) | Token::Ordinal(_)));
        match self.tokens.as_slice() {
            [before @ .., Token::Month { .. }]
            | [before @ .., Token::Month { .. }, Token::Number(Number { digits: 4, .. }) | Token::RelativeYear(_)]
            | [before @ .., Token::Month { .. }, Token::Number(Number { digits: 4, .. }), Token::YearWord] => {
                lacks_day(before)
            }
            _ => false,
        }
    }

    /// «(5, 12–14 и 19)»: nothing but days in the bracket.
    fn brackets_days(&self) -> bool {
        let inside = || self.rest().iter().skip(1).take(100).take_while(|c| **c != ')');
        inside().any(char::is_ascii_digit) && inside().all(|c| c.is_ascii_digit() || " ,;-и".contains(*c))
    }

    fn weekday_follows(&self) -> bool {
        let word: String = self.rest().iter().skip(1).take_while(|c| c.is_alphabetic()).collect();
        matches!(lexicon::meaning(&word), Some(Token::Weekday(_)))
    }

    /// The length of a bracket with nothing of a date in it, where the date goes on behind it: «с 20 марта (заезд) по …»,
    /// «20 марта (открытие) 2024 года».
    fn remark(&self) -> Option<usize> {
        let inside = self.rest().iter().skip(1).position(|c| *c == ')')?;
        let text: String = self.rest().iter().skip(1).take(inside).collect();
        let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let says_nothing = |word: &str| {
            let number = word.contains(|c: char| c.is_ascii_digit());
            !number && matches!(lexicon::meaning(word), None | Some(Token::Counted | Token::Noise))
        };
        let behind: String = self.rest().iter().skip(inside + 2).skip_while(|c| **c == ' ').take(12).collect();
        let goes_on = behind.starts_with('-')
            || behind.bytes().take_while(u8::is_ascii_digit).count() == 4
            || matches!(behind.split(' ').next().and_then(lexicon::meaning), Some(Token::To | Token::Until));
        (goes_on && words.all(says_nothing)).then_some(inside + 2)
    }

    fn dash(&mut self) {
        let length = self.rest().iter().take_while(|c| **c == '-').count();
        let suffix = lexicon::ordinal_suffix(self.rest());
        if matches!(self.tokens.last(), Some(Token::Roman(_))) && suffix > 0 {
            self.at += suffix;
        } else {
            self.push(Token::Dash, length);
        }
    }

    /// "May '24": two digits that can only be a year.
    fn cut_year(&mut self) -> bool {
        let digits: String = self.rest().iter().skip(1).take_while(|c| c.is_ascii_digit()).collect();
        let closed = self.rest().get(1 + digits.len()).is_some_and(|c| text::is_quote(*c) || *c == '\'');
        let Some(value) = digits.parse().ok().filter(|_| digits.len() == 2 && !closed) else { return false };
        self.tokens.push(Token::Number(Number { value, digits: 2, ordinal: false }));
        self.push(Token::YearWord, 1 + digits.len());
        true
    }

    /// A stop belongs to an abbreviation, or ends a sentence after a year or a whole name of a month.
    fn stop(&mut self) {
        let ends = match self.tokens.last() {
            Some(Token::Number(number)) => number.digits == 4,
            Some(Token::Month { genitive, .. }) => *genitive,
            _ => false,
        };
        if ends {
            self.tokens.push(Token::Comma);
        }
        self.at += 1;
    }
}
