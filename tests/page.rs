//! The report's page: every row of the report stands in it, and a real browser finds nothing wrong.

use std::fs;
use std::path::PathBuf;

use html5gum::{Token, Tokenizer};

use crate::campaign::tools::browse;
use crate::campaign::{Campaign, Returned, svod};

/// What a page prints: the cells of every row of its report, white space folded; a section is a row of one cell.
pub(crate) fn printed(page: &str) -> Vec<Vec<String>> {
    let table = page.split_once("<table id=\"events\"").unwrap().1.split_once("</table>").unwrap().0;
    let body = table.split_once("</thead>").unwrap().1;
    let mut rows: Vec<Vec<String>> = Vec::new();
    // A section's words in the other language are not its heading.
    let mut second = false;
    for Ok(token) in Tokenizer::new(body) {
        match token {
            Token::StartTag(tag) => match tag.name.as_slice() {
                b"tr" => rows.push(Vec::new()),
                b"td" | b"th" => rows.last_mut().unwrap().push(String::new()),
                b"span" => second = true,
                _ => {}
            },
            Token::EndTag(tag) if tag.name.as_slice() == b"span" => second = false,
            Token::String(text) if !second => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.push_str(&String::from_utf8_lossy(&text));
                }
            }
            _ => {}
        }
    }
    let folded = |cell: &String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    rows.iter().map(|row| row.iter().map(folded).collect()).collect()
}

/// Awkward but allowed: text of every kind that a page might stumble over.
fn awkward() -> Campaign {
    Campaign::new("international-events", "2024-Q1").institution("odd", "<b>Учреждение</b> & 'сыновья'").returns(
        "odd",
        &Returned::new()
            .event(&[("title", "</th><script>alert('да')</script> <img src=x onerror=alert(1)> \"вечер\" 𝄞")])
            .event(&[
                ("title", &format!("Встреча{}", "оченьдлинноеслово".repeat(20))),
                ("documents", "=HYPERLINK(\"http://example.org\")\n-документ"),
                ("start", "2024-03-05"),
            ]),
    )
}

#[test]
fn the_page_prints_what_the_report_prints() {
    let campaign = awkward();
    let ran = campaign.run();
    let page = fs::read_to_string(ran.artifact("page")).unwrap();
    let events = ran.events();
    let expected: Vec<Vec<String>> = events["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| {
            let cells = event["printed"].as_array().unwrap().iter().map(|cell| cell.as_str().unwrap());
            cells.map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
        })
        .collect();
    assert_eq!(expected.len(), 2);
    let rows = printed(&page);
    assert_eq!(rows.iter().filter(|row| row.len() > 1).cloned().collect::<Vec<_>>(), expected);
}

#[test]
fn a_browser_finds_nothing_wrong_narrow_and_wide_with_scripts_and_without() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("demo");
    let output = svod(&["demo", root.to_str().unwrap(), "--format", "json", "--lang", "ru"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let artifacts = answer["artifacts"].as_array().unwrap();
    let demo = artifacts.iter().find(|artifact| artifact["kind"] == "page").unwrap()["path"].as_str().unwrap();
    let (awkward, english, empty) = (
        awkward(),
        Campaign::in_english(),
        Campaign::new("international-events", "2024-Q1").institution("silent", "Учреждение"),
    );
    let pages: Vec<PathBuf> = [&awkward, &english, &empty].map(|campaign| campaign.run().artifact("page")).into();
    let pages: Vec<PathBuf> = std::iter::once(PathBuf::from(demo)).chain(pages).collect();
    let Some(wrong) = browse(&pages) else { return };
    assert_eq!(wrong, "[]");
}
