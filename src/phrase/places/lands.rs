//! A word of a place in, the region or district whose name starts there out.

use super::super::inflect::is_form;
use super::super::tokens::Gap;
use super::gazetteer::region_at;
use super::marks::{STATES, is_district, is_region_word};
use super::regions::state_of_letters;
use super::scan::{RegionName, Scan, Span, What, is_city_of_its_own};

impl Scan<'_> {
    pub(super) fn region_here(&self, at: usize) -> Option<Span> {
        if let Some(state) = self.state_at(at) {
            return Some(Span::weak(at, at, What::Region(state)));
        }
        if !self.tokens.get(at)?.capital
            && region_at(&self.tokens, at).is_none_or(|(words, _)| words < 2)
            && !is_region_word(self.word(at))
            && !STATES.iter().any(|state| is_form(self.word(at), state))
        {
            return None;
        }
        if let Some((words, region)) = region_at(&self.tokens, at) {
            let last = at + words - 1;
            let city = self.cities_at(at).is_some() && !self.word(last).starts_with("обл");
            let shares_name = city && (region.country == "US" || is_city_of_its_own(region.name));
            let capital = self.tokens.get(last).is_some_and(|token| token.capital || words > 1);
            // «МО «Вяземский район»» is no region.
            if self.word(at) == "мо" && self.before(at + 1).contains(['«', '"', '“', '„']) {
                return None;
            }
            // «Республика Саха (Якутия)» has its bracket in the name.
            return (capital && !shares_name).then(|| Span::weak(at, last, What::Region(RegionName::of(region))));
        }
        self.unknown_region(at)
    }

    /// "Houston, TX": two letters behind a town that the USA have.
    fn state_at(&self, at: usize) -> Option<RegionName> {
        let letters =
            self.tokens.get(at).filter(|token| token.caps && token.word.len() == 2 && self.starts_chunk(at))?;
        let alone = self.ends_chunk(at) || self.tokens.get(at + 1).is_some_and(|next| next.digits);
        let town =
            (0..at).filter_map(|at| self.cities_at(at)).any(|(.., rows)| rows.iter().any(|row| row.country == "US"));
        let name = state_of_letters(&letters.word).filter(|_| alone && town)?;
        Some(RegionName { name: name.to_owned(), country: Some("US") })
    }

    /// «Люблинское воеводство», «провинция Тханьхоа»: the word for a region tells.
    fn unknown_region(&self, at: usize) -> Option<Span> {
        let next = self.tokens.get(at + 1).filter(|next| next.before == Gap::Joined || self.word(at) == "обл")?;
        let adjective = ["ая", "ий", "ое", "ой", "ого"].iter().any(|end| self.word(at).ends_with(end));
        let region_after = is_region_word(&next.word) && adjective && self.tokens.get(at)?.capital;
        let region_before =
            matches!(self.word(at), "провинция" | "провинции" | "штат" | "штате" | "префектура" | "префектуре")
                && next.capital;
        if !region_after && !region_before {
            return None;
        }
        // «Иссык-Кульская область»
        let hyphen = region_after
            && at > 0
            && self.before(at) == "-"
            && self.tokens.get(at - 1).is_some_and(|token| token.capital);
        let at = if hyphen { at - 1 } else { at };
        let noun = if hyphen { at + 2 } else { at + 1 };
        let of_region = self.word(noun) == "области";
        let name = if self.word(at).starts_with("провинци") {
            format!("провинция {}", self.slice(at + 1, at + 1))
        } else if let Some(stem) = self.slice(at, noun - 1).strip_suffix("ой").filter(|_| of_region) {
            format!("{stem}ая область")
        } else {
            self.slice(at, noun).to_owned()
        };
        Some(Span::weak(at, noun, What::Region(RegionName { name, country: None })))
    }

    /// «Краснинский р-н», «в Сердобском районе».
    pub(super) fn district_at(&self, at: usize) -> Option<Span> {
        let token = self.tokens.get(at)?;
        let adjective =
            ["ский", "ском", "ского", "цкий", "цком", "кий", "ный", "ном"].iter().any(|end| token.word.ends_with(end));
        let next = self.tokens.get(at + 1)?;
        let short = next.word == "р" && self.word(at + 2) == "н";
        (token.capital && adjective && (is_district(&next.word) || short))
            .then(|| Span::weak(at, at + if short { 2 } else { 1 }, What::District))
    }
}
