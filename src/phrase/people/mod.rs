//! Head counts as people write them: «более 300 человек, в т.ч. 45 иностранных граждан».
//!
//! Text in, a count with its flags out. No number is ever invented: a text without one has none.

mod bare;
mod doubts;
mod each;
mod hedges;
mod kind;
mod nouns;
mod number_words;
mod numbers;
mod origin;
mod parts;
mod scan;
mod sentences;
mod sum;
#[cfg(test)]
pub(in crate::phrase) mod tests;
mod words;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::countries::Country;
pub use kind::Kind;
use nouns::Class;
use origin::Origins;
use scan::Scan;

/// What was inferred; the names are those of the phrase collections.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    AtLeast,
    AtMost,
    Approx,
    Words,
    /// Added up, or so many in each of so many.
    Sum,
    SumOfDates,
    /// It is not clear that the number counts everybody, and once: counts that nothing ties together, a person beside
    /// them who is not counted, «ежедневно», years that are compared.
    Doubtful,
}

/// What a participants' text says about people. `None` is "no number", never a guess.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    pub total: Option<u64>,
    /// The word that stands by the number, singular: «участник», «посетитель», «человек».
    pub unit: Option<String>,
    /// As what they are counted: «Общее количество посетителей – 98 человек» counts visitors, though its unit is
    /// «человек».
    pub kind: Option<Kind>,
    pub flags: BTreeSet<Flag>,
    /// Countries that the participants are from. The home country is among them only where it stands beside another.
    pub countries: Vec<Country>,
    /// Organisations, teams, companies: never people.
    pub organisations: Option<u64>,
    /// Foreigners among the total.
    pub foreign: Option<u64>,
}

/// Reads a participants' text. `home` is the home country and region, to tell whose delegation is foreign.
#[must_use]
pub fn read(text: &str, home: &super::places::Home) -> Reading {
    if super::is_too_long(text) {
        return Reading { flags: [Flag::Doubtful].into(), ..Reading::default() };
    }
    let text = without_artefacts(text);
    let scan = Scan::of(&text);
    let origins = Origins::of(&scan, home);
    let heads = sum::heads(&scan);
    let (organisations, of_organisations) = sum::organisations(&scan);
    let counted = scan.counts.iter().any(scan::Count::is_people);
    let foreign = origins.foreigners(&scan, home);
    let flags = if counted {
        let mut flags = heads.flags;
        if heads.total.is_some_and(|total| scan.loose || foreign.is_some_and(|foreign| foreign > total)) {
            flags.insert(Flag::Doubtful);
        }
        flags
    } else if organisations.is_some() {
        of_organisations
    } else {
        // Of countries and regions it is only said that their number stands in words.
        let lands = scan.counts.iter().filter(|count| count.class() == Some(Class::Land));
        lands.flat_map(|count| count.flags.iter().copied()).filter(|flag| *flag == Flag::Words).collect()
    };
    Reading {
        total: heads.total,
        unit: heads.unit.map(str::to_owned),
        kind: heads.unit.map(|unit| heads.kind.unwrap_or_else(|| Kind::of(unit, heads.label))),
        flags,
        countries: origins.countries(&scan),
        organisations,
        foreign,
    }
}

/// Takes out what word processors leave behind, `[bookmark: _GoBack]`, and last year's figures, "(2003 = 3462)".
fn without_artefacts(text: &str) -> String {
    let mut clean = text.to_owned();
    for (open, close) in [("[bookmark:", ']'), ("(", ')')] {
        let mut from = 0;
        while let Some(start) = clean.get(from..).and_then(|rest| rest.find(open)).map(|at| from + at) {
            let rest = clean.get(start..).unwrap_or_default();
            let end = rest.find(close).map_or(clean.len(), |end| start + end + 1);
            let inside = clean.get(start..end).unwrap_or_default();
            if open == "(" && !is_figure_of_a_year(inside) {
                from = start + open.len();
            } else {
                clean.replace_range(start..end, " ");
            }
        }
    }
    clean
}

/// "(2003 = 3462)"
fn is_figure_of_a_year(bracket: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_digit() || letter.is_whitespace() || "()=,.".contains(letter);
    bracket.contains('=') && bracket.chars().all(allowed)
}
