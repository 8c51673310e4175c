//! What keeps two rows apart however alike their titles are: other days, another place, another edition, another name, a
//! part against the whole. In: two rows. Out: the first veto that holds, with what it rests on.
//!
//! A veto is never outvoted, neither by a score nor by a chain of other rows.

use std::collections::BTreeSet;

use super::days::{DaysMatch, holds, is_coarse};
use super::opposites::excluding;
use super::wording::nearness;
use crate::flow::{PlaceMatch, PlacePart, Row};
use crate::form::Veto;
use crate::phrase::titles::Title;

/// An event of so many times the days of another, in which that one lies, is an umbrella over it.
const UMBRELLA_TIMES: u32 = 3;

/// Numbers in a title that are years; the others are editions and anniversaries.
const YEARS: std::ops::Range<u32> = 1900..2200;

/// Why two rows cannot be one event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Objection {
    Days,
    Place(PlacePart),
    /// Editions: 18-й / 17-й.
    Ordinals(BTreeSet<u32>, BTreeSet<u32>),
    Years(BTreeSet<u32>, BTreeSet<u32>),
    /// Stems of the names that set the titles apart: «брестск» / «витебск».
    Names(BTreeSet<String>, BTreeSet<String>),
    /// The one is a part of the other: a day of an exhibition.
    Part,
}

/// The first veto of the form's policy that holds between two rows. `home` are the names of the region that the report is about:
/// they say no more than who came.
pub(super) fn veto(
    left: &Row,
    right: &Row,
    days: DaysMatch,
    place: PlaceMatch,
    home: &BTreeSet<String>,
    vetoes: &[Veto],
) -> Option<Objection> {
    let (mine, theirs) = (&left.understood.title, &right.understood.title);
    let holds = |veto: Veto| match veto {
        Veto::Days => (days == DaysMatch::Apart).then_some(Objection::Days),
        Veto::Place => match place {
            PlaceMatch::Apart(part) => Some(Objection::Place(part)),
            _ => None,
        },
        Veto::Edition => editions(mine, theirs),
        Veto::Year => years(mine, theirs),
        Veto::Name => names(mine, theirs, home),
        Veto::Part => part(left, right, home).then_some(Objection::Part),
    };
    Veto::ALL.into_iter().filter(|veto| vetoes.contains(veto)).find_map(holds)
}

/// Numbers differ where each title has one that the other lacks: «31-я … 2024» and «… 2024» may be one, XVII and XVIII not.
fn editions(left: &Title, right: &Title) -> Option<Objection> {
    let of = |title: &Title| -> BTreeSet<u32> {
        title.ordinals.iter().copied().filter(|number| !YEARS.contains(number)).collect()
    };
    let (mine, theirs) = (of(left), of(right));
    contradict(&mine, &theirs).then(|| Objection::Ordinals(lacking(&mine, &theirs), lacking(&theirs, &mine)))
}

fn years(left: &Title, right: &Title) -> Option<Objection> {
    let of = |title: &Title| -> BTreeSet<u32> {
        title.ordinals.iter().copied().filter(|number| YEARS.contains(number)).collect()
    };
    let (mine, theirs) = (of(left), of(right));
    contradict(&mine, &theirs).then(|| Objection::Years(lacking(&mine, &theirs), lacking(&theirs, &mine)))
}

/// Names differ where each title has one that the other lacks, and these are names of delegations («участие делегации Лугового
/// района в …»), stand in the same place of the title, or exclude each other («юношей», «девушек»). Two bodies may word one event so freely that each names something
/// more than the other; then a person is asked.
fn names(left: &Title, right: &Title, home: &BTreeSet<String>) -> Option<Objection> {
    if let Some((mine, theirs)) = excluding(left, right) {
        return Some(Objection::Names([mine].into(), [theirs].into()));
    }
    let (mine, theirs) = (unheard(left, right), unheard(right, left));
    if mine.is_empty() || theirs.is_empty() {
        return None;
    }
    let delegation = |title: &Title, own: &BTreeSet<String>| {
        own.iter().any(|name| !home.contains(name) && !title.stems.contains(name))
    };
    let in_one_place = || {
        // What a title is called in quotation marks is no answer to what the other only mentions.
        let alike = |my: &String, their: &String| left.quoted.contains(my) == right.quoted.contains(their);
        let beside = |my: &String, their: &String| !surroundings(left, my).is_disjoint(&surroundings(right, their));
        mine.iter().any(|my| theirs.iter().any(|their| alike(my, their) && beside(my, their)))
    };
    let apart = (delegation(left, &mine) && delegation(right, &theirs)) || in_one_place();
    apart.then_some(Objection::Names(mine, theirs))
}

/// Whether both titles are called something in quotation marks, and the one is not called as the other.
pub(super) fn called_otherwise(left: &Title, right: &Title) -> bool {
    let heard = |own: &BTreeSet<String>, other: &Title| own.iter().any(|name| !is_unheard(name, other));
    let both = !left.quoted.is_empty() && !right.quoted.is_empty();
    both && !heard(&left.quoted, right) && !heard(&right.quoted, left)
}

/// The names of a title that the other does not have, not even with a typing error or as an ordinary word.
fn unheard(of: &Title, than: &Title) -> BTreeSet<String> {
    of.names.iter().filter(|name| is_unheard(name, than)).cloned().collect()
}

fn is_unheard(name: &str, title: &Title) -> bool {
    let near = |other: &String| other == name || nearness(name, other).is_some();
    !title.names.iter().any(near) && !title.stems.iter().any(|stem| stem == name)
}

/// Whether each title has a name, not one in quotation marks, that the other has not: those of two delegations, say.
pub(super) fn names_others(left: &Title, right: &Title, home: &BTreeSet<String>) -> bool {
    let other = |of: &Title, than: &Title| {
        of.names.iter().any(|name| !of.quoted.contains(name) && !home.contains(name) && is_unheard(name, than))
    };
    other(left, right) && other(right, left)
}

/// The names of the one title that stand in the other only nearly so: a slip of the fingers, or another name.
pub(super) fn names_nearly_alike<'t>(left: &'t Title, right: &'t Title) -> Vec<(&'t str, &'t str)> {
    let own = |of: &'t Title, than: &'t Title| {
        of.names.iter().filter(|name| !than.names.contains(*name) && !than.stems.contains(name)).map(String::as_str)
    };
    let theirs: Vec<&str> = own(right, left).collect();
    own(left, right)
        .flat_map(|my| theirs.iter().filter(move |their| nearness(my, their).is_some()).map(move |their| (my, *their)))
        .collect()
}

/// Whether one of the titles has a number that the other lacks, and all the other has: «31-я … 2024» and «… 2024».
pub(super) fn lacks_a_number(left: &Title, right: &Title) -> bool {
    left.ordinals != right.ordinals
}

/// The words beside a name, each with its side: «дня Брестской области» gives "дня" before and "области" after.
fn surroundings(title: &Title, name: &str) -> BTreeSet<(bool, String)> {
    let at = title.stems.iter().position(|stem| stem == name);
    let before =
        at.and_then(|at| at.checked_sub(1)).and_then(|at| title.stems.get(at)).map(|stem| (true, stem.clone()));
    let after = at.and_then(|at| title.stems.get(at + 1)).map(|stem| (false, stem.clone()));
    before.into_iter().chain(after).collect()
}

/// A part against its umbrella: the days of the one lie within the far longer days of the other, and the short one's title
/// says more than the long one's: a name more, or the same words and others besides. Equal titles are no part and whole:
/// one institution may have come for a single day.
fn part(left: &Row, right: &Row, home: &BTreeSet<String>) -> bool {
    if !lies_within(left, right) {
        return false;
    }
    let Some((mine, theirs)) = left.understood.days.as_ref().zip(right.understood.days.as_ref()) else { return false };
    let (short, long) = if mine.count() <= theirs.count() { (left, right) } else { (right, left) };
    let (short, long) = (&short.understood.title, &long.understood.title);
    let has_name_more = !unheard(short, long).is_subset(home);
    has_name_more || says_more(short, long, home)
}

/// Whether the days of the one lie within the far longer days of the other.
pub(super) fn lies_within(left: &Row, right: &Row) -> bool {
    let Some((mine, theirs)) = left.understood.days.as_ref().zip(right.understood.days.as_ref()) else { return false };
    let (short, long) = if mine.count() <= theirs.count() { (mine, theirs) } else { (theirs, mine) };
    !is_coarse(mine)
        && !is_coarse(theirs)
        && holds(long, short)
        && long.count() >= UMBRELLA_TIMES.saturating_mul(short.count())
}

fn says_more(short: &Title, long: &Title, home: &BTreeSet<String>) -> bool {
    let words = |title: &Title| -> BTreeSet<String> {
        title.stems.iter().filter(|stem| !home.contains(*stem)).cloned().collect()
    };
    let (short, long) = (words(short), words(long));
    !long.is_empty() && long.is_subset(&short) && long.len() < short.len()
}

fn contradict<T: Ord>(left: &BTreeSet<T>, right: &BTreeSet<T>) -> bool {
    !left.is_subset(right) && !right.is_subset(left)
}

fn lacking<T: Ord + Clone>(of: &BTreeSet<T>, than: &BTreeSet<T>) -> BTreeSet<T> {
    of.difference(than).cloned().collect()
}
