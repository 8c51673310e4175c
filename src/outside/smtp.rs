//! Handing letters to a server (SMTP), one step at a time, so that whoever keeps the journal can write between the steps.

use std::time::Duration;

use data_encoding::BASE64;
use lettre::Address;
use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS, Mechanism};
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt, Rset};
use lettre::transport::smtp::extension::ClientId;

use super::token::Bearer;
use super::{Login, MailError, MailServer, Proof, Protection, Secret};

/// A server that says nothing for so long is gone.
const PATIENCE: Duration = Duration::from_mins(1);

/// A connection to a server.
pub struct Smtp {
    connection: SmtpConnection,
}

/// What became of a letter whose last byte was on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HandedOver {
    /// The server took it, and said this.
    Taken(String),
    /// It certainly did not.
    Refused(String),
    /// No reply came.
    Unknown(String),
}

impl Smtp {
    /// Connects, and logs in where there is a login.
    ///
    /// # Errors
    /// When the server cannot be reached or trusted, or does not let svod in.
    pub fn connect(server: &MailServer) -> Result<Self, MailError> {
        let host = || server.host.clone();
        let tls = tls(server)?;
        let hello = ClientId::default();
        let at_once = (server.protection == Protection::Tls).then_some(&tls);
        let failed = |error: &SmtpError| not_reached(server, error);
        let mut connection =
            SmtpConnection::connect((server.host.as_str(), server.port), Some(PATIENCE), &hello, at_once, None)
                .map_err(|error| failed(&error))?;
        if server.protection == Protection::StartTls {
            if !connection.can_starttls() {
                return Err(MailError::NotProtected { host: host() });
            }
            connection.starttls(&tls, &hello).map_err(|error| failed(&error))?;
        }
        match &server.login {
            Some(Login { user, proof: Proof::Password(password) }) => {
                let credentials = Credentials::new(user.clone(), password.reveal().to_owned());
                connection.auth(DEFAULT_MECHANISMS, &credentials).map_err(|error| MailError::LogIn {
                    host: host(),
                    user: user.clone(),
                    reason: said(&error),
                })?;
            }
            Some(Login { user, proof: Proof::Token(token) }) => present(&mut connection, server, user, token)?,
            None => {}
        }
        Ok(Self { connection })
    }

    /// Names sender and recipients. After that the server waits for the letter; until its last byte nothing has gone out.
    ///
    /// # Errors
    /// What the server says against it. The connection can be used further unless it [`is_broken`](Self::is_broken).
    pub fn offer(&mut self, from: &str, to: &[String]) -> Result<(), String> {
        let offered = self.name(from, to);
        if offered.is_err() && !self.is_broken() && self.connection.command(Rset).is_err() {
            self.connection.abort();
        }
        offered
    }

    fn name(&mut self, from: &str, to: &[String]) -> Result<(), String> {
        let address = |text: &str| text.parse::<Address>().map_err(|error| format!("{text}: {error}"));
        self.connection.command(Mail::new(Some(address(from)?), Vec::new())).map_err(|error| self::said(&error))?;
        for text in to {
            let recipient = Rcpt::new(address(text)?, Vec::new());
            self.connection.command(recipient).map_err(|error| format!("{text}: {}", said(&error)))?;
        }
        self.connection.command(Data).map(drop).map_err(|error| said(&error))
    }

    /// Hands the letter over.
    pub fn hand_over(&mut self, letter: &[u8]) -> HandedOver {
        match self.connection.message(letter) {
            Ok(response) => HandedOver::Taken(response.message().collect::<Vec<_>>().join(" ")),
            Err(error) if error.is_permanent() || error.is_transient() => HandedOver::Refused(said(&error)),
            Err(error) => {
                self.connection.abort();
                HandedOver::Unknown(said(&error))
            }
        }
    }

    /// Breaks off without the last byte: the server forgets the letter.
    pub fn break_off(mut self) {
        self.connection.abort();
    }

    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.connection.has_broken()
    }

    /// Says good-bye; a server that is gone already is as good.
    pub fn close(mut self) {
        if let Err(error) = self.connection.quit() {
            tracing::debug!(%error, "the server was gone before good-bye");
        }
    }
}

/// Presents a token. A server that refuses it says why first, and waits to be told that this was heard.
fn present(connection: &mut SmtpConnection, server: &MailServer, user: &str, token: &Secret) -> Result<(), MailError> {
    let info = connection.server_info();
    let has_older = info.supports_auth_mechanism(Mechanism::Xoauth2);
    // Of the newer mechanism lettre knows nothing; a server that offers the older one not has the newer, if any.
    let bearer = Bearer::offered(|name| (name == Bearer::Xoauth2.name()) == has_older);
    let first = BASE64.encode(bearer.first(server, user, token).as_bytes());
    let refused = |reason: String| MailError::Token { host: server.host.clone(), user: user.to_owned(), reason };
    match connection.command(format!("AUTH {} {first}\r\n", bearer.name())) {
        Ok(reply) if reply.has_code(334) => {
            let told = reply.first_word().and_then(|word| BASE64.decode(word.as_bytes()).ok()).unwrap_or_default();
            let last = connection.command(format!("{}\r\n", BASE64.encode(bearer.last().as_bytes())));
            let last = last.err().map(|error| said(&error)).unwrap_or_default();
            Err(refused(format!("{last} {}", String::from_utf8_lossy(&told)).trim().to_owned()))
        }
        Ok(_) => Ok(()),
        Err(error) if error.is_permanent() || error.is_transient() => Err(refused(said(&error))),
        Err(error) => Err(not_reached(server, &error)),
    }
}

fn tls(server: &MailServer) -> Result<TlsParameters, MailError> {
    let wrong = |error: SmtpError| MailError::NotTrusted { host: server.host.clone(), reason: said(&error) };
    let mut builder = TlsParameters::builder(server.host.clone());
    if let Some(authority) = &server.authority {
        builder = builder.add_root_certificate(Certificate::from_pem(authority).map_err(wrong)?);
    }
    builder.build_rustls().map_err(wrong)
}

fn not_reached(server: &MailServer, error: &SmtpError) -> MailError {
    let (host, reason) = (server.host.clone(), said(error));
    let is_certificate = error.is_tls() || reason.contains("certificate");
    match server.protection {
        Protection::Tls | Protection::StartTls if is_certificate => MailError::NotTrusted { host, reason },
        _ => MailError::NotReached { host, reason },
    }
}

/// The error with what lies under it, without repetitions.
fn said(error: &SmtpError) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(under) = source {
        let under_text = under.to_string();
        if !text.contains(&under_text) {
            text = format!("{text}: {under_text}");
        }
        source = under.source();
    }
    text
}
