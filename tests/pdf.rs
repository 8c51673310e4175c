//! The report as PDF: every row of it stands there as it stands in the report, and validators find nothing wrong.

use std::fs;
use std::path::{Path, PathBuf};

use svod::words::Language;

use crate::campaign::pdf::Pdf;
use crate::campaign::tools::left_out;
use crate::campaign::{Campaign, Ran, Returned, svod};

/// The PDF of a run; nothing where svod was built without it.
fn pdf_of(ran: &Ran) -> Option<PathBuf> {
    if cfg!(feature = "pdf") {
        return Some(ran.artifact("pdf"));
    }
    left_out("the PDF", "svod was built without the feature pdf");
    None
}

/// Asserts that the PDF prints the rows of the report, cell for cell. `None` where something is missing for that.
pub(crate) fn assert_prints_the_report(ran: &Ran) -> Option<Pdf> {
    let pdf = Pdf::read(&pdf_of(ran)?)?;
    let events = ran.events();
    let events = events["events"].as_array().unwrap().iter();
    let printed = events.map(|event| event["printed"].as_array().unwrap().iter().map(folded).collect());
    let printed: Vec<Vec<String>> = printed.collect();
    let rows: Vec<Vec<String>> = pdf.rows.iter().filter(|row| row.len() > 1).cloned().collect();
    assert_eq!(rows, printed);
    Some(pdf)
}

fn folded(cell: &serde_json::Value) -> String {
    cell.as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1").institution("museum", "Музей озёр и рек")
}

/// The demonstration's report.
fn demo(folder: &Path) -> Option<PathBuf> {
    let root = folder.join("demo");
    let output = svod(&["demo", root.to_str().unwrap(), "--format", "json", "--lang", "ru"]);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let artifacts = answer["artifacts"].as_array().unwrap();
    let pdf = artifacts.iter().find(|artifact| artifact["kind"] == "pdf").map(|it| it["path"].as_str().unwrap().into());
    if pdf.is_none() {
        left_out("the PDF", "svod was built without the feature pdf");
    }
    pdf
}

/// Text that a typesetter might take for its own, or that no column holds.
fn awkward() -> Vec<String> {
    vec![
        "#import \"/etc/passwd\": * #panic(1) #{ sys.inputs } $x^2$ @автор <метка> // /* `raw` *_= - + ~".to_owned(),
        r"\ \u{1F600} \n \\ ' -- --- ... #\[ \] { } = - + / ".trim_end().to_owned(),
        format!("Слово: {}", "слово".repeat(400)),
        format!("Сайт: https://example.org/{}?вечер=1", "раздел-12/".repeat(60)),
        "Участники обсудили планы и договорились о встречах. ".repeat(150).trim_end().to_owned(),
        "строка\n\n".repeat(150).trim_end().to_owned(),
    ]
}

/// Text in letters that are in no font, run the other way, or stand on one another.
const FOREIGN: [&str; 3] = [
    "שלום עולם, مرحبا بالعالم \u{202e}обратно\u{202c} вечер",
    "🎉👩\u{200d}👩\u{200d}👧 ❤\u{fe0f} 水 한국 ไทย \u{e000} \u{fdd0} \u{10ffff} вечер",
    "е\u{308}\u{301}\u{323} Z\u{351}\u{36b}\u{343}\u{36a}\u{302}\u{36b}\u{33d}\u{34f}\u{334}\u{319} вечер",
];

/// A return with an event for each of the texts, which is its content.
fn contents<'a>(texts: impl Iterator<Item = &'a str>) -> Returned {
    texts.enumerate().fold(Returned::new(), |returned, (at, text)| {
        let (title, day) = (format!("Вечер № {at}"), format!("2024-02-{:02}", at + 1));
        returned.event(&[("title", &title), ("start", &day), ("content", text)])
    })
}

#[test]
fn whatever_is_written_stays_text_to_the_letter() {
    let texts = awkward();
    let campaign = campaign().returns("museum", &contents(texts.iter().map(String::as_str)));
    let ran = campaign.run();
    let Some(pdf) = assert_prints_the_report(&ran) else { return };
    assert_eq!(pdf.rows.iter().filter(|row| row.len() > 1).count(), texts.len());
    pdf.assert_sound();
    pdf.assert_accessible();
}

#[test]
fn letters_that_no_font_has_are_boxes_on_paper_and_letters_in_the_text() {
    let campaign = campaign().returns("museum", &contents(FOREIGN.into_iter()));
    let ran = campaign.run();
    let Some(pdf) = pdf_of(&ran).and_then(|path| Pdf::read(&path)) else { return };
    let said = pdf.rows.concat().concat();
    assert_eq!(said.matches("вечер").count(), FOREIGN.len());
    for letters in ["水", "한국", "ไทย", "🎉"] {
        assert!(said.contains(letters), "{letters}: {said}");
    }
    pdf.assert_sound();
    pdf.assert_accessible();
}

#[test]
fn two_runs_of_the_same_input_give_the_same_pdf() {
    let bytes = || {
        let campaign = campaign().returns("museum", &Returned::new().event(&[]).event(&[("title", "Лекции")]));
        pdf_of(&campaign.run()).map(|path| fs::read(path).unwrap())
    };
    let Some(first) = bytes() else { return };
    assert_eq!(first, bytes().unwrap());
    assert!(!String::from_utf8_lossy(&first).contains(env!("CARGO_MANIFEST_DIR")));
}

#[test]
fn validators_find_nothing_wrong_with_events_and_without_in_either_language() {
    let folder = tempfile::tempdir().unwrap();
    let Some(pdf) = demo(folder.path()).and_then(|path| Pdf::read(&path)) else { return };
    pdf.assert_sound();
    pdf.assert_accessible();
    assert!(pdf.rows.len() > 15);
    let english = Campaign::in_language("training-activities", "2024-03", Language::En)
        .institution("north", "Northern Training Centre");
    for silent in [campaign(), english] {
        let Some(pdf) = pdf_of(&silent.run()).and_then(|path| Pdf::read(&path)) else { return };
        pdf.assert_sound();
        pdf.assert_accessible();
    }
}

#[test]
fn a_signature_never_stands_on_a_page_of_its_own() {
    for rows in 3..12 {
        let returned = (0..rows).fold(Returned::new(), |returned, n| {
            returned.event(&[("title", &format!("Вечер № {n}")), ("start", &format!("2024-02-{:02}", n + 1))])
        });
        let campaign = campaign().returns("museum", &returned);
        let Some(pdf) = pdf_of(&campaign.run()).and_then(|path| Pdf::read(&path)) else { return };
        let last = pdf.pages.last().unwrap();
        assert!(last.contains("(подпись)"), "{rows} rows");
        assert!(last.contains(&format!("№ {}", rows - 1)), "{rows} rows: {last}");
    }
}

#[test]
fn a_section_heading_stands_on_the_page_of_its_first_row() {
    // Rows of growing number before the heading: at some number it would stand at the foot of the page.
    for rows in 4..14 {
        let returned = (0..rows).fold(Returned::new(), |returned, n| {
            returned.event(&[
                ("section", "Сотрудничество в сфере инвестиционного развития"),
                ("title", &format!("Встреча № {n}")),
                ("start", &format!("2024-02-{:02}", n + 1)),
            ])
        });
        let sport = [("section", "Сотрудничество в сфере спорта"), ("title", "Первый турнир раздела")];
        let campaign = campaign().returns("museum", &returned.event(&sport));
        let Some(pdf) = pdf_of(&campaign.run()).and_then(|path| Pdf::read(&path)) else { return };
        let heading = pdf.pages.iter().position(|page| page.contains("в сфере спорта"));
        assert_eq!(heading, pdf.pages.iter().position(|page| page.contains("Первый турнир")), "{rows} rows");
    }
}

#[test]
fn without_pdf_the_summary_says_so_and_no_old_pdf_is_left() {
    if cfg!(feature = "pdf") {
        return;
    }
    let campaign = campaign().returns("museum", &Returned::new().event(&[]));
    let report = campaign.run().artifact("report");
    let stale = report.with_extension("pdf");
    fs::write(&stale, "of an earlier run").unwrap();
    let output = campaign.command(&["run", "2024-Q1"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(said.contains("PDF нет"), "{said}");
    assert!(!stale.exists());
}
