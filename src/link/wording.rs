//! Words of two titles that are one word, written otherwise: typing errors («фестваль»), abbreviations («межд.», «конф.»).
//!
//! In: the stems that only the one title has, and those that only the other has. Out: which of them belong together. It knows
//! neither numbers nor names: these never are near to each other.

/// Shorter stems differ in a letter too easily.
const SHORTEST: usize = 4;
/// From this length on two errors are allowed.
const LONG: usize = 7;
/// An abbreviation keeps this much of a word at least.
const SHORTEST_START: usize = 3;

/// How two stems belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    Abbreviated,
    Mistyped,
}

/// Pairs of stems, by position, that are one word written otherwise; each stem is in one pair at most. `slip` says of two
/// stems whether one of them may be a slip of the fingers: an error is nobody's habit.
pub(super) fn pairs(left: &[&str], right: &[&str], slip: impl Fn(&str, &str) -> bool) -> Vec<(usize, usize, Nearness)> {
    let mut near: Vec<(usize, &str, &str, usize, usize, Nearness)> = Vec::new();
    for (at, mine) in left.iter().enumerate() {
        for (other, theirs) in right.iter().enumerate() {
            let (first, second) = if mine <= theirs { (*mine, *theirs) } else { (*theirs, *mine) };
            if let Some((distance, nearness)) = nearness(first, second)
                && (nearness == Nearness::Abbreviated || slip(first, second))
            {
                near.push((distance, first, second, at, other, nearness));
            }
        }
    }
    near.sort_unstable();
    let mut found: Vec<(usize, usize, Nearness)> = Vec::new();
    for (_, _, _, at, other, nearness) in near {
        if found.iter().all(|(mine, theirs, _)| *mine != at && *theirs != other) {
            found.push((at, other, nearness));
        }
    }
    found
}

/// How far apart two stems are, where they may be one word.
pub(super) fn nearness(left: &str, right: &str) -> Option<(usize, Nearness)> {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let (short, long) = if left.len() <= right.len() { (&left, &right) } else { (&right, &left) };
    if short.iter().chain(long).any(char::is_ascii_digit) {
        return None;
    }
    let errors = if long.len() >= LONG { 2 } else { 1 };
    if short.len() >= SHORTEST && long.len() - short.len() <= errors {
        let distance = distance(short, long);
        if distance <= errors {
            return Some((distance, Nearness::Mistyped));
        }
    }
    let cut = long.len().saturating_sub(short.len());
    (short.len() >= SHORTEST_START && cut >= 2 && long.starts_with(short)).then_some((cut, Nearness::Abbreviated))
}

/// Letters to be put in, left out, replaced, or swapped with their neighbours to make one word of the other.
fn distance(left: &[char], right: &[char]) -> usize {
    let width = right.len() + 1;
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..width).collect();
    for (row, mine) in left.iter().enumerate() {
        let mut next = vec![row + 1; width];
        for (column, theirs) in right.iter().enumerate() {
            let replaced = last[column] + usize::from(mine != theirs);
            next[column + 1] = replaced.min(last[column + 1] + 1).min(next[column] + 1);
            let swapped = row > 0 && column > 0 && *mine == right[column - 1] && left[row - 1] == *theirs;
            if swapped {
                next[column + 1] = next[column + 1].min(before[column - 1] + 1);
            }
        }
        before = std::mem::replace(&mut last, next);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_fingers_is_the_same_word() {
        for (left, right) in
            [("фестивал", "фествал"), ("ремесел", "ремесле"), ("конференц", "кноференц"), ("harvest", "harvst")]
        {
            assert!(matches!(nearness(left, right), Some((_, Nearness::Mistyped))), "{left} {right}");
        }
    }

    #[test]
    fn short_words_and_numbers_are_never_near() {
        for (left, right) in [("юнош", "юно"), ("2023", "2024"), ("лен", "лес"), ("лодк", "парк")]
        {
            assert_eq!(nearness(left, right), None, "{left} {right}");
        }
    }

    #[test]
    fn the_start_of_a_word_stands_for_it() {
        assert_eq!(nearness("межд", "международн"), Some((7, Nearness::Abbreviated)));
        assert_eq!(nearness("интернет", "национальн"), None);
    }

    #[test]
    fn a_habit_is_no_error() {
        assert!(pairs(&["юниорск"], &["юниорх"], |_, _| false).is_empty());
        assert_eq!(pairs(&["юниорск"], &["юниорх"], |_, _| true).len(), 1);
    }
}
