//! A text → lines of pieces, as `paper.typ` takes them: where a word is wider than its column, it may be broken.
//!
//! In: text of any kind. Out: the same text, without what no paper shows. It knows nothing of pages.

use unicode_normalization::char::is_combining_mark;

use super::fonts::Fonts;
use crate::style;

/// Longer than any word of a language; what goes on is an address, or a mishap.
const LONGEST_WORD: usize = 60;
/// A space at which no line ends.
const TIE: char = '\u{a0}';
/// Parts of a column in which it is broken: a line of it is at least so full.
const PARTS: f64 = 6.0;

/// A part of a line. Between two of them the line may end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    /// A word that is wider than its column: it may be hyphenated.
    Word(String),
    /// A word that would be broken at a mark within it, and need not be: «п/п».
    Whole(String),
}

/// A column, or whatever else holds a text.
#[derive(Clone, Copy)]
pub(super) struct Measure<'a> {
    pub(super) fonts: &'a Fonts,
    /// In parts of the size of the text.
    pub(super) width: f64,
}

/// The lines of a text; an empty one has no pieces.
pub(super) fn lines(text: &str, measure: Measure) -> Vec<Vec<Piece>> {
    let text = style::clean(text);
    text.split(['\n', '\u{2028}', '\u{2029}']).map(|line| pieces(&shown(line), measure)).collect()
}

/// How many lines a text takes at most: a line ends where the next word has no room, and so is never emptier than the widest
/// word. Without end, where a word is wider than its column.
pub(super) fn at_most(text: &str, measure: Measure) -> f64 {
    let text = style::clean(text);
    let of_one = |line: &str| {
        let words = line.split(' ').map(|word| width(word, measure));
        let space = measure.fonts.width(' ');
        let (all, widest) =
            words.fold((0.0, 0.0_f64), |(all, widest), word| (all + word + space, widest.max(word + space)));
        if widest < measure.width { (all / (measure.width - widest)).ceil().max(1.0) } else { f64::INFINITY }
    };
    text.split(['\n', '\u{2028}', '\u{2029}']).map(of_one).sum()
}

/// What a PDF that is to be kept may hold: no letters for private use, no marks that are no letters.
fn shown(line: &str) -> String {
    let letter = |c: char| match c {
        '\u{feff}' => None,
        '\t' => Some(' '),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' | '\u{fdd0}'..='\u{fdef}' => Some('\u{fffd}'),
        c if u32::from(c) & 0xfffe == 0xfffe => Some('\u{fffd}'),
        c => Some(c),
    };
    line.chars().filter_map(letter).collect()
}

fn pieces(line: &str, measure: Measure) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for word in line.split_inclusive(' ') {
        if width(word.trim_end(), measure) <= measure.width {
            extend(&mut pieces, word);
        } else if is_word(word) {
            pieces.push(Piece::Word(word.to_owned()));
        } else if let Some((first, rest)) = word.split_once(TIE) {
            // What does not fit together is parted.
            extend(&mut pieces, &format!("{first} "));
            pieces.extend(self::pieces(rest, measure));
        } else {
            pieces.extend(cut(word, measure).into_iter().map(Piece::Text));
        }
    }
    pieces
}

/// Adds a word that fits, with the space after it.
fn extend(pieces: &mut Vec<Piece>, word: &str) {
    let bare = word.trim_end();
    let space = &word[bare.len()..];
    if bare.contains('/') {
        pieces.push(Piece::Whole(bare.to_owned()));
        pieces.extend((!space.is_empty()).then(|| Piece::Text(space.to_owned())));
    } else if let Some(Piece::Text(text)) = pieces.last_mut() {
        text.push_str(word);
    } else {
        pieces.push(Piece::Text(word.to_owned()));
    }
}

fn width(text: &str, measure: Measure) -> f64 {
    text.chars().map(|letter| measure.fonts.width(letter)).sum()
}

/// Whether the rules of hyphenation can be asked: letters, with marks before and after them.
fn is_word(word: &str) -> bool {
    let letters = word.trim_matches(|c: char| !c.is_alphabetic());
    letters.chars().count() <= LONGEST_WORD && letters.chars().all(char::is_alphabetic)
}

/// The word in parts: after each mark that stands in an address; what is too wide even so, wherever a part grows too wide.
fn cut(word: &str, measure: Measure) -> Vec<String> {
    let fits = |part: &String| width(part, measure) <= measure.width;
    let by_marks = parted(word, |before, _| before.is_some_and(|letter| "/.-_?&=".contains(letter)));
    let by_width = |part: String| {
        let most = measure.width / PARTS;
        let mut wide = 0.0;
        parted(&part, |_, letter| {
            let own = measure.fonts.width(letter);
            let ends = wide + own > most;
            wide = if ends { own } else { wide + own };
            ends
        })
    };
    by_marks.into_iter().flat_map(|part| if fits(&part) { vec![part] } else { by_width(part) }).collect()
}

/// The word, parted before each letter for which `begins` says so, given the one before it.
fn parted(word: &str, mut begins: impl FnMut(Option<char>, char) -> bool) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = None;
    for letter in word.chars() {
        let begins = begins(before, letter) && before.is_some() && !belongs_to_the_last(letter);
        match parts.last_mut() {
            Some(part) if !begins => part.push(letter),
            _ => parts.push(letter.to_string()),
        }
        before = Some(letter);
    }
    parts
}

/// Whether nothing may come between the letter and the one before it: a space or punctuation, an accent, a joint.
fn belongs_to_the_last(letter: char) -> bool {
    letter == ' ' || "/.-_?&=,;:!)»".contains(letter) || is_combining_mark(letter) || letter == '\u{200d}'
}
