use std::collections::BTreeSet;

use jiff::civil::date;

use super::*;
use crate::flow::sample::{Sketch, day, form, form_without, register, row};

const DAY_OF_BREST: &str =
    "Участие в официальном открытии Дня Брестской области в рамках Международной выставки-форума «Россия»";
const DAY_OF_VITEBSK: &str =
    "Участие в официальном открытии Дня Витебской области в рамках Международной выставки-форума «Россия»";

/// What links say of two rows: the judgement, if they are linked at all.
fn judged(left: Sketch, right: Sketch) -> Option<Judgement> {
    judged_by(&form(), left, right)
}

fn judged_by(form: &Form, left: Sketch, right: Sketch) -> Option<Judgement> {
    let (left, right) = (left.done(), right.done());
    let links = link(&[&left, &right], form, &register(), &Verdicts::default());
    let judgement = links.links.first().map(|link| link.judgement);
    assert_eq!(links.clusters.len(), usize::from(judgement == Some(Judgement::Same)), "groups follow from links");
    judgement
}

fn fair(institution: &str) -> Sketch {
    row(institution, 8).title("Международная ярмарка «Берёзовый край»").from(day(3, 5), day(3, 7))
}

#[test]
fn one_event_of_two_institutions_is_joined() {
    assert_eq!(judged(fair("A"), fair("B")), Some(Judgement::Same));
}

#[test]
fn quotes_dashes_case_yo_and_lead_words_do_not_set_titles_apart() {
    for title in [
        "МЕЖДУНАРОДНАЯ ЯРМАРКА \"БЕРЕЗОВЫЙ КРАЙ\"",
        "Участие в международная ярмарка „Березовый край“",
        "Международная  ярмарка Берёзовый край.",
    ] {
        assert_eq!(judged(fair("A"), fair("B").title(title)), Some(Judgement::Same), "{title}");
    }
}

#[test]
fn identical_events_on_different_days_stay_two() {
    let match_on = |institution: &str, date| row(institution, 8).title("Соревнования «Лига дружбы»").on(date);
    assert_eq!(judged(match_on("A", day(1, 21)), match_on("B", day(2, 25))), None);
    assert_eq!(judged(match_on("A", day(1, 21)), match_on("A", day(2, 25))), None);
}

#[test]
fn an_umbrella_and_its_days_stay_four() {
    let rows = [
        row("A", 8).title("Участие в Международной выставке-форуме «Россия»").from(date(2023, 11, 4), date(2024, 7, 8)),
        row("B", 8).title(DAY_OF_BREST).on(day(1, 11)),
        row("C", 8).title(DAY_OF_VITEBSK).on(day(2, 16)),
        row("D", 8)
            .title("Участие в Дне Гродненской области в рамках Международной выставки-форума «Россия»")
            .on(day(3, 5)),
    ]
    .map(|sketch| sketch.place("г. Москва, ВДНХ").city("Москва").country("RU", "Россия").done());
    let links = link(&rows.each_ref(), &form(), &register(), &Verdicts::default());
    assert_eq!(links, Links::default());
}

#[test]
fn two_names_in_one_place_of_the_title_are_two_events_even_on_one_day() {
    assert_eq!(
        judged(row("A", 8).title(DAY_OF_BREST).on(day(1, 11)), row("B", 8).title(DAY_OF_VITEBSK).on(day(1, 11))),
        None
    );
}

#[test]
fn two_delegations_at_one_forum_are_two_trips() {
    let of = |institution: &str, whose: &str| {
        row(institution, 8).title(&format!("Участие делегации {whose} района в форуме «Озёра»")).on(day(3, 5))
    };
    assert_eq!(judged(of("A", "Лугового"), of("B", "Лесного")), None);
    assert_eq!(judged(of("A", "Лугового"), of("B", "Лугового")), Some(Judgement::Same));
    assert_eq!(judged(of("A", "Лугового"), row("B", 8).title("Форум «Озёра»").on(day(3, 5))), Some(Judgement::Same));
}

#[test]
fn one_event_in_different_words_is_asked_about() {
    let left = row("A", 8).title(DAY_OF_VITEBSK).on(day(2, 16));
    let right = row("B", 8).title("Официальное открытие Дня Витебской области на выставке «Россия»").on(day(2, 16));
    assert_eq!(judged(left, right), Some(Judgement::Ask));
}

#[test]
fn different_cities_and_countries_are_never_one_event() {
    assert_eq!(judged(fair("A"), fair("B").city("Брест")), None);
    let in_moscow = |sketch: Sketch| sketch.nowhere().country("RU", "Россия");
    assert_eq!(judged(fair("A"), in_moscow(fair("B"))), None);
}

#[test]
fn different_editions_are_never_one_event() {
    let edition = |institution: &str, number: &str| {
        row(institution, 8).title(&format!("{number} турнир «Кубок озёр»")).on(day(3, 10))
    };
    assert_eq!(judged(edition("A", "18-й"), edition("B", "17-й")), None);
    assert_eq!(judged(edition("A", "XVII"), edition("B", "XVIII")), None);
    assert_eq!(judged(edition("A", "18-й"), edition("B", "18-й")), Some(Judgement::Same));
}

#[test]
fn equal_titles_of_one_institution_are_asked_about() {
    let again = row("A", 9).title("Международная ярмарка «Берёзовый край»").from(day(3, 5), day(3, 7));
    assert_eq!(judged(fair("A"), again), Some(Judgement::Ask));
}

#[test]
fn different_totals_are_asked_about_and_a_missing_one_is_not() {
    assert_eq!(judged(fair("A").total(120), fair("B").total(150)), Some(Judgement::Ask));
    assert_eq!(judged(fair("A").total(120), fair("B").total(120)), Some(Judgement::Same));
    assert_eq!(judged(fair("A").total(120), fair("B")), Some(Judgement::Same));
}

#[test]
fn one_event_in_two_sections_is_asked_about() {
    assert_eq!(judged(fair("A"), fair("B").section("culture")), Some(Judgement::Ask));
}

#[test]
fn a_month_overlaps_its_days_but_is_only_asked_about() {
    let title = "Международная ярмарка «Берёзовый край»";
    assert_eq!(judged(fair("A"), row("B", 8).title(title).within(3)), Some(Judgement::Ask));
    assert_eq!(judged(row("A", 8).title(title).within(3), row("B", 8).title(title).within(3)), Some(Judgement::Ask));
    assert_eq!(judged(fair("A"), row("B", 8).title(title).within(2)), None);
}

#[test]
fn an_event_online_is_joined_by_its_site_alone() {
    let exhibition =
        |institution: &str, url: &str| row(institution, 8).title("Выставка «Озёрный край»").on(day(3, 1)).online(url);
    let same = judged(exhibition("A", "https://www.muzej.example/"), exhibition("B", "http://muzej.example/vystavka"));
    assert_eq!(same, Some(Judgement::Same));
    let other = judged(exhibition("A", "https://muzej.example"), exhibition("B", "https://arhiv.example"));
    assert_eq!(other, Some(Judgement::Ask));
    let on_site = row("B", 8).title("Выставка «Озёрный край»").on(day(3, 1));
    assert_eq!(judged(exhibition("A", "https://muzej.example"), on_site), Some(Judgement::Ask));
}

#[test]
fn a_place_that_one_row_does_not_give_is_asked_about() {
    assert_eq!(judged(fair("A"), fair("B").nowhere()), Some(Judgement::Ask));
}

#[test]
fn what_a_form_does_not_ask_for_is_not_compared() {
    let bare = |institution: &str| row(institution, 8).nowhere().title("Ярмарка «Берёзовый край»");
    let without_days = form_without(&["start", "end"]);
    assert_eq!(judged_by(&without_days, bare("A").city("Минск"), bare("B").city("Минск")), Some(Judgement::Same));
    let without_place = form_without(&["place", "country"]);
    assert_eq!(judged_by(&without_place, bare("A").on(day(3, 5)), bare("B").on(day(3, 5))), Some(Judgement::Same));
    let mut titles_only = form_without(&["start", "end", "place", "country"]);
    titles_only.links.equal.clear();
    assert_eq!(judged_by(&titles_only, bare("A"), bare("B")), Some(Judgement::Ask), "a title alone is little to go by");
}

#[test]
fn rows_without_a_title_are_never_linked() {
    assert_eq!(judged(row("A", 8).on(day(3, 5)), row("B", 8).on(day(3, 5))), None);
}

#[test]
fn a_chain_never_joins_what_a_veto_keeps_apart() {
    let title = "Круглый стол «Добрые соседи»";
    let minsk = row("A", 8).title(title).on(day(3, 5));
    let somewhere = row("B", 8).title(title).on(day(3, 5)).nowhere().country("BY", "Беларусь");
    let brest = row("C", 8).title(title).on(day(3, 5)).city("Брест");
    let rows = [minsk, somewhere, brest].map(Sketch::done);
    let links = link(&rows.each_ref(), &form(), &register(), &Verdicts::default());
    assert!(links.clusters.is_empty());
    assert_eq!(links.links.len(), 2, "the row that fits both is asked about with each");
    assert!(links.links.iter().all(|link| link.judgement == Judgement::Ask));
}

#[test]
fn three_reports_of_one_event_are_one_group_by_the_register() {
    let rows = ["C", "A", "B"].map(|institution| fair(institution).done());
    let links = link(&rows.each_ref(), &form(), &register(), &Verdicts::default());
    let institutions: Vec<&str> = links.clusters[0].iter().map(|id| &*id.parcel.0).collect();
    assert_eq!(institutions, ["A1", "B1", "C1"]);
}

#[test]
fn the_order_of_rows_changes_nothing() {
    let mut rows: Vec<Row> = ["A", "B", "C", "D"]
        .into_iter()
        .flat_map(|institution| {
            [fair(institution).done(), row(institution, 9).title(DAY_OF_BREST).on(day(1, 11)).total(7).done()]
        })
        .collect();
    rows.push(fair("D").total(9).done());
    let forward = link(&rows.iter().collect::<Vec<_>>(), &form(), &register(), &Verdicts::default());
    let backward = link(&rows.iter().rev().collect::<Vec<_>>(), &form(), &register(), &Verdicts::default());
    assert_eq!(forward, backward);
}

#[test]
fn reasons_are_said_in_both_languages() {
    use crate::words::Language;
    let links = {
        let (left, right) = (fair("A").total(120).done(), fair("B").total(150).section("culture").done());
        link(&[&left, &right], &form(), &register(), &Verdicts::default())
    };
    let said =
        |language| links.links[0].reasons.iter().map(|reason| reason.text(language)).collect::<Vec<_>>().join("; ");
    assert_eq!(
        said(Language::Ru),
        "названия совпадают; даты совпадают; город совпадает; различается число участников: 120 / 150; \
         различается поле «Section»: Торговля / Культура"
    );
    assert!(said(Language::En).contains("Trade / Culture"));
}

#[test]
fn what_keeps_two_rows_apart_is_said_in_their_own_words() {
    use crate::words::Language;
    let (left, right) = (
        row("A", 8).title(DAY_OF_BREST).on(day(1, 11)).done(),
        row("B", 8).title(DAY_OF_VITEBSK).on(day(1, 11)).done(),
    );
    let comparison = compare(&left, &right, &form());
    assert_eq!(comparison.judgement, None);
    assert_eq!(comparison.reasons[0].text(Language::Ru), "различается: Брестской / Витебской");
}

/// Which of the rows meet, in whatever order.
fn meet(rows: &[&Row]) -> BTreeSet<(usize, usize)> {
    let features = Features::of(rows, &form());
    let meetings = Meetings::of(&features, form().links.near_days);
    let with = |row: usize| meetings.with(row).into_iter().map(move |other| (row, usize::try_from(other).unwrap()));
    (0..rows.len()).flat_map(with).map(|(one, other)| (one.min(other), one.max(other))).collect()
}

#[test]
fn titles_that_share_a_rare_word_meet_in_a_crowd() {
    let crowd: Vec<Row> =
        (0..600).map(|n| row("D", n + 20).title(&format!("озеро берег номер{n}")).on(day(3, 5)).done()).collect();
    let (left, right) = (
        row("A", 8).title("озеро берег лодка парус ветер").on(day(3, 5)).done(),
        row("B", 8).title("парус на озеро").on(day(3, 5)).done(),
    );
    let mut rows: Vec<&Row> = vec![&left, &right];
    rows.extend(&crowd);
    assert!(meet(&rows).contains(&(0, 1)));
}

#[test]
fn rows_of_different_days_are_not_even_compared() {
    let (left, right) = (fair("A").on(day(3, 5)).done(), fair("B").on(day(3, 9)).done());
    assert!(meet(&[&left, &right]).is_empty());
}

#[test]
fn no_two_events_of_the_seed_are_linked() {
    let Some(rows) = crate::flow::sample::seed() else { return };
    let links = link(&rows.iter().collect::<Vec<_>>(), &form(), &register(), &Verdicts::default());
    assert_eq!(links, Links::default());
}

#[test]
fn every_event_of_the_seed_that_two_bodies_report_is_found_and_joined_with_nothing_else() {
    let Some(rows) = crate::flow::sample::seed() else { return };
    let again: Vec<Row> = rows.iter().cloned().zip(0_u32..).map(|(row, at)| sent_again(row, at)).collect();
    let links = link(&rows.iter().chain(&again).collect::<Vec<_>>(), &form(), &register(), &Verdicts::default());
    let count = |judgement| links.links.iter().filter(|link| link.judgement == judgement).count();
    // Two of the 28 are known by the month alone.
    assert_eq!(
        (count(Judgement::Same), count(Judgement::Ask), links.clusters.len()),
        (26, 2, 26),
        "{:#?}",
        links.links
    );
}

/// The row as another body sends it, in line `at` of its file.
fn sent_again(mut row: Row, at: u32) -> Row {
    row.institution = Some("another".into());
    row.id.parcel = crate::record::ParcelId("another".into());
    row.id.cell.row += at;
    row
}

#[test]
fn what_a_person_decided_stands() {
    let (left, right) = (fair("A").total(120).done(), fair("B").total(150).done());
    let judged = |verdict| {
        let mut verdicts = Verdicts::default();
        verdicts.decide(right.id.clone(), left.id.clone(), verdict);
        let links = link(&[&left, &right], &form(), &register(), &verdicts);
        (links.links.len(), links.clusters.len())
    };
    assert_eq!(judged(Verdict::Same), (1, 1));
    assert_eq!(judged(Verdict::Different), (0, 0));
}

/// Three rows: the middle one is the same as either of the others, which are worded too differently to tell.
fn chain() -> [Row; 3] {
    let title = "Международная ярмарка «Берёзовый край»";
    ["A", "B", "C"].map(|institution| row(institution, 8).title(title).from(day(3, 5), day(3, 7)).done())
}

fn decided(rows: &[Row], decisions: &[(usize, usize, Verdict)]) -> Links {
    let mut verdicts = Verdicts::default();
    for (left, right, verdict) in decisions {
        verdicts.decide(rows[*left].id.clone(), rows[*right].id.clone(), *verdict);
    }
    link(&rows.iter().collect::<Vec<_>>(), &form(), &register(), &verdicts)
}

#[test]
fn no_chain_joins_what_a_person_keeps_apart() {
    let links = decided(&chain(), &[(0, 2, Verdict::Different)]);
    assert!(links.clusters.is_empty(), "{links:#?}");
    assert_eq!(links.links.iter().filter(|link| link.judgement == Judgement::Ask).count(), 2);
}

#[test]
fn a_person_joins_even_what_a_veto_keeps_apart() {
    let rows = [fair("A").done(), fair("B").city("Брест").done()];
    assert_eq!(decided(&rows, &[]).clusters.len(), 0);
    assert_eq!(decided(&rows, &[(0, 1, Verdict::Same)]).clusters.len(), 1);
}

#[test]
fn persons_who_contradict_each_other_are_asked_again() {
    let rows = chain();
    let links = decided(&rows, &[(0, 1, Verdict::Same), (1, 2, Verdict::Same), (0, 2, Verdict::Different)]);
    assert!(links.clusters.is_empty());
    assert_eq!(links.links.iter().filter(|link| link.judgement == Judgement::Ask).count(), 2);
}

#[test]
fn the_same_title_in_another_house_is_asked_about() {
    let at = |institution: &str, house: &str| fair(institution).place(&format!("г. Минск, {house}"));
    assert_eq!(judged(at("A", "Дом культуры «Заря»"), at("B", "библиотека имени Лугового")), Some(Judgement::Ask));
    assert_eq!(judged(at("A", "Дом культуры «Заря»"), at("B", "ДК Заря")), Some(Judgement::Same));
}

#[test]
fn a_day_that_is_off_by_one_is_asked_about_where_all_else_agrees() {
    let on = |institution: &str, date| {
        row(institution, 8).title("Турнир «Кубок озёр» среди школьных команд").on(date).total(117)
    };
    assert_eq!(judged(on("A", day(3, 5)), on("B", day(3, 6))), Some(Judgement::Ask));
    assert_eq!(judged(on("A", day(3, 5)), on("B", day(3, 12))), None);
    assert_eq!(judged(on("A", day(3, 5)), on("B", day(3, 6)).total(64)), None);
}

#[test]
fn a_form_says_what_keeps_rows_apart() {
    let edition = |number: &str| format!("{number} турнир «Кубок озёр»");
    let rows =
        || (row("A", 8).title(&edition("XVII")).on(day(3, 5)), row("B", 8).title(&edition("XVIII")).on(day(3, 5)));
    let (left, right) = rows();
    assert_eq!(judged(left, right), None);
    let mut lenient = form();
    lenient.links.vetoes.retain(|veto| *veto != crate::form::Veto::Edition);
    let (left, right) = rows();
    assert_eq!(judged_by(&lenient, left, right), Some(Judgement::Ask));
}

#[test]
fn a_typing_error_in_a_name_is_no_other_name() {
    let of =
        |institution: &str, name: &str| row(institution, 8).title(&format!("Ярмарка мастеров «{name}»")).on(day(3, 5));
    assert_eq!(judged(of("A", "Берёзовый край"), of("B", "Березвый край")), Some(Judgement::Ask));
    assert_eq!(judged(of("A", "Берёзовый край"), of("B", "Озёрный дом")), None);
}
