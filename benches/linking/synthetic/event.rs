//! Events that never were: the facts, and siblings that are easily taken for them. In: a lexicon and a random number. Out:
//! events. It words nothing.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::lexicon::Lexicon;
use super::rng::Rng;

/// Where it was.
#[derive(Debug, Clone)]
pub(crate) struct Town {
    pub(crate) name: String,
    pub(crate) otherwise: String,
    pub(crate) country: &'static str,
}

/// A name that has a long and a short form.
#[derive(Debug, Clone)]
pub(crate) struct Called {
    pub(crate) full: String,
    pub(crate) short: String,
}

/// Something that happened there.
#[derive(Debug, Clone)]
pub(crate) struct Fact {
    /// Which of the lexicon's facts.
    pub(crate) kind: usize,
    pub(crate) body: Called,
    pub(crate) person: String,
    pub(crate) number: usize,
}

/// What an event is besides its kind and topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Whole,
    /// For one group of people.
    Group(&'static str),
    /// A part of an umbrella.
    Part(&'static str),
    /// The trip of a delegation; the name of its district is made up of this number.
    Delegation(usize),
}

/// An event.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) kind: usize,
    pub(crate) topic: usize,
    pub(crate) name: Option<String>,
    pub(crate) edition: Option<usize>,
    pub(crate) shape: Shape,
    pub(crate) town: Town,
    pub(crate) house: Called,
    pub(crate) start: Date,
    pub(crate) end: Date,
    pub(crate) total: usize,
    pub(crate) foreign: usize,
    pub(crate) partners: Vec<&'static str>,
    pub(crate) facts: Vec<Fact>,
}

/// What makes a sibling easily taken for the event itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sibling {
    Round,
    Sequel,
    UmbrellaAndPart,
    PartsOfOneDay,
    TwinTown,
    SameHouse,
    Delegations,
    OtherVenue,
    Groups,
}

const SIBLINGS: [(Sibling, usize); 9] = [
    (Sibling::Round, 14),
    (Sibling::Sequel, 10),
    (Sibling::UmbrellaAndPart, 12),
    (Sibling::PartsOfOneDay, 10),
    (Sibling::TwinTown, 12),
    (Sibling::SameHouse, 16),
    (Sibling::Delegations, 8),
    (Sibling::OtherVenue, 10),
    (Sibling::Groups, 8),
];

/// Makes events of one lexicon, in a country of so many towns.
pub(crate) struct World<'a> {
    pub(crate) words: &'a Lexicon,
    towns: usize,
}

impl<'a> World<'a> {
    /// More rows come from more towns: a province has dozens, a country has thousands.
    pub(crate) fn new(words: &'a Lexicon, rows: usize) -> Self {
        Self { words, towns: (rows / 150).clamp(40, 4000) }
    }

    pub(crate) fn event(&self, rng: &mut Rng) -> Event {
        let topic = rng.below(self.words.topics.len());
        let named = rng.per_cent(65);
        let start = date(2024, 1, 9) + i64::try_from(rng.below(70)).unwrap().days();
        let length = *rng.weighed(&[(0, 55), (1, 15), (2, 12), (4, 8), (9, 6), (13, 4)]);
        let sizes =
            [(rng.within(8, 60), 5), (rng.within(20, 400), 6), (10 * rng.within(2, 60), 5), (rng.within(400, 9000), 2)];
        let total = *rng.weighed(&sizes);
        Event {
            kind: rng.below(self.words.kinds.len()),
            topic,
            name: named.then(|| self.name(rng)),
            edition: rng.per_cent(30).then(|| rng.within(2, 30)),
            shape: Shape::Whole,
            town: self.town(rng),
            house: self.house(rng),
            start,
            end: start + i64::from(length).days(),
            total,
            foreign: total / rng.within(2, 9),
            partners: self.partners(rng),
            facts: self.facts(rng),
        }
    }

    /// An event that is easily taken for `event`; `event` itself is changed where the likeness asks for it.
    pub(crate) fn sibling(&self, event: &mut Event, rng: &mut Rng) -> (Sibling, Event) {
        let kind = *rng.weighed(&SIBLINGS);
        let mut other = Event { facts: self.facts(rng), ..event.clone() };
        other.total = rng.within(10, 500);
        other.foreign = other.total / 4;
        match kind {
            Sibling::Round => {
                let later = i64::try_from(rng.within(5, 21)).unwrap() + i64::from((event.end - event.start).get_days());
                other.start += later.days();
                other.end += later.days();
            }
            Sibling::Sequel => {
                let edition = rng.within(3, 25);
                event.edition = Some(edition);
                other.edition = Some(edition + 1);
            }
            Sibling::UmbrellaAndPart => {
                event.name.get_or_insert_with(|| self.name(rng));
                other.name.clone_from(&event.name);
                other.shape = Shape::Part(rng.pick::<&'static str>(self.words.parts));
                event.end = event.start + 30.days();
                other.start = event.start + i64::try_from(rng.below(20)).unwrap().days();
                other.end = other.start;
            }
            Sibling::PartsOfOneDay => {
                event.name.get_or_insert_with(|| self.name(rng));
                other.name.clone_from(&event.name);
                let first = rng.below(self.words.parts.len());
                event.shape = Shape::Part(self.words.parts[first]);
                other.shape = Shape::Part(self.words.parts[(first + 1) % self.words.parts.len()]);
            }
            Sibling::TwinTown => other.town = self.other_town(&event.town, rng),
            Sibling::SameHouse => {
                other.kind = (event.kind + 1 + rng.below(self.words.kinds.len() - 1)) % self.words.kinds.len();
                other.topic = rng.below(self.words.topics.len());
                other.name = rng.per_cent(65).then(|| self.name(rng));
                other.edition = None;
            }
            Sibling::Delegations => {
                event.shape = Shape::Delegation(rng.below(1000));
                other.shape = Shape::Delegation(1000 + rng.below(1000));
            }
            Sibling::OtherVenue => other.house = self.house(rng),
            Sibling::Groups => {
                let first = rng.below(self.words.groups.len());
                event.shape = Shape::Group(self.words.groups[first]);
                other.shape = Shape::Group(self.words.groups[(first + 1) % self.words.groups.len()]);
            }
        }
        (kind, other)
    }

    fn name(&self, rng: &mut Rng) -> String {
        format!("{} {}", rng.pick(self.words.name_heads), rng.pick(self.words.name_tails))
    }

    fn other_town(&self, than: &Town, rng: &mut Rng) -> Town {
        loop {
            let town = self.town(rng);
            if town.name != than.name {
                return town;
            }
        }
    }

    /// A known town, half of the time; else one of the made-up ones.
    fn town(&self, rng: &mut Rng) -> Town {
        if rng.per_cent(50) && self.towns < 400 {
            let (name, otherwise, country) = *rng.pick(self.words.towns);
            let name = if self.words.russian { format!("г. {name}") } else { name.to_owned() };
            return Town { name, otherwise: otherwise.to_owned(), country };
        }
        // The same number gives the same name.
        let mut of_town = Rng::new(0x7077 + u64::try_from(rng.below(self.towns)).unwrap());
        let name = self.made_up(&mut of_town, 2);
        let home = if self.words.russian { "Россия" } else { "Russia" };
        if self.words.russian {
            Town { name: format!("г. {name}"), otherwise: format!("город {name}"), country: home }
        } else {
            Town { name: name.clone(), otherwise: format!("the town of {name}"), country: home }
        }
    }

    /// A made-up name with the ending of a town (2) or of a person (3).
    pub(crate) fn made_up(&self, rng: &mut Rng, ending: usize) -> String {
        let [first, middle, ..] = self.words.syllables;
        format!("{}{}{}", rng.pick(first), rng.pick(middle), rng.pick(self.words.syllables[ending]))
    }

    fn called(&self, forms: &[(&str, &str)], rng: &mut Rng) -> Called {
        let (full, short) = *rng.pick(forms);
        let name = if rng.per_cent(50) { self.made_up(rng, 2) } else { self.made_up(rng, 3) };
        Called { full: full.replace("{}", &name), short: short.replace("{}", &name) }
    }

    fn house(&self, rng: &mut Rng) -> Called {
        self.called(self.words.houses, rng)
    }

    fn partners(&self, rng: &mut Rng) -> Vec<&'static str> {
        let mut partners: Vec<&'static str> = (0..rng.below(4)).map(|_| *rng.pick(self.words.countries)).collect();
        partners.sort_unstable();
        partners.dedup();
        partners
    }

    fn facts(&self, rng: &mut Rng) -> Vec<Fact> {
        let mut kinds: Vec<usize> = (0..rng.within(3, 6)).map(|_| rng.below(self.words.facts.len())).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds.into_iter().map(|kind| self.fact(kind, rng)).collect()
    }

    fn fact(&self, kind: usize, rng: &mut Rng) -> Fact {
        let initial = if self.words.russian {
            *rng.pick(&["А. В.", "О. П.", "Н. И.", "С. К."])
        } else {
            *rng.pick(&["A.", "O.", "N.", "S."])
        };
        let person = format!("{initial} {}", self.made_up(rng, 3));
        Fact { kind, body: self.called(self.words.bodies, rng), person, number: rng.within(3, 95) }
    }
}
