//! `[post]` of `svod.toml`: who writes, when people are reminded, which servers carry the letters.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::deliver::{Calendar, Sender};
use crate::words::LocalText;

/// The settings of the post. Without them letters are drafts that name no sender.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct PostSettings {
    /// The sender's address.
    pub from: Option<String>,
    /// The sender's name.
    pub name: LocalText,
    /// Where to ask: a person, a telephone.
    pub ask: LocalText,
    /// What stands under every letter.
    pub signature: LocalText,
    /// Reminders begin so many working days before the last day.
    pub remind_days: u32,
    /// So many working days after the last day reminders become severe.
    pub patience_days: u32,
    /// Holidays, and days of weekends that are worked.
    pub calendar: Calendar,
    /// The server that letters are handed to.
    pub smtp: Option<SmtpSettings>,
    /// The mailbox that answers come into.
    pub imap: Option<ImapSettings>,
}

impl Default for PostSettings {
    fn default() -> Self {
        Self {
            from: None,
            name: LocalText::default(),
            ask: LocalText::default(),
            signature: LocalText::default(),
            remind_days: 3,
            patience_days: 3,
            calendar: Calendar::default(),
            smtp: None,
            imap: None,
        }
    }
}

impl PostSettings {
    /// Who writes.
    #[must_use]
    pub fn sender(&self) -> Sender {
        Sender {
            address: self.from.clone(),
            name: self.name.clone(),
            ask: self.ask.clone(),
            signature: self.signature.clone(),
        }
    }
}

/// How a connection is kept from other people's eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Security {
    /// From the first byte.
    #[default]
    Tls,
    /// The server is asked for it, and must give it.
    Starttls,
    /// Not at all: only for a server on the same computer.
    None,
}

/// The server that letters are handed to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SmtpSettings {
    pub host: String,
    /// Else 465, 587 or 25, as the security has it.
    #[serde(default)]
    pub port: Option<u16>,
    #[serde(default)]
    pub security: Security,
    /// By what svod is known to the server.
    #[serde(default)]
    pub account: AccountSettings,
    /// Letters in a minute, at most.
    #[serde(default = "usual_rate")]
    pub per_minute: u32,
}

/// The mailbox that answers come into.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ImapSettings {
    pub host: String,
    /// Else 993 or 143, as the security has it.
    #[serde(default)]
    pub port: Option<u16>,
    #[serde(default)]
    pub security: Security,
    /// By what svod is known to the server.
    #[serde(default)]
    pub account: AccountSettings,
    /// The folder that is looked into.
    #[serde(default = "usual_folder")]
    pub folder: String,
    /// The folder that messages are moved to once they are stored.
    #[serde(default = "usual_done_folder")]
    pub done: String,
}

/// By what svod is known to a server. The password itself never stands in the settings; where it lies, a token may lie as
/// well.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct AccountSettings {
    pub user: Option<String>,
    /// What is shown to the server.
    pub log_in: LogIn,
    /// Name of the environment variable that holds the password.
    pub password_env: Option<String>,
    /// File that holds the password, relative to the workspace.
    pub password_file: Option<PathBuf>,
    /// Service under which the system's keyring holds the password of the user.
    pub password_keyring: Option<String>,
    /// A program that says the password, with its arguments.
    pub password_command: Vec<String>,
    /// File with the certificate of an authority that the system does not know (PEM), relative to the workspace.
    pub ca_file: Option<PathBuf>,
}

/// What is shown to a server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LogIn {
    #[default]
    Password,
    /// An OAuth token.
    Token,
}

fn usual_rate() -> u32 {
    30
}

fn usual_folder() -> String {
    "INBOX".to_owned()
}

fn usual_done_folder() -> String {
    "svod".to_owned()
}
