use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Arg, Command};
use svod::words::{self, Language};

use super::{args, output, speech};

fn in_project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares a generated file with the committed one; `SVOD_BLESS=1` writes it.
#[expect(clippy::disallowed_methods, reason = "a test of the project's own files")]
fn assert_fresh(path: &str, text: &str) {
    let path = in_project(path);
    if std::env::var_os("SVOD_BLESS").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let there = std::fs::read(&path).unwrap_or_default();
    let there = String::from_utf8_lossy(&there).replace("\r\n", "\n");
    assert!(there == text, "{} is stale: SVOD_BLESS=1 cargo test", path.display());
}

/// Every command with its path of names.
fn commands(command: &Command, path: &str) -> Vec<(String, Command)> {
    let mut all = Vec::new();
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let name = format!("{path} {}", sub.get_name());
        all.push((name.clone(), sub.clone()));
        all.extend(commands(sub, &name));
    }
    all
}

fn usage(path: &str, command: &Command) -> String {
    let usage = command.clone().render_usage().to_string();
    let rest = usage.split_once(command.get_name()).map_or("", |(_, rest)| rest);
    format!("{path}{rest}")
}

fn line(arg: &Arg) -> String {
    let name = match (arg.get_long(), arg.get_value_names()) {
        (Some(long), Some(names)) if arg.get_action().takes_values() => format!("--{long} {}", names[0]),
        (Some(long), _) => format!("--{long}"),
        (None, names) => {
            names.and_then(|names| names.first()).map_or_else(|| arg.get_id().to_string(), ToString::to_string)
        }
    };
    format!("| `{name}` | {} |\n", arg.get_help().map(ToString::to_string).unwrap_or_default())
}

/// `docs/command-line.md`: both languages, from what the program itself says.
fn reference() -> String {
    let mut text = String::from(
        "# The command line\n\nMade from the program itself; a test fails when it is stale.\n\n\
         Exit status: 0 clean, 1 findings that need a person, 2 could not run. What `--format json` answers is described \
         by [output.schema.json](../schemas/output.schema.json).\n",
    );
    for language in [Language::Ru, Language::En] {
        let mut command = speech::translate(args::command(), language);
        command.build();
        let title = if language == Language::Ru { "По-русски" } else { "In English" };
        let _ = write!(text, "\n## {title}\n\n| | |\n|---|---|\n");
        for arg in command.get_arguments().filter(|arg| !["help", "version"].contains(&arg.get_id().as_str())) {
            text.push_str(&line(arg));
        }
        for (path, sub) in commands(&args::command(), "svod") {
            let mut translated = commands(&command, "svod").into_iter().find(|(name, _)| *name == path).unwrap().1;
            let _ = write!(text, "\n### `{}`\n\n{}\n", usage(&path, &sub), translated.get_about().unwrap());
            translated.build();
            let own: String = sub
                .get_arguments()
                .filter(|arg| !arg.is_global_set())
                .filter_map(|arg| translated.get_arguments().find(|other| other.get_id() == arg.get_id()))
                .map(line)
                .collect();
            if !own.is_empty() {
                let _ = write!(text, "\n| | |\n|---|---|\n{own}");
            }
        }
    }
    text
}

#[test]
fn the_reference_of_the_command_line_is_what_the_program_says() {
    assert_fresh("docs/command-line.md", &reference());
}

#[test]
fn the_schema_of_the_answers_is_that_of_their_types() {
    let schema = schemars::schema_for!(output::Answers);
    assert_fresh("schemas/output.schema.json", &format!("{}\n", serde_json::to_string_pretty(&schema).unwrap()));
}

#[test]
fn the_schema_of_events_json_is_that_of_its_types() {
    let schema = svod::publish::schema();
    assert_fresh("schemas/events.schema.json", &format!("{}\n", serde_json::to_string_pretty(&schema).unwrap()));
}

#[test]
fn every_command_and_argument_has_its_russian_help() {
    for (path, command) in commands(&args::command(), "help") {
        let id = path.replace(' ', "-");
        assert!(words::has(Language::Ru, &id), "{id}");
        for arg in command.get_arguments().filter(|arg| arg.get_id() != "help" && arg.get_id() != "version") {
            let id = if arg.is_global_set() { "help" } else { id.as_str() };
            let id = format!("{id}-{}", arg.get_id().as_str().replace('_', "-"));
            assert!(words::has(Language::Ru, &id), "{id}");
        }
    }
}

#[test]
fn the_command_line_is_sound() {
    args::command().debug_assert();
}
