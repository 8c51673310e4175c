//! The printed page: what a reader holds in the hand says every word of the report, and says it right.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value as Json;
use svod::form;

use crate::campaign::tools::{libreoffice, program_made};
use crate::campaign::{Campaign, Ran, Returned};
use crate::seed;

/// The words of a document as LibreOffice prints it, each as often as it stands on its pages.
fn printed(document: &Path) -> Option<BTreeMap<String, usize>> {
    let folder = tempfile::tempdir().unwrap();
    words_of(&libreoffice(document, "pdf", folder.path())?)
}

/// The words of a PDF.
fn words_of(pdf: &Path) -> Option<BTreeMap<String, usize>> {
    let text = program_made("pdftotext", Command::new("pdftotext").arg("-layout").arg(pdf).arg("-"))?;
    let mut words = BTreeMap::new();
    // The hyphen that a program sets at the end of a line is a soft one in a tagged PDF.
    let text = text.replace('\u{ad}', "-");
    text.split_whitespace().for_each(|word| *words.entry(word.to_owned()).or_default() += 1);
    Some(words)
}

/// Takes a word off the page: whole, or, where its column was too narrow for it, in the parts that it was broken into, with or
/// without a hyphen.
fn take(words: &mut BTreeMap<String, usize>, word: &str) -> bool {
    if word.is_empty() {
        return true;
    }
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).rev();
    let parts = ends.flat_map(|end| [(end, word[..end].to_owned()), (end, format!("{}-", &word[..end]))]);
    for (end, part) in parts {
        let Some(n) = words.get_mut(&part).filter(|n| **n > 0) else { continue };
        *n -= 1;
        if take(words, &word[end..]) {
            return true;
        }
        *words.get_mut(&part).unwrap() += 1;
    }
    false
}

/// All that the report says, as `events.json` has it.
fn said(ran: &Ran) -> Vec<String> {
    let document = ran.events();
    let mut all: Vec<String> = Vec::new();
    let texts = |value: &Json| -> Vec<String> {
        value.as_array().into_iter().flatten().map(|one| one.as_str().unwrap().to_owned()).collect()
    };
    all.extend(texts(&document["title"]));
    all.extend(texts(&document["remarks"]));
    all.extend(document["closing"].as_str().map(str::to_owned));
    let mut section = &Json::Null;
    for event in document["events"].as_array().unwrap() {
        if event["section"]["label"] != *section {
            section = &event["section"]["label"];
            all.extend(section.as_str().map(str::to_owned));
        }
        all.extend(texts(&event["printed"]));
    }
    all
}

/// Asserts that the pages say everything that the report says, its headings and the captions of the signature among it.
fn assert_all_is_printed(ran: &Ran, headings: &[&str]) {
    let mut all = said(ran);
    all.extend(headings.iter().map(|heading| (*heading).to_owned()));
    all.extend(["(должность)", "(подпись)", "(инициалы, фамилия)"].map(str::to_owned));
    let pdf = cfg!(feature = "pdf").then(|| words_of(&ran.artifact("pdf"))).flatten();
    for mut words in printed(&ran.artifact("report")).into_iter().chain(pdf) {
        let words_said = all.iter().flat_map(|text| text.split_whitespace());
        let lost: Vec<&str> = words_said.filter(|word| !take(&mut words, word)).collect();
        assert!(lost.is_empty(), "{} words are not on the pages: {:?}", lost.len(), &lost[..lost.len().min(40)]);
    }
}

/// The headings of a form's report.
fn headings(form: &form::Form) -> Vec<&str> {
    form.report.columns.iter().map(|column| column.heading.get(svod::words::Language::Ru)).collect()
}

#[test]
fn every_word_of_the_seed_s_report_stands_on_the_pages_of_its_word_document() {
    let Some((campaign, ran)) = seed::ran() else { return };
    assert_all_is_printed(&ran, &headings(campaign.form()));
}

/// So many words that stand nowhere else, each of four letters.
fn words(from: &mut u32, n: u32) -> String {
    let letter = |digit: char| ['б', 'а', 'в', 'е', 'г', 'и', 'д', 'о', 'л', 'у'][digit.to_digit(10).unwrap() as usize];
    let words: Vec<String> = (*from..*from + n).map(|word| word.to_string().chars().map(letter).collect()).collect();
    *from += n;
    words.join(" ")
}

/// The built-in form with other wordings and widths: pairs of what is replaced, and by what.
fn form_with(folder: &Path, changes: &[(&str, &str)]) -> std::path::PathBuf {
    let mut text = form::builtin("international-events").unwrap().to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let path = folder.join("form.toml");
    fs::write(&path, text).unwrap();
    path
}

/// Rows of every height up to several pages: long texts, many short lines, a long title in a narrow column.
fn awkward() -> Returned {
    let mut from = 1000;
    let mut returned = Returned::new().with("receptions", "2");
    for (n, day) in (60..420).step_by(24).zip(10..) {
        let (content, title, start) = (words(&mut from, n), words(&mut from, 4), format!("2024-01-{day}"));
        returned = returned.event(&[("content", &content), ("title", &title), ("start", &start)]);
    }
    let lines: Vec<String> = (0..90).map(|_| words(&mut from, 1)).collect();
    let (title, lines) = (words(&mut from, 198), lines.join("\n"));
    returned = returned.event(&[("title", &title), ("start", "2024-02-02")]);
    returned = returned.event(&[("title", &words(&mut from, 3)), ("content", &lines), ("start", "2024-02-03")]);
    let other = "Сотрудничество в сфере спорта";
    let (content, people) = (words(&mut from, 1590), words(&mut from, 700));
    returned = returned.event(&[("title", &words(&mut from, 3)), ("content", &content), ("section", other)]);
    returned = returned.event(&[("title", &words(&mut from, 3)), ("participants", &people), ("section", other)]);
    returned.event(&[("title", &words(&mut from, 3)), ("content", &words(&mut from, 180)), ("section", other)])
}

/// An awkward report on a form with these changes.
fn assert_awkward_is_printed(changes: &[(&str, &str)]) {
    let folder = tempfile::tempdir().unwrap();
    let form = form_with(folder.path(), changes);
    let campaign = Campaign::with_form(form.to_str().unwrap(), "2024-Q1").institution("museum", "Музей у озера");
    assert_returned_is_printed(&campaign.returns("museum", &awkward()));
}

fn assert_returned_is_printed(campaign: &Campaign) {
    let ran = campaign.run();
    assert_eq!(ran.tally(), [20, 20, 0, 0, 0], "{}", ran.answer["findings"]);
    assert_all_is_printed(&ran, &headings(campaign.form()));
}

#[test]
fn rows_of_any_height_lose_no_word_where_they_meet_the_end_of_a_page() {
    assert_awkward_is_printed(&[]);
}

#[test]
fn a_narrow_column_and_long_headings_lose_no_word() {
    let section = format!("Сотрудничество в сфере спорта {}", "и физической культуры ".repeat(9));
    let heading = format!("Цель, содержание {}", "и результат мероприятия ".repeat(30));
    assert_awkward_is_printed(&[
        ("{ ru = \"Сотрудничество в сфере спорта\"", &format!("{{ ru = \"{}\"", section.trim())),
        ("aliases = [\"Спорт\"", "aliases = [\"Сотрудничество в сфере спорта\", \"Спорт\""),
        ("Цель, содержание и результат мероприятия (в том", &format!("{heading}(в том")),
        ("width = 75", "width = 22"),
    ]);
}

/// A letterhead on A5 across, with a header of twelve lines that is far higher than its margin.
fn letterhead() -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org";
    let (w, r) = (format!("{main}/wordprocessingml/2006/main"), format!("{main}/officeDocument/2006/relationships"));
    let line = "<w:p><w:r><w:t>ПРАВИТЕЛЬСТВО ОБЛАСТИ</w:t></w:r></w:p>";
    let document = format!(
        r#"<w:document xmlns:w="{w}" xmlns:r="{r}"><w:body><w:p><w:r><w:t>{{{{report}}}}</w:t></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="h"/><w:pgSz w:w="11906" w:h="8391" w:orient="landscape"/><w:pgMar w:left="850" w:right="850" w:top="850" w:bottom="850" w:header="400" w:footer="400" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    );
    let relations = |all: &[(&str, &str, &str)]| {
        let one = |(id, kind, target): &(&str, &str, &str)| {
            format!(r#"<Relationship Id="{id}" Type="{r}/{kind}" Target="{target}"/>"#)
        };
        let all: String = all.iter().map(one).collect();
        format!(r#"<Relationships xmlns="{main}/package/2006/relationships">{all}</Relationships>"#)
    };
    let part = |name: &str, kind: &str| {
        format!(
            r#"<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>"#
        )
    };
    let types = [("document", "document.main"), ("styles", "styles"), ("header1", "header")];
    let types: String = types.into_iter().map(|(name, kind)| part(name, kind)).collect();
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [
        (
            "[Content_Types].xml",
            format!(
                r#"<Types xmlns="{main}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>"#
            ),
        ),
        ("_rels/.rels", relations(&[("d", "officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", relations(&[("s", "styles", "styles.xml"), ("h", "header", "header1.xml")])),
        ("word/document.xml", document),
        ("word/styles.xml", format!(r#"<w:styles xmlns:w="{w}"></w:styles>"#)),
        ("word/header1.xml", format!(r#"<w:hdr xmlns:w="{w}">{}</w:hdr>"#, line.repeat(12))),
    ] {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_letterhead_on_small_paper_under_a_high_header_loses_no_word() {
    let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Музей у озера");
    fs::write(campaign.root().join("blank.docx"), letterhead()).unwrap();
    let settings = campaign.root().join("svod.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("letterhead = \"blank.docx\"\n{text}")).unwrap();
    assert_returned_is_printed(&campaign.returns("museum", &awkward()));
}

#[test]
fn a_header_row_higher_than_the_page_stands_once_and_loses_no_word() {
    let heading = format!("Цель, содержание {}", "и результат мероприятия ".repeat(60));
    assert_awkward_is_printed(&[
        ("Цель, содержание и результат мероприятия (в том", &format!("{heading}(в том")),
        ("width = 75", "width = 24"),
    ]);
}

#[test]
fn the_list_of_what_changed_in_very_long_texts_loses_no_word() {
    let mut from = 1000;
    let (before, after) = (words(&mut from, 1200), words(&mut from, 1200));
    let campaign = Campaign::new("international-events", "2024-Q1").institution("museum", "Музей у озера");
    let campaign = campaign.returns("museum", &Returned::new().event(&[("content", &before)]));
    campaign.run();
    campaign.command(&["publish", "2024-Q1"]);
    let campaign = campaign.returns("museum", &Returned::new().event(&[("content", &after)]));
    campaign.run();
    campaign.command(&["publish", "2024-Q1"]);
    let edition = fs::read_dir(campaign.root().join("2024-Q1/edition-2")).unwrap().map(|entry| entry.unwrap().path());
    let is_the_list = |path: &std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("Что изменилось") && name.ends_with(".docx")
    };
    let Some(mut on_the_pages) = printed(&edition.into_iter().find(is_the_list).unwrap()) else { return };
    let all = before.split(' ').chain(after.split(' '));
    let lost: Vec<&str> = all.filter(|word| !take(&mut on_the_pages, word)).collect();
    assert_eq!(lost, Vec::<&str>::new());
}

/// The text of a document, as LibreOffice reads it, white space folded.
fn text_of(document: &Path) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let text = libreoffice(document, "txt", folder.path())?;
    Some(fs::read_to_string(text).unwrap().split_whitespace().collect::<Vec<_>>().join(" "))
}

/// What a page says, without its markup, white space folded.
fn said_on_the_page(ran: &Ran) -> String {
    let page = fs::read_to_string(ran.artifact("page")).unwrap();
    let text: String = page.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_summary_of_the_seed_counts_participants_and_visitors_apart() {
    let Some((_campaign, ran)) = seed::ran() else { return };
    let mut by_unit: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for event in ran.events()["events"].as_array().unwrap() {
        if let Some(total) = event["understood"]["total"].as_u64() {
            let unit = event["understood"]["unit"].as_str().unwrap().to_owned();
            let (events, people) = by_unit.entry(unit).or_default();
            (*events, *people) = (*events + 1, *people + total);
        }
    }
    let expected = [("participant", (10, 1386)), ("visitor", (2, 1962))];
    assert_eq!(by_unit, expected.map(|(unit, counts)| (unit.to_owned(), counts)).into());
    let page = said_on_the_page(&ran);
    let brief = text_of(&ran.artifact("brief"));
    for said in brief.iter().chain([&page]) {
        assert!(said.contains("1386") && said.contains("1962") && !said.contains("3348"), "{said}");
    }
}

/// Three institutions are asked; what each of them counts, if anything: `None` is silence, an empty text an answer without a number.
fn receptions(campaign: Campaign, counted: [Option<&str>; 3]) -> Campaign {
    ["museum", "library", "school"].into_iter().zip(counted).fold(campaign, |campaign, (code, counted)| {
        let Some(counted) = counted else { return campaign };
        let title = format!("Вечер гитарной музыки: {code}");
        let returned = Returned::default().event(&[("title", &title), ("place", code)]);
        let returned = if counted.is_empty() { returned } else { returned.with("receptions", counted) };
        campaign.returns(code, &returned)
    })
}

fn three() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("museum", "Музей у озера")
        .institution("library", "Библиотека у моста")
        .institution("school", "Школа на холме")
}

#[test]
fn the_closing_sentence_says_of_how_many_organisations_it_is_where_some_gave_no_number() {
    for (counted, said) in [
        ([Some("2"), Some("1"), Some("0")], "В I квартале 2024 года состоялись 3 встречи"),
        ([Some("2"), Some("1"), None], "В I квартале 2024 года (по сведениям 2 из 3 организаций) состоялись 3 встречи"),
        ([Some("3"), Some(""), None], "В I квартале 2024 года (по сведениям 1 из 3 организаций) состоялись 3 встречи"),
    ] {
        let campaign = receptions(three(), counted);
        let ran = campaign.run();
        let closing = ran.events()["closing"].as_str().unwrap().to_owned();
        assert!(closing.starts_with(said), "{closing}");
        assert!(closing.ends_with("(пл. Ленина, д. 1)"), "{closing}");
        let page = said_on_the_page(&ran);
        assert!(page.contains(said), "{page}");
        if let Some(document) = text_of(&ran.artifact("report")) {
            assert!(document.contains(said), "{document}");
        }
    }
    let campaign = receptions(three(), [Some(""), None, None]);
    let ran = campaign.run();
    assert_eq!(ran.events()["closing"], Json::Null, "of nobody's numbers there is no sum");
}

#[test]
fn a_file_that_cannot_be_used_is_missing_from_the_closing_sentence_like_silence() {
    let campaign = receptions(three(), [Some("2"), Some("1"), None]);
    let campaign = campaign.file("Школа на холме.xlsx", b"no workbook");
    let ran = campaign.run();
    let closing = ran.events()["closing"].as_str().unwrap().to_owned();
    assert!(closing.contains("(по сведениям 2 из 3 организаций)"), "{closing}");
}

#[test]
fn a_year_says_who_gave_its_number_in_every_quarter_that_was_run() {
    let campaign = receptions(three(), [Some("2"), Some("1"), Some("1")]);
    campaign.run();
    let campaign = receptions(campaign.in_period("2024-Q2"), [Some("4"), None, None]);
    campaign.run();
    let output = campaign.command(&["publish", "2024", "--format", "json"]);
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    let events = answer["artifacts"].as_array().unwrap().iter().find(|one| one["kind"] == "events").unwrap();
    let events: Json = serde_json::from_slice(&fs::read(events["path"].as_str().unwrap()).unwrap()).unwrap();
    let said = "В 2024 году (полные сведения дала 1 из 3 организаций) состоялось 8 встреч";
    assert!(events["closing"].as_str().unwrap().starts_with(said), "{}", events["closing"]);
}

#[test]
fn a_closing_sentence_that_has_no_place_for_it_says_it_at_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let form = form_with(
        folder.path(),
        &[("{ $Period-in }{ $reported } {", "{ $Period-in } {"), ("{ $reception-hall }'''", "{ $reception-hall }.'''")],
    );
    let campaign = Campaign::with_form(form.to_str().unwrap(), "2024-Q1")
        .institution("museum", "Музей у озера")
        .institution("library", "Библиотека у моста")
        .institution("school", "Школа на холме");
    let campaign = receptions(campaign, [Some("2"), None, None]);
    let ran = campaign.run();
    let closing = ran.events()["closing"].as_str().unwrap().to_owned();
    assert!(closing.ends_with("(пл. Ленина, д. 1) (по сведениям 1 из 3 организаций)."), "{closing}");
}

#[test]
fn the_second_quarter_and_half_year_twenty_one_events_and_a_hundred_and_four_people_are_said_in_good_russian() {
    let campaign = Campaign::new("international-events", "2024-Q2").institution("museum", "Музей у озера");
    let mut returned = Returned::new().with("receptions", "1");
    for day in 1..=21 {
        let (title, start) = (format!("Вечер песни: программа {day} дня"), format!("2024-05-{day:02}"));
        let people = format!("Общее количество участников – {} человек", if day == 1 { 104 } else { 40 });
        returned = returned.event(&[("title", &title), ("start", &start), ("participants", &people)]);
    }
    let campaign = campaign.returns("museum", &returned);
    let ran = campaign.run();
    assert_eq!(ran.tally(), [21, 21, 0, 0, 0], "{}", ran.answer["findings"]);
    let events = ran.events();
    assert_eq!(events["title"][2], "во II квартале 2024 года");
    assert!(
        events["closing"].as_str().unwrap().starts_with("Во II квартале 2024 года состоялась 1 встреча"),
        "{}",
        events["closing"]
    );
    let page = said_on_the_page(&ran);
    assert!(page.contains("численность указана в 21 из 21 мероприятия"), "{page}");
    if let Some(brief) = text_of(&ran.artifact("brief")) {
        assert!(brief.contains("104 участника") && !brief.contains("104 участников"), "{brief}");
        assert!(brief.contains("Во II квартале 2024 года проведено 21 мероприятие"), "{brief}");
    }
    campaign.command(&["publish", "2024-H1"]);
    let later = campaign.in_period("2024-Q4").returns("museum", &Returned::new().event(&[("start", "2024-11-05")]));
    later.run();
    let output = later.command(&["publish", "2024-H2", "--format", "json"]);
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    let events = answer["artifacts"].as_array().unwrap().iter().find(|one| one["kind"] == "events").unwrap();
    let events: Json = serde_json::from_slice(&fs::read(events["path"].as_str().unwrap()).unwrap()).unwrap();
    assert_eq!(events["title"][2], "во II полугодии 2024 года");
}
