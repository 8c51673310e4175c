//! The report for the web: one HTML file that needs nothing but itself.
//!
//! In: the [`Report`] and the [`Brief`] model. Out: the bytes of a page, the same for the same input. First the summary,
//! then the report's table. It is complete without scripts; the one that it brings adds a search. The page forbids itself
//! to load anything: its policy names the script by its hash.

mod beside;
mod chart;
mod filters;
mod summary;
mod table;

#[cfg(test)]
mod tests;

use askama::Template;
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

use self::beside::Beside;
use self::filters::Select;
use self::summary::{Shown, Summary};
use self::table::Table;
use super::{Brief, Error, Report, Subject, sentences};
use crate::flow::{Artifact, ArtifactKind};
use crate::style;
use crate::words::{self, Args, Language, LocalText};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes the page.
///
/// # Errors
/// When a sentence of the form cannot be said.
pub fn page(subject: &Subject) -> Result<Artifact, Error> {
    let report = Report::of(subject.data, subject.form, subject.language)?;
    let args = sentences::args(subject.data, subject.form, subject.language);
    let stem = sentences::say(&subject.form.report.document_name, "report.document-name", subject.language, &args)?;
    let brief = Brief::of(subject)?;
    let page = Page {
        language: subject.language,
        policy: policy(),
        style: STYLE,
        script: SCRIPT,
        second_title: second_title(subject)?,
        second: second_language(subject).map(Language::code),
        summary: Summary::of(subject, &brief, &report),
        beside: Beside::of(subject, &brief.headline),
        selects: filters::selects(subject, &report),
        table: Table::of(subject, &report),
        footer: footer(subject),
        edition: subject.edition_line(),
        report: &report,
    };
    Ok(Artifact {
        kind: ArtifactKind::Page,
        name: style::file_name(&stem, "html"),
        bytes: printable(&page.render()?).into(),
    })
}

/// All that the template prints.
#[derive(Template)]
#[template(path = "page.html")]
struct Page<'a> {
    language: Language,
    policy: String,
    style: &'static str,
    script: &'static str,
    report: &'a Report,
    /// The title in the form's other language.
    second_title: Vec<String>,
    second: Option<&'static str>,
    summary: Summary,
    beside: Beside,
    selects: Vec<Select>,
    table: Table,
    footer: String,
    /// The edition, in words.
    edition: Option<String>,
}

impl Page<'_> {
    /// The message `page-ID`.
    fn say(&self, id: &str) -> String {
        say(self.language, id, &Args::new())
    }

    /// What stands under a line of the signature.
    fn caption(&self, id: &str) -> String {
        words::plain(self.language, id)
    }
}

/// The message `page-ID` with arguments.
fn say(language: Language, id: &str, args: &Args) -> String {
    words::text(language, &format!("page-{id}"), args)
}

/// Words in the reader's language and, where the form has it and it reads differently, in its other one.
struct Label {
    text: String,
    second: Option<String>,
}

impl Label {
    fn of(words: &LocalText, subject: &Subject) -> Self {
        let text = words.get(subject.language).to_owned();
        let second = second_language(subject).map(|language| words.get(language).to_owned());
        Self { second: second.filter(|second| *second != text), text }
    }
}

/// The language that the form has besides the reader's.
fn second_language(subject: &Subject) -> Option<Language> {
    let languages = &subject.form.form.languages;
    languages.iter().copied().find(|language| *language != subject.language)
}

/// The title in the other language; none where the region has no words in it, for it would be of two languages.
fn second_title(subject: &Subject) -> Result<Vec<String>, Error> {
    let Some(language) = second_language(subject) else { return Ok(Vec::new()) };
    let has_words = |words: &LocalText| match (words, language) {
        (LocalText::Same(_), _) => false,
        (LocalText::Each { ru, .. }, Language::Ru) => ru.is_some(),
        (LocalText::Each { en, .. }, Language::En) => en.is_some(),
    };
    let form = subject.form;
    if !form.region.words.values().chain(&form.report.title).all(has_words) {
        return Ok(Vec::new());
    }
    let args = sentences::args(subject.data, form, language);
    form.report.title.iter().map(|line| sentences::say(line, "report.title", language, &args)).collect()
}

fn footer(subject: &Subject) -> String {
    let form = &subject.form.form;
    let args = Args::new()
        .with("form", form.title.get(subject.language))
        .with("version", form.version)
        .with("n", subject.data.files.len());
    say(subject.language, "footer", &args)
}

/// Nothing is loaded, nothing is sent, no script runs but the one that stands in the page.
fn policy() -> String {
    let script = BASE64.encode(&Sha256::digest(SCRIPT));
    format!(
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{script}'; base-uri 'none'; form-action 'none'"
    )
}

/// The same without the characters that HTML does not allow, whatever came in with the data.
fn printable(page: &str) -> String {
    page.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
