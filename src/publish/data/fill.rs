//! From what was consolidated to the shapes of `events.json`.

use jiff::civil::Date;

use super::cards::{
    AttendanceCard, ConflictCard, CountryCard, DaysCard, DecisionCard, FormerCard, InstitutionCard, IntervalCard, Json,
    PartCard, PrecisionCard, QuestionCard, QuestionKindCard, RowCard, SignedCard, UnderstoodCard, ValueCard,
};
use crate::flow::{Answer, Decision, Event, Part, Question, QuestionKind, Signed, SourceRow, SourceValue};
use crate::form::Form;
use crate::phrase::countries::Country;
use crate::phrase::dates::Precision;
use crate::phrase::places::Attendance;
use crate::record::Value;
use crate::words::Language;

impl RowCard {
    pub(super) fn of(row: &SourceRow) -> Self {
        Self {
            institution: row.institution.as_deref().map(str::to_owned),
            file: row.file.to_string(),
            fingerprint: row.id.parcel.to_string(),
            sheet: row.id.sheet.to_string(),
            row: row.id.cell.row + 1,
        }
    }
}

impl PartCard {
    pub(super) fn of(part: &Part) -> Self {
        let events = part.data.as_ref().map(|data| data.events.len());
        Self { id: part.period.to_string(), run: events.is_some(), events: events.unwrap_or(0) }
    }
}

impl Json {
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::Boolean(yes) => Self::Boolean(*yes),
            Value::Integer(n) => Self::Integer(*n),
            Value::Number(n) => Self::Number(*n),
            Value::Date(day) => Self::Text(day.to_string()),
            Value::Text(text) => Self::Text(text.clone()),
        }
    }
}

impl UnderstoodCard {
    pub(super) fn of(event: &Event, language: Language) -> Self {
        let understood = &event.understood;
        let country = |country: &Country| CountryCard::of(*country, language);
        Self {
            days: understood.days.as_ref().map(|days| DaysCard {
                intervals: days
                    .intervals
                    .iter()
                    .map(|interval| IntervalCard { start: interval.start.to_string(), end: interval.end.to_string() })
                    .collect(),
                precision: precision(days.precision),
            }),
            city: understood.city.clone(),
            region: understood.region.clone(),
            country: understood.country.as_ref().map(country),
            url: understood.url.clone(),
            attendance: understood.attendance.map(|attendance| match attendance {
                Attendance::OnSite => AttendanceCard::OnSite,
                Attendance::Online => AttendanceCard::Online,
                Attendance::Both => AttendanceCard::Both,
            }),
            total: understood.total,
            unit: understood.unit.clone(),
            foreign: understood.foreign,
            partners: understood.partners.iter().map(country).collect(),
            kind: understood.kind.clone(),
        }
    }
}

fn precision(precision: Precision) -> PrecisionCard {
    match precision {
        Precision::Day => PrecisionCard::Day,
        Precision::Month => PrecisionCard::Month,
        Precision::Quarter => PrecisionCard::Quarter,
        Precision::HalfYear => PrecisionCard::HalfYear,
        Precision::Year => PrecisionCard::Year,
        Precision::Season => PrecisionCard::Season,
        Precision::Approx => PrecisionCard::Approx,
        Precision::Unknown => PrecisionCard::Unknown,
    }
}

impl CountryCard {
    pub(super) fn of(country: Country, language: Language) -> Self {
        let name = match language {
            Language::Ru => country.ru,
            Language::En => country.en,
        };
        Self { code: country.code.to_owned(), name: name.to_owned() }
    }
}

impl ValueCard {
    pub(super) fn of(source: &SourceValue) -> Self {
        Self {
            institution: source.institution.as_deref().map(str::to_owned),
            fingerprint: source.origin.parcel.to_string(),
            sheet: source.origin.sheet.to_string(),
            cell: source.origin.cell.to_string(),
            value: Json::of(&source.value),
            raw: source.raw.to_string(),
            used: source.used,
            corrected: source.corrected.as_ref().map(SignedCard::of),
        }
    }
}

impl SignedCard {
    pub(super) fn of(signed: &Signed) -> Self {
        Self { who: signed.by.clone(), when: signed.at.to_string() }
    }
}

impl QuestionCard {
    pub(super) fn of(question: &Question, form: &Form, language: Language) -> Self {
        Self {
            number: question.number,
            kind: match question.kind {
                QuestionKind::SameEvent => QuestionKindCard::SameEvent,
                QuestionKind::Conflict => QuestionKindCard::Conflict,
            },
            rows: [RowCard::of(&question.left), RowCard::of(&question.right)],
            events: question.events.clone(),
            score: question.score,
            reasons: question.reasons.iter().map(|reason| reason.text(language)).collect(),
            conflict: question.conflict.as_ref().map(|conflict| ConflictCard {
                field: conflict.field.clone(),
                left: conflict.left.clone(),
                right: conflict.right.clone(),
            }),
            about: question.matter.id().0,
            former: question.former.as_ref().map(|former| FormerCard {
                decision: former.decision.number,
                answer: former.ruling.in_words(former.decision.matter.field.as_ref(), form, language),
                changed: former.changed.clone(),
            }),
        }
    }
}

impl DecisionCard {
    pub(super) fn of(decision: &Decision, form: &Form, language: Language) -> Self {
        Self {
            number: decision.number,
            about: decision.matter.id().0,
            answer: decision.in_words(form, language),
            note: decision.note.clone(),
            who: decision.who.clone(),
            when: decision.when.to_string(),
        }
    }
}

impl InstitutionCard {
    pub(super) fn of(answer: &Answer) -> Self {
        Self {
            code: answer.institution.code.to_string(),
            name: answer.institution.name.clone(),
            state: answer.state,
            received: answer.received.as_ref().map(Date::to_string),
            versions: answer.versions.iter().map(|version| version.parcel.id.to_string()).collect(),
            counts: answer
                .versions
                .iter()
                .find(|version| version.state.counts())
                .map(|version| version.parcel.id.to_string()),
            states: answer.versions.iter().map(|version| version.state.word().to_owned()).collect(),
            rows: answer.rows,
            errors: answer.errors,
            warnings: answer.warnings,
            counters: answer.counters.clone(),
        }
    }
}
