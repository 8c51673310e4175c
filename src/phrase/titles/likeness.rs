//! How alike two titles are.
//!
//! In go two titles taken apart, out comes a number from 0 to 1. Stems are compared in alphabetical order, as a whole and
//! without what is common, so that neither the order of words nor an added circumstance hides that titles are alike.

use std::collections::BTreeSet;

use rapidfuzz::fuzz;

use super::Title;

/// A title wholly contained in a longer one is less than the same.
const CONTAINED: f64 = 0.9;
/// So few stems are contained in too many titles to say anything.
const FEW: usize = 3;

/// How alike two titles are, from 0 to 1; proper names and ordinals are judged apart from it. Symmetric; titles of equal
/// keys are wholly alike.
#[must_use]
pub fn similarity(left: &Title, right: &Title) -> f64 {
    if left.key == right.key {
        return 1.0;
    }
    let (left, right) = (sorted(left), sorted(right));
    if left.is_empty() || right.is_empty() {
        return 0.0;
    }
    let whole = ratio(&left.join(" "), &right.join(" "));
    whole.max(by_common_stems(&left, &right) * CONTAINED)
}

fn sorted(title: &Title) -> Vec<&str> {
    let mut stems: Vec<&str> = title.stems.iter().map(String::as_str).collect();
    stems.sort_unstable();
    stems
}

/// The likeness of what is common with either title.
fn by_common_stems(left: &[&str], right: &[&str]) -> f64 {
    let of = |stems: &[&str]| stems.iter().map(|stem| (*stem).to_owned()).collect::<BTreeSet<String>>();
    let (left, right) = (of(left), of(right));
    if left.len().min(right.len()) < FEW {
        return 0.0;
    }
    let joined = |stems: Vec<&String>| stems.into_iter().map(String::as_str).collect::<Vec<_>>().join(" ");
    let common = joined(left.intersection(&right).collect());
    let with = |own: String| format!("{common} {own}").trim().to_owned();
    let all_left = with(joined(left.difference(&right).collect()));
    let all_right = with(joined(right.difference(&left).collect()));
    if common.is_empty() {
        return 0.0;
    }
    ratio(&common, &all_left).max(ratio(&common, &all_right)).max(ratio(&all_left, &all_right))
}

/// Of the two orders the greater, so that the measure is symmetric to the last digit.
fn ratio(left: &str, right: &str) -> f64 {
    fuzz::ratio(left.chars(), right.chars()).max(fuzz::ratio(right.chars(), left.chars()))
}
