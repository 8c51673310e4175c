//! How high a row of the report must be: its cells are merged where a text is long, and no spreadsheet fits a merged cell.
//!
//! In: a text and the width of its cell. Out: lines, and heights that Excel accepts. The widths of letters are those of
//! Times New Roman, in thousandths of the size; Liberation Serif, which stands in for it, has the same.

/// Size of the report's letters, in points.
pub(super) const SIZE: f64 = 12.0;
/// Distance of two lines at that size, in points, as Excel sets them.
pub(super) const LINE: f64 = 15.75;
/// Room above and below the text.
const MARGIN: f64 = 5.0;
/// Room left and right of the text.
const PADDING: f64 = 6.0;
/// The highest row that the report sets; Excel knows none beyond 409.5.
const TALLEST: f64 = 360.0;
/// Lines of a part of a text that is higher than that: small enough to fill the rest of a page.
const PART: f64 = 6.0;

/// Height in points that texts need, each in a cell of its width in points.
pub(super) fn height<'a>(cells: impl IntoIterator<Item = (&'a str, f64)>) -> f64 {
    let most = cells.into_iter().map(|(text, width)| lines(text, width)).max().unwrap_or(1);
    f64::from(most) * LINE + MARGIN
}

/// A height as rows of equal height, each of which Excel accepts, and their number.
pub(super) fn split(height: f64) -> (u32, f64) {
    if height <= TALLEST {
        return (1, height);
    }
    // Whole lines, so that a page ends between two of them.
    let mut rows = 2;
    while f64::from(rows) * PART * LINE < height {
        rows += 1;
    }
    (rows, PART * LINE)
}

/// Lines that `text` takes in a cell `width` points wide.
pub(super) fn lines(text: &str, width: f64) -> u32 {
    let room = (width - PADDING).max(SIZE) * 1000.0 / SIZE;
    text.split('\n').map(|paragraph| lines_of(paragraph, room)).sum()
}

fn lines_of(paragraph: &str, room: f64) -> u32 {
    let space = f64::from(width_of(' '));
    let (mut lines, mut used) = (1, 0.0);
    for word in
        paragraph.split_inclusive(|c: char| c == '-' || c == '–' || c == '/' || (c.is_whitespace() && c != '\u{a0}'))
    {
        let word_width: f64 = word.trim_end().chars().map(|c| f64::from(width_of(c))).sum();
        if used > 0.0 && used + word_width > room {
            lines += 1;
            used = 0.0;
        }
        used += word_width;
        while used > room {
            lines += 1;
            used -= room;
        }
        if word.ends_with(char::is_whitespace) {
            used += space;
        }
    }
    lines
}

fn width_of(c: char) -> u16 {
    match c {
        ' ' | '.' | ',' | '\u{a0}' | '\'' => 250,
        'i' | 'j' | 'l' | 't' | ':' | ';' | '/' => 278,
        'f' | 'r' | 'I' | '!' | '(' | ')' | '-' => 333,
        's' | 'J' | 'з' | '"' | 'г' => 410,
        'а' | 'е' | 'ё' | 'с' | 'э' | 'т' | 'ь' | 'я' | 'a' | 'c' | 'e' | 'z' | '“' | '”' | '„' => 460,
        'к' | 'в' | 'л' | 'о' | 'р' | 'у' | 'х' | 'ч' | 'З' | '«' | '»' | '–' => 500,
        c if c.is_ascii_digit() => 500,
        c if c.is_ascii_lowercase() && c != 'm' && c != 'w' => 500,
        'б' | 'д' | 'ъ' | 'и' | 'й' | 'н' | 'п' | 'ц' => 535,
        'Б' | 'Г' | 'Р' | 'F' | 'P' | 'S' => 578,
        'Е' | 'Ё' | 'Т' | 'E' | 'L' | 'T' | 'Z' | 'м' => 633,
        'В' | 'К' | 'С' | 'Я' | 'Ч' | 'Э' | 'B' | 'C' | 'R' | 'ф' | 'ы' => 672,
        'ж' | 'Л' | 'Д' => 691,
        'ш' | 'щ' | 'ю' | 'm' | 'Ф' | '&' => 790,
        'Ж' | 'М' | 'Ы' | 'M' => 900,
        'Ш' | 'Щ' | 'Ю' | '№' | '—' | '…' | '@' | 'W' | '%' => 1_030,
        c if c.is_uppercase() => 722,
        _ => 540,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_takes_more_lines_in_a_narrow_cell() {
        let text = "Состоялось обсуждение совместных проектов в области образования и культуры";
        assert!(lines(text, 120.0) > lines(text, 300.0));
        assert_eq!(lines("раз\nдва", 300.0), 2);
        assert_eq!(lines("", 300.0), 1);
    }

    #[test]
    fn a_row_that_would_be_too_high_is_several() {
        assert_eq!(split(100.0), (1, 100.0));
        let (rows, each) = split(1000.0);
        assert!(f64::from(rows) * each >= 1000.0 && each <= 409.0);
    }
}
