//! Which language is spoken, and the help in it.

use std::path::Path;

use clap::{Arg, ArgAction};

use svod::outside;
use svod::pipeline::{SETTINGS_FILE, Settings};
use svod::words::{self, Language};

use super::args::Cli;

/// `--lang`, else the workspace's language, else the system's.
pub(super) fn language(cli: &Cli) -> Language {
    cli.global.lang.or_else(|| of_workspace(cli.global.workspace.as_deref())).unwrap_or_else(of_system)
}

/// The same, before the arguments are read: for the help itself.
pub(super) fn language_of_help() -> Language {
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        let word = match arg.strip_prefix("--lang") {
            Some("") => args.next(),
            Some(rest) => rest.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        if let Some(language) = word.and_then(|word| word.parse().ok()) {
            return language;
        }
    }
    of_workspace(None).unwrap_or_else(of_system)
}

/// The language of the workspace at or above `folder`; a workspace that cannot be read is told of later.
fn of_workspace(folder: Option<&Path>) -> Option<Language> {
    let start = match folder {
        Some(folder) => folder.to_owned(),
        None => outside::current_folder().ok()?,
    };
    let path = outside::nearest_with(&start, SETTINGS_FILE)?.join(SETTINGS_FILE);
    let text = outside::read(&path).ok()?;
    Settings::parse(&path, &String::from_utf8_lossy(&text)).ok().map(|settings| settings.language)
}

/// The system's language, as far as its environment says; Russian where it says nothing that svod speaks.
fn of_system() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| value.get(..2).and_then(|code| code.parse().ok()))
        .unwrap_or(Language::En)
}

/// Puts the help of `language` in the place of the English one: messages `help-COMMAND` and `help-COMMAND-ARGUMENT`,
/// `help-ARGUMENT` for those that hold for every command.
pub(super) fn translate(command: clap::Command, language: Language) -> clap::Command {
    if language == Language::En {
        return command;
    }
    let switch = |id: &'static str, short: char, action: ArgAction| {
        Arg::new(id).long(id).short(short).action(action).help(words::plain(language, &format!("help-{id}")))
    };
    let command = command
        .about(words::plain(language, "help-svod"))
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(switch("help", 'h', ArgAction::Help).global(true))
        .arg(switch("version", 'V', ArgAction::Version))
        .mut_args(|arg| translate_arg(arg, "help", language))
        .subcommand_help_heading(words::plain(language, "help-heading-commands"))
        .help_template(template(language));
    command.mut_subcommands(|sub| if sub.is_hide_set() { sub } else { translate_sub(sub, "help", language) })
}

/// The frame of a help page; clap's own has English headings.
fn template(language: Language) -> String {
    format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}", words::plain(language, "help-heading-usage"))
}

fn translate_sub(command: clap::Command, prefix: &str, language: Language) -> clap::Command {
    let id = format!("{prefix}-{}", command.get_name());
    let about = words::plain(language, &id);
    command
        .about(about.clone())
        .long_about(about)
        .help_template(template(language))
        .mut_args(|arg| translate_arg(arg, &id, language))
        .mut_subcommands(|sub| translate_sub(sub, &id, language))
}

fn translate_arg(arg: Arg, prefix: &str, language: Language) -> Arg {
    let id = format!("{prefix}-{}", arg.get_id().as_str().replace('_', "-"));
    let heading = if arg.is_positional() { "help-heading-arguments" } else { "help-heading-options" };
    let arg = arg.help_heading(words::plain(language, heading));
    if words::has(language, &id) { arg.help(words::plain(language, &id)) } else { arg }
}
