//! The demonstration: everything that a quarter goes through, in its order, and where it lies.

use std::fs;
use std::path::{Path, PathBuf};

use mail_parser::MessageParser;
use serde_json::Value as Json;

use crate::campaign::{files, svod};

const LABELS: [(&str, [&str; 7]); 2] = [
    (
        "ru",
        [
            "Шаблон для всех:",
            "Шаблоны учреждений:",
            "Черновики писем:",
            "Присланные файлы:",
            "Их оригиналы:",
            "Свод:",
            "Отчёт:",
        ],
    ),
    (
        "en",
        [
            "Template for all:",
            "Templates of each:",
            "Drafts of letters:",
            "Returned files:",
            "Their originals:",
            "Workbook:",
            "Report:",
        ],
    ),
];

fn names(folder: &Path) -> Vec<String> {
    files(folder).into_iter().map(|(name, _)| name).collect()
}

/// The sheets of a workbook.
fn sheets(path: &Path) -> Vec<String> {
    use calamine::Reader;
    calamine::open_workbook::<calamine::Xlsx<_>, _>(path).unwrap().sheet_names()
}

#[test]
fn the_demonstration_says_where_template_letters_inbox_workbook_and_report_lie_in_this_order() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-workbooks");
    for (language, labels) in LABELS {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("demo");
        let output = svod(&["demo", root.to_str().unwrap(), "--lang", language]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).unwrap();
        let mut from = 0;
        let paths = labels.map(|label| {
            let at = text[from..].find(label).unwrap_or_else(|| panic!("{label} after {}", &text[from..])) + from;
            from = at + label.len();
            let path = PathBuf::from(text[from..].lines().next().unwrap().trim());
            assert!(path.exists(), "{label} {}", path.display());
            path
        });
        let [template, templates, letters, returned, originals, workbook, report] = paths;
        assert!(sheets(&template).contains(&"svod-names".to_owned()), "a template");
        assert_eq!(names(&templates).len(), 16, "one of each, and the one for all");
        let letter = files(&letters).into_iter().find(|(name, _)| name.starts_with("museum")).unwrap();
        let message = MessageParser::new().parse(&letter.1).unwrap();
        assert_eq!(message.attachment_count(), 1, "{}", letter.0);
        assert_eq!(names(&letters).iter().filter(|name| Path::new(name).extension().unwrap() == "eml").count(), 15);
        assert_eq!(files(&returned), files(&samples.join("returned")), "as they came, byte for byte");
        let kept: usize = names(&originals).len();
        assert!(kept >= 15 && names(&root.join("inbox")).len() == 1, "{kept}");
        assert!(sheets(&workbook).contains(&"О своде".to_owned()), "{:?}", sheets(&workbook));
        assert_eq!(report.extension().unwrap(), "docx");
    }
}

#[test]
fn every_path_that_the_demonstration_answers_programs_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("demo");
    let output = svod(&["demo", root.to_str().unwrap(), "--format", "json"]);
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    for key in ["template", "templates", "letters", "returned", "originals", "workspace"] {
        let path = answer[key].as_str().unwrap_or_else(|| panic!("no {key}: {answer}"));
        assert!(Path::new(path).exists(), "{key}: {path}");
    }
    for artifact in answer["artifacts"].as_array().unwrap() {
        assert!(Path::new(artifact["path"].as_str().unwrap()).is_file(), "{artifact}");
    }
}

#[test]
fn the_samples_prove_whose_they_are_and_the_corrected_one_replaces_the_earlier() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("demo");
    let output = svod(&["demo", root.to_str().unwrap(), "--format", "json"]);
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    let all = answer["institutions"].as_array().unwrap();
    let palace = all.iter().find(|one| one["code"] == "ice-palace").unwrap();
    let versions: Vec<_> = palace["versions"].as_array().unwrap().iter().map(|one| one["current"].clone()).collect();
    assert_eq!(versions, [false, true], "{palace}");
    let codes: Vec<_> = answer["findings"].as_array().unwrap().iter().map(|one| &one["code"]).collect();
    assert!(!codes.iter().any(|code| **code == "T10"), "issued here: {codes:?}");
    // With another key none of them is: so they do bear tokens.
    fs::write(root.join("svod.key"), "another key").unwrap();
    let output = svod(&["--workspace", root.to_str().unwrap(), "status", "2024-Q1", "--format", "json"]);
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    let forged = answer["findings"].as_array().unwrap().iter().filter(|one| one["code"] == "T10").count();
    assert!(forged >= 14, "{forged}");
}
