//! A small made-up form, register, rows and files for the tests of the rooms that link and merge.

mod packed;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::{Date, date};

pub(crate) use packed::{repacked, zipped};

use super::{
    Amend, Amended, Checked, CheckedRow, Content, Correction, Entry, Known, ParcelCard, Proof, Row, Standing,
    Understood,
};
use crate::finding::{Finding, FindingKind, Place};
use crate::form::Form;
use crate::phrase::countries::Country;
use crate::phrase::dates::{Days, Precision};
use crate::phrase::places::Attendance;
use crate::phrase::titles;
use crate::record::{CellRef, Datum, FieldKey, Interval, Origin, ParcelId, Period, Value};
use crate::register::{Institution, Register};
use crate::words::Args;

pub(crate) const FORM: &str = r#"
[form]
id = "sample"
version = 1
title = "Sample"
languages = ["ru", "en"]
frequency = "quarter"
rows = "{ $n }"

[region]
country = "RU"
name = "Приозёрская область"

[[header]]
key = "institution"
role = "institution"
label = "Institution"
[[header]]
key = "receptions"
type = "integer"
role = "counter"
label = "Receptions"

[table]
[[table.fields]]
key = "section"
role = "section"
dictionary = "sections"
label = "Section"
[[table.fields]]
key = "title"
role = "title"
label = "Title"
[[table.fields]]
key = "place"
role = "place"
label = "Place"
[[table.fields]]
key = "country"
role = "country"
label = "Country"
[[table.fields]]
key = "start"
type = "date"
role = "start"
label = "Start"
[[table.fields]]
key = "end"
type = "date"
role = "end"
label = "End"
[[table.fields]]
key = "content"
role = "content"
label = "Content"
[[table.fields]]
key = "documents"
role = "documents"
label = "Documents"
[[table.fields]]
key = "total"
type = "integer"
role = "total"
label = "Total"
[[table.fields]]
key = "foreign"
type = "integer"
role = "foreign"
label = "Foreign"
[[table.fields]]
key = "joint_with"
role = "joint-with"
label = "Joint with"

[dictionaries.sections]
[[dictionaries.sections.entries]]
key = "trade"
label = { ru = "Торговля", en = "Trade" }
[[dictionaries.sections.entries]]
key = "culture"
label = { ru = "Культура", en = "Culture" }

[links]
ask-from = 0.72
equal = ["total"]

[merge.fields]
section = "lead-ask"
title = "lead"
place = "most-specific"
start = "lead-ask"
end = "lead-ask"
content = "union-sentences"
documents = "union-lines"
total = "lead-warn"
foreign = "lead-warn"

[report]
title = ["Report"]
sheet = "Report"
workbook-name = "Report"
document-name = "Report"
group-by = "section"
[[report.columns]]
heading = "No"
width = 10.0
content = "number"
"#;

pub(crate) fn form() -> Form {
    toml::from_str(FORM).expect("the sample form is sound")
}

/// The sample form without the table's fields that play the roles of these keys.
pub(crate) fn form_without(keys: &[&str]) -> Form {
    let mut form = form();
    form.table.fields.retain(|field| !keys.contains(&field.key.as_str()));
    form
}

pub(crate) fn period() -> Period {
    "2024-Q1".parse().expect("a period")
}

/// Institutions A, B, C and D, in this order.
pub(crate) fn register() -> Register {
    let names = [
        ("A", "Министерство культуры Приозёрской области", "Минкультуры"),
        ("B", "Музей Приозёрского края", "Музей"),
        ("C", "Приозёрский университет", "Университет"),
        ("D", "Дом дружбы", "Дом дружбы"),
    ];
    Register {
        institutions: names.into_iter().map(|(code, name, short)| Institution::called_so(code, name, short)).collect(),
    }
}

pub(crate) fn day(month: i8, day: i8) -> Date {
    date(2024, month, day)
}

/// A row under construction. Starts as an event in Minsk without title and days.
#[derive(Debug, Clone)]
pub(crate) struct Sketch(Row);

/// Row `number` (as people count) of the file of `institution`, which is its first.
pub(crate) fn row(institution: &str, number: u32) -> Sketch {
    let parcel = ParcelId(Arc::from(format!("{institution}1")));
    let id = Origin { parcel, sheet: Arc::from("Мероприятия"), cell: CellRef::new(number - 1, 0) };
    let row = Row {
        id,
        institution: Some(Arc::from(institution)),
        fields: BTreeMap::new(),
        understood: Understood { attendance: Some(Attendance::OnSite), ..Understood::default() },
    };
    Sketch(row).section("trade").place("г. Минск, Беларусь").city("Минск").country("BY", "Беларусь")
}

impl Sketch {
    pub(crate) fn of(row: Row) -> Self {
        Self(row)
    }

    fn put(mut self, key: &str, value: Value) -> Self {
        let col = u16::try_from(FORM.find(&format!("key = \"{key}\"")).unwrap_or_default() % 90 + 1).unwrap_or(1);
        let origin = Origin { cell: CellRef::new(self.0.id.cell.row, col), ..self.0.id.clone() };
        let raw = value.to_string();
        self.0.fields.insert(FieldKey::new(key), Datum { value, origin, raw: raw.into() });
        self
    }

    pub(crate) fn text(self, key: &str, text: &str) -> Self {
        self.put(key, Value::Text(text.to_owned()))
    }

    pub(crate) fn section(self, key: &str) -> Self {
        self.text("section", key)
    }

    pub(crate) fn title(mut self, title: &str) -> Self {
        self.0.understood.title = titles::read(title);
        self.text("title", title)
    }

    pub(crate) fn place(self, text: &str) -> Self {
        self.text("place", text)
    }

    pub(crate) fn city(mut self, city: &str) -> Self {
        self.0.understood.city = Some(city.to_owned());
        self
    }

    pub(crate) fn country(mut self, code: &'static str, name: &'static str) -> Self {
        self.0.understood.country = Some(Country { code, ru: name, en: name });
        self
    }

    /// Held at a site on the web.
    pub(crate) fn online(mut self, url: &str) -> Self {
        self.0.understood.attendance = Some(Attendance::Online);
        self.0.understood.url = Some(url.to_owned());
        self.nowhere()
    }

    /// A place that was not understood.
    pub(crate) fn nowhere(mut self) -> Self {
        self.0.understood.city = None;
        self.0.understood.country = None;
        self.0.fields.remove("place");
        self
    }

    pub(crate) fn on(self, day: Date) -> Self {
        self.from(day, day)
    }

    pub(crate) fn from(mut self, start: Date, end: Date) -> Self {
        self.0.understood.days = Some(Days { intervals: vec![Interval { start, end }], precision: Precision::Day });
        self.put("start", Value::Date(start)).put("end", Value::Date(end))
    }

    /// Some time in that month.
    pub(crate) fn within(mut self, month: i8) -> Self {
        let start = day(month, 1);
        let interval = Interval { start, end: start.last_of_month() };
        self.0.understood.days = Some(Days { intervals: vec![interval], precision: Precision::Month });
        self
    }

    pub(crate) fn total(mut self, total: u64) -> Self {
        self.0.understood.total = Some(total);
        self.put("total", Value::Integer(i64::try_from(total).unwrap_or_default()))
    }

    pub(crate) fn foreign(mut self, foreign: u64) -> Self {
        self.0.understood.foreign = Some(foreign);
        self.put("foreign", Value::Integer(i64::try_from(foreign).unwrap_or_default()))
    }

    pub(crate) fn partner(mut self, code: &'static str) -> Self {
        self.0.understood.partners.push(Country { code, ru: code, en: code });
        self
    }

    pub(crate) fn done(self) -> Row {
        self.0
    }
}

/// A file of `institution`, the `arrival`-th that came, with those rows, all of them accepted.
pub(crate) fn file(institution: &str, arrival: u64, rows: Vec<Sketch>) -> Checked {
    let id = ParcelId(Arc::from(format!("{institution}{arrival}")));
    let name = format!("{institution}-{arrival}.xlsx");
    let card = ParcelCard {
        id: id.clone(),
        name: Arc::from(name.as_str()),
        stored: name,
        size: 1,
        received: date(2024, 4, 3).at(10, 0, 0, 0),
        arrival,
        within: None,
    };
    let rows = rows.into_iter().map(|sketch| {
        let mut row = sketch.done();
        row.id.parcel = id.clone();
        row.institution = Some(Arc::from(institution));
        for datum in row.fields.values_mut() {
            datum.origin.parcel = id.clone();
        }
        CheckedRow { row, unread: BTreeMap::new(), standing: Standing::Accepted, findings: Vec::new(), accepted: None }
    });
    Checked {
        parcel: Arc::new(card),
        known: Known {
            institution: Some(Arc::from(institution)),
            period: Some(period()),
            version: Some(1),
            proof: Proof::Token,
        },
        nil: false,
        header: BTreeMap::new(),
        unread: BTreeMap::new(),
        rows: rows.collect(),
        findings: Vec::new(),
        usable: true,
        sender: None,
    }
}

impl Checked {
    /// Errors of the file keep it from counting.
    pub(crate) fn unusable(mut self) -> Self {
        let place = Place::file(&self.parcel.id, &self.parcel.name);
        self.findings.push(Finding::new(FindingKind::OtherPeriod, place, Args::new()));
        self.usable = false;
        for row in &mut self.rows {
            row.standing = Standing::Waiting;
        }
        self
    }

    /// Refuses the row at that position.
    pub(crate) fn refusing(mut self, at: usize) -> Self {
        let row = &mut self.rows[at];
        row.standing = Standing::Refused;
        row.findings.push(Finding::new(FindingKind::MissingValue, Place::of(&row.row.id), Args::new()));
        self
    }

    pub(crate) fn receptions(mut self, n: i64) -> Self {
        let cell = CellRef::new(5, 1);
        let origin = Origin { parcel: self.parcel.id.clone(), sheet: Arc::from("Титул"), cell };
        self.header
            .insert(FieldKey::new("receptions"), Datum { value: Value::Integer(n), origin, raw: n.to_string().into() });
        self
    }
}

/// The events of the seed report in their order, each as the only row of its own institution; none where the seed is not
/// beside the project.
pub(crate) fn seed() -> Option<Vec<Row>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/seed/events.json");
    #[expect(clippy::disallowed_methods, reason = "a test reads the seed where it is present")]
    let Ok(bytes) = std::fs::read(path) else {
        println!("skipped: {path} is not there");
        return None;
    };
    let seed: serde_json::Value = serde_json::from_slice(&bytes).expect("the seed is JSON");
    Some(seed["events"].as_array().expect("events").iter().map(seed_row).collect())
}

fn seed_row(event: &serde_json::Value) -> Row {
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    let n = event["n"].as_u64().unwrap_or_default();
    let (place, dates) = (&event["place"], &event["date"]);
    let mut sketch = row(&format!("seed-{n}"), 8)
        .nowhere()
        .section(&format!("{:02}", event["section_no"].as_u64().unwrap_or_default()))
        .title(event["title"].as_str().unwrap_or_default())
        .place(place["raw"].as_str().unwrap_or_default());
    let understood = &mut sketch.0.understood;
    understood.city = text(&place["city"]);
    understood.region = text(&place["region"]);
    understood.country = ["RU", "BY", "CN"]
        .into_iter()
        .find(|code| place["country_iso"] == *code)
        .map(|code| Country { code, ru: code, en: code });
    understood.url = text(&place["url"]);
    understood.attendance =
        Some(if place["format"] == "онлайн" { Attendance::Online } else { Attendance::OnSite });
    let day = |value: &serde_json::Value| value.as_str().and_then(|day| day.parse::<Date>().ok()).expect("a day");
    let intervals = dates["intervals"].as_array().expect("intervals").iter();
    let precision = if dates["precision"] == "month" { Precision::Month } else { Precision::Day };
    understood.days = Days::new(
        intervals.map(|interval| Interval { start: day(&interval["start"]), end: day(&interval["end"]) }).collect(),
        precision,
    );
    sketch.done()
}

/// Takes corrections as they are; an «error» is none.
pub(crate) struct Untyped;

impl Amend for Untyped {
    fn typed(&self, _: &FieldKey, content: &Content) -> Option<Value> {
        match content {
            #[expect(clippy::cast_possible_truncation, reason = "small numbers")]
            Content::Number(n) => Some(Value::Integer(*n as i64)),
            Content::DateTime(moment) => Some(Value::Date(moment.date())),
            Content::Text(text) => Some(Value::Text(text.to_string())),
            _ => None,
        }
    }

    fn amend(&self, entry: &Entry<'_>, corrections: &[&Correction]) -> Amended {
        let mut amended = Amended::default();
        for correction in corrections {
            let value =
                correction.edit.becomes.as_ref().and_then(|content| self.typed(&correction.edit.field, content));
            if matches!(correction.edit.becomes, Some(Content::Error(_))) {
                let finding =
                    Finding::new(FindingKind::CellErrorValue, Place::of(&correction.edit.origin), Args::new());
                amended.refused.insert(correction.edit.field.clone(), vec![finding]);
            } else if value.as_ref() != entry.fields.get(&correction.edit.field) {
                amended.after.total = match (correction.edit.field.as_str(), &value) {
                    ("total", Some(Value::Integer(n))) => u64::try_from(*n).ok(),
                    _ => amended.after.total,
                };
                amended.values.insert(correction.edit.field.clone(), value);
            }
        }
        amended
    }
}
