//! What every sheet is written from, with the few questions that all of them ask: what is it called, where does it lie.
//!
//! In: the consolidated data, the form, the register, the language. Out: words and links. It writes nothing.

use std::collections::BTreeMap;

use super::super::{Error, Figures, Subject, report, sentences};
use super::links;
use super::names::{Names, SheetKind};
use crate::flow::{Answer, Consolidated, FileState, ParcelCard};
use crate::form::{Field, Form};
use crate::phrase::countries::Country;
use crate::record::{CellRef, FieldKey, Origin, ParcelId, Value};
use crate::words::{Args, Language};

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is its institution's answer.
    Counts,
    /// A newer one of the same institution took its place.
    Replaced,
    /// It waits for a person.
    Held,
    /// A person took it out of the count.
    SetAside,
    /// No answer is made from it.
    Unusable,
    /// It is a workbook of svod's own that came back, with so many answers.
    Answers(usize),
    /// An archive or a letter: what lay in it stands in lines of its own.
    Opened,
    /// The same; what is in it was taken earlier.
    TakenBefore,
}

/// A received file.
pub(super) struct File<'a> {
    pub(super) card: &'a ParcelCard,
    /// What its institution is called; empty where that is not known.
    pub(super) institution: String,
    pub(super) rows: Option<u32>,
    pub(super) fate: Fate,
}

/// The consolidated data with everything that is needed to speak of it.
pub(super) struct Book<'a> {
    pub(super) data: &'a Consolidated,
    pub(super) form: &'a Form,
    pub(super) language: Language,
    pub(super) names: Names,
    /// What the form's sentences see.
    pub(super) args: Args,
    /// «Свод за I квартал 2024 года».
    pub(super) title: String,
    pub(super) figures: Figures,
    subject: Subject<'a>,
    files: BTreeMap<ParcelId, File<'a>>,
}

impl<'a> Book<'a> {
    pub(super) fn new(subject: Subject<'a>) -> Result<Self, Error> {
        let Subject { data, form, language, .. } = subject;
        let args = sentences::args(data, form, language);
        Ok(Self {
            data,
            form,
            language,
            names: Names::new(data, form, language, &args)?,
            title: sentences::say(&form.report.workbook_name, "report.workbook-name", language, &args)?,
            args,
            figures: Figures::of(&subject),
            subject,
            files: files(data),
        })
    }

    pub(super) fn subject(&self) -> &Subject<'a> {
        &self.subject
    }

    /// Whether it is of a longer period: what is decided and corrected is so in the workbooks of its parts.
    pub(super) fn is_of_parts(&self) -> bool {
        !self.data.parts.is_empty()
    }

    /// The message `publish-ID`.
    pub(super) fn say(&self, id: &str) -> String {
        self.subject.say(id)
    }

    /// The message `publish-ID` with arguments.
    pub(super) fn say_with(&self, id: &str, args: &Args) -> String {
        self.subject.say_with(id, args)
    }

    /// «28 мероприятий», in the form's own word.
    pub(super) fn rows_in_words(&self, n: usize) -> Result<String, Error> {
        sentences::say(&self.form.form.rows, "form.rows", self.language, &Args::new().with("n", n))
    }

    /// What the institution with that code is called; the code, where the register does not know it.
    pub(super) fn institution(&self, code: &str) -> String {
        self.subject.institution(code)
    }

    /// The label of a field.
    pub(super) fn label(&self, key: &FieldKey) -> String {
        self.form.label(key).get(self.language).to_owned()
    }

    /// A value as people read it.
    pub(super) fn reads(&self, key: &FieldKey, value: &Value) -> String {
        report::reads(self.form, key, value, self.language)
    }

    /// What a question gives for a field, as people read it: the label in place of a dictionary's key.
    pub(super) fn reads_text(&self, field: &Field, text: &str) -> String {
        match self.form.dictionary_of(field) {
            Some(dictionary) if !text.is_empty() => dictionary.label(text, self.language).to_owned(),
            _ => text.to_owned(),
        }
    }

    /// The label of `key` in the dictionary of that name, else the key.
    pub(super) fn entry(&self, dictionary: &str, key: &str) -> String {
        let known = self.form.dictionaries.get(dictionary);
        known.map_or(key, |dictionary| dictionary.label(key, self.language)).to_owned()
    }

    pub(super) fn country(&self, country: Country) -> String {
        self.subject.country(country)
    }

    /// The label of a unit.
    pub(super) fn unit(&self, key: &str) -> String {
        self.subject.unit(key)
    }

    /// The files in order of arrival.
    pub(super) fn files(&self) -> impl Iterator<Item = &File<'a>> {
        self.data.files.iter().filter_map(|file| self.files.get(&file.card.id))
    }

    /// The workbooks of svod's own that came back, in order of arrival.
    pub(super) fn own_files(&self) -> impl Iterator<Item = File<'a>> {
        self.data.own.iter().map(|own| File {
            card: &own.parcel,
            institution: String::new(),
            rows: None,
            fate: match own {
                own if own.refused.is_some() => Fate::Unusable,
                own if own.taken_before => Fate::TakenBefore,
                own => Fate::Answers(own.answers.len()),
            },
        })
    }

    pub(super) fn file(&self, id: &ParcelId) -> Option<&File<'a>> {
        self.files.get(id)
    }

    /// The file's name as it arrived.
    pub(super) fn file_name(&self, id: &ParcelId) -> String {
        self.file(id).map_or_else(|| id.to_string(), |file| file.card.name.to_string())
    }

    /// The file that counts as an institution's answer; where none can be used, the last that it sent.
    pub(super) fn current_file(answer: &Answer) -> Option<&ParcelCard> {
        let current = answer.versions.iter().find(|version| version.state.counts());
        current.or(answer.versions.last()).map(|version| &*version.parcel)
    }

    /// Why no answer is made from a file: the first of its errors, in words.
    pub(super) fn why_unusable(&self, id: &ParcelId) -> Option<String> {
        let (_, findings) = self.data.unusable.iter().find(|(card, _)| card.id == *id)?;
        findings.iter().find(|finding| finding.is_error()).map(|finding| finding.message(self.language))
    }

    /// The link to the cell of the original.
    pub(super) fn link(&self, origin: &Origin) -> Option<String> {
        links::original(&self.file(&origin.parcel)?.card.stored, Some((&origin.sheet, origin.cell)))
    }

    /// The link to a sheet of this workbook.
    pub(super) fn link_to(&self, kind: SheetKind) -> String {
        links::sheet(self.names.of(kind), CellRef::new(0, 0))
    }
}

fn files(data: &Consolidated) -> BTreeMap<ParcelId, File<'_>> {
    let called: BTreeMap<&str, &str> =
        data.answers.iter().map(|answer| (&*answer.institution.code, answer.institution.called())).collect();
    let earlier = data.earlier.iter().map(|card| (card.id.clone(), File::unknown(card, Fate::Unusable)));
    let received = data.files.iter().map(|file| {
        let fate = match file.state {
            FileState::Counts => Fate::Counts,
            FileState::Replaced => Fate::Replaced,
            FileState::Held(_) => Fate::Held,
            FileState::SetAside(_) => Fate::SetAside,
            FileState::Opened => Fate::Opened,
            FileState::Unusable => Fate::Unusable,
        };
        let called = file.institution.as_deref().and_then(|code| called.get(code));
        let file = match called {
            Some(called) => File { card: &file.card, institution: (*called).to_owned(), rows: Some(file.rows), fate },
            None => File::unknown(&file.card, fate),
        };
        (file.card.id.clone(), file)
    });
    let own = data.own.iter().map(|own| (own.parcel.id.clone(), File::unknown(&own.parcel, Fate::Counts)));
    let mut files: BTreeMap<ParcelId, File<'_>> = earlier.chain(received).chain(own).collect();
    for (card, _) in &data.unusable {
        if let Some(file) = files.get_mut(&card.id) {
            file.fate = Fate::Unusable;
        }
    }
    files
}

impl<'a> File<'a> {
    /// A file of which is not known whose it is.
    fn unknown(card: &'a ParcelCard, fate: Fate) -> Self {
        Self { card, institution: String::new(), rows: None, fate }
    }
}
