//! Errors → words: what could not be done, why, and what to do about it.

use std::path::Path;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, NamedSource, Report};
use schemars::JsonSchema;
use serde::Serialize;
use svod::form::Mistake;
use svod::outside;
use svod::pipeline;
use svod::words::{self, Args, Language};

/// Why a command could not do its job.
#[derive(Debug)]
pub(super) enum Failure {
    Pipeline(Box<pipeline::Error>),
    /// `svod explain` of a code that does not exist.
    UnknownCode {
        code: String,
        nearest: Option<String>,
    },
    /// `svod status --of` an institution that neither the register nor the inbox knows.
    UnknownInstitution {
        code: String,
    },
    /// A file could not be written or read.
    Outside(outside::Error),
}

impl From<pipeline::Error> for Failure {
    fn from(error: pipeline::Error) -> Self {
        Self::Pipeline(Box::new(error))
    }
}

impl From<outside::Error> for Failure {
    fn from(error: outside::Error) -> Self {
        Self::Outside(error)
    }
}

/// The answer of `--format json` when a command could not do its job.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FailureAnswer {
    error: ErrorAnswer,
}

#[derive(Debug, Serialize, JsonSchema)]
struct ErrorAnswer {
    /// What could not be done, and why.
    message: String,
    /// What to do about it.
    help: String,
}

impl Failure {
    /// What could not be done, and why.
    pub(super) fn message(&self, language: Language) -> String {
        let (id, args) = self.words(language);
        words::text(language, &format!("error-{id}"), &args)
    }

    /// What to do about it.
    fn help(&self, language: Language) -> String {
        let (id, args) = self.words(language);
        words::text(language, &format!("error-{id}-help"), &args)
    }

    pub(super) fn answer(&self, language: Language) -> FailureAnswer {
        FailureAnswer { error: ErrorAnswer { message: self.message(language), help: self.help(language) } }
    }

    /// The message, where it is about a file with the lines that it is about, and what to do.
    pub(super) fn rendered(&self, language: Language) -> String {
        let message = self.message(language);
        let help = self.help(language);
        let report = match self {
            Self::Pipeline(error) => match &**error {
                pipeline::Error::Form { path, source_text, mistakes }
                | pipeline::Error::Letters { path, source_text, mistakes } => {
                    return mistakes_rendered(path, source_text, mistakes, &message, language);
                }
                pipeline::Error::Settings { path, source_text, span: Some(span), message: label } => {
                    let label = LabeledSpan::at(span.clone(), label);
                    miette::miette!(labels = vec![label], help = help, "{message}")
                        .with_source_code(NamedSource::new(path.display().to_string(), source_text.clone()))
                }
                pipeline::Error::SettingRange { path, source_text, span, .. } => {
                    let (_, args) = self.words(language);
                    let label = words::text(language, "error-setting-range-label", &args);
                    miette::miette!(labels = vec![LabeledSpan::at(span.clone(), label)], help = help, "{message}")
                        .with_source_code(NamedSource::new(path.display().to_string(), source_text.clone()))
                }
                _ => miette::miette!(help = help, "{message}"),
            },
            _ => miette::miette!(help = help, "{message}"),
        };
        draw(&report, language)
    }

    /// Id of the messages and their arguments.
    fn words(&self, language: Language) -> (&'static str, Args) {
        let named = |path: &Path| Args::new().with("path", path.display().to_string());
        match self {
            Self::UnknownCode { code, nearest } => (
                "unknown-code",
                Args::new()
                    .with("code", code.as_str())
                    .with("nearest", nearest.clone().unwrap_or_else(|| "none".to_owned())),
            ),
            Self::UnknownInstitution { code } => ("unknown-institution", Args::new().with("code", code.as_str())),
            Self::Outside(error) => outside_words(error),
            Self::Pipeline(error) => match &**error {
                pipeline::Error::NoWorkspace { start } => ("no-workspace", named(start)),
                pipeline::Error::AlreadyThere { path } => ("already-there", named(path)),
                pipeline::Error::Settings { path, message, .. } => {
                    ("settings", named(path).with("reason", message.as_str()))
                }
                pipeline::Error::SettingRange { path, source_text, span, key, least, greatest } => {
                    let before = source_text.get(..span.start).unwrap_or_default();
                    let args = named(path)
                        .with("line", before.matches('\n').count() + 1)
                        .with("key", *key)
                        .with("value", source_text.get(span.clone()).unwrap_or_default())
                        .with("least", least.to_string())
                        .with("greatest", greatest.to_string());
                    ("setting-range", args)
                }
                pipeline::Error::Form { path, mistakes, .. } => ("form", named(path).with("n", mistakes.len())),
                pipeline::Error::Letters { path, mistakes, .. } => ("letters", named(path).with("n", mistakes.len())),
                pipeline::Error::UnknownForm { name } => (
                    "unknown-form",
                    Args::new().with("name", name.as_str()).with("known", svod::form::builtin_ids().join(", ")),
                ),
                pipeline::Error::WrongFrequency { period, expected } => (
                    "wrong-frequency",
                    Args::new().with("period", period.name(language)).with("example", expected.example()),
                ),
                pipeline::Error::NotRun { period, parts } => {
                    let periods = if parts.is_empty() { std::slice::from_ref(period) } else { parts };
                    let commands: Vec<String> = periods.iter().map(|one| format!("svod run {one}")).collect();
                    let args = Args::new().with("period", period.name(language));
                    ("not-run", args.with("commands", commands.join(", ")))
                }
                pipeline::Error::Letterhead { path, reason } => (letterhead_id(*reason), named(path)),
                pipeline::Error::NotAPeriod(error) => ("not-a-period", Args::new().with("value", error.0.as_str())),
                pipeline::Error::NobodyAsked { path, period } => {
                    ("nobody-asked", named(path).with("period", period.name(language)))
                }
                pipeline::Error::Journal { path, line, reason } => {
                    ("journal", named(path).with("line", *line).with("reason", reason.as_str()))
                }
                pipeline::Error::PostJournal { path, line, reason } => {
                    ("post-journal", named(path).with("line", *line).with("reason", reason.as_str()))
                }
                pipeline::Error::NothingCame { path } => ("nothing-came", named(path)),
                pipeline::Error::NoSuchQuestion { number, of } => {
                    ("no-such-question", Args::new().with("number", *number).with("n", *of))
                }
                pipeline::Error::NoSuchRow { number, of } => {
                    ("no-such-row", Args::new().with("number", *number).with("n", *of))
                }
                pipeline::Error::NoSuchFile { number, period } => (
                    "no-such-file",
                    Args::new().with("number", number.to_string()).with("period", period.name(language)),
                ),
                pipeline::Error::NoAnswer { number, name } => {
                    ("no-answer", Args::new().with("number", number.to_string()).with("name", name.as_str()))
                }
                pipeline::Error::NoSuchDecision { number } => ("no-such-decision", Args::new().with("number", *number)),
                pipeline::Error::PostSetting { path, what: "password-env" } => ("post-environment", named(path)),
                pipeline::Error::PostSetting { path, what } => ("post-setting", named(path).with("what", *what)),
                pipeline::Error::NoDeadline { path } => ("no-deadline", named(path)),
                pipeline::Error::NoNameToChoose => ("no-name-to-choose", Args::new()),
                pipeline::Error::NoSuchInstitution { code } => {
                    ("unknown-institution", Args::new().with("code", code.as_str()))
                }
                pipeline::Error::Deliver(error) => ("letter", Args::new().with("reason", error.to_string())),
                pipeline::Error::Decide(error) => decide_words(error),
                pipeline::Error::Outside(error) => outside_words(error),
                pipeline::Error::Read(error) => ("register", Args::new().with("reason", error.to_string())),
                pipeline::Error::Merge(error) => ("sum", Args::new().with("reason", error.to_string())),
                other => ("inner", Args::new().with("reason", other.to_string())),
            },
        }
    }
}

fn letterhead_id(reason: svod::publish::LetterheadError) -> &'static str {
    use svod::publish::LetterheadError;
    match reason {
        LetterheadError::Damaged => "letterhead-damaged",
        LetterheadError::TooLarge => "letterhead-too-large",
        LetterheadError::Locked => "letterhead-locked",
        LetterheadError::NoPlace => "letterhead-no-place",
        LetterheadError::SeveralPlaces => "letterhead-several-places",
    }
}

fn decide_words(error: &svod::decide::Error) -> (&'static str, Args) {
    use svod::decide::Error;
    match error {
        Error::OneEventAlready { field } => ("one-event-already", Args::new().with("field", field.as_str())),
        Error::UnknownField { field } => ("unknown-field", Args::new().with("field", field.as_str())),
        Error::NothingToChoose => ("nothing-to-choose", Args::new()),
    }
}

fn outside_words(error: &outside::Error) -> (&'static str, Args) {
    match error {
        outside::Error::Worker { program, source } => {
            ("worker", Args::new().with("path", program.display().to_string()).with("reason", source.to_string()))
        }
        outside::Error::Mail(error) => mail_words(error),
        outside::Error::Program { program, reason } => {
            let id = if reason.is_empty() { "secret-program-silent" } else { "secret-program" };
            (id, Args::new().with("program", program.as_str()).with("reason", reason.as_str()))
        }
        outside::Error::Keyring { service, user, reason } => {
            let args = Args::new().with("service", service.as_str()).with("user", user.as_str());
            let id = if reason.is_empty() { "keyring-empty" } else { "keyring" };
            (id, args.with("reason", reason.as_str()))
        }
        outside::Error::Held { path } => ("held", Args::new().with("path", path.display().to_string())),
        outside::Error::File { path, source } => {
            let id = match source.kind() {
                std::io::ErrorKind::NotFound => "file-not-found",
                std::io::ErrorKind::PermissionDenied => "file-denied",
                std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => "disk-full",
                _ => "file",
            };
            (id, Args::new().with("path", path.display().to_string()).with("reason", source.to_string()))
        }
    }
}

fn mail_words(error: &outside::MailError) -> (&'static str, Args) {
    use outside::MailError;
    let at = |host: &str, reason: &str| Args::new().with("host", host).with("reason", reason);
    match error {
        MailError::NotReached { host, reason } => ("mail-not-reached", at(host, reason)),
        MailError::NotTrusted { host, reason } => ("mail-not-trusted", at(host, reason)),
        MailError::NotProtected { host } => ("mail-not-protected", at(host, "")),
        MailError::LogIn { host, user, reason } => ("mail-log-in", at(host, reason).with("user", user.as_str())),
        MailError::Token { host, user, reason } => ("mail-token", at(host, reason).with("user", user.as_str())),
        MailError::Gone { host, reason } => ("mail-gone", at(host, reason)),
        MailError::Full { host, folder, reason } => ("mail-full", at(host, reason).with("folder", folder.as_str())),
        MailError::NoFolder { host, folder, reason } => {
            ("mail-no-folder", at(host, reason).with("folder", folder.as_str()))
        }
        MailError::Refused { host, reason } => ("mail-refused", at(host, reason)),
    }
}

/// Every mistake of a form or a file of letters, under a title, with the line that it stands in.
pub(super) fn mistakes_rendered(
    path: &Path,
    source: &str,
    mistakes: &[Mistake],
    title: &str,
    language: Language,
) -> String {
    let labels: Vec<_> =
        mistakes.iter().map(|mistake| LabeledSpan::at(mistake.span.clone(), mistake.said.text(language))).collect();
    let list = mistakes.iter().fold(String::new(), |list, mistake| {
        format!("{list}  {}:{}  {}\n", mistake.line, mistake.column, mistake.said.text(language))
    });
    let report: Report = miette::miette!(labels = labels, "{title}")
        .with_source_code(NamedSource::new(path.display().to_string(), source.to_owned()));
    format!("{}\n{list}", draw(&report, language))
}

fn draw(report: &Report, language: Language) -> String {
    use std::io::IsTerminal;
    let theme =
        if std::io::stderr().is_terminal() { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let mut text = String::new();
    // Drawing into a string cannot fail but for a source that cannot be read; the plain words serve then.
    match GraphicalReportHandler::new_themed(theme).render_report(&mut text, report.as_ref()) {
        // The library has no other word for it.
        Ok(()) => text.replacen("help: ", &format!("{}: ", words::plain(language, "error-help")), 1),
        Err(_) => format!("{report}\n"),
    }
}
