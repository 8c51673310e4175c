use proptest::prelude::*;

use super::{Form, Mistake, builtin, builtin_ids, load, skeleton};
use crate::record::Period;
use crate::words::{Language, Pattern};

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
        ("version = 1 ", "version 1 ", "7:9 Файл не разобрать как TOML: key with no value, expected `=`."),
        ("[links]", "[form]\n[links]", "128:2 Этот ключ уже стоит выше. Оставьте один."),
        // keys, types, sizes
        ("synonyms = ", "synonims = ", "69:1 Ключа «synonims» здесь нет. Может быть, «synonyms»?"),
        ("languages = [\"ru\"]", "languages = [\"ru\"]\ncolour = 1", "10:1 Ключа «colour» здесь нет."),
        ("group-by", "groupby", "142:1 Ключа «groupby» здесь нет. Может быть, «group-by»?"),
        ("key = \"place\"\n", "", "73:1 Не хватает ключа «key». | 131:1 Поля «place» в таблице нет. | 156:21 Поля «place» в таблице нет."),
        ("type = \"boolean\"", "type = \"bool\"", "39:8 «bool» здесь не бывает. Можно: string, integer, number, date, boolean."),
        ("rows = 100", "rows = \"100\"", "53:8 Здесь нужно целое число, а стоит текст."),
        ("rows = 100", "rows = 0", "53:8 Слишком мало: нужно не меньше 1."),
        ("rows = 100", "rows = 5001", "53:8 Слишком много: нужно не больше 5000."),
        ("version = 1 ", "version = 0 ", "7:11 Слишком мало: нужно не меньше 1."),
        ("required = true", "required = \"да\"", "61:28 Здесь нужно true или false, а стоит текст."),
        ("ask-from = 0.72", "ask-from = 1.5", "129:12 Слишком много: нужно не больше 1."),
        ("ask-from = 0.72", "ask-from = nan", "129:12 Такое число использовать нельзя."),
        ("example = \"05.03.2024\"", "example = 2024-03-05", "84:11 Здесь нужно «текст в кавычках» или тексты по языкам: ru = \"…\", en = \"…\", а стоит дата без кавычек."),
        ("width = 40", "width = 400", "71:9 Слишком много: нужно не больше 120."),
        ("label = \"Раздел\"", "label = { ru = \"Раздел\", eng = \"Section\" }", "59:26 Ключа «eng» здесь нет. Может быть, «en»?"),
        ("languages = [\"ru\"]", "languages = []", "9:13 Нужна хотя бы одна запись."),
        ("frequency = \"quarter\"", "frequency = \"quarterly\"", "10:13 «quarterly» здесь не бывает. Может быть, «quarter»? Можно: month, quarter, half-year, year."),
        // about the form
        ("id = \"my-form\"", "id = \"Моя форма\"", "6:6 Имя «Моя форма» не годится: нужны строчные латинские буквы, цифры и дефисы, первой – буква."),
        ("languages = [\"ru\"]", "languages = [\"ru\", \"ru\"]", "9:20 Язык «ru» назван дважды."),
        ("label = \"Раздел\"", "label = { en = \"Section\" }", "59:9 Нет текста на языке «ru», а он объявлен среди языков формы."),
        // fields
        ("key = \"place\"", "key = \"Place\"", "74:7 Ключ «Place» не годится: нужны строчные латинские буквы, цифры и подчёркивания, первой – буква, всего не больше 60 знаков. | 132:1 Поля «place» в таблице нет. Может быть, «Place»? | 157:21 Поля «place» в таблице нет. Может быть, «Place»?"),
        ("key = \"place\"", "key = \"in\"", "74:7 Слово «in» занято языком правил. Назовите поле иначе. | 132:1 Поля «place» в таблице нет. | 157:21 Поля «place» в таблице нет."),
        ("key = \"start\"", "key = \"section\"", "80:7 Поле с ключом «section» уже есть."),
        ("role = \"place\"", "role = \"period\"", "75:8 Роль «period» бывает только у поля титульного листа, а это поле таблицы."),
        ("role = \"nil\"", "role = \"note\"", "40:8 Роль «note» бывает только у поля таблицы, а это поле титульного листа."),
        ("role = \"end\"", "role = \"start\"", "90:8 Роль «start» на этом листе уже занята другим полем."),
        ("type = \"date\"\nrole = \"end\"", "role = \"end\"", "89:8 Для роли «end» нужен тип date."),
        ("role = \"title\"", "role = \"section\"", "65:8 Роль «section» на этом листе уже занята другим полем."),
        ("role = \"place\"", "role = \"unit\"", "75:8 Для роли «unit» нужен справочник (dictionary)."),
        ("dictionary = \"sections\"", "dictionary = \"section\"", "58:14 Справочника «section» нет. Может быть, «sections»? | 109:15 Справочник «sections» не назван ни у одного поля. Удалите его или укажите у поля."),
        ("constraints = { required = true, maxLength = 300 }", "constraints = { minimum = 1 }", "77:17 Ограничение «minimum» к полю такого типа не применяется."),
        ("constraints = { required = true, maxLength = 300 }", "constraints = { minLength = 9, maxLength = 3 }", "77:29 Нижняя граница (minLength) больше верхней (maxLength): ни одно значение не подойдёт."),
        ("constraints = { required = true, maxLength = 300 }", "constraints = { pattern = '(а' }", "77:27 Регулярное выражение не разобрать: unclosed group."),
        ("label = \"Раздел\"", "label = \"\"", "59:9 Текст пуст. Впишите его или удалите ключ."),
        ("label = \"Раздел\"", "label = \"Раз\\nдел\"", "59:9 Здесь нельзя переносить строку."),
        ("label = \"Место проведения\"", "label = \"МЕСТО\"\nsynonyms = [\"раздел\"]", "77:13 Заголовок «раздел» уже ведёт к полю «section». Столбец не узнать по нему однозначно."),
        ("example = \"05.03.2024\"", "example = \"5 марта\"", "84:11 Пример «5 марта» сам не прошёл бы проверку этого поля."),
        ("label = \"Дата окончания\"", "label = \"Дата окончания\"\nexample = \"31.04.2024\"", "92:11 Пример «31.04.2024» сам не прошёл бы проверку этого поля."),
        ("constraints = { minimum = 0 }", "example = \"-1\"\nconstraints = { minimum = 0 }", "48:11 Пример «-1» сам не прошёл бы проверку этого поля."),
        ("help = \"Выберите раздел из списка.\"", "example = \"Кулинария\"", "60:11 Пример «Кулинария» сам не прошёл бы проверку этого поля."),
        // dictionaries
        ("key = \"sport\"", "key = \"culture\"", "114:13 Запись с ключом «culture» в этом справочнике уже есть."),
        ("aliases = [\"Искусство\"]", "aliases = [\"спорт\"]", "114:30 «Спорт» уже ведёт к записи «culture». Одно слово не может означать две записи."),
        ("title = \"Разделы\"", "builtin = \"country\"", "110:11 Встроенного справочника «country» нет. Может быть, «countries»?"),
        ("[links]", "[dictionaries.extra]\n[links]", "128:15 Справочник «extra» пуст. | 128:15 Справочник «extra» не назван ни у одного поля. Удалите его или укажите у поля."),
        ("[links]", "[dictionaries.extra]\nentries = [{ key = \"a\", label = \"А\" }]\n[links]", "128:15 Справочник «extra» не назван ни у одного поля. Удалите его или укажите у поля."),
        // rules
        ("code = \"U03\"", "code = \"у3\"", "121:8 Код «у3» не годится: нужны одна-три прописные латинские буквы и две-три цифры, например Z01."),
        ("code = \"U03\"", "code = \"Z77\"", "121:8 Кода «Z77» в перечне svod нет, поэтому правилу нужна своя фраза: message."),
        ("row.foreign <= row.total\"", "row.foreign <= \"", "123:10 Выражение не разобрать: Syntax error: mismatched input '<EOF>' expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}."),
        ("row.foreign <= row.total\"", "row.foriegn <= row.total\"", "123:51 В выражении названо поле «foriegn», а его нет. Может быть, «foreign»?"),
        ("!has(row.foreign) || !has(row.total)", "!has(rows.foreign)", "123:16 Имени «rows» правило не знает: есть row, header и period. Может быть, «row»?"),
        ("!has(row.foreign) || !has(row.total) || ", "", "123:10 Когда ячейка «total» пуста, правило не выполнить. Сначала спросите, заполнена ли она: has(row.total)."),
        ("row.foreign <= row.total\"", "row.foreign\"", "123:10 Правило сравнивает или складывает значения разных типов: found no matching overload for '_||_' applied to '(bool, int)'. Целые числа пишутся 12, дробные – 12.0, тексты и даты – в апострофах."),
        ("row.foreign <= row.total\"", "row.foreign <= 'а'\"", "123:10 Правило сравнивает или складывает значения разных типов: found no matching overload for '_<=_' applied to '(int, string)'. Целые числа пишутся 12, дробные – 12.0, тексты и даты – в апострофах."),
        ("row.foreign <= row.total\"", "100 / row.total > 1\"", "123:10 Правило может делить на ноль. Сначала спросите, не ноль ли делитель."),
        ("row.foreign <= row.total\"", "smaller(row.foreign, row.total)\"", "123:10 Действия «smaller» язык правил не знает."),
        ("row.foreign <= row.total\"", "row.foreign <= header.guests\"", "123:10 Когда ячейка «guests» пуста, правило не выполнить. Сначала спросите, заполнена ли она: has(header.guests)."),
        ("fields = [\"foreign\", \"total\"]", "fields = [\"foreign\", \"totals\"]", "124:22 Поля «totals» в таблице нет. Может быть, «total»?"),
        // links, merging, region
        ("[merge.fields]", "equal = [\"titel\"]\n[merge.fields]", "131:10 Поля «titel» в таблице нет. Может быть, «title»?"),
        ("place = \"most-specific\"", "palce = \"most-specific\"", "132:1 Поля «palce» в таблице нет. Может быть, «place»?"),
        ("total = \"lead-warn\"", "total = \"union-lines\"", "133:9 Правило «union-lines» годится только для полей со свободным текстом."),
        ("region-of = \"Нашей области\"", "period = \"Нашей области\"", "23:1 Имя «period» занято: так называется одно из слов самого отчёта. | 138:34 Слова «$region-of» у этой фразы нет."),
        // report
        ("{ $period-in }\"]", "{ $period-im }\"]", "138:52 Слова «$period-im» у этой фразы нет. Может быть, «$period-in»?"),
        ("{ $period-in }\"]", "{ period-in }\"]", "138:49 «period-in» во фразе не сказать: можно называть только слова с «$»."),
        ("{ $period-in }\"]", "{ $period-in \"]", "138:49 Фразу не разобрать: Expected a token starting with \"}\"."),
        ("sheet = \"Отчет\"", "sheet = \"Отчет [1]\"", "139:9 Лист нельзя назвать «Отчет [1]»: нужно от 1 до 31 знака, без [ ] : * ? / \\ и без апострофа по краям."),
        ("[report]", "[sheets]\ntable = \"Титул\"\n[report]", "138:9 Лист «Титул» в этой книге уже есть."),
        ("\"Свод за { $period }\"", "\"Свод: { $period }\"", "140:17 Файл нельзя назвать «Свод: { $period }»: уберите знаки / \\ : * ? \" < > | и точки по краям."),
        ("[report]", "[sheets]\ntable = \"SVOD\"\n[report]", "138:9 Лист «SVOD» в этой книге уже есть."),
        ("group-by = \"section\"", "group-by = \"place\"", "142:12 По этому полю не сгруппировать: у него нет справочника."),
        ("width = 120", "width = 160", "161:9 Столбцы не помещаются на лист: вместе они шире 257 мм."),
        ("content = { field = \"place\" }", "content = { field = \"plaec\" }", "157:21 Поля «plaec» в таблице нет. Может быть, «place»?"),
        ("content = { field = \"place\" }", "content = { feild = \"place\" }", "157:11 Не хватает ключа «field». | 157:13 Ключа «feild» здесь нет. Может быть, «field»?"),
        ("role = \"start\"\n", "", "161:11 Столбцу с датами нужно поле с ролью start или dates-text."),
        ("counter = \"guests\"", "counter = \"guest\"", "165:11 Поля «guest» на титульном листе нет. Может быть, «guests»?"),
        ("counter = \"guests\"", "counter = \"period\"", "165:11 Сложить можно только целые числа, а у поля «period» другой тип."),
        ("[few] приняты { $n } делегации", "[few] приняты { $m } делегации", "169:21 Слова «$m» у этой фразы нет."),
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
    let mistakes = load(&source).expect_err("mistakes");
    let ids: Vec<&str> = mistakes.iter().map(|mistake| mistake.said.id.as_str()).collect();
    assert_eq!(ids, ["form-bad-id", "form-wrong-type", "form-unknown-key", "form-unknown-counter"]);
}

#[test]
fn every_mistake_can_be_said_in_every_language() {
    let russian = include_str!("../../locales/ru/form.ftl");
    let ids = russian
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(id, _)| id))
        .filter(|id| id.starts_with("form-"));
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
        let args = form.report_args(period, language).with("n", n).with("reported", "");
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
fn a_region_of_the_workspaces_own_must_give_the_words_of_the_report() {
    let form = loaded(builtin("international-events").unwrap());
    assert!(form.words_lacking(&form.region).is_empty());
    assert_eq!(form.words_lacking(&super::Region::default()), ["reception-hall", "region-of"]);
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a test reads a sample that lies outside the repository")]
fn the_form_of_the_seed_report_has_its_sections_and_columns() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seed/events.json");
    let Ok(seed) = std::fs::read(path) else {
        println!("skipped: {path} is not there");
        return;
    };
    let seed: serde_json::Value = serde_json::from_slice(&seed).unwrap();
    let form = loaded(builtin("international-events").unwrap());
    let sections: Vec<&str> =
        form.dictionaries["sections"].entries.iter().map(|entry| entry.label.get(Language::Ru)).collect();
    let headings: Vec<&str> = form.report.columns.iter().map(|column| column.heading.get(Language::Ru)).collect();
    assert_eq!(serde_json::json!(sections), seed["sections"]);
    assert_eq!(serde_json::json!(headings), seed["columns"]);
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
    .replace("place = \"most-specific\"", "place = \"lead\"")
    .replace("role = \"place\"", "dictionary = \"countries\"\nrole = \"country\"")
    .replace("required = true, maxLength = 300", "required = true"));
    let countries = &form.dictionaries["countries"];
    assert_eq!(countries.label("XX", Language::Ru), "Вымышленная");
    assert_eq!(countries.entries.len(), crate::phrase::countries::all().len() + 1);
}

#[test]
fn a_country_that_does_not_exist_is_a_mistake() {
    if crate::phrase::countries::all().is_empty() {
        println!("skipped: the table of countries is empty");
        return;
    }
    assert_eq!(
        broken("country = \"RU\"", "country = \"QX\""),
        ["20:11 Страны с кодом «QX» нет. Нужен код ISO 3166 из двух букв, например RU."]
    );
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

#[test]
fn a_bottomless_expression_or_regex_is_a_mistake_and_no_crash() {
    for depth in [200, 5_000] {
        let deep = format!("{}true{}", "(".repeat(depth), ")".repeat(depth));
        let rule = "!has(row.foreign) || !has(row.total) || row.foreign <= row.total";
        assert!(load(&skeleton(Language::Ru).replace(rule, &deep)).is_err(), "{depth}");
        let chain = format!("{rule}{}", " || row.total > 1".repeat(depth));
        assert!(load(&skeleton(Language::Ru).replace(rule, &chain)).is_err(), "{depth}");
        let nots = format!("{}{rule}", "!".repeat(depth * 2));
        let _ = load(&skeleton(Language::Ru).replace(rule, &nots));
        let group = format!("constraints = {{ pattern = '{}а{}' }}", "(".repeat(depth), ")".repeat(depth));
        let plain = "constraints = { required = true, maxLength = 300 }";
        assert!(load(&skeleton(Language::Ru).replace(plain, &group)).is_err() || depth < 250, "{depth}");
        let nested = format!("[links]\nequal = {}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(load(&skeleton(Language::Ru).replace("[links]", &nested)).is_err(), "{depth}");
        let placeables = format!("\"{}$period{}\"", "{".repeat(depth), "}".repeat(depth));
        let _ = load(&skeleton(Language::Ru).replace("\"Свод за { $period }\"", &placeables));
    }
}
