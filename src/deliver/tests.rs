use std::sync::Arc;

use jiff::civil::date;
use mail_parser::{MessageParser, MimeHeaders};

use super::*;
use crate::flow::{Artifact, ArtifactKind, LetterKey, LetterKind};
use crate::form::{self, Form};
use crate::register::Institution;
use crate::words::Language;

fn museum(email: &str) -> Institution {
    Institution {
        code: "museum".into(),
        name: "Музей озёрного края".to_owned(),
        short_name: String::new(),
        email: email.to_owned(),
        contact: "Лебедева Анна Петровна, тел. 12-34".to_owned(),
        language: Language::Ru,
        since: None,
        until: None,
    }
}

fn form() -> Form {
    form::load(form::builtin("international-events").unwrap()).unwrap()
}

fn sender() -> Sender {
    Sender {
        address: Some("svod@region.example".to_owned()),
        name: LocalText::from("Отдел внешних связей"),
        ask: LocalText::from("Ольга Северная, тел. 00-11"),
        signature: LocalText::from("Отдел внешних связей"),
    }
}

fn request(sender: &Sender) -> Letter {
    let form = form();
    let period = "2024-Q1".parse().unwrap();
    let institution = museum("a@museum.example, b@museum.example; a@museum.example");
    let key = LetterKey {
        period,
        institution: Arc::clone(&institution.code),
        kind: LetterKind::Request,
        about: String::new(),
        again: 0,
    };
    let to = Recipients::of(&institution).unwrap();
    let name = "Музей – I квартал 2024 года.xlsx".to_owned();
    let template = Enclosed::own(Artifact { kind: ArtifactKind::Template, name, bytes: vec![1, 2, 250] });
    let texts = Texts::default();
    Writer { form: &form, period, sender, texts: &texts }.request(
        (&institution, to),
        key,
        Some(date(2024, 4, 5)),
        template,
    )
}

#[test]
fn a_draft_is_what_mail_programs_open_ready_to_be_sent() {
    let bytes = eml(&request(&sender()), &sender(), Language::Ru, Stamp::Draft).unwrap();
    assert!(bytes.is_ascii(), "every server takes it");
    let message = MessageParser::new().parse(&bytes).unwrap();
    assert_eq!(
        message.subject(),
        Some("Мероприятия в международной сфере, I квартал 2024 года: просим прислать до 05.04.2024")
    );
    assert_eq!(message.header_raw("X-Unsent").map(str::trim), Some("1"));
    assert!(message.date().is_none() && message.message_id().is_none());
    let to: Vec<_> = message.to().unwrap().iter().filter_map(|to| to.address()).collect();
    assert_eq!(to, ["a@museum.example", "b@museum.example"]);
    assert!(message.body_text(0).unwrap().starts_with("Здравствуйте, Анна Петровна!"), "{:?}", message.body_text(0));
    assert!(message.body_html(0).unwrap().contains("<li>"));
    let attached = message.attachment(0).unwrap();
    assert_eq!(attached.attachment_name(), Some("Музей – I квартал 2024 года.xlsx"));
    assert_eq!(attached.contents(), [1, 2, 250]);
}

#[test]
fn the_same_letter_gives_the_same_bytes_and_the_same_id_and_another_one_another() {
    let letter = request(&sender());
    let bytes = |letter: &Letter| eml(letter, &sender(), Language::Ru, Stamp::Draft).unwrap();
    assert_eq!(bytes(&letter), bytes(&request(&sender())));
    let id = |letter: &Letter| message_id(letter, &sender(), Language::Ru);
    let mut again = letter.clone();
    again.key.again = 1;
    assert_ne!(id(&letter), id(&again));
    assert!(id(&letter).ends_with("@region.example>"));
}

#[test]
fn a_draft_without_a_sender_names_none() {
    let nobody = Sender::default();
    let bytes = eml(&request(&nobody), &nobody, Language::Ru, Stamp::Draft).unwrap();
    assert!(MessageParser::new().parse(&bytes).unwrap().from().is_none());
}

#[test]
fn whoever_has_no_address_gets_no_letter() {
    assert_eq!(Recipients::of(&museum(" ")), Err(Unreachable::NoAddress));
    assert_eq!(Recipients::of(&museum("a@b.example, тел. 5")), Err(Unreachable::NotAnAddress("тел.".to_owned())));
    let injected = museum("a@b.example\r\nBcc: c@d.example");
    assert!(matches!(Recipients::of(&injected), Err(Unreachable::NotAnAddress(_))));
}
