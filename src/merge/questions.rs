//! What a person must decide: pairs of events that may be one, and fields in which two reports of one event differ. In the
//! order of the report, each pair of events once.

use std::collections::{BTreeMap, BTreeSet};

use super::Desk;
use super::events::Draft;
use super::fields::Dispute;
use super::intake::At;
use super::notes::{self, Note};
use crate::finding::{Finding, FindingKind};
use crate::flow::{Judgement, Link, Links, Matter, Question, QuestionKind, Verdict};
use crate::record::FieldKey;
use crate::words::{Args, Said};

/// All questions, numbered.
pub(super) fn questions(
    desk: Desk<'_>,
    drafts: &[Draft],
    number_of: &BTreeMap<At, u32>,
    links: &Links,
) -> Vec<Question> {
    let mut questions = same_event(desk, number_of, links);
    for (draft, number) in drafts.iter().zip(1_u32..) {
        questions.extend(draft.disputes.iter().map(|dispute| conflict(desk, number, dispute)));
    }
    questions.sort_by(|left, right| place(left).cmp(&place(right)));
    // Copies of one row ask the same: it is asked once.
    let mut asked = BTreeSet::new();
    questions.retain(|question| asked.insert(question.matter.id()));
    for (question, number) in questions.iter_mut().zip(1_u32..) {
        question.number = number;
    }
    questions
}

fn place(question: &Question) -> (Option<u32>, bool, &[u32], Option<&FieldKey>) {
    let field = question.conflict.as_ref().map(|conflict| &conflict.field);
    (question.events.first().copied(), question.kind == QuestionKind::Conflict, &question.events, field)
}

/// Rows that were joined already ask as one: the strongest link between two events stands for all of them. Events of which
/// a person has kept two rows apart are not asked about again by other rows of theirs.
fn same_event(desk: Desk<'_>, number_of: &BTreeMap<At, u32>, links: &Links) -> Vec<Question> {
    let by_id = desk.intake.by_id();
    let apart = kept_apart(desk, number_of);
    let mut strongest: BTreeMap<(u32, u32), (&Link, At, At)> = BTreeMap::new();
    for link in links.links.iter().filter(|link| link.judgement == Judgement::Ask) {
        let (Some(left), Some(right)) = (by_id.get(&link.left), by_id.get(&link.right)) else { continue };
        let (Some(one), Some(other)) = (number_of.get(left), number_of.get(right)) else { continue };
        if one == other {
            continue;
        }
        let pair = (*one.min(other), *one.max(other));
        if apart.contains(&pair) {
            continue;
        }
        let so_far = strongest.get(&pair).map(|(link, ..)| link.score);
        if so_far.is_none_or(|score| link.score > score) {
            strongest.insert(pair, (link, *left, *right));
        }
    }
    let asked = strongest.into_iter().map(|((one, other), (link, left, right))| Question {
        score: link.score,
        reasons: link.reasons.clone(),
        ..blank(desk, QuestionKind::SameEvent, vec![one, other], left, right)
    });
    asked.collect()
}

/// Pairs of events that a person said are two.
fn kept_apart(desk: Desk<'_>, number_of: &BTreeMap<At, u32>) -> BTreeSet<(u32, u32)> {
    let by_id = desk.intake.by_id();
    let number = |id| by_id.get(id).and_then(|at| number_of.get(at)).copied();
    let apart = desk.rulings.verdicts.iter().filter(|(_, _, verdict)| *verdict == Verdict::Different);
    apart
        .filter_map(|(one, other, _)| number(one).zip(number(other)))
        .map(|(one, other)| (one.min(other), one.max(other)))
        .collect()
}

fn conflict(desk: Desk<'_>, number: u32, dispute: &Dispute) -> Question {
    let label = desk.form.label(&dispute.conflict.field);
    let (left, right) = (desk.intake.row(dispute.left), desk.intake.row(dispute.right));
    let mut reasons = vec![Said::new("link-merged-differs", Args::new().with("field", label))];
    if desk.rulings.verdicts.about(&left.id, &right.id) == Some(Verdict::Same) {
        // Whoever joined the two saw the difference, and left it open.
        reasons.push(Said::plain("link-merged-open"));
    }
    Question {
        matter: Matter::conflict(&dispute.conflict.field, left, right, desk.form),
        reasons,
        conflict: Some(dispute.conflict.clone()),
        ..blank(desk, QuestionKind::Conflict, vec![number], dispute.left, dispute.right)
    }
}

/// A question about two rows; its number is given when all of them are there.
fn blank(desk: Desk<'_>, kind: QuestionKind, events: Vec<u32>, left: At, right: At) -> Question {
    Question {
        number: 0,
        kind,
        left: desk.intake.source(left),
        right: desk.intake.source(right),
        left_values: values(desk, left),
        right_values: values(desk, right),
        events,
        score: 1.0,
        reasons: Vec::new(),
        conflict: None,
        matter: Matter::pair(desk.intake.row(left), desk.intake.row(right), desk.form),
        former: None,
    }
}

fn values(desk: Desk<'_>, at: At) -> BTreeMap<FieldKey, String> {
    desk.intake.row(at).fields.iter().map(|(key, datum)| (key.clone(), datum.value.to_string())).collect()
}

/// Tells each row of a question which row of another file it resembles. Within a file, check has said so.
pub(super) fn resemblances(desk: Desk<'_>, questions: &[Question]) -> Vec<Note> {
    let by_id = desk.intake.by_id();
    let asked = questions.iter().filter(|question| question.kind == QuestionKind::SameEvent);
    let across = asked.filter(|question| question.left.id.parcel != question.right.id.parcel);
    let pairs =
        across.filter_map(|question| by_id.get(&question.left.id).copied().zip(by_id.get(&question.right.id).copied()));
    pairs.flat_map(|(left, right)| [resemblance(desk, left, right), resemblance(desk, right, left)]).collect()
}

fn resemblance(desk: Desk<'_>, at: At, other: At) -> Note {
    let args = Args::new().with("name", notes::sender(desk, other)).with("count", desk.intake.row(other).number());
    (at, Finding::new(FindingKind::ResemblingRow, notes::place_of_row(desk, at), args))
}
