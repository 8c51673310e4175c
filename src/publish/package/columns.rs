//! What was understood of an event, a column each.
//!
//! In: an event. Out: its cells, and what the columns are called.

use super::super::Subject;
use super::schema::Field;
use super::table::Cell;
use crate::flow::{Event, Understood};
use crate::form::FieldType;
use crate::phrase::dates::{Days, Precision};
use crate::phrase::places::Attendance;

/// What was understood.
#[derive(Clone, Copy)]
pub(super) enum Column {
    First,
    Last,
    Precision,
    City,
    Region,
    Country,
    Attendance,
    Address,
    Partners,
    Kind,
    Total,
    Unit,
    Foreign,
}

impl Column {
    pub(super) const ALL: [Self; 13] = [
        Self::First,
        Self::Last,
        Self::Precision,
        Self::City,
        Self::Region,
        Self::Country,
        Self::Attendance,
        Self::Address,
        Self::Partners,
        Self::Kind,
        Self::Total,
        Self::Unit,
        Self::Foreign,
    ];

    /// The word in its name and in the id of its message.
    fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Last => "last",
            Self::Precision => "precision",
            Self::City => "city",
            Self::Region => "region",
            Self::Country => "country",
            Self::Attendance => "attendance",
            Self::Address => "address",
            Self::Partners => "partners",
            Self::Kind => "kind",
            Self::Total => "total",
            Self::Unit => "unit",
            Self::Foreign => "foreign",
        }
    }

    pub(super) fn name(self) -> String {
        format!("understood_{}", self.word())
    }

    pub(super) fn field(self, subject: &Subject, name: String) -> Field {
        let own = |title: String| Field::new(name, self.kind(), title);
        let word = self.word();
        match self {
            Self::Precision => own(super::say(subject, "precision")).one_of(&PRECISIONS.map(|(_, word)| word)),
            Self::Address => own(super::say(subject, "address")),
            Self::Attendance => own(subject.say("understood-attendance")).one_of(&["on-site", "online", "both"]),
            Self::Country => own(subject.say("understood-country")).described(&super::say(subject, "country-code")),
            Self::Partners => own(subject.say("understood-partners")).described(&super::say(subject, "country-codes")),
            Self::Total | Self::Foreign => own(subject.say(&format!("understood-{word}"))).at_least(0.0),
            _ => own(subject.say(&format!("understood-{word}"))),
        }
    }

    fn kind(self) -> FieldType {
        match self {
            Self::First | Self::Last => FieldType::Date,
            Self::Total | Self::Foreign => FieldType::Integer,
            _ => FieldType::String,
        }
    }

    pub(super) fn cell(self, event: &Event) -> Cell {
        let it: &Understood = &event.understood;
        let text = |text: Option<&String>| text.map_or(Cell::Blank, Cell::text);
        match self {
            Self::First => Cell::maybe(it.days.as_ref().map(Days::first)),
            Self::Last => Cell::maybe(it.days.as_ref().map(Days::last)),
            Self::Precision => Cell::maybe(it.days.as_ref().map(|days| precision(days.precision))),
            Self::City => text(it.city.as_ref()),
            Self::Region => text(it.region.as_ref()),
            Self::Country => Cell::maybe(it.country.map(|country| country.code)),
            Self::Attendance => Cell::maybe(it.attendance.map(attendance)),
            Self::Address => text(it.url.as_ref()),
            Self::Partners => {
                let codes: Vec<&str> = it.partners.iter().map(|country| country.code).collect();
                Cell::plain(&codes.join(" "))
            }
            Self::Kind => text(it.kind.as_ref()),
            Self::Total => Cell::maybe(it.total),
            Self::Unit => text(it.unit.as_ref()),
            Self::Foreign => Cell::maybe(it.foreign),
        }
    }
}

const PRECISIONS: [(Precision, &str); 8] = [
    (Precision::Day, "day"),
    (Precision::Month, "month"),
    (Precision::Quarter, "quarter"),
    (Precision::HalfYear, "half_year"),
    (Precision::Year, "year"),
    (Precision::Season, "season"),
    (Precision::Approx, "approx"),
    (Precision::Unknown, "unknown"),
];

fn precision(precision: Precision) -> &'static str {
    PRECISIONS.iter().find(|(known, _)| *known == precision).map_or("unknown", |(_, word)| word)
}

fn attendance(way: Attendance) -> &'static str {
    match way {
        Attendance::OnSite => "on-site",
        Attendance::Online => "online",
        Attendance::Both => "both",
    }
}
