//! The house in which an event was: whether two rows name different ones. In: two places as written. Out: yes or no. It knows
//! nothing of towns, which are compared before.

use std::collections::BTreeSet;

use super::wording::{Nearness, nearness};
use crate::flow::Row;
use crate::form::{Form, Role};
use crate::phrase::titles;

/// Stems of words that say what kind of a house it is, not which.
const KINDS: &[&str] = &[
    "дом",
    "дворец",
    "дворц",
    "центр",
    "муз",
    "музейн",
    "библиотек",
    "театр",
    "школ",
    "лиц",
    "гимназ",
    "университет",
    "институт",
    "академ",
    "колледж",
    "техникум",
    "стадион",
    "гостиниц",
    "отел",
    "зал",
    "парк",
    "галере",
    "филармон",
    "клуб",
    "комплекс",
    "арен",
    "павильон",
    "площад",
    "сквер",
    "усадьб",
    "больниц",
    "санатор",
    "культур",
    "спорт",
    "спорткомплекс",
    "творчеств",
    "искусств",
    "имен",
    "им",
    "город",
    "гор",
    "област",
    "республик",
    "край",
    "район",
    "улиц",
    "ул",
    "федерац",
    "росс",
    "house",
    "palac",
    "centr",
    "center",
    "museum",
    "librari",
    "theatr",
    "school",
    "univers",
    "colleg",
    "stadium",
    "hotel",
    "hall",
    "park",
    "galleri",
    "club",
    "arena",
    "town",
    "citi",
    "complex",
    "street",
];

/// Whether both name a house, and not the same one: by its number, or by its own name. `slip` says whether of two names that are
/// nearly one the rarer may be a slip of the fingers.
pub(super) fn differs(left: &Row, right: &Row, form: &Form, slip: impl Fn(&str, &str) -> bool) -> bool {
    let Some(key) = form.with_role(Role::Place).map(|field| field.key.as_str()) else { return false };
    let Some((mine, theirs)) = left.text(key).zip(right.text(key)) else { return false };
    if mine == theirs {
        return false;
    }
    let towns = towns(left).chain(towns(right)).collect::<BTreeSet<String>>();
    let (mine, theirs) = (named(mine, &towns), named(theirs, &towns));
    contradict(&mine.0, &theirs.0) || strange(&mine.1, &theirs.1, slip)
}

/// By so much the name in common must be rarer than the words that differ for these to be another word for the same thing.
const MUCH_RARER: f32 = 0.7;

/// Whether the places may be two towns of which svod does not know one: each has a part, between commas, that the other does not
/// answer. `says` tells how rare a word of a place is.
pub(super) fn may_be_elsewhere(left: &Row, right: &Row, form: &Form, says: impl Fn(&str) -> f32) -> bool {
    if left.understood.city.is_some() && right.understood.city.is_some() {
        return false;
    }
    let Some(key) = form.with_role(Role::Place).map(|field| field.key.as_str()) else { return false };
    let Some((mine, theirs)) = left.text(key).zip(right.text(key)) else { return false };
    let (mine, theirs) = (parts(mine), parts(theirs));
    // A place that is not parted by commas is compared word by word.
    if mine.len().min(theirs.len()) < 2 {
        let whole = |parts: &[BTreeSet<String>]| parts.iter().flatten().cloned().collect::<BTreeSet<String>>();
        let (mine, theirs) = (whole(&mine), whole(&theirs));
        return !lacking(&mine, &theirs).is_empty() && !lacking(&theirs, &mine).is_empty();
    }
    let unanswered = |of: &[BTreeSet<String>], by: &[BTreeSet<String>]| {
        of.iter().any(|part| !by.iter().any(|other| answers(part, other, &says)))
    };
    unanswered(&mine, &theirs) && unanswered(&theirs, &mine)
}

/// The names in each part of a place.
fn parts(place: &str) -> Vec<BTreeSet<String>> {
    let names = |part: &str| -> BTreeSet<String> {
        titles::read(part).stems.into_iter().filter(|stem| !KINDS.contains(&stem.as_str())).collect()
    };
    place.split([',', ';']).map(names).filter(|names| !names.is_empty()).collect()
}

/// «Larch Philharmonic» and «the Larch orchestra hall» are one, «New Ferry» and «New Bridge» are not.
fn answers(mine: &BTreeSet<String>, theirs: &BTreeSet<String>, says: &impl Fn(&str) -> f32) -> bool {
    let most = |names: &mut dyn Iterator<Item = &String>| names.map(|name| says(name)).fold(f32::MIN, f32::max);
    let (own, other) = (lacking(mine, theirs), lacking(theirs, mine));
    let common = most(&mut mine.iter().filter(|name| !own.contains(name)));
    common > f32::MIN && most(&mut own.into_iter()).min(most(&mut other.into_iter())) + MUCH_RARER <= common
}

/// The names that the other place does not have, not even written a little otherwise.
fn lacking<'n>(of: &'n BTreeSet<String>, than: &BTreeSet<String>) -> Vec<&'n String> {
    let near = |name: &String| than.iter().any(|other| other == name || nearness(name, other).is_some());
    of.iter().filter(|name| !near(name)).collect()
}

/// Numbers and own names in a place.
fn named(place: &str, towns: &BTreeSet<String>) -> (BTreeSet<u32>, BTreeSet<String>) {
    let read = titles::read(place);
    let own = |name: &String| !KINDS.contains(&name.as_str()) && !towns.contains(name) && name.chars().count() > 1;
    (read.ordinals, read.names.into_iter().filter(own).collect())
}

fn towns(row: &Row) -> impl Iterator<Item = String> {
    let understood = &row.understood;
    let country = understood.country.map(|country| [country.ru, country.en]);
    let parts = [understood.city.as_deref(), understood.region.as_deref()].into_iter().flatten();
    let words: Vec<String> =
        parts.chain(country.into_iter().flatten()).flat_map(|part| titles::read(part).stems).collect();
    words.into_iter()
}

fn contradict(mine: &BTreeSet<u32>, theirs: &BTreeSet<u32>) -> bool {
    !mine.is_empty() && !theirs.is_empty() && mine.is_disjoint(theirs)
}

/// Both have names, and none of the one is one of the other: houses are many, and names that differ by two letters are two.
fn strange(mine: &BTreeSet<String>, theirs: &BTreeSet<String>, slip: impl Fn(&str, &str) -> bool) -> bool {
    let same = |my: &str, their: &str| match nearness(my, their) {
        _ if my == their => true,
        Some((_, Nearness::Abbreviated)) => true,
        Some((distance, Nearness::Mistyped)) => distance == 1 && slip(my, their),
        None => false,
    };
    let near = |my: &String| theirs.iter().any(|their| same(my, their));
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(near)
}

#[cfg(test)]
mod tests {
    use super::differs;
    use crate::flow::sample::{form, row};

    fn apart(left: &str, right: &str) -> bool {
        differs(&row("A", 8).place(left).done(), &row("B", 8).place(right).done(), &form(), |_, _| true)
    }

    #[test]
    fn houses_differ_by_name_or_number() {
        assert!(apart("г. Минск, Дом культуры «Заря»", "г. Минск, Дом культуры «Север»"));
        assert!(apart("г. Минск, библиотека № 3", "г. Минск, библиотека № 5"));
        assert!(apart("г. Минск, концертный зал «Ползовск»", "г. Минск, концертный зал «Полровая»"));
        assert!(apart("г. Минск, гостиница «Берег»", "г. Минск, лицей имени Соколова"));
    }

    #[test]
    fn towns_that_are_not_known_differ_by_the_parts_of_a_place() {
        let elsewhere = |left: &str, right: &str| {
            let says = |word: &str| if ["philharmon", "orchestra"].contains(&word) { 2.0 } else { 5.0 };
            let at = |place: &str| row("A", 8).nowhere().place(place).done();
            super::may_be_elsewhere(&at(left), &at(right), &form(), says)
        };
        assert!(elsewhere("Oxbourne, Larch Philharmonic", "Fernley, Larch Philharmonic"));
        assert!(elsewhere("New Fernley, Larch Philharmonic", "New Oxbourne, Larch Philharmonic"));
        assert!(!elsewhere("Oxbourne, Larch Philharmonic", "the town of Oxbourne, the Larch orchestra hall"));
        assert!(!elsewhere("Larch Philharmonic, Oxbourne", "Oxbourne"));
    }

    #[test]
    fn one_house_is_written_in_many_ways() {
        assert!(!apart("г. Минск, Дворец спорта «Юность»", "Минск, ДС Юность"));
        assert!(!apart("г. Минск, Дом культуры «Заря»", "Республика Беларусь, г. Минск"));
        assert!(!apart("г. Минск, Дом культуры «Заря»", "г. Минск, Дом культуры «Заря», большой зал № 2"));
        assert!(!apart("Минск, областная библиотека", "г. Минск, библиотека"));
    }
}
