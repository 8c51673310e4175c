//! `svod decide`: the questions to a person, their answers, and what was decided.

use std::collections::BTreeMap;
use std::str::FromStr;

use clap::{Args, ValueEnum};
use schemars::JsonSchema;
use serde::Serialize;
use svod::decide::{Kept, KeptEdit, Said};
use svod::flow::{Acceptance, Correction, DecisionState, GivenAcceptance, Question, QuestionKind, Side, SourceRow};
use svod::form::{Form, Role};
use svod::pipeline::{self, Asked, Docket, Reply, Undone, Workspace};
use svod::record::{FieldKey, Period};
use svod::register::Register;
use svod::words::{self, Args as Words, Language};

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::progress::Bars;
use super::terminal::Terminal;

/// Answer questions about rows; without a number, list what is asked.
#[derive(Debug, Args)]
pub(super) struct DecideArgs {
    /// Number of the question, as in the workbook.
    #[arg(requires = "answer")]
    number: Option<u32>,
    /// same, different, left or right: of the two rows, that one is right.
    #[arg(value_enum, hide_possible_values = true)]
    answer: Option<AnswerWord>,
    /// Which row is right about one field: total=left. May be given several times.
    #[arg(long, value_name = "FIELD=left|right", requires = "number")]
    field: Vec<FieldSide>,
    /// A note that is kept with the decision; for a row that is taken as it is, the reason.
    #[arg(long)]
    note: Option<String>,
    /// The period; else the one that files last came for.
    #[arg(long)]
    period: Option<Period>,
    /// Take the row with that number on the sheet of rows left out as it is; --note gives the reason.
    #[arg(long, value_name = "ROW", requires = "note", conflicts_with = "number")]
    accept: Option<u32>,
    /// List the decisions that are kept, with corrections and rows that were taken as they are.
    #[arg(long, conflicts_with_all = ["number", "undo", "accept"])]
    list: bool,
    /// Take the decision with that number back.
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["number", "accept"])]
    undo: Option<u64>,
}

/// An answer as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum AnswerWord {
    Same,
    Different,
    Left,
    Right,
}

impl From<AnswerWord> for Said {
    fn from(word: AnswerWord) -> Self {
        match word {
            AnswerWord::Same => Self::Same,
            AnswerWord::Different => Self::Different,
            AnswerWord::Left => Self::Right(Side::Left),
            AnswerWord::Right => Self::Right(Side::Right),
        }
    }
}

/// `total=left`
#[derive(Debug, Clone)]
struct FieldSide {
    field: FieldKey,
    side: Side,
}

/// Not of the form `field=left` or `field=right`.
#[derive(Debug, thiserror::Error)]
#[error("«{0}»: FIELD=left|right")]
struct NotAFieldSide(String);

impl FromStr for FieldSide {
    type Err = NotAFieldSide;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAFieldSide(word.to_owned());
        let (field, side) = word.split_once('=').ok_or_else(wrong)?;
        let side = match side.trim() {
            "left" => Side::Left,
            "right" => Side::Right,
            _ => return Err(wrong()),
        };
        Ok(Self { field: FieldKey::new(field.trim()), side })
    }
}

pub(super) fn decide(args: &DecideArgs, global: &Global, terminal: &mut Terminal) -> Result<Verdict, Failure> {
    let workspace = workspace(global)?;
    let bars = Bars::new(terminal.language, terminal.is_watched());
    if let Some(number) = args.undo {
        let undone = pipeline::undo(&workspace, number)?;
        tell_undone(terminal, &DecisionAnswer::of_undone(&undone, &workspace.form, terminal.language));
        return Ok(Verdict::Clean);
    }
    if let (Some(row), Some(reason)) = (args.accept, &args.note) {
        let taken = pipeline::accept(&workspace, args.period, row, reason, &bars)?;
        tell_taken(terminal, row, &taken);
        return Ok(Verdict::Clean);
    }
    if args.list {
        let (kept, edits) = (pipeline::decisions(&workspace)?, pipeline::edits(&workspace)?);
        let decisions = kept.iter().map(|kept| DecisionAnswer::of(kept, &workspace.form, terminal.language));
        let edits = edits.iter().map(|edit| DecisionAnswer::of_edit(edit, &workspace.form, terminal.language));
        let mut all: Vec<DecisionAnswer> = decisions.chain(edits).collect();
        all.sort_by_key(|decision| decision.number);
        tell_kept(terminal, all);
        return Ok(Verdict::Clean);
    }
    let docket = match args.number.zip(args.answer) {
        None => pipeline::questions(&workspace, args.period, &bars)?,
        Some((number, word)) => {
            let fields: BTreeMap<FieldKey, Side> =
                args.field.iter().map(|choice| (choice.field.clone(), choice.side)).collect();
            let reply = Reply { said: word.into(), fields, note: args.note.clone().unwrap_or_default() };
            pipeline::decide(&workspace, args.period, number, reply, &bars)?
        }
    };
    tell(terminal, &docket, &workspace, args.number);
    Ok(Verdict::needs_person_if(docket.asked.iter().any(|asked| asked.pending.is_none())))
}

/// All questions, or the one that was just answered and how many are left.
fn tell(terminal: &mut Terminal, docket: &Docket, workspace: &Workspace, answered: Option<u32>) {
    if terminal.is_json() {
        terminal.json(&DecideAnswer::of(docket, &workspace.form, terminal.language));
        return;
    }
    let open = docket.asked.iter().filter(|asked| asked.pending.is_none()).count();
    let title = Words::new().with("period", docket.period.name(terminal.language)).with("n", open);
    if answered.is_none() {
        terminal.say("decide-title", &title);
    }
    let shown = docket.asked.iter().filter(|asked| answered.is_none_or(|number| asked.question.number == number));
    for asked in shown {
        question(terminal, asked, &docket.register, &workspace.form);
    }
    if answered.is_some() {
        terminal.say("decide-left", &title);
    } else if open > 0 {
        terminal.say("decide-how", &Words::new());
    }
}

fn question(terminal: &mut Terminal, asked: &Asked, register: &Register, form: &Form) {
    let (language, question) = (terminal.language, &asked.question);
    let field = question.conflict.as_ref().map(|conflict| form.label(&conflict.field).get(language).to_owned());
    let head = Words::new().with("number", question.number).with("field", field.unwrap_or_default());
    let id = if question.kind == QuestionKind::SameEvent { "decide-same-event" } else { "decide-conflict" };
    terminal.say(id, &head);
    for (side, row, values) in [
        ("answer-side-left", &question.left, &question.left_values),
        ("answer-side-right", &question.right, &question.right_values),
    ] {
        let title = form.with_role(Role::Title).and_then(|field| values.get(&field.key)).cloned().unwrap_or_default();
        let words = Words::new()
            .with("side", words::plain(language, side))
            .with("who", called(row, register))
            .with("title", title)
            .with("file", &*row.file)
            .with("cell", format!("{}, {}", row.id.sheet, row.id.cell));
        terminal.say("decide-row", &words);
    }
    let reasons: Vec<String> = question.reasons.iter().map(|reason| reason.text(language)).collect();
    terminal.say("decide-reasons", &Words::new().with("reasons", reasons.join("; ")));
    for difference in Difference::all(question, form, language) {
        let words = Words::new()
            .with("key", difference.field.as_str())
            .with("field", difference.label)
            .with("left", difference.left)
            .with("right", difference.right);
        terminal.say("decide-differs", &words);
    }
    if let Some(former) = former(question, form, language) {
        terminal.line(&format!("    {former}"));
    }
    if let Some(decision) = &asked.pending {
        let words =
            Words::new().with("number", decision.number.to_string()).with("answer", decision.in_words(form, language));
        terminal.say("decide-pending", &words);
    }
}

fn called(row: &SourceRow, register: &Register) -> String {
    let code = row.institution.as_deref().unwrap_or_default();
    register.by_code(code).map_or_else(|| code.to_owned(), |institution| institution.called().to_owned())
}

/// «Ранее решено: …»
fn former(question: &Question, form: &Form, language: Language) -> Option<String> {
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

fn tell_kept(terminal: &mut Terminal, decisions: Vec<DecisionAnswer>) {
    if terminal.is_json() {
        terminal.json(&DecisionsAnswer { decisions });
        return;
    }
    if decisions.is_empty() {
        terminal.say("decide-none-kept", &Words::new());
        return;
    }
    let headings = ["head-number", "head-decision", "head-about", "head-signed", "head-note", "head-stands"];
    let language = terminal.language;
    let rows = decisions.into_iter().map(|decision| {
        vec![
            decision.number.to_string(),
            decision.answer,
            [decision.left, decision.right].into_iter().filter(|row| !row.is_empty()).collect::<Vec<_>>().join(" / "),
            decision.signed,
            decision.note,
            words::plain(language, state_id(decision.state)),
        ]
    });
    terminal.table(&headings, rows.collect());
}

fn tell_undone(terminal: &mut Terminal, answer: &DecisionAnswer) {
    if terminal.is_json() {
        terminal.json(answer);
        return;
    }
    let args = Words::new().with("number", answer.number.to_string()).with("answer", answer.answer.as_str());
    match answer.kind {
        DecisionKind::Correction | DecisionKind::Acceptance => terminal.say("decide-edit-undone", &args),
        DecisionKind::SameEvent | DecisionKind::Conflict => {
            let args = args.with("left", answer.left.as_str()).with("right", answer.right.as_str());
            terminal.say("decide-undone", &args);
        }
    }
}

fn tell_taken(terminal: &mut Terminal, row: u32, taken: &GivenAcceptance) {
    if terminal.is_json() {
        terminal.json(&TakenAnswer {
            row,
            institution: taken.row.institution.clone(),
            called: taken.called.clone(),
            reason: taken.reason.clone(),
        });
        return;
    }
    terminal.say("decide-taken", &Words::new().with("number", row).with("title", taken.called.as_str()));
}

/// `svod decide --accept`
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TakenAnswer {
    /// Its number on the sheet of rows left out; it is in the report from the next run on.
    row: u32,
    institution: String,
    /// The row's title.
    called: String,
    reason: String,
}

fn state_id(state: DecisionState) -> &'static str {
    match state {
        DecisionState::Stands => "decision-stands",
        DecisionState::Replaced => "decision-replaced",
        DecisionState::Undone => "decision-undone",
    }
}

/// `svod decide`
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DecideAnswer {
    period: String,
    questions: Vec<QuestionAnswer>,
}

impl DecideAnswer {
    fn of(docket: &Docket, form: &Form, language: Language) -> Self {
        let questions = docket.asked.iter().map(|asked| QuestionAnswer::of(asked, form, language));
        Self { period: docket.period.to_string(), questions: questions.collect() }
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
struct Difference {
    field: FieldKey,
    label: String,
    left: String,
    right: String,
}

impl Difference {
    fn all(question: &Question, form: &Form, language: Language) -> Vec<Self> {
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
pub(super) struct DecisionsAnswer {
    decisions: Vec<DecisionAnswer>,
}

/// A decision that is kept; `svod decide --undo` answers with the one that was taken back.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DecisionAnswer {
    /// Its own for ever.
    number: u64,
    kind: DecisionKind,
    state: DecisionState,
    /// In words.
    answer: String,
    /// The field whose value was asked for.
    field: Option<FieldKey>,
    /// What the two rows were called; the right one is empty where there is but one.
    left: String,
    right: String,
    note: String,
    /// Empty where it is not known.
    who: String,
    when: String,
    /// The period in which it was asked.
    period: String,
    #[serde(skip)]
    signed: String,
}

/// What a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum DecisionKind {
    SameEvent,
    Conflict,
    /// A value was corrected in the register sheet.
    Correction,
    /// A row with errors was taken as it is.
    Acceptance,
}

impl DecisionAnswer {
    fn of_undone(undone: &Undone, form: &Form, language: Language) -> Self {
        match undone {
            Undone::Decision(kept) => Self::of(kept, form, language),
            Undone::Edit(edit) => Self::of_edit(edit, form, language),
        }
    }

    fn of_edit(edit: &KeptEdit, form: &Form, language: Language) -> Self {
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

    fn of(kept: &Kept, form: &Form, language: Language) -> Self {
        let decision = &kept.decision;
        let title = form.with_role(Role::Title).map(|field| &field.key);
        let called = |facts: &svod::flow::Facts| {
            title.and_then(|key| facts.get(key)).map(|fact| fact.shown.clone()).unwrap_or_default()
        };
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
