//! The documents: what they link to is there, and the commands that they name are commands.

use std::fs;
use std::path::{Path, PathBuf};

use crate::campaign::svod;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// README, NOTICE and every page of `docs/`, with its text.
fn pages() -> Vec<(PathBuf, String)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(root().join("docs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .chain(["README.md", "NOTICE.md"].map(|name| root().join(name)))
        .collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// The targets of a page's links and pictures: what stands in `](…)`.
fn targets(page: &str) -> impl Iterator<Item = &str> {
    page.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
}

/// The anchor that a heading gets where Markdown is shown.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches('#').trim().to_lowercase();
    kept.chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c)).collect::<String>().replace(' ', "-")
}

fn has_heading(page: &str, wanted: &str) -> bool {
    page.lines().any(|line| line.starts_with('#') && anchor(line) == wanted)
}

#[test]
fn every_relative_link_and_picture_of_the_documents_is_there() {
    let mut lost = Vec::new();
    for (path, page) in pages() {
        for target in targets(&page).filter(|target| !target.contains("://")) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let led = if file.is_empty() { path.clone() } else { path.parent().unwrap().join(file) };
            let found = led.exists()
                && (heading.is_empty() || has_heading(&fs::read_to_string(&led).unwrap_or_default(), heading));
            if !found {
                lost.push(format!("{}: {target}", path.display()));
            }
        }
    }
    assert_eq!(lost, Vec::<String>::new());
}

/// The commands in a page's blocks of code (indented or fenced) and between backticks, each as its words after `svod`.
fn commands(page: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut fenced = false;
    for line in page.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            continue;
        }
        if fenced || line.starts_with("    ") {
            let command = line.split(" # ").next().unwrap_or_default().trim();
            found.extend(command.strip_prefix("svod ").map(words));
        } else {
            // Every second piece stands between backticks.
            let quoted = line.split('`').skip(1).step_by(2);
            found.extend(quoted.filter_map(|piece| piece.strip_prefix("svod ")).map(words));
        }
    }
    found
}

/// The words of a command; what is in quotation marks is one.
fn words(command: &str) -> Vec<String> {
    let pieces = command.split('"').enumerate();
    pieces
        .flat_map(|(at, piece)| match at % 2 {
            0 => piece.split_whitespace().map(str::to_owned).collect(),
            _ => vec![piece.to_owned()],
        })
        .collect()
}

/// The command as far as it goes, asked for its help with everything else that it was given: clap says what it does not know.
fn is_understood(command: &[String]) -> Result<(), String> {
    let grouped = command.first().is_some_and(|word| word == "form") && command.len() > 1;
    let (name, rest) = command.split_at(if grouped { 2 } else { 1 });
    let help = svod(&name.iter().map(String::as_str).chain(["--help", "--lang", "en"]).collect::<Vec<_>>());
    if !help.status.success() {
        return Err(format!("svod {}: no such command", name.join(" ")));
    }
    let help = String::from_utf8_lossy(&help.stdout).into_owned();
    let mut flags = rest.iter().filter(|word| word.starts_with("--"));
    match flags.find(|flag| !help.contains(flag.as_str())) {
        Some(flag) => Err(format!("svod {}: no {flag}", name.join(" "))),
        None => Ok(()),
    }
}

#[test]
fn every_command_that_the_documents_name_is_a_command_with_its_flags() {
    let mut wrong = Vec::new();
    let mut asked = 0;
    for (path, page) in pages() {
        // The page of all commands is made from them.
        if path.ends_with("command-line.md") {
            continue;
        }
        let mut commands = commands(&page);
        commands.sort();
        commands.dedup();
        asked += commands.len();
        for command in commands {
            if let Err(reason) = is_understood(&command) {
                wrong.push(format!("{}: {reason}", path.display()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(asked > 20, "only {asked} commands were found: they are no longer looked for where they stand");
}

/// What a page about the same says in either language: its headings' depths, pictures and commands.
fn skeleton(page: &str) -> (Vec<usize>, Vec<&str>, Vec<String>) {
    let depths = page.lines().filter(|line| line.starts_with('#')).map(|line| line.split(' ').next().unwrap().len());
    let pictures = targets(page).filter(|target| target.starts_with("pictures/")).collect();
    let names = commands(page).iter().map(|command| command[0].clone()).collect();
    (depths.collect(), pictures, names)
}

#[test]
fn the_guide_tells_the_same_in_both_languages() {
    let guide = |name: &str| fs::read_to_string(root().join("docs").join(name)).unwrap();
    let (russian, english) = (guide("guide.ru.md"), guide("guide.en.md"));
    assert_eq!(skeleton(&russian), skeleton(&english));
}

#[test]
fn every_picture_is_shown_somewhere_and_is_small() {
    let shown: Vec<String> =
        pages().iter().flat_map(|(_, page)| targets(page).map(str::to_owned).collect::<Vec<_>>()).collect();
    for entry in fs::read_dir(root().join("docs/pictures")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "png") {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(shown.iter().any(|target| target.ends_with(&name)), "{name} is shown nowhere");
        assert!(fs::metadata(&path).unwrap().len() <= 200 * 1024, "{name} is larger than 200 KB");
    }
}
