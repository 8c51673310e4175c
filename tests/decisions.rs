//! What people decide: workbooks that svod published, filled in and dropped back; decisions from the command line; and
//! what is remembered of them.

use std::fs;

use crate::campaign::{Campaign, Returned};

/// Two institutions that tell of one tournament in different words.
fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("sport", "Комитет по спорту")
        .institution("school", "Спортивная школа «Старт»")
        .returns("sport", &Returned::new().event(&FIRST))
        .returns("school", &Returned::new().event(&SECOND))
}

const FIRST: [(&str, &str); 3] =
    [("title", "Международный турнир по настольному теннису «Горный мяч»"), ("start", "2024-02-17"), ("total", "120")];
const SECOND: [(&str, &str); 3] =
    [("title", "Участие в турнире по настольному теннису «Горный мяч»"), ("start", "2024-02-17"), ("total", "150")];

#[test]
fn the_consolidated_workbook_dropped_back_is_nobodys_return_and_is_kept() {
    let campaign = campaign();
    let first = campaign.run();
    let workbook = fs::read(first.artifact("workbook")).unwrap();
    campaign.drop_file("как-то переименована.xlsx", &workbook);
    let second = campaign.run();
    assert_eq!(second.tally(), first.tally());
    assert_eq!(second.codes("error"), Vec::<String>::new());
    assert!(campaign.root().join("2024-Q1/originals/0003 как-то переименована.xlsx").exists());
}

#[test]
fn a_workbook_of_another_workspace_or_period_is_refused_in_words() {
    let stranger = Campaign::new("international-events", "2024-Q1")
        .institution("sport", "Комитет по спорту")
        .returns("sport", &Returned::new().event(&[("title", "Совсем другой вечер")]));
    let foreign = fs::read(stranger.run().artifact("workbook")).unwrap();
    let campaign = campaign();
    let before = campaign.run();
    campaign.drop_file("чужая.xlsx", &foreign);
    let after = campaign.run();
    assert!(after.has("Q02"));
    assert_eq!(after.tally(), before.tally());
    assert!(campaign.root().join("2024-Q1/unusable/0003 чужая.xlsx.txt").exists());
}
