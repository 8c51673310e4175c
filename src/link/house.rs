//! The house in which an event was: whether two rows name different ones. In: two places as written. Out: yes or no. It knows
//! nothing of towns, which are compared before.

use std::collections::BTreeSet;

use super::wording::nearness;
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

/// Whether both name a house, and not the same one: by its number, or by its own name.
pub(super) fn differs(left: &Row, right: &Row, form: &Form) -> bool {
    let Some(key) = form.with_role(Role::Place).map(|field| field.key.as_str()) else { return false };
    let Some((mine, theirs)) = left.text(key).zip(right.text(key)) else { return false };
    if mine == theirs {
        return false;
    }
    let towns = towns(left).chain(towns(right)).collect::<BTreeSet<String>>();
    let (mine, theirs) = (named(mine, &towns), named(theirs, &towns));
    contradict(&mine.0, &theirs.0) || strange(&mine.1, &theirs.1)
}

/// A name that is much rarer than another one says which place it is; that much rarer.
const MUCH_RARER: f32 = 0.7;

/// Whether the places may be two towns of which svod does not know one: each names something that the other does not, and that
/// is as rare as what both name. `says` tells how rare a word of a place is.
pub(super) fn may_be_elsewhere(left: &Row, right: &Row, form: &Form, says: impl Fn(&str) -> f32) -> bool {
    if left.understood.city.is_some() && right.understood.city.is_some() {
        return false;
    }
    let Some(key) = form.with_role(Role::Place).map(|field| field.key.as_str()) else { return false };
    let Some((mine, theirs)) = left.text(key).zip(right.text(key)) else { return false };
    let names = |place: &str| -> BTreeSet<String> {
        titles::read(place).stems.into_iter().filter(|stem| !KINDS.contains(&stem.as_str())).collect()
    };
    let (mine, theirs) = (names(mine), names(theirs));
    let common = mine.intersection(&theirs).map(|name| says(name)).fold(0.0, f32::max);
    let lacking = |of: &BTreeSet<String>, than: &BTreeSet<String>| {
        let strange = |name: &&String| than.iter().all(|other| other != *name && nearness(name, other).is_none());
        of.iter().filter(strange).any(|name| says(name) + MUCH_RARER > common)
    };
    lacking(&mine, &theirs) && lacking(&theirs, &mine)
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

/// Both have names, and none of the one is near to one of the other.
fn strange(mine: &BTreeSet<String>, theirs: &BTreeSet<String>) -> bool {
    let near = |my: &String| theirs.iter().any(|their| my == their || nearness(my, their).is_some());
    !mine.is_empty() && !theirs.is_empty() && !mine.iter().any(near)
}

#[cfg(test)]
mod tests {
    use super::differs;
    use crate::flow::sample::{form, row};

    fn apart(left: &str, right: &str) -> bool {
        differs(&row("A", 8).place(left).done(), &row("B", 8).place(right).done(), &form())
    }

    #[test]
    fn houses_differ_by_name_or_number() {
        assert!(apart("г. Минск, Дом культуры «Заря»", "г. Минск, Дом культуры «Север»"));
        assert!(apart("г. Минск, библиотека № 3", "г. Минск, библиотека № 5"));
        assert!(apart("г. Минск, гостиница «Берег»", "г. Минск, лицей имени Соколова"));
    }

    #[test]
    fn one_house_is_written_in_many_ways() {
        assert!(!apart("г. Минск, Дворец спорта «Юность»", "Минск, ДС Юность"));
        assert!(!apart("г. Минск, Дом культуры «Заря»", "Республика Беларусь, г. Минск"));
        assert!(!apart("г. Минск, Дом культуры «Заря»", "г. Минск, Дом культуры «Заря», большой зал № 2"));
        assert!(!apart("Минск, областная библиотека", "г. Минск, библиотека"));
    }
}
