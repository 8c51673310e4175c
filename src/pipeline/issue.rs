//! Register → templates: one workbook for each institution that is asked in a period.

use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::{Error, Stage, Watch, Workspace};
use crate::finding::Finding;
use crate::layout::Layout;
use crate::outside;
use crate::record::Period;
use crate::template::{self, Contents, Issue};
use crate::words::Language;

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
    let asked: Vec<_> = register.active_in(period).collect();
    if asked.is_empty() {
        return Err(Error::NobodyAsked { path: workspace.register_file(), period });
    }
    let folder = workspace.templates(period);
    outside::make_folder(&folder)?;
    let layouts = Language::ALL.map(|language| (language, Layout::of(&workspace.form, language)));
    watch.begin(Stage::Template, asked.len());
    let templates = asked
        .into_par_iter()
        .map(|institution| {
            let issue =
                Issue { institution, period, language: institution.language, deadline: workspace.deadline(period) };
            let layout = layouts
                .iter()
                .find(|(language, _)| *language == institution.language)
                .map_or_else(|| Layout::of(&workspace.form, institution.language), |(_, layout)| layout.clone());
            let artifact = template::workbook(&workspace.form, &layout, &issue, &Contents::default())?;
            let path = folder.join(&artifact.name);
            outside::put_if_changed(&path, &artifact.bytes)?;
            watch.step();
            Ok((Arc::clone(&institution.code), path))
        })
        .collect::<Result<Vec<_>, Error>>()?;
    watch.end();
    Ok(Issued { templates, findings })
}
