//! The one place where text is cleaned: Unicode, white space, dashes, marks that other programs leave.
//!
//! In goes text as it stood in a cell; out comes the same text fit to be printed ([`clean`], [`one_line`]), to be
//! compared ([`fold`], [`words`]) or cut into [`mod@sentences`]. It knows no field, no date and no name.

mod lookalikes;
mod sentences;

pub use lookalikes::mend_lookalikes;
pub use sentences::sentences;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text fit to be printed: NFC (never NFKC, which breaks «№»), every kind of space an ordinary one, no invisible
/// characters, no control characters but line ends, no Excel escapes such as `_x000D_`, no «[bookmark: …]» left by a
/// word processor; runs of spaces and blank lines folded, lines trimmed. Cleaning twice is cleaning once.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut current = pass(text);
    // Mending one thing may uncover another (an escape of an escape, a mark inside a mark), so go on until all is quiet.
    loop {
        let next = pass(&current);
        if next == current {
            return current;
        }
        current = next;
    }
}

fn pass(text: &str) -> String {
    let plain = unescape(&text.replace("\r\n", "\n"));
    let visible: String = plain.chars().filter_map(plain_char).nfc().collect();
    let unmarked = without_bookmarks(&visible);
    let lines = unmarked.split('\n').map(|line| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>());
    lines.filter(|words| !words.is_empty()).map(|words| words.join(" ")).collect::<Vec<_>>().join("\n")
}

/// What a character becomes: itself, a space, a line end, or nothing.
fn plain_char(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffc}'
        | '\u{fffe}'
        | '\u{ffff}' => None,
        _ if c.is_whitespace() => Some(' '),
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

/// Decodes `_xHHHH_`, by which `OpenXML` writes characters that XML cannot hold.
fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        if let Some(c) = escaped(tail) {
            out.push(c);
            rest = &tail[7..];
        } else {
            out.push_str("_x");
            rest = &tail[2..];
        }
    }
    out.push_str(rest);
    out
}

fn escaped(tail: &str) -> Option<char> {
    let code = tail.get(2..6)?;
    let closed = tail.get(6..7)? == "_";
    let digits = code.bytes().all(|byte| byte.is_ascii_hexdigit());
    (closed && digits).then(|| u32::from_str_radix(code, 16).ok().and_then(char::from_u32)).flatten()
}

fn without_bookmarks(text: &str) -> String {
    const MARK: &str = "[bookmark:";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(MARK) {
        let Some(end) = rest[at..].find(']') else { break };
        out.push_str(&rest[..at]);
        rest = &rest[at + end + 1..];
    }
    out.push_str(rest);
    out
}

/// Clean text in one line; an address that a line end has broken is whole again.
#[must_use]
pub fn one_line(text: &str) -> String {
    let cleaned = clean(text);
    let mut out = String::with_capacity(cleaned.len());
    for line in cleaned.split('\n') {
        if !out.is_empty() && !goes_on(&out, line) {
            out.push(' ');
        }
        out.push_str(line);
    }
    out
}

/// Whether the address at the end of `before` goes on at the start of `line`.
fn goes_on(before: &str, line: &str) -> bool {
    let address = before.rsplit(' ').next().unwrap_or_default();
    let next = line.split(' ').next().unwrap_or_default().trim_end_matches([',', ';', '.', ':', ')']);
    let starts = |word: &str| ["http://", "https://", "www."].iter().any(|start| word.contains(start));
    if !starts(address) || starts(next) || next.is_empty() || !next.is_ascii() {
        return false;
    }
    let open_end = address.ends_with(['/', '-', '_', '?', '=', '&', '%', '#']);
    let open_start = next.starts_with(['/', '?', '&', '=', '#', '.', '%']);
    let like_path = next.contains(['/', '.', '_', '=', '?', '&', '%', '#', '-'])
        || next.bytes().all(|byte| byte.is_ascii_digit())
        || (has_cyrillic(before) && next.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
    open_start || (open_end && like_path)
}

fn has_cyrillic(text: &str) -> bool {
    text.chars().any(is_cyrillic)
}

/// Whether the letter is of the Cyrillic script.
#[must_use]
pub fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{52f}').contains(&c)
}

/// Whether the character is a hyphen, a dash or a minus of any kind.
#[must_use]
pub fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2010}'
            ..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' | '\u{2e3a}' | '\u{2e3b}'
    )
}

/// Whether the character is a quotation mark of any kind.
#[must_use]
pub fn is_quote(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '`'
            | '´'
            | '«'
            | '»'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '“'
            | '”'
            | '„'
            | '‟'
            | '‹'
            | '›'
            | '″'
            | '′'
            | '＂'
    )
}

/// Signs that mean something between words and stay when text is folded.
fn is_sign(c: char) -> bool {
    matches!(c, '№' | '%' | '+' | '&' | '@' | '#' | '°' | '€' | '$')
}

fn is_punctuation(c: char) -> bool {
    c.is_ascii_punctuation()
        || matches!(c, '\u{a1}' | '\u{a7}' | '\u{b6}' | '\u{b7}' | '\u{bf}' | '\u{2010}'..='\u{205e}')
}

/// Text for comparison: clean, in one line, lower-case, «ё» as «е», every dash a bare `-`, no quotation marks and no
/// punctuation, single spaces. What folds alike reads alike.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What stands between the last word and the next: a dash wins over spaces, so that «5 – 9» compares as «5-9».
    let mut between = None;
    for c in one_line(text).to_lowercase().chars() {
        let c = if c == 'ё' { 'е' } else { c };
        if is_dash(c) {
            between = Some('-');
        } else if c == ' ' || (is_punctuation(c) && !is_quote(c) && !is_sign(c)) {
            between = between.or(Some(' '));
        } else if is_quote(c) || c == DIAERESIS && between.is_none() && is_on_ie(&out) {
            // Left out, and parts nothing.
        } else {
            let sign = between.take().filter(|_| !out.is_empty());
            out.extend(sign);
            out.push(c);
        }
    }
    // What was taken out may have kept marks apart that now meet.
    out.nfc().collect()
}

const DIAERESIS: char = '\u{308}';

/// Whether a mark that comes next stands on «е»: it may have lost what kept it apart, and makes no «ё» of it.
fn is_on_ie(text: &str) -> bool {
    text.chars().rev().find(|c| !is_combining_mark(*c)) == Some('е')
}

/// The folded words; a hyphen parts words too.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    fold(text).split([' ', '-']).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests;
