//! The passport of a workbook: who was sent it, for which period and form. It stands on a very hidden sheet, so that a
//! renamed file is still known. LibreOffice turns the sheet into a hidden one and keeps it.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// What the very hidden sheet says, in rows of key (column A) and value (column B).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passport {
    pub form: String,
    pub version: u32,
    /// Code of the institution; empty in a workbook that was made for all.
    pub institution: String,
    pub period: String,
    /// Proves that the workspace itself issued the workbook, where it has a key.
    pub token: Option<Token>,
}

/// A keyed hash of what a passport says: whoever has not the key cannot make another one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The token of a workbook that is issued to an institution for a period.
    #[must_use]
    pub fn of(key: &[u8], form: &str, institution: &str, period: &str) -> Option<Self> {
        let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
        for part in [form, institution, period] {
            mac.update(part.as_bytes());
            mac.update(&[0]);
        }
        Some(Self(mac.finalize().into_bytes().iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))))
    }
}

impl Passport {
    /// Name of the very hidden sheet.
    pub const SHEET: &'static str = "svod";

    /// The rows to write, the token last.
    #[must_use]
    pub fn rows(&self) -> Vec<(&'static str, String)> {
        let mut rows = vec![
            ("form", self.form.clone()),
            ("version", self.version.to_string()),
            ("institution", self.institution.clone()),
            ("period", self.period.clone()),
            ("checksum", self.checksum()),
        ];
        rows.extend(self.token.iter().map(|token| ("token", token.0.clone())));
        rows
    }

    /// Reads rows back; the flag says whether the check sum agrees. `None` where a row is missing or is no number.
    #[must_use]
    pub fn from_rows(rows: &[(&str, &str)]) -> Option<(Self, bool)> {
        let value = |wanted: &str| rows.iter().find(|(key, _)| *key == wanted).map(|(_, value)| (*value).to_owned());
        let passport = Self {
            form: value("form")?,
            version: value("version")?.parse().ok()?,
            institution: value("institution")?,
            period: value("period")?,
            token: value("token").map(Token),
        };
        let intact = value("checksum").as_deref() == Some(passport.checksum().as_str());
        Some((passport, intact))
    }

    /// Whether the token is the one that the workspace gave; a workbook without one was issued before there was a key.
    #[must_use]
    pub fn is_genuine(&self, key: &[u8]) -> bool {
        let right = Token::of(key, &self.form, &self.institution, &self.period);
        self.token.is_none() || self.token == right
    }

    /// Guards against slips, not against forgery: that is the token's business.
    fn checksum(&self) -> String {
        let mut hash = Sha256::new();
        for part in [&self.form, &self.version.to_string(), &self.institution, &self.period] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.finalize().iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }
}

/// A passport for tests.
#[cfg(test)]
pub(super) fn issued_to(institution: &str, token: Option<Token>) -> Passport {
    Passport { form: "f".into(), version: 1, institution: institution.into(), period: "2024-Q1".into(), token }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_that_was_issued_to_another_institution_has_another_token() {
        let issued = |institution: &str, key: &[u8]| Token::of(key, "f", institution, "2024-Q1");
        assert!(issued_to("museum", issued("museum", b"key")).is_genuine(b"key"));
        assert!(issued_to("museum", None).is_genuine(b"key"), "issued before there was a key");
        assert!(!issued_to("museum", issued("library", b"key")).is_genuine(b"key"));
        assert!(!issued_to("museum", issued("museum", b"other")).is_genuine(b"key"));
    }

    #[test]
    fn a_passport_is_read_as_it_was_written_and_a_changed_one_is_noticed() {
        let passport = issued_to("museum", None);
        let mut rows = passport.rows();
        let read = |rows: &[(&'static str, String)]| {
            Passport::from_rows(&rows.iter().map(|(key, value)| (*key, value.as_str())).collect::<Vec<_>>())
        };
        assert_eq!(read(&rows), Some((passport, true)));
        rows[2].1 = "library".to_owned();
        assert_eq!(read(&rows).map(|(_, intact)| intact), Some(false));
    }
}
