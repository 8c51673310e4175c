//! The report that is signed, as a model: title, columns, sections with rows, closing sentence.
//!
//! In: the consolidated data and the form. Out: texts in their places, which any writer can print. It knows nothing of
//! fonts, paper or file formats.

use super::Error;
use super::reported::Reported;
use super::sentences::{args, say};
use crate::flow::{Consolidated, Event};
use crate::form::{ColumnContent, Form, Role};
use crate::phrase::places::Home;
use crate::phrase::{dates, people};
use crate::record::{FieldKey, Value};
use crate::words::{self, Args, Language, Pattern};

/// The report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Lines of the title.
    pub title: Vec<String>,
    /// What a reader must know before the table: which parts of a longer period are missing.
    pub remarks: Vec<String>,
    pub columns: Vec<ReportColumn>,
    /// In the order of the form's dictionary; empty ones are left out.
    pub sections: Vec<ReportSection>,
    /// The sentence under the table.
    pub closing: Option<String>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportColumn {
    pub heading: String,
    /// Share of the page's width, in millimetres of A4 landscape.
    pub width_mm: f64,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSection {
    /// `None` where the report has no sections, or the rows are in none of them.
    pub heading: Option<String>,
    pub rows: Vec<ReportRow>,
}

/// One event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// Running through all sections, from 1; the number of the [`Event`].
    pub number: u32,
    /// One for each column; may hold line breaks.
    pub cells: Vec<String>,
}

impl Report {
    /// The report of what was consolidated.
    ///
    /// # Errors
    /// When a sentence of the form names what svod does not know.
    pub fn of(consolidated: &Consolidated, form: &Form, language: Language) -> Result<Self, Error> {
        let args = args(consolidated, form, language);
        let title = form.report.title.iter().map(|line| say(line, "report.title", language, &args));
        let columns = form
            .report
            .columns
            .iter()
            .map(|column| ReportColumn { heading: column.heading.get(language).to_owned(), width_mm: column.width });
        Ok(Self {
            title: title.collect::<Result<_, _>>()?,
            remarks: remarks(consolidated, language),
            columns: columns.collect(),
            sections: Rows::new(form, language, &args)?.sections(&consolidated.events)?,
            closing: closing(consolidated, form, language, args)?,
        })
    }

    /// The same with one more remark: for papers whose foot is not ours.
    #[must_use]
    pub(super) fn with_remark(mut self, remark: Option<String>) -> Self {
        self.remarks.extend(remark);
        self
    }

    /// All rows, in the order of their numbers.
    pub fn rows(&self) -> impl Iterator<Item = &ReportRow> {
        self.sections.iter().flat_map(|section| &section.rows)
    }
}

/// What is not in the report of a longer period, because it was not run.
fn remarks(consolidated: &Consolidated, language: Language) -> Vec<String> {
    let names: Vec<String> = consolidated.missing().map(|period| period.name(language)).collect();
    if names.is_empty() {
        return Vec::new();
    }
    let args = Args::new().with("n", names.len()).with("names", names.join(", "));
    vec![words::text(language, "publish-missing", &args)]
}

/// The closing sentence with the sum of its counter, unless there is nothing to say. Where some gave no number it says of how
/// many organisations the sum is: where the form wants it, else at the end.
fn closing(consolidated: &Consolidated, form: &Form, language: Language, args: Args) -> Result<Option<String>, Error> {
    let Some(closing) = &form.report.closing else { return Ok(None) };
    let n = consolidated.counters.get(&closing.counter).copied().unwrap_or(0);
    if n == 0 && !closing.when_zero {
        return Ok(None);
    }
    let reported = Reported::of(consolidated, &closing.counter);
    if !reported.is_known() {
        return Ok(None);
    }
    let remark = reported.words(language).map_or_else(String::new, |words| format!(" ({words})"));
    let fail = |source| Error::Sentence { place: "report.closing.text", source };
    let pattern = Pattern::parse(language, closing.text.get(language)).map_err(fail)?;
    let args = args.with("n", n).with("reported", remark.as_str());
    let said = pattern.say(&args).map_err(fail)?.trim().to_owned();
    Ok(Some(if pattern.variables().contains("reported") { said } else { before_the_stop(&said, &remark) }))
}

/// The sentence with a remark at its end, before the full stop.
fn before_the_stop(sentence: &str, remark: &str) -> String {
    let (said, stop) = sentence.strip_suffix('.').map_or((sentence, ""), |said| (said, "."));
    format!("{said}{remark}{stop}")
}

/// Makes rows of events.
struct Rows<'a> {
    form: &'a Form,
    language: Language,
    home: Home,
    args: &'a Args,
    total_line: Option<Pattern>,
}

impl<'a> Rows<'a> {
    fn new(form: &'a Form, language: Language, args: &'a Args) -> Result<Self, Error> {
        let total_line = form.report.total_line.as_ref();
        let total_line = total_line
            .map(|line| Pattern::parse(language, line.text.get(language)))
            .transpose()
            .map_err(|source| Error::Sentence { place: "report.total-line.text", source })?;
        Ok(Self { form, language, home: form.region.home(), args, total_line })
    }

    /// The rows under their headings. An event whose section is none of the dictionary is not lost: it comes last.
    fn sections(&self, events: &[Event]) -> Result<Vec<ReportSection>, Error> {
        let field = self.form.report.group_by.as_ref().and_then(|key| self.form.field(key.as_str()));
        let entries = field.and_then(|field| self.form.dictionary_of(field)).map_or(&[][..], |dict| &dict.entries);
        let known = |event: &&Event| entries.iter().any(|entry| Some(&entry.key) == event.section.as_ref());

        let mut sections = Vec::new();
        for entry in entries {
            let rows = events.iter().filter(|event| event.section.as_ref() == Some(&entry.key));
            sections.push((Some(entry.label.get(self.language).to_owned()), rows.collect::<Vec<_>>()));
        }
        sections.push((None, events.iter().filter(|event| !known(event)).collect()));
        sections
            .into_iter()
            .filter(|(_, events)| !events.is_empty())
            .map(|(heading, events)| {
                let rows = events.into_iter().map(|event| self.row(event)).collect::<Result<_, _>>()?;
                Ok(ReportSection { heading, rows })
            })
            .collect()
    }

    fn row(&self, event: &Event) -> Result<ReportRow, Error> {
        let cells = self.form.report.columns.iter().map(|column| match &column.content {
            ColumnContent::Number => Ok(format!("{}.", event.number)),
            ColumnContent::Dates => Ok(self.dates(event)),
            ColumnContent::People => self.people(event).map(|text| hung(&text)),
            ColumnContent::Field(key) => Ok(hung(&self.field(event, key))),
        });
        Ok(ReportRow { number: event.number, cells: cells.collect::<Result<_, _>>()? })
    }

    fn field(&self, event: &Event, key: &FieldKey) -> String {
        event.value(key.as_str()).map_or_else(String::new, |value| reads(self.form, key, value, self.language))
    }

    /// The days in official wording; where they were not understood, the words that were given.
    fn dates(&self, event: &Event) -> String {
        if let Some(days) = &event.understood.days {
            return tied(&dates::write(days, self.language));
        }
        let words = self.form.with_role(Role::DatesText).and_then(|field| event.text(field.key.as_str()));
        words.unwrap_or_default().to_owned()
    }

    /// The participants' text, and under it the total that the text does not give.
    fn people(&self, event: &Event) -> Result<String, Error> {
        let text = self.form.with_role(Role::People).and_then(|field| event.text(field.key.as_str()));
        let text = text.unwrap_or_default().trim_end();
        let (Some(total), Some(line)) = (event.understood.total, &self.total_line) else { return Ok(text.to_owned()) };
        if people::read(text, &self.home).total.is_some() {
            return Ok(text.to_owned());
        }
        let args = self.args.clone().with("total", total).with("n", total).with("of", self.of_many(event));
        let line = line.say(&args).map_err(|source| Error::Sentence { place: "report.total-line.text", source })?;
        let line = tied(line.trim());
        Ok(if text.is_empty() { line } else { format!("{text}\n{line}") })
    }

    /// «участников», «посетителей»: the form's word for the unit, else svod's.
    fn of_many(&self, event: &Event) -> String {
        let units = self.form.with_role(Role::Unit).and_then(|field| self.form.dictionary_of(field));
        let entry = units.zip(event.understood.unit.as_deref()).and_then(|(units, key)| units.entry(key));
        entry
            .map(|entry| entry.of_many.get(self.language))
            .filter(|words| !words.is_empty())
            .map_or_else(|| words::plain(self.language, "publish-of-participants"), str::to_owned)
    }
}

/// The same with spaces that do not break after numbers and before dashes: a line ends «18 января –», never «18».
fn tied(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let tie = |(at, c): (usize, &char)| {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
        let after = chars.get(at + 1).copied();
        let ties = after == Some('–') || (before && after.is_some_and(char::is_alphabetic));
        if *c == ' ' && ties { '\u{a0}' } else { *c }
    };
    chars.iter().enumerate().map(tie).collect()
}

/// The same with dashes that do not begin a line.
fn hung(text: &str) -> String {
    text.replace(" – ", "\u{a0}– ")
}

/// A value as people read it: the label of a dictionary's entry, yes and no in words.
#[must_use]
pub fn reads(form: &Form, key: &FieldKey, value: &Value, language: Language) -> String {
    let field = form.field(key.as_str()).or_else(|| form.header_field(key.as_str()));
    match (value, field.and_then(|field| form.dictionary_of(field))) {
        (Value::Text(entry), Some(dictionary)) => dictionary.label(entry, language).to_owned(),
        (Value::Boolean(true), _) => words::plain(language, "publish-yes"),
        (Value::Boolean(false), _) => words::plain(language, "publish-no"),
        _ => value.to_string(),
    }
}

#[cfg(test)]
mod tests;
