//! The coordinator's corrections on their events. In: corrections as they were written, each about the row that led then.
//! Out: fields with the coordinator's value in place of the institutions', the institutions' values among its sources,
//! and remarks: what was not taken, what an institution changed meanwhile, what has no event any more.
//!
//! The coordinator's value stands until the coordinator takes it back, also where the institution's has changed under it:
//! who signs the report wrote it. But then it is asked again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::Desk;
use super::counterparts::counterparts;
use super::events::Draft;
use super::intake::{At, Intake, Part};
use crate::finding::{Finding, FindingKind, Place};
use crate::flow::{
    Amend, Amended, Checked, Content, Corrected, Correction, CorrectionState, Edit, Entry, FileState, KeptCorrection,
    MergedField, SourceValue, same_content,
};
use crate::form::Form;
use crate::record::{FieldKey, Value};
use crate::words::{Args, Language, LocalText};

/// Corrections by the rows of this merge that they are about.
#[derive(Default)]
pub(super) struct Placed<'a> {
    by_row: BTreeMap<At, Vec<&'a Arc<Correction>>>,
    /// Corrections of rows that are not in the report.
    homeless: Vec<&'a Arc<Correction>>,
}

impl<'a> Placed<'a> {
    pub(super) fn new(intake: &Intake, corrections: &'a [Arc<Correction>]) -> Self {
        let mut placed = Self::default();
        if corrections.is_empty() {
            return placed;
        }
        let mut index = Places::new(intake);
        for correction in corrections {
            match index.of(&correction.edit) {
                Some(at) => placed.by_row.entry(at).or_default().push(correction),
                None => placed.homeless.push(correction),
            }
        }
        placed
    }

    /// Corrections that have no row in the report, the last one about each field.
    pub(super) fn homeless(&self) -> Vec<KeptCorrection> {
        let last: BTreeMap<_, _> = self.homeless.iter().map(|it| ((&it.edit.row, &it.edit.field), *it)).collect();
        let stand = last.into_values().filter(|it| !it.edit.gives_back());
        stand.map(|it| kept(it, CorrectionState::Homeless, None)).collect()
    }
}

/// What is said of corrections that have no row in the report.
pub(super) fn say_homeless(form: &Form, homeless: &[KeptCorrection]) -> Vec<Finding> {
    let said = homeless.iter().map(|KeptCorrection { correction, .. }| {
        remark(
            form,
            correction,
            FindingKind::CorrectionWithoutRow,
            Args::new().with("value", correction.edit.becomes_in_words()),
        )
    });
    said.collect()
}

fn kept(correction: &Arc<Correction>, state: CorrectionState, now: Option<&Value>) -> KeptCorrection {
    KeptCorrection { correction: Arc::clone(correction), state, event: None, now: now.cloned() }
}

/// Where the rows of this merge, and of the files that were replaced, are to be found.
struct Places<'a> {
    intake: &'a Intake,
    in_report: BTreeSet<At>,
    /// For replaced files, by their position: the file that counts instead, and the counterparts of their rows.
    newer: BTreeMap<usize, Option<Newer>>,
}

/// The file that counts in the place of a replaced one.
struct Newer {
    file: usize,
    /// For each row of the replaced file its own.
    counterparts: Vec<Option<usize>>,
}

impl<'a> Places<'a> {
    fn new(intake: &'a Intake) -> Self {
        Self { intake, in_report: intake.accepted().collect(), newer: BTreeMap::new() }
    }

    /// The accepted row that a correction is about: its own, else the counterpart in the file that replaced its file.
    fn of(&mut self, edit: &Edit) -> Option<At> {
        let mut files = self.intake.all_files();
        let (file, holder) = files.find(|(_, file)| file.checked.parcel.id == edit.row.parcel)?;
        let row = holder.checked.rows.iter().position(|row| row.row.id == edit.row)?;
        let at = if holder.part == Part::Received(FileState::Replaced) {
            let intake = self.intake;
            let newer = self.newer.entry(file).or_insert_with(|| newer(intake, &holder.checked));
            let newer = newer.as_ref()?;
            At { file: newer.file, row: newer.counterparts.get(row).copied().flatten()? }
        } else {
            At { file, row }
        };
        self.in_report.contains(&at).then_some(at)
    }
}

/// The file that counts in the place of a replaced one, and the counterparts of its rows.
fn newer(intake: &Intake, old: &Checked) -> Option<Newer> {
    let same = |other: &Checked| other.known.institution == old.known.institution;
    let (at, answer) = intake.files().find(|(_, file)| file.part.counts() && same(&file.checked))?;
    Some(Newer { file: at, counterparts: counterparts(&old.rows, &answer.checked.rows) })
}

/// Puts the corrections of an event in their fields.
pub(super) fn apply(desk: Desk<'_>, draft: &mut Draft) {
    let corrections = of_event(desk, draft);
    if corrections.is_empty() {
        return;
    }
    let given: BTreeMap<FieldKey, Value> =
        draft.fields.iter().map(|(key, field)| (key.clone(), field.value.clone())).collect();
    // What the institutions say by now needs no correction any more.
    let is_idle = |it: &Arc<Correction>| {
        reads_as(desk.amend, &it.edit.field, it.edit.becomes.as_ref(), given.get(&it.edit.field))
    };
    let (idle, wanted): (Vec<_>, Vec<_>) = corrections.into_iter().partition(|it| is_idle(it));
    draft.kept.extend(idle.iter().map(|it| kept(it, CorrectionState::Idle, given.get(&it.edit.field))));
    let Some(amended) = amend(desk, draft, &given, &wanted) else { return };
    let (refused, taken): (Vec<_>, Vec<_>) =
        wanted.into_iter().partition(|it| amended.refused.contains_key(&it.edit.field));
    for it in refused {
        let errors = amended.refused.get(&it.edit.field).map(Vec::as_slice).unwrap_or_default();
        draft.remarks.push(not_taken(desk.form, it, errors));
        draft.kept.push(kept(it, CorrectionState::NotTaken, given.get(&it.edit.field)));
    }
    for it in &taken {
        let now = given.get(&it.edit.field);
        let state = match formerly(desk, it, now) {
            Some(formerly) => {
                draft.remarks.push(asked_again(desk.form, it, &formerly, now));
                CorrectionState::AskedAgain
            }
            None => CorrectionState::Stands,
        };
        draft.kept.push(kept(it, state, now));
    }
    draft.remarks.extend(amended.findings);
    draft.understood.follow(&amended.before, &amended.after);
    for (key, value) in amended.values {
        // Days written in the cell of the start stand in another field than the correction.
        let Some(it) = taken.iter().find(|it| it.edit.field == key).or(taken.first()) else { continue };
        let given = given.get(&key).cloned();
        let formerly = (it.edit.field == key).then(|| formerly(desk, it, given.as_ref())).flatten();
        put(draft, &key, value, it, Corrected { given, signed: it.signed.clone(), formerly });
    }
}

/// The corrections of all rows of an event, the last one about each field; where two rows have one, that of the row that
/// goes before. One that gives the institutions' own value back takes the earlier ones back.
fn of_event<'a>(desk: Desk<'a>, draft: &Draft) -> Vec<&'a Arc<Correction>> {
    let mut found: Vec<&Arc<Correction>> = Vec::new();
    for corrections in draft.rows.iter().filter_map(|at| desk.corrections.by_row.get(at)) {
        let last: BTreeMap<&FieldKey, &Arc<Correction>> = corrections.iter().map(|it| (&it.edit.field, *it)).collect();
        let stand = last.into_values().filter(|it| !it.edit.gives_back());
        let new = stand.filter(|it| !found.iter().any(|other| other.edit.field == it.edit.field));
        let new: Vec<&Arc<Correction>> = new.collect();
        found.extend(new);
    }
    found
}

fn amend(
    desk: Desk<'_>,
    draft: &Draft,
    given: &BTreeMap<FieldKey, Value>,
    corrections: &[&Arc<Correction>],
) -> Option<Amended> {
    let lead = draft.lead().filter(|_| !corrections.is_empty())?;
    let file = &desk.intake.file(lead).checked;
    let entry = Entry {
        id: &desk.intake.row(lead).id,
        institution: desk.intake.institution(lead),
        fields: given,
        header: &file.header,
        received: file.parcel.received.date(),
    };
    let corrections: Vec<&Correction> = corrections.iter().map(|it| &***it).collect();
    Some(desk.amend.amend(&entry, &corrections))
}

/// Whether a cell says the value, be it that neither says anything.
fn reads_as(amend: &dyn Amend, field: &FieldKey, content: Option<&Content>, value: Option<&Value>) -> bool {
    let Some(content) = content.filter(|content| !same_content(Some(content), None)) else { return value.is_none() };
    match amend.typed(field, content) {
        Some(typed) => Some(&typed) == value,
        // A row that was taken as it is may hold what is no value of its field.
        None => value.is_some_and(|value| same_content(Some(content), Some(&Content::Text(value.to_string().into())))),
    }
}

/// What the institutions said when the correction was written, where they say something else now.
fn formerly(desk: Desk<'_>, correction: &Correction, given: Option<&Value>) -> Option<String> {
    let same = reads_as(desk.amend, &correction.edit.field, correction.edit.given.as_ref(), given);
    (!same).then(|| correction.edit.given.as_ref().map(ToString::to_string).unwrap_or_default())
}

/// Puts a corrected value in its field; the institutions' values stay among the sources.
fn put(draft: &mut Draft, key: &FieldKey, value: Option<Value>, correction: &Correction, corrected: Corrected) {
    let former = draft.fields.remove(key);
    let mut sources = former.as_ref().map(|field| field.sources.clone()).unwrap_or_default();
    for source in &mut sources {
        source.used = false;
    }
    sources.push(SourceValue {
        origin: correction.edit.origin.clone(),
        institution: None,
        value: value.clone().unwrap_or_else(|| Value::Text(String::new())),
        raw: correction.edit.becomes_in_words().into(),
        used: true,
        corrected: Some(correction.signed.clone()),
    });
    let correction = Some(Box::new(corrected));
    match (value, former) {
        (Some(value), _) => {
            draft.fields.insert(key.clone(), MergedField { value, sources, decided: None, correction });
        }
        (None, Some(former)) => {
            draft.cleared.insert(key.clone(), MergedField { value: former.value, sources, decided: None, correction });
        }
        (None, None) => {}
    }
    // The coordinator has settled what the rows disagree on.
    draft.disputes.retain(|dispute| dispute.conflict.field != *key);
    let settled = |finding: &Finding| {
        [FindingKind::NumbersDiffer, FindingKind::FieldsDiffer].contains(&finding.kind)
            && finding.place.field.as_ref() == Some(key)
    };
    draft.notes.retain(|(_, finding)| !settled(finding));
}

fn not_taken(form: &Form, correction: &Correction, errors: &[Finding]) -> Finding {
    let said =
        |language: Language| errors.iter().map(|finding| finding.message(language)).collect::<Vec<_>>().join(" ");
    let hint = LocalText::Each { ru: Some(said(Language::Ru)), en: Some(said(Language::En)) };
    let becomes = correction.edit.becomes_in_words();
    remark(form, correction, FindingKind::InvalidCorrection, Args::new().with("value", becomes).with("hint", hint))
}

fn asked_again(form: &Form, correction: &Correction, formerly: &str, given: Option<&Value>) -> Finding {
    let field = form.field(correction.edit.field.as_str());
    let dictionary = field.and_then(|field| form.dictionary_of(field));
    let now = given.map(ToString::to_string).unwrap_or_default();
    let now = match dictionary.and_then(|dictionary| dictionary.entry(&now)) {
        Some(entry) => entry.label.clone(),
        None => LocalText::from(now.as_str()),
    };
    let becomes = correction.edit.becomes_in_words();
    let args = Args::new().with("value", formerly).with("understood", becomes).with("expected", now);
    remark(form, correction, FindingKind::CorrectionOvertaken, args)
}

/// A finding at the cell in which a correction was written; who wrote it and when is among its arguments.
fn remark(form: &Form, correction: &Correction, code: FindingKind, args: Args) -> Finding {
    let place = Place {
        file: Some(Arc::clone(&correction.file)),
        field: Some(correction.edit.field.clone()),
        ..Place::of(&correction.edit.origin)
    };
    let args = args
        .with("field", form.label(&correction.edit.field))
        .with("name", correction.signed.who())
        .with("day", correction.signed.at.date());
    Finding::new(code, place, args)
}
