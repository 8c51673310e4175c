use proptest::prelude::*;

use super::*;
use crate::finding::FindingKind;
use crate::flow::sample::{self, Sketch, day, file, form, period, register, row};
use crate::flow::{
    Decision, FileRulings, Judgement, Link, Matter, Proof, QuestionKind, RowId, Ruling, Rulings, Side, State, Tally,
};
use crate::record::{FieldKey, Value};
use crate::words::Said;

mod corrections;
mod held;
mod span;

fn merged(checked: Vec<Checked>, links: Links) -> Consolidated {
    merged_by(&form(), checked, links)
}

fn merged_by(form: &Form, checked: Vec<Checked>, links: Links) -> Consolidated {
    consolidated(Input { links, ..input(form, &register(), checked) })
}

/// What became of each file, where nobody ruled about any.
fn unruled(checked: &[Checked]) -> Vec<FileState> {
    states(checked, &FileRulings::default())
}

/// Files alone: nothing earlier, no links, no decisions, no corrections.
fn input<'a>(form: &'a Form, register: &'a Register, checked: Vec<Checked>) -> Input<'a> {
    Input {
        period: period(),
        form,
        register,
        states: unruled(&checked),
        checked,
        earlier: Vec::new(),
        before: Vec::new(),
        links: Links::default(),
        rulings: Rulings::default(),
        corrections: &[],
        amend: &sample::Untyped,
    }
}

fn consolidated(input: Input<'_>) -> Consolidated {
    let consolidated = merge(input).unwrap();
    assert!(consolidated.tally.adds_up());
    assert_eq!(consolidated.tally.in_report as usize, consolidated.events.len());
    consolidated
}

/// The row at `at` of a file.
fn id(file: &Checked, at: usize) -> RowId {
    file.rows[at].row.id.clone()
}

fn joined(rows: &[RowId]) -> Links {
    Links { links: Vec::new(), clusters: vec![rows.to_vec()] }
}

fn asked(left: RowId, right: RowId, score: f64) -> Link {
    Link { left, right, judgement: Judgement::Ask, score, reasons: vec![Said::plain("link-days-same")] }
}

fn fair(institution: &str, number: u32) -> Sketch {
    row(institution, number).title("Ярмарка «Берёзовый край»").from(day(3, 5), day(3, 7))
}

/// One event of two institutions, joined.
fn pair(left: Sketch, right: Sketch) -> Consolidated {
    let (left, right) = (file("A", 1, vec![left]), file("B", 2, vec![right]));
    let links = joined(&[id(&left, 0), id(&right, 0)]);
    merged(vec![left, right], links)
}

fn titles(consolidated: &Consolidated) -> Vec<&str> {
    consolidated.events.iter().filter_map(|event| event.text("title")).collect()
}

fn codes(findings: &[crate::finding::Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.kind.code()).collect()
}

#[test]
fn totals_of_120_and_150_give_120_and_a_warning_never_270() {
    let consolidated = pair(fair("A", 8).total(120), fair("B", 8).total(150));
    let event = &consolidated.events[0];
    assert_eq!(event.value("total"), Some(&Value::Integer(120)));
    assert_eq!(event.understood.total, Some(120));
    assert_eq!(codes(&event.findings), ["M01"]);
    let place = &event.findings[0].place;
    assert_eq!((place.file.as_deref(), place.institution.as_deref()), (Some("A-1.xlsx"), Some("A")));
    let sources = &event.fields["total"].sources;
    assert_eq!(
        sources.iter().map(|source| (source.value.clone(), source.used)).collect::<Vec<_>>(),
        [(Value::Integer(120), true), (Value::Integer(150), false)]
    );
}

#[test]
fn foreigners_never_come_from_a_report_with_another_total() {
    let consolidated = pair(fair("A", 8).total(30), fair("B", 8).total(150).foreign(100));
    assert_eq!(consolidated.events[0].value("foreign"), None);
    assert_eq!(consolidated.events[0].understood.foreign, None);
    let agreeing = pair(fair("A", 8).total(150), fair("B", 8).total(150).foreign(100));
    assert_eq!(agreeing.events[0].value("foreign"), Some(&Value::Integer(100)));
}

#[test]
fn new_sentences_of_the_other_report_are_added_to_the_leads() {
    let consolidated = pair(
        fair("A", 8).text("content", "Открыта ярмарка. Подписано соглашение"),
        fair("B", 8).text("content", "Подписано  соглашение. Прошёл концерт."),
    );
    assert_eq!(consolidated.events[0].text("content"), Some("Открыта ярмарка. Подписано соглашение. Прошёл концерт."));
    assert!(consolidated.events[0].fields["content"].sources.iter().all(|source| source.used));
    let lines = pair(fair("A", 8).text("documents", "Протокол\nПлан"), fair("B", 8).text("documents", "план\nДоговор"));
    assert_eq!(lines.events[0].text("documents"), Some("Протокол\nПлан\nДоговор"));
}

#[test]
fn the_more_specific_of_two_places_that_agree_stands() {
    let consolidated = pair(fair("A", 8).place("г. Минск"), fair("B", 8).place("г. Минск, Дом книги"));
    assert_eq!(consolidated.events[0].text("place"), Some("г. Минск, Дом книги"));
    assert!(consolidated.questions.is_empty());
    let conflict = pair(fair("A", 8), fair("B", 8).place("г. Брест").city("Брест"));
    assert_eq!(conflict.events[0].text("place"), Some("г. Минск, Беларусь"));
    assert_eq!(conflict.questions[0].kind, QuestionKind::Conflict);
}

#[test]
fn days_that_differ_are_asked_about_once_and_never_united() {
    let consolidated = pair(fair("A", 8), fair("B", 8).from(day(3, 5), day(3, 9)));
    let event = &consolidated.events[0];
    assert_eq!(event.value("end"), Some(&Value::Date(day(3, 7))));
    assert_eq!(consolidated.questions.len(), 1);
    let conflict = consolidated.questions[0].conflict.as_ref().unwrap();
    assert_eq!(
        (conflict.left.as_str(), conflict.right.as_str()),
        ("05.03.2024 – 07.03.2024", "05.03.2024 – 09.03.2024")
    );
    assert_eq!(consolidated.questions[0].events, [1]);
}

#[test]
fn sections_that_differ_are_asked_about_and_the_leads_stands() {
    let consolidated = pair(fair("A", 8).section("culture"), fair("B", 8).section("trade"));
    assert_eq!(consolidated.events[0].section.as_deref(), Some("culture"));
    let conflict = consolidated.questions[0].conflict.as_ref().unwrap();
    assert_eq!(
        (conflict.field.as_str(), conflict.left.as_str(), conflict.right.as_str()),
        ("section", "culture", "trade")
    );
}

#[test]
fn what_the_lead_leaves_out_is_filled_and_partners_are_united() {
    let consolidated =
        pair(fair("A", 8).partner("BY").partner("CN"), fair("B", 8).partner("KZ").partner("BY").total(40));
    let event = &consolidated.events[0];
    let partners: Vec<&str> = event.understood.partners.iter().map(|country| country.code).collect();
    assert_eq!(partners, ["BY", "CN", "KZ"]);
    assert_eq!((event.understood.total, event.value("total")), (Some(40), Some(&Value::Integer(40))));
}

#[test]
fn the_higher_in_the_register_leads() {
    let consolidated = pair(fair("A", 8), fair("B", 8));
    assert_eq!(consolidated.events[0].rows[0].institution.as_deref(), Some("A"));
}

#[test]
fn whom_the_other_names_as_partner_leads() {
    for named in ["совместно с Музеем Приозёрского края", "Музей", "D; B"] {
        let consolidated = pair(fair("A", 8).text("joint_with", named), fair("B", 8));
        assert_eq!(consolidated.events[0].rows[0].institution.as_deref(), Some("B"), "{named}");
    }
    let mutual = pair(fair("A", 8).text("joint_with", "Музей"), fair("B", 8).text("joint_with", "Минкультуры"));
    assert_eq!(mutual.events[0].rows[0].institution.as_deref(), Some("A"));
}

#[test]
fn the_report_goes_by_section_then_day_then_the_longer_then_the_title() {
    let one = |title: &str| row("A", 8).title(title);
    let rows = vec![
        row("A", 10).section("culture").title("Культура").on(day(1, 1)),
        row("A", 11).title("Без даты"),
        row("A", 12).title("Март Б").within(3),
        row("A", 13).title("Март А").within(3),
        row("A", 14).title("Шестнадцатое").from(day(3, 16), day(3, 18)),
        row("A", 15).title("Короткая").on(day(2, 20)),
        row("A", 16).title("Длинная").from(day(2, 20), day(3, 24)),
    ];
    let consolidated =
        merged(vec![file("A", 1, rows), file("B", 2, vec![one("Первая").on(day(1, 9))])], Links::default());
    assert_eq!(
        titles(&consolidated),
        ["Первая", "Длинная", "Короткая", "Шестнадцатое", "Март А", "Март Б", "Без даты", "Культура"]
    );
    assert!(consolidated.events.iter().zip(1..).all(|(event, number)| event.number == number));
}

#[test]
fn the_events_of_the_seed_come_out_in_the_order_of_the_seed() {
    let Some(rows) = crate::flow::sample::seed() else { return };
    let expected: Vec<String> = rows.iter().map(|row| row.text("title").unwrap().to_owned()).collect();
    let mut checked: Vec<Checked> = rows
        .into_iter()
        .zip(1_u64..)
        .map(|(row, arrival)| {
            let mut sent = file(row.institution.as_deref().unwrap(), arrival, vec![Sketch::of(row.clone())]);
            sent.parcel =
                std::sync::Arc::new(crate::flow::ParcelCard { arrival: 100 - arrival, ..(*sent.parcel).clone() });
            sent
        })
        .collect();
    checked.reverse();
    let consolidated = merged(checked, Links::default());
    assert_eq!(titles(&consolidated), expected);
}

#[test]
fn a_newer_file_replaces_the_former_whole() {
    let old = file("A", 1, vec![fair("A", 8), row("A", 9).title("Забытое").on(day(1, 1))]);
    let new = file("A", 2, vec![fair("A", 8)]);
    assert_eq!(unruled(&[new.clone(), old.clone()]), [FileState::Counts, FileState::Replaced]);
    let consolidated = merged(vec![old, new], Links::default());
    assert_eq!(titles(&consolidated), ["Ярмарка «Берёзовый край»"]);
    assert_eq!(consolidated.tally.received, 1);
    assert_eq!(codes(&consolidated.findings), ["F06"]);
    let versions: Vec<(u64, bool, u32)> = consolidated.answers[0]
        .versions
        .iter()
        .map(|version| (version.parcel.arrival, version.state.counts(), version.rows))
        .collect();
    assert_eq!(versions, [(1, false, 2), (2, true, 1)]);
    assert_eq!(consolidated.files.len(), 2);
}

#[test]
fn a_file_that_cannot_be_used_replaces_nothing_and_its_rows_wait() {
    let good = file("A", 1, vec![fair("A", 8)]);
    let bad = file("A", 2, vec![row("A", 8).title("Другое").on(day(1, 1))]).unusable();
    let consolidated = merged(vec![good, bad], Links::default());
    assert_eq!(consolidated.tally, Tally { received: 2, in_report: 1, waiting: 1, ..Tally::default() });
    assert_eq!(codes(&consolidated.waiting[0].findings), ["T02"]);
    assert_eq!(&*consolidated.waiting[0].values[&FieldKey::new("title")], "Другое");
    assert_eq!(consolidated.unusable.len(), 1);
    assert_eq!(consolidated.answers[0].state, State::WithErrors);
}

#[test]
fn a_refused_row_is_shown_with_its_reasons() {
    let consolidated = merged(vec![file("A", 1, vec![fair("A", 8), fair("A", 9)]).refusing(1)], Links::default());
    assert_eq!(consolidated.tally, Tally { received: 2, in_report: 1, refused: 1, ..Tally::default() });
    assert_eq!(codes(&consolidated.refused[0].findings), ["R01"]);
    assert_eq!(consolidated.refused[0].source.id.cell.row, 8);
}

#[test]
fn every_institution_has_its_state() {
    let nil = Checked { nil: true, ..file("B", 2, Vec::new()) };
    let checked = vec![file("A", 1, vec![fair("A", 8)]), nil, file("C", 3, vec![fair("C", 8)]).unusable()];
    let consolidated = merged(checked, Links::default());
    let states: Vec<(&str, State)> =
        consolidated.answers.iter().map(|answer| (&*answer.institution.code, answer.state)).collect();
    assert_eq!(states, [("A", State::InOrder), ("B", State::Nil), ("C", State::Unusable), ("D", State::Silent)]);
}

#[test]
fn counters_are_added_over_institutions_each_once() {
    let checked = vec![
        file("A", 1, Vec::new()).receptions(5),
        file("A", 2, Vec::new()).receptions(3),
        file("B", 3, Vec::new()).receptions(4),
        file("C", 4, Vec::new()).receptions(9).unusable(),
    ];
    let consolidated = merged(checked, Links::default());
    assert_eq!(consolidated.counters[&FieldKey::new("receptions")], 7);
    assert_eq!(merged(Vec::new(), Links::default()).counters[&FieldKey::new("receptions")], 0);
}

#[test]
fn who_answers_unasked_stands_at_the_end() {
    let mut register = register();
    register.institutions[0].until = Some(day(1, 1).yesterday().unwrap());
    let checked = vec![file("A", 1, vec![fair("A", 8)])];
    let consolidated = consolidated(input(&form(), &register, checked));
    let codes: Vec<&str> = consolidated.answers.iter().map(|answer| &*answer.institution.code).collect();
    assert_eq!(codes, ["B", "C", "D", "A"]);
}

#[test]
fn two_events_that_may_be_one_give_one_question_and_each_row_a_hint() {
    let (a, b, c) =
        (file("A", 1, vec![fair("A", 8)]), file("B", 2, vec![fair("B", 9)]), file("C", 3, vec![fair("C", 10)]));
    let links = Links {
        links: vec![asked(id(&a, 0), id(&c, 0), 0.8), asked(id(&b, 0), id(&c, 0), 0.9)],
        clusters: vec![vec![id(&a, 0), id(&b, 0)]],
    };
    let consolidated = merged(vec![a, b, c], links);
    assert_eq!(consolidated.questions.len(), 1, "joined rows ask as one");
    let question = &consolidated.questions[0];
    assert_eq!((question.number, question.kind, question.score), (1, QuestionKind::SameEvent, 0.9));
    assert_eq!(question.events, [1, 2]);
    assert_eq!(question.left_values[&FieldKey::new("section")], "trade");
    let hints: Vec<(Option<&str>, String)> = consolidated
        .findings
        .iter()
        .filter(|finding| finding.kind == FindingKind::ResemblingRow)
        .map(|finding| (finding.place.institution.as_deref(), format!("{:?}", finding.args)))
        .collect();
    assert_eq!(hints.len(), 2);
    assert!(hints[0].1.contains("Университет") && hints[0].1.contains("Count(10)"), "{hints:?}");
    assert!(hints[1].1.contains("Музей") && hints[1].1.contains("Count(9)"), "{hints:?}");
    assert_eq!(consolidated.answers[2].state, State::WithWarnings);
}

#[test]
fn a_question_within_a_file_gives_no_hint_of_another_institution() {
    let a = file("A", 1, vec![fair("A", 8), fair("A", 9)]);
    let links = Links { links: vec![asked(id(&a, 0), id(&a, 1), 1.0)], clusters: Vec::new() };
    let consolidated = merged(vec![a], links);
    assert_eq!((consolidated.questions.len(), consolidated.findings.len()), (1, 0));
}

#[test]
fn an_institution_counts_what_became_of_its_rows() {
    let consolidated = pair(fair("A", 8), fair("B", 8));
    let tallies: Vec<Tally> = consolidated.answers.iter().take(2).map(|answer| answer.rows).collect();
    assert_eq!(tallies[0], Tally { received: 1, in_report: 1, ..Tally::default() });
    assert_eq!(tallies[1], Tally { received: 1, merged: 1, ..Tally::default() });
}

/// Files of four institutions, some sent twice, with rows of few titles and days, some refused, some files unusable.
fn any_files() -> impl Strategy<Value = Vec<Checked>> {
    let any_row = (0_usize..3, 1_i8..4, 1_i8..5, any::<bool>(), 0_u64..3);
    let any_file =
        (prop::sample::select(vec!["A", "B", "C", "D"]), prop::collection::vec(any_row, 0..5), 0_u8..4, 0_usize..6);
    prop::collection::vec(any_file, 0..7).prop_map(|files| {
        let files = files.into_iter().zip(1_u64..).map(|((institution, rows, trouble, refused), arrival)| {
            let rows: Vec<Sketch> =
                rows.into_iter().zip(8_u32..).map(|(sketch, number)| any_sketch(institution, number, sketch)).collect();
            let count = rows.len();
            let mut checked = file(institution, arrival, rows);
            if refused < count {
                checked = checked.refusing(refused);
            }
            if trouble == 0 { checked.unusable() } else { checked }
        });
        files.collect()
    })
}

fn any_sketch(
    institution: &str,
    number: u32,
    (title, month, date, known, total): (usize, i8, i8, bool, u64),
) -> Sketch {
    let title = ["Ярмарка «Берёзовый край»", "Турнир «Кубок озёр»", "Выставка"][title];
    let sketch = row(institution, number).title(title).total(total);
    if known { sketch.on(day(month, date)) } else { sketch.within(month) }
}

/// Every two neighbours among the accepted rows are joined or asked about, by turns.
fn any_links(checked: &[Checked]) -> Links {
    let states = unruled(checked);
    let files = checked.iter().zip(states).filter(|(_, state)| state.counts()).map(|(file, _)| file);
    let mut rows: Vec<RowId> = files
        .flat_map(|file| &file.rows)
        .filter(|row| row.standing == crate::flow::Standing::Accepted)
        .map(|row| row.row.id.clone())
        .collect();
    rows.sort();
    let mut links = Links::default();
    for trio in rows.chunks_exact(3) {
        links.clusters.push(vec![trio[0].clone(), trio[1].clone()]);
        links.links.push(asked(trio[1].clone(), trio[2].clone(), 0.8));
    }
    links
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_sum_always_adds_up_and_no_order_changes_anything(files in any_files(), seed in any::<u64>()) {
        let links = any_links(&files);
        let mut shuffled = files.clone();
        let turn = usize::try_from(seed % 7).unwrap() % shuffled.len().max(1);
        shuffled.rotate_left(turn);
        shuffled.reverse();
        for file in &mut shuffled {
            file.rows.reverse();
        }
        let consolidated = merged(files.clone(), links.clone());
        let received: usize = files
            .iter()
            .zip(unruled(&files))
            .filter(|(_, state)| *state != FileState::Replaced)
            .map(|(file, _)| file.rows.len())
            .sum();
        prop_assert_eq!(consolidated.tally.received as usize, received);
        let mut sum = Tally::default();
        for answer in &consolidated.answers {
            prop_assert!(answer.rows.adds_up());
            sum.received += answer.rows.received;
        }
        prop_assert_eq!(sum.received, consolidated.tally.received);
        prop_assert_eq!(merged(shuffled, links), consolidated);
    }
}

/// One event of two institutions, joined, of which a person called the right one right: about a field, or about everything.
fn right_is_right(left: Sketch, right: Sketch, field: Option<&str>) -> Consolidated {
    let (left, right) = (file("A", 1, vec![left]), file("B", 2, vec![right]));
    let decision = Decision {
        number: 7,
        matter: Matter::pair(&left.rows[0].row, &right.rows[0].row, &form()),
        ruling: Ruling::Same { all: Some(Side::Right), fields: BTreeMap::new() },
        note: String::new(),
        who: String::new(),
        when: jiff::civil::date(2024, 4, 12).at(10, 0, 0, 0),
        period: period(),
    };
    let mut rulings = Rulings::default();
    rulings.prefer(&id(&right, 0), &id(&left, 0), field.map(FieldKey::new), &Arc::new(decision));
    let links = joined(&[id(&left, 0), id(&right, 0)]);
    consolidated(Input { links, rulings, ..input(&form(), &register(), vec![left, right]) })
}

#[test]
fn a_number_that_a_person_chose_brings_with_it_what_belongs_to_it_and_ends_the_question() {
    let (left, right) = (fair("A", 8).total(120).foreign(10), fair("B", 8).total(150).foreign(30).section("culture"));
    let consolidated = right_is_right(left, right, Some("total"));
    let event = &consolidated.events[0];
    assert_eq!((event.value("total"), event.value("foreign")), (Some(&Value::Integer(150)), Some(&Value::Integer(30))));
    assert_eq!((event.understood.total, event.understood.foreign), (Some(150), Some(30)));
    assert_eq!(event.fields["total"].decided.as_ref().map(|decision| decision.number), Some(7));
    assert_eq!(event.section.as_deref(), Some("trade"), "of the section nothing was said");
    let asked: Vec<_> = consolidated.questions.iter().filter_map(|question| question.conflict.as_ref()).collect();
    assert_eq!(asked.iter().map(|conflict| conflict.field.as_str()).collect::<Vec<_>>(), ["section"]);
}

#[test]
fn days_and_places_that_a_person_chose_are_never_half_of_the_one_and_half_of_the_other() {
    let other = || fair("B", 8).from(day(3, 6), day(3, 9)).place("г. Брест").city("Брест");
    let consolidated = right_is_right(fair("A", 8), other(), Some("end"));
    let event = &consolidated.events[0];
    let days = |event: &Event| (event.value("start").cloned(), event.value("end").cloned());
    assert_eq!(days(event), (Some(Value::Date(day(3, 6))), Some(Value::Date(day(3, 9)))));
    assert_eq!(event.understood.days.as_ref().map(|days| (days.first(), days.last())), Some((day(3, 6), day(3, 9))));
    assert_eq!(event.understood.city.as_deref(), Some("Минск"));
    let moved = right_is_right(fair("A", 8), other(), Some("place"));
    assert_eq!(moved.events[0].understood.city.as_deref(), Some("Брест"));
    assert_eq!(moved.events[0].value("end"), Some(&Value::Date(day(3, 7))));
}

#[test]
fn a_row_that_is_right_about_everything_gives_all_that_it_has_and_the_other_the_rest() {
    let left = fair("A", 8).total(120).text("content", "Открыта ярмарка.").text("documents", "Протокол");
    let right = fair("B", 8).total(150).text("content", "Прошёл концерт.");
    let consolidated = right_is_right(left, right, None);
    let event = &consolidated.events[0];
    assert_eq!((event.value("total"), event.text("content")), (Some(&Value::Integer(150)), Some("Прошёл концерт.")));
    assert_eq!(event.text("documents"), Some("Протокол"), "nothing that only one of them says is lost");
    assert!(consolidated.questions.is_empty());
    assert_eq!(codes(&event.findings), Vec::<&str>::new());
}

#[test]
fn a_row_that_is_in_no_event_or_in_two_is_an_error_and_no_report() {
    let checked = vec![file("A", 1, vec![row("A", 8).title("Раз"), row("A", 9).title("Два").on(day(2, 2))])];
    let (form, register, rulings) = (form(), register(), Rulings::default());
    let intake = Intake::new(checked.clone(), unruled(&checked), Vec::new());
    let corrections = Placed::new(&intake, &[]);
    let desk = Desk {
        period: period(),
        form: &form,
        register: &register,
        intake: &intake,
        corrections: &corrections,
        amend: &sample::Untyped,
        rulings: &rulings,
    };
    let mut drafts = events::drafts(desk, &[]);
    assert_eq!(Sum::of(desk, &drafts).unwrap().tally().in_report, 2);
    let last = drafts.pop().unwrap();
    assert!(matches!(Sum::of(desk, &drafts), Err(Error::Lost { .. })));
    drafts[0].rows.extend([last.rows[0], last.rows[0]]);
    assert!(matches!(Sum::of(desk, &drafts), Err(Error::Twice { .. })));
}
