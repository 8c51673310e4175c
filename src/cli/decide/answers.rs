//! What `svod decide --format json` answers: questions, decisions, corrections and rows that were taken as they are, in words
//! that a program can count on. In: what the pipeline gives. It decides nothing, and prints nothing.

use schemars::JsonSchema;
use serde::Serialize;
use svod::decide::{Kept, KeptEdit};
use svod::flow::{
    Acceptance, Correction, DecisionState, Facts, FileChoice, FileRuling, GivenAcceptance, Question, QuestionKind,
    Signed, SourceRow,
};
use svod::form::{Form, Role};
use svod::pipeline::{Asked, Docket, HeldFile, Undone, Waiting};
use svod::record::FieldKey;
use svod::words::{self, Args as Words, Language};

/// `svod decide`
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DecideAnswer {
    period: String,
    questions: Vec<QuestionAnswer>,
    /// Files that wait for a person.
    files: Vec<HeldAnswer>,
}

impl DecideAnswer {
    pub(super) fn of(docket: &Docket, form: &Form, language: Language) -> Self {
        let questions = docket.asked.iter().map(|asked| QuestionAnswer::of(asked, form, language));
        let files = docket.held.iter().map(|held| HeldAnswer::of(held, language));
        Self { period: docket.period.to_string(), questions: questions.collect(), files: files.collect() }
    }
}

/// A received file that is held.
#[derive(Debug, Serialize, JsonSchema)]
struct HeldAnswer {
    /// The number that `--admit` and `--set-aside` take.
    number: u64,
    file: String,
    fingerprint: String,
    /// What the institution is called whose answer it claims to be; none where that is not known.
    institution: Option<String>,
    /// `other-sender`, `displaced`, `fewer-rows` or `unusable`.
    why: String,
    rows: usize,
    /// The file that counts meanwhile, and its rows.
    beside: Option<String>,
    beside_rows: Option<usize>,
    /// Errors of a file from which no answer can be made.
    findings: Vec<String>,
    /// The ruling that takes effect at the next run.
    pending: Option<u64>,
}

impl HeldAnswer {
    fn of(file: &HeldFile, language: Language) -> Self {
        let (hold, findings) = match &file.why {
            Waiting::Held(hold) => (Some(hold), Vec::new()),
            Waiting::Unusable(findings) => {
                let errors = findings.iter().filter(|finding| finding.is_error());
                (None, errors.map(|finding| finding.sentence(language)).collect())
            }
        };
        Self {
            number: file.card.arrival,
            file: file.card.name.to_string(),
            fingerprint: file.card.id.to_string(),
            institution: file.institution.clone(),
            why: super::why_word(&file.why).to_owned(),
            rows: file.rows,
            beside: hold.map(|hold| hold.beside.to_string()),
            beside_rows: hold.map(|hold| hold.beside_rows),
            findings,
            pending: file.pending.as_ref().map(|ruling| ruling.number),
        }
    }
}

/// `svod decide --admit` and `--set-aside`
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct RuledAnswer {
    /// Number of the ruling: what `--undo` takes.
    number: u64,
    /// Number of the file.
    file: u64,
    name: String,
    choice: FileChoice,
}

impl RuledAnswer {
    pub(super) fn of(file: u64, ruling: &FileRuling) -> Self {
        Self { number: ruling.number, file, name: ruling.name.to_string(), choice: ruling.choice }
    }
}

/// A question to a person.
#[derive(Debug, Serialize, JsonSchema)]
struct QuestionAnswer {
    /// As in the workbook of the last run.
    number: u32,
    kind: QuestionKind,
    left: RowAnswer,
    right: RowAnswer,
    /// Numbers of the events that the rows stand in.
    events: Vec<u32>,
    reasons: Vec<String>,
    /// Fields in which both rows say something, and not the same.
    differs: Vec<Difference>,
    /// The field whose value is asked for.
    field: Option<FieldKey>,
    /// What was decided before something changed.
    former: Option<String>,
    /// The decision that takes effect at the next run.
    pending: Option<u64>,
}

impl QuestionAnswer {
    fn of(asked: &Asked, form: &Form, language: Language) -> Self {
        let question = &asked.question;
        Self {
            number: question.number,
            kind: question.kind,
            left: RowAnswer::of(&question.left),
            right: RowAnswer::of(&question.right),
            events: question.events.clone(),
            reasons: question.reasons.iter().map(|reason| reason.text(language)).collect(),
            differs: Difference::all(question, form, language),
            field: question.conflict.as_ref().map(|conflict| conflict.field.clone()),
            former: former(question, form, language),
            pending: asked.pending.as_ref().map(|decision| decision.number),
        }
    }
}

/// A row of a received file.
#[derive(Debug, Serialize, JsonSchema)]
struct RowAnswer {
    institution: Option<String>,
    file: String,
    sheet: String,
    cell: String,
}

impl RowAnswer {
    fn of(row: &SourceRow) -> Self {
        Self {
            institution: row.institution.as_deref().map(str::to_owned),
            file: row.file.to_string(),
            sheet: row.id.sheet.to_string(),
            cell: row.id.cell.to_string(),
        }
    }
}

/// A field in which both rows say something, and not the same.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Difference {
    pub(super) field: FieldKey,
    pub(super) label: String,
    pub(super) left: String,
    pub(super) right: String,
}

impl Difference {
    pub(super) fn all(question: &Question, form: &Form, language: Language) -> Vec<Self> {
        let asked = question.conflict.as_ref().map(|conflict| &conflict.field);
        let fields = form.table.fields.iter().filter(|field| asked.is_none_or(|asked| *asked == field.key));
        let differing = fields.filter_map(|field| {
            let (left, right) = (question.left_values.get(&field.key)?, question.right_values.get(&field.key)?);
            let reads = |text: &str| {
                form.dictionary_of(field)
                    .map_or_else(|| text.to_owned(), |dictionary| dictionary.label(text, language).to_owned())
            };
            (left != right).then(|| Self {
                field: field.key.clone(),
                label: field.label.get(language).to_owned(),
                left: reads(left),
                right: reads(right),
            })
        });
        differing.collect()
    }
}

/// `svod decide --list`
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DecisionsAnswer {
    pub(super) decisions: Vec<DecisionAnswer>,
}

/// A decision that is kept; `svod decide --undo` answers with the one that was taken back.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct DecisionAnswer {
    /// Its own for ever.
    pub(super) number: u64,
    pub(super) kind: DecisionKind,
    pub(super) state: DecisionState,
    /// In words.
    pub(super) answer: String,
    /// The field whose value was asked for.
    field: Option<FieldKey>,
    /// What the two rows were called; the right one is empty where there is but one.
    pub(super) left: String,
    pub(super) right: String,
    pub(super) note: String,
    /// Empty where it is not known.
    who: String,
    when: String,
    /// The period in which it was asked.
    period: String,
    #[serde(skip)]
    pub(super) signed: String,
}

/// What a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(super) enum DecisionKind {
    SameEvent,
    Conflict,
    /// A value was corrected in the register sheet.
    Correction,
    /// A row with errors was taken as it is.
    Acceptance,
    /// A received file was let count, or set aside.
    File,
}

impl DecisionAnswer {
    pub(super) fn of_undone(undone: &Undone, form: &Form, language: Language) -> Self {
        match undone {
            Undone::Decision(kept) => Self::of(kept, form, language),
            Undone::Edit(edit) => Self::of_edit(edit, form, language),
            Undone::File(ruling, state) => Self::of_file(ruling, *state, language),
        }
    }

    pub(super) fn of_file(it: &FileRuling, state: DecisionState, language: Language) -> Self {
        let signed = Signed { by: it.who.clone(), at: it.when };
        let words = Words::new().with("choice", super::choice_word(it.choice));
        Self {
            number: it.number,
            kind: DecisionKind::File,
            state,
            answer: words::text(language, "decision-file", &words),
            field: None,
            left: it.name.to_string(),
            right: String::new(),
            note: it.note.clone(),
            who: it.who.clone(),
            when: it.when.to_string(),
            period: it.period.to_string(),
            signed: signed.in_words(language),
        }
    }

    pub(super) fn of_edit(edit: &KeptEdit, form: &Form, language: Language) -> Self {
        match edit {
            KeptEdit::Correction(correction, state) => Self::of_correction(correction, *state, form, language),
            KeptEdit::Acceptance(acceptance, state) => Self::of_acceptance(acceptance, *state, language),
        }
    }

    fn of_correction(it: &Correction, state: DecisionState, form: &Form, language: Language) -> Self {
        let given = it.edit.given.as_ref().map(ToString::to_string).unwrap_or_default();
        let words = Words::new()
            .with("field", form.label(&it.edit.field))
            .with("given", given)
            .with("becomes", it.edit.becomes_in_words());
        let id = if it.edit.gives_back() { "decision-given-back" } else { "decision-correction" };
        Self {
            number: it.number,
            kind: DecisionKind::Correction,
            state,
            answer: words::text(language, id, &words),
            field: Some(it.edit.field.clone()),
            left: format!("{}, {}", it.edit.row.sheet, it.edit.row.cell),
            right: String::new(),
            note: String::new(),
            who: it.signed.by.clone(),
            when: it.signed.at.to_string(),
            period: it.period.to_string(),
            signed: it.signed.in_words(language),
        }
    }

    fn of_acceptance(it: &Acceptance, state: DecisionState, language: Language) -> Self {
        Self {
            number: it.number,
            kind: DecisionKind::Acceptance,
            state,
            answer: words::plain(language, "answer-take"),
            field: None,
            left: it.given.called.clone(),
            right: String::new(),
            note: it.given.reason.clone(),
            who: it.signed.by.clone(),
            when: it.signed.at.to_string(),
            period: it.period.to_string(),
            signed: it.signed.in_words(language),
        }
    }

    pub(super) fn of(kept: &Kept, form: &Form, language: Language) -> Self {
        let decision = &kept.decision;
        let title = form.with_role(Role::Title).map(|field| &field.key);
        let called =
            |facts: &Facts| title.and_then(|key| facts.get(key)).map(|fact| fact.shown.clone()).unwrap_or_default();
        Self {
            number: decision.number,
            kind: if decision.matter.field.is_some() { DecisionKind::Conflict } else { DecisionKind::SameEvent },
            signed: decision.signed(language),
            state: kept.state,
            answer: decision.in_words(form, language),
            field: decision.matter.field.clone(),
            left: called(&decision.matter.left),
            right: called(&decision.matter.right),
            note: decision.note.clone(),
            who: decision.who.clone(),
            when: decision.when.to_string(),
            period: decision.period.to_string(),
        }
    }
}

/// `svod decide --accept`
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct TakenAnswer {
    /// Its number on the sheet of rows left out; it is in the report from the next run on.
    row: u32,
    institution: String,
    /// The row's title.
    called: String,
    reason: String,
}

impl TakenAnswer {
    pub(super) fn of(row: u32, taken: &GivenAcceptance) -> Self {
        Self {
            row,
            institution: taken.row.institution.clone(),
            called: taken.called.clone(),
            reason: taken.reason.clone(),
        }
    }
}

/// «Ранее решено: …»
pub(super) fn former(question: &Question, form: &Form, language: Language) -> Option<String> {
    let former = question.former.as_ref()?;
    let quoted = |key: &FieldKey| words::text(language, "decision-quoted", &Words::new().with("word", form.label(key)));
    let changed: Vec<String> = former.changed.iter().map(quoted).collect();
    let args = Words::new()
        .with("ruling", former.ruling.in_words(former.decision.matter.field.as_ref(), form, language))
        .with("signed", former.decision.signed(language))
        .with("n", changed.len())
        .with("changed", changed.join(", "));
    Some(words::text(language, "decision-former", &args))
}
