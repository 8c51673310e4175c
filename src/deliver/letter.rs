//! A letter as a value: to whom, about what, in which words, with what attached.

use std::sync::Arc;

use lettre::Address;

use super::Body;
use crate::flow::{Artifact, LetterKey};
use crate::register::Institution;

/// A letter. Whom it goes to can be said by the register alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Letter {
    pub key: LetterKey,
    pub to: Recipients,
    pub subject: String,
    pub body: Body,
    pub attachments: Vec<Attachment>,
    /// Whether it brings the template for all.
    pub is_common: bool,
}

/// The template that goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosed {
    pub(super) file: Attachment,
    /// The name that the institution chooses in it, where it is the one for all.
    pub(super) listed: Option<String>,
}

impl Enclosed {
    /// The institution's own template.
    #[must_use]
    pub fn own(template: Artifact) -> Self {
        Self { file: template.into(), listed: None }
    }

    /// The template for all, in which the institution chooses the name `listed`.
    #[must_use]
    pub fn common(template: Artifact, listed: String) -> Self {
        Self { file: template.into(), listed: Some(listed) }
    }
}

/// A file that goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl From<Artifact> for Attachment {
    fn from(artifact: Artifact) -> Self {
        Self { name: artifact.name, bytes: artifact.bytes }
    }
}

/// The addresses of an institution. They are made from the register's entry and nothing else, so that no letter can go to
/// an address that the register does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipients {
    addresses: Vec<Address>,
    institution: Arc<str>,
}

/// Why an institution cannot be written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreachable {
    /// The register holds no address.
    NoAddress,
    /// What stands there is none.
    NotAnAddress(String),
}

impl Recipients {
    /// The addresses of the register's entry, each once; several stand with commas, semicolons or spaces between them.
    ///
    /// # Errors
    /// When there is none, or one of them is no address.
    pub fn of(institution: &Institution) -> Result<Self, Unreachable> {
        let mut addresses: Vec<Address> = Vec::new();
        for word in institution.addresses() {
            let address: Address = word.parse().map_err(|_| Unreachable::NotAnAddress(word.to_owned()))?;
            if !addresses.contains(&address) {
                addresses.push(address);
            }
        }
        if addresses.is_empty() {
            return Err(Unreachable::NoAddress);
        }
        Ok(Self { addresses, institution: Arc::clone(&institution.code) })
    }

    /// Code of the institution.
    #[must_use]
    pub fn institution(&self) -> &Arc<str> {
        &self.institution
    }

    /// The addresses as text.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.addresses.iter().map(ToString::to_string).collect()
    }

    pub(super) fn addresses(&self) -> &[Address] {
        &self.addresses
    }
}
