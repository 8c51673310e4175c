//! The templates that go out with letters: each institution's own, or the one for all.

use std::collections::BTreeMap;

use super::super::issue::{Issuer, TemplateKind};
use super::super::{Error, Workspace};
use crate::deliver::Enclosed;
use crate::flow::{Artifact, Correspondence};
use crate::record::Period;
use crate::register::{Institution, Register};
use crate::words::Language;

/// Makes what is enclosed in the letters of one command. The template for all is made once for each language.
pub(super) struct Enclosures<'a> {
    issuer: Issuer<'a>,
    common: BTreeMap<Language, Artifact>,
}

impl<'a> Enclosures<'a> {
    pub(super) fn new(workspace: &'a Workspace, register: &Register, period: Period) -> Self {
        Self { issuer: Issuer::new(workspace, register, period), common: BTreeMap::new() }
    }

    pub(super) fn of(
        &mut self,
        institution: &Institution,
        kind: TemplateKind,
        post: &Correspondence,
    ) -> Result<Enclosed, Error> {
        match kind {
            TemplateKind::Own => Ok(Enclosed::own(self.issuer.own(institution, post)?)),
            TemplateKind::Common => {
                let language = institution.language;
                let artifact = match self.common.get(&language) {
                    Some(made) => made.clone(),
                    None => self.common.entry(language).or_insert(self.issuer.common(language)?).clone(),
                };
                Ok(Enclosed::common(artifact, self.issuer.listed(institution)))
            }
        }
    }
}
