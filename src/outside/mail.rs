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
    pub login: Option<(String, Secret)>,
    /// The certificate of an authority that the system does not know, as PEM.
    pub authority: Option<Vec<u8>>,
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
    /// It refused something else.
    #[error("{host}: {reason}")]
    Refused { host: String, reason: String },
}
