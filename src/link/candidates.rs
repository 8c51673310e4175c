//! Which pairs of rows are worth comparing. In: compact rows. Out: for each row, those it is compared with.
//!
//! Comparing every row with every other one would cost the square of their number. Rows meet where they have a *clue* in common
//! and their days touch. A clue is a rare word of the titles or texts; a more frequent one together with the town; the whole
//! title, the house or the head count together with the town. Weak clues, which are many rows' – words of every title, a head
//! count without a town –, count by twos. A row follows its clues from the rarest on. A clue that leads to too many rows is no
//! clue; a row that has met enough others follows no further. What this leaves out is measured: see `docs/linking.md`.

use rayon::prelude::*;

use super::features::{Counts, Feature, Features, Word, seen};

/// A word of at most so many rows is a clue by itself.
const RARE: u32 = 64;
/// A clue that leads to more rows than this on one's own days is none …
const CROWD: usize = 400;
/// … unless it is the whole title.
const CROWD_OF_EQUALS: usize = 4000;
/// After so many rows no further clues are followed.
const ENOUGH: usize = 1200;
/// So many clues of a kind a row gives at most.
const TITLE_CLUES: usize = 8;
const TEXT_CLUES: usize = 5;
const HOUSE_CLUES: usize = 2;

/// A row at one of its clues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    clue: u64,
    first: i32,
    row: u32,
}

/// Who meets whom.
pub(super) struct Meetings<'a> {
    rows: &'a [Feature],
    near: i32,
    entries: Vec<Entry>,
    /// Where the entries of each row lie.
    places: Vec<u32>,
    starts: Vec<u32>,
}

impl<'a> Meetings<'a> {
    /// Rows whose days are off by no more than `near` meet, too.
    pub(super) fn of(features: &'a Features, near: u8) -> Self {
        let nowhere = words_of_rows_without_a_town(features);
        let mut entries: Vec<Entry> = features
            .rows
            .par_iter()
            .enumerate()
            .flat_map_iter(|(at, row)| {
                let number = u32::try_from(at).unwrap_or(u32::MAX);
                clues(row, features, &nowhere).into_iter().map(move |clue| Entry {
                    clue,
                    first: row.first,
                    row: number,
                })
            })
            .collect();
        entries.par_sort_unstable();
        entries.dedup();
        let mut starts = vec![0_u32; features.rows.len() + 1];
        for entry in &entries {
            starts[index(entry.row) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0_u32; entries.len()];
        for (place, entry) in entries.iter().enumerate() {
            let slot = &mut next[index(entry.row)];
            places[index(*slot)] = u32::try_from(place).unwrap_or(u32::MAX);
            *slot += 1;
        }
        Self { rows: &features.rows, near: i32::from(near), entries, places, starts }
    }

    /// The rows that this one is compared with, each pair once in all: the one that begins earlier finds the other.
    pub(super) fn with(&self, row: usize) -> Vec<u32> {
        let until = self.rows[row].last.saturating_add(self.near);
        let mut crowds: Vec<&[Entry]> = self.places[index(self.starts[row])..index(self.starts[row + 1])]
            .iter()
            .filter_map(|place| self.crowd(index(*place), until))
            .collect();
        crowds.sort_by_key(|crowd| (crowd.len(), crowd.first().map(|entry| entry.clue)));
        let mut met: Vec<u32> = Vec::new();
        let mut glimpsed: Vec<u32> = Vec::new();
        for crowd in crowds {
            if met.len().max(glimpsed.len() / 4) > ENOUGH && !is_title(crowd) {
                break;
            }
            let which = if is_weak(crowd) { &mut glimpsed } else { &mut met };
            which.extend(crowd.iter().map(|entry| entry.row));
        }
        glimpsed.sort_unstable();
        met.extend(glimpsed.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]));
        met.sort_unstable();
        met.dedup();
        met
    }

    /// Who follows the entry at its clue before its row is over; none where they are too many.
    fn crowd(&self, place: usize, until: i32) -> Option<&[Entry]> {
        let Entry { clue, .. } = self.entries[place];
        let after = &self.entries[place + 1..];
        let most = if is_title(&self.entries[place..]) { CROWD_OF_EQUALS } else { CROWD };
        let near = &after[..after.len().min(most + 1)];
        let count = near.partition_point(|entry| entry.clue == clue && entry.first <= until);
        (1..=most).contains(&count).then(|| &near[..count])
    }
}

/// Kinds of clues; the kind is in the upper bits of the clue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Title = 1,
    Rare = 2,
    InTown = 3,
    House = 4,
    Total = 5,
    /// Words of rows that give no town: they meet the rows of every town.
    Anywhere = 6,
    /// Words of so many titles that they say little, in the town.
    Frequent = 7,
    /// A head count where no town is known.
    TotalAnywhere = 8,
}

fn clue(kind: Kind, what: u32, town: u32) -> u64 {
    let mixed = (u64::from(what) << 32 | u64::from(town)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    ((kind as u64) << 60) | (mixed >> 4)
}

fn is_title(crowd: &[Entry]) -> bool {
    crowd.first().is_some_and(|entry| entry.clue >> 60 == Kind::Title as u64)
}

/// Whether two such clues make one.
fn is_weak(crowd: &[Entry]) -> bool {
    let weak = [Kind::Anywhere, Kind::Frequent, Kind::TotalAnywhere];
    crowd.first().is_some_and(|entry| weak.iter().any(|kind| entry.clue >> 60 == *kind as u64))
}

fn clues(row: &Feature, features: &Features, nowhere: &Counts) -> Vec<u64> {
    let mut clues = Vec::with_capacity(16);
    if row.key == 0 {
        return clues;
    }
    clues.push(clue(Kind::Title, row.key, row.town));
    let of_title = rarest(row.title(), &features.words, TITLE_CLUES);
    for word in &of_title {
        if seen(&features.words, word.id) <= RARE {
            clues.push(clue(Kind::Rare, word.id, 0));
        } else {
            let frequent = row.town == 0 || features.is_frequent(word.id);
            clues.push(clue(if frequent { Kind::Frequent } else { Kind::InTown }, word.id, row.town));
            if seen(nowhere, word.id) > 0 {
                clues.push(clue(Kind::Anywhere, word.id, 0));
            }
        }
    }
    for word in rarest(row.text(), &features.words, TEXT_CLUES) {
        let rare = seen(&features.words, word.id) <= RARE;
        clues.push(if rare { clue(Kind::Rare, word.id, 0) } else { clue(Kind::InTown, word.id, row.town) });
    }
    let houses = rarest(row.place(), &features.houses, HOUSE_CLUES);
    clues.extend(houses.iter().map(|word| clue(Kind::House, word.id, row.town)));
    let total = if row.town == 0 { Kind::TotalAnywhere } else { Kind::Total };
    clues.extend(row.total.map(|count| clue(total, count, row.town)));
    clues
}

/// The rarest words that another row has, too.
fn rarest(words: &[Word], counts: &Counts, most: usize) -> Vec<Word> {
    let mut words: Vec<(u32, Word)> =
        words.iter().map(|word| (seen(counts, word.id), *word)).filter(|(count, _)| *count > 1).collect();
    words.sort_unstable_by_key(|(count, word)| (*count, word.id));
    words.truncate(most);
    words.into_iter().map(|(_, word)| word).collect()
}

fn words_of_rows_without_a_town(features: &Features) -> Counts {
    let mut found = Counts::default();
    for row in features.rows.iter().filter(|row| row.town == 0) {
        for word in rarest(row.title(), &features.words, 3) {
            *found.entry(word.id).or_default() += 1;
        }
    }
    found
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
