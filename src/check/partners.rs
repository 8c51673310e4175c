//! The countries that took part: every country that the row names, save the home country.

use super::draft::Draft;
use crate::form::Role;
use crate::phrase::countries::{self, Country};
use crate::phrase::{places, text};

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

/// The countries that a text names as partners, in its order; those of its regions last.
fn named_in(said: &str) -> Vec<Country> {
    let mut named = by_name(said);
    for country in by_region(said) {
        if !named.contains(&country) {
            named.push(country);
        }
    }
    named
}

/// «Дня Брестской области» without «Республики Беларусь». Regions at war are not guessed from.
fn by_region(said: &str) -> Vec<Country> {
    // Most texts name no region, and folding costs.
    if !said.to_lowercase().contains("област") {
        return Vec::new();
    }
    let mut named = places::countries_of_regions(said);
    named.retain(|country| country.code != "RU" && !THEATRES.contains(&country.code));
    named
}

fn by_name(said: &str) -> Vec<Country> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(said: &str) -> Vec<&'static str> {
        named_in(said).iter().map(|country| country.code).collect()
    }

    #[test]
    fn a_war_abroad_is_no_partner() {
        assert_eq!(codes("Памятная дата приурочена к выводу войск из Афганистана."), Vec::<&str>::new());
        assert_eq!(codes("Союз ветеранов Афганистана, гости из Республики Беларусь"), ["BY"]);
        assert_eq!(codes("Студенты из Вьетнама и Анголы"), ["VN", "AO"]);
    }

    #[test]
    fn a_region_of_a_neighbour_names_its_country() {
        assert_eq!(codes("Участие в Дне Брестской области"), ["BY"]);
        assert_eq!(codes("Предприятия Гродненской и Минской областей Республики Беларусь"), ["BY"]);
        assert_eq!(codes("Дни Брянской области"), Vec::<&str>::new());
    }
}
