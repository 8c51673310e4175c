//! `svod decide`: the questions to a person, files that are held, their answers, and what was decided.

use std::collections::BTreeMap;
use std::str::FromStr;

use clap::{Args, ValueEnum};
use svod::decide::Said;
use svod::flow::{DecisionState, FileChoice, FileRuling, GivenAcceptance, HoldReason, QuestionKind, Side, SourceRow};
use svod::form::{Form, Role};
use svod::pipeline::{self, Asked, Docket, Reply, Waiting, Workspace};
use svod::record::{FieldKey, Period};
use svod::register::Register;
use svod::words::{self, Args as Words};

mod answers;

pub(super) use answers::{DecideAnswer, DecisionAnswer, DecisionsAnswer, RuledAnswer, TakenAnswer};
use answers::{DecisionKind, Difference, former};

use super::Verdict;
use super::args::Global;
use super::errors::Failure;
use super::init::workspace;
use super::progress::Bars;
use super::terminal::Terminal;

/// Answer questions about rows, let files count or set them aside; without a number, list what is asked.
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
    /// Let the received file with that number count, in place of the one that counted so far.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["number", "accept"])]
    admit: Option<u64>,
    /// Set the received file with that number aside: neither it nor its rows count, and nothing waits for it.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["number", "accept", "admit"])]
    set_aside: Option<u64>,
    /// List the decisions that are kept, with corrections, accepted rows and files that were admitted or set aside.
    #[arg(long, conflicts_with_all = ["number", "undo", "accept", "admit", "set_aside"])]
    list: bool,
    /// Undo decision, correction, acceptance or ruling about a file number N.
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["number", "accept", "admit", "set_aside"])]
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
    let choice = |number: Option<u64>, choice| number.map(|number| (number, choice));
    if let Some((number, choice)) =
        choice(args.admit, FileChoice::Admit).or(choice(args.set_aside, FileChoice::SetAside))
    {
        let note = args.note.as_deref().unwrap_or_default();
        let ruling = pipeline::rule_on_file(&workspace, args.period, (number, choice, note), &bars)?;
        tell_ruled(terminal, number, &ruling);
        return Ok(Verdict::Clean);
    }
    if args.list {
        let (kept, edits) = (pipeline::decisions(&workspace)?, pipeline::edits(&workspace)?);
        let rulings = pipeline::file_rulings(&workspace)?;
        let rulings = rulings.iter().map(|(ruling, state)| DecisionAnswer::of_file(ruling, *state, terminal.language));
        let decisions = kept.iter().map(|kept| DecisionAnswer::of(kept, &workspace.form, terminal.language));
        let edits = edits.iter().map(|edit| DecisionAnswer::of_edit(edit, &workspace.form, terminal.language));
        let mut all: Vec<DecisionAnswer> = decisions.chain(edits).chain(rulings).collect();
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
    let is_asked = docket.asked.iter().any(|asked| asked.pending.is_none());
    Ok(Verdict::needs_person_if(is_asked || docket.held.iter().any(|file| file.pending.is_none())))
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
    if answered.is_none() {
        held(terminal, docket);
    }
}

/// The files that wait for a person, and how to rule about them.
fn held(terminal: &mut Terminal, docket: &Docket) {
    for file in &docket.held {
        let nobody = || words::plain(terminal.language, "decide-file-nobody");
        let words = Words::new()
            .with("number", file.card.arrival.to_string())
            .with("name", &*file.card.name)
            .with("institution", file.institution.clone().unwrap_or_else(nobody))
            .with("rows", file.rows)
            .with("why", why_word(&file.why));
        match &file.why {
            Waiting::Held(hold) => {
                let words = words
                    .with("nil", if hold.nil { "yes" } else { "no" })
                    .with("beside", &*hold.beside)
                    .with("beside-rows", hold.beside_rows);
                terminal.say("decide-file", &words);
            }
            Waiting::Unusable(findings) => {
                terminal.say("decide-file-unusable", &words);
                for finding in findings.iter().filter(|finding| finding.is_error()) {
                    terminal.line(&format!("    {}", finding.sentence(terminal.language)));
                }
            }
        }
        if let Some(ruling) = &file.pending {
            let words =
                Words::new().with("number", ruling.number.to_string()).with("choice", choice_word(ruling.choice));
            terminal.say("decide-file-pending", &words);
        }
    }
    if docket.held.iter().any(|file| file.pending.is_none()) {
        terminal.say("decide-file-how", &Words::new());
    }
}

fn why_word(why: &Waiting) -> &'static str {
    match why {
        Waiting::Held(hold) => match hold.why {
            HoldReason::OtherSender => "other-sender",
            HoldReason::Displaced => "displaced",
            HoldReason::FewerRows => "fewer-rows",
        },
        Waiting::Unusable(_) => "unusable",
    }
}

fn choice_word(choice: FileChoice) -> &'static str {
    match choice {
        FileChoice::Admit => "admit",
        FileChoice::SetAside => "set-aside",
    }
}

fn tell_ruled(terminal: &mut Terminal, number: u64, ruling: &FileRuling) {
    if terminal.is_json() {
        terminal.json(&RuledAnswer::of(number, ruling));
        return;
    }
    let words = Words::new()
        .with("number", number.to_string())
        .with("name", &*ruling.name)
        .with("choice", choice_word(ruling.choice));
    terminal.say("decide-file-ruled", &words);
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
        DecisionKind::Correction | DecisionKind::Acceptance | DecisionKind::File => {
            terminal.say("decide-edit-undone", &args);
        }
        DecisionKind::SameEvent | DecisionKind::Conflict => {
            let args = args.with("left", answer.left.as_str()).with("right", answer.right.as_str());
            terminal.say("decide-undone", &args);
        }
    }
}

fn tell_taken(terminal: &mut Terminal, row: u32, taken: &GivenAcceptance) {
    if terminal.is_json() {
        terminal.json(&TakenAnswer::of(row, taken));
        return;
    }
    terminal.say("decide-taken", &Words::new().with("number", row).with("title", taken.called.as_str()));
}

fn state_id(state: DecisionState) -> &'static str {
    match state {
        DecisionState::Stands => "decision-stands",
        DecisionState::Replaced => "decision-replaced",
        DecisionState::Undone => "decision-undone",
    }
}
