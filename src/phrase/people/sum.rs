//! Counts in, one head count out: what is a total, what a part of it, what is added up.

use std::collections::BTreeSet;

use super::Flag;
use super::kind::{Kind, of_one_kind};
use super::nouns::Class;
use super::scan::{Count, Scan};

/// The head count of a text.
#[derive(Debug, Default)]
pub(super) struct Heads {
    pub(super) total: Option<u64>,
    pub(super) unit: Option<&'static str>,
    /// The people named before the number: «посетитель» in «Количество посетителей – 40 человек».
    pub(super) label: Option<&'static str>,
    /// As what they are counted, where the text states it.
    pub(super) kind: Option<Kind>,
    pub(super) flags: BTreeSet<Flag>,
}

/// Those who look on are never added to those who take part.
const AUDIENCE: &[&str] = &["посетитель", "зритель", "болельщик"];

/// The word for people of several kinds.
const PERSON: &str = "человек";

/// Weighs the counts of a text.
pub(super) fn heads(scan: &Scan<'_>) -> Heads {
    let people: Vec<&Count> = scan.counts.iter().filter(|count| count.is_people()).collect();
    // «2023 год – 35 человек, 2024 год – 40»: which year is meant is not for us to say.
    let years: BTreeSet<u64> = people.iter().map(|count| count.year).collect();
    if years.iter().filter(|year| **year > 0).count() > 1 {
        return Heads { flags: [Flag::Doubtful].into(), ..Heads::default() };
    }
    let mut dates: Vec<usize> = people.iter().map(|count| count.date).collect();
    dates.dedup();
    let labelled = dates.iter().filter(|date| **date > 0).count();
    if labelled < 2 {
        return weigh(scan, &people);
    }
    let days: Vec<Heads> = dates
        .iter()
        .filter(|date| **date > 0)
        .map(|date| weigh(scan, &people.iter().copied().filter(|count| count.date == *date).collect::<Vec<_>>()))
        .collect();
    if let Some(whole) = whole_of_days(scan, &people, &days) {
        return whole;
    }
    add(days, Flag::SumOfDates)
}

/// «Всего 75 человек: 12 апреля – 30, 13 апреля – 45», or the same with the total at the end.
fn whole_of_days(scan: &Scan<'_>, people: &[&Count], days: &[Heads]) -> Option<Heads> {
    let first = people.iter().find(|count| count.date == 0 && count.total);
    let last = people.iter().rev().find(|count| {
        let rest: u64 = people
            .iter()
            .filter(|other| other.first < count.first && !other.part)
            .filter_map(|other| other.value)
            .sum();
        count.total && days.len() > 1 && count.value == Some(rest)
    });
    first.or(last).map(|count| weigh(scan, &[count]))
}

fn add(groups: Vec<Heads>, flag: Flag) -> Heads {
    let mut sum = Heads::default();
    let mut several = 0;
    let groups: Vec<Heads> = groups.into_iter().filter(|group| group.total.is_some()).collect();
    let all = groups.len();
    let groups = of_one_kind(groups, |group| group.kind);
    // Visitors of one day and participants of another are no sum.
    if groups.len() < all {
        sum.flags.insert(Flag::Doubtful);
    }
    for group in groups {
        let same = several == 0 || sum.unit == group.unit;
        sum.unit = if same { group.unit } else { Some(PERSON) };
        sum.label = sum.label.or(group.label);
        sum.kind = sum.kind.or(group.kind);
        sum.total = Some(sum.total.unwrap_or(0).saturating_add(group.total.unwrap_or(0)));
        sum.flags.extend(group.flags);
        several += 1;
    }
    if several > 1 {
        sum.flags.insert(flag);
    }
    sum
}

/// The head count of counts that belong together.
fn weigh(scan: &Scan<'_>, people: &[&Count]) -> Heads {
    if let Some(total) = people.iter().find(|count| count.total && !count.part) {
        return one(total);
    }
    let all: Vec<&Count> = people.iter().copied().filter(|count| !count.part).collect();
    let top = without_audience(scan, all.clone());
    let mut heads = weigh_taking_part(scan, &top);
    if top.len() < all.len() {
        heads.flags.insert(Flag::Doubtful);
    }
    heads
}

fn weigh_taking_part(scan: &Scan<'_>, top: &[&Count]) -> Heads {
    let Some(first) = top.first() else { return Heads::default() };
    // «30 человек: 20 детей и 10 взрослых», «20 детей и 10 взрослых – 30 человек».
    if let Some(whole) = top.iter().find(|count| top.len() > 2 && is_whole(scan, count, top)) {
        return one(whole);
    }
    let listed: Vec<&Count> = top.iter().copied().filter(|count| count.sentence == first.sentence).collect();
    let later: Vec<&Count> = top.iter().copied().filter(|count| count.sentence != first.sentence).collect();
    let sum = add_up(scan, &listed);
    if later.is_empty() {
        return sum;
    }
    if later.iter().all(|count| is_alike(scan, first, count)) {
        return add_up(scan, top);
    }
    let rest: Vec<&Count> = later.into_iter().filter(|count| !is_definition(scan, count)).collect();
    match rest.iter().copied().max_by_key(|count| count.value) {
        None => sum,
        Some(most) => {
            let mut heads = if most.value > sum.total { one(most) } else { sum };
            heads.flags.insert(Flag::Doubtful);
            heads
        }
    }
}

fn one(count: &Count) -> Heads {
    Heads {
        total: count.value,
        unit: count.value.map(|_| count.noun.map_or(PERSON, |noun| noun.lemma)),
        label: count.label.map(|label| label.lemma),
        kind: count.kind,
        flags: count.flags.clone(),
    }
}

fn add_up(scan: &Scan<'_>, counts: &[&Count]) -> Heads {
    let of_all = counts.len();
    let counts = of_one_kind(counts.to_vec(), |count| count.kind);
    let doubtful = (counts.len() < of_all).then_some(Flag::Doubtful);
    // A range among the summands leaves no sum.
    if counts.iter().any(|count| count.value.is_none()) {
        return Heads { flags: counts.iter().flat_map(|count| count.flags.clone()).collect(), ..Heads::default() };
    }
    let mut sum = add(counts.iter().map(|count| one(count)).collect(), Flag::Sum);
    sum.flags.extend(doubtful);
    if counts.len() > 1 && one_more(scan, &counts) {
        sum.total = sum.total.map(|total| total + 1);
        sum.unit = Some(PERSON);
    }
    sum
}

/// «…, один замглавы и сопровождающий»: one more at the end of a list of numbered ones.
fn one_more(scan: &Scan<'_>, counts: &[&Count]) -> bool {
    let Some(end) = scan.tokens.len().checked_sub(1) else { return false };
    let listed = counts.iter().all(|count| count.flags.contains(&Flag::Words));
    let behind = counts.last().is_some_and(|last| last.last + 2 == end && last.value == Some(1));
    let word = scan.word(end);
    let person = super::nouns::noun(word)
        .is_some_and(|noun| noun.class == Class::People && noun.lemma.replace('ё', "е") == word);
    listed && behind && person && end > 0 && scan.word(end - 1) == "и"
}

fn without_audience<'a>(scan: &Scan<'_>, counts: Vec<&'a Count>) -> Vec<&'a Count> {
    let looks_on = |count: &Count| {
        let lemma = count.label.or(count.noun).map_or("", |noun| noun.lemma);
        AUDIENCE.contains(&lemma) || scan.is_reach(count)
    };
    let taking_part: Vec<&Count> = counts.iter().copied().filter(|count| !looks_on(count)).collect();
    if taking_part.is_empty() { counts } else { taking_part }
}

/// One count says what all others add up to.
fn is_whole(scan: &Scan<'_>, count: &Count, all: &[&Count]) -> bool {
    // «30 из Беларуси, 20 из Сербии и 50 из России»: the last of a list adds to it, whatever it comes to.
    if count.first.checked_sub(1).is_some_and(|at| matches!(scan.word(at), "и" | "and")) {
        return false;
    }
    let rest: u64 = all.iter().filter(|other| other.first != count.first).filter_map(|other| other.value).sum();
    count.noun.is_some() && count.value.is_some_and(|value| value == rest)
}

/// Two lines of one list: «Делегация А – 5 человек. Делегация Б – 7 человек.»
fn is_alike(scan: &Scan<'_>, left: &Count, right: &Count) -> bool {
    let dashed = |count: &Count| {
        let gap = scan.before(count.first);
        !is_definition(scan, count) && (gap.contains(['–', '—', ':']) || gap.contains(" - "))
    };
    left.in_brackets && right.in_brackets || dashed(left) && dashed(right)
}

/// «1900 человек — представители вузов» explains people who are counted already.
fn is_definition(scan: &Scan<'_>, count: &Count) -> bool {
    let after = scan.before(count.last + 1);
    after.contains(['–', '—']) || after.contains(" - ")
}

/// Organisations that are counted, added up; with what is known of the number.
pub(super) fn organisations(scan: &Scan<'_>) -> (Option<u64>, BTreeSet<Flag>) {
    let mut sum: Option<u64> = None;
    let mut flags = BTreeSet::new();
    let mut before: Option<&Count> = None;
    for count in &scan.counts {
        let listed_with_lands = before.is_some_and(|before| {
            before.class() == Some(Class::Land) && count.first == before.last + 2 && scan.word(before.last + 1) == "и"
        });
        if count.class() == Some(Class::Organisation) && !listed_with_lands && !count.part {
            sum = count.value.map(|value| value.saturating_add(sum.unwrap_or(0))).or(sum);
            flags.extend(count.flags.iter().copied());
        }
        before = Some(count);
    }
    (sum, flags)
}
