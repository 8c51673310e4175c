//! What people decide: workbooks that svod published, filled in and dropped back; decisions from the command line; and
//! what is remembered of them.

use std::fs;
use std::path::PathBuf;

use serde_json::Value as Json;

use crate::campaign::tools::Opened;
use crate::campaign::{Campaign, Ran, Returned};

const FIRST: [(&str, &str); 4] = [
    ("title", "Международный турнир по настольному теннису «Горный мяч»"),
    ("start", "2024-02-17"),
    ("total", "120"),
    ("participants", "Общее количество участников – 120 человек"),
];
const SECOND: [(&str, &str); 4] = [
    ("title", "Открытый турнир по настольному теннису «Горный мяч»"),
    ("start", "2024-02-17"),
    ("total", "150"),
    ("participants", "Общее количество участников – 150 человек"),
];

fn empty() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("sport", "Комитет по спорту")
        .institution("school", "Спортивная школа «Старт»")
}

/// Two institutions that tell of one tournament in different words.
fn campaign() -> Campaign {
    empty().returns("sport", &Returned::new().event(&FIRST)).returns("school", &Returned::new().event(&SECOND))
}

fn questions(ran: &Ran) -> u64 {
    ran.answer["questions"].as_u64().unwrap()
}

fn decisions(ran: &Ran) -> u64 {
    ran.answer["decisions"].as_u64().unwrap()
}

fn totals(ran: &Ran) -> Vec<Json> {
    ran.events()["events"].as_array().unwrap().iter().map(|event| event["fields"]["total"].clone()).collect()
}

/// `svod decide …`, its exit status and its answer.
fn decide(campaign: &Campaign, args: &[&str]) -> (i32, Json) {
    let mut all = vec!["decide", "--format", "json"];
    all.extend(args);
    let output = campaign.command(&all);
    let answer = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    (output.status.code().unwrap(), answer)
}

/// Fills in the workbook of questions with LibreOffice and drops it into the inbox.
fn answer(campaign: &Campaign, ran: &Ran, name: &str, answers: &[(&str, &str)]) -> Option<()> {
    let format = name.rsplit('.').next().unwrap();
    let bytes = Opened::of(&ran.artifact("questions"))?.saved(answers, format);
    campaign.drop_file(name, &bytes);
    Some(())
}

fn original(campaign: &Campaign, name: &str) -> PathBuf {
    campaign.root().join("2024-Q1/originals").join(name)
}

#[test]
fn the_consolidated_workbook_dropped_back_is_nobodys_return_and_is_kept() {
    let campaign = campaign();
    let first = campaign.run();
    let workbook = fs::read(first.artifact("workbook")).unwrap();
    campaign.drop_file("как-то переименована.xlsx", &workbook);
    let second = campaign.run();
    assert_eq!(second.tally(), first.tally());
    assert_eq!(second.codes("error"), Vec::<String>::new());
    assert!(original(&campaign, "0003 как-то переименована.xlsx").exists());
}

#[test]
fn a_workbook_of_another_workspace_is_refused_in_words() {
    let stranger = empty()
        .returns("sport", &Returned::new().event(&FIRST))
        .returns("school", &Returned::new().event(&SECOND).event(&[("title", "Ещё один вечер")]));
    let foreign = stranger.run();
    let campaign = campaign();
    let before = campaign.run();
    for kind in ["workbook", "questions"] {
        campaign.drop_file(&format!("{kind}.xlsx"), &fs::read(foreign.artifact(kind)).unwrap());
    }
    let after = campaign.run();
    assert_eq!(after.codes("error"), ["Q02", "Q02"]);
    assert_eq!((after.tally(), questions(&after)), (before.tally(), questions(&before)));
    assert!(campaign.root().join("2024-Q1/unusable/0003 questions.xlsx.txt").exists());
}

#[test]
fn a_workbook_of_another_period_is_refused_in_words() {
    let campaign = campaign();
    let workbook = fs::read(campaign.run().artifact("questions")).unwrap();
    campaign.drop_file("Вопросы.xlsx", &workbook);
    let output = campaign.command(&["run", "2024-Q2", "--format", "json"]);
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["findings"][0]["code"], "Q02", "{}", answer["findings"]);
}

#[test]
fn a_workbook_filled_in_with_libreoffice_is_taken_once_and_remembered() {
    for name in ["Наши ответы.xlsx", "ответы.ods"] {
        let campaign = campaign();
        let asked = campaign.run();
        assert_eq!((asked.tally(), questions(&asked), asked.code), ([2, 2, 0, 0, 0], 1, 1));
        let answers = [("svod-answer", "одно мероприятие"), ("svod-choice total", "справа"), ("svod-note", "спросила")];
        let Some(()) = answer(&campaign, &asked, name, &answers) else { return };
        let answered = campaign.run();
        assert_eq!(answered.tally(), [2, 1, 1, 0, 0], "{name}: {}", answered.answer["findings"]);
        assert_eq!((questions(&answered), decisions(&answered), answered.code), (0, 1, 0));
        assert_eq!(totals(&answered), [150], "the right one's number, and never 270");
        assert!(original(&campaign, &format!("0003 {name}")).exists());
        assert!(!asked.artifact("questions").exists(), "nothing is asked any more");
        let event = &answered.events()["events"][0];
        assert_eq!(event["sources"].as_array().unwrap().len(), 2);
        assert_eq!(event["decided"]["total"], 1);
        assert_eq!(answered.events()["decisions"][0]["note"], "спросила");
        let again = campaign.run();
        assert!(again.artifacts() == answered.artifacts(), "{name}: the same decisions give the same bytes");
    }
}

#[test]
fn half_of_the_answers_give_what_they_give_and_the_same_file_twice_is_taken_once() {
    let campaign = three_questions();
    let asked = campaign.run();
    let Some(()) = answer(&campaign, &asked, "1.xlsx", &[("svod-answer", "одно: верна правая строка")])
    else {
        return;
    };
    let half = campaign.run();
    assert_eq!((questions(&half), decisions(&half)), (2, 1));
    assert_eq!(half.tally()[2], 1);
    let bytes = fs::read(original(&campaign, "0003 1.xlsx")).unwrap();
    campaign.drop_file("то же самое.xlsx", &bytes);
    assert_eq!(decisions(&campaign.run()), 1, "the same file twice is one decision");
    let (_, answer) = decide(&campaign, &["--list"]);
    assert_eq!(answer["decisions"].as_array().unwrap().len(), 1);
}

#[test]
fn a_later_workbook_takes_the_place_of_an_earlier_one() {
    let campaign = campaign();
    let Some(opened) = Opened::of(&campaign.run().artifact("questions")) else { return };
    for (name, word, merged) in [("1.xlsx", "одно мероприятие", 1), ("2.xlsx", "разные мероприятия", 0)]
    {
        campaign.drop_file(name, &opened.saved(&[("svod-answer", word)], "xlsx"));
        assert_eq!(campaign.run().tally()[2], merged, "{word}");
    }
    let (_, kept) = decide(&campaign, &["--list"]);
    let states: Vec<_> = kept["decisions"].as_array().unwrap().iter().map(|decision| &decision["state"]).collect();
    assert_eq!(states, ["replaced", "stands"]);
}

/// Three events that two institutions tell of in different words and with different totals.
fn three_questions() -> Campaign {
    let days = ["2024-02-03", "2024-02-10", "2024-02-17"];
    let file = |titles: [&'static str; 3], total: &'static str| {
        days.iter().zip(titles).fold(Returned::new(), |file, (day, title)| {
            file.event(&[
                ("title", title),
                ("start", *day),
                ("total", total),
                ("participants", "Спортсмены двух стран"),
            ])
        })
    };
    let short = ["Турнир по самбо", "Семинар судей по боксу", "Встреча тренеров по гребле"];
    let long = ["Открытый турнир по самбо", "Областной семинар судей по боксу", "Рабочая встреча тренеров по гребле"];
    empty().returns("sport", &file(short, "40")).returns("school", &file(long, "42"))
}

#[test]
fn words_that_answer_nothing_are_a_finding_and_the_question_is_asked_again() {
    let campaign = three_questions();
    let asked = campaign.run();
    assert_eq!(questions(&asked), 3);
    let answers = [
        ("1/svod-answer", "спросить у Петровой"),
        ("2/svod-choice total", "справа"),
        ("3/svod-answer", "одно мероприятие"),
        ("3/svod-choice total", "135"),
    ];
    let Some(()) = answer(&campaign, &asked, "ответы.xlsx", &answers) else { return };
    let answered = campaign.run();
    assert_eq!((questions(&answered), decisions(&answered)), (3, 0));
    let unclear = |ran: &Ran| ran.codes("warning").iter().filter(|code| *code == "Q03").count();
    assert_eq!(unclear(&answered), 3);
    for number in ["1", "2", "3"] {
        decide(&campaign, &[number, "different"]);
    }
    assert_eq!(unclear(&campaign.run()), 0, "the questions are answered: nothing is left to be said");
}

#[test]
fn a_question_put_off_or_left_blank_is_simply_asked_again() {
    let campaign = campaign();
    let asked = campaign.run();
    let Some(()) = answer(&campaign, &asked, "ответы.xlsx", &[("svod-answer", "решу позже")]) else {
        return;
    };
    let answered = campaign.run();
    assert_eq!((questions(&answered), decisions(&answered)), (1, 0));
    assert!(!answered.has("Q03"));
}

#[test]
fn answers_written_where_the_workbook_lies_are_not_lost() {
    let campaign = campaign();
    let asked = campaign.run();
    let path = asked.artifact("questions");
    let Some(opened) = Opened::of(&path) else { return };
    fs::write(&path, opened.saved(&[("svod-answer", "одно мероприятие")], "xlsx")).unwrap();
    let answered = campaign.run();
    assert_eq!((answered.tally(), decisions(&answered)), ([2, 1, 1, 0, 0], 1));
}

#[test]
fn a_decision_holds_after_a_corrected_file_that_leaves_alone_what_it_was_about() {
    let campaign = campaign();
    campaign.run();
    let (status, _) = decide(&campaign, &["1", "same", "--field", "total=left", "--note", "сверено"]);
    assert_eq!(status, 0);
    let mut corrected = SECOND.to_vec();
    corrected.push(("content", "Сыграно сорок встреч, договорились о турнире следующего года в Гродно"));
    let campaign = campaign.returns("school", &Returned::new().event(&corrected));
    let ran = campaign.run();
    assert!(ran.has("F06"), "the corrected file replaced the former");
    assert_eq!((ran.tally(), questions(&ran), totals(&ran)), ([2, 1, 1, 0, 0], 0, vec![120.into()]));
}

#[test]
fn when_what_it_was_about_has_changed_it_is_asked_again_and_shows_what_was_decided() {
    let campaign = campaign();
    campaign.run();
    decide(&campaign, &["1", "same"]);
    campaign.run();
    let mut corrected = SECOND.to_vec();
    corrected.retain(|(key, _)| !["total", "participants"].contains(key));
    corrected.extend([("total", "155"), ("participants", "Общее количество участников – 155 человек")]);
    let campaign = campaign.returns("school", &Returned::new().event(&corrected));
    let ran = campaign.run();
    assert_eq!((ran.tally(), questions(&ran)), ([2, 2, 0, 0, 0], 1));
    let (status, answer) = decide(&campaign, &[]);
    assert_eq!(status, 1);
    let former = answer["questions"][0]["former"].as_str().unwrap();
    assert!(former.contains("одно мероприятие") && former.contains("изменилось: «Общее"), "{former}");
    assert_eq!(ran.events()["questions"][0]["former"]["changed"], serde_json::json!(["total"]));
}

#[test]
fn a_decision_holds_for_an_event_that_runs_on_into_the_next_quarter() {
    let long = |mut event: Vec<(&'static str, &'static str)>| {
        event.retain(|(key, _)| *key != "start");
        event.extend([("start", "2024-03-20"), ("end", "2024-04-02")]);
        Returned::new().event(&event)
    };
    let campaign = empty().returns("sport", &long(FIRST.to_vec())).returns("school", &long(SECOND.to_vec()));
    assert_eq!(questions(&campaign.run()), 1);
    decide(&campaign, &["1", "left"]);
    assert_eq!(campaign.run().tally(), [2, 1, 1, 0, 0]);
    let campaign = campaign
        .returns("sport", &long(FIRST.to_vec()).for_period("2024-Q2"))
        .returns("school", &long(SECOND.to_vec()).for_period("2024-Q2"));
    let output = campaign.command(&["run", "2024-Q2", "--format", "json"]);
    let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(answer["tally"]["merged"], 1, "{}", answer["findings"]);
    assert_eq!((&answer["questions"], &answer["decisions"]), (&0.into(), &1.into()));
}

#[test]
fn a_decision_that_is_undone_is_asked_about_again() {
    let campaign = campaign();
    campaign.run();
    decide(&campaign, &["1", "same"]);
    assert_eq!(campaign.run().tally()[2], 1);
    let (status, undone) = decide(&campaign, &["--undo", "1"]);
    assert_eq!((status, &undone["state"]), (0, &"undone".into()));
    let ran = campaign.run();
    assert_eq!((ran.tally()[2], questions(&ran), decisions(&ran)), (0, 1, 0));
    let again = campaign.command(&["decide", "--undo", "1"]);
    assert_eq!(again.status.code(), Some(2), "it no longer stands");
}

#[test]
fn what_was_undone_does_not_come_back_out_of_an_old_workbook() {
    let campaign = campaign();
    let asked = campaign.run();
    let Some(()) = answer(&campaign, &asked, "ответы.xlsx", &[("svod-answer", "одно мероприятие")])
    else {
        return;
    };
    campaign.run();
    decide(&campaign, &["--undo", "1"]);
    assert_eq!(questions(&campaign.run()), 1);
    assert_eq!(questions(&campaign.run()), 1);
}

#[test]
fn numbers_of_questions_are_those_of_the_workbook_until_the_next_run() {
    let campaign = three_questions();
    let ran = campaign.run();
    assert_eq!(questions(&ran), 3);
    let of = |answer: &Json, number: usize| answer["questions"][number - 1]["left"]["cell"].clone();
    let (_, before) = decide(&campaign, &[]);
    let (_, after) = decide(&campaign, &["1", "left"]);
    assert_eq!([of(&before, 2), of(&before, 3)], [of(&after, 2), of(&after, 3)]);
    assert_eq!(after["questions"][0]["pending"], 1);
    decide(&campaign, &["3", "different"]);
    let ran = campaign.run();
    assert_eq!((ran.tally()[2], questions(&ran), decisions(&ran)), (1, 1, 2));
    let (_, left) = decide(&campaign, &[]);
    assert_eq!(of(&left, 1), of(&before, 2));
}

#[test]
fn a_lost_ledger_and_a_lost_journal_are_made_again_from_each_other() {
    let campaign = campaign();
    campaign.run();
    decide(&campaign, &["1", "right", "--note", "по протоколу"]);
    let before = campaign.run().artifacts();
    for lost in ["svod.db", "svod.journal"] {
        fs::remove_file(campaign.root().join(lost)).unwrap();
        let ran = campaign.run();
        assert!(ran.artifacts() == before, "{lost} was lost");
    }
}

#[test]
fn answers_that_do_not_fit_are_said_to_be_none() {
    let campaign = campaign();
    let said = |args: &[&str]| {
        let output = campaign.command(args);
        (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(said(&["decide"]).0, 2, "nothing has come yet");
    campaign.run();
    for args in [
        ["decide", "7", "same", "--note", ""],
        ["decide", "1", "same", "--field", "weather=left"],
        ["decide", "1", "different", "--field", "total=left"],
        ["decide", "1", "same", "--field", "total"],
    ] {
        let (status, words) = said(&args);
        assert!(status == 2 && !words.is_empty(), "{args:?}: {words}");
    }
    let (_, kept) = decide(&campaign, &["--list"]);
    assert_eq!(kept["decisions"], serde_json::json!([]));
}

/// Scenario 3 of the field.
#[test]
fn one_meeting_told_by_two_bodies_is_one_question_and_then_one_row_with_two_sources() {
    let place = ("place", "г. Витебск, Республика Беларусь");
    let campaign = empty()
        .returns(
            "sport",
            &Returned::new().event(&[
                ("title", "Встреча с руководством Витебского района о детском отдыхе"),
                ("start", "2024-03-14"),
                ("total", ""),
                place,
            ]),
        )
        .returns(
            "school",
            &Returned::new().event(&[
                ("title", "Встреча с руководством Витебского района по вопросам детского отдыха"),
                ("start", "2024-03-14"),
                ("total", ""),
                place,
            ]),
        );
    let asked = campaign.run();
    assert_eq!((asked.tally(), questions(&asked)), ([2, 2, 0, 0, 0], 1));
    decide(&campaign, &["1", "same"]);
    let ran = campaign.run();
    assert_eq!((ran.tally(), questions(&ran)), ([2, 1, 1, 0, 0], 0));
    assert_eq!(ran.events()["events"][0]["sources"].as_array().unwrap().len(), 2);
}

/// Scenario 13 of the field.
#[test]
fn a_conflict_of_totals_is_a_question_of_its_own_with_the_leads_value_and_a_warning_until_then() {
    let campaign = campaign();
    campaign.run();
    decide(&campaign, &["1", "same"]);
    let merged = campaign.run();
    assert_eq!((merged.tally(), questions(&merged)), ([2, 1, 1, 0, 0], 1));
    assert!(merged.has("M01"));
    assert_eq!(totals(&merged), [120]);
    let (_, asked) = decide(&campaign, &[]);
    assert_eq!(
        (&asked["questions"][0]["kind"], &asked["questions"][0]["field"]),
        (&"conflict".into(), &"total".into())
    );
    decide(&campaign, &["1", "right"]);
    let settled = campaign.run();
    assert_eq!((questions(&settled), totals(&settled)), (0, vec![150.into()]));
    assert!(!settled.has("M01"));
    assert_eq!(settled.events()["events"][0]["understood"]["total"], 150);
}

#[test]
fn rows_that_were_joined_can_be_taken_apart_where_their_values_are_asked_for() {
    let campaign = campaign();
    campaign.run();
    decide(&campaign, &["1", "same"]);
    campaign.run();
    decide(&campaign, &["1", "different"]);
    let ran = campaign.run();
    assert_eq!((ran.tally(), questions(&ran)), ([2, 2, 0, 0, 0], 0));
}
