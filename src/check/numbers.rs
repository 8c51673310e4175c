//! Numbers as they are typed into cells: «1 250», «25 чел.», «12,5». Text in, number out; what can be read in two ways
//! is not read at all.

use crate::phrase::text;

/// What a text says as a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Read<N> {
    /// The number and nothing else.
    Plain(N),
    /// A number with words that do not change it.
    WithWords(N),
}

/// Words that change a number, or leave it open: beside them a number is not understood.
const CHANGING: &[&str] =
    &["тыс", "млн", "миллион", "сот", "дюжин", "пар", "или", "до", "от", "k", "thousand", "million"];
/// Words for none at all.
const NONE: &[&str] = &["нет", "не было", "не проводились", "отсутствуют", "none", "no"];

/// Reads a whole number.
pub(super) fn integer(written: &str) -> Option<Read<i64>> {
    let line = text::one_line(written);
    if let Some(n) = plain_integer(&line) {
        return Some(Read::Plain(n));
    }
    if let Some(n) = tidied(&line).as_deref().and_then(plain_integer) {
        return Some(Read::WithWords(n));
    }
    if NONE.contains(&line.to_lowercase().trim_end_matches('.')) {
        return Some(Read::WithWords(0));
    }
    let split = line.find(|c: char| c.is_alphabetic())?;
    let (digits, words) = line.split_at(split);
    let n = plain_integer(digits.trim())?;
    let harmless = words.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '.')
        && words.to_lowercase().split([' ', '.']).all(|word| {
            !CHANGING.iter().any(|stem| word == *stem || (stem.chars().count() > 2 && word.starts_with(stem)))
        });
    harmless.then_some(Read::WithWords(n))
}

/// Reads a number with a decimal comma or point. Of words beside it only those of money are understood: «12 500,00 руб.»,
/// «12 500 руб. 50 коп.».
pub(super) fn decimal(written: &str) -> Option<Read<f64>> {
    let line = text::one_line(written);
    if let Some(n) = plain_decimal(&line) {
        return Some(Read::Plain(n));
    }
    let line = tidied(&line).unwrap_or(line);
    plain_decimal(&line).or_else(|| money(&line)).map(Read::WithWords)
}

/// Money in roubles, with kopecks in the fraction or in words.
fn money(line: &str) -> Option<f64> {
    let line = line.to_lowercase();
    let split = line.find(|c: char| c.is_alphabetic() || c == '₽')?;
    let (roubles, rest) = line.split_at(split);
    let mut words = rest.split([' ', '.', ',', '₽']).filter(|word| !word.is_empty());
    let is_rouble = |word: &str| ["р", "руб", "рубль", "рубля", "рублей", "rub", "roubles", "rubles"].contains(&word);
    if !rest.starts_with('₽') && !is_rouble(words.next()?) {
        return None;
    }
    let whole = plain_decimal(roubles.trim())?;
    let Some(kopecks) = words.next() else { return Some(whole) };
    let kopecks = kopecks.parse::<u8>().ok().filter(|kopecks| *kopecks < 100 && whole.fract() == 0.0)?;
    let is_kopeck = words.next().is_some_and(|word| ["к", "коп", "копейка", "копейки", "копеек"].contains(&word));
    (is_kopeck && words.next().is_none()).then(|| whole + f64::from(kopecks) / 100.0)
}

/// The line with figures of other scripts as ours, and without the apostrophe by which a table is told that a number is
/// text; `None` where it is such already.
fn tidied(line: &str) -> Option<String> {
    let figure = |c: char| {
        let zero =
            [0x0660, 0x06F0, 0x0966, 0xFF10].into_iter().find(|zero| (*zero..zero + 10).contains(&u32::from(c)))?;
        char::from_digit(u32::from(c) - zero, 10)
    };
    let bare = line.trim_start_matches(['\'', '’', '`']).trim_start();
    let tidied: String = bare.chars().map(|c| figure(c).unwrap_or(c)).collect();
    (tidied != line).then_some(tidied)
}

fn plain_decimal(line: &str) -> Option<f64> {
    let line = line.replace(',', ".");
    if line.matches('.').count() > 1 {
        return None;
    }
    let (whole, fraction) = line.split_once('.').unwrap_or((&line, ""));
    plain_integer(whole)?;
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    format!("{}.{fraction}0", ungrouped(whole)).parse().ok()
}

/// Digits, with groups of three parted by spaces, with a sign, with an empty fraction.
fn plain_integer(line: &str) -> Option<i64> {
    let line = [",0", ".0", ",00", ".00"].iter().find_map(|end| line.strip_suffix(end)).unwrap_or(line);
    let (sign, digits) = match line.strip_prefix(text::is_dash) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", line.strip_prefix('+').unwrap_or(line)),
    };
    let mut groups = digits.split(' ');
    let first = groups.next()?;
    let grouped = groups.clone().next().is_some();
    let sound = !first.is_empty()
        && (!grouped || first.len() <= 3)
        && first.bytes().all(|b| b.is_ascii_digit())
        && groups.all(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()));
    if !sound {
        return None;
    }
    format!("{sign}{}", ungrouped(digits)).parse().ok()
}

fn ungrouped(digits: &str) -> String {
    digits
        .chars()
        .filter_map(|c| if text::is_dash(c) { Some('-') } else { (!matches!(c, ' ' | '+')).then_some(c) })
        .collect()
}

/// A number as people see it: 5 and not 5.0, and no dust of binary fractions.
pub(super) fn shown(n: f64) -> String {
    if n.fract() == 0.0 && n.abs() < 1e15 {
        return format!("{n:.0}");
    }
    let rounded = format!("{n:.10}");
    rounded.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The whole number that a cell holds as a number, unless it has a fraction.
pub(super) fn whole(n: f64) -> Option<i64> {
    // Beyond 2^53 a cell does not hold whole numbers exactly.
    #[expect(clippy::cast_possible_truncation, reason = "the range is checked")]
    (n.fract() == 0.0 && n.abs() < 9e15).then_some(n as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_and_groups_of_three_are_a_number() {
        for (written, n) in
            [("25", 25), ("1 250", 1250), ("1\u{a0}250 000", 1_250_000), ("+7", 7), ("−3", -3), ("12,0", 12)]
        {
            assert_eq!(integer(written), Some(Read::Plain(n)), "{written}");
        }
    }

    #[test]
    fn words_after_a_number_are_understood_but_told() {
        for (written, n) in
            [("25 чел.", 25), ("25 человек", 25), ("1 250 участников", 1250), ("40pers.", 40), ("нет", 0)]
        {
            assert_eq!(integer(written), Some(Read::WithWords(n)), "{written}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_not_read() {
        for written in
            ["20–25", "2 тыс. чел.", "12 50", "1.5", "более 300", "25+11", "25 и 11", "", "много", "25 или больше"]
        {
            assert_eq!(integer(written), None, "{written}");
        }
    }

    #[test]
    fn fractions_take_a_comma_or_a_point() {
        assert_eq!(decimal("12,5"), Some(Read::Plain(12.5)));
        assert_eq!(decimal("1 250.75"), Some(Read::Plain(1250.75)));
        assert_eq!(decimal("-3"), Some(Read::Plain(-3.0)));
        assert_eq!(decimal("1.250,75"), None);
        assert_eq!(decimal("12,5 кг"), None);
    }

    #[test]
    fn money_is_understood_with_its_words_and_told() {
        for (written, n) in [
            ("12 500,00 руб.", 12500.0),
            ("12500,50₽", 12500.5),
            ("12 500р.", 12500.0),
            ("12 500 рублей 50 копеек", 12500.5),
            ("12 500 руб. 00 коп.", 12500.0),
            ("'12500", 12500.0),
            ("１２", 12.0),
        ] {
            assert_eq!(decimal(written), Some(Read::WithWords(n)), "{written}");
        }
        for written in
            ["12,5 тыс. руб.", "12 руб. 150 коп.", "1.23E+15", "12%", "12 руб. или 15", "5 $", "12 500,5 руб. 10 коп."]
        {
            assert_eq!(decimal(written), None, "{written}");
        }
    }

    #[test]
    fn figures_of_other_scripts_and_a_leading_apostrophe_are_understood_and_told() {
        for (written, n) in [("'36", 36), ("٣٦", 36), ("３６", 36), ("’1 250", 1250)] {
            assert_eq!(integer(written), Some(Read::WithWords(n)), "{written}");
        }
    }

    #[test]
    fn numbers_are_shown_as_people_see_them() {
        assert_eq!([shown(5.0), shown(0.1 + 0.2), shown(-2.5)], ["5", "0.3", "-2.5"]);
    }
}
