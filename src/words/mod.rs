//! The two languages and their sentences: Fluent messages from `locales/`, with plural rules.
//!
//! In: a message id and its arguments. Out: a sentence. It knows nothing of what the sentences are about.

mod language;
mod own;
mod said;
mod sentences;

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};

pub use language::{Language, LocalText, UnknownLanguage};
pub use own::{Pattern, PatternError};
pub use said::{Arg, Args, Said};
pub use sentences::{Sentences, variables};

type Bundle = FluentBundle<FluentResource>;

/// Every message file, by language. A test asserts that both languages hold the same ids.
const RUSSIAN: &[&str] = &[
    include_str!("../../locales/ru/findings.ftl"),
    include_str!("../../locales/ru/form.ftl"),
    include_str!("../../locales/ru/template.ftl"),
    include_str!("../../locales/ru/read.ftl"),
    include_str!("../../locales/ru/decide.ftl"),
    include_str!("../../locales/ru/deliver.ftl"),
    include_str!("../../locales/ru/link.ftl"),
    include_str!("../../locales/ru/publish.ftl"),
    include_str!("../../locales/ru/page.ftl"),
    include_str!("../../locales/ru/package.ftl"),
    include_str!("../../locales/ru/cli.ftl"),
    include_str!("../../locales/ru/period.ftl"),
];
const ENGLISH: &[&str] = &[
    include_str!("../../locales/en/findings.ftl"),
    include_str!("../../locales/en/form.ftl"),
    include_str!("../../locales/en/template.ftl"),
    include_str!("../../locales/en/read.ftl"),
    include_str!("../../locales/en/decide.ftl"),
    include_str!("../../locales/en/deliver.ftl"),
    include_str!("../../locales/en/link.ftl"),
    include_str!("../../locales/en/publish.ftl"),
    include_str!("../../locales/en/page.ftl"),
    include_str!("../../locales/en/package.ftl"),
    include_str!("../../locales/en/cli.ftl"),
    include_str!("../../locales/en/period.ftl"),
];

static BUNDLES: LazyLock<[Bundle; 2]> =
    LazyLock::new(|| [bundle(Language::Ru, RUSSIAN), bundle(Language::En, ENGLISH)]);

fn bundle(language: Language, sources: &[&str]) -> Bundle {
    let mut bundle = Bundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks are invisible characters; they would land in workbooks and file names.
    bundle.set_use_isolating(false);
    for source in sources {
        // The files are compiled in; `tests::every_message_file_is_sound` keeps them free of errors, and a file
        // with one still gives all its other messages.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(partial, _)| partial);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn bundle_of(language: Language) -> &'static Bundle {
    match language {
        Language::Ru => &BUNDLES[0],
        Language::En => &BUNDLES[1],
    }
}

/// Says the message `id` in `language`. An id that does not exist comes back as itself, so that it is seen.
#[must_use]
pub fn text(language: Language, id: &str, args: &Args) -> String {
    let bundle = bundle_of(language);
    let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
        tracing::error!(id, "a message is missing");
        return id.to_owned();
    };
    let mut fluent = FluentArgs::new();
    for (name, arg) in args.iter() {
        fluent.set(name, arg.as_fluent(language));
    }
    let mut errors = Vec::new();
    let said = bundle.format_pattern(pattern, Some(&fluent), &mut errors).into_owned();
    for error in errors {
        tracing::error!(id, %error, "a message could not be said in full");
    }
    said
}

/// Says a message that takes no arguments.
#[must_use]
pub fn plain(language: Language, id: &str) -> String {
    text(language, id, &Args::new())
}

/// Whether the message `id` exists in `language`.
#[must_use]
pub fn has(language: Language, id: &str) -> bool {
    bundle_of(language).has_message(id)
}

#[cfg(test)]
mod tests;
