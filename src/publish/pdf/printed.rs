//! The three papers: each is made of its model, set, and given its name.
//!
//! In: what is spoken of. Out: artifacts.

use super::super::edition::told;
use super::super::{Brief, Edition, Error, Report, Subject, sentences};
use super::brief;
use super::input::{self, About, Signed};
use super::press::{self, Parting, Sheet};
use crate::flow::{Artifact, ArtifactKind};
use crate::style;
use crate::words::Language;

/// The report that is signed.
pub(super) fn report(subject: &Subject) -> Result<Artifact, Error> {
    let Subject { data, form, language, .. } = *subject;
    let report = Report::of(data, form, language)?;
    let args = sentences::args(data, form, language);
    let name = sentences::say(&form.report.document_name, "report.document-name", language, &args)?;
    let foot = subject.edition_line();
    let about = About { name: &name, date: data.period.last_day(), language, foot: foot.as_deref() };
    let bytes = press::signed(&name, |parting| input::report(&report, about, Signed::Yes, parting))?;
    Ok(artifact(ArtifactKind::Pdf, &name, bytes))
}

/// The summary on one page: as many lines of each block as the page holds.
pub(super) fn brief(subject: &Subject) -> Result<Artifact, Error> {
    let model = Brief::of(subject)?;
    let name = Brief::name(subject)?;
    let (date, language) = (subject.data.period.last_day(), subject.language);
    let about = About { name: &name, date, language, foot: model.edition.as_deref() };
    let bytes = press::on_one_page(&name, brief::smaller_and_smaller(&model, subject, about))?;
    Ok(artifact(ArtifactKind::BriefPdf, &name, bytes))
}

/// What an edition says differently from the one before.
pub(super) fn changes(before: &Edition, after: &Edition, language: Language) -> Result<Artifact, Error> {
    let (report, name) = told(before, after, language);
    let about = About { name: &name, date: after.period.last_day(), language, foot: None };
    let input = input::report(&report, about, Signed::No, Parting::ByPages);
    let bytes = press::print(Sheet::Report, &name, input)?;
    Ok(artifact(ArtifactKind::ChangesPdf, &name, bytes))
}

fn artifact(kind: ArtifactKind, name: &str, bytes: Vec<u8>) -> Artifact {
    Artifact { kind, name: style::file_name(name, "pdf"), bytes }
}
