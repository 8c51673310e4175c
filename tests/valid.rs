//! What svod writes opens: Microsoft's Open XML SDK finds nothing wrong, LibreOffice makes pages of it.

use std::fs;
use std::path::PathBuf;

use crate::campaign::tools::{assert_valid, libreoffice};
use crate::campaign::{Campaign, Returned, svod};

/// Every workbook and document of a demonstration, empty templates of both kinds and full ones, and a register.
fn written(folder: &std::path::Path) -> Vec<PathBuf> {
    let root = folder.join("demo");
    let output = svod(&["demo", root.to_str().unwrap(), "--format", "json"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let output = svod(&["--workspace", root.to_str().unwrap(), "template", "2024-Q1"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut written = vec![root.join("institutions.xlsx")];
    for part in ["2024-Q1/report", "2024-Q1/templates", "2024-Q1/originals"] {
        let entries = fs::read_dir(root.join(part)).unwrap().map(|entry| entry.unwrap().path());
        written.extend(entries.filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy();
            let made_by_svod = !name.contains("не скачался") && !name.contains("пустой");
            made_by_svod && path.extension().is_some_and(|extension| extension == "xlsx" || extension == "docx")
        }));
    }
    written.sort();
    written
}

#[test]
fn the_open_xml_sdk_finds_nothing_wrong_in_anything_that_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = written(folder.path());
    assert!(files.len() > 25, "{files:?}");
    // Awkward but allowed: text of every kind that XML or a formula might stumble over.
    let campaign = Campaign::new("international-events", "2024-Q1")
        .institution("odd", "=1+1 <&> \"Учреждение\" & 'сыновья' \u{1}\u{b}")
        .returns("odd", &Returned::new().event(&[("title", "]]> &amp; <b>\u{7}вечер\u{0} 𝄞"), ("note", "@SUM(1)")]));
    let ran = campaign.run();
    files.extend([ran.artifact("workbook"), ran.artifact("report")]);
    assert!(campaign.command(&["template", "2024-Q1"]).status.success());
    assert!(campaign.command(&["template", "2024-Q1", "--common"]).status.success());
    files.extend(fs::read_dir(campaign.root().join("2024-Q1/templates")).unwrap().map(|entry| entry.unwrap().path()));
    // The English form.
    let english = Campaign::in_language("training-activities", "2024-03", svod::words::Language::En)
        .institution("north", "Northern Training Centre");
    assert!(english.command(&["template", "2024-03"]).status.success());
    assert!(english.command(&["template", "2024-03", "--common"]).status.success());
    files.extend(fs::read_dir(english.root().join("2024-03/templates")).unwrap().map(|entry| entry.unwrap().path()));
    let ran = english.run();
    files.extend([ran.artifact("workbook"), ran.artifact("report")]);
    assert_valid(&files);
}

#[test]
fn libreoffice_makes_pages_of_the_workbook_the_report_and_a_template() {
    let folder = tempfile::tempdir().unwrap();
    let files = written(folder.path());
    let one_of = |part: &str, extension: &str| {
        let found = files.iter().find(|path| {
            path.to_string_lossy().contains(part) && path.extension().is_some_and(|found| found == extension)
        });
        found.unwrap().clone()
    };
    for (part, extension) in [
        ("report/Свод", "xlsx"),
        ("report/Вопросы", "xlsx"),
        ("report", "docx"),
        ("templates/Шаблон", "xlsx"),
        ("templates/Краеведческий", "xlsx"),
    ] {
        let file = one_of(part, extension);
        let Some(pdf) = libreoffice(&file, "pdf", folder.path()) else { return };
        assert!(fs::metadata(pdf).unwrap().len() > 10_000, "{}", file.display());
    }
}
