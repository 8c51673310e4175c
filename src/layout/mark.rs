//! The mark of a workbook that svod itself published: which one it is, of which form and period, and which originals it
//! was made from. It stands on a very hidden sheet, so that the workbook is known when it comes back filled in, whatever
//! it is called by then.
//!
//! It knows nothing of what stands on the other sheets.

use sha2::{Digest, Sha256};

use super::Passport;
use crate::record::{ParcelId, Period};

/// Which of svod's own workbooks it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum OwnKind {
    /// The workbook of questions.
    Questions,
    /// The consolidated workbook.
    Consolidated,
}

impl OwnKind {
    const ALL: [Self; 2] = [Self::Questions, Self::Consolidated];

    fn word(self) -> &'static str {
        match self {
            Self::Questions => "questions",
            Self::Consolidated => "consolidated",
        }
    }
}

/// What the very hidden sheet says, in rows of key (column A) and value (column B).
///
/// A workspace has no name of its own: it is known by its originals. A workbook belongs where all of them are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub kind: OwnKind,
    /// Id of the form.
    pub form: String,
    pub period: Period,
    /// Fingerprints of the originals, in order of arrival.
    pub originals: Vec<ParcelId>,
}

const KIND: &str = "kind";
const FORM: &str = "form";
const PERIOD: &str = "period";
const ORIGINAL: &str = "original";
const CHECKSUM: &str = "checksum";

impl Mark {
    /// Name of the very hidden sheet, the same as in the workbooks that are sent out.
    pub const SHEET: &'static str = Passport::SHEET;

    /// The rows to write, with the check sum last.
    #[must_use]
    pub fn rows(&self) -> Vec<(&'static str, String)> {
        let mut rows = self.signed();
        rows.push((CHECKSUM, checksum(&rows)));
        rows
    }

    /// Reads rows back; the flag says whether the check sum agrees. `None` where the rows are not a mark.
    #[must_use]
    pub fn from_rows(rows: &[(&str, &str)]) -> Option<(Self, bool)> {
        let all = |wanted: &'static str| rows.iter().filter(move |(key, _)| *key == wanted).map(|(_, value)| *value);
        let kind = all(KIND).next()?;
        let mark = Self {
            kind: OwnKind::ALL.into_iter().find(|own| own.word() == kind)?,
            form: all(FORM).next()?.to_owned(),
            period: all(PERIOD).next()?.parse().ok()?,
            originals: all(ORIGINAL).map(|id| ParcelId(id.into())).collect(),
        };
        let intact = all(CHECKSUM).next() == Some(checksum(&mark.signed()).as_str());
        Some((mark, intact))
    }

    fn signed(&self) -> Vec<(&'static str, String)> {
        let mut rows =
            vec![(KIND, self.kind.word().to_owned()), (FORM, self.form.clone()), (PERIOD, self.period.to_string())];
        rows.extend(self.originals.iter().map(|id| (ORIGINAL, id.to_string())));
        rows
    }
}

/// Guards against slips, not against forgery.
fn checksum(rows: &[(&'static str, String)]) -> String {
    let mut hash = Sha256::new();
    for (key, value) in rows {
        for part in [key.as_bytes(), value.as_bytes()] {
            hash.update(part);
            hash.update([0]);
        }
    }
    hash.finalize().iter().take(8).fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::super::passport::issued_to;
    use super::*;

    fn mark() -> Mark {
        let originals = ["aa", "bb"].map(|id| ParcelId(id.into())).to_vec();
        Mark { kind: OwnKind::Questions, form: "f".into(), period: "2024-Q1".parse().unwrap(), originals }
    }

    fn read(rows: &[(&'static str, String)]) -> Option<(Mark, bool)> {
        Mark::from_rows(&rows.iter().map(|(key, value)| (*key, value.as_str())).collect::<Vec<_>>())
    }

    #[test]
    fn a_mark_is_read_as_it_was_written_and_a_changed_one_is_noticed() {
        let mut rows = mark().rows();
        assert_eq!(read(&rows), Some((mark(), true)));
        rows.remove(3);
        assert_eq!(read(&rows).map(|(_, intact)| intact), Some(false));
    }

    #[test]
    fn a_passport_is_no_mark_and_a_mark_no_passport() {
        let passport = issued_to("museum", None);
        assert_eq!(read(&passport.rows()), None);
        let rows = mark().rows();
        let rows: Vec<_> = rows.iter().map(|(key, value)| (*key, value.as_str())).collect();
        assert_eq!(Passport::from_rows(&rows), None);
    }
}
