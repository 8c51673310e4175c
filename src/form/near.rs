//! "Did you mean": of the words that would be right, the one that comes nearest to what was written.

use rapidfuzz::distance::damerau_levenshtein;

/// Below this, a guess would only confuse.
const ALIKE_FROM: f64 = 0.6;

/// The word among `allowed` that comes nearest to `written`, if any comes near; the first of several.
pub(super) fn nearest<'a>(written: &str, allowed: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let written = written.to_lowercase();
    let mut best: Option<(f64, &str)> = None;
    for word in allowed {
        let alike = damerau_levenshtein::normalized_similarity(written.chars(), word.to_lowercase().chars());
        if alike >= ALIKE_FROM && best.is_none_or(|(score, _)| alike > score) {
            best = Some((alike, word));
        }
    }
    best.map(|(_, word)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_guessed_and_a_far_one_is_not() {
        let keys = ["label", "help", "constraints"];
        assert_eq!(nearest("lable", keys), Some("label"));
        assert_eq!(nearest("Constraint", keys), Some("constraints"));
        assert_eq!(nearest("colour", keys), None);
    }
}
