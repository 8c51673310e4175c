//! What the compact rows of a pair testify. In: two of them. Out: how alike titles and texts are, and points for one event: the
//! natural logarithm of how much likelier an agreement is in one event than by chance, a rare word counting more.
//!
//! It knows no sentences and no vetoes, and takes no decision.

use super::features::{Feature, Features, Word, has};
use crate::form::LinkWeights;

/// What a word of titles or texts must say to count: everybody writes the frequent ones.
const TITLE_FLOOR: f32 = 0.7;
const CROSS_FLOOR: f32 = 1.5;
const HOUSE_FLOOR: f32 = 0.7;
/// A word in the title of the one and the text of the other, or in both texts, says less than one of both titles.
const CROSS_SHARE: f32 = 0.6;
const TEXT_SHARE: f32 = 0.6;
const HOUSE_SHARE: f32 = 0.6;
const TEXT_MOST: f32 = 10.0;
const HOUSE_MOST: f32 = 3.0;
/// Texts of fewer words are not compared as a whole.
const FEW_WORDS: usize = 6;
/// From here on texts are alike as if copied.
const COPIED_FROM: f32 = 0.35;
const COPIED_MOST: f32 = 4.0;
/// Rarer words must say this much for their absence elsewhere to say something.
const ENOUGH_SAID: f32 = 3.0;
/// Texts with less than this of their rarer words in common tell of different things.
const STRANGE_BELOW: f32 = 0.13;
const STRANGE: f32 = -2.0;
/// The same town; it counts against the neighbours that a row has there anyhow.
const TOWN: f32 = 1.5;
/// A name of a house is so much rarer than «музей».
const MUCH_RARER: f32 = 1.2;
const TOTAL_MOST: f32 = 4.0;
const TOTAL_FLOOR: f32 = 0.3;
const TOTAL_DIFFERS: f32 = -2.5;
/// What each particular says besides, and how many of them say more than one.
const PARTICULAR: f32 = 2.0;
const PARTICULARS_MOST: usize = 3;

/// What two compact rows testify.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Testimony {
    pub(super) title: Common,
    pub(super) text: Common,
    pub(super) house: Common,
    /// Both give a head count, and it is the same.
    pub(super) same_total: bool,
    /// Particulars of the event that both rows tell and that no sibling of it shares: the head count, rare words of the texts
    /// that are neither in a title nor in a place. Another event of the same name, house and day has all the rest in common.
    pub(super) particulars: usize,
    /// Points of running text alone.
    pub(super) said_by_text: f32,
    /// All points.
    pub(super) points: f32,
}

/// What two lists of words have in common, by the weight of the words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Common {
    pub(super) shared: f32,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) words: usize,
    /// Words of the shorter list.
    pub(super) fewer: usize,
    /// What the rarer words in common say beyond the floor, and all rarer words of either.
    says: f32,
    left_says: f32,
    right_says: f32,
}

impl Common {
    /// Words of which `known` holds say nothing: they were heard already.
    fn of(left: &[Word], right: &[Word], floor: f32, known: impl Fn(u32) -> bool) -> Self {
        let mut found = Self { fewer: left.len().min(right.len()), ..Self::default() };
        found.left = left.iter().copied().map(weight).sum();
        found.right = right.iter().copied().map(weight).sum();
        let beyond = |word: &Word| if word.says <= floor || known(word.id) { 0.0 } else { word.says - floor };
        found.left_says = left.iter().map(beyond).sum();
        found.right_says = right.iter().map(beyond).sum();
        for word in both(left, right) {
            found.shared += weight(*word);
            found.words += 1;
            found.says += beyond(word);
        }
        found
    }

    /// Twice what is common, of all: from 0 to 1.
    pub(super) fn likeness(&self) -> f32 {
        share(2.0 * self.shared, self.left + self.right)
    }

    /// How much of the rarer words of the one stands in the other, from 0 to 1; none where the rarer words are too few to tell.
    pub(super) fn rare_contained(&self) -> Option<f32> {
        let less = self.left_says.min(self.right_says);
        (less >= ENOUGH_SAID).then(|| share(self.says, less))
    }

    /// Whether the two tell of quite different things.
    pub(super) fn is_strange(&self) -> bool {
        self.rare_contained().is_some_and(|contained| contained < STRANGE_BELOW)
    }

    /// How much of the shorter one stands in the longer one: from 0 to 1.
    pub(super) fn contained(&self) -> f32 {
        share(self.shared, self.left.min(self.right))
    }
}

/// Words differ in what they say, but none says nothing of what a title is.
fn weight(word: Word) -> f32 {
    1.0 + word.says
}

fn share(part: f32, of: f32) -> f32 {
    if of <= 0.0 { 0.0 } else { (part / of).min(1.0) }
}

/// The words of both lists, which are in order.
fn both<'a>(left: &'a [Word], right: &[Word]) -> impl Iterator<Item = &'a Word> {
    let mut rest = right;
    left.iter().filter(move |word| {
        while let Some((first, others)) = rest.split_first()
            && first.id < word.id
        {
            rest = others;
        }
        rest.first().is_some_and(|first| first.id == word.id)
    })
}

/// Hears what two rows testify. Symmetrical.
pub(super) fn hear(left: &Feature, right: &Feature, features: &Features, weights: &LinkWeights) -> Testimony {
    let title = Common::of(left.title(), right.title(), TITLE_FLOOR, |_| false);
    let heard = |id| has(left.title(), id) || has(right.title(), id);
    let text = Common::of(left.text(), right.text(), features.text_floor, heard);
    let house = Common::of(left.place(), right.place(), HOUSE_FLOOR, |_| false);
    let crossed = crossed(left, right) + crossed(right, left);
    let said_by_text = (text.says * TEXT_SHARE).min(TEXT_MOST) + copied(&text, features.is_large());
    let words = factor(weights.title) * title.says + factor(weights.text) * (crossed * CROSS_SHARE + said_by_text);
    let same_total = left.total.is_some() && left.total == right.total;
    let total = match left.total.zip(right.total) {
        Some((mine, _)) if same_total => (features.says_total(mine) - TOTAL_FLOOR).clamp(0.0, TOTAL_MOST),
        Some(_) => TOTAL_DIFFERS,
        None => 0.0,
    };
    let housed = |id| has(left.place(), id) || has(right.place(), id);
    let rare = both(left.text(), right.text())
        .filter(|word| word.says >= features.particular_floor && !heard(word.id) && !housed(word.id))
        .count();
    let particulars = rare + usize::from(same_total);
    let unknown = left.town == 0 && right.town == 0 && house.words > 0;
    let town = if unknown || (left.town != 0 && left.town == right.town) { TOWN } else { 0.0 };
    let points = words
        + town
        + factor(weights.venue) * (house.says * HOUSE_SHARE).min(HOUSE_MOST)
        + factor(weights.total) * total
        + PARTICULAR * few(particulars.min(PARTICULARS_MOST))
        - features.neighbours(left, right).ln_1p();
    Testimony { title, text, house, same_total, particulars, said_by_text, points }
}

fn few(number: usize) -> f32 {
    f32::from(u8::try_from(number).unwrap_or(u8::MAX))
}

/// Whether both places name something rarer than all that they have in common: «музей «Заря»» and «музей «Север»».
pub(super) fn other_house(left: &Feature, right: &Feature) -> bool {
    let most = |words: &mut dyn Iterator<Item = &Word>| words.map(|word| word.says).fold(0.0, f32::max);
    let common = most(&mut both(left.place(), right.place()));
    let own = |of: &Feature, than: &Feature| most(&mut of.place().iter().filter(|word| !has(than.place(), word.id)));
    common > 0.0 && own(left, right).min(own(right, left)) > common + MUCH_RARER
}

/// What the words of one title say that stand in the other row's text only.
fn crossed(left: &Feature, right: &Feature) -> f32 {
    both(left.title(), right.text())
        .filter(|word| !has(right.title(), word.id) && !has(left.text(), word.id))
        .map(|word| (word.says - CROSS_FLOOR).max(0.0))
        .sum()
}

/// Whole texts, one taken from the other or quite strange to it.
/// In a large run set phrases alone are nothing; in a small one no word is rare, and all must do.
fn copied(text: &Common, large_run: bool) -> f32 {
    if text.is_strange() {
        return STRANGE;
    }
    if text.fewer < FEW_WORDS || (large_run && text.rare_contained().is_none()) {
        return 0.0;
    }
    ((text.contained() - COPIED_FROM) / (1.0 - COPIED_FROM)).max(0.0) * COPIED_MOST
}

#[expect(clippy::cast_possible_truncation, reason = "a weight lies between 0 and 10")]
pub(super) fn factor(weight: f64) -> f32 {
    weight as f32
}
