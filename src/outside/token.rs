//! Presenting an OAuth token to a mail server: the same words for SMTP and IMAP.
//!
//! In: user, server, token. Out: the texts of the two mechanisms that servers know. It never obtains a token.

use super::{MailServer, Secret};

/// How a token is presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bearer {
    /// Google's and Microsoft's own.
    Xoauth2,
    /// RFC 7628.
    Oauthbearer,
}

impl Bearer {
    /// The one that a server offers; the older, where it offers none of them: its refusal says more than silence.
    pub(super) fn offered(has: impl Fn(&str) -> bool) -> Self {
        let both = [Self::Xoauth2, Self::Oauthbearer];
        both.into_iter().find(|one| has(one.name())).unwrap_or(Self::Xoauth2)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Xoauth2 => "XOAUTH2",
            Self::Oauthbearer => "OAUTHBEARER",
        }
    }

    /// What is said first.
    pub(super) fn first(self, server: &MailServer, user: &str, token: &Secret) -> String {
        let token = token.reveal();
        match self {
            Self::Xoauth2 => format!("user={user}\x01auth=Bearer {token}\x01\x01"),
            Self::Oauthbearer => {
                let name = user.replace('=', "=3D").replace(',', "=2C");
                let MailServer { host, port, .. } = server;
                format!("n,a={name},\x01host={host}\x01port={port}\x01auth=Bearer {token}\x01\x01")
            }
        }
    }

    /// What is said to a server that has told why it refuses the token, so that it ends the matter.
    pub(super) fn last(self) -> &'static str {
        match self {
            Self::Xoauth2 => "",
            Self::Oauthbearer => "\x01",
        }
    }
}
