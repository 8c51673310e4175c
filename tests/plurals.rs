//! Numbers in sentences: every message that puts a number beside a noun, said with numbers of each plural form.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, PatternElement, VariantKey};
use svod::words::{self, Args, Language};

/// One and those that go with it, few, many; those that end like others and are not.
const NUMBERS: [u32; 8] = [1, 2, 5, 11, 21, 22, 104, 111];
/// Names of arguments that are numbers, where a message does not show it by choosing its words by them.
const COUNTS: &[&str] = &[
    "n",
    "of",
    "count",
    "asked",
    "answered",
    "received",
    "in-report",
    "merged",
    "refused",
    "waiting",
    "errors",
    "warnings",
    "questions",
    "foreign",
    "max",
    "min",
    "most",
    "least",
    "left",
    "nil",
    "on-time",
    "in-order",
    "share",
    "more",
];
/// Nouns that stand behind numbers: of one, of two, of five.
const NOUNS: &[[&str; 3]] = &[
    ["строка", "строки", "строк"],
    ["файл", "файла", "файлов"],
    ["вопрос", "вопроса", "вопросов"],
    ["документ", "документа", "документов"],
    ["запись", "записи", "записей"],
    ["знак", "знака", "знаков"],
    ["значение", "значения", "значений"],
    ["иностранец", "иностранца", "иностранцев"],
    ["мероприятие", "мероприятия", "мероприятий"],
    ["организация", "организации", "организаций"],
    ["ответ", "ответа", "ответов"],
    ["отличие", "отличия", "отличий"],
    ["ошибка", "ошибки", "ошибок"],
    ["письмо", "письма", "писем"],
    ["предупреждение", "предупреждения", "предупреждений"],
    ["решение", "решения", "решений"],
    ["учреждение", "учреждения", "учреждений"],
    ["часть", "части", "частей"],
    ["человек", "человека", "человек"],
    ["шаблон", "шаблона", "шаблонов"],
    ["день", "дня", "дней"],
    ["ячейка", "ячейки", "ячеек"],
    ["оригинал", "оригинала", "оригиналов"],
    ["правка", "правки", "правок"],
    ["область", "области", "областей"],
];
/// What may stand behind a number that counts nothing there: «5 из 7», «от 3 до 8 знаков», units of measure.
const OTHERS: &[&str] = &["из", "до", "с", "мм", "ждёт", "ждут", "марта"];
/// Behind these a number is in the genitive.
const OF: &[&str] = &["из", "до", "более", "больше", "меньше", "чем", "от", "около", "без", "свыше", "кроме"];

/// Ids of a language's messages, each with the arguments by which it chooses a plural.
fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(language);
    let mut found = BTreeMap::new();
    for file in fs::read_dir(folder).unwrap() {
        let source = fs::read_to_string(file.unwrap().path()).unwrap();
        for entry in fluent_syntax::parser::parse(source).unwrap().body {
            if let Entry::Message(message) = entry {
                let mut selectors = BTreeSet::new();
                message.value.iter().for_each(|pattern| plural(&pattern.elements, &mut selectors));
                found.insert(message.id.name, selectors);
            }
        }
    }
    found
}

fn plural(elements: &[PatternElement<String>], found: &mut BTreeSet<String>) {
    for element in elements {
        let PatternElement::Placeable { expression: Expression::Select { selector, variants } } = element else {
            continue;
        };
        let is_plural = variants.iter().any(|variant| match &variant.key {
            VariantKey::Identifier { name } => name == "one",
            VariantKey::NumberLiteral { .. } => true,
        });
        if let (InlineExpression::VariableReference { id }, true) = (selector, is_plural) {
            found.insert(id.name.clone());
        }
        for variant in variants {
            plural(&variant.value.elements, found);
        }
    }
}

/// What stands around a number in a sentence: the word before it, and the one behind it, over an adjective.
fn beside(said: &str, n: u32) -> Vec<(String, String)> {
    let n = n.to_string();
    let words: Vec<&str> = said.split_whitespace().collect();
    let bare = |at: usize| {
        let word = words.get(at).copied().unwrap_or_default();
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase()
    };
    let is_small = |at: usize| words.get(at).is_some_and(|word| word.starts_with(char::is_lowercase));
    let is_noun = |word: &str| NOUNS.iter().any(|forms| forms.contains(&word));
    let ends = ["ый", "ий", "ых", "их", "ая", "ые", "ое", "ого"];
    let is_adjective = |word: &str| !is_noun(word) && ends.iter().any(|end| word.ends_with(end));
    let numbers = (0..words.len()).filter(|at| words[*at].trim_start_matches(['(', '«', '“', '"']) == n);
    numbers
        .filter(|at| is_small(at + 1))
        .map(|at| {
            let behind = if is_adjective(&bare(at + 1)) && is_small(at + 2) { at + 2 } else { at + 1 };
            (at.checked_sub(1).map_or_else(String::new, bare), bare(behind))
        })
        .collect()
}

/// Each sentence that a language says with each number: id, number, words around it.
fn sentences(language: Language) -> Vec<(String, u32, String, String)> {
    let mut all = Vec::new();
    for (id, selectors) in messages(language.code()) {
        for n in NUMBERS {
            let args = words::variables(language, &id).into_iter().fold(Args::new(), |args, name| {
                if selectors.contains(&name) || COUNTS.contains(&name.as_str()) {
                    args.with(&name, n)
                } else {
                    args.with(&name, "Ж")
                }
            });
            let said = words::text(language, &id, &args);
            all.extend(beside(&said, n).into_iter().map(|(before, behind)| (id.clone(), n, before, behind)));
        }
    }
    all
}

#[test]
fn every_russian_number_agrees_with_the_noun_beside_it() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (id, n, before, behind) in sentences(Language::Ru) {
        let form = match (n % 10, n % 100) {
            (_, 11..=14) => 2,
            (1, _) => 0,
            (2..=4, _) => 1,
            _ => 2,
        };
        // «из 21 файла»: the genitive of one is what stands behind two.
        let form = match (OF.contains(&before.as_str()), form) {
            (false, form) => form,
            (true, 0) => 1,
            (true, _) => 2,
        };
        // The number of a row counts nothing.
        if before.starts_with("строк") {
            continue;
        }
        // «по 21 мероприятию», «по 22 мероприятиям».
        if before == "по" {
            let end = if n % 10 == 1 && n != 11 && n != 111 { "ю" } else { "ям" };
            wrong.extend((!behind.ends_with(end)).then(|| format!("{id}: {before} {n} {behind}")));
            continue;
        }
        match NOUNS.iter().find(|forms| forms.contains(&behind.as_str())) {
            Some(forms) if forms[form] == behind => seen += 1,
            None if OTHERS.contains(&behind.as_str()) => {}
            _ => wrong.push(format!("{id}: {before} {n} {behind}")),
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(seen > 300, "only {seen} were found: they are no longer looked for where they stand");
}

/// Words behind a number that end as plurals do, and are none.
const NO_PLURALS: &[&str] =
    &["is", "was", "has", "gives", "waits", "fits", "does", "stands", "this", "as", "s", "needs"];
/// Nouns that stand behind numbers.
const ENGLISH: &[&str] = &[
    "answer",
    "cell",
    "character",
    "correction",
    "day",
    "decision",
    "difference",
    "document",
    "entry",
    "error",
    "event",
    "file",
    "institution",
    "letter",
    "line",
    "message",
    "organisation",
    "original",
    "part",
    "question",
    "row",
    "rule",
    "template",
    "value",
    "warning",
    "foreigner",
    "record",
    "mistake",
];

#[test]
fn every_english_number_agrees_with_the_noun_beside_it() {
    let (mut wrong, mut seen) = (Vec::new(), 0);
    for (id, n, before, behind) in sentences(Language::En) {
        let plural = behind.ends_with('s') && !NO_PLURALS.contains(&behind.as_str()) || behind == "people";
        let one = ENGLISH.contains(&behind.as_str()) || behind == "person";
        seen += usize::from(one || plural);
        // «row 5 of …» is the number of a row, «error 5» that of an error.
        if n == 1 && plural || n > 1 && one {
            wrong.push(format!("{id}: {before} {n} {behind}"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
    assert!(seen > 300, "only {seen} were found: they are no longer looked for where they stand");
}
