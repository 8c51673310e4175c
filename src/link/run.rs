//! What all pairs of a run have in common: the form, the rows, how frequent words are, how institutions are called. In: rows,
//! their compact form, form and register. Out: answers about them. It judges nothing.

use std::collections::{BTreeSet, HashMap};

use super::days::asks_for_days;
use super::features::{Feature, Features, has, hash};
use crate::flow::Row;
use crate::form::{Form, Role};
use crate::phrase::titles::{self, Stemming};
use crate::register::Register;

/// A run, as far as its pairs are concerned.
pub(super) struct Run<'a> {
    pub(super) form: &'a Form,
    pub(super) rows: &'a [&'a Row],
    pub(super) features: &'a Features,
    /// Names of the home region: who came from there, not what the event is.
    pub(super) home: BTreeSet<String>,
    /// The words of the names of each institution.
    called: HashMap<u32, Vec<Vec<u32>>>,
}

impl<'a> Run<'a> {
    pub(super) fn new(rows: &'a [&'a Row], features: &'a Features, form: &'a Form, register: &Register) -> Self {
        let mut stemming = Stemming::default();
        let mut words = |name: &str| {
            let mut ids = Vec::new();
            stemming.each(name, |stem| ids.push(hash(stem)));
            ids
        };
        let called = register.institutions.iter().map(|institution| {
            let names = [&*institution.code, &institution.name, &institution.short_name];
            (hash(&institution.code), names.map(&mut words).into_iter().filter(|ids| !ids.is_empty()).collect())
        });
        let called = called.collect();
        Self { form, rows, features, home: titles::read(&form.region.name).names, called }
    }

    /// Whether of two stems that are nearly one the rarer may be a slip of the fingers.
    pub(super) fn is_slip(&self, one: &str, other: &str) -> bool {
        self.features.is_slip(hash(one), hash(other))
    }

    /// Whether the «joint with» of the one names the institution of the other.
    pub(super) fn names(&self, one: &Feature, other: &Feature) -> bool {
        let joint = one.joint();
        !joint.is_empty()
            && self
                .called
                .get(&other.institution)
                .is_some_and(|names| names.iter().any(|name| name.iter().all(|id| has(joint, *id))))
    }

    pub(super) fn asks_for_place(&self) -> bool {
        [Role::Place, Role::Country].into_iter().any(|role| self.form.with_role(role).is_some())
    }

    /// Whether the form asks for anything besides the title that could tell two events apart.
    pub(super) fn has_evidence(&self) -> bool {
        asks_for_days(self.form) || self.asks_for_place() || !self.form.links.equal.is_empty()
    }
}
