//! `docs/findings.md`: the catalogue for people to read, in both languages.
//!
//! In: the catalogue and its messages. Out: Markdown. It is committed and kept fresh by a test.

use std::fmt::Write as _;

use super::{CATALOGUE, Entry, FindingKind};
use crate::words::{self, Language};

/// What a code means, an example, how to mend it and who must act; `None` for a form's own codes.
#[must_use]
pub fn explain(code: &FindingKind, language: Language) -> Option<String> {
    super::entry(code).map(|_| words::plain(language, &format!("finding-{code}-explain")))
}

/// The code in a few words; a form's own code is its own title.
#[must_use]
pub fn title(code: &FindingKind, language: Language) -> String {
    match super::entry(code) {
        Some(_) => words::plain(language, &format!("finding-{code}-title")),
        None => code.to_string(),
    }
}

/// The whole catalogue as Markdown: for every group a table of codes, then each code's explanation.
#[must_use]
pub fn document() -> String {
    let mut page = format!("# {}\n", both(|language| words::plain(language, "document-title")));
    for language in Language::ALL {
        paragraph(&mut page, &words::plain(language, "document-intro"));
    }
    for group in CATALOGUE.chunk_by(|left, right| group_of(left) == group_of(right)) {
        if let Some(first) = group.first() {
            let letter = group_of(first);
            paragraph(
                &mut page,
                &format!("## {letter}. {}", both(|language| words::plain(language, &format!("group-{letter}")))),
            );
        }
        table(&mut page, group);
        for entry in group {
            explanation(&mut page, entry);
        }
    }
    page
}

/// The letter before a code's number.
fn group_of(entry: &Entry) -> &str {
    entry.kind.code().trim_end_matches(|c: char| c.is_ascii_digit())
}

fn table(page: &mut String, group: &[Entry]) {
    let [ru, en] = Language::ALL.map(|language| {
        (words::plain(language, "document-code"), words::plain(language, "document-severity"), language.code())
    });
    paragraph(page, &format!("| {} / {} | {} / {} | {} | {} |", ru.0, en.0, ru.1, en.1, ru.2, en.2));
    page.push_str("|---|---|---|---|\n");
    for Entry { kind: code, severity, .. } in group {
        let [ru, en] = Language::ALL.map(|language| title(code, language));
        line(page, &format!("| {code} | {} | {ru} | {en} |", both(|language| severity.name(language))));
    }
}

fn explanation(page: &mut String, entry: &Entry) {
    let code = &entry.kind;
    paragraph(page, &format!("### {code}"));
    for language in Language::ALL {
        let explained = explain(code, language).unwrap_or_default();
        paragraph(page, &format!("**{}.** {explained}", title(code, language)));
    }
}

fn both(say: impl Fn(Language) -> String) -> String {
    Language::ALL.map(say).join(" / ")
}

fn paragraph(page: &mut String, text: &str) {
    page.push('\n');
    line(page, text);
}

fn line(page: &mut String, text: &str) {
    // Writing to a string does not fail.
    let _ = writeln!(page, "{text}");
}
