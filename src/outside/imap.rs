//! A mailbox on a server (IMAP): what is new in it, and moving what was stored.

use std::cell::RefCell;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use imap::{Authenticator, Client, Error as ImapError, Session};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use super::token::Bearer;
use super::{Login, MailError, MailServer, Proof, Protection};

/// A server that says nothing for so long is gone.
const PATIENCE: Duration = Duration::from_mins(1);

/// A connection, whatever protects it.
trait Wire: Read + Write + Send {}
impl<T: Read + Write + Send> Wire for T {}

/// An opened folder of a mailbox.
pub struct Mailbox {
    session: Session<Box<dyn Wire>>,
    host: String,
    can_move: bool,
}

/// A message as the server lists it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listed {
    pub number: u32,
    /// In bytes.
    pub size: u32,
    /// When the server got it, in local time.
    pub received: Option<DateTime>,
}

impl Mailbox {
    /// Connects, logs in and opens a folder.
    ///
    /// # Errors
    /// When the server cannot be reached or trusted, does not let svod in, or has no such folder.
    pub fn open(server: &MailServer, folder: &str) -> Result<Self, MailError> {
        let mut client = Client::new(wire(server)?);
        if server.protection != Protection::StartTls {
            client.read_greeting().map_err(|error| refused(&server.host, &error))?;
        }
        let mut session = log_in(server, client)?;
        let capabilities = session.capabilities().map_err(|error| refused(&server.host, &error))?;
        let can_move = capabilities.has_str("MOVE");
        drop(capabilities);
        session.select(folder).map_err(|error| match error {
            ImapError::No(no) => {
                MailError::NoFolder { host: server.host.clone(), folder: folder.to_owned(), reason: no.information }
            }
            other => refused(&server.host, &other),
        })?;
        Ok(Self { session, host: server.host.clone(), can_move })
    }

    /// Messages that nobody has seen, the oldest first.
    ///
    /// # Errors
    /// When the server is gone or refuses.
    pub fn unseen(&mut self) -> Result<Vec<Listed>, MailError> {
        let numbers = self.session.uid_search("UNSEEN").map_err(|error| refused(&self.host, &error))?;
        let mut numbers: Vec<u32> = numbers.into_iter().collect();
        numbers.sort_unstable();
        let mut listed = Vec::new();
        for number in numbers {
            let query = "(UID RFC822.SIZE INTERNALDATE)";
            let fetched =
                self.session.uid_fetch(number.to_string(), query).map_err(|error| refused(&self.host, &error))?;
            let Some(fetch) = fetched.iter().next() else { continue };
            let received = fetch.internal_date().and_then(|day| Timestamp::from_second(day.timestamp()).ok());
            let received = received.map(|at| at.to_zoned(TimeZone::system()).datetime());
            listed.push(Listed { number, size: fetch.size.unwrap_or(0), received });
        }
        Ok(listed)
    }

    /// The bytes of a message, which stays unseen; none where it is gone meanwhile.
    ///
    /// # Errors
    /// As [`Self::unseen`].
    pub fn message(&mut self, number: u32) -> Result<Option<Vec<u8>>, MailError> {
        let fetched = self
            .session
            .uid_fetch(number.to_string(), "(UID BODY.PEEK[])")
            .map_err(|error| refused(&self.host, &error))?;
        Ok(fetched.iter().find_map(|fetch| fetch.body().map(<[u8]>::to_vec)))
    }

    /// Moves a message to another folder, which is made where it is not there.
    ///
    /// # Errors
    /// As [`Self::unseen`].
    pub fn move_to(&mut self, number: u32, folder: &str) -> Result<(), MailError> {
        let number = number.to_string();
        let Err(first) = self.moved(&number, folder) else { return Ok(()) };
        if let Some(full) = full(&self.host, folder, &first) {
            return Err(full);
        }
        let put = |host: &str, error: &ImapError| full(host, folder, error).unwrap_or_else(|| refused(host, error));
        self.session.create(folder).map_err(|error| put(&self.host, &error))?;
        self.moved(&number, folder).map_err(|error| put(&self.host, &error))
    }

    fn moved(&mut self, number: &str, folder: &str) -> Result<(), ImapError> {
        if self.can_move {
            return self.session.uid_mv(number, folder);
        }
        self.session.uid_copy(number, folder)?;
        self.session.uid_store(number, "+FLAGS.SILENT (\\Deleted)")?;
        // Where the server knows no such command, the message stays, marked: EXPUNGE would take other people's, too.
        if let Err(error) = self.session.uid_expunge(number) {
            tracing::debug!(%error, "the message stays in the mailbox, marked as deleted");
        }
        Ok(())
    }

    /// Says good-bye; a server that is gone already is as good.
    pub fn close(mut self) {
        if let Err(error) = self.session.logout() {
            tracing::debug!(%error, "the server was gone before good-bye");
        }
    }
}

/// The name and the password in one word: letters of every alphabet go through.
struct Plain<'a> {
    user: &'a str,
    password: &'a str,
}

impl Authenticator for Plain<'_> {
    type Response = String;

    fn process(&self, _challenge: &[u8]) -> String {
        format!("\0{}\0{}", self.user, self.password)
    }
}

/// A token, in the words of a mechanism; keeps what the server says against it.
struct Token<'a> {
    bearer: Bearer,
    first: String,
    complaint: &'a RefCell<String>,
}

impl Authenticator for Token<'_> {
    type Response = String;

    fn process(&self, challenge: &[u8]) -> String {
        if challenge.is_empty() {
            return self.first.clone();
        }
        *self.complaint.borrow_mut() = String::from_utf8_lossy(challenge).into_owned();
        self.bearer.last().to_owned()
    }
}

fn log_in(server: &MailServer, mut client: Client<Box<dyn Wire>>) -> Result<Session<Box<dyn Wire>>, MailError> {
    let offers = |client: &mut Client<Box<dyn Wire>>, name: &str| {
        client.capabilities().is_ok_and(|capabilities| capabilities.has_str(format!("AUTH={name}")))
    };
    let host = || server.host.clone();
    let Some(Login { user, proof }) = &server.login else {
        return client.login("", "").map_err(|(error, _)| refused(&server.host, &error));
    };
    let is_refusal = |error: &ImapError| matches!(error, ImapError::No(_) | ImapError::Bad(_) | ImapError::Validate(_));
    match proof {
        Proof::Password(password) => {
            let password = password.reveal();
            let session = if offers(&mut client, "PLAIN") {
                client.authenticate("PLAIN", &Plain { user, password })
            } else {
                client.login(user, password)
            };
            session.map_err(|(error, _)| {
                if is_refusal(&error) {
                    MailError::LogIn { host: host(), user: user.clone(), reason: error.to_string() }
                } else {
                    refused(&server.host, &error)
                }
            })
        }
        Proof::Token(token) => {
            let has_older = offers(&mut client, Bearer::Xoauth2.name());
            let has_newer = offers(&mut client, Bearer::Oauthbearer.name());
            let bearer = Bearer::offered(|name| if name == Bearer::Xoauth2.name() { has_older } else { has_newer });
            let complaint = RefCell::new(String::new());
            let shown = Token { bearer, first: bearer.first(server, user, token), complaint: &complaint };
            client.authenticate(bearer.name(), &shown).map_err(|(error, _)| {
                if is_refusal(&error) {
                    let reason = format!("{error} {}", complaint.borrow()).trim().to_owned();
                    MailError::Token { host: host(), user: user.clone(), reason }
                } else {
                    refused(&server.host, &error)
                }
            })
        }
    }
}

fn wire(server: &MailServer) -> Result<Box<dyn Wire>, MailError> {
    let not_reached =
        |error: std::io::Error| MailError::NotReached { host: server.host.clone(), reason: error.to_string() };
    let mut addresses = (server.host.as_str(), server.port).to_socket_addrs().map_err(not_reached)?;
    let mut last = std::io::Error::other("no address");
    let stream = addresses.find_map(|address| match TcpStream::connect_timeout(&address, PATIENCE) {
        Ok(stream) => Some(stream),
        Err(error) => {
            last = error;
            None
        }
    });
    let stream = stream.ok_or(last).map_err(not_reached)?;
    stream.set_read_timeout(Some(PATIENCE)).map_err(not_reached)?;
    stream.set_write_timeout(Some(PATIENCE)).map_err(not_reached)?;
    match server.protection {
        Protection::None => Ok(Box::new(stream)),
        Protection::Tls => Ok(Box::new(protected(server, stream)?)),
        Protection::StartTls => {
            ask_for_tls(server, &stream)?;
            Ok(Box::new(protected(server, stream)?))
        }
    }
}

/// Two lines in the clear: the greeting, and what the server says to `STARTTLS`.
fn ask_for_tls(server: &MailServer, stream: &TcpStream) -> Result<(), MailError> {
    let not_protected = || MailError::NotProtected { host: server.host.clone() };
    let mut reader = BufReader::new(stream.try_clone().map_err(|_| not_protected())?);
    let mut line = String::new();
    reader.read_line(&mut line).map_err(|_| not_protected())?;
    (&*stream).write_all(b"s STARTTLS\r\n").map_err(|_| not_protected())?;
    line.clear();
    while !line.starts_with("s ") {
        line.clear();
        if reader.read_line(&mut line).map_err(|_| not_protected())? == 0 {
            return Err(not_protected());
        }
    }
    // Whatever came in the clear after that was not said by the server.
    if line.to_ascii_uppercase().starts_with("S OK") && reader.buffer().is_empty() {
        Ok(())
    } else {
        Err(not_protected())
    }
}

fn protected(
    server: &MailServer,
    mut stream: TcpStream,
) -> Result<StreamOwned<ClientConnection, TcpStream>, MailError> {
    let not_trusted = |reason: String| MailError::NotTrusted { host: server.host.clone(), reason };
    let mut roots = RootCertStore::empty();
    // An authority of the system's that cannot be read is not trusted, and that is all.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if let Some(authority) = &server.authority {
        for certificate in CertificateDer::pem_slice_iter(authority) {
            let certificate = certificate.map_err(|error| not_trusted(error.to_string()))?;
            roots.add(certificate).map_err(|error| not_trusted(error.to_string()))?;
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| not_trusted(error.to_string()))?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(server.host.clone()).map_err(|error| not_trusted(error.to_string()))?;
    let mut connection =
        ClientConnection::new(Arc::new(config), name).map_err(|error| not_trusted(error.to_string()))?;
    while connection.is_handshaking() {
        connection.complete_io(&mut stream).map_err(|error| match error.kind() {
            std::io::ErrorKind::InvalidData => not_trusted(error.to_string()),
            _ => MailError::NotReached { host: server.host.clone(), reason: error.to_string() },
        })?;
    }
    Ok(StreamOwned::new(connection, stream))
}

fn refused(host: &str, error: &ImapError) -> MailError {
    let (host, reason) = (host.to_owned(), error.to_string());
    match error {
        ImapError::Io(_) | ImapError::ConnectionLost | ImapError::Bye(_) => MailError::Gone { host, reason },
        _ => MailError::Refused { host, reason },
    }
}

/// The error, where it says that there is no room (RFC 5530, and what servers said before it).
fn full(host: &str, folder: &str, error: &ImapError) -> Option<MailError> {
    let ImapError::No(no) = error else { return None };
    let said = format!("{:?} {}", no.code, no.information).to_ascii_lowercase();
    let is_full =
        ["overquota", "quota exceeded", "over quota", "mailbox is full"].iter().any(|sign| said.contains(sign));
    let reason = no.information.clone();
    is_full.then(|| MailError::Full { host: host.to_owned(), folder: folder.to_owned(), reason })
}
