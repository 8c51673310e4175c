//! The mark of a workbook that svod itself published: which one it is, of which form and period, which originals it was made
//! from, and what may be understood by it. It stands on a very hidden sheet, so that the workbook is known when it comes
//! back filled in, whatever it is called by then; its code proves that it was made in this workspace ([`Proof`]).
//!
//! It knows nothing of what stands on the other sheets but digests.

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

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
/// A workspace has no name of its own: it is known by its key, and a workbook belongs where all of its originals are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    pub kind: OwnKind,
    /// Id of the form.
    pub form: String,
    pub period: Period,
    /// Fingerprints of the originals, in order of arrival.
    pub originals: Vec<ParcelId>,
    pub refers: Refers,
}

/// Digests of everything by which svod understands what is typed into a workbook ([`super::Unit`]).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Refers {
    /// Of the very hidden copy of the register sheet, where there is one.
    pub copy: Option<String>,
    /// Of questions, of rows that are out, of corrections: whatever has cells for an answer, with what a person sees beside
    /// them. In the order of the workbook.
    pub units: Vec<String>,
}

/// Says what the code is of: the key makes the tokens of templates, too.
const DOMAIN: &str = "\0svod own workbook 1";

const KIND: &str = "kind";
const FORM: &str = "form";
const PERIOD: &str = "period";
const ORIGINAL: &str = "original";
const COPY: &str = "copy";
const UNIT: &str = "unit";
const CODE: &str = "code";

impl Mark {
    /// Name of the very hidden sheet, the same as in the workbooks that are sent out.
    pub const SHEET: &'static str = Passport::SHEET;

    /// The rows to write, with the code last, where there is a key.
    #[must_use]
    pub fn rows(&self, key: Option<&[u8]>) -> Vec<(&'static str, String)> {
        let code = key.and_then(|key| Proof::of(self, key));
        let mut rows = self.said();
        rows.extend(code.map(|code| (CODE, code.as_str().to_owned())));
        rows
    }

    /// Reads rows back, with the code where there is one, right or wrong. `None` where the rows are not a mark.
    #[must_use]
    pub fn from_rows(rows: &[(&str, &str)]) -> Option<(Self, Option<Proof>)> {
        let all = |wanted: &'static str| rows.iter().filter(move |(key, _)| *key == wanted).map(|(_, value)| *value);
        let mark = Self {
            kind: Self::kind_of(rows)?,
            form: all(FORM).next()?.to_owned(),
            period: all(PERIOD).next()?.parse().ok()?,
            originals: all(ORIGINAL).map(|id| ParcelId(id.into())).collect(),
            refers: Refers { copy: all(COPY).next().map(str::to_owned), units: all(UNIT).map(str::to_owned).collect() },
        };
        Some((mark, all(CODE).next().map(Proof::read)))
    }

    /// Which workbook the rows say that it is; also of a mark that is not whole.
    #[must_use]
    pub fn kind_of(rows: &[(&str, &str)]) -> Option<OwnKind> {
        let (_, kind) = rows.iter().find(|(key, _)| *key == KIND)?;
        OwnKind::ALL.into_iter().find(|own| own.word() == *kind)
    }

    /// Everything that it says, in the order in which it is written.
    fn said(&self) -> Vec<(&'static str, String)> {
        let mut rows =
            vec![(KIND, self.kind.word().to_owned()), (FORM, self.form.clone()), (PERIOD, self.period.to_string())];
        rows.extend(self.originals.iter().map(|id| (ORIGINAL, id.to_string())));
        rows.extend(self.refers.copy.iter().map(|digest| (COPY, digest.clone())));
        rows.extend(self.refers.units.iter().map(|digest| (UNIT, digest.clone())));
        rows
    }
}

/// The code of a mark under the key of a workspace: HMAC-SHA-256 over everything that the mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof(String);

impl Proof {
    /// The code as it is written in a mark.
    #[must_use]
    pub fn of(mark: &Mark, key: &[u8]) -> Option<Self> {
        Some(Self(HEXLOWER.encode(&mac(mark, key)?.finalize().into_bytes())))
    }

    /// A code that was read, right or wrong.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// Whether it is the code of the mark; takes the same time wherever it is wrong.
    #[must_use]
    pub fn is_of(&self, mark: &Mark, key: &[u8]) -> bool {
        let code = HEXLOWER.decode(self.0.as_bytes());
        mac(mark, key).zip(code.ok()).is_some_and(|(mac, code)| mac.verify_slice(&code).is_ok())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn mac(mark: &Mark, key: &[u8]) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    let said = mark.said();
    let said = said.iter().flat_map(|(key, value)| [*key, value.as_str()]);
    for part in std::iter::once(DOMAIN).chain(said) {
        mac.update(&(part.len() as u64).to_le_bytes());
        mac.update(part.as_bytes());
    }
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::super::passport::issued_to;
    use super::*;

    const RIGHT: &[u8] = b"key";

    fn mark() -> Mark {
        let originals = ["aa", "bb"].map(|id| ParcelId(id.into())).to_vec();
        let refers = Refers { copy: Some("cc".to_owned()), units: vec!["dd".to_owned(), "ee".to_owned()] };
        Mark { kind: OwnKind::Questions, form: "f".into(), period: "2024-Q1".parse().unwrap(), originals, refers }
    }

    fn read(rows: &[(&'static str, String)]) -> Option<(Mark, Option<Proof>)> {
        Mark::from_rows(&rows.iter().map(|(key, value)| (*key, value.as_str())).collect::<Vec<_>>())
    }

    fn is_proved(rows: &[(&'static str, String)], key: &[u8]) -> bool {
        read(rows).is_some_and(|(mark, code)| code.is_some_and(|code| code.is_of(&mark, key)))
    }

    #[test]
    fn a_mark_is_read_as_it_was_written_and_proved_by_the_key_alone() {
        let rows = mark().rows(Some(RIGHT));
        assert_eq!(read(&rows).map(|(mark, _)| mark), Some(mark()));
        assert!(is_proved(&rows, RIGHT));
        assert!(!is_proved(&rows, b"another key"));
        assert!(!is_proved(&mark().rows(None), RIGHT), "without a code nothing is proved");
        assert_eq!(rows, mark().rows(Some(RIGHT)), "the same under the same key");
    }

    #[test]
    fn whatever_is_changed_added_or_left_out_the_code_no_longer_fits() {
        let rows = mark().rows(Some(RIGHT));
        for at in 0..rows.len() {
            let mut changed = rows.clone();
            changed[at].1 = changed[at].1.replace(['2', '4', 'a', 'b', 'c', 'd', 'e', 'f', 'q'], "1");
            assert!(!is_proved(&changed, RIGHT), "{:?}", rows[at]);
            let mut shorter = rows.clone();
            shorter.remove(at);
            assert!(!is_proved(&shorter, RIGHT), "{:?}", rows[at]);
        }
        let mut longer = rows.clone();
        longer.insert(3, (ORIGINAL, "ff".to_owned()));
        assert!(!is_proved(&longer, RIGHT));
    }

    #[test]
    fn a_passport_is_no_mark_and_a_mark_no_passport() {
        let passport = issued_to("museum", None);
        assert_eq!(read(&passport.rows()), None);
        let rows = mark().rows(Some(RIGHT));
        let rows: Vec<_> = rows.iter().map(|(key, value)| (*key, value.as_str())).collect();
        assert_eq!(Passport::from_rows(&rows), None);
    }
}
