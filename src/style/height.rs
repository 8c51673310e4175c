//! How high a row must be for its text.
//!
//! Excel fits a row without a height to its wrapped text as it opens the file; LibreOffice does so only once somebody types
//! there, for it trusts the heights of files that call themselves Excel's. So rows that are written with text get an
//! estimate, rather too high than too low, and empty rows none: those grow while one types.

/// Height of one line of the body font, in points.
const LINE: f64 = 12.75;
/// Room above and below the text.
const MARGIN: f64 = 3.0;
/// No row is higher, in points.
const TALLEST: f64 = 409.0;

/// Lines that `text` takes in a column `width` characters wide, words kept whole where they fit.
#[must_use]
pub fn lines(text: &str, width: f64) -> u32 {
    text.split('\n').map(|paragraph| lines_of(paragraph, width.max(1.0))).sum()
}

fn lines_of(paragraph: &str, width: f64) -> u32 {
    let (mut lines, mut used) = (1, 0.0);
    for word in paragraph.split_whitespace() {
        let long = measure(word);
        if used > 0.0 && used + 0.5 + long > width {
            lines += 1;
            used = 0.0;
        } else if used > 0.0 {
            used += 0.5;
        }
        used += long;
        while used > width {
            lines += 1;
            used -= width;
        }
    }
    lines
}

/// Width of a word in digits of Arial, which is what column widths count: from the font's metrics, rounded upwards.
fn measure(word: &str) -> f64 {
    word.chars()
        .map(|c| match c {
            'ж' | 'м' | 'ш' | 'щ' | 'ю' | 'ы' | 'ф' | 'm' | 'w' | '–' | '—' | '№' | '%' | '@' => 1.45,
            'г' | 'r' | '-' | '(' | ')' | '"' | '“' | '”' => 0.66,
            'т' | 'к' | 'з' => 0.84,
            'с' | 'у' | 'х' | 'ч' | 'э' | 'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' => 0.94,
            'Ш' | 'Щ' | 'Ю' | 'W' | '…' => 1.85,
            'Ж' | 'М' | 'Ф' | 'Ы' | 'M' => 1.65,
            // Hangul, kana, ideographs, pictures: as wide as they are high.
            '\u{1100}'..='\u{11ff}' | '\u{2e80}'.. => 1.9,
            'i' | 'j' | 'l' | 'I' | 't' | 'f' | '.' | ',' | ':' | ';' | '!' | '|' | '\'' => 0.52,
            c if c.is_uppercase() => 1.28,
            _ => 1.02,
        })
        .sum()
}

/// Height in points that a row needs for its cells, each with the width of its column in characters.
#[must_use]
pub fn row_height<'a>(cells: impl IntoIterator<Item = (&'a str, f64)>) -> f64 {
    // A padding of about one digit stands beside the text in each column.
    let most = cells.into_iter().map(|(text, width)| lines(text, width - 0.7)).max().unwrap_or(1);
    (f64::from(most.max(1)) * LINE + MARGIN).min(TALLEST)
}
