//! A finding as programs are told it: code, place, sentence. In: a finding; out: what `events.json` and the answers of the
//! command line hold of it.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::{Finding, Severity};
use crate::record::FieldKey;
use crate::words::Language;

/// A finding, in words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Told {
    /// Stable code: `svod explain CODE`.
    code: String,
    severity: Severity,
    /// Code of the institution in the register.
    institution: Option<String>,
    /// The file's name as it arrived.
    file: Option<String>,
    sheet: Option<String>,
    /// `G14`
    cell: Option<String>,
    /// Key of the field in the form.
    field: Option<FieldKey>,
    /// What is wrong, what was understood, how to mend it.
    message: String,
}

impl Told {
    #[must_use]
    pub fn of(finding: &Finding, language: Language) -> Self {
        let place = &finding.place;
        Self {
            code: finding.kind.to_string(),
            severity: finding.severity,
            institution: place.institution.as_deref().map(str::to_owned),
            file: place.file.as_deref().map(str::to_owned),
            sheet: place.sheet.as_deref().map(str::to_owned),
            cell: place.cell.map(|cell| cell.to_string()),
            field: place.field.clone(),
            message: finding.message(language),
        }
    }

    pub fn all<'a>(findings: impl IntoIterator<Item = &'a Finding>, language: Language) -> Vec<Self> {
        findings.into_iter().map(|finding| Self::of(finding, language)).collect()
    }
}

/// Findings, each put into words when it is written: a large return has a hundred thousand of them.
#[derive(Debug)]
pub struct AllTold<'a> {
    findings: Vec<&'a Finding>,
    language: Language,
}

impl<'a> AllTold<'a> {
    pub fn of(findings: impl IntoIterator<Item = &'a Finding>, language: Language) -> Self {
        Self { findings: findings.into_iter().collect(), language }
    }
}

impl Serialize for AllTold<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.findings.iter().map(|finding| Told::of(finding, self.language)))
    }
}
