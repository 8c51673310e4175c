//! What was typed wrongly, in the reader's language. clap itself speaks English only.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use svod::words::{self, Args, Language};

/// The sentence for an error of clap's, where it is one that people make; else clap's own words serve.
pub(super) fn words_for(error: &clap::Error, language: Language) -> Option<String> {
    let named = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let (id, value) = match error.kind() {
        ErrorKind::ValueValidation | ErrorKind::InvalidValue if named(ContextKind::InvalidArg)?.contains("PERIOD") => {
            ("error-not-a-period", named(ContextKind::InvalidValue)?)
        }
        ErrorKind::ValueValidation | ErrorKind::InvalidValue => ("usage-value", named(ContextKind::InvalidValue)?),
        ErrorKind::InvalidSubcommand => ("usage-command", named(ContextKind::InvalidSubcommand)?),
        ErrorKind::UnknownArgument => ("usage-argument", named(ContextKind::InvalidArg)?),
        ErrorKind::MissingRequiredArgument => ("usage-missing", named(ContextKind::InvalidArg)?),
        _ => return None,
    };
    let hint = match id {
        "error-not-a-period" => words::plain(language, "error-not-a-period-help"),
        _ => match named(ContextKind::SuggestedSubcommand).or_else(|| named(ContextKind::SuggestedArg)) {
            Some(meant) => words::text(language, "usage-meant", &Args::new().with("meant", meant)),
            None => words::plain(language, "usage-help"),
        },
    };
    Some(format!("{}\n{hint}\n", words::text(language, id, &Args::new().with("value", value))))
}
