//! Register → templates: one workbook for each institution that is asked in a period, or one for all of them.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::post::correspondence;
use super::{Error, Stage, Watch, Workspace};
use crate::finding::Finding;
use crate::flow::{Artifact, Correspondence};
use crate::form::Role;
use crate::layout::Layout;
use crate::outside;
use crate::read;
use crate::record::Period;
use crate::register::{Institution, ListedName, Register};
use crate::template::{self, Contents, Issue};
use crate::words::Language;

/// Which template an institution gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TemplateKind {
    /// Its own: the workbook knows whose it is, and proves it.
    #[default]
    Own,
    /// The one for all: its name is chosen on the title sheet.
    Common,
}

/// What was issued.
#[derive(Debug)]
pub struct Issued {
    /// Code of the institution and its template; no code, where it is the one for all.
    pub templates: Vec<(Option<Arc<str>>, PathBuf)>,
    /// What is wrong with the register.
    pub findings: Vec<Finding>,
}

/// Writes the templates of a period; one that is there already, byte for byte, is left alone.
///
/// # Errors
/// When nobody is asked, or files cannot be written.
pub fn issue(workspace: &Workspace, period: Period, kind: TemplateKind, watch: &dyn Watch) -> Result<Issued, Error> {
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
    let issuer = Issuer::new(workspace, &register, period);
    let templates = match kind {
        TemplateKind::Own => {
            watch.begin(Stage::Template, asked.len());
            let one = |institution: &&Institution| {
                let artifact = issuer.own(institution, &post)?;
                let path = folder.join(file_name(&artifact.name, institution, &asked));
                outside::put_if_changed(&path, &artifact.bytes)?;
                watch.step();
                Ok((Some(Arc::clone(&institution.code)), path))
            };
            asked.par_iter().map(one).collect::<Result<Vec<_>, Error>>()?
        }
        TemplateKind::Common => {
            let languages: BTreeSet<Language> = asked.iter().map(|institution| institution.language).collect();
            watch.begin(Stage::Template, languages.len());
            let one = |language: Language| {
                let artifact = issuer.common(language)?;
                let path = folder.join(&artifact.name);
                outside::put_if_changed(&path, &artifact.bytes)?;
                watch.step();
                Ok((None, path))
            };
            languages.into_iter().map(one).collect::<Result<Vec<_>, Error>>()?
        }
    };
    watch.end();
    Ok(Issued { templates, findings })
}

/// Makes the templates of one period.
pub(super) struct Issuer<'a> {
    workspace: &'a Workspace,
    period: Period,
    /// The institutions that are asked, as the title sheet offers them.
    names: Vec<ListedName>,
}

impl<'a> Issuer<'a> {
    pub(super) fn new(workspace: &'a Workspace, register: &Register, period: Period) -> Self {
        let is_asked = |listed: &ListedName| {
            register.by_code(&listed.code).is_some_and(|institution| institution.is_active_in(period))
        };
        // A name is told from those of all the register: who is not asked any more may be meant, too.
        let names = read::listed_names(register).into_iter().filter(is_asked).collect();
        Self { workspace, period, names }
    }

    /// The template of one institution, with the last day that holds for it.
    pub(super) fn own(&self, institution: &Institution, post: &Correspondence) -> Result<Artifact, Error> {
        let extension = post.extension(self.period, &institution.code);
        let deadline = extension.or(self.workspace.deadline(self.period));
        let language = institution.language;
        self.made(&Issue {
            institution: Some(institution),
            names: &self.names,
            period: self.period,
            language,
            deadline,
            key: self.workspace.key(),
        })
    }

    /// The template for all who are written to in that language. More time that one of them was given is not in it.
    pub(super) fn common(&self, language: Language) -> Result<Artifact, Error> {
        if self.workspace.form.header_with_role(Role::Institution).is_none() {
            return Err(Error::NoNameToChoose);
        }
        let (period, deadline) = (self.period, self.workspace.deadline(self.period));
        self.made(&Issue { institution: None, names: &self.names, period, language, deadline, key: None })
    }

    /// The name that an institution chooses in the template for all.
    pub(super) fn listed(&self, institution: &Institution) -> String {
        let listed = self.names.iter().find(|listed| listed.code == institution.code);
        listed.map_or_else(|| institution.called().to_owned(), |listed| listed.name.clone())
    }

    fn made(&self, issue: &Issue) -> Result<Artifact, Error> {
        let form = &self.workspace.form;
        Ok(template::workbook(form, &Layout::of(form, issue.language), issue, &Contents::default())?)
    }
}

/// The template's own name; where another institution is called the same, with the code before it.
fn file_name(own: &str, institution: &Institution, asked: &[&Institution]) -> String {
    let namesakes = asked.iter().filter(|other| other.called().eq_ignore_ascii_case(institution.called())).count();
    if namesakes > 1 { format!("{} – {own}", institution.code) } else { own.to_owned() }
}
