//! What every writer speaks of, and the few questions that all of them ask: what is it called in the reader's language?
//!
//! In: the consolidated data, the form, the register, the language, what earlier reports counted, the key of the workspace. Out: words. It writes nothing.

use jiff::civil::Date;

use super::headline::Past;
use crate::flow::{Accounts, Consolidated, Part};
use crate::form::{Form, Role};
use crate::phrase::countries::Country;
use crate::register::Register;
use crate::words::{self, Args, Language};

/// The consolidated data with everything that is needed to speak of it.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    pub data: &'a Consolidated,
    pub form: &'a Form,
    pub register: &'a Register,
    /// The last day on which an answer is in time, where one was set.
    pub deadline: Option<Date>,
    /// Where each institution stands, where letters were written to them.
    pub accounts: Option<&'a Accounts>,
    pub language: Language,
    /// Reports that this one is compared with: of the period before, then of the same one a year ago, as far as there are.
    pub past: &'a [Past],
    /// The institution's own Word file, in which the report's place is marked.
    pub letterhead: Option<&'a [u8]>,
    /// The number of the edition that is made, from 1; none where the report is not published.
    pub edition: Option<u32>,
    /// The key of the workspace, by which its workbooks are known when they come back.
    pub key: Option<&'a [u8]>,
}

impl<'a> Subject<'a> {
    /// The same of a part of a longer period; none where it was not run.
    pub(super) fn of_part(&self, part: &'a Part) -> Option<Self> {
        let data = part.data.as_deref()?;
        Some(Self { data, deadline: part.deadline, accounts: None, past: &[], ..*self })
    }

    /// The message `publish-ID`.
    pub(super) fn say(&self, id: &str) -> String {
        words::plain(self.language, &format!("publish-{id}"))
    }

    /// The message `publish-ID` with arguments.
    pub(super) fn say_with(&self, id: &str, args: &Args) -> String {
        words::text(self.language, &format!("publish-{id}"), args)
    }

    /// «Редакция 2»; nothing where the report is not published.
    pub(super) fn edition_line(&self) -> Option<String> {
        self.edition.map(|number| self.say_with("edition", &Args::new().with("number", number)))
    }

    /// What the institution with that code is called; the code, where the register does not know it.
    pub(super) fn institution(&self, code: &str) -> String {
        let answered = || self.data.answers.iter().map(|answer| &answer.institution).find(|inst| &*inst.code == code);
        let known = self.register.by_code(code).or_else(answered);
        known.map_or_else(|| code.to_owned(), |institution| institution.called().to_owned())
    }

    pub(super) fn country(&self, country: Country) -> String {
        match self.language {
            Language::Ru => country.ru.to_owned(),
            Language::En => country.en.to_owned(),
        }
    }

    /// The label of a unit.
    pub(super) fn unit(&self, key: &str) -> String {
        let dictionary = self.form.with_role(Role::Unit).and_then(|field| self.form.dictionary_of(field));
        dictionary.map_or(key, |dictionary| dictionary.label(key, self.language)).to_owned()
    }

    /// Whether the form's table has a field of that role.
    pub(super) fn asks(&self, role: Role) -> bool {
        self.form.with_role(role).is_some()
    }
}
