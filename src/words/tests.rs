use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

use super::{Args, ENGLISH, Language, RUSSIAN, text};

/// The ids of all messages in the sources; panics on a file that Fluent cannot read.
fn ids(sources: &[&str]) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for source in sources {
        let resource = FluentResource::try_new((*source).to_owned())
            .unwrap_or_else(|(_, errors)| panic!("a message file is broken: {errors:?}"));
        for entry in resource.entries() {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                assert!(ids.insert(message.id.name.to_owned()), "{} is said twice", message.id.name);
            }
        }
    }
    ids
}

#[test]
fn both_languages_hold_the_same_messages_each_once() {
    let (russian, english) = (ids(RUSSIAN), ids(ENGLISH));
    let lacking: Vec<_> = russian.symmetric_difference(&english).collect();
    assert!(lacking.is_empty(), "in one language only: {lacking:?}");
}

#[test]
fn russian_counts_take_their_plural() {
    let said = |n: i64| text(Language::Ru, "count-rows", &Args::new().with("n", n));
    assert_eq!([said(1), said(3), said(11), said(25)], ["1 строка", "3 строки", "11 строк", "25 строк"]);
}

#[test]
fn an_exact_number_has_its_own_words_and_digits_are_not_grouped() {
    let said = |n: i64| text(Language::Ru, "collected-taken", &Args::new().with("n", n));
    assert_eq!([said(0), said(1), said(120_000)], ["Новых файлов нет", "Принят 1 файл", "Принято 120000 файлов"]);
}
