//! The measure: a real report of 28 events, split over twelve institutions, typed into templates, and run. Reads
//! `../shared/seed` where that folder is present.

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value as Json;

use crate::campaign::tools::{libreoffice, shared};
use crate::campaign::{Campaign, Ran, Returned};

const CODES: [&str; 12] = ["i01", "i02", "i03", "i04", "i05", "i06", "i07", "i08", "i09", "i10", "i11", "i12"];

struct Seed {
    events: Vec<Json>,
    closing: String,
}

fn seed() -> Option<Seed> {
    let text = fs::read_to_string(shared("seed/events.json")?).unwrap();
    let json: Json = serde_json::from_str(&text).unwrap();
    Some(Seed {
        events: json["events"].as_array().unwrap().clone(),
        closing: json["closing"]["raw"].as_str().unwrap().to_owned(),
    })
}

fn text<'a>(event: &'a Json, pointer: &str) -> &'a str {
    event.pointer(pointer).and_then(Json::as_str).unwrap_or_else(|| panic!("{pointer} in {event}"))
}

/// White space folded, as a reader sees it.
fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The row that an institution types: a day or a run of days in their cells, what does not fit there as text.
fn cells(event: &Json) -> Vec<(&'static str, String)> {
    let mut cells = vec![
        ("section", text(event, "/section").to_owned()),
        ("title", text(event, "/title_raw").to_owned()),
        ("place", text(event, "/place/raw").to_owned()),
        ("content", text(event, "/content_raw").to_owned()),
        ("participants", text(event, "/participants/raw").to_owned()),
    ];
    let intervals = event["date"]["intervals"].as_array().unwrap();
    if intervals.len() == 1 && event["date"]["precision"] == "day" {
        cells.push(("start", text(event, "/date/intervals/0/start").to_owned()));
        if intervals[0]["start"] != intervals[0]["end"] {
            cells.push(("end", text(event, "/date/intervals/0/end").to_owned()));
        }
    } else {
        cells.push(("dates_text", text(event, "/date/raw").to_owned()));
    }
    cells
}

/// The seed over twelve institutions: event `n` goes to the one that `owner` names; those of `twice` to the next, too.
fn returns(seed: &Seed, twice: &[usize]) -> BTreeMap<&'static str, Returned> {
    let mut returns: BTreeMap<_, _> = CODES.iter().map(|code| (*code, Returned::new())).collect();
    let mut give = |owner: usize, event: &Json| {
        let cells = cells(event);
        let cells: Vec<_> = cells.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let code = CODES[owner % CODES.len()];
        let with = returns.remove(code).unwrap_or_default().row(&cells);
        returns.insert(code, with);
    };
    for (index, event) in seed.events.iter().enumerate() {
        // Scattered, so that neighbours in the report come from different files.
        give(index * 5, event);
        if twice.contains(&(index + 1)) {
            give(index * 5 + 3, event);
        }
    }
    let first = returns.remove(CODES[0]).unwrap_or_default().with("receptions", "2");
    returns.insert(CODES[0], first);
    let second = returns.remove(CODES[1]).unwrap_or_default().with("receptions", "1");
    returns.insert(CODES[1], second);
    returns
}

fn campaign() -> Campaign {
    CODES.iter().fold(Campaign::new("international-events", "2024-Q1"), |campaign, code| {
        campaign.institution(code, &format!("Учреждение {}", &code[1..]))
    })
}

/// Order, numbers, sections, wording of dates, places, participants, closing sentence: as in the seed.
fn assert_is_the_seed(ran: &Ran, seed: &Seed) {
    let errors = ran.answer["findings"].as_array().unwrap().iter().filter(|finding| finding["severity"] == "error");
    assert_eq!(errors.collect::<Vec<_>>(), Vec::<&Json>::new());
    let document = ran.events();
    let events = document["events"].as_array().unwrap();
    assert_eq!(events.len(), 28);
    let sections: std::collections::BTreeSet<_> =
        events.iter().map(|event| event["section"]["label"].to_string()).collect();
    assert_eq!(sections.len(), 9);
    for (event, expected) in events.iter().zip(&seed.events) {
        let n = expected["n"].as_u64().unwrap();
        let printed: Vec<_> =
            event["printed"].as_array().unwrap().iter().map(|cell| folded(cell.as_str().unwrap())).collect();
        assert_eq!(event["number"], n);
        assert_eq!(text(event, "/section/label"), text(expected, "/section"), "section of {n}");
        assert_eq!(printed[0], format!("{n}."));
        assert_eq!(printed[1], folded(text(expected, "/title")), "title of {n}");
        assert_eq!(unbroken(&printed[2]), unbroken(&folded(text(expected, "/place/raw"))), "place of {n}");
        assert_eq!(printed[3], folded(text(expected, "/date/raw")), "dates of {n}");
        assert_eq!(printed[4], folded(text(expected, "/content")), "content of {n}");
        assert_eq!(printed[5], folded(text(expected, "/participants/clean")), "participants of {n}");
        assert_eq!(event["understood"]["total"], expected["participants"]["total"], "total of {n}");
    }
    let page = crate::page::printed(&fs::read_to_string(ran.artifact("page")).unwrap());
    let rows: Vec<_> = page.iter().filter(|row| row.len() > 1).collect();
    assert_eq!((rows.len(), page.len() - rows.len()), (28, 9), "rows and sections of the page");
    for (row, event) in rows.iter().zip(events) {
        let cells = event["printed"].as_array().unwrap().iter().map(|cell| folded(cell.as_str().unwrap()));
        assert_eq!(**row, cells.collect::<Vec<_>>());
    }
    if let Some(pdf) = crate::pdf::assert_prints_the_report(ran) {
        let sections = pdf.rows.iter().filter(|row| row.len() == 1).count();
        assert_eq!(sections, 9, "sections of the PDF");
        assert!(folded(&pdf.pages.concat()).contains(&folded(&seed.closing)));
    }
    assert_eq!(folded(document["closing"].as_str().unwrap()), folded(&seed.closing));
}

/// The seed in the returns of twelve institutions, some events of it in two, and what `svod run` makes of them.
pub(crate) fn ran() -> Option<(Campaign, Ran)> {
    let seed = seed()?;
    let returns = returns(&seed, &[7, 13]);
    let campaign = returns.into_iter().fold(campaign(), |campaign, (code, returned)| campaign.returns(code, &returned));
    let ran = campaign.run();
    Some((campaign, ran))
}

/// An address that a line end broke in the seed may be joined again.
fn unbroken(place: &str) -> String {
    place.replace(".by/ ru/", ".by/ru/")
}

#[test]
fn the_seed_split_over_twelve_institutions_comes_out_as_the_seed() {
    let Some(seed) = seed() else { return };
    let twice = [7, 13, 17, 18, 27];
    let mut campaign = campaign();
    for (code, returned) in returns(&seed, &twice) {
        campaign = campaign.returns(code, &returned);
    }
    let ran = campaign.run();
    assert_is_the_seed(&ran, &seed);
    crate::brief::assert_is_one_page(&ran.answer);
    assert_eq!(ran.tally(), [33, 28, 5, 0, 0]);
    let events = ran.events();
    for n in twice {
        assert_eq!(events["events"][n - 1]["sources"].as_array().unwrap().len(), 2, "event {n} has two sources");
    }
}

#[test]
fn the_seed_typed_in_libreoffice_and_saved_as_xlsx_ods_and_xls_comes_out_as_the_seed() {
    let Some(seed) = seed() else { return };
    let mut campaign = campaign();
    let folder = tempfile::tempdir().unwrap();
    for (index, (code, returned)) in returns(&seed, &[7, 13]).iter().enumerate() {
        let format = ["ods", "xls", "xlsx"][index % 3];
        let issued = folder.path().join(format!("{code}.xlsx"));
        fs::write(&issued, campaign.workbook(code, returned)).unwrap();
        let saved = folder.path().join("saved");
        fs::create_dir_all(&saved).unwrap();
        let Some(saved) = libreoffice(&issued, format, &saved) else { return };
        campaign = campaign.file(&format!("{code}.{format}"), &fs::read(saved).unwrap());
    }
    let ran = campaign.run();
    assert_is_the_seed(&ran, &seed);
    assert_eq!(ran.tally(), [30, 28, 2, 0, 0]);
}

#[test]
fn rounds_of_a_league_and_the_days_of_an_umbrella_stay_apart_whoever_sends_them() {
    let Some(seed) = seed() else { return };
    let of = |numbers: &[usize]| {
        numbers.iter().fold(Returned::new(), |returned, n| {
            let cells = cells(&seed.events[n - 1]);
            let cells: Vec<_> = cells.iter().map(|(key, value)| (*key, value.as_str())).collect();
            returned.row(&cells)
        })
    };
    let by_one = campaign().returns("i01", &of(&[19, 12, 24, 20, 23, 25]));
    let by_two = campaign().returns("i01", &of(&[19, 12, 24])).returns("i02", &of(&[20, 23, 25]));
    for campaign in [by_one, by_two] {
        let ran = campaign.run();
        assert_eq!(ran.tally(), [6, 6, 0, 0, 0]);
        assert_eq!(ran.answer["questions"], 0);
    }
}
