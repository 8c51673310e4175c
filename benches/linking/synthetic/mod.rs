//! Rows with a known truth. In: how many, in which words, and a seed. Out: rows as check hands them to link, and which of them
//! tell of one event. The same seed gives the same rows.

pub(crate) mod clerk;
pub(crate) mod event;
mod lexicon;
mod rng;
mod rows;

use std::sync::Arc;

use clerk::VARIATIONS;
pub(crate) use clerk::{Report, Variation};
pub(crate) use event::Sibling;
use event::{Event, World};
use lexicon::Lexicon;
use rng::Rng;
pub(crate) use rows::{Understanding, form};
use svod::register::{Institution, Register};
use svod::words::Language;

/// The words of which rows are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    Russian,
    RussianHeldOut,
    English,
    EnglishHeldOut,
}

impl Words {
    pub(crate) const ALL: [Self; 4] = [Self::Russian, Self::English, Self::RussianHeldOut, Self::EnglishHeldOut];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Russian => "russian",
            Self::RussianHeldOut => "russian-held-out",
            Self::English => "english",
            Self::EnglishHeldOut => "english-held-out",
        }
    }

    fn lexicon(self) -> &'static Lexicon {
        match self {
            Self::Russian => &lexicon::RUSSIAN,
            Self::RussianHeldOut => &lexicon::RUSSIAN_HELD_OUT,
            Self::English => &lexicon::ENGLISH,
            Self::EnglishHeldOut => &lexicon::ENGLISH_HELD_OUT,
        }
    }
}

/// A row before it is understood, with the truth about it.
#[derive(Debug, Clone)]
pub(crate) struct Told {
    pub(crate) event: u32,
    /// What the event's sibling is to it, where it has one; both of them bear the mark.
    pub(crate) sibling: Option<Sibling>,
    pub(crate) institution: u32,
    pub(crate) joint_with: Option<u32>,
    pub(crate) variation: Variation,
    pub(crate) report: Report,
}

/// That many rows, or one or two more.
pub(crate) fn tell(rows: usize, words: Words, seed: u64) -> Vec<Told> {
    let world = World::new(words.lexicon(), rows);
    let mut rng = Rng::new(seed);
    let mut told = Vec::with_capacity(rows + 8);
    let mut number = 0;
    while told.len() < rows {
        let mut event = world.event(&mut rng);
        if rng.per_cent(35) {
            let (kind, other) = world.sibling(&mut event, &mut rng);
            report(&world, &event, (number, Some(kind)), rows, &mut rng, &mut told);
            report(&world, &other, (number + 1, Some(kind)), rows, &mut rng, &mut told);
            number += 2;
        } else {
            report(&world, &event, (number, None), rows, &mut rng, &mut told);
            number += 1;
        }
    }
    told
}

/// One to three institutions report an event.
fn report(
    world: &World<'_>,
    event: &Event,
    (number, sibling): (u32, Option<Sibling>),
    rows: usize,
    rng: &mut Rng,
    told: &mut Vec<Told>,
) {
    let times = *rng.weighed(&[(1, 50), (2, 38), (3, 12)]);
    let institutions = institutions(rows);
    let first = rng.below(institutions);
    for time in 0..times {
        let variation = if time == 0 { Variation::First } else { *rng.weighed(&VARIATIONS) };
        let at = |time: usize| u32::try_from((first + time * 7) % institutions).unwrap();
        told.push(Told {
            event: number,
            sibling,
            institution: at(time),
            joint_with: (times > 1 && rng.per_cent(10)).then(|| at((time + 1) % times)),
            variation,
            report: clerk::report(world, event, variation, rng),
        });
    }
}

fn institutions(rows: usize) -> usize {
    (rows / 40).clamp(20, 2000)
}

/// The institutions that report so many rows.
pub(crate) fn register(rows: usize) -> Register {
    let institution = |n: usize| Institution {
        code: Arc::from(code(n).as_str()),
        name: format!("Учреждение культуры № {n}"),
        short_name: format!("Учреждение {n}"),
        email: String::new(),
        contact: String::new(),
        language: Language::Ru,
        since: None,
        until: None,
    };
    Register { institutions: (0..institutions(rows)).map(institution).collect() }
}

fn code(n: usize) -> String {
    format!("I{n:05}")
}
