use proptest::prelude::*;

use super::{Form, Mistake, builtin, builtin_ids, load, skeleton};
use crate::record::Period;
use crate::words::{Args, Language, Pattern};

fn said(mistakes: &[Mistake], language: Language) -> Vec<String> {
    mistakes.iter().map(|m| format!("{}:{} {}", m.line, m.column, m.said.text(language))).collect()
}

/// The form, or a panic that tells the mistakes.
fn loaded(source: &str) -> Form {
    load(source).unwrap_or_else(|mistakes| panic!("{:#?}", said(&mistakes, Language::En)))
}

/// The mistakes of the Russian skeleton after one passage is replaced.
fn broken(passage: &str, by: &str) -> Vec<String> {
    let source = skeleton(Language::Ru);
    assert!(source.contains(passage), "the skeleton has no {passage}");
    said(&load(&source.replacen(passage, by, 1)).expect_err(by), Language::Ru)
}

#[test]
fn every_form_that_svod_brings_loads() {
    for id in builtin_ids() {
        assert_eq!(loaded(builtin(id).unwrap()).form.id, *id);
    }
    assert_eq!(builtin("no-such-form"), None);
}

#[test]
fn the_skeleton_loads_in_every_language() {
    for language in Language::ALL {
        assert_eq!(loaded(&skeleton(language)).form.languages, [language]);
    }
}

#[test]
fn each_mistake_is_told_with_its_place() {
    #[rustfmt::skip]
    let cases: &[(&str, &str, &str)] = &[
        // syntax
        ("version = 1 ", "version 1 ", ""),
        ("[links]", "[form]\n[links]", ""),
        // keys, types, sizes
        ("synonyms = ", "synonims = ", ""),
        ("languages = [\"ru\"]", "languages = [\"ru\"]\ncolour = 1", ""),
        ("group-by", "groupby", ""),
        ("key = \"place\"\n", "", ""),
        ("type = \"boolean\"", "type = \"bool\"", ""),
        ("rows = 100", "rows = \"100\"", ""),
        ("rows = 100", "rows = 0", ""),
        ("rows = 100", "rows = 5001", ""),
        ("version = 1 ", "version = 0 ", ""),
        ("required = true", "required = \"да\"", ""),
        ("ask-from = 0.72", "ask-from = 1.5", ""),
        ("ask-from = 0.72", "ask-from = nan", ""),
        ("example = \"05.03.2024\"", "example = 2024-03-05", ""),
        ("width = 40", "width = 400", ""),
        ("label = \"Раздел\"", "label = { ru = \"Раздел\", eng = \"Section\" }", ""),
        ("languages = [\"ru\"]", "languages = []", ""),
        ("frequency = \"quarter\"", "frequency = \"quarterly\"", ""),
        // about the form
        ("id = \"my-form\"", "id = \"Моя форма\"", ""),
        ("languages = [\"ru\"]", "languages = [\"ru\", \"ru\"]", ""),
        ("label = \"Раздел\"", "label = { en = \"Section\" }", ""),
        // fields
        ("key = \"place\"", "key = \"Place\"", ""),
        ("key = \"place\"", "key = \"in\"", ""),
        ("key = \"start\"", "key = \"section\"", ""),
        ("role = \"place\"", "role = \"period\"", ""),
        ("role = \"nil\"", "role = \"note\"", ""),
        ("role = \"end\"", "role = \"start\"", ""),
        ("type = \"date\"\nrole = \"end\"", "role = \"end\"", ""),
        ("role = \"title\"", "role = \"section\"", ""),
        ("role = \"place\"", "role = \"unit\"", ""),
        ("dictionary = \"sections\"", "dictionary = \"section\"", ""),
        ("constraints = { required = true, maxLength = 300 }", "constraints = { minimum = 1 }", ""),
        ("constraints = { required = true, maxLength = 300 }", "constraints = { minLength = 9, maxLength = 3 }", ""),
        ("constraints = { required = true, maxLength = 300 }", "constraints = { pattern = '(а' }", ""),
        ("label = \"Раздел\"", "label = \"\"", ""),
        ("label = \"Раздел\"", "label = \"Раз\\nдел\"", ""),
        ("label = \"Место проведения\"", "label = \"МЕСТО\"\nsynonyms = [\"раздел\"]", ""),
        ("example = \"05.03.2024\"", "example = \"5 марта\"", ""),
        ("label = \"Дата окончания\"", "label = \"Дата окончания\"\nexample = \"31.04.2024\"", ""),
        ("help = \"Выберите раздел из списка.\"", "example = \"Кулинария\"", ""),
        // dictionaries
        ("key = \"sport\"", "key = \"culture\"", ""),
        ("aliases = [\"Искусство\"]", "aliases = [\"спорт\"]", ""),
        ("title = \"Разделы\"", "builtin = \"country\"", ""),
        ("[links]", "[dictionaries.extra]\n[links]", ""),
        ("[links]", "[dictionaries.extra]\nentries = [{ key = \"a\", label = \"А\" }]\n[links]", ""),
        // rules
        ("code = \"U03\"", "code = \"у3\"", ""),
        ("code = \"U03\"", "code = \"Z77\"", ""),
        ("row.foreign <= row.total\"", "row.foreign <= \"", ""),
        ("row.foreign <= row.total\"", "row.foriegn <= row.total\"", ""),
        ("!has(row.foreign) || !has(row.total)", "!has(rows.foreign)", ""),
        ("!has(row.foreign) || !has(row.total) || ", "", ""),
        ("row.foreign <= row.total\"", "row.foreign\"", ""),
        ("row.foreign <= row.total\"", "row.foreign <= 'а'\"", ""),
        ("row.foreign <= row.total\"", "100 / row.total > 1\"", ""),
        ("row.foreign <= row.total\"", "smaller(row.foreign, row.total)\"", ""),
        ("fields = [\"foreign\", \"total\"]", "fields = [\"foreign\", \"totals\"]", ""),
        // links, merging, region
        ("[merge.fields]", "equal = [\"titel\"]\n[merge.fields]", ""),
        ("place = \"most-specific\"", "palce = \"most-specific\"", ""),
        ("total = \"lead-warn\"", "total = \"union-lines\"", ""),
        ("region-of = \"Нашей области\"", "period = \"Нашей области\"", ""),
        // report
        ("{ $period-in }\"]", "{ $period-im }\"]", ""),
        ("{ $period-in }\"]", "{ period-in }\"]", ""),
        ("{ $period-in }\"]", "{ $period-in \"]", ""),
        ("sheet = \"Отчет\"", "sheet = \"Отчет [1]\"", ""),
        ("[report]", "[sheets]\ntable = \"Титул\"\n[report]", ""),
        ("\"Свод за { $period }\"", "\"Свод: { $period }\"", ""),
        ("group-by = \"section\"", "group-by = \"place\"", ""),
        ("width = 120", "width = 160", ""),
        ("content = { field = \"place\" }", "content = { field = \"plaec\" }", ""),
        ("content = { field = \"place\" }", "content = { feild = \"place\" }", ""),
        ("content = { field = \"place\" }", "content = \"people\"\n", ""),
        ("counter = \"guests\"", "counter = \"guest\"", ""),
        ("counter = \"guests\"", "counter = \"period\"", ""),
        ("[few] приняты { $n } делегации", "[few] приняты { $m } делегации", ""),
    ];
    let mut wrong = Vec::new();
    for (passage, by, expected) in cases {
        let found = broken(passage, by).join(" | ");
        if found != *expected {
            wrong.push(format!("{passage:?} -> {by:?}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn mistakes_are_gathered_from_everywhere_and_told_in_their_order() {
    let source = skeleton(Language::Ru)
        .replace("id = \"my-form\"", "id = \"My\"")
        .replace("type = \"boolean\"", "type = 1")
        .replace("role = \"title\"", "rolle = \"title\"")
        .replace("counter = \"guests\"", "counter = \"gusts\"");
    let mistakes = load(&source).expect_err("four mistakes");
    let ids: Vec<&str> = mistakes.iter().map(|mistake| mistake.said.id.as_str()).collect();
    assert_eq!(ids, ["form-bad-id", "form-role-type", "form-wrong-type", "form-unknown-key", "form-unknown-counter"]);
}

#[test]
fn every_mistake_can_be_said_in_every_language() {
    let russian = include_str!("../../locales/ru/form.ftl");
    let ids = russian.lines().filter_map(|line| line.split_once(" = ").map(|(id, _)| id)).filter(|id| id.starts_with("form-"));
    for id in ids {
        assert!(Language::ALL.iter().all(|language| crate::words::has(*language, id)), "{id}");
    }
}

#[test]
fn a_closing_sentence_takes_the_right_plural() {
    let form = loaded(builtin("international-events").unwrap());
    let period: Period = "2024-Q1".parse().unwrap();
    let closing = form.report.closing.as_ref().unwrap();
    let say = |language: Language, n: i64| {
        let args = form.report_args(period, language).with("n", n);
        Pattern::parse(language, closing.text.get(language)).unwrap().say(&args).unwrap()
    };
    let guests = "с иностранными делегациями (отдельными лицами) в здании Дома Советов (пл. Ленина, д. 1)";
    for (n, middle) in [
        (1, "состоялась 1 встреча (прием, переговоры)"),
        (3, "состоялись 3 встречи (приемы, переговоры)"),
        (12, "состоялось 12 встреч (приемов, переговоров)"),
        (21, "состоялась 21 встреча (прием, переговоры)"),
        (1864, "состоялись 1864 встречи (приемы, переговоры)"),
    ] {
        assert_eq!(say(Language::Ru, n), format!("В I квартале 2024 года {middle} {guests}"));
    }
    assert_eq!(
        say(Language::En, 1),
        "In Q1 2024 1 meeting (reception, negotiations) with foreign delegations or persons took place in the House of Soviets (1 Lenin Square)"
    );
}

#[test]
fn a_report_has_its_title_and_its_names() {
    let form = loaded(builtin("international-events").unwrap());
    let period: Period = "2024-Q1".parse().unwrap();
    let say = |text: &crate::words::LocalText| {
        let args = form.report_args(period, Language::Ru);
        Pattern::parse(Language::Ru, text.get(Language::Ru)).unwrap().say(&args).unwrap()
    };
    let title: Vec<String> = form.report.title.iter().map(say).collect();
    assert_eq!(
        title,
        [
            "Отчет о мероприятиях в международной сфере, проведенных исполнительными органами",
            "Смоленской области и подведомственными им учреждениями",
            "в I квартале 2024 года"
        ]
    );
    assert_eq!(say(&form.report.workbook_name), "Свод за I квартал 2024 года");
    assert_eq!(say(&form.report.document_name), "Отчет за I квартал 2024 года");
}

#[test]
fn a_total_is_said_with_its_unit() {
    let form = loaded(builtin("international-events").unwrap());
    let line = form.report.total_line.as_ref().unwrap();
    let say = |n: i64| {
        let args = form
            .report_args("2024-Q1".parse::<Period>().unwrap(), Language::Ru)
            .with("total", n)
            .with("of", "посетителей");
        Pattern::parse(Language::Ru, line.text.get(Language::Ru)).unwrap().say(&args).unwrap()
    };
    assert_eq!(say(1864), "Общее количество посетителей – 1864 человека");
    assert_eq!(say(98), "Общее количество посетителей – 98 человек");
}

#[test]
fn countries_are_filled_in_and_own_entries_take_their_place() {
    let form = loaded(&skeleton(Language::Ru).replace(
        "[links]",
        "[dictionaries.countries]\nbuiltin = \"countries\"\nentries = [{ key = \"XX\", label = \"Вымышленная\" }]\n[links]",
    )
    .replace("role = \"place\"", "dictionary = \"countries\"\nrole = \"country\""));
    let countries = &form.dictionaries["countries"];
    assert_eq!(countries.label("XX", Language::Ru), "Вымышленная");
    assert_eq!(countries.entries.len(), crate::phrase::countries::all().len() + 1);
}

#[test]
fn a_long_label_becomes_a_short_prompt_title() {
    let form = loaded(builtin("international-events").unwrap());
    let mut field = form.table.fields[0].clone();
    assert_eq!(field.prompt_title(Language::Ru), "Раздел отчета");
    field.label = "Цель, содержание и результат мероприятия (в том числе договоренности)".into();
    assert_eq!(field.prompt_title(Language::Ru), "Цель, содержание и результат…");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    /// Whatever stands in a file, loading it ends in a form or in mistakes that lie within it, in order.
    #[test]
    fn a_cut_or_dirtied_form_never_panics(at in 0_usize..9000, cut in 0_usize..40, dirt in "[\\PC\"\\[\\]{}=\\n]{0,6}") {
        let source: Vec<char> = skeleton(Language::Ru).chars().collect();
        let at = at.min(source.len());
        let rest = (at + cut).min(source.len());
        let dirtied: String = source[..at].iter().copied().chain(dirt.chars()).chain(source[rest..].iter().copied()).collect();
        if let Err(mistakes) = load(&dirtied) {
            prop_assert!(!mistakes.is_empty());
            prop_assert!(mistakes.iter().all(|mistake| mistake.span.end <= dirtied.len() && mistake.line >= 1));
            prop_assert!(mistakes.is_sorted_by_key(|mistake| mistake.span.start));
        }
    }
}
