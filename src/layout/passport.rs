//! The passport of a workbook: who was sent it, for which period and form. It stands on a very hidden sheet, so that a
//! renamed file is still known. LibreOffice turns the sheet into a hidden one and keeps it.

use sha2::{Digest, Sha256};

/// What the very hidden sheet says, in rows of key (column A) and value (column B).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passport {
    pub form: String,
    pub version: u32,
    pub institution: String,
    pub period: String,
}

impl Passport {
    /// Name of the very hidden sheet.
    pub const SHEET: &'static str = "svod";

    /// The rows to write, with the check sum last.
    #[must_use]
    pub fn rows(&self) -> [(&'static str, String); 5] {
        [
            ("form", self.form.clone()),
            ("version", self.version.to_string()),
            ("institution", self.institution.clone()),
            ("period", self.period.clone()),
            ("checksum", self.checksum()),
        ]
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
        };
        let intact = value("checksum").as_deref() == Some(passport.checksum().as_str());
        Some((passport, intact))
    }

    /// Guards against slips, not against forgery: a keyed token is the post's business.
    fn checksum(&self) -> String {
        let mut hash = Sha256::new();
        for part in [&self.form, &self.version.to_string(), &self.institution, &self.period] {
            hash.update(part.as_bytes());
            hash.update([0]);
        }
        hash.finalize().iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passport_is_read_as_it_was_written_and_a_changed_one_is_noticed() {
        let passport =
            Passport { form: "f".into(), version: 1, institution: "museum".into(), period: "2024-Q1".into() };
        let mut rows = passport.rows();
        let read = |rows: &[(&'static str, String); 5]| {
            Passport::from_rows(&rows.iter().map(|(key, value)| (*key, value.as_str())).collect::<Vec<_>>())
        };
        assert_eq!(read(&rows), Some((passport, true)));
        rows[2].1 = "library".to_owned();
        assert_eq!(read(&rows).map(|(_, intact)| intact), Some(false));
    }
}
