//! The shapes of `--format json`. Their JSON Schema, `schemas/output.schema.json`, is made from these types.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Serialize, Serializer};
use svod::finding::{AllTold, Severity, Told};
use svod::flow::{Account, Accounts, Answer, ArtifactKind, CheckedRow, Completeness, Consolidated, State, Tally};
use svod::pipeline::{Change, Collected, Issued, Written};
use svod::record::{Datum, FieldKey};
use svod::words::Language;

/// The values of rows, taken from where they are when they are written.
#[derive(Debug)]
pub(super) struct Rows<'a>(pub(super) &'a [CheckedRow]);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|row| Values(&row.row.fields)))
    }
}

struct Values<'a>(&'a BTreeMap<FieldKey, Datum>);

impl Serialize for Values<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, datum)| (key, &datum.value)))
    }
}

/// A file that svod wrote.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ArtifactAnswer {
    kind: ArtifactKind,
    path: String,
}

impl ArtifactAnswer {
    pub(super) fn all(written: &[Written]) -> Vec<Self> {
        written.iter().map(|written| Self { kind: written.kind, path: written.path.display().to_string() }).collect()
    }
}

/// What became of the files in the inbox, by their names there.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CollectedAnswer {
    taken: Vec<String>,
    /// Byte for byte the same as one that was taken before.
    repeated: Vec<String>,
    /// Taken before, but the original was gone or had been changed: it is restored.
    restored: Vec<String>,
    /// Lock and system files.
    skipped: Vec<String>,
    /// Still being written; left for the next run.
    unfinished: Vec<String>,
    unreadable: Vec<String>,
    /// No files: folders, links that lead nowhere.
    left: Vec<String>,
}

impl CollectedAnswer {
    pub(super) fn of(collected: &Collected) -> Self {
        let names = |pairs: &[(String, String)]| pairs.iter().map(|(name, _)| name.clone()).collect();
        Self {
            taken: collected.taken.clone(),
            repeated: collected.repeated.clone(),
            restored: collected.restored.clone(),
            skipped: collected.skipped.iter().map(|(name, _)| name.clone()).collect(),
            unfinished: collected.unfinished.clone(),
            unreadable: names(&collected.unreadable),
            left: collected.left.clone(),
        }
    }
}

/// One file of an institution.
#[derive(Debug, Serialize, JsonSchema)]
struct VersionAnswer {
    file: String,
    fingerprint: String,
    /// Day on which it was last changed before it was taken.
    received: String,
    rows: u32,
    /// Whether it is the one that counts.
    current: bool,
    /// `counts`, `replaced`, `held`, `set-aside` or `unusable`.
    state: String,
    /// Number of arrival: what `svod decide --admit` and `--set-aside` take.
    number: u64,
}

/// Where an institution stands.
#[derive(Debug, Serialize, JsonSchema)]
struct InstitutionAnswer {
    code: String,
    name: String,
    state: State,
    /// Where it stands with letters, deadline and day; in `status` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    account: Option<Account>,
    received: Option<String>,
    versions: Vec<VersionAnswer>,
    rows: Tally,
    errors: u32,
    warnings: u32,
    counters: BTreeMap<FieldKey, i64>,
}

impl InstitutionAnswer {
    fn of(answer: &Answer) -> Self {
        Self {
            code: answer.institution.code.to_string(),
            name: answer.institution.name.clone(),
            state: answer.state,
            account: None,
            received: answer.received.map(|day| day.to_string()),
            versions: answer
                .versions
                .iter()
                .map(|version| VersionAnswer {
                    file: version.parcel.name.to_string(),
                    fingerprint: version.parcel.id.to_string(),
                    received: version.parcel.received.date().to_string(),
                    rows: version.rows,
                    current: version.state.counts(),
                    state: version.state.word().to_owned(),
                    number: version.parcel.arrival,
                })
                .collect(),
            rows: answer.rows,
            errors: answer.errors,
            warnings: answer.warnings,
            counters: answer.counters.clone(),
        }
    }
}

/// A file that no institution's answer is made from.
#[derive(Debug, Serialize, JsonSchema)]
struct UnusableAnswer<'a> {
    file: String,
    stored: String,
    #[schemars(with = "Vec<Told>")]
    findings: AllTold<'a>,
}

/// The state of a period: `svod status`, and part of `svod run` and `svod demo`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StatusAnswer<'a> {
    period: String,
    /// Events in the report.
    events: usize,
    /// `received = in_report + merged + refused + waiting`; the report holds `in_report + carried` events.
    tally: Tally,
    /// Questions that a person must answer.
    questions: usize,
    /// Decisions of people that are about rows of this period.
    decisions: usize,
    errors: usize,
    warnings: usize,
    /// Completeness and timeliness; in `status` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    figures: Option<Completeness>,
    institutions: Vec<InstitutionAnswer>,
    unusable: Vec<UnusableAnswer<'a>>,
    #[schemars(with = "Vec<Told>")]
    findings: AllTold<'a>,
}

impl<'a> StatusAnswer<'a> {
    pub(super) fn of(consolidated: &'a Consolidated, language: Language) -> Self {
        let count = |severity| consolidated.findings.iter().filter(|finding| finding.severity == severity).count();
        Self {
            period: consolidated.period.to_string(),
            events: consolidated.events.len(),
            tally: consolidated.tally,
            questions: consolidated.questions.len(),
            decisions: consolidated.decisions.len(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            figures: None,
            institutions: consolidated.answers.iter().map(InstitutionAnswer::of).collect(),
            unusable: consolidated
                .unusable
                .iter()
                .map(|(card, findings)| UnusableAnswer {
                    file: card.name.to_string(),
                    stored: card.stored.clone(),
                    findings: AllTold::of(findings, language),
                })
                .collect(),
            findings: AllTold::of(&consolidated.findings, language),
        }
    }
}

impl StatusAnswer<'_> {
    /// The same with where each institution stands.
    pub(super) fn with(mut self, standing: Accounts) -> Self {
        self.figures = Some(standing.figures);
        for (institution, account) in self.institutions.iter_mut().zip(standing.accounts) {
            institution.account = Some(account);
        }
        self
    }
}

/// `svod status --of`: the story of one institution.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct StoryAnswer {
    period: String,
    institution: InstitutionAnswer,
    changes: Vec<ChangeAnswer>,
    findings: Vec<Told>,
}

/// What changed from one file to the next, in words.
#[derive(Debug, Serialize, JsonSchema)]
struct ChangeAnswer {
    /// Fingerprints.
    from: String,
    to: String,
    differences: Vec<String>,
}

impl StoryAnswer {
    pub(super) fn of(consolidated: &Consolidated, answer: &Answer, changes: &[Change], language: Language) -> Self {
        let code = &answer.institution.code;
        Self {
            period: consolidated.period.to_string(),
            institution: InstitutionAnswer::of(answer),
            changes: changes
                .iter()
                .map(|change| ChangeAnswer {
                    from: change.from.to_string(),
                    to: change.to.to_string(),
                    differences: change.differences.iter().map(|difference| difference.text(language)).collect(),
                })
                .collect(),
            findings: Told::all(
                consolidated.findings.iter().filter(|finding| finding.place.institution.as_ref() == Some(code)),
                language,
            ),
        }
    }
}

/// `svod run` and `svod demo`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct RunAnswer<'a> {
    /// Folder of the workspace.
    pub(super) workspace: String,
    pub(super) inbox: CollectedAnswer,
    /// Workbooks of the report into which somebody wrote while svod worked: they lie in the inbox, for the next run.
    pub(super) moved: Vec<String>,
    #[serde(flatten)]
    pub(super) status: StatusAnswer<'a>,
    pub(super) artifacts: Vec<ArtifactAnswer>,
}

/// `svod publish`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PublishAnswer<'a> {
    /// Folder of the workspace.
    pub(super) workspace: String,
    #[serde(flatten)]
    pub(super) status: StatusAnswer<'a>,
    /// The periods that a longer one is made of.
    pub(super) parts: Vec<String>,
    /// Those of them that were not run.
    pub(super) missing: Vec<String>,
    /// Workbooks of the report into which somebody wrote: they lie in the inbox, for the next run.
    pub(super) moved: Vec<String>,
    pub(super) artifacts: Vec<ArtifactAnswer>,
    pub(super) edition: EditionAnswer,
}

/// The edition that says what the report says now.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct EditionAnswer {
    /// From 1.
    number: u32,
    /// Whether it was made just now; else the last one says the same.
    new: bool,
    folder: String,
    /// What it says differently from the one before, in words.
    differences: Vec<String>,
    /// What is wrong with the folders of editions: records that are lost, files that were changed.
    findings: Vec<Told>,
}

impl EditionAnswer {
    pub(super) fn of(edition: &Issued, language: Language) -> Self {
        Self {
            number: edition.number,
            new: edition.is_new,
            folder: edition.folder.display().to_string(),
            differences: edition.differences.iter().map(|difference| difference.text(language)).collect(),
            findings: Told::all(&edition.findings, language),
        }
    }
}

/// `svod init`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct InitAnswer {
    pub(super) workspace: String,
    pub(super) form: String,
    pub(super) register: String,
    pub(super) inbox: String,
}

/// `svod demo`: what its run came to, and where everything lies that a quarter begins with.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct DemoAnswer<'a> {
    /// The empty template for all.
    pub(super) template: String,
    /// Folder with the empty template of each institution.
    pub(super) templates: String,
    /// Folder with the drafts of the letters.
    pub(super) letters: String,
    /// Folder with the files as they came into the inbox.
    pub(super) returned: String,
    /// Folder where the run keeps them.
    pub(super) originals: String,
    #[serde(flatten)]
    pub(super) run: RunAnswer<'a>,
}

/// `svod template`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct TemplateAnswer {
    pub(super) period: String,
    pub(super) templates: Vec<IssuedAnswer>,
    /// What is wrong with the register.
    pub(super) findings: Vec<Told>,
}

/// The template of one institution, or the one for all.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct IssuedAnswer {
    /// Code of the institution; none of the one for all.
    pub(super) institution: Option<String>,
    pub(super) path: String,
}

/// What became of a file that was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum OutcomeAnswer {
    /// Every row was read as it stands. What is wrong with what it says (a day that never was) is in the findings.
    Read,
    /// Rows were read, and something of the file, its layout or a value (findings F, L, V) may be missing or misread.
    Warn,
    /// No rows can be had; the findings say why.
    Refused,
}

/// `svod check`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct CheckAnswer<'a> {
    pub(super) file: String,
    /// Id of the form that the file was read with.
    pub(super) form: String,
    pub(super) outcome: OutcomeAnswer,
    /// Values by field key; what is not given is not there.
    #[schemars(with = "Vec<BTreeMap<FieldKey, serde_json::Value>>")]
    pub(super) rows: Rows<'a>,
    #[schemars(with = "Vec<Told>")]
    pub(super) findings: AllTold<'a>,
}

/// `svod explain`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ExplainAnswer {
    pub(super) code: String,
    pub(super) severity: Severity,
    pub(super) title: String,
    pub(super) explanation: String,
}

/// `svod form check`.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FormAnswer {
    pub(super) form: String,
    pub(super) sound: bool,
    pub(super) mistakes: Vec<MistakeAnswer>,
}

/// A mistake in a form.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct MistakeAnswer {
    /// From 1.
    pub(super) line: u32,
    /// In characters, from 1.
    pub(super) column: u32,
    pub(super) message: String,
}

/// Every answer, by command: the root of the schema.
#[derive(Debug, JsonSchema)]
#[expect(dead_code, reason = "only its schema is used")]
pub(super) struct Answers {
    init: InitAnswer,
    template: TemplateAnswer,
    send: super::post_output::PostAnswer,
    #[schemars(rename = "return")]
    returns: super::post_output::PostAnswer,
    remind: super::post_output::PostAnswer,
    extend: super::post_output::ExtendAnswer,
    fetch: super::post_output::FetchAnswer,
    log: super::post_output::LogAnswer,
    watch: super::post_output::NewsAnswer,
    run: RunAnswer<'static>,
    demo: DemoAnswer<'static>,
    publish: PublishAnswer<'static>,
    status: StatusAnswer<'static>,
    #[schemars(rename = "status --of")]
    story: StoryAnswer,
    decide: super::decide::DecideAnswer,
    #[schemars(rename = "decide --accept")]
    decide_accept: super::decide::TakenAnswer,
    #[schemars(rename = "decide --admit")]
    decide_admit: super::decide::RuledAnswer,
    #[schemars(rename = "decide --list")]
    decide_list: super::decide::DecisionsAnswer,
    #[schemars(rename = "decide --undo")]
    decide_undo: super::decide::DecisionAnswer,
    check: CheckAnswer<'static>,
    #[schemars(rename = "understand dates")]
    understand_dates: super::understand::DatesAnswer,
    #[schemars(rename = "understand participants")]
    understand_participants: super::understand::PeopleAnswer,
    #[schemars(rename = "understand place")]
    understand_place: super::understand::PlaceAnswer,
    explain: ExplainAnswer,
    #[schemars(rename = "form check")]
    form_check: FormAnswer,
    failure: super::errors::FailureAnswer,
}
