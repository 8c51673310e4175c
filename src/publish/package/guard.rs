//! Text in CSV that a spreadsheet would take for a formula: `=…`, `+…`, `-…`, `@…`. Institutions send it; a person who
//! opens the file by a double click must not run it.
//!
//! In: a text. Out: the same with an apostrophe before it, where it needs one. Nothing is lost: one apostrophe before such a
//! beginning is ours, so a text that already begins with apostrophes and such a sign gets one more.

use std::borrow::Cow;

/// Beginnings that a spreadsheet takes for a formula, or skips to find one.
const SIGNS: [char; 9] = ['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠'];
const MARK: char = '\'';

/// The text as it may stand in a table: no control characters but tabs and line ends, and nothing that is run.
pub(super) fn text(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    match guarded(&plain) {
        Cow::Owned(guarded) => guarded,
        Cow::Borrowed(_) => plain,
    }
}

fn guarded(text: &str) -> Cow<'_, str> {
    if text.trim_start_matches(MARK).starts_with(SIGNS) { Cow::Owned(format!("{MARK}{text}")) } else { text.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a reader does.
    fn taken_off(text: &str) -> &str {
        match text.strip_prefix(MARK) {
            Some(rest) if rest.trim_start_matches(MARK).starts_with(SIGNS) => rest,
            _ => text,
        }
    }

    #[test]
    fn no_text_begins_like_a_formula_and_every_one_can_be_had_back() {
        for given in ["=1+1", "+7 000", "-да", "@SUM(1)", "'=1", "''=1", "'в кавычках'", "встреча", "", "\t=1", "＝1"]
        {
            let written = text(given);
            assert!(!written.starts_with(SIGNS), "{written}");
            assert_eq!(taken_off(&written), given);
        }
    }

    #[test]
    fn control_characters_are_left_out() {
        assert_eq!(text("раз\u{0}\r\nдва\u{7}"), "раз\nдва");
    }
}
