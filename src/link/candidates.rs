//! Which pairs of rows are worth comparing: an inverted index over the stems of the titles, by day.
//!
//! Comparing every row with every other one would cost the square of their number. Each row looks up the rarer half of its
//! stems (and one more) among the rows of its own days. What this leaves out is known exactly: pairs with no day in common,
//! which are different events anyhow, and pairs in which fewer than half of the stems of either title stand in the other.
//! Equal titles always meet.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::flow::Row;

/// Rows of more days than this, and rows without days, are held apart: they meet the rows of every day.
const SHORT: usize = 14;

/// A row as the index sees it.
struct Entry<'a> {
    stems: BTreeSet<&'a str>,
    /// The days of a short row; none for a long one.
    days: Vec<Date>,
}

/// Rows by stem: the short ones by their days, the long ones, and all.
#[derive(Default)]
struct Posting {
    by_day: BTreeMap<Date, Vec<usize>>,
    long: Vec<usize>,
    all: Vec<usize>,
}

/// Pairs of positions in `rows`, the smaller first, in order, each once.
pub(super) fn candidates(rows: &[&Row]) -> BTreeSet<(usize, usize)> {
    let entries: Vec<Entry<'_>> = rows.iter().map(|row| entry(row)).collect();
    let postings = index(&entries);
    let mut pairs = BTreeSet::new();
    for (at, entry) in entries.iter().enumerate() {
        for stem in rare_half(entry, &postings) {
            let Some(posting) = postings.get(stem) else { continue };
            for other in meeting(entry, posting) {
                if other != at {
                    pairs.insert((at.min(other), at.max(other)));
                }
            }
        }
    }
    pairs
}

fn entry(row: &Row) -> Entry<'_> {
    let title = &row.understood.title;
    let mut stems: BTreeSet<&str> = title.stems.iter().map(String::as_str).collect();
    if stems.is_empty() && !title.key.is_empty() {
        stems.insert(&title.key);
    }
    Entry { stems, days: short_days(row).unwrap_or_default() }
}

/// The days of a row, unless there are none or too many of them.
fn short_days(row: &Row) -> Option<Vec<Date>> {
    let days = row.understood.days.as_ref()?;
    let each = days
        .intervals
        .iter()
        .flat_map(|interval| interval.start.series(jiff::Span::new().days(1)).take_while(|day| *day <= interval.end));
    let days: Vec<Date> = each.take(SHORT + 1).collect();
    (days.len() <= SHORT).then_some(days)
}

fn index<'a>(entries: &[Entry<'a>]) -> BTreeMap<&'a str, Posting> {
    let mut postings: BTreeMap<&str, Posting> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        for stem in &entry.stems {
            let posting = postings.entry(stem).or_default();
            posting.all.push(at);
            if entry.days.is_empty() {
                posting.long.push(at);
            }
            for day in &entry.days {
                posting.by_day.entry(*day).or_default().push(at);
            }
        }
    }
    postings
}

/// The rarer half of a row's stems and one more. If none of them stands in another title, fewer than half of them all do.
fn rare_half<'a>(entry: &Entry<'a>, postings: &BTreeMap<&'a str, Posting>) -> Vec<&'a str> {
    let mut stems: Vec<&str> = entry.stems.iter().copied().collect();
    stems.sort_by_key(|stem| (postings.get(stem).map_or(0, |posting| posting.all.len()), *stem));
    stems.truncate(entry.stems.len() / 2 + 1);
    stems
}

fn meeting<'a>(entry: &'a Entry<'_>, posting: &'a Posting) -> impl Iterator<Item = usize> + 'a {
    let everywhere: &[usize] = if entry.days.is_empty() { &posting.all } else { &posting.long };
    let same_days = entry.days.iter().filter_map(|day| posting.by_day.get(day)).flatten();
    everywhere.iter().chain(same_days).copied()
}
