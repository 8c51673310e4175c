//! publish → outside: bytes with a name.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What an artifact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ArtifactKind {
    /// The consolidated workbook.
    Workbook,
    /// The report that is signed, DOCX.
    Report,
    /// The same report as PDF; only where svod was built with it.
    Pdf,
    /// The summary on one page, DOCX.
    Brief,
    /// The same summary as PDF; only where svod was built with it.
    BriefPdf,
    /// The report for the web, HTML.
    Page,
    /// Everything, as JSON.
    Events,
    /// The data package: `datapackage.json`, which describes the tables.
    Package,
    /// A table of the data package, CSV.
    Table,
    /// What an edition says differently from the one before, DOCX.
    Changes,
    /// The same as PDF; only where svod was built with it.
    ChangesPdf,
    /// The workbook of questions to a person; only where there are any.
    Questions,
    /// A template workbook of one institution.
    Template,
    /// The register of institutions.
    Register,
}

/// Bytes with a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    pub kind: ArtifactKind,
    /// File name with extension; what belongs to a package has its folder before it, with `/`.
    pub name: String,
    pub bytes: Vec<u8>,
}
