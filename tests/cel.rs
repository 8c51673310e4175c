//! Rules of forms as the CEL library works them out today: expressions and their answers. Forms are other people's files, so
//! another version of the library must give the same; what it gives otherwise is told to those who write forms.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value as Json;

use crate::campaign::{Campaign, Returned, svod};

/// One row: `number` 7, `name`, `position`, `hours` 16, `amount` 1500.5, `since` 5 March 2024, `paid` yes. `organisation`,
/// `programme` and `dates` are blank.
const CORPUS: &[(&str, bool)] = &[
    // Presence.
    ("has(row.hours)", true),
    ("has(row.programme)", false),
    ("!has(row.programme) || row.programme != ''", true),
    ("has(row.hours) && !has(row.organisation)", true),
    ("'hours' in row", true),
    ("'programme' in row", false),
    // Numbers.
    ("row.hours > 15", true),
    ("row.hours >= 17", false),
    ("row.hours + row.number == 23", true),
    ("row.hours - 20 == -4", true),
    ("row.hours / 5 == 3", true),
    ("row.hours % 5 == 1", true),
    ("row.amount > 1500.0", true),
    ("row.amount * 2.0 == 3001.0", true),
    ("row.amount <= 100.0 * double(row.hours)", true),
    ("int(row.amount) == 1500", true),
    ("double(row.hours) == 16.0", true),
    ("row.hours == 16.0", true),
    ("row.hours < 16.5", true),
    ("row.hours in [8, 16, 24]", true),
    // Texts.
    ("row.name == 'Ёлкина Анна'", true),
    ("size(row.name) == 11", true),
    ("row.name.size() == 11", true),
    ("row.name.startsWith('Ёлк')", true),
    ("row.name.endsWith('анна')", false),
    ("row.name.contains('кина А')", true),
    ("row.name + '!' == 'Ёлкина Анна!'", true),
    ("'Ж' < row.name", false),
    ("string(row.hours) == '16'", true),
    ("int('16') == row.hours", true),
    // Days are text in the order of days.
    ("row.since == '2024-03-05'", true),
    ("row.since >= period.first && row.since <= period.last", true),
    ("row.since > '2024-03-10'", false),
    ("row.since.startsWith('2024-03')", true),
    // Yes and no, the title sheet, choices.
    ("row.paid", true),
    ("row.paid == false", false),
    ("header.institution == 'Дом культуры'", true),
    ("(row.paid ? row.hours : 0) == 16", true),
    // Lists and maps.
    ("[row.number, row.hours].all(n, n > 6)", true),
    ("[row.number, row.hours].exists(n, n == 8)", false),
    ("[1, 2, 16].exists_one(n, n == row.hours)", true),
    ("size([1, 7, 16].filter(n, n <= row.number)) == 2", true),
    ("[1, 2].map(n, n * row.number) == [7, 14]", true),
    ("['hours', 'number'].all(key, key in row)", true),
    ("{'a': 1}.a == 1", true),
    ("size([]) == 0", true),
];

/// What no form may hold: the checker of forms says so.
const REFUSED: &[&str] = &[
    "",
    "row.hours +",
    "row.hours",
    "'yes'",
    "row.hours > 'a'",
    "row.name > 5",
    "rows.hours > 5",
    "unknown(row.hours)",
    "row.name.toUpperCase() == 'A'",
    "row.no_such_field == 1",
    "row.programme == 'x'",
    "row.programme == 'x' || has(row.hours)",
    "row.programme == 'x' && !has(row.hours)",
    "row.hours / (row.number - 7) == 1",
    "9223372036854775807 + row.number > 0",
    "row.name.matches('^[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+$')",
    "row.position.matches('директор')",
    "int(row.name) == 1",
    "timestamp(row.since + 'T00:00:00Z').getMonth() == 2",
    "timestamp('2024-03-10T00:00:00Z') - timestamp(row.since + 'T00:00:00Z') == duration('120h')",
];

const FIELDS: &str = r#"
[[table.fields]]
key = "since"
type = "date"
label = { ru = "С какого дня", en = "Since" }

[[table.fields]]
key = "paid"
type = "boolean"
label = { ru = "Оплачено", en = "Paid" }

[report]
"#;

/// An expression as a form has to write it: whatever it reads must be there. `organisation`, `programme` and `dates` are not.
fn guarded(expression: &str) -> String {
    let given = ["number", "name", "position", "hours", "amount", "since", "paid"].map(|key| format!("row.{key}"));
    let read = given
        .iter()
        .map(String::as_str)
        .chain(["header.institution"])
        .filter(|field| expression.contains(field) && !expression.contains(&format!("has({field})")));
    let guards: Vec<String> = read.map(|field| format!("!has({field}) || ")).collect();
    format!("{}({expression})", guards.concat())
}

/// The form of staff training with two fields more and these rules.
fn form(expressions: &[String]) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms/staff-training.toml");
    let mut form = fs::read_to_string(path).unwrap().replace("\n[report]\n", FIELDS);
    for (expression, n) in expressions.iter().zip(1..) {
        let quoted = serde_json::to_string(expression).unwrap();
        write!(
            form,
            "\n[[rules]]\ncode = \"W{n:02}\"\nseverity = \"error\"\nassert = {quoted}\nfields = [\"hours\"]\n\
             message = {{ ru = \"неверно\", en = \"wrong\" }}\n"
        )
        .unwrap();
    }
    form
}

#[test]
fn expressions_of_rules_have_the_answers_that_they_had() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.toml");
    let mut wrong = Vec::new();
    {
        let part = CORPUS;
        let expressions: Vec<String> = part.iter().map(|(expression, _)| guarded(expression)).collect();
        fs::write(&path, form(&expressions)).unwrap();
        let campaign = Campaign::with_form(path.to_str().unwrap(), "2024").institution("house", "Дом культуры");
        let row = Returned::default().row(&[
            ("number", "7"),
            ("name", "Ёлкина Анна"),
            ("position", "Заместитель директора"),
            ("hours", "16"),
            ("amount", "1500,5"),
            ("since", "2024-03-05"),
            ("paid", "да"),
        ]);
        let file = folder.path().join("returned.xlsx");
        fs::write(&file, campaign.workbook("house", &row)).unwrap();
        let args =
            ["check", "--form", path.to_str().unwrap(), "--format", "json", "--lang", "en", file.to_str().unwrap()];
        let output = svod(&args);
        let answer: Json = serde_json::from_slice(&output.stdout).unwrap();
        let findings = answer["findings"].as_array().unwrap_or_else(|| panic!("{answer}"));
        for ((expression, holds), n) in part.iter().zip(1..) {
            let code = format!("W{n:02}");
            let said: Vec<&Json> = findings
                .iter()
                .filter(|finding| {
                    finding["code"] == *code
                        || finding["message"].as_str().is_some_and(|message| message.contains(&code))
                })
                .collect();
            let is_broken = said.iter().any(|finding| finding["code"] == *code);
            if is_broken == *holds || said.len() != usize::from(!holds) {
                wrong.push(format!("{expression}: {said:?}"));
            }
        }
        assert!(answer["rows"].as_array().is_some(), "{answer}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_can_never_be_worked_out_is_refused_with_the_form() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("form.toml");
    let accepts = |expression: &str| {
        fs::write(&path, form(&[expression.to_owned()])).unwrap();
        svod(&["form", "check", path.to_str().unwrap()]).status.success()
    };
    assert!(accepts("has(row.hours)"));
    let accepted: Vec<_> = REFUSED.iter().filter(|expression| accepts(expression)).collect();
    assert!(accepted.is_empty(), "{accepted:?}");
}
