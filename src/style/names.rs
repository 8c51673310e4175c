//! Names that spreadsheets and file systems accept, made from words that people chose.

use crate::record::{CellRef, column_letters};

/// Longest name of a sheet, in UTF-16 units.
const SHEET_LIMIT: usize = 31;
/// Longest file name without its extension, in characters: with Cyrillic letters it still fits into 255 bytes.
const FILE_LIMIT: usize = 110;
/// Names that Windows keeps for devices.
const DEVICES: [&str; 4] = ["CON", "PRN", "AUX", "NUL"];

/// A name for a sheet that Excel accepts and that none of `taken` has.
#[must_use]
pub fn sheet_name(wanted: &str, taken: &[&str]) -> String {
    let allowed: String = wanted
        .chars()
        .map(|c| if c.is_control() || matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { ' ' } else { c })
        .collect();
    let spoken = allowed.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = spoken.trim_matches('\'').trim();
    // Excel keeps «History» for itself.
    let bare = if bare.is_empty() || bare.eq_ignore_ascii_case("history") { "_" } else { bare };
    let is_taken = |name: &str| taken.iter().any(|other| other.to_lowercase() == name.to_lowercase());
    let first = shortened(bare, SHEET_LIMIT);
    if !is_taken(&first) {
        return first;
    }
    (2..=taken.len() + 2)
        .map(|n| {
            let tail = format!(" ({n})");
            format!("{}{tail}", shortened(bare, SHEET_LIMIT - tail.len()))
        })
        .find(|name| !is_taken(name))
        .unwrap_or(first)
}

fn shortened(name: &str, limit: usize) -> String {
    let mut used = 0;
    let kept: String = name
        .chars()
        .take_while(|c| {
            used += c.len_utf16();
            used <= limit
        })
        .collect();
    kept.trim_end().trim_end_matches('\'').to_owned()
}

/// A defined name: the prefix, then the key with everything else than letters, digits and underscores replaced. A prefix
/// that ends in an underscore keeps it from being read as a cell.
#[must_use]
pub fn defined_name(prefix: &str, key: &str) -> String {
    let key: String = key.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    format!("{prefix}{key}")
}

/// An absolute reference: `'Титул'!$C$6`, or `'Титул'!$C$6:$C$9`.
#[must_use]
pub fn range(sheet: &str, first: CellRef, last: CellRef) -> String {
    let corner = |cell: CellRef| format!("${}${}", column_letters(cell.col), u64::from(cell.row) + 1);
    let sheet = sheet.replace('\'', "''");
    if first == last {
        format!("'{sheet}'!{}", corner(first))
    } else {
        format!("'{sheet}'!{}:{}", corner(first), corner(last))
    }
}

/// A file name that Windows, too, accepts: `stem` without `<>:"/\|?*` and control characters, shortened, never the name
/// of a device, and the extension.
#[must_use]
pub fn file_name(stem: &str, extension: &str) -> String {
    let allowed: String = stem
        .chars()
        .map(|c| match c {
            '"' => '\'',
            '<' | '>' | ':' | '/' | '\\' | '|' | '?' | '*' => '-',
            c if c.is_control() => ' ',
            c => c,
        })
        .collect();
    let spoken = allowed.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = spoken.chars().take(FILE_LIMIT).collect();
    let bare = short.trim_start_matches([' ', '.']).trim_end_matches([' ', '.']);
    let first_part = bare.split('.').next().unwrap_or_default().trim().to_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|device| {
        first_part
            .strip_prefix(device)
            .is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(char::is_numeric))
    });
    let guard = if bare.is_empty() || numbered || DEVICES.contains(&first_part.as_str()) { "_" } else { "" };
    format!("{guard}{bare}.{extension}")
}
