//! What rows are compared by, made compact: words as numbers with the weight that their rarity gives them, days as numbers, the
//! town, the head count. In: rows. Out: a [`Feature`] of each, and how frequent things are among all of them.
//!
//! A word is known by the hash of its stem. Two stems of one hash are possible, and harmless: no row is joined for a single word.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use jiff::civil::Date;
use rayon::prelude::*;

use crate::flow::Row;
use crate::form::{Form, Role};
use crate::phrase::dates::Days;
use crate::phrase::places::{self, Attendance};
use crate::phrase::titles::Stemming;
use crate::record::FieldKey;

/// So many words of running text are kept, the rarest.
const TEXT_WORDS: usize = 48;
/// As if that many rows more had been seen, half of them with the word: in a handful of rows no word is rare.
const UNSEEN_ROWS: f32 = 20.0;
const UNSEEN_USES: f32 = 10.0;

/// Everybody writes «стороны договорились»: what a word of running text must say to count grows with what the rarest says.
const TEXT_FLOOR_SHARE: f32 = 0.55;
const TEXT_FLOOR_LEAST: f32 = 2.3;
const TEXT_FLOOR_MOST: f32 = 4.2;
/// What two events of one house, day and name do not have in common: a word must be rarer to be such a particular.
const PARTICULAR_SHARE: f32 = 0.7;
const PARTICULAR_MOST: f32 = 4.3;

/// A word that says less stands in every twentieth row or more.
const FREQUENT: f32 = 3.0;

/// A word is written wrongly once in so many times.
const HABIT: u32 = 20;

/// A word and what it says, in the natural logarithm of its rarity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Word {
    pub(super) id: u32,
    pub(super) says: f32,
}

/// A row, made compact.
#[derive(Debug, Clone)]
pub(super) struct Feature {
    /// Of the title, of the place, of running text, of «joint with»: each part without repeats, in the order of the numbers.
    words: Box<[Word]>,
    ends: [u16; 3],
    /// The whole title; zero where there is none.
    pub(super) key: u32,
    /// The town, else the site of an event online; zero where neither is known.
    pub(super) town: u32,
    /// First and last day, from the day zero; all days where none is known.
    pub(super) first: i32,
    pub(super) last: i32,
    pub(super) total: Option<u32>,
    pub(super) institution: u32,
}

impl Feature {
    pub(super) fn title(&self) -> &[Word] {
        &self.words[..usize::from(self.ends[0])]
    }

    pub(super) fn place(&self) -> &[Word] {
        &self.words[usize::from(self.ends[0])..usize::from(self.ends[1])]
    }

    pub(super) fn text(&self) -> &[Word] {
        &self.words[usize::from(self.ends[1])..usize::from(self.ends[2])]
    }

    pub(super) fn joint(&self) -> &[Word] {
        &self.words[usize::from(self.ends[2])..]
    }
}

/// How many rows have something.
pub(super) type Counts = HashMap<u32, u32, BuildHasherDefault<AsItIs>>;

/// All rows, made compact, and what is frequent among them.
pub(super) struct Features {
    pub(super) rows: Vec<Feature>,
    pub(super) words: Counts,
    pub(super) houses: Counts,
    pub(super) totals: Counts,
    towns: Counts,
    /// How many rows there are.
    count: f32,
    /// What a word of running text must say to count.
    pub(super) text_floor: f32,
    /// What it must say to be a particular of one event.
    pub(super) particular_floor: f32,
    /// Rows that touch a day, by day.
    days: HashMap<i32, u32, BuildHasherDefault<AsItIs>>,
}

impl Features {
    pub(super) fn of(rows: &[&Row], form: &Form) -> Self {
        let fields = Fields::of(form);
        let mut made: Vec<Feature> =
            rows.par_iter().map_init(Stemming::default, |stemming, row| fields.feature(row, stemming)).collect();
        let mut features = Self {
            words: Counts::default(),
            houses: Counts::default(),
            totals: Counts::default(),
            towns: Counts::default(),
            days: HashMap::default(),
            count: count_of(rows),
            text_floor: (rarity(count_of(rows), 2) * TEXT_FLOOR_SHARE).clamp(TEXT_FLOOR_LEAST, TEXT_FLOOR_MOST),
            particular_floor: (rarity(count_of(rows), 2) * PARTICULAR_SHARE).clamp(TEXT_FLOOR_LEAST, PARTICULAR_MOST),
            rows: Vec::new(),
        };
        features.count(&made);
        made.par_iter_mut().for_each(|feature| features.weigh(feature));
        features.rows = made;
        features
    }

    fn count(&mut self, rows: &[Feature]) {
        for row in rows {
            for word in row.title() {
                *self.words.entry(word.id).or_default() += 1;
            }
            for word in row.text().iter().filter(|word| !has(row.title(), word.id)) {
                *self.words.entry(word.id).or_default() += 1;
            }
            for word in row.place() {
                *self.houses.entry(word.id).or_default() += 1;
            }
            if let Some(total) = row.total {
                *self.totals.entry(total).or_default() += 1;
            }
            *self.towns.entry(row.town).or_default() += 1;
            if row.first > i32::MIN {
                for day in row.first..=row.last.min(row.first.saturating_add(31)) {
                    *self.days.entry(day).or_default() += 1;
                }
            }
        }
        self.words.shrink_to_fit();
    }

    fn weigh(&self, row: &mut Feature) {
        let [title, place, text] = row.ends.map(usize::from);
        for (at, word) in row.words.iter_mut().enumerate() {
            let counts = if (title..place).contains(&at) { &self.houses } else { &self.words };
            word.says = rarity(self.count, seen(counts, word.id));
        }
        let texts = &mut row.words[place..text];
        if texts.len() > TEXT_WORDS {
            texts.sort_unstable_by(|one, other| other.says.total_cmp(&one.says).then(one.id.cmp(&other.id)));
            texts[..TEXT_WORDS].sort_unstable_by_key(|word| word.id);
            let kept = place + TEXT_WORDS;
            let mut words = row.words.to_vec();
            words.drain(kept..text);
            row.words = words.into();
            row.ends[2] = u16::try_from(kept).unwrap_or(u16::MAX);
        }
    }

    /// Whether there are rows enough to know which words are rare.
    pub(super) fn is_large(&self) -> bool {
        self.text_floor > TEXT_FLOOR_LEAST
    }

    /// Whether a word stands in so many rows that it says next to nothing.
    pub(super) fn is_frequent(&self, id: u32) -> bool {
        self.is_large() && rarity(self.count, seen(&self.words, id)) < FREQUENT
    }

    /// How rare a word of places is among them.
    pub(super) fn says_in_places(&self, id: u32) -> f32 {
        rarity(self.count, seen(&self.houses, id))
    }

    /// Whether of two words that are nearly one the rarer may be a slip of the fingers: it is nobody's habit.
    pub(super) fn is_slip(&self, one: u32, other: u32) -> bool {
        is_nobodys_habit(seen(&self.words, one), seen(&self.words, other))
    }

    /// The same of words of places.
    pub(super) fn is_slip_in_places(&self, one: u32, other: u32) -> bool {
        is_nobodys_habit(seen(&self.houses, one), seen(&self.houses, other))
    }

    /// What it says that two rows have the same head count.
    pub(super) fn says_total(&self, total: u32) -> f32 {
        rarity(self.count, seen(&self.totals, total))
    }

    /// How many rows a row meets in its town on its days by mere chance. Where the town is not understood, the rarest word
    /// that both places have stands for it.
    #[expect(clippy::cast_precision_loss, reason = "so many rows there never are")]
    pub(super) fn neighbours(&self, left: &Feature, right: &Feature) -> f32 {
        let rows = self.count.max(1.0);
        let rarest = |counts: &Counts| {
            left.place()
                .iter()
                .map(|word| word.id)
                .filter(|id| has(right.place(), *id))
                .map(|id| seen(counts, id))
                .min()
        };
        let there = match (left.town, right.town) {
            (0, 0) => rarest(&self.houses).map_or(rows, |count| count as f32),
            (mine, theirs) if mine == theirs => seen(&self.towns, mine) as f32,
            _ => rows,
        };
        let day = left.first.max(right.first);
        let on_day = self.days.get(&day).map_or(rows, |count| *count as f32);
        there * on_day / rows
    }
}

#[expect(clippy::cast_precision_loss, reason = "so many rows there never are")]
fn count_of(rows: &[&Row]) -> f32 {
    rows.len() as f32
}

fn is_nobodys_habit(one: u32, other: u32) -> bool {
    let (rarer, usual) = (one.min(other), one.max(other));
    rarer <= 1 || rarer.saturating_mul(HABIT) <= usual
}

/// How often something was counted.
pub(super) fn seen(counts: &Counts, id: u32) -> u32 {
    counts.get(&id).copied().unwrap_or_default()
}

#[expect(clippy::cast_precision_loss, reason = "so many rows there never are")]
fn rarity(rows: f32, seen: u32) -> f32 {
    ((rows + UNSEEN_ROWS) / (seen as f32 + UNSEEN_USES)).ln().max(0.0)
}

pub(super) fn has(words: &[Word], id: u32) -> bool {
    words.binary_search_by_key(&id, |word| word.id).is_ok()
}

/// The fields of a form that rows are compared by.
struct Fields<'a> {
    place: Option<&'a str>,
    texts: Vec<&'a str>,
    joint: Option<&'a str>,
}

impl<'a> Fields<'a> {
    fn of(form: &'a Form) -> Self {
        let key = |role| form.with_role(role).map(|field| field.key.as_str());
        let by_role = [Role::Content, Role::People, Role::Documents].into_iter().filter_map(key);
        Self {
            place: key(Role::Place),
            texts: by_role.chain(form.links.witnesses.iter().map(FieldKey::as_str)).collect(),
            joint: key(Role::JointWith),
        }
    }

    fn feature(&self, row: &Row, stemming: &mut Stemming) -> Feature {
        let understood = &row.understood;
        let title: Vec<u32> = understood.title.stems.iter().map(|stem| hash(stem)).collect();
        let town_words = town_words(row, stemming);
        let mut place = words(self.place.and_then(|key| row.text(key)), stemming);
        place.retain(|id| !town_words.contains(id));
        // Where it was and who came is compared for itself.
        let partners = understood.partners.iter().flat_map(|country| [country.ru, country.en]);
        let elsewhere: Vec<u32> = partners.flat_map(|name| words(Some(name), stemming)).chain(town_words).collect();
        let mut texts: Vec<u32> = self.texts.iter().flat_map(|key| words(row.text(key), stemming)).collect();
        texts.retain(|id| !elsewhere.contains(id));
        let joint = words(self.joint.and_then(|key| row.text(key)), stemming);
        let mut all = Vec::new();
        let mut ends = [0; 3];
        for (part, ids) in [title, place, texts, joint].into_iter().enumerate() {
            all.extend(sorted(ids).into_iter().map(|id| Word { id, says: 0.0 }));
            if let Some(end) = ends.get_mut(part) {
                *end = u16::try_from(all.len()).unwrap_or(u16::MAX);
            }
        }
        all.truncate(usize::from(u16::MAX));
        let (first, last) = understood.days.as_ref().map_or((i32::MIN, i32::MAX), hull);
        Feature {
            words: all.into(),
            ends,
            key: if understood.title.key.is_empty() { 0 } else { hash(&understood.title.key) },
            town: town(row),
            first,
            last,
            total: understood.total.map(|total| u32::try_from(total).unwrap_or(u32::MAX)),
            institution: row.institution.as_deref().map_or(0, hash),
        }
    }
}

fn words(text: Option<&str>, stemming: &mut Stemming) -> Vec<u32> {
    let mut ids = Vec::new();
    stemming.each(text.unwrap_or_default(), |stem| ids.push(hash(stem)));
    ids
}

/// The words that name the town, the region and the country: what is left of a place is the house.
fn town_words(row: &Row, stemming: &mut Stemming) -> Vec<u32> {
    let understood = &row.understood;
    let country = understood.country.map(|country| [country.ru, country.en]);
    let mut ids: Vec<u32> = [understood.city.as_deref(), understood.region.as_deref()]
        .into_iter()
        .chain(country.into_iter().flatten().map(Some))
        .flat_map(|text| words(text, stemming))
        .collect();
    ids.extend(["гор", "город", "республик", "област", "им", "имен", "town", "citi", "republ"].map(hash));
    ids
}

fn town(row: &Row) -> u32 {
    let understood = &row.understood;
    if understood.attendance == Some(Attendance::Online) {
        return understood.host().map_or(0, |host| hash(&host));
    }
    understood.city.as_deref().map_or(0, |city| hash(&places::city_key(city)))
}

fn sorted(mut ids: Vec<u32>) -> Vec<u32> {
    ids.sort_unstable();
    ids.dedup();
    ids
}

fn hull(days: &Days) -> (i32, i32) {
    let number = |day: Date| (day - Date::ZERO).get_days();
    (number(days.first()), number(days.last()))
}

/// The hash of a text by FNV-1a, folded; never zero.
pub(super) fn hash(text: &str) -> u32 {
    let whole = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let folded = (whole >> 32) ^ (whole & 0xffff_ffff);
    u32::try_from(folded).unwrap_or(1).max(1)
}

/// Numbers that are hashes already.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 << 8) | u64::from(*byte);
        }
    }

    fn write_u32(&mut self, number: u32) {
        // The table looks at the upper bits, too.
        self.0 = u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn write_i32(&mut self, number: i32) {
        self.write_u32(number.cast_unsigned());
    }
}
