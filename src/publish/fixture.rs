//! A made-up region with its returns, for the tests of this room: a form, a register, and what a merge would give.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, date};

use super::Subject;
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{
    Answer, Conflict, Consolidated, Decision, Event, FileState, Former, Matter, MergedField, ParcelCard, Question,
    QuestionKind, ReceivedFile, RefusedRow, RowPrint, Ruling, Side, SourceRow, SourceValue, State, Tally, Understood,
    Version, WaitingRow,
};
use crate::form::Form;
use crate::phrase::countries::Country;
use crate::phrase::dates::{Days, Precision};
use crate::phrase::places::Attendance;
use crate::record::{CellRef, FieldKey, Interval, Origin, ParcelId, Value};
use crate::register::{Institution, Register};
use crate::words::{Args, Language, Said};

const HOME: Country = Country { code: "ZZ", ru: "Заозерье", en: "Lakeland" };
const NEAR: Country = Country { code: "YY", ru: "Подгорье", en: "Foothills" };
const FAR: Country = Country { code: "XX", ru: "Приморье Южное", en: "South Coast" };

const FORM: &str = include_str!("fixture_form.toml");

/// The form of international events, shortened.
pub(super) fn form() -> Form {
    toml::from_str(FORM).unwrap()
}

/// A form of another kind, in English: no sections, no people, no places.
pub(super) fn plain_form() -> Form {
    toml::from_str(include_str!("fixture_plain_form.toml")).unwrap()
}

/// The data, to be spoken of; answers are due on 5 April 2024.
pub(super) fn subject<'a>(
    data: &'a Consolidated,
    form: &'a Form,
    register: &'a Register,
    language: Language,
) -> Subject<'a> {
    let deadline = Some(date(2024, 4, 5));
    Subject {
        data,
        form,
        register,
        deadline,
        accounts: None,
        language,
        past: &[],
        letterhead: None,
        edition: None,
        key: Some(b"key"),
    }
}

pub(super) fn register() -> Register {
    let all = [
        ("museum", "Областной музей озёр и рек", "Музей озёр"),
        ("library", "Областная научная библиотека", "Научная библиотека"),
        ("trade", "Департамент промышленности и торговли", ""),
        ("college", "Озёрский педагогический колледж", "Педколледж"),
        ("sport", "Дирекция спортивных мероприятий", ""),
        ("theatre", "Театр кукол «Светлячок»", ""),
        ("archive", "Государственный архив области", ""),
        ("zoo", "Зоологический парк", ""),
    ];
    let institution = |(code, name, short)| Institution {
        email: format!("{code}@example.org"),
        ..Institution::called_so(code, name, short)
    };
    Register { institutions: all.into_iter().map(institution).collect() }
}

fn parcel(n: u64, name: &str, day: Date) -> Arc<ParcelCard> {
    Arc::new(ParcelCard {
        id: ParcelId(Arc::from(format!("{n:016x}"))),
        name: Arc::from(name),
        stored: format!("2024-Q1/received/{n:03} {name}"),
        size: 40_000,
        received: day.at(9, 30, 0, 0),
        arrival: n,
        within: None,
    })
}

fn at(parcel: &ParcelCard, cell: &str) -> Origin {
    Origin {
        parcel: parcel.id.clone(), sheet: Arc::from("Мероприятия"), cell: CellRef::parse(cell).unwrap()
    }
}

fn source(parcel: &ParcelCard, institution: &str, cell: &str) -> SourceRow {
    SourceRow { id: at(parcel, cell), institution: Some(Arc::from(institution)), file: Arc::clone(&parcel.name) }
}

/// An event in a few words.
struct Told {
    section: &'static str,
    title: &'static str,
    place: &'static str,
    country: Option<Country>,
    days: (Date, Date),
    people: &'static str,
    total: Option<(u64, &'static str)>,
    documents: &'static str,
    from: &'static [(usize, &'static str)],
}

const INSTITUTIONS: [&str; 5] = ["museum", "library", "trade", "college", "sport"];

fn content(n: usize) -> String {
    let sentence = "Стороны обсудили совместные проекты и договорились обменяться экспозициями, лекторами и методическими \
                    материалами. ";
    sentence.repeat(n).trim_end().to_owned()
}

#[rustfmt::skip]
fn told() -> Vec<Told> {
    let d = date;
    let one = |month, day| (d(2024, month, day), d(2024, month, day));
    vec![
        Told { section: "economy", title: "Ярмарка «Озёрный край»", place: "г. Белые Ключи, Дворец ярмарок", country: Some(HOME), days: (d(2024, 1, 18), d(2024, 2, 18)), people: "Предприятия Заозерской области и Подгорья", total: Some((1864, "visitor")), documents: "", from: &[(2, "B7")] },
        Told { section: "economy", title: "Деловая встреча с промышленниками Подгорья", place: "г. Верхние Скалы, Подгорье", country: Some(NEAR), days: one(2, 14), people: "Представители семи предприятий", total: None, documents: "Протокол о намерениях между Департаментом и Союзом промышленников, 14.02.2024", from: &[(2, "B8"), (3, "B9")] },
        Told { section: "economy", title: "Форум малого предпринимательства «Мост»", place: "г. Белые Ключи", country: Some(HOME), days: one(3, 12), people: "120 участников, в том числе 18 из Подгорья", total: Some((120, "participant")), documents: "", from: &[(2, "B9")] },
        Told { section: "culture", title: "Выставка «Вода и свет»", place: "г. Белые Ключи, Музей озёр и рек", country: Some(HOME), days: (d(2023, 11, 4), d(2024, 7, 8)), people: "Все желающие", total: Some((98, "visitor")), documents: "", from: &[(0, "B7")] },
        Told { section: "culture", title: "Чтения памяти краеведов", place: "г. Белые Ключи, Научная библиотека", country: Some(HOME), days: one(1, 25), people: "Краеведы области и гости из Подгорья", total: Some((91, "participant")), documents: "", from: &[(1, "B7"), (0, "B8")] },
        Told { section: "culture", title: "Гастроли театра теней", place: "г. Озёрск", country: Some(HOME), days: (d(2024, 2, 5), d(2024, 2, 9)), people: "Труппа из Южного Приморья", total: Some((22, "participant")), documents: "", from: &[(1, "B8")] },
        Told { section: "culture", title: "=ССЫЛКА(\"http://example.org\")", place: "Сайт музея https://museum.example.org", country: None, days: (d(2024, 3, 1), d(2024, 3, 31)), people: "", total: Some((3120, "view")), documents: "", from: &[(0, "B9")] },
        Told { section: "culture", title: "Мастер-класс по плетению сетей", place: "г. Озёрск", country: Some(HOME), days: one(3, 2), people: "Мастера и ученики", total: Some((31, "participant")), documents: "", from: &[(0, "B10")] },
        Told { section: "education", title: "Неделя языков Подгорья", place: "г. Озёрск, Педагогический колледж", country: Some(HOME), days: (d(2024, 2, 19), d(2024, 2, 23)), people: "Студенты колледжа", total: Some((240, "participant")), documents: "Соглашение о сотрудничестве с Педагогическим училищем, 23.02.2024\nПлан совместных стажировок, 23.02.2024", from: &[(3, "B7")] },
        Told { section: "education", title: "Вебинар «Читаем вместе»", place: "Онлайн", country: None, days: one(3, 20), people: "Библиотекари трёх стран", total: None, documents: "", from: &[(1, "B9")] },
        Told { section: "sport", title: "Лыжный переход «Дружба»", place: "п. Снежный", country: Some(HOME), days: (d(2024, 1, 27), d(2024, 1, 28)), people: "Спортсмены области", total: Some((64, "participant")), documents: "", from: &[(4, "B7")] },
        Told { section: "sport", title: "Участие в турнире по настольному теннису «Горный мяч»", place: "г. Верхние Скалы, Подгорье", country: Some(NEAR), days: (d(2024, 3, 8), d(2024, 3, 10)), people: "Сборная области – 11 человек", total: Some((11, "participant")), documents: "", from: &[(4, "B8")] },
        Told { section: "general", title: "Визит делегации портового города", place: "г. Белые Ключи", country: Some(FAR), days: one(3, 28), people: "Глава города и сопровождающие лица", total: None, documents: "", from: &[(2, "B10")] },
    ]
}

fn fields(told: &Told, number: usize, parcels: &[Arc<ParcelCard>]) -> BTreeMap<FieldKey, MergedField> {
    let given: Vec<(&str, &str, Value)> = vec![
        ("B", "section", Value::Text(told.section.to_owned())),
        ("C", "title", Value::Text(told.title.to_owned())),
        ("D", "place", Value::Text(told.place.to_owned())),
        ("E", "start", Value::Date(told.days.0)),
        ("F", "end", Value::Date(told.days.1)),
        ("G", "content", Value::Text(content(if number == 3 { 30 } else { 1 + number % 4 }))),
        ("H", "documents", Value::Text(told.documents.to_owned())),
        ("I", "participants", Value::Text(told.people.to_owned())),
    ];
    let mut given: Vec<_> = given.into_iter().filter(|(_, _, value)| value.as_text() != Some("")).collect();
    if let Some((total, unit)) = told.total {
        given.push(("J", "total", Value::Integer(i64::try_from(total).unwrap())));
        given.push(("K", "unit", Value::Text(unit.to_owned())));
    }
    let merged = |(letter, key, value): (&str, &str, Value)| {
        let sources = told.from.iter().enumerate().map(|(at_row, (who, cell))| SourceValue {
            origin: at(&parcels[*who], &format!("{letter}{}", &cell[1..])),
            institution: Some(Arc::from(INSTITUTIONS[*who])),
            value: if at_row == 1 && key == "total" { Value::Integer(94) } else { value.clone() },
            raw: value.to_string().into(),
            used: at_row == 0,
            corrected: None,
        });
        (
            FieldKey::new(key),
            MergedField { value: value.clone(), sources: sources.collect(), decided: None, correction: None },
        )
    };
    given.into_iter().map(merged).collect()
}

fn event(number: usize, told: &Told, parcels: &[Arc<ParcelCard>]) -> Event {
    let whole_month = told.days == (date(2024, 3, 1), date(2024, 3, 31));
    let understood = Understood {
        days: Interval::new(told.days.0, told.days.1).map(|interval| Days {
            intervals: vec![interval],
            precision: if whole_month { Precision::Month } else { Precision::Day },
        }),
        city: told.place.strip_prefix("г. ").and_then(|place| place.split(',').next()).map(str::to_owned),
        region: told.country.filter(|country| *country == HOME).map(|_| "Заозерская область".to_owned()),
        country: told.country,
        attendance: Some(if told.country.is_none() { Attendance::Online } else { Attendance::OnSite }),
        total: told.total.map(|(total, _)| total),
        unit: told.total.map(|(_, unit)| unit.to_owned()),
        foreign: (number == 3).then_some(18),
        partners: if number.is_multiple_of(3) { vec![NEAR, FAR] } else { vec![NEAR] },
        kind: told.title.contains("ыставка").then(|| "exhibition".to_owned()),
        ..Understood::default()
    };
    Event {
        number: u32::try_from(number).unwrap(),
        section: Some(told.section.to_owned()),
        fields: fields(told, number, parcels),
        cleared: BTreeMap::new(),
        understood,
        rows: told.from.iter().map(|(who, cell)| source(&parcels[*who], INSTITUTIONS[*who], cell)).collect(),
        carried_from: None,
        findings: Vec::new(),
    }
}

fn finding(code: FindingKind, parcel: &ParcelCard, institution: &str, cell: &str, field: &str, value: &str) -> Finding {
    let place = Place {
        file: Some(Arc::clone(&parcel.name)),
        institution: Some(Arc::from(institution)),
        field: Some(FieldKey::new(field)),
        ..Place::of(&at(parcel, cell))
    };
    Finding::new(code, place, Args::new().with("value", value).with("field", field))
}

fn received(pairs: &[(&str, &str)]) -> BTreeMap<FieldKey, Arc<str>> {
    pairs.iter().map(|(key, value)| (FieldKey::new(key), Arc::from(*value))).collect()
}

fn values(pairs: &[(&str, &str)]) -> BTreeMap<FieldKey, String> {
    pairs.iter().map(|(key, value)| (FieldKey::new(key), (*value).to_owned())).collect()
}

fn matter(field: Option<&str>, title: &str) -> Matter {
    let side = |total: &str| {
        serde_json::json!({
            "title": { "compared": title, "shown": title }, "total": { "compared": total, "shown": total }
        })
    };
    let matter = serde_json::json!({
        "field": field, "about": ["title", "total"], "left": side("91"), "right": side("94")
    });
    serde_json::from_value(matter).unwrap()
}

/// Decided before the number of participants was corrected.
fn former() -> Former {
    let ruling = Ruling::Same { all: None, fields: [(FieldKey::new("total"), Side::Left)].into() };
    let decision = Decision {
        number: 7,
        matter: matter(None, "мост"),
        ruling: ruling.clone(),
        note: String::new(),
        who: "Ильина".to_owned(),
        when: date(2024, 4, 12).at(10, 0, 0, 0),
        period: "2024-Q1".parse().unwrap(),
    };
    Former { ruling, decision: Arc::new(decision), changed: vec![FieldKey::new("total")] }
}

fn questions(parcels: &[Arc<ParcelCard>]) -> Vec<Question> {
    let left = values(&[
        ("title", "Форум малого предпринимательства «Мост»"),
        ("place", "г. Белые Ключи"),
        ("start", "12.03.2024"),
        ("content", &content(2)),
        ("total", "120"),
    ]);
    let right = values(&[
        ("title", "Участие в форуме предпринимателей «Мост»"),
        ("place", "г. Белые Ключи"),
        ("start", "12.03.2024"),
        ("content", &content(1)),
        ("participants", "Студенты колледжа"),
    ]);
    let reasons = vec![Said::new("count-rows", Args::new().with("n", 2_u32))];
    let same = Question {
        number: 1,
        kind: QuestionKind::SameEvent,
        left: source(&parcels[2], "trade", "B9"),
        right: source(&parcels[3], "college", "B8"),
        left_values: left.clone(),
        right_values: right.clone(),
        events: vec![3, 9],
        score: 0.931,
        reasons: reasons.clone(),
        conflict: None,
        matter: matter(None, "мост"),
        former: Some(former()),
    };
    let conflict = Question {
        number: 2,
        kind: QuestionKind::Conflict,
        left: source(&parcels[1], "library", "B7"),
        right: source(&parcels[0], "museum", "B8"),
        left_values: values(&[("title", "Чтения памяти краеведов"), ("total", "91")]),
        right_values: values(&[("title", "Чтения памяти краеведов"), ("total", "94")]),
        events: vec![5],
        score: 1.0,
        reasons,
        conflict: Some(Conflict { field: FieldKey::new("total"), left: "91".to_owned(), right: "94".to_owned() }),
        matter: matter(Some("total"), "чтения"),
        former: None,
    };
    vec![same, conflict]
}

/// A file that counts, of nobody in particular.
fn in_use(card: Arc<ParcelCard>) -> ReceivedFile {
    ReceivedFile { card, institution: None, state: FileState::Counts, rows: 0, waiting: 0 }
}

fn answers(parcels: &[Arc<ParcelCard>]) -> Vec<Answer> {
    let tally = |received, in_report, merged, refused, waiting| Tally {
        received,
        in_report,
        merged,
        refused,
        waiting,
        carried: 0,
    };
    let told = [
        (State::WithWarnings, Some(0), tally(4, 3, 1, 0, 0), 0, 1, Some(1)),
        (State::InOrder, Some(1), tally(3, 3, 0, 0, 0), 0, 0, Some(0)),
        (State::WithErrors, Some(2), tally(6, 4, 0, 2, 0), 2, 0, Some(2)),
        (State::InOrder, Some(3), tally(3, 2, 1, 0, 0), 0, 0, None),
        (State::InOrder, Some(4), tally(2, 2, 0, 0, 0), 0, 0, None),
        (State::Nil, Some(5), tally(0, 0, 0, 0, 0), 0, 0, Some(0)),
        (State::Silent, None, tally(0, 0, 0, 0, 0), 0, 0, None),
        (State::Unusable, None, tally(0, 0, 0, 0, 0), 1, 0, None),
    ];
    let answer = |(institution, (state, file, rows, errors, warnings, receptions)): (Institution, _)| -> Answer {
        let file: Option<usize> = file;
        let rows: Tally = rows;
        let mut versions: Vec<Version> = file
            .map(|at| Version { parcel: Arc::clone(&parcels[at]), state: FileState::Counts, rows: rows.received })
            .into_iter()
            .collect();
        if file == Some(2) {
            versions.insert(0, Version { parcel: Arc::clone(&parcels[6]), state: FileState::Replaced, rows: 5 });
        }
        let receptions: Option<i64> = receptions;
        Answer {
            institution,
            state,
            received: file.map(|at| parcels[at].received.date()),
            versions,
            rows,
            errors,
            warnings,
            counters: receptions.map(|n| (FieldKey::new("receptions"), n)).into_iter().collect(),
        }
    };
    register().institutions.into_iter().zip(told).map(answer).collect()
}

/// Thirteen events of five institutions, two of them reported twice; two rows refused, one waiting; two questions; one
/// institution silent, one with nothing to report, one with a file that cannot be used.
pub(super) fn consolidated() -> Consolidated {
    let parcels = vec![
        parcel(2, "Отчёт музея (испр.) №1.xlsx", date(2024, 4, 2)),
        parcel(3, "biblioteka.xlsx", date(2024, 4, 3)),
        parcel(4, "Департамент 100%.xlsx", date(2024, 4, 8)),
        parcel(5, "Педколледж.ods", date(2024, 4, 4)),
        parcel(6, "спорт [свод].xlsx", date(2024, 4, 5)),
        parcel(7, "theatre.xlsx", date(2024, 4, 5)),
        parcel(1, "Департамент.xlsx", date(2024, 4, 1)),
        parcel(8, "сканы зоопарка.pdf", date(2024, 4, 6)),
    ];
    let refused =
        [("B11", "31.02.2024", "start", FindingKind::NoSuchDay), ("B12", "", "title", FindingKind::MissingValue)];
    let refused: Vec<RefusedRow> = refused
        .into_iter()
        .map(|(cell, value, field, code)| RefusedRow {
            source: source(&parcels[2], "trade", cell),
            values: received(&[("title", "Встреча с торговой палатой"), (field, value), ("place", "г. Озёрск")]),
            findings: vec![finding(code, &parcels[2], "trade", cell, field, value)],
            print: Some(RowPrint { institution: "trade".to_owned(), print: format!("print of {cell}") }),
        })
        .collect();
    let waiting = vec![WaitingRow {
        source: SourceRow { id: at(&parcels[7], "B7"), institution: None, file: Arc::clone(&parcels[7].name) },
        values: received(&[("title", "Кормление пингвинов с гостями")]),
        findings: [Finding::new(
            FindingKind::InstitutionMissing,
            Place::file(&parcels[7].id, &parcels[7].name),
            Args::new(),
        )]
        .into(),
        print: None,
    }];
    let warned = finding(FindingKind::HeadCountsDiffer, &parcels[0], "museum", "J8", "total", "94");
    let unread =
        Finding::new(FindingKind::UnsupportedFormat, Place::file(&parcels[7].id, &parcels[7].name), Args::new());
    let mut findings: Vec<Finding> = vec![warned];
    findings.extend(refused.iter().flat_map(|row| row.findings.clone()));
    findings.push(unread.clone());
    let mut arrived = parcels.clone();
    arrived.sort_by_key(|card| card.arrival);
    Consolidated {
        period: "2024-Q1".parse().unwrap(),
        parts: Vec::new(),
        events: (1..).zip(told()).map(|(number, told)| event(number, &told, &parcels)).collect(),
        answers: answers(&parcels),
        refused,
        waiting,
        accepted: Vec::new(),
        corrections: Vec::new(),
        questions: questions(&parcels),
        decisions: Vec::new(),
        findings,
        files: arrived.into_iter().map(in_use).collect(),
        own: Vec::new(),
        earlier: Vec::new(),
        unusable: vec![(Arc::clone(&parcels[7]), vec![unread])],
        tally: Tally { received: 18, in_report: 13, merged: 2, refused: 2, waiting: 1, carried: 0 },
        counters: [(FieldKey::new("receptions"), 3)].into(),
    }
}

/// The same for the plain form: two rows of one institution.
pub(super) fn plain_consolidated() -> Consolidated {
    let parcels = vec![parcel(1, "training.xlsx", date(2024, 4, 2))];
    let event = |number: u32, title: &str| {
        let value = Value::Text(title.to_owned());
        let origin = at(&parcels[0], &format!("B{}", number + 5));
        let given = SourceValue {
            origin: origin.clone(),
            institution: Some(Arc::from("museum")),
            value: value.clone(),
            raw: title.into(),
            used: true,
            corrected: None,
        };
        let days = Interval::day(date(2024, 2, 5));
        Event {
            number,
            section: None,
            fields: [(
                FieldKey::new("title"),
                MergedField { value, sources: vec![given], decided: None, correction: None },
            )]
            .into(),
            cleared: BTreeMap::new(),
            understood: Understood {
                days: Some(Days { intervals: vec![days], precision: Precision::Day }),
                ..Understood::default()
            },
            rows: vec![SourceRow {
                id: origin,
                institution: Some(Arc::from("museum")),
                file: Arc::from("training.xlsx"),
            }],
            carried_from: None,
            findings: Vec::new(),
        }
    };
    Consolidated {
        period: "2024-Q1".parse().unwrap(),
        parts: Vec::new(),
        events: vec![event(1, "First aid"), event(2, "Reading aloud")],
        answers: Vec::new(),
        refused: Vec::new(),
        waiting: Vec::new(),
        accepted: Vec::new(),
        corrections: Vec::new(),
        questions: Vec::new(),
        decisions: Vec::new(),
        findings: Vec::new(),
        files: parcels.into_iter().map(in_use).collect(),
        own: Vec::new(),
        earlier: Vec::new(),
        unusable: Vec::new(),
        tally: Tally { received: 2, in_report: 2, ..Tally::default() },
        counters: BTreeMap::new(),
    }
}
