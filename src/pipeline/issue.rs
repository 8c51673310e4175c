//! Register → templates: one workbook for each institution that is asked in a period.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::post::correspondence;
use super::{Error, Stage, Watch, Workspace};
use crate::finding::Finding;
use crate::flow::{Artifact, Correspondence};
use crate::layout::Layout;
use crate::outside;
use crate::record::Period;
use crate::register::Institution;
use crate::template::{self, Contents, Issue};

/// What was issued.
#[derive(Debug)]
pub struct Issued {
    /// Code of the institution and its template.
    pub templates: Vec<(Arc<str>, PathBuf)>,
    /// What is wrong with the register.
    pub findings: Vec<Finding>,
}

/// Writes the templates of a period; one that is there already, byte for byte, is left alone.
///
/// # Errors
/// When nobody is asked, or files cannot be written.
pub fn issue(workspace: &Workspace, period: Period, watch: &dyn Watch) -> Result<Issued, Error> {
    workspace.admit(period)?;
    let _held = workspace.hold()?;
    let (register, findings) = workspace.register()?;
    let post = correspondence(workspace, &workspace.ledger()?)?;
    let asked: Vec<_> = register.active_in(period).collect();
    if asked.is_empty() {
        return Err(Error::NobodyAsked { path: workspace.register_file(), period });
    }
    let folder = workspace.templates(period);
    outside::make_folder(&folder)?;
    watch.begin(Stage::Template, asked.len());
    let templates = asked
        .par_iter()
        .map(|institution| {
            let artifact = template_of(workspace, period, institution, &post)?;
            let path = folder.join(file_name(&artifact.name, institution, &asked));
            outside::put_if_changed(&path, &artifact.bytes)?;
            watch.step();
            Ok((Arc::clone(&institution.code), path))
        })
        .collect::<Result<Vec<_>, Error>>()?;
    watch.end();
    Ok(Issued { templates, findings })
}

/// The template of one institution, with the last day that holds for it.
pub(super) fn template_of(
    workspace: &Workspace,
    period: Period,
    institution: &Institution,
    post: &Correspondence,
) -> Result<Artifact, Error> {
    let language = institution.language;
    let deadline = post.extension(period, &institution.code).or(workspace.deadline(period));
    let issue = Issue { institution, period, language, deadline, key: workspace.key() };
    Ok(template::workbook(&workspace.form, &Layout::of(&workspace.form, language), &issue, &Contents::default())?)
}

/// The template's own name; where another institution is called the same, with the code before it.
fn file_name(own: &str, institution: &Institution, asked: &[&Institution]) -> String {
    let namesakes = asked.iter().filter(|other| other.called().eq_ignore_ascii_case(institution.called())).count();
    if namesakes > 1 { format!("{} – {own}", institution.code) } else { own.to_owned() }
}
