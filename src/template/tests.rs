use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, SheetVisible, Xlsx};
use jiff::civil::date;

use super::watch::Watch;
use super::*;
use crate::form::{FieldType, Role};
use crate::layout::Passport;
use crate::register::Register;

fn form() -> Form {
    crate::form::load(crate::form::builtin("international-events").unwrap()).unwrap()
}

fn institution(name: &str) -> Institution {
    Institution {
        email: "museum@example.org".to_owned(), ..Institution::called_so("museum", name, "Музей ремесел")
    }
}

const NAME: &str = "Государственное учреждение культуры «Музей народных ремесел Заречной области»";

fn made_of(form: &Form, institution: &Institution, language: Language, contents: &Contents) -> Artifact {
    let issue = Issue {
        institution: Some(institution),
        names: &[],
        period: "2024-Q1".parse().unwrap(),
        language,
        deadline: Some(date(2024, 4, 5)),
        key: None,
    };
    workbook(form, &Layout::of(form, language), &issue, contents).unwrap()
}

fn made(language: Language, contents: &Contents) -> Artifact {
    made_of(&form(), &institution(NAME), language, contents)
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

fn entries<const N: usize>(values: [(&str, Value); N]) -> BTreeMap<FieldKey, Value> {
    values.into_iter().map(|(key, value)| (FieldKey::new(key), value)).collect()
}

/// Three rows: a sound one, one that lacks and contradicts, one with its days in words.
fn filled() -> Contents {
    let long = "Цель мастерской – обмен приемами ткачества между мастерами двух соседних областей. Прошли 12 открытых \
                занятий и круглый стол о сохранении старинных станков. Стороны договорились об обмене выставками.";
    let sound = entries([
        ("section", text("culture-tourism")),
        ("title", text("Международная мастерская ткачества «Узор у реки»")),
        ("place", text("г. Заречный, Дом ремесел")),
        ("country", text("RU")),
        ("format", text("on-site")),
        ("start", Value::Date(date(2024, 2, 12))),
        ("end", Value::Date(date(2024, 2, 14))),
        ("content", text(&long.repeat(2))),
        ("participants", text("Мастера народных промыслов Заречной области и Витебской области (Республика Беларусь)")),
        ("total", Value::Integer(120)),
        ("unit", text("participant")),
        ("foreign", Value::Integer(35)),
    ]);
    let wrong = entries([
        ("section", text("Раздел, которого нет")),
        ("title", text("=HYPERLINK(\"http://example.org\")")),
        ("start", Value::Date(date(2024, 3, 5))),
        ("end", Value::Date(date(2024, 3, 1))),
        ("content", text("Встреча.")),
        ("total", Value::Integer(5)),
        ("foreign", Value::Integer(9)),
    ]);
    let mut words = sound.clone();
    words.remove("start");
    words.remove("end");
    words.insert(FieldKey::new("dates_text"), text("16 февраля, 5 марта 2024 года"));
    let header = entries([
        ("nil", Value::Boolean(false)),
        ("receptions", Value::Integer(3)),
        ("responsible", text("Ткачева Анна Петровна, хранитель фондов")),
    ]);
    Contents { header, rows: vec![sound, wrong, words] }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn cell(book: &mut Xlsx<Cursor<Vec<u8>>>, sheet: &str, row: u32, col: u16) -> Data {
    book.worksheet_range(sheet).unwrap().get_value((row, u32::from(col))).cloned().unwrap_or(Data::Empty)
}

fn opened(artifact: &Artifact) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(artifact.bytes.clone())).unwrap()
}

/// What stands in the line that says how things stand.
fn state(artifact: &Artifact) -> String {
    cell(&mut opened(artifact), "Титул", 3, 1).to_string()
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    assert_eq!(made(Language::Ru, &filled()), made(Language::Ru, &filled()));
}

#[test]
fn the_file_is_called_after_the_institution_and_the_period() {
    assert_eq!(made(Language::Ru, &Contents::default()).name, "Музей ремесел – I квартал 2024 года.xlsx");
    let mut long = institution(NAME);
    long.short_name = "Дом/".repeat(100);
    let name = made_of(&form(), &long, Language::En, &Contents::default()).name;
    assert!(name.starts_with("Дом-Дом-") && name.ends_with("… – Q1 2024.xlsx") && name.len() < 255, "{name}");
    (long.name, long.short_name) = (String::new(), String::new());
    let name = made_of(&form(), &long, Language::En, &Contents::default()).name;
    assert_eq!(name, "museum – Q1 2024.xlsx");
}

#[test]
fn every_value_stands_where_the_layout_says() {
    let (form, artifact) = (form(), made(Language::Ru, &filled()));
    let (layout, mut book) = (Layout::of(&form, Language::Ru), opened(&artifact));
    for (key, col) in &layout.columns {
        let label = form.field(key.as_str()).unwrap().label.get(Language::Ru).to_owned();
        assert_eq!(cell(&mut book, &layout.table_sheet, layout.key_row, *col), Data::String(key.to_string()));
        let shown = cell(&mut book, &layout.table_sheet, layout.label_row(), *col).to_string();
        assert_eq!(shown.trim_end_matches(" *"), label);
    }
    let mut at = |row: u32, key: &str| {
        cell(&mut book, &layout.table_sheet, layout.first_row() + row, layout.column(key).unwrap())
    };
    assert_eq!(at(0, "section"), Data::String("Сотрудничество в сфере культуры и туризма".into()));
    assert_eq!(at(0, "total"), Data::Float(120.0));
    assert!(matches!(at(0, "start"), Data::DateTime(_)));
    assert_eq!(at(1, "section"), Data::String("Раздел, которого нет".into()));
    assert_eq!(at(1, "title"), Data::String("=HYPERLINK(\"http://example.org\")".into()));
    assert_eq!(at(3, "title"), Data::Empty);
}

#[test]
fn every_input_has_its_name_and_the_passport_says_whose_the_file_is() {
    let (form, artifact) = (form(), made(Language::Ru, &Contents::default()));
    let (layout, mut book) = (Layout::of(&form, Language::Ru), opened(&artifact));
    for (key, place) in &layout.header {
        let name = format!("svod_{key}");
        let (_, range) = book.defined_names().iter().find(|(known, _)| *known == name).unwrap();
        assert_eq!(range.rsplit('!').next().and_then(crate::record::CellRef::parse), Some(*place), "{range}");
    }
    let place = layout.input("institution").unwrap();
    assert_eq!(cell(&mut book, &layout.title_sheet, place.row, place.col).to_string(), NAME);
    let hidden = book.sheets_metadata().iter().find(|sheet| sheet.name == Passport::SHEET).unwrap().clone();
    assert_eq!(hidden.visible, SheetVisible::VeryHidden);
    let range = book.worksheet_range(Passport::SHEET).unwrap();
    let rows: Vec<_> = range.rows().map(|row| (row[0].to_string(), row[1].to_string())).collect();
    let rows: Vec<_> = rows.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let (passport, intact) = Passport::from_rows(&rows).unwrap();
    assert!(intact);
    assert_eq!((passport.institution.as_str(), passport.period.as_str()), ("museum", "2024-Q1"));
}

#[test]
fn an_institution_named_like_a_formula_stays_text() {
    let artifact = made_of(&form(), &institution("=HYPERLINK(\"http://example.org\",\"x\")"), Language::Ru, &filled());
    let title = part(&artifact.bytes, "xl/worksheets/sheet1.xml");
    assert!(!title.contains("HYPERLINK"), "it is among the shared strings");
    assert!(part(&artifact.bytes, "xl/sharedStrings.xml").contains("=HYPERLINK("));
}

#[test]
fn the_title_sheet_says_how_things_stand_before_anybody_recalculates() {
    let empty = Contents::default();
    assert!(state(&made(Language::Ru, &empty)).starts_with("Файл пока пуст"));
    let nil = Contents { header: entries([("nil", Value::Boolean(true))]), rows: Vec::new() };
    assert_eq!(state(&made(Language::Ru, &nil)), "Файл заполнен, его можно отправлять.");
    let mut sound = filled();
    sound.rows.remove(1);
    assert_eq!(state(&made(Language::Ru, &sound)), "Файл заполнен, его можно отправлять.");
    let said = state(&made(Language::Ru, &filled()));
    assert_eq!(said, "Отправлять рано. Не заполнено обязательных ячеек: 2. Противоречий: 2.");
    sound.header = nil.header;
    let said = state(&made(Language::Ru, &sound));
    assert_eq!(said, "Отправлять рано. Не заполнено обязательных ячеек: 0. Противоречий: 1.");
}

#[test]
fn what_is_watched_follows_from_roles_and_constraints() {
    let mut form = form();
    let period = "2024-Q1".parse::<Period>().unwrap().days();
    let early = entries([("start", Value::Date(date(2023, 12, 1)))]);
    let watches = Watch::of(&form);
    let outside = watches.iter().find(|watch| matches!(watch, Watch::Outside { .. })).unwrap();
    assert!(outside.holds(period, &early));
    let mut spanning = early.clone();
    spanning.insert(FieldKey::new("end"), Value::Date(date(2024, 1, 9)));
    assert!(!outside.holds(period, &spanning));
    form.table.fields.retain(|field| field.role == Some(Role::Title));
    assert_eq!(Watch::of(&form), [Watch::Empty(FieldKey::new("title"))]);
}

#[test]
fn rows_are_open_and_all_else_is_protected() {
    let artifact = made(Language::Ru, &Contents::default());
    for number in 1..=5 {
        let sheet = part(&artifact.bytes, &format!("xl/worksheets/sheet{number}.xml"));
        assert!(sheet.contains("<sheetProtection sheet=\"1\""), "sheet {number}");
    }
    let table = part(&artifact.bytes, "xl/worksheets/sheet2.xml");
    assert!(table.contains("<row r=\"3\"") && table.contains("hidden=\"1\""));
    assert!(table.contains("<formula1>svodlist_sections</formula1>"));
    assert!(part(&artifact.bytes, "xl/workbook.xml").contains("svodlist_units"));
}

#[test]
fn more_entries_than_prepared_rows_have_their_room() {
    let mut form = form();
    form.table.rows = 2;
    let artifact = made_of(&form, &institution(NAME), Language::Ru, &filled());
    let layout = Layout::of(&form, Language::Ru);
    let last =
        cell(&mut opened(&artifact), &layout.table_sheet, layout.first_row() + 2, layout.column("title").unwrap());
    assert!(matches!(last, Data::String(_)));
}

#[test]
fn a_small_form_without_roles_gets_its_workbook_too() {
    let mut form = form();
    form.header.retain(|field| field.role == Some(Role::Responsible));
    form.table.fields.retain(|field| field.kind == FieldType::Integer);
    form.sheets = crate::form::Sheets::default();
    let artifact = made_of(&form, &institution(NAME), Language::Ru, &Contents::default());
    assert!(state(&artifact).starts_with("Файл пока пуст"));
}

#[test]
fn every_sentence_is_said_in_both_languages() {
    for language in Language::ALL {
        let book = made(language, &filled());
        let register = register_workbook(&register(), language).unwrap();
        let mut parts = vec![part(&book.bytes, "xl/sharedStrings.xml"), part(&register.bytes, "xl/sharedStrings.xml")];
        parts.extend((1..=5).map(|number| part(&book.bytes, &format!("xl/worksheets/sheet{number}.xml"))));
        parts.push(part(&register.bytes, "xl/worksheets/sheet1.xml"));
        for text in parts {
            assert!(
                !text.contains("template-") && !text.contains("register-"),
                "an id stands in place of its sentence"
            );
            assert!(!text.contains("{ $") && !text.contains("{$"), "an argument is lacking");
        }
    }
}

fn register() -> Register {
    let mut second = institution("=1+1");
    second.code = "library".into();
    second.since = Some(date(2024, 1, 1));
    Register { institutions: vec![institution(NAME), second] }
}

#[test]
fn the_register_keeps_its_keys_in_a_hidden_row() {
    let artifact = register_workbook(&register(), Language::Ru).unwrap();
    assert_eq!(artifact.name, "institutions.xlsx");
    let mut book = opened(&artifact);
    for (col, (key, _)) in (0..).zip(register::REGISTER_COLUMNS) {
        assert_eq!(cell(&mut book, "Учреждения", 0, col).to_string(), key);
    }
    assert_eq!(cell(&mut book, "Учреждения", 3, 1), Data::String("=1+1".into()));
    assert_eq!(artifact, register_workbook(&register(), Language::Ru).unwrap());
}

#[test]
fn a_table_too_wide_to_be_counted_is_refused_instead_of_giving_a_broken_file() {
    let mut form = form();
    let one = form.table.fields[1].clone();
    form.table.fields = (0..300)
        .map(|n| {
            let mut field = one.clone();
            field.key = FieldKey::new(&format!("f{n}"));
            field.role = None;
            field
        })
        .collect();
    let institution = institution(NAME);
    let issue = Issue {
        institution: Some(&institution),
        names: &[],
        period: "2024-Q1".parse().unwrap(),
        language: Language::Ru,
        deadline: None,
        key: None,
    };
    assert!(workbook(&form, &Layout::of(&form, Language::Ru), &issue, &Contents::default()).is_err());
    form.table.fields.truncate(60);
    assert!(workbook(&form, &Layout::of(&form, Language::Ru), &issue, &Contents::default()).is_ok());
}

/// Puts the workbooks where a person can look at them: `SVOD_LOOK=<folder> cargo test --lib template::`.
#[test]
#[expect(clippy::disallowed_methods, reason = "only on demand, for a person's eyes")]
fn workbooks_can_be_looked_at() {
    let Some(folder) = std::env::var_os("SVOD_LOOK").map(std::path::PathBuf::from) else { return };
    for language in Language::ALL {
        for (name, contents) in [("empty", Contents::default()), ("filled", filled())] {
            let artifact = made(language, &contents);
            std::fs::write(folder.join(format!("{name}-{language}.xlsx")), artifact.bytes).unwrap();
        }
        let artifact = register_workbook(&register(), language).unwrap();
        std::fs::write(folder.join(format!("register-{language}.xlsx")), artifact.bytes).unwrap();
    }
}
