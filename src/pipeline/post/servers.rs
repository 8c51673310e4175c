//! The settings of a server → how to reach it, with the password from where the settings say it lies.

use super::super::{Error, SETTINGS_FILE, Workspace};
use super::{AccountSettings, ImapSettings, LogIn, Security, SmtpSettings};
use crate::outside::{self, Login, MailServer, Proof, Protection, Secret};

impl From<Security> for Protection {
    fn from(security: Security) -> Self {
        match security {
            Security::Tls => Self::Tls,
            Security::Starttls => Self::StartTls,
            Security::None => Self::None,
        }
    }
}

/// The server that letters are handed to.
pub(super) fn smtp(workspace: &Workspace) -> Result<(MailServer, &SmtpSettings), Error> {
    let settings = workspace.settings.post.smtp.as_ref().ok_or_else(|| lacking(workspace, "smtp"))?;
    let port = match settings.security {
        Security::Tls => 465,
        Security::Starttls => 587,
        Security::None => 25,
    };
    let place = (settings.host.as_str(), settings.port.unwrap_or(port), settings.security);
    Ok((server(workspace, place, &settings.account)?, settings))
}

/// The mailbox that answers come into.
pub(super) fn imap(workspace: &Workspace) -> Result<(MailServer, &ImapSettings), Error> {
    let settings = workspace.settings.post.imap.as_ref().ok_or_else(|| lacking(workspace, "imap"))?;
    let port = if settings.security == Security::Tls { 993 } else { 143 };
    let place = (settings.host.as_str(), settings.port.unwrap_or(port), settings.security);
    Ok((server(workspace, place, &settings.account)?, settings))
}

pub(super) fn lacking(workspace: &Workspace, what: &'static str) -> Error {
    Error::PostSetting { path: workspace.root().join(SETTINGS_FILE), what }
}

fn server(
    workspace: &Workspace,
    (host, port, security): (&str, u16, Security),
    account: &AccountSettings,
) -> Result<MailServer, Error> {
    let login = match &account.user {
        Some(user) => {
            let secret = secret(workspace, account, user)?;
            let proof = match account.log_in {
                LogIn::Password => Proof::Password(secret),
                LogIn::Token => Proof::Token(secret),
            };
            Some(Login { user: user.clone(), proof })
        }
        None => None,
    };
    let authority = match &account.ca_file {
        Some(path) => Some(outside::read(&workspace.root().join(path))?),
        None => None,
    };
    Ok(MailServer { host: host.to_owned(), port, protection: security.into(), login, authority })
}

/// The password or the token, from the first place that the settings name.
fn secret(workspace: &Workspace, account: &AccountSettings, user: &str) -> Result<Secret, Error> {
    if let Some(secret) = account.password_env.as_deref().and_then(outside::secret_of_environment) {
        return Ok(secret);
    }
    if let Some(path) = &account.password_file {
        return Ok(outside::secret_of_file(&workspace.root().join(path))?);
    }
    if let Some(service) = &account.password_keyring {
        return Ok(outside::secret_of_keyring(service, user)?);
    }
    if !account.password_command.is_empty() {
        return Ok(outside::secret_of_program(&account.password_command)?);
    }
    Err(lacking(workspace, if account.password_env.is_some() { "password-env" } else { "password" }))
}
