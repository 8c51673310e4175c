use jiff::civil::date;

use super::{CATALOGUE, Entry, Finding, FindingKind, Place, document, title};
use crate::words::{self, Arg, Args, Language, PatternError};

/// An argument of the kind that rooms give under that name.
fn sample(name: &str) -> Arg {
    match name {
        "count" => Arg::Count(3),
        "day" | "first" | "last" => Arg::Day(date(2024, 3, 31)),
        "hint" => Arg::Text(String::new()),
        other => Arg::Text(format!("<{other}>")),
    }
}

fn sample_args(entry: &Entry) -> Args {
    entry.args.iter().fold(Args::new(), |args, name| args.with(name, sample(name)))
}

/// The source of a message, as a pattern of its own: unlike [`words::text`] it tells its errors.
fn say_strictly(language: Language, id: &str, args: &Args) -> Result<String, PatternError> {
    let source = match language {
        Language::Ru => include_str!("../../locales/ru/findings.ftl"),
        Language::En => include_str!("../../locales/en/findings.ftl"),
    };
    let start = source.find(&format!("\n{id} = ")).unwrap_or_else(|| panic!("{id} is missing"));
    let body = &source[start + 1 + id.len() + 3..];
    let end = body
        .match_indices('\n')
        .find(|(at, _)| body[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '#' || c == '\n'))
        .map_or(body.len(), |(at, _)| at);
    words::Pattern::parse(language, &body[..end])?.say(args)
}

#[test]
fn every_message_is_said_in_full_with_the_arguments_of_its_catalogue_line() {
    for entry in CATALOGUE {
        for language in Language::ALL {
            let id = format!("finding-{}", entry.kind);
            let said = say_strictly(language, &id, &sample_args(entry)).unwrap_or_else(|e| panic!("{id}: {e}"));
            assert!(!said.contains('{') && !said.contains('$'), "{id}: {said}");
            let finding = Finding::new(entry.kind.clone(), Place::default(), sample_args(entry));
            assert_eq!(finding.message(language), said, "{id}");
        }
    }
}

#[test]
fn every_argument_of_the_catalogue_is_used_in_both_languages() {
    for entry in CATALOGUE {
        for language in Language::ALL {
            let said = words::text(language, &format!("finding-{}", entry.kind), &sample_args(entry));
            for name in entry.args.iter().filter(|name| matches!(sample(name), Arg::Text(text) if !text.is_empty())) {
                assert!(said.contains(&format!("<{name}>")), "{} does not say {name}: {said}", entry.kind);
            }
        }
    }
}

#[test]
fn every_code_has_a_title_and_an_explanation() {
    for entry in CATALOGUE {
        for language in Language::ALL {
            for part in ["title", "explain"] {
                let id = format!("finding-{}-{part}", entry.kind);
                assert!(words::has(language, &id), "{id} is missing in {language}");
            }
            assert!(words::has(language, &format!("group-{}", &entry.kind.code()[..1])));
        }
    }
}

#[test]
fn codes_stand_once_and_in_order_within_their_group() {
    for pair in CATALOGUE.windows(2) {
        let [left, right] = [&pair[0].kind, &pair[1].kind].map(FindingKind::code);
        assert!(left[..1] != right[..1] || left < right, "{left} stands before {right}");
    }
}

#[test]
fn a_form_s_own_code_is_its_own_title() {
    assert_eq!(title(&FindingKind::of_code("LOAN1"), Language::En), "LOAN1");
}

/// Set `SVOD_BLESS=1` to write the file anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test may read and write the repository")]
fn the_reference_of_findings_is_fresh() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/findings.md");
    if std::env::var_os("SVOD_BLESS").is_some() {
        std::fs::write(path, document()).unwrap();
    }
    let committed = std::fs::read(path).unwrap_or_default();
    assert!(
        String::from_utf8_lossy(&committed).replace("\r\n", "\n") == document(),
        "docs/findings.md is stale: run the tests with SVOD_BLESS=1"
    );
}
