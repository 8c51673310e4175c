//! The countries that took part: every country that the row names, save the home country.

use super::draft::Draft;
use crate::form::Role;
use crate::phrase::countries::{self, Country};
use crate::phrase::text;

/// The texts in which partners are named.
const TELLING: &[Role] = &[Role::Title, Role::Place, Role::People, Role::Content, Role::Documents, Role::JointWith];

/// Countries in which soldiers of this country fought: «ветераны Афганистана» are no guests from there.
const THEATRES: &[&str] = &["AF", "AO", "CU", "EG", "ET", "KH", "KP", "KR", "LA", "MZ", "SY", "VN", "YE"];
/// Word stems of a sentence about such a war.
const WAR: &[&str] = &["войск", "войн", "воин", "боев", "ветеран", "интернационал", "военн"];

pub(super) fn understand(draft: &mut Draft<'_>) {
    let home = draft.checker.home.country.as_str();
    let mut partners: Vec<Country> = Vec::new();
    let mut add = |country: Country| {
        if country.code != home && !partners.contains(&country) {
            partners.push(country);
        }
    };
    for said in draft.texts(TELLING) {
        named_in(said).into_iter().for_each(&mut add);
    }
    // Held abroad is held with that country.
    draft.understood.country.into_iter().for_each(&mut add);
    draft.understood.partners = partners;
}

/// The countries that a text names as partners, in its order.
fn named_in(said: &str) -> Vec<Country> {
    let named = countries::mentioned(said);
    if named.iter().all(|country| !THEATRES.contains(&country.code)) {
        return named;
    }
    let elsewhere: Vec<Country> = text::sentences(said)
        .iter()
        .filter(|sentence| !speaks_of_war(sentence))
        .flat_map(|sentence| countries::mentioned(sentence))
        .collect();
    named.into_iter().filter(|country| !THEATRES.contains(&country.code) || elsewhere.contains(country)).collect()
}

fn speaks_of_war(sentence: &str) -> bool {
    text::words(sentence).iter().any(|word| WAR.iter().any(|stem| word.starts_with(stem)))
}
