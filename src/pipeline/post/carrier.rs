//! Letters → a server, each at most once, whatever happens in between.
//!
//! The order: sender and recipients are named; then the journal says that the letter is handed over; then its bytes go;
//! then the journal says what the server replied. Killed before the second step, nothing has gone out, and the next run
//! begins anew. Killed after it, nobody knows: the letter is not sent again by itself, and a person is told.

use std::time::Duration;

use super::super::{Error, Workspace};
use super::servers::{lacking, smtp};
use super::{Fate, PostBook};
use crate::deliver::{self, Letter, Stamp};
use crate::flow::PostEntry;
use crate::outside::{self, HandedOver, MailServer, Smtp};
use crate::words::Language;

/// Carries letters to a server, as long as it can be reached.
pub(super) struct Carrier<'a> {
    workspace: &'a Workspace,
    server: MailServer,
    from: String,
    pause: Duration,
    connection: Option<Smtp>,
    /// Whether any letter was offered: the first needs no pause, and a server that was never there ends the command.
    begun: bool,
    /// Why the server is gone for good.
    gone: Option<String>,
}

impl<'a> Carrier<'a> {
    /// Reads the settings; connects when the first letter goes.
    pub(super) fn new(workspace: &'a Workspace) -> Result<Self, Error> {
        let (server, settings) = smtp(workspace)?;
        let from = workspace.settings.post.from.clone().ok_or_else(|| lacking(workspace, "from"))?;
        let pause = Duration::from_millis(60_000 / u64::from(settings.per_minute.max(1)));
        Ok(Self { workspace, server, from, pause, connection: None, begun: false, gone: None })
    }

    /// Carries one letter, and writes down what became of it.
    pub(super) fn carry(
        &mut self,
        book: &mut PostBook<'_>,
        letter: &Letter,
        language: Language,
    ) -> Result<Fate, Error> {
        if let Some(reason) = &self.gone {
            return Ok(Fate::Failed(reason.clone()));
        }
        let sender = self.workspace.settings.post.sender();
        let bytes = match deliver::eml(letter, &sender, language, Stamp::Sending(outside::moment())) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(Fate::NotMade(error.to_string())),
        };
        let Some(mut connection) = self.connection()? else {
            return Ok(Fate::Failed(self.gone.clone().unwrap_or_default()));
        };
        let to = letter.to.texts();
        if let Err(reason) = connection.offer(&self.from, &to) {
            self.keep(connection);
            return failed(book, letter, reason);
        }
        let id = deliver::message_id(letter, &sender, language);
        let (key, common) = (letter.key.clone(), letter.is_common);
        let handed = PostEntry::Handed { letter: key, id: id.clone(), to, at: outside::now(), common };
        if let Err(error) = book.add(handed) {
            // What cannot be written down must not go out.
            connection.break_off();
            return Err(error);
        }
        match connection.hand_over(&bytes) {
            HandedOver::Taken(reply) => {
                book.add(PostEntry::Sent { letter: letter.key.clone(), id, at: outside::now(), reply })?;
                self.keep(connection);
                Ok(Fate::Sent)
            }
            HandedOver::Refused(reason) => {
                self.keep(connection);
                failed(book, letter, reason)
            }
            HandedOver::Unknown(reason) => {
                tracing::warn!(institution = &*letter.key.institution, reason, "no reply to a letter");
                Ok(Fate::Unknown(outside::now()))
            }
        }
    }

    /// The open connection, or a new one; none where the server is gone after it had been there.
    fn connection(&mut self) -> Result<Option<Smtp>, Error> {
        if self.begun {
            outside::pause(self.pause);
        }
        if let Some(open) = self.connection.take() {
            return Ok(Some(open));
        }
        match Smtp::connect(&self.server) {
            Ok(connection) => {
                self.begun = true;
                Ok(Some(connection))
            }
            Err(error) if self.begun => {
                self.gone = Some(error.to_string());
                Ok(None)
            }
            Err(error) => Err(error.into()),
        }
    }

    fn keep(&mut self, connection: Smtp) {
        if !connection.is_broken() {
            self.connection = Some(connection);
        }
    }

    pub(super) fn close(self) {
        if let Some(connection) = self.connection {
            connection.close();
        }
    }
}

fn failed(book: &mut PostBook<'_>, letter: &Letter, reason: String) -> Result<Fate, Error> {
    book.add(PostEntry::Failed { letter: letter.key.clone(), at: outside::now(), reason: reason.clone() })?;
    Ok(Fate::Failed(reason))
}
