//! Names under which originals are kept: found by a person, possible on Windows and Linux.
//!
//! In: the order of arrival and the name as it arrived. Out: a file name, never a path. It refuses to know folders.

/// Characters that a stored name may have at most; Windows counts whole paths to 260.
const MAX_CHARS: usize = 150;

/// Bytes that it may have: most file systems of Linux hold 255, and the reason's `.txt` must still fit behind it.
const MAX_BYTES: usize = 240;

/// An ending longer than this is a part of the name, not an extension.
const MAX_EXTENSION_CHARS: usize = 10;

/// Names that Windows keeps for devices, with any extension.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name of the original in the workspace: «0007 Отчёт музея.xlsx».
///
/// The number keeps names apart and in order; the rest is the sender's own name without what a file system, or an eye
/// that reads right to left, could stumble over. The extension stays as it is.
#[must_use]
pub fn stored_name(arrival: u64, name: &str) -> String {
    let prefix = format!("{arrival:04} ");
    let (stem, extension) = split(&safe(name));
    let around = format!("{prefix}{extension}");
    let stem = cut(&stem, MAX_CHARS - around.chars().count(), MAX_BYTES - around.len());
    let stem = stem.trim_end_matches(['.', ' ']);
    // Behind the number a device's name would be harmless, but the number may be taken off by hand.
    let stem = match stem {
        "" => "_".to_owned(),
        device if is_device(device) => format!("_{device}"),
        other => other.to_owned(),
    };
    format!("{prefix}{stem}{extension}")
}

/// The number and the sender's name of a stored original; `None` where the name has no number of ours.
#[must_use]
pub fn arrival_of(stored: &str) -> Option<(u64, &str)> {
    let (number, name) = stored.split_once(' ')?;
    let is_ours = number.len() >= 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_ours && !name.is_empty() { Some((number.parse().ok()?, name)) } else { None }
}

/// The name of the text file that says, beside a stored original, why it cannot be used.
#[must_use]
pub fn reason_name(stored: &str) -> String {
    format!("{stored}.txt")
}

/// The name without folders, control and direction characters, and what Windows reserves.
fn safe(name: &str) -> String {
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let replaced: String = name
        .chars()
        .filter(|c| !c.is_control() && !is_invisible(*c))
        .map(|c| match c {
            '<' | '>' | ':' | '"' | '|' | '?' | '*' => '_',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect();
    replaced.trim().trim_end_matches(['.', ' ']).to_owned()
}

/// The head of `text` that has at most so many characters and so many bytes.
fn cut(text: &str, chars: usize, bytes: usize) -> &str {
    let end = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(chars).take_while(|end| *end <= bytes).last();
    &text[..end.unwrap_or(0)]
}

/// Marks of direction, zero-width characters and the byte order mark: they make one name look like another.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// Stem and extension with its dot; a name that is all extension has none.
fn split(name: &str) -> (String, String) {
    match name.rfind('.') {
        Some(dot) if dot > 0 && name[dot + 1..].chars().count() <= MAX_EXTENSION_CHARS => {
            (name[..dot].to_owned(), name[dot..].to_owned())
        }
        _ => (name.to_owned(), String::new()),
    }
}

fn is_device(stem: &str) -> bool {
    let lower = stem.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    let numbered = ["com", "lpt"]
        .iter()
        .any(|port| lower.strip_prefix(port).is_some_and(|n| n.len() == 1 && n.chars().all(|c| c.is_ascii_digit())));
    DEVICES.contains(&lower.as_str()) || numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_name_leads_with_its_number_and_keeps_the_senders_words() {
        assert_eq!(stored_name(7, "Отчёт музея.xlsx"), "0007 Отчёт музея.xlsx");
        assert_eq!(stored_name(12345, "a.xls"), "12345 a.xls");
    }

    #[test]
    fn what_a_file_system_refuses_is_replaced() {
        assert_eq!(stored_name(1, "за I кв: \"итог\"?.xlsx"), "0001 за I кв_ _итог__.xlsx");
        assert_eq!(stored_name(1, "..\\..\\etc/passwd"), "0001 passwd");
        assert_eq!(stored_name(1, "имя. . ."), "0001 имя");
        assert_eq!(stored_name(1, "CON.xlsx"), "0001 _CON.xlsx");
        assert_eq!(stored_name(1, "com1"), "0001 _com1");
        assert_eq!(stored_name(1, "..."), "0001 _");
        assert_eq!(stored_name(1, ""), "0001 _");
    }

    #[test]
    fn a_name_cannot_hide_its_extension_behind_direction_marks() {
        assert_eq!(stored_name(1, "отчёт\u{202E}xslx.exe"), "0001 отчётxslx.exe");
        assert_eq!(stored_name(1, "a\u{0}\nb\u{200B}.xlsx"), "0001 ab.xlsx");
    }

    #[test]
    fn a_long_name_is_cut_before_its_extension() {
        let stored = stored_name(1, &format!("{}.xlsx", "ж".repeat(400)));
        assert!(stored.len() > MAX_BYTES - 3 && stored.len() <= MAX_BYTES, "{}", stored.len());
        assert!(stored.ends_with("ж.xlsx"));
        assert_eq!(stored_name(1, &format!("{}.xlsx", "z".repeat(400))).chars().count(), MAX_CHARS);
        assert!(stored_name(1, &format!("a.{}", "x".repeat(400))).chars().count() <= MAX_CHARS);
    }

    #[test]
    fn the_number_of_arrival_is_found_again() {
        assert_eq!(arrival_of(&stored_name(7, "Отчёт музея.xlsx")), Some((7, "Отчёт музея.xlsx")));
        assert_eq!(arrival_of("12345 a.xls"), Some((12345, "a.xls")));
        for other in ["Отчёт.xlsx", "2024 ", "7 a.xlsx", "00a7 b.xlsx", "0007"] {
            assert_eq!(arrival_of(other), None, "{other}");
        }
    }

    #[test]
    fn the_reason_stands_beside_its_file() {
        assert_eq!(reason_name("0007 скан.pdf"), "0007 скан.pdf.txt");
    }
}
