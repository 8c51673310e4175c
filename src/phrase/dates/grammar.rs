//! The order of words: points, ranges and lists of them.
//!
//! In go tidied tokens, out comes a [`Phrase`] in which no day is left without its month; years may still be missing.
//! It knows no calendar: whether a month has the day is seen later.
//!
//! ```text
//! phrase   = segment { "words not understood" segment }
//! segment  = item { ("," | "and") item }
//! item     = [from] point (to | "-") point | from point | to point | point
//! point    = day [month] [year] | month [day] [year] | rank unit [year] | part month [year] | season [year] | year
//! ```

use super::shape::{Item, PartOf, Phrase, Point, Trouble, What, YearSaid};
use super::token::{Number, Numeric, Part, Season, Token, Unit, WrittenYear};

/// Parses tokens.
///
/// # Errors
/// What kept the phrase from being a set of days.
pub(super) fn parse(tokens: &[Token]) -> Result<Phrase, Trouble> {
    if tokens.contains(&Token::Refused) {
        return Err(Trouble::NotUnderstood);
    }
    refuse_lost_days(tokens)?;
    let mut phrase = Phrase::new();
    if tokens.contains(&Token::Onwards) {
        return Err(Trouble::OpenEnd);
    }
    for segment in tokens.split(|token| matches!(token, Token::Break | Token::Duration)) {
        let (mut items, lists) = Parser { tokens: segment, at: 0 }.items()?;
        spread_months(&mut items, &lists);
        complete_days(&mut items)?;
        phrase.extend(items);
    }
    // «Рождество 2024 года»: a feast that is not known is not the whole year.
    let years_only = phrase.iter().flat_map(Item::points).all(|point| point.what == What::Year);
    if years_only && tokens.contains(&Token::Break) {
        return Err(Trouble::NotUnderstood);
    }
    // «10 дней в июне»: which of them is not said.
    let by_day = phrase.iter().flat_map(Item::points).all(|point| matches!(point.what, What::Day { .. }));
    if tokens.contains(&Token::Duration) && !by_day {
        return Err(Trouble::NotUnderstood);
    }
    if phrase.is_empty() { Err(Trouble::NotUnderstood) } else { Ok(phrase) }
}

/// «?? мая»: a month in the genitive right after what was not understood has lost its day; so has that of «5 июня, июля».
fn refuse_lost_days(tokens: &[Token]) -> Result<(), Trouble> {
    let lost = tokens.windows(2).any(|pair| matches!(pair, [Token::Break, Token::Month { genitive: true, .. }]));
    let listed = tokens.windows(4).any(|four| {
        matches!(
            four,
            [
                Token::Number(Number { digits: 1 | 2, .. }) | Token::Ordinal(_),
                Token::Month { .. },
                Token::Comma | Token::And,
                Token::Month { genitive: true, english: false, .. },
            ]
        )
    });
    if lost || listed { Err(Trouble::NotUnderstood) } else { Ok(()) }
}

/// «Март: 5, 12»: the month at each of `lists` goes to the numbers behind it, and is no month by itself any more.
fn spread_months(items: &mut Phrase, lists: &[usize]) {
    for &at in lists.iter().rev() {
        let Some(Item::Single(Point { what: What::Month(month), year, .. })) = items.get(at).copied() else { continue };
        let bare = |item: &Item| item.points().all(|point| matches!(point.what, What::Bare(_)));
        let length = items.iter().skip(at + 1).take_while(|item| bare(item)).count();
        for point in items.iter_mut().skip(at + 1).take(length).flat_map(Item::points_mut) {
            if let What::Bare(day) = point.what {
                point.what = What::Day { day, month: i16::from(month), doubtful: false };
                point.year = point.year.or(year);
            }
        }
        if length > 0 {
            items.remove(at);
        }
    }
}

/// Gives every bare number the month (or the unit) of its neighbour: of the next point that has one («5 и 7 мая»), but of
/// the one before where months come first ("May 5 and 7").
fn complete_days(items: &mut [Item]) -> Result<(), Trouble> {
    let mut points: Vec<&mut Point> = items.iter_mut().flat_map(Item::points_mut).collect();
    for at in 0..points.len() {
        let What::Bare(number) = points[at].what else { continue };
        let before = at.checked_sub(1).map(|before| *points[before]).filter(|point| point.month_first);
        let after = points[at + 1..].iter().find(|point| !matches!(point.what, What::Bare(_))).map(|point| **point);
        let donor = before.or(after).ok_or(Trouble::NotUnderstood)?;
        points[at].what = match donor.what {
            What::Day { month, doubtful, .. } => What::Day { day: number, month, doubtful },
            What::Quarter(_) => What::Quarter(number),
            What::HalfYear(_) => What::HalfYear(number),
            What::Part(PartOf::Decade(_), month) => What::Part(PartOf::Decade(number), month),
            _ => return Err(Trouble::NotUnderstood),
        };
        points[at].month_first = donor.month_first;
        if !matches!(donor.what, What::Day { .. }) {
            points[at].words = false;
        }
    }
    Ok(())
}

struct Parser<'a> {
    tokens: &'a [Token],
    at: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &[Token] {
        &self.tokens[self.at..]
    }

    fn next_is(&self, wanted: &[Token]) -> bool {
        self.rest().first().is_some_and(|token| wanted.contains(token))
    }

    fn take_any(&mut self, wanted: &[Token]) -> bool {
        let found = self.next_is(wanted);
        self.at += usize::from(found);
        found
    }

    fn skip(&mut self, wanted: &[Token]) {
        while self.take_any(wanted) {}
    }

    /// The items, and which of them have a list of days behind them.
    fn items(mut self) -> Result<(Phrase, Vec<usize>), Trouble> {
        let mut items = Phrase::new();
        let mut lists = Vec::new();
        // A segment may begin or end with what has lost its neighbour: «г. …, 5 мая – …».
        self.skip(&[Token::Comma, Token::And, Token::Dash, Token::YearWord]);
        while self.at < self.tokens.len() {
            if let Some(item) = self.item()? {
                items.push(item);
            }
            if self.next_is(&[Token::List]) && !items.is_empty() {
                lists.push(items.len() - 1);
            }
            let parted = self.at == self.tokens.len() || self.next_is(&[Token::Comma, Token::And, Token::List]);
            if !parted {
                return Err(Trouble::NotUnderstood);
            }
            self.skip(&[Token::Comma, Token::And, Token::List]);
        }
        Ok((items, lists))
    }

    fn item(&mut self) -> Result<Option<Item>, Trouble> {
        if self.empty_words() {
            return Ok(None);
        }
        if matches!(self.rest(), [Token::Unit(Unit::Period), Token::To | Token::Until, ..]) {
            self.at += 1;
        }
        if self.take_any(&[Token::To, Token::Until]) {
            self.skip_period();
            return if self.rest().is_empty() { Ok(None) } else { Err(Trouble::OpenStart) };
        }
        if self.take_any(&[Token::After]) {
            return Err(Trouble::OpenEnd);
        }
        let week = self.next_is(&[Token::Unit(Unit::Week)]);
        let from = self.skip_period();
        let mut start = self.point()?;
        if let (What::Day { day, month, .. }, true) =
            (start.what, week && !from && (self.rest().is_empty() || self.next_is(&[Token::Comma])))
        {
            start.what = What::WeekOf { day, month };
        }
        let between = from && self.next_is(&[Token::And]) && !self.list_follows();
        if between || self.next_is(&[Token::To, Token::Until, Token::Dash]) {
            self.at += 1;
            self.skip_period();
            if self.rest().is_empty() && matches!(start.what, What::Bare(_)) {
                return Err(Trouble::NotUnderstood);
            }
            if self.rest().is_empty() || self.take_any(&[Token::Present]) {
                return Err(Trouble::OpenEnd);
            }
            let end = self.point()?;
            return Ok(Some(Item::Range(start, end)));
        }
        if from { Err(Trouble::OpenEnd) } else { Ok(Some(Item::Single(start))) }
    }

    /// Whether «с 5 и …» is a list after all; with "from" or "between" an "and" ends the range.
    fn list_follows(&self) -> bool {
        self.rest().iter().any(|token| matches!(token, Token::To | Token::Until | Token::Dash | Token::From))
    }

    /// Passes over «в период», «в течение», «с»; says whether the last was there.
    fn skip_period(&mut self) -> bool {
        let mut from = false;
        loop {
            match self.rest() {
                [Token::From, ..] => from = true,
                [Token::Unit(Unit::Period | Unit::Week), next, ..] if starts_point(*next) => {}
                [Token::Throughout, Token::Unit(Unit::Period), next, ..] if starts_point(*next) => {}
                [Token::Throughout, next, ..] if starts_point(*next) || is_led(*next) => {}
                _ => return from,
            }
            self.at += 1;
        }
    }

    /// Words that carry no date of their own where they stand alone.
    fn empty_words(&mut self) -> bool {
        let alone = |rest: &[Token]| matches!(rest.get(1), None | Some(Token::Comma | Token::And | Token::List));
        let empty = matches!(
            self.rest(),
            [Token::YearWord | Token::Hour | Token::Dash | Token::Present | Token::Throughout, ..]
        ) || matches!(self.rest(), [Token::Unit(Unit::Month | Unit::Week | Unit::Period), ..]);
        // «время» stands for «настоящее время» after «по» only.
        let skipped = empty && (alone(self.rest()) || self.next_is(&[Token::Present]));
        self.at += usize::from(skipped);
        skipped
    }

    fn point(&mut self) -> Result<Point, Trouble> {
        let (what, length, words, month_first) = self.what()?;
        self.at += length;
        let mut point = Point { what, year: None, month_first, words };
        match self.tokens[self.at - length..self.at] {
            [Token::Numeric(Numeric { year: Some(year), .. })] => point.year = Some(said(year)),
            [Token::Number(number)] if what == What::Year => point.year = Some(YearSaid::Full(number.value)),
            [Token::RelativeYear(offset)] => point.year = Some(YearSaid::Relative(offset)),
            [Token::Throughout, Token::YearWord] => point.year = Some(YearSaid::Understood),
            _ => {}
        }
        if point.year.is_none() {
            point.year = self.year(&point);
        }
        self.skip(&[Token::YearWord]);
        if matches!(what, What::Months(_)) && point.year.is_none() {
            // «3 месяца» without a year is a duration.
            return Err(Trouble::NotUnderstood);
        }
        Ok(point)
    }

    /// What stands here, how many tokens it takes, whether its day was in words, whether its month came first.
    fn what(&self) -> Result<(What, usize, bool, bool), Trouble> {
        let plain = |what, length| Ok((what, length, false, false));
        match self.rest() {
            [Token::Numeric(numeric), ..] => plain(self.numeric(*numeric), 1),
            [Token::Month { month, .. }, Token::Number(day), rest @ ..]
                if day.digits <= 2 && self.is_day_after_month(rest) =>
            {
                Ok((What::Day { day: day.value, month: i16::from(*month), doubtful: false }, 2, false, true))
            }
            [Token::Month { month, english: true, .. }, Token::Ordinal(day), ..] => {
                Ok((What::Day { day: *day, month: i16::from(*month), doubtful: false }, 2, true, true))
            }
            [Token::Month { month, .. }, ..] => plain(What::Month(*month), 1),
            [Token::Part(part), Token::Month { month, .. }, ..] => {
                plain(What::Part(PartOf::Decade(third(*part)), *month), 2)
            }
            [Token::Part(_), ..] => Err(Trouble::Vague),
            [Token::Season(season), ..] => plain(What::Season(*season), 1),
            [Token::RelativeYear(_), ..] => plain(What::Year, 1),
            [Token::Throughout, Token::YearWord, ..] => plain(What::Year, 2),
            [Token::Throughout | Token::Which(0), Token::Unit(unit), ..] => plain(What::Reported(reported(*unit)), 2),
            [Token::Throughout, Token::Which(0), Token::Unit(unit), ..] => plain(What::Reported(reported(*unit)), 3),
            [Token::Unit(unit @ (Unit::Quarter | Unit::HalfYear)), Token::Number(rank), ..] if rank.digits == 1 => {
                plain(ranked(*unit, rank.value), 2)
            }
            [Token::Unit(unit @ (Unit::Quarter | Unit::HalfYear)), Token::Roman(rank), ..] => {
                plain(ranked(*unit, *rank), 2)
            }
            [Token::Months(count), ..] => plain(What::Months(*count), 1),
            [Token::Last, rest @ ..] => Self::of_rank(None, rest).ok_or(Trouble::NotUnderstood),
            // «третий месяц» is March, not three of them.
            [Token::Ordinal(_) | Token::Number(Number { ordinal: true, .. }), Token::Unit(Unit::Month), ..] => {
                Err(Trouble::NotUnderstood)
            }
            [Token::Number(number), rest @ ..] => Self::of_number(*number, rest),
            [Token::Ordinal(rank), rest @ ..] => {
                Ok(Self::of_rank(Some(*rank), rest).unwrap_or_else(|| day_or_bare(*rank, rest, true)))
            }
            [Token::Roman(rank), rest @ ..] => {
                Ok(Self::of_rank(Some(*rank), rest).unwrap_or((What::Bare(*rank), 1, false, false)))
            }
            _ => Err(Trouble::NotUnderstood),
        }
    }

    /// «мая 24 г.» is a year, "May 24" and «мая 24, 2024» a day.
    fn is_day_after_month(&self, rest: &[Token]) -> bool {
        let english = matches!(self.rest().first(), Some(Token::Month { english: true, .. }));
        if let [Token::Comma, Token::Number(Number { digits: 4, .. })] = rest {
            return true;
        }
        english && !matches!(rest.first(), Some(Token::YearWord | Token::Month { .. }))
    }

    /// A date in digits; one without a year may have it after a sign of its own.
    fn numeric(&self, numeric: Numeric) -> What {
        let Some(day) = numeric.day else {
            return i8::try_from(numeric.month).map_or(What::Bare(0), What::Month);
        };
        let doubtful = numeric.doubtful && !self.order_is_shown();
        What::Day { day, month: numeric.month, doubtful }
    }

    /// Whether another date beside shows that the day comes first: 7/05/2024 – 20/05/2024.
    fn order_is_shown(&self) -> bool {
        let doubtful = self.tokens.iter().filter_map(|token| match token {
            Token::Numeric(numeric) if numeric.doubtful => numeric.day.map(|day| (day, numeric.month)),
            _ => None,
        });
        let dates: Vec<(i16, i16)> = doubtful.collect();
        dates.iter().any(|(day, _)| *day > 12) && dates.iter().all(|(_, month)| *month <= 12)
    }

    fn of_number(number: Number, rest: &[Token]) -> Result<(What, usize, bool, bool), Trouble> {
        if number.digits == 4 {
            return if (1900..2200).contains(&number.value) {
                Ok((What::Year, 1, false, false))
            } else {
                Err(Trouble::Invalid)
            };
        }
        if number.digits > 2 {
            return Err(Trouble::NotUnderstood);
        }
        if let Some(found) = Self::of_rank(Some(number.value), rest) {
            return Ok(found);
        }
        let roman_month = match rest {
            [Token::Roman(month), after @ ..] if !number.ordinal && ends_roman_date(after) => Some(*month),
            [Token::Slash, Token::Roman(month), ..] => Some(*month),
            _ => None,
        };
        if let Some(month) = roman_month {
            let length = if rest.first() == Some(&Token::Slash) { 3 } else { 2 };
            return Ok((What::Day { day: number.value, month, doubtful: false }, length, false, false));
        }
        Ok(day_or_bare(number.value, rest, false))
    }

    /// What a rank counts: «II квартал», «первая половина мая», «последняя неделя мая», «9 месяцев».
    fn of_rank(rank: Option<i16>, rest: &[Token]) -> Option<(What, usize, bool, bool)> {
        let (what, length) = match (rank, rest) {
            (Some(rank), [Token::Unit(unit @ (Unit::Quarter | Unit::HalfYear)), ..]) => (ranked(*unit, rank), 2),
            (Some(rank), [Token::Unit(Unit::Half), Token::Month { month, .. }, ..]) => {
                (What::Part(PartOf::Half(rank), *month), 3)
            }
            (Some(rank), [Token::Unit(Unit::Half), ..]) => (What::HalfYear(rank), 2),
            (rank, [Token::Unit(Unit::Decade), Token::Month { month, .. }, ..])
            | (rank @ (Some(1) | None), [Token::Unit(Unit::Dates), Token::Month { month, .. }, ..]) => {
                (What::Part(PartOf::Decade(rank.unwrap_or(3)), *month), 3)
            }
            (rank, [Token::Unit(Unit::Week), Token::Month { month, .. }, ..]) => {
                (What::Part(PartOf::Week(rank), *month), 3)
            }
            (rank, [Token::Weekday(weekday), Token::Month { month, .. }, ..]) => (What::Nth(rank, *weekday, *month), 3),
            (Some(rank @ 2..=11), [Token::Unit(Unit::Month), ..]) => (What::Months(rank), 2),
            _ => return None,
        };
        Some((what, length, false, false))
    }

    /// The year after a point: «2024 года», «24 г.», «с.г.», or after a comma.
    fn year(&mut self, point: &Point) -> Option<YearSaid> {
        let commas = self.rest().iter().take_while(|token| **token == Token::Comma).count();
        let whole_day = matches!(point.what, What::Day { .. });
        let after = &self.rest()[commas..];
        let (year, length) = match after {
            [Token::Number(first), Token::Dash | Token::Slash, Token::Number(second), ..]
                if point.what == What::Season(Season::Winter) && first.digits == 4 =>
            {
                (winter_year(*first, *second)?, 3)
            }
            // «март, 2024 год» has its year, «2024, 2025» are two.
            [Token::Number(number), rest @ ..] if number.digits == 4 && point.what != What::Year => {
                if matches!(rest.first(), Some(Token::Month { .. })) && commas > 0 {
                    return None;
                }
                (YearSaid::Full(number.value), 1)
            }
            [Token::Slash, Token::Number(number), ..] if number.digits == 4 && is_ranked(point.what) => {
                (YearSaid::Full(number.value), 2)
            }
            [Token::Number(number), Token::YearWord, ..] if number.digits == 2 => (YearSaid::Short(number.value), 2),
            [Token::Number(number)]
                if number.digits == 2
                    && commas == 0
                    && (whole_day || matches!(point.what, What::Quarter(_) | What::HalfYear(_))) =>
            {
                (YearSaid::Short(number.value), 1)
            }
            [Token::RelativeYear(offset), ..] => (YearSaid::Relative(*offset), 1),
            [Token::YearWord, Token::Number(number), ..] if number.digits == 4 && commas == 0 => {
                (YearSaid::Full(number.value), 2)
            }
            _ => return None,
        };
        self.at += commas + length;
        Some(year)
    }
}

/// What may stand behind «5.III»; «5 II квартал» and «5 V фестиваль» are no dates.
fn ends_roman_date(after: &[Token]) -> bool {
    match after.first() {
        None
        | Some(
            Token::To
            | Token::Until
            | Token::Dash
            | Token::Comma
            | Token::And
            | Token::YearWord
            | Token::RelativeYear(_),
        ) => true,
        Some(Token::Number(number)) => number.digits == 4,
        _ => false,
    }
}

fn starts_point(token: Token) -> bool {
    matches!(token, Token::From | Token::Number(_) | Token::Numeric(_) | Token::Ordinal(_))
}

/// What «в течение» may lead to besides: «в течение мая», «в течение всего первого квартала».
fn is_led(token: Token) -> bool {
    matches!(
        token,
        Token::Throughout
            | Token::Month { .. }
            | Token::Roman(_)
            | Token::Season(_)
            | Token::Last
            | Token::RelativeYear(_)
            | Token::Which(_)
            | Token::Part(_)
            | Token::Months(_)
    )
}

/// What "Q1/2024" has before its stroke.
fn is_ranked(what: What) -> bool {
    matches!(what, What::Quarter(_) | What::HalfYear(_) | What::Month(_))
}

fn said(year: WrittenYear) -> YearSaid {
    match year {
        WrittenYear::Full(year) => YearSaid::Full(year),
        WrittenYear::Short(year) => YearSaid::Short(year),
    }
}

/// «зима 2023/2024» is named by the year in which it ends.
fn winter_year(first: Number, second: Number) -> Option<YearSaid> {
    let end = if second.digits == 4 { second.value } else { first.value / 100 * 100 + second.value };
    (end == first.value + 1).then_some(YearSaid::Full(end))
}

fn day_or_bare(number: i16, rest: &[Token], words: bool) -> (What, usize, bool, bool) {
    match rest {
        [Token::Month { month, .. }, ..] => {
            (What::Day { day: number, month: i16::from(*month), doubtful: false }, 2, words, false)
        }
        _ => (What::Bare(number), 1, words, false),
    }
}

fn ranked(unit: Unit, rank: i16) -> What {
    if unit == Unit::Quarter { What::Quarter(rank) } else { What::HalfYear(rank) }
}

/// The third of a month that is its start, middle or end.
fn third(part: Part) -> i16 {
    match part {
        Part::Start => 1,
        Part::Middle => 2,
        Part::End => 3,
    }
}

/// `None` is whatever is collected.
fn reported(unit: Unit) -> Option<Unit> {
    (unit != Unit::Period).then_some(unit)
}
