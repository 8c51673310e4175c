//! One raw row → a checked row: types the cells, then lets each part of the room understand what it knows about.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::{Draft, Scene, message, quote};
use super::rules::HeaderValues;
use super::{Checker, cells, content, dates, partners, people, places};
use crate::finding::{Finding, FindingKind};
use crate::flow::{CheckedRow, RawCell, RawRow, Row, Standing};
use crate::form::{Field, FieldType, Role};
use crate::phrase::titles;
use crate::record::{Datum, FieldKey};
use crate::words::Args;

/// Checks a row. `absent` names the fields whose columns the file lacks: that was said of the file already.
pub(super) fn check(
    checker: &Checker,
    scene: &Scene,
    raw: &RawRow,
    absent: &BTreeSet<FieldKey>,
    header: &HeaderValues,
) -> CheckedRow {
    let mut draft = Draft::new(checker, scene, raw);
    type_cells(&mut draft);
    if is_entry(&draft) {
        understand(&mut draft);
        ask_for_required(&mut draft, absent);
        let broken = checker.rules.check(&draft, header);
        draft.findings.extend(broken);
    } else {
        say_stray(&mut draft);
    }
    finish(draft)
}

fn type_cells(draft: &mut Draft<'_>) {
    for field in &draft.checker.form.table.fields {
        // Days are understood together, from all three of their fields.
        if matches!(field.role, Some(Role::Start | Role::End)) && field.kind == FieldType::Date {
            continue;
        }
        let Some(cell) = draft.cell(field) else { continue };
        let typed = draft.checker.type_cell(field, &cell.content);
        if let Some(value) = typed.value {
            let datum = Datum { value, origin: cell.origin.clone(), raw: cells::shown(&cell.content) };
            draft.fields.insert(field.key.clone(), datum);
        }
        for (code, args) in typed.said {
            draft.say(code, field, args);
        }
    }
}

/// Whether the row says anything about an event, be it wrong; a lone number or a chosen section does not.
fn is_entry(draft: &Draft<'_>) -> bool {
    let fields = &draft.checker.form.table.fields;
    let telling = |field: &&Field| {
        matches!(
            field.role,
            Some(
                Role::Title
                    | Role::Place
                    | Role::Content
                    | Role::Start
                    | Role::End
                    | Role::DatesText
                    | Role::People
                    | Role::Documents
            )
        ) || (field.role.is_none() && field.required() && field.dictionary.is_none())
    };
    let mut telling = fields.iter().filter(telling).peekable();
    telling.peek().is_none() || telling.any(|field| draft.raw.cells.contains_key(&field.key))
}

fn say_stray(draft: &mut Draft<'_>) {
    let values: Vec<String> = draft.raw.cells.values().map(|cell| quote(&cells::shown(&cell.content))).collect();
    let place = draft.scene.place(&draft.raw.origin, None);
    // What is wrong with stray values needs no mending: they are to be cleared.
    draft.findings = vec![Finding::new(FindingKind::NotAnEntry, place, Args::new().with("value", values.join("; ")))];
}

fn understand(draft: &mut Draft<'_>) {
    let title = draft.text(Role::Title).map(titles::read);
    draft.understood.kind =
        draft.text(Role::Title).and_then(|title| draft.checker.kinds.first_in(title)).map(ToOwned::to_owned);
    draft.understood.title = title.unwrap_or_default();
    dates::understand(draft);
    places::understand(draft);
    partners::understand(draft);
    people::understand(draft);
    content::check(draft);
}

fn ask_for_required(draft: &mut Draft<'_>, absent: &BTreeSet<FieldKey>) {
    let form = &draft.checker.form;
    for field in &form.table.fields {
        let judged =
            draft.findings.iter().any(|finding| finding.place.field.as_ref() == Some(&field.key) && finding.is_error());
        if field.required() && !draft.fields.contains_key(&field.key) && !judged && !absent.contains(&field.key) {
            draft.say(FindingKind::MissingValue, field, Args::new().with("hint", ""));
        }
    }
    // Days may be given in cells or in words: a form that has both fields wants one of them.
    let (Some(start), Some(words)) = (draft.field(Role::Start), draft.field(Role::DatesText)) else { return };
    let judged = draft.findings.iter().any(|finding| {
        let field = finding.place.field.as_ref();
        let days = [Some(start), draft.field(Role::End), Some(words)];
        finding.is_error() && days.into_iter().flatten().any(|own| field == Some(&own.key))
    });
    if draft.understood.days.is_none() && !judged && !absent.contains(&start.key) {
        let either = Args::new().with("field", start.label.clone()).with("other", words.label.clone());
        draft.say(FindingKind::MissingValue, start, Args::new().with("hint", message("finding-hint-dates", &either)));
    }
}

fn finish(draft: Draft<'_>) -> CheckedRow {
    let Draft { scene, raw, fields, understood, findings, .. } = draft;
    let unread = unread(raw, &fields);
    let row = Row { id: raw.origin.clone(), institution: scene.institution(), fields, understood };
    // The standing follows when the whole file is known.
    CheckedRow { row, unread, standing: Standing::Accepted, findings, accepted: None }
}

/// The cells that no value was made of, as text.
fn unread(raw: &RawRow, fields: &BTreeMap<FieldKey, Datum>) -> BTreeMap<FieldKey, Datum> {
    let was_read = |cell: &RawCell| fields.values().any(|datum| datum.origin == cell.origin);
    let cells = raw.cells.iter().filter(|(key, cell)| !fields.contains_key(*key) && !was_read(cell));
    let data =
        cells.filter_map(|(key, cell)| Some((key.clone(), cells::unread(&cell.origin, cells::shown(&cell.content))?)));
    data.collect()
}
