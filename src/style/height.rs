//! How high a row must be for its text.
//!
//! Spreadsheets fit a row to wrapped text by themselves, unless its height was set or its cells are merged. So heights
//! are set only where cells are merged, or where a page must look the same everywhere; they are estimates.

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

/// Width of a word in digits of Arial, which is what column widths count. A capital is wider than a digit, a narrow letter
/// half as wide; the rest is about the same.
fn measure(word: &str) -> f64 {
    word.chars()
        .map(|c| match c {
            'ж' | 'м' | 'ш' | 'щ' | 'ю' | 'ы' | 'ф' | 'm' | 'w' | '–' | '—' | '№' | '%' => 1.4,
            'i' | 'j' | 'l' | 'I' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '(' | ')' | '!' | '|' => 0.55,
            c if c.is_uppercase() => 1.25,
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
