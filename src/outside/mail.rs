//! Mail servers: where one is, how it is spoken to, and what may go wrong with it.

use super::Secret;

/// How a connection is kept from other people's eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// From the first byte.
    Tls,
    /// The server is asked for it, and must give it.
    StartTls,
    /// Not at all.
    None,
}

/// A mail server, and by what svod is known to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailServer {
    pub host: String,
    pub port: u16,
    pub protection: Protection,
    pub login: Option<Login>,
    /// The certificate of an authority that the system does not know, as PEM.
    pub authority: Option<Vec<u8>>,
}

/// By what svod is known to a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    pub user: String,
    pub proof: Proof,
}

/// What a server is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    Password(Secret),
    /// An OAuth token. It is good for an hour or so; whoever names it sees to a fresh one.
    Token(Secret),
}

/// Why a mail server could not be worked with.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    #[error("{host} cannot be reached: {reason}")]
    NotReached { host: String, reason: String },
    /// Its certificate is not signed by anybody that is trusted, or is another server's.
    #[error("the certificate of {host} is not trusted: {reason}")]
    NotTrusted { host: String, reason: String },
    /// It offers no encryption where the settings ask for it.
    #[error("{host} offers no encryption")]
    NotProtected { host: String },
    #[error("{host} does not let {user} in: {reason}")]
    LogIn { host: String, user: String, reason: String },
    /// It does not take the token: it has run out, or is for something else.
    #[error("{host} does not take the token of {user}: {reason}")]
    Token { host: String, user: String, reason: String },
    /// It was there, and then was not.
    #[error("{host} is gone: {reason}")]
    Gone { host: String, reason: String },
    /// There is no room left in the mailbox.
    #[error("{host} has no room for the folder {folder}: {reason}")]
    Full { host: String, folder: String, reason: String },
    /// The mailbox has no such folder.
    #[error("{host} has no folder {folder}: {reason}")]
    NoFolder { host: String, folder: String, reason: String },
    /// It refused something else.
    #[error("{host}: {reason}")]
    Refused { host: String, reason: String },
}
