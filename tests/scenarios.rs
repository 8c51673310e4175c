//! What must never be joined, what must be asked once, and that order means nothing: each through workbooks in an inbox.

use serde_json::Value as Json;

use crate::campaign::{Campaign, Ran, Returned};

const LEAGUE: [(&str, &str); 2] =
    [("title", "Матчи хоккейной лиги «Ледовый круг»"), ("place", "г. Минск, Республика Беларусь, арена «Иней»")];

fn campaign() -> Campaign {
    ["sport", "school", "museum"]
        .into_iter()
        .fold(Campaign::new("international-events", "2024-Q1"), |campaign, code| {
            campaign.institution(code, &format!("Учреждение «{code}»"))
        })
}

fn event(file: Returned, common: &[(&'static str, &'static str)], own: &[(&'static str, &'static str)]) -> Returned {
    file.event(&[common, own].concat())
}

fn questions(ran: &Ran) -> u64 {
    ran.answer["questions"].as_u64().unwrap()
}

/// What is printed of the events and asked about, without the numbers and names of files.
fn said(ran: &Ran) -> (Vec<Json>, Vec<Json>) {
    let events = ran.events();
    let of = |list: &str, key: &str| -> Vec<Json> {
        events[list].as_array().unwrap().iter().map(|one| one[key].clone()).collect()
    };
    (of("events", "printed"), of("questions", "reasons"))
}

#[test]
fn rounds_of_a_league_that_differ_in_nothing_but_the_day_stay_two_whoever_sends_them() {
    let rounds = ["2024-01-14", "2024-02-18"];
    let of =
        |days: &[&'static str]| days.iter().fold(Returned::new(), |file, day| event(file, &LEAGUE, &[("start", *day)]));
    let by_one = campaign().returns("sport", &of(&rounds));
    let by_two = campaign().returns("sport", &of(&rounds[..1])).returns("school", &of(&rounds[1..]));
    let by_both = campaign().returns("sport", &of(&rounds)).returns("school", &of(&rounds));
    for (campaign, rows) in [(by_one, 2), (by_two, 2), (by_both, 4)] {
        let ran = campaign.run();
        assert_eq!((ran.tally(), questions(&ran)), ([rows, 2, rows - 2, 0, 0], 0));
    }
}

#[test]
fn an_umbrella_and_its_days_stay_four_and_nobody_is_asked() {
    let place = [("place", "г. Москва, выставочный центр «Ладья»")];
    let whole =
        [("title", "Участие в Международной выставке «Соседи»"), ("start", "2023-11-04"), ("end", "2024-07-08")];
    let day = |title, start| [("title", title), ("start", start)];
    let days = [
        day("Участие в Дне Приозёрской области в рамках Международной выставки «Соседи»", "2024-01-11"),
        day("Участие в Дне Луговской области в рамках Международной выставки «Соседи»", "2024-02-16"),
        day("Участие в Дне Заречной области в рамках Международной выставки «Соседи»", "2024-03-05"),
    ];
    let museum = event(Returned::new(), &place, &whole);
    let school = days.iter().fold(Returned::new(), |file, day| event(file, &place, day));
    let ran = campaign().returns("museum", &museum).returns("school", &school).run();
    assert_eq!((ran.tally(), questions(&ran)), ([4, 4, 0, 0, 0], 0), "{}", ran.answer["findings"]);
}

#[test]
fn one_event_worded_by_two_bodies_is_one_question_and_then_one_row_with_two_sources() {
    let day = [("place", "г. Москва, выставочный центр «Ладья»"), ("start", "2024-02-16")];
    let left =
        [("title", "Участие в официальном открытии Дня Луговской области в рамках Международной выставки «Соседи»")];
    let right = [("title", "Официальное открытие Дня Луговской области на выставке «Соседи»")];
    let campaign = campaign()
        .returns("sport", &event(Returned::new(), &day, &left))
        .returns("school", &event(Returned::new(), &day, &right));
    let asked = campaign.run();
    assert_eq!((asked.tally(), questions(&asked)), ([2, 2, 0, 0, 0], 1));
    assert!(campaign.command(&["decide", "1", "same"]).status.success());
    let ran = campaign.run();
    assert_eq!((ran.tally(), questions(&ran)), ([2, 1, 1, 0, 0], 0));
    assert_eq!(ran.events()["events"][0]["sources"].as_array().unwrap().len(), 2);
}

#[test]
fn a_head_count_of_120_against_150_is_the_leads_with_a_warning_and_never_their_sum() {
    let counted = |total, text| event(Returned::new(), &LEAGUE, &[("total", total), ("participants", text)]);
    let campaign = campaign()
        .returns("sport", &counted("120", "Общее количество участников – 120 человек"))
        .returns("school", &counted("150", "Общее количество участников – 150 человек"));
    let asked = campaign.run();
    assert_eq!((asked.tally(), questions(&asked)), ([2, 2, 0, 0, 0], 1));
    assert!(campaign.command(&["decide", "1", "same"]).status.success());
    let ran = campaign.run();
    assert_eq!(ran.tally(), [2, 1, 1, 0, 0]);
    assert_eq!(ran.events()["events"][0]["fields"]["total"], 120);
    let totals: Vec<Json> =
        ran.answer["findings"].as_array().unwrap().iter().map(|one| one["severity"].clone()).collect();
    assert!(totals.contains(&Json::from("warning")), "{}", ran.answer["findings"]);
    // The difference was seen when the two were joined: what is still asked says so.
    let open = ran.events()["questions"].clone();
    assert!(open.as_array().unwrap().iter().all(|one| one["reasons"].to_string().contains("уже решено")), "{open}");
}

#[test]
fn neither_the_order_of_files_nor_that_of_rows_changes_the_report() {
    let row = |title, start| [("title", title), ("start", start)];
    let rows = [
        row("Международный турнир по самбо «Кубок озёр»", "2024-02-03"),
        row("Выставка «Лён и море»", "2024-02-10"),
        row("Семинар судей по боксу", "2024-03-02"),
    ];
    let again = [row("Турнир по самбо «Кубок озёр»", "2024-02-03"), row("Выставка «Лён и море»", "2024-02-10")];
    let file = |rows: &[[(&'static str, &'static str); 2]], order: &[usize]| {
        order.iter().fold(Returned::new(), |file, at| event(file, &[], &rows[*at]))
    };
    let run = |files: [(&str, &Returned); 2]| {
        let campaign = files.into_iter().fold(campaign(), |campaign, (code, file)| campaign.returns(code, file));
        said(&campaign.run())
    };
    let expected = run([("sport", &file(&rows, &[0, 1, 2])), ("school", &file(&again, &[0, 1]))]);
    assert_eq!((expected.0.len(), expected.1.len()), (4, 1));
    for (mine, theirs) in [([2, 1, 0], [1, 0]), ([1, 2, 0], [0, 1])] {
        let (sport, school) = (file(&rows, &mine), file(&again, &theirs));
        assert_eq!(run([("school", &school), ("sport", &sport)]), expected);
        assert_eq!(run([("sport", &sport), ("school", &school)]), expected);
    }
}
