//! Whose return may take the place of whose: a file that nothing proves, or that takes rows away, waits for a person.

use mail_parser::MessageParser;

use crate::campaign::{Campaign, Ran, Returned, clients, without_sheet};

fn campaign() -> Campaign {
    Campaign::new("international-events", "2024-Q1")
        .institution("museum", "ОГБУК «Приреченский краеведческий музей»")
        .institution("library", "ОГБУК «Речегорская областная научная библиотека»")
}

fn two_rows() -> Returned {
    Returned::new().event(&[("title", "Первый вечер")]).event(&[
        ("title", "Второй вечер"),
        ("start", "2024-02-11"),
        ("place", "г. Пекин, Китайская Народная Республика"),
    ])
}

fn one_row() -> Returned {
    Returned::new().event(&[
        ("title", "Чужой вечер"),
        ("start", "2024-03-01"),
        ("place", "г. Ташкент, Республика Узбекистан"),
    ])
}

/// What became of each file of the museum, oldest first.
fn states(ran: &Ran) -> Vec<String> {
    let versions = ran.answer["institutions"][0]["versions"].as_array().unwrap();
    versions.iter().map(|version| version["state"].as_str().unwrap().to_owned()).collect()
}

/// The number by which the museum's file number `at` is ruled about.
fn number(ran: &Ran, at: usize) -> String {
    ran.answer["institutions"][0]["versions"][at]["number"].to_string()
}

fn titles(ran: &Ran) -> Vec<String> {
    let events = ran.events();
    let events = events["events"].as_array().unwrap().iter();
    events.map(|event| event["fields"]["title"].as_str().unwrap().to_owned()).collect()
}

/// The second file of the museum is held with finding `code`: the first one's rows are the report's, its own ones wait.
fn assert_held(ran: &Ran, code: &str, waiting: u64) {
    assert_eq!(states(ran), ["counts", "held"], "{}", ran.answer["findings"]);
    assert_eq!(titles(ran), ["Первый вечер", "Второй вечер"]);
    assert_eq!(ran.tally(), [2 + waiting, 2, 0, 0, waiting]);
    assert_eq!(ran.code, 1);
    let found = ran.answer["findings"].as_array().unwrap().iter().find(|finding| finding["code"] == code);
    let message = found.unwrap_or_else(|| panic!("{code} in {}", ran.answer["findings"]))["message"].to_string();
    let number = number(ran, 1);
    for word in ["музей.xlsx", "второй.xlsx", &format!("--admit {number}"), &format!("--set-aside {number}")]
    {
        assert!(message.contains(word), "{word} in {message}");
    }
}

fn first_counts(campaign: Campaign) -> Campaign {
    let campaign = campaign.returns_as("музей.xlsx", "museum", &two_rows());
    assert_eq!(campaign.run().tally(), [2, 2, 0, 0, 0]);
    campaign
}

#[test]
fn a_return_under_the_name_of_another_institution_does_not_replace_that_institutions_return() {
    let campaign = first_counts(campaign());
    let bytes = campaign.workbook_titled("library", "ОГБУК «Приреченский краеведческий музей»", &one_row());
    let campaign = campaign.file("второй.xlsx", &bytes);
    let ran = campaign.run();
    assert_held(&ran, "T11", 1);
    assert!(ran.has("T16"));
}

#[test]
fn a_return_without_its_token_replaces_nothing() {
    let campaign = first_counts(campaign());
    let campaign = campaign.returns_as("второй.xlsx", "museum", &one_row().without_token());
    let ran = campaign.run();
    assert_held(&ran, "T11", 1);
}

#[test]
fn a_return_without_its_hidden_sheet_replaces_nothing() {
    let campaign = first_counts(campaign());
    let bytes = campaign.workbook("museum", &one_row());
    let campaign = campaign.file("второй.xlsx", &without_sheet(&bytes, "svod"));
    let ran = campaign.run();
    assert_held(&ran, "T11", 1);
}

#[test]
fn a_return_with_the_token_of_another_workspace_replaces_nothing() {
    let campaign = first_counts(campaign());
    let bytes = campaign.workbook_of_elsewhere("museum", &one_row());
    let campaign = campaign.file("второй.xlsx", &bytes);
    let ran = campaign.run();
    assert_held(&ran, "T11", 1);
    assert!(ran.has("T10"));
}

#[test]
fn no_events_replaces_no_return_that_has_some() {
    let campaign = first_counts(campaign());
    let campaign = campaign.returns_as("второй.xlsx", "museum", &Returned::nil());
    let ran = campaign.run();
    assert_held(&ran, "T12", 0);
    assert!(ran.answer["findings"].to_string().contains("сообщать нечего"));
}

#[test]
fn a_smaller_return_that_shares_no_row_is_held_and_one_that_shares_some_replaces() {
    let campaign = first_counts(campaign());
    let campaign = campaign.returns_as("второй.xlsx", "museum", &one_row());
    assert_held(&campaign.run(), "T12", 1);
    let campaign = campaign.returns_as("третий.xlsx", "museum", &Returned::new().event(&[("title", "Первый вечер")]));
    let ran = campaign.run();
    assert_eq!(states(&ran), ["replaced", "replaced", "counts"], "its own sender has sent a newer one");
    assert_eq!((ran.tally(), ran.code), ([1, 1, 0, 0, 0], 0));
}

#[test]
fn a_first_return_without_a_token_counts_and_says_that_nothing_but_a_name_proves_it() {
    let campaign = campaign();
    let campaign = campaign.returns_as("музей.xlsx", "museum", &two_rows().without_token());
    let ran = campaign.run();
    assert_eq!(ran.tally(), [2, 2, 0, 0, 0]);
    assert_eq!(ran.codes("note"), ["T13"]);
    assert_eq!(ran.code, 0);
}

#[test]
fn rows_of_an_unproved_first_return_wait_where_the_institutions_own_one_has_none_of_them() {
    let campaign = campaign();
    let stranger = campaign.workbook("museum", &one_row().without_token());
    let campaign = campaign.file("чей-то музей.xlsx", &stranger);
    assert_eq!(campaign.run().tally(), [1, 1, 0, 0, 0]);
    let own = campaign.workbook("museum", &two_rows());
    let campaign = campaign.file("музей.xlsx", &own);
    let ran = campaign.run();
    assert_eq!(states(&ran), ["held", "counts"]);
    assert_eq!((ran.tally(), ran.code), ([3, 2, 0, 0, 1], 1));
    assert!(ran.has("T17"));
}

#[test]
fn the_coordinator_lets_a_held_return_count_and_takes_that_back() {
    let campaign = first_counts(campaign());
    let campaign = campaign.returns_as("второй.xlsx", "museum", &one_row().without_token());
    let held = campaign.run();
    let number = number(&held, 1);
    let asked = campaign.decide(&[]);
    assert_eq!((asked.code, &asked.answer["files"][0]["number"].to_string()), (1, &number));
    assert_eq!(asked.answer["files"][0]["why"], "other-sender");

    let ruled = campaign.decide(&["--admit", &number, "--note", "позвонили в музей"]);
    assert_eq!((ruled.code, &ruled.answer["choice"]), (0, &"admit".into()));
    assert_eq!(campaign.decide(&[]).code, 0, "nothing is asked any more");
    let ran = campaign.run();
    assert_eq!(
        (states(&ran), titles(&ran)),
        (vec!["replaced".to_owned(), "counts".to_owned()], vec!["Чужой вечер".to_owned()])
    );
    assert_eq!((ran.tally(), ran.code), ([1, 1, 0, 0, 0], 0));
    assert!(ran.has("T18") && ran.answer["findings"].to_string().contains("позвонили в музей"));
    assert_eq!(campaign.run().artifacts(), ran.artifacts(), "the same input gives the same bytes");

    let listed = campaign.decide(&["--list"]);
    assert_eq!(listed.answer["decisions"][0]["kind"], "file");
    let ruling = listed.answer["decisions"][0]["number"].to_string();
    assert_eq!(campaign.decide(&["--undo", &ruling]).code, 0);
    assert_eq!(campaign.run().artifacts(), held.artifacts());
}

#[test]
fn a_return_that_is_set_aside_is_not_waited_for_and_stays_so_after_a_lost_ledger() {
    let campaign = first_counts(campaign());
    let campaign = campaign.returns_as("второй.xlsx", "museum", &one_row().without_token());
    let number = number(&campaign.run(), 1);
    campaign.decide(&["--set-aside", &number, "--note", "прислал не музей"]);
    let ran = campaign.run();
    assert_eq!(states(&ran), ["counts", "set-aside"]);
    assert_eq!((ran.tally(), ran.code, titles(&ran).len()), ([2, 2, 0, 0, 0], 0, 2));
    assert!(ran.has("T19"));
    std::fs::remove_file(campaign.root().join("svod.db")).unwrap();
    let again = campaign.run();
    assert_eq!((states(&again), again.tally()), (states(&ran), ran.tally()));
}

#[test]
fn nobody_is_written_to_about_a_held_return() {
    let campaign = first_counts(campaign());
    let wrong = one_row().event(&[("start", ""), ("dates_text", "31 апреля 2024 года")]).without_token();
    let campaign = campaign.returns_as("второй.xlsx", "museum", &wrong);
    campaign.run();
    let output = campaign.command(&["return", "2024-Q1", "--format", "json"]);
    let letters: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let letters = letters["letters"].as_array().unwrap();
    assert_eq!(letters.iter().map(|letter| letter["kind"].as_str().unwrap()).collect::<Vec<_>>(), ["receipt"]);
    let draft = std::fs::read(letters[0]["path"].as_str().unwrap()).unwrap();
    let body = MessageParser::new().parse(&draft).unwrap().body_text(0).unwrap().into_owned();
    assert!(body.contains("пришёл ещё один файл") && body.contains("второй.xlsx"), "{body}");
    assert!(!body.contains("31 апреля"), "what stands in it is told to nobody");
}

#[test]
fn a_letter_from_another_institutions_address_is_named_with_both() {
    let bytes = campaign().workbook("museum", &one_row().without_token());
    let letter = clients::letter("library@example.org", "attachment; filename=\"otchet.xlsx\"", &bytes);
    let archived = clients::zipped("library@example.org", &bytes);
    for letter in [letter, archived] {
        let ran = campaign().file("письмо.eml", &letter).run();
        assert_eq!((ran.tally(), ran.code), ([1, 1, 0, 0, 0], 0));
        assert_eq!(ran.codes("warning"), ["T20"]);
        let found = ran.answer["findings"].to_string();
        for word in ["library@example.org", "Приреченский", "Речегорская"] {
            assert!(found.contains(word), "{word} in {found}");
        }
    }
}

#[test]
fn a_file_of_nobody_is_listed_and_set_aside_but_cannot_count() {
    let campaign = campaign();
    let stray = campaign.common_workbook("Музей, которого нет", &two_rows());
    let campaign = campaign.file("общий.xlsx", &stray);
    let ran = campaign.run();
    assert_eq!((ran.tally(), ran.code), ([2, 0, 0, 0, 2], 1));
    let asked = campaign.decide(&[]);
    let file = &asked.answer["files"][0];
    assert_eq!((asked.code, &file["why"], &file["rows"]), (1, &"unusable".into(), &2.into()));
    assert!(file["findings"][0].as_str().unwrap().contains("Музей, которого нет"), "{file}");
    let number = file["number"].to_string();

    let refused = campaign.decide(&["--admit", &number]);
    assert_eq!(refused.code, 2);
    assert!(refused.answer["error"]["help"].as_str().unwrap().contains("--set-aside"), "{}", refused.answer);

    assert_eq!(campaign.decide(&["--set-aside", &number, "--note", "проба"]).code, 0);
    assert_eq!(campaign.decide(&[]).code, 0);
    let ran = campaign.run();
    assert_eq!((ran.tally(), ran.code), ([0, 0, 0, 0, 0], 0));
    assert!(ran.has("T19") && !ran.has("T01"));
    let listed = campaign.decide(&["--list"]);
    campaign.decide(&["--undo", &listed.answer["decisions"][0]["number"].to_string()]);
    assert_eq!(campaign.run().tally(), [2, 0, 0, 0, 2]);
}

#[test]
fn a_held_return_of_an_earlier_quarter_hides_nothing_that_runs_on() {
    let running =
        Returned::new().event(&[("title", "Долгая выставка"), ("start", "2024-03-20"), ("end", "2024-04-20")]);
    let campaign = campaign();
    let campaign = campaign.returns_as("музей.xlsx", "museum", &running);
    campaign.run();
    let campaign = campaign.returns_as("второй.xlsx", "museum", &Returned::nil().without_token());
    campaign.run();
    let campaign = campaign.in_period("2024-Q2");
    let ran = campaign.run();
    assert_eq!(titles(&ran), ["Долгая выставка"]);
}

#[test]
fn a_letter_from_the_institutions_own_address_proves_its_return_and_one_from_another_address_does_not() {
    let campaign = first_counts(campaign());
    let newer = campaign
        .workbook("museum", &two_rows().event(&[("title", "Третий вечер"), ("start", "2024-03-05")]).without_token());
    let letter = |from: &str| clients::letter(from, "attachment; filename=\"otchet.xlsx\"", &newer);
    let strange = campaign.file("чужое.eml", &letter("library@example.org"));
    let ran = strange.run();
    assert_eq!((states(&ran), ran.tally()), (vec!["counts".to_owned(), "held".to_owned()], [5, 2, 0, 0, 3]));

    let campaign = first_counts(self::campaign());
    let own = campaign.file("своё.eml", &letter("museum@example.org"));
    let ran = own.run();
    assert_eq!((states(&ran), ran.tally()), (vec!["replaced".to_owned(), "counts".to_owned()], [3, 3, 0, 0, 0]));
    std::fs::remove_file(own.root().join("svod.db")).unwrap();
    assert_eq!(own.run().artifacts(), ran.artifacts(), "after a lost ledger, too");
}

#[test]
fn a_letter_from_the_institutions_address_proves_nothing_of_another_institutions_template() {
    let campaign = first_counts(campaign());
    let museum = "ОГБУК «Приреченский краеведческий музей»";
    let forged = campaign.workbook_titled("library", museum, &two_rows().event(&[("title", "Третий вечер")]));
    let letter = clients::letter("museum@example.org", "attachment; filename=\"otchet.xlsx\"", &forged);
    let campaign = campaign.file("письмо.eml", &letter);
    assert_eq!(states(&campaign.run()), ["counts", "held"]);
}
