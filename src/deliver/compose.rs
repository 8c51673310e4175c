//! The words of each kind of letter, in the institution's language: from the form, the period, what came back.

use jiff::civil::Date;

use super::{Attachment, Body, Enclosed, Letter, Recipients, Sender, Texts};
use crate::finding::{Finding, Severity};
use crate::flow::{LetterKey, ParcelCard};
use crate::form::{Form, Role};
use crate::layout::Layout;
use crate::record::Period;
use crate::register::Institution;
use crate::words::{Args, Language, LocalText, Pattern};

/// Findings that a letter itself names; the rest stands in the correction workbook.
const MOST: usize = 25;

/// How urgent a reminder is: it rises as the days pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// So many working days are left.
    Soon(u32),
    /// Today is the last day.
    LastDay,
    /// The last day has passed.
    Overdue,
    /// It passed so many working days ago that others must be told.
    LongOverdue,
}

/// What is said of a file that came.
#[derive(Debug, Clone, Copy)]
pub struct Remarks<'a> {
    pub card: &'a ParcelCard,
    pub rows: usize,
    pub nil: bool,
    /// Errors and warnings.
    pub findings: &'a [Finding],
    /// Whether the file counts as the answer at all.
    pub usable: bool,
    /// Other files in the institution's name that wait for the coordinator.
    pub held: &'a [&'a ParcelCard],
}

impl<'a> Remarks<'a> {
    fn of(self, severity: Severity) -> impl Iterator<Item = &'a Finding> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }
}

/// Writes the letters of one period.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'a> {
    pub form: &'a Form,
    pub period: Period,
    pub sender: &'a Sender,
    /// The coordinator's own wording.
    pub texts: &'a Texts,
}

impl Writer<'_> {
    /// The letter that the template goes out with.
    #[must_use]
    pub fn request(
        &self,
        whose: (&Institution, Recipients),
        key: LetterKey,
        deadline: Option<Date>,
        template: Enclosed,
    ) -> Letter {
        let (institution, to) = whose;
        let voice = Voice { writer: self, institution };
        let body = Body::default()
            .say(voice.greeting())
            .say(voice.say(if template.listed.is_some() { "request-lead-common" } else { "request-lead" }))
            .say(deadline.map(|day| voice.tell("request-deadline", Args::new().with("day", day))).unwrap_or_default())
            .steps(voice.steps(template.listed.as_deref()));
        let subject = match deadline {
            Some(day) => voice.tell("request-subject-until", Args::new().with("day", day)),
            None => voice.say("request-subject"),
        };
        Letter {
            key,
            to,
            subject,
            body: voice.close(body),
            is_common: template.listed.is_some(),
            attachments: vec![template.file],
        }
    }

    /// The letter to somebody who has not answered.
    #[must_use]
    pub fn reminder(
        &self,
        whose: (&Institution, Recipients),
        key: LetterKey,
        (deadline, tone): (Date, Tone),
        template: Enclosed,
    ) -> Letter {
        let (institution, to) = whose;
        let voice = Voice { writer: self, institution };
        let (word, left) = match tone {
            Tone::Soon(left) => ("soon", left),
            Tone::LastDay => ("today", 0),
            Tone::Overdue => ("overdue", 0),
            Tone::LongOverdue => ("long-overdue", 0),
        };
        let args = || Args::new().with("day", deadline).with("left", left);
        let body = Body::default()
            .say(voice.greeting())
            .say(voice.tell(&format!("reminder-{word}"), args()))
            .steps(voice.steps(template.listed.as_deref()))
            .say(voice.say("reminder-crossed"));
        let subject = voice.tell(&format!("reminder-subject-{word}"), args());
        Letter {
            key,
            to,
            subject,
            body: voice.close(body),
            is_common: template.listed.is_some(),
            attachments: vec![template.file],
        }
    }

    /// The letter that says what is wrong, with the correction workbook.
    #[must_use]
    pub fn correction(
        &self,
        whose: (&Institution, Recipients),
        key: LetterKey,
        remarks: Remarks<'_>,
        workbook: Attachment,
    ) -> Letter {
        let (institution, to) = whose;
        let voice = Voice { writer: self, institution };
        let errors = remarks.of(Severity::Error).count();
        let lead = if remarks.usable { "return-lead" } else { "return-lead-unusable" };
        let body = Body::default().say(voice.greeting()).say(voice.of_file(lead, remarks));
        let body = voice.held(voice.findings(body, remarks).say(voice.say("return-how")), remarks);
        let args = Args::new().with("errors", errors).with("warnings", remarks.of(Severity::Warning).count());
        let subject = voice.tell("return-subject", args);
        Letter { key, to, subject, body: voice.close(body), attachments: vec![workbook], is_common: false }
    }

    /// What an institution's auditors ask for: what was taken, when, and by which fingerprint it is known. Where something
    /// is doubtful it is named, and the workbook shows it.
    #[must_use]
    pub fn receipt(
        &self,
        whose: (&Institution, Recipients),
        key: LetterKey,
        remarks: Remarks<'_>,
        workbook: Option<Attachment>,
    ) -> Letter {
        let (institution, to) = whose;
        let voice = Voice { writer: self, institution };
        let (lead, subject) = match (remarks.nil, workbook.is_some()) {
            (true, false) => ("receipt-lead-nil", "receipt-subject"),
            (false, false) => ("receipt-lead", "receipt-subject"),
            (_, true) => ("receipt-lead-doubts", "receipt-subject-doubts"),
        };
        let body = Body::default().say(voice.greeting()).say(voice.of_file(lead, remarks)).list(vec![
            voice.of_file("receipt-file", remarks),
            voice.of_file("receipt-rows", remarks),
            voice.of_file("receipt-fingerprint", remarks),
        ]);
        let mut body = voice.held(voice.findings(body, remarks), remarks);
        if workbook.is_some() {
            body = body.say(voice.say("receipt-how"));
        }
        let body = voice.close(body.say(voice.say("receipt-later")));
        Letter {
            key,
            to,
            subject: voice.say(subject),
            body,
            attachments: workbook.into_iter().collect(),
            is_common: false,
        }
    }
}

/// Says the sentences of one letter: knows whose it is.
struct Voice<'a> {
    writer: &'a Writer<'a>,
    institution: &'a Institution,
}

impl Voice<'_> {
    fn language(&self) -> Language {
        self.institution.language
    }

    fn say(&self, id: &str) -> String {
        self.tell(id, Args::new())
    }

    fn tell(&self, id: &str, args: Args) -> String {
        let language = self.language();
        let form = self.writer.form;
        let layout = Layout::of(form, language);
        let nil = form.header_with_role(Role::Nil).map(|field| field.label.get(language)).unwrap_or_default();
        let args = args
            .with("form", form.form.title.get(language))
            .with("period", self.writer.period.name(language))
            .with("institution", self.institution.called())
            .with("title", layout.title_sheet)
            .with("table", layout.table_sheet)
            .with("nil", nil);
        self.writer.texts.say(language, &format!("letter-{id}"), &args)
    }

    /// What is wrong, and what is doubtful; of each the first ones.
    fn findings(&self, mut body: Body, remarks: Remarks<'_>) -> Body {
        for (severity, id) in [(Severity::Error, "return-errors"), (Severity::Warning, "return-warnings")] {
            let all: Vec<String> = remarks.of(severity).map(|finding| finding.sentence(self.language())).collect();
            if all.is_empty() {
                continue;
            }
            let more = all.len().saturating_sub(MOST);
            body = body.say(self.say(id)).list(all.into_iter().take(MOST).collect());
            if more > 0 {
                body = body.say(self.tell("return-more", Args::new().with("n", more)));
            }
        }
        body
    }

    /// Files in the institution's name of which it is not known whether it sent them.
    fn held(&self, body: Body, remarks: Remarks<'_>) -> Body {
        let name = |card: &&ParcelCard| {
            let args = Args::new().with("name", &*card.name).with("day", card.received.date());
            self.tell("held-file", args)
        };
        let names: Vec<String> = remarks.held.iter().map(name).collect();
        if names.is_empty() {
            body
        } else {
            body.say(self.tell("held", Args::new().with("n", names.len()))).list(names)
        }
    }

    /// A sentence about a file.
    fn of_file(&self, id: &str, remarks: Remarks<'_>) -> String {
        let rows = rows_in_words(&self.writer.form.form.rows, remarks.rows, self.language());
        let args = Args::new()
            .with("name", &*remarks.card.name)
            .with("day", remarks.card.received.date())
            .with("rows", rows)
            .with("fingerprint", remarks.card.id.to_string());
        self.tell(id, args)
    }

    /// By name, where the register says one: what stands before the first comma and looks like a name.
    fn greeting(&self) -> String {
        match person(&self.institution.contact) {
            Some(name) => self.tell("greeting-named", Args::new().with("name", name)),
            None => self.say("greeting"),
        }
    }

    /// What is to be done with the template; in the one for all the name `listed` is chosen first.
    fn steps(&self, listed: Option<&str>) -> Vec<String> {
        let has_nil = self.writer.form.header_with_role(Role::Nil).is_some();
        let is_said = |id: &str| match id {
            "step-nil" => has_nil,
            "step-choose" => listed.is_some(),
            _ => true,
        };
        let args = || Args::new().with("listed", listed.unwrap_or_default());
        let ids = ["step-open", "step-choose", "step-fill", "step-nil", "step-reply"];
        ids.into_iter().filter(|id| is_said(id)).map(|id| self.tell(id, args())).collect()
    }

    /// Where to ask, and the signature.
    fn close(&self, body: Body) -> Body {
        let sender = self.writer.sender;
        let ask = sender.ask.get(self.language());
        let body = if ask.is_empty() { body } else { body.say(self.tell("ask", Args::new().with("whom", ask))) };
        body.say(sender.signature.get(self.language()))
    }
}

/// «3 мероприятия», in the form's own words.
fn rows_in_words(pattern: &LocalText, n: usize, language: Language) -> String {
    Pattern::parse(language, pattern.get(language))
        .and_then(|pattern| pattern.say(&Args::new().with("n", n)))
        .unwrap_or_else(|_| n.to_string())
}

/// The name of a person at the start of a contact: two or three words with capitals and nothing else. Where the surname
/// comes first and a patronymic last, name and patronymic alone.
fn person(contact: &str) -> Option<String> {
    let head = contact.split([',', ';', '(']).next()?.trim();
    let words: Vec<&str> = head.split_whitespace().collect();
    let is_name = |word: &&str| {
        word.chars().count() > 1
            && word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-')
    };
    if !(2..=3).contains(&words.len()) || !words.iter().all(is_name) {
        return None;
    }
    let is_patronymic = |word: &str| ["вич", "вна", "ична", "ьич"].iter().any(|end| word.ends_with(end));
    match words.as_slice() {
        [_, name, patronymic] if is_patronymic(patronymic) => Some(format!("{name} {patronymic}")),
        all => Some(all.join(" ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_is_greeted_by_name_where_it_is_one() {
        let greeted = [
            ("Мария Ивановна, тел. 12-34", Some("Мария Ивановна")),
            ("Лебедева Анна Петровна, зав. отделом", Some("Анна Петровна")),
            ("Jane Smith", Some("Jane Smith")),
            ("Отдел культуры", None),
            ("главный специалист Лебедева", None),
            ("Лебедева А. П.", None),
            ("", None),
        ];
        for (contact, name) in greeted {
            assert_eq!(person(contact).as_deref(), name, "{contact}");
        }
    }
}
