//! How many people took part (U01, U02, U04, U05), from the columns of numbers and the participants' text.
//!
//! The column wins. What counts no people («просмотр») is no head count, and units are never added up.

use super::draft::{Draft, quote};
use crate::finding::FindingKind;
use crate::form::Role;
use crate::phrase::people::{self, Flag, Reading};
use crate::record::Value;
use crate::words::Args;

/// What people are counted in.
const MEASURE: &str = "человек";

/// Whether the number of a reading is not exact.
pub(super) fn is_approximate(reading: &Reading) -> bool {
    [Flag::Approx, Flag::AtLeast, Flag::AtMost].iter().any(|flag| reading.flags.contains(flag))
}

pub(super) fn understand(draft: &mut Draft<'_>) {
    let reading = draft.text(Role::People).map(|said| people::read(said, &draft.checker.home)).unwrap_or_default();
    let stated = count(draft, Role::Total);
    compare(draft, stated, &reading);
    let unit = unit(draft, &reading);
    let counts_people = unit.as_deref().is_none_or(|unit| counts_people(draft, unit));
    draft.understood.total = stated.or(reading.total).filter(|_| counts_people);
    draft.understood.foreign = count(draft, Role::Foreign).or(reading.foreign).filter(|_| counts_people);
    draft.understood.unit = unit;
}

fn count(draft: &Draft<'_>, role: Role) -> Option<u64> {
    draft.datum(role).and_then(|datum| datum.value.as_integer()).and_then(|n| u64::try_from(n).ok())
}

/// The unit's own column, else the unit of the text: a key of the form's dictionary where it has the word. «Человек» and the
/// names of other people say less than what they are counted as: «посетителей – 98 человек».
fn unit(draft: &Draft<'_>, reading: &Reading) -> Option<String> {
    if let Some(Value::Text(key)) = draft.datum(Role::Unit).map(|datum| &datum.value) {
        return Some(key.clone());
    }
    let word = reading.unit.as_deref()?;
    let key = |word: &str| draft.checker.units.first_in(word);
    let own = key(word).filter(|own| key(MEASURE) != Some(own));
    let counted_as = || reading.kind.and_then(|kind| key(kind.ru()));
    Some(own.or_else(counted_as).or_else(|| key(word)).unwrap_or(word).to_owned())
}

fn counts_people(draft: &Draft<'_>, unit: &str) -> bool {
    let dictionary = draft.field(Role::Unit).and_then(|field| draft.checker.form.dictionary_of(field));
    dictionary.and_then(|dictionary| dictionary.entry(unit)).is_none_or(|entry| entry.people)
}

fn compare(draft: &mut Draft<'_>, stated: Option<u64>, reading: &Reading) {
    let cell_judged = draft.field(Role::Total).is_some_and(|field| draft.cell(field).is_some());
    match (stated, reading.total) {
        (Some(stated), Some(told)) if !agree(stated, told, reading) => {
            if let Some(field) = draft.field(Role::Total) {
                let args = Args::new().with("value", stated.to_string()).with("understood", told.to_string());
                draft.say(FindingKind::HeadCountsDiffer, field, args);
            }
        }
        (None, Some(told)) => {
            let doubt = reading.flags.contains(&Flag::Doubtful).then_some(FindingKind::UncertainCount);
            let doubt = doubt.or(is_approximate(reading).then_some(FindingKind::ApproximateCount));
            let said = draft.text(Role::People).map(quote);
            if let (Some(code), Some(field), Some(said)) = (doubt, draft.field(Role::People), said) {
                draft.say(code, field, Args::new().with("value", said).with("understood", told.to_string()));
            }
        }
        // A number that was not understood has its own finding.
        (None, None) if !cell_judged => {
            if let Some(field) = draft.field(Role::Total).or(draft.field(Role::People)) {
                draft.say(FindingKind::NoHeadCount, field, Args::new());
            }
        }
        _ => {}
    }
}

fn agree(stated: u64, told: u64, reading: &Reading) -> bool {
    if reading.flags.contains(&Flag::AtLeast) {
        stated >= told
    } else if reading.flags.contains(&Flag::AtMost) {
        stated <= told
    } else {
        // «около 50» agrees with 48, not with 80.
        stated == told || (is_approximate(reading) && stated.abs_diff(told) * 5 <= told)
    }
}
